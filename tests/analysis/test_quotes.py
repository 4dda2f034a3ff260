"""Quotes looked up in texts: what counts as the same words, whose words they are, and what is nearly the same."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.quotes import FoundPhrase, Headlines, PrintedPage, find, folded_as_page
from indicators.model.articles import Article
from indicators.model.dataset import Dataset
from indicators.values.text import fold
from tests import ROOT
from tests.builders import make_article, make_figure

SOURCE = ROOT.parent / "shared" / "sources" / "rizhao-news-2022-08.txt"
needs_source = pytest.mark.skipif(not SOURCE.is_file(), reason="the articles are not part of the repository")


def look(quote: str, text: str, *others: Article, headline: str = "") -> FoundPhrase:
    """What becomes of one quote in a text."""
    known = {"zh": headline, "en": "-"} if headline else None
    article = make_article(make_figure(quote=quote), headline=known)
    (finding,) = find(article, PrintedPage(text, Headlines([article, *others])))
    assert (finding.start, finding.end) == (-1, -1) or text[finding.start : finding.end] == finding.passage
    assert (finding.status == "missing") == (not finding.passage)
    return finding


# --- found -----------------------------------------------------------------------------------------------------------

# the quote, the text, the words of the text that are it
SAME = [
    ("到位内资26.9亿元", "上半年，到位内资26.9亿\n\n元，完成", "到位内资26.9亿\n\n元"),  # as a page breaks it
    ("到位内资26.9亿元", "到位内资２６．９亿元", "到位内资２６．９亿元"),
    ("“四上”企业200家", '拥有"四上"企业 200 家', '"四上"企业 200 家'),
    ("2022–2025年", "2022—2025年", "2022—2025年"),
    ("1-6月完成5亿元", "1－6月完成5亿元", "1－6月完成5亿元"),
    ("over 30,000 mu", "blueberries: over 30,000\r\nmu this year", "over 30,000\r\nmu"),
    ("面积100m2", "面积100㎡", "面积100㎡"),
    ("收入5亿元", "收入\u200b5\u00ad亿\u3000元", "收入\u200b5\u00ad亿\u3000元"),
    ("café 3家", "cafe\u0301 3家", "cafe\u0301 3家"),
    ("4家", "共14家，新增4家", "4家"),  # not that of 14
    ("4家", "2021 14家\n2022\n4家", "4家"),  # in a table a number ends where its cell does
]


@pytest.mark.parametrize(("quote", "text", "passage"), SAME)
def test_the_same_words(quote: str, text: str, passage: str) -> None:
    finding = look(quote, text)
    assert (finding.status, finding.passage, finding.same_amount) == ("found", passage, False)
    if text.count(passage) > 1:
        assert finding.start == text.rindex(passage)


# the quote stands in the text letter by letter, and is another number
PARTS_OF_NUMBERS = [
    ("5万元的科研经费", "给予15万元的科研经费", "15万元的科研经费"),
    ("234家企业入选", "1,234家企业入选", "1,234家企业入选"),
    ("7亿元的投资", "36.7亿元的投资", "36.7亿元的投资"),
    ("5000元的生活补贴", "3万5000元的生活补贴", "3万5000元的生活补贴"),
    ("三家企业入选", "十三家企业入选", "十三家企业入选"),
    ("投资规模达到5万", "投资规模达到5万亿元", "投资规模达到5万亿"),
    ("同比增长3", "同比增长3.5", "同比增长3.5"),
]


@pytest.mark.parametrize(("quote", "text", "passage"), PARTS_OF_NUMBERS)
def test_a_part_of_a_number_is_not_the_number(quote: str, text: str, passage: str) -> None:
    finding = look(quote, text)
    assert (finding.status, finding.passage) == ("changed", passage)


# --- whose words they are --------------------------------------------------------------------------------------------

ONE = make_article(
    make_figure(id="one", quote="完成投资5亿元"), id="one", headline={"zh": "港口建设加快", "en": "Ports"}
)
TWO = make_article(
    make_figure(id="two", quote="完成投资7亿元"), id="two", headline={"zh": "铁路 建设加快", "en": "Rail"}
)
PLAIN = make_article(make_figure(quote="完成投资7亿元"), id="plain")
LONG = make_article(id="long", headline={"zh": "港口建设加快步伐", "en": "Ports faster"})
ENGLISH = make_article(make_figure(quote="5家"), id="en", headline={"zh": "译名", "en": "Ports Grow"})

# the article, the text, status, how often what was found stands before it
STRETCHES = [
    (ONE, "港口建设加快\n完成投资5亿元\n铁路建设加快\n完成投资7亿元", "found"),
    (TWO, "港口建设加快\n完成投资5亿元\n铁路建\n设加快\n完成投资7亿元", "found"),
    (ONE, "港口建设加快\n铁路建设加快\n完成投资5亿元", "moved"),
    (ONE, "完成投资5亿元\n港口建设加快\n铁路建设加快", "moved"),
    (ONE, "完成投资5亿元", "found"),  # no headline: the text is the article's
    (ONE, "铁路建设加快\n完成投资5亿元", "found"),  # not its own headline: the same
    (ONE, "导读 港口建设加快 铁路建设加快\n港口建设加快\n完成投资5亿元\n铁路建设加快\n完成投资7亿元", "found"),
    (ONE, "要闻 港口建设加快\n完成投资5亿元\n　铁路建设加快  \n", "found"),  # a kicker before it
    (ONE, "港口建设加快\n人说铁路建设加快了，\n完成投资5亿元", "found"),  # no headline, but running text
    (ONE, "港口建设加快步伐\n完成投资5亿元\n港口建设加快\n铁路建设加快", "moved"),  # a longer headline is another one
    (PLAIN, "港口建设加快\n完成投资5亿元\n铁路建设加快\n完成投资7亿元", "found"),  # an article without a headline
    (ENGLISH, "Ports Grow\n5家\n港口建设加快", "found"),
    (ENGLISH, "港口建设加快\n5家\nPorts Grow\n6家", "moved"),
]


@pytest.mark.parametrize(("article", "text", "status"), STRETCHES)
def test_stretches(article: Article, text: str, status: str) -> None:
    (finding,) = find(article, PrintedPage(text, Headlines([ONE, TWO, LONG, ENGLISH, PLAIN])))
    assert finding.status == status


def test_the_body_is_meant_before_the_headline() -> None:
    text = "别处完成投资5亿元\n重点项目完成投资5亿元\n今年，完成投资5亿元，完成投资5亿元"
    finding = look("完成投资5亿元", text, headline="重点项目 完成投资5亿元")
    assert (finding.status, finding.start) == ("found", text.index("今年，") + 3)
    finding = look("完成投资5亿元", text.partition("今年")[0], headline="重点项目 完成投资5亿元")
    assert (finding.status, finding.start) == ("found", text.index("重点项目") + 4)


def test_what_is_like_it_elsewhere_is_not_told() -> None:
    text = "港口建设加快\n无数字\n铁路建设加快\n完成投资7亿元"
    (finding,) = find(ONE, PrintedPage(text, Headlines([ONE, TWO])))
    assert finding == FoundPhrase("one", "missing", phrase="完成投资5亿元")


def test_articles_on_a_page() -> None:
    page = PrintedPage("头版\n铁路建设加快\n完成投资7亿元", Headlines([ONE, TWO, PLAIN]))
    assert [page.holds(article) for article in (ONE, TWO, PLAIN)] == [False, True, False]
    assert not PrintedPage("标题", Headlines([make_article(headline={"zh": "标题", "en": "One"})])).holds(
        make_article()
    )


def test_one_finding_a_figure_in_the_order_of_the_file() -> None:
    quotes = ["第三5家", "第一3家", "第二4家"]
    article = make_article(*(make_figure(id=f"f{number}", quote=quote) for number, quote in enumerate(quotes)))
    findings = find(article, PrintedPage("第一3家、第二4家、第三5家"))
    assert [(finding.figure, finding.status, finding.start) for finding in findings] == [
        ("f0", "found", 10),
        ("f1", "found", 0),
        ("f2", "found", 5),
    ]


# --- changed and missing ---------------------------------------------------------------------------------------------

# the quote, the text, what is told of it, whether the amounts are the same
CHANGED = [
    ("实现产值36.7亿元", "实现产值36.8亿元", "实现产值36.8亿元", False),
    ("实现产值36.7亿元", "今年，实现产值1236亿\n元。", "实现产值1236亿\n元", False),
    ("税收1.68亿元", "税收16800万元", "税收16800万元", True),
    ("新增1234家", "新增1,234家", "新增1,234家", True),
    ("新增三家", "新增3家", "新增3家", True),
    ("新引进人才528人", "新招引人才528人", "新招引人才528人", False),
    ("实现产值36.7亿元", "实现总产值40.2亿元", "实现总产值40.2亿元", False),
    ("客商16家106人次", "走访客商16家107人次", "客商16家107人次", False),
    ("东港区4家", "东港区15家、岚山区3家", "东港区15家", False),
    ("完成投资13.43亿元", "完成投资56.92亿元，完成投资13.42亿元，完成投资10.96亿元", "完成投资13.42亿元", False),
    ("250余万元", "发放250万元", "250万元", False),
    ("13350元", "收入13360元", "13360元", False),
    ("23350元", "收入13350元", "13350元", False),
    ("over 30,000 mu", "some over 40,000 mu of it", "over 40,000 mu", False),
]


@pytest.mark.parametrize(("quote", "text", "passage", "same"), CHANGED)
def test_changed(quote: str, text: str, passage: str, same: bool) -> None:
    finding = look(quote, text)
    assert (finding.status, finding.passage, finding.same_amount) == ("changed", passage, same)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("实现产值36.7亿元", ""),
        ("实现产值36.7亿元", "\n\u200b \n"),
        ("实现产值36.7亿元", "全年无事"),
        ("13350元", "收入25160元"),  # any amount is “an amount with another number”
        ("收入56.92亿元", "投入3亿元"),
        ("开发区4家", "北经济开发区、住建等"),  # the words without a number
        ("东港区4家", "东港区两级"),
        ("\u200b", "全年无事"),
    ],
)
def test_missing(quote: str, text: str) -> None:
    assert look(quote, text) == FoundPhrase("city-revenue", "missing", phrase=quote)


# --- any text, any noise ---------------------------------------------------------------------------------------------

WORDS = st.text("投资完成产值税收企业项目人才ab、，“”", min_size=1, max_size=6)
NUMBERS = st.from_regex(r"[1-9][0-9]{1,4}(\.[0-9]{1,2})?", fullmatch=True)
PAIRS = st.lists(st.tuples(WORDS, NUMBERS, st.sampled_from(["亿元", "万元", "家", "%"])), min_size=1, max_size=8)
NOISE = st.lists(st.sampled_from(["", "", "", " ", "\n", "\u3000", "\r\n\r\n", "\u200b"]), min_size=1)
WIDE = str.maketrans("0123456789.%ab，", "０１２３４５６７８９．％ａｂ,")


def noisy(words: str, noise: list[str], *, wide: bool) -> str:
    """As a page prints it: other widths, and breaks within the words."""
    return "".join(
        char + noise[index % len(noise)] * (index < len(words) - 1)
        for index, char in enumerate(words.translate(WIDE) if wide else words)
    )


@given(PAIRS, st.data(), NOISE, st.booleans())
def test_a_quote_of_the_text_is_found(
    pairs: list[tuple[str, str, str]], data: st.DataObject, noise: list[str], wide: bool
) -> None:
    phrases = ["".join(pair) for pair in pairs]
    index = data.draw(st.integers(0, len(phrases) - 1))
    printed = noisy(phrases[index], noise, wide=wide)
    finding = look(phrases[index], "".join([*phrases[:index], printed, *phrases[index + 1 :]]))
    assert finding.status == "found"
    assert fold(finding.passage.replace("\u200b", "")) == fold(phrases[index])


@given(PAIRS, st.data(), NOISE, st.booleans())
def test_another_digit_is_another_number(
    pairs: list[tuple[str, str, str]], data: st.DataObject, noise: list[str], wide: bool
) -> None:
    phrases = [
        f"第{index}".translate(str.maketrans("0123456789", "甲乙丙丁戊己庚辛壬癸")) + "".join(pair)
        for index, pair in enumerate(pairs)
    ]
    index = data.draw(st.integers(0, len(phrases) - 1))
    number = pairs[index][1]
    digits = [place for place, char in enumerate(number) if char.isdecimal()]
    place = data.draw(st.sampled_from(digits))
    other = data.draw(st.sampled_from([char for char in "123456789" if char != number[place]]))
    quote = phrases[index].replace(number, number[:place] + other + number[place + 1 :])
    text = noisy("".join(phrases), noise, wide=wide)
    finding = look(quote, text)
    assert finding.status == "changed"
    assert number in fold(finding.passage.replace("\u200b", ""))


@given(st.text(), st.text(min_size=1, max_size=20))
def test_any_text_can_be_looked_through(text: str, quote: str) -> None:
    text, quote = (part.encode("utf-8", "replace").decode() for part in (text, quote))
    page = PrintedPage(text)
    assert page.folded == folded_as_page(text)
    assert not set(page.folded) & set(" \n\t\0\u200b")
    if quote.strip() and "." not in quote and not set(quote) & set("。！？!?"):
        try:
            figure = make_figure(quote=quote)
        except ValueError:
            return
        (finding,) = find(make_article(figure), page)
        if finding.status == "found":
            assert folded_as_page(quote) in folded_as_page(finding.passage)


# --- time ------------------------------------------------------------------------------------------------------------

BAITS = {
    "ones": ("1" * 200_000, "1家"),
    "elevens": ("11人" * 60_000, "1人"),
    "the same words": ("完成投资1亿元" * 25_000, "完成投资13.43亿元"),
    "one sign": ("的" * 200_000, "的" * 90 + "3家"),
    "two signs": ("的一" * 100_000, "的" * 45 + "一" * 45 + "3家"),
    "commas": ("1," * 100_000, "1,111家"),
    "points": ("1.1" * 60_000, "1.1家"),
    "white space": (" \n" * 100_000, "1家"),
    "all differs": ("".join(chr(0x4E00 + place * 7919 % 20_000) for place in range(200_000)), "完成投资了13.43亿元"),
}


@pytest.mark.timeout(30)
@pytest.mark.parametrize("bait", BAITS)
def test_a_hundred_quotes_in_a_long_text(bait: str) -> None:
    text, quote = BAITS[bait]
    article = make_article(*(make_figure(id=f"f{number}", quote=quote) for number in range(100)))
    begun = time.process_time()
    find(article, PrintedPage(text, Headlines([article])))
    assert time.process_time() - begun < 8


@pytest.mark.timeout(30)
def test_many_headlines() -> None:
    articles = [
        make_article(id=f"a{number}", headline={"zh": f"日照港第{number}期", "en": f"No {number}"})
        for number in range(5_000)
    ]
    headlines = Headlines(articles)
    begun = time.process_time()
    for _ in range(20):
        find(articles[0], PrintedPage("日照港第" * 2_000, headlines))
    assert time.process_time() - begun < 8


# --- the shipped articles --------------------------------------------------------------------------------------------


@needs_source
def test_the_shipped_articles_of_august_2022(shipped: Dataset) -> None:
    page = PrintedPage(SOURCE.read_text("utf-8"), Headlines(shipped.articles.values()))
    printed = [article for article in shipped.articles.values() if article.published.text == "2022-08"]
    findings = {article.id: find(article, page) for article in printed}
    assert not [finding for several in findings.values() for finding in several if finding.status != "found"]
    assert (len(printed), sum(map(len, findings.values()))) == (8, 43)
    assert [article for article in shipped.articles.values() if page.holds(article)] == printed


@needs_source
def test_they_are_found_in_their_own_paragraphs(shipped: Dataset) -> None:
    """Three articles of the page have completed investments, and two of them in their headlines or by the hundred."""
    text = SOURCE.read_text("utf-8")
    page = PrintedPage(text, Headlines(shipped.articles.values()))
    for article in shipped.articles.values():
        if page.holds(article):
            assert article.headline is not None
            begins = text.index(article.headline.zh)
            assert all(begins < finding.start < begins + 3_500 for finding in find(article, page))
    (first, *_) = find(shipped.articles["key-transport-projects"], page)
    assert text[first.end : first.end + 5] == ",占年度计"  # in the body, not in the headline
