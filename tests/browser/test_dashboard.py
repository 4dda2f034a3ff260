"""What a person does with the dashboard, in a real Chromium: no error is logged, and no request leaves the machine."""

import json
import random
import re
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from indicators.export import chart_frame
from indicators.pages.figures import embed_card
from indicators.values.text import LANGS, Lang
from indicators.view import PAGES
from tests import SAMPLE, builders
from tests.browser import own_links
from tests.ui.test_pages_of_meaning import MORE
from tests.visitor import (
    DRAWER,
    Visitor,
    await_query,
    choose_language,
    click_bar,
    close_drawer,
    dashboard,
    query,
    settle,
    turn,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LANSHAN = "lanshan-budget-revenue-2024m01-07"
OUTPUT = "etdz-equipment-output-2022s1"
NUMBER = ".figure-page .large"
"""The number of the evidence of a figure."""
OFFERED = ("region", "parts", "growth", "map", "all")
"""The charts that the first metric of the page allows, of which a reader goes from one to the other."""
HEADLINES = {"zh": "各主题数字一览", "en": "One figure of each theme"}


HEADING: Final = "[data-testid=stMain] :is([data-testid=stMarkdownContainer] h2, .chart h2, .section h2)"


def headings(page: Page) -> list[str]:
    return page.locator(HEADING).all_text_contents()


def link_of(page: Page) -> str:
    """The address of the first link in the drawer."""
    address = page.locator(f"{DRAWER} a[href^=http]").first.get_attribute("href")
    assert address is not None
    return address


# --- evidence --------------------------------------------------------------------------------------------------------


def test_a_place_on_the_map_leads_to_the_words_that_were_printed(visitor: Visitor, address: str) -> None:
    page = visitor.open(address, locale="zh-CN")
    assert HEADLINES["zh"] in headings(page)
    assert query(page) == {}  # the language is the browser's: no need to say so
    for _ in range(2):  # the same place opens again
        page.locator(f".tile[href*='figure={LANSHAN}']").click()
        drawer = page.locator(DRAWER)
        expect(drawer.locator(NUMBER)).to_have_text("27.60亿元")
        expect(drawer.locator("blockquote").first).to_contain_text("岚山区(27.60亿元")
        assert link_of(page).startswith("https://yaliqi.com/new/6f6c982c05ab4fffbcce6fa01e420fff#:~:text=")
        await_query(page, {"figure": [LANSHAN]})
        close_drawer(page)
        await_query(page, {})
    settle(page)
    assert HEADLINES["zh"] in headings(page)


def test_the_link_to_a_figure_is_a_page(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"{address}/?figure={LANSHAN}", locale="zh-CN")
    expect(page.locator(NUMBER)).to_have_text("27.60亿元")
    expect(page.locator("code", has_text=f"figure={LANSHAN}").first).to_have_text(
        re.compile(f"^{address}/?[?]figure={LANSHAN}\\s*$")
    )
    page.locator(".masthead nav a").first.click()
    await_query(page, {})
    page.get_by_text(HEADLINES["zh"]).wait_for()


def test_a_bar_of_growth_leads_to_the_words_of_the_growth(visitor: Visitor, address: str) -> None:
    """The number in them is marked, and a link to it shows another reader the same."""
    view = {"page": ["explore"], "metric": ["output-value"], "show": ["growth"]}
    page = visitor.open(f"{address}/?page=explore&metric=output-value&show=growth", locale="zh-CN")
    click_bar(page, OUTPUT)
    words = page.locator(f"{DRAWER} blockquote")
    expect(words.first).to_have_text("“……同比分别增长32%……”")
    expect(words.first.locator("mark")).to_have_text("32%")
    expect(page.locator(NUMBER)).to_have_text("36.7亿元")
    await_query(page, {**view, "figure": [OUTPUT], "number": ["growth"]})
    close_drawer(page)
    await_query(page, view)


# --- language and pages ----------------------------------------------------------------------------------------------


def test_a_reader_in_the_dark_changes_the_language(visitor: Visitor, address: str) -> None:
    page = visitor.open(address, locale="en-GB", scheme="dark")
    assert brightness(page, "[data-testid=stApp]", "backgroundColor") < 60
    assert brightness(page, ".chart .chart-words text", "fill") > 150
    assert brightness(page, "[data-testid=stMain] p", "color") > 150
    english = headings(page)
    assert HEADLINES["en"] in english
    choose_language(page, "中文")
    await_query(page, {"lang": ["zh"]})
    page.get_by_text(HEADLINES["zh"]).wait_for()
    settle(page)
    expect(page.locator(HEADING, has_text=re.compile("[A-Za-z]"))).to_have_count(0)  # the last come a moment later
    assert len(headings(page)) == len(english)
    page.go_back()
    page.get_by_text(HEADLINES["en"]).wait_for()
    await_query(page, {})


def brightness(page: Page, selector: str, style: str) -> float:
    colour = page.locator(selector).first.evaluate("(element, style) => getComputedStyle(element)[style]", style)
    numbers = [float(number) for number in re.findall(r"[\d.]+", colour)[:3]]
    return sum(numbers) / 3


def test_explore(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"{address}/?page=explore")
    page.get_by_role("combobox", name="Metric").first.click()
    metric = {"page": ["explore"], "metric": ["gazelle-enterprises"]}
    page.keyboard.type("gazelle enterprises (to date)")
    page.get_by_role("option").first.click()
    await_query(page, metric)
    page.get_by_text("8 figures").wait_for()
    page.get_by_role("combobox", name="Region").click()
    page.get_by_role("option", name="Lanshan District").click()
    page.keyboard.press("Escape")
    choices = metric | {"region": ["lanshan"]}
    await_query(page, choices)
    rows = page.locator(".figure-rows tbody tr")
    page.get_by_text(re.compile("^1 figures?[.]")).wait_for()
    settle(page)

    other = visitor.open(page.url)  # faults.md F08: who gets the link sees the same
    for part in (".explore-page .chips", ".figure-rows"):
        expect(other.locator(part)).to_have_text(page.locator(part).inner_text(), use_inner_text=True)

    rows.first.locator("td").last.click(position={"x": 3, "y": 3}, force=True)  # the whole row is a link
    expect(page.locator(f"{DRAWER} {NUMBER}")).to_have_text("1")
    await_query(page, choices | {"figure": ["lanshan-gazelles-2020-12"]})
    close_drawer(page)
    await_query(page, choices)

    for earlier in (choices | {"figure": ["lanshan-gazelles-2020-12"]}, choices, metric):  # back, step by step
        settle(page)
        page.go_back()
        await_query(page, earlier)
        expect(page.get_by_text(re.compile("^8 figures[.]"))).to_have_count(int(earlier == metric))
    settle(page)
    await_query(page, metric)

    for step in ("forward", "forward", "forward", "back", "back", "back"):  # faster than the page can follow
        page.evaluate(f"history.{step}()")
        page.wait_for_timeout(50)
    expect(page.get_by_text(re.compile("^8 figures[.]"))).to_have_count(1)
    settle(page)
    await_query(page, metric)


_SHOWS_WHAT_ITS_LINK_SAYS = """shows => {
    const link = document.querySelector(".views a[aria-current]");
    const show = new URLSearchParams(location.search).get("show");
    return shows.includes(show) && link !== null && new URL(link.href).searchParams.get("show") === show;
}"""


def test_back_and_forth_faster_than_pages_come(visitor: Visitor, address: str) -> None:
    """What a browser has said that it keeps, the server refers to: it must still be there when that arrives.

    The page is whole, and after the next click it says what its link says. Before that, on a slow machine, it can be a
    link behind: Streamlit writes one when its message arrives, over that which the reader has gone to in between.
    """
    page = visitor.open(f"{address}/?page=explore&lang=en")
    for show in OFFERED:
        page.locator(f'.views a[href*="show={show}"]').click()
        page.wait_for_function("show => new URLSearchParams(location.search).get('show') === show", arg=show)
        settle(page)
    chance, at = random.Random(1), 5  # noqa: S311  # the same steps each time
    for _ in range(20):
        step = chance.choice([step for step in (-1, 1) if 0 <= at + step <= 5])
        at += step
        page.evaluate(f"history.go({step})")
        page.wait_for_timeout(chance.choice([10, 30, 60, 120]))
    settle(page)
    expect(page.locator(".chart h2").first).to_be_visible()
    for show in (OFFERED[1], OFFERED[3]):
        page.locator(f'.views a[href*="show={show}"]').click()
    await_query(page, {"page": ["explore"], "lang": ["en"], "show": [OFFERED[3]]})
    settle(page)
    page.wait_for_function(_SHOWS_WHAT_ITS_LINK_SAYS, arg=OFFERED)
    expect(page.locator(".chart h2").first).to_be_visible()


# --- every page ------------------------------------------------------------------------------------------------------


def test_a_telephone(visitor: Visitor, address: str) -> None:
    """In both languages nothing is wider than the screen, and every link on the way is what it says."""
    page = visitor.open(f"{address}/?figure={LANSHAN}&region=nowhere&metric=nonsense", locale="zh-CN", width=390)
    for part in ("region=nowhere", "metric=nonsense"):
        expect(page.get_by_test_id("stAlert")).to_contain_text(part)
    check_telephone(page)
    for name in reversed(PAGES):
        turn(page, name)
        check_telephone(page)
    choose_language(page, "English")
    page.get_by_text(HEADLINES["en"]).wait_for()
    for name in PAGES:
        turn(page, name)
        check_telephone(page)
    page.goto(f"{address}/?figure={LANSHAN}&lang=en")
    settle(page)
    check_telephone(page)


def check_telephone(page: Page) -> None:
    sizes = page.evaluate(
        """() => {
            const main = document.querySelector("[data-testid=stMain]");
            return [document.documentElement.scrollWidth, main.scrollWidth, innerWidth];
        }"""
    )
    assert sizes == [390, 390, 390], page.url
    own_links.check(page)


def test_an_address_in_a_text_is_no_link(visitor: Visitor, address: str) -> None:
    """faults.md C07: else whoever sends a link to the dashboard puts a link of his own on it."""
    page = visitor.open(f"{address}/?page=sources&region=http://elsewhere.example/login")
    alert = page.get_by_test_id("stAlert")
    expect(alert).to_contain_text("region=…")
    assert alert.locator("a").count() == 0


# --- taking a chart away ---------------------------------------------------------------------------------------------


def test_the_page_saves_images_that_stand_for_themselves(visitor: Visitor, address: str, tmp_path: Path) -> None:
    """Twice as many pixels as the page has, on a background of its own, with the frame that the page does not show."""
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&show=region&lang=zh", scheme="dark")
    chart = page.locator(".chart")
    assert chart.locator(".annotation").count() == 0
    assert chart.locator(".chart-words text").first.is_visible()
    saved = {}
    for name in ("PNG", "SVG"):
        with page.expect_download() as download:
            chart.get_by_role("button", name=f"保存为 {name}").click()
        assert download.value.suggested_filename == f"rizhao-region-explore-gazelle-enterprises.{name.lower()}"
        saved[name] = tmp_path / name
        download.value.save_as(saved[name])
    with Image.open(saved["PNG"]) as image:
        assert image.width == 2 * chart_frame.WIDTH
        texts = dict(image.info)
        grey = image.convert("L")
        head = grey.crop((0, 0, image.width, 2 * chart_frame.HEAD)).tobytes()
        foot = grey.crop((0, image.height - 2 * chart_frame.FOOT, image.width, image.height)).tobytes()
    assert head[0] == foot[-1] == min(head) < 40
    assert min(max(head), max(foot)) > 120  # there is type in both
    shown = chart.locator("h3").inner_text()
    assert (texts["Title"], texts["Copyright"]) == (shown, "CC-BY-4.0 https://spdx.org/licenses/CC-BY-4.0")
    assert texts["Source"].endswith(f" {address}/?page=explore&metric=gazelle-enterprises&show=region")
    assert re.search(r"rizhao \d+\.\d+\.\d+\+[0-9a-f]{12} sha256:[0-9a-f]{64}", texts["Collection"])
    drawing = saved["SVG"].read_text(encoding="utf-8")
    assert f"<title>{shown}</title>" in drawing
    assert f'width="{chart_frame.WIDTH}"' in drawing
    assert f"{address}/?page=explore" in drawing.replace("&amp;", "&")


def test_the_data_and_a_page_are_downloaded(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&show=region&lang=zh")
    page.get_by_role("button", name="下载", exact=True).click()
    for label, ending, held in (("图中的数据（CSV）", "csv", "高新区"), ("网页（HTML，可离线）", "html", "</html>")):
        with page.expect_download() as saved:
            page.get_by_role("link", name=label).click()
        assert saved.value.suggested_filename == f"rizhao-region-explore-gazelle-enterprises.{ending}"
        assert held in saved.value.path().read_text(encoding="utf-8-sig")


def test_downloads_are_opened_and_closed_by_keyboard(visitor: Visitor, address: str) -> None:
    """The list hides nothing that has the focus, and who closes it is where they opened it."""
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&show=all&lang=en")
    first = page.locator(".chart").first
    button, links = first.get_by_role("button", name="Download", exact=True), first.locator(".chart-files-list a")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        expect(button).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Tab")
        expect(links.first).to_be_focused()
        page.keyboard.press("Escape")
        expect(links.first).to_be_hidden()
        expect(button).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    for _ in range(links.count() + 1):
        page.keyboard.press("Tab")
    expect(first.locator(".chart-save button").first).to_be_focused()
    expect(links.first).to_be_hidden()
    button.click()
    expect(links.first).to_be_visible()
    first.locator("h3").click()
    expect(links.first).to_be_hidden()


def test_what_is_embedded_offers_no_downloads(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&show=region&lang=zh")
    assert page.get_by_role("button", name="下载", exact=True).count() == 1
    page.goto(f"{address}/?page=explore&metric=gazelle-enterprises&show=region&lang=zh&embed=true")
    page.wait_for_selector(".main-svg")
    assert page.get_by_role("button", name="下载", exact=True).count() == 0


@pytest.mark.parametrize("lang", LANGS)
def test_the_card_of_a_figure_fits_a_narrow_frame(visitor: Visitor, address: str, lang: Lang) -> None:
    """It has no masthead and no foot, and its link opens the whole page outside the frame."""
    page = visitor.open(f"{address}/?figure={OUTPUT}&lang={lang}&embed=true")
    page.set_viewport_size({"width": 320, "height": embed_card.HEIGHT})
    assert page.locator(".masthead, .page.foot, footer").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator("[data-testid=stMain]").evaluate("main => main.scrollHeight") <= embed_card.HEIGHT
    with page.context.expect_page() as opened:
        page.locator(".card a").click()
    assert "embed" not in opened.value.url
    assert f"figure={OUTPUT}" in opened.value.url


# --- a chart as an element of the page -------------------------------------------------------------------------------


def test_the_keyboard_walks_over_the_marks_of_a_chart(visitor: Visitor, address: str) -> None:
    """Each mark once, though a track lies under each bar; what is pointed at is said, and Enter opens its evidence."""
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&show=region")
    plot, spoken = page.locator(".chart-plot"), page.locator(".chart-spoken")
    label = plot.get_attribute("aria-label")
    assert label
    plot.focus()
    announced = []
    for key in ("ArrowDown", "ArrowRight", "ArrowUp", "ArrowUp", "Home", "End", "ArrowDown"):
        page.keyboard.press(key)
        announced.append(spoken.text_content())
        expect(page.locator(".hovertext")).to_have_count(1)
    first, second, *_, last, again = announced
    assert announced == [first, second, first, last, first, last, again] == [*announced[:-1], first]
    assert len({first, second, last}) == 3
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.locator(DRAWER).wait_for()
    number = page.locator(NUMBER).text_content()
    assert number
    assert number.removesuffix("家") in str(last)
    close_drawer(page)
    expect(plot).to_be_focused()
    page.keyboard.press("Tab")
    expect(spoken).to_be_empty()
    expect(page.locator(".hovertext")).to_have_count(0)
    plot.focus()
    page.evaluate("addEventListener('keydown', event => { window.taken = event.defaultPrevented; })")
    page.keyboard.press("Alt+ArrowLeft")  # the browser's way back
    assert not page.evaluate("taken")
    expect(spoken).to_be_empty()
    page.keyboard.press("ArrowUp")
    assert page.evaluate("taken")
    assert spoken.text_content() == last


def test_a_chart_is_as_wide_as_its_place(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&show=region")
    for width in (1280, 800, 390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(
            "() => { const plot = document.querySelector('.chart-plot');"
            " const right = element => element.getBoundingClientRect().right;"
            " const words = Math.max(...[...plot.querySelectorAll('.chart-words text')].map(right));"
            " return Math.abs(plot.offsetWidth - plot.querySelector('.main-svg').clientWidth) < 1"
            " && Math.abs(right(plot) - words) < 2; }"
        )


_COUNT = """() => {
    const react = Plotly.react;
    window.drawn = 0;
    Plotly.react = (...facts) => { window.drawn += 1; return react(...facts); };
}"""


def test_what_is_as_it_was_is_not_drawn_again(visitor: Visitor, address: str) -> None:
    """Evidence opens and closes beside a chart; another metric is another chart."""
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&show=region")
    page.evaluate(_COUNT)
    click_bar(page, "donggang-gazelles-2020-12")
    close_drawer(page)
    settle(page)
    assert page.evaluate("drawn") == 0
    choose_metric(page, "General public budget revenue")
    page.wait_for_function("() => drawn === 1")


def test_words_stand_where_charts_cannot_be_drawn(visitor: Visitor, address: str) -> None:
    page = visitor.open(address)
    visitor.troubles.clear()
    page.route("**/plotly-basic.min.js*", lambda route: route.abort())
    page.goto(f"{address}/?page=explore&metric=gazelle-enterprises&show=region")
    plot = page.locator(".chart-plot")
    expect(plot).to_have_text(re.compile(r"\w+\. .+\.$"))
    assert plot.text_content() == plot.get_attribute("aria-label")
    assert {trouble.partition(":")[0] for trouble in visitor.troubles} <= {"console"}
    visitor.troubles.clear()


# --- files that would do harm ----------------------------------------------------------------------------------------


MADE = "img, iframe, script, form, .katex, [src*=tracker]"
"""What markup would make of the payload."""


def test_markup_in_a_file_stays_text(visitor: Visitor, tmp_path: Path) -> None:
    """faults.md B01, B02, B05: nothing runs, nothing is fetched, nothing becomes larger than its letters."""
    payload = "<img src=x onerror='__pwn=1'>$\\rule{9999em}{9999em}$ :red[x] **b** ![i](//tracker.example/x)"
    quoted = json.dumps(payload)
    bait = json.dumps("<b>**x**</b> $y$ [l](//tracker.example/y) 56.92亿元")
    text = builders.worded(payload)
    note = f"        note: {{zh: {quoted}, en: {quoted}}}\n"
    text = builders.changed(("        quote: 收入56.92亿元\n", f"        quote: {bait}\n{note}"), text=text)
    data = builders.write(tmp_path, text)
    with dashboard(data) as address, closing(visitor):
        page = visitor.open(f"{address}/?figure=city-revenue")
        expect(page.locator("blockquote#amount")).to_contain_text(json.loads(bait))
        check_markup(page, payload, data)
        for name in PAGES:
            turn(page, name)
            check_markup(page, payload, data)


def check_markup(page: Page, payload: str, data: Path) -> None:
    """The payload is on the page to the letter, and nothing was made of it."""
    expect(page.locator(".brand .dataset")).to_have_text(payload)
    main = page.locator("[data-testid=stMain]")
    injected = main.locator(MADE).evaluate_all("all => all.map(element => element.outerHTML.slice(0, 200))")
    assert injected == [], page.url
    assert page.evaluate("window.__pwn") is None, page.url
    assert main.evaluate("main => main.scrollHeight") < 8000, page.url
    assert page.locator(".main-svg a").count() == 0, page.url
    own_links.check(page, data)
    if page.locator(".chart").count():
        drawn = "".join(page.locator(".chart").all_text_contents())
        assert payload.replace(" ", "") in re.sub(r"\s", "", drawn), page.url


def test_a_file_that_breaks_while_it_is_shown(visitor: Visitor, tmp_path: Path) -> None:
    path = builders.write(tmp_path, builders.GOOD)
    with dashboard(path) as address, closing(visitor):
        page = visitor.open(address)
        expect(page.locator(".brand .dataset")).to_have_text("Example")
        assert page.get_by_test_id("stAlert").count() == 0
        builders.write(tmp_path, builders.changed(("text: 14家", "text: many")))
        page.wait_for_timeout(4000)  # the disk is looked at once a second, and what has changed is to rest
        turn(page, "explore")
        line = builders.GOOD[: builders.GOOD.index("14家")].count("\n") + 1
        expect(page.get_by_test_id("stAlert")).to_contain_text(f"data.yaml:{line}")
        expect(page.locator(".brand .dataset")).to_have_text("Example")
        assert page.locator(".figure-rows tr").count() >= 2
        page.reload()  # who comes now sees the same
        expect(page.get_by_test_id("stAlert")).to_contain_text(f"data.yaml:{line}")
        settle(page)


def choose_metric(page: Page, name: str) -> None:
    """By its name, of which typing leaves few: a long list moves under the mouse as it scrolls to what is chosen."""
    box = page.get_by_role("combobox", name="Metric").first
    box.click()
    box.fill(name)
    expect(page.get_by_role("option", name="Household income")).to_have_count(0)
    page.get_by_role("option", name=name).first.click()
    settle(page)


def test_what_stands_above_a_choice_follows_it(visitor: Visitor, address: str) -> None:
    """A choice draws its page alone, unless a banner is no longer true or a day makes another dataset."""
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&region=nowhere&lang=en")
    alert = page.get_by_test_id("stAlert")
    expect(alert).to_contain_text("region=nowhere")
    choose_metric(page, "General public budget revenue")
    expect(alert).to_have_count(0)
    expect(page.get_by_role("button", name="More filters")).to_have_count(1)
    settle(page)
    page.get_by_role("button", name="More filters").click()
    page.get_by_role("combobox", name="As known on").click()
    page.get_by_role("option", name="31 August 2022").click()
    expect(alert.first).to_contain_text("31 August 2022")
    settle(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="More filters (1)")).to_be_visible()
    await_query(page, {"page": ["explore"], "metric": ["budget-revenue"], "day": ["2022-08-31"], "lang": ["en"]})


def test_a_choice_meets_the_file_as_it_is_now(visitor: Visitor, tmp_path: Path) -> None:
    path = builders.write(tmp_path, builders.GOOD)
    with dashboard(path) as address, closing(visitor):
        page = visitor.open(f"{address}/?page=explore&metric=revenue")
        builders.write(tmp_path, builders.GOOD.replace("56.92亿元", "57.01亿元"))
        page.wait_for_timeout(4000)  # the disk is looked at once a second, and what has changed is to rest
        page.get_by_role("link", name="By region").click()
        expect(page.locator(".chart").first).to_contain_text("5.701")
        builders.write(tmp_path, builders.changed(("text: 14家", "text: many")))
        page.wait_for_timeout(4000)
        page.get_by_role("link", name="All charts").click()
        line = builders.GOOD[: builders.GOOD.index("14家")].count("\n") + 1
        expect(page.get_by_test_id("stAlert")).to_contain_text(f"data.yaml:{line}")
        expect(page.locator(".chart").first).to_contain_text("5.701")


def test_from_a_contradiction_to_each_report(visitor: Visitor, tmp_path: Path) -> None:
    """Who reported what: a mark of the chart opens the report, whose evidence names the other and opens it."""
    path = builders.write(tmp_path, SAMPLE.read_text("utf-8") + MORE)
    with dashboard(path) as address:
        page = visitor.open(f"{address}/?page=checks")
        click_bar(page, "another-rail")
        expect(page.locator(NUMBER)).to_have_text("¥1.51 bn")
        page.locator('#reports a[href*="rizhao-railway-investment-2022s1"]').click()
        expect(page.locator(NUMBER)).to_have_text("¥1.342 bn")
        await_query(page, {"page": ["checks"], "figure": ["rizhao-railway-investment-2022s1"]})
        visitor.close()
