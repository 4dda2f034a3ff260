"""The part of plotly.js that lies with the program, and what draws with it."""

import re

from plotly.offline import get_plotlyjs_version

from indicators import study
from indicators.charts.catalogue import ChartContext
from indicators.charts.plots.theme import DARK, LIGHT
from indicators.export import plotlyjs
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from tests.export.test_chart_files import every_chart


def test_it_is_of_the_plotly_that_validates_the_charts() -> None:
    """A Python package that is newer brings what these charts do not need; one of another generation would."""
    match = re.search(r"plotly\.js \(basic - minified\) v([0-9.]+)", plotlyjs.source()[:200])
    assert match
    ours, theirs = ([int(part) for part in text.split(".")] for text in (match[1], get_plotlyjs_version()))
    assert ours[0] == theirs[0]
    assert ours <= theirs


def test_its_version_is_part_of_the_address_that_a_browser_keeps() -> None:
    (version,) = re.findall(r"minified\) v([0-9.]+)", plotlyjs.source()[:200])
    (asked,) = re.findall(r"plotly-basic\.min\.js\?([0-9.]+)", plotlyjs.PATH.with_name("chart.js").read_text("utf-8"))
    assert asked == version


def test_it_has_its_licence() -> None:
    assert "Licensed under the MIT license" in plotlyjs.source()[:200]
    assert "Permission is hereby granted" in plotlyjs.PATH.with_name("plotly-LICENSE").read_text("utf-8")


def test_it_has_every_kind_of_trace(shipped: Dataset) -> None:
    """The basic bundle has scatter, bar and pie; a chart of another kind would be empty."""
    for theme in (LIGHT, DARK):
        context = ChartContext(study.of(shipped), Names(shipped, "en"), theme, {})
        kinds = {trace["type"] for chart in every_chart(context) for trace in chart.spec["data"]}
        assert kinds <= {"bar", "scatter"}
