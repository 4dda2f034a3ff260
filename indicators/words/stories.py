"""Words of charts: titles that say the finding, notes that say how to read it."""

from collections.abc import Mapping
from typing import Final

from indicators.panels import By
from indicators.text import LocalText

JOIN: Final = LocalText(zh=" · ", en=" · ")
COMMA: Final = LocalText(zh="，", en=", ")
SEMICOLON: Final = LocalText(zh="；", en="; ")
NOT_REPORTED: Final = LocalText(zh="未报道", en="not reported")

BY: Final[Mapping[By, LocalText]] = {
    "sector": LocalText(zh="{metric}，按行业", en="{metric}, by sector"),
    "region": LocalText(zh="{metric}，按地区", en="{metric}, by region"),
}
LEVEL_TITLE: Final = LocalText(
    zh="{period}，{name}在 {count} 项中居首：{value}", en="{name} leads the {count} reported in {period}: {value}"
)
LEVEL_TITLE_OF_ONE: Final = LocalText(zh="{period}，{name}：{value}", en="{name}, {period}: {value}")

GROWTH_TITLE: Final = LocalText(
    zh="{all} 项指标中有 {rising} 项同比增长", en="{rising} of {all} indicators rose on a year earlier"
)
GROWTH_NOTE: Final = LocalText(
    zh="各项最近一期的同比增速，照原文。", en="Growth on the same period a year earlier, as reported; newest of each series."
)

PROGRESS_TITLE: Final = LocalText(
    zh="{all} 项计划中有 {ahead} 项进度不慢于时间", en="{ahead} of {all} plans keep pace with the year, or beat it"
)
PROGRESS_NOTE: Final = LocalText(
    zh="完成年度计划的比例；竖线为当时一年已过去的比例。",
    en="Share of the plan that is done; the tick marks the share of the year that had gone.",
)
AHEAD: Final = LocalText(zh="快于时间进度 {points} 个百分点", en="{points} points ahead of pace")
BEHIND: Final = LocalText(zh="慢于时间进度 {points} 个百分点", en="{points} points behind pace")
ON_PACE: Final = LocalText(zh="与时间进度持平", en="on pace")

ALT: Final = LocalText(zh="条形图。{title}。{rows}{more}。", en="Bar chart. {title}. {rows}{more}.")
AND_MORE: Final = LocalText(zh="；另有 {count} 项", en="; and {count} more")
