"""What most people write: a cached DataFrame, plotly express, and Streamlit's own chart and table."""

import express
import pandas as pd
import streamlit as st
import work


@st.cache_data
def figures() -> pd.DataFrame:
    """All figures, as a copy for each run."""
    return work.read()


st.set_page_config(layout="wide")
st.title("Reported figures")
frame = figures()
first, second, third = st.columns(3)
metric = first.selectbox("Metric", frame["metric"].unique())
regions = second.multiselect("Region", frame["region"].unique())
sectors = third.multiselect("Sector", frame["sector"].unique())
rows = work.chosen(frame, metric, regions, sectors)
for column, drawn in zip(st.columns(2) * 2, express.figures(frame, rows), strict=True):
    column.plotly_chart(drawn)
st.dataframe(work.table(rows), hide_index=True)
