"""Addresses of pages → a sitemap, in as many files as the protocol asks for (sitemaps.org)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from indicators.export.markup import XML, tag

MOST: Final = 50_000
"""So many addresses may stand in one file."""
_SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemaps(files: Iterable[str], base: str) -> Iterator[tuple[str, str]]:
    """Path and content of each file; with more than one, sitemap.xml leads to the others.

    Of the ``files`` of the site those are told that are pages for readers: not the frames for other sites.
    """
    paths = [path for path in files if path.endswith(".html") and "/embed/" not in path]
    parts = [paths[at : at + MOST] for at in range(0, len(paths), MOST)]
    if len(parts) < 2:
        yield "sitemap.xml", _urls(paths, base)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _urls(part, base)
    listed = (tag("sitemap", tag("loc", base + name)) for name in names)
    yield "sitemap.xml", f"{XML}{tag('sitemapindex', listed, xmlns=_SPACE)}\n"


def _urls(paths: Sequence[str], base: str) -> str:
    listed = (tag("url", tag("loc", base + path)) for path in paths)
    return f"{XML}{tag('urlset', listed, xmlns=_SPACE)}\n"
