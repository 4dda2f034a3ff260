"""Dataset of objects → its columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import attrgetter
from typing import Any, Final

import numpy as np
import pyarrow as pa

from indicators.loading.columnar.columns import (
    ANNUAL_PLAN,
    MISSING,
    QUALIFIERS,
    ArticleColumns,
    Columns,
    FigureColumns,
    Floats,
    Integers,
    Texts,
    compact_json,
    narrow,
)
from indicators.model import serial
from indicators.model.articles import ANNUAL, Figure
from indicators.model.dataset import Dataset
from indicators.model.subjects import NATURES
from indicators.model.vocabulary import ALL
from indicators.values import periods
from indicators.values.quantities import Quantity

RARE: Final = ("former", "reason", "accept", "note", "change", "points", "share", "second_plan")
"""Keys that few figures have."""


def encode(dataset: Dataset) -> Columns:
    """The columns of a dataset that is held as objects; eight microseconds a figure."""
    figures = tuple(dataset.figures.values())
    period_texts, text, growth, completion = (
        _each(name, figures) for name in ("period.text", "text", "growth", "completion")
    )
    spans = [span.text for span in sorted(map(periods.parse, set(period_texts)), key=lambda span: (span, span.text))]
    positions = [position for position, article in enumerate(dataset.articles.values()) for _ in article.figures]
    units = tuple(sorted({quantity.unit.id for quantity in text if quantity}))
    row_of = {key: row for row, key in enumerate(dataset.figures)}
    columns = FigureColumns(
        figure=_texts(dataset.figures),
        quote=_texts(_each("quote", figures)),
        growth_quote=_texts(_each("growth_quote", figures)),
        share_quote=_texts(_each("share_quote", figures)),
        completion_quote=_texts(_each("completion_quote", figures)),
        text=_texts(_part("printed", text)),
        given_unit=_texts(_each("unit", figures)),
        growth_printed=_texts(_part("printed", growth)),
        growth_from=_texts(span and span.text for span in _each("growth_from", figures)),
        completion_printed=_texts(_part("printed", completion)),
        rest=_texts(map(_rest, figures)),
        article=narrow(np.array(positions, dtype=np.int64), len(dataset.articles)),
        metric=_codes(_each("metric", figures), dataset.metrics),
        region=_codes(_each("region", figures), dataset.regions),
        sector=_codes(_each("sector", figures), dataset.sectors),
        group=_codes(_each("group", figures), (ALL, *dataset.groups)),
        period=_codes(period_texts, spans),
        nature=_codes(_each("nature", figures), NATURES),
        qualifier=_codes(_part("qualifier", text), QUALIFIERS),
        unit=_codes(_part("unit", text), units),
        plan=_rows(_each("plan", figures), row_of),
        part_of=_rows(_each("part_of", figures), row_of),
        supersedes=_rows(_each("supersedes", figures), row_of),
        value=_floats(_part("value", text)),
        low=_floats(_part("low", text)),
        high=_floats(_part("high", text)),
        growth=_floats(_part("value", growth)),
        completion=_floats(_part("value", completion)),
        share=_floats(_part("value", _each("share", figures))),
        change=_floats(_part("value", _each("change", figures))),
        points=_floats(_part("value", _each("points", figures))),
        complete_parts=np.array(_each("complete_parts", figures), dtype=bool),
    )
    return Columns(replace(dataset, articles={}), columns, _articles(dataset), tuple(map(periods.parse, spans)), units)


def _articles(dataset: Dataset) -> ArticleColumns:
    articles = dataset.articles.values()
    return ArticleColumns(
        id=_texts(dataset.articles),
        head=_texts(compact_json(serial.printed(article.model_copy(update={"figures": ()}))) for article in articles),
        published=_texts(article.published.text for article in articles),
        publisher=_texts(article.publisher for article in articles),
        url=_texts(article.url for article in articles),
    )


def _each(name: str, figures: Sequence[Figure]) -> list[Any]:
    """An attribute of each figure."""
    return list(map(attrgetter(name), figures))


def _part(name: str, quantities: Iterable[Quantity | None]) -> Iterator[Any]:
    """An attribute of each quantity, None where there is none."""
    return (quantity and getattr(quantity, name) for quantity in quantities)


def _texts(strings: Iterable[str | None]) -> Texts:
    """What ``pa.array`` would make of them, without importing pandas, as that does."""
    cells = list(strings)
    encoded = [b"" if text is None else text.encode() for text in cells]
    ends = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
    present = np.packbits(np.array([text is not None for text in cells], dtype=bool), bitorder="little")
    buffers = (present if None in cells else None, ends, b"".join(encoded))
    wrapped = [None if buffer is None else pa.py_buffer(buffer) for buffer in buffers]
    return pa.Array.from_buffers(pa.large_string(), len(cells), wrapped)


def _codes(values: Iterable[str | None], known: Iterable[str]) -> Integers:
    code_of: dict[str | None, int] = {value: code for code, value in enumerate(known)}
    return narrow(np.array([code_of.get(value, MISSING) for value in values], dtype=np.int64), len(code_of))


def _rows(ids: Iterable[str | None], row_of: Mapping[str, int]) -> Integers:
    return np.array([_row(key, row_of) for key in ids], dtype=np.int32)


def _row(key: str | None, row_of: Mapping[str, int]) -> int:
    if key is None:
        return MISSING
    return ANNUAL_PLAN if key == ANNUAL else row_of[key]


def _floats(numbers: Iterable[Decimal | None]) -> Floats:
    return np.array([np.nan if number is None else float(number) for number in numbers], dtype=float)


_rare_values: Final = attrgetter(*RARE)


def _rest(figure: Figure) -> str | None:
    if not any(_rare_values(figure)):  # so it is with most
        return None
    return compact_json({name: serial.printed(value) for name in RARE if (value := getattr(figure, name))})
