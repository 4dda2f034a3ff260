"""Words of the page of one metric: its views, its filters, and why a view has nothing to show."""

from collections.abc import Mapping
from typing import Final

from indicators.model.subjects import Tree
from indicators.values.text import LocalText

VIEWS_LABEL: Final = LocalText(zh="图表", en="Chart")
ALL_VIEWS: Final = LocalText(zh="全部图表", en="All charts")
UNAVAILABLE: Final = LocalText(zh="（{reason}）", en=" ({reason})")
"""Why a view has nothing to show, behind its name."""
CHOSEN_LABEL: Final = LocalText(zh="已选条件", en="Filters in use")
CHOSEN: Final = LocalText(zh="{filter}：{name}（{count}）", en="{filter}: {name} ({count})")
REMOVE: Final = LocalText(zh="去掉“{name}”", en="Remove “{name}”")
CLEAR: Final = LocalText(zh="全部清除", en="Clear")
OPTION: Final = LocalText(zh="{name}（{count}）", en="{name} ({count})")
NOTHING: Final = LocalText(zh="没有报道过{where}的{metric}。", en="Nothing was reported of {metric} for {where}.")
NOTHING_AT_ALL: Final = LocalText(zh="没有报道过{metric}。", en="Nothing was reported of {metric}.")
SEE: Final = LocalText(zh="看原文和出处", en="See the evidence")

NO_AMOUNTS: Final = LocalText(zh="所选各数都没有刊登数额。", en="None of these figures was printed with an amount.")
ONLY_ONE: Final[Mapping[Tree, LocalText]] = {
    "region": LocalText(
        zh="所选各数都是{name}的，没有别的地区可比。",
        en="All of these figures are of {name}: there is no other place to compare.",
    ),
    "sector": LocalText(
        zh="所选各数都属于{name}，没有别的行业可比。",
        en="All of these figures are of {name}: there is no other sector to compare.",
    ),
    "group": LocalText(
        zh="所选各数都属于{name}，没有别的分组可比。",
        en="All of these figures are of {name}: there is no other group to compare.",
    ),
}
APART: Final[Mapping[Tree, LocalText]] = {
    "region": LocalText(zh="没有两个地区的数可以相比：{reason}。", en="No two places can be compared: {reason}."),
    "sector": LocalText(zh="没有两个行业的数可以相比：{reason}。", en="No two sectors can be compared: {reason}."),
    "group": LocalText(zh="没有两个分组的数可以相比：{reason}。", en="No two groups can be compared: {reason}."),
}
ELSEWHERE: Final = LocalText(zh="它们在别的方面也不同", en="they differ in other respects, too")
"""The reason where place, sector and group differ at once."""
ONE_PERIOD: Final = LocalText(
    zh="所选各数都是{period}的，没有别的时期。", en="All of these figures are of {period}: there is no other period."
)
GROWTH_OF_PLANS: Final = LocalText(
    zh="刊登的增速只是{natures}的，不是结果。", en="Growth was printed only of {natures} figures, not of results."
)
OTHER_BASE: Final = LocalText(
    zh="刊登的增速不是与上年同期相比。", en="The growth that was printed is not against a year earlier."
)
NO_GROWTH: Final = LocalText(
    zh="没有刊登同比增速，推算不出上年的数。", en="No growth was printed, so last year's amount does not follow."
)
CONSTANT_PRICES: Final = LocalText(
    zh="增速按可比价格计算，推算不出上年的数额。",
    en="Growth is at constant prices, so last year's amount does not follow from it.",
)
NO_RESULTS: Final = LocalText(zh="所选各数都是{natures}，不是结果。", en="These figures are {natures}, not results.")
FEW_PLACES: Final = LocalText(
    zh="地图要有同一时期、性质、行业和分组的三个地区。",
    en="A map needs three places with amounts of one period, nature, sector and group.",
)
NO_LOCATION: Final = LocalText(zh="这些地区没有标注位置。", en="These places have no location.")
