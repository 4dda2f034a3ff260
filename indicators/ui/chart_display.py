"""Charts → elements of a page, one or in two columns, each with the files that it can be downloaded as."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

import streamlit as st

from indicators.charts.catalogue import Chart
from indicators.charts.two_columns import balanced
from indicators.export import chart_frame, fonts, renderer
from indicators.export.formats import CHART_FORMATS, ChartFormat, ChartFormatName
from indicators.ui import chart_element, state
from indicators.ui.chart_element import OnSelect
from indicators.ui.sent_charts import SentChart
from indicators.ui.visit import Visit
from indicators.values.text import escape_markdown
from indicators.words import chart_files as words

_DOWNLOADS: Final[tuple[ChartFormatName, ...]] = ("html", "csv", "pdf")
"""The formats that a browser does not make of a chart by itself."""
_SIDES: Final = ("left-column", "right-column")


def show(
    sent: SentChart, draw: Callable[[], Chart], visit: Visit, *, on_select: OnSelect | None = None, suffix: str = ""
) -> None:
    """Draw a chart under its title and its finding; ``draw`` makes it again where somebody downloads it.

    Selecting a mark opens the evidence of its figure, or calls ``on_select`` with the parts that the mark stands for.
    ``suffix`` makes the key unique where a page has several charts of one name.
    """
    key = "-".join(filter(None, ("chart", sent.name, suffix)))
    chart_element.chart(sent.content, key, on_select or _open, height=sent.reserved)
    if not st.context.is_embedded:
        _offer(sent, draw, visit, state.address_of_charts(), key)


def _open(parts: Sequence[str]) -> None:
    """Open the figure of a mark; between its id and the words of the mark stands the number that is drawn, if any."""
    if len(parts) > 1:
        state.open_figure(parts[0], number=parts[1] if len(parts) > 2 else "")


def _offer(sent: SentChart, draw: Callable[[], Chart], visit: Visit, link: str, key: str) -> None:
    """The downloads of a chart; a file is made only when it is asked for."""
    names = visit.names
    label = escape_markdown(names.of(words.DOWNLOAD))
    with st.popover(label, type="tertiary", key=f"download-{key}", on_change="rerun") as box:
        if not box.open:
            return
        missing = renderer.missing(chinese=fonts.has_chinese(str(sent.facts())))
        for name in _DOWNLOADS:
            form = CHART_FORMATS[name]
            if form.drawn and missing:
                continue
            st.download_button(
                escape_markdown(names.of(words.FORMATS[name])),
                partial(_file, form, draw, visit, link),
                file_name=f"{chart_frame.file_name(sent.name, names, link)}.{name}",
                mime=form.mime,
                key=f"download-{name}-{key}",
                on_click="ignore",
                type="tertiary",
            )
        reasons = [names.of(words.MISSING[part]) for part in missing]
        for sentence in [*reasons, names.of(words.BY_THE_PAGE)] if reasons else []:
            st.caption(escape_markdown(sentence))


def _file(form: ChartFormat, draw: Callable[[], Chart], visit: Visit, link: str) -> bytes:
    return form.write(draw(), visit.edition(state.home()), visit.names, link)


def show_in_columns(charts: Mapping[str, SentChart], draw: Callable[[], Mapping[str, Chart]], visit: Visit) -> None:
    """Draw charts in two columns of about the same height; ``draw`` makes them again where one is downloaded.

    They stand in the order of reading, in which a telephone shows them; style.css puts each into its column.
    """
    side_of = {key: side for side, column in zip(_SIDES, balanced(_heights(charts)), strict=False) for key in column}
    with st.container(key="chart-columns" if len(charts) > 1 else None):
        for key, sent in charts.items():
            with st.container(key=f"{side_of[key]}-{key}"):
                show(sent, partial(_drawn, draw, key), visit, suffix="" if key == sent.name else key)


def _heights(charts: Mapping[str, SentChart]) -> Mapping[str, float]:
    return {key: sent.height for key, sent in charts.items()}


def _drawn(draw: Callable[[], Mapping[str, Chart]], key: str) -> Chart:
    return draw()[key]
