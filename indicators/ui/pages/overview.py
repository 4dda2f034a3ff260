"""Overview: what the figures say, at a glance."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import streamlit as st

from indicators.charts import catalogue, stories
from indicators.charts.catalogue import Chart
from indicators.charts.stories import Headline
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.ui import chart_display, controls, evidence, sent_charts, state
from indicators.ui.sent_charts import SentChart
from indicators.ui.visit import Visit, newest_first
from indicators.values.text import escape_markdown
from indicators.words import ui as words

NEWEST: Final = 4
"""Articles that are listed."""
VIEWS_CACHED: Final = 8


def show(visit: Visit) -> None:
    """The page."""
    names, frame = visit.names, visit.study.frame
    st.markdown(escape_markdown(_standfirst(visit.study, names, visit.cache_key, names.lang)))
    _headlines(visit)

    def draw() -> Mapping[str, Chart]:
        return catalogue.of_everything(frame, visit)

    charts = dict(sent_charts.of(draw, visit, state.address_of_charts()))
    coverage = charts.pop("coverage")
    chart_display.show_in_columns(charts, draw, visit)
    _coverage(coverage, draw, visit)
    _newest(visit)


@st.cache_resource(show_spinner=False, max_entries=VIEWS_CACHED)
def _standfirst(_study: Study, _names: Names, cache_key: str, lang: str) -> str:
    return stories.standfirst(_study.every, _names)


def _headlines(visit: Visit) -> None:
    """A number for each theme: all of them fit on one screen."""
    names = visit.names
    controls.section(words.HEADLINES, names)
    with st.container(horizontal=True, gap="medium", key="headlines"):
        for headline in _chosen(visit.study, names, visit.cache_key, names.lang):
            with st.container(key=f"headline-{headline.theme}", gap=None):
                _show_headline(headline, names)


@st.cache_resource(show_spinner=False, max_entries=VIEWS_CACHED)
def _chosen(_study: Study, _names: Names, cache_key: str, lang: str) -> Sequence[Headline]:
    return stories.headlines(_study.frame, _names)


def _show_headline(headline: Headline, names: Names) -> None:
    st.caption(escape_markdown(names.theme(headline.theme)))
    st.button(
        f"**{escape_markdown(headline.number)}**",
        key=f"open-{headline.figure}",
        type="tertiary",
        help=escape_markdown(names.of(words.EVIDENCE_OF)),
        on_click=state.open_figure,
        args=(headline.figure,),
    )
    line = escape_markdown(names.metric(headline.metric))
    if headline.change:
        colour = "red" if headline.fell else "blue"
        line += f" :{colour}[**{escape_markdown(headline.change)}**]"
    st.markdown(line)
    st.caption(escape_markdown(headline.place))


def _coverage(chart: SentChart, draw: Callable[[], Mapping[str, Chart]], visit: Visit) -> None:
    """The grid of regions and sectors, and under it the figures of the cell that was selected."""

    def select(cell: Sequence[str]) -> None:
        state.change(region=(cell[0],), sector=(cell[1],))

    names, frame = visit.names, visit.study.frame
    chart_display.show(chart, lambda: draw()["coverage"], visit, on_select=select)
    view = state.current()
    if len(view.region) == 1 and len(view.sector) == 1:
        facts = {"region": names.region(view.region[0]), "sector": names.sector(view.sector[0])}
        st.markdown(f"**{escape_markdown(names.of(words.IN_CELL).format(**facts))}**")
        in_cell = (frame["region"] == view.region[0]) & (frame["sector"] == view.sector[0])
        evidence.figure_list(frame.loc[in_cell, "figure"].tolist(), names, key="cell")


def _newest(visit: Visit) -> None:
    names = visit.names
    controls.section(words.NEWEST, names)
    for key in newest_first(visit.study, visit.cache_key)[:NEWEST]:
        evidence.article_head(names.dataset.articles[key], names)
