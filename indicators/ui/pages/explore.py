"""Explore: one metric in every way that its figures allow, with filters, and all figures in view as a table."""

import math
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st

from indicators.analysis import links
from indicators.analysis.formulas import Derived
from indicators.charts import catalogue, stories
from indicators.charts.catalogue import OF_A_METRIC, Chart
from indicators.frames import panels
from indicators.model.entries import NATURES
from indicators.phrasing import calculations
from indicators.phrasing.figures import done, printed, signed
from indicators.phrasing.names import Names
from indicators.study import Positions, Study
from indicators.ui import controls, downloads, figure_table, sent_charts, state
from indicators.ui.controls import Filter
from indicators.ui.sent_charts import SentChart
from indicators.ui.visit import Visit, days
from indicators.values.text import escape_markdown
from indicators.words import terms
from indicators.words import ui as words
from indicators.words.agreement import STANDS, VERDICTS
from indicators.words.figures import NOT_REPORTED

View = Callable[[], pd.DataFrame]
"""The rows in view, put together when somebody asks for them."""

MOST_WORKED_OUT: Final = 1_000
ON_A_PAGE: Final = 50
"""Rows of the table that are sent at once."""
KEPT: Final = 200
"""Pages of tables that are kept for whoever looks at the same."""
FILTERS: Final = ("region", "sector", "period", "nature", "publisher")
METRICS_KEPT: Final = 24
VIEWS_COUNTED: Final = 4_000


@dataclass(frozen=True)
class Reported:
    """What is reported of one metric: where its rows stand in ``Study.every`` and in ``Study.frame``.

    ``present`` has for each filter the ids that occur, in the order in which they are offered.
    """

    every: Positions
    frame: Positions
    present: Mapping[str, Sequence[str]]


def show(visit: Visit) -> None:
    """The page: its filters, the charts that the metric has figures for, and the table that holds all of them."""
    names, counts = visit.names, _counts(visit.study, visit.cache_key)
    metric = state.current().metric or max(counts, key=counts.__getitem__)
    reported = _reported(visit.study, visit.cache_key, metric)
    embedded = st.context.is_embedded
    if not embedded:
        _controls(counts, metric, reported, visit)

    @cache
    def chosen() -> pd.DataFrame:
        return _filtered(visit.study.every, reported.every)

    if not _count(chosen, visit.cache_key, state.address_of_charts()):
        st.info(escape_markdown(names.of(words.NOTHING_IN_VIEW)))
        return
    found = _charts(reported, visit)
    if not embedded:
        itemised = "parts" in found and state.current().show in {"", "parts"}

        def view() -> pd.DataFrame:
            return _with_parts(visit.study, chosen()) if itemised else chosen()

        _table(view, visit)
        _worked_out(view, visit)


@st.cache_resource(show_spinner=False, max_entries=4)
def _counts(_study: Study, cache_key: str) -> Mapping[str, int]:
    """Id of each metric that has figures, in the order of the file → how many."""
    return {str(key): int(number) for key, number in panels.counts(_study.every["metric"]).items()}


_COLUMNS: Final = [
    "figure", "metric", "region", "sector", "period", "start", "end", "nature", "publisher", "value", "low", "high",
    "unit", "growth", "completion", "part_of",
]  # fmt: skip
"""What charts and filters look at: of quotes and addresses no copy is made."""


@st.cache_resource(show_spinner=False, max_entries=METRICS_KEPT)
def _reported(_study: Study, cache_key: str, metric: str) -> Reported:
    every, frame = (np.flatnonzero(rows["metric"] == metric) for rows in (_study.every, _study.frame))
    dataset = _study.dataset
    here = {key: set(_study.every[key].iloc[every].unique()) for key in FILTERS}
    ends = _study.every["end"].to_numpy()[every].astype("int64")
    newest = _study.every["period"].iloc[every[np.argsort(-ends, kind="stable")]]
    known: Mapping[str, Sequence[str]] = {
        "region": list(dataset.regions),
        "sector": list(dataset.sectors),
        "period": list(newest.unique()),
        "nature": NATURES,
        "publisher": list(dataset.publishers),
    }
    return Reported(every, frame, {key: [one for one in ids if one in here[key]] for key, ids in known.items()})


def _charts(reported: Reported, visit: Visit) -> Mapping[str, SentChart]:
    """The chart that is asked for, or why it cannot be drawn and what can; without such a wish, all of them."""
    names, wish = visit.names, state.current().show

    wanted = [key for key in OF_A_METRIC if wish or key != "map"]

    def draw() -> Mapping[str, Chart]:
        return catalogue.of_a_metric(_filtered(visit.study.frame, reported.frame), visit, wanted)

    found = sent_charts.of(draw, visit, visit.cache_key, state.address_of_charts())
    if not wish:
        if found.keys().isdisjoint(("sector", "region")):
            st.caption(escape_markdown(names.of(words.NO_COMPARISON)))
        controls.in_columns(found, draw, names)
        return found
    if wish in found:
        controls.chart(found[wish], lambda: draw()[wish], names)
        return found
    reason = names.of(words.CANNOT[wish])
    if found:
        listed = controls.joined((names.of(words.CHARTS[name]) for name in found), names)
        reason = " ".join((reason, names.of(words.CAN).format(charts=listed)))
    st.info(escape_markdown(reason))
    return found


def _controls(counts: Mapping[str, int], metric: str, reported: Reported, visit: Visit) -> None:
    names = visit.names
    order = {theme: index for index, theme in enumerate(names.dataset.themes)}
    options = sorted(counts, key=lambda key: order[names.dataset.metrics[key].theme])

    def option(key: str) -> str:
        theme = names.theme(names.dataset.metrics[key].theme)
        return names.of(words.METRIC_OPTION).format(theme=theme, metric=names.metric(key), count=counts[key])

    filters = _filters(reported.present, names)
    first, *others = st.columns([7, 4, 4, 4], vertical_alignment="bottom")
    with first:
        controls.choose_metric(options, metric, names, option)
    for column, choice in zip(others, filters[:3], strict=True):
        with column:
            controls.choose_many(choice, names)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        controls.choose_show(list(OF_A_METRIC), names)
        with st.container(horizontal=True, width="content"):
            _more(filters[3:], visit)
            controls.share(names.metric(metric), visit.digest, names)


def _more(filters: Sequence[Filter], visit: Visit) -> None:
    """The filters that are wanted less often, drawn when somebody opens them; how many of them are used, is said."""
    view, label = state.current(), visit.names.of(words.MORE_FILTERS)
    used = sum(bool(getattr(view, key)) for key in (*(choice.key for choice in filters), "day"))
    told = escape_markdown(f"{label} ({used})" if used else label)
    with st.popover(told, type="tertiary", key="more-filters", on_change="rerun") as box:
        if box.open:
            for choice in filters:
                controls.choose_many(choice, visit.names)
            controls.choose_day(days(visit.study, visit.digest), visit.names)


def _filters(present: Mapping[str, Sequence[str]], names: Names) -> tuple[Filter, ...]:
    """The filters, each with the ids that occur."""
    return (
        Filter("region", words.REGION, words.EVERY_REGION, present["region"], names.region),
        Filter("sector", words.SECTOR, words.EVERY_SECTOR, present["sector"], names.sector),
        Filter("period", words.PERIOD, words.EVERY_PERIOD, present["period"], names.period),
        Filter("nature", words.NATURE, words.EVERY_NATURE, present["nature"], names.nature),
        Filter("publisher", words.PUBLISHER, words.EVERY_PUBLISHER, present["publisher"], names.publisher),
    )


@st.cache_resource(show_spinner=False, max_entries=VIEWS_COUNTED)
def _count(_view: View, cache_key: str, link: str) -> int:
    return len(_view())


def _filtered(frame: pd.DataFrame, rows: Positions) -> pd.DataFrame:
    """Those of the rows that the View is of."""
    view = state.current()
    for column in FILTERS:
        wanted = getattr(view, column)
        if wanted:
            rows = rows[frame[column].iloc[rows].isin(wanted).to_numpy()]
    return frame[_COLUMNS].iloc[rows]


def _with_parts(study: Study, chosen: pd.DataFrame) -> pd.DataFrame:
    """The figures in view and their parts, which may be of another metric: the table holds all that the charts hold."""
    parts, wholes = study.parts
    here = study.every.index.isin(chosen.index)
    strangers = parts[here[wholes] & ~here[parts]]
    if not len(strangers):
        return chosen
    here[strangers] = True
    return study.every.loc[here, chosen.columns]


@dataclass(frozen=True)
class Listed:
    """A page of the table: ``cells`` by column, and the id of each row's figure.

    ``count`` is that of all rows, and ``note`` says what they add up to, or why they do not.
    """

    cells: pa.Table
    figures: Sequence[str]
    count: int
    note: str


def _table(view: View, visit: Visit) -> None:
    """The figures in view, a page of them at a time: a browser is not sent 100,000 rows to show twenty."""
    names, link = visit.names, state.address_of_charts()
    turner = f"page-{zlib.crc32(link.encode()):08x}"  # another view begins with its first page
    page = int(st.session_state.get(turner, 1))
    listed = _listed(view, visit, visit.cache_key, names.lang, link, page)
    controls.section(words.TABLE, names)
    st.caption(escape_markdown(names.of(words.TABLE_NOTE).format(figures=names.count(terms.FIGURES, listed.count))))
    figure_table.show("table", listed.cells, listed.figures, words.COLUMNS, names.of(words.TABLE), names)
    if listed.count > ON_A_PAGE:
        first = ON_A_PAGE * (page - 1) + 1
        told = names.of(words.TABLE_PAGE).format(
            first=f"{first:,}",
            last=f"{first + len(listed.figures) - 1:,}",
            all=f"{listed.count:,}",
            take=names.of(words.TAKE_DATA),
        )
        st.caption(escape_markdown(told))
        st.pagination(-(-listed.count // ON_A_PAGE), key=turner)
    if listed.note:
        st.caption(escape_markdown(listed.note))
    downloads.offer(lambda: visit.edition(view()["figure"].tolist()), names, key="table")


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _listed(_view: View, _visit: Visit, cache_key: str, lang: str, link: str, page: int) -> Listed:
    rows = _view()
    backwards = np.lexsort((-rows["value"].fillna(-math.inf).to_numpy(), -rows["end"].to_numpy().astype("int64")))
    figures = rows["figure"].iloc[backwards[ON_A_PAGE * (page - 1) :][:ON_A_PAGE]].tolist()
    cells = [_cells(key, _visit) for key in figures]
    one_metric = rows["metric"].nunique() == 1
    columns = {name: [row[name] for row in cells] for name in words.COLUMNS if not (name == "metric" and one_metric)}
    told = pa.table({name: column for name, column in columns.items() if any(column)})
    return Listed(told, figures, len(rows), stories.of_table(rows, _visit.names))


def _cells(key: str, visit: Visit) -> dict[str, str]:
    names = visit.names
    figure = names.dataset.figures[key]
    article = names.dataset.article_of[key]
    found = links.links(article, names.dataset)
    return {
        "metric": names.metric(figure.metric),
        "region": names.region(figure.region),
        "sector": names.sector(figure.sector),
        "period": figure.period.label(names.lang),
        "nature": names.nature(figure.nature),
        "value": printed(figure, names) if names.lang == "en" and figure.text else "",
        "text": figure.text.printed if figure.text else names.of(NOT_REPORTED),
        "growth": signed(figure, names),
        "completion": done(figure, names),
        "publisher": names.publisher(article.publisher),
        "reports": _verdict(key, visit),
        "link": found[0].url if found else "",
    }


def _verdict(key: str, visit: Visit) -> str:
    """How a figure stands to other reports of the same; empty where there is none."""
    found = visit.study.reports.get(key)
    if found is None:
        return ""
    if found.verdict == "revised" and key not in found.superseded:
        return visit.names.of(STANDS)
    return visit.names.of(VERDICTS["revised" if key in found.superseded else found.verdict])


def _worked_out(view: View, visit: Visit) -> None:
    """What follows from the figures in view, apart from them: no article printed it."""
    names = visit.names
    box = st.expander(escape_markdown(names.of(words.WORKED_OUT_OF)), key="worked-out", on_change="rerun")
    if not box.open:
        return
    with box:
        following = (one for key in view()["figure"] for one in visit.study.worked_out.about(key))
        follow = list(dict.fromkeys(islice(following, MOST_WORKED_OUT)))
        st.caption(escape_markdown(names.of(words.WORKED_OUT_NOTE)))
        shown_ = [_working(one, names) for one in follow]
        cells = pa.table({name: [row[name] for row in shown_] for name in words.WORKING_COLUMNS})
        inputs = [one.inputs[0] for one in follow]
        figure_table.show("follow", cells, inputs, words.WORKING_COLUMNS, names.of(words.WORKED_OUT_OF), names)


def _working(one: Derived, names: Names) -> dict[str, str]:
    first = names.dataset.figures[one.inputs[0]]
    told = calculations.of(one, names)
    return {
        "place": names.place(first.region, first.sector),
        "period": one.period.label(names.lang),
        "label": told.label,
        "value": told.value,
        "interval": told.interval,
        "formula": told.formula,
    }
