"""English counts of anything, lists that share a unit, ranked places and plans, made up for these tests."""

import pytest

from indicators.values import periods
from tests.curate.recognition.test_reading import figures, reader, reasons
from tests.curate.recognition.test_reading_english import told


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("The firms handled a total of 40.95 billion parcels.", "40.95 billion", "items"),
        ("The city has built 40,000 5G base stations.", "40,000", "items"),
        ("Of them, 51,800 were individually owned businesses.", "51,800", "enterprises"),
        ("The number of freight train trips rose 5 percent year on year to 10,575.", "10,575", "runs"),
        ("The island attracted 832,000 trips.", "832,000", "visits"),
        ("The place saw 861,000 tourist arrivals.", "861,000", "visits"),
        ("Last year, 3,100 rural laborers found jobs.", "3,100", "persons"),
    ],
)
def test_many_of_anything_are_a_count(text: str, number: str, unit: str) -> None:
    (figure,) = figures(text)
    assert (figure.text, figure.unit) == (number, unit)


@pytest.mark.parametrize("noun", ["countries", "steps", "years"])
def test_what_no_economy_counts_is_no_figure(noun: str) -> None:
    assert figures(f"They have seen 250 {noun} of it.") == []


def test_the_numbers_of_a_list_have_the_unit_of_the_last_one() -> None:
    text = "Passengers by road, rail and air reached 24.5 million, 563,300 and 1.45 million person-times respectively."
    assert [figure.quantity.unit for figure in figures(text) if figure.quantity] == ["visits"] * 3


def test_a_year_in_a_list_of_numbers_has_no_unit_of_theirs() -> None:
    assert "2021" not in [figure.text for figure in figures("In 2020, 2021 and 2022 the city built 5 projects.")]


def test_numbers_of_months_count_what_was_counted_before() -> None:
    text = "1,524 foreign companies were registered, 12.5 percent of all - 683 in July and 571 in August."
    assert [(figure.text, figure.unit) for figure in figures(text)][1:] == [
        ("683", "enterprises"),
        ("571", "enterprises"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A total of 2,047 foreign companies were registered in the zone in 2022, skyrocketing 290 percent.",
            [("2,047", "enterprises", "290 percent")],
        ),
        (
            "Sales of homes came in at 555 million square meters, down 1.6 percent year on year, with the sales in"
            " value reaching 5.2 trillion yuan, up 6.1 percent.",
            [("555 million square meters", "", "-1.6 percent"), ("5.2 trillion yuan", "", "6.1 percent")],
        ),
    ],
)
def test_a_growth_behind_a_comma_is_of_the_amount_before(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [told(figure) for figure in figures(text)] == expected


def test_a_share_of_what_the_sentence_before_told_of_belongs_to_it() -> None:
    text = "The installed capacity hit 1.3 billion kilowatts. The record capacity accounted for 48.8 percent of all."
    (figure,) = figures(text)
    assert (figure.text, figure.share and figure.share.words) == ("1.3 billion kilowatts", "48.8 percent")


@pytest.mark.parametrize(
    "text",
    ["The urbanization rate reached 62.1 percent.", "The city aims to increase its urbanization rate to 62.1 percent."],
)
def test_the_level_of_a_rate_is_an_amount(text: str) -> None:
    (figure,) = figures(text)
    assert (figure.text, figure.metric) == ("62.1 percent", "urbanisation-rate")


def test_the_share_of_a_branch_in_the_economy_is_an_amount_of_its_own() -> None:
    (figure,) = figures("In May R&D spending accounted for 3.6 percent of the city's GDP.")
    assert (figure.text, figure.metric) == ("3.6 percent", "rd-intensity")
    (figure,) = figures("The digital economy accounted for 11 percent of its GDP.")
    assert (figure.text, figure.metric) == ("11 percent", "share-of-gdp")


def test_places_among_which_one_is_ranked_are_none_that_figures_are_of() -> None:
    text = (
        "In 2022, the GDP of Rizhao reached 20.3 billion yuan, ranking the 1st among 17 cities in Shandong. Output of"
        " firms in Rizhao was 5 billion yuan, ranking second in Shandong. Investment in fixed assets, the 3rd in"
        " Shandong, was 3 billion yuan."
    )
    assert {figure.region for figure in figures(text)} == {"rizhao"}


@pytest.mark.parametrize("place", ["the country's ports", "China", "the Port of Nowhere"])
def test_a_text_of_a_country_or_of_another_port_is_not_of_the_usual_place(place: str) -> None:
    assert [figure.region for figure in figures(f"In May, trade of {place} reached 5 billion yuan.")] == [""]


def test_lines_below_a_heading_of_targets_are_targets_of_its_year() -> None:
    text = (
        "Highlights of a report\nMajor targets for 2024:\nGDP grows about 5 percent.\n"
        "Consumer price index (CPI) increase will be kept around 3 percent.\nAdd more than 9 million urban jobs.\nEnd."
    )
    (article,) = reader().read(text, periods.parse("2024-03-05"))
    assert [figure.nature for figure in article.figures] == ["target"] * 3
    assert {figure.period.text for figure in article.figures if figure.period} == {"2024"}


def test_what_a_place_will_have_is_a_target() -> None:
    figure = figures("By 2030 the city will be home to more than 6,000 high-tech enterprises.")[-1]
    assert figure.nature == "target"


def test_how_much_more_a_number_is_than_that_of_last_year_is_a_change() -> None:
    text = "A deficit of 1.2 billion yuan, 400 million yuan more than the budgeted figure last year, is planned."
    (figure,) = figures(text)
    assert (figure.text, figure.change and figure.change.words) == ("1.2 billion yuan", "400 million yuan")
    assert reasons(text) == {}
