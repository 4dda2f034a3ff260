"""The shipped dataset against what it was made of: how much there is, and each row of the sources word by word.

The sources themselves are not part of the repository; where they lie beside it, every row is looked up in the dataset.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest

from indicators.curate.drafting import Reader
from indicators.curate.drafts import DraftFigure
from indicators.loading import loader
from indicators.model.articles import Article, Figure
from indicators.model.dataset import Dataset
from indicators.values import periods, quantity_parser
from indicators.values.periods import Period
from indicators.values.quantities import Quantity
from indicators.values.text import fold
from tests import ROOT

SOURCES: Final = ROOT.parent / "shared" / "sources"
needs_sources = pytest.mark.skipif(not SOURCES.is_dir(), reason="the articles are not part of the repository")

Row = Mapping[str, str]


@cache
def dataset() -> Dataset:
    loaded = loader.load(ROOT / "data" / "indicators.yaml")
    assert loaded.dataset is not None
    return loaded.dataset


# --- how much there is -----------------------------------------------------------------------------------------------


def test_there_is_enough_to_compare() -> None:
    assert len(dataset().figures) >= 465
    assert len(dataset().articles) >= 97
    assert len(dataset().metrics) <= 130


def test_districts_can_be_compared() -> None:
    """Figures of one metric, group, sector, period and nature for several regions."""
    regions: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for figure in dataset().figures.values():
        subject = dataset().subject(figure)
        regions[subject._replace(region="")].add(figure.region)
    assert sum(len(of_one) > 1 for of_one in regions.values()) >= 12


def test_series_run_over_several_periods() -> None:
    """Figures of one metric, group, sector, region and nature for several periods."""
    ends: dict[tuple[str, ...], set[Period]] = defaultdict(set)
    for figure in dataset().figures.values():
        key = figure.metric, figure.group, figure.region, figure.sector, figure.nature
        ends[key].add(dataset().subject(figure).period)
    assert sum(len(of_one) > 1 for of_one in ends.values()) >= 48


# --- each figure by itself -------------------------------------------------------------------------------------------

_DIGITS: Final = re.compile(r"[0-9][0-9,.]*(?<![,.])|[一二三四五六七八九十百千万亿]+")


def number_in(quantity: Quantity) -> str:
    """The number of a printed quantity without qualifier, sign and unit."""
    match = _DIGITS.search(squeezed(fold(quantity.printed)))
    assert match is not None
    return match[0]


def test_every_quote_holds_its_number() -> None:
    for figure in dataset().figures.values():
        words = [(figure.text, figure.quote), (figure.share, figure.share_quote or figure.quote)]
        if figure.text is None:
            words.append((figure.growth, figure.growth_quote or figure.quote))
        for quantity, quote in words:
            assert quantity is None or number_in(quantity) in squeezed(fold(quote)), figure.id


def test_every_quote_of_a_rate_holds_it() -> None:
    for figure in dataset().figures.values():
        quotes = ((figure.growth_quote, figure.growth or figure.change), (figure.completion_quote, figure.completion))
        for quote, rate in quotes:
            if quote is not None:
                assert rate is not None
                assert number_in(rate) in squeezed(quote), figure.id
                assert quote != figure.quote, figure.id


def test_every_address_is_well_formed() -> None:
    for article in dataset().articles.values():
        for url in (article.url, *(copy.url for copy in article.copies)):
            if url is not None:
                parts = urlsplit(url)
                assert parts.scheme in {"http", "https"}, url
                assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", parts.netloc), url
                assert not re.search(r"\s", url), url


def test_reprints_are_told_from_articles() -> None:
    """A site that only reprints publishes no article of its own, and each copy says whose it is."""
    kinds = {key: publisher.kind for key, publisher in dataset().publishers.items()}
    for article in dataset().articles.values():
        assert kinds[article.publisher] != "reprint", article.id
        for copy in article.copies:
            assert copy.publisher is not None, article.id
            assert copy.publisher != article.publisher, article.id


def test_every_article_has_a_headline_or_a_description() -> None:
    for article in dataset().articles.values():
        assert article.headline is not None, article.id
        described = [
            words.startswith("[") and words.endswith("]") for words in (article.headline.zh, article.headline.en)
        ]
        assert described in ([True, True], [False, False]), article.id


# --- against the sources ---------------------------------------------------------------------------------------------


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@cache
def rows(name: str) -> tuple[Row, ...]:
    with (SOURCES / name).open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file))


def every_row() -> list[Row]:
    return [*rows("linked_figures.csv"), *rows("linked_figures_2.csv")]


# Quote of a row → what the curator knows better than its column says, as its note does.
PERIODS: Final = {
    "340,000 TEU": "2022-01-01/P24D",  # “1月1日至24日，不满一月”
    "年产干毛茶2.1万吨": "2023",  # of a year, as the other yearly outputs that no year is named for; not of a month
    "总产值40亿元": "2023",
}
REGIONS: Final = {"库山乡": "kushan"}
"""What a note says of a row → its region: a figure of one township is not its county's."""
OWN: Final = {"9.5万人": "人", "40 million mt": " mt", "20 million mt": " mt"}
"""Values whose unit is the curator's, who reads people as visits and mt as tonnes."""
DATES: Final = {"dzrb-2022-05-17": "2022-05-17"}
"""The reprint says when the newspaper printed it; its own address has the date of the reprint."""


def period_of(row: Row) -> Period:
    """The period of a row; days in its note are of a holiday, and 2024-01..2024-07 is January to July."""
    first, _, last = row["period"].partition("..")
    days = re.search(r"\d{4}-\d\d-\d\d/P\d+D", row.get("note", ""))
    text = (
        PERIODS.get(row["quote"]) or (days[0] if days else "") or (f"{first}-01/P{int(last[-2:])}M" if last else first)
    )
    return periods.parse(text)


def is_of_the_time(figure: Figure, row: Row) -> bool:
    expected = period_of(row)
    if dataset().metrics[figure.metric].kind == "stock":
        return figure.period.moment() == expected.moment()
    return figure.period == expected


def is_of_the_place(figure: Figure, row: Row) -> bool:
    towns = [key for name, key in REGIONS.items() if name in row.get("note", "")]
    return figure.region in towns if towns else row["region"] == dataset().regions[figure.region].name.zh


def is_printed(quantity: Quantity | None, printed: str) -> bool:
    """True where a quantity is what a row has, with or without a qualifier that the quote prints before the number."""
    if quantity is None or not printed:
        return quantity is None and not printed
    fall = f"下降{printed[1:]}" if printed.startswith("-") else printed  # the curator's sign for the word
    return quantity.printed.endswith((printed, fall)) or f"{quantity.printed}{OWN.get(printed, '')}" == printed


def says(figure: Figure, row: Row) -> bool:
    """True where a figure says what a row does, in the words that the row quotes."""
    value, growth, completion = (row[f"{name}_as_printed"] for name in ("value", "growth", "completion"))
    if not (is_of_the_time(figure, row) and is_of_the_place(figure, row) and row["nature"] == figure.nature):
        return False
    if further := {figure.share_quote: figure.share, figure.growth_quote: figure.change}.get(row["quote"]):
        return is_printed(further, value)
    if squeezed(figure.quote) not in squeezed(row["quote"]):
        return False
    if figure.share is not None and is_printed(figure.share, value):
        return True
    whole = is_printed(figure.growth, growth) and is_printed(figure.completion, completion)
    rate_alone = not value and figure.growth is None and is_printed(figure.text, growth)  # a rise of prices
    return (whole and is_printed(figure.text, value)) or rate_alone


@needs_sources
def test_every_row_of_the_sources_is_there_once() -> None:
    assert len(every_row()) == 56 + 391
    for row in every_row():
        figures = dataset().articles[row["article"]].figures
        assert len([figure.id for figure in figures if says(figure, row)]) == 1, dict(row)


@needs_sources
def test_the_amounts_of_the_sources_are_meant() -> None:
    """Value and unit, where a row prints both or its note says the unit."""
    for row in every_row():
        noted = re.search(r"(?:带单位作|去空格作) ?([0-9.]+[^\s;；,，]+)", row.get("note", ""))
        printed = noted[1] if noted else row["value_as_printed"]
        try:
            expected = quantity_parser.parse(printed)
        except ValueError:
            continue
        (figure,) = (one for one in dataset().articles[row["article"]].figures if says(one, row))
        amounts = [one for one in (figure.text, figure.share, figure.change) if one and one.value == expected.value]
        assert amounts or figure.text is None, (figure.id, printed)
        for amount in amounts[:1]:
            alike = {expected.unit.dimension, "visits" if printed in OWN else ""}
            assert amount.unit.dimension in alike or amount.unit.dimension == "money-CNY/person/month", figure.id


@needs_sources
def test_the_articles_of_the_sources_hold_nothing_else() -> None:
    statements: dict[str, int] = defaultdict(int)
    for row in every_row():
        statements[row["article"]] += 1
    for key, count in statements.items():
        article = dataset().articles[key]
        further = sum(figure.share is not None or figure.change is not None for figure in article.figures)
        assert len(article.figures) + further == count, key


@needs_sources
def test_the_articles_are_those_of_the_sources() -> None:
    for row in every_row():
        article = dataset().articles[row["article"]]
        assert address_of(article) == row["url"], article.id
        if row.get("reprint") == "yes":
            assert article.url is None, article.id
        if row["published"]:
            assert article.published.text == DATES.get(article.id, row["published"]), article.id
        if row["headline"]:
            assert article.printed_headline == row["headline"], article.id
        else:
            assert not article.printed_headline, article.id


def address_of(article: Article) -> str:
    """The one address at which an article or a copy of it was seen."""
    addresses = [url for url in (article.url, *(copy.url for copy in article.copies)) if url]
    assert len(addresses) <= 1, article.id
    return addresses[0] if addresses else ""


@needs_sources
def test_every_quote_of_the_printed_page_stands_in_it() -> None:
    page = squeezed(Path(SOURCES / "rizhao-news-2022-08.txt").read_text("utf-8"))
    linked = {row["article"] for row in every_row()}
    printed = [article for article in dataset().articles.values() if article.id not in linked]
    assert sum(len(article.figures) for article in printed) == 92 - 56
    for article in printed:
        assert squeezed(article.printed_headline) in page, article.id
        for figure in article.figures:
            for quote in (figure.quote, figure.growth_quote, figure.completion_quote):
                assert quote is None or squeezed(quote) in page, figure.id
            for quantity in (figure.text, figure.growth, figure.completion):
                assert quantity is None or squeezed(quantity.printed) in page, figure.id


# --- what a draft proposes of the newspaper page ---------------------------------------------------------------------

PAGE = SOURCES / "rizhao-news-2022-08.txt"
ARTICLES_OF_THE_PAGE = (
    *("red-ribbon", "key-transport-projects", "new-postdoc-bases", "hitech-zone-alliances", "commodity-clearing"),
    *("digital-economy", "blueberry-advisers", "wulian-contest"),
)


@needs_sources
def test_a_draft_finds_every_figure_of_the_page_with_its_rates() -> None:
    known = dataset().without(ARTICLES_OF_THE_PAGE)  # it has not learned from their quotes
    entered = [figure for key in ARTICLES_OF_THE_PAGE for figure in dataset().articles[key].figures]
    drafted = [
        figure
        for article in Reader(known).read(PAGE.read_text("utf-8"), periods.parse("2022-08-08"))
        for figure in article.figures
    ]
    missed = [figure.id for figure in entered if not any(_says(proposal, figure) for proposal in drafted)]
    assert missed == []
    assert len(drafted) <= len(entered) + 2
    natures = {figure.quantity.value: figure.nature for figure in drafted if figure.quantity}
    assert all(natures[figure.text.value] == figure.nature for figure in entered if figure.text)


def _says(proposal: DraftFigure, figure: Figure) -> bool:
    rates = ((proposal.growth, figure.growth), (proposal.completion, figure.completion))
    same = all((part.words if part else None) == (rate.printed if rate else None) for part, rate in rates)
    return same and figure.text is not None and proposal.quantity is not None and _equal(proposal.quantity, figure.text)


def _equal(one: Quantity, other: Quantity) -> bool:
    return (one.value, one.unit, one.qualifier) == (other.value, other.unit, other.qualifier)
