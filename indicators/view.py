"""What a reader is looking at ↔ the query string of a link, as ids that mean the same in both languages."""

import re
from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Final

from indicators.model.dataset import Dataset
from indicators.model.entries import NATURES
from indicators.values.text import LANGS, Lang

Query = dict[str, list[str]]
Unknown = tuple[str, str]
"""A key of a query string and a value that means nothing there."""

PAGES: Final = ("overview", "explore", "sources", "checks")
SHOWS: Final = ("sector", "region", "time", "parts", "growth", "progress", "then", "ratios", "map")
"""What a page can show of one metric; without one of these it shows all that there is."""
_ONE: Final = ("page", "metric", "show", "figure", "day")
FILTERS: Final = ("region", "sector", "period", "nature", "publisher")
"""What a page can be narrowed to: several ids of each."""


class _Days:
    """All days, as links write them."""

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and day(value) is not None


def day(text: str) -> date | None:
    """The day of a link, or None where it is none."""
    try:
        return date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        return None


_OWN: Final[Mapping[str, Container[str]]] = {"lang": LANGS, "page": PAGES, "show": SHOWS, "day": _Days()}
LONGEST: Final = 120
"""Longer values cannot be ids; they are cut before they are shown to the reader as unknown."""


@dataclass(frozen=True, slots=True)
class View:
    """One state of the dashboard. Empty means: all, or what the page itself would choose.

    ``lang`` is set where the reader has chosen a language, else the browser's is used. ``day`` asks for the dataset as
    a reader of that day knew it.
    """

    lang: Lang | None = None
    page: str = ""
    metric: str = ""
    show: str = ""
    region: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    period: tuple[str, ...] = ()
    nature: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    figure: str = ""
    day: str = ""

    def query(self) -> Query:
        """The parameters of a link to this view; what is empty is left out."""
        query: Query = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if value:
                query[field.name] = [value] if isinstance(value, str) else list(value)
        return query


def ids(dataset: Dataset, spans: Collection[str]) -> Mapping[str, Collection[str]]:
    """The ids that a link to a dataset can name, for each key; ``spans`` are the periods that its figures are of."""
    return {
        "metric": dataset.metrics,
        "region": dataset.regions,
        "sector": dataset.sectors,
        "publisher": dataset.publishers,
        "figure": dataset.figures,
        "nature": NATURES,
        "period": spans,
    }


def parse(query: Mapping[str, Sequence[str]], known: Mapping[str, Collection[str]]) -> tuple[View, tuple[Unknown, ...]]:
    """The view that a query string asks for, and all in it that is not known here, for the reader to be told.

    ``known`` has the ids for each key. Where a single value is wanted, the last one counts.
    """
    unknown: list[Unknown] = []
    found: dict[str, list[str]] = {}
    for key, values in query.items():
        allowed = _OWN.get(key) or (known.get(key, ()) if key in {*_ONE, *FILTERS} else None)
        if allowed is None:
            continue  # embed, theme and other people's tracking parameters are not ours
        found[key] = list(dict.fromkeys(value for value in values if value in allowed))
        unknown.extend((key, value[:LONGEST]) for value in values if value not in allowed)
    lang = found.get("lang", [])
    return View(
        lang="zh" if lang[-1:] == ["zh"] else "en" if lang else None,
        page=_last(found, "page"),
        metric=_last(found, "metric"),
        show=_last(found, "show"),
        figure=_last(found, "figure"),
        day=_last(found, "day"),
        **{key: tuple(found.get(key, ())) for key in FILTERS},
    ), tuple(dict.fromkeys(unknown))


def _last(found: Mapping[str, list[str]], key: str) -> str:
    return (found.get(key) or [""])[-1]
