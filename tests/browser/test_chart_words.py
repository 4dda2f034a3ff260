"""The words that browser/chart_words.js writes on charts stand where plotly.js puts them, and look the same."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page

from indicators import study
from indicators.charts import catalogue
from indicators.charts.catalogue import Chart, ChartContext
from indicators.charts.plots.theme import LIGHT
from indicators.export import plotlyjs
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.reading import boundaries
from tests import SAMPLE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NO_RANGE: Final = {"coverage"}
"""Its axes end where its marks and words do, so Plotly has to know of both."""
NEAR: Final = 0.6
"""Pixels."""
WIDTHS: Final = (568, 340)
COMPARE: Final = """async ({ spec, widths }) => {
  const found = elements => [...elements].map(element => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const { fill, fontSize, fontWeight, fontFamily } = getComputedStyle(element);
    return { words: element.textContent, box: [x, y, width, height], look: [fill, fontSize, fontWeight, fontFamily] };
  });
  const layer = document.createElementNS("http://www.w3.org/2000/svg", "g");
  const drawn = async ({ marks, words }) => {
    const plot = document.createElement("div");
    plot.style.cssText = "position: absolute; top: 0; left: 0; width: 600px";
    document.body.append(plot);
    await Plotly.newPlot(plot, structuredClone(marks), structuredClone(spec.layout));
    const texts = [];
    for (const width of widths) {
      await Plotly.relayout(plot, { width });
      if (words.length) chartWords.write(layer, words, plot);
      texts.push(found(plot.querySelectorAll(".textpoint text, .cartesianlayer + .chart-words text")));
    }
    plot.remove();
    return texts;
  };
  layer.setAttribute("class", "chart-words");
  const parts = chartWords.parted(spec.data, spec.layout);
  const [ours, byPlotly] = [await drawn(parts), await drawn({ marks: spec.data, words: [] })];
  return { ours, byPlotly, written: layer.querySelectorAll("text").length, marks: parts.marks.length };
}"""


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    with closing(browser.new_page()) as page:
        page.set_content("<!doctype html><title>Charts</title>")
        page.add_script_tag(path=plotlyjs.PATH)
        source = plotlyjs.PATH.with_name("chart_words.js").read_text(encoding="utf-8")
        page.add_script_tag(content=f"{source}\nwindow.chartWords = {{ parted, write }};", type="module")
        page.wait_for_function("() => window.chartWords")
        yield page


def charts_of(dataset: Dataset) -> list[Chart]:
    """A chart of each kind, of the metric with most figures that has it."""
    names, known = Names(dataset, "en"), study.of(dataset)
    context = ChartContext(known, names, LIGHT, boundaries.read(boundaries.beside(SAMPLE)).outlines)
    drawn = [*catalogue.of_everything(known.frame, context).values()]
    for metric in known.frame["metric"].value_counts().index[:8]:
        drawn += catalogue.of_a_metric(known.frame[known.frame["metric"] == metric], context).values()
    return list({chart.name: chart for chart in reversed(drawn)}.values())


def compare(page: Page, data: list[dict[str, Any]], layout: dict[str, Any]) -> tuple[int, int]:
    """Draw a chart by Plotly alone and as the dashboard does; gives how many words are ours, and traces its."""
    result = page.evaluate(COMPARE, {"spec": {"data": data, "layout": layout}, "widths": WIDTHS})
    for ours, by_plotly in zip(result["ours"], result["byPlotly"], strict=True):
        assert len(ours) == len(by_plotly)
        for mine, its in zip(in_order(ours), in_order(by_plotly), strict=True):
            assert (mine["words"], mine["look"]) == (its["words"], its["look"])
            assert mine["box"] == pytest.approx(its["box"], abs=NEAR), (mine, its)
    return result["written"], result["marks"]


def in_order(texts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(texts, key=lambda text: (text["words"], [round(number) for number in text["box"]]))


def test_words_of_all_kinds_of_charts_stand_where_plotly_puts_them(blank: Page, shipped: Dataset) -> None:
    for chart in charts_of(shipped):
        written, _ = compare(blank, chart.spec["data"], chart.spec["layout"])
        assert (written == 0) == (chart.name in NO_RANGE), chart.name


def test_words_stand_beside_below_and_above_their_places(blank: Page) -> None:
    place = {"type": "scatter", "x": [1, 1], "hoverinfo": "skip", "cliponaxis": False}
    words = [
        {
            **place,
            "mode": "text",
            "y": [index, index + 0.5],
            "text": [f"{position} of 5 &lt; 6 &amp; 7", "two lines<br>&lt;b&gt; and no tag"],
            "textposition": position,
            "textfont": {"color": ["#c00000", "#000080"], "size": 11 + index, "weight": 700},
        }
        for index, position in enumerate(f"{y} {x}" for y in ("top", "middle", "bottom") for x in ("left", "right"))
    ]
    centred = {**place, "mode": "text", "y": [7, 8], "text": ["in the middle", ""], "textposition": "middle center"}
    beside = {**centred, "mode": "markers+text", "textposition": "middle left", "marker": {"size": 40, "opacity": 0}}
    marks = {"type": "bar", "x": [0.5, 1], "y": [1, 2]}
    layout = {"height": 500, "showlegend": False, "xaxis": {"range": [0, 2]}, "yaxis": {"range": [0, 9]}}
    assert compare(blank, [marks, *words, centred, beside], layout) == (14, 1)


def test_what_is_more_than_words_is_drawn_by_plotly(blank: Page) -> None:
    words = {
        "type": "scatter",
        "mode": "text",
        "x": [1],
        "y": [1],
        "text": ["words"],
        "textposition": "top right",
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
    layout = {"height": 300, "showlegend": False, "xaxis": {"range": [0, 2]}, "yaxis": {"range": [0, 2]}}
    marks = {"type": "bar", "x": [1], "y": [1]}
    left: list[tuple[dict[str, Any], dict[str, Any]]] = [
        ({**words, "text": ["<b>bold</b>"]}, layout),
        ({**words, "hoverinfo": "text"}, layout),
        ({**words, "cliponaxis": True}, layout),
        ({**words, "mode": "markers+text", "marker": {"size": 9}}, layout),
        ({**words, "textfont": {"size": [20]}}, layout),
        (words, {**layout, "yaxis": {}}),
    ]
    for trace, frame in left:
        assert compare(blank, [marks, trace], frame) == (0, 2)
    assert compare(blank, [words], layout) == (0, 1)  # without a mark, Plotly has no axes
