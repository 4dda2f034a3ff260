"""Figures that were added or changed → an Atom feed (RFC 4287).

An entry is ``published`` on the first day that the date of its article can mean. It is ``updated`` on the same day, or
on the day of a later build of the site that found the figure new or changed. No date is made up.
"""

from collections.abc import Mapping
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from markupsafe import Markup

from indicators.export.markup import XML, empty_tag, markup, tag
from indicators.model.articles import Article, Figure
from indicators.phrasing.evidence import summary
from indicators.phrasing.figures import mention
from indicators.site.manifest import KnownFigure
from indicators.site.volume import Volume
from indicators.values.text import TAGS
from indicators.words import site as words
from indicators.words import terms

MOST: Final = 200
"""Most entries in the feed, the newest first."""
ATOM: Final = "http://www.w3.org/2005/Atom"


def feed(volume: Volume, known: Mapping[str, KnownFigure]) -> str:
    """The feed of a volume; ``known`` is what the manifest knows of each figure."""
    names = volume.names
    about = names.dataset.about
    newest = sorted(names.dataset.figures.values(), key=lambda figure: _updated(figure, volume, known), reverse=True)
    shown = newest[:MOST]
    updated = _updated(shown[0], volume, known) if shown else _NEVER
    own = f"{volume.base}feed-{volume.lang}.xml" if volume.base else None
    body = markup(
        tag("title", names.of(about.title)),
        tag("id", f"urn:uuid:{_uuid(volume)}"),
        tag("updated", _moment(updated)),
        tag("author", tag("name", names.of(about.title))),
        tag("rights", about.license),
        _link(volume.address("index.html"), "alternate", volume),
        empty_tag("link", rel="self", href=own) if own else None,
        (_entry(figure, volume, known) for figure in shown),
    )
    root = tag("feed", body, xmlns=ATOM, **{"xml:lang": TAGS[volume.lang]})
    return f"{XML}{root}\n"


_NEVER: Final = "1970-01-01"


def _entry(figure: Figure, volume: Volume, known: Mapping[str, KnownFigure]) -> Markup:
    names = volume.names
    article = names.dataset.article_of[figure.id]
    mentioned = mention(figure, names)
    title = names.of(terms.JOIN).join((mentioned.name, mentioned.number))
    return tag(
        "entry",
        tag("title", names.of(words.CHANGED).format(title=title) if known[figure.id].changed else title),
        tag("id", f"urn:uuid:{uuid5(_uuid(volume), figure.id)}"),
        tag("published", _moment(_day(article))),
        tag("updated", _moment(_updated(figure, volume, known))),
        _link(volume.address(f"figure/{figure.id}.html"), "alternate", volume),
        tag("author", tag("name", names.publisher(article.publisher))),
        tag("summary", summary(figure, names)),
    )


def _link(address: str, rel: str, volume: Volume) -> Markup:
    return empty_tag("link", rel=rel, type="text/html", hreflang=TAGS[volume.lang], href=address)


def _uuid(volume: Volume) -> UUID:
    """The id of the feed; it depends on dataset and language only, and stays if the site moves."""
    return uuid5(NAMESPACE_URL, f"{volume.names.dataset.about.id}/{volume.lang}")


def _updated(figure: Figure, volume: Volume, known: Mapping[str, KnownFigure]) -> str:
    return known[figure.id].day or _day(volume.names.dataset.article_of[figure.id])


def _day(article: Article) -> str:
    return article.published.start.isoformat()


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
