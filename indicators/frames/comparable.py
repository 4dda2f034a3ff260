"""Tidy frame → whether its figures may stand in one chart, be ranked, added or subtracted; and if not, why.

Each function takes rows of a tidy frame (``frames.tidy``, or ``few.Few`` of them) and returns None where they may, or
the first Refusal in the order of Reason: what is wrong with the kind of figures comes before what is wrong with a few
of them. The words of a Refusal stand in words/refusals.py.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, Literal

import numpy as np
import pandas as pd

from indicators.analysis import formulas
from indicators.analysis.formulas import Derived
from indicators.analysis.refusals import Reason, Refusal
from indicators.frames import rows as few
from indicators.frames.rows import Few
from indicators.model.dataset import Dataset
from indicators.model.entries import Subject
from indicators.values import periods

NESTED: Final[frozenset[Reason]] = frozenset({"parts", "regions", "sectors"})
"""What ``innermost`` does away with."""
Rows = pd.DataFrame | Few
Numbers = np.ndarray[Any, np.dtype[np.int64]]
Column = Literal["value", "growth", "completion"]
Caution = Literal["zones"]


# --- what may be done with figures -----------------------------------------------------------------------------------


def chart(frame: Rows, dataset: Dataset) -> Refusal | None:
    """Whether the figures may stand in one panel: of one metric, unit, nature and length of period."""
    return _first((_empty, _differ("metric", "metrics"), *_LIKE, _lengths), few.of(frame), dataset)


def rank(frame: Rows, dataset: Dataset) -> Refusal | None:
    """Whether the largest is the largest of something: as for a chart, of one period, and nothing inside another."""
    return _first((_empty, _differ("metric", "metrics"), *_LIKE, *_TIME, *_OVERLAPS), few.of(frame), dataset)


def add(frame: Rows, dataset: Dataset, column: Column = "value") -> Refusal | None:
    """Whether the sum of the figures is an amount of anything.

    Flows and counts of one metric add over regions that do not overlap, or over sectors that do not; shares of plans
    and rates of growth never do.
    """
    if column != "value":
        return Refusal("shares")
    return _first(
        (_empty, _differ("metric", "metrics"), *_LIKE, *_TIME, _kinds, _missing, _repeated, *_OVERLAPS, _crossed),
        few.of(frame),
        dataset,
    )


def subtract(whole: Rows, parts: Rows, dataset: Dataset) -> Refusal | None:
    """Whether ``parts`` may be taken off the one row ``whole``: each is a part of it, and no two of them overlap.

    A part is what the file calls one (``part_of``), or the same metric, period and nature in a region or sector that
    lies within; parts of another metric (tax revenue of all revenue) need the file's word.
    """
    if len(whole) != 1 or not len(parts):
        return Refusal("nothing")
    one, several = few.of(whole), few.of(parts)
    if refused := _first((_empty, *_LIKE, *_TIME, _kinds, _missing), one.followed_by(several), dataset):
        return refused
    strangers = [key for at, key in enumerate(several["figure"]) if not _within(several, at, one, dataset)]
    if strangers:
        return Refusal("no-remainder", tuple(strangers))
    return _first((_repeated, *_OVERLAPS, _crossed), several, dataset)


def total(frame: Rows, dataset: Dataset) -> Derived | Refusal:
    """The sum of the figures, with the interval and the qualifier that theirs leave; or why there is none."""
    rows = few.of(frame)
    refused = add(rows, dataset)
    if refused is not None:
        return refused
    found = formulas.of_parts([dataset.figures[key] for key in rows["figure"]])
    return found if found is not None else Refusal("missing", tuple(rows["figure"]))


def caution(frame: Rows, dataset: Dataset) -> Caution | None:
    """What a reader of a total should know: districts may count zones as their own, and no article says so."""
    levels = {dataset.regions[key].level for key in set(few.of(frame)["region"])}
    return "zones" if "development-zone" in levels and len(levels) > 1 else None


# --- what figures may be put together --------------------------------------------------------------------------------


def differences(frame: Rows, dataset: Dataset) -> tuple[Refusal, ...]:
    """All reasons that keep the rows from standing in one panel, for a note on why there are several."""
    rows = few.of(frame)
    reported = rows.at([at for at, value in enumerate(rows["value"]) if not math.isnan(value)])
    rules = (_differ("unit", "units"), _differ("nature", "natures"), _lengths, _periods)
    several = [one for rule in rules if (one := rule(reported, dataset)) is not None]
    told = {one.reason for one in several}
    return tuple(one for one in several if not (one.reason == "periods" and "lengths" in told))


def innermost(frame: Rows, dataset: Dataset) -> Few:
    """The rows that hold no other of them: without a city that stands above its districts, what is left may add up."""
    rows = few.of(frame)
    outer: dict[Literal["region", "sector"], set[str]] = {"region": set(), "sector": set()}
    for column, above in outer.items():
        here = set(rows[column])
        if len(here) > 1:
            above.update(whole for key in here for whole in dataset.lies_in(column, key))
    wholes = {whole for whole in rows["part_of"] if isinstance(whole, str)}
    places = zip(rows["figure"], rows["region"], rows["sector"], strict=True)
    inner = [
        at
        for at, (figure, region, sector) in enumerate(places)
        if not (figure in wholes or region in outer["region"] or sector in outer["sector"])
    ]
    return rows.at(inner)


# --- the rules -------------------------------------------------------------------------------------------------------


_Check = Callable[[Few, Dataset], Refusal | None]


def _first(checks: Iterable[_Check], rows: Few, dataset: Dataset) -> Refusal | None:
    return next((found for check in checks if (found := check(rows, dataset)) is not None), None)


def _without(rows: Few) -> list[str]:
    """The ids of those without an amount."""
    return [key for key, value in zip(rows["figure"], rows["value"], strict=True) if math.isnan(value)]


def _empty(rows: Few, _: Dataset) -> Refusal | None:
    return Refusal("nothing") if len(_without(rows)) == len(rows) else None


def _differ(column: str, reason: Reason) -> _Check:
    def check(rows: Few, _: Dataset) -> Refusal | None:
        found = tuple(dict.fromkeys(rows[column]))
        return Refusal(reason, found) if len(found) > 1 else None

    return check


def _lengths(rows: Few, dataset: Dataset) -> Refusal | None:
    """Amounts over periods of different length; a stock has a date, not a length."""
    if _is_stock(rows, dataset):
        return None
    told: dict[str, str] = {}
    for period in dict.fromkeys(rows["period"]):
        told.setdefault(periods.parse(period).length, period)
    return Refusal("lengths", tuple(told.values())) if len(told) > 1 else None


def lengths(column: "pd.Series[Any]") -> Numbers:
    """For each of the periods a number; equal ones are of equal length (``Period.length``), half-years and the like."""
    rows, texts = pd.factorize(column)
    found = [periods.parse(text).length for text in texts]
    number = {length: at for at, length in enumerate(dict.fromkeys(found))}
    known: Numbers = np.array([number[length] for length in found], dtype=np.int64)[rows]
    return known


def _periods(rows: Few, dataset: Dataset) -> Refusal | None:
    found = tuple(dict.fromkeys(rows["period"]))
    if len(found) < 2:
        return None
    if _is_stock(rows, dataset):
        return Refusal("moments", found) if len(set(rows["end"])) > 1 else None
    return Refusal("periods", found)


def _is_stock(rows: Few, dataset: Dataset) -> bool:
    return all(dataset.metrics[key].kind == "stock" for key in set(rows["metric"]))


def _kinds(rows: Few, dataset: Dataset) -> Refusal | None:
    for key in dict.fromkeys(rows["metric"]):
        metric = dataset.metrics[key]
        if metric.kind == "rate":
            return Refusal("rates", (key,))
        if metric.unit in {"percent", "permille", "fold", "pp"}:
            return Refusal("shares")
        if not metric.additive:
            return Refusal("not-additive", (key,))
    return None


def _missing(rows: Few, _: Dataset) -> Refusal | None:
    without = _without(rows)
    return Refusal("missing", tuple(without)) if without else None


def _repeated(rows: Few, _: Dataset) -> Refusal | None:
    keys = list(zip(*(rows[column] for column in Subject._fields), strict=True))
    often = Counter(keys)
    twice = [figure for figure, key in zip(rows["figure"], keys, strict=True) if often[key] > 1]
    return Refusal("repeated", tuple(twice)) if twice else None


def _parts(rows: Few, _: Dataset) -> Refusal | None:
    here = set(rows["figure"])
    beside = ((part, whole) for part, whole in zip(rows["figure"], rows["part_of"], strict=True) if whole in here)
    found = next(beside, None)
    return Refusal("parts", found) if found else None


def _nested(column: Literal["region", "sector"], reason: Reason) -> _Check:
    def check(rows: Few, dataset: Dataset) -> Refusal | None:
        here = dict.fromkeys(rows[column])
        for inner in here:
            for outer in dataset.lies_in(column, inner):
                if outer in here:
                    return Refusal(reason, (inner, outer))
        return None

    return check


def _crossed(rows: Few, _: Dataset) -> Refusal | None:
    """Roads of one region and ports of another: the sum is neither a sector's nor a region's."""
    if len(set(rows["region"])) > 1 and len(set(rows["sector"])) > 1:
        return Refusal("crossed", tuple(rows["figure"]))
    return None


def _within(parts: Few, at: int, whole: Few, dataset: Dataset) -> bool:
    """Whether the part there lies in the one row ``whole``."""
    if parts["part_of"][at] == whole["figure"][0]:
        return True
    if parts["metric"][at] != whole["metric"][0] or parts["figure"][at] == whole["figure"][0]:
        return False
    region, sector = parts["region"][at], parts["sector"][at]
    regions = {region, *dataset.lies_in("region", region)}
    sectors = {sector, *dataset.lies_in("sector", sector)}
    return whole["region"][0] in regions and whole["sector"][0] in sectors


_LIKE: Final = (_differ("unit", "units"), _differ("nature", "natures"))
_TIME: Final = (_lengths, _periods)
_OVERLAPS: Final[Sequence[_Check]] = (_parts, _nested("region", "regions"), _nested("sector", "sectors"))
