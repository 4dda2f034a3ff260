"""Words that many places share: natures, kinds of metrics, qualifiers and counts."""

from collections.abc import Mapping
from typing import Final

from indicators.model.subjects import Nature, Tree
from indicators.model.vocabulary import MetricKind
from indicators.values.problems import Severity
from indicators.values.quantities import Qualifier
from indicators.values.text import Counted, Lang, LocalText

NEARLY_ZERO: Final = LocalText(zh="≈ 0", en="≈ 0")
"""A change of which nobody knows whether it was a rise or a fall."""
JOIN: Final = LocalText(zh=" · ", en=" · ")
COMMA: Final = LocalText(zh="，", en=", ")
SEMICOLON: Final = LocalText(zh="；", en="; ")
SENTENCES: Final = LocalText(zh="", en=" ")
"""What stands between two sentences."""
LIST: Final = LocalText(zh="、", en=", ")
AND: Final = LocalText(zh="和", en=" and ")
WHOLE: Final = LocalText(zh="总体", en="The whole")
"""What no group is said of, where it stands beside groups."""
UNTRANSLATED: Final[Mapping[Lang, LocalText]] = {
    "zh": LocalText(zh="（中文）", en=" (in Chinese)"),
    "en": LocalText(zh="（英文）", en=" (in English)"),
}
"""The language of a headline that nobody has translated → what stands behind it."""
NO_HEADLINE: Final = LocalText(zh="（标题不详）", en="(headline not known)")

LEVELS_OF_REGIONS: Final = "省市县区"
"""What Chinese names of regions end with, and names of their parts leave out: 日照市, 日照高新区."""
SMALL_NUMBERS: Final = tuple(
    LocalText(zh=str(number), en=word)
    for number, word in enumerate(("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"))
)
"""Numbers up to nine in a heading."""

FIGURES: Final = Counted(LocalText(zh="1 个数", en="1 figure"), LocalText(zh="{count} 个数", en="{count} figures"))
FILES: Final = Counted(LocalText(zh="1 个文件", en="1 file"), LocalText(zh="{count} 个文件", en="{count} files"))
ARTICLES: Final = Counted(
    LocalText(zh="1 篇报道", en="1 article"), LocalText(zh="{count} 篇报道", en="{count} articles")
)
ERRORS: Final = Counted(LocalText(zh="1 个错误", en="1 error"), LocalText(zh="{count} 个错误", en="{count} errors"))
WARNINGS: Final = Counted(
    LocalText(zh="1 处需要注意", en="1 warning"), LocalText(zh="{count} 处需要注意", en="{count} warnings")
)
NOTES: Final = Counted(LocalText(zh="1 条提示", en="1 note"), LocalText(zh="{count} 条提示", en="{count} notes"))
SEVERITIES: Final[Mapping[Severity, Counted]] = {"error": ERRORS, "warning": WARNINGS, "information": NOTES}

TREES: Final[Mapping[Tree, LocalText]] = {
    "region": LocalText(zh="地区", en="region"),
    "sector": LocalText(zh="行业", en="sector"),
    "group": LocalText(zh="分组", en="group"),
}
NATURES: Final[Mapping[Nature, LocalText]] = {
    "actual": LocalText(zh="实际", en="Actual"),
    "target": LocalText(zh="目标", en="Target"),
    "expected": LocalText(zh="预计", en="Expected"),
}
OF_NATURE: Final = LocalText(zh="（{nature}）", en=" ({nature})")
"""The nature, in lower case, behind the number that it is of, where that is not actual."""
SELF_PUBLISHED: Final = LocalText(zh="{name}（自媒体）", en="{name} (self-published)")
METRIC_KINDS: Final[Mapping[MetricKind, LocalText]] = {
    "flow": LocalText(zh="期内累计", en="over the period"),
    "stock": LocalText(zh="时点存量", en="at a moment"),
    "rate": LocalText(zh="标准或比率", en="rate"),
}
QUALIFIERS: Final[Mapping[Qualifier, LocalText]] = {
    "exact": LocalText(zh="如数", en="as printed"),
    "about": LocalText(zh="约", en="about"),
    "nearly": LocalText(zh="近", en="nearly"),
    "over": LocalText(zh="超过", en="over"),
    "under": LocalText(zh="不足", en="under"),
    "at-least": LocalText(zh="至少", en="at least"),
    "at-most": LocalText(zh="至多", en="up to"),
    "between": LocalText(zh="区间", en="range"),
}
