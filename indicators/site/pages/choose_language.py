"""The page in front of the site, which leads to it in either language."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from indicators.export.markup import DOCTYPE, link, tag
from indicators.site.layout import COLOR_SCHEMES, social_card
from indicators.site.volume import CARD, Volume
from indicators.values.text import TAGS, LocalText
from indicators.words import terms


def document(volumes: Sequence[Volume]) -> str:
    """The whole page; a browser with scripts goes on to the language of its reader."""
    about = volumes[0].names.dataset.about
    items = (
        tag(
            "li",
            link(
                f"{volume.lang}/index.html",
                volume.of(about.title),
                lang=TAGS[volume.lang],
                hreflang=TAGS[volume.lang],
            ),
        )
        for volume in volumes
    )
    title = terms.JOIN.zh.join((LocalText.of(about.title, "zh"), LocalText.of(about.title, "en")))
    head = [
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content=COLOR_SCHEMES),
        tag("title", title),
        *(_addresses(volumes) if volumes[0].base else []),
        tag("link", rel="icon", type="image/svg+xml", href="assets/icon.svg"),
        tag("link", rel="stylesheet", href="assets/site.css"),
        tag("script", src="assets/door.js"),
    ]
    body = tag("body", tag("main", tag("h1", title), tag("ul", items), id="main", class_="door"))
    return f"{DOCTYPE}{tag('html', tag('head', head), body, lang=TAGS['zh'])}\n"


def _addresses(volumes: Sequence[Volume]) -> Iterator[Markup]:
    base = volumes[0].base
    yield tag("link", rel="canonical", href=base)
    yield tag("link", rel="alternate", hreflang="x-default", href=base)
    for volume in volumes:
        yield tag("link", rel="alternate", hreflang=TAGS[volume.lang], href=volume.address("index.html"))
    title = volumes[0].of(volumes[0].names.dataset.about.title)
    yield tag("meta", property="og:title", content=title)
    yield tag("meta", property="og:url", content=base)
    if volumes[0].cards:
        yield from social_card(volumes[0].address(CARD), title)
