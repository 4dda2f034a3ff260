"""Streamlit's index.html and a dataset → the first answer that a browser or a crawler gets, which names the dataset."""

import gzip
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response
from streamlit import file_util

from indicators.export.markup import link, markup, tag
from indicators.pages.every_page import titles
from indicators.phrasing.names import Names
from indicators.server.live.watch import Shown
from indicators.values.text import LANGS, TAGS, Lang
from indicators.view import View
from indicators.words import hosting as words
from indicators.words.pages import masthead

_HTML: Final = re.compile(r'<html lang="[^"]*">')
_TITLE: Final = re.compile(r"<title>[^<]*</title>")
_AGENT: Final = re.compile(r'\s*<link rel="service-desc"[^>]*/>')
"""The link to an address that is shut."""
_NOSCRIPT: Final = re.compile(r"(?<=<noscript>).*(?=</noscript>)", re.DOTALL)
MARKED: Final = (_HTML, _TITLE, _AGENT, _NOSCRIPT)
"""What is replaced in Streamlit's document."""


SCRIPTS: Final = ("Html", "purify.es")
"""The scripts of Streamlit that draw an element of HTML, with which every page of ours begins."""


@dataclass(frozen=True)
class FirstAnswer:
    """The bytes of an answer."""

    plain: bytes

    @cached_property
    def compressed(self) -> bytes:
        return gzip.compress(self.plain, 9, mtime=0)

    @cached_property
    def etag(self) -> str:
        return f'"{sha256(self.plain).hexdigest()[:32]}"'


class Shell:
    """Makes the first answer of a dashboard at ``url``.

    ``current`` gives what is shown, or None while there is nothing yet; ``has_site`` tells if there is a static site.
    """

    def __init__(self, current: Callable[[], Shown | None], url: str, has_site: Callable[[], bool]) -> None:
        self._current, self._url, self._has_site = current, url, has_site
        static = Path(file_util.get_static_dir())
        self._index = (static / "index.html").read_text(encoding="utf-8")
        self._preloaded = markup(*_scripts_of_pages(static), *_fonts_of_headlines(static))
        self._documents: dict[tuple[bool, Lang], FirstAnswer] = {}
        self._shown: Shown | None = None

    async def answer(self, request: Request) -> Response:
        """The answer to a request for the first page, in any state."""
        shown = self._current()
        document = self._document(shown, self._has_site(), language(request))
        headers = {"Cache-Control": "no-cache", "ETag": document.etag, "Vary": "Accept-Encoding, Accept-Language"}
        if document.etag in request.headers.get("If-None-Match", ""):
            return Response(status_code=304, headers=headers)
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            return Response(document.compressed, 200, {**headers, "Content-Encoding": "gzip"}, "text/html")
        return Response(document.plain, 200, headers, "text/html")

    def _document(self, shown: Shown | None, has_site: bool, lang: Lang) -> FirstAnswer:
        """The document, made once for each language as long as the same is shown."""
        if shown is not self._shown:
            self._documents, self._shown = {}, shown
        if (has_site, lang) not in self._documents:
            self._documents[has_site, lang] = self._made(shown, has_site, lang)
        return self._documents[has_site, lang]

    def _made(self, shown: Shown | None, has_site: bool, lang: Lang) -> FirstAnswer:
        head = tag("title", masthead.BRAND.of(lang)) if shown is None else _head(shown, self._url, lang)
        replacements = (
            (_HTML, f'<html lang="{TAGS[lang]}">'),
            (_TITLE, markup(head, self._preloaded)),
            (_AGENT, ""),
            (_NOSCRIPT, _without_scripts(has_site)),
        )
        text = self._index
        for pattern, new in replacements:
            text = pattern.sub(lambda _, new=new: str(new), text, count=1)  # type: ignore[misc]
        return FirstAnswer(text.encode())


def _scripts_of_pages(static: Path) -> Iterator[Markup]:
    """Links that ask for scripts together with all others: else they are asked for when the first words have come."""
    for name in SCRIPTS:
        for path in static.glob(f"static/js/{name}.*.js"):
            yield tag("link", rel="modulepreload", href=f"./static/js/{path.name}", crossorigin=True)


def _fonts_of_headlines(static: Path) -> Iterator[Markup]:
    """Links that ask for the font of headlines at once: else it comes when they are drawn, and they break anew."""
    for path in sorted(static.glob("static/media/SourceSerif*Roman*.woff2")):
        address = f"./static/media/{path.name}"
        yield tag("link", rel="preload", href=address, as_="font", type="font/woff2", crossorigin=True)


def _head(shown: Shown, url: str, lang: Lang) -> Markup:
    names = Names(shown.study.dataset, lang)
    about = names.dataset.about
    described = titles.description(shown.study, names)
    tags = {"title": titles.of("overview", View(), names), "description": described, "type": "website"}
    properties = {**tags, "site_name": names.of(about.title), **({"url": url} if url else {})}
    return markup(
        tag("title", tags["title"]),
        tag("meta", name="description", content=described),
        tag("link", rel="canonical", href=url) if url else None,
        *(tag("meta", property=f"og:{name}", content=content) for name, content in properties.items()),
    )


def _without_scripts(has_site: bool) -> Markup:
    """What a reader sees whose browser runs no scripts."""

    def sentences() -> Iterator[Markup]:
        for lang in LANGS:
            yield tag("p", words.NO_SCRIPTS.of(lang), lang=TAGS[lang])
            if has_site:
                yield tag("p", link(f"./site/{lang}/index.html", words.STATIC_SITE.of(lang)), lang=TAGS[lang])

    return markup(*sentences())


def language(request: Request) -> Lang:
    """The language that the link asks for, else the first one that the browser prefers, as the pages themselves do."""
    asked = request.query_params.get("lang")
    if asked in LANGS:
        return asked
    return "zh" if request.headers.get("Accept-Language", "").lower().startswith("zh") else "en"
