"""The figures in view → their table, a page at a time, and the table of what is calculated from them."""

import math
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st

from indicators.analysis import links
from indicators.analysis.formulas import Derived
from indicators.charts import stories
from indicators.phrasing import calculations
from indicators.phrasing.figures import as_printed, bare_amount, bare_completion, bare_growth
from indicators.phrasing.names import Names
from indicators.ui import controls, downloads, figure_table, state
from indicators.ui.visit import Visit
from indicators.values.text import escape_markdown
from indicators.words import terms
from indicators.words import ui as words
from indicators.words.agreement import STANDS, VERDICTS

RowsInView = Callable[[], pd.DataFrame]
"""Gives the rows in view; called only where they are needed, since it copies them."""

MOST_CALCULATIONS: Final = 1_000
ROWS_PER_PAGE: Final = 50
PAGES_CACHED: Final = 200
"""Pages of tables that are kept for all sessions."""


@dataclass(frozen=True)
class TablePage:
    """A page of the table: ``cells`` by column, and the id of each row's figure.

    ``count`` is that of the rows on all pages, and ``note`` says what they add up to, or why they do not.
    """

    cells: pa.Table
    figures: Sequence[str]
    count: int
    note: str


def show_figures(rows_in_view: RowsInView, visit: Visit) -> None:
    """The figures in view, a page of them at a time: a browser is not sent 100,000 rows to show twenty."""
    names, link = visit.names, state.address_of_charts()
    pagination = f"page-{zlib.crc32(link.encode()):08x}"  # another view begins with its first page
    number = int(st.session_state.get(pagination, 1))
    page = _page(rows_in_view, visit, visit.cache_key, names.lang, link, number)
    controls.section(words.TABLE, names)
    st.caption(escape_markdown(names.of(words.TABLE_NOTE).format(figures=names.count(terms.FIGURES, page.count))))
    figure_table.show("table", page.cells, page.figures, words.COLUMNS, names.of(words.TABLE), names)
    if page.count > ROWS_PER_PAGE:
        first = ROWS_PER_PAGE * (number - 1) + 1
        sentence = names.of(words.TABLE_PAGE).format(
            first=f"{first:,}",
            last=f"{first + len(page.figures) - 1:,}",
            all=f"{page.count:,}",
            take=names.of(words.TAKE_DATA),
        )
        st.caption(escape_markdown(sentence))
        st.pagination(-(-page.count // ROWS_PER_PAGE), key=pagination)
    if page.note:
        st.caption(escape_markdown(page.note))
    downloads.offer(lambda: visit.edition(state.home(), rows_in_view()["figure"].tolist()), names, key="table")


@st.cache_resource(show_spinner=False, max_entries=PAGES_CACHED)
def _page(_rows_in_view: RowsInView, _visit: Visit, cache_key: str, lang: str, link: str, number: int) -> TablePage:
    """A page of the table, the latest and then the largest figures first."""
    rows = _rows_in_view()
    order = np.lexsort((-rows["value"].fillna(-math.inf).to_numpy(), -rows["end"].to_numpy().astype("int64")))
    figures = rows["figure"].iloc[order[ROWS_PER_PAGE * (number - 1) :][:ROWS_PER_PAGE]].tolist()
    cells = [_cells(figure_id, _visit) for figure_id in figures]
    one_metric = rows["metric"].nunique() == 1
    columns = {name: [row[name] for row in cells] for name in words.COLUMNS if not (name == "metric" and one_metric)}
    filled = pa.table({name: column for name, column in columns.items() if any(column)})
    return TablePage(filled, figures, len(rows), stories.of_table(rows, _visit.names))


def _cells(figure_id: str, visit: Visit) -> dict[str, str]:
    names = visit.names
    figure = names.dataset.figures[figure_id]
    article = names.dataset.article_of[figure_id]
    addresses = links.links(article, names.dataset)
    return {
        "metric": names.metric(figure.metric),
        "region": names.region(figure.region),
        "sector": names.sector(figure.sector),
        "group": names.group(figure.group) if names.dataset.groups else "",
        "period": figure.period.label(names.lang),
        "nature": names.nature(figure.nature),
        "value": bare_amount(figure, names) if names.lang == "en" and figure.text else "",
        "text": as_printed(figure.text) if figure.text else "",
        "growth": bare_growth(figure, names),
        "completion": bare_completion(figure, names),
        "publisher": names.publisher(article.publisher),
        "reports": _verdict(figure_id, visit),
        "link": addresses[0].url if addresses else "",
    }


def _verdict(figure_id: str, visit: Visit) -> str:
    """Whether other reports of the same number agree; empty where there are none."""
    agreement = visit.study.reports.get(figure_id)
    if agreement is None:
        return ""
    if agreement.verdict == "revised" and figure_id not in agreement.superseded:
        return visit.names.of(STANDS)
    return visit.names.of(VERDICTS["revised" if figure_id in agreement.superseded else agreement.verdict])


def show_calculations(rows_in_view: RowsInView, visit: Visit) -> None:
    """What follows from the figures in view, in a table of its own: no article printed it."""
    names = visit.names
    box = st.expander(escape_markdown(names.of(words.WORKED_OUT_OF)), key="worked-out", on_change="rerun")
    if not box.open:
        return
    with box:
        following = (derived for key in rows_in_view()["figure"] for derived in visit.study.worked_out.about(key))
        calculated = list(dict.fromkeys(islice(following, MOST_CALCULATIONS)))
        st.caption(escape_markdown(names.of(words.WORKED_OUT_NOTE)))
        rows = [_calculation(derived, names) for derived in calculated]
        cells = pa.table({name: [row[name] for row in rows] for name in words.WORKING_COLUMNS})
        inputs = [derived.inputs[0] for derived in calculated]
        figure_table.show("follow", cells, inputs, words.WORKING_COLUMNS, names.of(words.WORKED_OUT_OF), names)


def _calculation(derived: Derived, names: Names) -> dict[str, str]:
    first = names.dataset.figures[derived.inputs[0]]
    calculation = calculations.of(derived, names)
    return {
        "place": names.place(first.place),
        "period": derived.period.label(names.lang),
        "label": calculation.label,
        "value": calculation.value,
        "interval": calculation.interval,
        "formula": calculation.formula,
    }
