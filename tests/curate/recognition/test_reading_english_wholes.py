"""English numbers of a whole told before or behind them, of plans and of other years, made up for these tests."""

import pytest

from indicators.values import periods
from tests.curate.recognition.test_reading import figures, reader, reasons
from tests.curate.recognition.test_reading_english import told


def test_what_a_number_is_a_share_of_says_what_it_is_of() -> None:
    text = "Firms contributed 9.2 billion yuan of the total, equal to 72 percent of the city's foreign trade."
    (figure,) = figures(text)
    assert (figure.metric, figure.share and figure.share.words) == ("trade", "72 percent")


def test_an_amount_that_is_a_share_of_gdp_is_no_gdp() -> None:
    (figure,) = figures("The sea brought 106 billion yuan, accounting for 12.9 percent of GDP.")
    assert figure.metric != "gdp"


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("The added value of industrial enterprises above designated size rose 10.5 percent.", "value-added"),
        ("The airport group handled 1,624,389 passenger trips in June.", "airport-passengers"),
        ("Exports and imports of private firms reached 8.4 billion yuan.", "trade"),
        ("New registrations of foreign-funded businesses in the area reached 972.", "businesses-new"),
        ("The zone has 837 small businesses of all kinds and 620 high-tech companies.", "high-tech-enterprises"),
        ("Ponds gave an output of 15,000 tons with a value of 2.1 billion yuan.", "output-value"),
        ("GDP per capita rose. The region's GDP hit 6.8 billion yuan.", "gdp"),
    ],
)
def test_the_head_of_the_words_says_what_a_number_is_of(text: str, metric: str) -> None:
    assert figures(text)[-1].metric == metric


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Total landings and takeoffs were 17,080 in June.", "17,080"),
        ("Foot traffic in the mall rose by 18 percent to about 28 million.", "about 28 million"),
        ("It is home to 14 business incubators.", "14"),
        ("The works made 486,000 units in June.", "486,000"),
    ],
)
def test_a_count_without_a_known_noun_is_a_figure(text: str, number: str) -> None:
    (figure,) = figures(text)
    assert figure.text == number


@pytest.mark.parametrize("text", ["It was first for 17 consecutive quarters.", "Exports rose to 3.2 billion."])
def test_quarters_and_money_without_a_currency_are_no_counts(text: str) -> None:
    assert [figure.unit for figure in figures(text)] == []


def test_growths_behind_a_semicolon_belong_to_the_amounts_before_it() -> None:
    text = (
        "The port handled 1,111,222 passenger trips, 329.9 tons of mail with 1,358 landings and takeoffs;"
        " up by 12.9%, 1.9% and 13.6% respectively."
    )
    assert [told(figure)[2] for figure in figures(text)] == ["12.9%", "1.9%", "13.6%"]


def test_a_noun_of_a_rise_in_apposition_is_a_growth() -> None:
    (figure,) = figures("Sales of fuel reached 204,200 metric tons, a hike of 2.6 percent.")
    assert told(figure) == ("204,200 metric tons", "", "2.6 percent")


def test_more_than_doubled_is_a_growth_of_at_least_so_much() -> None:
    (figure,) = figures("Sales of cars more than doubled in 2023, to 6.2 billion yuan.")
    assert told(figure) == ("6.2 billion yuan", "", "more than doubled")


def test_what_a_number_shot_up_to_is_no_most() -> None:
    (figure,) = figures("The per capita disposable income of rural residents shot up to 20,154 yuan.")
    assert figure.text == "20,154 yuan"


def test_a_number_for_each_of_many_is_a_base() -> None:
    assert reasons("The number of patents per 10,000 people reached 126 in June.")["10,000 people"] == "base"


@pytest.mark.parametrize(
    ("text", "natures"),
    [
        ("GDP: 41.9 billion yuan in 2020; 67.5 billion yuan in 2035.", ["actual", "target"]),
        ("The works is on track to produce 15,000 tons of fruit.", ["expected"]),
        ("Fishing had an estimated output value of 2.3 billion yuan.", ["actual"]),
    ],
)
def test_what_is_of_a_year_to_come_is_no_result(text: str, natures: list[str]) -> None:
    assert [figure.nature for figure in figures(text)] == natures


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Output of grain, which beat the 2021 annual target, was 5 tons last year.", "2022"),
        ("It made 486,000 tons of fruit last year.", "2022"),
        ("Output of grain is likely to be 5 tons next year.", "2024"),
    ],
)
def test_a_year_beside_a_number_is_its_year_and_that_of_a_plan_is_not(text: str, period: str) -> None:
    figure = figures(text)[-1]
    assert figure.period is not None
    assert figure.period.text == period


def test_an_office_that_is_a_source_is_no_place_of_what_it_tells() -> None:
    text = "Shandong recorded 1.3 trillion yuan in trade, said Jinan and Qingdao customs.\nExports were 7 billion yuan."
    (article,) = reader().read(text, periods.parse("2022-09-20"))
    assert [figure.region for figure in article.figures] == ["shandong", "shandong"]


def test_a_difference_in_money_and_its_rate_both_belong_to_the_amount() -> None:
    text = (
        "In October, local expenditures amount to RMB 17.4 billion, RMB 0.37 billion or 2.2% higher than"
        " the previous year."
    )
    (figure,) = figures(text)
    assert (figure.change and figure.change.words, figure.growth and figure.growth.words) == (
        "RMB 0.37 billion",
        "2.2%",
    )


def test_growths_of_several_things_without_amounts_are_all_read() -> None:
    text = "Expenditures on schools, water and public health increase by 75.9%, 65.2% and 8.2% respectively."
    assert [told(figure)[2] for figure in figures(text)] == ["75.9%", "65.2%", "8.2%"]


def test_what_a_bracket_explains_does_not_part_a_growth_from_its_amount() -> None:
    (figure,) = figures("Budget revenue increased 6.5% (year-on-year, the same below) to 17.7 billion yuan.")
    assert told(figure) == ("17.7 billion yuan", "", "6.5%")


def test_a_part_of_the_revenue_of_a_budget_is_a_share_and_no_completion() -> None:
    (figure,) = figures(
        "Non-tax revenue was 4.8 billion yuan, accounting for 27.2% of the general public budget revenue."
    )
    assert (figure.completion, figure.share and figure.share.words) == (None, "27.2%")


def test_the_parts_of_a_target_are_targets() -> None:
    text = (
        "By 2030, it aims to achieve an output value of 350 billion yuan. This includes 210 billion yuan in making"
        " things, 100 billion yuan in software, and 40 billion yuan in services."
    )
    assert [figure.nature for figure in figures(text)] == ["target"] * 4


@pytest.mark.parametrize(
    ("published", "text", "period"),
    [
        ("2018-03-09", "During the whole year, Wulian's GDP reached 20 billion yuan.", "2017"),
        ("2018-11-09", "During the whole year, Wulian's GDP reached 20 billion yuan.", "2018"),
        (
            "2018-03-09",
            "In the first half of 2017, Wulian exported 30 million yuan, up 8 percent on 2016.",
            "2017-S1",
        ),
        ("2017-08-09", "Wulian's GDP in the first half was 20 billion yuan, up 8 percent on 2016 level.", "2017-S1"),
    ],
)
def test_a_whole_year_is_over_and_a_year_that_is_compared_with_is_another_one(
    published: str, text: str, period: str
) -> None:
    (article,) = reader().read(text, periods.parse_date(published))
    assert [figure.period and figure.period.text for figure in article.figures] == [period]


@pytest.mark.parametrize(
    ("text", "growth"),
    [
        ("Loans of Wulian were 5 billion yuan. The figure represents a yearly increase of 13.4 percent.", "13.4"),
        ("Wulian's GDP hit 24 billion yuan in 2023. The figure indicated growth of 6.45 percent.", "6.45"),
        ("Wulian's exports were 2 billion yuan in 2023, which represents an increase of 6.4 percent.", "6.4"),
        ("Wulian's exports were 2 billion yuan in 2023, which was down 3 percent.", "-3"),
    ],
)
def test_a_growth_that_is_told_of_the_amount_before_is_its_own(text: str, growth: str) -> None:
    (figure,) = figures(text)
    assert figure.growth
    assert figure.growth.words.removesuffix(" percent") == growth
