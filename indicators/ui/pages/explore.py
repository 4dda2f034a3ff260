"""Explore: one metric by sector and by region, with filters, and all figures in view as a table."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from indicators import links, panels, stories
from indicators.charts import bars
from indicators.names import Names
from indicators.panels import By
from indicators.text import LocalText, escape_markdown
from indicators.ui import controls, state
from indicators.ui.controls import Filter
from indicators.words import ui as words

Draw = Callable[[], None]

GROWTH_ROWS: Final = 24


def show(frame: pd.DataFrame, names: Names) -> None:
    """The page: its filters, the charts that the metric has figures for, and the table that holds all of them."""
    metric = state.current().metric or panels.most_reported(frame)
    _controls(frame, metric, names)
    chosen = _filtered(frame[frame["metric"] == metric])
    if chosen.empty:
        st.info(escape_markdown(names.of(words.NOTHING_IN_VIEW)))
        return
    levels, rates = _levels(chosen, names), _rates(chosen, names)
    if not levels:
        st.caption(escape_markdown(names.of(words.NO_VALUES)))
    left = levels if len(levels) == 1 else [*levels[:1], *rates[:1]]
    right = rates if len(levels) == 1 else [*levels[1:], *rates[1:]]
    _side_by_side([draws for draws in (left, right) if draws])
    _table(chosen, names)


def _side_by_side(columns: Sequence[Sequence[Draw]]) -> None:
    if not columns:
        return
    for place, draws in zip(st.columns(len(columns), gap="large"), columns, strict=True):
        with place:
            for draw in draws:
                draw()


def _levels(rows: pd.DataFrame, names: Names) -> list[Draw]:
    """Levels by sector and by region where there is something to compare, else whatever levels there are."""
    titles: dict[By, LocalText] = {"sector": words.BY_SECTOR, "region": words.BY_REGION}
    told = {by: stories.levels(rows, by, names) for by in titles}
    comparing: list[By] = [by for by in titles if told[by].compares]
    return [
        partial(
            controls.chart,
            by,
            bars.levels(told[by].panels, theme=controls.theme()),
            told[by],
            names,
            title=titles[by],
            more=words.LEFT_OUT,
        )
        for by in comparing or ["region"]
        if not told[by].empty
    ]


def _rates(rows: pd.DataFrame, names: Names) -> list[Draw]:
    """Growth and progress to plan, where they are reported."""
    draws: list[Draw] = []
    growth = stories.growth(rows, names, most=GROWTH_ROWS)
    if not growth.empty:
        figure = bars.growth(growth.panels, theme=controls.theme())
        draws.append(
            partial(controls.chart, "growth", figure, growth, names, title=words.GROWTH, more=words.ROWS_LEFT_OUT)
        )
    progress, pace = stories.progress(rows, names)
    if not progress.empty:
        figure = bars.progress(progress.panels, pace, theme=controls.theme())
        more = words.ROWS_LEFT_OUT
        draws.append(partial(controls.chart, "progress", figure, progress, names, title=words.PROGRESS, more=more))
    return draws


def _controls(frame: pd.DataFrame, metric: str, names: Names) -> None:
    counts = frame["metric"].value_counts()
    order = {theme: index for index, theme in enumerate(names.dataset.themes)}
    options = sorted(counts.index, key=lambda key: order[names.dataset.metrics[key].theme])

    def option(key: str) -> str:
        theme = names.theme(names.dataset.metrics[key].theme)
        return names.of(words.METRIC_OPTION).format(theme=theme, metric=names.metric(key), count=counts[key])

    rows = frame[frame["metric"] == metric]
    first, *others = st.columns([5, 4, 4, 4], vertical_alignment="bottom")
    with first:
        controls.choose_metric(options, metric, names, option)
    present = {key: set(rows[key]) for key in ("region", "sector")}
    regions = [key for key in names.dataset.regions if key in present["region"]]
    sectors = [key for key in names.dataset.sectors if key in present["sector"]]
    periods = list(dict.fromkeys(rows.sort_values("end", ascending=False)["period"]))
    filters = (
        Filter("region", words.REGION, words.EVERY_REGION, regions, names.region),
        Filter("sector", words.SECTOR, words.EVERY_SECTOR, sectors, names.sector),
        Filter("period", words.PERIOD, words.EVERY_PERIOD, periods, names.period),
    )
    for column, choice in zip(others, filters, strict=True):
        with column:
            controls.choose_many(choice, names)


def _filtered(rows: pd.DataFrame) -> pd.DataFrame:
    view = state.current()
    for column in ("region", "sector", "period", "nature", "publisher"):
        wanted = getattr(view, column)
        if wanted:
            rows = rows[rows[column].isin(wanted)]
    return rows


def _table(rows: pd.DataFrame, names: Names) -> None:
    controls.section(words.TABLE, names)
    st.caption(escape_markdown(names.of(words.TABLE_NOTE).format(count=len(rows))))
    ordered = rows.sort_values(["end", "value"], ascending=False, kind="stable")
    shown = pd.DataFrame([_cells(key, names) for key in ordered["figure"]])
    shown = shown.loc[:, (shown != "").any()]
    key = f"table-{state.turn()}"
    ids = list(ordered["figure"])

    def take() -> None:
        chosen = st.session_state[key].selection.rows
        if chosen:
            state.open_figure(ids[chosen[0]])

    st.dataframe(
        shown,
        hide_index=True,
        key=key,
        on_select=take,
        selection_mode="single-row",
        column_config={
            **{column: names.of(title) for column, title in words.COLUMNS.items()},
            "link": st.column_config.LinkColumn(names.of(words.COLUMNS["link"]), display_text=r"^https?://([^/]+)"),
        },
        alt=names.of(words.TABLE),
    )


def _cells(key: str, names: Names) -> dict[str, str]:
    figure = names.dataset.figures[key]
    article = names.dataset.article_of[key]
    found = links.links(article, names.dataset)
    return {
        "region": names.region(figure.region),
        "sector": names.sector(figure.sector),
        "period": figure.period.label(names.lang),
        "nature": names.nature(figure.nature),
        "value": stories.printed(figure, names) if names.lang == "en" and figure.text else "",
        "text": figure.text.printed if figure.text else names.of(words.NOT_REPORTED),
        "growth": stories.signed(figure, names),
        "completion": figure.completion.printed if figure.completion else "",
        "publisher": names.publisher(article.publisher),
        "link": found[0].url if found else "",
    }
