"""English sentences whose numbers no noun names, made up → the metrics that their verbs say."""

import pytest

from tests.curate.recognition.test_reading import figures


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("In 2014, makers of ropes in Rizhao sold goods worth 12.4 million yuan abroad.", "exports"),
        (
            "In 2014, kites worth 8.6 million yuan were sold; goods worth 3 million yuan were shipped to 40 countries.",
            "exports",
        ),
        ("In 2014, shipments to Japan and the rest of Asia came to 2.3 billion yuan.", "exports"),
        ("In 2014, Rizhao bought 31.7 million yuan of glass from overseas.", "imports"),
        ("In 2014, goods worth 44 million yuan crossed the border at Rizhao.", "trade"),
        ("In 2014, rope makers of Rizhao contributed 1.8 million yuan in taxes.", "taxes-paid"),
        ("In 2014, retailers in Rizhao sold goods for 1.2 billion yuan.", "retail-sales"),
        ("The kite makers plan to spend 2.2 million yuan on a plant in Rizhao.", "planned-investment"),
        ("Costs of the new pier in Rizhao: the pier will cost 9.7 million yuan.", "planned-investment"),
        ("In 2014, lenders in Rizhao lent 37 million yuan.", "loans"),
    ],
)
def test_a_verb_says_what_an_amount_of_money_is_of(text: str, metric: str) -> None:
    figure = figures(text)[-1]
    assert (figure.metric, figure.open_metric) == (metric, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In 2014, rope makers of Rizhao sold goods worth 42 million US dollars abroad.", "Exports (US dollars)"),
        (
            "In 2014, foreign firms signed contracts to invest 26 million US dollars in Rizhao.",
            "Contracted foreign capital",
        ),
        ("In 2014, cinemas in Rizhao took in 2.6 million yuan.", "Film box office"),
        ("In 2014, couriers in Rizhao earned 6.2 million yuan.", "Revenue of express delivery"),
        ("The kite park in Rizhao covers 36 hectares.", "Area"),
        ("The kite line of Rizhao runs for 28.6 kilometers.", "Length"),
        ("The pier of Rizhao can handle 15 million tonnes of salt.", "Salt handling capacity"),
        ("In 2014, firms in Rizhao spent 17 million yuan on kite lessons.", "Spending on kite lessons"),
        ("In 2014, kite schools in Rizhao had 386 retired pupils.", "Retired pupils"),
        ("Shipping routes link Rizhao; they lead to 237 wooden piers.", "Wooden piers"),
        ("The fee for kites, however, rose 4 percent to 33 yuan.", "Fee for kites"),
    ],
)
def test_what_no_metric_is_of_goes_by_a_noun_and_not_by_a_verb(text: str, name: str) -> None:
    figure = figures(text)[-1]
    assert figure.open_metric is not None
    assert figure.open_metric.en == name


@pytest.mark.parametrize(
    "text",
    [
        "In 2014, a park in Rizhao covered an area of 2,100 mu.",
        "In 2014, the network of Rizhao had a length of 162,000 km.",
        "In 2014, 5,230 patents were granted in Rizhao.",
    ],
)
def test_what_narrows_a_metric_has_to_be_said(text: str) -> None:
    (figure,) = figures(text)
    assert figure.open_metric is not None


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Ground was broken on 32 kite projects in Rizhao.", "launched-projects"),
        ("In Rizhao, construction started on 88 key projects.", "key-projects-started"),
        ("A firm is building a 540-million-yuan hospital in Rizhao.", "planned-investment"),
        ("The total cost of the pier in Rizhao is put at 1.15 million yuan.", "planned-investment"),
        ("The first phase of the plant in Rizhao, which cost 1.9 million yuan, is in use.", "planned-investment"),
        ("Rizhao has a kite park, and another 2.5 million yuan will go into it.", "planned-investment"),
        ("In 2014, about 390 laid-off workers of Rizhao found a job.", "reemployed"),
        ("In 2014, some 5,100 people worked in the kite plants of Rizhao.", "employed"),
        ("In 2014, 71,000 people came to see the kites of Rizhao.", "visitors"),
        ("In 2014, the airport of Rizhao handled 742,000 travelers.", "airport-passengers"),
        ("In 2014, villagers in Rizhao had 12,310 yuan on average to spend.", "rural-income"),
        ("In 2014, each resident of Rizhao spent 8,400 yuan.", "consumption-per-head"),
        ("In 2014, the rope makers of Rizhao earned 27 million yuan before tax.", "profits"),
        ("In 2014, overseas customers of a mill in Rizhao ordered goods worth 87 million yuan.", "exports"),
    ],
)
def test_what_is_done_says_what_a_number_is_of(text: str, metric: str) -> None:
    figure = figures(text)[-1]
    assert (figure.metric, figure.open_metric) == (metric, None)


def test_what_an_airport_moved_is_air_cargo() -> None:
    (figure,) = figures("In 2014, the airport of Rizhao moved 3,900 tonnes of cargo.")
    assert figure.open_metric is not None
    assert figure.open_metric.zh == "民航货邮吞吐量"


@pytest.mark.parametrize(
    "text",
    [
        "Rizhao’s exports, mostly “smart” kites, rose 4 percent to 3 million yuan in 2014.",
        "Exports from the new park – a former mill – rose 4 percent to 3 million yuan in 2014.",
        "Exports of two goods—ropes and kites—rose 4 percent to 3 million yuan in 2014.",
        "Exports to Türkiye and São Tomé rose 4 percent to 3 million yuan in 2014.",
    ],
)
def test_curly_quotes_dashes_and_accents_are_of_an_english_text(text: str) -> None:
    (figure,) = figures(text)
    assert figure.metric == "exports"
    assert text[figure.start : figure.end] == "3 million yuan"
    assert figure.quote in text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wind farms contributed 392 MW in Rizhao.", "Installed wind power capacity"),
        ("In 2014, other services in Rizhao generated 79.7 million euros.", "Value added (euros)"),
    ],
)
def test_what_a_number_is_of_is_said_by_its_own_clause(text: str, name: str) -> None:
    (figure,) = figures(text)
    assert figure.open_metric is not None
    assert figure.open_metric.en == name


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Work has begun or resumed on 42 projects in Rizhao.", "new-and-continued-projects"),
        ("In 2014, the output of the kite industry of Rizhao hit 17 million yuan.", "output-value"),
        ("In 2014, about 5,900 people in Rizhao attended vocational training.", "job-training"),
    ],
)
def test_what_goes_on_and_what_is_made_have_metrics_of_their_own(text: str, metric: str) -> None:
    assert figures(text)[-1].metric == metric


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("In 2014, the rope industry of Rizhao turned out 14 million yuan worth of goods.", "output-value"),
        (
            "In 2014, revenues of service firms in Rizhao rose 11 percent to 23 million yuan.",
            "operating-revenue",
        ),
        ("In 2014, workers in Rizhao were paid 6,800 yuan a month.", "average-wage"),
        ("In 2014, a bureau in Rizhao found jobs for 77 jobless people.", "reemployed"),
        ("In 2014, some 210 people in Rizhao learned new skills.", "job-training"),
        ("In 2014, Rizhao's exporters shipped 97 million yuan of ropes.", "exports"),
        (
            "In 2014, incomes of villagers in Rizhao were 24,600 yuan, those of townspeople 46,900 yuan.",
            "urban-income",
        ),
    ],
)
def test_who_does_it_says_what_a_number_is_of(text: str, metric: str) -> None:
    assert figures(text)[-1].metric == metric


def test_a_verb_goes_on_to_tell_of_the_metric_before_it_in_its_currency() -> None:
    text = "In 2024, Wulian County used $119 million of foreign capital. High-tech firms took in $72 million."
    told, going_on = figures(text)
    assert told.metric == going_on.choices[0].kind.metric == "foreign-capital"
    assert going_on.new_metric is None or not going_on.new_metric.standard
