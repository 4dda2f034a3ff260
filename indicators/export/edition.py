"""A study, and what of it is chosen → the tables that leave the program: plain values, in the order of the file."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Final

import pandas as pd

from indicators import __version__
from indicators.analysis.formulas import Derived
from indicators.export.table import Cell, Table, column_type
from indicators.frames import tidy
from indicators.model.dataset import Dataset
from indicators.model.entries import Article, Figure
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.values.text import Lang
from indicators.values.units import UNITS
from indicators.words import tables as words

STAMP: Final = ("license", "dataset", "version", "digest", "known_on")
NAMED: Final = ("metric_name", "region_name", "sector_name", "period_name", "publisher_name")
COLUMNS: Final = (*tidy.COLUMNS, *STAMP, *NAMED)
"""The columns of every table of figures that is taken away by itself."""


@dataclass(frozen=True)
class Edition:
    """What is given away: a study, the ``chosen`` ids of figures (None for all), and what identifies the data.

    ``digest`` is the SHA-256 of the content (``Loaded.digest``), ``version`` that of the program. ``known_on`` is the
    day whose reader knew the dataset so, None for all that is known. Equal editions give equal bytes in every format.
    """

    study: Study
    digest: str
    chosen: frozenset[str] | None = None
    version: str = __version__
    known_on: date | None = None

    @property
    def dataset(self) -> Dataset:
        return self.study.dataset

    @property
    def stamp(self) -> tuple[str, str, str, str, date | None]:
        """Licence, id, version, digest and the day of what is known, which stand in every row (STAMP)."""
        about = self.dataset.about
        return about.license, about.id, self.version, self.digest, self.known_on

    @property
    def said(self) -> dict[str, str]:
        """The stamp in texts, without what there is not."""
        return {name: str(cell) for name, cell in zip(STAMP, self.stamp, strict=True) if cell is not None}

    def holds(self, figure: str) -> bool:
        return self.chosen is None or figure in self.chosen

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The chosen rows of the tidy frame."""
        every = self.study.every
        return every if self.chosen is None else every[every["figure"].isin(self.chosen)]

    @cached_property
    def follow(self) -> tuple[Derived, ...]:
        """What follows from the chosen figures alone."""
        return tuple(one for one in self.study.follow if all(map(self.holds, one.inputs)))

    @cached_property
    def articles(self) -> tuple[tuple[Article, tuple[Figure, ...]], ...]:
        """The articles with the chosen ones of their figures; where all are chosen, also those that have none."""
        pairs = ((one, tuple(figure for figure in one.figures if self.holds(figure.id))) for one in self._all_articles)
        return tuple((one, figures) for one, figures in pairs if figures or self.chosen is None)

    @property
    def _all_articles(self) -> Iterable[Article]:
        return self.dataset.articles.values()

    def closed(self) -> "Edition":
        """The edition with the figures that its figures refer to, so that no reference leads out of it."""
        if self.chosen is None:
            return self
        known, chosen, waiting = self.dataset.figures, set[str](), set(self.chosen)
        while waiting:
            figure = known.get(waiting.pop())
            if figure is not None and figure.id not in chosen:
                chosen.add(figure.id)
                waiting.update(figure.refers_to)
        return replace(self, chosen=frozenset(chosen))


def of(study: Study, digest: str, chosen: Collection[str] | None = None, *, known_on: date | None = None) -> Edition:
    """The edition of a study, or of the figures with these ids; ids of no figure choose nothing.

    ``known_on`` is the day that the study is of, if it is of one.
    """
    return Edition(study, digest, None if chosen is None else frozenset(chosen), known_on=known_on)


# --- tables that stand by themselves ---------------------------------------------------------------------------------


def figures(edition: Edition, lang: Lang) -> Table:
    """One row a figure: the tidy frame, the licence and digest of the data, and names in a language (COLUMNS)."""
    names = naming(edition.dataset, lang)
    at = [(tidy.COLUMNS.index(column.removesuffix("_name")), names[column]) for column in NAMED]
    full = ((*row, *edition.stamp, *(said[str(row[index])] for index, said in at)) for row in plain_rows(edition.frame))
    return Table("figures", COLUMNS, tuple(full), key=("figure",))


def naming(dataset: Dataset, lang: Lang) -> dict[str, dict[str, str]]:
    """Each column of NAMED with what its ids are called; in full, since a table has room."""
    names = Names(dataset, lang)
    spans = {figure.period.text: figure.period.label(lang) for figure in dataset.figures.values()}
    return {
        "metric_name": {entry.id: names.of(entry.name) for entry in dataset.metrics.values()},
        "region_name": {entry.id: names.of(entry.name) for entry in dataset.regions.values()},
        "sector_name": {entry.id: names.of(entry.name) for entry in dataset.sectors.values()},
        "period_name": spans,
        "publisher_name": {key: names.publisher(key) for key in dataset.publishers},
    }


def plain_rows(frame: pd.DataFrame) -> list[tuple[Cell, ...]]:
    """The rows of a tidy frame with dates as dates, and None for what is missing."""
    columns = [_plain(frame[name]) for name in frame.columns]
    return list(zip(*columns, strict=True))


def _plain(column: "pd.Series[Any]") -> list[Cell]:
    missing = column.isna()
    cells = column.dt.date if column_type(str(column.name)) == "date" else column
    return [None if empty else cell for cell, empty in zip(cells.tolist(), missing.tolist(), strict=True)]


def base_unit(unit: str, lang: Lang) -> str:
    """What values of a unit are in: 亩 for hectares, a fraction for percent."""
    dimension = UNITS[unit].dimension
    if dimension in words.BASE_NAMES:
        return words.BASE_NAMES[dimension].of(lang)
    base = next(one for one in UNITS.values() if one.dimension == dimension and one.scale == 1)
    return base.name.of(lang)
