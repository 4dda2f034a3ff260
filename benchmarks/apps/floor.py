"""The least that Streamlit can do: the same widgets, with charts and tables that were prepared for each choice."""

import json
import os
from pathlib import Path
from typing import Any

import pandas as pd
import ready
import streamlit as st


@st.cache_resource
def prepared() -> dict[str, Any]:
    """What ready.py has written, with tables as they are handed to Streamlit."""
    choices: dict[str, Any] = json.loads(Path(os.environ["BENCHMARK_READY"]).read_text(encoding="utf-8"))
    for state in choices["states"].values():
        state["table"] = pd.DataFrame(**state["table"])
    return choices


st.set_page_config(layout="wide")
st.title("Reported figures")
choices = prepared()
first, second, third = st.columns(3)
metric = first.selectbox("Metric", choices["metric"])
regions = second.multiselect("Region", choices["region"])
third.multiselect("Sector", choices["sector"])
state = choices["states"][ready.key(metric, tuple(regions))]
for number, (column, spec) in enumerate(zip(st.columns(2) * 2, state["charts"], strict=True)):
    column.plotly_chart(spec, theme=None, key=f"chart-{number}")  # without a key, two empty charts are one element
st.dataframe(state["table"], hide_index=True)
