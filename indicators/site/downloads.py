"""A volume → the files of its dataset that lie beside the pages, and the links to them."""

from collections.abc import Iterator

from markupsafe import Markup

from indicators.export import edition, formats
from indicators.export.formats import FormatName
from indicators.export.markup import joined, link, markup
from indicators.site.volume import Volume
from indicators.values.text import Lang
from indicators.words import site as words
from indicators.words import terms
from indicators.words.export import tables as table_words


def offered(figures: int) -> tuple[FormatName, ...]:
    """The formats that a site with so many figures offers; without those whose libraries are not installed."""
    return tuple(
        name for name, form in formats.FORMATS.items() if not form.lacks and (form.most is None or figures <= form.most)
    )


def paths(volume: Volume) -> dict[FormatName, str]:
    """Format → the path of its file in the site."""
    dataset = volume.names.dataset.about.id
    return {name: path(name, volume.lang, dataset) for name in offered(len(volume.study.every))}


def path(name: FormatName, lang: Lang, dataset: str) -> str:
    """The path of the file of a dataset in a format, of whose words one language is written."""
    form = formats.FORMATS[name]
    folder = f"data/{lang}" if form.worded else "data"
    return f"{folder}/{dataset}.{form.suffix}"


def files(volume: Volume, digest: str, *, worded: bool) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file: of formats with words in the language, or of those without words.

    ``digest`` is that of the data.
    """
    whole = edition.of(volume.study, digest, address=f"{volume.base}{volume.lang}/figure/{{figure}}.html")
    for name, place in paths(volume).items():
        form = formats.FORMATS[name]
        if form.worded == worded:
            yield place, form.write(whole, volume.lang)


def links(volume: Volume, root: str) -> Markup:
    """Links to all data in each format."""
    to_files = (link(f"{root}{place}", volume.of(table_words.FORMATS[name])) for name, place in paths(volume).items())
    return markup(volume.of(words.ALL_DATA), joined(volume.of(terms.LIST), to_files))
