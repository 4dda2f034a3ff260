"""A chart is offered exactly where its story has something to say, which is known before the story is told."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain

import pandas as pd
import pytest

from indicators import study
from indicators.charts import catalogue, stories
from indicators.charts.catalogue import CHARTS, Chart, ChartContext
from indicators.charts.plots.theme import LIGHT
from indicators.charts.stories import Story, Untold
from indicators.charts.stories.timelines import Timeline
from indicators.model.dataset import Dataset
from indicators.model.subjects import TREES
from indicators.phrasing.names import Names
from indicators.study import Study
from tests import worlds

SEEDS = range(11)
SEVERAL = 12
"""Of a metric with more figures than this only all of them are looked at."""


def context_of(known: Study) -> ChartContext:
    return ChartContext(known, Names(known.dataset, "en"), LIGHT, {})


@cache
def random_worlds() -> tuple[Study, ...]:
    return tuple(worlds.world(seed).known for seed in SEEDS)


def rows_of(known: Study) -> Iterator[pd.DataFrame]:
    """All figures of each metric, those of one of its places and of one of its sectors, and its first figure alone."""
    for metric in known.frame["metric"].unique():
        rows = known.frame[known.frame["metric"] == metric]
        yield rows
        if 1 < len(rows) <= SEVERAL:
            yield from (rows[rows[tree] == rows[tree].iloc[-1]] for tree in ("region", "sector"))
            yield rows.iloc[:1]


def untold_of(rows: pd.DataFrame, context: ChartContext) -> Mapping[str, Untold[Story]]:
    """Every story of a metric before it is told, whether a chart is made of it or not."""
    known, names, worked_out = context.study, context.names, context.study.worked_out
    quotients = dict.fromkeys(chain.from_iterable(map(worked_out.ratios_with, rows["figure"])))
    return {
        **{tree: stories.untold_levels(rows, tree, names) for tree in TREES},
        "growth": stories.untold_growth(rows, names, most=5),
        "progress": stories.untold_progress(rows, names, most=5)[0],
        "time": stories.untold_over_time(rows, names),
        "parts": stories.untold_parts(rows, names, worked_out.itemisations, most=3),
        "contributions": stories.of_parts(rows, known.known, names, most=3),
        "months": stories.of_last_months(rows, known.known, names, most=3)[0],
        "map": stories.untold_atlas(rows, names, {}),
        "then": stories.untold_then_and_now(rows, names, most=3),
        "ratios": stories.untold_ratios(quotients, names, most=3),
    }


def longest(story: Story, names: Names) -> int:
    """The marks of the longest panel; the events beside a timeline are not compared with its figures."""
    panels = list(story.panels_of_marks(names))
    return max(map(len, panels[:-1] if isinstance(story, Timeline) else panels), default=0)


def check(known: Study) -> set[str]:
    """Returns which stories had something to say."""
    context, telling = context_of(known), set[str]()
    for rows in rows_of(known):
        for name, untold in untold_of(rows, context).items():
            assert untold.compared == longest(untold.tell(), context.names), name
            if untold.compared:
                telling.add(name)
    return telling


@pytest.mark.slow
def test_what_a_story_compares_is_known_before_it_is_told_in_random_worlds() -> None:
    telling = set(chain.from_iterable(map(check, random_worlds())))
    assert telling == {name for name, chart in CHARTS.items() if chart.of_a_metric} - {"map"}


@pytest.mark.slow
def test_what_a_story_compares_is_known_before_it_is_told_of_the_shipped_figures(shipped: Dataset) -> None:
    assert check(study.of(shipped)) >= {"map", "region", "time", "growth", "parts", "months"}


def test_no_word_is_written_to_know_which_charts_there_are(shipped: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    known = study.of(shipped)
    metrics = known.frame["metric"].value_counts().index[:8]
    expected = {metric: list(offered(known, metric)) for metric in metrics}

    def fail(*_arguments: object, **_more: object) -> None:
        pytest.fail("a story was told")

    for told in (stories.PanelStory, stories.Atlas, Timeline):
        monkeypatch.setattr(told, "__init__", fail)
    assert {metric: list(offered(known, metric)) for metric in metrics} == expected


def offered(known: Study, metric: str) -> Mapping[str, Chart]:
    rows = known.frame[known.frame["metric"] == metric]
    return catalogue.of_a_metric(rows, context_of(known))
