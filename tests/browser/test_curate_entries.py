"""A county and an industry that the data have not got are added on the page Curate: with keys, and on a telephone."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from indicators.cli.main import main
from indicators.loading import loader
from tests import ROOT, SAMPLE
from tests.browser.curator import Curator, Desk
from tests.browser.test_curate import FINGER, SMALL, violations
from tests.browser.test_curate_outlet import leave
from tests.curate.desk.test_new_entries import REPORT
from tests.visitor import Visitor, dashboard

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Desk]:
    """A desk of a small dataset."""
    data = Path(shutil.copy(SAMPLE, tmp_path / "data.yaml"))
    with dashboard(data) as address:
        yield Desk(address, data)


def add_county(curator: Curator) -> None:
    """Choose a new county for the number that is asked about, which lies in a city that the data have."""
    page = curator.page
    focused = page.locator(":focus")
    curator.press("Enter")  # what is open has to be chosen first
    expect(focused).to_have_attribute("data-focus", "door-region")
    page.keyboard.type("丁")
    curator.press("Enter")
    expect(focused).to_have_attribute("data-focus", "card")
    expect(page.locator(".curate .of-region")).to_contain_text("县 · 英文名后补")
    page.locator("[data-focus=edit-region]").press("Enter")
    expect(focused).to_have_attribute("data-focus", "entry-region-zh")
    page.locator("[data-focus=other-region-whole]").press("Enter")
    page.keyboard.type("日照市")
    curator.press("Enter")
    expect(page.locator(".curate .entry-form .whole b")).to_have_text("日照市")
    curator.decide("Enter")


def add_industry(curator: Curator) -> None:
    """Choose a new industry for the next number, whose county was proposed."""
    page = curator.page
    expect(page.locator(".curate .of-region .why").first).to_have_text("与您给另一个数选的相同")
    page.locator("[data-focus=other-sector]").press("Enter")
    page.keyboard.type("虚构制造")
    curator.press("ArrowUp")  # the last of the list adds it
    curator.press("Enter")
    expect(page.locator(":focus")).to_have_attribute("data-focus", "entry-sector-en")
    page.keyboard.type("Made-up Making")
    curator.decide("Enter")


def test_a_county_and_its_industries_are_added_with_keys_written_and_taken_back(browser: Browser, own: Desk) -> None:
    before = own.data.read_bytes()
    visitor = Visitor(browser)
    page = visitor.open(f"{own.address}/?page=curate&lang=zh", locale="zh-CN", width=1440)
    curator = Curator(page)
    curator.paste(REPORT, published="2022-08-09")
    focused = page.locator(":focus")

    add_county(curator)
    add_industry(curator)
    curator.press("Enter")
    expect(focused).to_have_attribute("data-focus", "door-sector")
    curator.press("ArrowDown")
    curator.press("Enter")
    expect(focused).to_have_attribute("data-focus", "sector=+")
    curator.accept_all()

    end = page.locator(".curate .end")
    expect(end.locator(".diff")).to_contain_text(
        "- {id: ding-xian, name: {zh: 丁县, en: 丁县}, level: county, part_of: rizhao}"
    )
    expect(end.get_by_role("button", name="写入文件")).to_be_enabled()
    curator.press("w")
    expect(end.locator(".lead")).to_contain_text(str(own.data))
    dataset = loader.load(own.data).dataset
    assert dataset is not None
    *_, article = dataset.articles.values()
    assert [figure.place for figure in article.figures] == [
        ("ding-xian", "all", "all"),
        ("ding-xian", "made-up-making", "all"),
        ("ding-xian", "cai-kuang-ye", "all"),
    ]
    assert main(["check", str(own.data)]) == 0
    curator.press("u")
    expect(end.get_by_role("button", name="写入文件")).to_be_visible()
    assert own.data.read_bytes() == before
    leave(visitor)


def test_a_county_is_added_on_a_telephone_and_outlives_a_reload(browser: Browser, own: Desk) -> None:
    visitor = Visitor(browser)
    page = visitor.open(f"{own.address}/?page=curate&lang=en", locale="en-GB", width=390)
    Curator(page).paste(REPORT, published="2022-08-09")
    page.locator("[data-focus=other-region]").click()
    page.keyboard.type("Geng")
    page.get_by_role("option", name="Add the place “Geng”").click()
    level = page.locator("[data-focus=entry-region-level]")
    page.get_by_role("button", name="Accept").first.click()
    expect(level).to_be_focused()  # its name does not tell it
    level.select_option("town")
    page.locator("[data-focus=other-region-whole]").click()
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") == 390
    assert page.evaluate(SMALL, FINGER) == []
    assert violations(page) == []
    page.get_by_role("option", name="Ju County").click()
    page.wait_for_timeout(600)  # what is open is kept a quarter of a second after a change
    page.reload()
    expect(page.locator(".curate .of-region .new-entry")).to_contain_text("Town · in Ju County · no Chinese name yet")
    page.locator("[data-focus=edit-region]").click()
    expect(page.locator("[data-focus=entry-region-en]")).to_have_value("Geng")
    assert page.evaluate(SMALL, FINGER) == []
    assert violations(page) == []
    leave(visitor)


DECISIONS = """async ({state, rows, shared}) => {
  const address = text => `data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`;
  const bound = state.replace("./curate_rows.js", address(rows)).replace("./curate_shared.js", address(shared));
  const { Decisions, NEW } = await import(address(bound));
  const { newWholes } = await import(address(shared));
  const field = (key, choices, chosen) => ({ key, choices: choices.map(value => ({ value })), chosen });
  const fields = [field("metric", ["gdp"], 0), field("region", [], null), field("sector", ["all"], 0)];
  const item = start => ({ id: `${start}`, article: 0, kind: "figure", start, end: start + 1, sure: "look", fields });
  const decisions = new Decisions();
  decisions.receive({ items: [item(0), item(2), item(4)], articles: [{ spans: [] }] }, "0 2 4");
  const seen = () => decisions.decisions()
    .map(({ fields: { region }, new_entries: added }) => [region, added?.region.zh ?? ""]);
  decisions.choose("region", NEW, { zh: "丁县", level: "county" });
  for (let number = 0; number < 3; number += 1) decisions.decide("accepted");
  const together = seen();
  decisions.go("0");
  decisions.choose("region", "elsewhere");
  const handed = seen();
  decisions.undo();
  const back = seen();
  const lies = () => decisions.decisions().map(({ new_entries: added }) => added?.region.part_of ?? null);
  decisions.choose("region", NEW, { zh: "丁县", level: "county" });
  decisions.go("2");
  decisions.choose("region", NEW, { zh: "戊镇", level: "town", part_of: "+0" });
  const inside = lies();
  const possible = ["0", "2"].map(id => newWholes(decisions, decisions.item(id), "region").map(({ value }) => value));
  decisions.go("0");
  decisions.choose("region", "elsewhere");
  const nested = [inside, possible, lies()];
  const metrics = () => decisions.decisions().map(({ fields: { metric }, new: made }) => [metric, made?.zh ?? ""]);
  decisions.choose("metric", NEW, { zh: "虚构量" });
  decisions.go("2");
  decisions.choose("metric", "+0");
  const common = metrics();
  decisions.go("0");
  decisions.choose("metric", "gdp");
  const sets = [common, metrics()];
  const places = new Decisions();
  const named = (start, zh) => {
    const region = { key: "region", choices: zh ? [{ value: NEW, new: { zh } }] : [], chosen: null };
    return { ...item(start), fields: [region] };
  };
  const items = [named(0, "丁县"), named(2, "戊县"), named(4, "丁县"), named(6, "")];
  places.receive({ items, articles: [{ spans: [] }] }, "0 2 4 6");
  places.choose("region", NEW);
  places.decide("accepted");
  return [together, handed, back, nested, sets, items.map(each => places.value(each, "region") ?? null)];
}"""


def of_decisions(browser: Browser) -> list[Any]:
    """What the decisions of three numbers are, as one of them after another is given a new place."""
    page = browser.new_page()
    names = ("state", "rows", "shared")
    scripts = {name: (ROOT / f"indicators/browser/curate_{name}.js").read_text("utf-8") for name in names}
    seen: list[Any] = page.evaluate(DECISIONS, scripts)
    page.context.close()
    return seen


def test_an_entry_that_several_numbers_have_stays_when_the_first_is_given_another(browser: Browser) -> None:
    shared, handed, back, *_ = of_decisions(browser)
    assert shared == [["+", "丁县"], ["+0", "丁县"], ["+0", "丁县"]]
    assert handed == [["elsewhere", ""], ["+", "丁县"], ["+2", "丁县"]]
    assert back == shared


def test_a_new_entry_lies_in_that_of_another_number_as_long_as_it_has_one(browser: Browser) -> None:
    *_, (inside, possible, later), _, _ = of_decisions(browser)
    assert inside == ["", "+0", ""]
    assert possible == [[], ["+0"]]
    assert later == [None, "+4", ""]


def test_a_new_metric_that_several_numbers_have_stays_when_the_first_is_given_another(browser: Browser) -> None:
    *_, (common, later), _ = of_decisions(browser)
    assert common == [["+", "虚构量"], ["+0", "虚构量"], ["gdp", ""]]
    assert later == [["gdp", ""], ["+", "虚构量"], ["gdp", ""]]


def test_a_place_that_is_chosen_once_is_that_of_numbers_of_the_same_place_and_of_no_other(browser: Browser) -> None:
    *_, carried = of_decisions(browser)
    assert carried == ["+", None, "+0", "+0"]
