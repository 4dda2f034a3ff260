"""“Is this number right?” as a person uses it: from a pasted draft to the page of a figure."""

from contextlib import closing
from pathlib import Path
from typing import Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from indicators import settings
from tests.hosting.servers import server
from tests.visitor import DRAWER, Visitor, choose_language

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DRAFT: Final = (  # made up of what tests/sample.yaml holds, and of mistakes
    "2022年上半年，日照市重点交通项目完成投资56.92亿元，同比增长152%。\n"
    "同期，日照经开区高端装备制造业实现产值36.7万元，增长32%。\n"
    "2030年，五莲县地区生产总值达到987.65亿元，居全市第2位。\n"
)
FINGER: Final = 44
"""Pixels that a control needs on a telephone."""


def opened(
    visitor: Visitor, address: str, *, lang: str = "zh", width: int = 1440, scheme: Literal["light", "dark"] = "light"
) -> Page:
    page = visitor.open(f"{address}/?page=claim&lang={lang}", width=width, scheme=scheme)
    expect(page.locator("#claim-draft")).to_be_visible()
    return page


def check(page: Page, draft: str = DRAFT) -> None:
    page.locator("#claim-draft").fill(draft)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".claim-page .answer .pair")).to_have_count(len(draft.splitlines()))


def verdicts(page: Page) -> list[str]:
    return page.locator(".claim-page .note .label").all_text_contents()


def test_a_draft_stands_beside_its_verdicts_and_a_link_opens_the_figure(address: str, visitor: Visitor) -> None:
    page = opened(visitor, address)
    check(page)
    assert verdicts(page) == ["相符", "差一万倍", "相符", "未见报道"]
    expect(page.locator(".claim-page [role=status]")).to_have_text("核对完了：3 相符、1 数不符、1 无从判断")
    expect(page.locator("#claim-draft")).to_be_hidden()
    expect(page.locator(".claim-page .answer")).to_be_focused()
    page.locator(".claim-page .note.differs a").click()
    expect(page.locator(DRAWER)).to_contain_text("36.7亿元")
    expect(page.locator(".claim-page .pair")).to_have_count(3)  # it stands beside the draft


def test_a_draft_outlives_a_reload_and_is_told_in_another_language(address: str, visitor: Visitor) -> None:
    page = opened(visitor, address)
    check(page)
    page.reload()
    expect(page.locator(".claim-page .pair")).to_have_count(3)
    choose_language(page, "English")
    expect(page.locator(".claim-page h1")).to_have_text("Is this number right?")
    expect(page.locator(".claim-page .note.differs .label")).to_have_text("Off by 10,000")
    page.get_by_role("button", name="Another draft").click()
    expect(page.locator("#claim-draft")).to_be_focused()
    assert page.locator("#claim-draft").input_value() == ""
    assert "2022年上半年" not in page.evaluate("JSON.stringify(sessionStorage)")


def test_a_kind_of_verdict_can_be_seen_alone(address: str, visitor: Visitor) -> None:
    page = opened(visitor, address)
    check(page)
    count = page.locator(".claim-page .counts button[data-group=differs]")
    count.focus()
    page.keyboard.press("Enter")
    expect(count).to_have_attribute("aria-pressed", "true")
    assert [pair.is_visible() for pair in page.locator(".claim-page .pair").all()] == [False, True, False]
    page.keyboard.press("Enter")
    assert all(pair.is_visible() for pair in page.locator(".claim-page .pair").all())


def test_a_number_leads_to_its_verdict_and_copying_gives_the_draft(address: str, visitor: Visitor) -> None:
    page = opened(visitor, address)
    check(page)
    number = page.locator(".claim-page .pair > p a.verdict.differs")
    number.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#claim-2")).to_be_focused()
    assert "#" not in page.url
    first = page.locator(".claim-page .pair > p").first
    selected = first.evaluate("p => { getSelection().selectAllChildren(p); return getSelection().toString(); }")
    assert selected == DRAFT.splitlines()[0]


def test_the_list_is_copied_with_its_sources(address: str, visitor: Visitor) -> None:
    page = opened(visitor, address)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    check(page)
    page.get_by_role("button", name="复制这份核对单").click()
    expect(page.locator(".claim-page [data-part=copy]")).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "差一万倍：“万”应是“亿”；原报道印的是 36.7亿元。" in copied
    assert "[1] 大众日报，" in copied


def test_a_file_is_read_in_either_encoding_and_what_is_no_text_is_told_so(
    address: str, visitor: Visitor, tmp_path: Path
) -> None:
    page = opened(visitor, address)
    for encoding in ("utf-8", "gb18030"):
        (tmp_path / "draft.txt").write_bytes(DRAFT.encode(encoding))
        page.locator("#claim-draft").fill("")
        page.locator("#claim-file").set_input_files(tmp_path / "draft.txt")
        expect(page.locator("#claim-draft")).to_have_value(DRAFT)
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)))
    page.locator("#claim-file").set_input_files(tmp_path / "picture.txt")
    expect(page.locator(".claim-page .failure")).to_contain_text("这个文件不是文字")
    page.locator("#claim-draft").fill(" ")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".claim-page .failure")).to_contain_text("还没有稿子")


@pytest.mark.parametrize(("lang", "width", "scheme"), [("zh", 1440, "light"), ("en", 390, "dark")])
def test_axe_finds_nothing_serious(
    address: str, visitor: Visitor, lang: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = opened(visitor, address, lang=lang, width=width, scheme=scheme)
    violations = [*Axe().run(page).response["violations"]]
    check(page)
    violations += Axe().run(page).response["violations"]
    assert not [(entry["id"], entry["nodes"][0]["html"][:200]) for entry in violations]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if width < 500:
        controls = page.locator(".claim-page :is(button, summary, .note .source a):visible").all()
        assert all((box := control.bounding_box()) and box["height"] >= FINGER for control in controls)


def test_a_public_site_offers_it_only_if_it_says_so(browser: Browser, tmp_path: Path) -> None:
    public = {settings.URL: "https://figures.example/", settings.CACHE: str(tmp_path / "cache")}
    with (
        server(environment={**public, settings.CURATE: "claim"}) as running,
        closing(Visitor(browser)) as visitor,
    ):
        page = opened(visitor, running.address, lang="en")
        check(page)
        assert verdicts(page)[1] == "Off by 10,000"
        assert page.locator(".foot a[href*='page=claim']").count() == 1
        assert page.locator(".foot a[href*='page=curate']").count() == 0
        page.goto(f"{running.address}/?page=curate&lang=en")
        expect(page.locator("h1").first).to_contain_text("does not offer")
        assert not visitor.troubles
