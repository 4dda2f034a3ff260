"""Figures over time: what is drawn, joined, labelled and said, against a truth that the test knows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import study
from indicators.analysis import events
from indicators.charts import catalogue, stories
from indicators.charts.catalogue import ChartContext
from indicators.charts.plots import time_labels, timelines
from indicators.charts.plots.theme import LIGHT, THEMES, ChartTheme
from indicators.charts.plots.time_labels import LabelledMark
from indicators.charts.plots.time_panels import PanelDrawing, TimeSpan
from indicators.charts.stories.timelines import Timeline
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.model.subjects import Place
from indicators.phrasing.names import Names
from indicators.values import periods
from indicators.values.text import LANGS, Lang
from tests.builders import make_article, make_dataset, make_event, make_figure

EACH_THEME = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def dataset_of(*figures: Figure, happened: Mapping[str, Any] | None = None, **metric: Any) -> Dataset:
    dataset = make_dataset(make_article(*figures, published="2030-01-01"))
    changes = {key: dataset.metrics[key].model_copy(update=metric) for key in dataset.metrics}
    event = {"mill": make_event(**happened)} if happened is not None else {}
    return replace(dataset, metrics=changes, events=event)


def story_of(dataset: Dataset, lang: Lang = "en") -> Timeline:
    return stories.over_time(study.of(dataset).frame, Names(dataset, lang))


def at(period: str, text: str | None = "5亿元", **more: Any) -> Figure:
    key = "-".join([period.replace("/", "-").lower(), more.get("nature", "actual"), more.get("region", "city")])
    return make_figure(**{"id": f"f{key}", "period": period, "text": text, "quote": text or more.get("growth"), **more})


def traces(story: Timeline, theme: ChartTheme = LIGHT) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = timelines.timelines(story.panels, theme=theme)["data"]
    return data


# --- shapes ----------------------------------------------------------------------------------------------------------


def test_a_bar_is_as_long_as_its_period_and_as_high_as_its_amount() -> None:
    story = story_of(dataset_of(at("2021", "10亿元"), at("2022-S1", "4亿元"), at("2023-01-01/P11M", "9亿元")))
    (panel,) = story.panels
    (bars,) = [trace for trace in traces(story) if trace["type"] == "bar" and "customdata" in trace]
    drawn = {
        handed[0]: (x, width, y)
        for handed, x, width, y in zip(*(bars[key] for key in ("customdata", "x", "width", "y")), strict=True)
    }
    day = 24 * 60 * 60 * 1000
    assert drawn == {
        "f2021-actual-city": ("2021-01-01", 365 * day, 10e8 / panel.divisor),
        "f2022-s1-actual-city": ("2022-01-01", 181 * day, 4e8 / panel.divisor),
        "f2023-01-01-p11m-actual-city": ("2023-01-01", 334 * day, 9e8 / panel.divisor),
    }
    assert panel.joined == ()


def test_a_half_year_stands_before_its_year_and_a_target_is_an_outline() -> None:
    story = story_of(
        dataset_of(
            at("2022-S1", "4亿元"), at("2022", "10亿元", nature="target"), at("2023", "8亿元", nature="expected")
        )
    )
    columns = [trace for trace in traces(story) if trace["type"] == "bar"]
    handed = next(trace["customdata"] for trace in columns if "customdata" in trace)
    assert [mark[0] for mark in handed].index("f2022-target-city") < [mark[0] for mark in handed].index(
        "f2022-s1-actual-city"
    )
    outline = columns[-1]
    assert (outline["x"], outline["marker"]["color"], outline["marker"]["line"]["width"]) == (
        ["2022-01-01"],
        "rgba(0,0,0,0)",
        2,
    )
    names = Names(dataset_of(), "en")
    assert story.legend(names) == {"actual": "actual", "target": "target", "expected": "expected"}


def test_stocks_are_points_at_their_day() -> None:
    firms = {"metric": "firms", "region": "east"}
    story = story_of(
        dataset_of(at("2020", "9家", **firms), at("2021-06", "12家", **firms), at("2024-02-29", "15家", **firms))
    )
    (panel,) = story.panels
    points = next(trace for trace in traces(story) if trace.get("mode") == "markers")
    assert [day[:10] for day in points["x"]] == ["2020-12-31", "2021-06-30", "2024-02-29"]
    assert panel.joined == ((0, 1, False), (1, 2, True))
    dotted = [trace for trace in traces(story) if trace.get("line", {}).get("dash") == "dot"]
    assert [trace["x"] for trace in dotted] == [["2021-06-30T00:00:00", "2024-02-29T00:00:00", None]]


def test_rates_are_spans_and_only_results_of_one_length_are_joined() -> None:
    figures = [at("2020"), at("2021"), at("2022", nature="target"), at("2022-S1"), at("2023-S1"), at("2023")]
    (panel,) = story_of(dataset_of(*figures, kind="rate", additive=False)).panels
    ids = [mark.figure for mark in panel.marks]
    pairs = {(ids[start], ids[end]) for start, end, _ in panel.joined}
    assert panel.shape == "span"
    assert pairs == {("f2020-actual-city", "f2021-actual-city"), ("f2022-s1-actual-city", "f2023-s1-actual-city")}


def test_nothing_joins_amounts_on_other_bases_nor_says_that_they_rose() -> None:
    figures = [at("2020", "5亿元"), at("2021", "9亿元")]
    apart = story_of(dataset_of(*figures, kind="rate", additive=False, comparable_basis=False))
    assert apart.panels[0].joined == ()
    assert apart.title == "Revenue · City: ¥500 mn in 2020, ¥900 mn in 2021"
    assert any("different bases" in remark for remark in apart.remarks)
    alike = story_of(dataset_of(*figures, kind="rate", additive=False))
    assert alike.panels[0].joined == ((0, 1, False),)
    assert alike.title == "Revenue · City: up from ¥500 mn in 2020 to ¥900 mn in 2021"


def test_growth_without_amounts_is_a_line_of_its_own() -> None:
    rates = {"2019": "7%", "2020": "3%", "2022": "-2%"}
    figures = [at(period, None, growth=growth) for period, growth in rates.items()]
    other = at("2023", None, growth="40%", growth_from="2015", growth_quote="比2015年增长40%")
    story = story_of(dataset_of(*figures, at("2021", "9亿元", growth="5%", growth_quote="增长5%"), other))
    (panel,) = story.panels
    assert panel.heading == "City · growth on the year"
    assert [(mark.value, mark.style) for mark in panel.marks] == [
        (0.07, "actual"),
        (0.03, "actual"),
        (0.05, "actual"),
        (-0.02, "fall"),
    ]
    assert [pair[:2] for pair in panel.joined] == [(0, 1), (1, 2), (2, 3)]
    assert "One rate is against another period" in " ".join(story.remarks)


def test_where_all_growth_has_its_amount_there_is_no_line_of_growth() -> None:
    story = story_of(dataset_of(at("2021", growth="5%"), at("2022", growth="6%")))
    assert [panel.plotted for panel in story.panels] == ["amount"]


def test_places_of_different_periods_stand_on_one_axis() -> None:
    story = story_of(dataset_of(at("2022"), at("2021-S1", "3亿元", region="east")))
    assert [[mark.figure for mark in panel.marks] for panel in story.panels] == [
        ["f2022-actual-city"],
        ["f2021-s1-actual-east"],
    ]
    assert story.title == "Revenue · City, 2022: ¥500 mn"


def test_a_title_is_of_the_newest_where_two_lengths_have_as_many_periods() -> None:
    figures = [at("2018-S1", "2亿元"), at("2019-S1", "3亿元"), at("2020", "9亿元"), at("2021", "8亿元")]
    assert story_of(dataset_of(*figures)).title == "Revenue · City: down from ¥900 mn in 2020 to ¥800 mn in 2021"


def test_a_place_with_one_period_does_not_stand_beside_those_with_several() -> None:
    story = story_of(dataset_of(at("2021"), at("2022"), at("2022", region="east")))
    assert len(story.panels) == 1


def test_a_share_of_a_plan_is_nothing_over_time() -> None:
    done = at("2021", None, completion="50%", plan="annual", growth=None, quote="50%", region="east")
    assert story_of(dataset_of(at("2022"), done)).panels == ()


def test_one_period_is_no_time() -> None:
    dataset = dataset_of(at("2022"), at("2022", region="east"))
    assert story_of(dataset).panels == ()
    known = ChartContext(study.of(dataset), Names(dataset, "en"), LIGHT, {})
    assert catalogue.over_time(known.study.frame, known) is None


# --- what is said ----------------------------------------------------------------------------------------------------

AMOUNTS = st.integers(1, 9999)
PRINTED = st.sampled_from(["{}亿元", "约{}亿元", "超{}亿元", "近{}亿元"])


@given(
    st.lists(st.tuples(st.integers(2000, 2024), AMOUNTS, PRINTED), min_size=2, max_size=6, unique_by=lambda row: row[0])
)
def test_a_title_says_only_what_the_intervals_allow(rows: list[tuple[int, int, str]]) -> None:
    figures = [at(str(year), form.format(amount)) for year, amount, form in rows]
    title = story_of(dataset_of(*figures)).title
    first, last = (min(figures, key=lambda figure: figure.period), max(figures, key=lambda figure: figure.period))
    assert first.text
    assert last.text
    if "up from" in title:
        assert last.text.low >= first.text.high
    elif "down from" in title:
        assert last.text.high <= first.text.low
    else:
        assert last.text.low < first.text.high
        assert first.text.low < last.text.high
    between = set(range(first.period.start.year + 1, last.period.start.year)) - {year for year, _, _ in rows}
    counted = {0: "", 1: "; no figure for one year between"}.get(
        len(between), f"; no figure for {len(between)} years between"
    )
    assert title.endswith(counted or f"in {last.period.text}")


@pytest.mark.parametrize("lang", LANGS)
def test_alternative_text_and_table_say_what_is_drawn(lang: Lang) -> None:
    figures = [at("2018", "5亿元"), at("2021", "9亿元"), at("2022", "超10亿元", nature="target")]
    dataset = dataset_of(*figures, happened={"date": "2019-03"})
    story, names = story_of(dataset, lang), Names(dataset, lang)
    *marks, event = story.marks(names)
    for mark in marks:
        assert f"{mark.name} {mark.shown}" in story.alt
    assert [mark.figure for mark in marks] == [figure.id for figure in figures]
    assert {"zh": "没有数：2019–2020", "en": "no figure: 2019–2020"}[lang] in story.alt
    assert (event.article, event.figure) == ("first", "")
    assert {"zh": "A：2019年3月，钢厂投产（日报", "en": "A: The mill starts, March 2019 (Daily"}[lang] in story.alt


def test_reports_that_contradict_each_other_are_both_drawn_and_no_line_leads_to_them() -> None:
    outer = {"metric": "revenue", "kind": "rate"}
    twice = [
        make_article(at(year, text, id=f"f{number}"), id=f"a{number}", published="2030")
        for number, (year, text) in enumerate([("2020", "5亿元"), ("2021", "6亿元"), ("2021", "8亿元")])
    ]
    dataset = make_dataset(*twice)
    dataset = replace(
        dataset,
        metrics={**dataset.metrics, "revenue": dataset.metrics["revenue"].model_copy(update={"kind": outer["kind"]})},
    )
    (panel,) = story_of(dataset).panels
    assert len(panel.marks) == 3
    assert panel.joined == ()


# --- events ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("regions", "place", "concerned"),
    [
        ((), "east", True),
        (("east",), "east", True),
        (("east",), "city", True),  # it lies in the city
        (("city",), "east", True),
        (("west",), "east", False),
        (("west", "city"), "east", True),
    ],
)
def test_which_places_an_event_concerns(regions: tuple[str, ...], place: str, concerned: bool) -> None:
    dataset = make_dataset()
    east = dataset.regions["east"]
    west = east.model_copy(update={"id": "west"})
    event = make_event(regions=regions, sectors=("all",))
    dataset = replace(dataset, regions={**dataset.regions, "west": west}, events={"mill": event})
    assert bool(events.of_place(Place(place, "all", "all"), dataset)) == concerned


def test_an_event_is_a_line_in_the_panels_that_it_concerns_and_in_the_years_of_the_chart() -> None:
    figures = [at(year, region=region) for year in ("2019", "2021") for region in ("city", "east")]
    story = story_of(dataset_of(*figures, happened={"date": "2020-03-05", "regions": ("east",)}))
    assert [[event.letter for event in panel.events] for panel in story.panels] == [["A"], ["A"]]
    layout = timelines.timelines(story.panels, theme=LIGHT)["layout"]
    assert [(shape["type"], shape["x0"]) for shape in layout["shapes"]] == [("line", "2020-03-05")] * 2
    assert story_of(dataset_of(*figures, happened={"date": "2018"})).events == ()
    band = timelines.timelines(story_of(dataset_of(*figures, happened={"date": "2020"})).panels, theme=LIGHT)["layout"][
        "shapes"
    ][0]
    assert (band["type"], band["x0"], band["x1"]) == ("rect", "2020-01-01", "2021-01-01")


# --- drawing ---------------------------------------------------------------------------------------------------------


MARKS = st.lists(
    st.tuples(
        st.floats(0, 290),
        st.floats(0, 40),
        st.floats(0, 90),
        st.lists(st.text("0123456789", min_size=1, max_size=8), min_size=1, max_size=2),
    ),
    min_size=1,
    max_size=30,
).map(lambda rows: [LabelledMark(left, left + wide, height, lines) for left, wide, height, lines in rows])


@given(MARKS)
def test_no_two_labels_meet_and_none_stands_on_another_mark(marks: list[LabelledMark]) -> None:
    shown = time_labels.placed(marks)
    boxes = {index: time_labels._box(marks[index]) for index in shown}
    for one, other in combinations(boxes.values(), 2):
        assert one.right <= other.left or other.right <= one.left or one.top <= other.floor or other.top <= one.floor
    for index, box in boxes.items():
        for other_index, mark in enumerate(marks):
            inside = mark.left < box.right and box.left < mark.right and mark.height > box.floor
            assert other_index == index or not inside


@EACH_THEME
def test_plotly_takes_every_metric(frame: pd.DataFrame, names: Names, theme: ChartTheme) -> None:
    for metric in sorted(set(frame["metric"])):
        story = stories.over_time(frame[frame["metric"] == metric], names)
        if story.panels:
            spec = timelines.timelines(story.panels, theme=theme, legend=story.legend(names))
            assert len(go.Figure(spec).data) == len(spec["data"])


def test_numbers_on_marks_are_those_printed_in_the_unit_of_the_axis() -> None:
    figures = [at("2019", "175.3亿元"), at("2020", "约2000亿元"), at("2021", "超2300亿元"), at("2022", "200—300亿元")]
    (panel,) = story_of(dataset_of(*figures), "zh").panels
    assert [mark.label for mark in panel.marks] == [("175.3",), ("≈2000",), (">2300",), ("200–300",)]
    assert "," not in "".join(PanelDrawing(panel, TimeSpan([panel]), LIGHT).ticks.values())
    assert Decimal(panel.divisor) == 10**8
    assert panel.heading == "全市（亿元）"
    assert periods.parse("2019").start == panel.marks[0].start


# --- a world that the test knows -------------------------------------------------------------------------------------

PERIODS = st.sampled_from([f"{year}{part}" for year in range(2015, 2022) for part in ("", "-S1", "-01-01/P11M")])
REPORTS = st.lists(
    st.tuples(PERIODS, st.sampled_from(["city", "east"]), st.sampled_from(["actual", "target", "expected"])),
    min_size=1,
    max_size=14,
    unique=True,
)
KINDS = st.sampled_from(["flow", "stock", "rate"])


@pytest.mark.slow
@given(REPORTS, KINDS, st.booleans())
def test_whatever_was_reported_is_drawn_once_and_only_its_like_is_joined(
    reports: list[tuple[str, str, str]], kind: str, basis: bool
) -> None:
    figures = [at(period, region=region, nature=nature) for period, region, nature in reports]
    dataset = dataset_of(*figures, kind=kind, comparable_basis=basis, additive=kind != "rate")
    story, names = story_of(dataset), Names(dataset, "en")
    moments = {
        region: {_moment(figure, kind) for figure in figures if figure.region == region} for region in ("city", "east")
    }
    several = {region for region, when in moments.items() if len(when) > 1}
    if not several and len({moment for when in moments.values() for moment in when}) > 1:
        several = {region for region, when in moments.items() if when}
    drawn = [mark.figure for panel in story.panels for mark in panel.marks]
    assert sorted(drawn) == sorted(figure.id for figure in figures if figure.region in several)
    assert [mark.figure for mark in story.marks(names)] == drawn
    for panel in story.panels:
        known = [dataset.figures[mark.figure] for mark in panel.marks]
        assert [(mark.start, mark.end, mark.style) for mark in panel.marks] == [
            (figure.period.start, figure.period.end, figure.nature) for figure in known
        ]
        pairs = {(known[start].id, known[end].id) for start, end, _ in panel.joined}
        assert pairs == (set(_neighbours(known, kind)) if basis and kind != "flow" else set())


def _moment(figure: Figure, kind: str) -> object:
    return figure.period.end if kind == "stock" else figure.period


def _neighbours(figures: list[Figure], kind: str) -> Iterator[tuple[str, str]]:
    """The pairs of results that a line or dots may join: neighbours in time, of one length, and not contradicted."""
    for one, other in combinations(figures, 2):
        if {one.nature, other.nature} != {"actual"}:
            continue
        if kind == "stock":
            ends = sorted(figure.period.end for figure in figures if figure.nature == "actual")
            places = ends.index(one.period.end), ends.index(other.period.end)
            if places[1] - places[0] == 1 and ends.count(one.period.end) == ends.count(other.period.end) == 1:
                yield one.id, other.id
        elif one.period.length == other.period.length and one.period.start.year + 1 == other.period.start.year:
            yield one.id, other.id
