"""English sentences as newspapers write them, made up for these tests → the figures that are proposed of them."""

import pytest

from indicators.curate.drafts import DraftFigure
from indicators.values import periods
from tests.curate.recognition.test_reading import figures, reader, reasons


def told(figure: DraftFigure) -> tuple[str, str, str]:
    """The number of a figure, its unit where that does not stand beside it, and its growth."""
    return figure.text, figure.unit, figure.growth.words if figure.growth else ""


@pytest.mark.parametrize(
    ("text", "expected", "metric"),
    [
        (
            "Rizhao had 45 provincial gazelle enterprises at the end of June, up 12 percent.",
            ("45", "enterprises", "12 percent"), "gazelle-enterprises",
        ),
        (
            "Nearly 2.3 million foreign and domestic tourists visited Rizhao in May, a surge of 140 percent.",
            ("Nearly 2.3 million", "visits", "140 percent"), "visitors",
        ),
        ("Ju County is home to 18 deep-water berths.", ("18", "items", ""), "berths"),
        (
            "The number of high-tech enterprises in Rizhao rose 5 percent to 612.",
            ("612", "enterprises", "5 percent"), "high-tech-enterprises",
        ),
        ("Some 1.1 million trips by tourists were made to Rizhao.", ("Some 1.1 million", "visits", ""), "visitors"),
    ],
)  # fmt: skip
def test_a_number_of_things_is_read_with_the_noun_that_it_counts(
    text: str, expected: tuple[str, str, str], metric: str
) -> None:
    (figure,) = figures(text)
    assert (told(figure), figure.metric) == (expected, metric)
    assert figure.quantity is not None
    assert figure.quantity.given_unit


def test_the_quote_of_a_number_of_things_holds_their_noun() -> None:
    (figure,) = figures("RIZHAO, July 12 -- Rizhao had 45 provincial gazelle enterprises.")
    assert figure.quote == "Rizhao had 45 provincial gazelle enterprises"


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("The plan covers 12 countries and many firms.", "12", "no-unit"),
        ("It is one of the top 500 enterprises.", "500 enterprises", "name"),
        ("Exports reached CNY7.1 billion (US$1.13 billion) in May.", "US$1.13 billion", "converted"),
        ("Wheat was sown on 30 million mu (2 million hectares).", "2 million hectares", "converted"),
        ("The port can take ships of 300,000 tonnes each.", "300,000 tonnes", "threshold"),
        (
            "It has airports with annual cargo throughput of more than 100,000 tons.",
            "more than 100,000 tons",
            "threshold",
        ),
        ("Exports rose 9 percent year on year and 14.8 percent month on month.", "14.8 percent", "comparator"),
        ("The jobless rate of Rizhao was 3.9%, unchanged from May.", "unchanged", "comparator"),
    ],
)
def test_a_number_that_is_none_of_the_economy_says_why(text: str, number: str, why: str) -> None:
    assert reasons(text).get(number) == why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Added value of state firms grew by 4.1 percent; joint-stock firms by 8.5 percent.",
            [("", "", "4.1 percent"), ("", "", "8.5 percent")],
        ),
        (
            "The port saw a growth of 9.4 per cent in its foreign trade cargo volume to 157 million tonnes.",
            [("157 million tonnes", "", "9.4 per cent")],
        ),
        ("Exports fell 8 percent in May and came in at 3.4 billion yuan.", [("3.4 billion yuan", "", "-8 percent")]),
        ("Output rose 3.2 percent to a record-high 590 million tonnes.", [("590 million tonnes", "", "3.2 percent")]),
        ("Exports stood at 9.1 billion yuan. The figure decreased 8.4 percent.",
            [("9.1 billion yuan", "", "-8.4 percent")]),
        ("Trade rose 6 percent, with exports and imports up 10 percent and 2 percent, respectively.",
            [("", "", "6 percent"), ("", "", "10 percent"), ("", "", "2 percent")]),
        ("It took in 20 million U.S. dollars of FDI, down 2 percent.", [("20 million U.S. dollars", "", "-2 percent")]),
    ],
)  # fmt: skip
def test_growth_is_of_what_the_sentence_says(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [told(figure) for figure in figures(text)] == expected


def test_two_growths_behind_two_amounts_belong_to_one_each() -> None:
    rates = "up 42 percent and 43 percent year on year respectively"
    text = f"Rizhao hosted over 4 million tourists who spent 3.5 billion yuan, {rates}."
    assert [told(figure) for figure in figures(text)] == [
        ("over 4 million tourists", "", "42 percent"),
        ("3.5 billion yuan", "", "43 percent"),
    ]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The sown area reached 42.9 million mu, an increase of 200,000 mu over the previous year.", "200,000 mu"),
        ("The sown area reached 42.9 million mu, down 200,000 mu from last year.", "-200,000 mu"),
    ],
)
def test_a_rise_in_the_unit_of_the_amount_is_its_change(text: str, change: str) -> None:
    (figure,) = figures(text)
    assert figure.change is not None
    assert figure.change.words == change


def test_several_shares_of_plans_are_each_of_their_own_amount() -> None:
    shares = "accounting for 39.3% and 38.2% of the annual plan"
    text = f"Investment in roads and ports reached RMB 3 billion and RMB 4 billion respectively, {shares}."
    assert [figure.completion.words for figure in figures(text) if figure.completion] == ["39.3%", "38.2%"]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("in the first half of the year", "2023-S1"),
        ("in the first 5 months", "2023-01-01/P5M"),
        ("from January to May", "2023-01-01/P5M"),
        ("between March and May", "2023-03-01/P3M"),
        ("in January and February", "2023-01-01/P2M"),
        ("from July 1 to 9", "2023-07-01/P9D"),
        ("in June last year", "2022-06"),
        ("last month", "2023-06"),
        ("by the end of June", "2023-S1"),
        ("so far this year", "2023-S1"),
        ("in Q3 2022", "2022-Q3"),
        ("compared with a record as high as that of 2017, in May", "2023-05"),
        ("in the six months to June", "2023-S1"),
        ("in the fiscal year 2022-23", ""),
    ],
)
def test_the_period_of_a_flow(words: str, period: str) -> None:
    (figure,) = figures(f"{words[0].upper()}{words[1:]}, exports of Rizhao reached 3.4 billion yuan.")
    assert (figure.period.text if figure.period else "") == period


def test_the_year_of_a_year_on_year_growth_is_no_time() -> None:
    (figure,) = figures("In the first half, the year-on-year growth rate of industrial added value was 6.0 percent.")
    assert (figure.metric, figure.period) == ("value-added", periods.parse("2023-S1"))


def test_a_number_behind_days_counts_the_noun_before_them() -> None:
    (figure,) = figures("The number of tourists in Rizhao from July 1 to 7 reached 297,700.")
    assert (figure.text, figure.unit, figure.period) == ("297,700", "visits", periods.parse("2023-07-01/P7D"))


def test_words_that_narrow_a_metric_have_to_be_there() -> None:
    text = "The investment in 46 construction projects reached 24.7 billion yuan from January to May."
    assert figures(text)[-1].metric == "project-investment"


def test_half_a_year_is_no_half() -> None:
    (figure,) = figures("Rizhao revealed a half-year GDP of 109 billion yuan.")
    assert (figure.text, figure.period) == ("109 billion yuan", periods.parse("2023-S1"))


def test_what_a_growth_is_compared_with_is_not_its_period() -> None:
    (figure,) = figures("Exports of Rizhao grew 16 percent in May, due to the low base of comparison in 2022.")
    assert figure.period == periods.parse("2023-05")


def test_all_that_a_port_aims_at_is_a_target_of_the_year() -> None:
    aims = "a throughput of 400 million tonnes and a box volume of 14.5 million TEU"
    text = f"Rizhao is aiming to accomplish {aims} by the end of the year."
    assert [(figure.nature, figure.period) for figure in figures(text)] == [("target", periods.parse("2023"))] * 2


def test_a_name_behind_of_only_says_whose_it_is() -> None:
    choices = [
        choice.kind.metric for choice in figures("The profits of high-tech enterprises rose 9 percent.")[0].choices
    ]
    assert choices[0] == "profits"


def test_containers_are_of_the_one_metric_that_counts_them() -> None:
    (figure,) = figures("The trains carried 110,600 TEUs.")
    assert (figure.metric, figure.sure) == ("container-throughput", "doubtful")


def test_an_entry_of_counted_things_reads_as_it_was_drafted() -> None:
    unit = reader().dataset.unit_table.units["enterprises"]
    (figure,) = figures("Rizhao had nearly 1,200 small technology-based firms.")
    assert (figure.text, figure.unit) == ("nearly 1,200", "enterprises")
    assert figure.quantity is not None
    assert (figure.quantity.unit, figure.quantity.qualifier) == (unit, "nearly")
