"""The ways to the words that were printed, best first, each called what it is."""

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from indicators.analysis.links import SEARCH, Link, links
from indicators.model.articles import Article
from tests.builders import make_article, make_dataset, make_figure

ADDRESS = "https://www.daily.cn/a.html"
COPIES = [{"url": "https://m.other.cn/a"}, {"url": "http://www.third.cn/b#top"}]
HEADLINE = {"zh": "港口“开门红”!", "en": "Ports: a strong start"}
ARCHIVE = "https://paper.daily.cn/"


def ways(article: Article, quote: str = "") -> list[tuple[str, str]]:
    return [(link.kind, link.url) for link in links(article, make_dataset(article), quote)]


def test_the_article_then_its_copies() -> None:
    assert ways(make_article(url=ADDRESS, copies=COPIES, headline=HEADLINE)) == [
        ("article", ADDRESS),
        ("copy", "https://m.other.cn/a"),
        ("copy", "http://www.third.cn/b#top"),
    ]


def test_copies_alone() -> None:
    assert ways(make_article(copies=COPIES[:1], headline=HEADLINE)) == [("copy", "https://m.other.cn/a")]


def test_without_an_address_the_archive_and_a_search() -> None:
    (archive, search) = links(make_article(headline=HEADLINE), make_dataset(), "收入56.92亿元")
    assert (archive.kind, archive.url, archive.host) == ("archive", ARCHIVE, "paper.daily.cn")  # and no fragment
    assert (search.kind, search.host) == ("search", "www.bing.com")
    assert search.url.startswith(SEARCH)
    assert parse_qs(urlsplit(search.url).query) == {"q": ["港口“开门红”! 日报"]}
    assert search.url.isascii()


def test_without_a_headline_the_archive_alone() -> None:
    assert ways(make_article()) == [("archive", ARCHIVE)]


def test_nothing_is_known() -> None:
    article = make_article(headline=HEADLINE)
    dataset = make_dataset(article)
    publisher = dataset.publishers["daily"].model_copy(update={"archive": None})
    bare = replace(dataset, publishers={"daily": publisher})
    assert [link.kind for link in links(article, bare)] == ["search"]
    assert links(make_article(), bare) == []


# quote, address, the fragment that is added (WICG: scroll to text fragment)
FRAGMENTS = [
    ("收入56.92亿元", ADDRESS, "#:~:text=%E6%94%B6%E5%85%A556.92%E4%BA%BF%E5%85%83"),
    ("1-6月", ADDRESS, "#:~:text=1%2D6%E6%9C%88"),
    ("a, b & c", ADDRESS, "#:~:text=a%2C%20b%20%26%20c"),
    ("a/b#c", ADDRESS, "#:~:text=a%2Fb%23c"),
    ("3家", ADDRESS + "?id=1", "#:~:text=3%E5%AE%B6"),
    ("3家", ADDRESS + "#top", ":~:text=3%E5%AE%B6"),
    ("3家", ADDRESS + "#", ":~:text=3%E5%AE%B6"),
    ("", ADDRESS, ""),
]


@pytest.mark.parametrize(("quote", "address", "fragment"), FRAGMENTS)
def test_fragments(quote: str, address: str, fragment: str) -> None:
    article = make_article(url=address, copies=[{"url": address}])
    assert ways(article, quote) == [("article", address + fragment), ("copy", address + fragment)]


@given(st.text(min_size=1))
def test_any_quote_makes_a_link_to_the_same_page(quote: str) -> None:
    (link,) = links(make_article(url=ADDRESS), make_dataset(), quote.encode("utf-8", "replace").decode())
    page, directive, words = link.url.partition("#:~:text=")
    assert (page, directive) == (ADDRESS, "#:~:text=")
    assert words.isascii()
    assert not set(words) & set("-,&#\"'<>()[] \n")
    assert unquote(words) == quote.encode("utf-8", "replace").decode()


@pytest.mark.parametrize(
    ("url", "host"),
    [("https://xn--fiqs8s.cn:443/a?b=c.d#e", "xn--fiqs8s.cn"), ("http://paper.dzwww.com", "paper.dzwww.com")],
)
def test_the_host_is_that_of_the_address(url: str, host: str) -> None:
    assert Link("article", url).host == host


# --- where the quote stands more than once ---------------------------------------------------------------------------

ROADS = "完成投资7亿元"
OWN = {"zh": "道路建设加快", "en": "Roads"}
# the text, and the fragment that leads to the quote that is meant in it
CONTEXTS = [
    ("今年，完成投资7亿元，增长5%。", "完成投资7亿元"),
    ("今年没有数", "完成投资7亿元"),
    ("截至6月底，铁路完成投资7亿元。\n截至7月底，公路完成投资7亿元。", "铁路-,完成投资7亿元"),
    ("在建，完成投资7亿元，增长5%。\n在建，完成投资7亿元，下降5%。", "完成投资7亿元,-，增长5%"),
    ("公路-铁路完成投资7亿元\n公路完成投资7亿元", "公路-铁路-,完成投资7亿元"),
    ("甲，完成投资7亿元，乙。\n甲，完成投资7亿元，丙。\n丁，完成投资7亿元，乙。", "甲，-,完成投资7亿元,-，乙"),
    ("一样，完成投资7亿元\n一样，完成投资7亿元", "完成投资7亿元"),
    (f"{'长' * 50}完成投资7亿元，甲\n{'短' * 50}完成投资7亿元，乙", "完成投资7亿元,-，甲"),
    ("1,234 完成投资7亿元\n5,234 完成投资7亿元", "1,234-,完成投资7亿元"),  # not within a number
    ("道路建设加快\n铁路完成\n投资7亿元\n公路完成投资7亿元", "铁路-,完成投资7亿元"),
    ("铁路建设加快\n铁路完成投资7亿元\n道路建设加快\n公路完成投资7亿元\n", "公路-,完成投资7亿元"),  # its own
]


@pytest.mark.parametrize(("text", "fragment"), CONTEXTS)
def test_context(text: str, fragment: str) -> None:
    article = make_article(make_figure(quote=ROADS), url=ADDRESS, copies=COPIES[:1], headline=OWN)
    other = make_article(make_figure(id="other"), id="other", headline={"zh": "铁路建设加快", "en": "Rail"})
    for link in links(article, make_dataset(other, article), ROADS, text):
        page, _, directive = link.url.partition("#:~:text=")
        assert page in {ADDRESS, COPIES[0]["url"]}
        parts = [unquote(part) for part in directive.replace("-,", "\0-,").replace(",-", "\0,-").split("\0")]
        assert "".join(parts) == fragment
        assert link.url.isascii()
        assert directive.count(",") == fragment.count("-,") + fragment.count(",-")


def test_without_the_text_or_its_figure_no_context() -> None:
    text = "铁路完成投资7亿元，公路完成投资7亿元"
    article = make_article(make_figure(quote=ROADS), url=ADDRESS)
    dataset = make_dataset(article)
    alone = links(article, dataset, ROADS)
    assert links(article, dataset, ROADS, "") == alone
    assert links(make_article(url=ADDRESS), dataset, ROADS, text) == alone  # no figure is quoted so
    assert links(article, dataset, ROADS, text) != alone
    assert links(article, dataset, "", text) == [Link("article", ADDRESS)]


PARAGRAPHS = [
    "港口完成投资7亿元，占全年的一半。",
    "截至6月底，铁路完成投资7亿元。",
    "截至6月底，公路完成投资7亿元，增长5%。",
    "截至6月底，公路完成投资7亿元，下降5%。",
]


def page_of(lines: list[str]) -> str:
    """The lines on a page, each out of sight of the others."""
    apart = "".join(f"<br>{'<br>' * 100}<p id=p{number}>{line}</p>" for number, line in enumerate(lines))
    return f"<!doctype html><meta charset=utf-8><title>-</title>{apart}{'<br>' * 100}"


IN_SIGHT = """id => {
    const box = document.getElementById(id).getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
}"""


@pytest.mark.browser
@pytest.mark.parametrize("meant", range(len(PARAGRAPHS)))
def test_a_browser_goes_there(browser: Browser, meant: int) -> None:
    """To the paragraph below the headline; a context that began within a word would lead nowhere."""
    article = make_article(make_figure(quote=ROADS), url=ADDRESS, headline=OWN)
    lines = [*PARAGRAPHS[:meant], OWN["zh"], *PARAGRAPHS[meant:]]
    (link,) = links(article, make_dataset(article), ROADS, "\n".join(lines))
    page = browser.new_page(viewport={"width": 600, "height": 400})
    page.route("**/*", lambda route: route.fulfill(body=page_of(lines), content_type="text/html"))
    page.goto(link.url)
    page.wait_for_function(IN_SIGHT, arg=f"p{meant + 1}")
