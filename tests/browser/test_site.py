"""The site of plain files as a reader meets it: opened from a disk, with nothing behind it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from indicators.charts.plots.theme import DARK, THEMES
from indicators.pages.figures import embed_card
from indicators.values.text import LANGS, Lang
from tests.visitor import PATIENCE

pytestmark = [pytest.mark.browser, pytest.mark.slow]
FIGURE = "rizhao-transport-investment-2022s1"
METRIC = "project-investment"
KINDS = ("en/index.html", f"zh/metric/{METRIC}.html", f"en/figure/{FIGURE}.html", "zh/region/rizhao.html")

GROUNDS: Final[tuple[tuple[Literal["light", "dark"], Lang], ...]] = (("light", "zh"), ("dark", "en"))


@pytest.fixture(scope="session")
def site(shipped_site: Path) -> str:
    """The address of the site of this repository, on the disk."""
    return shipped_site.as_uri()


class Reader:
    """Opens pages in one tab, and remembers what went wrong on any of them and what was asked of anybody else.

    In a tab of its own each page would read all of Plotly again, which takes longer than to draw its charts.
    """

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser, self.site = browser, site
        self.troubles: list[str] = []
        self.tabs: dict[bool, Page] = {}

    def open(
        self, path: str, *, scheme: Literal["light", "dark"] = "light", width: int = 1280, scripts: bool = True
    ) -> Page:
        page = self.tabs[scripts] = self.tabs.get(scripts) or self._tab(scripts=scripts)
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{self.site}/{path}")
        return page

    def _tab(self, *, scripts: bool) -> Page:
        context = self.browser.new_context(java_script_enabled=scripts, locale="zh-CN")
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("console", lambda message: self.troubles.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", lambda asked: self._asked(asked.url))
        return page

    def _asked(self, url: str) -> None:
        if not url.startswith((self.site, "data:", "blob:", "about:")):
            self.troubles.append(f"leaves the site: {url}")

    def leave(self) -> None:
        """Nothing goes on in the tabs, and nothing is kept in them, when the next test begins."""
        for page in self.tabs.values():
            if page.url.startswith(self.site):
                page.evaluate("localStorage.clear()")
                page.goto("about:blank")

    def close(self) -> None:
        for page in self.tabs.values():
            page.context.close()


@pytest.fixture(scope="module")
def tabs(browser: Browser, site: str) -> Iterator[Reader]:
    reader = Reader(browser, site)
    yield reader
    reader.close()


@pytest.fixture
def reader(tabs: Reader) -> Iterator[Reader]:
    tabs.troubles.clear()
    yield tabs
    tabs.leave()
    assert not tabs.troubles


def drawn(page: Page, mode: str = "light") -> None:
    """Wait until every chart of the page is drawn, going down to it."""
    for plot in page.locator(".plot").all():
        plot.scroll_into_view_if_needed()
        expect(plot).to_have_attribute("data-drawn", mode)
        expect(plot.locator(".main-svg").first).to_be_visible()


def rgb(colour: str) -> str:
    """A colour as browsers write it."""
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


def test_the_door_leads_to_the_language_of_the_reader(reader: Reader) -> None:
    page = reader.open("index.html")
    page.wait_for_url("**/zh/index.html")


def test_a_mark_leads_to_its_figure(reader: Reader) -> None:
    page = reader.open(f"zh/embed/{METRIC}-sector.html")
    drawn(page)
    box = page.locator(".plot .trace.bars .point path").first.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/zh/figure/*.html*")
    expect(page.locator("blockquote").first).to_be_visible()


def test_a_square_leads_to_what_it_counts(reader: Reader) -> None:
    page = reader.open("en/index.html")
    page.locator(".coverage td a").first.click()
    page.wait_for_url("**/en/region/*.html#table")


def test_a_saved_chart_stands_for_itself(reader: Reader) -> None:
    """Its title, who printed the numbers and the licence are in the picture, in either mode."""
    for scheme, lang in GROUNDS:
        page = reader.open(f"{lang}/embed/{METRIC}-sector.html", scheme=scheme)
        drawn(page, scheme)
        page.locator(".plot").hover()
        with page.expect_download() as saved:
            page.locator(".modebar-btn[data-title*=SVG]").click()
        assert saved.value.suggested_filename == f"rizhao-sector-{METRIC}.svg"
        svg = saved.value.path().read_text("utf-8")
        head, _, drawing = svg.partition("</metadata>")
        assert f"<title>{page.locator('h1').inner_text()}</title>" in head
        assert "<dc:rights>CC-BY-4.0</dc:rights>" in head
        assert re.search(r"<dc:identifier>rizhao \d+\.\d+\.\d+\+[0-9a-f]{12} sha256:[0-9a-f]{64}<", head)
        letters = re.sub(r"<[^>]+>|\s", "", drawing)
        assert re.sub(r"\s", "", page.locator("h1").inner_text()) in letters
        assert "CC-BY-4.0" in letters
        assert {"zh": "来源：大众日报", "en": "Source:DazhongDaily"}[lang] in letters
        assert rgb(THEMES[scheme].paper) in svg


def test_search_finds_and_leads(reader: Reader) -> None:
    page = reader.open(f"en/figure/{FIGURE}.html")
    page.keyboard.press("/")
    page.keyboard.type("railways investment")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("Railways")
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/figure/*rail*.html")
    box = page.get_by_role("combobox")
    box.fill("2022")
    figures, more = page.locator(".search-hit.figure"), page.get_by_role("option", name=re.compile(r"^Show \d+ more$"))
    expect(figures).to_have_count(8)
    left = int((more.text_content() or "").split()[1])
    more.click()
    expect(figures).to_have_count(8 + left)
    assert not Axe().run(page, context=".search-box", options={"preload": False}).response["violations"]
    box.fill("xyzzy")
    expect(page.locator(".search-status")).to_contain_text("Nothing matches")
    box.press("Escape")
    expect(page.locator(".search-panel")).to_be_hidden()


def test_language_leads_to_the_same_page(reader: Reader) -> None:
    page = reader.open(f"zh/figure/{FIGURE}.html")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"**/en/figure/{FIGURE}.html")
    page.get_by_role("link", name="中文").click()
    page.wait_for_url(f"**/zh/figure/{FIGURE}.html")


def test_the_ground_is_chosen_and_kept(reader: Reader) -> None:
    page = reader.open(f"en/metric/{METRIC}.html")
    drawn(page)
    page.get_by_role("button", name="Light or dark").click()
    drawn(page, "dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == rgb(DARK.paper)
    assert page.evaluate("document.querySelector('.plot').layout.font") is None
    assert page.evaluate("document.querySelector('.plot')._fullLayout.font.color") == "#e9ecee"
    page.goto(page.url.replace("/en/", "/zh/"))
    assert page.evaluate("document.documentElement.dataset.mode") == "dark"


@pytest.mark.parametrize("path", ["zh/index.html", f"en/metric/{METRIC}.html", f"zh/figure/{FIGURE}.html"])
def test_readable_without_scripts(reader: Reader, path: str) -> None:
    page = reader.open(path, scripts=False)
    expect(page.locator("main")).to_contain_text("56.92" if path.startswith("zh") else "5.692")
    assert page.locator(".plot:visible").count() == 0
    assert page.locator(".search:visible").count() == 0
    twins = page.locator("details.twin")
    if twins.count():
        twins.first.locator("summary").click()
        expect(twins.first.locator("a").first).to_be_visible()


@pytest.mark.parametrize("path", ["zh/index.html", f"en/metric/{METRIC}.html", f"zh/figure/{FIGURE}.html"])
def test_charts_are_drawn_and_fit_a_telephone(reader: Reader, path: str) -> None:
    """The pages that axe looks at in the other language, on a screen."""
    page = reader.open(path, width=390)
    assert page.locator(".plot").count() or "figure" in path
    drawn(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(("path", "scheme"), list(zip(KINDS, ("dark", "light", "dark", "light"), strict=True)))
def test_axe_finds_nothing(reader: Reader, path: str, scheme: Literal["light", "dark"]) -> None:
    page = reader.open(path, scheme=scheme)
    drawn(page, scheme)
    # Without the preload it reads no style sheet by itself, which a browser allows nobody on a disk. All rules are
    # held against everything, but only of what violates one it is gathered where it stands.
    violations = Axe().run(page, options={"preload": False, "resultTypes": ["violations"]}).response["violations"]
    assert not [f"{rule['id']}: {node['html'][:200]}" for rule in violations for node in rule["nodes"][:3]]


def test_files_are_where_pages_say(site: str) -> None:
    assert Path(site.removeprefix("file://"), "assets", "plotly.min.js").stat().st_size > 1_000_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGS)
def test_the_card_of_a_figure_fits_a_narrow_frame(reader: Reader, lang: Lang, scheme: Literal["light", "dark"]) -> None:
    page = reader.open(f"{lang}/embed/figure/{FIGURE}.html", scheme=scheme)
    page.set_viewport_size({"width": 320, "height": embed_card.HEIGHT})
    assert page.locator("header, footer, nav").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate("document.documentElement.scrollHeight") <= embed_card.HEIGHT
    link = page.locator(".card a")
    assert link.get_attribute("target") == "_top"
    link.click()
    page.wait_for_url(f"**/{lang}/figure/{FIGURE}.html")
