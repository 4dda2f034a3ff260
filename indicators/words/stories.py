"""Words of charts: titles that say the finding, notes that say how to read it."""

from collections.abc import Mapping
from typing import Final

from indicators.panels import By
from indicators.quantities import Qualifier
from indicators.text import LocalText

JOIN: Final = LocalText(zh=" · ", en=" · ")
COMMA: Final = LocalText(zh="，", en=", ")
SEMICOLON: Final = LocalText(zh="；", en="; ")
NOT_REPORTED: Final = LocalText(zh="未报道", en="not reported")

QUALIFIED: Final[Mapping[Qualifier, str]] = {
    "exact": "{number}",
    "about": "about {number}",
    "nearly": "nearly {number}",
    "over": "over {number}",
    "under": "under {number}",
    "at-least": "at least {number}",
    "at-most": "up to {number}",
}
"""How English qualifies a number; Chinese shows it as it was printed."""

BY: Final[Mapping[By, LocalText]] = {
    "sector": LocalText(zh="{metric}，按行业", en="{metric}, by sector"),
    "region": LocalText(zh="{metric}，按地区", en="{metric}, by region"),
}
LEVEL_TITLE: Final = LocalText(zh="{period}，{name}居首：{value}", en="Highest in {period}: {name}, {value}")
LEVEL_TITLE_OF_PARTS: Final = LocalText(
    zh="{whole}{total}，其中{name}最多：{value}", en="Largest part of {whole}: {name}, {value} of {total}"
)
LEVEL_TITLE_OF_ONE: Final = LocalText(zh="{period}，{name}：{value}", en="{name}, {period}: {value}")

GROWTH_TITLE: Final = LocalText(
    zh="{all} 项指标中有 {rising} 项同比增长", en="{rising} of {all} indicators rose on a year earlier"
)
GROWTH_TITLE_OF_ONE: Final = LocalText(zh="{name}同比 {change}", en="{name}: {change} on a year earlier")
GROWTH_NOTE: Final = LocalText(
    zh="各项最近一期的同比增速，照原文。",
    en="Growth on the same period a year earlier, as reported; newest of each series.",
)

PROGRESS_TITLE: Final = LocalText(
    zh="{all} 项计划中有 {ahead} 项进度不慢于时间", en="{ahead} of {all} plans keep pace with the year, or beat it"
)
PROGRESS_TITLE_OF_ONE: Final = LocalText(zh="{name}：已完成计划的 {share}", en="{name}: {share} of the plan is done")
PROGRESS_NOTE: Final = LocalText(
    zh="完成年度计划的比例。深色竖线：一年已过去的比例；灰色竖线：全部计划。",
    en="Share of the plan that is done. Dark tick: the share of the year that had gone; grey tick: the whole plan.",
)
AHEAD: Final = LocalText(zh="快于时间进度 {points} 个百分点", en="{points} points ahead of pace")
BEHIND: Final = LocalText(zh="慢于时间进度 {points} 个百分点", en="{points} points behind pace")
ON_PACE: Final = LocalText(zh="与时间进度持平", en="on pace")

ALT: Final = LocalText(zh="条形图。{title}。{rows}{more}。", en="Bar chart. {title}. {rows}{more}.")
AND_MORE: Final = LocalText(zh="；另有 {count} 项", en="; and {count} more")
