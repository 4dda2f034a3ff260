"""The registry of charts: every part of the program that names charts names the same."""

from indicators.charts.catalogue import CHARTS, REPORTS
from indicators.view import SHOWS
from indicators.words import ui as words


def test_every_chart_has_a_title() -> None:
    assert words.CHARTS.keys() == {*CHARTS, REPORTS}


def test_links_name_the_charts_of_a_metric() -> None:
    of_a_metric = {name for name, chart_type in CHARTS.items() if chart_type.of_a_metric}
    assert of_a_metric == set(SHOWS) == words.SHOWS.keys()


def test_every_chart_that_may_be_asked_for_has_a_reason_for_not_being_drawn() -> None:
    assert words.CANNOT.keys() == CHARTS.keys() - {"coverage"}  # which any figure allows


def test_names_for_users_of_the_library_are_unique() -> None:
    assert len({chart_type.public_name for chart_type in CHARTS.values()}) == len(CHARTS)
