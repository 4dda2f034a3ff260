"""The shipped dataset: no problems, the figures that are known from the sources, and magnitudes that can be true.

The articles themselves are not part of the repository; where they lie beside it, every quote is looked up in them.
"""

import csv
import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from indicators.frames import tidy as frames
from indicators.loading import loader
from indicators.model.dataset import Dataset
from indicators.model.entries import Figure
from indicators.values import periods, quantities, quantity_parser
from indicators.values.unit_table import UNITS
from tests import ROOT

SOURCES = ROOT.parent / "shared" / "sources"
needs_sources = pytest.mark.skipif(not SOURCES.is_dir(), reason="the articles are not part of the repository")


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
    assert len(unread) == 7


def rates_without_words(figure: Figure) -> list[str]:
    """The growth and completion of a figure that none of its phrases has, letter by letter or with 下降 for a minus."""
    words = " ".join(filter(None, (figure.quote, figure.growth_quote, figure.completion_quote)))
    rates = (rate for rate in (figure.growth, figure.completion) if rate is not None)
    return [rate.printed for rate in rates if rate.printed.lstrip("-") not in words]


def test_what_is_accepted() -> None:
    accepted = loader.load(ROOT / "data" / "indicators.yaml").accepted
    assert [(problem.code, problem.about) for problem in accepted] == [
        ("period-unfinished", "rizhao-postdoc-bases-new-2022"),
        ("stock-period", "wulian-technical-renovation-projects-2022s1"),
        ("period-unfinished", "rizhao-gazelles-new-2020"),
        ("period-unfinished", "rizhao-specialised-smes-new-2020"),
        ("period-unfinished", "rizhao-little-giants-2020"),
        ("series-jump", "rizhao-postdoc-bases-new-2024"),
    ]


def test_the_totals_bear_out_the_jump() -> None:
    """What the reason of an acceptance says: the totals leave room for the 22 bases of 2024."""
    added = amount("rizhao-postdoc-bases-2025-02") - amount("rizhao-postdoc-bases-2022-08")
    assert added == 24
    assert amount("rizhao-postdoc-bases-new-2024") == 22


def test_size() -> None:
    assert (len(dataset().articles), len(dataset().figures)) == (14, 92)
    assert (len(frame()), frame()["figure"].is_unique) == (92, True)


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


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("rizhao-gazelles-2020-12", ["4", "1", "1", "1", "4", "6"]),
        ("rizhao-budget-revenue-2024m01-07", ["8200000000", "4400000000"]),
        ("rizhao-gdp-2020", ["17133000000", "84420000000", "99090000000"]),
    ],
)
def test_complete_parts_add_up(whole: str, parts: list[str]) -> None:
    assert dataset().figures[whole].complete_parts
    assert [amount(part) for part in parts_of(whole)] == [Decimal(part) for part in parts]
    assert sum(amount(part) for part in parts_of(whole)) == amount(whole)


def test_all_wholes_that_say_so_are_tested() -> None:
    assert sum(figure.complete_parts for figure in dataset().figures.values()) == 3


def test_no_part_exceeds_its_whole() -> None:
    wholes = {figure.part_of for figure in dataset().figures.values() if figure.part_of}
    assert len(wholes) == 5
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
    "profits-and-taxes": (1e8, 1e11),
    "project-investment": (1e8, 1e11),
    "fixed-asset-investment": (1e9, 5e11),
    "technical-renovation-investment": (1e8, 1e11),
    "budget-revenue": (1e8, 5e10),
    "tax-revenue": (1e8, 5e10),
    "non-tax-revenue": (1e8, 5e10),
    "taxes-paid": (1e7, 1e10),
    "urban-income": (1e4, 1e5),
    "rural-income": (5e3, 5e4),
    "cargo-throughput": (1e7, 1e9),
    "foreign-trade-throughput": (1e7, 1e9),
    "container-throughput": (1e5, 1e7),
    "attracted-project-funds": (1e8, 1e11),
    "domestic-capital": (1e8, 1e11),
    "department-domestic-capital": (1e7, 1e9),
    "urban-jobs-new": (1e3, 1e6),
    "planted-area": (1e3, 1e6),
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
    for figure, metric, value in zip(*(rows[name].tolist() for name in ("figure", "metric", "value")), strict=True):
        low, high = ANCHORS.get(metric, (1, 1_000))  # counts: the largest are 528 recruits
        assert low <= value <= high, figure
    assert set(ANCHORS) <= set(rows["metric"])
    assert all(high / low <= 1e5 for low, high in ANCHORS.values())


def test_a28_rates() -> None:
    assert frame()["growth"].dropna().between(-0.5, 2).all()
    assert frame()["completion"].dropna().between(0.1, 5).all()


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


# --- against the sources ---------------------------------------------------------------------------------------------


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@cache
def rows() -> list[dict[str, str]]:
    with (SOURCES / "linked_figures.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def period_of(row: dict[str, str]) -> str:
    """The CSV writes months from January on as 2024-01..2024-07."""
    first, _, last = row["period"].partition("..")
    return f"{first}-01/P{int(last[-2:])}M" if last else first


def says(figure: Figure, row: dict[str, str]) -> bool:
    names = dataset().regions[figure.region].name.zh
    return (
        row["region"] == names
        and periods.parse(period_of(row)) == figure.period
        and row["value_as_printed"] == (figure.text.printed if figure.text else "")
        and row["growth_as_printed"] == (figure.growth.printed if figure.growth else "")
        and row["completion_as_printed"] == (figure.completion.printed if figure.completion else "")
        and row["nature"] == figure.nature
        and squeezed(figure.quote) in squeezed(row["quote"])
    )


@needs_sources
def test_every_row_of_the_linked_sources_is_there() -> None:
    assert len(rows()) == 56
    for row in rows():
        article = dataset().articles[row["article"]]
        assert (article.published.text, article.url) == (row["published"], row["url"])
        assert (article.headline.zh if article.headline else "") == row["headline"]
        assert len([figure for figure in article.figures if says(figure, row)]) == 1, row


@needs_sources
def test_the_linked_articles_hold_nothing_else() -> None:
    linked = {row["article"] for row in rows()}
    assert sum(len(dataset().articles[article].figures) for article in linked) == len(rows())


@needs_sources
def test_every_quote_of_the_printed_pages_stands_in_them() -> None:
    pages = squeezed((SOURCES / "rizhao-news-2022-08.txt").read_text("utf-8"))
    linked = {row["article"] for row in rows()}
    printed = [article for article in dataset().articles.values() if article.id not in linked]
    assert sum(len(article.figures) for article in printed) == 92 - 56
    for article in printed:
        assert article.headline is not None
        assert squeezed(article.headline.zh) in pages, article.id
        for figure in article.figures:
            assert squeezed(figure.quote) in pages, figure.id
            for quantity in (figure.text, figure.growth, figure.completion):
                assert quantity is None or squeezed(quantity.printed) in pages, figure.id


def test_quantities_in_words_are_what_was_printed() -> None:
    for figure in dataset().figures.values():
        if figure.text is not None:
            assert quantity_parser.parse(quantities.to_text(figure.text, "en")).value == figure.text.value
