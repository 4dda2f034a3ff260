"""The registry of charts: every part of the program that names charts names the same."""

import pytest

from indicators import study
from indicators.charts import catalogue
from indicators.charts.catalogue import CHARTS, REPORTS, ChartContext
from indicators.charts.plots.theme import LIGHT
from indicators.model.dataset import Dataset
from indicators.model.subjects import TREES
from indicators.phrasing.names import Names
from indicators.view import SHOWS
from indicators.words import ui as words


def test_every_chart_has_a_title() -> None:
    assert words.CHARTS.keys() == {*CHARTS, REPORTS}


def test_links_name_the_charts_of_a_metric() -> None:
    of_a_metric = {name for name, chart_type in CHARTS.items() if chart_type.of_a_metric}
    assert of_a_metric == set(SHOWS)


def test_every_chart_that_may_be_asked_for_has_a_reason_for_not_being_drawn() -> None:
    assert words.CANNOT.keys() == CHARTS.keys() - {"coverage", *TREES}  # which any figure allows, or which name entries


def test_names_for_users_of_the_library_are_unique() -> None:
    assert len({chart_type.public_name for chart_type in CHARTS.values()}) == len(CHARTS)


@pytest.mark.parametrize(("name", "number"), [("growth", ["growth"]), ("progress", ["completion"]), ("region", [])])
def test_a_mark_hands_back_the_number_that_it_shows(shipped: Dataset, name: str, number: list[str]) -> None:
    """Its figure first, and last its words; the table of the chart leads to the same number."""
    names = Names(shipped, "en")
    known = study.of(shipped)
    chart = catalogue.of_everything(known.frame, ChartContext(known, names, LIGHT, {}))[name]
    handed = [data for trace in chart.spec["data"] for data in trace.get("customdata", ())]
    assert handed
    assert [data[1:-1] for data in handed] == [number] * len(handed)
    templates = {trace["hovertemplate"] for trace in chart.spec["data"] if "customdata" in trace}
    assert templates == {f"%{{customdata[{1 + len(number)}]}}<extra></extra>"}
    assert {mark.number for mark in chart.story.marks(names)} == {"".join(number)}
