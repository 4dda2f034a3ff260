"""A page → the small one that stands at an earlier address of it, and leads on."""

from pathlib import PurePosixPath

from indicators.export.markup import DOCTYPE, link, tag
from indicators.site.layout import COLOR_SCHEMES, up
from indicators.site.volume import Page, Volume
from indicators.values.text import TAGS
from indicators.words import site as words


def document(page: Page, volume: Volume) -> str:
    """The whole document, for any address in the folder of the page; search engines are sent to the page."""
    target, root = PurePosixPath(page.path).name, "../" + up(page.path)
    title = volume.of(words.MOVED)
    head = [
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content=COLOR_SCHEMES),
        tag("meta", http_equiv="refresh", content=f"0; url={target}"),
        tag("meta", name="robots", content="noindex"),
        tag("title", title),
        tag("link", rel="canonical", href=volume.address(page.path) if volume.base else target),
        tag("link", rel="icon", type="image/svg+xml", href=f"{root}assets/icon.svg"),
        tag("link", rel="stylesheet", href=f"{root}assets/site.css"),
    ]
    main = tag("main", tag("h1", title), tag("p", link(target, page.title)), id="main")
    return f"{DOCTYPE}{tag('html', tag('head', head), tag('body', main, class_='bare'), lang=TAGS[volume.lang])}\n"
