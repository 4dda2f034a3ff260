"""Tidy frame → whether its figures may stand in one chart, be ranked, added or subtracted; and if not, why.

Each function takes rows of a tidy frame (``frames.tidy``) and returns None where they may, or the first Refusal in the
order of Reason: what is wrong with the kind of figures comes before what is wrong with a few of them. The words of a
Refusal stand in words/refusals.py.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import pandas as pd

from indicators import derived, periods
from indicators.derived import Derived
from indicators.model import ALL, Dataset

Reason = Literal[
    "nothing",  # no row has an amount
    "metrics",  # tax beside output
    "units",  # yuan beside projects
    "natures",  # a target beside a result, a derived number beside a reported one
    "lengths",  # January to July beside a half-year
    "periods",  # this year beside last year
    "moments",  # stocks of different dates
    "rates",  # incomes per head, prices: not amounts of anything
    "shares",  # shares of plans and rates of growth: each is of a whole of its own
    "not-additive",  # the metric says that it does not add up
    "missing",  # one has no amount, and absence is not 0
    "repeated",  # one thing reported twice
    "parts",  # a part beside its whole
    "regions",  # a development zone beside the city that it lies in
    "sectors",  # a branch beside the sector that it belongs to
    "crossed",  # a sector of one region beside another sector of another
    "no-remainder",  # what is taken off is not a part of what it is taken off from
]
NESTED: Final[frozenset[Reason]] = frozenset({"parts", "regions", "sectors"})
"""What ``innermost`` does away with."""
Column = Literal["value", "growth", "completion"]
Caution = Literal["zones"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why figures may not be put together; ``among`` are the ids or texts that are in the way, as in the frame."""

    reason: Reason
    among: tuple[str, ...] = ()


# --- what may be done with figures -----------------------------------------------------------------------------------


def chart(frame: pd.DataFrame, dataset: Dataset) -> Refusal | None:
    """Whether the figures may stand in one panel: of one metric, unit, nature and length of period."""
    return _first((_empty, _differ("metric", "metrics"), *_LIKE, _lengths), frame, dataset)


def rank(frame: pd.DataFrame, dataset: Dataset) -> Refusal | None:
    """Whether the largest is the largest of something: as for a chart, of one period, and nothing inside another."""
    return _first((_empty, _differ("metric", "metrics"), *_LIKE, *_TIME, *_OVERLAPS), frame, dataset)


def add(frame: pd.DataFrame, dataset: Dataset, column: Column = "value") -> Refusal | None:
    """Whether the sum of the figures is an amount of anything.

    Flows and counts of one metric add over regions that do not overlap, or over sectors that do not; shares of plans
    and rates of growth never do.
    """
    if column != "value":
        return Refusal("shares")
    return _first(
        (_empty, _differ("metric", "metrics"), *_LIKE, *_TIME, _kinds, _missing, _repeated, *_OVERLAPS, _crossed),
        frame,
        dataset,
    )


def subtract(whole: pd.DataFrame, parts: pd.DataFrame, dataset: Dataset) -> Refusal | None:
    """Whether ``parts`` may be taken off the one row ``whole``: each is a part of it, and no two of them overlap.

    A part is what the file calls one (``part_of``), or the same metric, period and nature in a region or sector that
    lies within; parts of another metric (tax revenue of all revenue) need the file's word.
    """
    if len(whole) != 1 or parts.empty:
        return Refusal("nothing")
    both = pd.concat([whole, parts])
    if refused := _first((_empty, *_LIKE, *_TIME, _kinds, _missing), both, dataset):
        return refused
    if strangers := [row["figure"] for _, row in parts.iterrows() if not _within(row, whole.iloc[0], dataset)]:
        return Refusal("no-remainder", tuple(strangers))
    return _first((_repeated, *_OVERLAPS, _crossed), parts, dataset)


def total(frame: pd.DataFrame, dataset: Dataset) -> Derived | Refusal:
    """The sum of the figures, with the interval and the qualifier that theirs leave; or why there is none."""
    refused = add(frame, dataset)
    if refused is not None:
        return refused
    found = derived.of_parts([dataset.figures[key] for key in frame["figure"]])
    return found if found is not None else Refusal("missing", tuple(frame["figure"]))


def caution(frame: pd.DataFrame, dataset: Dataset) -> Caution | None:
    """What a reader of a total should know: districts may count zones as their own, and no article says so."""
    levels = {dataset.regions[key].level for key in frame["region"]}
    return "zones" if "development-zone" in levels and len(levels) > 1 else None


# --- what figures may be put together --------------------------------------------------------------------------------


def differences(frame: pd.DataFrame, dataset: Dataset) -> tuple[Refusal, ...]:
    """All reasons that keep the rows from standing in one panel, for a note on why there are several."""
    rules = (_differ("unit", "units"), _differ("nature", "natures"), _lengths, _periods)
    found = (rule(frame[frame["value"].notna()], dataset) for rule in rules)
    several = [one for one in found if one is not None]
    told = {one.reason for one in several}
    return tuple(one for one in several if not (one.reason == "periods" and "lengths" in told))


def innermost(frame: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """The rows that hold no other of them: without a city that stands above its districts, what is left may add up."""
    regions, sectors = set(frame["region"]), set(frame["sector"])
    outer_regions = {above for key in regions for above in _above(key, dataset, "region")}
    outer_sectors = {above for key in sectors for above in _above(key, dataset, "sector")}
    wholes = set(frame["part_of"].dropna())
    one_region, one_sector = len(regions) == 1, len(sectors) == 1
    outer = frame["figure"].isin(wholes)
    outer |= frame["region"].isin(outer_regions) & (not one_region)
    outer |= frame["sector"].isin(outer_sectors) & (not one_sector)
    return frame[~outer]


# --- the rules -------------------------------------------------------------------------------------------------------

_Check = Callable[[pd.DataFrame, Dataset], Refusal | None]


def _first(checks: Iterable[_Check], frame: pd.DataFrame, dataset: Dataset) -> Refusal | None:
    return next((found for check in checks if (found := check(frame, dataset)) is not None), None)


def _empty(frame: pd.DataFrame, _: Dataset) -> Refusal | None:
    return None if frame["value"].notna().any() else Refusal("nothing")


def _differ(column: str, reason: Reason) -> _Check:
    def check(frame: pd.DataFrame, _: Dataset) -> Refusal | None:
        found = tuple(dict.fromkeys(frame[column]))
        return Refusal(reason, found) if len(found) > 1 else None

    return check


def _lengths(frame: pd.DataFrame, dataset: Dataset) -> Refusal | None:
    """Amounts over periods of different length; a stock has a date, not a length."""
    if _is_stock(frame, dataset):
        return None
    told: dict[str, str] = {}
    for period, length in zip(frame["period"], lengths(frame), strict=True):
        told.setdefault(length, period)
    return Refusal("lengths", tuple(told.values())) if len(told) > 1 else None


def lengths(frame: pd.DataFrame) -> pd.Series:
    """For each row what ``Period.length`` says: half-years are like half-years only."""
    known = {text: periods.parse(text).length for text in frame["period"].unique()}
    return frame["period"].map(known)


def _periods(frame: pd.DataFrame, dataset: Dataset) -> Refusal | None:
    found = tuple(dict.fromkeys(frame["period"]))
    if len(found) < 2:
        return None
    if _is_stock(frame, dataset):
        return Refusal("moments", found) if frame["end"].nunique() > 1 else None
    return Refusal("periods", found)


def _is_stock(frame: pd.DataFrame, dataset: Dataset) -> bool:
    return all(dataset.metrics[key].kind == "stock" for key in frame["metric"].unique())


def _kinds(frame: pd.DataFrame, dataset: Dataset) -> Refusal | None:
    for key in frame["metric"].unique():
        metric = dataset.metrics[key]
        if metric.kind == "rate":
            return Refusal("rates", (key,))
        if metric.unit in {"percent", "permille", "fold", "pp"}:
            return Refusal("shares")
        if not metric.additive:
            return Refusal("not-additive", (key,))
    return None


def _missing(frame: pd.DataFrame, _: Dataset) -> Refusal | None:
    without = frame.loc[frame["value"].isna(), "figure"]
    return Refusal("missing", tuple(without)) if len(without) else None


def _repeated(frame: pd.DataFrame, _: Dataset) -> Refusal | None:
    twice = frame[frame.duplicated(["metric", "region", "sector", "period", "nature"], keep=False)]
    return Refusal("repeated", tuple(twice["figure"])) if len(twice) else None


def _parts(frame: pd.DataFrame, _: Dataset) -> Refusal | None:
    beside = frame[frame["part_of"].isin(frame["figure"])]
    if beside.empty:
        return None
    return Refusal("parts", (beside["figure"].iloc[0], beside["part_of"].iloc[0]))


def _nested(column: Literal["region", "sector"], reason: Reason) -> _Check:
    def check(frame: pd.DataFrame, dataset: Dataset) -> Refusal | None:
        here = set(frame[column])
        for inner in dict.fromkeys(frame[column]):
            for outer in _above(inner, dataset, column):
                if outer in here:
                    return Refusal(reason, (inner, outer))
        return None

    return check


def _above(key: str, dataset: Dataset, column: Literal["region", "sector"]) -> Iterator[str]:
    """What a region lies in, or a sector belongs to, the nearest first; every sector belongs to the whole economy."""
    entries: Mapping[str, object] = dataset.regions if column == "region" else dataset.sectors
    at = getattr(entries[key], "part_of")  # noqa: B009  # regions and sectors both have one
    seen = {key}
    while at is not None and at not in seen:
        yield at
        seen.add(at)
        at = getattr(entries[at], "part_of")  # noqa: B009
    if column == "sector" and ALL not in seen and ALL in entries:
        yield ALL


def _crossed(frame: pd.DataFrame, _: Dataset) -> Refusal | None:
    """Roads of one region and ports of another: the sum is neither a sector's nor a region's."""
    if frame["region"].nunique() > 1 and frame["sector"].nunique() > 1:
        return Refusal("crossed", tuple(frame["figure"]))
    return None


def _within(part: pd.Series, whole: pd.Series, dataset: Dataset) -> bool:
    if part["part_of"] == whole["figure"]:
        return True
    if part["metric"] != whole["metric"] or part["figure"] == whole["figure"]:
        return False
    regions = {part["region"], *_above(part["region"], dataset, "region")}
    sectors = {part["sector"], *_above(part["sector"], dataset, "sector")}
    return whole["region"] in regions and whole["sector"] in sectors


_LIKE: Final = (_differ("unit", "units"), _differ("nature", "natures"))
_TIME: Final = (_lengths, _periods)
_OVERLAPS: Final[Sequence[_Check]] = (_parts, _nested("region", "regions"), _nested("sector", "sectors"))
