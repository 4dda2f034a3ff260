"""English sentences of what no metric of the dataset counts, made up → the names that are proposed for new ones."""

import pytest

from indicators.curate.catalogue import english_nouns
from tests.curate.recognition.test_reading import figures


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In 2014, Rizhao built 12 municipal-level design centers.", "Municipal-level design centers"),
        ("Rizhao is home to more than 300 Chinese toy museums.", "Chinese toy museums"),
        ("The county will construct 4,000 5G base stations in 2014.", "5G base stations"),
        ("In 2014, Rizhao opened 90 primary and secondary reading rooms.", "Primary and secondary reading rooms"),
        ("In 2014, 18,000 yachts set sail from Rizhao.", "Yachts"),
        ("In 2014, shops in Rizhao were allocated 22 million yuan in night-market grants.", "Night-market grants"),
        ("In 2014, Rizhao's land supply for museums totaled 880 hectares.", "Land supply for museums"),
        ("In 2014, hotels in Rizhao had an occupancy rate of 62 percent.", "Occupancy rate"),
        ("In 2014, a shop in Rizhao offered snack vouchers worth 10 million yuan.", "Snack vouchers"),
    ],
)
def test_what_no_metric_is_of_goes_by_its_noun(text: str, name: str) -> None:
    (figure,) = figures(text)
    assert figure.open_metric is not None
    assert figure.open_metric.en == name


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        (" five big comprehensive centers like the one", "Comprehensive centers"),
        (" mushroom cooperatives and family farms in the town", "Mushroom cooperatives and family farms"),
        (" enterprises closing or moving out", "Enterprises"),
        (" schools and has plans", "Schools"),
        (" sports venues broke ground", "Sports venues"),
    ],
)
def test_a_noun_ends_with_its_plural(words: str, noun: str) -> None:
    assert english_nouns.behind(english_nouns.without_number(words.lstrip())) == noun


def test_cuts_in_taxes_are_no_taxes() -> None:
    (figure,) = figures("In 2014, Rizhao cut 1.1 billion yuan in taxes and fees.")
    assert figure.open_metric
    assert figure.open_metric.zh == "减税降费"


def test_loans_at_banks_of_a_trade_zone_are_loans() -> None:
    (figure,) = figures("Outstanding loans at banks inside the free trade zone of Rizhao reached 4.1 billion yuan.")
    assert (figure.metric, figure.open_metric) == ("loans", None)


def test_a_number_without_a_noun_is_of_the_new_metric_before_it() -> None:
    first, second = figures("In 2014, Rizhao issued over 58,000 fishing licences, including 12,000 in June.")
    assert first.open_metric
    assert second.open_metric
    assert second.open_metric.en == first.open_metric.en == "Fishing licences"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In 2014, 5,230 patents were granted in Rizhao.", "Patents"),
        ('The museum of Rizhao, a city founded late, has 57 "kite partners".', "Kite partners"),
        ("In 2014, the kite schools of Rizhao admitted 508 retired and young pupils.", "Retired and young pupils"),
        ("In 2014, kite parks in Rizhao attracted 39 wooden stages.", "Wooden stages"),
        ("In 2014, coal output in Rizhao was 12 million tonnes.", "Raw coal output"),
        ("In 2014, firms in Rizhao filed 605 applications for kite names.", "Applications"),
    ],
)
def test_what_is_counted_behind_a_number_names_it(text: str, name: str) -> None:
    figure = figures(text)[-1]
    assert figure.open_metric is not None
    assert figure.open_metric.en == name


def test_investment_that_was_committed_is_of_what_was_attracted() -> None:
    _, figure = figures("In 2014, Rizhao won 12 projects with a committed investment of 3 billion yuan.")
    assert figure.metric == "attracted-investment"


def test_a_count_of_projects_is_of_no_metric_of_firms() -> None:
    (figure,) = figures("In 2014, local businesses brought 12 painting projects to Rizhao.")
    assert "projects" in figure.metric
