"""The marks of a chart: what it shows, in words, for tables and files."""

from indicators import study
from indicators.charts import catalogue
from indicators.charts.catalogue import ChartContext
from indicators.charts.marks import Mark
from indicators.charts.plots.theme import LIGHT
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from tests.builders import make_article, make_dataset, make_figure


def context(dataset: Dataset) -> ChartContext:
    return ChartContext(study.of(dataset), Names(dataset, "en"), LIGHT, {})


def test_a_point_of_a_line_shows_the_number_of_its_figure() -> None:
    figures = [make_figure(id=f"f{year}", period=str(year), text=f"{year - 2000}亿元") for year in (2022, 2023)]
    known = context(make_dataset(make_article(*figures)))
    chart = catalogue.over_time(known.study.frame, known)
    assert chart is not None
    assert list(chart.story.marks(known.names)) == [
        Mark("City (bn yuan)", "2022", "", "¥2.2 bn", "f2022"),
        Mark("City (bn yuan)", "2023", "", "¥2.3 bn", "f2023"),
    ]


def test_a_number_that_was_worked_out_is_told_from_one_that_was_reported() -> None:
    known = context(make_dataset(make_article(make_figure(growth="25%", text="50亿元"))))
    chart = catalogue.then_and_now(known.study.frame, known, most=3)
    assert chart is not None
    now, before = chart.story.marks(known.names)
    assert (now.shown, now.worked_out) == ("¥5 bn", False)
    assert (before.shown, before.worked_out) == ("about ¥4 bn", True)
    assert now.figure == before.figure


def test_a_square_of_the_coverage_stands_for_the_figures_of_a_region() -> None:
    figures = [make_figure(id=f"f{year}", period=str(year)) for year in (2022, 2023)]
    known = context(make_dataset(make_article(*figures)))
    (mark,) = catalogue.coverage(known.study.frame, known).story.marks(known.names)
    assert (mark.region, mark.count, mark.shown, mark.figure) == ("city", 2, "2", "")
