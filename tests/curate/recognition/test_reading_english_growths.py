"""English growths of months, of places and of several amounts, and what is no growth, made up for these tests."""

import pytest

from tests.curate.recognition.test_reading import amounts, figures


def growths(text: str) -> list[tuple[str, str]]:
    return [(figure.text, figure.growth.words) for figure in figures(text) if figure.growth]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The decline rate in trade was 31.1 percent in January, 19.2 percent in February and 8.3 percent in March.",
         [("", "-31.1 percent"), ("", "-19.2 percent"), ("", "-8.3 percent")]),
        ("Retail sales in the Donggang district grew by 30.6%, Lanshan district 16.4%, and Wulian county 9.4%.",
         [("", "30.6%"), ("", "16.4%"), ("", "9.4%")]),
        ("The increase rate for sales of tea was 48.7%.", [("", "48.7%")]),
        ("The town reported a 93.6-percent growth in trade volume which totaled US$2.79 billion.",
         [("US$2.79 billion", "93.6-percent")]),
        ("The trade of Wulian reached 31.4 billion yuan. This figure has decreased by 18.5%.",
         [("31.4 billion yuan", "-18.5%")]),
        ("The trade of Wulian reached 31.4 billion yuan by the end of March, increased by 8.2 percent.",
         [("31.4 billion yuan", "8.2 percent")]),
        ("The trade of Wulian reached 31.4 billion yuan. The figure is a robust increase of 37.6 percent.",
         [("31.4 billion yuan", "37.6 percent")]),
        ("The trade of Wulian was 31.4 billion yuan, up approximately 6 percent.",
         [("31.4 billion yuan", "approximately 6 percent")]),
        ("Sales of Wulian totaled 1.35 million tons, an increase of 473 percent, valued at 2.8 billion yuan.",
         [("1.35 million tons", "473 percent")]),
        ("The port of Rizhao has seen its cargo top 10 million tonnes this year, up by 15.6 percent.",
         [("10 million tonnes", "15.6 percent")]),
    ],
)  # fmt: skip
def test_a_growth_is_of_what_its_words_and_those_before_it_say(text: str, told: list[tuple[str, str]]) -> None:
    assert growths(text) == told


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The growth is higher than that of the provincial level by 7.52%.", "7.52%"),
        ("Exports of Wulian grew faster than those of Lanshan by 7.5%, and of Donggang by 16.2%.", "16.2%"),
        ("The bad-loan ratio nationwide was 1.04 percent.", "1.04 percent"),
        ("The growth rate of exports increased by 90 percent.", "90 percent"),
        ("Industry grew by 8 percent, over the national average rate of 3 percent.", "3 percent"),
        ("Wulian yielded 24.7 kilograms more than the national average.", "24.7 kilograms"),
        ("Output reached 22.2 billion yuan, close to the 23.5 billion yuan of last year.", "23.5 billion yuan"),
        (
            "The power is equivalent to the annual electricity consumption of 35 million households.",
            "35 million households",
        ),
        ("Wulian has a port about 120 kilometers to the southeast of Rizhao.", "about 120 kilometers"),
        ("The output value of the first 60 enterprises rose.", "60 enterprises"),
        ("The output value of firms with annual revenue exceeding 20 million yuan rose.", "exceeding 20 million yuan"),
        ("It attracted 12 projects, each with over 100 million yuan in investment.", "over 100 million yuan"),
        ("“I secured a grant of 250,000 yuan,” he said.", "250,000 yuan"),
        ("The county took 31 policy measures.", "31"),
        ("They got over COVID-19 visitors said.", "19"),
    ],
)
def test_what_is_compared_with_others_or_only_says_which_is_no_figure(text: str, number: str) -> None:
    assert number not in amounts(text)
    assert number not in [part.words for figure in figures(text) for _, part in figure.parts()]


def test_a_growth_behind_one_that_is_none_may_be_one() -> None:
    assert growths("Prices of goods remained flat and the output of tea rose by 0.7 percent.") == [("", "0.7 percent")]


def test_a_sentence_may_tell_the_growths_of_the_amounts_of_that_before_it() -> None:
    text = (
        "Wulian had 4.71 million tourists and earned 2.49 billion yuan from them.\n\nThe two figures represented "
        "respective year-on-year increases of 18.1 percent and 17.3 percent."
    )
    assert growths(text) == [("4.71 million tourists", "18.1 percent"), ("2.49 billion yuan", "17.3 percent")]


def test_the_figure_is_the_last_amount_of_a_sentence_with_several_in_one_unit() -> None:
    text = "Output of Wulian passed 100 tons, reaching 118 tons. The figure represents an increase of 26 percent."
    assert growths(text) == [("118 tons", "26 percent")]


def test_what_rose_since_a_time_is_no_figure_without_its_amount() -> None:
    text = "Bad loans of Wulian reached 41.4 billion yuan, rising 5.5 billion from the same period of 2013."
    assert amounts(text) == ["41.4 billion yuan"]


def test_growths_of_a_list_without_amounts_are_figures_each() -> None:
    text = "Sales of garments, cars and tea were with different increase rates as 47.1%, 28.2% and 23.9%."
    assert [words for _, words in growths(text)] == ["47.1%", "28.2%", "23.9%"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Exports and imports rose 5 percent and 9 percent, respectively, to 41 billion yuan and 33 billion yuan.",
            [("41 billion yuan", "5 percent"), ("33 billion yuan", "9 percent")],
        ),
        ("Tourism revenue rose even faster, by 24 percent, to 52 billion yuan.", [("52 billion yuan", "24 percent")]),
        (
            "Budget revenue of Wulian increased by 31 percent, from 14.2 billion yuan to 18.6 billion yuan.",
            [("18.6 billion yuan", "31 percent")],
        ),
        ("Sales tripled in 2023 to 6.8 billion yuan.", [("6.8 billion yuan", "tripled")]),
        ("Growing at 14 percent, exports of tea reached 9.4 billion yuan.", [("9.4 billion yuan", "14 percent")]),
        (
            "Sales of tickets amounted to 8 billion yuan, surpassing last year's total by 18 percent.",
            [("8 billion yuan", "18 percent")],
        ),
        ("Exports rose 5 percent while imports dropped to 3 billion yuan.", [("", "5 percent")]),
        ("Exports rose 5 percent thanks to 300 new firms.", [("", "5 percent")]),
    ],
)
def test_a_growth_is_of_the_amount_that_it_led_to(text: str, told: list[tuple[str, str]]) -> None:
    assert growths(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Retail sales of Wulian reached 4 billion yuan in May. On a monthly basis, they edged up 7 percent.",
        "Consumer prices rose 2 percent in May from a year earlier and were down 7 percent from April.",
        "Freight was 21 million tons in July. That was 5 percent above a year ago but 7 percent below that of June.",
        "Foreign capital declined 8 percent but remained above the target by 7 percent.",
        "Incomes of Wulian rose by 7 percent since 2012.",
        "Freight of Wulian was 21 million tons, 7 percent more than three years ago.",
    ],
)
def test_a_growth_of_a_month_or_of_many_years_or_beyond_a_plan_is_none(text: str) -> None:
    assert "7 percent" not in [part.words for figure in figures(text) for _, part in figure.parts()]
    assert "7 percent" not in amounts(text)
