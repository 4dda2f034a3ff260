"""All pages of the site → the file that its search looks through, and the sitemap for search engines."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from indicators.export.markup import XML, dumped, tag
from indicators.model.dataset import Dataset
from indicators.phrasing.figures import mention
from indicators.site.volume import DIMENSIONS, Volume
from indicators.values.text import LANGS
from indicators.words import site as words
from indicators.words import terms

# --- search ----------------------------------------------------------------------------------------------------------

ASSIGNED_TO: Final = "window.INDICATORS_TITLES="
"""What the file assigns to: a page that is opened from a disk may load scripts, but no JSON."""


def search(volume: Volume) -> str:
    """A script with the title of every page, the number of its folder and the name of its file."""
    kinds = [volume.of(kind) for kind in words.KINDS.values()]
    return f"{ASSIGNED_TO}{dumped({'kinds': kinds, 'folders': list(words.KINDS), 'titles': list(_titles(volume))})};\n"


def _titles(volume: Volume) -> Iterator[tuple[int, str, str]]:
    """Number of the folder, name of the file and title of every page."""
    names, folders = volume.names, {kind: number for number, kind in enumerate(words.KINDS)}
    for dimension in DIMENSIONS:
        for key in volume.entries(dimension):
            yield folders[dimension], key, volume.name(dimension, key)
    for article in names.dataset.articles.values():
        yield folders["article"], article.id, f"{names.headline(article)} {names.publisher(article.publisher)}"
    join = names.of(terms.JOIN)
    for figure in names.dataset.figures.values():
        mentioned = mention(figure, names)
        yield folders["figure"], figure.id, join.join((mentioned.name, mentioned.number))


# --- sitemap ---------------------------------------------------------------------------------------------------------

MOST: Final = 50_000
"""Most addresses in one file (sitemaps.org)."""
_SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemaps(files: Iterable[str], base: str, dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Path and content of each file; if there are several, sitemap.xml leads to them.

    They list those of the ``files`` of the site that are pages for readers, not the ones to embed, nor those at earlier
    addresses.
    """
    earlier = {
        f"{lang}/{kind}/{former}.html"
        for kind, renamed in dataset.renamed.items()
        for former in renamed
        for lang in LANGS
    }
    paths = [path for path in files if path.endswith(".html") and "/embed/" not in path and path not in earlier]
    parts = [paths[start : start + MOST] for start in range(0, len(paths), MOST)]
    if len(parts) < 2:
        yield "sitemap.xml", _urls(paths, base)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _urls(part, base)
    items = (tag("sitemap", tag("loc", base + name)) for name in names)
    yield "sitemap.xml", f"{XML}{tag('sitemapindex', items, xmlns=_SPACE)}\n"


def _urls(paths: Sequence[str], base: str) -> str:
    items = (tag("url", tag("loc", base + path)) for path in paths)
    return f"{XML}{tag('urlset', items, xmlns=_SPACE)}\n"
