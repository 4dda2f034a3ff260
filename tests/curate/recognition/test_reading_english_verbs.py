"""English sentences whose verb says what a number is of, made up for these tests → the metrics that are proposed."""

import pytest

from tests.curate.recognition.test_reading import figures, reader, reasons
from tests.curate.recognition.test_reading_english import told


def metrics(text: str) -> list[str]:
    """The first metric of each figure of a text."""
    return [figure.metric for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        (
            "Holiday in the hills\nThe old town welcomed 86,000 visitors. It raked in 5.4 million yuan.",
            "tourism-revenue",
        ),
        ("The county received 3.5 million travelers, up 10 percent, and earned 1.5 billion yuan.", "tourism-revenue"),
        ("Tourists filled the beaches, and total revenue reached 48 million yuan.", "tourism-revenue"),
        ("Tourists spent 18 million yuan in June.", "tourism-spending"),
        ("Fiscal revenue grew. In May local governments collected 2.6 billion yuan.", "fiscal-revenue"),
        ("General public budget revenue grew, and governments took in 2.6 billion yuan.", "budget-revenue"),
        ("The companies earned 12 billion yuan in June.", "operating-revenue"),
        ("Growers in the village harvested 620 tons this spring.", "farm-output"),
        ("At the fair, 26 projects worth 21.4 billion yuan were shown.", "planned-investment"),
        ("The sea port moved 82 million tons in June.", "cargo-throughput"),
        ("In June hotels welcomed 58,000 guests.", "visitors"),
    ],
)
def test_a_verb_says_what_a_number_is_of_where_no_noun_does(text: str, metric: str) -> None:
    figure = figures(text)[-1]
    assert figure.metric == metric
    assert figure.sure != "confident"  # the text does not say it in words


def test_a_noun_of_a_metric_counts_more_than_its_verb() -> None:
    assert metrics("Tourists came, and the port earned 3 billion yuan in profits.")[-1] == "profits"


def test_what_firms_invest_of_their_own_is_no_project_of_the_place() -> None:
    (figure,) = figures("The company invested 1.3 billion yuan in May.")
    assert figure.sure != "confident"


@pytest.mark.parametrize(
    ("text", "metrics_named"),
    [
        (
            "The port handled 82 million tons of cargo. Of that, 51 million tons was foreign trade cargo.",
            "foreign-trade-throughput",
        ),
        ("Trade rose, and private firms contributed 9.2 billion yuan of the total imports and exports.", "trade"),
    ],
)
def test_a_part_of_a_whole_is_named_behind_its_number(text: str, metrics_named: str) -> None:
    figure = figures(text)[-1]
    assert metrics_named in [choice.kind.metric for choice in figure.choices]


def test_firms_that_were_set_up_are_new_ones() -> None:
    assert metrics("In May, 5,870 businesses were set up.") == ["businesses-new"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trade reached 7.4 billion yuan, 7.8 percent up from a year earlier.",
            ("7.4 billion yuan", "", "7.8 percent"),
        ),
        ("Investment was 12.5 percent higher at 9.6 billion yuan.", ("9.6 billion yuan", "", "12.5 percent")),
        ("Exports doubled to 2.6 billion yuan.", ("2.6 billion yuan", "", "doubled")),
    ],
)
def test_how_much_more_it_is_is_a_growth(text: str, expected: tuple[str, str, str]) -> None:
    (figure,) = figures(text)
    assert told(figure) == expected


@pytest.mark.parametrize("way", ["remained flat in June", "were unchanged in June"])
def test_a_word_for_no_change_is_no_number(way: str) -> None:
    assert figures(f"Imports and exports {way}.") == []


def test_what_is_taken_up_is_no_rise() -> None:
    assert [figure.text for figure in figures("Private investment took up 7.1 billion yuan.")] == ["7.1 billion yuan"]


def test_what_tops_a_number_is_no_name() -> None:
    (figure,) = figures("Fruit output is expected to top 40,000 tons.")
    assert (figure.text, figure.nature) == ("40,000 tons", "expected")


def test_a_first_quarter_with_a_hyphen_is_a_quarter() -> None:
    (figure,) = figures("The first-quarter trade stood at 7.4 billion yuan.")
    assert figure.period is not None
    assert figure.period.text.endswith("-Q1")


def test_numbers_that_a_later_respectively_pairs_belong_to_their_own_nouns() -> None:
    text = "Exports and imports reached 4 billion yuan and 3 billion yuan, up 5 percent and 2 percent, respectively."
    assert metrics(text) == ["exports", "imports"]


def test_enterprises_by_their_revenue_are_no_amount_of_revenue() -> None:
    text = "Enterprises with annual revenue of over 20 million yuan saw their value-added output up 9.8 percent."
    assert reasons(text)["over 20 million yuan"] == "threshold"
    assert [figure.text for figure in figures(text)] == [""]


def test_a_rate_of_another_kind_is_not_the_registered_one() -> None:
    (figure,) = reader().read("In 2023 the surveyed urban unemployment rate averaged 5.1 percent.")[0].figures
    assert figure.sure != "confident"


@pytest.mark.parametrize("subject", ["The economy of Wulian", "Wulian's economy", "The economy of Wulian County"])
def test_an_economy_that_grows_at_a_rate_is_the_gross_domestic_product(subject: str) -> None:
    (figure,) = figures(f"{subject} grew at 5.2 percent in 2023.")
    assert (figure.metric, figure.growth and figure.growth.words) == ("gdp", "5.2 percent")
