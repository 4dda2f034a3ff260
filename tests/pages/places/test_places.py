"""The page of a place or sector: what it says is true in worlds whose truth is known, and its links lead there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs
from xml.etree.ElementTree import Element

import html5lib
import pytest

from indicators import study, view
from indicators.analysis.standing import Standing
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.pages.context import PageContext
from indicators.pages.places import all_places, place_page
from indicators.pages.places.rows import PlacePage, PlaceTree
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.values.text import LANGS, Lang, LocalText
from indicators.words.terms import FIGURES
from tests.builders import make_article, make_dataset, make_figure
from tests.worlds import REGIONS, World, cell_of, world

SEEDS = range(20)
TREES: tuple[PlaceTree, ...] = ("region", "sector")


@pytest.fixture(scope="module")
def known(shipped: Dataset) -> Study:
    return study.of(shipped)


def context(whole: Study, lang: Lang = "en") -> PageContext:
    return PageContext(whole, Names(whole.dataset, lang), QueryAddresses(None, ""), date(2026, 1, 1))


def page_of(whole: Study, key: str, tree: PlaceTree = "region", lang: Lang = "en") -> Element:
    page: Element = html5lib.parse(place_page.of(tree, key, context(whole, lang)), namespaceHTMLElements=False)
    return page


def words(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def entries(tree: PlaceTree, whole: Study) -> list[str]:
    return [str(key) for key in whole.every[tree].unique()]


def addresses(page: Element) -> Iterator[str]:
    return (link.attrib["href"] for link in page.iterfind(".//a"))


# --- every page ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("tree", "lang"), [("region", "en"), ("sector", "zh")])
def test_every_page_leads_to_what_there_is(known: Study, tree: PlaceTree, lang: Lang) -> None:
    ids = view.ids(known.dataset, {figure.period.text for figure in known.dataset.figures.values()})
    for key in entries(tree, known):
        page = page_of(known, key, tree, lang)
        entry = PlacePage(known, tree, key).entry
        assert words(page.find(".//h1")) == f"{entry.name.of(lang)} {entry.name.zh if lang == 'en' else entry.name.en}"
        assert "{" not in words(page)
        for address in addresses(page):
            _, unknown = view.parse(parse_qs(address.partition("#")[0][1:]), ids)
            assert not unknown
        numbers = [parse_qs(link.attrib["href"][1:])["figure"][0] for link in page.iterfind(".//tbody//td[1]/a")]
        assert numbers or not page.findall(".//tbody/tr/td")
        assert {getattr(known.dataset.figures[figure], tree) for figure in numbers} <= {key}


@pytest.mark.parametrize("tree", TREES)
@pytest.mark.parametrize("lang", LANGS)
def test_the_list_has_every_entry_with_its_count(known: Study, tree: PlaceTree, lang: Lang) -> None:
    page = html5lib.parse(all_places.of(tree, context(known, lang)), namespaceHTMLElements=False)
    names = Names(known.dataset, lang)
    told = {
        link.attrib["href"].rpartition("=")[2]: words(item.find("small"))
        for item in page.iterfind(".//li/div")
        if (link := item.find("a")) is not None
    }
    counts = known.every[tree].value_counts()
    assert set(told) == set(entries(tree, known))
    for key, sentence in told.items():
        assert sentence.startswith(names.count(FIGURES, int(counts[key])))


def test_markup_in_names_stays_text() -> None:
    payload = LocalText(zh="<script>1</script>", en="<img src=x onerror=1>")
    dataset = make_dataset(make_article(make_figure(growth="5.0%")))
    regions = {key: region.model_copy(update={"name": payload}) for key, region in dataset.regions.items()}
    metrics = {key: metric.model_copy(update={"name": payload}) for key, metric in dataset.metrics.items()}
    whole = study.of(replace(dataset, regions=regions, metrics=metrics))
    for lang in LANGS:
        page = page_of(whole, "city", lang=lang)
        assert not page.findall(".//img")
        assert not page.findall(".//script")
        assert payload.of(lang) in words(page)


# --- what is said is true --------------------------------------------------------------------------------------------


def truth_of(known_world: World, figure: Figure, region: str) -> int:
    cell = cell_of(figure.metric, region, figure.sector, figure.period.text)
    return int(known_world.truth.of(cell, figure.nature))


@pytest.mark.slow
def test_standings_and_shares_are_true_in_every_world() -> None:
    verdicts, shares = set[str](), 0
    for seed in SEEDS:
        known_world = world(seed)
        for region in REGIONS:
            for row in PlacePage(known_world.known, "region", region).rows:
                if row.number.standing is not None and row.figure.text is not None:
                    _is_true(row.number.standing, row.figure, known_world)
                    verdicts.add(row.number.standing.verdict)
                if row.share is not None and row.whole is not None:
                    shares += 1
                    true = known_world.amount(row.figure.id) / known_world.amount(row.whole.id)
                    doubtful = known_world.in_doubt(row.whole.id) or known_world.in_doubt(row.figure.id)
                    assert doubtful or row.share.low <= true <= row.share.high, (seed, row.figure.id)
    assert {"higher", "lower", "unclear"} <= verdicts
    assert shares > 10


def _is_true(standing: Standing, figure: Figure, known_world: World) -> None:
    own = truth_of(known_world, figure, figure.region)
    others = [truth_of(known_world, figure, number.place) for number in standing.others]
    assert {number.place for number in standing.others} <= REGIONS.keys() - {figure.region}
    assert sum(other > own for other in others) >= standing.above
    assert sum(other < own for other in others) >= standing.below
    assert sum(other == own for other in others) >= standing.same


# --- what stands in a row --------------------------------------------------------------------------------------------


def rows(page: Element) -> list[list[str]]:
    return [[words(cell) for cell in row] for row in page.iterfind(".//tbody/tr") if row.find("td") is not None]


def of_several(*texts: str, **changes: str) -> Study:
    """The first of several places with these amounts, all of which are parts of one city."""
    keys = [f"p{number}" for number in range(len(texts))]
    figures = [
        make_figure(**{"id": key, "region": key, "text": text, **changes})
        for key, text in zip(keys, texts, strict=True)
    ]
    dataset = make_dataset(make_article(*figures))
    city = dataset.regions["city"]
    parts = {key: city.model_copy(update={"id": key, "part_of": "city", "name": LocalText(key, key)}) for key in keys}
    return study.of(replace(dataset, regions={"city": city, **parts}))


def test_a_rank_stands_in_the_row_and_in_the_finding() -> None:
    page = page_of(of_several("5亿元", "9亿元", "3亿元", "2亿元", "1亿元"), "p0")
    (row,) = rows(page)
    assert row[-2] == "2nd of 5"
    assert words(page.find(".//p[@class='deck']")).startswith("Revenue of p0 was ¥500 mn in H1 2022, 2nd of 5 places")


def test_there_is_no_finding_where_none_is_sure() -> None:
    page = page_of(of_several("5亿元", "5亿元", "5亿元", "5亿元", "5亿元"), "p0")
    assert rows(page)[0][-2] == "cannot be told apart"
    assert page.find(".//p[@class='deck']") is None


@pytest.mark.parametrize(
    ("nature", "reason"), [("target", "not comparable: a target"), ("expected", "not comparable: an expectation")]
)
def test_what_is_planned_has_its_mark_and_its_word_and_is_not_compared(nature: str, reason: str) -> None:
    page = page_of(of_several("5亿元", "9亿元", nature=nature), "p0")
    (row,) = rows(page)
    assert row[-2] == reason
    assert row[0].endswith(nature)
    assert page.find(f".//td//i[@class='mark {nature}']") is not None


def test_reports_that_differ_are_called_so() -> None:
    figures = [make_figure(id="a", region="east", text="5亿元"), make_figure(id="b", region="east", text="9亿元")]
    dataset = make_dataset(make_article(*figures))
    east = dataset.regions["city"].model_copy(update={"id": "east"})
    page = page_of(study.of(replace(dataset, regions={**dataset.regions, "east": east})), "east")
    assert "reports differ" in rows(page)[0][0]
    assert page.find(".//div[@class='paragraph']") is None


def test_a_plan_has_its_share_and_a_bar() -> None:
    dataset = make_dataset(make_article(make_figure(completion="152%", plan="annual")))
    page = page_of(study.of(dataset), "city")
    assert "152% of plan" in rows(page)[0][0]
    assert page.find(".//i[@class='bar beyond']") is not None


def test_the_paragraph_can_be_copied() -> None:
    page = page_of(of_several("5亿元", "9亿元"), "p0")
    (button, *_) = (button for button in page.iterfind(".//button") if "data-copies" in button.attrib)
    assert button.attrib["data-copies"] == ".place-page .paragraph"
    paragraph = page.find(".//div[@class='paragraph']")
    assert words(paragraph) == "p0, as reported: Revenue came to ¥500 mn in H1 2022 [1].[1] Daily · 5 August 2022"


def test_a_series_is_drawn_with_a_point_for_each_figure_and_read_out() -> None:
    figures = [make_figure(id=f"f{year}", period=str(year), text=f"{year - 2000}亿元") for year in (2019, 2021, 2022)]
    page = page_of(study.of(make_dataset(make_article(*figures, published="2023-02"))), "city")
    line = page.find(".//span[@class='line']")
    assert line is not None
    assert line.attrib["aria-label"] == "2019: ¥1.9 bn; 2021: ¥2.1 bn; 2022: ¥2.2 bn"
    assert [dot.attrib["class"] for dot in line.iterfind("i")].count("joint") == 1  # nobody printed 2020
    assert [dot.attrib["class"] for dot in line.iterfind("i")][-1] == "point actual shown"
    assert not page.findall(".//svg")  # the dashboard would remove it


def test_a_share_of_the_whole_of_a_metric_is_called_by_the_metric() -> None:
    whole = make_figure(id="whole", text="20亿元")
    part = make_figure(id="part", text="5亿元", sector="industry", part_of="whole")
    dataset = make_dataset(make_article(whole, part))
    industry = dataset.sectors["all"].model_copy(update={"id": "industry", "part_of": "all"})
    known_share = study.of(replace(dataset, sectors={**dataset.sectors, "industry": industry}))
    names = [cells[0] for cells in rows(page_of(known_share, "city"))]
    assert names[-1] == "share of Revenue derived"


def test_sectors_that_are_compared_with_none_have_no_column_for_it() -> None:
    page = page_of(study.of(make_dataset()), "all", "sector")
    assert page.find(".//table[@class='alone']") is not None
    assert not page.findall(".//td[@class='standing']")
