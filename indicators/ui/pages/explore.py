"""Explore: one metric in every way that its figures allow, with filters, and all figures in view as a table."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np
import pandas as pd
import streamlit as st

from indicators import view as views
from indicators.charts import catalogue, unavailable
from indicators.charts.catalogue import Chart
from indicators.frames import panels
from indicators.model.subjects import NATURES, TREES
from indicators.model.vocabulary import ALL
from indicators.pages.context import PageContext
from indicators.pages.figures import explore
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from indicators.study import Positions, Study
from indicators.ui.charts import chart_display, sent_charts
from indicators.ui.charts.sent_charts import SentChart
from indicators.ui.elements import controls, document
from indicators.ui.elements.controls import Filter
from indicators.ui.session import state
from indicators.ui.session.kept import kept
from indicators.ui.session.visit import Visit, days
from indicators.ui.tables import view_tables
from indicators.ui.tables.view_tables import RowsInView
from indicators.values.text import escape_markdown
from indicators.view import EVERY_CHART, FILTERS, View
from indicators.words import ui as words

METRICS_CACHED: Final = 24
COUNTS_CACHED: Final = 4_000


@dataclass(frozen=True)
class Reported:
    """What is reported of one metric: the positions of its rows in ``Study.every`` and in ``Study.frame``.

    ``counts`` has for each filter the ids that occur, in the order in which they are offered, and how many figures
    have each.
    """

    every: Positions
    frame: Positions
    counts: Mapping[str, Mapping[str, int]]


def show(visit: Visit) -> None:
    """The page: its filters, the chart that tells most or that is asked for, and the table of all figures in view."""
    names, counts = visit.names, _counts(visit.study, visit.cache_key)
    view = replace(state.current(), figure="", number="")
    metric = _metric(view, counts)
    reported = _reported(visit.study, visit.cache_key, metric)
    chosen = explore.choices(view, reported.counts, names)
    context = PageContext(visit.study, names, QueryAddresses(view.lang, view.day), visit.today)
    embedded = st.context.is_embedded
    if not embedded:
        _controls(counts, metric, reported, visit)
        if chips := explore.chips(view, chosen, context):
            document.show(chips, names.lang)

    @cache
    def filtered() -> pd.DataFrame:
        return _filtered(visit.study.narrow, reported.every, view)

    count = _count(filtered, visit.cache_key, state.address_of_charts())
    if not count:
        st.info(escape_markdown(explore.nothing(metric, chosen, names)))
        return

    @cache
    def drawn() -> pd.DataFrame:
        standing = visit.study.frame is not visit.study.every
        return _filtered(visit.study.narrow_frame, reported.frame, view) if standing else filtered()

    drawing = _Drawing(visit, view, context, drawn)
    only = str(filtered()["figure"].iloc[0]) if count == 1 else ""
    sent = drawing.show(only)
    if not embedded:
        itemised = "parts" in sent and view.show in _WITH_PARTS

        def rows_in_view() -> pd.DataFrame:
            return _with_parts(visit.study, filtered()) if itemised else filtered()

        view_tables.show_figures(rows_in_view, visit)
        view_tables.show_calculations(rows_in_view, visit)


def charts(visit: Visit, view: View, _context: PageContext) -> Mapping[str, Chart]:
    """The charts of the metric in view by their names."""
    metric = _metric(view, _counts(visit.study, visit.cache_key))
    reported = _reported(visit.study, visit.cache_key, metric)
    return catalogue.of_a_metric(_filtered(visit.study.narrow_frame, reported.frame, view), visit)


def figures(visit: Visit, view: View, context: PageContext) -> Sequence[str]:
    """The ids of the figures in the table."""
    metric = _metric(view, _counts(visit.study, visit.cache_key))
    filtered = _filtered(visit.study.narrow, _reported(visit.study, visit.cache_key, metric).every, view)
    itemised = view.show in _WITH_PARTS and "parts" in charts(visit, view, context)
    rows = _with_parts(visit.study, filtered) if itemised else filtered
    ids: list[str] = rows["figure"].tolist()
    return ids


_WITH_PARTS: Final = {"", "parts", EVERY_CHART}
"""The views with which the table has the parts of wholes, too."""


def _metric(view: View, counts: Mapping[str, int]) -> str:
    """The metric that is chosen, or else the one with most figures."""
    return view.metric or max(counts, key=counts.__getitem__)


@kept(4)
def _counts(_study: Study, cache_key: str) -> Mapping[str, int]:
    """Id of each metric that has figures, in the order of the file → how many."""
    return panels.counts(_study.every["metric"])


@kept(METRICS_CACHED)
def _reported(_study: Study, cache_key: str, metric: str) -> Reported:
    every, frame = (panels.of_metric(rows, metric) for rows in (_study.every, _study.frame))
    dataset = _study.dataset
    counts = {key: panels.counts(_study.every[key], every) for key in FILTERS}
    ends = _study.every["end"].to_numpy()[every].astype("int64")
    latest_first = panels.counts(_study.every["period"], every[np.argsort(-ends, kind="stable")])
    known: Mapping[str, Sequence[str]] = {
        "region": list(dataset.regions),
        "sector": list(dataset.sectors),
        "group": [ALL, *dataset.groups],
        "period": list(latest_first),
        "nature": NATURES,
        "publisher": list(dataset.publishers),
    }
    offered = {name: {key: counts[name][key] for key in ids if key in counts[name]} for name, ids in known.items()}
    return Reported(every, frame, offered)


_COMPARING: Final = (*TREES, "time")
"""The charts of which the one that compares most is shown first."""


@dataclass(frozen=True)
class _Drawing:
    """The charts of the ``rows`` in view, of which the page shows one or all."""

    visit: Visit
    view: View
    context: PageContext
    rows: Callable[[], pd.DataFrame]

    def draw(self) -> Mapping[str, Chart]:
        return catalogue.of_a_metric(self.rows(), self.visit)

    def show(self, only: str) -> Mapping[str, SentChart]:
        """Draw the views and the chart that is asked for, or say why there is none.

        ``only`` is the one figure in view, if there is just one: a card says more of it than a chart.
        """
        asked = views.of_charts(self.view)
        link = state.link_to(replace(asked, show=""))
        charts = sent_charts.of(self.draw, self.visit, link, lambda name: state.link_to(replace(asked, show=name)))
        reasons = _reasons(self, tuple(charts), self.visit.cache_key, self.visit.names.lang, link)
        shown = self.view.show or most_telling(charts)
        card = only and not self.view.show
        if not st.context.is_embedded and not (card and all(chart.compared < 2 for chart in charts.values())):
            document.show(explore.views(self.view, "" if card else shown, reasons, self.context), self.visit.names.lang)
        if card:
            figure = self.visit.names.dataset.figures[only]
            document.show(explore.card(figure, self.context), self.visit.names.lang)
        elif shown == EVERY_CHART:
            chart_display.show_in_columns(charts)
        elif shown in charts:
            chart_display.show(charts[shown], shown)
        else:
            st.info(escape_markdown(self._refusal(shown, charts, reasons)))
        return charts

    def _refusal(self, asked: str, charts: Collection[str], reasons: Mapping[str, str]) -> str:
        names = self.visit.names
        if asked not in reasons:
            return names.of(words.NO_COMPARISON)
        listed = controls.joined((names.of(words.CHARTS[name]) for name in charts), names)
        return " ".join((reasons[asked], names.of(words.CAN).format(charts=listed))) if charts else reasons[asked]


def most_telling(charts: Mapping[str, SentChart]) -> str:
    """The chart that compares most figures of like kind; where none compares any, the first; "" without charts."""
    comparing = [name for name in _COMPARING if name in charts and charts[name].compared > 1]
    if comparing:
        return max(comparing, key=lambda name: charts[name].compared)
    return next(iter(charts), "")


@kept(COUNTS_CACHED)
def _reasons(_drawing: _Drawing, drawn: tuple[str, ...], cache_key: str, lang: str, link: str) -> Mapping[str, str]:
    return unavailable.reasons(_drawing.rows(), drawn, _drawing.visit.names)


def _controls(counts: Mapping[str, int], metric: str, reported: Reported, visit: Visit) -> None:
    names = visit.names
    order = {theme: index for index, theme in enumerate(names.dataset.themes)}
    metrics = sorted(counts, key=lambda key: order[names.dataset.metrics[key].theme])

    def option(key: str) -> str:
        theme = names.theme(names.dataset.metrics[key].theme)
        return names.of(words.METRIC_OPTION).format(theme=theme, metric=names.metric(key), count=counts[key])

    filters = _filters(reported.counts, names)
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        controls.choose_metric(metrics, metric, names, option)
        for choice in filters:
            if choice.key in _FOREMOST:
                controls.choose_many(choice, names)
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


def _filters(counts: Mapping[str, Mapping[str, int]], names: Names) -> tuple[Filter, ...]:
    """The filters, each with the ids that occur; that of groups only where the dataset has any."""
    group = Filter("group", words.GROUP, words.EVERY_GROUP, counts["group"], names.group)
    return (
        Filter("region", words.REGION, words.EVERY_REGION, counts["region"], names.region),
        Filter("sector", words.SECTOR, words.EVERY_SECTOR, counts["sector"], names.sector),
        *((group,) if names.dataset.groups else ()),
        Filter("period", words.PERIOD, words.EVERY_PERIOD, counts["period"], names.period),
        Filter("nature", words.NATURE, words.EVERY_NATURE, counts["nature"], names.nature),
        Filter("publisher", words.PUBLISHER, words.EVERY_PUBLISHER, counts["publisher"], names.publisher),
    )


@kept(COUNTS_CACHED)
def _count(_rows_in_view: RowsInView, cache_key: str, link: str) -> int:
    return len(_rows_in_view())


def _filtered(frame: pd.DataFrame, positions: Positions, view: View) -> pd.DataFrame:
    """Those of the rows that the filters of the view let through."""
    return frame.iloc[panels.in_view(frame, view, positions)]


def _with_parts(study: Study, filtered: pd.DataFrame) -> pd.DataFrame:
    """The filtered rows and those of their parts, which may be of another metric: the table holds what charts hold."""
    parts, wholes = study.parts
    included = study.every.index.isin(filtered.index)
    added = parts[included[wholes] & ~included[parts]]
    if not len(added):
        return filtered
    included[added] = True
    return study.every.loc[included, filtered.columns]
