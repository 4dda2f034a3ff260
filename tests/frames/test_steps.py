"""Periods that are stepped through: each holds places that may be ranked, of one sector, group and nature."""

from collections.abc import Sequence
from random import Random

import pytest

from indicators import study
from indicators.frames import steps
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.study import Study
from tests import worlds
from tests.builders import make_article, make_dataset, make_figure
from tests.frames.test_comparisons import PLACES, with_vocabulary


def known_of(*figures: Figure) -> Study:
    return study.of(with_vocabulary(make_dataset(make_article(*figures))))


def in_places(period: str, places: Sequence[str] = PLACES, **more: str) -> list[Figure]:
    return [
        make_figure(id=f"{place}-{period}-{more.get('nature', '')}x".lower(), region=place, period=period, **more)
        for place in places
    ]


def check(dataset: Dataset, several: Sequence[steps.TimeStep]) -> None:
    figures = dataset.figures
    for step in several:
        of_step = [figures[key] for key in step.figures]
        assert len({figure.region for figure in of_step}) > 1
        everyone = [*of_step, *(figures[key] for key in step.above)]
        assert len({(figure.metric, figure.sector, figure.group, figure.nature) for figure in everyone}) == 1
        assert {figure.period.end for figure in everyone} == {step.period.end}
        amounts = [figure.text.value for figure in of_step if figure.text]
        assert amounts == sorted(amounts, reverse=True)
        for figure in of_step:
            assert not {other.region for other in of_step} & set(dataset.lies_in("region", figure.region))
    ends = [(step.period.end, step.period.start) for step in several]
    assert ends == sorted(ends)


@pytest.mark.slow
def test_steps_of_random_worlds_rank_only_what_is_alike() -> None:
    count = 0
    for seed in range(40):
        known = worlds.world(seed).known
        for metric in known.dataset.metrics:
            several = steps.steps(known.frame, known.dataset, metric)
            check(known.dataset, several)
            count += len(several)
    assert count > 5


def test_steps_are_of_what_has_most_periods() -> None:
    targets = in_places("2023", nature="target")
    known = known_of(
        *in_places("2021"), *in_places("2022", PLACES[:2]), *targets, make_figure(id="city", period="2021")
    )
    several = steps.steps(known.frame, known.dataset, "revenue")
    assert [(step.period.text, len(step.figures), step.above) for step in several] == [
        ("2021", 3, ("city",)),
        ("2022", 2, ()),
    ]
    assert steps.metrics(known.frame) == ["revenue"]


def test_one_period_is_nothing_to_step_through() -> None:
    known = known_of(*in_places("2021"), make_figure(id="city", period="2022"))
    assert not steps.metrics(known.frame)
    assert len(steps.steps(known.frame, known.dataset, "revenue")) == 1
    assert not steps.steps(known.frame, known.dataset, "population")


def test_long_series_keep_their_newest_steps() -> None:
    dice = Random(1)  # noqa: S311  # nothing is kept secret
    texts = dice.sample([str(year) for year in range(1950, 2020)], steps.MOST_STEPS + 5)
    known = known_of(*(figure for text in texts for figure in in_places(text, PLACES[:2])))
    several = steps.steps(known.frame, known.dataset, "revenue")
    assert [step.period.text for step in several] == sorted(texts)[-steps.MOST_STEPS :]
