"""Explore: one metric in every way that its figures allow, with filters, and all figures in view as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import pandas as pd
import streamlit as st

from indicators.charts import catalogue
from indicators.charts.catalogue import Chart
from indicators.frames import panels
from indicators.model.entries import ALL, NATURES
from indicators.model.subjects import TREES
from indicators.phrasing.names import Names
from indicators.study import Positions, Study
from indicators.ui import chart_display, controls, sent_charts, state, view_tables
from indicators.ui.controls import Filter
from indicators.ui.sent_charts import SentChart
from indicators.ui.view_tables import RowsInView
from indicators.ui.visit import Visit, days
from indicators.values.text import escape_markdown
from indicators.view import FILTERS, SHOWS
from indicators.words import ui as words

METRICS_CACHED: Final = 24
COUNTS_CACHED: Final = 4_000


@dataclass(frozen=True)
class Reported:
    """What is reported of one metric: the positions of its rows in ``Study.every`` and in ``Study.frame``.

    ``options`` has for each filter the ids that occur, in the order in which they are offered.
    """

    every: Positions
    frame: Positions
    options: Mapping[str, Sequence[str]]


def show(visit: Visit) -> None:
    """The page: its filters, the charts that the metric has figures for, and the table that holds all of them."""
    names, counts = visit.names, _counts(visit.study, visit.cache_key)
    metric = state.current().metric or max(counts, key=counts.__getitem__)
    reported = _reported(visit.study, visit.cache_key, metric)
    embedded = st.context.is_embedded
    if not embedded:
        _controls(counts, metric, reported, visit)

    @cache
    def filtered() -> pd.DataFrame:
        return _filtered(visit.study.every, reported.every)

    if not _count(filtered, visit.cache_key, state.address_of_charts()):
        st.info(escape_markdown(names.of(words.NOTHING_IN_VIEW)))
        return
    charts = _charts(reported, visit)
    if not embedded:
        itemised = "parts" in charts and state.current().show in {"", "parts"}

        def rows_in_view() -> pd.DataFrame:
            return _with_parts(visit.study, filtered()) if itemised else filtered()

        view_tables.show_figures(rows_in_view, visit)
        view_tables.show_calculations(rows_in_view, visit)


@st.cache_resource(show_spinner=False, max_entries=4)
def _counts(_study: Study, cache_key: str) -> Mapping[str, int]:
    """Id of each metric that has figures, in the order of the file → how many."""
    return {str(metric): int(count) for metric, count in panels.counts(_study.every["metric"]).items()}


_COLUMNS: Final = [
    "figure", "metric", "region", "sector", "group", "period", "start", "end", "nature", "publisher", "value", "low",
    "high", "growth", "growth_from", "completion", "part_of",
]  # fmt: skip
"""The columns that charts and filters need; quotes and addresses are not copied."""


@st.cache_resource(show_spinner=False, max_entries=METRICS_CACHED)
def _reported(_study: Study, cache_key: str, metric: str) -> Reported:
    every, frame = (np.flatnonzero(rows["metric"] == metric) for rows in (_study.every, _study.frame))
    dataset = _study.dataset
    present = {key: set(_study.every[key].iloc[every].unique()) for key in FILTERS}
    ends = _study.every["end"].to_numpy()[every].astype("int64")
    latest_first = _study.every["period"].iloc[every[np.argsort(-ends, kind="stable")]]
    known: Mapping[str, Sequence[str]] = {
        "region": list(dataset.regions),
        "sector": list(dataset.sectors),
        "group": [ALL, *dataset.groups],
        "period": list(latest_first.unique()),
        "nature": NATURES,
        "publisher": list(dataset.publishers),
    }
    options = {name: [key for key in ids if key in present[name]] for name, ids in known.items()}
    return Reported(every, frame, options)


def _charts(reported: Reported, visit: Visit) -> Mapping[str, SentChart]:
    """Draw the chart that is asked for, or say why there is none and what there is; by default, draw all of them."""
    names, asked = visit.names, state.current().show
    wanted = [name for name in SHOWS if asked or name != "map"]

    def draw() -> Mapping[str, Chart]:
        return catalogue.of_a_metric(_filtered(visit.study.frame, reported.frame), visit, wanted)

    charts = sent_charts.of(draw, visit, state.address_of_charts())
    if not asked:
        if charts.keys().isdisjoint(TREES):
            st.caption(escape_markdown(names.of(words.NO_COMPARISON)))
        chart_display.show_in_columns(charts, draw, visit)
    elif asked in charts:
        chart_display.show(charts[asked], lambda: draw()[asked], visit)
    else:
        reason = names.of(words.CANNOT[asked])
        if charts:
            listed = controls.joined((names.of(words.CHARTS[name]) for name in charts), names)
            reason = " ".join((reason, names.of(words.CAN).format(charts=listed)))
        st.info(escape_markdown(reason))
    return charts


def _controls(counts: Mapping[str, int], metric: str, reported: Reported, visit: Visit) -> None:
    names = visit.names
    order = {theme: index for index, theme in enumerate(names.dataset.themes)}
    metrics = sorted(counts, key=lambda key: order[names.dataset.metrics[key].theme])

    def option(key: str) -> str:
        theme = names.theme(names.dataset.metrics[key].theme)
        return names.of(words.METRIC_OPTION).format(theme=theme, metric=names.metric(key), count=counts[key])

    filters = _filters(reported.options, names)
    foremost = [choice for choice in filters if choice.key in _FOREMOST]
    first, *others = st.columns([7, *(4 for _ in foremost)], vertical_alignment="bottom")
    with first:
        controls.choose_metric(metrics, metric, names, option)
    for column, choice in zip(others, foremost, strict=True):
        with column:
            controls.choose_many(choice, names)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        controls.choose_show([name for name in SHOWS if name != "group" or names.dataset.groups], names)
        with st.container(horizontal=True, width="content"):
            _more([choice for choice in filters if choice.key not in _FOREMOST], visit)
            controls.share(names.metric(metric), visit.edition(state.home()), names)


_FOREMOST: Final = ("region", "sector", "group", "period")
"""The filters that stand beside the metric."""


def _more(filters: Sequence[Filter], visit: Visit) -> None:
    """The filters that are needed less often, drawn when somebody opens them; the label says how many are used."""
    view, label = state.current(), visit.names.of(words.MORE_FILTERS)
    used = sum(bool(getattr(view, key)) for key in (*(choice.key for choice in filters), "day"))
    title = escape_markdown(f"{label} ({used})" if used else label)
    with st.popover(title, type="tertiary", key="more-filters", on_change="rerun") as box:
        if box.open:
            for choice in filters:
                controls.choose_many(choice, visit.names)
            controls.choose_day(days(visit.study, visit.digest), visit.names)


def _filters(options: Mapping[str, Sequence[str]], names: Names) -> tuple[Filter, ...]:
    """The filters, each with the ids that occur; that of groups only where the dataset has any."""
    group = Filter("group", words.GROUP, words.EVERY_GROUP, options["group"], names.group)
    return (
        Filter("region", words.REGION, words.EVERY_REGION, options["region"], names.region),
        Filter("sector", words.SECTOR, words.EVERY_SECTOR, options["sector"], names.sector),
        *((group,) if names.dataset.groups else ()),
        Filter("period", words.PERIOD, words.EVERY_PERIOD, options["period"], names.period),
        Filter("nature", words.NATURE, words.EVERY_NATURE, options["nature"], names.nature),
        Filter("publisher", words.PUBLISHER, words.EVERY_PUBLISHER, options["publisher"], names.publisher),
    )


@st.cache_resource(show_spinner=False, max_entries=COUNTS_CACHED)
def _count(_rows_in_view: RowsInView, cache_key: str, link: str) -> int:
    return len(_rows_in_view())


def _filtered(frame: pd.DataFrame, positions: Positions) -> pd.DataFrame:
    """Those of the rows that the filters of the View let through."""
    return frame[_COLUMNS].iloc[panels.in_view(frame, state.current(), positions)]


def _with_parts(study: Study, filtered: pd.DataFrame) -> pd.DataFrame:
    """The filtered rows and those of their parts, which may be of another metric: the table holds what charts hold."""
    parts, wholes = study.parts
    included = study.every.index.isin(filtered.index)
    added = parts[included[wholes] & ~included[parts]]
    if not len(added):
        return filtered
    included[added] = True
    return study.every.loc[included, filtered.columns]
