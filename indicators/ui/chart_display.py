"""Charts → elements of a page, one or in two columns, each with the files that it can be downloaded as."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from indicators.charts.two_columns import TwoColumns
from indicators.export import fonts, renderer
from indicators.export.formats import CHART_FORMATS, ChartFormatName
from indicators.export.markup import tag
from indicators.ui import chart_element, document, downloads, state
from indicators.ui.chart_element import OnSelect
from indicators.ui.sent_charts import SentChart
from indicators.ui.visit import Visit
from indicators.values.text import escape_markdown
from indicators.words.export import chart_files as words

DOWNLOADS: Final[tuple[ChartFormatName, ...]] = ("html", "csv", "pdf")
"""The formats that a browser does not make of a chart by itself."""
_SIDES: Final = ("left-column", "right-column")


def show(sent: SentChart, visit: Visit, key: str, *, on_select: OnSelect | None = None) -> None:
    """Draw a chart under its title and its finding; ``key`` is the one that it has among the charts of its page.

    Selecting a mark opens the evidence of its figure, or calls ``on_select`` with the parts that the mark stands for.
    """
    element = f"chart-{sent.name}" if key == sent.name else f"chart-{sent.name}-{key}"
    chart_element.chart(sent.content, element, on_select or _open, height=sent.reserved)
    if not st.context.is_embedded:
        _offer(sent, visit, key, element)


def _open(parts: Sequence[str]) -> None:
    """Open the figure of a mark; between its id and the words of the mark stands the number that is drawn, if any."""
    if len(parts) > 1:
        state.open_figure(parts[0], number=parts[1] if len(parts) > 2 else "")


def _offer(sent: SentChart, visit: Visit, key: str, element: str) -> None:
    """The files of a chart; each is made only when it is asked for."""
    names = visit.names
    label = escape_markdown(names.of(words.DOWNLOAD))
    with st.popover(label, type="tertiary", key=f"download-{element}", on_change="rerun") as box:
        if not box.open:
            return
        missing = renderer.missing(chinese=fonts.has_chinese(str(sent.facts())))
        offered = [name for name in DOWNLOADS if not (CHART_FORMATS[name].drawn and missing)]
        links = [downloads.file_link(name, names.of(words.FORMATS[name]), visit, chart=key) for name in offered]
        document.show(tag("div", *links, class_="downloads"), names.lang)
        reasons = [names.of(words.MISSING[part]) for part in missing]
        for sentence in [*reasons, names.of(words.BY_THE_PAGE)] if reasons else []:
            st.caption(escape_markdown(sentence))


def show_in_columns(charts: Mapping[str, SentChart], visit: Visit) -> None:
    """Draw charts in two columns of about the same height, each as soon as it is made: a browser draws the first while
    the second is being made.

    They stand in the order of reading, in which a telephone shows them; style.css puts each into its column.
    """
    columns = TwoColumns()
    with st.container(key="chart-columns" if len(charts) > 1 else None):
        for key, sent in charts.items():
            height = sent.height
            with st.container(key=f"{_SIDES[columns.shorter]}-{key}"):
                show(sent, visit, key)
            columns.fill(height)
