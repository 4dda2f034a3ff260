"""Sentences for what is wrong with a key, or with the value under it."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText

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
        en="“{key}” should be a text or a number, not a list or a block of keys.",
    ),
    "not-a-list": LocalText(
        zh="“{key}”应是列表：每一项以“- ”开头。", en="“{key}” should be a list: each item begins with “- ”."
    ),
    "not-a-mapping-here": LocalText(
        zh="“{key}”不能只写“{value}”，要写成“键: 值”，键可用：{known}。",
        en="“{key}” needs “key: value” pairs, not just “{value}”. Known keys: {known}.",
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
        en="“{value}” is an address, which is not allowed in a text. Put addresses of articles into `url` or `copies`.",
    ),
    "too-long": LocalText(
        zh="“{key}”有 {length} 个字符，最多 {limit} 个。",
        en="“{key}” has {length} characters; at most {limit} are possible.",
    ),
    "id-form": LocalText(
        zh="“{value}”不能作标识：只用小写英文字母、数字和连字符，如 rizhao-etdz，最多 80 个字符。",
        en="“{value}” cannot be an id: use lower-case letters, digits and hyphens, as in rizhao-etdz, at most 80.",
    ),
    "name-for-id": LocalText(
        zh="“{name}”是{kind}“{id}”的名称，按它读。“check --fix”可以写成标识。",
        en="“{name}” is read as the {kind} “{id}”, which it names. `check --fix` writes the id.",
    ),
    "name-ambiguous": LocalText(
        zh="叫“{name}”的{kind}不止一个：{ids}。请写其中一个的标识。",
        en="“{name}” can be more than one {kind}: {ids}. Write the id of the one that is meant.",
    ),
    "unknown-name": LocalText(
        zh="没有叫“{name}”的{kind}。请写标识或名称，新的先加进词表。",
        en="There is no {kind} called “{name}”. Write an id or a name; a new one is first added to its list.",
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
        zh="没有“{value}”这个单位。写单位的标识，如：{near}；也可在 units 之下自定。",
        en="There is no unit “{value}”. Write the id of one, such as {near}, or declare it under `units`.",
    ),
    "unit-scale": LocalText(
        zh="“{value}”不能作 scale。写大于零的小数：一个此单位合多少个基本单位，如 0.0005。",
        en="“{value}” cannot be a scale. Write a decimal above zero: how many base units one of it is, such as 0.0005.",
    ),
    "quote-sentence": LocalText(
        zh="引文“{value}”像是整句。只引含有此数的最短词组，不带句号。",
        en="The quote “{value}” looks like a sentence. Quote only the shortest phrase that holds the number.",
    ),
    "figure-empty": LocalText(
        zh="这个数什么也没有说。至少写 text、growth、change、points、share、completion 之一。",
        en="This figure has no number. Add text, growth, change, points, share or completion.",
    ),
    "words-without-number": LocalText(
        zh="写了 {key}，却没有它所说的数：还要写 {needed}。",
        en="There is `{key}`, but not the number that it is about: add {needed}.",
    ),
    "growth-from-later": LocalText(
        zh="增长所比的 {base} 不早于此数的时期 {period}。",
        en="Growth is against {base}, which does not end before the period of the figure, {period}.",
    ),
    "growth-from-annual": LocalText(
        zh="{base} 就是上年同期，不用写 growth_from，请删去。",
        en="{base} is the same period a year earlier, which growth is against anyway: remove `growth_from`.",
    ),
    "share-without-whole": LocalText(
        zh="写了 share，还要写 part_of：占的是哪个数。",
        en="A share needs its whole: `part_of` with the id of that figure.",
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

_QUANTITIES: Final[Mapping[str, LocalText]] = {
    "quantity-empty": LocalText(
        zh="“{key}”是空的。请照原文填写，原文没有就删去这一行。",
        en="“{key}” is empty. Fill it in as printed, or leave the line out if nothing was printed.",
    ),
    "quantity-number": LocalText(
        zh="从“{text}”里读不出一个数。照原文写一个数和它的单位，如 36.7亿元、250余万元、-2.7%。负号用“-”。",
        en="“{text}” is not exactly one number. Write one number with its unit as printed, such as 36.7亿元, "
        "over 30,000 mu or -2.7%. A minus is “-”.",
    ),
    "quantity-digits": LocalText(
        zh="“{text}”太长：一个数最多 15 位数字。", en="“{text}” is too long: a number has at most 15 digits."
    ),
    "quantity-qualifiers": LocalText(
        zh="“{text}”自相矛盾，如“约……余”“下降-2%”。只留原文所写的一个词。",
        en="“{text}” contradicts itself, as “over nearly 5” or “down -2%” does. Keep the one word that was printed.",
    ),
    "quantity-range": LocalText(
        zh="“{text}”不是能读的区间：小数在前，两端单位相同，前后不加“约”“超”，如 30—50亿元、3%—5%。",
        en="“{text}” is not a range that can be read: the lower end comes first, both ends have one unit, and no word "
        "such as “about” or “over” stands beside them, as in 30—50亿元 or 3%–5%.",
    ),
    "quantity-range-unclear": LocalText(
        zh="“{text}”是变化了 {range}，还是变化到后一个数？前者写“{range}”，后者只写变化的幅度。",
        en="Is “{text}” a change by {range}, or one that leads to the second number? Write “{range}” for the one, and "
        "only the size of the change for the other.",
    ),
    "quantity-unit-missing": LocalText(
        zh="“{text}”没有单位。请连单位一起写，如 36.7亿元、17家、32%。原文没有印单位的，在 unit 写上单位。",
        en="“{text}” has no unit. Write number and unit, such as 36.7亿元, 17 enterprises or 32%. Where the article "
        "prints none, give it under `unit`.",
    ),
    "unit-twice": LocalText(
        zh="“{text}”里已有单位。unit 只补原文没有印的单位，请删去。",
        en="“{text}” has its unit. `unit` is only for an amount whose unit the article does not print: remove it.",
    ),
    "quantity-unit-unknown": LocalText(
        zh="不认识“{text}”里的单位“{unit}”。认识的如：{near}。数据集可在 units 之下自定单位。",
        en="The unit “{unit}” in “{text}” is not known. Known are, for example: {near}. A dataset can declare units of "
        "its own under `units`.",
    ),
    "growth-unit": LocalText(
        zh="“{text}”不是增长率。请写百分比或倍数，如 32%、-2.7%、增长1.5倍；百分点不能写在这里。",
        en="“{text}” is not a rate of growth. Write a percentage, such as 32% or -2.7%; percentage points are not.",
    ),
    "growth-points": LocalText(
        zh="“{text}”说的是百分点，不是增长率：一个比率的变化写在 points，不写在 {key}。",
        en="“{text}” is in percentage points, not a rate of growth: the change of a rate belongs under `points`, "
        "not under `{key}`.",
    ),
    "change-rate": LocalText(
        zh="“{text}”是增长率，写在 growth。{key} 只写增减的数量，如 增加10家、减少3.2万人。",
        en="“{text}” is a rate of growth and belongs under `growth`. Under `{key}` stands the amount that was added or "
        "taken away, such as 增加10家 or up 10 km.",
    ),
    "change-points": LocalText(
        zh="“{text}”说的是百分点，写在 points。{key} 只写增减的数量，如 增加10家、减少3.2万人。",
        en="“{text}” is in percentage points and belongs under `points`. Under `{key}` stands the amount that was "
        "added or taken away, such as 增加10家 or up 10 km.",
    ),
    "points-unit": LocalText(
        zh="“{text}”不是百分点。请照原文写，如 提高1.2个百分点、下降0.3个百分点；增长率写在 growth。",
        en="“{text}” is not in percentage points. Write it as printed, such as 提高1.2个百分点 or "
        "down 0.3 percentage points; a rate of growth belongs under `growth`.",
    ),
    "share-unit": LocalText(
        zh="“{text}”不是占比。请写百分比，如 12.9%、占比12.9%、占全市的12.9%。",
        en="“{text}” is not a share. Write a percentage, such as 12.9%, 占比12.9% or 12.9% of the total.",
    ),
    "share-range": LocalText(
        zh="占比“{text}”不在 0 与 100% 之间。请核对原文。",
        en="The share “{text}” does not lie between 0 and 100%. Check the article.",
    ),
    "completion-unit": LocalText(
        zh="“{text}”不是完成的比例。请写百分比，如 52.1%、超额314%。",
        en="“{text}” is not a share of a plan. Write a percentage, such as 52.1% or 超额314%.",
    ),
    "completion-unclear": LocalText(
        zh="“{text}”是完成了 {share} 多，还是超额 {share}？前者写“超过{share}”，后者写“超额{share}”。",
        en="Is “{text}” somewhat more than {share} of the plan, or the whole plan and {share} more? Write "
        "“超过{share}” for the one, “超额{share}” for the other.",
    ),
    "completion-negative": LocalText(
        zh="完成的比例“{text}”小于零。请核对原文。",
        en="The share of the plan, “{text}”, is below zero. Check the article.",
    ),
}

_PERIODS: Final[Mapping[str, LocalText]] = {
    "period-form": LocalText(
        zh="“{text}”不是时期。可写 2022、2022-S1（上半年）、2022-Q2、2022-06、2022-07-22、"
        "2024-01-01/P7M（前7月）、2023-01-21/P7D（7天）。",
        en="“{text}” is not how a period is written here. Write 2022, 2022-S1 (first half), 2022-Q2, 2022-06, "
        "2022-07-22, 2024-01-01/P7M (January to July) or 2023-01-21/P7D (seven days from the 21st).",
    ),
    "period-date": LocalText(
        zh="没有“{text}”这个时间。可以从 {first} 到 {last}。",
        en="There is no date “{text}”. Possible: {first} to {last}.",
    ),
    "date-form": LocalText(
        zh="“{text}”不是这里的日期写法。知道多细写多细：2022、2022-08 或 2022-08-05。",
        en="“{text}” is not how a date is written here. Write what is known of it: 2022, 2022-08 or 2022-08-05.",
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
        en="“{host}” is not the name of a public website in lower-case letters.",
    ),
    "url-userinfo": LocalText(
        zh="网址“{value}”含有用户名（@ 之前的部分），请去掉。",
        en="The address “{value}” contains a user name (the part before the @). Remove it.",
    ),
    "url-port": LocalText(
        zh="网址里的端口“{port}”不能用，只能是 80 或 443。", en="The port “{port}” cannot be used; only 80 and 443 can."
    ),
    "contact-form": LocalText(
        zh="“{value}”既不是邮箱地址（editor@example.org），也不是以 https:// 开头的网页。",
        en="“{value}” is neither an e-mail address (editor@example.org) nor a page that begins with https://.",
    ),
}

SENTENCES: Final = {**_KEYS, **_QUANTITIES, **_PERIODS, **_URLS}
