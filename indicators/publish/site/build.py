"""A study → the folder of its site: one page after the other, so that memory does not grow with them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Final

from plotly.offline import get_plotlyjs

from indicators.charts.places import Outline
from indicators.charts.theme import DARK, LIGHT, Theme, template
from indicators.publish.images import config
from indicators.publish.site import (
    articles,
    charts,
    downloads,
    embeds,
    entries,
    feed,
    figures,
    layout,
    lists,
    manifest,
    overview,
    search,
    sitemap,
)
from indicators.publish.site.html import dumped
from indicators.publish.site.volume import Page, Volume, volumes
from indicators.publish.site.write import Writer, Written
from indicators.study import Study

File = tuple[str, str | bytes]
"""Where a file lies in the site, and what is in it."""
Told = Callable[[int, int], None]
"""Hears how many pages are made, of how many; nearly, since long lists take several pages."""

_OWN: Final = ("site.css", "ground.js", "door.js", "icon.svg", "site.js")
_STEP: Final = 100


def build(  # noqa: PLR0913  # what a site is made of and where it goes
    study: Study,
    out: Path,
    *,
    digest: str,
    today: date,
    base: str = "",
    outlines: Mapping[str, Outline] | None = None,
    told: Told = lambda _done, _all: None,
) -> Written:
    """Make the site in a folder, in which nothing is touched that is as it should be.

    ``digest`` is that of the data, ``base`` the address at which the site will lie (with a stroke at its end), if it
    is known. ``today`` is what the feed gives as the day of figures that an earlier build did not have.
    """
    writer, before = Writer(out), manifest.read(out)
    known = manifest.compared(study.dataset, before, today.isoformat())
    both = volumes(study, base=base, outlines=outlines)
    paths: list[str] = ["index.html"] if base else []
    every = 2 * (len(study.dataset.figures) + len(study.dataset.articles))
    for number, (path, content) in enumerate(_files(both, digest)):
        writer.write(path, content)
        if base and path.endswith(".html") and "/embed/" not in path and path != "index.html":
            paths.append(path)
        if number % _STEP == 0:
            told(min(number, every), every)
    for volume in both:
        writer.write(f"feed-{volume.lang}.xml", feed.feed(volume, known))
    for path, content in sitemap.sitemaps(paths, base) if base else ():
        writer.write(path, content)
    writer.remove(before.files - {manifest.PATH})
    writer.write(manifest.PATH, manifest.written({*writer.done.files, manifest.PATH}, known))
    told(every, every)
    return writer.done


def _files(both: Sequence[Volume], digest: str) -> Iterator[File]:
    """Everything but what can only be told at the end."""
    yield from _assets(both)
    yield "index.html", layout.door(tuple(both))
    for volume in both:
        yield from downloads.files(volume, digest)
        yield f"assets/search-{volume.lang}.js", search.index(volume)
        yield from _pages(volume)


def _pages(volume: Volume) -> Iterator[File]:
    """The pages of one language, and beside them the files of their charts."""

    def file(page: Page) -> File:
        return f"{volume.lang}/{page.path}", layout.document(page, volume)

    for page, script in overview.overview(volume):
        yield file(page)
        yield f"{volume.lang}/index.charts.js", script
    yield from map(file, overview.contents(volume))
    for column in lists.COLUMNS:
        for key in volume.entries(column):
            found = entries.drawn(column, key, volume)
            yield from map(file, entries.pages(column, key, found, volume))
            if found:
                yield f"{volume.lang}/{column}/{key}.charts.js", charts.script(found)
            if column == "metric":
                yield from (file(embeds.page(key, drawing, volume)) for drawing in found.values())
    yield from (file(articles.page(article, volume)) for article in volume.names.dataset.articles.values())
    for figure in volume.names.dataset.figures.values():
        yield file(figures.page(figure, volume))
        if chart := figures.chart_of(figure, volume):
            yield f"{volume.lang}/figure/{figure.id}.charts.js", chart


# --- what pages share ------------------------------------------------------------------------------------------------


def _assets(both: Sequence[Volume]) -> Iterator[File]:
    own = files("indicators.publish.site") / "assets"
    for name in _OWN:
        yield f"assets/{name}", (own / name).read_bytes()
    yield "assets/charts.js", _constants(both) + (own / "charts.js").read_text("utf-8")
    yield "assets/plotly.min.js", get_plotlyjs()


def _constants(both: Sequence[Volume]) -> str:
    """What charts.js needs to know of the house: how charts look, on either ground and in either language."""
    facts = {
        "template": template(LIGHT),
        "dark": palette(),
        "config": {volume.lang: config(volume.names) for volume in both},
    }
    return f"window.INDICATORS_HOUSE={dumped(facts)};\n"


def palette() -> dict[str, str]:
    """Each colour of the light ground with that which stands for it on the dark one."""
    pairs = zip(_colours(LIGHT), _colours(DARK), strict=True)
    return dict(pairs)


def _colours(theme: Theme) -> Iterator[str]:
    facts = asdict(theme)
    categories = facts.pop("categories")
    facts.pop("ground")
    yield from facts.values()
    yield from categories
