"""What is told of every problem: its code → a sentence that names the fault and what to do about it.

The braces are filled with the facts of the problem; no text of a data file is ever itself a template.
"""

from collections.abc import Mapping
from typing import Final

from indicators.text import LocalText

KINDS: Final[Mapping[str, LocalText]] = {
    "theme": LocalText(zh="主题", en="theme"),
    "publisher": LocalText(zh="发布者", en="publisher"),
    "region": LocalText(zh="地区", en="region"),
    "sector": LocalText(zh="行业", en="sector"),
    "metric": LocalText(zh="指标", en="metric"),
    "article": LocalText(zh="报道", en="article"),
    "figure": LocalText(zh="数", en="figure"),
}

_FILES: Final[Mapping[str, LocalText]] = {
    "folder-empty": LocalText(
        zh="文件夹里没有 .yaml 文件。", en="The folder holds no .yaml file. Put the data files into it."
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
        zh="“{key}”应由“键: 值”组成，例如 {{zh: 中文, en: English}}。",
        en="“{key}” should be made of “key: value” pairs, for example {{zh: 中文, en: English}}.",
    ),
    "not-one-of": LocalText(
        zh="“{key}”不能是“{value}”。可用：{allowed}。", en="“{key}” cannot be “{value}”. Possible: {allowed}."
    ),
    "value-form": LocalText(
        zh="“{key}”的值“{value}”写法不对。", en="“{value}” is not a value that “{key}” can have."
    ),
    "invalid-value": LocalText(
        zh="“{key}”的值“{value}”不能用（{reason}）。", en="“{value}” cannot be used for “{key}” ({reason})."
    ),
    "not-a-boolean": LocalText(
        zh="“{key}”应写 true 或 false，不是“{value}”。", en="“{key}” is true or false, not “{value}”."
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
}

_URLS: Final[Mapping[str, LocalText]] = {
    "url-form": LocalText(
        zh="“{value}”不是可用的网址：空格、引号、括号和中文要按浏览器地址栏复制的样子写。",
        en="“{value}” is not an address that can be linked. Copy it from the browser's address bar.",
    ),
    "url-scheme": LocalText(
        zh="网址“{value}”应以 https:// 或 http:// 开头。", en="The address “{value}” should begin with https:// or http://."
    ),
    "url-host": LocalText(
        zh="网址的主机“{host}”不是公开的域名。", en="“{host}” is not the name of a public web site."
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
    "unknown-id": LocalText(
        zh="没有名为“{id}”的{kind}。", en="There is no {kind} “{id}”."
    ),
    "plan-not-target": LocalText(
        zh="plan 所指的“{id}”不是目标数（nature: target）。", en="The plan “{id}” is not a figure with `nature: target`."
    ),
    "circle": LocalText(
        zh="{kind}绕成了一圈：{circle}。请去掉其中一个 part_of。",
        en="This {kind} is a part of itself: {circle}. Remove one of these part_of.",
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
}

HINTS: Final[Mapping[str, LocalText]] = {}
SENTENCES: Final[Mapping[str, LocalText]] = {**_FILES, **_KEYS, **_URLS, **_RULES}
