"""Drafts, made up for these tests → what the page “Is this number right?” shows of them."""

import re
from typing import Final

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from indicators.curate.claims import page as claim_page
from indicators.curate.claims.page import GROUPS, ClaimAnswer
from indicators.curate.claims.verdicts import CLAIM_VERDICTS
from indicators.pages.query_addresses import QueryAddresses
from indicators.pages.sources import claim as page
from indicators.phrasing.names import Names
from indicators.values import periods
from indicators.values.text import LANGS, Lang
from tests.curate.claims.test_claims import checker
from tests.curate.recognition.test_reading import reader

DRAFT: Final = (
    "2022年上半年，日照市重点交通项目完成投资56.92亿元，同比增长152%。\n"
    "同期，日照经开区高端装备制造业实现产值36.7万元，增长32%。\n"
    "\n"
    "2022年，日照市地区生产总值2006.43亿元，同比增长3.8%。\n"
    "2024年，全市发放博士后科研经费和生活补贴250万元。\n"
    "2030年，五莲县地区生产总值达到987.65亿元，居全市第2位。\n"
)
HOSTILE: Final = "日照市<script>alert(1)</script>投资56.92亿元\"onclick='x' <a href=javascript:x>增长5%</a>&amp;{{7*7}}"
HTML: Final = "{http://www.w3.org/1999/xhtml}"


def answer(text: str, lang: Lang = "zh", unread: int = 0) -> ClaimAnswer:
    return claim_page.answer(checker(), text, None, Names(reader().dataset, lang), QueryAddresses(lang, ""), unread)


def elements(html: str) -> list[object]:
    """The elements of an answer, as strict as the standard: nothing is left open, and nothing is closed twice."""
    parser = html5lib.HTMLParser(strict=True)
    return list(parser.parseFragment(html).iter())


def paragraphs(html: str) -> list[str]:
    """The words of the paragraphs, without what only those hear who do not see the marks."""
    without = re.sub(r'<span class="unseen">.*?</span>', "", html)
    shown = re.findall(r'<div class="pair"[^>]*><p[^>]*>(.*?)</p><div class="notes">', without)
    return [_text(paragraph) for paragraph in shown]


def _text(html: str) -> str:
    fragment = html5lib.parseFragment(html)
    return "".join(fragment.itertext())


def test_every_verdict_has_a_group_and_every_group_a_name() -> None:
    assert {GROUPS.get(verdict, "otherwise") for verdict in CLAIM_VERDICTS} == {*page.GROUPS}


@pytest.mark.parametrize("lang", LANGS)
def test_the_draft_stands_there_word_for_word_with_each_number_as_a_link_to_its_verdict(lang: Lang) -> None:
    shown = answer(DRAFT, lang)
    assert paragraphs(shown.html) == [line for line in DRAFT.splitlines() if line]
    links = re.findall(r'<a href="#(claim-\d+)" class="verdict \w+">', shown.html)
    assert len(links) == sum(shown.counts.values()) == len(checker().check(DRAFT).claims)
    assert {*links} == {*re.findall(r'id="(claim-\d+)"', shown.html)}


def test_a_draft_without_a_date_says_of_how_many_numbers_the_year_is_not_clear() -> None:
    draft = "1—7月，五莲县一般公共预算收入10.18万元。\n2023年，莒县外贸额12.3亿元。\n"
    assert "有 1 个数说不清是哪一年的" in answer(draft).html
    assert "Of 1 number the year is not clear" in answer(draft, "en").text
    dated = checker().check(draft, periods.parse_date("2024-09-20"))
    assert dated.undated == 0
    assert dated.claims[0].verdict == "slip"


def test_the_counts_are_those_of_the_verdicts() -> None:
    shown = answer(DRAFT)
    assert shown.counts == {"agrees": 3, "differs": 1, "otherwise": 3, "unknown": 1}
    marks = re.findall(r'<a href="#claim-\d+" class="verdict (\w+)">', shown.html)
    assert {group: marks.count(group) for group in dict.fromkeys(marks)} == shown.counts
    assert shown.summary == "核对完了：3 相符、1 数不符、3 数对，说法不对、1 无从判断"


def test_a_verdict_has_the_printed_words_the_outlet_the_date_and_a_link_to_the_figure() -> None:
    (note,) = re.findall(r'<div id="claim-2".*?</div>', answer(DRAFT).html)
    assert (
        _text(note)
        == "差一万倍 36.7万元：“万”应是“亿”；原报道印的是 36.7亿元。实现产值36.7亿元大众日报 · 2022年8月 · 看这个数"
    )
    assert 'href="?lang=zh&amp;figure=etdz-equipment-output-2022s1"' in note
    assert '<q lang="zh-CN">实现产值<b>36.7亿元</b></q>' in note


def test_a_fall_has_a_minus_on_the_page_and_in_the_list_to_copy() -> None:
    shown = answer("2024年1—7月，东港区一般公共预算收入31.89亿元，下降2.2%。\n")
    for text in (_text(shown.html), shown.text):
        assert "−2.2%" in text
        assert "-2.2%" not in text


def test_a_fall_that_a_report_prints_has_a_minus_in_the_verdict() -> None:
    shown = answer("2024年1—7月，东港区一般公共预算收入31.89亿元，下降9.7%。\n")
    assert "原报道印的是 −2.2%" in shown.text


def test_two_numbers_of_one_report_are_told_together() -> None:
    notes = re.findall(r'<div id="claim-\d+".*?</div>', answer(DRAFT).html)
    assert any(_text(note).startswith("数对，年份不对 2006.43亿元和3.8% 是2020年的。") for note in notes)


def test_a_number_that_nobody_reported_is_not_called_wrong() -> None:
    shown = answer("2030年，五莲县地区生产总值达到987.65亿元。\n")
    assert dict(shown.counts) == {"unknown": 1}
    assert "对不对，这里无从知道" in shown.html


def test_what_is_no_figure_is_listed_with_its_reason() -> None:
    listed = re.search(r"<details.*?</details>", answer(DRAFT).html)
    assert listed
    assert _text(listed[0]) == "另有 1 个数不核对2位 名次"


@pytest.mark.parametrize(("text", "said"), [("", "这段文字里没有数。"), ("居第3位", "没有认出可以核对的数。")])
def test_a_draft_without_numbers_is_told_so(text: str, said: str) -> None:
    shown = answer(text)
    assert said in _text(shown.html)
    assert not shown.counts


@pytest.mark.slow
def test_what_was_not_read_is_said() -> None:
    long = f"{'。' * 200_001}{DRAFT}"
    said = _text(answer(long, unread=7).html)
    assert f"只读了前 200,000 字；其余 {len(long) - 200_000 + 7:,} 字没有读。" in said


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("12.5亿万元%增长同比,，。年上半投资日照市\n\r\t<>&\"'{}=/ \u2028abc"), max_size=100))
@example(HOSTILE)
@example(DRAFT.replace("\n", "\r\n"))
def test_whatever_is_written_stays_text(text: str) -> None:
    shown = answer(text)
    for element in elements(shown.html):
        assert element.tag in {HTML + name for name in _TAGS} | {"DOCUMENT_FRAGMENT"}, element.tag  # type: ignore[attr-defined]
        for name, value in element.attrib.items():  # type: ignore[attr-defined]
            assert not name.startswith("on")
            assert name != "href" or re.match(r"#claim-\d+$|\?lang=zh&figure=", value)
    assert paragraphs(shown.html) == [line.rstrip() for line in text.splitlines() if line.strip()]


_TAGS: Final = frozenset(
    {"a", "b", "button", "details", "div", "li", "p", "q", "span", "summary", "ul"}
)  # fmt: skip


def test_the_list_to_copy_cites_each_article_once() -> None:
    copied = answer(DRAFT).text
    assert copied.startswith("这个数对吗？\n这里只知道印过什么")
    listed = copied.partition("\n出处：\n")[2].splitlines()
    assert len(listed) == len({*listed}) >= 3
    assert [line.partition("]")[0] for line in listed] == [f"[{number}" for number in range(1, len(listed) + 1)]


@pytest.mark.parametrize("lang", LANGS)
def test_the_form_has_a_name_for_each_of_its_fields(lang: Lang) -> None:
    form = str(page.form(Names(reader().dataset, lang)))
    for field in ("claim-draft", "claim-day"):
        assert f'for="{field}"' in form
        assert f'id="{field}"' in form
