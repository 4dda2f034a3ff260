"""Words of the page that sets places side by side."""

from collections.abc import Mapping
from typing import Final

from indicators.model.subjects import Tree
from indicators.values.text import Counted, LocalText

TITLE: Final = LocalText(zh="{names}对比", en="{names} side by side")
COUNTED: Final[Mapping[Tree, Counted]] = {
    "region": Counted(LocalText(zh="1 个地区", en="One place"), LocalText(zh="{count} 个地区", en="{count} places")),
    "sector": Counted(LocalText(zh="1 个行业", en="One sector"), LocalText(zh="{count} 个行业", en="{count} sectors")),
    "group": Counted(LocalText(zh="1 个分组", en="One group"), LocalText(zh="{count} 个分组", en="{count} groups")),
}
DECK: Final = LocalText(
    zh="每项指标一个标尺、一个时期。空白是没有报道，不是零。",
    en="Each metric has one scale and one period. Empty means not reported, never zero.",
)
TREES_LABEL: Final = LocalText(zh="比较什么", en="What is compared")
TREES: Final[Mapping[Tree, LocalText]] = {
    "region": LocalText(zh="地区", en="Places"),
    "sector": LocalText(zh="行业", en="Sectors"),
    "group": LocalText(zh="分组", en="Groups"),
}
MEASURES_LABEL: Final = LocalText(zh="按什么比较", en="Compared by")
MEASURES: Final[Mapping[str, LocalText]] = {
    "level": LocalText(zh="数额", en="Level"),
    "growth": LocalText(zh="同比增速", en="Growth"),
    "index": LocalText(zh="指数", en="Index"),
    "share": LocalText(zh="占上级的比重", en="Share of parent"),
    "per-head": LocalText(zh="人均", en="Per head"),
}
MEASURE_NOTES: Final[Mapping[str, LocalText]] = {
    "level": LocalText(zh="数额照报道所印。", en="Amounts as they were printed."),
    "growth": LocalText(
        zh="增速是与上年同期相比，照报道所印。", en="Growth on the same period a year earlier, as it was printed."
    ),
    "index": LocalText(
        zh="指数由两个时期的数相除推算，第一个共同时期为 100。",
        en="The index is derived: the later amount over that of the first common period, which is 100.",
    ),
    "share": LocalText(
        zh="比重由程序推算：该数除以上级同一时期的数。",
        en="Shares are derived: the amount over that of the place, sector or group above it in the same period.",
    ),
    "per-head": LocalText(
        zh="人均由程序推算：该数除以报道的期末人口。",
        en="Per head is derived: the amount over the population that was reported for the end of the period.",
    ),
}
CANNOT: Final[Mapping[str, LocalText]] = {
    "level": LocalText(zh="没有两者都报道过的指标。", en="No metric was reported for two of them."),
    "growth": LocalText(
        zh="没有一项指标报道过其中两者的同比增速。", en="Growth was not reported for two of them in any metric."
    ),
    "index": LocalText(
        zh="指数需要两者在两个相同的时期都有数，时期一样长，口径可比；这里没有。",
        en="An index needs two periods of one length for which two of them have amounts on one basis: there are none.",
    ),
    "share": LocalText(
        zh="比重需要上级同一时期的数，而且该指标可以相加；这里没有。",
        en="A share needs the amount of the whole in the same period, and a metric that adds up: there is none.",
    ),
    "per-head": LocalText(
        zh="人均需要期末人口的报道；其中没有两者有。",
        en="Per head needs the reported population at the end of the period: two of them have none.",
    ),
}
REMOVE: Final = LocalText(zh="移除{name}", en="Remove {name}")
ADD: Final = LocalText(zh="添加", en="Add")
ADDED: Final = LocalText(zh="{name}（{count}）", en="{name} ({count})")
ADD_NOTE: Final = LocalText(
    zh="括号里是与所选各项共有的数。", en="In brackets: how many numbers it has in common with those that are compared."
)
NONE_TO_ADD: Final = LocalText(
    zh="没有其他与所选各项有共同的数。", en="No other has a number in common with those that are compared."
)
CHOOSE_TWO: Final = LocalText(zh="再添加一项，就能比较。", en="Add one more to compare.")

METRIC: Final = LocalText(zh="指标", en="Metric")
STANDING: Final = LocalText(zh="比较", en="Standing")
HIGHEST: Final = LocalText(zh="最高：{name}", en="Highest: {name}")
UNCLEAR: Final = LocalText(zh="分不出高低：{names}", en="Cannot be told apart: {names}")
UNCLEAR_ALL: Final = LocalText(zh="分不出高低", en="Cannot be told apart")
EQUAL: Final = LocalText(zh="相同", en="The same")
INSIDE: Final = LocalText(zh="一项包含另一项", en="One holds another")
DISPUTED: Final = LocalText(zh="各报不同", en="reports differ")
NOT_REPORTED: Final = LocalText(zh="未报道", en="not reported")
BASE: Final = LocalText(zh="{period}为 100", en="{period} = 100")
HOW: Final = LocalText(zh="怎么算的", en="How it is worked out")
STEP: Final = LocalText(zh="{name}：{formula}", en="{name}: {formula}")
STEP_BETWEEN: Final = LocalText(zh="{step}（{interval}）", en="{step} ({interval})")
OTHER_PERIODS: Final = LocalText(zh="只有不同时期的数", en="Reported for different periods only")
OTHER_PERIODS_NOTE: Final = LocalText(
    zh="时期不同或性质不同，不能比高低，只并列在这里。",
    en="Different periods, or results beside targets: set side by side, never ranked or on one scale.",
)
NOTHING_SHARED: Final = LocalText(zh="各有什么", en="What each of them has")
HAS: Final = LocalText(zh="{name}：{metrics}", en="{name}: {metrics}")
METRICS: Final = Counted(
    LocalText(zh="1 项指标", en="one metric"), LocalText(zh="{count} 项指标", en="{count} metrics")
)
METHOD: Final = LocalText(
    zh="只有同一时期、同一性质（实际、目标、预计）的数用一个标尺。区间有重叠的，写“分不出高低”。灰色的数属于别的时期，没有柱。",
    en="Only numbers of one period and one nature share a scale. Where the intervals that printing leaves open "
    "overlap, the page says “cannot be told apart”. Grey numbers are of other periods and have no bar.",
)
TABLE: Final = LocalText(zh="对比表", en="Comparison")
