"""What is told of every problem: its code → a sentence that names the fault and what to do about it.

The braces are filled with the facts of the problem; no text of a data file is ever itself a template.
"""

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

ENCODINGS: Final[Mapping[str, LocalText]] = {
    "GB18030": LocalText(zh="GBK 或 GB18030", en="GBK or GB18030"),
    "UTF-16": LocalText(zh="UTF-16", en="UTF-16"),
    "unknown": LocalText(zh="别的编码，或者文件已损坏", en="something else, or a damaged file"),
}
_NO_UNIT: Final[Mapping[str, LocalText]] = {"none": LocalText(zh="没有", en="none")}
NAMED: Final[Mapping[str, Mapping[str, LocalText]]] = {"kind": KINDS, "guess": ENCODINGS, "fitting": _NO_UNIT}
"""Facts that are ids of ours → the words for them."""

_FILES: Final[Mapping[str, LocalText]] = {
    "folder-empty": LocalText(
        zh="文件夹里没有 .yaml 文件。", en="The folder holds no .yaml file. Put the data files into it."
    ),
    "folder-unreadable": LocalText(
        zh="打不开这个文件夹（系统提示：“{detail}”）。请检查它的权限。",
        en="The folder cannot be opened (the system says “{detail}”). Check its permissions.",
    ),
    "file-missing": LocalText(
        zh="找不到这个文件，或者它是失效的链接。请检查文件名和位置。",
        en="The file is not there, or it is a broken link. Check its name and folder.",
    ),
    "file-kind": LocalText(
        zh="这不是普通文件。请指定一个 .yaml 文件，或存放它们的文件夹。",
        en="This is not an ordinary file. Name a .yaml file, or a folder of them.",
    ),
    "file-permission": LocalText(
        zh="没有读取这个文件的权限。请检查权限设置。", en="The file may not be read. Check its permissions."
    ),
    "file-unreadable": LocalText(
        zh="读不了这个文件（系统提示：“{detail}”）。", en="The file cannot be read (the system says “{detail}”)."
    ),
    "file-changing": LocalText(
        zh="文件正在被改写。请等保存完再试。", en="The file is being written. Try again when it has been saved."
    ),
    "file-size": LocalText(
        zh="文件有 {size} MB，最大 {limit} MB。请拆成几个文件，放进同一个文件夹。",
        en="The file has {size} MB; the most is {limit} MB. Split it into several files in one folder.",
    ),
    "file-empty": LocalText(
        zh="文件是空的，或者只有注释。请从“dataset:”和“articles:”写起。",
        en="The file is empty or holds only comments. Begin with “dataset:” and “articles:”.",
    ),
    "file-encoding": LocalText(
        zh="文件不是 UTF-8 编码，看来是：{guess}。请在编辑器里另存为 UTF-8。",
        en="The file is not UTF-8; it looks like {guess}. Save it as UTF-8 in your editor.",
    ),
    "dataset-shrunk": LocalText(
        zh="新文件只有 {after} 个数，原来有 {before} 个，少了一半以上，因此没有采用。如果确实如此，请重新启动程序。",
        en="The new file has {after} figures where there were {before}: less than half, so it is not shown. "
        "If this is meant, restart the program.",
    ),
    "boundaries-form": LocalText(
        zh="读不懂这个 GeoJSON 文件（{reason}），地图不画边界。请用 FeatureCollection，各 feature 的 id 写地区的标识。",
        en="This GeoJSON file cannot be read ({reason}), so the map has no outlines. It should be a FeatureCollection "
        "whose features have the ids of regions.",
    ),
    "boundaries-size": LocalText(
        zh="边界文件超过 {limit} MB。请先简化边界。", en="The file of outlines exceeds {limit} MB. Simplify it first."
    ),
    "dataset-missing": LocalText(
        zh="没有“dataset:”一节。请在一个文件里写上数据集的 id、title 和 license。",
        en="There is no “dataset:” section. Give the dataset its id, title and license in one of the files.",
    ),
    "dataset-twice": LocalText(
        zh="“dataset:”已写在 {first} 里，只能写一处。",
        en="“dataset:” stands in {first} already; keep it in one file only.",
    ),
}

_SOURCE: Final[Mapping[str, LocalText]] = {
    "yaml-syntax": LocalText(zh="从这里起读不懂。", en="From here on the file cannot be read."),
    "not-a-mapping": LocalText(
        zh="文件应由“键: 值”组成，例如“articles:”，这里却是“{found}”。",
        en="A file is made of “key: value” pairs such as “articles:”, but here stands “{found}”.",
    ),
    "yaml-documents": LocalText(
        zh="一个文件只能有一份内容。请删去“---”，或把它后面的内容放进另一个文件。",
        en="A file holds one document. Remove the “---”, or put what follows it into a file of its own.",
    ),
    "yaml-anchor": LocalText(
        zh="不能用锚点“&{name}”，请把内容直接写出来。以 & 开头的文字要放进引号。",
        en="The anchor “&{name}” is not allowed; write the content out. Words that begin with & need quotation marks.",
    ),
    "yaml-alias": LocalText(
        zh="不能用引用“*{name}”，请把内容直接写出来。以 * 开头的文字要放进引号。",
        en="The alias “*{name}” is not allowed; write the content out. Words that begin with * need quotation marks.",
    ),
    "yaml-tag": LocalText(
        zh="不能用标签“{tag}”，请删去。以 ! 开头的文字要放进引号。",
        en="The tag “{tag}” is not allowed; remove it. Words that begin with ! need quotation marks.",
    ),
    "yaml-merge": LocalText(
        zh="不能用合并键“<<”，请把内容直接写出来。", en="The merge key “<<” is not allowed; write the content out."
    ),
    "yaml-key": LocalText(
        zh="键应是一个词，不能空着，也不能是列表或花括号。",
        en="A key is a word: neither empty, nor a list, nor in braces.",
    ),
    "yaml-depth": LocalText(
        zh="嵌套超过了 {limit} 层。请检查括号和缩进。",
        en="There are more than {limit} levels, one in the other. Check brackets and indentation.",
    ),
    "yaml-size": LocalText(
        zh="内容超过 {limit} 项。请拆成几个文件，放进同一个文件夹。",
        en="There are more than {limit} items. Split the file into several files in one folder.",
    ),
    "yaml-scalar": LocalText(
        zh="这段文字有 {length} 个字符，最多 {limit} 个。多半是引号没有成对。",
        en="This text has {length} characters; the most is {limit}. Probably a quotation mark is missing.",
    ),
    "duplicate-key": LocalText(
        zh="“{key}”在第 {first_line} 行已经写过。请只留一处。",
        en="“{key}” stands in line {first_line} already. Keep one of them.",
    ),
    "line-break": LocalText(
        zh="这个值断成了几行。请写在一行里，或者先写“>-”再另起一行。",
        en="This value is broken into several lines. Write it on one line, or put “>-” first and begin below.",
    ),
    "unsafe-character": LocalText(
        zh="有一个看不见的字符 {character}（{name}），会让文字看起来与实际不同。请删去。",
        en="There is an invisible character, {character} ({name}), which can make the text look different. Remove it.",
    ),
}

_QUANTITIES: Final[Mapping[str, LocalText]] = {
    "quantity-empty": LocalText(
        zh="“{key}”是空的。请照原文填写，原文没有就删去这一行。",
        en="“{key}” is empty. Fill it in as printed, or leave the line out if nothing was printed.",
    ),
    "quantity-number": LocalText(
        zh="从“{text}”里读不出一个数。照原文写一个数和它的单位，如 36.7亿元、250余万元、-2.7%。负号用“-”，区间不能写。",
        en="“{text}” does not say one number. Write one number with its unit as printed, such as 36.7亿元, "
        "over 30,000 mu or -2.7%. A minus is “-”; a range cannot be written.",
    ),
    "quantity-digits": LocalText(
        zh="“{text}”太长：一个数最多 15 位数字。", en="“{text}” is too long: a number has at most 15 digits."
    ),
    "quantity-qualifiers": LocalText(
        zh="“{text}”自相矛盾，如“约……余”“下降-2%”。只留原文所写的一个词。",
        en="“{text}” contradicts itself, as “over nearly 5” or “down -2%” does. Keep the one word that was printed.",
    ),
    "quantity-unit-missing": LocalText(
        zh="“{text}”没有单位。请连单位一起写，如 36.7亿元、17家、32%。",
        en="“{text}” has no unit. Write number and unit, such as 36.7亿元, 17 enterprises or 32%.",
    ),
    "quantity-unit-unknown": LocalText(
        zh="不认识“{text}”里的单位“{unit}”。", en="The unit “{unit}” in “{text}” is not known."
    ),
    "growth-unit": LocalText(
        zh="“{text}”不是增长率。请写百分比或倍数，如 32%、-2.7%、增长1.5倍；百分点不能写在这里。",
        en="“{text}” is not a rate of growth. Write a percentage, such as 32% or -2.7%; percentage points are none.",
    ),
    "completion-unit": LocalText(
        zh="“{text}”不是完成的比例。请写百分比，如 52.1%、超额314%。",
        en="“{text}” is not a share of a plan. Write a percentage, such as 52.1% or 超额314%.",
    ),
    "completion-negative": LocalText(
        zh="完成的比例“{text}”小于零。请核对原文。",
        en="The share of the plan, “{text}”, is below zero. Check the article.",
    ),
}

_PERIODS: Final[Mapping[str, LocalText]] = {
    "period-form": LocalText(
        zh="“{text}”不是这里的时期写法。可写 2022、2022-S1（上半年）、2022-Q2、2022-06、2022-07-22、"
        "2024-01-01/P7M（1—7月）。",
        en="“{text}” is not how a period is written here. Write 2022, 2022-S1 (first half), 2022-Q2, 2022-06, "
        "2022-07-22 or 2024-01-01/P7M (January to July).",
    ),
    "period-date": LocalText(
        zh="没有“{text}”这个时间。可以从 {first} 到 {last}。",
        en="There is no “{text}”. Possible are {first} to {last}.",
    ),
    "date-form": LocalText(
        zh="“{text}”不是这里的日期写法。知道多细写多细：2022、2022-08 或 2022-08-05。",
        en="“{text}” is not how a date is written here. As exactly as it is known: 2022, 2022-08 or 2022-08-05.",
    ),
}

_KEYS: Final[Mapping[str, LocalText]] = {
    "unknown-key": LocalText(
        zh="不认识的键“{key}”。此处可用：{known}。", en="There is no key “{key}” here. Known here: {known}."
    ),
    "missing-key": LocalText(zh="缺少“{key}”。请补上。", en="“{key}” is missing. Add it."),
    "empty-value": LocalText(
        zh="“{key}”没有值。请填写，不知道就删去这一行。",
        en="“{key}” has no value. Fill it in, or leave the line out if it is not known.",
    ),
    "not-text": LocalText(
        zh="“{key}”应是一段文字或一个数，不是列表或多行结构。",
        en="“{key}” should be words or a number, not a list or a block of keys.",
    ),
    "not-a-list": LocalText(
        zh="“{key}”应是列表：每一项以“- ”开头。", en="“{key}” should be a list: each item begins with “- ”."
    ),
    "not-a-mapping-here": LocalText(
        zh="“{key}”不能只写“{value}”，要写成“键: 值”，键可用：{known}。",
        en="“{key}” is not just “{value}” but “key: value” pairs. Known keys: {known}.",
    ),
    "not-one-of": LocalText(
        zh="“{key}”不能是“{value}”。可用：{allowed}。", en="“{key}” cannot be “{value}”. Possible: {allowed}."
    ),
    "value-form": LocalText(zh="“{key}”的值“{value}”写法不对。", en="“{value}” is not a value that “{key}” can have."),
    "invalid-value": LocalText(
        zh="“{key}”的值“{value}”不能用（{reason}）。", en="“{value}” cannot be used for “{key}” ({reason})."
    ),
    "not-a-boolean": LocalText(
        zh="“{key}”应写 true 或 false，不是“{value}”。", en="“{key}” is true or false, not “{value}”."
    ),
    "address-in-text": LocalText(
        zh="“{value}”是网址或邮箱，不能写在文字里。网址请写进 url 或 copies。",
        en="“{value}” is an address, which cannot stand in a text. Put addresses of articles into `url` or `copies`.",
    ),
    "too-long": LocalText(
        zh="“{key}”有 {length} 个字符，最多 {limit} 个。", en="“{key}” has {length} characters; the most is {limit}."
    ),
    "id-form": LocalText(
        zh="“{value}”不能作标识：只用小写英文字母、数字和连字符，如 rizhao-etdz，最多 80 个字符。",
        en="“{value}” cannot be an id: use small letters, digits and hyphens, as in rizhao-etdz, at most 80.",
    ),
    "location-form": LocalText(
        zh="“{value}”不是经纬度。请写十进制的度，如 location: [35.42, 119.53]。",
        en="“{value}” is not a coordinate. Write decimal degrees, as in location: [35.42, 119.53].",
    ),
    "location-range": LocalText(
        zh="坐标 {value} 超出 ±{limit} 度。先写纬度，再写经度。",
        en="The coordinate {value} is beyond ±{limit} degrees. Latitude comes first, then longitude.",
    ),
    "unknown-unit": LocalText(
        zh="没有“{value}”这个单位。可用：{known}。", en="There is no unit “{value}”. Known: {known}."
    ),
    "quote-sentence": LocalText(
        zh="引文“{value}”像是整句。只引含有此数的最短词组，不带句号。",
        en="The quote “{value}” looks like a sentence. Quote only the shortest phrase that holds the number.",
    ),
    "figure-empty": LocalText(
        zh="这个数什么也没有说。至少写 text、growth、completion 之一。",
        en="This figure says nothing. Give it text, growth or completion.",
    ),
    "completion-without-plan": LocalText(
        zh="写了 completion，还要写 plan：annual（年度计划）或目标数的标识。",
        en="A completion needs its plan: `plan: annual`, or the id of the figure that is the target.",
    ),
    "supersedes-without-reason": LocalText(
        zh="写了 supersedes，还要写 reason（zh、en）：为什么更正。",
        en="A figure that supersedes another needs its `reason` in both languages: why was the number corrected?",
    ),
    "reason-without-supersedes": LocalText(
        zh="reason 说明更正的缘由，要与 supersedes（被更正的数的标识）一起写；别的说明请写进 note。",
        en="A `reason` says why another figure is corrected, so it needs `supersedes` with the id of that figure. "
        "Other remarks go into `note`.",
    ),
}

_URLS: Final[Mapping[str, LocalText]] = {
    "url-form": LocalText(
        zh="“{value}”不是可用的网址：其中的空格、引号、方括号和中文要写成 %xx（中文域名写成 xn-- 开头）。",
        en="“{value}” is not an address that can be linked: spaces, quotation marks, square brackets and letters "
        "outside ASCII are written as %xx (in a domain name as xn--…).",
    ),
    "url-scheme": LocalText(
        zh="网址“{value}”应以 https:// 或 http:// 开头。",
        en="The address “{value}” should begin with https:// or http://.",
    ),
    "url-host": LocalText(
        zh="“{host}”不是公开网站的域名（用小写字母）。",
        en="“{host}” is not the name of a public web site, in small letters.",
    ),
    "url-userinfo": LocalText(
        zh="网址“{value}”含有用户名（@ 之前的部分），请去掉。",
        en="The address “{value}” carries a user name (what stands before the @). Remove it.",
    ),
    "url-port": LocalText(
        zh="网址里的端口“{port}”不能用，只能是 80 或 443。", en="The port “{port}” cannot be used; only 80 and 443 can."
    ),
}

_RULES: Final[Mapping[str, LocalText]] = {
    "duplicate-id": LocalText(
        zh="{kind}“{id}”已在 {first} 用过，请改用另一个标识。",
        en="The {kind} id “{id}” is used at {first} already. Choose another.",
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
        "correct it. Turn them round, or check the dates.",
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
        en="“{printed}” is a hundred times off the figures of its kind ({low} to {high}). Was “{meant}” meant? "
        "Check 万 and 亿; if it is as printed, `accept` it.",
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
        en="“{name}” is not the text of an article: none has that id. A text is named by the id of its article, "
        "with .txt.",
    ),
    "text-empty": LocalText(
        zh="原文是空的。请把报道的文字存进去，或删去这个文件。",
        en="The text is empty. Save the words of the article in it, or remove the file.",
    ),
    "text-kind": LocalText(
        zh="这不是普通文件。原文应是 UTF-8 编码的 .txt 文件。",
        en="This is not an ordinary file. A text is a .txt file in UTF-8.",
    ),
    "text-size": LocalText(
        zh="原文超过 {limit} MB。请只留下这篇报道所在的版面。",
        en="The text exceeds {limit} MB. Keep only the page that the article is on.",
    ),
    "quote-moved": LocalText(
        zh="引文“{quote}”不在这篇报道里，而在同一原文的别处。请核对它是否出自这篇报道。",
        en="The quote “{quote}” stands elsewhere in the text than in this article. "
        "Check whether it is this article that says so.",
    ),
    "quote-changed": LocalText(
        zh="报道原文与引文“{quote}”有出入。请对照：“indicators verify {article}”。",
        en="The text of the article says it otherwise than the quote “{quote}”. "
        "See both with “indicators verify {article}”.",
    ),
    "quote-missing": LocalText(
        zh="报道原文里没有引文“{quote}”。请照原文改正。",
        en="The quote “{quote}” is not in the text of the article. Quote what was printed.",
    ),
}

HINTS: Final[Mapping[str, LocalText]] = {
    "fullwidth-colon": LocalText(
        zh="键后面要用半角冒号加空格“: ”，不是全角“：”。",
        en=" After a key write an ordinary colon and a space, “: ”, not the wide “：”.",
    ),
    "wide-space": LocalText(
        zh="键的前后要用普通空格，不是全角空格或不间断空格。",
        en=" Around a key write ordinary spaces, not wide or non-breaking ones.",
    ),
    "tab": LocalText(zh="缩进要用空格，不能用 Tab。", en=" Indent with spaces, not with tabs."),
    "indent": LocalText(
        zh="这一行的缩进与上面的不齐。", en=" This line is not indented like those that it belongs to."
    ),
    "colon": LocalText(
        zh="每个键后面要有冒号和空格；值里面有“: ”时，要把值放进引号。",
        en=" A key is followed by a colon and a space; a value that itself holds “: ” goes into quotation marks.",
    ),
    "quote": LocalText(
        zh="引号没有成对，或者引号后面还有字。", en=" A quotation mark has no partner, or something follows it."
    ),
    "bracket": LocalText(
        zh="括号 [ ] 或 { } 没有成对，或者少了逗号。",
        en=" A bracket [ ] or { } has no partner, or a comma is missing.",
    ),
    "escape": LocalText(
        zh="双引号里的反斜杠写法不对。改用单引号，反斜杠就照原样。",
        en=" This backslash means nothing in double quotation marks. In single ones it stands for itself.",
    ),
    "character": LocalText(
        zh="值不能以这个符号开头。请把值放进引号。",
        en=" A value cannot begin with this sign. Put the value into quotation marks.",
    ),
    "other": LocalText(
        zh="请检查这一行和上一行的缩进、引号和冒号。",
        en=" Check indentation, quotation marks and colons in this line and the one above.",
    ),
}
"""Why a file cannot be read → what to do about it."""

SENTENCES: Final[Mapping[str, LocalText]] = {
    **_FILES,
    **_SOURCE,
    **_QUANTITIES,
    **_PERIODS,
    **_KEYS,
    **_URLS,
    **_RULES,
    **_TEXTS,
    **_SUMS,
    **_ACCEPTANCES,
}
