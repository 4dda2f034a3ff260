"""What rules say of figures that they compare: bounds, parts, growth, changes, series. Part of ``rules.SENTENCES``."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText

_BOUNDS: Final[Mapping[str, LocalText]] = {
    "cumulative-kind": LocalText(
        zh="“{id}”是 {kind}，不能写 cumulative：只有存量（stock）才会只增不减。请核对 kind。",
        en="“{id}” is a {kind}, so it cannot be `cumulative`: only a stock counts up and never falls. Check `kind`.",
    ),
    "at-most-unit": LocalText(
        zh="上限“{printed}”与指标“{metric}”的单位不是同一种量。请改用同类单位。",
        en="The bound “{printed}” does not measure what the metric “{metric}” does. Give it a unit of the same kind.",
    ),
    "at-most-exceeded": LocalText(
        zh="“{printed}”超过了“{metric}”的上限 {bound}。请核对这个数、指标和 at_most。",
        en="“{printed}” is beyond {bound}, the most that “{metric}” can be. Check the number, the metric and "
        "`at_most`.",
    ),
    "cumulative-falls": LocalText(
        zh="“{metric}”只增不减，“{printed}”（{period}）却少于“{other}”“{other_printed}”（{other_period}）。"
        "请核对；原文如此就写 accept。",
        en="“{metric}” never falls, but “{printed}” ({period}) is less than “{other_printed}” ({other_period}, "
        "“{other}”). Check them; if they are as printed, `accept` it.",
    ),
    "step-exceeds": LocalText(
        zh="“{printed}”多于“{pipeline}”中上一步“{other}”的“{other_printed}”，不会是它的一部分。"
        "请核对；原文如此就写 accept。",
        en="“{printed}” is more than “{other_printed}” at the step before, “{other}”, though each step of “{pipeline}” "
        "counts a part of that. Check both; if they are as printed, `accept` it.",
    ),
}

_SUMS: Final[Mapping[str, LocalText]] = {
    "part-region": LocalText(
        zh="部分的地区“{region}”不在整体“{whole}”的地区“{whole_region}”之内。请核对 region、part_of 和地区的归属。",
        en="The region of the part, “{region}”, does not lie in that of its whole “{whole}”, “{whole_region}”. Check "
        "`region`, `part_of`, and what the region is a part of.",
    ),
    "part-sector": LocalText(
        zh="部分的行业“{sector}”不属于整体“{whole}”的行业“{whole_sector}”。请核对；确实如此就写 accept。",
        en="The sector of the part, “{sector}”, does not belong to that of its whole “{whole}”, “{whole_sector}”. "
        "Check both; if they are right, `accept` it.",
    ),
    "part-group": LocalText(
        zh="部分的分组“{group}”不属于整体“{whole}”的分组“{whole_group}”。请核对；确实如此就写 accept。",
        en="The group of the part, “{group}”, does not lie in that of its whole “{whole}”, “{whole_group}”. Check "
        "both; if they are right, `accept` it.",
    ),
    "growth-outside-parts": LocalText(
        zh="整体增长“{growth}”，却不在各部分（{parts}）的增速之间。请核对各个增速；原文如此就写 accept。",
        en="The whole grows by “{growth}”, which is not between the growths of its parts ({parts}). Check each; if "
        "they are as printed, `accept` it.",
    ),
    "bases-do-not-fill": LocalText(
        zh="按“{growth}”推算，整体的上年同期数是 {base}；各部分（{parts}）的上年同期数合计却是 {sum}。"
        "请核对各数和增速；原文如此就写 accept。",
        en="By its growth, “{growth}”, the whole was {base} a year earlier, but its parts ({parts}) add up to {sum} "
        "then. Check amounts and growths; if they are as printed, `accept` it.",
    ),
    "flow-shrinks": LocalText(
        zh="“{printed}”小于这个时期中一段“{other_period}”的“{other_printed}”（“{other}”）。"
        "请核对时期和两个数；原文如此就写 accept。",
        en="“{printed}” is less than “{other_printed}” in a part of that time, {other_period} "
        "(“{other}”). Check periods and numbers; if they are as printed, `accept` it.",
    ),
    "base-shrinks": LocalText(
        zh="按增速推算，上年同期至多 {base}，却小于其中一段时间的 {other_base}（由“{other}”{other_period} 的数推算）。"
        "请核对；原文如此就写 accept。",
        en="By its growth this was at most {base} a year earlier, less than {other_base} in a part of that time (by "
        "“{other}”, {other_period}). Check all four numbers; if they are as printed, `accept` it.",
    ),
    "growth-below": LocalText(
        zh="增长“{growth}”低于 -100%，“{metric}”却不会小于零。请核对；原文如此就写 accept。",
        en="A growth of “{growth}” is a fall by more than all of it, but “{metric}” is never below zero. Check it; if "
        "it is as printed, `accept` it.",
    ),
    "part-unit": LocalText(
        zh="“{printed}”与整体“{whole}”（“{whole_printed}”）的单位不是一类。请改正单位，或去掉 part_of。",
        en="“{printed}” cannot be a part of “{whole}”, which is “{whole_printed}”: they measure different things. "
        "Correct the unit, or remove `part_of`.",
    ),
    "part-period": LocalText(
        zh="部分的时期“{period}”不在整体“{whole}”的时期“{whole_period}”之内。请核对；确实如此就写 accept。",
        en="The period of the part, {period}, does not lie within that of its whole “{whole}”, {whole_period}. "
        "Check both; if they are right, `accept` it.",
    ),
    "part-nature": LocalText(
        zh="部分的 nature 是 {nature}，整体“{whole}”的是 {whole_nature}。两者应当一样；确实如此就写 accept。",
        en="The part is {nature}, but its whole “{whole}” is {whole_nature}. Give both one nature; if they are right, "
        "`accept` it.",
    ),
    "part-exceeds-whole": LocalText(
        zh="“{printed}”大于它的整体“{whole}”（“{whole_printed}”）。请核对两数，或去掉 part_of。",
        en="“{printed}” is more than its whole “{whole}”, which is “{whole_printed}”. Check both numbers, or remove "
        "`part_of`.",
    ),
    "parts-exceed-whole": LocalText(
        zh="各部分（{parts}）合计至少 {sum}，超过整体“{printed}”。请核对各数；部分之间有重叠的，只留一个 part_of。",
        en="The parts ({parts}) add up to at least {sum}, more than their whole, “{printed}”. Check the numbers; "
        "of parts that overlap, keep one `part_of`.",
    ),
    "parts-do-not-fill": LocalText(
        zh="写了 complete_parts，各部分合计却是 {sum}，不是“{printed}”。"
        "请核对各数，补上漏掉的，或去掉 complete_parts。",
        en="The parts are said to be complete, but add up to {sum}, not to “{printed}”. Check the numbers, add what is "
        "missing, or remove `complete_parts`.",
    ),
    "growth-mismatch": LocalText(
        zh="“{base}”为“{base_printed}”，到“{printed}”是 {implied}，不是“{growth}”。"
        "请核对这三个数；原文如此就写 accept。",
        en="From “{base_printed}” (“{base}”) to “{printed}” the growth is {implied}, not “{growth}”. Check all three; "
        "if they are as printed, `accept` it.",
    ),
    "change-mismatch": LocalText(
        zh="“{base}”为“{base_printed}”，到“{printed}”变了 {implied}，不是“{change}”。"
        "请核对这三个数；原文如此就写 accept。",
        en="From “{base_printed}” (“{base}”) to “{printed}” the change is {implied}, not “{change}”. Check all three; "
        "if they are as printed, `accept` it.",
    ),
    "change-growth": LocalText(
        zh="“{printed}”变了“{change}”，就是 {implied}，不是“{growth}”。请核对这三个数；原文如此就写 accept。",
        en="With a change of “{change}” to “{printed}” the growth is {implied}, not “{growth}”. Check all three; "
        "if they are as printed, `accept` it.",
    ),
    "points-metric": LocalText(
        zh="“{points}”是百分点，指标“{metric}”却不是比率。增速的变化不在这里写；这个指标本身的增减写进 change。",
        en="“{points}” are percentage points, but “{metric}” is not a rate. Changes of a growth rate are not recorded; "
        "a change in amount goes into `change`.",
    ),
    "share-mismatch": LocalText(
        zh="“{printed}”是整体“{whole}”（“{whole_printed}”）的 {implied}，不是“{share}”。"
        "请核对这三个数；原文如此就写 accept。",
        en="“{printed}” is {implied} of its whole “{whole}” (“{whole_printed}”), not “{share}”. Check all three; if "
        "they are as printed, `accept` it.",
    ),
    "completion-mismatch": LocalText(
        zh="“{printed}”是目标“{plan}”（“{plan_printed}”）的 {implied}，不是“{completion}”。"
        "请核对这三个数；原文如此就写 accept。",
        en="“{printed}” is {implied} of the target “{plan}”, “{plan_printed}”, not “{completion}”. Check all three; "
        "if they are as printed, `accept` it.",
    ),
    "magnitude": LocalText(
        zh="“{printed}”与同类的数（{low} 至 {high}）相差百倍以上，是不是“{meant}”？请核对万和亿；原文如此就写 accept。",
        en="“{printed}” is over a hundred times more or less than similar figures ({low} to {high}). Did you mean "
        "“{meant}”? Check 万 and 亿; if it is as printed, `accept` it.",
    ),
    "conflict": LocalText(
        zh="“{printed}”与“{other}”（{place}）的“{other_printed}”不能都对。"
        "请核对；更正的写 supersedes，说法不一的写 accept。",
        en="“{printed}” and “{other_printed}” (“{other}”, {place}) cannot both be true. Check them; a correction has "
        "`supersedes`; where sources differ, `accept` it.",
    ),
    "series-jump": LocalText(
        zh="“{printed}”与上一期“{before}”（{before_period}）的“{before_printed}”相差十倍以上。"
        "请核对；原文如此就写 accept。",
        en="“{printed}” is over ten times more or less than “{before_printed}” before it (“{before}”, "
        "{before_period}). Check both; if they are as printed, `accept` it.",
    ),
}

SENTENCES: Final = {**_BOUNDS, **_SUMS}
