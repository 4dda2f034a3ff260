"""Tidy frame and a View → the rows of the list of all figures, in order, and how many each further choice would leave.

A figure is of a year if its period has a day in it. Regions, sectors and groups are those that the figure names, as in
``panels.in_view``: a choice of a region does not choose its parts.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from indicators.frames import comparable, panels
from indicators.frames.rows import Codes
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import ALL
from indicators.values import periods
from indicators.values.text import LANGS, plain_forms
from indicators.view import FACETS, View

SortKey = Callable[[str, str], Any]
"""A column and an id in it → what entries of the column are sorted by; None sorts them as the data file lists them."""
_Mask = np.ndarray[Any, np.dtype[np.bool_]]
_Numbers = np.ndarray[Any, np.dtype[np.float64]]
_SORTED_AS: Final[Mapping[str, str]] = {"place": "region", "metric": "metric", "outlet": "publisher"}
"""The columns of names that the list can be sorted by → the column of the frame."""
ORDERING: Final = ["start", "end", "value", "growth", "metric", "region", "publisher"]
"""The columns that ``order`` needs; a long frame is not copied whole."""
COMPARING: Final = ["value", "metric", "printed_unit", "period"]
"""Those that ``largest_alike`` needs."""
_NUMBERS: Final[Mapping[str, str]] = {"number": "value", "growth": "growth"}


@dataclass(frozen=True)
class Listing:
    """The positions of the ``rows`` that are listed, in order.

    ``counts`` has for each facet its ids, each with the number of figures that all other choices leave of it.
    """

    rows: Codes
    counts: Mapping[str, Mapping[str, int]]


def listing(frame: pd.DataFrame, view: View, dataset: Dataset, sort_key: SortKey | None) -> Listing:
    """The figures that a view asks for, and what can be chosen beside it."""
    excluded = {facet: ~mask for facet, mask in _masks(frame, view, dataset)}
    reasons = np.sum([np.zeros(len(frame), dtype=np.int16), *excluded.values()], axis=0)
    none: _Mask = np.zeros(len(frame), dtype=np.bool_)
    counts = {facet: _counts(frame, facet, np.flatnonzero(reasons == excluded.get(facet, none))) for facet in FACETS}
    rows = np.flatnonzero(reasons == 0)
    return Listing(rows[order(frame[ORDERING].iloc[rows], view.sort, sort_key)], counts)


def _masks(frame: pd.DataFrame, view: View, dataset: Dataset) -> Iterator[tuple[str, _Mask]]:
    """For each choice of the view which rows it lets through."""
    for facet in FACETS:
        chosen = getattr(view, facet)
        if chosen:
            yield facet, _of_years(frame, chosen) if facet == "year" else frame[facet].isin(chosen).to_numpy()
    if view.metric:
        yield "metric", (frame["metric"] == view.metric).to_numpy()
    if view.find:
        yield "find", matching(frame, view.find, dataset)


def _years(frame: pd.DataFrame) -> tuple[Codes, Codes]:
    """The years of the first and of the last day of each period."""
    return frame["start"].dt.year.to_numpy(), frame["end"].dt.year.to_numpy()


def _of_years(frame: pd.DataFrame, years: Sequence[str]) -> _Mask:
    first, last = _years(frame)
    mask: _Mask = np.any([(first <= int(year)) & (int(year) <= last) for year in years], axis=0)
    return mask


def _counts(frame: pd.DataFrame, facet: str, rows: Codes) -> dict[str, int]:
    """How many of the rows have each id of a facet; without those that none has."""
    if facet != "year":
        column = frame[facet]
        counted = np.bincount(column.cat.codes.to_numpy()[rows], minlength=len(column.cat.categories))
        return {str(key): int(count) for key, count in zip(column.cat.categories, counted, strict=True) if count}
    first, last = (years[rows] for years in _years(frame))
    if not len(rows):
        return {}
    earliest, latest = int(first.min()), int(last.max())
    steps = np.zeros(latest - earliest + 2, dtype=np.int64)
    np.add.at(steps, first - earliest, 1)
    np.add.at(steps, last - earliest + 1, -1)
    return {f"{earliest + place}": int(count) for place, count in enumerate(np.cumsum(steps[:-1])) if count}


# --- a text ----------------------------------------------------------------------------------------------------------


def matching(frame: pd.DataFrame, text: str, dataset: Dataset) -> _Mask:
    """The rows in which each word of the text stands: in a name in either language, a period, or the printed words."""
    masks = [_with_word(frame, word, dataset) for word in plain_forms(text).casefold().split()]
    mask: _Mask = np.all([np.ones(len(frame), dtype=np.bool_), *masks], axis=0)
    return mask


def _with_word(frame: pd.DataFrame, word: str, dataset: Dataset) -> _Mask:
    mask: _Mask = np.zeros(len(frame), dtype=np.bool_)
    for column, name in _names(dataset).items():
        categories = frame[column].cat.categories
        named = np.array([word in plain_forms(name(key)).casefold() for key in categories], dtype=np.bool_)
        if named.any():
            codes = frame[column].cat.codes.to_numpy()
            mask |= named[codes] & (codes >= 0)
    for column in ("text", "quote"):
        mask |= frame[column].str.contains(word, case=False, regex=False, na=False).to_numpy(dtype=np.bool_)
    return mask


def _names(dataset: Dataset) -> Mapping[str, Callable[[str], str]]:
    """The columns whose names are looked through, and all names of an id in each."""
    entries: Mapping[str, Mapping[str, Any]] = {
        "metric": dataset.metrics,
        "theme": dataset.themes,
        "region": dataset.regions,
        "sector": dataset.sectors,
        "group": dataset.groups,
        "publisher": dataset.publishers,
    }
    named = {column: lambda key, several=several: _all_names(several.get(key)) for column, several in entries.items()}
    return {**named, "period": lambda key: " ".join(periods.parse(key).label(lang) for lang in LANGS)}


def _all_names(entry: Any) -> str:
    """The names of an entry in both languages, in full and short; none of what all figures share."""
    if entry is None or entry.id == ALL:
        return ""
    several = (entry.name, getattr(entry, "short", None))
    return "\n".join(name.of(lang) for name in several if name is not None for lang in LANGS)


# --- order -----------------------------------------------------------------------------------------------------------


def order(frame: pd.DataFrame, sort: str, sort_key: SortKey | None) -> Codes:
    """The newest first, or by a column, the largest first behind a minus; what has no number comes last."""
    column, sign = sort.removeprefix("-"), -1 if sort.startswith("-") else 1
    ends, starts = (frame[name].to_numpy().astype("int64") for name in ("end", "start"))
    value = frame["value"].fillna(-np.inf).to_numpy()
    keys: list[Any] = [-value, starts, -ends]
    if column in _NUMBERS:
        numbers = frame[_NUMBERS[column]].to_numpy()
        keys += [sign * np.nan_to_num(numbers), np.isnan(numbers)]
    elif column in _SORTED_AS:
        keys.append(sign * _ranks(frame[_SORTED_AS[column]], sort_key))
    elif column == "period":
        keys = [-value, sign * starts, sign * ends]
    return np.lexsort(keys)


def _ranks(column: "pd.Series[Any]", sort_key: SortKey | None) -> Codes:
    """The place of each row's name among all names."""
    if sort_key is None:
        return column.cat.codes.to_numpy().astype(np.int64)
    keys = [sort_key(str(column.name), str(key)) for key in column.cat.categories]
    places = {key: place for place, key in enumerate(sorted(set(keys)))}
    return np.array([places[key] for key in keys], dtype=np.int64)[column.cat.codes.to_numpy()]


# --- comparison ------------------------------------------------------------------------------------------------------


def chosen(frame: pd.DataFrame, columns: Sequence[str], rows: Codes) -> pd.DataFrame:
    """Some columns of some rows; to choose the columns of a wide frame first takes pandas longer than all the rest."""
    return pd.DataFrame({name: frame[name].array.take(rows) for name in columns}, copy=False)


def largest_alike(frame: pd.DataFrame, dataset: Dataset) -> _Numbers:
    """For each row the largest amount, without its sign, among those that it is compared with; NaN where it is alone.

    Compared are amounts of one metric, one unit and periods of one length; of stocks, which have a date but no length,
    amounts at any dates.
    """
    value = np.abs(frame["value"].to_numpy())
    largest = np.full(len(frame), np.nan)
    rows = np.flatnonzero(np.isfinite(value))
    if not len(rows):
        return largest
    alike = (frame["metric"].cat.codes.to_numpy(), _unit_codes(frame, dataset), _length_codes(frame, dataset))
    groups = panels.numbered(*(codes[rows] for codes in alike))
    sizes = np.bincount(groups)
    most = np.zeros(len(sizes))
    np.maximum.at(most, groups, value[rows])
    compared = (sizes[groups] > 1) & (most[groups] > 0)
    largest[rows[compared]] = most[groups][compared]
    return largest


def _unit_codes(frame: pd.DataFrame, dataset: Dataset) -> Codes:
    """A number for each row, equal where amounts have one base unit: tonnes and kilograms, but not firms and people."""
    units = frame["printed_unit"].cat.categories
    known = dataset.unit_table.units
    bases = [dataset.base_unit(known[unit]).id if unit in known else unit for unit in units]
    places = {base: place for place, base in enumerate(dict.fromkeys(bases))}
    return np.array([*(places[base] for base in bases), -1])[frame["printed_unit"].cat.codes.to_numpy()]


def _length_codes(frame: pd.DataFrame, dataset: Dataset) -> Codes:
    """A number for each row, equal where periods are equally long; one for all stocks."""
    stocks = [dataset.metrics[str(metric)].kind == "stock" for metric in frame["metric"].cat.categories]
    is_stock = np.array(stocks, dtype=np.bool_)[frame["metric"].cat.codes.to_numpy()]
    return np.where(is_stock, -1, comparable.lengths(frame["period"]))
