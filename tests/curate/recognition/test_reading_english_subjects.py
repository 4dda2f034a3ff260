"""English rates whose clause tells again of an amount before it, or of others, made up for these tests."""

import pytest

from tests.curate.recognition.test_reading import figures


def told(text: str) -> list[tuple[str, dict[str, str]]]:
    return [(figure.text, {name: part.words for name, part in figure.parts()}) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Firms made profits of 1.8 billion yuan. Compared with a year ago, profits increased by 14 percent.",
            [("1.8 billion yuan", {"growth": "14 percent"})],
        ),
        (
            "Exports were 3 billion yuan and imports 2 billion. Exports rose 5 percent, while imports fell 6 percent.",
            [("3 billion yuan", {"growth": "5 percent"}), ("2 billion", {"growth": "-6 percent"})],
        ),
        (
            "The port loaded 52 million tons of goods. The volume exceeded that of March 2023 by 4.9 percent.",
            [("52 million tons", {"growth": "4.9 percent"})],
        ),
        (
            "Power generation was 412 billion kWh in the first half, and he said that it had grown 5.8 percent.",
            [("412 billion kWh", {"growth": "5.8 percent"})],
        ),
        (
            "The park of 86 firms had an output value of 27 billion yuan. This is an 18 percent improvement on 2022.",
            [("86 firms", {}), ("27 billion yuan", {"growth": "18 percent"})],
        ),
        ("Exports to Japan reached 3 billion yuan. Exports of tea rose 5 percent.",
         [("3 billion yuan", {}), ("", {"growth": "5 percent"})]),
        ("Exports reached 3 billion yuan. In May, exports rose 5 percent.",
         [("3 billion yuan", {}), ("", {"growth": "5 percent"})]),
        ("Exports reached 3 billion yuan. Exports rose 5 percent in May.",
         [("3 billion yuan", {}), ("", {"growth": "5 percent"})]),
    ],
)  # fmt: skip
def test_a_rate_is_of_the_amount_that_its_subject_tells_of_again(
    text: str, expected: list[tuple[str, dict[str, str]]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Use of coal fell by 2.3 million tons, or 4.1 percent, to 53.8 million tons.",
         [("53.8 million tons", {"change": "-2.3 million tons", "growth": "-4.1 percent"})]),
        ("Imports: 3.1 billion yuan (-4.8%).", [("3.1 billion yuan", {"growth": "-4.8%"})]),
        ("Sales of cars increased 12 percent, sports goods 20 percent and cosmetics 18 percent.",
         [("", {"growth": "12 percent"}), ("", {"growth": "20 percent"}), ("", {"growth": "18 percent"})]),
        ("The county has completed 45 percent of its annual target, with 3.2 billion yuan spent.",
         [("3.2 billion yuan", {"completion": "45 percent"})]),
        ("Coal of 2.7 million tons and ore of 2.6 million tons represented increases of 9 percent and 4 percent.",
         [("2.7 million tons", {"growth": "9 percent"}), ("2.6 million tons", {"growth": "4 percent"})]),
        ("Incomes reached 18,900 yuan, nearly three times as much as in 2013 and 11 percent more than in 2021.",
         [("18,900 yuan", {"growth": "11 percent"})]),
        ("Freight was 8,240 tons in June, 1.3 percent lower than in May but 0.6 percent higher than in June last year.",
         [("8,240 tons", {"growth": "0.6 percent"})]),
        ("Capacity hit 83.6 GW, a 21 percent rise from a year earlier and 43 percent of the province's total.",
         [("83.6 GW", {"growth": "21 percent", "share": "43 percent"})]),
    ],
)  # fmt: skip
def test_the_rates_of_an_amount_are_told_in_many_ways(text: str, expected: list[tuple[str, dict[str, str]]]) -> None:
    assert told(text) == expected


def test_what_a_number_covers_is_a_share_of_something_else() -> None:
    first, _ = told("The number of 5G base stations rose to 7,800, covering 98 percent of villages.")
    assert first == ("7,800", {})
