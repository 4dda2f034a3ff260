"""A page → the whole HTML document: head, masthead, breadcrumb and foot around its body."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from indicators.charts.plots.theme import THEMES
from indicators.export.markup import DOCTYPE, EMPTY, json_script, link, tag, with_breaks
from indicators.pages.every_page import footer, masthead
from indicators.pages.every_page.masthead import NavigationLink
from indicators.site import cards, downloads
from indicators.site.volume import Page, Section, Volume
from indicators.values.text import LANGS, TAGS
from indicators.words import site as words
from indicators.words.pages import masthead as masthead_words
from indicators.words.pages import search as search_words

COLOR_SCHEMES: Final = " ".join(THEMES)
SECTIONS: Final[tuple[Section, ...]] = (
    "overview",
    "figures",
    "metrics",
    "regions",
    "sectors",
    "groups",
    "time",
    "articles",
)
"""The pages in the navigation of every page; each lies at the top of its volume."""


def section_path(section: Section) -> str:
    """The path of the first page of a section, within the volume."""
    return "index.html" if section == "overview" else f"{section}.html"


def up(path: str) -> str:
    """The relative path from a page of the volume to its top."""
    return "../" * path.count("/")


def document(page: Page, volume: Volume) -> str:
    """The content of the file of a page."""
    root = "../" + up(page.path)
    body = EMPTY if page.bare else _masthead(page, volume)
    main = tag("main", _trail(page, volume), page.body, id=masthead.CONTENT)
    foot = EMPTY if page.bare else _foot(root, volume)
    html = tag(
        "html",
        tag("head", _head(page, volume, root)),
        with_breaks(tag("body", body, main, foot, class_="bare" if page.bare else None)),
        lang=TAGS[volume.lang],
        data_root=root,
        data_charts=page.charts or None,
    )
    return f"{DOCTYPE}{html}\n"


def _head(page: Page, volume: Volume, root: str) -> Iterator[Markup]:
    site = volume.of(volume.names.dataset.about.title)
    title = page.title if page.title == site else volume.of(masthead_words.TITLE).format(page=page.title, site=site)
    yield tag("meta", charset="utf-8")
    yield tag("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield tag("meta", name="color-scheme", content=COLOR_SCHEMES)
    yield tag("title", title)
    yield tag("meta", name="description", content=page.description)
    yield tag("meta", property="og:title", content=page.title)
    yield tag("meta", property="og:description", content=page.description)
    yield tag("meta", property="og:type", content=page.kind)
    yield tag("meta", property="og:site_name", content=site)
    yield from _addresses(page, volume)
    yield tag("link", rel="icon", type="image/svg+xml", href=f"{root}assets/icon.svg")
    yield tag("link", rel="stylesheet", href=f"{root}assets/pages.css")
    yield tag("link", rel="stylesheet", href=f"{root}assets/site.css")
    yield tag(
        "link", rel="alternate", type="application/atom+xml", title=volume.of(words.FEED),
        href=f"{root}feed-{volume.lang}.xml",
    )  # fmt: skip
    yield tag("script", src=f"{root}assets/mode.js")
    if page.charts:
        yield tag("script", src=f"{root}assets/charts.js", defer=True)
    if not page.bare:
        yield tag("script", src=f"{root}assets/search.js", defer=True)
        yield tag("script", src=f"{root}assets/site.js", defer=True)
    if page.linked_data is not None:
        yield json_script(page.linked_data, type="application/ld+json")


def _addresses(page: Page, volume: Volume) -> Iterator[Markup]:
    """The addresses of the page in both languages: only if the site knows its base, since they must be absolute."""
    if not volume.base:
        return
    address = volume.address(page.path)
    yield tag("link", rel="canonical", href=address)
    yield tag("meta", property="og:url", content=address)
    for lang in LANGS:
        yield tag("link", rel="alternate", hreflang=TAGS[lang], href=f"{volume.base}{lang}/{page.path}")
    if volume.cards:
        yield from social_card(volume.address(page.card), page.description)


def social_card(address: str, alt: str) -> Iterator[Markup]:
    """The picture that other sites show with a link to the page."""
    yield tag("meta", property="og:image", content=address)
    yield tag("meta", property="og:image:width", content=str(cards.WIDTH))
    yield tag("meta", property="og:image:height", content=str(cards.HEIGHT))
    yield tag("meta", property="og:image:alt", content=alt)
    yield tag("meta", name="twitter:card", content="summary_large_image")


def _masthead(page: Page, volume: Volume) -> Markup:
    top = up(page.path)
    versions = {lang: f"../{top}{lang}/{page.path}" for lang in LANGS}
    sections = _sections(page.section, top, volume)
    home, search, mode = f"{top}index.html", _search(volume), _mode(volume)
    return masthead.of(home, sections, volume.names, versions, search=search, mode=mode)


@lru_cache(maxsize=64)
def _sections(current: Section, top: str, volume: Volume) -> tuple[NavigationLink, ...]:
    return tuple(
        NavigationLink(f"{top}{section_path(section)}", volume.of(words.SECTIONS[section]), section == current)
        for section in SECTIONS
        if section != "groups" or volume.entries("group")
    )


@lru_cache(maxsize=4)
def _search(volume: Volume) -> Markup:
    """Where the script puts the search box; a browser without scripts shows nothing there."""
    texts = {
        "data_label": search_words.SEARCH,
        "data_placeholder": search_words.PLACEHOLDER,
        "data_loading": search_words.LOADING,
    }
    data = {name: volume.of(text) for name, text in texts.items()}
    return tag("div", class_="search", data_lang=volume.lang, **data)


@lru_cache(maxsize=4)
def _mode(volume: Volume) -> Markup:
    """The switch between light and dark, hidden until the script that it needs has run."""
    label = volume.of(words.MODE)
    return tag("button", "◐", type="button", id="mode", hidden=True, title=label, aria_label=label)


def _trail(page: Page, volume: Volume) -> Markup:
    """The breadcrumb: links to the pages above this one."""
    if not page.trail:
        return EMPTY
    top = up(page.path)
    steps = [tag("li", link(f"{top}{address}", name)) for name, address in page.trail]
    return tag("nav", tag("ol", steps), class_="trail", aria_label=volume.of(words.TRAIL))


@lru_cache(maxsize=16)
def _foot(root: str, volume: Volume) -> Markup:
    feed = link(f"{root}feed-{volume.lang}.xml", volume.of(words.FEED))
    return footer.of(volume.names, downloads.links(volume, root), feed)
