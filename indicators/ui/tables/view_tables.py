"""The figures in view → their table, a sheet at a time, and the table of what is calculated from them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final
from urllib.parse import urlencode

import pandas as pd
import pyarrow as pa
import streamlit as st
from markupsafe import Markup

from indicators.analysis.formulas import Derived
from indicators.charts import stories
from indicators.export.markup import tag
from indicators.frames import ledger as ledger_frames
from indicators.frames.rows import codes_in
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.pages.figures import ledger, table_rows
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing import calculations
from indicators.phrasing.names import Names
from indicators.ui.elements import document
from indicators.ui.session import state
from indicators.ui.session.kept import kept
from indicators.ui.session.visit import Visit
from indicators.ui.tables import downloads, figure_table
from indicators.values.text import escape_markdown
from indicators.view import View
from indicators.words import terms
from indicators.words import ui as words
from indicators.words.pages import ledger as ledger_words

RowsInView = Callable[[], pd.DataFrame]
"""Gives the rows in view; called only where they are needed, since it copies them."""

MOST_CALCULATIONS: Final = 1_000
ROWS: Final = 25
"""Rows of a sheet: below a chart, fewer than in a list of its own."""
SHEETS_CACHED: Final = 200
"""Sheets of tables that are kept for all sessions."""


def show_figures(rows_in_view: RowsInView, visit: Visit) -> None:
    """The figures in view, a sheet of them at a time: a browser is not sent 100,000 rows to show twenty."""
    names, view = visit.names, replace(state.current(), figure="", number="")
    table = _table(rows_in_view, visit, view, visit.cache_key, names.lang, urlencode(view.query(), doseq=True))
    document.show(table, names.lang)
    downloads.offer(visit, key="table")


@kept(SHEETS_CACHED)
def _table(_rows_in_view: RowsInView, _visit: Visit, _view: View, cache_key: str, lang: str, link: str) -> Markup:
    """A sheet of the table, the latest figures first unless the view sorts by a column, and what all rows add up to."""
    study, names = _visit.study, _visit.names
    context = PageContext(study, names, QueryAddresses(_view.lang, _view.day), _visit.today)
    frame = _rows_in_view()
    rows = study.every.index.get_indexer(frame.index)
    order = ledger_frames.order(frame, _view.sort, ledger.sort_key(context))
    alike = dict(_one_name_of_all(frame, names))
    if alike.keys() >= {"metric", "place", "period"}:  # a row needs a name
        alike.pop("period")
    columns = [name for name in (*table_rows.COLUMNS, "source") if name not in alike]
    shared = names.of(ledger_words.IN_ALL_ROWS).format(names=names.of(terms.JOIN).join(alike.values()))
    count = names.of(words.TABLE_NOTE).format(figures=names.count(terms.FIGURES, len(rows)))
    note = stories.of_table(frame, names)
    return parts.page(
        parts.section(names.of(words.TABLE)),
        tag("p", count, class_="sub"),
        tag("p", shared, class_="method") if alike else None,
        ledger.sheet(rows[order], _view, context, columns, size=ROWS),
        tag("p", note, class_="sub") if note else None,
        name="view-table",
    )


def _one_name_of_all(frame: pd.DataFrame, names: Names) -> Iterator[tuple[str, str]]:
    """The columns in which all of several rows have one name, with that name: they are said once."""
    every: Sequence[tuple[str, str, Callable[[str], str]]] = (
        ("metric", "metric", names.metric),
        ("place", "region", names.region),
        ("period", "period", names.period),
        ("outlet", "publisher", names.publisher),
    )
    for column, key, name in every:
        codes = codes_in(frame, key)
        if (codes == codes[0]).all() and (len(frame) > 1 or column == "metric"):
            yield column, name(str(frame[key].iloc[0]))


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
