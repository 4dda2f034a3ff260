"""English numbers however they are written, made up for these tests: hyphens, words, currencies, ranges, shares."""

import pytest

from indicators.curate.drafts import DraftFigure
from tests.curate.recognition.test_reading import amounts, figures, reasons


def rates(figure: DraftFigure) -> str:
    """The number of a figure with its rates: 3 billion yuan growth=5 percent."""
    return " ".join(filter(None, [figure.text, *(f"{role}={part.words}" for role, part in figure.parts())]))


def read(text: str) -> list[str]:
    return [rates(figure) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "amount", "value", "unit"),
    [
        ("It broke ground on a 3-billion-yuan park in Rizhao.", "3-billion-yuan", 3_000_000_000, "CNY"),
        ("Rizhao opened a 120-km railway line in June.", "120-km", 120, "km"),
        ("The port has a 2.5-million-tonne grain terminal.", "2.5-million-tonne", 2_500_000, "t"),
        ("A 500-million-U.S.-dollar plant was built in Rizhao.", "500-million-U.S.-dollar", 500_000_000, "USD"),
        ("It is part of the $437-billion trade.", "$437-billion", 437_000_000_000, "USD"),
        ("A nearly 4-billion-yuan fund was set up in Rizhao.", "nearly 4-billion-yuan", 4_000_000_000, "CNY"),
        ("Two million visitors came to Rizhao.", "Two million visitors", 2_000_000, "visits"),
        ("Its port handled a hundred million tonnes.", "a hundred million tonnes", 100_000_000, "t"),
        ("Rizhao built fifteen kilometers of roads.", "fifteen kilometers", 15, "km"),
        ("Five hundred households joined it in Wulian.", "Five hundred households", 500, "households"),
        ("The project will cost from 3 to 5 billion yuan.", "3 to 5 billion yuan", 4_000_000_000, "CNY"),
        ("Between 3 and 5 million tourists are expected.", "Between 3 and 5 million tourists", 4_000_000, "visits"),
        ("The port will handle 10-12 million tonnes.", "10-12 million tonnes", 11_000_000, "t"),
        ("It plans 3 billion yuan to 5 billion yuan for it.", "3 billion yuan to 5 billion yuan", 4_000_000_000, "CNY"),
    ],
)
def test_an_amount_is_read_with_hyphens_in_words_and_as_a_range(text: str, amount: str, value: int, unit: str) -> None:
    (figure,) = figures(text)
    assert figure.quantity is not None
    assert (figure.text, int(figure.quantity.value), figure.quantity.unit.id) == (amount, value, unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Exports reached 530 trillion VND in 2022.", "VND"),
        ("It collected VND 25 trillion in taxes in 2022.", "VND"),
        ("Revenue stood at 12 billion baht in 2022.", "THB"),
        ("It exported goods worth 45 billion rupees in 2022.", "INR"),
        ("Exports reached Rs 45 crore in 2022.", "INR"),
        ("Trade reached 3 billion ringgit in May.", "MYR"),
        ("Exports reached NT$2.1 billion in 2022.", "TWD"),
        ("Exports reached A$2.1 billion in 2022.", "AUD"),
        ("Trade was worth 300 million pounds in 2022.", "GBP"),
        ("Retail sales totaled 20 billion rubles in 2022.", "RUB"),
        ("Exports reached Ksh 45 billion in 2022.", "KES"),
        ("Exports reached R$ 45 billion in 2022.", "BRL"),
        ("Exports reached 45 billion naira in 2022.", "NGN"),
    ],
)
def test_an_amount_in_another_currency_has_that_currency(text: str, unit: str) -> None:
    (figure,) = figures(text)
    assert figure.quantity is not None
    assert figure.quantity.unit.id == unit


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("It built four 300,000-ton berths.", "300,000-ton", "one-thing"),
        ("It has signed ten 100-million-yuan projects.", "100-million-yuan", "one-thing"),
        ("The orchards gave 300 million pounds of apples.", "300 million", "no-unit"),
        ("Exports reached Z$2.1 billion in 2022.", "2.1 billion", "no-unit"),
        ("Exports reached 3 billion yuan, 79 percent of last year's level.", "79 percent", "comparator"),
        ("Trips recovered to 85 percent of the 2019 level.", "85 percent", "comparator"),
        ("The throughput was 120 percent of that of a year ago.", "120 percent", "comparator"),
        ("Output of tea was 3 times as much as in 2012.", "3 times", "comparator"),
        ("Sales of tea rose six-fold in 2022.", "six-fold", "comparator"),
        ("GDP of Rizhao grew by 6.5 percent annually on average.", "6.5 percent", "comparator"),
        ("Trade grew at an average annual rate of 8 percent.", "8 percent", "comparator"),
        ("Its revenue rose 12 percent per year from 2015 to 2019.", "12 percent", "comparator"),
        ("Forest coverage rose from 35 percent in 2015 to 42 percent in 2020.", "35 percent", "base"),
    ],
)
def test_what_is_no_figure_of_a_place_and_time_says_why(text: str, number: str, why: str) -> None:
    assert reasons(text).get(number) == why


@pytest.mark.parametrize(
    "text",
    [
        "Three of its ports were closed.",
        "One of the firms moved to Rizhao.",
        "It took two years to build the port.",
        "Three-quarters of an hour later it ended.",
    ],
)
def test_a_few_things_in_words_are_no_number(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports rose six percent to 3 billion yuan.", ["3 billion yuan growth=six percent"]),
        ("Revenue fell three percent to 2 billion yuan.", ["2 billion yuan growth=down three percent"]),
        ("Revenue fell nearly 5 percent to 2 billion yuan.", ["2 billion yuan growth=down nearly 5 percent"]),
        ("全市出口3亿元，同比下降近5%。", ["3亿元 growth=下降近5%"]),
        ("Exports nearly doubled to 2 billion yuan in May.", ["2 billion yuan growth=nearly doubled"]),
        ("Exports rose by a third to 4 billion yuan.", ["4 billion yuan growth=a third"]),
        ("Exports are expected to grow by 12 to 15 percent.", ["growth=12 to 15 percent"]),
        ("Retail sales (up 5.2 percent) reached 20 billion yuan.", ["20 billion yuan growth=5.2 percent"]),
        ("Retail sales reached 20 billion yuan (+5.2%).", ["20 billion yuan growth=+5.2%"]),
        ("Exports, up 8.8 percent, reached 7 billion yuan.", ["7 billion yuan growth=8.8 percent"]),
        ("Up 8.8 percent, exports of Rizhao reached 7 billion yuan.", ["7 billion yuan growth=8.8 percent"]),
        ("With a growth rate of 8.8 percent, exports reached 7 billion yuan.", ["7 billion yuan growth=8.8 percent"]),
        ("An 8.8 percent jump brought exports to 7 billion yuan.", ["7 billion yuan growth=8.8 percent"]),
        (
            "Exports rose 9 percent year on year and 2 percent month on month to 3 billion yuan.",
            ["3 billion yuan growth=9 percent"],
        ),
        (
            "Exports and imports were 2 billion yuan and 1 billion yuan, up 5.4 and 6.1 percent respectively.",
            ["2 billion yuan growth=5.4%", "1 billion yuan growth=6.1 percent"],
        ),
        (
            "Exports and imports were 2 billion yuan and 1 billion yuan, up 5% and down 6%, respectively.",
            ["2 billion yuan growth=5%", "1 billion yuan growth=-6%"],
        ),
    ],
)
def test_a_growth_is_read_in_words_in_brackets_and_ahead_of_its_amount(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The port handled 480 million tonnes, up by 113 million tonnes.",
            "480 million tonnes change=113 million tonnes",
        ),
        ("Its capacity reached 12 GW, adding 2 GW.", "12 GW change=2 GW"),
        ("The tea area was 30,000 mu, 2,000 mu larger than the year before.", "30,000 mu change=2,000 mu"),
        (
            "Exports were 6 billion yuan, 500 million yuan less than in the same period of 2021.",
            "6 billion yuan change=-500 million yuan",
        ),
        (
            "Grain output was 1.2 million tonnes, up 30,000 tonnes, or 2.5 percent.",
            "1.2 million tonnes growth=2.5 percent change=30,000 tonnes",
        ),
        (
            "Grain output was 1.2 million tonnes, down 30,000 tonnes, or 2.5 percent.",
            "1.2 million tonnes growth=-2.5 percent change=-30,000 tonnes",
        ),
    ],
)
def test_what_was_added_is_the_change_of_the_amount_before(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Private firms exported 6 billion yuan, or a third of the city's total exports.",
            ["6 billion yuan share=a third"],
        ),
        ("Private exports were 5 billion yuan, and their share rose to 45%.", ["5 billion yuan share=45%"]),
        (
            "Steel output was 20 million tonnes. The output amounted to 25 percent of the national total.",
            ["20 million tonnes share=25 percent"],
        ),
        ("Trade was 9 billion yuan, 45% of which came from private firms.", ["9 billion yuan", "share=45%"]),
        ("Some 45 percent of the city's exports went to Japan.", ["share=Some 45 percent"]),
        ("Private firms account for nearly two-thirds of the city's exports.", ["share=nearly two-thirds"]),
    ],
)
def test_a_share_is_of_what_its_sentence_says(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_a_word_that_ends_like_one_for_more_says_nothing_of_how_exact_a_number_is() -> None:
    (figure,) = figures("Forests cover 42 percent of the county.")
    assert "over" not in rates(figure)


def test_a_year_before_a_number_stays_apart_from_it() -> None:
    assert reasons("Trains made 900 trips in 2022, 120 more than in 2021.")["2022"] == "date"


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("Trade with Thailand was worth 35 billion baht ($1 billion).", "$1 billion", "converted"),
        ("Its trade was 120 million yuan, or 16.5 million U.S. dollars.", "16.5 million U.S. dollars", "converted"),
        ("The CAGR of exports was 8 percent from 2015 to 2020.", "8 percent", "comparator"),
        ("It created 52,000 jobs, 3,000 jobs more than last year.", "3,000", "comparator"),
        ("Passenger traffic increased 1.5 times to 900,000.", "1.5 times", "comparator"),
    ],
)
def test_what_tells_the_same_again_or_of_several_years_is_no_figure(text: str, number: str, why: str) -> None:
    assert reasons(text).get(number) == why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Steel output shrank by 2 million tonnes to 18 million tonnes.", "18 million tonnes change=-2 million tonnes"),
        ("Trade rose 2 billion yuan to 30 billion yuan.", "30 billion yuan change=2 billion yuan"),
        ("The deficit narrowed by 1 billion yuan to 3 billion yuan.", "3 billion yuan change=-1 billion yuan"),
        ("Sales rose by between 5 and 8 percent.", "growth=between 5 and 8 percent"),
        ("Of the total, 40 percent was exported to Japan.", "share=40 percent"),
        ("Almost half the city's trade was with ASEAN.", "share=Almost half"),
        ("More than one in four jobs of Rizhao are in tourism.", "share=More than one in four"),
        ("The US$2.3-billion plant stands in Rizhao.", "US$2.3-billion"),
        ("The number of firms grew from 300 to 450.", "450"),
    ],
)
def test_a_number_keeps_what_its_sentence_says_of_it(text: str, expected: str) -> None:
    assert read(text) == [expected]


def test_money_in_brackets_behind_what_is_no_money_is_an_amount() -> None:
    assert read("Rizhao sold 5,000 tonnes (300 million yuan) of tea.") == ["5,000 tonnes", "300 million yuan"]


def test_money_in_brackets_behind_that_of_an_unknown_currency_is_converted() -> None:
    assert reasons("Its trade was worth KSh 5 million ($40,000) in 2022.")["$40,000"] == "converted"
