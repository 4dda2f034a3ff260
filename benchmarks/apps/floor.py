"""The least that Streamlit can do: the same widgets, and four charts and a table that lie ready for each choice."""

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
    found: dict[str, Any] = json.loads(Path(os.environ["BENCHMARK_READY"]).read_text(encoding="utf-8"))
    for state in found["states"].values():
        state["table"] = pd.DataFrame(**state["table"])
    return found


st.set_page_config(layout="wide")
st.title("Reported figures")
made = prepared()
first, second, third = st.columns(3)
metric = first.selectbox("Metric", made["metric"])
regions = second.multiselect("Region", made["region"])
third.multiselect("Sector", made["sector"])
state = made["states"][ready.key(metric, tuple(regions))]
for number, (column, spec) in enumerate(zip(st.columns(2) * 2, state["charts"], strict=True)):
    column.plotly_chart(spec, theme=None, key=f"chart-{number}")  # two that are empty are told apart
st.dataframe(state["table"], hide_index=True)
