"""Agreement: what two printed numbers can be together, who speaks, and what a reader of a day could know."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis import agreement
from indicators.analysis.agreement import (
    Verdict,
    agreements,
    as_known,
    disagreement,
    displaced,
    same_voice,
    superseded,
)
from indicators.model.dataset import Dataset
from indicators.model.numbers import NUMBERS, NumberName
from indicators.values import quantity_parser
from indicators.values.intervals import Interval
from tests.builders import make_article, make_dataset, make_figure, make_reports

REASON = {"zh": "统计口径调整", "en": "Restated on a new basis"}
EVENING: dict[str, Any] = {"publisher": "evening"}


def text(printed: str, **changes: Any) -> dict[str, Any]:
    return {"text": printed, **changes}


def corrects(key: str, **changes: Any) -> dict[str, Any]:
    return {"supersedes": key, "reason": REASON, **changes}


def standing(dataset: Dataset, number: NumberName | None = None) -> frozenset[str]:
    """Ids of the figures that charts draw, of those that print the number, or any."""
    printed = {
        key
        for key, figure in dataset.figures.items()
        if number is None or number in {slot[0] for slot in agreement.numbers(figure)}
    }
    return frozenset(printed) - displaced(dataset, number)


def only(growth: str | None = None, completion: str | None = None, plan: str | None = "annual") -> dict[str, Any]:
    return {"text": None, "growth": growth, "completion": completion, "plan": plan if completion else None}


# --- two numbers -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "other", "expected"),
    [
        (text("56.92亿元"), text("56.92亿元"), None),
        (text("56.92亿元"), text("约57亿元"), None),
        (text("56.92亿元"), text("569200万元"), None),
        (text("56.92亿元"), text("¥5.692 billion"), None),
        (text("36.7亿元"), text("36.8亿元"), "text"),  # their intervals share 36.75, which no paper prints as both
        (text("36.75亿元"), text("36.8亿元"), None),
        (text("36.75亿元"), text("36.7亿元"), None),  # 36.749 prints as both
        (text("36.749亿元"), text("36.7亿元"), None),
        (text("14家"), text("14家"), None),
        (text("14家"), text("15家"), "text"),
        (text("14家"), text("10余家"), None),
        (text("20家"), text("近20家"), None),
        (text("15家"), text("约20家"), None),  # rounds to it
        (text("30余家"), text("20余家"), "text"),
        (text("近3万亩"), text("3万余亩"), None),  # thirty thousand, says either
        (text("近4万亩"), text("2万余亩"), "text"),
        (text("超3万亩"), text("35000亩"), None),
        (text("至少3万亩"), text("50万亩"), None),
        (text("至少3万亩"), text("2万亩"), "text"),
        (text("至少5万亩"), text("最多5万亩"), None),
        (text("15亩"), text("1公顷"), None),
        (text("14家"), text("14个"), None),
        (text("14家"), text("14人"), "text"),  # other things
        (text("14家", growth="5%"), text("14家", growth="5.1%"), None),
        (text("14家", growth="5.0%"), text("14家", growth="5.1%"), "growth"),
        (text("14家", growth="5.0%"), text("15家", growth="5.1%"), "text"),
        (text("14家", growth="5%"), text("14家"), None),
        (only(growth="5%"), text("14家", growth="-5%"), "growth"),
        (only(growth="5%"), only(completion="52.1%"), None),
        (only(completion="52.1%"), only(completion="50%"), "completion"),
        (only(completion="52.1%"), only(completion="50%", plan="five-year"), None),  # of two plans
    ],
)
def test_disagreement(first: Mapping[str, Any], other: Mapping[str, Any], expected: NumberName | None) -> None:
    assert disagreement(make_figure(**first), make_figure(**other)) == expected
    assert disagreement(make_figure(**other), make_figure(**first)) == expected


UNROUNDED = st.decimals(min_value="0.01", max_value=9999, places=6)


def rounded(number: Decimal, places: int) -> str:
    """As a newspaper rounds."""
    return format(number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP), "f")


@given(UNROUNDED, st.lists(st.integers(0, 6), min_size=2, max_size=5), st.sampled_from(["亿元", "万吨", "公里"]))
def test_roundings_of_one_number_agree(number: Decimal, places: list[int], unit: str) -> None:
    figures = [make_figure(text=rounded(number, places_) + unit) for places_ in places]
    assert {disagreement(first, other) for first, other in combinations(figures, 2)} == {None}


@given(UNROUNDED, st.integers(0, 3), st.integers(1, 50))
def test_neighbours_of_one_precision_disagree(number: Decimal, places: int, steps: int) -> None:
    more = number + steps * Decimal(1).scaleb(-places)
    first, other = (make_figure(text=f"{rounded(value, places)}亿元") for value in (number, more))
    assert disagreement(first, other) == "text"


@given(st.integers(11, 19))
def test_words_around_a_count_agree_with_it(number: int) -> None:
    count = make_figure(text=f"{number}家")
    for words in ("10余家", "近20家", "超10家", "不足20家", "至少11家", "最多19家"):
        assert disagreement(count, make_figure(text=words)) is None


PRINTED = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "约", "近", "超", "不足", "至少", "最多"]),
        st.sampled_from(["1", "2", "3", "10", "20", "30", "1.0", "1.5", "2.5", "9.95"]),
        st.sampled_from(["家", "家", "万家", "人"]),
    ),
).filter(lambda text: not text.endswith(("0.0家", ".5人")))


@given(st.lists(PRINTED, min_size=1, max_size=6))
def test_a_conflict_is_two_that_disagree(texts: list[str]) -> None:
    """It is found without comparing each with each."""
    dataset = make_reports(*(text(printed) for printed in texts))
    figures = dataset.figures.values()
    apart = any(disagreement(first, other) for first, other in combinations(figures, 2))
    outcomes = agreements(dataset)
    assert [outcome.verdict == "conflict" for outcome in outcomes] == ([apart] if len(texts) > 1 else [])


# --- who speaks ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "other", "same"),
    [
        ({"publisher": "daily"}, {"publisher": "daily"}, True),
        ({"publisher": "daily"}, {"publisher": "evening"}, False),
        ({"publisher": "daily", "issuer": "bureau"}, {"publisher": "evening", "issuer": "bureau"}, True),
        ({"publisher": "daily", "issuer": "bureau"}, {"publisher": "bureau"}, True),
        ({"publisher": "daily", "issuer": "bureau"}, {"publisher": "evening"}, False),
        ({"publisher": "daily", "issuer": "bureau"}, {"publisher": "daily", "issuer": "office"}, True),
    ],
)
def test_same_voice(first: dict[str, str], other: dict[str, str], same: bool) -> None:
    assert same_voice(make_article(**first), make_article(**other)) is same
    assert same_voice(make_article(**other), make_article(**first)) is same


def test_voices_are_linked_through_others() -> None:
    """The evening's number is the bureau's, and so is one that the daily prints: all three are one voice."""
    dataset = make_reports({}, EVENING, {"publisher": "daily", "issuer": "bureau"}, EVENING | {"issuer": "bureau"})
    assert [outcome.voices for outcome in agreements(dataset)] == [1]
    dataset = make_reports({}, EVENING, {"publisher": "daily", "issuer": "bureau"})
    assert [outcome.voices for outcome in agreements(dataset)] == [2]


@pytest.mark.parametrize(
    ("reports", "disputed", "together"),
    [
        ([{}, EVENING], None, ["f1", "f2"]),
        ([{}, EVENING | text("57.1亿元"), text("约57亿元", publisher="weekly")], "text", ["f1", "f3"]),
        ([text("57.1亿元"), text("57.1亿元"), EVENING, {"publisher": "weekly"}], "text", ["f3", "f4"]),  # more voices
        ([{"growth": "5%"}, EVENING | {"growth": "6%"}, EVENING], "growth", ["f1", "f2", "f3"]),
    ],
)
def test_what_is_disputed_and_who_agrees(
    reports: Sequence[dict[str, Any]], disputed: NumberName | None, together: list[str]
) -> None:
    (outcome,) = agreements(make_reports(*reports))
    assert (outcome.disputed and outcome.disputed[0]) == disputed
    assert [witness.figure.id for witness in agreement.concord(outcome.standing, ("text", None))] == together


@given(st.lists(PRINTED, min_size=1, max_size=6))
def test_those_who_agree_do_so_pair_by_pair(texts: list[str]) -> None:
    dataset = make_reports(*(text(printed) for printed in texts))
    witnesses = agreement.about(dataset, dataset.figures["f1"]).witnesses
    together = [witness.figure for witness in agreement.concord(witnesses, ("text", None))]
    assert together
    assert not any(disagreement(first, other) for first, other in combinations(together, 2))


# --- what several make together --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reports", "verdict", "voices"),
    [
        ([{}, {}], "repeated", 1),
        ([{}, EVENING], "agree", 2),
        ([{}, {}, EVENING], "agree", 2),
        ([{}, EVENING | text("约57亿元"), {"publisher": "weekly"}], "agree", 3),
        ([{}, EVENING | text("57.1亿元")], "conflict", 2),
        ([{}, text("57.1亿元")], "conflict", 1),  # a paper that says otherwise without saying why
        ([{}, corrects("f1", text="57.1亿元")], "revised", 1),
        ([{}, EVENING, corrects("f1", text="57.1亿元")], "conflict", 2),
        ([{}, EVENING, corrects("f1", text="57.1亿元"), EVENING | corrects("f2", text="57.1亿元")], "revised", 2),
        ([{}, EVENING | only(growth="5%")], "once", 2),  # neither confirms the other
        ([{"growth": "5%"}, EVENING | only(growth="5%")], "agree", 2),
        ([{"growth": "5%"}, EVENING | only(growth="6%")], "conflict", 2),
        ([{"nature": "expected", "text": "约57亿元"}, corrects("f1")], "revised", 1),
    ],
)
def test_verdict(reports: Sequence[dict[str, Any]], verdict: Verdict, voices: int) -> None:
    (outcome,) = agreements(make_reports(*reports))
    assert (outcome.verdict, outcome.voices) == (verdict, voices)


@pytest.mark.parametrize(
    "change",
    [
        {"metric": "firms", "text": "14家"},
        {"region": "east"},
        {"sector": "other"},
        {"period": "2022-Q2"},
        {"nature": "target"},
    ],
)
def test_other_keys_are_other_matters(change: dict[str, Any]) -> None:
    assert agreements(make_reports({}, change)) == ()


def test_one_period_written_in_two_ways_is_one_key() -> None:
    (outcome,) = agreements(make_reports({"period": "2022-S1"}, {"period": "2022-01-01/P6M"}))
    assert outcome.verdict == "repeated"


def test_one_report_is_a_matter_too() -> None:
    dataset = make_reports({}, {"region": "east"}, {"region": "east"})
    alone, several = (agreement.about(dataset, dataset.figures[key]) for key in ("f1", "f3"))
    assert (alone.verdict, alone.voices, [witness.figure.id for witness in alone.witnesses]) == ("once", 1, ["f1"])
    assert several == agreements(dataset)[0]


def test_the_worst_comes_first() -> None:
    def about(region: str, *reports: dict[str, Any]) -> list[dict[str, Any]]:
        return [{"region": region, **report} for report in reports]

    dataset = make_reports(
        *about("once", {}, only(growth="5%")),
        *about("repeated", {}, {}),
        *about("agree", {}, EVENING),
        *about("revised", {}, corrects("f7", text="57.1亿元")),
        *about("conflict", {}, text("57.1亿元")),
        *about("conflict-too", {}, text("57.1亿元")),
        *about("alone", {}),
    )
    places = [(outcome.subject.region, outcome.verdict) for outcome in agreements(dataset)]
    assert [verdict for _, verdict in places] == ["conflict", *agreement.VERDICTS]
    assert [region for region, _ in places[:2]] == ["conflict", "conflict-too"]


def test_witnesses_are_in_the_order_of_their_publication() -> None:
    days = ["2022-09-01", "2022-08-05", "2022-08", "2022-08-05"]
    (outcome,) = agreements(make_reports(*({"published": day} for day in days)))
    assert [witness.figure.id for witness in outcome.witnesses] == ["f2", "f4", "f3", "f1"]  # August ends on the 31st


@pytest.mark.parametrize(
    ("texts", "low", "high"),
    [
        (["56.92亿元", "约57亿元"], "5691500000", "5692500000"),
        (["超56亿元", "不足57亿元"], "5600000000", "5700000000"),
        (["至少56亿元", "至少55亿元"], "5600000000", "Infinity"),
    ],
)
def test_common(texts: Sequence[str], low: str, high: str) -> None:
    (outcome,) = agreements(make_reports(*(text(printed) for printed in texts)))
    assert outcome.common == Interval(Decimal(low), Decimal(high))


def test_what_contradicts_itself_has_nothing_in_common() -> None:
    for other in ("36.8亿元", "14家"):
        (outcome,) = agreements(make_reports(text("36.7亿元"), text(other)))
        assert outcome.common is None
    (outcome,) = agreements(make_reports(only(growth="5%"), only(growth="5%")))
    assert outcome.common is None


def test_what_is_corrected_has_no_say_in_common() -> None:
    (outcome,) = agreements(make_reports(text("30亿元"), corrects("f1", text="36.7亿元")))
    assert outcome.common == Interval(Decimal(3665000000), Decimal(3675000000))
    assert [witness.figure.id for witness in outcome.standing] == ["f2"]


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


REPORTS = st.lists(
    st.fixed_dictionaries({
        "text": st.sampled_from(["56.92亿元", "约57亿元", "57.1亿元"]),
        "growth": st.sampled_from([None, "5%", "5.0%", "6%"]),
        "region": st.sampled_from(["city", "east"]),
        "publisher": st.sampled_from(["daily", "evening", "weekly"]),
        "published": st.sampled_from(["2022", "2022-08", "2022-08-05", "2022-09-01"]),
        "corrects": st.integers(0, 9),
    }),
    min_size=1,
    max_size=8,
)  # fmt: skip


def dataset_of(reports: Sequence[dict[str, Any]]) -> Dataset:
    """A report corrects an earlier one of its region that stands as many places before it, if there is one."""
    corrected = []
    for index, report in enumerate(reports):
        earlier, fields = index - report["corrects"], {key: value for key, value in report.items() if key != "corrects"}
        if report["corrects"] and earlier >= 0 and reports[earlier]["region"] == fields["region"]:
            fields |= corrects(f"f{earlier + 1}")
        corrected.append(fields)
    return make_reports(*corrected)


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


def test_shipped_conflicts(shipped: Dataset) -> None:
    """None of its figures contradicts another, and of every key something is drawn."""
    assert [outcome.verdict for outcome in agreements(shipped) if outcome.verdict == "conflict"] == []
    keys = {figure.subject for key, figure in shipped.figures.items() if key not in superseded(shipped)}
    assert {shipped.figures[key].subject for key in standing(shipped)} == keys


def test_every_printed_number_is_looked_at() -> None:
    """A kind of number that a figure learns to print has to be compared too."""
    kinds = {quantity_parser.parse("1%"), quantity_parser.parse_growth("1%"), quantity_parser.parse_completion("1%")}
    kinds |= {quantity_parser.parse_share("1%"), quantity_parser.parse_points("1个百分点")}
    kinds.add(quantity_parser.parse_change("1元"))
    rates = {"growth": "1%", "completion": "1%", "text": "1%", "share": "1%", "points": "1个百分点"}
    figure = make_figure(**rates, change="1元", plan="annual", part_of="whole")
    printed = {name for name in type(figure).model_fields if getattr(figure, name) in kinds}
    assert printed == set(NUMBERS) == {number for number, _ in agreement.numbers(figure)}
