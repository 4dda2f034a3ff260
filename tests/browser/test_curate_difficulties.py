"""Curate for who types Chinese, who hears the page, who adds metrics, and for who finds the data changed or broken."""

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.curator import ARTICLE, METRICS, Desk, curate
from tests.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PLACES = "虚构：乡村设施\n□ 记者 张三 报道\n本报五莲讯 上半年，五莲县新建蓝莓大棚2300个。五莲县樱桃棚1200个。\n"
MANY = PLACES + "".join(
    f"五莲县新建第{name}种棚架{number}个。" for number, name in enumerate("甲乙丙丁戊己庚辛" * 9, 10)
)
"""Eighty numbers without a metric; all of it is fictitious."""
NOWHERE = """虚构：全县一季度经济运行情况
一季度，全县实现地区生产总值56.8亿元，增长4.6%。全县实现社会消费品零售总额29.2亿元，增长1.4%。
全县一般公共预算收入3.7亿元，增长1.8%。全县进出口总额8.1亿元，增长3.5%。全县出口5.2亿元，增长2.1%。
"""
"""An article that names no place; all of it is fictitious."""
SLOW = 60_000
"""Milliseconds in which a process has read a changed file, while other tests run."""
BOXES = """() => [...document.querySelectorAll(".curate :is(input[type=text], input[type=url])")]
    .filter(box => box.maxLength < 1).map(box => box.dataset.focus)"""


# --- an input method -------------------------------------------------------------------------------------------------


def compose(keys: CDPSession, typed: str, words: str, *, ends_first: bool) -> None:
    """Type letters into an input method, and take its words with Enter; Safari tells of it afterwards."""
    for count, letter in enumerate(typed, 1):
        _press(keys, "Process", f"Key{letter.upper()}")
        keys.send("Input.imeSetComposition", {"text": typed[:count], "selectionStart": count, "selectionEnd": count})
    if ends_first:
        keys.send("Input.insertText", {"text": words})
    _press(keys, "Enter", "Enter")
    if not ends_first:
        keys.send("Input.insertText", {"text": words})


def _press(keys: CDPSession, key: str, code: str) -> None:
    keys.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": key, "code": code, "windowsVirtualKeyCode": 229})
    keys.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": key, "code": code})


@pytest.mark.parametrize("ends_first", [False, True], ids=["others", "safari"])
def test_a_chinese_word_is_typed_without_a_key_of_the_page(desk: Desk, guest: Visitor, ends_first: bool) -> None:
    curator = curate(guest, desk)
    page = curator.page
    keys = page.context.new_cdp_session(page)

    def into(name: str, words: str) -> None:
        box = page.locator(f"[data-focus={name}]")
        box.fill("")
        compose(keys, "jkxeunrd", words, ends_first=ends_first)
        expect(box).to_have_value(words)
        expect(box).to_be_focused()
        assert page.evaluate(BOXES) == []

    page.locator("[data-focus=publisher]").select_option("+")
    into("outlet-name", "虚构新报")
    page.locator("[data-focus=publisher]").select_option("dazhong-daily")
    page.locator("[data-focus=published]").fill("2023-07-20")
    page.locator(".curate textarea").fill(PLACES)
    page.locator(".curate textarea").press("Control+Enter")
    expect(page.locator(".curate .card .big")).to_have_text("2300个")
    curator.press("e")
    into("door-metric", "大棚")
    page.keyboard.press("Escape")
    page.locator("[data-focus=add]").click()
    into("door-add", "棚")
    page.keyboard.press("Escape")
    page.locator("[data-focus=change-source]").click()
    into("headline", "虚构：乡村")
    page.locator("[data-focus=cancel-source]").click()
    page.locator("[data-focus=edit-metric]").click()
    into("new-zh", "乡村大棚")
    expect(page.locator(".curate .card .big")).to_have_text("2300个")
    expect(page.locator(".curate .meter b")).to_have_text("0")
    page.keyboard.press("Enter")  # by itself it is a key of the page
    expect(page.locator(".curate .meter b")).to_have_text("1")


def test_a_chinese_word_in_the_search_box_is_not_yet_a_choice(desk: Desk, guest: Visitor) -> None:
    page = curate(guest, desk).page
    keys = page.context.new_cdp_session(page)
    box = page.locator(".search-box input")
    box.focus()
    compose(keys, "touzi", "投资", ends_first=True)
    expect(box).to_have_value("投资")
    expect(page.locator(".search-panel [role=option]").first).to_be_visible()
    _press(keys, "Enter", "Enter")  # the list has come by now
    expect(page.locator(".search-panel")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".search-panel")).to_be_hidden()


# --- a screen reader -------------------------------------------------------------------------------------------------


def test_who_hears_the_page_is_told_what_each_thing_is_and_how_far_it_has_come(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    curator.paste()
    page = curator.page
    for name in ("上一个", "下一个"):
        expect(page.get_by_role("button", name=name, exact=True)).to_have_count(1)
    expect(page.get_by_role("region", name="原文")).to_have_count(1)
    expect(page.get_by_role("region", name="眼前的数 1211.3亿元")).to_be_focused()
    chosen = page.get_by_role("radiogroup", name="指标").get_by_role("radio").first
    expect(chosen).to_have_accessible_description("原文“地区生产总值”就是它的名称；单位是元")
    expect(page.get_by_role("group", name="指标")).to_have_count(0)  # or else it is told twice
    curator.decide("Enter")
    expect(page.locator(".curate [role=status].toast")).to_have_text("已采用 1211.3亿元已定 1 / 11U 撤销")
    expect(page.get_by_role("region", name="眼前的数 98.7亿元")).to_be_focused()
    curator.press("k")
    curator.press("k")
    expect(page.get_by_role("region", name="最后一张")).to_be_focused()
    curator.press("j")
    curator.press("j")
    curator.accept_all()
    expect(page.get_by_role("table", name="收进来的数").get_by_role("row")).to_have_count(1 + len(METRICS))


# --- what is chosen once ---------------------------------------------------------------------------------------------


def test_a_place_that_the_text_does_not_name_is_chosen_once_with_keys(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    curator.paste(NOWHERE, published="2025-05-22")
    page, place = curator.page, curator.page.locator(".curate .of-region")
    said = page.locator(".curate .toast")
    curator.press("Enter")  # which asks for the place
    expect(said).to_have_text("先把“地区”定下来")
    page.keyboard.type("jx")
    page.keyboard.press("Enter")
    expect(said).to_have_text("")
    curator.decide("Enter")
    expect(place).to_contain_text("莒县")
    expect(place).to_contain_text("与您给另一个数选的相同")
    curator.decide("Enter")
    curator.press("k")
    curator.press("k")
    page.locator(".curate [data-focus=other-region]").click()  # the first one is of another place after all
    page.keyboard.type("wl")
    page.keyboard.press("Enter")
    curator.press("j")
    expect(page.locator(".curate .card .big")).to_have_text("29.2亿元")
    expect(place).to_contain_text("莒县")  # it was seen so when it was accepted
    curator.press("k")
    curator.accept_all()
    expect(page.locator(".curate [data-focus=write]")).to_be_enabled()  # what is shown is of all that was decided
    diff = page.locator(".curate .diff").inner_text()
    assert [diff.count(f"region: {region}") for region in ("wulian", "juxian")] == [1, 4]


# --- new metrics -----------------------------------------------------------------------------------------------------


def test_a_metric_that_was_typed_for_one_number_is_offered_for_the_next(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    curator.paste(PLACES)
    page = curator.page
    curator.press("e")
    page.keyboard.type("乡村棚室")
    page.locator(".curate .finder li", has_text="新添一个指标").click()
    page.keyboard.press("Enter")  # in the box for its English name
    expect(page.locator(".curate .card .big")).to_have_text("1200个")
    offered = page.get_by_role("radio", name="新指标：乡村棚室")
    expect(offered).to_have_accessible_description("为 2300个 新添的")
    curator.press("2")
    expect(offered).to_be_checked()
    curator.decide("Enter")
    rows = page.locator(".curate .end .figures tbody tr")
    expect(rows.filter(has_text="新指标：乡村棚室")).to_have_count(2)
    expect(page.locator(".curate [data-focus=write]")).to_be_enabled()
    diff = page.locator(".curate .diff").inner_text()
    assert diff.count("metric: xiang-cun-peng-shi") == 2
    assert diff.count("{id: xiang-cun-peng-shi,") == 1
    curator.press("u")
    curator.press("u")
    expect(page.get_by_role("radio", name="新指标：樱桃棚")).to_be_checked()


def test_a_standard_indicator_takes_one_key_and_is_that_of_later_numbers_of_its_name(
    desk: Desk, guest: Visitor
) -> None:
    curator = curate(guest, desk)
    curator.paste(
        "虚构：寄递\n□ 记者 张三 报道\n本报五莲讯 上半年，五莲县快递业务量320万件，一季度快递业务量150万件。\n"
    )
    page = curator.page
    proposed = page.get_by_role("radio", name="新指标：快递业务量")
    expect(proposed).to_be_checked()
    expect(page.locator(".curate .card")).to_contain_text("Business volume of express delivery · 件")
    curator.press("Enter")
    expect(page.locator(".curate .card .big")).to_have_text("150万件")
    shared = page.get_by_role("radio", name="新指标：快递业务量")
    expect(shared).to_have_count(1)
    expect(shared).to_be_checked()
    expect(shared).to_have_accessible_description("为 320万件 新添的")
    curator.accept_all()
    expect(page.locator(".curate [data-focus=write]")).to_be_enabled()
    diff = page.locator(".curate .diff").inner_text()
    assert diff.count("metric: business-volume-of-express-delivery") == 2
    assert diff.count("{id: business-volume-of-express-delivery, theme: trade,") == 1


def test_a_page_of_many_numbers_without_a_metric_is_checked(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    with curator.page.expect_response("**/curate/check*") as reply:
        curator.paste(MANY)
    assert reply.value.status == 200
    expect(curator.page.locator(".curate .trouble")).to_be_empty()


# --- what changes meanwhile ------------------------------------------------------------------------------------------


def test_after_the_file_has_changed_the_change_is_shown_anew_and_the_next_press_writes_it(
    desk: Desk, guest: Visitor
) -> None:
    before = desk.data.read_bytes()
    curator = curate(guest, desk)
    page = curator.page
    curator.paste()
    curator.accept_all()
    write = page.locator(".curate [data-focus=write]")
    expect(write).to_be_enabled(timeout=SLOW)
    changed = before.rstrip() + "\n# 别人后来加的，末尾没有换行".encode()
    put(desk, changed)
    curator.press("w")
    expect(page.locator(".curate .trouble")).to_contain_text("数据文件在您核对时变了", timeout=SLOW)
    expect(write).to_be_enabled(timeout=SLOW)
    assert desk.data.read_bytes() == changed
    curator.press("w")
    expect(page.locator(".curate .done")).to_have_text("已写入 data.yaml", timeout=SLOW)
    expect(page.locator(".curate .trouble")).to_be_empty()
    assert "1211.3亿元" in desk.data.read_text("utf-8")
    curator.press("u")
    expect(write).to_be_enabled(timeout=SLOW)
    assert desk.data.read_bytes() == changed
    page.wait_for_timeout(2500)  # longer than the dashboard needs to see the file
    expect(page.locator("[data-testid=stAlert]")).to_have_count(0)  # that fewer figures may be a file cut off
    put(desk, before)


def test_what_is_said_of_broken_data_goes_when_they_are_mended_and_what_is_typed_stays(
    desk: Desk, guest: Visitor
) -> None:
    before = desk.data.read_bytes()
    curator = curate(guest, desk)
    page = curator.page
    curator.paste()
    put(desk, before + b"  - [broken: {\n")
    curator.decide("x")
    trouble = page.locator(".curate .trouble")
    expect(trouble).to_contain_text("数据文件有错", timeout=SLOW)
    curator.press("e")
    page.keyboard.type("invest")
    put(desk, before)
    page.wait_for_timeout(2500)  # longer than the first time that it is tried again
    expect(page.locator(".curate .finder input")).to_have_value("invest")
    page.keyboard.press("Escape")
    _without_focus(page)
    expect(trouble).to_be_empty(timeout=SLOW)
    expect(page.locator(".curate .meter b")).to_have_text("1")
    assert curator.number == list(METRICS)[1]


def test_what_is_said_of_a_check_that_failed_first_goes_when_the_text_is_read_again(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    page = curator.page
    refusal = {"status": 503, "json": {"sentence": "虚构：还没有读入。"}}
    page.route("**/curate/check*", lambda route: route.fulfill(**refusal))
    curator.paste()
    trouble = page.locator(".curate .trouble")
    expect(trouble).to_contain_text("虚构：还没有读入。")
    page.unroute("**/curate/check*")
    expect(trouble).to_be_empty()


def test_what_is_typed_into_a_door_stays_where_the_page_is_drawn_anew(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    page = curator.page
    curator.paste()
    curator.press("e")
    box = page.locator(".curate .finder input")
    box.fill("invest")
    box.evaluate("box => { box.dataset.isOld = true }")
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator("[data-is-old]")).to_have_count(0)
    expect(box).to_have_value("invest")
    expect(box).to_be_focused()
    expect(page.locator(".curate .finder [role=option]").first).to_be_visible()


def test_what_is_said_where_it_cannot_be_seen_is_said_below(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk, width=390)
    page = curator.page
    curator.paste()
    page.locator(".curate .checks").scroll_into_view_if_needed()
    page.route("**/curate/check*", lambda route: route.abort())
    page.locator(".curate [data-focus=bar-accept]").click()
    expect(page.locator(".curate .toast")).to_have_text("服务器没有应答。稿子和已定的都还在，稍后再试。")


def test_a_sentence_about_a_text_goes_when_the_text_is_changed(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    page = curator.page
    box = page.locator(".curate textarea")
    box.fill("这里没有数")
    box.press("Control+Enter")
    problem = page.locator(".curate .main-column > .problem")
    expect(problem).to_have_text("这段文字里没有数。")
    box.fill(ARTICLE)
    expect(problem).to_be_empty()


def put(desk: Desk, content: bytes) -> None:
    """Put another content in the place of the file, in one step."""
    part = desk.data.with_suffix(".part")
    part.write_bytes(content)
    part.replace(desk.data)


def _without_focus(page: Page) -> None:
    page.evaluate("document.activeElement.blur()")
