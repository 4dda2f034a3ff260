"""Titles of pages → the file that a search in the page looks through."""

from collections.abc import Iterator
from typing import Final

from indicators.export.markup import dumped
from indicators.phrasing.figures import main_number
from indicators.site.volume import Volume
from indicators.words import site as words
from indicators.words import terms

BROWSERS: Final = "window.INDICATORS_TITLES="


def index(volume: Volume) -> str:
    """A script, since a page that is opened from a disk may load no JSON: titles, each with its path and its kind."""
    kinds = [volume.of(words.KINDS[kind]) for kind in words.KINDS]
    titles = [(kind, key, title) for kind, key, title in _titles(volume)]
    return f"{BROWSERS}{dumped({'kinds': kinds, 'folders': list(words.KINDS), 'titles': titles})};\n"


def _titles(volume: Volume) -> Iterator[tuple[int, str, str]]:
    """The number of the folder, the name of the file and the title of every page that can be found."""
    names, place = volume.names, {kind: number for number, kind in enumerate(words.KINDS)}
    dataset = names.dataset
    for key in volume.entries("metric"):
        yield place["metric"], key, names.of(dataset.metrics[key].name)
    for key in volume.entries("region"):
        yield place["region"], key, names.of(dataset.regions[key].name)
    for key in volume.entries("sector"):
        yield place["sector"], key, names.of(dataset.sectors[key].name)
    for article in dataset.articles.values():
        yield place["article"], article.id, f"{names.headline(article)} {names.publisher(article.publisher)}"
    join = names.of(terms.JOIN)
    for figure in dataset.figures.values():
        told = (
            names.metric(figure.metric),
            names.place(figure.region, figure.sector),
            figure.period.label(names.lang),
            main_number(figure, names),
        )
        yield place["figure"], figure.id, join.join(told)
