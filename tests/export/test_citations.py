"""Citations: every style says what is known in both languages, leaves out what is not, and can be read by programs."""

import html
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as some
from markupsafe import escape

from indicators import settings
from indicators.export import citation_styles
from indicators.export.citation_styles import STYLES, Style
from indicators.export.citations import cite_article, cite_figure, cite_view
from indicators.loading import store
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.ui.session import kept
from indicators.values.text import LANGS, Lang
from indicators.words.export import citations as words
from tests import SAMPLE
from tests.builders import PUBLISHERS, changed, make_article, make_dataset, make_figure, write
from tests.ui import visits
from tests.ui.visits import fine, visit

EACH_LANG = pytest.mark.parametrize("lang", LANGS)
DAY = date(2026, 11, 22)
LINK = "https://example.org/?figure=a_b&lang=zh"
KEY = "key-transport-projects"
WEB = "iqilu-2023-04-13"
INVESTMENT = "rizhao-transport-investment-2022s1"
COPY = "http://www.itcode.cn/20230502/95936152.html"
HEADLINE = "重点交通项目建设 完成投资56.92亿元"
TRANSLATION = "Key transport projects complete investment of CNY 5.692 billion"


# --- what is known, and what is not ----------------------------------------------------------------------------------

SENTENCES = [
    (KEY, "zh", "plain", f"大众日报，《{HEADLINE}》，2022年8月。"),
    (KEY, "en", "plain", f"Dazhong Daily, “{HEADLINE}” [our translation: {TRANSLATION}], August 2022."),
    (KEY, "zh", "gbt7714", f"大众日报. {HEADLINE}[N]. 大众日报, 2022-08."),
    (KEY, "en", "gbt7714", f"大众日报. {HEADLINE}[N]. 大众日报, 2022-08."),
    (KEY, "zh", "apa", f"{HEADLINE}. (2022年8月). 大众日报."),
    (KEY, "en", "apa", f"{HEADLINE} [{TRANSLATION}]. (2022, August). Dazhong Daily."),
    (
        "commodity-clearing", "zh", "plain",
        f"大众日报，《日照银行上线 大宗商品清算通业务》，2022年8月。转载：{COPY} （2026年11月22日查看）。",
    ),
    (
        "commodity-clearing", "en", "plain",
        "Dazhong Daily, “日照银行上线 大宗商品清算通业务” [our translation: Bank of Rizhao launches commodity clearing "
        f"service], August 2022. Reprinted at {COPY} (accessed 22 November 2026).",
    ),
    (
        "commodity-clearing", "zh", "gbt7714",
        f"大众日报. 日照银行上线 大宗商品清算通业务[N/OL]. 大众日报, 2022-08[2026-11-22]. 转载：{COPY}.",
    ),
    (
        "rznews-2025-02-06", "zh", "gbt7714",
        "日照新闻网. [无标题][EB/OL]. (2025-02-06)[2026-11-22]. "
        "https://rznews.cn/viscms/rizhaoxinwen0271/20250206/567982.html.",
    ),
    (
        "rznews-2025-02-06", "en", "apa",
        "[Untitled article]. (2025, February 6). Rizhao News Net (rznews.cn). "
        "https://rznews.cn/viscms/rizhaoxinwen0271/20250206/567982.html",
    ),
    (
        "rznews-2025-02-06", "zh", "plain",
        "日照新闻网，[无标题]，2025年2月6日。"
        "https://rznews.cn/viscms/rizhaoxinwen0271/20250206/567982.html （2026年11月22日查看）。",
    ),
    (
        "dzrb-2020-12-08", "zh", "gbt7714",
        "大众日报. {title}[N/OL]. 大众日报, 2020-12-08[2026-11-22]. "
        "https://m.yybnet.net/rizhao/juxian/202012/11074997.html.",
    ),
    (
        "rzfiscal-2024-09-11", "en", "apa",
        "You Ni Hao Xin (self-published). (2024, September 11). {title} [{translation}]. "
        "https://yaliqi.com/new/6f6c982c05ab4fffbcce6fa01e420fff "
        "Numbers issued by Rizhao Municipal Bureau of Statistics.",
    ),
    (
        "rzbulletin-2021-03", "zh", "apa",
        "日照市统计局、国家统计局日照调查队. (2021年3月). {title}. https://xinjiapo.news/news/226148/amp",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("article", "lang", "style", "expected"), SENTENCES)
def test_sentences(shipped: Dataset, article: str, lang: Lang, style: Style, expected: str) -> None:
    headline = shipped.articles[article].headline
    facts = {"title": headline.zh, "translation": headline.en} if headline else {}
    assert cite_article(article, Names(shipped, lang), accessed=DAY)[style] == expected.format(**facts)


@pytest.mark.parametrize(
    ("published", "plain", "apa", "parts", "bibtex"),
    [
        ("2022", "2022", "(2022)", [2022], {"year": "2022"}),
        ("2022-08", "August 2022", "(2022, August)", [2022, 8], {"year": "2022", "month": "aug"}),
        (
            "2022-08-05",
            "5 August 2022",
            "(2022, August 5)",
            [2022, 8, 5],
            {"year": "2022", "month": "aug", "day": "5"},
        ),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(
    published: str, plain: str, apa: str, parts: list[int], bibtex: dict[str, str]
) -> None:
    dataset = make_dataset(make_article(published=published, url="https://daily.cn/a"))
    cited = cite_article("first", Names(dataset, "en"))
    assert f", {plain}. " in cited["plain"]
    assert f" {apa}. " in cited["apa"]
    assert f", {published}. https" in cited["gbt7714"]
    assert json.loads(cited["csl"])[0]["issued"] == {"date-parts": [parts]}
    fields = parse_bibtex(cited["bibtex"])[2]
    assert {name: fields[name] for name in ("year", "month", "day") if name in fields} == bibtex


@EACH_LANG
def test_without_an_access_day_none_is_told(shipped: Dataset, lang: Lang) -> None:
    """Neither for an article that has an address, nor, with a day, for one that has none."""
    names = Names(shipped, lang)
    for cited in (cite_article(WEB, names), cite_article(KEY, names, accessed=DAY)):
        assert not any(re.search(r"2026|accessed|urldate|查看", form) for form in cited.values())


@EACH_LANG
@pytest.mark.parametrize("style", STYLES)
def test_without_an_address_none_is_told(shipped: Dataset, lang: Lang, style: Style) -> None:
    for article in shipped.articles.values():
        cited = cite_article(article.id, Names(shipped, lang), accessed=DAY)[style]
        address = article.url or next((copy.url for copy in article.copies), None)
        assert ("://" in cited) == (address is not None)
        if address:
            assert address in cited


def test_who_reprinted_it_is_told_where_that_is_known() -> None:
    copies = [{"url": "http://copy.cn/1", "publisher": "evening"}, {"url": "http://copy.cn/2"}]
    dataset = replace(make_dataset(make_article(copies=copies)), publishers=PUBLISHERS)
    en, zh = (cite_article("first", Names(dataset, lang)) for lang in ("en", "zh"))
    assert "Reprinted by Evening News at http://copy.cn/1" in en["plain"]
    assert zh["gbt7714"].endswith("晚报转载：http://copy.cn/1.")
    assert "The address is that of a reprint by Evening News." in en["bibtex"]
    assert "网址为晚报的转载页" in zh["csl"]
    assert not any("copy.cn/2" in form for form in (*en.values(), *zh.values()))


@pytest.mark.parametrize("style", STYLES)
def test_who_issued_the_numbers_is_told(shipped: Dataset, style: Style) -> None:
    article = "rzfiscal-2024-09-11"
    assert "数字由日照市统计局发布" in cite_article(article, Names(shipped, "zh"))[style]
    assert "有你好心（自媒体）" in cite_article(article, Names(shipped, "zh"))[style]
    issued = "Numbers issued by Rizhao Municipal Bureau of Statistics"
    assert issued in cite_article(article, Names(shipped, "en"))[style]


@pytest.mark.parametrize(("end", "mark"), [("", "."), ("？", ""), (".", ""), ("！", "")])
def test_a_title_has_one_mark_at_its_end(end: str, mark: str) -> None:
    article = make_article(headline={"zh": f"标题{end}", "en": "A title"})
    cited = cite_article("first", Names(make_dataset(article), "zh"))
    assert cited["apa"] == f"标题{end}{mark} (2022年8月5日). 日报."
    assert cited["gbt7714"] == f"日报. 标题{end}[N]. 日报, 2022-08-05."


# --- figures and views -----------------------------------------------------------------------------------------------


def test_a_figure_is_cited_as_it_was_printed(shipped: Dataset) -> None:
    zh = cite_figure(INVESTMENT, Names(shipped, "zh"), LINK)["plain"]
    assert zh == (
        f"大众日报，《{HEADLINE}》，2022年8月。所引数字：日照市 · 交通运输，项目完成投资，2022年上半年，56.92亿元，"
        f"同比 +152%，完成计划 52.1%（“完成投资56.92亿元”）。此数的固定链接：{LINK}"
    )
    en = cite_figure(INVESTMENT, Names(shipped, "en"), LINK)["gbt7714"]
    assert en == (
        f"大众日报. {HEADLINE}[N]. 大众日报, 2022-08. Figure cited: Completed project investment, Rizhao · Transport, "
        "H1 2022, 56.92亿元 [¥5.692 bn], +152% on the year, 52.1% of the plan (“完成投资56.92亿元”). "
        f"Permanent link to the figure: {LINK}"
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"nature": "target"}, "H1 2022, 56.92亿元 [¥5.692 bn] (target) ("),
        ({"text": None, "growth": "-2.7%"}, "H1 2022, −2.7% on the year ("),
        ({"text": None, "completion": "超额314%", "plan": "annual"}, "H1 2022, 414% of the plan ("),
    ],
)
def test_what_a_figure_is_of(changes: dict[str, str], expected: str) -> None:
    dataset = make_dataset(make_article(make_figure(**changes)))
    assert expected in cite_figure("city-revenue", Names(dataset, "en"), LINK)["apa"]


@EACH_LANG
@pytest.mark.parametrize("style", STYLES)
def test_every_figure_can_be_cited(shipped: Dataset, lang: Lang, style: Style) -> None:
    names = Names(shipped, lang)
    for figure in shipped.figures.values():
        cited = cite_figure(figure.id, names, LINK, DAY)[style]
        plain = parse_bibtex(cited)[2]["note"] if style == "bibtex" else cited
        plain = json.loads(cited)[0]["note"] if style == "csl" else plain
        assert figure.quote in plain
        assert plain.endswith(LINK)
        assert figure.text is None or figure.text.printed in plain
        if style in {"plain", "gbt7714", "apa"}:
            assert cited == " ".join(cited.split())
            assert "None" not in cited
            assert ".." not in cited


def test_a_view_cites_the_dataset(shipped: Dataset) -> None:
    link = "https://example.org/?page=explore"
    zh = cite_view("产值", Names(shipped, "zh"), link, DAY)
    en = cite_view("Output value", Names(shipped, "en"), link, DAY, version="2026.11")
    assert zh["plain"] == f"《日照报载经济指标：产值》。{link} （2026年11月22日查看）。许可：CC-BY-4.0。"
    assert zh["gbt7714"] == f"日照报载经济指标：产值[DB/OL]. [2026-11-22]. {link}. 许可：CC-BY-4.0。"
    assert en["apa"] == (
        "Rizhao economic indicators as reported: Output value (Version 2026.11) [Data set]. (n.d.). "
        f"Retrieved November 22, 2026, from {link} Licence: CC-BY-4.0."
    )
    assert json.loads(en["csl"])[0]["version"] == "2026.11"
    assert "日照报载经济指标[DB/OL]" in cite_view("", Names(shipped, "zh"), link)["gbt7714"]


@EACH_LANG
def test_nothing_but_the_arguments_counts(shipped: Dataset, lang: Lang) -> None:
    first, again = (cite_figure(INVESTMENT, Names(shipped, lang), LINK, DAY) for _ in range(2))
    assert first == again
    assert tuple(first) == STYLES == tuple(words.STYLES)


# --- BibTeX ----------------------------------------------------------------------------------------------------------

NAMES_OF = {r"\textbraceleft{}": "{", r"\textbraceright{}": "}", r"\textasciitilde{}": "~"} | {
    r"\textasciicircum{}": "^", r"\textbackslash{}": "\\",
}  # fmt: skip
COMMAND = re.compile(r"\\text[a-z]+\{\}|\\[&%$#_]")


def unescape(tex: str) -> str:
    assert not re.search(r"[&%$#_~^{}\\]", COMMAND.sub("", tex)), tex
    return COMMAND.sub(lambda match: NAMES_OF.get(match[0], match[0][1:]), tex)


def braced(text: str, start: int) -> int:
    """Where a group in braces ends, as BibTeX counts them: a backslash saves none from being counted."""
    depth = 0
    for index in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[index], 0)
        if depth == 0:
            return index
    raise AssertionError(text)


def parse_bibtex(entry: str) -> tuple[str, str, dict[str, str]]:
    """Type, key and fields of one entry, of which nothing may be left over; text is unescaped, addresses are not."""
    head = re.match(r"@(article|misc)\{([a-z0-9-]+),\n", entry)
    assert head
    fields, at = {}, head.end()
    while match := re.compile(r"  ([a-z]+) = ").match(entry, at):
        if macro := re.compile(r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec),\n").match(entry, match.end()):
            value, at = macro[1], macro.end()
        else:
            end = braced(entry, match.end())
            value, at = entry[match.end() + 1 : end], end + 3
            assert entry[end:at] == "},\n"
        if match[1] not in {"url", "howpublished"}:
            value = unescape(value[1:-1] if value[:1] == "{" else value)
        assert match[1] not in fields
        fields[match[1]] = value
    assert entry[at:] == "}"
    return head[1], head[2], fields


@EACH_LANG
def test_bibtex_of_every_article(shipped: Dataset, lang: Lang) -> None:
    names = Names(shipped, lang)
    for article in shipped.articles.values():
        kind, key, fields = parse_bibtex(cite_article(article.id, names, accessed=DAY)["bibtex"])
        newspaper = shipped.publishers[article.publisher].kind == "newspaper"
        assert (kind, key) == ("article" if newspaper else "misc", article.id)
        assert fields["author"] == names.publisher(article.publisher)
        assert fields["title"] == (article.headline.zh if article.headline else names.of(words.UNTITLED))
        assert fields.get("journal") == (fields["author"] if newspaper else None)
        assert ("urldate" in fields) == ("url" in fields) == bool(article.url or article.copies)
        assert fields.get("howpublished") == (None if newspaper else f"\\url{{{fields['url']}}}")
        if lang == "en" and article.headline:
            assert article.headline.en in fields["note"]


@given(some.text(max_size=80))
@example("{")
@example("\\}{")
@example("100% of A&B_C #1 ~ ^ $5")
def test_tex_is_read_back_as_it_was(text: str) -> None:
    escaped = citation_styles.escape_tex(text)
    assert unescape(escaped) == " ".join(text.split())
    braced(f"{{{escaped}}}", 0)


def test_a_headline_with_all_that_tex_knows() -> None:
    headline = r"50% {of} \TeX & $1 #2 a_b ~ ^ }"
    dataset = make_dataset(make_article(headline={"zh": f"{headline}标题", "en": headline}))
    fields = parse_bibtex(cite_article("first", Names(dataset, "en"))["bibtex"])[2]
    assert fields["title"] == f"{headline}标题"
    assert fields["note"] == f"Headline in our translation: {headline}."


@pytest.mark.parametrize(
    ("link", "url", "shown"),
    [
        ("https://a.org/?x=1&y_z", "https://a.org/?x=1&y_z", r"\url{https://a.org/?x=1&y_z}"),
        ("https://a.org/?p=1%2FP", "https://a.org/?p=1%2FP", r"https://a.org/?p=1\%2FP"),
        ("https://a.org/{}\\ ^", "https://a.org/%7B%7D%5C%20%5E", r"https://a.org/\%7B\%7D\%5C\%20\%5E"),
    ],
)
def test_addresses_in_bibtex(shipped: Dataset, link: str, url: str, shown: str) -> None:
    fields = parse_bibtex(cite_view("", Names(shipped, "zh"), link)["bibtex"])[2]
    assert (fields["url"], fields["howpublished"]) == (url, shown)


# --- the card --------------------------------------------------------------------------------------------------------


@pytest.fixture
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.DATA, str(SAMPLE))
    monkeypatch.setattr(store, "PATIENCE", 0.0)
    kept.forget()


def without_breaks(page: str) -> str:
    """The page without the elements that let long words break: they are no part of what is copied."""
    return re.sub(r'<span class="long-word">(.*?)</span>', r"\1", page)


def copied(page: str) -> list[str]:
    """The texts on a page that a reader can copy: the citations, the link, and the code of a frame."""
    texts = re.findall('<(?:pre|code) class="copied">(.*?)</(?:pre|code)>', page, re.DOTALL)
    return [html.unescape(text) for text in texts]


@EACH_LANG
@pytest.mark.usefixtures("_fresh")
def test_the_card_of_a_figure_says_how_to_cite_it(shipped: Dataset, lang: Lang) -> None:
    page = without_breaks(visits.html(fine(visit(figure=INVESTMENT, lang=lang))))
    *cited, link, _frame = copied(page)
    assert link.endswith(f"?figure={INVESTMENT}")
    assert cited == list(cite_figure(INVESTMENT, Names(shipped, lang), link, DAY).values())
    assert all(f"<summary>{escape(style.of(lang))}</summary>" in page for style in words.STYLES.values())


@pytest.mark.usefixtures("_fresh")
def test_data_is_no_markup_in_the_card(tmp_path: Path) -> None:
    """A headline that HTML would make something of is shown letter by letter."""
    headline = "<b>标</b> **x** &amp; :red[题]"
    path = write(tmp_path, changed(("headline: {zh: 标题, en: Headline}", f"headline: {{zh: '{headline}', en: H}}")))
    page = without_breaks(visits.html(fine(visit(path, figure="city-revenue", lang="zh"))))
    assert copied(page)[0].startswith(f"日报，《{headline}》，2022年8月5日。https://www.daily.cn/a.html （")
    assert "<b>标</b>" not in page
