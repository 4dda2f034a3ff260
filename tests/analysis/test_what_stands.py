"""Of what was reported, what stands, and what was known on a day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis import agreement
from indicators.analysis.agreement import (
    agreements,
    as_known,
    superseded,
)
from indicators.model.dataset import Dataset
from indicators.model.numbers import NUMBERS
from tests.analysis.reported import REASON, REPORTS, corrects, dataset_of, only, standing, text
from tests.builders import make_article, make_dataset, make_figure, make_reports

# --- corrections -----------------------------------------------------------------------------------------------------


def test_a_chain_leaves_the_last() -> None:
    dataset = make_reports({}, corrects("f1", text="57.1亿元"), corrects("f2", text="57.2亿元"))
    assert superseded(dataset) == {"f1": "f2", "f2": "f3"}
    assert standing(dataset) == {"f3"}
    (outcome,) = agreements(dataset)
    assert (outcome.verdict, outcome.superseded) == ("revised", {"f1": "f2", "f2": "f3"})


def test_a_forecast_belongs_to_what_came_of_it() -> None:
    forecast = {"nature": "expected", "text": "60亿元"}
    dataset = make_reports(forecast, corrects("f1", nature="expected", text="58亿元"), corrects("f2"), forecast)
    (outcome,) = agreements(dataset)
    assert outcome.subject.nature == "actual"
    assert [witness.figure.id for witness in outcome.witnesses] == ["f1", "f2", "f3"]
    assert standing(dataset) == {"f3", "f4"}  # nobody has taken back what the fourth expects


def test_two_may_correct_one() -> None:
    dataset = make_reports({}, corrects("f1", text="57.1亿元"), corrects("f1", text="57.2亿元"))
    assert superseded(dataset) == {"f1": "f3"}
    assert standing(dataset) == {"f2", "f3"}
    assert agreements(dataset)[0].verdict == "conflict"


def test_a_circle_is_left_where_it_closes() -> None:
    """The rules refuse it; here it must only come to an end."""
    dataset = make_reports(corrects("f2"), corrects("f1"))
    assert [len(outcome.witnesses) for outcome in agreements(dataset)] == [2]


# --- what stands -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([text("约57亿元"), text("56.92亿元"), text("56.9亿元")], {"f2"}),  # the narrowest
        ([text("56.92亿元"), text("¥5.692 billion", published="2022-09-01")], {"f2"}),  # then the latest
        ([text("56.92亿元"), text("¥5.692 billion")], {"f1"}),  # then the first in the file
        ([text("至少50亿元"), text("约57亿元")], {"f2"}),
        ([only(growth="5%"), text("56.92亿元")], {"f1", "f2"}),  # they say different things
        ([text("56.92亿元", growth="5%"), only(growth="5.1%")], {"f1"}),
        ([text("约57亿元", growth="5%"), text("56.92亿元")], {"f1", "f2"}),  # the one for growth alone
        ([only(completion="50%"), only(completion="50%", plan="f9")], {"f1", "f2"}),
        ([text("56.92亿元"), text("57.1亿元"), text("57.1亿元")], {"f1", "f2", "f3"}),  # in conflict: each outlet
        ([text("56.92亿元"), corrects("f1", text="57.1亿元")], {"f2"}),
    ],
)
def test_what_stands(reports: Sequence[dict[str, Any]], expected: set[str]) -> None:
    assert standing(make_reports(*reports)) == expected


def test_of_one_number_one_figure_stands() -> None:
    dataset = make_reports(text("约57亿元", growth="5%"), text("56.92亿元"))
    assert standing(dataset, "text") == {"f2"}
    assert standing(dataset, "growth") == {"f1"}
    assert standing(dataset, "completion") == frozenset()


def days(dataset: Dataset) -> tuple[date, date]:
    """Those on which the first and the last article were known."""
    published = [article.published.end for article in dataset.articles.values()]
    return min(published), max(published)


@given(REPORTS)
def test_something_stands_of_every_key_and_nothing_that_is_corrected(reports: list[dict[str, Any]]) -> None:
    dataset = dataset_of(reports)
    stand = standing(dataset)
    assert stand <= dataset.figures.keys()
    assert stand.isdisjoint(superseded(dataset))
    keys = {figure.subject for figure in dataset.figures.values()}
    assert {dataset.figures[key].subject for key in stand} == keys
    assert stand == frozenset[str]().union(*(standing(dataset, number) for number in NUMBERS))
    for outcome in agreements(dataset):
        drawn = stand & {witness.figure.id for witness in outcome.witnesses}
        assert (outcome.verdict == "conflict") <= (drawn == {witness.figure.id for witness in outcome.standing})


@given(REPORTS)
def test_each_figure_is_in_one_agreement(reports: list[dict[str, Any]]) -> None:
    dataset = dataset_of(reports)
    listed = [witness.figure.id for outcome in agreements(dataset) for witness in outcome.witnesses]
    assert len(listed) == len(set(listed))
    for figure in dataset.figures.values():
        outcome = agreement.about(dataset, figure)
        assert figure in {witness.figure.id: witness.figure for witness in outcome.witnesses}.values()
        assert 1 <= outcome.voices <= len(outcome.witnesses)
        assert (outcome in agreements(dataset)) == (len(outcome.witnesses) > 1)


# --- what a day knew -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("published", "day", "known"),
    [
        ("2022-08-05", date(2022, 8, 4), False),
        ("2022-08-05", date(2022, 8, 5), True),
        ("2022-08", date(2022, 8, 30), False),
        ("2022-08", date(2022, 8, 31), True),
        ("2022", date(2022, 12, 30), False),
        ("2022", date(2022, 12, 31), True),
    ],
)
def test_an_article_is_known_when_it_is_out(published: str, day: date, known: bool) -> None:
    dataset = make_reports({"published": published})
    assert bool(as_known(dataset, day).articles) is known
    assert (as_known(dataset, day) is dataset) is known


SUMMER, AUTUMN = date(2022, 8, 5), date(2022, 9, 1)


def test_a_correction_was_not_known_before_it_came() -> None:
    dataset = make_reports({}, corrects("f1", text="57.1亿元", published="2022-09-01"))
    before = as_known(dataset, SUMMER)
    assert standing(before) == {"f1"}
    assert agreements(before) == ()
    assert standing(as_known(dataset, AUTUMN)) == {"f2"}


def test_nothing_leads_to_what_is_not_known() -> None:
    whole = make_figure(id="whole", complete_parts="true")
    other = make_figure(id="other", complete_parts="true", region="east")
    part, late = (make_figure(id=key, part_of="whole") for key in ("part", "late"))
    piece = make_figure(id="piece", part_of="other")
    lost = make_figure(id="lost", part_of="far", completion="50%", plan="target", supersedes="far", reason=REASON)
    annual = make_figure(id="kept", completion="50%", plan="annual")
    early = make_article(whole, other, part, piece, lost, annual)
    later = make_article(
        late, make_figure(id="far"), make_figure(id="target", nature="target"), id="second", published="2022-09-01"
    )
    dataset = make_dataset(early, later)
    known = as_known(dataset, SUMMER).figures
    assert list(known) == ["whole", "other", "part", "piece", "lost", "kept"]
    assert known["whole"].complete_parts is False  # one of its parts is not known yet
    assert known["other"] == other
    assert known["part"] == part
    gone = known["lost"]
    assert (gone.part_of, gone.plan, gone.supersedes, gone.reason) == (None, None, None, None)
    assert (gone.text, gone.completion, gone.quote) == (lost.text, lost.completion, lost.quote)
    assert known["kept"] == annual
    assert dataset.figures["lost"] is lost
    assert as_known(dataset, AUTUMN) is dataset


def test_articles_that_lose_nothing_stay_as_they_are() -> None:
    dataset = make_reports({}, {"published": "2022-09-01"})
    assert as_known(dataset, SUMMER).articles["a1"] is dataset.articles["a1"]


def test_the_vocabulary_stays() -> None:
    dataset = make_reports({}, {"published": "2022-09-01"})
    assert as_known(dataset, date(1999, 1, 1)) == replace(dataset, articles={})


DAYS = st.dates(date(2022, 7, 1), date(2023, 1, 31))


@given(REPORTS, DAYS, DAYS)
def test_later_days_know_more(reports: list[dict[str, Any]], day: date, other_day: date) -> None:
    dataset = dataset_of(reports)
    before = {key: article.model_copy(deep=True) for key, article in dataset.articles.items()}
    earlier, later = sorted((day, other_day))
    then, now = as_known(dataset, earlier), as_known(dataset, later)
    assert then.figures.keys() <= now.figures.keys() <= dataset.figures.keys()
    assert as_known(then, earlier) is then
    assert as_known(now, earlier) == then
    assert dataset.articles == before
    assert {figure.supersedes for figure in then.figures.values()} - {None} <= then.figures.keys()


@given(REPORTS)
def test_between_the_first_day_and_the_last_the_dataset_grows(reports: list[dict[str, Any]]) -> None:
    dataset = dataset_of(reports)
    first, last = days(dataset)
    assert not as_known(dataset, first - timedelta(days=1)).articles
    assert as_known(dataset, first).articles
    assert as_known(dataset, last) is dataset
    assert first == last or as_known(dataset, last - timedelta(days=1)) is not dataset


# --- the shipped data ------------------------------------------------------------------------------------------------


def test_shipped_days(shipped: Dataset) -> None:
    assert days(shipped) == (date(2016, 1, 6), date(2025, 2, 6))
    assert not as_known(shipped, date(2016, 1, 5)).figures
    assert as_known(shipped, date(2025, 2, 6)) is shipped
