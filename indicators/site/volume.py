"""A study → the site in one language: what pages are made from, and what a page is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final, Literal

import pandas as pd
from markupsafe import Markup

from indicators.charts import catalogue
from indicators.charts.plots.theme import DARK, LIGHT
from indicators.charts.plots.tile_map import Outline
from indicators.export import edition
from indicators.export.edition import Edition
from indicators.model.articles import Article
from indicators.model.subjects import TREES, Tree
from indicators.model.vocabulary import Group, Metric, Region, Sector
from indicators.pages.addresses import Addresses
from indicators.pages.context import PageContext
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.values.periods import parse_date
from indicators.values.problems import Problem
from indicators.values.text import LANGS, Lang, LocalText

Section = Literal["overview", "figures", "metrics", "regions", "sectors", "groups", "time", "articles", ""]
Dimension = Literal["metric", Tree]
"""A column of the tidy frame whose entries have pages."""
DIMENSIONS: Final[tuple[Dimension, ...]] = ("metric", *TREES)
SECTION_OF: Final[Mapping[Dimension, Section]] = {
    "metric": "metrics",
    "region": "regions",
    "sector": "sectors",
    "group": "groups",
}
Entries = Mapping[str, Metric | Region | Sector | Group]

CARD: Final = "card/index.png"
"""Path, within a volume, of the social card of every page that has none of its own."""
ROWS: Final = 300
"""Most figures in the table of one page; the rest follow on further pages."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a volume. ``path`` is relative to the volume, ``body`` is what stands between head and foot.

    ``charts`` is the path of the file with the specifications of its charts, if it has any, and ``card`` that of its
    social card. ``trail`` are the titles and paths of the pages above it. A ``bare`` page has neither masthead nor
    foot.
    """

    path: str
    title: str
    description: str
    body: Markup
    section: Section = ""
    linked_data: Mapping[str, Any] | None = None
    charts: str = ""
    card: str = CARD
    kind: Literal["website", "article"] = "website"
    trail: tuple[tuple[str, str], ...] = ()
    bare: bool = False


@dataclass(frozen=True, eq=False)
class Volume:
    """The site in one language. ``base`` is the address of the site, ending in a slash; empty if unknown.

    ``cards`` is true if pages have social cards; ``problems`` leads from the id of a figure to what the checks found.
    ``digest`` is that of the data; empty if unknown. Ages count from ``today``, the day on which the site is built.
    """

    study: Study
    names: Names
    base: str
    outlines: Mapping[str, Outline]
    cards: bool = False
    problems: Mapping[str, Sequence[Problem]] = field(default_factory=dict)
    digest: str = ""
    today: date = date.min

    @property
    def lang(self) -> Lang:
        return self.names.lang

    @cached_property
    def context(self) -> catalogue.ChartContext:
        """The context of all charts, in light mode; a browser turns them dark by itself."""
        return catalogue.ChartContext(self.study, self.names, LIGHT, self.outlines)

    @cached_property
    def dark_context(self) -> catalogue.ChartContext:
        """The same in dark mode, for charts with mixed colours, which a browser cannot turn dark."""
        return catalogue.ChartContext(self.study, self.names, DARK, self.outlines)

    @cached_property
    def edition(self) -> Edition:
        """What is given away of the data."""
        return edition.of(self.study, self.digest, address=f"{self.base}{self.lang}/figure/{{figure}}.html")

    def of(self, words: LocalText) -> str:
        return words.of(self.lang)

    def address(self, path: str) -> str:
        """The full address of a page of the volume; only of a site that knows its base."""
        return f"{self.base}{self.lang}/{path}"

    # --- articles, and the entries of each dimension -----------------------------------------------------------------

    @cached_property
    def newest_articles(self) -> list[Article]:
        """All articles, the newest first."""
        articles = self.names.dataset.articles.values()
        return sorted(articles, key=lambda article: article.published.end, reverse=True)

    def page_context(self, addresses: Addresses) -> PageContext:
        """What pages are made from that the dashboard shows, too; ages count from the newest article."""
        return PageContext(self.study, self.names, addresses, self._newest_day)

    @cached_property
    def _newest_day(self) -> date:
        days = (parse_date(text).end for text in self.study.every["published"].unique())
        return max(days, default=date.min)

    def compared(self, dimension: Dimension, key: str) -> tuple[str, ...]:
        """The entries whose figures the page of an entry shows beside its own: what it is a part of, and its like."""
        if dimension not in {"region", "sector"}:
            return ()
        entries: Mapping[str, Region | Sector] = getattr(self.names.dataset, f"{dimension}s")
        above = entries[key].part_of
        if above is None:
            return ()
        like = (other.id for other in entries.values() if other.part_of == above)
        return tuple(other for other in (above, *like) if other != key and other in self._rows[dimension])

    def table(self, dimension: Dimension) -> Entries:
        """The entries of a dimension by their ids, in the order of the dataset."""
        dataset = self.names.dataset
        tables: Mapping[Dimension, Entries] = {
            "metric": dataset.metrics,
            "region": dataset.regions,
            "sector": dataset.sectors,
            "group": dataset.groups,
        }
        return tables[dimension]

    def entries(self, dimension: Dimension) -> tuple[str, ...]:
        """The ids of a dimension that have figures, in the order of the dataset; the whole is no group."""
        return tuple(key for key in self.table(dimension) if key in self._rows[dimension])

    def dimensions(self) -> tuple[Dimension, ...]:
        """The dimensions that have entries: a dataset need not have groups."""
        return tuple(dimension for dimension in DIMENSIONS if dimension != "group" or self.entries("group"))

    def name(self, dimension: Dimension, key: str) -> str:
        """The full name of a metric, region, sector or group."""
        return self.of(self.table(dimension)[key].name)

    def short_name(self, dimension: Dimension, key: str) -> str:
        """The short name of a metric, region, sector or group, if it has one."""
        return self.names.metric(key) if dimension == "metric" else self.names.entry(dimension, key)

    def whole(self, tree: Tree, key: str) -> str:
        """The id of what the file says a region, sector or group is a part of, if that has a page; else empty."""
        entries: Mapping[str, Region | Sector | Group] = getattr(self.names.dataset, f"{tree}s")
        above = entries[key].part_of
        return above if above is not None and above in self.entries(tree) else ""

    def parts(self, tree: Tree) -> Mapping[str, Sequence[str]]:
        """The id of a region, sector or group → those of its parts that have pages."""
        return self._parts[tree]

    @cached_property
    def _parts(self) -> Mapping[Tree, Mapping[str, list[str]]]:
        parts: dict[Tree, dict[str, list[str]]] = {tree: {} for tree in TREES}
        for tree in TREES:
            for key in self.entries(tree):
                if whole := self.whole(tree, key):
                    parts[tree].setdefault(whole, []).append(key)
        return parts

    @cached_property
    def _rows(self) -> Mapping[Dimension, Mapping[str, pd.DataFrame]]:
        every = self.study.every
        return {name: {str(key): rows for key, rows in every.groupby(name, sort=False)} for name in DIMENSIONS}

    def rows(self, dimension: Dimension, key: str) -> pd.DataFrame:
        """All figures of a metric, region, sector or group."""
        return self._rows[dimension][key]

    def charted_rows(self, dimension: Dimension, key: str) -> pd.DataFrame:
        """Those of them that charts show: without corrected ones, and each number once."""
        if self.study.frame is self.study.every:
            return self.rows(dimension, key)
        return self.study.frame[self.study.frame[dimension] == key]


def volumes(  # noqa: PLR0913  # all that is known of a site before it is built
    study: Study,
    *,
    base: str = "",
    outlines: Mapping[str, Outline] | None = None,
    cards: bool = False,
    problems: Mapping[str, Sequence[Problem]] | None = None,
    digest: str = "",
    today: date = date.min,
) -> tuple[Volume, ...]:
    """The site in each language."""
    names = (Names(study.dataset, lang) for lang in LANGS)
    return tuple(Volume(study, each, base, outlines or {}, cards, problems or {}, digest, today) for each in names)
