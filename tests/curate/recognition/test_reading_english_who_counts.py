"""English numbers whose metric is said by who does what with them, made up for these tests → what they are of."""

import pytest

from tests.curate.recognition.test_reading import figures


def metric(text: str) -> str:
    """The first metric of the last figure of a text; empty where a standard one is proposed."""
    figure = figures(text)[-1]
    return "" if figure.open_metric and figure.open_metric.standard else figure.metric


def new_name(text: str) -> str:
    """The English name of the new metric of the last figure of a text."""
    named = figures(text)[-1].open_metric
    return named.en if named else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There are 412 net-making enterprises in Rizhao.", "businesses"),
        ("Rizhao's toy trade is lively, with over 40 wooden toy enterprises.", "businesses"),
        ("More than 412 courier firms operate in Rizhao.", "businesses"),
        ("The number of enterprises registered in Rizhao topped 41,200 at the end of 2014.", "businesses"),
        ("In 2014, Rizhao added 412 courier firms.", "businesses-new"),
        ("Rizhao now counts 412 kite makers.", "businesses"),
        ("Rizhao is home to 412 high-tech firms.", "high-tech-enterprises"),
        ('Rizhao has cultivated 41 new "little giant" enterprises.', "little-giants"),
    ],
)
def test_firms_are_all_that_there_are_unless_their_words_say_which(text: str, expected: str) -> None:
    assert metric(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rizhao plans to attract four projects in 2014.", "projects-attracted"),
        ("The fair in Rizhao saw agreements signed on 41 investment projects.", "projects-attracted"),
        ("At the fair, Rizhao inked 41 deals.", "projects-attracted"),
        ("A total of 41 projects have been brought to the zone in Rizhao.", "projects-attracted"),
        ("Rizhao signed 29 projects at the fair, with 13 projects starting construction.", "launched-projects"),
        ("Rizhao saw 29 investment projects signed, and ground broken for 13 projects.", "launched-projects"),
        ("Rizhao signed 29 projects, and with the launch of 13 projects it made a start.", "launched-projects"),
    ],
)
def test_projects_are_what_is_done_with_them_nearest_to_their_number(text: str, expected: str) -> None:
    assert metric(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In 2014, the county spent 412 million yuan on education.",
        "In 2014, about 412 million yuan will be spent on health care in Rizhao.",
        "In 2014, the county will also spend 412 million yuan on social security.",
        "In 2014, Rizhao allocated 412 million yuan to help farmers.",
    ],
)
def test_what_is_spent_on_the_public_is_spent_by_the_budget(text: str) -> None:
    assert metric(text) in {"budget-expenditure", "local-expenditure"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2014, the toy industry of Rizhao offered stable employment to 4,120 people.", "jobs-supported"),
        ("In 2014, tea provided employment opportunities for 4,120 villagers in Rizhao.", "jobs-supported"),
        ("In 2014, Rizhao's toy industry created 4,120 jobs.", "jobs-supported"),
        ("The toy industry is large in Rizhao. It has created 4,120 jobs.", "jobs-supported"),
        ("In 2014, 4,120 jobs were created in the towns of Rizhao.", "urban-jobs-new"),
        ("In 2014, Rizhao trained 4,120 villagers.", "job-training"),
        ("In 2014, the kite firms of Rizhao had 4,120 employees.", "employed"),
        ("Tourist numbers in Rizhao climbed to 412,000 in 2014.", "visitors"),
        ("In 2014, the kite museum in Rizhao drew 41,200 people.", "visitors"),
    ],
)
def test_people_are_counted_for_what_is_done_with_them(text: str, expected: str) -> None:
    assert metric(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2014, investment in primary industry in Rizhao stood at 412 million yuan.", "fixed-asset-investment"),
        (
            "In 2014, the tertiary industry of Rizhao received investments of 412 million yuan.",
            "fixed-asset-investment",
        ),
        ("In 2014, the city's investment climbed 9.4 percent to 412 million yuan.", "fixed-asset-investment"),
        ("The kite industry of Rizhao is now worth 412 million yuan a year.", "output-value"),
        ("In 2014, holiday makers pumped 412 million yuan into the shops of Rizhao.", "tourism-revenue"),
        ("In 2014, the farmers of Rizhao brought in 41,200 tonnes of wheat.", "farm-output"),
        ("The steel mills of Rizhao have an average capacity of 4.12 million tonnes.", "production-capacity"),
    ],
)
def test_a_branch_says_what_an_amount_of_it_is(text: str, expected: str) -> None:
    assert metric(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Earnings from tourism in Rizhao in March 2014 are estimated at US$ 41 million.",
            "Tourism revenue (US dollars)",
        ),
        ("In 2014, Rizhao exported US$41 million worth of kites and toys.", "Exports (US dollars)"),
        ("The park in Rizhao opened in 2014. Its output is estimated at $41 million.", "Output value (US dollars)"),
    ],
)
def test_an_amount_in_another_currency_is_of_a_metric_in_it(text: str, name: str) -> None:
    assert new_name(text) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of high-tech enterprises in Rizhao has grown from 193 in 2012 to 412 in 2014.", 412),
        ("The number of high-tech firms rose from only 93 a year earlier to more than 412.", 412),
    ],
)
def test_what_rose_from_a_number_is_told_before_it(text: str, expected: int) -> None:
    (figure,) = figures(text)
    assert (figure.quantity and int(figure.quantity.value), figure.metric) == (expected, "high-tech-enterprises")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In 2014, kayak registrations in Rizhao rose 4 percent to 4,120 boats.", "Kayak registrations"),
        (
            "Kayak registrations in Rizhao, the biggest lake, rose in 2014 to 4,120 boats.",
            "Kayak registrations",
        ),
        ("Rizhao has a winery with an annual production of 412 kiloliters.", "Production"),
        ("In 2014, Rizhao held 412 invention patents.", "Invention patents"),
        ("The unemployment rate of Rizhao fell to 4.12 percent in 2014.", "Unemployment rate"),
    ],
)
def test_what_came_to_a_number_names_it_and_not_the_unit(text: str, name: str) -> None:
    assert new_name(text) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2014, the output value of Rizhao's firms rose by 4 percent, while the revenue of its service industries"
            " grew by 8 percent.",
            ["output-value", "operating-revenue"],
        ),
        ("In 2014, Rizhao completed investment in fixed assets of 412 million yuan.", ["fixed-asset-investment"]),
        ("Total output of high-tech industries in Rizhao hit 412 million yuan in 2014.", ["output-value"]),
        ("Rizhao had about 3,120 registered courier companies in 2014.", ["businesses"]),
        ("The number of enterprises in the 11 key parks of Rizhao topped 41,200 in 2014.", ["businesses"]),
    ],
)
def test_a_number_is_of_the_kind_that_its_own_noun_names(text: str, expected: list[str]) -> None:
    assert [figure.choices[0].kind.metric for figure in figures(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "In 2014, Rizhao's investment in research and development (R&D) came to 412 million yuan.",
        "In 2014, firms in Rizhao invested 412 million yuan in R&D.",
    ],
)
def test_what_is_spent_on_research_is_no_fixed_asset(text: str) -> None:
    assert new_name(text) == "Expenditure on research and development"
