"""English sentences of which things their numbers are, made up for these tests → the metrics that are proposed."""

import pytest

from tests.curate.recognition.test_reading import figures


def metrics(text: str) -> list[str]:
    """The first metric of each figure of a text; empty where a new one is proposed."""
    return ["" if figure.open_metric else figure.metric for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports and imports were 61 billion yuan and 37 billion yuan, respectively.", ["exports", "imports"]),
        ("Deposits and loans stood at 31 billion yuan and 28 billion yuan.", ["deposits", "loans"]),
        (
            "Urban and rural residents had a per capita disposable income of 42,100 yuan and 21,300 yuan.",
            ["urban-income", "rural-income"],
        ),
        (
            "The city's fixed-asset investment and retail sales reached 42 billion yuan and 21 billion yuan.",
            ["fixed-asset-investment", "retail-sales"],
        ),
        ("Retail sales and exports rose, and profits reached 21 billion yuan.", ["profits"]),
    ],
)
def test_two_numbers_are_each_of_their_own_of_two_things(text: str, expected: list[str]) -> None:
    assert metrics(text) == expected


def test_two_numbers_of_one_metric_are_each_of_their_own_sector() -> None:
    text = "The value added of the primary and tertiary industries was 42 billion yuan and 21 billion yuan."
    assert [(figure.metric, figure.sector) for figure in figures(text)] == [
        ("value-added", "primary"),
        ("value-added", "tertiary"),
    ]


def test_parts_of_a_whole_are_each_named_behind_their_number() -> None:
    text = "Trade hit 98 billion yuan. Of this, 61 billion yuan were exports and 37 billion yuan were imports."
    assert metrics(text)[1:] == ["exports", "imports"]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Retail sales pick up in Rizhao\nThe figure stood at 32.5 billion yuan in June.", "retail-sales"),
        ("Rizhao's foreign trade rises\nThe city recorded 61 billion yuan in June.", "trade"),
        ("Rizhao's news\nExports went well in June. The figure was 6.1 billion yuan.", "exports"),
    ],
)
def test_a_number_whose_words_say_nothing_is_of_what_stands_above_it(text: str, metric: str) -> None:
    figure = figures(text)[-1]
    assert figure.metric == metric
    assert figure.sure != "confident"


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Rizhao's economy totaled 245 billion yuan in 2022.", "gdp"),
        ("In 2022, the local economy expanded 6.3 percent to 76 billion yuan.", "gdp"),
        ("The secondary industry grew 5.1 percent to 95 billion yuan.", "value-added"),
        ("The service sector expanded by 6.1 percent year on year to 120 billion yuan.", "value-added"),
        ("Manufacturing investment rose 12 percent.", "fixed-asset-investment"),
        ("Investment in the steel industry rose 12 percent.", "fixed-asset-investment"),
        ("Contracts worth 8.2 billion yuan were signed at the fair.", "attracted-investment"),
        ("The per capita disposable income of farmers was 21,300 yuan.", "rural-income"),
        ("Consumer spending in the city reached 92 billion yuan.", "retail-sales"),
        ("General budgetary revenue totaled 18 billion yuan.", "budget-revenue"),
        ("Paid-in foreign investment totaled 230 million U.S. dollars.", "foreign-capital"),
        ("Some 12,000 newly-registered companies were added in June.", "businesses-new"),
        ("Value-added output of industries above designated size rose 6.4 percent.", "value-added"),
        (
            "The value added of firms with annual revenue of at least 20 million yuan rose 6.4 percent.",
            "value-added",
        ),
    ],
)
def test_newspapers_call_a_metric_by_other_words(text: str, metric: str) -> None:
    assert metrics(text) == [metric]


def test_how_many_firms_a_place_has_are_no_new_ones() -> None:
    new = "The district added 540 high-tech enterprises."
    assert metrics(new) == ["high-tech-enterprises-new"]
    assert metrics("The park is home to 540 enterprises.") != ["businesses-new"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "General public budget revenue and expenditure reached 2.1 billion yuan and 4.8 billion yuan, respectively",
            ["budget-revenue", "budget-expenditure"],
        ),
        (
            "Rizhao introduced 62 projects with a combined investment of 41 billion yuan.",
            ["projects-attracted", "attracted-investment"],
        ),
        ("Rizhao launched 62 projects with a combined investment of 41 billion yuan.", ["planned-investment"]),
    ],
)
def test_what_was_told_before_says_of_what_the_next_number_is(text: str, expected: list[str]) -> None:
    assert metrics(text)[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Expenditures of the local government of Rizhao amounted to 21 billion yuan in 2014.", "local-expenditure"),
        ("In 2014, expenditure on the housing program in Rizhao grew by 18.2 percent.", "local-expenditure"),
        ("Rizhao's hi-tech industrial output amounted to 24 billion yuan in 2014.", "output-value"),
        ("Rizhao's industrial output rose 6.1 percent in 2014.", "value-added"),
        ("Industrial value-added tax in Rizhao rose by 4 percent in 2014.", "taxes-paid"),
        ("In 2014, the import volume of Rizhao reached 4.7 billion yuan.", "imports"),
        ("Rizhao's yearly investment on fixed assets will increase by 10 percent in 2014.", "fixed-asset-investment"),
        ("Visitors brought Rizhao a revenue of 2.1 billion yuan in 2014.", "tourism-revenue"),
        ("Revenue for the software industry of Rizhao was 2.3 billion yuan in 2014.", "operating-revenue"),
        ("In 2014, Rizhao's retail sales turnover grew by 8.1 percent.", "retail-sales"),
    ],
)
def test_an_amount_is_of_a_metric_that_is_called_by_the_same_noun(text: str, metric: str) -> None:
    assert [figure.choices[0].kind.metric for figure in figures(text)] == [metric]


@pytest.mark.parametrize(
    "text",
    [
        "In 2014, homes in Rizhao were sold at an average advance sale price of 6,700 yuan.",
        "Firms with a cumulative registered capital of 21 billion yuan moved to Rizhao in 2014.",
    ],
)
def test_an_amount_whose_noun_no_metric_has_is_of_a_new_one(text: str) -> None:
    assert metrics(text) == [""]


def test_trade_in_dollars_goes_by_the_names_of_trade() -> None:
    assert metrics("Rizhao's foreign trade volume stood at 20.8 billion U.S. dollars in 2014.") == ["trade-usd"]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("By the end of 2014, over 3,000 companies had offices in the new port area of Rizhao.", "businesses"),
        ("In 2014, 3,000 companies were set up in Rizhao.", "businesses-new"),
    ],
)
def test_firms_of_which_no_more_is_said_are_those_that_there_are(text: str, metric: str) -> None:
    assert [figure.choices[0].kind.metric for figure in figures(text)] == [metric]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Overseas sales of toys jumped 48 percent, while purchases of soybeans, coal and ore from abroad surged 27 "
            "percent.",
            ["exports", "imports"],
        ),
        ("Overseas sales of tea were worth 3.6 billion yuan.", ["exports"]),
    ],
)
def test_sales_overseas_are_exports_and_purchases_from_abroad_imports(text: str, expected: list[str]) -> None:
    assert metrics(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Juxian launched 41 projects. They include 12 energy projects.",
        "New batch of projects breaks ground across Rizhao\nThe mountain county of Juxian has 12 projects in food.",
    ],
)
def test_projects_told_of_among_those_that_are_started_are_started(text: str) -> None:
    assert metrics(text)[-1] == "launched-projects"


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("Wulian started construction on 12 projects with a total investment of 3.8 billion yuan.", "all"),
        ("Projects under construction in Wulian have an investment of 3.8 billion yuan.", "all"),
        ("The construction of schools took an investment of 3.8 billion yuan in Wulian.", "all"),
        ("The value added of construction was 3.8 billion yuan in Wulian.", "construction"),
        ("Construction enterprises in Wulian had an output value of 3.8 billion yuan.", "construction"),
    ],
)
def test_what_is_being_built_is_not_the_industry_that_builds(text: str, sector: str) -> None:
    assert [figure.sector for figure in figures(text) if figure.text == "3.8 billion yuan"] == [sector]
