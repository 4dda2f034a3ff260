"""What the checks find about figures, as the page Curate says it: with names and plain words, to who writes no file.

The facts are those of the general sentences (``words.problems``), in which ids have become names: a figure of the
article is called “this article”, one of the dataset by its place, its period and who printed it.
"""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText

THIS_ARTICLE: Final = LocalText(zh="本文", en="this article")
REPORTED: Final = LocalText(zh="{name}，{source}", en="{name}, {source}")
"""A figure of the dataset: what it is of, and who printed it."""
OF_REPORTED: Final = LocalText(zh="已收录的数（{name}）：{sentence}", en="A figure of the dataset ({name}): {sentence}")
OF_PRINTED: Final = LocalText(zh="{text}：{sentence}", en="{text}: {sentence}")
TAKE_WITH_REASON: Final = LocalText(
    zh="原文确实如此，采用时写一句缘由。", en="If it is printed so, give a reason when you accept it."
)

_OF_PARTS: Final[Mapping[str, LocalText]] = {
    "part-region": LocalText(
        zh="它的地区“{region}”不在所属合计（{whole}）的地区“{whole_region}”之内。请改“地区”或“属于”。",
        en="Its region, {region}, does not lie in that of its total ({whole}), {whole_region}. Change the region, or "
        "what it is a part of.",
    ),
    "part-sector": LocalText(
        zh="它的行业“{sector}”不在所属合计（{whole}）的行业“{whole_sector}”之内。",
        en="Its sector, {sector}, does not belong to that of its total ({whole}), {whole_sector}.",
    ),
    "part-group": LocalText(
        zh="它的分组“{group}”不在所属合计（{whole}）的分组“{whole_group}”之内。",
        en="Its group, {group}, does not lie in that of its total ({whole}), {whole_group}.",
    ),
    "part-unit": LocalText(
        zh="“{printed}”和所属合计“{whole_printed}”（{whole}）的单位不是一类。请改“属于”。",
        en="“{printed}” and its total, “{whole_printed}” ({whole}), measure different things. Change what it is a "
        "part of.",
    ),
    "part-period": LocalText(
        zh="它的时期“{period}”不在所属合计（{whole}）的时期“{whole_period}”之内。",
        en="Its period, {period}, does not lie within that of its total ({whole}), {whole_period}.",
    ),
    "part-nature": LocalText(
        zh="它是“{nature}”，所属的合计（{whole}）却是“{whole_nature}”。",
        en="It is “{nature}”, but its total ({whole}) is “{whole_nature}”.",
    ),
    "part-exceeds-whole": LocalText(
        zh="“{printed}”大于所属的合计“{whole_printed}”（{whole}）。请核对两数，或改“属于”。",
        en="“{printed}” is more than its total, “{whole_printed}” ({whole}). Check both numbers, or change what it is "
        "a part of.",
    ),
    "parts-exceed-whole": LocalText(
        zh="属于它的各数合计至少 {sum}，超过“{printed}”本身。请核对各数，或改它们的“属于”。",
        en="Its parts add up to at least {sum}, more than “{printed}” itself. Check them, or change what they are "
        "parts of.",
    ),
    "growth-outside-parts": LocalText(
        zh="合计增长“{growth}”，却不在各部分的增速之间。",
        en="The total grows by “{growth}”, which is not between the growths of its parts.",
    ),
    "bases-do-not-fill": LocalText(
        zh="按“{growth}”推算，合计的上年同期数是 {base}；各部分的上年同期数加起来却是 {sum}。",
        en="By its growth, “{growth}”, the total was {base} a year earlier, but its parts add up to {sum} then.",
    ),
}

_OF_AMOUNTS: Final[Mapping[str, LocalText]] = {
    "at-most-exceeded": LocalText(
        zh="“{printed}”超过了“{metric}”的上限 {bound}。",
        en="“{printed}” is beyond {bound}, the most that “{metric}” can be.",
    ),
    "cumulative-falls": LocalText(
        zh="“{metric}”只增不减，{period}的“{printed}”却少于{other_period}的“{other_printed}”（{other}）。",
        en="“{metric}” never falls, but “{printed}” ({period}) is less than “{other_printed}” ({other_period}: "
        "{other}).",
    ),
    "step-exceeds": LocalText(
        zh="“{printed}”多于前一步的“{other_printed}”（{other}），不会是它的一部分。",
        en="“{printed}” is more than “{other_printed}” at the step before ({other}), of which it counts a part.",
    ),
    "flow-shrinks": LocalText(
        zh="“{printed}”小于其中一段时间（{other_period}）的“{other_printed}”（{other}）。",
        en="“{printed}” is less than “{other_printed}” in a part of that time, {other_period} ({other}).",
    ),
    "base-shrinks": LocalText(
        zh="按增速推算，上年同期至多 {base}，却小于其中一段时间（{other_period}）的 {other_base}（{other}）。",
        en="By its growth this was at most {base} a year earlier, less than {other_base} in a part of that time, "
        "{other_period} ({other}).",
    ),
    "magnitude": LocalText(
        zh="“{printed}”与同类的数（{low} 至 {high}）相差百倍以上，是不是“{meant}”？请看清“万”和“亿”。",
        en="“{printed}” is over a hundred times more or less than similar figures ({low} to {high}). Did you mean "
        "“{meant}”? Look at 万 and 亿.",
    ),
    "series-jump": LocalText(
        zh="“{printed}”与上一期（{before_period}）的“{before_printed}”（{before}）相差十倍以上。",
        en="“{printed}” is over ten times more or less than “{before_printed}” before it, {before_period} ({before}).",
    ),
    "conflict": LocalText(
        zh="“{printed}”与“{other_printed}”（{other}）说的是同一个数，不能都对。",
        en="“{printed}” and “{other_printed}” ({other}) are about the same and cannot both be true.",
    ),
    "region-exceeds": LocalText(
        zh="“{printed}”大于上一级地区的“{outer_printed}”（{outer}）。",
        en="“{printed}” is more than the whole region around it has: “{outer_printed}” ({outer}).",
    ),
    "regions-exceed": LocalText(
        zh="其中各地区（{regions}）合计至少 {sum}，超过“{printed}”。",
        en="The regions in it ({regions}) add up to at least {sum}, more than “{printed}”.",
    ),
    "group-exceeds": LocalText(
        zh="“{printed}”大于上一级分组或总体的“{outer_printed}”（{outer}）。",
        en="“{printed}” is more than the group around it or the whole has: “{outer_printed}” ({outer}).",
    ),
    "groups-exceed": LocalText(
        zh="其中各分组（{groups}）合计至少 {sum}，超过“{printed}”。",
        en="The groups in it ({groups}) add up to at least {sum}, more than “{printed}”.",
    ),
    "unit-metric": LocalText(
        zh="“{unit}”的单位和指标“{metric}”的单位（{expected}）不是一类。请换一个指标。",
        en="The unit of “{unit}” does not fit “{metric}”, which is measured in {expected}. Choose another metric.",
    ),
    "points-metric": LocalText(
        zh="“{points}”是百分点，指标“{metric}”却不是比率。请换一个指标，或不记百分点。",
        en="“{points}” are percentage points, but “{metric}” is not a rate. Choose another metric, or leave them out.",
    ),
}

_OF_RATES: Final[Mapping[str, LocalText]] = {
    "growth-mismatch": LocalText(
        zh="从“{base_printed}”（{base}）到“{printed}”，增速应是 {implied}，印的却是“{growth}”。",
        en="From “{base_printed}” ({base}) to “{printed}” the growth is {implied}, but “{growth}” is printed.",
    ),
    "growth-below": LocalText(
        zh="增长“{growth}”低于 -100%，“{metric}”却不会小于零。",
        en="A growth of “{growth}” is a fall by more than all of it, but “{metric}” is never below zero.",
    ),
    "change-mismatch": LocalText(
        zh="从“{base_printed}”（{base}）到“{printed}”，应变了 {implied}，印的却是“{change}”。",
        en="From “{base_printed}” ({base}) to “{printed}” the change is {implied}, but “{change}” is printed.",
    ),
    "change-growth": LocalText(
        zh="变了“{change}”成为“{printed}”，增速应是 {implied}，印的却是“{growth}”。",
        en="With a change of “{change}” to “{printed}” the growth is {implied}, but “{growth}” is printed.",
    ),
    "share-mismatch": LocalText(
        zh="“{printed}”是合计“{whole_printed}”（{whole}）的 {implied}，印的占比却是“{share}”。",
        en="“{printed}” is {implied} of its total, “{whole_printed}” ({whole}), but “{share}” is printed.",
    ),
    "completion-mismatch": LocalText(
        zh="“{printed}”是计划“{plan_printed}”（{plan}）的 {implied}，印的却是“{completion}”。",
        en="“{printed}” is {implied} of the plan, “{plan_printed}” ({plan}), but “{completion}” is printed.",
    ),
    "plan-not-target": LocalText(
        zh="“对照计划”选的数（{id}）不是目标数。请另选一个。",
        en="What is chosen as its plan ({id}) is no target. Choose another.",
    ),
    "plan-group": LocalText(
        zh="它的分组是“{group}”，所对照的计划（{plan}）却是“{plan_group}”的。",
        en="It is of the group “{group}”, but its plan ({plan}) is of “{plan_group}”.",
    ),
    "target-completion": LocalText(
        zh="目标数没有完成的比例。请改“性质”，或不记“占计划”。",
        en="A target has no completion. Change its nature, or leave out “of the plan”.",
    ),
    "rate-far": LocalText(
        zh="“{printed}”在原文里离“{quote}”很远。", en="In the text, “{printed}” stands nowhere near “{quote}”."
    ),
    "rate-of-another": LocalText(
        zh="“{printed}”在原文里说的不是“{quote}”里的数，而是另一个数。",
        en="In the text, “{printed}” belongs to another number than that of “{quote}”.",
    ),
}

_OF_WORDS: Final[Mapping[str, LocalText]] = {
    "period-after-article": LocalText(
        zh="报道刊登时（{published}）“{period}”还没有开始，不会有实际数。请改“时期”，或把“性质”改为目标、预计。",
        en="{period} had not begun when the article was published ({published}), so this is no result yet. Change the "
        "period, or make it a target or an expectation.",
    ),
    "period-unfinished": LocalText(
        zh="报道刊登时（{published}）“{period}”还没有结束。",
        en="{period} had not ended when the article was published ({published}).",
    ),
    "period-long-ago": LocalText(
        zh="报道刊登时（{published}）“{period}”早已结束一年多了。请看清年份。",
        en="{period} had ended over a year before the article was published ({published}). Check the year.",
    ),
    "stock-period": LocalText(
        zh="“{metric}”说的是某一时点的数，不是“{period}”这段时间的。请把“时期”改为 {end}，或换一个指标。",
        en="“{metric}” is counted at a moment, not over a time like {period}. Change the period to {end}, or choose "
        "another metric.",
    ),
    "double-entry": LocalText(
        zh="本文的“{first}”已经是这个指标、地区、行业、时期的数了。请改正其中一个，或不收。",
        en="“{first}” in this article has the same metric, region, sector and period already. Correct one of them, or "
        "leave it out.",
    ),
    "quote-nature": LocalText(
        zh="原文有“{word}”，不像已经实现的数。请看“性质”。",
        en="The text says “{word}”, so this may be no result. Look at its nature.",
    ),
    "quote-region": LocalText(
        zh="原文说的是“{name}”，“地区”却是“{region}”。", en="The text names “{name}”, but the region is “{region}”."
    ),
    "region-unnamed": LocalText(
        zh="标题和引文都没有提到“{region}”。", en="Neither the headline nor a quote names “{region}”."
    ),
    "headline-region": LocalText(
        zh="标题说的是“{name}”，各数的地区却是 {regions}。",
        en="The headline names “{name}”, but the figures are of {regions}.",
    ),
    "quote-twice": LocalText(
        zh="“{quote}”里的同一个数已经收过一次了（{other}）。",
        en="The same number of “{quote}” is entered already ({other}).",
    ),
    "quote-number": LocalText(
        zh="引的话“{quote}”里没有“{printed}”。", en="The words “{quote}” do not hold “{printed}”."
    ),
    "article-in-future": LocalText(
        zh="刊登日期 {published} 还没有到。请看清年份。",
        en="The day of publication, {published}, is yet to come. Check the year.",
    ),
    "article-twice": LocalText(
        zh="同一家、同一天、同一标题的报道已经收录过（{first}）。请先到“来源”看一看，免得收两次。",
        en="An article with the same publisher, day and headline is in the dataset already ({first}). Look at Sources "
        "first, so that it is not entered twice.",
    ),
    "url-twice": LocalText(
        zh="这个网址的报道已经收录过（{first}）。",
        en="An article with this address is in the dataset already ({first}).",
    ),
    "name-alike": LocalText(
        zh="新指标的名称“{name}”与已有的“{first}”分不清。请直接选那一个，或换个名称。",
        en="The name “{name}” of the new metric looks like that of “{first}”. Take that one, or change the name.",
    ),
}
SENTENCES: Final[Mapping[str, LocalText]] = {**_OF_PARTS, **_OF_AMOUNTS, **_OF_RATES, **_OF_WORDS}
"""The code of a finding → its sentence; what is not here has the general one."""
