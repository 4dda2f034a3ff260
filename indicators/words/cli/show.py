"""Words of ``indicators show``: its arguments, its table, and what it cannot find."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText

FILTERS: Final[Mapping[str, LocalText]] = {
    "metric": LocalText(zh="只列这些指标（标识或名称，可写多个）", en="only these metrics (one or more ids or names)"),
    "region": LocalText(zh="只列这些地区和它们的下属地区", en="only these regions and the regions in them"),
    "sector": LocalText(zh="只列这些行业", en="only these sectors"),
    "group": LocalText(zh="只列这些分组，all 为总体", en="only these groups; all means the whole"),
    "period": LocalText(zh="只列这些时期，如 2022-S1", en="only these periods, such as 2022-S1"),
    "nature": LocalText(zh="只列 actual、target 或 expected", en="only actual, target or expected figures"),
    "publisher": LocalText(zh="只列这些发布者的报道", en="only articles of these publishers"),
    "article": LocalText(zh="只列这些报道", en="only these articles"),
}
DERIVED: Final = LocalText(zh="也列出由这些数推算的数", en="also list figures derived from these")
LIMIT: Final = LocalText(zh="最多列这么多行", en="maximum number of lines")
FORMAT: Final = LocalText(
    zh="table：对齐的表，文字裁到终端的宽度；csv 和 json：给别的程序，数字不舍入，"
    "csv 的文字在电子表格里不会成为公式（默认 table）",
    en="table: aligned, and cut to the width of a terminal; csv and json: for other programs, with unrounded numbers; "
    "no text in csv becomes a formula in a spreadsheet (default: table)",
)
NOT_A_COUNT: Final = LocalText(zh="“{value}”不是正整数", en="“{value}” is not a positive whole number")

COLUMNS: Final[Mapping[str, LocalText]] = {
    "metric": LocalText(zh="指标", en="Metric"),
    "place": LocalText(zh="地区、行业、分组", en="Place, sector, group"),
    "period": LocalText(zh="时期", en="Period"),
    "nature": LocalText(zh="性质", en="Nature"),
    "printed": LocalText(zh="原文数字", en="As printed"),
    "value": LocalText(zh="数值", en="Value"),
    "growth": LocalText(zh="同比", en="Growth"),
    "change": LocalText(zh="增减", en="Change"),
    "share": LocalText(zh="占整体", en="Share of whole"),
    "completion": LocalText(zh="完成计划", en="Share of plan"),
    "publisher": LocalText(zh="发布者", en="Publisher"),
}
FOLLOWS: Final = LocalText(zh="{metric}：{label}", en="{metric}: {label}")
IS_DERIVED: Final = LocalText(zh="推算", en="Derived")
OMITTED: Final = LocalText(zh="……另有 {count} 行。", en="… and {count} more.")
NOTHING: Final = LocalText(zh="没有符合这些条件的数。", en="No figure matches.")

THINGS: Final[Mapping[str, LocalText]] = {
    "period": LocalText(zh="时期", en="period"),
    "nature": LocalText(zh="性质", en="nature"),
}
"""What can be filtered by beside the kinds of entries."""
UNKNOWN: Final = LocalText(zh="没有{thing}“{value}”。", en="there is no {thing} “{value}”.")
