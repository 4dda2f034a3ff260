"""Words of ``indicators claim``: the verdicts on numbers of a draft, what stands behind each, and its help."""

from collections.abc import Mapping
from typing import Final

from indicators.model.subjects import Nature
from indicators.values.text import Counted, LocalText

VERDICTS: Final[Mapping[str, LocalText]] = {
    "agrees": LocalText(zh="相符", en="Agrees"),
    "differs": LocalText(zh="不符", en="Differs"),
    "slip": LocalText(zh="差{times}倍", en="Off by {times}"),
    "points-as-percent": LocalText(zh="把百分点当成了百分比", en="Points, told as per cent"),
    "percent-as-points": LocalText(zh="把百分比当成了百分点", en="Per cent, told as points"),
    "other-period": LocalText(zh="数对，时期不对", en="Right number, other period"),
    "other-place": LocalText(zh="数对，地区不对", en="Right number, other place"),
    "other-group": LocalText(zh="数对，口径不对", en="Right number, of another sector or group"),
    "other-metric": LocalText(zh="数对，指标不对", en="Right number, of another indicator"),
    "other-currency": LocalText(zh="数对，币种不对", en="Right number, other currency"),
    "other-rate": LocalText(zh="数对，说的不是这个比率", en="Right number, of another rate"),
    "adds-up": LocalText(zh="加总相符", en="Adds up"),
    "wrong-sum": LocalText(zh="加总不符", en="Does not add up"),
    "bears-out": LocalText(zh="对比相符", en="Works out"),
    "wrong-comparison": LocalText(zh="对比不符", en="Does not work out"),
    "target-as-result": LocalText(zh="这是计划，不是结果", en="A target, told as a result"),
    "forecast-as-result": LocalText(zh="这是预计，不是结果", en="A forecast, told as a result"),
    "result-as-plan": LocalText(zh="这是结果，不是计划或预计", en="A result, told as a target or a forecast"),
    "qualifier": LocalText(zh="“{said}”与原报道的“{printed}”不同", en="“{said}” is not the report's “{printed}”"),
    "superseded": LocalText(zh="后来改过", en="Superseded since"),
    "disputed": LocalText(zh="各家说法不一", en="Disputed"),
    "not-reported": LocalText(zh="未见报道", en="Not reported here"),
}
"""The codes of verdicts (``curate.claims``) → what readers see."""
OTHER_YEAR: Final = LocalText(zh="数对，年份不对", en="Right number, other year")
WORD_DROPPED: Final = LocalText(zh="少了“{word}”字", en="“{word}” was dropped")
WORD_ADDED: Final = LocalText(zh="多了“{word}”字", en="“{word}” was added")
TIMES: Final[Mapping[int, LocalText]] = {
    1: LocalText(zh="十", en="ten"),
    2: LocalText(zh="一百", en="a hundred"),
    3: LocalText(zh="一千", en="a thousand"),
    4: LocalText(zh="一万", en="10,000"),
    8: LocalText(zh="一亿", en="100 million"),
}
"""The exponent of a factor of ten → the factor in words."""

TOO_HIGH: Final = LocalText(zh="高出 {amount}{relative}", en="{amount} too high{relative}")
TOO_LOW: Final = LocalText(zh="低了 {amount}{relative}", en="{amount} too low{relative}")
RELATIVE: Final = LocalText(zh="（{percent}）", en=" ({percent})")
POINTS: Final = LocalText(zh="{number} 个百分点", en="{number} percentage points")
WAN_FOR_YI: Final = LocalText(zh="“万”应是“亿”", en="“万” should be “亿”")
YI_FOR_WAN: Final = LocalText(zh="“亿”应是“万”", en="“亿” should be “万”")
HINTS: Final[Mapping[str, LocalText]] = {
    "digits-swapped": LocalText(zh="有两个数字像是写颠倒了", en="two digits seem to have changed places"),
    "direction": LocalText(zh="升降说反了", en="a rise and a fall were mixed up"),
}
RISES: Final[Mapping[str, LocalText]] = {
    "growth": LocalText(zh="增长{printed}", en="a rise of {printed}"),
    "change": LocalText(zh="增加{printed}", en="a rise of {printed}"),
    "points": LocalText(zh="提高{printed}", en="a rise of {printed}"),
}
FALLS: Final[Mapping[str, LocalText]] = {
    "growth": LocalText(zh="下降{printed}", en="a fall of {printed}"),
    "change": LocalText(zh="减少{printed}", en="a fall of {printed}"),
    "points": LocalText(zh="下降{printed}", en="a fall of {printed}"),
}
GLOSS: Final = LocalText(zh="{printed}（{amount}）", en="{printed} ({amount})")
"""An amount of the other language as it was printed, and what it is in the reader's language."""
PRINTED: Final = LocalText(zh="原报道印的是 {printed}", en="the report has {printed}")
OF_WHAT: Final = LocalText(zh="{printed} 是{subject}的", en="{printed} is of {subject}")
OF_NATURE: Final[Mapping[Nature, LocalText]] = {
    "actual": LocalText(zh="{printed} 是{period}的实际数", en="{printed} is a result of {period}"),
    "target": LocalText(zh="{printed} 是{period}的计划数", en="{printed} is a target for {period}"),
    "expected": LocalText(zh="{printed} 是{period}的预计数", en="{printed} is a forecast for {period}"),
}
ADDED: Final = LocalText(
    zh="报道印的是 {printed}，加起来是 {total}", en="reports have {printed}, which add up to {total}"
)
COMPARED: Final[Mapping[str, LocalText]] = {
    "ratio": LocalText(
        zh="报道印的是 {printed}，前者是后者的 {value} 倍", en="reports have {printed}: {value} times as much"
    ),
    "share": LocalText(zh="报道印的是 {printed}，前者占 {value}%", en="reports have {printed}: a share of {value}%"),
    "difference": LocalText(zh="报道印的是 {printed}，相差 {value}", en="reports have {printed}: {value} apart"),
    "rank": LocalText(zh="报道印的是 {printed}", en="reports have {printed}"),
}
PLACED: Final = LocalText(zh="{place} {printed}", en="{place} {printed}")
OF_RATE: Final[Mapping[str, LocalText]] = {
    "growth": LocalText(zh="{printed} 是增速", en="{printed} is the growth"),
    "share": LocalText(zh="{printed} 是占总数的比重", en="{printed} is the share of the whole"),
    "completion": LocalText(zh="{printed} 是占计划的比重", en="{printed} is the share of the plan"),
}
NEWER: Final = LocalText(zh="现在是 {newer}，原先印的是 {older}", en="now {newer}; {older} was printed before")
SEVERAL: Final = LocalText(zh="各家印的是 {printed}", en="reports have {printed}")
NOBODY_KNOWS: Final = LocalText(zh="对不对，这里无从知道", en="whether it is right cannot be known here")
NEAREST: Final = LocalText(
    zh="最近的是{metric}，{subject}：{printed}", en="the nearest is {metric}, {subject}: {printed}"
)
OPEN: Final = LocalText(zh="难以断定", en="Cannot be told")
"""The verdict where a report has another number, and the words do not say that it is of the same."""
PERHAPS: Final = LocalText(
    zh="说的是不是同一件事，这里看不出；{metric}，{subject}，报道印的是 {printed}",
    en="whether it is the same thing is not clear from the words; of {metric}, {subject}, the report has {printed}",
)

HEAD: Final = LocalText(
    zh="这里只知道印过什么，不知道真相：没有报道过的数，不算错。",
    en="What was printed is known here, not what is true: a number that nobody reported is not called wrong.",
)
NUMBERS: Final = Counted(LocalText(zh="1 个数", en="1 number"), LocalText(zh="{count} 个数", en="{count} numbers"))
TALLY: Final = LocalText(zh="{name} {count}", en="{name}: {count}")
NO_CLAIM: Final = LocalText(zh="没有认出可以核对的数。", en="No number was found that can be held against reports.")
UNDATED: Final = Counted(
    LocalText(
        zh="有 1 个数说不清是哪一年的；给出稿子的日期，能多查一些。",
        en="Of 1 number the year is not clear; with the date of the draft more can be checked.",
    ),
    LocalText(
        zh="有 {count} 个数说不清是哪一年的；给出稿子的日期，能多查一些。",
        en="Of {count} numbers the year is not clear; with the date of the draft more can be checked.",
    ),
)
LEFT_OUT: Final = LocalText(zh="不核对：{words}（{reason}）", en="not looked at: {words} ({reason})")
QUOTED: Final = LocalText(zh="“{quote}”", en="“{quote}”")

TEXT: Final = LocalText(
    zh="稿子的文本（UTF-8）；- 是标准输入", en="the text of a draft or a report, in UTF-8; - is standard input"
)
FORMAT_HELP: Final = LocalText(zh="text（默认）或 json", en="text (the default) or json")
PUBLISHED_HELP: Final = LocalText(
    zh="稿子的日期，用来补全“上半年”等没有年份的时期，如 2022-08-08",
    en="the day of the draft, which completes periods without a year, such as 2022-08-08",
)
SLIPS: Final = LocalText(zh="差十倍、一万倍", en="Off by a power of ten")
QUALIFIERS: Final = LocalText(zh="少了或多了“余”“超”等字", en="“Over” or the like was dropped or added")
"""The verdicts whose words depend on the number, in the count of all."""
