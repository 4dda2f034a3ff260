"""Figures of a metric → why a chart cannot be drawn of them, in a sentence with the true reason."""

from collections.abc import Collection, Mapping

import pandas as pd

from indicators.charts.stories.atlas import LEAST_PLACES, located_regions
from indicators.frames import comparable
from indicators.frames.rows import Rows
from indicators.model.subjects import TREES, Tree
from indicators.phrasing.names import Names
from indicators.phrasing.refusals import refused
from indicators.values import periods
from indicators.view import SHOWS
from indicators.words import terms
from indicators.words.pages import explore as words
from indicators.words.ui import CANNOT

_COMPARED = 400
"""Rows that are looked at for what keeps them apart."""


def reasons(rows: pd.DataFrame, drawn: Collection[str], names: Names) -> Mapping[str, str]:
    """Why there is none of the charts of a metric that are not ``drawn``, by their names."""
    lacking = [name for name in SHOWS if name not in drawn]
    reported = rows[rows["value"].notna()] if lacking else rows
    return {name: _reason(rows, reported, name, names) for name in lacking}


def reason(rows: pd.DataFrame, name: str, names: Names) -> str:
    """Why a chart cannot be drawn of some figures."""
    return reasons(rows, set(SHOWS) - {name}, names)[name]


def _reason(rows: pd.DataFrame, reported: pd.DataFrame, name: str, names: Names) -> str:
    """The same; ``reported`` are the rows that have an amount."""
    if name in TREES:
        tree = next(tree for tree in TREES if tree == name)
        return _not_compared(reported, tree, names)
    special = {"map": _no_map, "time": _no_series, "growth": _no_growth, "then": _no_base, "ratios": _no_ratio}
    sentence = special[name](rows, reported, names) if name in special else ""
    return sentence or names.of(CANNOT[name])


def _not_compared(reported: pd.DataFrame, tree: Tree, names: Names) -> str:
    if reported.empty:
        return names.of(words.NO_AMOUNTS)
    entries = reported[tree].unique()
    if len(entries) == 1:
        return names.of(words.ONLY_ONE[tree]).format(name=names.entry(tree, str(entries[0])))
    differences = comparable.differences(Rows.of(reported.iloc[:_COMPARED]), names.dataset)
    clauses = [refused(difference, names) for difference in differences] or [names.of(words.ELSEWHERE)]
    return names.of(words.APART[tree]).format(reason=names.of(terms.SEMICOLON).join(clauses))


def _no_map(_rows: pd.DataFrame, reported: pd.DataFrame, names: Names) -> str:
    if reported.empty:
        return names.of(words.NO_AMOUNTS)
    if reported["region"].nunique() >= LEAST_PLACES and not reported["region"].isin(list(located_regions(names))).any():
        return names.of(words.NO_LOCATION)
    return names.of(words.FEW_PLACES)


def _no_series(rows: pd.DataFrame, _reported: pd.DataFrame, names: Names) -> str:
    texts = rows["period"].unique()
    if len(texts) == 1:
        return names.of(words.ONE_PERIOD).format(period=periods.parse(str(texts[0])).label(names.lang))
    return ""


def _no_growth(rows: pd.DataFrame, _reported: pd.DataFrame, names: Names) -> str:
    if rows["growth"].isna().all():
        return ""
    grown = rows[rows["growth"].notna()]
    if not (grown["nature"] == "actual").any():
        return names.of(words.GROWTH_OF_PLANS).format(natures=_natures(grown, names))
    return names.of(words.OTHER_BASE)


def _no_base(rows: pd.DataFrame, reported: pd.DataFrame, names: Names) -> str:
    if rows["growth"].isna().all():
        return names.of(words.NO_GROWTH)
    if reported.empty:
        return names.of(words.NO_AMOUNTS)
    if not any(names.dataset.metrics[str(key)].comparable_basis for key in rows["metric"].unique()):
        return names.of(words.CONSTANT_PRICES)
    return _no_growth(rows, reported, names) if not _has_yearly_growth(rows) else ""


def _has_yearly_growth(rows: pd.DataFrame) -> bool:
    return bool((rows["growth"].notna() & rows["growth_from"].isna() & (rows["nature"] == "actual")).any())


def _no_ratio(rows: pd.DataFrame, reported: pd.DataFrame, names: Names) -> str:
    if reported.empty:
        return names.of(words.NO_AMOUNTS)
    if not (rows["nature"] == "actual").any():
        return names.of(words.NO_RESULTS).format(natures=_natures(rows, names))
    return ""


def _natures(rows: pd.DataFrame, names: Names) -> str:
    return names.listed([names.nature(str(nature)).lower() for nature in rows["nature"].unique()])
