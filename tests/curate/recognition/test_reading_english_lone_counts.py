"""English numbers behind which no noun stands: what they count was told before them, made up for these tests."""

import pytest

from tests.curate.recognition.test_reading import amounts, figures


def _counts(text: str) -> list[tuple[str, str]]:
    return [(figure.text, figure.quantity.unit if figure.quantity else "") for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arrivals hit 8.1 million. Malaysia sent 412,380.", [("8.1 million", "visits"), ("412,380", "visits")]),
        (
            "The farm has 9.8 million trees. Poplars numbered 4.3 million, and willows 240,000.",
            [("9.8 million trees", "plants"), ("4.3 million", "plants"), ("240,000", "plants")],
        ),
        (
            "It had 61,000 tourists from Asia. South Korea (41,200) was ahead of Japan (9,800).",
            [("61,000 tourists", "visits"), ("41,200", "visits"), ("9,800", "visits")],
        ),
        ("The wards held 3,100; births fell to 2,480.", [("3,100", "items"), ("2,480", "persons")]),
        (
            "Tourism revenue was 31.2 million yuan, and arrivals 2.4 million.",
            [("31.2 million yuan", "CNY"), ("2.4 million", "visits")],
        ),
        (
            "Farms sowed 8.3 million hectares, of which 4.1 million were under wheat.",
            [("8.3 million hectares", "ha"), ("4.1 million", "ha")],
        ),
        (
            "Taxis number 5,210. They made 1.5 times as much. Buses number 2,870.",
            [("5,210", "items"), ("2,870", "items")],
        ),
    ],
)
def test_a_large_number_alone_counts_what_its_words_or_those_before_it_name(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert _counts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The index closed at 3,124 in May.",
        "One in 10,000 of them was late.",
        "Call 8,800 for more.",
        "The lake lies at an altitude of 3,200.",
        "It is a 5,000-seat hall.",
    ],
)
def test_a_large_number_that_counts_nothing_is_no_figure(text: str) -> None:
    assert _counts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Many of the unicorns of Rizhao -- startups worth more than 1 billion yuan -- come from its zones.",
        "The deals of Juxian include one project worth more than 5 billion yuan.",
        "Juxian made its way into the list of the country's leading 100 development zones.",
    ],
)
def test_what_each_is_worth_at_least_and_how_long_a_list_is_are_no_figures(text: str) -> None:
    assert amounts(text) == []
