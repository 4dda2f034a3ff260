"""Words for who reported what: verdicts, findings, and how one report stands to the others."""

from collections.abc import Mapping
from typing import Final

from indicators.analysis.agreement import Verdict
from indicators.model.numbers import NumberName
from indicators.values.text import Counted, LocalText

VERDICTS: Final[Mapping[Verdict, LocalText]] = {
    "conflict": LocalText(zh="矛盾", en="Conflict"),
    "revised": LocalText(zh="已更正", en="Corrected"),
    "agree": LocalText(zh="相符", en="Agree"),
    "repeated": LocalText(zh="同源重复", en="Repeated"),
    "once": LocalText(zh="各报一次", en="Once each"),
}
NUMBERS: Final[Mapping[NumberName, LocalText]] = {
    "text": LocalText(zh="数值", en="Amount"),
    "growth": LocalText(zh="同比增长", en="Year-on-year growth"),
    "change": LocalText(zh="增减", en="Change"),
    "points": LocalText(zh="增减的百分点", en="Change in percentage points"),
    "share": LocalText(zh="占整体的比重", en="Share of the whole"),
    "completion": LocalText(zh="完成计划的比例", en="Share of the plan"),
}
REPORTS: Final = Counted(LocalText(zh="1 篇报道", en="1 report"), LocalText(zh="{count} 篇报道", en="{count} reports"))

TITLE: Final = LocalText(zh="{subject}：{finding}", en="{subject}: {finding}")
CONFLICT: Final = LocalText(zh="{all} 个来源互相矛盾", en="{all} sources contradict each other")
CONFLICT_OF_SOME: Final = LocalText(
    zh="{all} 个来源中有 {some} 个相符，但与其余的矛盾", en="{some} of {all} sources agree, but not with the rest"
)
CONFLICT_OF_REPORTS: Final = LocalText(zh="{reports}互有矛盾，不可能都对", en="{reports} that cannot all be right")
REVISED: Final = LocalText(zh="先报{old}，后更正为{new}", en="first {old}, then corrected to {new}")
CAME_OUT: Final = LocalText(zh="先报{old}，后为{new}", en="first {old}, then reported as {new}")
AGREE: Final = LocalText(zh="{all} 个独立来源相符", en="{all} independent sources agree")
REPEATED: Final = LocalText(zh="{reports}，同出一源", en="{reports}, all from one source")
ONCE: Final = LocalText(zh="每个数只有一次报道", en="no number was reported more than once")

NOTE: Final = LocalText(
    zh="圆点为所报的数，横线为其写法容许的范围，浅色带为各篇都容许的范围；空心为已更正的数，菱形为与别家矛盾的数，"
    "小点为同源的重复。发布者或数字来源相同的报道，算一个来源。",
    en="Dot: the reported number. Line: the range that its digits and words allow. Pale band: the range that all "
    "reports allow. Hollow: corrected since. Diamond: contradicted. Small: the same source again (a shared publisher "
    "or issuer).",
)
STANDS: Final = LocalText(zh="现行数", en="stands")
CORRECTED: Final = LocalText(zh="{date}由{publisher}更正：{reason}", en="corrected by {publisher}, {date}: {reason}")
REPEATS: Final = LocalText(zh="与{publisher} {date}的报道同源", en="same source as {publisher}, {date}")
CONTRADICTS: Final = LocalText(zh="与{publishers}矛盾", en="contradicts {publishers}")
AND_OTHERS: Final = LocalText(zh="{publishers}等 {count} 家", en="{publishers} and others, {count} in all")

ALT: Final = LocalText(zh="点与范围图。{title}。{marks}。", en="Chart of dots and ranges. {title}. {marks}.")
ALT_ROW: Final = LocalText(zh="{publisher}（{detail}）：{number}", en="{publisher} ({detail}): {number}")
