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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Private firms handled 1.2 billion yuan of it, or 74.9 percent.",
         [("1.2 billion yuan", {"share": "74.9 percent"})]),
        ("Over 85 percent of the expenditure, or 4.6 billion yuan, went to schools.",
         [("4.6 billion yuan", {"share": "Over 85 percent"})]),
        ("Private companies accounted for 96 percent of that trade, namely 42.7 billion yuan.",
         [("42.7 billion yuan", {"share": "96 percent"})]),
        ("Trade advanced 7 percent to 1.3 billion yuan and now makes up 63 percent of the total.",
         [("1.3 billion yuan", {"growth": "7 percent", "share": "63 percent"})]),
        ("Firms earned 103 million yuan. The commissioner said that this was an increase of 40 percent on 2022.",
         [("103 million yuan", {"growth": "40 percent"})]),
        ("The port handled 49 million tonnes of cargo. Compared with 2019, that is a 7 percent increase.",
         [("49 million tonnes", {"growth": "7 percent"})]),
        ("The city's exports were worth 148 million yuan. Growth stood at 9.1 percent.",
         [("148 million yuan", {"growth": "9.1 percent"})]),
        ("The harvest, 62,000 tons, was 18 percent larger than that of 2022.",
         [("62,000 tons", {"growth": "18 percent"})]),
        ("Residents had an income of 19,830 yuan, 9.3 percent more (6.9 percent in real terms).",
         [("19,830 yuan", {"growth": "9.3 percent"})]),
        ("Work had resumed at 99 percent of large firms and 84 percent of small ones.",
         [("", {"share": "99 percent"}), ("", {"share": "84 percent"})]),
        ("Container throughput edged up 1.2 percent year on year and topped 17.6 million TEUs.",
         [("17.6 million TEUs", {"growth": "1.2 percent"})]),
        ("Farms had generated 90 billion kWh of power. The output, the highest on record, grew by 21 percent and "
         "represented 38 percent of all the power produced.",
         [("90 billion kWh", {"growth": "21 percent", "share": "38 percent"})]),
        ("Apples take up 1.2 million mu, about 10% of the planting area.",
         [("1.2 million mu", {"share": "about 10%"})]),
        ("The city received 1.4 million foreign tourists in the two months, 15% more than in the same period of 2024, "
         "and 5.5 million domestic visitors, a rise of 8%.",
         [("1.4 million", {"growth": "15%"}), ("5.5 million", {"growth": "8%"})]),
        ("Machinery comprised 46.8 percent of these exports, at 627 billion yuan.",
         [("627 billion yuan", {"share": "46.8 percent"})]),
        ("In all, 21.6 billion yuan of the annual target had been invested, or 72 percent.",
         [("21.6 billion yuan", {"completion": "72 percent"})]),
        ("Fish farming, which grew 7 percent, brought in 12 billion yuan, and fishing, which shrank 2 percent, "
         "4.1 billion yuan.",
         [("12 billion yuan", {"growth": "7 percent"}), ("4.1 billion yuan", {"growth": "-2 percent"})]),
        ("Tea output is to reach 21,000 tons, up 5 percent from last year, and its value to top 4 billion yuan, up 8 "
         "percent.",
         [("21,000 tons", {"growth": "5 percent"}), ("4 billion yuan", {"growth": "8 percent"})]),
        ("Output per worker, at 186,000 yuan, was 9 percent above last year's level.",
         [("186,000 yuan", {"growth": "9 percent"})]),
        ("They got 34 tons of tea, 46 tons of rice and 84 tons of corn, which is 20 percent, 4 percent and 8 percent "
         "less than a year ago.",
         [("34 tons", {"growth": "-20 percent"}), ("46 tons", {"growth": "-4 percent"}),
          ("84 tons", {"growth": "-8 percent"})]),
        ("By then 2.6 million households had joined. They are 18.7 percent of all households.",
         [("2.6 million households", {"share": "18.7 percent"})]),
        ("The output value was 27 billion yuan. This is an 18 percent rise on 2022 and about one-sixth of the total.",
         [("27 billion yuan", {"growth": "18 percent", "share": "about one-sixth"})]),
        ("The margin improved by 1.8 percentage points to 23.4 percent.",
         [("23.4 percent", {"points": "1.8 percentage points"})]),
        ("In the first half 62 percent of the annual task was accomplished with 5,100 homes renovated.",
         [("5,100", {"completion": "62 percent"})]),
        ("Budget revenue rose 5 percent to 2 billion yuan and its fiscal revenue 6.3 percent to 23 billion yuan.",
         [("2 billion yuan", {"growth": "5 percent"}), ("23 billion yuan", {"growth": "6.3 percent"})]),
    ],
)  # fmt: skip
def test_a_share_or_growth_beside_an_amount_is_of_it(text: str, expected: list[tuple[str, dict[str, str]]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("Exports of ships went up 70 percent, with phones and furniture adding 12 percent.",
         ["70 percent", "12 percent"]),
        ("Investment grew 8 percent, and that in services lost 2 percent.", ["8 percent", "-2 percent"]),
        ("Industry led with a rise of 6 percent, ahead of services (2 percent) and farming (3 percent).",
         ["6 percent", "2 percent", "3 percent"]),
        ("Exports of Lanshan rose by 6 percent, Donggang's by 5 percent.", ["6 percent", "5 percent"]),
    ],
)  # fmt: skip
def test_growths_of_several_things_are_each_told(text: str, rates: list[str]) -> None:
    assert [part.words for figure in figures(text) for name, part in figure.parts() if name == "growth"] == rates


def test_what_is_told_only_against_another_rate_is_no_figure() -> None:
    assert told("The unemployment rate was 4 percent, against 6 percent in June.") == [("4 percent", {})]
    assert told("Sales of tea were 3 billion yuan, half as much again as in 2022.") == [("3 billion yuan", {})]
