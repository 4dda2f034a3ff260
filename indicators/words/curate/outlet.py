"""Words for an outlet that the dataset has not got: its boxes on the page Curate, and what is said of it."""

from collections.abc import Mapping
from typing import Any, Final

from indicators.model.vocabulary import PublisherKind
from indicators.values.text import Lang, LocalText

_BOXES: Final[Mapping[str, LocalText]] = {
    "anotherOutlet": LocalText(zh="其他媒体…", en="Another outlet…"),
    "outletName": LocalText(zh="它的名称，照印的写", en="Its name, as it is printed"),
    "outletKind": LocalText(zh="它是哪一类", en="What kind it is"),
    "newOutlet": LocalText(zh="{name}（新添）", en="{name} (new)"),
    "noOutletName": LocalText(zh="请写出这家媒体的名称。", en="Write the name of the outlet, please."),
    "noOutletKind": LocalText(zh="请选这家媒体是哪一类。", en="Choose what kind of outlet it is, please."),
}
KINDS: Final[Mapping[PublisherKind, LocalText]] = {
    "newspaper": LocalText(zh="报纸", en="Newspaper"),
    "news-agency": LocalText(zh="通讯社", en="News agency"),
    "news-site": LocalText(zh="新闻网站", en="News site"),
    "industry-site": LocalText(zh="行业网站", en="Site of an industry"),
    "reprint": LocalText(zh="转载网站", en="Site that reprints"),
    "social-media": LocalText(zh="社交媒体", en="Social media"),
    "government": LocalText(zh="政府", en="Government"),
    "statistics-office": LocalText(zh="统计部门", en="Statistics office"),
    "office": LocalText(zh="其他机关", en="Other public office"),
    "company": LocalText(zh="企业", en="Company"),
}

NEW: Final = LocalText(
    zh="“{name}”是新添的，两种语言都先用这个名称；另一种语言的，可以以后在数据文件里补。",
    en="“{name}” is added to the publishers; its name stands for both languages until the data file has the other.",
)
KNOWN: Final = LocalText(
    zh="这家就是数据里已有的“{name}”，没有再添一次。",
    en="The outlet is “{name}”, which the data have already; it is not added again.",
)
LACKING: Final[Mapping[str, LocalText]] = {
    "unknown": LocalText(zh="数据里没有发布者“{id}”。", en="The data have no publisher “{id}”."),
    "several": LocalText(
        zh="数据里有几家都叫这个名称，请在列表里选。",
        en="Several publishers of the data go by this name; choose one in the list.",
    ),
    "name": LocalText(zh="新添的媒体还没有名称。", en="The new outlet has no name."),
    "address": LocalText(
        zh="媒体的名称里不能有网址；网址请另填。", en="The name of an outlet has no address in it; that has a box."
    ),
    "kind": LocalText(zh="新添的媒体还没有选类别。", en="The kind of the new outlet is missing."),
    "kinds": LocalText(
        zh="同一家新添的媒体，在两篇里选了不同的类别；请改成一样的。",
        en="The same new outlet has another kind in another article; make them the same.",
    ),
}


def of(lang: Lang) -> dict[str, Any]:
    """The words of its boxes in one language, by the names that browser/curate*.js has for them."""
    kinds = [{"id": kind, "name": name.of(lang)} for kind, name in KINDS.items()]
    return {**{name: words.of(lang) for name, words in _BOXES.items()}, "outletKinds": kinds}
