"""Bars of a strip: they count every figure once, and none hides another."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from indicators import study
from indicators.frames import strips
from indicators.model.dataset import Dataset
from indicators.values import periods
from tests.builders import make_article, make_dataset, make_figure


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=25))
def test_bars_of_a_lane_do_not_overlap(pairs: list[tuple[int, int]]) -> None:
    extents = sorted((float(left), float(left + width)) for left, width in pairs)
    lanes = strips.lanes(extents)
    assert len(lanes) == len(extents)
    for (left, lane), (right, other) in combinations(zip(extents, lanes, strict=True), 2):
        assert lane != other or left[1] <= right[0]
    deepest = max((sum(left <= day < right for left, right in extents) for day in range(81)), default=0)
    assert len(set(lanes)) == deepest  # no more lanes than are needed


def test_every_figure_is_counted_once(shipped: Dataset) -> None:
    frame = study.of(shipped).every
    bars = [bar for several in strips.bars(frame, shipped.themes).values() for bar in several]
    assert sum(bar.count for bar in bars) == len(shipped.figures)
    assert len({(bar.theme, bar.period, bar.nature) for bar in bars}) == len(bars)
    for bar in bars:
        figure = shipped.figures[bar.figure]
        assert (shipped.metrics[figure.metric].theme, figure.period) == (bar.theme, bar.period)
        assert figure.nature == bar.nature


def test_a_year_keeps_what_has_a_day_in_it(shipped: Dataset) -> None:
    frame = study.of(shipped).every
    for year in (2015, 2020, 2022):
        span = periods.parse(str(year))
        expected = [
            figure for figure in shipped.figures.values()
            if figure.period.start <= span.end and figure.period.end >= span.start
        ]  # fmt: skip
        bars = [bar for several in strips.bars(frame, shipped.themes, [year]).values() for bar in several]
        assert sum(bar.count for bar in bars) == len(expected)


def test_years_reach_from_the_first_day_to_the_last() -> None:
    figures = [make_figure(id="a", period="2019-12-31"), make_figure(id="b", period="2021-01-01/P18M")]
    frame = study.of(make_dataset(make_article(*figures))).every
    assert strips.years_of(frame) == (2019, 2022)
