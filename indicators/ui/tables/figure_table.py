"""Rows about figures → a table in which selecting a row opens the evidence of its figure."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa
import streamlit as st

from indicators.phrasing.names import Names
from indicators.ui.session import state
from indicators.values.text import LocalText


def show(  # noqa: PLR0913, PLR0917  # a table has that many parts
    name: str,
    rows: pa.Table,
    figures: Sequence[str],
    titles: Mapping[str, LocalText],
    alt: str,
    names: Names,
) -> None:
    """Draw ``rows`` under the ``titles`` of their columns; ``figures`` has the id of each row's figure, or "".

    ``name`` is unique among the tables of a page.
    """
    key = f"{name}-{state.selection_number(name)}"

    def select() -> None:
        selected: Any = st.session_state[key].selection.rows
        row = selected[0] if selected else len(figures)
        if row < len(figures) and figures[row]:
            state.open_figure(figures[row], name)

    columns: dict[str, Any] = {column: names.of(title) for column, title in titles.items()}
    st.dataframe(
        rows,
        hide_index=True,
        key=key,
        on_select=select,
        selection_mode="single-row",
        column_config=columns,
        alt=alt,
    )
