"""Asking one's own model on the page Curate: the address is shown first, and nothing is sent without a press."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.curate.own_model.fake_model import KEY, FakeModel, proposes, sent_paragraphs, serving
from tests.visitor import Visitor, dashboard

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PARAGRAPH = "上半年，五莲县完成固定资产投资12.5亿元，同比增长8.1%。高新技术企业35家，增长2.3%。走访企业等6家。"
TEXT = f"虚构：项目建设加快\n□ 记者 张三 报道\n{PARAGRAPH}\n今年招引内资的目标是5亿元。\n"
VISITS = {"text": "6家", "quote": "走访企业等6家", "metric": "high-tech-enterprises"}
ELSEWHERE = {"text": "12.5亿元", "quote": "固定资产投资12.5亿元", "region": "rizhao", "growth": "2.3%"}


@pytest.fixture
def model() -> Iterator[FakeModel]:
    with serving(proposes(VISITS, ELSEWHERE, {**VISITS, "text": "9家"})) as server:
        yield server


@pytest.fixture
def page(browser: Browser, model: FakeModel) -> Iterator[Page]:
    with pytest.MonkeyPatch.context() as environment:
        for name, value in model.variables.items():
            environment.setenv(name, value)
        with dashboard() as address:
            visitor = Visitor(browser)
            yield visitor.open(f"{address}/?page=curate&lang=zh", locale="zh-CN", width=1440)
            visitor.close()
            for tab in visitor.tabs.values():
                tab.context.close()
            assert not visitor.troubles


def test_nothing_is_sent_before_the_address_was_seen(page: Page, model: FakeModel) -> None:
    page.locator(".curate textarea").fill(TEXT)
    page.locator(".curate .boxes input").first.fill("2023-07-20")
    page.locator(".curate textarea").press("Control+Enter")
    expect(page.locator(".curate .card")).to_be_visible()
    ask = page.get_by_role("button", name="问自己的模型")
    ask.click()
    asking = page.locator(".curate .asking")
    expect(asking).to_contain_text(f"将把这一段（{len(PARAGRAPH)} 字）发往 {model.url}")
    asking.get_by_role("button", name="不发送").click()
    expect(asking).to_have_count(0)
    assert not model.requests
    ask.click()
    asking.get_by_role("button", name="发送", exact=True).click()
    expect(page.locator(".curate")).to_contain_text("模型提了 3 个，1 个在原文中找不到，已弃。")
    assert sent_paragraphs(model.requests) == [PARAGRAPH]
    card = page.locator(".curate .card")
    expect(card.locator(".big")).to_have_text("12.5亿元")
    expect(card).to_contain_text("模型读作 日照市")
    expect(card.get_by_role("radio", name="日照市")).not_to_be_checked()
    for growth in ("2.3%", "8.1%"):  # R takes what the model reads, and again what the rules do
        page.keyboard.press("r")
        expect(card.get_by_role("radio", name=growth)).to_be_checked()
        expect(page.locator(".curate .checks")).not_to_contain_text("不在原文里")
    expect(page.locator(".curate .galley")).to_contain_text("6家")
    for number in ("35家", "6家"):
        page.keyboard.press("j")
        expect(card.locator(".big")).to_have_text(number)
    expect(card).to_contain_text("只有模型认为这是指标")
    assert KEY not in page.content()
