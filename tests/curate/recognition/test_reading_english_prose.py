"""English as reports and press releases write it, made up for these tests → numbers, growths, periods and metrics."""

import pytest

from indicators.values import periods
from tests.curate.recognition.test_reading import figures, reader, reasons
from tests.curate.recognition.test_reading_english import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Imports, however, were down 10.2% YoY at 15.3 billion yuan.", [("15.3 billion yuan", "", "-10.2%")]),
        ("Added value of farming dipped 4.3 percent to 1.9 billion yuan.", [("1.9 billion yuan", "", "-4.3 percent")]),
        ("Retail sales fell 9 percent to 6 billion yuan year on year.", [("6 billion yuan", "", "-9 percent")]),
        (
            "Data show a year-on-year growth of 10.9% in total sales of goods, reaching 2.7 billion yuan.",
            [("2.7 billion yuan", "", "10.9%")],
        ),
        (
            "Revenue increased by 24.7% over last year to RMB 206 million.",
            [("RMB 206 million", "", "24.7%")],
        ),
        (
            "Trade soared 49.9 percent from the year-earlier level to 53 billion yuan.",
            [("53 billion yuan", "", "49.9 percent")],
        ),
        ("Investment in fixed assets in Q2 increased by 11.4 percent.", [("", "", "11.4 percent")]),
        ("Machinery still dominated, rising 10.3%.", [("", "", "10.3%")]),
        ("At 61.9 billion yuan, exports were up 11.9%.", [("61.9 billion yuan", "", "11.9%")]),
        (
            "Investment in fixed assets grew 4.8 percent, with investment in manufacturing surging 21 percent.",
            [("", "", "4.8 percent"), ("", "", "21 percent")],
        ),
        (
            "The city saw an 8.7% year-on-year increase in its trade in May, with the volume totaling 67 billion yuan.",
            [("67 billion yuan", "", "8.7%")],
        ),
        (
            "Trade reached 18 billion yuan. The figure represents an increase of 60.4 percent.",
            [("18 billion yuan", "", "60.4 percent")],
        ),
        (
            "A total of 2,100 new enterprises were registered in May, an increase of 19.4 percent.",
            [("2,100", "enterprises", "19.4 percent")],
        ),
        (
            "Imports and exports of state firms and private firms fell by 0.9 percent and 11.3 percent, respectively.",
            [("", "", "-0.9 percent"), ("", "", "-11.3 percent")],
        ),
        (
            "The county expects GDP growth of around 6 percent; an increase of 5 percent in budget revenue.",
            [("", "", "around 6 percent"), ("", "", "5 percent")],
        ),
    ],
)
def test_a_growth_is_read_however_the_sentence_is_built(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [told(figure) for figure in figures(text)] == expected


@pytest.mark.parametrize("way", ["rising 6.6 percent and 8.4 percent", "grew by 6.6% and 8.4% respectively"])
def test_as_many_growths_as_amounts_belong_to_one_each(way: str) -> None:
    both = figures(f"The port handled 5.3 million tons of ore and 5.4 million tons of coal, {way}.")
    assert [figure.growth.words[:3] for figure in both if figure.growth] == ["6.6", "8.4"]
    assert [figure.text for figure in both] == ["5.3 million tons", "5.4 million tons"]


def test_what_an_amount_is_of_does_not_part_it_from_its_growth() -> None:
    (figure,) = figures("Rizhao took in 3.1 billion yuan in tourism revenue, growing by 14.2%.")
    assert told(figure) == ("3.1 billion yuan", "", "14.2%")


def test_what_makes_up_a_whole_is_no_rise() -> None:
    (figure,) = figures("Tax revenue stood at 7.9 billion yuan, up 22 percent, and made up 73 percent of the total.")
    assert (figure.growth and figure.growth.words, figure.share and figure.share.words) == ("22 percent", "73 percent")


def test_a_fall_that_a_metric_of_rates_counts_stands_in_the_text() -> None:
    text = "The share of industrial output above designated size shrank 2.3 percent."
    assert all(figure.text in text for figure in figures(text))


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("Mr Li, who owns 12 mu of tea bushes, is happy.", "12 mu", "one-thing"),
        ("The tea costs 800 yuan a kilogram.", "800 yuan", "one-thing"),
        ("We saw 58 projects, 21 of which have an investment of more than 100 million yuan.",
            "more than 100 million yuan", "threshold"),
        ("Exports rose 5 percent, 3.6 percentage and 2.5 percentage points higher than the rates of Q1 and Q2.",
            "2.5 percentage points", "comparator"),
    ],
)  # fmt: skip
def test_a_number_of_one_person_or_of_each_thing_is_no_figure(text: str, number: str, why: str) -> None:
    assert reasons(text).get(number) == why


def test_how_much_more_it_was_than_a_year_before_is_a_change() -> None:
    (figure,) = figures("Funds came to 9.6 billion yuan, 820 million yuan more than in 2022.")
    assert figure.change is not None
    assert figure.change.words == "820 million yuan"


def test_a_rate_and_a_share_of_the_sentence_before_are_told_together() -> None:
    text = "Spending stood at 1.8 billion yuan. This represents a 22 percent rise and 38 percent of the budget plan."
    (figure,) = figures(text)
    assert figure.growth is not None
    assert figure.completion is not None
    assert (figure.growth.words, figure.completion.words) == ("22 percent", "38 percent")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Investment in services added up to 128 billion yuan.", "128 billion yuan"),
        ("Rizhao used USD 28.4 million of foreign capital.", "USD 28.4 million"),
        (
            "The area covers 1,600 hectares with annual output of more than 60 thousand tons.",
            "more than 60 thousand tons",
        ),
    ],
)
def test_an_amount_is_read_as_far_as_it_goes(text: str, number: str) -> None:
    assert figures(text)[-1].text == number


def dated(text: str, published: str) -> list[str]:
    read = reader().read(text, periods.parse(published))
    return [figure.period.text if figure.period else "" for article in read for figure in article.figures]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "Last year Rizhao did well. Exports reached 3 billion yuan by the end of the year.",
            "2019-02-21", "2018",
        ),
        ("In 2021 trade grew. Loans totaled 3 billion yuan at the end of the year.", "2022-03-15", "2021-12"),
        ("Exports of Rizhao for the whole year are expected to surpass 5 billion yuan.", "2021-10-10", "2021"),
        ("In the year ended Dec. 31, 2022, exports of Rizhao reached 3 billion yuan.", "2023-04-01", "2022"),
        ("In the six months ended June 30, 2023, exports of Rizhao reached 3 billion yuan.", "2023-08-01", "2023-S1"),
        ("In the January-to-May period exports of Rizhao reached 3 billion yuan.", "2023-08-01", "2023-01-01/P5M"),
        ("Over the first five months exports of Rizhao reached 3 billion yuan.", "2023-08-01", "2023-01-01/P5M"),
        ("As of March 31, loans totaled 3 billion yuan.", "2023-08-01", "2023-03-31"),
        (
            "Projects of Ju County\nLast year the county kept building.\nThe county carried out 86 key projects.",
            "2019-02-21", "2018-12",
        ),
        (
            "From January to May trade grew. Exports were 3 billion yuan over the same 2022 period.\n"
            "Imports were 2 billion yuan.",
            "2023-08-01", "2023-01-01/P5M",
        ),
        (
            "In the first half trade rose. It grew 6.4 percent for the first quarter.\nImports were 2 billion yuan.",
            "2023-08-01", "2023-S1",
        ),
        (
            "During the first half (H1) of this year trade grew.\nImports were 2 billion yuan.",
            "2023-08-01", "2023-S1",
        ),
        (
            "In May exports were 3 billion yuan, 98 per cent of the volume recorded last year.\n"
            "Imports were 2 billion yuan.",
            "2023-08-01", "2023-05",
        ),
        (
            "In the first five months of 2022 trade grew.\nRizhao plans to attract investment of 5 billion yuan.",
            "2023-08-01", "2023",
        ),
        (
            "From January to June 3 billion yuan was spent, 51 percent of the amount planned for 2023.\n"
            "Imports were 2 billion yuan.",
            "2023-08-01", "2023-S1",
        ),
    ],
)  # fmt: skip
def test_a_period_is_that_of_what_is_told(text: str, published: str, expected: str) -> None:
    assert dated(text, published)[-1] == expected


def test_how_many_there_are_is_told_of_today_unless_the_sentence_tells_what_was() -> None:
    text = "Projects of Ju County\nLast year the county kept building.\nThe county has 86 key projects."
    assert dated(text, "2019-02-21") == ["2019-02"]


def test_a_list_of_targets_may_stand_in_lines() -> None:
    text = "The main targets for 2024 are as follows:\n-- budget revenue of 3 billion yuan\n-- 5,000 new urban jobs"
    assert [figure.nature for figure in figures(text)] == ["target", "target"]


@pytest.mark.parametrize("words", ["intends to raise its exports", "seeks to lift exports", "sets exports"])
def test_what_is_intended_is_a_target(words: str) -> None:
    (figure,) = figures(f"Rizhao {words} to 3 billion yuan.")
    assert figure.nature == "target"


def test_what_stands_beside_what_is_expected_is_expected_too() -> None:
    text = "The area is expected to reach 2,600 mu in 2025, with an output of 500 thousand tons."
    assert [figure.nature for figure in figures(text)] == ["expected", "expected"]


def test_what_grew_year_by_year_to_reach_a_number_is_none() -> None:
    (figure,) = figures("Exports of Rizhao rose by a tenth annually to reach 3 billion yuan in 2022.")
    assert figure.nature == "actual"


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (
            "The per capita disposable income of urban residents was 40,352 yuan, up 7%, while that of rural residents "
            "was 20,836 yuan.",
            ["urban-income", "rural-income"],
        ),
        (
            "The per capita disposable income of urban and rural residents reached 28,640 yuan and 15,120 yuan "
            "respectively.",
            ["urban-income", "rural-income"],
        ),
        ("The county signed 12 projects with a total investment of 3 billion yuan.",
            ["projects-attracted", "attracted-investment"]),
        ("The plant has an investment of 3 billion yuan.", ["planned-investment"]),
        ("The city plans to invest 3 billion yuan in roads.", ["project-investment"]),
        ("The city now has 300,000 mu of tea gardens.", ["planted-area"]),
    ],
)  # fmt: skip
def test_english_words_name_a_metric(text: str, metrics: list[str]) -> None:
    assert [figure.metric for figure in figures(text)] == metrics


def test_a_sentence_that_names_nothing_goes_on_to_tell_of_the_number_before() -> None:
    before, after = figures("Exports of Rizhao reached 5 billion yuan.\nLamps and toys were 2.7 billion yuan.")
    assert (before.metric, after.metric, after.sure) == ("exports", "exports", "doubtful")
