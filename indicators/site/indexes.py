"""All pages of the site → the file that its search looks through, and the sitemap for search engines."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from indicators.export.markup import XML, dumped, tag
from indicators.model.dataset import Dataset
from indicators.pages import search_index
from indicators.site.volume import Volume
from indicators.values.text import LANGS

# --- search ----------------------------------------------------------------------------------------------------------

ASSIGNED_TO: Final = "window.INDICATORS_SEARCH="
"""What the file assigns to: a page that is opened from a disk may load scripts, but no JSON."""


def search(volume: Volume) -> str:
    """A script with the index that the search box looks through, fetched when the box is first focused."""
    return f"{ASSIGNED_TO}{dumped(search_index.of(volume.names))};\n"


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
