"""The reasons for which figures are not put together, in words."""

from collections.abc import Mapping
from typing import Final

from indicators.analysis.refusals import Reason
from indicators.values.text import LocalText

REASONS: Final[Mapping[Reason, LocalText]] = {
    "nothing": LocalText(zh="这些数都没有刊登数额", en="none of these was printed with an amount"),
    "metrics": LocalText(zh="{among}不是一回事", en="{among} are different things"),
    "units": LocalText(zh="单位不同（{among}）", en="they are measured in different units ({among})"),
    "natures": LocalText(
        zh="{among}性质不同，计划和预计都不是结果",
        en="{among} differ in kind: a plan or an expectation is not a result",
    ),
    "lengths": LocalText(
        zh="{among}长短不同，不能直接相比",
        en="{among} differ in length, so their amounts cannot be compared as they are",
    ),
    "periods": LocalText(zh="{among}是不同的时期", en="{among} are different periods"),
    "moments": LocalText(
        zh="{among}是不同时点的存量，相加会把同样的东西数几遍",
        en="{among} are stocks at different dates; a sum would count the same things twice",
    ),
    "rates": LocalText(
        zh="“{among}”是人均数、标准或比率，不是可加的量", en="“{among}” is a rate, and rates do not add up"
    ),
    "shares": LocalText(
        zh="增速和完成计划的比例各有各的基数，相加没有意义",
        en="each rate of growth and each share of a plan has its own base, so their sum would mean nothing",
    ),
    "not-additive": LocalText(
        zh="“{among}”不能跨地区、跨行业相加", en="“{among}” does not add up over places or sectors"
    ),
    "missing": LocalText(
        zh="有的数没有刊登数额，合计会偏小",
        en="some of them were printed without an amount, and a sum would be too small",
    ),
    "repeated": LocalText(
        zh="同一个数有几篇报道，相加会重复计算", en="one number is reported more than once, and would be counted twice"
    ),
    "conflict": LocalText(zh="{among}有几篇互相矛盾的报道", en="reports of {among} contradict each other"),
    "parts": LocalText(zh="{inner}已经包含在{outer}里", en="{inner} is already contained in {outer}"),
    "regions": LocalText(zh="{inner}在{outer}之内", en="{inner} lies in {outer}"),
    "sectors": LocalText(zh="{inner}属于{outer}", en="{inner} belongs to {outer}"),
    "groups": LocalText(zh="{inner}已经包含在{outer}里", en="{inner} is contained in {outer}"),
    "overlap": LocalText(
        zh="{among}可能互相重叠，相加会重复计算", en="{among} may overlap, and a sum would count the same things twice"
    ),
    "crossed": LocalText(
        zh="{among}同时不同，合计不属于其中任何一个",
        en="they differ in {among} at the same time, so their sum would describe none of these",
    ),
    "no-remainder": LocalText(zh="{among}不是它的一部分", en="{among} is not a part of it"),
}
"""The reason of a refusal, as a clause that follows NO_TOTAL and NO_REST, or APART of words/stories.py."""

NO_TOTAL: Final = LocalText(zh="不作合计：{reason}。", en="No total is given: {reason}.")
NO_REST: Final = LocalText(zh="不推算未分列的部分：{reason}。", en="What is not itemised is not worked out: {reason}.")
MORE: Final = LocalText(zh="等", en=" and others")
