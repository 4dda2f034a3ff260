"""Rows to draw, and what stands in the Plotly figure that is drawn of them."""

from typing import Any

from indicators.charts.plots.rows import Row

Spec = dict[str, Any]
PAYLOADS = [
    '<a href="https://evil.example">x</a>',
    "<b>bold</b>",
    '<span style="font-size:90px">x</span>',
    "one<br>two",
    "AT&T &lt; 5 < 6 &amp; C# (.NET)",
    "%{customdata[0]} <extra>",
    "$x$",
]
"""Texts that a browser, Plotly or MathJax would make something else of."""


def row(length: float = 1.0, **changes: Any) -> Row:
    usual = {"figure": "east-gdp", "name": "East", "shown": "¥1 bn", "hover": "GDP, East, 2022, ¥1 bn"}
    return Row(length=length, **{**usual, **changes})


def track(spec: Spec) -> Spec:
    trace: Spec = spec["data"][0]
    return trace


def marks(spec: Spec) -> Spec:
    trace: Spec = spec["data"][1]
    return trace


def lines(spec: Spec) -> list[Spec]:
    return [trace for trace in spec["data"] if trace.get("mode") == "lines"]


def placed(spec: Spec) -> list[tuple[str, float]]:
    """The words that stand in a chart by themselves, each with its y."""
    texts = [trace for trace in spec["data"] if "text" in trace.get("mode", "")]
    return [pair for trace in texts for pair in zip(trace["text"], trace["y"], strict=True)]


def words(spec: Spec) -> list[str]:
    return [text for text, _ in placed(spec)]
