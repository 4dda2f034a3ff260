"""Charts on a page: each is sent as soon as it is made, in the column in which it would stand if all were known."""

from functools import partial
from typing import get_args

import pytest

from indicators.ui.charts import chart_display, chart_element
from indicators.ui.charts.chart_element import Side
from indicators.ui.charts.sent_charts import SentChart, SentContent

HEIGHTS = {"a": 500, "b": 300, "c": 100, "d": 700}


def test_a_chart_is_sent_before_the_next_one_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[str] = []

    def make(key: str) -> SentContent:
        events.append(f"made {key}")
        return SentContent(HEIGHTS[key], b"")

    monkeypatch.setattr(chart_display, "show", lambda sent, key, **_: events.append(f"sent {key} {sent.height}"))
    charts = {key: SentChart("region", 2, partial(make, key)) for key in HEIGHTS}
    chart_display.show_in_columns(charts)
    assert events == [step for key in HEIGHTS for step in (f"made {key}", f"sent {key} {HEIGHTS[key]}")]


def test_each_chart_stands_in_the_column_that_is_shorter_then(monkeypatch: pytest.MonkeyPatch) -> None:
    sides: dict[str, str] = {}
    monkeypatch.setattr(chart_display, "show", lambda _sent, key, *, side: sides.update({key: side}))
    charts = {key: SentChart("region", 2, partial(SentContent, height, b"")) for key, height in HEIGHTS.items()}
    chart_display.show_in_columns(charts)
    assert sides == {"a": "left", "b": "right", "c": "right", "d": "right"}


def test_the_column_goes_before_the_content_of_a_chart(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[bytes] = []
    monkeypatch.setattr(chart_element, "component", lambda _name: lambda *, data, **_: sent.append(data))
    for side in get_args(Side):
        chart_display.show(SentChart("region", 2, lambda: SentContent(100, b"content")), "region", side=side)
    assert sent == [b"-content", b"<content", b">content"]
