"""Words of the search box and of the list of what it finds."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText

SEARCH: Final = LocalText(zh="搜索", en="Search")
PLACEHOLDER: Final = LocalText(zh="地区、指标、年份、数字", en="Place, metric, year, number")
"""What one can type, in the box while it is empty."""
LOADING: Final = LocalText(zh="正在准备……", en="Getting ready …")
"""What the list says until its index is there."""
EXAMPLES: Final = LocalText(zh="例如：", en="For example: ")

BOUND: Final = LocalText(
    zh="只搜索全部 {all} 个数中最新的 {count} 个。", en="Searches the newest {count} of {all} figures."
)
"""What the list says where not all figures can be found."""

LIST: Final[Mapping[str, LocalText]] = {
    "figures": LocalText(zh="数：{count}", en="Figures: {count}"),
    "figuresBoth": LocalText(zh="同时符合两个词的数：{count}", en="Figures that match both words: {count}"),
    "figuresAll": LocalText(zh="符合所有词的数：{count}", en="Figures that match all words: {count}"),
    "first": LocalText(zh="{heading}，先列 {shown} 个", en="{heading}, the first {shown}"),
    "more": LocalText(zh="再列 {count} 个", en="Show {count} more"),
    "close": LocalText(zh="相近而不完全符合：{reason}", en="Close, but not exact: {reason}"),
    "entries": LocalText(zh="指标、行业、地区和分组", en="Metrics, sectors, places and groups"),
    "articles": LocalText(zh="报道", en="Articles"),
    "none": LocalText(zh="没有找到。请换几个词，或少用几个。", en="Nothing matches. Try other words, or fewer."),
    "status": LocalText(
        zh="数 {figures}，相近的 {close}，其他 {others}",
        en="Figures: {figures}, close: {close}, other results: {others}",
    ),
    "corrected": LocalText(zh="已更正", en="corrected"),
    "choose": LocalText(zh="选择", en="choose"),
    "open": LocalText(zh="打开", en="open"),
    "shut": LocalText(zh="关闭", en="close"),
}
"""What the list says, under the names that browser/search_box.js knows them by."""
REASONS: Final[Mapping[str, LocalText]] = {
    "period": LocalText(zh="另一时期", en="another period"),
    "region": LocalText(zh="另一地区", en="another place"),
    "sector": LocalText(zh="另一行业", en="another sector"),
    "group": LocalText(zh="另一分组", en="another group"),
    "metric": LocalText(zh="另一指标", en="another metric"),
    "article": LocalText(zh="另一来源", en="another outlet"),
    "number": LocalText(zh="另一个数", en="another number"),
    "unknown": LocalText(zh="没有“{word}”", en="without “{word}”"),
    "spelling": LocalText(zh="“{by}”，而不是“{word}”", en="“{by}”, not “{word}”"),
}
"""What is different in figures that match all words but one, by what that word names."""
ENTRY: Final = LocalText(zh="{kind} · {figures}，{years}", en="{kind} · {figures}, {years}")
KINDS: Final[Mapping[str, LocalText]] = {
    "metric": LocalText(zh="指标", en="metric"),
    "region": LocalText(zh="地区", en="place"),
    "sector": LocalText(zh="行业", en="sector"),
    "group": LocalText(zh="分组", en="group"),
}
"""What an entry of the list is, beside its count."""
