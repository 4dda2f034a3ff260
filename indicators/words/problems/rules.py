"""Sentences for what is wrong or odd between entries that are each well-formed."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText
from indicators.words.problems import comparisons

KINDS: Final[Mapping[str, LocalText]] = {
    "theme": LocalText(zh="主题", en="theme"),
    "publisher": LocalText(zh="发布者", en="publisher"),
    "region": LocalText(zh="地区", en="region"),
    "sector": LocalText(zh="行业", en="sector"),
    "group": LocalText(zh="分组", en="group"),
    "unit": LocalText(zh="单位", en="unit"),
    "metric": LocalText(zh="指标", en="metric"),
    "pipeline": LocalText(zh="流程", en="pipeline"),
    "ratio": LocalText(zh="比值", en="ratio"),
    "event": LocalText(zh="事件", en="event"),
    "article": LocalText(zh="报道", en="article"),
    "figure": LocalText(zh="数", en="figure"),
}
"""Every kind of entry (``model.kinds``) by its name."""
NATURE: Final = LocalText(zh="性质", en="nature")
_RULES: Final[Mapping[str, LocalText]] = {
    "event-after-article": LocalText(
        zh="事件 {id}（{date}）发生在报道它的 {article}（{published}）之后。请核对日期。",
        en="The event {id} ({date}) is later than {article}, which reports it ({published}). Check the date.",
    ),
    "unit-taken": LocalText(
        zh="单位标识“{id}”是通用单位 {unit} 的，请改用另一个标识。",
        en="The id “{id}” is that of the unit {unit}, which every dataset has. Choose another.",
    ),
    "unit-word-taken": LocalText(
        zh="“{word}”读作单位 {unit}，不能再指 {id}。请删去或改用另一个写法。",
        en="“{word}” is read as the unit {unit} and cannot stand for {id}, too. Remove it, or use another word.",
    ),
    "unit-word-unreadable": LocalText(
        zh="数后面的“{word}”（{id}）读不成单位：它含有数字，或与数词、“余”“左右”等相混。请改用另一个写法。",
        en="“{word}” ({id}) cannot be read behind a number: it holds digits, or words that belong to the number, such "
        "as 万 or million. Use another word.",
    ),
    "unit-base": LocalText(
        zh="单位 {id} 计量的“{dimension}”没有基本单位。请给其中一个单位写 scale: 1，或改用已有的量。",
        en="Nothing is the base unit of “{dimension}”, which {id} measures. Give one of its units `scale: 1`, or use a "
        "dimension that other units have.",
    ),
    "duplicate-id": LocalText(
        zh="{kind}“{id}”已在 {first} 用过，请改用另一个标识。",
        en="The {kind} id “{id}” is already used at {first}. Choose another.",
    ),
    "former-id-taken": LocalText(
        zh="从前的标识“{id}”也是 {first} 的{kind}的（现用或从前的）标识，链接就有了两个去处。请删去其中一个。",
        en="The former id “{id}” is, or was, also that of the {kind} at {first}, so a link with it would have two "
        "targets. Remove one of them.",
    ),
    "unknown-id": LocalText(zh="没有名为“{id}”的{kind}。", en="There is no {kind} “{id}”."),
    "plan-not-target": LocalText(
        zh="plan 所指的“{id}”不是目标数（nature: target）。",
        en="The plan “{id}” is not a figure with `nature: target`.",
    ),
    "plan-group": LocalText(
        zh="“{id}”的分组是“{group}”，plan 所指的“{plan}”却是“{plan_group}”。请核对；确实如此就写 accept。",
        en="“{id}” counts the group “{group}”, but the plan “{plan}” is of “{plan_group}”. Check both; if they are "
        "right, `accept` it.",
    ),
    "group-all": LocalText(
        zh="分组“all”就是总体，不必列出。请删去这一项。",
        en="The group “all” is the whole, which needs no entry. Remove it.",
    ),
    "circle": LocalText(
        zh="{kind}绕成了一圈：{circle}。请去掉其中一个 {key}。",
        en="This {kind} leads back to itself: {circle}. Remove one of these `{key}`.",
    ),
    "unused-entry": LocalText(
        zh="没有任何条目用到{kind}“{id}”。用上它，或删去。", en="Nothing uses the {kind} “{id}”. Use it or remove it."
    ),
    "unit-metric": LocalText(
        zh="“{unit}”的单位与指标“{metric}”的单位（{expected}）不是一类。",
        en="The unit of “{unit}” does not fit the metric “{metric}”, which is measured in {expected}.",
    ),
    "quote-number": LocalText(
        zh="引文“{quote}”里没有 {key} 所写的“{printed}”。两处要照原文写得一样。",
        en="The quote “{quote}” does not hold “{printed}”, which stands in `{key}`. Write both as printed.",
    ),
    "rate-without-words": LocalText(
        zh="有 {count} 个数的增速、比重或完成比例没有附原文：{figures}。能见到原文的，请写 growth_quote、share_quote "
        "或 completion_quote。",
        en="Growth, share or completion without the words that hold it ({count} in all): {figures}. Where you see it "
        "printed, add `growth_quote`, `share_quote` or `completion_quote`.",
    ),
    "parts-missing": LocalText(
        zh="“{id}”写了 complete_parts，却没有任何数以它为 part_of。",
        en="“{id}” says that its parts are complete, but no figure names it in part_of.",
    ),
    "ratio-unit": LocalText(
        zh="比值的单位“{unit}”不合：分子以“{numerator}”计，分母以“{denominator}”计。可用的单位：{fitting}。",
        en="The unit “{unit}” does not fit a quotient of {numerator} by {denominator}. Units that fit: {fitting}.",
    ),
    "no-address": LocalText(
        zh="这篇报道既没有 url，也没有 copies（转载）。网上找到了请补上，读者才能核对。",
        en="The article has neither `url` nor `copies`. If you find it on the web, add where: readers look it up.",
    ),
    "period-after-article": LocalText(
        zh="报道发表于 {published}，时期“{period}”还没有开始，不会有实际数。"
        "请核对 period，或改 nature 为 target 或 expected。",
        en="{period} had not begun when the article was published ({published}), so this is no result yet. "
        "Correct the period, or write `nature: target` or `expected`.",
    ),
    "period-unfinished": LocalText(
        zh="报道发表于 {published}，时期“{period}”还没有结束。"
        "请核对 period；预计数写 nature: expected；确实如此就写 accept。",
        en="{period} had not ended when the article was published ({published}). Check the period; an expectation is "
        "`nature: expected`; if it is right, `accept` it.",
    ),
    "double-entry": LocalText(
        zh="这篇报道里已有“{first}”（{place}），指标、地区、行业、时期、性质都一样。"
        "请合并或改正；确实如此就写 accept。",
        en="The article has “{first}” ({place}) with the same metric, region, sector, group, period and nature. Merge "
        "or correct them; if they are right, `accept` it.",
    ),
    "supersedes-other-key": LocalText(
        zh="与被更正的“{other}”不是同一个数：{keys} 不同。请核对 supersedes。",
        en="“{other}” differs from this figure in {keys}, so this is no correction of it. Check `supersedes`.",
    ),
    "supersedes-earlier": LocalText(
        zh="这篇报道发表在先（{published}），“{other}”在后（{other_published}），先发表的不能更正后发表的。请对调，或核对日期。",
        en="This article ({published}) was published before that of “{other}” ({other_published}), so it cannot "
        "correct it. Swap them, or check the dates.",
    ),
}

_REGIONS: Final[Mapping[str, LocalText]] = {
    "region-code-form": LocalText(
        zh="“{printed}”不能是“{id}”的 GB/T 2260 代码：应为六位数字，省级末尾是 0000，地级是 00，县级不是 00。"
        "请核对代码和 level。",
        en="“{printed}” cannot be the GB/T 2260 code of “{id}”: it has six digits, of which a province ends in 0000, "
        "a prefecture in 00, and a district or county in neither. Check the code and the level.",
    ),
    "region-code-twice": LocalText(
        zh="代码“{printed}”已是“{first}”的。两个地区不能同码，请核对。",
        en="“{first}” has the code “{printed}”, too. Two regions cannot share one: check both.",
    ),
    "region-code-outside": LocalText(
        zh="代码“{printed}”应以“{start}”开头：所属的“{outer}”是 {outer_code}。请核对代码和 part_of。",
        en="The code “{printed}” should begin with “{start}”, since “{outer}”, which it lies in, has {outer_code}. "
        "Check the code and `part_of`.",
    ),
    "location-far": LocalText(
        zh="“{id}”距所属的“{outer}”{distance} 公里，太远。请核对两处坐标（先纬度，后经度）和 part_of。",
        en="“{id}” is {distance} km from “{outer}”, which it lies in: too far. Check both locations (latitude first) "
        "and `part_of`.",
    ),
    "region-exceeds": LocalText(
        zh="“{printed}”大于所属地区的“{outer}”（“{outer_printed}”）。请核对地区和两个数；原文如此就写 accept。",
        en="“{printed}” is more than the whole region around it, “{outer}”, has: “{outer_printed}”. Check the regions "
        "and both numbers; if they are as printed, `accept` it.",
    ),
    "group-exceeds": LocalText(
        zh="“{printed}”大于所属分组或总体的“{outer}”（“{outer_printed}”）。请核对分组和两个数；原文如此就写 accept。",
        en="“{printed}” is more than the group around it or the whole has, in “{outer}”: “{outer_printed}”. Check the "
        "groups and both numbers; if they are as printed, `accept` it.",
    ),
    "groups-exceed": LocalText(
        zh="其中各分组（{groups}）合计至少 {sum}，超过“{printed}”。请核对各数；分组重叠就改它们的 part_of，"
        "原文如此就写 accept。",
        en="The groups in it ({groups}) add up to at least {sum}, more than “{printed}”. Check the numbers; if the "
        "groups overlap, change their `part_of`; if it is as printed, `accept` it.",
    ),
    "regions-exceed": LocalText(
        zh="其中各地区（{regions}）合计至少 {sum}，超过“{printed}”。请核对各数；地区重叠或原文如此就写 accept。",
        en="The regions in it ({regions}) add up to at least {sum}, more than “{printed}”. Check the numbers; if the "
        "regions overlap, or it is as printed, `accept` it.",
    ),
}

_WORDINGS: Final[Mapping[str, LocalText]] = {
    "quote-nature": LocalText(
        zh="引文“{quote}”里有“{word}”，不像实际数。请核对 nature（target 或 expected）；确是实际数就写 accept。",
        en="The quote “{quote}” says “{word}”, so this may be no result. Check `nature` (target or expected); if it is "
        "one, `accept` it.",
    ),
    "quote-region": LocalText(
        zh="引文“{quote}”说的是“{name}”，地区却写着“{region}”。请核对；没有写错就写 accept。",
        en="The quote “{quote}” names “{name}”, but the region is “{region}”. Check it; if it is right, `accept` it.",
    ),
    "region-unnamed": LocalText(
        zh="报道“{article}”的标题、引文和已存的原文都没有提到“{region}”。请核对 region；没有写错就写 accept。",
        en="Neither the headline nor a quote of “{article}”, nor its text where held, names “{region}”. Check "
        "`region`; if it is right, `accept` it.",
    ),
    "headline-region": LocalText(
        zh="标题说的是“{name}”，各数的地区却是 {regions}。请核对 region 和 defaults；没有写错就写 accept。",
        en="The headline names “{name}”, but the figures are of {regions}. Check `region` and `defaults`; if they are "
        "right, `accept` it.",
    ),
    "quote-twice": LocalText(
        zh="“{other}”已用了引文“{quote}”里的同一个数。请核对是否抄重了；确是两者共有就写 accept。",
        en="“{other}” has the same number from the same quote, “{quote}”. Check whether it was copied by mistake; if "
        "both have it, `accept` it.",
    ),
    "target-completion": LocalText(
        zh="“{id}”是目标数，目标没有完成的比例。请把 completion 写到实际数上，或改 nature。",
        en="“{id}” is a target, which has no completion. Write it on the result, or correct `nature`.",
    ),
    "stock-period": LocalText(
        zh="指标“{metric}”是存量，应有时点，不是“{period}”这段时间。"
        "请写时点，如 {end}；或换成流量指标；确实如此就写 accept。",
        en="“{metric}” is a stock, so it has a moment and not a stretch of time like {period}. Write when it was "
        "counted, as in {end}, or choose a flow; if neither is right, `accept` it.",
    ),
    "rate-additive": LocalText(
        zh="指标“{id}”是比率（kind: rate），不能相加。请写 additive: false，或改 kind。",
        en="The metric “{id}” is a rate, and rates do not add up. Write `additive: false`, or correct `kind`.",
    ),
    "period-long-ago": LocalText(
        zh="报道发表于 {published}，时期“{period}”早在一年多前就结束了。请核对年份；原文如此就写 accept。",
        en="{period} had ended over a year before the article was published ({published}). Check the year; if it is as "
        "printed, `accept` it.",
    ),
    "name-alike": LocalText(
        zh="{kind}“{id}”的名称“{name}”与“{first}”（{place}）的看起来一样，读者分不清，也没法选。请写出区别。",
        en="The name “{name}” of the {kind} “{id}” looks like that of “{first}” ({place}): readers could not tell them "
        "apart, or choose this one. Write what sets them apart.",
    ),
    "article-in-future": LocalText(
        zh="报道的日期 {published} 在明天（{tomorrow}）之后。请核对年份。",
        en="The article is dated {published}, which is after tomorrow ({tomorrow}). Check the year.",
    ),
    "url-twice": LocalText(
        zh="报道“{first}”（{place}）的网址与此相同。请核对，或并成一篇；一个网页确有几篇报道就写 accept。",
        en="The article “{first}” ({place}) has the same address. Check both, or make them one; if the page holds "
        "several articles, `accept` it.",
    ),
    "article-twice": LocalText(
        zh="“{first}”（{place}）是同一发布者、同一天、同一标题的报道。请并成一篇；确是两篇就写 accept。",
        en="“{first}” ({place}) has the same publisher, date and headline. Make them one article; if there are two, "
        "`accept` it.",
    ),
}

_ACCEPTANCES: Final[Mapping[str, LocalText]] = {
    "accept-code": LocalText(
        zh="这里不能 accept“{finding}”；错误只能改正。可用：{known}。",
        en="“{finding}” cannot be accepted here, and errors have to be corrected. Possible: {known}.",
    ),
    "accept-unneeded": LocalText(
        zh="没有“{finding}”这样的提示，不必写 accept。请删去这一项。",
        en="Nothing is found here that “{finding}” could accept. Remove this item of `accept`.",
    ),
}

SENTENCES: Final = {**_RULES, **_REGIONS, **_WORDINGS, **comparisons.SENTENCES, **_ACCEPTANCES}
