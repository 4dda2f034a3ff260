"""The chart that a finding links to shows its numbers, and these hold against a truth that is known."""

from collections import Counter
from datetime import date
from decimal import Decimal
from random import Random
from typing import Final

import pytest

from indicators import study
from indicators.analysis.findings.finding import Finding
from indicators.charts import catalogue
from indicators.charts.catalogue import Chart, ChartContext
from indicators.charts.plots.rows import Row
from indicators.charts.plots.theme import LIGHT
from indicators.charts.stories import PanelStory
from indicators.charts.stories.timelines import Timeline
from indicators.frames import panels
from indicators.model.dataset import Dataset
from indicators.pages.context import PageContext
from indicators.pages.findings import chart_links, small_charts
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.values.text import LANGS
from tests import worlds
from tests.acceptance.truth.derived import truth_of
from tests.analysis.test_findings import LONGER, PLACES, SHORTER, TrueNumbers, dataset_with, rounded

SEEDS: Final = range(60)
WAYS: Final = 14
"""Worlds of districts."""


def charts_of(finding: Finding, known: Study, names: Names) -> Chart:
    """The chart that the link of a finding leads to."""
    view = chart_links.chart_view(finding, known.worked_out, names.dataset.figures)
    context = ChartContext(known, names, LIGHT, {})
    if view.figure:
        return catalogue.reports(known.reports[view.figure], context)
    rows = known.frame.iloc[panels.in_view(known.frame, view)]
    return catalogue.of_a_metric(rows, context, (view.show,))[view.show]


def check_equal(finding: Finding, known: Study, seen: Counter[str]) -> None:
    """Every row of the small chart is in the chart that can be saved, with the same number and as long."""
    for lang in LANGS:
        names = Names(known.dataset, lang)
        context = PageContext(known, names, QueryAddresses(lang, ""), date.min)
        small = small_charts.rows_of(finding, context)
        chart = charts_of(finding, known, names)
        shown = " ".join(mark.shown for mark in chart.story.marks(names))
        if finding.kind == "pace":
            small = small[:1]  # the plan itself is the end of the chart's scale
        assert all(str(row.shown) in shown for row in small), (finding, shown)
        seen[finding.kind] += 1
        if finding.kind == "disagreement" or isinstance(chart.story, Timeline):
            drawn = {mark.figure for mark in chart.story.marks(names)}
            assert set(finding.figures) <= drawn
            continue
        assert isinstance(chart.story, PanelStory)
        rows = [row for panel in chart.story.panels for row in panel.rows]
        if finding.kind in {"opposite-parts", "months-inside", "pace", "reversal", "against-the-trend"}:
            check_lengths([(row.start, row.end) for row in small], rows)


def check_lengths(expected: list[tuple[float, float]], rows: list[Row]) -> None:
    drawn = [(row.start, row.start + row.length) for row in rows]
    missing = [pair for pair in expected if not any(pair == pytest.approx(other) for other in drawn)]
    assert not missing, (missing, drawn)


@pytest.mark.slow
def test_the_chart_that_can_be_saved_has_the_numbers_of_the_finding() -> None:
    seen = Counter[str]()
    for seed in SEEDS:
        known = worlds.world(seed).known
        for finding in known.findings:
            check_equal(finding, known, seen)
    assert all(seen[kind] for kind in ("multiple", "pace", "reversal", "disagreement")), seen


def test_charts_of_districts_have_the_numbers_of_their_findings(shipped: Dataset) -> None:
    seen = Counter[str]()
    for seed in range(WAYS):
        true = TrueNumbers(Random(seed))  # noqa: S311  # nothing is kept secret
        figures = [true.figure(place, time) for place in PLACES for time in (LONGER, SHORTER)]
        then, now = (sum((true.sums(place, LONGER)[n] for place in PLACES), Decimal(0)) for n in (0, 1))
        growth, text = f"{rounded((now / then - 1) * 100, 1)}%", f"{rounded(now, 2)}亿元"
        whole = true.figure(PLACES[0], LONGER, id="whole", region="rizhao", text=text, quote=text, growth=growth)
        parts = [figure.model_copy(update={"part_of": "whole"}) if "m7" in figure.id else figure for figure in figures]
        known = study.of(dataset_with(shipped, whole, *parts))
        for finding in known.findings:
            check_equal(finding, known, seen)
        check_contributions(known, true)
    assert all(seen[kind] for kind in ("opposite-parts", "months-inside", "against-the-trend")), seen


def check_contributions(known: Study, true: TrueNumbers) -> None:
    """Steps add up to the growth, each interval holds the truth, and a sign is shown only where it is the true one."""
    names = Names(known.dataset, "en")
    chart = catalogue.contributions(known.frame, ChartContext(known, names, LIGHT, {}))
    assert chart is not None
    assert isinstance(chart.story, PanelStory)
    (panel,) = chart.story.panels
    *steps, whole = panel.rows
    base = sum((true.sums(place, LONGER)[0] for place in PLACES), Decimal(0))
    places = {figure.id: figure.region for figure in known.dataset.figures.values()}
    end = 0.0
    for row in steps:
        assert row.start == pytest.approx(end)
        end = row.start + row.length
        assert row.derived is not None
        if row.derived.formula == "contribution":
            then, now = true.sums(places[row.figure], LONGER)
            truth = (now - then) / base
            assert row.low - row.start <= float(truth) + 1e-9
            assert float(truth) - 1e-9 <= row.high - row.start
            assert not row.shown.startswith("+") or truth > 0, row
            assert not row.shown.startswith("−") or truth < 0, row
    assert whole.start == 0
    assert whole.derived is None
    if steps[-1].derived and steps[-1].derived.formula == "rest-contribution":
        assert end == pytest.approx(whole.length)


@pytest.mark.slow
def test_steps_of_worlds_hold_against_the_truth() -> None:
    """Of whatever is itemised: metrics, regions, sectors, periods, some of it corrected or in doubt."""
    drawn = 0
    for seed in SEEDS:
        world = worlds.world(seed)
        names = Names(world.dataset, "en")
        chart = catalogue.contributions(world.known.frame, ChartContext(world.known, names, LIGHT, {}), most=99)
        if chart is None:
            continue
        assert isinstance(chart.story, PanelStory)
        for panel in chart.story.panels:
            for row in panel.rows[:-1]:
                assert row.derived is not None
                truth = float(truth_of(row.derived, [world.prints[key] for key in row.derived.inputs], world))
                assert row.low - row.start - 1e-9 <= truth <= row.high - row.start + 1e-9
                assert row.name
                drawn += 1
    assert drawn > 20
