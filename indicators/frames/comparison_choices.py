"""View, tidy frame → the places that are compared: those that are named, or those with most in common."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, cast

import pandas as pd

from indicators.frames import panels
from indicators.frames.comparisons import ComparisonMeasure
from indicators.frames.timelines import annual_growth
from indicators.model.dataset import Dataset
from indicators.model.subjects import TREES, Tree
from indicators.model.vocabulary import ALL, Group, Region, Sector
from indicators.view import View

MOST_COMPARED: Final = 6
"""The most places that stand side by side."""


@dataclass(frozen=True, slots=True)
class ComparisonChoice:
    """What a view asks to compare: places of one tree, by a measure, in the ``rows`` that its filters let in."""

    tree: Tree
    members: tuple[str, ...]
    measure: ComparisonMeasure
    rows: pd.DataFrame


def choice(frame: pd.DataFrame, dataset: Dataset, view: View) -> ComparisonChoice:
    """The places that a view names, of the first tree of which it names several; else those with most in common."""
    several = [tree for least in (2, 1) for tree in TREES if len(getattr(view, tree)) >= least]
    tree: Tree = several[0] if several else "region"
    members = getattr(view, tree)[:MOST_COMPARED]
    others: dict[str, Any] = {tree: ()}
    rows = frame.iloc[panels.in_view(frame, replace(view, **others))]
    if view.theme:
        rows = rows[rows["theme"].isin(view.theme)]
    measure = cast("ComparisonMeasure", view.measure or "level")
    return ComparisonChoice(tree, members or siblings(rows, dataset, tree), measure, rows)


def siblings(frame: pd.DataFrame, dataset: Dataset, tree: Tree) -> tuple[str, ...]:
    """The parts of one whole that have most numbers in common, at most six of them in the file's order.

    A number is common to two that have it of one metric, period and nature, and alike in the other trees. Where nothing
    is common to any, they are those with most numbers.
    """
    entries: Mapping[str, Region | Sector | Group] = getattr(dataset, f"{tree}s")
    rows = _slots(frame, tree)
    rows = rows[rows[tree].isin(list(entries))]  # the whole is no group
    rows["whole"] = rows[tree].map({key: entry.part_of for key, entry in entries.items()})
    slots = ["whole", *(column for column in rows.columns if column not in {"whole", tree})]
    parts = rows[rows["whole"].notna()]
    shared = parts[parts.groupby(slots, sort=False)[tree].transform("size") > 1]
    if not shared.empty:
        counts = shared.drop_duplicates(slots)["whole"].value_counts()
        order = {key: place for place, key in enumerate((ALL, *entries))}  # groups can be part of all, which is none
        whole = min(counts.index[counts == counts.max()], key=order.__getitem__)
        rows = shared[shared["whole"] == whole]
    numbers = rows[tree].value_counts()
    most_first = sorted(numbers.index, key=lambda key: (-numbers[key], list(entries).index(key)))
    return tuple(key for key in entries if key in most_first[:MOST_COMPARED])


def shared_counts(frame: pd.DataFrame, tree: Tree, members: Sequence[str]) -> Mapping[str, int]:
    """The id of each place that is none of the ``members`` → how many numbers it has in common with one of them."""
    rows = _slots(frame, tree)
    slots = [column for column in rows.columns if column != tree]
    chosen = rows.loc[rows[tree].isin(members), slots].drop_duplicates()
    others = rows[~rows[tree].isin(members)].merge(chosen, on=slots)
    return {str(key): int(count) for key, count in others[tree].value_counts().items()}


def _slots(frame: pd.DataFrame, tree: Tree) -> pd.DataFrame:
    """Each different combination of what has an amount or growth: metric, places, period and nature."""
    columns = ["metric", *TREES, "period", "nature"]
    reported = frame.loc[frame["value"].notna() | annual_growth(frame), columns].astype("str")
    return reported.drop_duplicates().reset_index(drop=True)


def nested(dataset: Dataset, tree: Tree, members: Iterable[str]) -> bool:
    """True where one of the places lies in another, which is larger because of it."""
    chosen = set(members)
    return any(not chosen.isdisjoint(dataset.lies_in(tree, key)) for key in chosen)
