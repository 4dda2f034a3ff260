"""The page of all figures: rows, bars, facets and heads of columns lead where they say, and say what is true."""

import re
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any
from urllib.parse import parse_qs
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import view
from indicators.pages.context import PageContext
from indicators.pages.figures import ledger, table_rows
from indicators.pages.figures.ledger import Ledger
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from indicators.study import Study, of
from indicators.values.text import LANGS, Lang
from indicators.view import View
from tests.builders import make_article, make_dataset, make_figure
from tests.worlds import world

SEEDS = st.integers(0, 5_000)


def page_of(known: Study, shown: View, lang: Lang = "en") -> tuple[Ledger, Element]:
    context = PageContext(known, Names(known.dataset, lang), QueryAddresses(None, ""), date(2024, 1, 1))
    page = ledger.of(shown, context)
    return page, html5lib.parse(page.head + page.body, namespaceHTMLElements=False)


def followed(address: str, known: Study) -> View:
    """The view that a link leads to; it names nothing that is not known."""
    spans = {figure.period.text for figure in known.dataset.figures.values()}
    target, unknown = view.parse(parse_qs(address[1:]), view.ids(known.dataset, spans))
    assert not unknown
    return target


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def rows(page: Element) -> list[Element]:
    return page.findall(".//table[@class='figure-rows']/tbody/tr")


def links(page: Element, path: str) -> Iterator[tuple[str, str]]:
    for link in page.findall(path):
        yield words(link), link.attrib["href"]


def study_of(*changes: dict[str, Any]) -> Study:
    figures = [make_figure(id=f"f{place}", **change) for place, change in enumerate(changes)]
    return of(make_dataset(make_article(*figures)))


@given(SEEDS, st.sampled_from(LANGS))
@settings(max_examples=6)
def test_each_row_is_one_link_to_its_figure_and_bars_are_as_long_as_amounts(seed: int, lang: Lang) -> None:
    known = world(seed).known
    page, shown = page_of(known, View(page="figures"), lang)
    figures = [known.dataset.figures[key] for key in page.figures][: ledger.ROWS]
    assert len(rows(shown)) == len(figures)
    largest: dict[object, float] = {}
    for row, figure in zip(rows(shown), figures, strict=True):
        assert [link.attrib["href"] for link in row.iter("a")] == [f"?figure={figure.id}"]
        sector = "" if figure.sector == "all" else Names(known.dataset, lang).sector(figure.sector)
        assert words(row.findall("td")[1]).count(sector) == 1 or not sector
        marks = [mark.attrib["class"] for mark in row.iter("i") if "mark" in mark.attrib["class"]]
        assert marks == ([] if figure.nature == "actual" else [f"mark {figure.nature}"])
        bars = [bar for bar in row.iter("i") if "bar" in bar.attrib["class"].split()]
        for bar in bars:
            assert figure.text is not None
            assert (figure.nature in bar.attrib["class"].split()) == (figure.nature != "actual")
            share = float(re.findall(r"[\d.]+", bar.attrib["style"])[0]) / 100
            stock = known.dataset.metrics[figure.metric].kind == "stock"
            group = (figure.metric, "" if stock else figure.period.length)
            if share > 0.05:  # a tenth of a per cent is drawn at most
                largest.setdefault(group, float(figure.text.value) / share)
                assert float(figure.text.value) / share == pytest.approx(largest[group], rel=0.02)


@given(SEEDS, st.sampled_from(LANGS))
@settings(max_examples=3)
def test_each_value_of_a_facet_leads_to_as_many_figures_as_it_says(seed: int, lang: Lang) -> None:
    dice, known = Random(seed), world(seed).known  # noqa: S311  # nothing is kept secret
    start = View(page="figures", nature=dice.choice([(), ("actual",)]), sort="-number")
    _, shown = page_of(known, start, lang)
    added = [
        (label, target)
        for label, address in links(shown, ".//nav[@class='facets']//li/a")
        if (target := followed(address, known)).nature == start.nature
    ]
    for label, target in dice.sample(added, min(6, len(added))):
        assert (target.page, target.sort) == ("figures", "-number")
        assert label.endswith(f" {len(page_of(known, target, lang)[0].figures):,}")


def test_what_is_chosen_is_listed_with_a_link_that_takes_it_away_even_if_nothing_has_it() -> None:
    known = study_of({}, {"nature": "target"})
    chosen = View(page="figures", region=("city", "east"), find="56.92", metric="revenue", sort="number")
    _, shown = page_of(known, chosen)
    removals = dict(links(shown, ".//div[@class='chosen']//li/a"))
    assert [label.removesuffix(" ×") for label in removals] == ["City (2)", "East (0)", "Revenue", "“56.92”"]
    assert followed(removals["East (0) ×"], known).region == ("city",)
    assert followed(removals["“56.92” ×"], known).find == ""
    assert followed(removals["Revenue ×"], known).metric == ""
    (clear,) = (address for _, address in links(shown, ".//div[@class='chosen']/a"))
    assert followed(clear, known) == View(page="figures", sort="number")
    assert ("East 0", "true") in {
        (words(link), link.get("aria-current", "")) for link in shown.findall(".//nav[@class='facets']//li/a")
    }


def test_a_list_of_nothing_says_so_and_keeps_what_is_chosen() -> None:
    _, shown = page_of(study_of({}), View(page="figures", region=("east",)))
    assert not rows(shown)
    assert "No figure matches all of these" in words(shown)
    assert "0 of 1 figures" in words(shown)
    assert "East (0)" in words(shown)


@pytest.mark.parametrize(
    ("sort", "column", "direction", "next_sort"),
    [
        ("", "period", "descending", "period"),
        ("period", "period", "ascending", ""),
        ("-number", "number", "descending", "number"),
        ("number", "number", "ascending", "-number"),
        ("place", "place", "ascending", "-place"),
    ],
)
def test_the_sorted_column_is_marked_and_its_head_turns_it(
    sort: str, column: str, direction: str, next_sort: str
) -> None:
    known = study_of({}, {"nature": "target"})
    _, shown = page_of(known, View(page="figures", sort=sort, sheet="3"))
    (head,) = (head for head in shown.iter("th") if head.get("aria-sort"))
    assert (head.attrib["class"], head.attrib["aria-sort"]) == (column, direction)
    (address,) = (link.attrib["href"] for link in head.iter("a"))
    target = followed(address, known)
    assert (target.sort, target.sheet) == (next_sort, "")


def test_a_row_says_all_that_is_known_of_a_figure() -> None:
    known = study_of(
        {
            "text": "126.00亿元",
            "quote": "126.00亿元",
            "growth": "-2.70%",
            "completion": "52.1%",
            "plan": "annual",
        },
        {"text": "40亿元", "quote": "40亿元", "nature": "expected"},
        {"text": None, "growth": "5.0%", "period": "2021"},
    )
    _, shown = page_of(known, View(page="figures"))
    first, second, third = (" ".join(words(cell) for cell in row.iter("td") if words(cell)) for row in rows(shown))
    assert first == "City Revenue H1 2022 ¥12.600 bn 52.1% of the plan −2.70% 126.00亿元 Daily 5 August 2022"
    assert second == "City Revenue expected H1 2022 ¥4.0 bn 40亿元 Daily 5 August 2022"
    assert third == "City Revenue 2021 growth only +5.0% Daily 5 August 2022"
    falls = [cell.attrib["class"] for cell in shown.iter("td") if "fall" in cell.attrib["class"].split()]
    assert falls == ["growth fall"]


def test_a_long_list_is_turned_a_sheet_at_a_time() -> None:
    known = study_of(*({"text": f"{number}亿元", "quote": f"{number}亿元"} for number in range(1, ledger.ROWS + 6)))
    _, shown = page_of(known, View(page="figures"))
    assert len(rows(shown)) == ledger.ROWS
    turns = dict(links(shown, ".//nav[@class='turn']//a"))
    assert followed(turns["2"], known) == View(page="figures", sheet="2")
    _, rest = page_of(known, View(page="figures", sheet="2"))
    assert [words(row.findall("td")[3]) for row in rows(rest)] == [f"¥{n / 10:.1f} bn" for n in (5, 4, 3, 2, 1)]
    assert "Rows 101–105 of 105" in words(rest)


@pytest.mark.parametrize(
    ("printed_at", "label"),
    [
        ({"url": "https://www.daily.cn/a.html"}, "Article (www.daily.cn)"),
        ({"copies": [{"url": "https://www.copied.cn/b.html", "publisher": "daily", "seen": "2022-08-06"}]},
         "Reprint (www.copied.cn)"),
    ],
)  # fmt: skip
def test_a_source_is_an_article_or_a_reprint_and_has_a_link_of_its_own(printed_at: dict[str, Any], label: str) -> None:
    known = of(make_dataset(make_article(**printed_at)))
    context = PageContext(known, Names(known.dataset, "en"), QueryAddresses(None, ""), date(2024, 1, 1))
    figures = list(known.dataset.figures.values())
    markup = table_rows.table(figures, [float("nan")], context, columns=("place", "number", "growth", "source"))
    table = html5lib.parse(markup, namespaceHTMLElements=False)
    assert [words(head) for head in table.iter("th")] == ["Place", "Number", "Source"]  # no growth is reported
    assert [words(link) for link in table.iter("a")] == ["City", label]
