"""Sentences for what is wrong or odd between entries that are each well-formed."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText

KINDS: Final[Mapping[str, LocalText]] = {
    "theme": LocalText(zh="主题", en="theme"),
    "publisher": LocalText(zh="发布者", en="publisher"),
    "region": LocalText(zh="地区", en="region"),
    "sector": LocalText(zh="行业", en="sector"),
    "metric": LocalText(zh="指标", en="metric"),
    "pipeline": LocalText(zh="流程", en="pipeline"),
    "ratio": LocalText(zh="比值", en="ratio"),
    "article": LocalText(zh="报道", en="article"),
    "figure": LocalText(zh="数", en="figure"),
}
"""Every kind of entry (``model.kinds``) by its name."""
_RULES: Final[Mapping[str, LocalText]] = {
    "duplicate-id": LocalText(
        zh="{kind}“{id}”已在 {first} 用过，请改用另一个标识。",
        en="The {kind} id “{id}” is already used at {first}. Choose another.",
    ),
    "unknown-id": LocalText(zh="没有名为“{id}”的{kind}。", en="There is no {kind} “{id}”."),
    "plan-not-target": LocalText(
        zh="plan 所指的“{id}”不是目标数（nature: target）。",
        en="The plan “{id}” is not a figure with `nature: target`.",
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
        en="The article has “{first}” ({place}) with the same metric, region, sector, period and nature. Merge or "
        "correct them; if they are right, `accept` it.",
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

_SUMS: Final[Mapping[str, LocalText]] = {
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

_TEXTS: Final[Mapping[str, LocalText]] = {
    "text-of-nobody": LocalText(
        zh="“{name}”不是哪篇报道的原文：没有这个标识。文件名应为报道的标识加 .txt。",
        en="“{name}” belongs to no article: none has that id. Name the file after the id of its article, with "
        ".txt at the end.",
    ),
    "text-empty": LocalText(
        zh="原文是空的。请把报道的文字存进去，或删去这个文件。",
        en="The text is empty. Save the words of the article in it, or remove the file.",
    ),
    "text-kind": LocalText(
        zh="这不是普通文件。原文应是 UTF-8 编码的 .txt 文件。",
        en="This is not a regular file. A text is a .txt file in UTF-8.",
    ),
    "text-size": LocalText(
        zh="原文超过 {limit} MB。请只留下这篇报道所在的版面。",
        en="The text exceeds {limit} MB. Keep only the page that the article is on.",
    ),
    "quote-moved": LocalText(
        zh="引文“{quote}”不在这篇报道里，而在同一原文的别处。请核对它是否出自这篇报道。",
        en="The quote “{quote}” is in the text, but outside this article. Check whether it is from this article.",
    ),
    "quote-changed": LocalText(
        zh="报道原文与引文“{quote}”有出入。请对照：“indicators verify {article}”。",
        en="The text of the article differs from the quote “{quote}”. Compare both with “indicators verify {article}”.",
    ),
    "quote-missing": LocalText(
        zh="报道原文里没有引文“{quote}”。请照原文改正。",
        en="The quote “{quote}” is not in the text of the article. Quote what is printed.",
    ),
}

SENTENCES: Final = {**_RULES, **_SUMS, **_ACCEPTANCES, **_TEXTS}
