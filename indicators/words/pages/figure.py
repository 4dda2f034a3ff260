"""Words of the page of a figure beside what its evidence says: headings, rows of comparison, actions."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText

OF_PERIOD: Final = LocalText(zh="{nature}，{period}", en="{nature}, {period}")
GROWTH: Final = LocalText(zh="同比", en="on a year earlier")
OTHER_GROWTH: Final = LocalText(zh="比{period}", en="since {period}")
CHANGE: Final = LocalText(zh="同比增减", en="change on a year earlier")
OTHER_CHANGE: Final = LocalText(zh="比{period}增减", en="change since {period}")
COMPLETION: Final = LocalText(zh="占年度计划", en="of the annual plan")
COMPLETION_OF_TARGET: Final = LocalText(zh="占目标", en="of the target")
SHARE: Final = LocalText(zh="占整体", en="of the whole")
AHEAD: Final = LocalText(zh="个百分点，快于时间进度", en="points ahead of the calendar")
BEHIND: Final = LocalText(zh="个百分点，慢于时间进度", en="points behind the calendar")
ON_TIME: Final = LocalText(zh="与时间进度相当", en="on the pace of the calendar")
FROM_TO: Final = LocalText(zh="{low} 至 {high}", en="{low} to {high}")
ITEMISED: Final = LocalText(zh="已分列", en="itemised in reported parts")
DERIVED: Final = LocalText(zh="推算", en="derived")

PRINTED_WORDS: Final = LocalText(zh="印出的原文", en="The words that were printed")
GLOSS: Final = LocalText(zh="{digits} × {multiplied} = {result}", en="{digits} × {multiplied} = {result}")
MULTIPLIERS: Final[Mapping[int, LocalText]] = {
    1: LocalText(zh="10", en="10"),
    2: LocalText(zh="100", en="100"),
    3: LocalText(zh="1000", en="1,000"),
    4: LocalText(zh="1万", en="10,000"),
    5: LocalText(zh="10万", en="100,000"),
    6: LocalText(zh="100万", en="1 million"),
    7: LocalText(zh="1000万", en="10 million"),
    8: LocalText(zh="1亿", en="100 million"),
    9: LocalText(zh="10亿", en="1 billion"),
    10: LocalText(zh="100亿", en="10 billion"),
    11: LocalText(zh="1000亿", en="100 billion"),
    12: LocalText(zh="1万亿", en="1 trillion"),
}
"""Powers of ten in the words of the reader."""

UP_ON_YEAR: Final = LocalText(zh="同比增长{growth}", en="Up {growth} on a year earlier")
DOWN_ON_YEAR: Final = LocalText(zh="同比下降{growth}", en="Down {growth} on a year earlier")
OF_THE_PLAN: Final = LocalText(zh="完成全年计划的{share}", en="{share} of the annual plan")
OF_THE_TARGET: Final = LocalText(zh="完成目标的{share}", en="{share} of the target")
COMPARED: Final = LocalText(zh="与{others}相比", en="Beside {others}")
WITH_BEFORE: Final = LocalText(zh="上年同期", en="a year earlier")
WITH_OTHER_BASE: Final = LocalText(zh="前期", en="the period before")
WITH_PARTS: Final = LocalText(zh="各部分", en="its parts")
WITH_WHOLE: Final = LocalText(zh="整体", en="the whole")
WITH_PLAN: Final = LocalText(zh="计划", en="the plan")
WITH_TARGET: Final = LocalText(zh="目标", en="the target")
IN_UNIT: Final = LocalText(zh="{metric}，{unit}。", en="{metric}, {unit}.")
HATCHED: Final = LocalText(zh="斜线：推算，没有报道。", en="Hatched: derived, not printed.")
TICK: Final = LocalText(zh="竖线：按时间进度应完成的计划。", en="Upright line: the plan for the part of the year gone.")
BEFORE: Final = LocalText(zh="上年同期", en="A year earlier")
OTHER_BASE: Final = LocalText(zh="所比时期", en="The period before")
THIS: Final = LocalText(zh="此数", en="This figure")
WHOLE: Final = LocalText(zh="整体：{name}", en="The whole: {name}")
REST: Final = LocalText(zh="未列明", en="Not itemised")
FURTHER_PARTS: Final = LocalText(zh="其余 {count} 个部分", en="{count} further parts")
PLAN: Final = LocalText(zh="计划", en="Plan")
TARGET: Final = LocalText(zh="目标", en="Target")
LESS_THAN: Final = LocalText(zh="<{number}", en="<{number}")

SERIES: Final = LocalText(zh="所在的序列", en="The series it belongs to")
HIGHEST_IN_TIME: Final = LocalText(zh="所报道的{periods}中最高", en="The highest of {periods}")
LOWEST_IN_TIME: Final = LocalText(zh="所报道的{periods}中最低", en="The lowest of {periods}")
PERIODS: Final[Mapping[str, LocalText]] = {
    "P1Y": LocalText(zh=" {count} 年", en="{count} reported years"),
    "P6M": LocalText(zh=" {count} 个半年", en="{count} reported half-years"),
    "P3M": LocalText(zh=" {count} 个季度", en="{count} reported quarters"),
    "P1M": LocalText(zh=" {count} 个月", en="{count} reported months"),
}
"""Length of a period → so many of them."""
OTHER_PERIODS: Final = LocalText(zh=" {count} 个同样长的时期", en="{count} reported periods of this length")
DATES: Final = LocalText(zh=" {count} 个时点", en="{count} reported dates")
HIGHEST_OF_PLACES: Final = LocalText(zh="{count} 个地方中最高", en="The highest of {count} places")
LOWEST_OF_PLACES: Final = LocalText(zh="{count} 个地方中最低", en="The lowest of {count} places")
RANK_OF_PLACES: Final = LocalText(zh="{count} 个地方中居第{ordinal}", en="{ordinal} of {count} places")
NUMBER_OF_PLACES: Final = LocalText(zh="{count} 个地方中居第 {rank}", en="Number {rank} of {count} places")
ORDINALS: Final = (
    LocalText(zh="一", en="First"),
    LocalText(zh="二", en="Second"),
    LocalText(zh="三", en="Third"),
    LocalText(zh="四", en="Fourth"),
    LocalText(zh="五", en="Fifth"),
    LocalText(zh="六", en="Sixth"),
    LocalText(zh="七", en="Seventh"),
    LocalText(zh="八", en="Eighth"),
    LocalText(zh="九", en="Ninth"),
)
SERIES_NOTE: Final = LocalText(
    zh="同一指标、同一地方、同样长度的时期，{first}至{last}。没有报道的时期空着。",
    en="Same metric and place, periods of one length, {first} to {last}. What nobody reported is left empty.",
)
SERIES_POINT: Final = LocalText(zh="{period}：{number}", en="{period}: {number}")
IN_TIME: Final = LocalText(zh="放在时间里看", en="See it in time")

OTHERS_OF_METRIC: Final = LocalText(zh="同一指标的其他数", en="Other figures of this metric")
NOT_RANKED: Final = LocalText(zh="{differences}不同，不可排名。", en="They differ in {differences}: not to be ranked.")
DIFFERENCES: Final[Mapping[str, LocalText]] = {
    "sector": LocalText(zh="行业", en="sector"),
    "group": LocalText(zh="分组", en="group"),
    "period": LocalText(zh="时期", en="period"),
    "nature": LocalText(zh="性质", en="nature"),
}
ALL_OF_METRIC: Final = LocalText(zh="全部：{metric}", en="All: {metric}")
ALL_RECORDED: Final = LocalText(zh="所录内容", en="All that is recorded")

LINK: Final = LocalText(zh="链接与嵌入", en="Link and embed")
COPY: Final = LocalText(zh="复制", en="Copy")
COPIED: Final = LocalText(zh="已复制", en="Copied")
WRONG: Final = LocalText(zh="发现错误？", en="Something wrong?")
REPORT: Final = LocalText(zh="报告此数的错误", en="Report an error in this figure")
REPORT_SUBJECT: Final = LocalText(zh="数据有误：{figure}", en="Error in a figure: {figure}")
REPORT_BODY: Final = LocalText(
    zh="数：{figure}（{name}）\n原文：{words}\n链接：{link}\n\n问题：",
    en="Figure: {figure} ({name})\nPrinted words: {words}\nLink: {link}\n\nWhat is wrong: ",
)
CARD_MORE: Final = LocalText(zh="原文与出处", en="Evidence and source")
AS_PAGE: Final = LocalText(zh="在整页中打开", en="Open as a page")
