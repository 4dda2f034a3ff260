"""Every page in its states: axe-core finds nothing, a keyboard goes in order, a finger hits what is meant."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.visitor import DRAWER, NUMBER, Visitor, settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WIDE: Final = 1440
NARROW: Final = 390
FIGURE: Final = "rizhao-transport-investment-2022s1"
RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""Everything that axe knows of WCAG 2.2 up to AA, targets of 24 pixels among it, and the order of headings."""


class State(NamedTuple):
    """A page as somebody sees it."""

    query: str
    lang: Literal["zh", "en"]
    scheme: Literal["light", "dark"]
    width: int


COMBINATIONS: Final[Sequence[tuple[Literal["zh", "en"], Literal["light", "dark"], int]]] = (
    ("en", "light", WIDE),
    ("zh", "dark", NARROW),
    ("en", "dark", WIDE),
    ("zh", "light", NARROW),
    ("zh", "light", WIDE),
    ("en", "dark", NARROW),
    ("zh", "dark", WIDE),
    ("en", "light", NARROW),
)
"""Each after the one that differs from it in everything."""
QUERIES: Final = (
    ("", "show=findings"),
    ("page=figures&region=rizhao&nature=target", "page=figures"),
    ("page=places", "page=sectors"),
    ("region=wulian", "region=donggang"),
    ("sector=manufacturing", "sector=equipment"),
    ("page=time", "page=time&region=rizhao"),
    ("page=compare", "page=compare&measure=share"),
    ("page=explore&show=all", "page=explore&show=all&metric=budget-revenue"),
    ("page=sources", "page=sources&article=red-ribbon"),
    ("page=checks", "page=explore&metric=budget-revenue&region=wulian"),
    (f"figure={FIGURE}", f"figure={FIGURE}&embed=true"),
)
"""Two states of each page, which are seen in two combinations that have nothing in common."""


def states() -> Iterator[State]:
    """Each state in one combination of language, mode and width; all eight take turns over the states."""
    for pair, queries in enumerate(QUERIES):
        for place, query in enumerate(queries):
            yield State(query, *COMBINATIONS[(2 * pair + place) % len(COMBINATIONS)])


STATES: Final = tuple(states())


def findings(page: Page) -> list[str]:
    """What axe says against a page."""
    violations = Axe().run(page, options={"runOnly": {"type": "tag", "values": [*RULES]}}).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in violations for node in rule["nodes"][:3]]


def test_all_combinations_take_turns() -> None:
    seen = Counter((lang, scheme, width) for _, lang, scheme, width in STATES)
    assert set(seen) == set(COMBINATIONS)
    assert len(seen) == 8
    assert max(seen.values()) - min(seen.values()) <= 1


@pytest.mark.parametrize("state", STATES, ids=lambda state: " ".join(map(str, state)))
def test_axe_finds_nothing(address: str, visitor: Visitor, state: State) -> None:
    page = visitor.open(f"{address}/?{state.query}&lang={state.lang}", scheme=state.scheme, width=state.width)
    assert not findings(page)


@pytest.mark.parametrize(("scheme", "width"), [("light", WIDE), ("dark", NARROW)])
def test_axe_finds_nothing_in_what_opens_over_a_page(
    address: str, visitor: Visitor, scheme: Literal["light", "dark"], width: int
) -> None:
    """The list of what the search finds, the evidence beside a page, and the files of a chart."""
    page = visitor.open(f"{address}/?page=figures&lang=en", scheme=scheme, width=width)
    page.locator(".search-box input").fill("transport 2022")
    expect(page.get_by_role("option").first).to_be_visible()
    assert not findings(page)
    page.keyboard.press("Escape")
    page.locator(".figure-rows a[href*='figure=']").first.click()
    expect(page.locator(f"{DRAWER} {NUMBER}")).to_be_visible()
    settle(page)
    assert not findings(page)
    page.goto(f"{address}/?page=explore&lang=en")
    settle(page)
    page.locator(".chart-files button").click()
    expect(page.locator(".chart-files-list a").first).to_be_visible()
    assert not findings(page)


# --- a keyboard ------------------------------------------------------------------------------------------------------

FOCUSED: Final = """() => {
    const element = document.activeElement;
    const shown = element.matches(".unseen") ? element.labels[0] : element, box = shown.getBoundingClientRect();
    const around = [shown, ...[".search-box", "[data-testid=stTextInputRootElement]"].map(name => shown.closest(name))];
    const ring = around.filter(Boolean)
        .flatMap(part => [getComputedStyle(part), getComputedStyle(part, "::after")])
        .some(style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0);
    const hit = document.elementFromPoint(box.x + Math.min(box.width / 2, 20), box.y + Math.min(box.height / 2, 20));
    return {
        name: `${element.tagName} ${element.innerText || element.ariaLabel || element.className}`.slice(0, 80),
        order: [...document.querySelectorAll("*")].indexOf(element),
        top: box.y + document.querySelector("[data-testid=stMain]").scrollTop,
        ring, seen: hit !== null && (shown.contains(hit) || hit.contains(shown)),
    };
}"""


@pytest.mark.parametrize(
    ("query", "width"), [("lang=en", NARROW), ("page=figures&lang=zh", NARROW), ("region=wulian&lang=en", WIDE)]
)
def test_the_keyboard_goes_through_a_page_as_it_is_read(address: str, visitor: Visitor, query: str, width: int) -> None:
    """What has the focus is marked and not covered; in one column nothing lies above what came before."""
    page = visitor.open(f"{address}/?{query}", width=width)
    stops = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
    assert not [stop["name"] for stop in stops if not (stop["ring"] and stop["seen"])]
    assert [stop["order"] for stop in stops] == sorted({stop["order"] for stop in stops})
    if width == NARROW:
        later = [after for before, after in pairwise(stops[1:]) if after["top"] < before["top"] - 100]
        assert [stop["name"] for stop in later] == []
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        stop = page.evaluate(FOCUSED)
        assert stop["seen"], stop["name"]


def test_the_first_link_leads_past_the_head_of_the_page(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}/?lang=en")
    page.keyboard.press("Tab")  # what scrolls can have the focus itself
    page.keyboard.press("Tab")
    skip = page.locator(".masthead .skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.masthead, .st-key-masthead') === null")
    assert page.evaluate(FOCUSED)["seen"]


# --- a finger, and who wants no motion -------------------------------------------------------------------------------

MAIN: Final = {
    "lang=en": ".masthead a:not(.skip), .search-box input, .section .more a, .switch a, .foot a",
    "page=figures&lang=en": ".facets label, .chosen a, .turn a, [data-testid=stPopover] button",
    "page=explore&lang=en&metric=budget-revenue": ".views a, .views span[role=link], .chart-table summary, "
    ".chart-taking button",
    "page=time&lang=en": ".menu summary, .play, .beside a",
    "region=wulian&lang=en": ".actions > *, .section .more button",
}
"""What a page is used with, where it is."""
HIT: Final = """selector => {
    const missed = [];
    const shown = [...document.querySelectorAll(selector)].filter(element => element.checkVisibility({
        visibilityProperty: true }) && element.getBoundingClientRect().width > 1);
    for (const element of shown) {
        element.scrollIntoView({ block: "center", inline: "center" });
        const box = element.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
        const hits = [-20, 0, 20].every(off => {
            const hit = document.elementFromPoint(x, y + off);
            return hit && (element.contains(hit) || hit.matches(".search-box"));
        });
        if (!hits) missed.push(`${element.tagName} ${element.innerText} ${box.width} × ${box.height}`);
    }
    return [shown.length, missed];
}"""


@pytest.mark.parametrize("query", MAIN)
def test_what_a_page_is_used_with_is_hit_by_a_finger(address: str, visitor: Visitor, query: str) -> None:
    """44 pixels high, on a telephone."""
    page = visitor.open(f"{address}/?{query}", width=NARROW)
    page.locator(MAIN[query]).first.wait_for(state="attached")
    shown, missed = page.evaluate(HIT, MAIN[query])
    assert shown
    assert not missed


def test_nothing_moves_for_who_wants_no_motion(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}/?lang=en", width=WIDE)
    ours = """() => document.getAnimations().map(animation => animation.animationName ?? animation.transitionProperty)
        .filter(name => /^(masthead|search|chart|figure)/.test(name))"""
    assert page.evaluate(ours)
    page.emulate_media(reduced_motion="reduce")
    assert not page.evaluate(ours)
    page.emulate_media(reduced_motion="no-preference")
