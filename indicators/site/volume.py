"""One language of the site: what its pages are made from, and what a page is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Literal

import pandas as pd
from markupsafe import Markup

from indicators.charts import catalogue
from indicators.charts.plots.map import Outline
from indicators.charts.plots.theme import DARK, LIGHT
from indicators.export.markup import EMPTY
from indicators.model.entries import Region, Sector
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.values.problems import Problem
from indicators.values.text import LANGS, Lang, LocalText

Section = Literal["overview", "metrics", "regions", "sectors", "articles", ""]

CODES: Final[Mapping[Lang, str]] = {"zh": "zh-CN", "en": "en"}
"""The languages as pages declare them."""
CARD: Final = "card/index.png"
"""Where the card of the whole lies in a volume: that of every page without one of its own."""
ROWS: Final = 300
"""So many figures stand in the table of one page; the rest follows on further pages."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a volume. ``path`` is where it lies in the volume, ``body`` what stands between head and foot.

    ``charts`` is the path of the file with the specifications of its charts, if it has any, and ``card`` that of the
    picture which goes with its address.
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
    extra: Markup = EMPTY


@dataclass(frozen=True, eq=False)
class Volume:
    """The study in one language. ``base`` is the address of the site, with a stroke at its end; empty if unknown.

    ``cards`` says whether pages have pictures that go with their addresses; ``problems`` leads from the id of a figure
    to what the checks say of it.
    """

    study: Study
    names: Names
    base: str
    outlines: Mapping[str, Outline]
    cards: bool = False
    problems: Mapping[str, Sequence[Problem]] = field(default_factory=dict)

    @property
    def lang(self) -> Lang:
        return self.names.lang

    @cached_property
    def context(self) -> catalogue.ChartContext:
        """What charts are made with; a browser turns them dark by itself."""
        return catalogue.ChartContext(self.study, self.names, LIGHT, self.outlines)

    @cached_property
    def dark_context(self) -> catalogue.ChartContext:
        """The same in dark mode, for charts whose colours are mixed."""
        return catalogue.ChartContext(self.study, self.names, DARK, self.outlines)

    def of(self, words: LocalText) -> str:
        return words.of(self.lang)

    @cached_property
    def _of(self) -> Mapping[str, Mapping[str, pd.DataFrame]]:
        keys = ("metric", "region", "sector")
        every = self.study.every
        return {key: {str(entry): rows for entry, rows in every.groupby(key, sort=False)} for key in keys}

    @cached_property
    def _parts(self) -> Mapping[str, Mapping[str, list[str]]]:
        dataset = self.names.dataset
        found: dict[str, dict[str, list[str]]] = {"region": {}, "sector": {}}
        tables: Mapping[str, Mapping[str, Region | Sector]] = {"region": dataset.regions, "sector": dataset.sectors}
        for column, table in tables.items():
            for key in self.entries(column):
                if whole := table[key].part_of:
                    found[column].setdefault(whole, []).append(key)
        return found

    def parts(self, column: str) -> Mapping[str, list[str]]:
        """Region or sector → those in it that have figures."""
        return self._parts[column]

    def entries(self, column: str) -> tuple[str, ...]:
        """The ids in a column of the frame that have figures, in the order of the dataset."""
        dataset = self.names.dataset
        order: Mapping[str, object] = {
            "metric": dataset.metrics,
            "region": dataset.regions,
            "sector": dataset.sectors,
        }[column]
        return tuple(key for key in order if key in self._of[column])

    def rows(self, column: str, entry: str) -> pd.DataFrame:
        """All figures of a metric, region or sector."""
        return self._of[column][entry]

    def drawn(self, column: str, entry: str) -> pd.DataFrame:
        """Those of them that charts draw: what nobody has corrected, each number once."""
        if self.study.frame is self.study.every:
            return self.rows(column, entry)
        return self.study.frame[self.study.frame[column] == entry]


def volumes(
    study: Study,
    *,
    base: str = "",
    outlines: Mapping[str, Outline] | None = None,
    cards: bool = False,
    problems: Mapping[str, Sequence[Problem]] | None = None,
) -> tuple[Volume, ...]:
    """The site in each language."""
    names = (Names(study.dataset, lang) for lang in LANGS)
    return tuple(Volume(study, each, base, outlines or {}, cards, problems or {}) for each in names)
