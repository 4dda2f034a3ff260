"""English numbers that count the things told before, and a few things in words, made up for these tests."""

import pytest

from tests.curate.recognition.test_reading import amounts, figures


@pytest.mark.parametrize(
    ("text", "counted", "unit"),
    [
        ("In May, 1,360 firms had registered in Wulian, 793 of them from abroad.", ["793"], "enterprises"),
        ("Wulian has 1.5 million residents. Of those, 125 are part of a plan.", ["125"], "persons"),
        ("Wulian has 108 projects. Among them, 41 were completed in May.", ["41"], "projects"),
        ("Wulian has 339 firms, and another 88 have applied.", ["88"], "enterprises"),
        ("Wulian helped 123 firms apply and 105 of them passed, raising the total number to 339.", ["105", "339"],
         "enterprises"),
        ("Among the 929,000 parcels sent, 37,000 were sent nearby, 887,000 were sent far and 4,900 were sent abroad.",
         ["37,000", "887,000", "4,900"], "items"),
        ("It issued 58,000 permits, including 12,000 for experts and 4,000 for drivers.", ["12,000", "4,000"], "items"),
    ],
)  # fmt: skip
def test_a_number_without_a_noun_counts_the_things_told_before(text: str, counted: list[str], unit: str) -> None:
    again = [figure for figure in figures(text) if figure.text in counted]
    assert [figure.text for figure in again] == counted
    assert {figure.quantity.unit.id for figure in again if figure.quantity} == {unit}


def test_what_is_counted_again_is_of_the_metric_told_before() -> None:
    whole, part = figures("Wulian has 1,360 businesses, 793 of them from abroad.")
    assert (whole.metric, part.metric) == ("businesses", "businesses")


@pytest.mark.parametrize(
    "text",
    [
        "Wulian has 1,360 firms. It is 793 years old, and 5 are left.",
        "Wulian has 1,360 firms.\n\nOf them, 793 are said to be new.",
        "Wulian earned 5.3 billion yuan, 793 of them from abroad.",
    ],
)
def test_a_number_far_from_things_told_or_behind_money_counts_none(text: str) -> None:
    assert "793" not in amounts(text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Wulian started five projects in May, and three industrial projects were completed.", [5, 3]),
        ("The county built six cultural and sports venues and nine high schools.", [6, 9]),
        ("Six railways are being built.", [6]),
    ],
)
def test_a_few_things_that_are_built_are_counted(text: str, numbers: list[int]) -> None:
    assert [int(figure.quantity.value) for figure in figures(text) if figure.quantity] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "It has two sides, seven departments, three ports, four categories and five years in ten provinces.",
        "The two projects and these three schools were there, in two parks, in one of three hospitals.",
        "Three companies said so, and four workers and two villagers left with its six projects.",
    ],
)
def test_a_few_things_told_one_by_one_are_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            '"Six railways are being built with an investment that has reached 9.5 billion yuan already," he said.',
            "Six",
        ),
        ("The total trademarks registered in 2021 exceeded 460,000, ranking first.", "exceeded 460,000"),
        ("It is new.\n\nOrders made on the platform reached 150,000 to drive sales.", "150,000"),
        ("The area covers 63 square km.", "63 square km"),
    ],
)
def test_what_is_said_or_named_before_its_number_is_counted(text: str, number: str) -> None:
    assert number in amounts(text)


def test_a_number_in_quotes_is_a_name() -> None:
    assert amounts('It is part of the "100 firms" plan.') == []
