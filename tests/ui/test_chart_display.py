"""Charts on a page: each is sent as soon as it is made, in the column in which it would stand if all were known."""

from functools import partial

import pytest
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from indicators.charts.two_columns import balanced
from indicators.ui import chart_display
from indicators.ui.sent_charts import SentChart, SentContent

HEIGHTS = {"a": 500, "b": 300, "c": 100, "d": 700}


def test_a_chart_is_sent_before_the_next_one_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[str] = []

    def make(key: str) -> SentContent:
        events.append(f"made {key}")
        return SentContent(HEIGHTS[key], HEIGHTS[key], b"")

    monkeypatch.setattr(chart_display, "show", lambda sent, key: events.append(f"sent {key} {sent.height}"))
    charts = {key: SentChart("region", 2, partial(make, key)) for key in HEIGHTS}
    chart_display.show_in_columns(charts)
    assert events == [step for key in HEIGHTS for step in (f"made {key}", f"sent {key} {HEIGHTS[key]}")]


def test_charts_stand_where_they_would_if_all_heights_were_known(monkeypatch: pytest.MonkeyPatch) -> None:
    keys: list[str | None] = []
    container = st.container

    def noted(*, key: str | None) -> DeltaGenerator:
        keys.append(key)
        return container()

    monkeypatch.setattr(st, "container", noted)
    monkeypatch.setattr(chart_display, "show", lambda *_: None)
    charts = {key: SentChart("region", 2, partial(SentContent, height, height, b"")) for key, height in HEIGHTS.items()}
    chart_display.show_in_columns(charts)
    left, right = balanced(HEIGHTS)
    side_of = {**dict.fromkeys(left, "left"), **dict.fromkeys(right, "right")}
    assert keys == ["chart-columns", *(f"{side_of[key]}-column-{key}" for key in HEIGHTS)]
