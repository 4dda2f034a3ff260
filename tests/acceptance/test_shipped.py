"""The shipped dataset: no problems, the figures that are known from the sources, and magnitudes that can be true.

How much there is, and each row of the sources, are looked at in test_data.py.
"""

from decimal import Decimal
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from indicators.frames import tidy as frames
from indicators.loading import loader
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.values import quantities, quantity_parser
from indicators.values.unit_table import UNITS
from tests import ROOT


@cache
def dataset() -> Dataset:
    loaded = loader.load(ROOT / "data" / "indicators.yaml")
    assert loaded.dataset is not None
    return loaded.dataset


@cache
def frame() -> pd.DataFrame:
    return frames.tidy(dataset())


def amount(figure: str) -> Decimal:
    text = dataset().figures[figure].text
    assert text is not None
    return text.value


def test_no_problems() -> None:
    """All that can be told is where an article cannot be read on the web, and whose rates have no words."""
    problems = loader.load(ROOT / "data" / "indicators.yaml").problems
    articles = dataset().articles.values()
    unread = {article.id for article in articles if article.url is None and not article.copies}
    without = {article.id for article in articles if any(rates_without_words(figure) for figure in article.figures)}
    assert {problem.severity for problem in problems} == {"information"}
    assert sorted((problem.code, problem.about) for problem in problems) == sorted(
        [("no-address", article) for article in unread] + [("rate-without-words", article) for article in without]
    )
    assert len(unread) == 11


def rates_without_words(figure: Figure) -> list[str]:
    """The growth and completion of a figure that none of its phrases has, letter by letter or with 下降 for a minus."""
    words = " ".join(filter(None, (figure.quote, figure.growth_quote, figure.completion_quote)))
    rates = (rate for rate in (figure.growth, figure.completion) if rate is not None)
    return [rate.printed for rate in rates if rate.printed.lstrip("-") not in words]


def test_what_is_accepted() -> None:
    accepted = loader.load(ROOT / "data" / "indicators.yaml").accepted
    assert sorted((problem.code, problem.about) for problem in accepted) == sorted(ACCEPTED)


ACCEPTED = [
    ("period-unfinished", "rizhao-postdoc-bases-new-2022"),
    ("stock-period", "wulian-technical-renovation-projects-2022s1"),
    ("period-unfinished", "rizhao-gazelles-new-2020"),
    ("period-unfinished", "rizhao-specialised-smes-new-2020"),
    ("period-unfinished", "rizhao-little-giants-2020"),
    ("series-jump", "rizhao-postdoc-bases-new-2024"),
    ("period-unfinished", "rizhao-port-group-cargo-2019"),
    ("period-unfinished", "rizhao-port-group-ore-2019"),
    ("period-unfinished", "rizhao-port-group-crude-oil-2019"),
    ("period-unfinished", "rizhao-port-group-coal-2019"),
    ("period-unfinished", "rizhao-port-group-containers-2019"),
    ("period-unfinished", "rizhao-tea-area-new-2010"),
    ("period-unfinished", "rizhao-airport-passengers-2016"),
    ("period-unfinished", "rizhao-port-group-cargo-2022"),
    ("period-unfinished", "rizhao-port-group-rail-haulage-2022"),
    ("period-unfinished", "wulian-projects-over-100m-2021-2025"),
    ("period-unfinished", "wulian-attracted-investment-over-100m-2021-2025"),
]
"""What has been looked into and stays as it was printed, each with its reason in the file."""


def test_the_totals_bear_out_the_jump() -> None:
    """What the reason of an acceptance says: the totals leave room for the 22 bases of 2024."""
    added = amount("rizhao-postdoc-bases-2025-02") - amount("rizhao-postdoc-bases-2022-08")
    assert added == 24
    assert amount("rizhao-postdoc-bases-new-2024") == 22


def test_the_frame_has_every_figure_once() -> None:
    assert (len(frame()), frame()["figure"].is_unique) == (len(dataset().figures), True)


def test_it_stands_as_a_folder_too(tmp_path: Path) -> None:
    text = (ROOT / "data" / "indicators.yaml").read_text("utf-8")
    half = text.index("\narticles:") + 1
    (tmp_path / "a.yaml").write_text(text[:half], "utf-8")
    (tmp_path / "b.yaml").write_text(text[half:], "utf-8")
    loaded = loader.load(tmp_path)
    assert loaded.dataset == dataset()
    assert {problem.code for problem in loaded.problems} == {"no-address", "rate-without-words"}


# figure, value, low, high, unit, qualifier: worked out by hand from the articles
AMOUNTS = [
    ("rizhao-transport-investment-2022s1", "5692000000", "5691500000", "5692500000", "CNY", "exact"),
    ("etdz-equipment-output-2022s1", "3670000000", "3665000000", "3675000000", "CNY", "exact"),
    ("etdz-equipment-taxes-2022s1", "168000000", "167500000", "168500000", "CNY", "exact"),
    ("rizhao-postdoc-support-2024", "2500000", "2500000", "2600000", "CNY", "over"),
    ("rizhao-living-allowance-per-postdoc-2022-08", "5000", "5000", "5000", "CNY/person/month", "exact"),
    ("rizhao-blueberry-area-2022-08", "30000", "30000", "40000", "mu", "over"),
    ("rizhao-gazelles-2020-12", "17", "17", "17", "enterprises", "exact"),
    ("rizhao-budget-revenue-2024m01-07", "12600000000", "12599500000", "12600500000", "CNY", "exact"),
    ("rizhao-gdp-2020", "200643000000", "200642500000", "200643500000", "CNY", "exact"),
    ("rizhao-port-cargo-2023q1", "146000000", "145500000", "146500000", "t", "exact"),
    ("rizhao-urban-jobs-2020", "30800", "30750", "30850", "persons", "exact"),
    ("rizhao-port-containers-2023q1", "1500000", "1495000", "1505000", "TEU", "exact"),
]


@pytest.mark.parametrize(
    ("figure", "value", "low", "high", "unit", "qualifier"), AMOUNTS, ids=[row[0] for row in AMOUNTS]
)
def test_known_amounts(  # noqa: PLR0917 - the columns of the table
    figure: str, value: str, low: str, high: str, unit: str, qualifier: str
) -> None:
    text = dataset().figures[figure].text
    assert text is not None
    assert (text.value, text.low, text.high) == (Decimal(value), Decimal(low), Decimal(high))
    assert (text.unit, text.qualifier) == (unit, qualifier)


# figure, period, growth, completion, nature
RATES = [
    ("rizhao-transport-investment-2022s1", "2022-S1", "1.52", "0.521", "actual"),
    ("wulian-industry-bureau-capital-2022s1", "2022-S1", None, "4.14", "actual"),
    ("wulian-industry-bureau-capital-target-2022", "2022", None, None, "target"),
    ("wulian-domestic-capital-2022s1", "2022-S1", None, "0.672", "actual"),
    ("etdz-equipment-taxes-2022s1", "2022-S1", "1.44", None, "actual"),
    ("rizhao-tax-revenue-2024m01-07", "2024-01-01/P7M", "-0.027", None, "actual"),
    ("wulian-gdp-2015", "2015", None, None, "expected"),
    ("wulian-industry-value-added-2015", "2015", "0.11", None, "actual"),
    ("commodity-rubber-cleared-2022-07-22", "2022-07-22", None, None, "actual"),
]


@pytest.mark.parametrize(("figure", "period", "growth", "completion", "nature"), RATES, ids=[row[0] for row in RATES])
def test_known_rates(figure: str, period: str, growth: str | None, completion: str | None, nature: str) -> None:
    reported = dataset().figures[figure]
    assert (reported.period.text, reported.nature) == (period, nature)
    assert (reported.growth and reported.growth.value) == (growth and Decimal(growth))
    assert (reported.completion and reported.completion.value) == (completion and Decimal(completion))


def test_the_plan_that_was_exceeded() -> None:
    """2.07亿元 is 314% more than the quota of 5000万元, as printed."""
    result = dataset().figures["wulian-industry-bureau-capital-2022s1"]
    assert result.plan == "wulian-industry-bureau-capital-target-2022"
    assert amount(result.id) / amount(result.plan) == Decimal("4.14")


def parts_of(whole: str) -> list[str]:
    return [figure.id for figure in dataset().figures.values() if figure.part_of == whole]


COMPLETE = {
    "rizhao-gazelles-2020-12": ["4", "1", "1", "1", "4", "6"],
    "rizhao-budget-revenue-2024m01-07": ["8200000000", "4400000000"],
    "rizhao-gdp-2020": ["17133000000", "84420000000", "99090000000"],
    "rizhao-gdp-2008": ["8274000000", "41973000000", "27067000000"],
    "juxian-gdp-2022": ["5807000000", "17247000000", "22266000000"],
    "juxian-gdp-2023": ["5913000000", "17309000000", "23153000000"],
    "donggang-gdp-2021m01-09": ["2019000000", "6435000000", "33865000000"],
    "donggang-gdp-2021": ["3837000000", "10384000000", "46021000000"],
    "donggang-gdp-2023": ["4324000000", "10036000000", "50756000000"],
    "rizhao-blue-zone-investment-2013s1": ["2480000000", "5860000000"],
    "rizhao-qingming-visitors-from-elsewhere-2019": ["2502", "258100", "483000"],
}
"""Wholes whose parts are all of them → the parts."""


@pytest.mark.parametrize(("whole", "parts"), COMPLETE.items())
def test_complete_parts_add_up(whole: str, parts: list[str]) -> None:
    text = dataset().figures[whole].text
    assert text is not None
    assert [amount(part) for part in parts_of(whole)] == [Decimal(part) for part in parts]
    assert text.low <= sum(amount(part) for part in parts_of(whole)) <= text.high


def test_all_wholes_that_say_so_are_tested() -> None:
    assert {figure.id for figure in dataset().figures.values() if figure.complete_parts} == COMPLETE.keys()


def test_no_part_exceeds_its_whole() -> None:
    wholes = {figure.part_of for figure in dataset().figures.values() if figure.part_of}
    assert wholes > COMPLETE.keys()
    for whole in wholes:
        amounts = [amount(part) for part in parts_of(whole)]
        assert all(part <= amount(whole) for part in amounts)


# --- magnitudes (A28): 万 for 亿, or a point that slipped ------------------------------------------------------------

# metric → what a whole city, district or zone can have, by what is known of Rizhao (3 million people)
ANCHORS = {
    "gdp": (1e10, 1e12),
    "value-added": (1e9, 5e11),
    "output-value": (1e8, 1e12),
    "business-revenue": (1e8, 1e12),
    "operating-revenue": (1e7, 1e12),
    "sales-revenue": (1e8, 1e11),
    "profits": (1e7, 1e11),
    "gdp-per-head": (1e4, 2e5),
    "production-capacity": (1e6, 1e9),
    "production-capacity-new": (1e6, 1e9),
    "processing-capacity": (1e5, 1e8),
    "profits-and-taxes": (1e8, 1e11),
    "project-investment": (1e8, 1e11),
    "project-investment-total": (1e8, 1e11),
    "planned-investment": (1e9, 1e12),
    "launched-investment": (1e8, 1e12),
    "attracted-investment": (1e9, 1e12),
    "fixed-asset-investment": (1e9, 5e11),
    "technical-renovation-investment": (1e8, 1e11),
    "budget-revenue": (1e8, 5e10),
    "local-revenue": (1e8, 5e10),
    "fiscal-revenue": (1e8, 5e10),
    "budget-expenditure": (1e8, 5e10),
    "local-expenditure": (1e8, 5e10),
    "funds-from-above": (1e7, 1e10),
    "deposits": (1e9, 5e11),
    "loans": (1e9, 5e11),
    "bad-loans-settled": (1e8, 1e11),
    "taxes-paid": (1e7, 1e10),
    "urban-income": (5e3, 1e5),
    "rural-income": (5e3, 5e4),
    "residents-income": (5e3, 1e5),
    "net-income": (5e3, 5e4),
    "cash-income": (1e3, 5e4),
    "total-income": (1e4, 1e5),
    "consumption-per-head": (5e3, 1e5),
    "average-wage": (1e4, 1e5),
    "minimum-allowance": (1e1, 1e4),
    "retail-sales": (1e9, 5e11),
    "floor-space-sold": (1e2, 1e5),
    "cargo-throughput": (1e7, 1e9),
    "foreign-trade-throughput": (1e7, 1e9),
    "container-throughput": (1e5, 1e7),
    "rail-haulage": (1e7, 1e9),
    "quay-length": (1, 1e3),
    "passengers-carried": (1e5, 1e8),
    "airport-passengers": (1e5, 1e7),
    "trade": (1e9, 1e12),
    "trade-usd": (1e9, 1e11),
    "exports": (1e9, 1e11),
    "imports": (1e9, 1e11),
    "import-volume": (1e6, 1e8),
    "visitors": (1e3, 1e8),
    "tourism-revenue": (1e6, 1e11),
    "tourism-spending": (1e8, 1e11),
    "event-benefits": (1e8, 1e10),
    "foreign-capital": (1e7, 1e9),
    "attracted-project-funds": (1e8, 1e11),
    "domestic-capital": (1e8, 1e11),
    "department-domestic-capital": (1e7, 1e9),
    "urban-jobs-new": (1e3, 1e6),
    "employed": (1e5, 1e7),
    "jobs-supported": (1e4, 1e6),
    "reemployed": (1e3, 1e6),
    "rural-workers-moved": (1e3, 1e6),
    "job-training": (1e3, 1e6),
    "businesses": (1e1, 1e6),
    "businesses-new": (1e3, 1e6),
    "farm-households": (1e3, 1e6),
    "farm-output": (1e3, 1e7),
    "planted-area": (1e3, 1e6),
    "planted-area-new": (1e3, 1e6),
    "fund-size": (1e8, 1e11),
    "living-allowance-per-postdoc": (1e3, 1e5),
    "grant-per-postdoc-base": (1e4, 1e7),
    "research-money-per-postdoc": (1e4, 1e7),
    "postdoc-support-paid": (1e5, 1e8),
    "commodity-trade-quantity": (1e1, 1e6),
    "commodity-trade-cleared": (1e5, 1e10),
}


def test_a28_magnitudes() -> None:
    """Each anchor is wide, and yet a slip by 10 000 falls out of it in one direction at least."""
    rows = frame().dropna(subset="value")
    rows = rows[~rows["metric"].isin(RATES_OF)]
    for figure, metric, value in zip(*(rows[name].tolist() for name in ("figure", "metric", "value")), strict=True):
        low, high = ANCHORS.get(metric, (1, 1_000))  # counts: the largest are 699 recruits
        assert low <= value <= high, figure
    assert set(ANCHORS) <= set(rows["metric"])
    assert all(high / low <= 1e5 for low, high in ANCHORS.values())


RATES_OF = (
    *("inflation", "rd-intensity", "registered-unemployment", "start-rate", "urbanisation-rate"),
    *("share-of-gdp", "share-of-imports", "share-of-industrial-output", "share-of-investment", "share-of-revenue"),
)
"""Metrics that are shares or rates themselves."""


def test_a28_rates() -> None:
    """The most is the takings of sights over a holiday after the year in which nobody could travel."""
    assert frame()["growth"].dropna().between(-0.5, 7).all()
    assert frame()["growth"].dropna().quantile(0.95) < 2
    assert frame()["completion"].dropna().between(0.1, 5).all()
    assert frame().query("metric in @RATES_OF")["value"].dropna().between(-0.01, 1).all()


def test_incomes_grow_with_the_place() -> None:
    """What is known apart from the articles: townspeople earn more, foreign trade is a part of all."""
    assert amount("wulian-rural-income-2015") < amount("wulian-urban-income-2015")
    assert amount("rizhao-port-foreign-trade-cargo-2023q1") < amount("rizhao-port-cargo-2023q1")
    assert amount("wulian-gdp-2015") < amount("rizhao-gdp-2020")


def test_months_of_a_year_exceed_its_half() -> None:
    for region in ("donggang", "lanshan", "juxian", "rizhao-etdz", "wulian", "rizhao-hitech", "shanhaitian"):
        short = region.removeprefix("rizhao-")
        half, seven = (amount(f"{short}-budget-revenue-2024{end}") for end in ("s1", "m01-07"))
        assert half < seven < half * 2, region


def test_figures_do_not_lie_after_their_article() -> None:
    for article in dataset().articles.values():
        for figure in article.figures:
            if figure.nature == "actual":
                assert figure.period.start <= article.published.end, figure.id


def test_units_fit_their_metric() -> None:
    for figure in dataset().figures.values():
        if figure.text is not None:
            assert UNITS[figure.text.unit].dimension == UNITS[dataset().metrics[figure.metric].unit].dimension


def test_quantities_in_words_are_what_was_printed() -> None:
    for figure in dataset().figures.values():
        if figure.text is not None:
            assert quantity_parser.parse(quantities.to_text(figure.text, "en")).value == figure.text.value
