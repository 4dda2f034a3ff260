"""Curate as a person uses it: from a pasted article to a file that is written, checked and keeps its comments."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from indicators import settings
from indicators.loading import loader
from tests import ROOT
from tests.browser.curator import ARTICLE, METRICS, Curator, Desk, Scheme, curate, seconds
from tests.hosting.servers import server
from tests.visitor import Visitor, choose_language, settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FEW: Final = 2
"""Keys for each candidate that is right."""
MINUTE: Final = 60
FINGER: Final = 44
"""Pixels that a control needs on a telephone."""


@pytest.fixture
def guest(browser: Browser) -> Iterator[Visitor]:
    """Who visits the desk; all that went wrong on the way is told at the end."""
    visitor = Visitor(browser)
    yield visitor
    visitor.close()
    for page in visitor.tabs.values():
        page.context.close()
    assert not visitor.troubles


def unreachable(page: Page, address: str) -> None:
    """Have nothing answer this page but the dashboard at an address, as over SSH with one port forwarded."""
    page.route(lambda url: not url.startswith((address, "data:", "blob:")), lambda route: route.abort())


# --- to the file -----------------------------------------------------------------------------------------------------


def test_ten_figures_are_in_the_file_within_a_minute(desk: Desk, guest: Visitor) -> None:
    before = desk.data.read_text(encoding="utf-8")
    known = loader.load(desk.data).dataset
    assert known is not None
    curator = curate(guest, desk)
    with seconds() as taken:
        curator.paste()
        expect(curator.page.locator(".curate .count")).to_have_text(f"已定 0 / {len(METRICS) + 1}")  # and the bus
        curator.accept_all()
        curator.press("w")
        expect(curator.page.locator(".curate .done")).to_contain_text("data.yaml")
    loaded = loader.load(desk.data)
    after = desk.data.read_text(encoding="utf-8")
    desk.data.write_text(before, encoding="utf-8")
    assert taken[0] < MINUTE
    assert curator.keys <= FEW * len(METRICS)
    assert loaded.dataset is not None
    assert not [problem for problem in loaded.problems if problem.severity == "error"]
    added = [figure for key, figure in loaded.dataset.figures.items() if key not in known.figures]
    assert {figure.text.printed: figure.metric for figure in added if figure.text} == METRICS
    lines = iter(after.splitlines())
    assert all(line in lines for line in before.splitlines())  # comments and order, too


@pytest.mark.parametrize("page_name", ["curate", "claim"])
def test_where_the_second_port_does_not_answer_the_page_says_which_to_forward(
    browser: Browser, desk: Desk, page_name: str
) -> None:
    """Texts of the own machine go there alone, since behind a proxy anybody can pass for it."""
    with closing(Visitor(browser)) as visitor:
        page = visitor.open(f"{desk.address}/?page={page_name}&lang=en")
        unreachable(page, desk.address)
        page.locator(".curate textarea, #claim-draft").fill(ARTICLE)
        page.keyboard.press("Control+Enter")
        port = int(desk.address.rpartition(":")[2]) + 1000
        said = page.locator(".curate, .claim-page").filter(has_text=f"Port {port}")
        expect(said).to_contain_text("Over SSH, forward")
        page.unroute_all()


def test_where_everybody_is_offered_it_one_port_is_enough_to_read(browser: Browser, tmp_path: Path) -> None:
    data = tmp_path / "data.yaml"
    shutil.copyfile(ROOT / "data" / "indicators.yaml", data)
    with (
        server(data=data, environment={settings.CURATE: "on"}) as running,
        closing(Visitor(browser)) as visitor,
    ):
        page = visitor.open(f"{running.address}/?page=curate&lang=en")
        unreachable(page, running.address)
        curator = Curator(page)
        curator.paste()
        curator.accept_all()
        expect(page.locator(".curate .ways")).to_contain_text("writes no file")
        page.unroute_all()


def test_a_public_site_writes_and_keeps_nothing(browser: Browser, tmp_path: Path) -> None:
    data = tmp_path / "data.yaml"
    shutil.copyfile(ROOT / "data" / "indicators.yaml", data)
    before = data.read_bytes()
    environment = {
        settings.CURATE: "on",
        settings.URL: "https://figures.example/",
        settings.CACHE: str(tmp_path / "cache"),
    }
    with server(data=data, environment=environment) as running, closing(Visitor(browser)) as visitor:
        page = visitor.open(f"{running.address}/?page=curate&lang=en", width=1440)
        expect(page.locator(".curate .privacy")).to_contain_text("not stored, not logged")
        curator = Curator(page)
        curator.paste()
        curator.accept_all()
        expect(page.locator(".curate .diff")).to_contain_text("1211.3亿元")
        expect(page.locator(".curate .ways")).to_contain_text("writes no file")
        assert page.locator(".curate [data-focus=write]").count() == 0
        curator.press("w")
        refused = page.request.post(
            f"{running.address}/curate/write", data={"text": ARTICLE}, headers={"Origin": running.address}
        )
        assert refused.status in {403, 404}
        assert not [line for line in running.lines() if "虚构" in line or "1211" in line]
    assert data.read_bytes() == before
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and "虚构：日照".encode() in path.read_bytes()]
    assert not kept


BAIT: Final = "<img src=x onerror=window.__pwn=true><b>粗</b>"
"""What a text may hold that would be more than text."""


def test_what_is_pasted_stays_text(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    curator.paste(ARTICLE.replace("上半年，全市", f"{BAIT}上半年，全市", 1).replace("虚构", f"{BAIT}虚构", 1))
    page = curator.page
    curator.decide("Enter")
    expect(page.locator(".curate .galley")).to_contain_text(BAIT)
    curator.accept_all()
    expect(page.locator(".curate .diff")).to_contain_text("98.7亿元")
    assert page.locator(".curate :is(img, script)").count() == 0
    assert page.evaluate("window.__pwn") is None


# --- nothing is lost -------------------------------------------------------------------------------------------------


def test_a_reload_and_another_language_lose_nothing(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    page = curator.page
    curator.paste()
    curator.decide("Enter")
    curator.decide("x")
    curator.press("j")
    current = curator.number
    page.wait_for_timeout(400)  # until the tab has kept it
    page.reload()
    settle(page)
    expect(page.locator(".curate .card .big")).to_have_text(current)
    expect(page.locator(".curate .meter b")).to_have_text("2")
    choose_language(page, "English")
    expect(page.locator(".curate .actions .main")).to_contain_text("Accept")
    expect(page.locator(".curate .card .big")).to_have_text(current)
    expect(page.locator(".curate .meter b")).to_have_text("2")
    page.locator(".foot a[href*='page=checks'], .masthead nav a[href*='page=sources']").last.click()
    page.locator(".curate").wait_for(state="detached")
    page.go_back()
    expect(page.locator(".curate .card .big")).to_have_text(current)
    curator.press("u")
    curator.press("u")
    expect(page.locator(".curate .meter b")).to_have_text("0")
    expect(page.locator(".curate .card .big")).to_have_text(next(iter(METRICS)))


def test_each_step_is_taken_back_to_the_start(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    curator.paste()
    page = curator.page
    curator.press("2")
    expect(page.locator(".curate .choice:has(:checked)").first).to_contain_text("人均地区生产总值")
    curator.press("1")
    curator.accept_all()
    for _ in range(len(METRICS) + 3):  # two choices and the last card
        curator.press("u")
    expect(page.locator(".curate .meter b")).to_have_text("0")
    expect(page.locator(".curate .choice:has(:checked)").first).to_have_text("地区生产总值1")
    curator.press("u")
    expect(page.locator(".curate .toast")).to_have_text("没有可撤销的")


# --- keys ------------------------------------------------------------------------------------------------------------


def test_keys_rest_where_one_types_and_while_help_is_open(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    curator.paste()
    page = curator.page
    first = curator.number
    curator.press("e")
    page.keyboard.type("jxk")
    expect(page.locator(".curate .finder input")).to_have_value("jxk")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")  # the door has the focus, and opens again
    page.keyboard.press("Enter")
    expect(page.locator(".curate .finder [aria-selected=true]")).to_have_count(0)
    expect(page.locator(".curate .finder input")).to_be_focused()  # nothing was taken that nobody looked for
    page.keyboard.press("Escape")
    curator.press("?")
    expect(page.locator(".curate-help")).to_be_visible()
    for key in "jxn":
        page.keyboard.press(key)
    page.keyboard.press("Escape")
    assert curator.number == first
    expect(page.locator(".curate .meter b")).to_have_text("0")
    page.locator(".masthead nav a[href*='page=sources']").click()
    page.locator(".curate").wait_for(state="detached")
    page.keyboard.press("Enter")
    page.keyboard.press("x")
    page.go_back()
    expect(page.locator(".curate .card .big")).to_have_text(first)
    expect(page.locator(".curate .meter b")).to_have_text("0")


def test_enter_that_is_held_or_meant_for_other_words_accepts_nothing_unseen(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    page = curator.page
    page.locator(".curate textarea").fill(ARTICLE)
    page.locator(".curate .boxes input").first.fill("2023-07-20")
    page.locator(".curate .boxes input").first.press("Control+Enter")
    page.locator(".curate .card button.main").focus()
    for _ in range(4):  # the first is a press, the others are what a held key repeats
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    expect(page.locator(".curate .meter b")).to_have_text("1")
    page.evaluate("document.activeElement.blur()")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.curate .galley'))")
    page.keyboard.press("Enter")
    expect(page.locator(".curate .toast")).to_have_text("划出的不是一个数，什么也没有采用。")
    expect(page.locator(".curate .meter b")).to_have_text("1")


def test_a_missed_number_is_added_without_a_mouse(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    curator.paste(ARTICLE + "全市游客突破88.8万人次。\n")
    page = curator.page
    curator.press("n") if curator.number == "88.8万人次" else None
    page.locator(".curate [data-focus=add]").press("Enter")
    page.keyboard.type("3987.6亿元")
    expect(page.locator(".curate .finder li b")).to_have_text("3987.6亿元")
    page.keyboard.press("Escape")
    expect(page.locator(".curate [data-focus=add]")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("301")
    page.keyboard.press("Enter")
    expect(page.locator(".curate .toast")).not_to_be_empty()


def test_words_that_are_dragged_over_become_a_candidate_with_enter(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    curator.paste()
    page = curator.page
    units = page.locator(".curate .count").inner_text()
    x, y, width, height = page.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.querySelector(".curate .galley"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode() && !walker.currentNode.data.includes("301"));
          const [range, start] = [document.createRange(), walker.currentNode.data.indexOf("301")];
          range.setStart(walker.currentNode, start);
          range.setEnd(walker.currentNode, start + 3);
          walker.currentNode.parentElement.scrollIntoView({ block: "center" });
          const { x, y, width, height } = range.getBoundingClientRect();
          return [x, y, width, height];
        }"""
    )
    page.mouse.move(x + 1, y + height / 2)
    page.mouse.down()
    page.mouse.move(x + width / 2, y + height / 2)
    page.mouse.move(x + width - 1, y + height / 2)
    page.mouse.up()
    expect(page.locator(".curate .offer")).to_contain_text("301")
    curator.press("Enter")
    expect(page.locator(".curate .card .big")).to_contain_text("301")
    assert page.locator(".curate .count").inner_text() == units  # it was among the numbers that are laid aside
    curator.press("u")
    expect(page.locator(".curate .card .big")).to_have_text(next(iter(METRICS)))


def test_a_metric_is_found_by_either_name_its_initials_or_its_id(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    curator.paste()
    page = curator.page
    for typed in ("进出口总额", "imports and exports", "gdp"):
        curator.press("e")
        page.keyboard.type(typed)
        expect(page.locator(".curate .finder li").first).to_be_visible()
        page.keyboard.press("Enter")
        expect(page.locator(".curate .finder")).to_have_count(0)
    expect(page.locator(".curate .of-metric .choice:has(:checked)")).to_contain_text("地区生产总值")


def test_the_focus_stays_on_the_page_where_the_last_card_has_not_what_was_focused(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    curator.paste()
    page = curator.page
    page.locator(".curate .of-metric input").first.focus()
    curator.press("k")
    expect(page.locator(".curate .card.rest")).to_be_focused()
    curator.press("j")
    curator.accept_all()
    expect(page.locator(".curate h1.done")).to_be_focused()


# --- the end ---------------------------------------------------------------------------------------------------------


def test_what_is_missing_is_filled_in_at_the_end_and_what_was_written_is_taken_back(desk: Desk, guest: Visitor) -> None:
    before = desk.data.read_bytes()
    curator = curate(guest, desk)
    page = curator.page
    page.locator(".curate textarea").fill(ARTICLE)
    page.locator(".curate .boxes input").first.fill("2023-07-20")
    page.locator(".curate textarea").press("Control+Enter")
    expect(page.locator(".curate .card")).to_be_visible()
    curator.accept_all()
    end = page.locator(".curate .end")
    expect(end.locator(".problems .bad")).to_contain_text("发布者")
    expect(end.locator(".diff")).to_contain_text("publisher: TODO")
    expect(end.locator(".done")).to_have_text("十个数，还差一步")
    end.get_by_role("button", name="填上出处").click()
    end.locator(".source-form select").select_option("dazhong-daily")
    end.get_by_role("button", name="就这样").click()
    expect(end.locator(".problems .bad")).to_have_count(0)
    expect(end.locator(".figures tbody tr")).to_have_count(len(METRICS))
    expect(end.locator(".figures tbody tr").first).to_contain_text("地区生产总值")
    expect(end.get_by_role("button", name="写入文件")).to_be_enabled()
    curator.press("w")
    expect(end.locator(".lead")).to_contain_text(str(desk.data))
    expect(end.get_by_role("link", name="这篇报道和它的数")).to_be_visible()
    assert desk.data.read_bytes() != before
    curator.press("u")
    expect(end.get_by_role("button", name="写入文件")).to_be_visible()
    assert desk.data.read_bytes() == before
    expect(end.locator(".figures tbody tr")).to_have_count(len(METRICS))


# --- for everybody ---------------------------------------------------------------------------------------------------

SMALL: Final = """least => [...document.querySelectorAll(".curate :is(button, input, select, textarea, label.choice)")]
    .filter(element => !element.closest("label.choice, label.reading") || element.matches("label"))
    .filter(element => element.type !== "checkbox" && element.checkVisibility({ visibilityProperty: true }))
    .map(element => [element.getBoundingClientRect(), element])
    .filter(([box]) => box.width > 0 && box.height + 0.5 < least)
    .map(([box, element]) => `${Math.round(box.height)} ${element.className} ${element.textContent.slice(0, 20)}`)"""


def test_a_telephone_has_room_for_fingers_and_no_keys(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk, width=390)
    page = curator.page
    curator.paste()
    assert page.evaluate(SMALL, FINGER) == []
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") == 390
    assert page.locator(".curate kbd:visible").count() == 0
    bar = page.locator(".curate .bar button")
    while bar.count() == 4:
        bar.first.tap() if page.evaluate("navigator.maxTouchPoints") else bar.first.click()
        page.wait_for_timeout(50)
    bar.first.click()
    expect(page.locator(".curate .done")).to_be_visible()
    assert page.evaluate(SMALL, FINGER) == []
    assert page.locator(".curate kbd:visible").count() == 0


@pytest.mark.parametrize(
    ("lang", "scheme", "width"), [("zh", "light", 1440), ("en", "dark", 1440), ("en", "light", 390)]
)
def test_axe_finds_nothing_serious(desk: Desk, guest: Visitor, lang: str, scheme: Scheme, width: int) -> None:
    curator = curate(guest, desk, lang=lang, scheme=scheme, width=width)
    page = curator.page
    assert violations(page) == []
    curator.paste()
    assert violations(page) == []
    page.locator(".curate .other").first.click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.locator(".curate [data-focus=change-source]").click()
    assert violations(page) == []
    page.locator(".curate [data-focus=cancel-source]").click()
    page.keyboard.press("Escape")  # Enter on the button that is focused would press it
    curator.accept_all()
    expect(page.locator(".curate .diff")).to_be_visible()
    assert violations(page) == []
    if width > 760:
        curator.press("?")
        assert violations(page) == []
        page.keyboard.press("Escape")


def violations(page: Page) -> list[str]:
    return [
        f"{found['id']}: {node['html'][:160]}"
        for found in Axe().run(page).response["violations"]
        if found["impact"] in {"serious", "critical"}
        for node in found["nodes"][:3]
    ]
