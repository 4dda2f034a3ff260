"""A volume → the files of its dataset that lie beside the pages, and the links to them."""

from collections.abc import Iterator

from markupsafe import Markup

from indicators.export import edition, formats
from indicators.export.formats import FormatName
from indicators.export.markup import joined, link, markup
from indicators.site.volume import Volume
from indicators.words import site as words
from indicators.words import tables as table_words
from indicators.words import terms


def offered(figures: int) -> tuple[FormatName, ...]:
    """The formats that a site with so many figures offers; without those whose libraries are not installed."""
    return tuple(
        name for name, form in formats.FORMATS.items() if not form.lacks and (form.most is None or figures <= form.most)
    )


def paths(volume: Volume) -> dict[FormatName, str]:
    """Format → the path of its file in the site."""
    return {name: _path(name, volume) for name in offered(len(volume.study.every))}


def _path(name: FormatName, volume: Volume) -> str:
    form = formats.FORMATS[name]
    folder = f"data/{volume.lang}" if form.worded else "data"
    return f"{folder}/{volume.names.dataset.about.id}.{form.suffix}"


def files(volume: Volume, digest: str, *, worded: bool) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file: of formats with words in the language, or of those without words.

    ``digest`` is that of the data.
    """
    whole = edition.of(volume.study, digest, address=f"{volume.base}{volume.lang}/figure/{{figure}}.html")
    for name, path in paths(volume).items():
        form = formats.FORMATS[name]
        if form.worded == worded:
            yield path, form.write(whole, volume.lang)


def links(volume: Volume, root: str) -> Markup:
    """Links to all data in each format."""
    to_files = (link(f"{root}{path}", volume.of(table_words.FORMATS[name])) for name, path in paths(volume).items())
    return markup(volume.of(words.ALL_DATA), joined(volume.of(terms.LIST), to_files))
