"""English sentences that tell by how much a number rose or fell, made up for these tests → the change of a figure."""

import pytest

from tests.curate.recognition.test_reading import figures
from tests.curate.recognition.test_reading_english_times import dated


def changes(text: str) -> list[tuple[str, str]]:
    """The amount and the change of each figure of a text."""
    return [
        (figure.text, next((part.words for role, part in figure.parts() if role == "change"), ""))
        for figure in figures(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Loans in Juxian grew by 20.4 billion yuan in April, whereas deposits fell by 8.1 billion yuan.",
            [("", "20.4 billion yuan"), ("", "-8.1 billion yuan")],
        ),
        ("Yuan deposits alone gained 13 billion yuan.", [("", "13 billion yuan")]),
        (
            "Loans to households in Juxian rose by 2 billion yuan in May and those to firms by 11 billion yuan.",
            [("", "2 billion yuan"), ("", "11 billion yuan")],
        ),
        ("Juxian had 61,640 more tourists during the holiday than in 2019.", [("", "61,640")]),
    ],
)
def test_by_how_much_something_changed_is_no_amount_of_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert changes(text) == expected


def test_how_much_more_it_is_than_at_the_start_of_the_year_is_the_change_of_an_amount() -> None:
    text = "Loans in Juxian reached 275 billion yuan, 14 billion yuan more than at the start of the year."
    assert changes(text) == [("275 billion yuan", "14 billion yuan")]


def test_goods_worth_more_than_an_amount_that_were_exported_are_so_many_and_no_threshold() -> None:
    text = "Juxian exported goods worth over 47 billion yuan, nearly 5 billion yuan more than in 2021."
    assert changes(text) == [("over 47 billion yuan", "nearly 5 billion yuan")]


def test_a_change_is_of_a_time_though_what_changed_is_of_a_day() -> None:
    text = "Loans in Juxian have increased by 14 billion yuan since the beginning of the year."
    assert dated("2023-05-14", text) == [("14", "2023-01-01/P4M", "actual")]
