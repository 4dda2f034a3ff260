"""Explore: one metric in every way that its figures allow, with filters, and all figures in view as a table."""

from collections.abc import Mapping
from itertools import islice
from typing import Final

import pandas as pd
import streamlit as st

from indicators import drawings, links, panels, stories
from indicators.derived import Derived
from indicators.drawings import OF_A_METRIC, Drawing
from indicators.model import NATURES
from indicators.names import Names
from indicators.text import escape_markdown
from indicators.ui import controls, downloads, grid, state
from indicators.ui.controls import Filter
from indicators.ui.desk import Desk
from indicators.words import terms
from indicators.words import ui as words
from indicators.words.agreement import STANDS, VERDICTS

MOST_WORKED_OUT: Final = 1_000


def show(desk: Desk) -> None:
    """The page: its filters, the charts that the metric has figures for, and the table that holds all of them."""
    names, frame = desk.names, desk.study.every
    metric = state.current().metric or panels.most_reported(frame)
    if not st.context.is_embedded:
        _controls(frame, metric, desk)
    chosen = _filtered(frame[frame["metric"] == metric])
    if chosen.empty:
        st.info(escape_markdown(names.of(words.NOTHING_IN_VIEW)))
        return
    drawn = desk.study.frame
    found = drawings.of_a_metric(drawn[drawn["figure"].isin(chosen["figure"])], desk)
    _charts(found, names)
    if not st.context.is_embedded:
        itemised = "parts" in found and state.current().show in {"", "parts"}
        rows = _with_parts(frame, chosen) if itemised else chosen
        _table(rows, desk)
        _worked_out(rows, desk)


def _charts(found: Mapping[str, Drawing], names: Names) -> None:
    """The chart that is asked for, or why it cannot be drawn and what can; without such a wish, all of them."""
    wish = state.current().show
    if not wish:
        if not any(name in found for name in ("sector", "region")):
            st.caption(escape_markdown(names.of(words.NO_COMPARISON)))
        controls.in_columns([drawing for name, drawing in found.items() if name != "map"], names)
    elif wish in found:
        controls.chart(found[wish], names)
    else:
        reason = names.of(words.CANNOT[wish])
        if found:
            listed = controls.joined((names.of(words.CHARTS[name]) for name in found), names)
            reason = " ".join((reason, names.of(words.CAN).format(charts=listed)))
        st.info(escape_markdown(reason))


def _controls(frame: pd.DataFrame, metric: str, desk: Desk) -> None:
    names = desk.names
    counts = frame["metric"].value_counts()
    order = {theme: index for index, theme in enumerate(names.dataset.themes)}
    options = sorted(counts.index, key=lambda key: order[names.dataset.metrics[key].theme])

    def option(key: str) -> str:
        theme = names.theme(names.dataset.metrics[key].theme)
        return names.of(words.METRIC_OPTION).format(theme=theme, metric=names.metric(key), count=counts[key])

    filters = _filters(frame[frame["metric"] == metric], names)
    first, *others = st.columns([7, 4, 4, 4], vertical_alignment="bottom")
    with first:
        controls.choose_metric(options, metric, names, option)
    for column, choice in zip(others, filters[:3], strict=True):
        with column:
            controls.choose_many(choice, names)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        controls.choose_show(list(OF_A_METRIC), names)
        with st.container(horizontal=True, width="content"):
            with st.popover(escape_markdown(names.of(words.MORE_FILTERS)), type="tertiary"):
                for choice in filters[3:]:
                    controls.choose_many(choice, names)
                controls.choose_day(desk.study.whole, names)
            controls.share(names.metric(metric), desk.digest, names)


def _filters(rows: pd.DataFrame, names: Names) -> tuple[Filter, ...]:
    """The filters, each with the ids that occur among the rows."""
    present = {key: set(rows[key]) for key in ("region", "sector", "nature", "publisher")}
    regions = [key for key in names.dataset.regions if key in present["region"]]
    sectors = [key for key in names.dataset.sectors if key in present["sector"]]
    periods = list(dict.fromkeys(rows.sort_values("end", ascending=False)["period"]))
    natures = [key for key in NATURES if key in present["nature"]]
    publishers = [key for key in names.dataset.publishers if key in present["publisher"]]
    return (
        Filter("region", words.REGION, words.EVERY_REGION, regions, names.region),
        Filter("sector", words.SECTOR, words.EVERY_SECTOR, sectors, names.sector),
        Filter("period", words.PERIOD, words.EVERY_PERIOD, periods, names.period),
        Filter("nature", words.NATURE, words.EVERY_NATURE, natures, names.nature),
        Filter("publisher", words.PUBLISHER, words.EVERY_PUBLISHER, publishers, names.publisher),
    )


def _filtered(rows: pd.DataFrame) -> pd.DataFrame:
    view = state.current()
    for column in ("region", "sector", "period", "nature", "publisher"):
        wanted = getattr(view, column)
        if wanted:
            rows = rows[rows[column].isin(wanted)]
    return rows


def _with_parts(frame: pd.DataFrame, chosen: pd.DataFrame) -> pd.DataFrame:
    """The figures in view and their parts, which may be of another metric: the table holds all that the charts hold."""
    return frame[frame["figure"].isin(chosen["figure"]) | frame["part_of"].isin(chosen["figure"])]


def _table(rows: pd.DataFrame, desk: Desk) -> None:
    names = desk.names
    controls.section(words.TABLE, names)
    st.caption(escape_markdown(names.of(words.TABLE_NOTE).format(figures=names.count(terms.FIGURES, len(rows)))))
    ordered = rows.sort_values(["end", "value"], ascending=False, kind="stable")
    shown = pd.DataFrame([_cells(key, desk) for key in ordered["figure"]])
    one_metric = rows["metric"].nunique() == 1
    shown = shown.loc[:, (shown != "").any() & ~((shown.columns == "metric") & one_metric)]
    grid.show("table", shown, list(ordered["figure"]), words.COLUMNS, names.of(words.TABLE), names)
    if note := stories.of_table(rows, names):
        st.caption(escape_markdown(note))
    downloads.offer(desk.edition(list(rows["figure"])), names, key="table")


def _cells(key: str, desk: Desk) -> dict[str, str]:
    names = desk.names
    figure = names.dataset.figures[key]
    article = names.dataset.article_of[key]
    found = links.links(article, names.dataset)
    return {
        "metric": names.metric(figure.metric),
        "region": names.region(figure.region),
        "sector": names.sector(figure.sector),
        "period": figure.period.label(names.lang),
        "nature": names.nature(figure.nature),
        "value": stories.printed(figure, names) if names.lang == "en" and figure.text else "",
        "text": figure.text.printed if figure.text else names.of(words.NOT_REPORTED),
        "growth": stories.signed(figure, names),
        "completion": stories.done(figure, names),
        "publisher": names.publisher(article.publisher),
        "reports": _verdict(key, desk),
        "link": found[0].url if found else "",
    }


def _verdict(key: str, desk: Desk) -> str:
    """How a figure stands to other reports of the same; empty where there is none."""
    found = desk.study.reports.get(key)
    if found is None:
        return ""
    if found.verdict == "revised" and key not in found.superseded:
        return desk.names.of(STANDS)
    return desk.names.of(VERDICTS["revised" if key in found.superseded else found.verdict])


def _worked_out(rows: pd.DataFrame, desk: Desk) -> None:
    """What follows from the figures in view, apart from them: no article printed it."""
    names = desk.names
    box = st.expander(escape_markdown(names.of(words.WORKED_OUT_OF)), key="worked-out", on_change="rerun")
    if not box.open:
        return
    with box:
        following = (one for key in rows["figure"] for one in desk.study.worked_out.about(key))
        follow = list(dict.fromkeys(islice(following, MOST_WORKED_OUT)))
        st.caption(escape_markdown(names.of(words.WORKED_OUT_NOTE)))
        shown = pd.DataFrame([_working(one, names) for one in follow])
        inputs = [one.inputs[0] for one in follow]
        grid.show("follow", shown, inputs, words.WORKING_COLUMNS, names.of(words.WORKED_OUT_OF), names)


def _working(one: Derived, names: Names) -> dict[str, str]:
    first = names.dataset.figures[one.inputs[0]]
    told = stories.working(one, names)
    return {
        "place": names.place(first.region, first.sector),
        "period": one.period.label(names.lang),
        "label": told.label,
        "value": told.value,
        "interval": told.interval,
        "formula": told.formula,
    }
