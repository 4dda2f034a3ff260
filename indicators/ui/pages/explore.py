"""Explore: one metric by sector and by region, with filters, and all figures in view as a table."""

import pandas as pd
import streamlit as st

from indicators import links, panels, stories
from indicators.charts import bars
from indicators.names import Names
from indicators.panels import By
from indicators.text import LocalText, escape_markdown
from indicators.ui import controls, state
from indicators.words import ui as words


def show(frame: pd.DataFrame, names: Names) -> None:
    """The page: its filters, two charts side by side, and the table that holds all that they hold."""
    metric = state.current().metric or panels.most_reported(frame)
    _controls(frame, metric, names)
    chosen = _filtered(frame[frame["metric"] == metric])
    if chosen.empty:
        st.info(escape_markdown(names.of(words.NOTHING_IN_VIEW)))
        return
    if chosen["value"].notna().any():
        left, right = st.columns(2, gap="large")
        with left:
            _by("sector", words.BY_SECTOR, chosen, names)
        with right:
            _by("region", words.BY_REGION, chosen, names)
    else:
        st.info(escape_markdown(names.of(words.NO_VALUES)))
    _table(chosen, names)


def _controls(frame: pd.DataFrame, metric: str, names: Names) -> None:
    counts = frame["metric"].value_counts()
    order = {theme: index for index, theme in enumerate(names.dataset.themes)}
    options = sorted(counts.index, key=lambda key: order[names.dataset.metrics[key].theme])

    def option(key: str) -> str:
        theme = names.theme(names.dataset.metrics[key].theme)
        return names.of(words.METRIC_OPTION).format(theme=theme, metric=names.metric(key), count=counts[key])

    rows = frame[frame["metric"] == metric]
    one, two, three, four = st.columns([2, 1, 1, 1], vertical_alignment="bottom")
    with one:
        controls.choose_metric(options, metric, names, option)
    with two:
        regions = [key for key in names.dataset.regions if key in set(rows["region"])]
        controls.choose_many("region", regions, words.REGION, words.EVERY_REGION, names, names.region)
    with three:
        sectors = [key for key in names.dataset.sectors if key in set(rows["sector"])]
        controls.choose_many("sector", sectors, words.SECTOR, words.EVERY_SECTOR, names, names.sector)
    with four:
        periods = list(dict.fromkeys(rows.sort_values("end", ascending=False)["period"]))
        controls.choose_many("period", periods, words.PERIOD, words.EVERY_PERIOD, names, names.period)


def _filtered(rows: pd.DataFrame) -> pd.DataFrame:
    view = state.current()
    for column in ("region", "sector", "period", "nature", "publisher"):
        wanted = getattr(view, column)
        if wanted:
            rows = rows[rows[column].isin(wanted)]
    return rows


def _by(by: By, title: LocalText, rows: pd.DataFrame, names: Names) -> None:
    controls.section(title, names)
    story = stories.levels(rows, by, names)
    controls.chart(by, bars.levels(story.panels, theme=controls.theme()), story, names, more=words.LEFT_OUT)


def _table(rows: pd.DataFrame, names: Names) -> None:
    controls.section(words.TABLE, names)
    st.caption(escape_markdown(names.of(words.TABLE_NOTE).format(count=len(rows))))
    ordered = rows.sort_values(["end", "value"], ascending=False, kind="stable")
    shown = pd.DataFrame([_cells(key, names) for key in ordered["figure"]])
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
        "text": stories.printed(figure, names),
        "growth": stories.signed(figure, names),
        "completion": figure.completion.printed if figure.completion else "",
        "publisher": names.publisher(article.publisher),
        "link": found[0].url if found else "",
    }
