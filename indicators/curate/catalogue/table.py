"""The tables of the package → standard indicators, validated as the metrics of a data file are."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Self

from indicators.model.bases import Entry
from indicators.model.scalars import Boolean, LocalName, ShortText, Slug, UnitId
from indicators.model.vocabulary import Better, MetricKind

_INDICATORS: Final = Path(__file__).with_name("indicators.csv")
_THEMES: Final = Path(__file__).with_name("themes.csv")
_SEPARATOR: Final = ";"


class StandardMetric(Entry):
    """An indicator that every statistics office counts: all that a metric of a data file has, but for its id.

    ``apart`` is one that is no part of what its name ends with, as the gross product of the sea is none of a place.
    """

    theme: Slug
    name: LocalName
    short: LocalName | None
    unit: UnitId
    kind: MetricKind
    additive: Boolean
    better: Better
    also: tuple[ShortText, ...]
    apart: Boolean

    @classmethod
    def of_row(cls, row: Mapping[str, str]) -> Self:
        """The indicator of one row of the table."""
        short = {"zh": row["short_zh"], "en": row["short_en"]} if row["short_zh"] else None
        plain: dict[str, Any] = {key: row[key] for key in ("theme", "unit", "kind", "additive", "better", "apart")}
        name = {"zh": row["zh"], "en": row["en"]}
        return cls.model_validate({**plain, "name": name, "short": short, "also": _several(row["also"])})

    @property
    def names(self) -> tuple[str, ...]:
        """All that a text may call it, in both languages."""
        named = (self.name, self.short) if self.short else (self.name,)
        return (*(text for name in named for text in (name.zh, name.en)), *self.also)


class StandardTheme(Entry):
    """What standard indicators are grouped by; ``also`` are ids, and ``words`` words, of themes that hold the same."""

    id: Slug
    also: tuple[Slug, ...]
    words: tuple[ShortText, ...]


@cache
def metrics() -> tuple[StandardMetric, ...]:
    """All standard indicators."""
    return tuple(StandardMetric.of_row(row) for row in _rows(_INDICATORS))


@cache
def themes() -> Mapping[str, StandardTheme]:
    """Their themes, by their ids."""
    rows = ({**row, "also": _several(row["also"]), "words": _several(row["words"])} for row in _rows(_THEMES))
    return {theme.id: theme for theme in map(StandardTheme.model_validate, rows)}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(_SEPARATOR)) if cell else ()
