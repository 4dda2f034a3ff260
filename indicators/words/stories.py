"""Words of charts: titles that state a finding, and notes on how to read the chart."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from indicators.frames.comparable import Caution
from indicators.frames.panels import By
from indicators.frames.timelines import Shape
from indicators.model.subjects import Nature, Tree
from indicators.values.text import Counted, LocalText

BY: Final[Mapping[By, LocalText]] = {
    "sector": LocalText(zh="{metric}，按行业", en="{metric}, by sector"),
    "region": LocalText(zh="{metric}，按地区", en="{metric}, by region"),
    "group": LocalText(zh="{metric}，按分组", en="{metric}, by group"),
}
LEVEL_TITLE: Final = LocalText(
    zh="{period}{metric}：{name}居首，{value}", en="{metric}, {period}: {name} highest at {value}"
)
LEVEL_TITLE_OF_PARTS: Final = LocalText(
    zh="{period}{metric}：{whole}{total}，其中{name}最多，{value}",
    en="{metric}, {period}: {name} is the largest part of {whole}, {value} of {total}",
)
LEVEL_TITLE_OF_ALL_PARTS: Final = LocalText(
    zh="{period}{metric}：{total}，其中{name}最多，{value}",
    en="{metric}, {period}: {name} is the largest part, {value} of {total}",
)
"""For parts of a metric's own total, which needs no other name."""
PLACE_AND_PERIOD: Final = LocalText(zh="{place}{period}", en="{place}, {period}")
LEVEL_TITLE_OF_ONE: Final = LocalText(zh="{period}{metric}：{name}{value}", en="{metric}, {period}: {name}, {value}")
LEVEL_TITLE_OF_ALL: Final = LocalText(zh="{period}{metric}：{value}", en="{metric}, {period}: {value}")

LEGEND: Final[Mapping[str, LocalText]] = {
    "whole": LocalText(zh="整体", en="whole"),
    "actual": LocalText(zh="实际", en="actual"),
    "target": LocalText(zh="目标", en="target"),
    "expected": LocalText(zh="预计", en="expected"),
    "derived": LocalText(zh="推算", en="derived"),
}
"""Style of a mark → what it means."""


class GrowthSentences(NamedTuple):
    """What is said of several things: how many grew, or fell where none grew, or that neither is certain."""

    grew: LocalText
    fell: LocalText
    unknown: LocalText


GREW: Final = GrowthSentences(
    grew=LocalText(
        zh="{period}，{metric}在 {all}中有 {count} 个同比增长", en="{metric} grew in {count} of {all}, {period}"
    ),
    fell=LocalText(
        zh="{period}，{metric}在 {all}中有 {count} 个同比下降", en="{metric} fell in {count} of {all}, {period}"
    ),
    unknown=LocalText(
        zh="{period}，{metric}在 {all}中增减都不能确定", en="{metric}: hardly any change in {all}, {period}"
    ),
)
METRICS_GREW: Final = GrowthSentences(
    grew=LocalText(
        zh="{period}，{place}的 {all}中有 {count} 项同比增长",
        en="{place}, {period}: {count} of {all} grew on a year earlier",
    ),
    fell=LocalText(
        zh="{period}，{place}的 {all}中有 {count} 项同比下降",
        en="{place}, {period}: {count} of {all} fell on a year earlier",
    ),
    unknown=LocalText(
        zh="{period}，{place}的 {all}增减都不能确定",
        en="{place}, {period}: hardly any change in {all}",
    ),
)
OF_WHAT: Final = LocalText(zh="{metric}（{what}）", en="{metric} ({what})")
GROWTH_OF_ONE: Final = LocalText(
    zh="{period}，{metric}同比 {change}", en="{metric}: {change} on a year earlier, {period}"
)
GROWTH_OF_MANY: Final = LocalText(zh="与上年同期相比的增速", en="Growth on a year earlier")
GROWTH_THINGS: Final[Mapping[Tree, Counted]] = {
    "region": Counted(LocalText(zh="1 个地区", en="1 place"), LocalText(zh="{count} 个地区", en="{count} places")),
    "sector": Counted(LocalText(zh="1 个行业", en="1 sector"), LocalText(zh="{count} 个行业", en="{count} sectors")),
    "group": Counted(LocalText(zh="1 个分组", en="1 group"), LocalText(zh="{count} 个分组", en="{count} groups")),
}
"""What is counted, by the tree in which the figures differ."""
INDICATORS: Final = Counted(
    LocalText(zh="1 项指标", en="1 indicator"), LocalText(zh="{count} 项指标", en="{count} indicators")
)
GROWTH_NOTE: Final = LocalText(
    zh="各项最近一期的同比增速，照原文。",
    en="Growth against the same period a year earlier, as reported; the latest figure of each series.",
)

GROWTH_PERIODS_NOTE: Final = LocalText(
    zh="各时期的同比增速，照原文。", en="Growth against the same period a year earlier, as reported, period by period."
)

PROGRESS_TITLE: Final = LocalText(zh="{metric}：{finding}", en="{metric}: {finding}")
PLANS_AHEAD: Final = LocalText(
    zh="{period}，{all}中有 {ahead} 项快于时间进度", en="{ahead} of {all} ahead of the calendar, {period}"
)
PLANS_EXCEEDED: Final = LocalText(zh="{period}，{all}中有 {ahead} 项超额完成", en="{ahead} of {all} exceeded, {period}")
PROGRESS_TITLE_OF_ONE: Final = LocalText(
    zh="{period}，{metric}已完成计划的 {share}", en="{metric}: {share} of the plan completed, {period}"
)
PLANS: Final = Counted(LocalText(zh="1 项计划", en="1 plan"), LocalText(zh="{count} 项计划", en="{count} plans"))
PROGRESS_NOTE: Final = LocalText(
    zh="完成年度计划的比例。深色竖线：一年已过去的比例；灰色竖线：全部计划。",
    en="Share of the plan completed. Dark tick: the share of the year that had passed; grey tick: the whole plan.",
)
AHEAD: Final = LocalText(zh="快于时间进度 {points} 个百分点", en="{points} points ahead of schedule")
BEHIND: Final = LocalText(zh="慢于时间进度 {points} 个百分点", en="{points} points behind schedule")
ON_PACE: Final = LocalText(zh="与时间进度持平", en="on schedule")

ALT: Final = LocalText(zh="条形图。{title}。{marks}。", en="Bar chart. {title}. {marks}.")
ALT_WITHOUT_BARS: Final = LocalText(zh="{title}。{marks}。", en="{title}. {marks}.")
UNDER: Final = LocalText(zh="{heading}：{rows}", en="{heading}: {rows}")
AND_MORE: Final = LocalText(zh="；另有 {count} 项", en="; and {count} more")

MORE_BETWEEN: Final = LocalText(zh="中间还有 {count} 项", en="{count} more between")
"""Where rows are left out of a list."""

NOT_ITEMISED: Final = LocalText(zh="未分列（推算）", en="Not itemised (derived)")
PARTS_TITLE: Final = LocalText(zh="{whole}{total}，其中{name}占{part}", en="{name}: {part} of {whole}, {total}")
PARTS_NOTE: Final = LocalText(
    zh="各部分首尾相接；斜纹为整体减去各部分的余数，由程序推算。",
    en="Parts are placed end to end. Hatched: the rest of the whole, calculated here.",
)
PIPELINE_TITLE: Final = LocalText(
    zh="{first}{count}，{last}{reached}（{place}，{period}）",
    en="{first}: {count}; {last}: {reached} ({place}, {period})",
)
PIPELINE_NOTE: Final = LocalText(zh="各步在同一时点的数目。", en="The number at each step at the same time.")
A_YEAR_EARLIER: Final = LocalText(zh="{period}（推算）", en="{period} (derived)")
THEN_TITLE: Final = LocalText(
    zh="{metric}由上年同期的{then}变为{period}的{now}", en="{metric}: from {then} to {now} in a year, {period}"
)
THEN_NOTE: Final = LocalText(
    zh="实心为报道的数；斜纹为上年同期数，由数值 ÷（1 + 同比增速）推算。每对各用一个尺度；按可比价格的增速不推算。",
    en="Filled: as reported. Hatched: a year earlier, calculated as value ÷ (1 + growth). Each pair has its own scale. "
    "Growth at constant prices is left out.",
)

COVERAGE_TITLE: Final = LocalText(
    zh="地区与行业的 {all} 种组合中，{filled} 种有报道", en="{filled} of {all} pairs of region and sector have figures"
)
COVERAGE_NOTE: Final = LocalText(
    zh="方格里是数的个数；小点表示没有报道，不是零。选中方格，列出其中各数。",
    en="Squares show the number of figures; a dot means not reported, which is not zero. Select a square to list them.",
)
COVERAGE_CELL: Final = LocalText(zh="{region}，{sector}：{figures}", en="{region}, {sector}: {figures}")

TIME_TITLE: Final[Mapping[Literal["rose", "fell", "was"], LocalText]] = {
    "rose": LocalText(
        zh="{name}：由{start}的{then}增至{end}的{now}", en="{name}: up from {then} in {start} to {now} in {end}"
    ),
    "fell": LocalText(
        zh="{name}：由{start}的{then}降至{end}的{now}", en="{name}: down from {then} in {start} to {now} in {end}"
    ),
    "was": LocalText(zh="{name}：{start}{then}，{end}{now}", en="{name}: {then} in {start}, {now} in {end}"),
}
"""What is said of two amounts: which is the larger, however they were rounded, or both where that is not known."""
TIME_OF_ONE: Final = LocalText(zh="{period}，{name}：{value}", en="{name}, {period}: {value}")
TIME_EMPTY: Final = Counted(
    LocalText(zh="；其间有 1 年没有数", en="; no figure for one year between"),
    LocalText(zh="；其间有 {count} 年没有数", en="; no figure for {count} years between"),
)
TIME_NOTES: Final[Mapping[Shape, LocalText]] = {
    "bar": LocalText(
        zh="柱宽是时期的长短，柱高是整个时期的数额；只有同样宽的柱才能比高低。",
        en="A bar is as wide as its period and as high as its amount; only bars of one width compare.",
    ),
    "point": LocalText(
        zh="点是时点上的数；相隔不到一年的连实线，更久的连虚线，其间不知。",
        en="Points are counts on a day: a line joins those up to a year apart, dots those further apart.",
    ),
    "span": LocalText(
        zh="点在它的时期上；只连同样长短、前后相接或逐年同期的实际数。",
        en="A point stands on its period; results of one length that follow each other are joined.",
    ),
}
TIME_GROWTH: Final = LocalText(zh="{place} · 同比增长", en="{place} · growth on the year")
IN_UNIT: Final = LocalText(zh="{heading}（{unit}）", en="{heading} ({unit})")
TIME_SCALES: Final = LocalText(zh="各图各用各的标尺。", en="Each panel has a scale of its own.")
TIME_ARROWS: Final = LocalText(
    zh="三角形：原文说不止（▲）或不到（▼）此数。", en="Triangles: more (▲) or less (▼) than the number, as printed."
)
TIME_BASIS: Final = LocalText(
    zh="各数可能出自不同的核算口径（如普查后的修订），不连线，也不说增减。",
    en="The amounts may be on different bases, as after a census; nothing joins them or says that they rose or fell.",
)
TIME_OTHER_BASES: Final = Counted(
    LocalText(
        zh="另有 1 个增速不是与上年同期相比，没有画。",
        en="One rate is against another period than a year earlier: not drawn.",
    ),
    LocalText(
        zh="另有 {count} 个增速不是与上年同期相比，没有画。",
        en="{count} rates are against other periods than a year earlier: not drawn.",
    ),
)
TIME_NOTHING: Final = LocalText(zh="没有数：{years}", en="no figure: {years}")
NO_FIGURE: Final = LocalText(zh="无数", en="no figure")
MAP_TITLE: Final = LocalText(zh="{period}，各地{metric}", en="{metric} by place, {period}")
MAP_TILES: Final = LocalText(
    zh="每地一个同样大小的方块，按大致方位排列，上北下南。",
    en="Equal squares at about their places, north at the top.",
)
MAP_OUTLINES: Final = LocalText(zh="各地轮廓，上北下南。", en="Outlines of the places, north at the top.")
MAP_OF: Final[Mapping[bool, LocalText]] = {
    True: LocalText(zh="颜色为同比增速，下面是数额。", en="Colour: growth on a year earlier; below it the amount."),
    False: LocalText(zh="颜色为数额。", en="Colour: the amount."),
}
"""What the colours show: growth, or amounts."""
MAP_COLOURS: Final[Mapping[Nature, LocalText]] = {
    "target": LocalText(zh="空心为目标，不是结果。", en="Hollow squares are targets, not results."),
    "expected": LocalText(zh="浅色带边为预计，不是结果。", en="Pale squares with an edge are expected, not results."),
}
MAP_SCOPE: Final = LocalText(
    zh="行业：{sector}{group}。性质：{nature}。", en="Sector: {sector}{group}. Nature: {nature}."
)
MAP_WHOLE: Final = LocalText(zh="{place}全域：{number}。", en="{place} as a whole: {number}.")
MAP_STEPS: Final = (
    LocalText(zh="低于 −2%", en="below −2%"),
    LocalText(zh="−2% 至 0", en="−2 to 0"),
    LocalText(zh="0 至 2.5%", en="0 to 2.5"),
    LocalText(zh="2.5% 至 5%", en="2.5 to 5"),
    LocalText(zh="高于 5%", en="above 5%"),
)
"""What the colours of growth mean, in their order."""
MAP_UP_TO: Final = LocalText(zh="至 {low}", en="up to {low}")
MAP_BETWEEN: Final = LocalText(zh="{low} 至 {high}", en="{low} to {high}")
MAP_ABOVE: Final = LocalText(zh="高于 {high}", en="above {high}")

APART: Final = LocalText(
    zh="分开画，各用各的标尺，因为{reason}。", en="Drawn apart and on scales of their own, since {reason}."
)
TOTAL: Final[Mapping[By, Counted]] = {
    "region": Counted(
        LocalText(zh="1 个地区", en="the one region"),
        LocalText(zh="所列 {count} 个地区", en="the {count} regions shown"),
    ),
    "sector": Counted(
        LocalText(zh="1 个行业", en="the one sector"),
        LocalText(zh="所列 {count} 个行业", en="the {count} sectors shown"),
    ),
    "group": Counted(
        LocalText(zh="1 个分组", en="the one group"),
        LocalText(zh="所列 {count} 个分组", en="the {count} groups shown"),
    ),
}
TOTAL_OF_LEVEL: Final[Mapping[By, Counted]] = {
    "region": Counted(
        LocalText(zh="1 个地区", en="the one region"),
        LocalText(zh="同一级的 {count} 个地区", en="the {count} regions of one level"),
    ),
    "sector": Counted(
        LocalText(zh="1 个行业", en="the one sector"),
        LocalText(zh="同一级的 {count} 个行业", en="the {count} sectors of one level"),
    ),
    "group": Counted(
        LocalText(zh="1 个分组", en="the one group"),
        LocalText(zh="同一级的 {count} 个分组", en="the {count} groups of one level"),
    ),
}
TOTAL_SENTENCE: Final = LocalText(
    zh="{where}{things}合计 {value}（推算{range}）{rest}。",
    en="{where}{things} add up to {value} (derived{range}){rest}.",
)
REST: Final = LocalText(
    zh="；{whole}为 {value}，其余 {rest}不在其中", en="; {whole} is given as {value}, of which {rest} is not among them"
)
TOTAL_RANGE: Final = LocalText(zh="，按印出的精度为 {interval}", en="; as printed, {interval}")
IN_PANEL: Final = LocalText(zh="{heading}：", en="{heading}: ")
CAUTIONS: Final[Mapping[Caution, LocalText]] = {
    "zones": LocalText(
        zh="功能区的数可能也计入所在区县，报道没有说明。",
        en="Districts may count the zones in them as their own; the articles do not say.",
    )
}
