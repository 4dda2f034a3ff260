"""A study and the chosen figures of it → an edition: what is given away, and its table of figures."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Final
from urllib.parse import urlsplit

import pandas as pd

from indicators import __version__
from indicators.analysis.formulas import Derived
from indicators.export.table import Cell, Table, column_type
from indicators.frames import tidy_columns
from indicators.model.articles import Article, Figure
from indicators.model.dataset import Dataset
from indicators.model.events import Event
from indicators.model.vocabulary import ALL
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.values.text import Lang, LocalText
from indicators.values.unit_table import Unit
from indicators.words import terms

STAMP: Final = ("license", "dataset", "version", "dated", "digest", "known_on", "program")
"""The columns that identify the data in every row."""
SOURCE: Final = ("headline", "copies", "permalink")
"""The columns that say where a number was printed and where it is explained, beside those of the tidy frame."""
NAMED: Final = ("unit_name", "metric_name", "region_name", "sector_name", "group_name", "period_name", "publisher_name")
COLUMNS: Final = (*tidy_columns.COLUMNS, *SOURCE, *STAMP, *NAMED)
"""The columns of a table of figures that is not part of a package."""


@dataclass(frozen=True)
class Edition:
    """What is given away: a study, the ``chosen`` ids of figures (None for all), and what identifies the data.

    ``digest`` is the SHA-256 of the content (``Loaded.digest``), ``program`` the version of the program. ``known_on``
    is the past day that the dataset is of, None for today. ``address`` is that of a figure's page, in which {figure}
    stands for its id. Equal editions give equal bytes in every format.
    """

    study: Study
    digest: str
    chosen: frozenset[str] | None = None
    program: str = __version__
    known_on: date | None = None
    address: str = "?figure={figure}"

    @property
    def dataset(self) -> Dataset:
        return self.study.dataset

    @property
    def dated(self) -> date | None:
        """The date of the data: the last day on which an article in it was published; None without articles."""
        return self.study.dated

    @property
    def version(self) -> str:
        """The version of the data, as https://semver.org has it: 2024.8.15+5f5f5f5f5f5f, its date and its digest."""
        day = self.dated
        numbers = f"{day.year}.{day.month}.{day.day}" if day else "0.0.0"
        return f"{numbers}+{self.digest[:12]}"

    @property
    def stamp(self) -> tuple[str, str, str, date | None, str, date | None, str]:
        """What identifies the data in every row: the values of the columns STAMP."""
        about = self.dataset.about
        return about.license, about.id, self.version, self.dated, self.digest, self.known_on, self.program

    @property
    def stamp_texts(self) -> dict[str, str]:
        """The stamp as texts by the names of the columns, without those that have no value."""
        return {name: str(cell) for name, cell in zip(STAMP, self.stamp, strict=True) if cell is not None}

    def permalink(self, figure: str) -> str:
        """The address at which the figure with this id is explained, on the day that the dataset is of.

        Only a dashboard has past days, in the query of its addresses.
        """
        address = self.address.format(figure=figure)
        return f"{address}&day={self.known_on.isoformat()}" if self.known_on else address

    def at(self, link: str) -> "Edition":
        """The same, with the addresses that figures have in the dashboard to which a link leads."""
        home = urlsplit(link)._replace(query="", fragment="").geturl()
        return replace(self, address=f"{home}{Edition.address}") if home else self

    def holds(self, figure: str) -> bool:
        return self.chosen is None or figure in self.chosen

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The chosen rows of the tidy frame."""
        every = self.study.every
        return every if self.chosen is None else every[every["figure"].isin(self.chosen)]

    @cached_property
    def derived(self) -> tuple[Derived, ...]:
        """The derived figures whose inputs are all chosen."""
        return tuple(derived for derived in self.study.derived if all(map(self.holds, derived.inputs)))

    @cached_property
    def articles(self) -> tuple[tuple[Article, tuple[Figure, ...]], ...]:
        """The articles with their chosen figures; articles without figures only where all are chosen."""
        articles = self.dataset.articles.values()
        pairs = (
            (article, tuple(figure for figure in article.figures if self.holds(figure.id))) for article in articles
        )
        return tuple((article, figures) for article, figures in pairs if figures or self.chosen is None)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events that these articles report."""
        reported = {article.id for article, _ in self.articles}
        return tuple(event for event in self.dataset.events.values() if event.article in reported)

    def closed(self) -> "Edition":
        """The edition with all figures that its figures refer to, so that every reference has its target."""
        if self.chosen is None:
            return self
        known, chosen, waiting = self.dataset.figures, set[str](), set(self.chosen)
        while waiting:
            figure = known.get(waiting.pop())
            if figure is not None and figure.id not in chosen:
                chosen.add(figure.id)
                waiting.update(figure.refers_to)
        return replace(self, chosen=frozenset(chosen))


def of(
    study: Study,
    digest: str,
    chosen: Collection[str] | None = None,
    *,
    known_on: date | None = None,
    address: str = Edition.address,
) -> Edition:
    """The edition of a study, or of the figures with these ids; unknown ids are ignored. See Edition."""
    return Edition(study, digest, None if chosen is None else frozenset(chosen), known_on=known_on, address=address)


# --- tables that stand by themselves ---------------------------------------------------------------------------------


def figures(edition: Edition, lang: Lang) -> Table:
    """One row a figure: the tidy frame, the licence and digest of the data, and names in a language (COLUMNS)."""
    names = naming(edition.dataset, lang)
    named = [(tidy_columns.COLUMNS.index(column.removesuffix("_name")), names[column]) for column in NAMED]
    article, figure = map(tidy_columns.COLUMNS.index, ("article", "figure"))
    sources = {key: source(entry, Names(edition.dataset, lang)) for key, entry in edition.dataset.articles.items()}
    rows = (
        (
            *row,
            *sources[str(row[article])],
            edition.permalink(str(row[figure])),
            *edition.stamp,
            *(of[str(row[index])] for index, of in named),
        )
        for row in plain_rows(edition.frame)
    )
    return Table("figures", COLUMNS, tuple(rows), key=("figure",))


def source(article: Article, names: Names) -> tuple[str | None, str | None]:
    """The headline of an article, and the addresses of its copies with spaces between them."""
    headline = names.headline(article) if article.headline else None
    return headline, " ".join(copy.url for copy in article.copies) or None


def naming(dataset: Dataset, lang: Lang) -> dict[str, dict[str, str]]:
    """Column of NAMED → id → its full name."""
    names = Names(dataset, lang)
    return {
        "unit_name": {unit.id: unit.name.of(lang) for unit in units(dataset).values()},
        "metric_name": {entry.id: names.of(entry.name) for entry in dataset.metrics.values()},
        "region_name": {entry.id: names.of(entry.name) for entry in dataset.regions.values()},
        "sector_name": {entry.id: names.of(entry.name) for entry in dataset.sectors.values()},
        "group_name": {key: names.of(name) for key, name in group_names(dataset).items()},
        "period_name": {figure.period.text: figure.period.label(lang) for figure in dataset.figures.values()},
        "publisher_name": {key: names.publisher(key) for key in dataset.publishers},
    }


def group_names(dataset: Dataset) -> dict[str, LocalText]:
    """The names of the whole and of the groups, by their ids; the whole has no entry in a file."""
    return {ALL: terms.WHOLE, **{entry.id: entry.name for entry in dataset.groups.values()}}


def plain_rows(frame: pd.DataFrame) -> list[tuple[Cell, ...]]:
    """The rows of a tidy frame, with dates as dates and missing values as None."""
    columns = [_plain(frame[name]) for name in frame.columns]
    return list(zip(*columns, strict=True))


def _plain(column: "pd.Series[Any]") -> list[Cell]:
    missing = column.isna()
    cells = column.dt.date if column_type(str(column.name)) == "date" else column
    return [None if empty else cell for cell, empty in zip(cells.tolist(), missing.tolist(), strict=True)]


def units(dataset: Dataset) -> dict[str, Unit]:
    """Id → each unit that a table can name: those that newspapers print, those of the dataset, and their bases."""
    known = dataset.unit_table.units.values()
    return {unit.id: unit for unit in (*known, *map(dataset.base_unit, known))}
