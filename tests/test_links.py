"""The ways to the words that were printed, best first, each called what it is."""

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.links import SEARCH, Link, links
from indicators.model import Article
from tests.builders import make_article, make_dataset

ADDRESS = "https://www.daily.cn/a.html"
COPIES = [{"url": "https://m.other.cn/a"}, {"url": "http://www.third.cn/b#top"}]
HEADLINE = {"zh": "港口“开门红”!", "en": "Ports: a strong start"}
ARCHIVE = "https://paper.daily.cn/"


def found(article: Article, quote: str = "") -> list[tuple[str, str]]:
    return [(link.kind, link.url) for link in links(article, make_dataset(article), quote)]


def test_the_article_then_its_copies() -> None:
    assert found(make_article(url=ADDRESS, copies=COPIES, headline=HEADLINE)) == [
        ("article", ADDRESS),
        ("copy", "https://m.other.cn/a"),
        ("copy", "http://www.third.cn/b#top"),
    ]


def test_copies_alone() -> None:
    assert found(make_article(copies=COPIES[:1], headline=HEADLINE)) == [("copy", "https://m.other.cn/a")]


def test_without_an_address_the_archive_and_a_search() -> None:
    (archive, search) = links(make_article(headline=HEADLINE), make_dataset(), "收入56.92亿元")
    assert (archive.kind, archive.url, archive.host) == ("archive", ARCHIVE, "paper.daily.cn")  # and no fragment
    assert (search.kind, search.host) == ("search", "www.bing.com")
    assert search.url.startswith(SEARCH)
    assert parse_qs(urlsplit(search.url).query) == {"q": ["港口“开门红”! 日报"]}
    assert search.url.isascii()


def test_without_a_headline_the_archive_alone() -> None:
    assert found(make_article()) == [("archive", ARCHIVE)]


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
    assert found(article, quote) == [("article", address + fragment), ("copy", address + fragment)]


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
