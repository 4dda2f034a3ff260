"""No number of a target or an expectation stands anywhere without the word that says so."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import html5lib
import pytest
from streamlit.testing.v1 import AppTest

from indicators import settings, study
from indicators.cli.main import main
from indicators.loading.loader import load
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.phrasing import figures as phrases
from indicators.phrasing.names import Names
from indicators.site import build, card_texts
from indicators.site.pages import entry as entry_page
from indicators.site.volume import DIMENSIONS, volumes
from indicators.values import units
from indicators.values.text import LANGS, Lang
from tests import ROOT
from tests.site.sites import BASE, DAY
from tests.ui.visits import charts, fine

DATA = ROOT / "tests/natures.yaml"
WORDS = {"target": ("target", "目标"), "expected": ("expected", "预计")}
AROUND = 60
"""How many characters the word may be away from its number."""
BLOCKS = {"title", "h1", "h2", "h3", "p", "li", "td", "th", "summary", "pre", "blockquote", "dt", "dd", "div"}
READ = {"content", "aria-label", "title", "alt", "placeholder"}
"""Attributes that somebody reads or hears."""


@cache
def dataset() -> Dataset:
    loaded = load(DATA)
    assert loaded.dataset is not None
    assert {problem.severity for problem in loaded.problems} <= {"information"}
    return loaded.dataset


def numbers(figure: Figure, lang: Lang) -> set[str]:
    """Every way in which a number of the figure is written in a language."""
    names = Names(dataset(), lang)
    ways = {
        phrases.bare_growth(figure, names),
        phrases.bare_completion(figure, names),
        phrases.bare_share(figure, names),
    }
    ways |= {number.printed for number in (figure.text, figure.growth, figure.completion) if number}
    if figure.text:
        ways |= {phrases.bare_amount(figure, names), units.full(figure.text.value, figure.text.unit, lang)}
    return ways - {""}


@cache
def patterns(lang: Lang) -> tuple[tuple[Figure, re.Pattern[str]], ...]:
    natural = (figure for figure in dataset().figures.values() if figure.nature != "actual")
    return tuple(
        (figure, re.compile(rf"(?<![\d.,])(?:{'|'.join(map(re.escape, numbers(figure, lang)))})(?!\d)"))
        for figure in natural
    )


def met(text: str, lang: Lang) -> Iterator[tuple[str, bool]]:
    """The id of each target and expectation whose number stands in a text, and whether its word is near it."""
    for quote in {figure.quote for figure in dataset().figures.values()}:
        text = " ".join(text.replace(quote, "").split())  # a quote is a newspaper's own words
    for figure, pattern in patterns(lang):
        for found in pattern.finditer(text):
            near = text[max(0, found.start() - AROUND) : found.end() + AROUND].lower()
            yield figure.id, WORDS[figure.nature][lang == "zh"] in near


def check(texts: Iterator[str], lang: Lang) -> set[str]:
    """The ids of the targets and expectations in the texts, none of which may lack its word."""
    seen = set()
    for text in texts:
        for key, called_so in met(text, lang):
            assert called_so, f"{key}: {text[:400]}"
            seen.add(key)
    return seen


def strings(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for value in tree.values():
            yield from strings(value)
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from strings(value)


@pytest.mark.parametrize(
    ("text", "lang", "lacks"),
    [
        ("Revenue · City · 2023: ¥12.04 bn", "en", True),
        ("Revenue · City · 2023: ¥12.04 bn (target)", "en", False),
        ("Revenue · City · 2023: ¥12.04 bn (expected)", "en", True),
        ("全市 120.4亿元", "zh", True),
        ("“……全市120.4亿元……”", "zh", False),
        ("112.04 bn", "en", False),
    ],
)
def test_a_number_without_its_word_is_seen(text: str, lang: Lang, *, lacks: bool) -> None:
    assert any(not called_so for _, called_so in met(text, lang)) == lacks


# --- the site --------------------------------------------------------------------------------------------------------


def blocks(markup: str) -> Iterator[str]:
    """The text of each innermost block, and what is read of attributes and of linked data.

    A row with one figure, or with a head of its own, is a block: the mark and the word stand in one of its cells.
    """
    page = html5lib.parse(markup, namespaceHTMLElements=False)
    rows = page.findall(".//table[@class='figure-rows']/tbody/tr")
    rows += [row for row in page.iter("tr") if row.find("th[@scope='row']") is not None]
    yield from (" ".join(row.itertext()) for row in rows)
    in_rows = {inner for row in rows for inner in row.iter()}
    for element in page.iter():
        yield from (text for name, text in element.attrib.items() if name in READ)
        if element.tag == "script" and element.get("type") == "application/ld+json":
            yield from strings(json.loads(element.text))
        elif element.tag in BLOCKS and not any(inner.tag in BLOCKS for inner in element.iterfind(".//*")):
            yield from () if element in in_rows else ["".join(element.itertext())]


@pytest.mark.slow
def test_pages_feeds_search_and_charts_of_the_site(tmp_path: Path) -> None:
    """In one test, so that the site is built once."""
    build.build(study.of(dataset()), tmp_path, digest="0" * 64, today=DAY, base=BASE)
    for lang in LANGS:
        every = {figure.id for figure, _ in patterns(lang)}
        pages = sorted((tmp_path / lang).rglob("*.html"))
        assert check((text for page in pages for text in blocks(page.read_text("utf-8"))), lang) == every
        feed = ET.fromstring((tmp_path / f"feed-{lang}.xml").read_bytes())  # noqa: S314  # it is our own
        assert check((element.text or "" for element in feed.iter()), lang) == every
        hits = json.loads(content(tmp_path / "assets" / f"search-{lang}.js"))["figures"]
        assert {key for key, nature in zip(hits["id"], hits["nature"], strict=True) if nature} == every
        specs = chain.from_iterable(map(assigned, sorted((tmp_path / lang).rglob("*.js"))))
        assert check(specs, lang) == every


def assigned(script: Path) -> Iterator[str]:
    """The texts of what a script assigns to a name."""
    return strings(json.loads(content(script)))


def content(script: Path) -> str:
    return script.read_text("utf-8").partition("=")[2].rstrip(";\n")


@pytest.mark.parametrize("lang", LANGS)
def test_social_cards(lang: Lang) -> None:
    (volume,) = (each for each in volumes(study.of(dataset()), cards=True) if each.lang == lang)
    cards = [card_texts.of_figure(figure, volume) for figure in dataset().figures.values()]
    cards += [card_texts.of_article(article, volume) for article in dataset().articles.values()]
    cards.append(card_texts.of_overview(volume))
    for dimension in DIMENSIONS:
        for key in volume.entries(dimension):
            drawn = entry_page.charts_of(dimension, key, volume)
            cards.append(entry_page.card(dimension, key, drawn, volume))
    words = ((card.kicker, card.heading, card.number, *map(" ".join, card.lines)) for card in cards if card)
    assert check(chain.from_iterable(words), lang) == {figure.id for figure, _ in patterns(lang)}


# --- the terminal ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_terminal(capsys: pytest.CaptureFixture[str], lang: Lang) -> None:
    assert main(["show", "--lang", lang, "--derived", "--data", str(DATA)]) == 0
    assert check(iter(capsys.readouterr().out.splitlines()), lang) == {figure.id for figure, _ in patterns(lang)}


# --- the dashboard ---------------------------------------------------------------------------------------------------


def leaves(message: Any) -> Iterator[str]:
    """All texts in a message of Streamlit's to a browser."""
    for _, value in message.ListFields():
        parts = [value] if isinstance(value, str) or hasattr(value, "ListFields") else value
        for part in parts if isinstance(parts, Iterable) and not isinstance(parts, bytes) else ():
            if isinstance(part, str):
                yield part
            elif hasattr(part, "ListFields"):
                yield from leaves(part)


def elements(at: AppTest) -> Iterator[str]:
    """All words on a page of the dashboard: those of each element, each row of a table, and all within charts."""
    for node in at:
        proto: Any = getattr(node, "proto", None)
        if node.type == "html":
            yield from blocks(proto.body)
        elif proto is not None and hasattr(proto, "DESCRIPTOR"):
            yield from leaves(proto)
    for table in at.dataframe:
        yield from (" ".join(map(str, row)) for row in table.value.itertuples())
    yield from strings(charts(at))


LINKS: list[dict[str, Any]] = [
    {"page": "overview"},
    {"page": "figures"},
    {"page": "explore", "metric": "revenue"},
    {"page": "explore", "metric": "spending"},
    {"page": "explore", "metric": "sales"},
    {"page": "sources"},
    {"page": "checks"},
    {"figure": "city-aim"},
    {"figure": "city-soon"},
    {"figure": "city-now"},
    {"figure": "share-soon"},
    {"figure": "west-result"},
    {"page": "places"},
    {"page": "sectors"},
    {"page": "time"},
    {"page": "compare", "region": ["city", "east", "west"]},
    {"region": "city"},
    {"sector": "industry"},
]


@pytest.mark.parametrize("lang", LANGS)
def test_dashboard(monkeypatch: pytest.MonkeyPatch, lang: Lang) -> None:
    monkeypatch.setenv(settings.DATA, str(DATA))
    seen: set[str] = set()
    for link in LINKS:
        at = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        for key, value in {**link, "lang": lang}.items():
            at.query_params[key] = value
        seen |= check(elements(fine(at.run())), lang)
    assert seen == {figure.id for figure, _ in patterns(lang)}
