"""What a reader is looking at ↔ the query string of a link, in ids that are the same in both languages."""

import re
from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Final, NamedTuple

from indicators.model.dataset import Dataset
from indicators.model.numbers import NUMBER_IDS
from indicators.model.subjects import NATURES
from indicators.model.vocabulary import ALL
from indicators.values.periods import FIRST_YEAR, LAST_YEAR
from indicators.values.text import LANGS, Lang

Query = dict[str, list[str]]
Unknown = tuple[str, str]
"""A key of a query string and a value that is not known there."""


class Renaming(NamedTuple):
    """A key of a query string, a former id that stands there, and the id that the entry has now."""

    key: str
    former: str
    present: str


PAGES: Final = (
    *("overview", "figures", "places", "sectors", "time", "compare", "explore", "sources", "checks"),
    *("curate", "claim"),
)
"""What a link can ask for by name."""
ENTRY_PAGES: Final = {"figure": "figure", "metric": "explore", "region": "place", "sector": "sector"}
"""The page of one entry, which a link asks for by the id alone: the key of the id → the page."""
LONGEST_TEXT: Final = 80
"""A text that figures are looked for by has at most so many characters."""
SHOWS: Final = (
    "sector", "region", "group", "time", "parts", "contributions", "growth", "months", "progress", "then",
    "ratios", "map",
)  # fmt: skip
"""The charts of one metric of which a page can show a single one."""
EVERY_CHART: Final = "all"
"""Asks for all charts of a metric, instead of a single one; without either a page shows the most telling."""
FINDINGS: Final = "findings"
"""Asks the overview for the list of all findings."""
MEASURES: Final = ("level", "growth", "index", "share", "per-head")
"""What places are compared by."""
_ONE: Final = ("page", "metric", "show", "measure", "sort", "find", "figure", "number", "article", "sheet", "day")
FILTERS: Final = ("region", "sector", "group", "period", "nature", "publisher")
"""What a page can be narrowed to: several ids of each."""
FACETS: Final = ("theme", "year", *FILTERS)
"""What the list of all figures can be narrowed to."""


SORTS: Final = ("place", "metric", "period", "number", "growth", "outlet")
"""The columns that the list of all figures can be sorted by."""


class _Days:
    """All days in the form that links have: 2022-08-05."""

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and day(value) is not None


def day(text: str) -> date | None:
    """The day in the text of a link, or None where there is none, or where it is no day that a period could have."""
    try:
        known = date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        return None
    return known if known is not None and FIRST_YEAR <= known.year <= LAST_YEAR else None


class _Texts:
    """All texts that can be looked for."""

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and 0 < len(value) <= LONGEST_TEXT and value.isprintable()


class _Years:
    """All years with four digits."""

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and re.fullmatch(r"[0-9]{4}", value) is not None


class _Sheets:
    """The numbers of the pages of a list but the first, which needs none."""

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and re.fullmatch(r"[2-9]|[1-9][0-9]{1,5}", value) is not None


class _Columns:
    """Names of columns, the largest value first where a minus stands before them."""

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and value.removeprefix("-") in SORTS


_OWN: Final[Mapping[str, Container[str]]] = {
    "lang": LANGS,
    "page": PAGES,
    "show": (*SHOWS, EVERY_CHART, FINDINGS),
    "measure": MEASURES,
    "sort": _Columns(),
    "find": _Texts(),
    "year": _Years(),
    "sheet": _Sheets(),
    "number": NUMBER_IDS,
    "day": _Days(),
}
LONGEST: Final = 120
"""Longer values cannot be ids, and are cut before a reader is shown that they are unknown."""


@dataclass(frozen=True, slots=True)
class View:
    """One state of the dashboard; an empty field means all, or what the page chooses by itself.

    ``lang`` is None unless the reader has chosen a language; the browser's is used then. ``number`` is the id of
    the number of the figure whose words are asked for. ``day`` asks for the dataset as a reader of that day knew it.
    ``find`` is a text that figures are looked for by, ``sort`` the column that they are sorted by. ``article`` is the
    id of the one that the page of sources shows first, ``sheet`` the number of one of the pages of a long list,
    and on the overview that of the period on the map.
    """

    lang: Lang | None = None
    page: str = ""
    metric: str = ""
    show: str = ""
    measure: str = ""
    theme: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    period: tuple[str, ...] = ()
    nature: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    find: str = ""
    sort: str = ""
    figure: str = ""
    number: str = ""
    article: str = ""
    sheet: str = ""
    day: str = ""

    @property
    def shown(self) -> str:
        """The page that is shown: the one that is named, else that of the one entry whose id is given."""
        if self.page:
            return self.page
        given = [key for key in ENTRY_PAGES if getattr(self, key)]
        if not given or (isinstance(chosen := getattr(self, given[0]), tuple) and len(chosen) > 1):
            return "overview"
        return ENTRY_PAGES[given[0]]

    def query(self) -> Query:
        """The parameters of a link to this view, without empty ones."""
        query: Query = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if value:
                query[field.name] = [value] if isinstance(value, str) else list(value)
        return query


def of_charts(shown: View) -> View:
    """The view that a chart carries a link to: without the evidence beside the page and the order of a table."""
    return replace(shown, lang=None, figure="", number="", sort="", sheet="")


def ids(dataset: Dataset, spans: Collection[str]) -> Mapping[str, Collection[str]]:
    """The ids that a link to a dataset can have under each key; ``spans`` are the periods of its figures."""
    return {
        "metric": dataset.metrics,
        "theme": dataset.themes,
        "region": dataset.regions,
        "sector": dataset.sectors,
        "group": (ALL, *dataset.groups),
        "publisher": dataset.publishers,
        "figure": dataset.figures,
        "article": dataset.articles,
        "nature": NATURES,
        "period": spans,
    }


def with_present_ids(
    query: Mapping[str, Sequence[str]], renamed: Mapping[str, Mapping[str, str]]
) -> tuple[Query, tuple[Renaming, ...]]:
    """The query with present ids for former ones (those of ``Dataset.renamed``), and which it had."""
    renamings = [
        Renaming(key, value, renamed[key][value])
        for key, values in query.items()
        if key in renamed
        for value in values
        if value in renamed[key]
    ]
    present = {key: [renamed.get(key, {}).get(value, value) for value in query[key]] for key in query}
    return present, tuple(dict.fromkeys(renamings))


def parse(query: Mapping[str, Sequence[str]], known: Mapping[str, Collection[str]]) -> tuple[View, tuple[Unknown, ...]]:
    """The view that a query string asks for, and the values in it that are not known, which a reader should be told.

    ``known`` has the ids under each key. Of several values for a single field the last one counts.
    """
    unknown: list[Unknown] = []
    chosen: dict[str, list[str]] = {}
    for key, values in query.items():
        allowed = _OWN.get(key) or (known.get(key, ()) if key in {*_ONE, *FACETS} else None)
        if allowed is None:
            continue  # Streamlit's own parameters (embed, theme) and other people's tracking
        chosen[key] = list(dict.fromkeys(value for value in values if value in allowed))
        unknown.extend((key, value[:LONGEST]) for value in values if value not in allowed)
    lang = chosen.get("lang", [])
    return View(
        lang="zh" if lang[-1:] == ["zh"] else "en" if lang else None,
        page=_last(chosen, "page"),
        metric=_last(chosen, "metric"),
        show=_last(chosen, "show"),
        measure=_last(chosen, "measure"),
        find=_last(chosen, "find"),
        sort=_last(chosen, "sort"),
        figure=_last(chosen, "figure"),
        number=_last(chosen, "number"),
        article=_last(chosen, "article"),
        sheet=_last(chosen, "sheet"),
        day=_last(chosen, "day"),
        **{key: tuple(chosen.get(key, ())) for key in FACETS},
    ), tuple(dict.fromkeys(unknown))


def _last(chosen: Mapping[str, list[str]], key: str) -> str:
    return (chosen.get(key) or [""])[-1]
