"""What every page is given."""

from datetime import date

from indicators import study
from indicators.charts.plots.theme import LIGHT
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.ui.session.visit import Visit, readers_today
from tests.builders import make_dataset


def visit(day: date | None, dataset: Dataset | None = None) -> Visit:
    known = study.of(dataset or make_dataset())
    return Visit(known, Names(known.dataset, "en"), LIGHT, {}, (), (), {}, "", day, "")


def test_ages_count_from_the_day_that_is_shown_or_from_today() -> None:
    assert visit(date(2020, 5, 1)).today == date(2020, 5, 1)
    assert visit(None).today == readers_today()
