"""Tidy frame → whether its figures may stand in one panel, be added or subtracted; and if not, why.

Each function takes rows of a tidy frame (``frames.tidy``). It returns None where they may, or the first Refusal in the
order of Reason: what is wrong with the kind of figures comes before what is wrong with some of them. The words of a
Refusal stand in words/phrasing/refusals.py.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Final, Literal

import numpy as np
import pandas as pd

from indicators.analysis import agreement, formulas
from indicators.analysis.formulas import Derived
from indicators.analysis.refusals import Reason, Refusal
from indicators.frames.rows import Rows
from indicators.model.dataset import Dataset
from indicators.model.subjects import TREES, Place, Tree
from indicators.values import periods
from indicators.values.quantities import Quantity

NESTED: Final[frozenset[Reason]] = frozenset({"parts", "regions", "sectors", "groups"})
"""Reasons that do not hold among the members of a ``level``."""
Caution = Literal["zones"]


# --- what may be done with figures -----------------------------------------------------------------------------------


def add(rows: Rows, dataset: Dataset) -> Refusal | None:
    """Whether the sum of the figures is an amount of anything.

    Flows and counts of one metric add up over regions that do not overlap, or over sectors or groups that do not.
    """
    checks = (_empty, _differ("metric", "metrics"), *_LIKE, *_TIME, _kinds, _missing, _repeated, *_OVERLAPS, _crossed)
    return _first(checks, rows, dataset)


def subtract(rows: Rows, whole: int, dataset: Dataset) -> Refusal | None:
    """Whether all others may be taken off the row at ``whole``: each is a part of it, and no two of them overlap.

    A part is what the file calls one (``part_of``), or the same metric, period and nature in a region, sector or group
    that lies within; parts of another metric (tax revenue of all revenue) need the file's word.
    """
    others = [position for position in range(len(rows)) if position != whole]
    if not others:
        return Refusal("nothing")
    if refusal := _first((_empty, *_LIKE, *_TIME, _kinds, _missing), rows, dataset):
        return refusal
    strangers = [rows["figure"][other] for other in others if not _lies_within(rows, other, whole, dataset)]
    if strangers:
        return Refusal("no-remainder", tuple(strangers))
    return _first((_repeated, *_OVERLAPS, _crossed), rows.take(others), dataset)


def total(rows: Rows, dataset: Dataset) -> Derived | Refusal:
    """The sum of the figures, with the interval and the qualifier that theirs leave; or why there is none."""
    if refusal := add(rows, dataset):
        return refusal
    sum_of_parts = formulas.of_parts([dataset.figures[key] for key in rows["figure"]])
    return sum_of_parts if sum_of_parts is not None else Refusal("missing", tuple(rows["figure"]))


def caution(rows: Rows, dataset: Dataset) -> Caution | None:
    """What a reader of a total should know: districts may count zones as their own, and no article says so."""
    levels = {dataset.regions[key].level for key in set(rows["region"])}
    return "zones" if "development-zone" in levels and len(levels) > 1 else None


# --- what figures may be put together --------------------------------------------------------------------------------


def differences(rows: Rows, dataset: Dataset) -> tuple[Refusal, ...]:
    """All reasons that keep the rows from standing in one panel, for a note on why there are several."""
    reported = rows.take([position for position, value in enumerate(rows["value"]) if not math.isnan(value)])
    checks = (_units, _differ("nature", "natures"), _lengths, _periods)
    refusals = {refusal.reason: refusal for check in checks if (refusal := check(reported, dataset)) is not None}
    if "lengths" in refusals:  # periods of different lengths are different periods
        refusals.pop("periods", None)
    return tuple(refusals.values())


@dataclass(frozen=True, slots=True)
class TreeLevel:
    """Rows of a panel by where they stand in the tree of places, as positions in the panel.

    ``members`` are the outermost rows of which there are several, none inside another; ``above`` are those that hold
    all of them, outermost first. All others lie in a member. Where there is one row to each level, the outermost is the
    only member.
    """

    members: tuple[int, ...]
    above: tuple[int, ...]


def level(rows: Rows, dataset: Dataset) -> TreeLevel:
    """The level of the tree on which a panel compares and adds: a part never takes the place of its whole."""
    places = places_of(rows)
    holders = _holders(rows, places, dataset)
    by_depth: dict[int, list[int]] = {}
    for position in range(len(places)):
        by_depth.setdefault(len(holders[position]), []).append(position)
    above: list[int] = []
    for depth in sorted(by_depth):
        if len({places[position] for position in by_depth[depth]}) > 1:
            return TreeLevel(tuple(by_depth[depth]), tuple(above))
        above += by_depth[depth]
    return TreeLevel(tuple(by_depth.get(0, ())), ())


def places_of(rows: Rows) -> list[Place]:
    """Where each row stands."""
    return list(map(Place, *(rows[tree] for tree in TREES)))


def _holders(rows: Rows, places: Sequence[Place], dataset: Dataset) -> list[frozenset[Place]]:
    """For each row the places of other rows that it lies in, by the trees or because its figure is a part of theirs."""
    present = set(places)
    upwards = [_upwards(tree, set(rows[tree]), dataset) for tree in TREES]
    around = {
        place: frozenset(
            outer
            for outer in map(Place._make, product(*(above[key] for above, key in zip(upwards, place, strict=True))))
            if outer in present and outer != place
        )
        for place in present
    }
    place_of = dict(zip(rows["figure"], places, strict=True))
    return [
        around[place] if whole not in place_of else around[place] | {place_of[whole]} | around[place_of[whole]]
        for place, whole in zip(places, rows["part_of"], strict=True)
    ]


def _upwards(tree: Tree, keys: set[str], dataset: Dataset) -> Mapping[str, Sequence[str]]:
    """Each of the regions, sectors or groups, with those of them that it lies in."""
    return {key: [key, *keys.intersection(dataset.lies_in(tree, key))] for key in keys}


# --- the checks ------------------------------------------------------------------------------------------------------


_Check = Callable[[Rows, Dataset], Refusal | None]


def _first(checks: Iterable[_Check], rows: Rows, dataset: Dataset) -> Refusal | None:
    return next((refusal for check in checks if (refusal := check(rows, dataset)) is not None), None)


def _without_amount(rows: Rows) -> list[str]:
    """The ids of the figures that have no amount."""
    return [key for key, value in zip(rows["figure"], rows["value"], strict=True) if math.isnan(value)]


def _empty(rows: Rows, _: Dataset) -> Refusal | None:
    return Refusal("nothing") if len(_without_amount(rows)) == len(rows) else None


def _differ(column: str, reason: Reason) -> _Check:
    def check(rows: Rows, _: Dataset) -> Refusal | None:
        cells = tuple(dict.fromkeys(rows[column]))
        return Refusal(reason, cells) if len(cells) > 1 else None

    return check


def _units(rows: Rows, dataset: Dataset) -> Refusal | None:
    """Amounts that have no base unit in common; of each, the unit of a metric is named, which readers know."""
    units = (dataset.metrics[key].unit for key in dict.fromkeys(rows["metric"]))
    by_base = {dataset.base_unit(unit): unit for unit in units}
    return Refusal("units", tuple(by_base.values())) if len(by_base) > 1 else None


def _lengths(rows: Rows, dataset: Dataset) -> Refusal | None:
    """Amounts over periods of different length; a stock has a date, not a length."""
    if _is_stock(rows, dataset):
        return None
    first_of_length: dict[str, str] = {}
    for period in dict.fromkeys(rows["period"]):
        first_of_length.setdefault(periods.parse(period).length, period)
    return Refusal("lengths", tuple(first_of_length.values())) if len(first_of_length) > 1 else None


def lengths(column: "pd.Series[Any]") -> "np.ndarray[Any, np.dtype[np.int64]]":
    """A number for each of the periods, equal where they are of equal length (``Period.length``): both half-years."""
    rows, texts = pd.factorize(column)
    length_of_text = [periods.parse(text).length for text in texts]
    numbers = {length: number for number, length in enumerate(dict.fromkeys(length_of_text))}
    return np.array([numbers[length] for length in length_of_text], dtype=np.int64)[rows]


def _periods(rows: Rows, dataset: Dataset) -> Refusal | None:
    texts = tuple(dict.fromkeys(rows["period"]))
    if len(texts) < 2:
        return None
    if _is_stock(rows, dataset):
        return Refusal("moments", texts) if len(set(rows["end"])) > 1 else None
    return Refusal("periods", texts)


def _is_stock(rows: Rows, dataset: Dataset) -> bool:
    return all(dataset.metrics[key].kind == "stock" for key in set(rows["metric"]))


def _kinds(rows: Rows, dataset: Dataset) -> Refusal | None:
    for key in dict.fromkeys(rows["metric"]):
        metric = dataset.metrics[key]
        if metric.kind == "rate":
            return Refusal("rates", (key,))
        if metric.unit in {"percent", "permille", "fold", "pp"}:
            return Refusal("shares")
        if not metric.additive:
            return Refusal("not-additive", (key,))
    return None


def _missing(rows: Rows, _: Dataset) -> Refusal | None:
    without = _without_amount(rows)
    return Refusal("missing", tuple(without)) if without else None


def _repeated(rows: Rows, dataset: Dataset) -> Refusal | None:
    """Several reports of one thing: which of them counts has been decided, but for those that contradict each other."""
    when = "end" if _is_stock(rows, dataset) else "period"
    subjects = list(zip(*(rows[column] for column in ("metric", *TREES, "nature", when)), strict=True))
    counts = Counter(subjects)
    repeated = {key: subject for key, subject in zip(rows["figure"], subjects, strict=True) if counts[subject] > 1}
    reports: dict[object, list[Quantity]] = {}
    for key, subject in repeated.items():
        if (text := dataset.figures[key].text) is not None:
            reports.setdefault(subject, []).append(text)
    if any(agreement.some_apart(texts) for texts in reports.values()):
        return Refusal("conflict", tuple(repeated))
    return Refusal("repeated", tuple(repeated)) if repeated else None


def _parts(rows: Rows, _: Dataset) -> Refusal | None:
    figures = set(rows["figure"])
    pairs = ((part, whole) for part, whole in zip(rows["figure"], rows["part_of"], strict=True) if whole in figures)
    pair = next(pairs, None)
    return Refusal("parts", pair) if pair else None


def _nested(column: Tree, reason: Reason) -> _Check:
    def check(rows: Rows, dataset: Dataset) -> Refusal | None:
        present = dict.fromkeys(rows[column])
        for inner in present:
            for outer in dataset.lies_in(column, inner):
                if outer in present:
                    return Refusal(reason, (inner, outer))
        return None

    return check


def _of_two_families(rows: Rows, dataset: Dataset) -> Refusal | None:
    """Groups of which no file says that they are different parts of one: new projects, and those of the province."""
    families = {dataset.family(group): group for group in dict.fromkeys(rows["group"])}
    return Refusal("overlap", tuple(families.values())) if len(families) > 1 else None


def _crossed(rows: Rows, _: Dataset) -> Refusal | None:
    """Roads of one region and ports of another: the sum is neither a sector's nor a region's."""
    different = [tree for tree in TREES if len(set(rows[tree])) > 1]
    return Refusal("crossed", tuple(different)) if len(different) > 1 else None


def _lies_within(rows: Rows, part: int, whole: int, dataset: Dataset) -> bool:
    if rows["part_of"][part] == rows["figure"][whole]:
        return True
    if rows["metric"][part] != rows["metric"][whole]:
        return False
    return all(rows[tree][whole] in {rows[tree][part], *dataset.lies_in(tree, rows[tree][part])} for tree in TREES)


_LIKE: Final = (_units, _differ("nature", "natures"))
_TIME: Final = (_lengths, _periods)
_OVERLAPS: Final[Sequence[_Check]] = (
    _parts,
    _nested("region", "regions"),
    _nested("sector", "sectors"),
    _nested("group", "groups"),
    _of_two_families,
)
