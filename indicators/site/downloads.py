"""The dataset as files beside the pages, in every format that can be written here."""

from collections.abc import Iterator, Mapping
from typing import Final

from markupsafe import Markup

from indicators.export import edition
from indicators.export import formats as tables
from indicators.export.markup import joined, link, markup
from indicators.site.volume import Volume
from indicators.words import site as words
from indicators.words import terms

MOST: Final[Mapping[tables.Name, int]] = {"xlsx": 100_000}
"""So many figures are given in a format at most: with what follows from them, a sheet holds no more."""
_WORDLESS: Final = frozenset({"json"})
"""The same in both languages, and there once."""


def offered(figures: int) -> tuple[tables.Name, ...]:
    """The formats of a site with so many figures; those whose libraries are not here are left out."""
    found = (name for name, form in tables.FORMATS.items() if not form.lacks)
    return tuple(name for name in found if figures <= MOST.get(name, figures))


def paths(volume: Volume) -> dict[tables.Name, str]:
    """Where the data of a volume lie, from the root of the site."""
    about = volume.names.dataset.about.id
    folders = {
        name: "data" if name in _WORDLESS else f"data/{volume.lang}" for name in offered(len(volume.study.every))
    }
    return {name: f"{folder}/{about}.{tables.FORMATS[name].suffix}" for name, folder in folders.items()}


def files(volume: Volume, digest: str, *, wordless: bool) -> Iterator[tuple[str, bytes]]:
    """Where each file lies and what is in it, made one after the other: those in the language, or those without words.

    ``digest`` is that of the data.
    """
    given = edition.of(volume.study, digest)
    for name, path in paths(volume).items():
        if (name in _WORDLESS) == wordless:
            yield path, tables.FORMATS[name].write(given, volume.lang)


def ways(volume: Volume, root: str) -> Markup:
    """All data, in each format."""
    links = (link(f"{root}{path}", volume.of(words.DATA_FORMATS[name])) for name, path in paths(volume).items())
    return markup(volume.of(words.ALL_DATA), joined(volume.of(terms.LIST), links))
