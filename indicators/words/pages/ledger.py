"""Words of the list of all figures, and of every table with one figure a row."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import Counted, LocalText

ALL_OF_THEM: Final = Counted(
    LocalText(zh="只有 1 个数", en="The only figure"), LocalText(zh="全部 {count} 个数", en="All {count} figures")
)
SOME_OF_THEM: Final = LocalText(zh="{all} 个数中的 {count} 个", en="{count} of {all} figures")
DECK: Final = LocalText(
    zh="每行一个数，出自 {articles}。横条只比较同一指标、同一单位、同样长短时期的数；只有一个的，就没有横条。",
    en="One line a figure, as {articles} printed them. A bar compares figures of one metric, unit and length of "
    "period; where there is only one, there is no bar.",
)
COLUMNS: Final[Mapping[str, LocalText]] = {
    "place": LocalText(zh="地区", en="Place"),
    "metric": LocalText(zh="指标", en="Metric"),
    "period": LocalText(zh="时期", en="Period"),
    "number": LocalText(zh="数", en="Number"),
    "compared": LocalText(zh="比较", en="Compared"),
    "growth": LocalText(zh="同比", en="Growth"),
    "printed": LocalText(zh="原文", en="As printed"),
    "outlet": LocalText(zh="发布者", en="Outlet"),
    "source": LocalText(zh="出处", en="Source"),
}
IN_ALL_ROWS: Final = LocalText(zh="各行都是：{names}。", en="In all rows: {names}.")
FACETS: Final[Mapping[str, LocalText]] = {
    "theme": LocalText(zh="主题", en="Theme"),
    "region": LocalText(zh="地区", en="Place"),
    "year": LocalText(zh="年份", en="Year"),
    "nature": LocalText(zh="数的性质", en="Kind of number"),
    "publisher": LocalText(zh="发布者", en="Outlet"),
    "sector": LocalText(zh="行业", en="Sector"),
    "group": LocalText(zh="分组", en="Group"),
    "period": LocalText(zh="时期", en="Period"),
    "metric": LocalText(zh="指标", en="Metric"),
    "find": LocalText(zh="含有", en="With the words"),
}
"""What the list can be narrowed by."""
FILTERS: Final = LocalText(zh="筛选", en="Filters")
MORE_VALUES: Final = LocalText(zh="另 {count} 项", en="{count} more")
NOT_LISTED: Final = LocalText(
    zh="还有 {count} 项，请在列表上方输入名称。", en="{count} more: type a name above the list."
)
CHOSEN: Final = LocalText(zh="已选", en="Chosen")
REMOVE: Final = LocalText(zh="去掉{name}", en="Remove {name}")
CLEAR: Final = LocalText(zh="全部清除", en="Clear")
WITH_COUNT: Final = LocalText(zh="{name}（{count}）", en="{name} ({count})")
FIND: Final = LocalText(zh="在列表里查找", en="Filter these lines")
FIND_HINT: Final = LocalText(zh="查找指标、地区、原文、发布者", en="Filter by metric, place, words, outlet")
NOTHING: Final = LocalText(
    zh="没有同时符合这些条件的数。去掉其中一个，或全部清除。",
    en="No figure matches all of these. Remove one of them, or clear all.",
)
RATE_ALONE: Final = LocalText(zh="只有增速", en="growth only")
ROWS: Final = LocalText(zh="第 {first}–{last} 行，共 {all} 行", en="Rows {first}–{last} of {all}")
SHEETS: Final = LocalText(zh="分页", en="Pages of the list")
FOOT: Final = LocalText(
    zh="点一行，看它的原文和出处。空白是没有报道，不是零。跨年的时期，两年都算。",
    en="Select a row to see the words that were printed. Empty means not reported, never zero. A period over the turn "
    "of a year counts for both years.",
)
FIND_ON_PAGE: Final = LocalText(zh="在本页各行里查找", en="Filter the lines of this page")
BY: Final = LocalText(zh="按{facet}：", en="By {facet}: ")
