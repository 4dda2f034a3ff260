"""A chart → the data behind it as CSV: what it shows of each mark, what was reported, and where."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import islice
from typing import Any, Final

from indicators.analysis import held_numbers
from indicators.analysis.formulas import Derived
from indicators.charts.catalogue import Chart
from indicators.charts.marks import Mark
from indicators.export import csv_file
from indicators.export.edition import STAMP, Edition, source
from indicators.export.table import Cell
from indicators.frames.tidy_columns import formula_cell
from indicators.model.articles import Article, Figure
from indicators.model.numbers import HELD_NUMBERS
from indicators.phrasing.names import Names
from indicators.values.periods import Period
from indicators.values.quantities import Quantity
from indicators.words.export import chart_files as words

_SHOWN: Final = ("panel", "name", "detail", "shown", "figure")
"""What the chart shows of a mark."""
_RATES: Final = ("growth", "growth_from", "change", "points", "share", "completion")
_QUOTES: Final = ("quote", *HELD_NUMBERS)
_NUMBER: Final = (
    "nature", "value", "low", "high", "unit", "qualifier", "text", "printed_unit", "given_unit", *_RATES,
    *_QUOTES, "derived",
    "formula", "inputs",
)  # fmt: skip
"""The number that a mark shows, with the names of the tidy frame. ``derived`` is the id of one that was worked out."""
_WHERE: Final = (
    "metric", "region", "sector", "group", "period", "publisher", "published", "headline", "url", "copies", "permalink",
)  # fmt: skip
"""What the figure is about, by name, and the article that printed it."""
COLUMNS: Final = (*_SHOWN, *_WHERE, *_NUMBER, *STAMP)

_Facts = Mapping[str, Cell | Decimal]


def csv(chart: Chart, edition: Edition, names: Names, link: str) -> bytes:
    """One row a mark, with numbers in the base unit; it opens in Excel.

    A number that was worked out has its formula and the ids of the figures that it follows from, and neither text nor
    quote; what it is about is that of the first of them.
    """
    stamp = dict(zip(STAMP, edition.stamp, strict=True))
    addressed = edition.at(link)
    rows = ({**_of_mark(mark, addressed, names), **stamp} for mark in chart.story.marks(names))
    return csv_file.for_spreadsheets(COLUMNS, ([row.get(column) for column in COLUMNS] for row in rows))


MOST_ROWS: Final = 300
"""The most rows of a table on a page; the file has all of them."""


def as_shown(chart: Chart, names: Names) -> Mapping[str, Any]:
    """The table that stands beside a chart: its ``label``, the ``head`` of its columns, and its ``rows``, each the id
    of its figure and a cell for each column; ``link`` is the column that leads to it. Empty columns are left out.
    """
    marks = list(islice(chart.story.marks(names), MOST_ROWS))
    cells = [cells_of(mark, names) for mark in marks]
    used = [column for column in words.COLUMNS if any(row.get(column) for row in cells)]
    return {
        "label": names.of(words.TABLE),
        "link": used.index("name") if "name" in used else 0,
        "head": [names.of(words.COLUMNS[column]) for column in used],
        "rows": [[mark.figure, *(row[column] for column in used)] for mark, row in zip(marks, cells, strict=True)],
    }


def cells_of(mark: Mark, names: Names) -> Mapping[str, str]:
    """What a table beside a chart says of a mark, by columns of words.chart_files.COLUMNS."""
    article = names.dataset.article_of.get(mark.figure) or names.dataset.articles.get(mark.article)
    figure = names.dataset.figures.get(mark.figure)
    return {
        "panel": mark.panel,
        "name": mark.name,
        "detail": mark.detail,
        "shown": mark.shown,
        "publisher": names.publisher(article.publisher) if article else "",
        "quote": "" if mark.worked_out or not figure else held_numbers.phrase_of(figure, mark.number),
    }


def _of_mark(mark: Mark, edition: Edition, names: Names) -> _Facts:
    shown = {name: getattr(mark, name) or None for name in _SHOWN}
    if mark.article:
        return {**shown, **_printed_in(names.dataset.articles[mark.article], names)}
    if not mark.figure:
        return shown
    figure = names.dataset.figures[mark.figure]
    number = _worked_out(mark.derived, names) if mark.derived else _reported(figure, names)
    return {**shown, **_where(figure, edition, names), **number}


def _where(figure: Figure, edition: Edition, names: Names) -> _Facts:
    return {
        "metric": names.metric(figure.metric),
        "region": names.region(figure.region),
        "sector": names.sector(figure.sector),
        "group": names.group(figure.group),
        "period": figure.period.text,
        **_printed_in(names.dataset.article_of[figure.id], names),
        "permalink": edition.permalink(figure.id),
    }


def _printed_in(article: Article, names: Names) -> _Facts:
    headline, copies = source(article, names)
    return {
        "publisher": names.publisher(article.publisher),
        "published": article.published.text,
        "headline": headline,
        "url": article.url,
        "copies": copies,
    }


def _reported(figure: Figure, names: Names) -> _Facts:
    text = figure.text
    return {
        "nature": figure.nature,
        **({name: getattr(text, name) for name in ("value", "low", "high", "qualifier")} if text else {}),
        "unit": names.dataset.base_unit(names.dataset.metrics[figure.metric].unit).id,
        "text": text.printed if text else None,
        "printed_unit": text.unit.id if text else None,
        "given_unit": figure.unit,
        **{name: _rate(getattr(figure, name)) for name in _RATES},
        **{name: getattr(figure, name) for name in _QUOTES},
    }


def _rate(printed: Quantity | Period | None) -> Decimal | str | None:
    return printed.text if isinstance(printed, Period) else printed and printed.value


def _worked_out(derived: Derived, names: Names) -> _Facts:
    return {
        "nature": "derived",
        **{name: float(getattr(derived, name)) for name in ("value", "low", "high")},
        "unit": names.dataset.base_unit(derived.unit).id,
        "qualifier": derived.qualifier,
        "period": derived.period.text,
        "derived": derived.id,
        "formula": formula_cell(derived),
        "inputs": " ".join(derived.inputs),
    }
