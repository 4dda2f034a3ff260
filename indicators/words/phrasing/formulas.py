"""Names of derived numbers, and the formulas that they were calculated with."""

from collections.abc import Mapping
from typing import Final

from indicators.analysis.formulas import Formula
from indicators.values.text import Counted, LocalText

LABELS: Final[Mapping[Formula, LocalText]] = {
    "base": LocalText(zh="上年同期", en="A year earlier"),
    "before": LocalText(zh="{period}", en="{period}"),
    "plan": LocalText(zh="全部计划", en="The whole plan"),
    "pace": LocalText(zh="进度与时间之比", en="Progress against the calendar"),
    "achievement": LocalText(zh="与目标之比", en="Against the target"),
    "share": LocalText(zh="占整体", en="Share of the whole"),
    "remainder": LocalText(zh="未分列部分", en="Not itemised"),
    "growth": LocalText(zh="比{earlier}", en="Since {earlier}"),
    "difference": LocalText(zh="{period}", en="{period}"),
    "ratio": LocalText(zh="{ratio}", en="{ratio}"),
    "total": LocalText(zh="合计", en="Total"),
    "growth-within": LocalText(zh="{period}同比增长", en="Growth on a year earlier, {period}"),
    "contribution": LocalText(zh="对{whole}增长的拉动", en="Contribution to the growth of {whole}"),
    "rest-contribution": LocalText(zh="未分列部分对增长的拉动", en="Contribution of what is not itemised"),
    "index": LocalText(zh="指数，{earlier}为 100", en="Index, {earlier} = 100"),
    "per-head": LocalText(zh="人均", en="Per head"),
}
FORMULAS: Final[Mapping[Formula, LocalText]] = {
    "base": LocalText(zh="{base_a}", en="{base_a}"),
    "before": LocalText(zh="{a} − {change}", en="{a} − {change}"),
    "plan": LocalText(zh="{a} ÷ {done}", en="{a} ÷ {done}"),
    "pace": LocalText(zh="完成 {done} ÷ 一年已过 {gone}", en="{done} completed ÷ {gone} of the year passed"),
    "achievement": LocalText(zh="{a} ÷ 目标 {b}", en="{a} ÷ the target of {b}"),
    "share": LocalText(zh="{a} ÷ {name}{b}", en="{a} ÷ {b} ({name})"),
    "remainder": LocalText(zh="{a} − {rest}", en="{a} − {rest}"),
    "growth": LocalText(zh="{a} ÷ {b} − 1", en="{a} ÷ {b} − 1"),
    "difference": LocalText(zh="{period_a} {a} − {period_b} {b}", en="{a} ({period_a}) − {b} ({period_b})"),
    "ratio": LocalText(zh="{name_a} {a} ÷ {name} {b}", en="{a} ({name_a}) ÷ {b} ({name})"),
    "total": LocalText(zh="{sum}", en="{sum}"),
    "growth-within": LocalText(
        zh="（{a} − {b}）÷（{base_a} − {base_b}）− 1", en="({a} − {b}) ÷ ({base_a} − {base_b}) − 1"
    ),
    "contribution": LocalText(zh="（{a} − {base_a}）÷（{base_b}）", en="({a} − {base_a}) ÷ ({base_b})"),
    "rest-contribution": LocalText(
        zh="{growth_a} −（{changes}）÷（{base_a}）", en="{growth_a} − ({changes}) ÷ ({base_a})"
    ),
    "index": LocalText(zh="{period_a} {a} ÷ {period_b} {b} × 100", en="{a} ({period_a}) ÷ {b} ({period_b}) × 100"),
    "per-head": LocalText(zh="{a} ÷ {name}{b}", en="{a} ÷ {b} ({name})"),
}
"""The formula with its numbers as they were printed; {a} is the first input, {b} the second."""

BASE: Final = LocalText(zh="{a} ÷（1 {sign} {growth}）", en="{a} ÷ (1 {sign} {growth})")
"""An amount a year earlier within a formula."""
CHANGES: Final = Counted(
    LocalText(zh="1 个部分比上年同期的增减", en="the change of the one part on a year earlier"),
    LocalText(zh="{count} 个部分比上年同期的增减之和", en="the sum of the changes of {count} parts on a year earlier"),
)
DERIVED: Final = LocalText(zh="{label}（推算）", en="{label} (derived)")
MANY: Final = Counted(
    LocalText(zh="1 个部分", en="the one part"), LocalText(zh="{count} 个部分之和", en="the sum of {count} parts")
)
RATIOS_TITLE: Final = LocalText(zh="{name}{value}", en="{name}: {value}")
RATIOS_NOTE: Final = LocalText(
    zh="同一地区、行业、分组、时期的两个数相除，由程序推算；单位相同的共用一个尺度。",
    en="One reported figure divided by another of the same region, sector, group and period, calculated here. Ratios "
    "with the same unit share a scale.",
)
