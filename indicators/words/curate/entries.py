"""Words for a place, a sector or a group that the dataset has not got: its form, and what is said of it."""

from collections.abc import Mapping
from typing import Any, Final

from indicators.model.subjects import Tree
from indicators.values.text import Lang, LocalText

KINDS: Final[Mapping[Tree, LocalText]] = {
    "region": LocalText(zh="地区", en="place"),
    "sector": LocalText(zh="行业", en="sector"),
    "group": LocalText(zh="分组", en="group"),
}
"""What an entry of each tree is called in a sentence."""
_WORDS: Final[Mapping[str, LocalText]] = {
    "level": LocalText(zh="级别", en="Level"),
    "editEntry": LocalText(zh="改这一条…", en="Change it…"),
    "sameName": LocalText(zh="可以以后再补", en="can be added later"),
    "inWhole": LocalText(zh="属于{name}", en="in {name}"),
    "entryAdvice": LocalText(
        zh="一种语言的名称就够了，另一种没有写以前，先用同一个。",
        en="A name in one language is enough; it stands for both until the other is written.",
    ),
}
_OF_TREES: Final[Mapping[str, Mapping[Tree, LocalText]]] = {
    "addEntry": {
        "region": LocalText(zh="新添一个地区“{name}”", en="Add the place “{name}”"),
        "sector": LocalText(zh="新添一个行业“{name}”", en="Add the sector “{name}”"),
        "group": LocalText(zh="新添一个分组“{name}”", en="Add the group “{name}”"),
    },
    "entryForms": {
        "region": LocalText(zh="新添的地区", en="The new place"),
        "sector": LocalText(zh="新添的行业", en="The new sector"),
        "group": LocalText(zh="新添的分组", en="The new group"),
    },
    "wholes": {
        "region": LocalText(zh="它所在的地区", en="The place that it lies in"),
        "sector": LocalText(zh="它所属的行业", en="The sector that it belongs to"),
        "group": LocalText(zh="它所属的分组", en="The group that it is a part of"),
    },
    "noWhole": {
        "region": LocalText(zh="不在数据里的任何地区", en="none of the data"),
        "sector": LocalText(zh="不属于哪个行业", en="none of the data"),
        "group": LocalText(zh="不属于哪个分组", en="none of the data"),
    },
}

NEW: Final[Mapping[Tree, LocalText]] = {
    "region": LocalText(zh="新地区：{name}", en="New place: {name}"),
    "sector": LocalText(zh="新行业：{name}", en="New sector: {name}"),
    "group": LocalText(zh="新分组：{name}", en="New group: {name}"),
}
NAMED: Final[Mapping[Tree, LocalText]] = {
    "region": LocalText(zh="文中有，数据里没有", en="in the text, and not in the data"),
    "sector": LocalText(zh="就写在数前，数据里没有", en="right before the number, and not in the data"),
    "group": LocalText(zh="数据里没有", en="not in the data"),
}
"""Why an entry is proposed that the dataset has not got."""
LACKING: Final[Mapping[str, LocalText]] = {
    "name": LocalText(zh="新添的{kind}还没有名称。", en="The new {kind} has no name."),
    "several": LocalText(
        zh="数据里有几个{kind}都叫这个名称，请在列表里选。",
        en="More than one {kind} of the data goes by this name; choose one in the list.",
    ),
    "address": LocalText(zh="{kind}的名称里不能有网址。", en="The name of a {kind} has no address in it."),
    "level": LocalText(zh="新添的{kind}还没有选级别。", en="The level of the new {kind} is missing."),
    "part_of": LocalText(
        zh="新添的{kind}所属的那一个，数据里没有。", en="What the new {kind} is a part of is not in the data."
    ),
    "differs": LocalText(
        zh="同一个新添的{kind}，给两个数填得不一样；请改成一样的。",
        en="The same new {kind} is filled in otherwise for another number; make them the same.",
    ),
    "too-many": LocalText(
        zh="一次新添的{kind}太多了，请分几篇来。", en="Too many new entries at once; this {kind} cannot be added."
    ),
}
FINE: Final = LocalText(
    zh="新添的{kind}“{name}”，两种语言的名称都有了。", en="The new {kind}, “{name}”, has a name in both languages."
)
IN_ONE_LANGUAGE: Final = LocalText(
    zh="新添的{kind}“{name}”只有一种语言的名称，先两边都用它；另一种可以现在补，也可以以后补。",
    en="The new {kind}, “{name}”, has a name in one language only, which stands for both; add the other now or later.",
)
NOT_REPORTED: Final = LocalText(zh="{name}：{kind}是新的，还没有报道。", en="{name}: nothing yet, the {kind} is new.")


def of(lang: Lang) -> dict[str, Any]:
    """The words of the form in one language, by the names that browser/curate*.js has for them."""
    trees = {**_OF_TREES, "newEntries": NEW}
    of_trees = {name: {tree: words.of(lang) for tree, words in several.items()} for name, several in trees.items()}
    return {**{name: words.of(lang) for name, words in _WORDS.items()}, **of_trees}
