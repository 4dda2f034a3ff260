"""Agreement: what two printed numbers can be together, who speaks, and what a reader of a day could know."""

from collections.abc import Mapping, Sequence
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
    disagreement,
    same_voice,
    superseded,
)
from indicators.model.dataset import Dataset
from indicators.model.numbers import NUMBERS, NumberName
from indicators.values import quantity_parser
from indicators.values.intervals import Interval
from tests.analysis.reported import corrects, only, standing, text
from tests.builders import make_article, make_figure, make_reports

EVENING: dict[str, Any] = {"publisher": "evening"}


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


# --- the shipped data ------------------------------------------------------------------------------------------------


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
