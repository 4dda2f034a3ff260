"""How many figures were known on a day: as many as the dataset of that day has."""

from datetime import date, timedelta
from random import Random

from indicators.analysis.agreement import as_known
from indicators.analysis.arrivals import Arrivals, arrivals
from indicators.model.dataset import Dataset


def test_figures_known_on_a_day_are_those_of_the_dataset_of_that_day(shipped: Dataset) -> None:
    known = arrivals(shipped)
    dice = Random(7)  # noqa: S311  # nothing is kept secret
    near = [day + timedelta(days=step) for day in known.days for step in (-1, 0, 1)]
    for day in [*dice.sample(near, 12), date(1900, 1, 1), known.days[0], known.days[-1]]:
        assert known.known_on(day) == len(as_known(shipped, day).figures), day
    assert known.total == len(shipped.figures)


def test_days_before_and_after() -> None:
    days = [date(2020, 1, 1), date(2020, 5, 1), date(2022, 3, 1)]
    known = Arrivals(days, [2, 5, 6])
    assert (known.before(days[1]), known.after(days[1])) == (days[0], days[2])
    assert (known.before(days[0]), known.after(days[2])) == (None, None)
    assert known.after(date(2021, 1, 1)) == days[2]
    assert known.years() == [days[1], days[2]]
    assert Arrivals([], []).total == 0
