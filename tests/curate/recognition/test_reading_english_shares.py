"""English shares and parts of a whole, and the same in percent or in money, made up for these tests."""

import pytest

from tests.curate.recognition.test_reading import figures


def parts(text: str, role: str) -> list[tuple[str, str]]:
    return [(figure.text, part.words) for figure in figures(text) for name, part in figure.parts() if name == role]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Wulian spent 66.2 percent of its income on schools in 2019, which totaled 301.3 billion yuan.",
         [("301.3 billion yuan", "66.2 percent")]),
        ("The capacity of Wulian reached 70.71 million kW, of which wind power accounted for 53.8 percent.",
         [("", "53.8 percent")]),
        ("Output reached 2.69 billion yuan and accounted for 53.4% of the growing industry.",
         [("2.69 billion yuan", "53.4%")]),
        ("Exports were 5 tons and imports 4 tons, accounting for 50 percent and 40 percent of the total respectively.",
         [("5 tons", "50 percent"), ("4 tons", "40 percent")]),
        ("Wind power accounted for more than 30 percent at 20.6 billion kWh.",
         [("20.6 billion kWh", "more than 30 percent")]),
        ("More than 60 percent of the new bonds went into pollution control.", [("", "More than 60 percent")]),
        ("Wulian has 339 firms, and 152 and 42.2% of them are in software.", [("152", "42.2%")]),
    ],
)  # fmt: skip
def test_a_share_is_of_the_amount_that_its_words_say_or_stands_alone(text: str, told: list[tuple[str, str]]) -> None:
    assert parts(text, "share") == told


def test_shares_of_a_list_without_amounts_are_figures_each() -> None:
    several = figures("The three industries contributed to 1.4, 30.9 and 67.7 percent of the GDP in 2005.")
    assert [figure.printed for figure in several] == ["1.4%", "30.9%", "67.7 percent"]


def test_growths_led_to_as_many_amounts() -> None:
    text = (
        "Tax and fees increased by 29.1% and 27.1%, amounting to RMB 71.8 billion and RMB 14.48 billion respectively."
    )
    assert parts(text, "growth") == [("RMB 71.8 billion", "29.1%"), ("RMB 14.48 billion", "27.1%")]


def test_a_change_may_stand_behind_its_percent_or_before_it() -> None:
    assert parts("Revenue was 10.39 billion yuan, increasing by 24.9%, or 2.07 billion yuan.", "change") == [
        ("10.39 billion yuan", "2.07 billion yuan")
    ]
    text = "The price of houses stood at 6,725 yuan, a rise of 1,083 yuan (US$135) or 19.2 percent."
    assert parts(text, "growth") == [("6,725 yuan", "19.2 percent")]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Wulian said that 97 of the top 500 global companies invest there.", "97", "enterprises"),
        ("A total of 41 of 108 projects had been completed.", "41", "projects"),
        ("The number of trademarks reached roughly 1,300.", "roughly 1,300", "items"),
        ("The number of patent applications is expected to surpass 1,000.", "1,000", "items"),
    ],
)
def test_a_part_of_some_things_is_counted(text: str, number: str, unit: str) -> None:
    assert (number, unit) in [(figure.text, figure.quantity.unit.id) for figure in figures(text) if figure.quantity]


@pytest.mark.parametrize(
    "text",
    ["It is the No. 1 project of Wulian.", "It was 8 percent, compared with the 2.5, 32.7 and 64.8 percent in 2004."],
)
def test_a_rank_and_what_is_compared_with_are_no_figures(text: str) -> None:
    assert not {"1 project", "2.5", "32.7", "64.8 percent"} & {figure.printed for figure in figures(text)}


def test_a_long_english_headline_tells_a_number_again() -> None:
    headline = "Coal-rich county of Wulian sees its new energy generation surpass 100 bln kWh"
    (figure,) = figures(
        f"{headline}\n\nWulian saw its new energy generation reach 100 billion kWh in May.\n\nIt is new."
    )
    assert figure.text == "100 billion kWh"


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Power sent out rose 6 percent, and more than 60 percent of local oil was exported.", "more than 60 percent"),
        ("Wulian has 339 firms.\n\nThe park gathers 119 and 33.1% of these firms.", "33.1%"),
    ],
)
def test_a_share_that_begins_a_clause_or_stands_behind_its_count_is_read(text: str, share: str) -> None:
    assert share in [words for _, words in parts(text, "share")]


def test_by_how_many_a_part_is_owned_and_what_most_are_under_is_no_figure() -> None:
    text = (
        "Three-quarters of the patents are owned by one-fifth of the firms, whose capital is mostly under US$1 million."
    )
    assert not {"one-fifth", "under US$1 million"} & {figure.printed for figure in figures(text)}


def test_a_share_that_is_the_subject_is_of_the_whole_before_it() -> None:
    whole, share = figures("Of the 630 firms registered in the zone, 38 percent are in logistics.")
    assert (whole.text, whole.share, share.quote) == ("630 firms", None, "38 percent are in logistics")


def test_a_share_of_a_whole_behind_a_growth_is_none_of_these() -> None:
    (figure,) = figures("The industry was worth 17 billion yuan, an increase of 6 percent and a fifth of the total.")
    assert {name: part.words for name, part in figure.parts()} == {"growth": "6 percent", "share": "a fifth"}


def test_points_alone_are_of_a_rate() -> None:
    text = "Forest coverage of Wulian climbed to 34.6 percent, up 1.2 points from a year earlier."
    assert parts(text, "points") == [("34.6 percent", "1.2 points")]
