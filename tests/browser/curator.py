"""A curator who follows the keys of the page Curate, and an article that was made up for tests."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Page, expect

from tests.visitor import Visitor

Scheme = Literal["light", "dark"]

ARTICLE: Final = """虚构：日照市上半年经济运行平稳
□ 记者 张三 报道
本报日照讯 本文为测试而写，内容纯属虚构。今年上半年，日照市实现地区生产总值1211.3亿元，同比增长6.1%。
上半年，全市一般公共预算收入98.7亿元，同比增长4.4%。社会消费品零售总额365.4亿元，同比增长6.7%。
1—6月份，全市货物进出口总额612.9亿元，同比增长8.5%；其中，出口233.8亿元，同比增长9.1%；进口379.1亿元，同比增长8.1%。
上半年，城镇居民人均可支配收入22345元，同比增长5.0%；农村居民人均可支配收入11876元，同比增长6.3%。
截至6月底，全市金融机构存款余额4321.5亿元，贷款余额3987.6亿元。乘坐K301路公交车可到市统计局。
"""
"""Ten figures, and two numbers that are none; every name, number and date in it is invented."""
METRICS: Final = {
    "1211.3亿元": "gdp",
    "98.7亿元": "budget-revenue",
    "365.4亿元": "retail-sales",
    "612.9亿元": "trade",
    "233.8亿元": "exports",
    "379.1亿元": "imports",
    "22345元": "urban-income",
    "11876元": "rural-income",
    "4321.5亿元": "deposits",
    "3987.6亿元": "loans",
}
"""What is printed → the metric that is right."""


@dataclass
class Curator:
    """Somebody at a page, and how many keys they have pressed on it."""

    page: Page
    keys: int = 0

    def press(self, key: str) -> None:
        self.keys += 1
        self.page.keyboard.press(key)

    def paste(self, text: str = ARTICLE, *, published: str = "2023-07-20") -> None:
        """Put a text and its source into the boxes and have it read."""
        box = self.page.locator(".curate textarea")
        box.fill(text)
        self.page.locator(".curate select").select_option("dazhong-daily")
        self.page.locator(".curate .boxes input").first.fill(published)
        box.press("Control+Enter")
        expect(self.page.locator(".curate .card")).to_be_visible()

    @property
    def number(self) -> str:
        """The printed words of the current number; nothing on the last card."""
        big = self.page.locator(".curate .card .big")
        return big.inner_text() if big.count() else ""

    def decide(self, key: str) -> None:
        """Press a key that decides, and wait until that is done."""
        done = self.page.locator(".curate .meter b")
        before = done.inner_text()
        self.press(key)
        expect(done).not_to_have_text(before)

    def accept_all(self) -> None:
        """Accept what is proposed until the last page comes."""
        while not self.page.locator(".curate .end").count():
            self.decide("Enter")


@contextmanager
def seconds() -> Iterator[list[float]]:
    """How long something takes."""
    begun = time.monotonic()
    measured: list[float] = []
    yield measured
    measured.append(time.monotonic() - begun)


@dataclass(frozen=True)
class Desk:
    """A dashboard on the curator's own machine, and the file that it shows."""

    address: str
    data: Path


def curate(visitor: Visitor, desk: Desk, *, lang: str = "zh", width: int = 1440, scheme: Scheme = "light") -> Curator:
    page = visitor.open(f"{desk.address}/?page=curate&lang={lang}", locale="zh-CN", width=width, scheme=scheme)
    expect(page.locator(".curate textarea")).to_be_visible()
    return Curator(page)
