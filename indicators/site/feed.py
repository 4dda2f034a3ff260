"""Figures that were added or changed → an Atom feed (RFC 4287).

An entry's ``published`` is the first day of what is known of its article's date; it is ``updated`` then, too, until a
later build of the site finds it added or changed: from that build on, the day of that build. No date is made up.
"""

from collections.abc import Mapping
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from markupsafe import Markup

from indicators.export.markup import XML, empty_tag, markup, tag
from indicators.model.entries import Article, Figure
from indicators.phrasing.articles import byline
from indicators.phrasing.evidence import quoted
from indicators.phrasing.figures import main_number
from indicators.site.manifest import Entry
from indicators.site.volume import CODES, Volume
from indicators.words import site as words
from indicators.words import terms

MOST: Final = 200
"""So many entries, the newest: readers of feeds read no archive."""
ATOM: Final = "http://www.w3.org/2005/Atom"


def feed(volume: Volume, entries: Mapping[str, Entry]) -> str:
    """The feed of a volume; ``entries`` are what the manifest knows of each figure."""
    names = volume.names
    about = names.dataset.about
    newest = sorted(names.dataset.figures.values(), key=lambda figure: _updated(figure, volume, entries), reverse=True)
    shown = newest[:MOST]
    updated = _updated(shown[0], volume, entries) if shown else _NEVER
    own = f"{volume.base}feed-{volume.lang}.xml" if volume.base else None
    body = markup(
        tag("title", names.of(about.title)),
        tag("id", f"urn:uuid:{_uuid(volume)}"),
        tag("updated", _moment(updated)),
        tag("author", tag("name", names.of(about.title))),
        tag("rights", about.license),
        _link(f"{volume.base}{volume.lang}/index.html", "alternate", volume),
        empty_tag("link", rel="self", href=own) if own else None,
        (_entry(figure, volume, entries) for figure in shown),
    )
    root = tag("feed", body, xmlns=ATOM, **{"xml:lang": CODES[volume.lang]})
    return f"{XML}{root}\n"


_NEVER: Final = "1970-01-01"


def _entry(figure: Figure, volume: Volume, entries: Mapping[str, Entry]) -> Markup:
    names = volume.names
    article = names.dataset.article_of[figure.id]
    told = (
        names.metric(figure.metric),
        names.place(figure.region, figure.sector),
        figure.period.label(names.lang),
        main_number(figure, names),
    )
    known = entries[figure.id]
    title = names.of(terms.JOIN).join(told)
    return tag(
        "entry",
        tag("title", names.of(words.CHANGED).format(title=title) if known.changed else title),
        tag("id", f"urn:uuid:{uuid5(_uuid(volume), figure.id)}"),
        tag("published", _moment(_day(article))),
        tag("updated", _moment(_updated(figure, volume, entries))),
        _link(f"{volume.base}{volume.lang}/figure/{figure.id}.html", "alternate", volume),
        tag("author", tag("name", names.publisher(article.publisher))),
        tag("summary", _summary(figure, article, volume)),
    )


def _summary(figure: Figure, article: Article, volume: Volume) -> str:
    names = volume.names
    return names.of(words.SENTENCE).join((quoted(figure, names), names.headline(article), byline(article, names)))


def _link(address: str, rel: str, volume: Volume) -> Markup:
    return empty_tag("link", rel=rel, type="text/html", hreflang=CODES[volume.lang], href=address)


def _uuid(volume: Volume) -> UUID:
    """Of the dataset and the language, wherever the site lies: a feed that moves is still the same."""
    return uuid5(NAMESPACE_URL, f"{volume.names.dataset.about.id}/{volume.lang}")


def _updated(figure: Figure, volume: Volume, entries: Mapping[str, Entry]) -> str:
    return entries[figure.id].day or _day(volume.names.dataset.article_of[figure.id])


def _day(article: Article) -> str:
    return article.published.start.isoformat()


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
