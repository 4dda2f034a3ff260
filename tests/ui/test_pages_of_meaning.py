"""What the pages say of what figures mean: derived numbers, agreement, texts, refusals, and the state of a day."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from indicators.values.text import LANGS, Lang
from tests import SAMPLE
from tests.ui.visits import button, charts, chosen, drawn, fine, hrefs, html, table_rows, texts, told, visit, words_of

EACH_LANG = pytest.mark.parametrize("lang", LANGS)

MORE = """
  - id: another-paper
    publisher: dazhong-net
    published: 2022-09-01
    url: https://www.daily.cn/a.html
    defaults: {region: rizhao, sector: transport, metric: project-investment, period: 2022-S1}
    figures:
      - {id: another-transport, text: 57亿元, quote: 投资57亿元}
      - {id: another-rail, text: 15.1亿元, sector: railways, quote: 投资15.1亿元}
  - id: corrected
    publisher: iqilu
    published: 2022-10-01
    url: https://www.daily.cn/b.html
    defaults: {region: wulian, sector: all, metric: domestic-capital, period: 2022-S1}
    figures:
      - id: corrected-capital
        text: 27.1亿元
        supersedes: wulian-domestic-capital-2022s1
        reason: {zh: 统计口径调整, en: The definition was changed}
        quote: 到位内资27.1亿元
"""


@pytest.fixture
def disputed(tmp_path: Path) -> Path:
    """The shipped data, with two more articles that agree with it, contradict it and correct it."""
    path = tmp_path / "data.yaml"
    path.write_text(SAMPLE.read_text("utf-8") + MORE, "utf-8")
    return path


def said(at: AppTest) -> str:
    """All that is said on a page, without the backslashes that keep it literal."""
    return re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", "\n".join([*texts(at), *told(at)]))


# --- derived ---------------------------------------------------------------------------------------------------------


@EACH_LANG
def test_the_evidence_shows_what_follows_and_how(lang: Lang) -> None:
    page = words_of(fine(visit(figure="rizhao-transport-investment-2022s1", lang=lang)))
    for row in {
        "zh": (
            "上年同期（推算） 约 22.59亿元（22.54亿元 至 22.63亿元） = 56.92亿元 ÷（1 + 152%）",
            "未分列部分（推算） 32.54亿元（32.525亿元 至 32.555亿元） = 56.92亿元 − 13.42亿元 − 10.96亿元",
        ),
        "en": (
            "The whole plan (derived) about ¥10.93 bn (between ¥10.91 bn and ¥10.94 bn) = ¥5.692 bn ÷ 52.1%",
            "Progress against the calendar (derived) about 104.2% (between 104.1% and 104.3%)"
            " = 52.1% completed ÷ 50% of the year passed",
        ),
    }[lang]:
        assert row in page


def test_growth_at_constant_prices_gives_nothing_in_the_evidence() -> None:
    page = words_of(fine(visit(figure="rizhao-gdp-2020", lang="en")))
    assert "(derived)" not in page


@EACH_LANG
def test_the_overview_marks_what_is_derived(lang: Lang) -> None:
    page = html(fine(visit(lang=lang)))
    assert len(re.findall('class="bar (?:then )?derived', page)) >= 10
    assert {"zh": "斜纹为推算", "en": "Hatched means derived"}[lang] in page


@EACH_LANG
def test_explore_lists_what_follows_apart_from_what_was_reported(lang: Lang) -> None:
    at = fine(visit(page="explore", metric="budget-revenue", lang=lang))
    assert not at.dataframe
    at.session_state["worked-out"] = True  # what a click on the expander does
    fine(at.run())
    (worked_out,) = (table.value for table in at.dataframe)
    assert len(worked_out) == len(worked_out.drop_duplicates())
    assert {"zh": "2024年7月（推算）", "en": "July 2024 (derived)"}[lang] in set(worked_out["label"])
    assert not any(re.search("推算|derived", cell) for row in table_rows(at) for cell in row.values())


@pytest.mark.parametrize(
    ("metric", "show", "reason"),
    [
        ("gdp", "then", "Growth is at constant prices"),
        ("planted-area", "ratios", "no second figure to divide these by"),
        ("planted-area", "time", "All of these figures are of August 2022: there is no other period."),
        ("planted-area", "map", "A map needs three places"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(metric: str, show: str, reason: str) -> None:
    at = fine(visit(page="explore", metric=metric, show=show, lang="en"))
    (info,) = [element.value.replace("\\", "") for element in at.info]
    assert reason in info
    assert info[0].isupper()
    assert info.endswith(".")


@EACH_LANG
def test_totals_and_their_refusals_stand_under_the_charts(lang: Lang) -> None:
    page = said(fine(visit(page="explore", metric="budget-revenue", show="region", lang=lang)))
    assert {"zh": "所列 7 个地区合计 111.38亿元", "en": "the 7 regions shown add up to ¥11.138 bn"}[lang] in page
    assert {"zh": "分开画，各用各的标尺", "en": "Drawn apart and on scales of their own"}[lang] in page


@EACH_LANG
def test_the_table_says_what_it_adds_up_to_or_why_not(lang: Lang) -> None:
    incomes = fine(visit(page="explore", metric="rural-income", lang=lang))
    assert {"zh": "合计", "en": "total"}[lang] not in said(incomes) + words_of(incomes)  # one row has nothing to add
    revenue = fine(visit(page="explore", metric="budget-revenue", period="2024-S1", lang=lang))
    total = {"zh": "合计 95.24亿元", "en": "add up to ¥9.524 bn"}[lang]
    assert [said(revenue).count(total), words_of(revenue).count(total)] == [1, 1]  # under chart and table
    mixed = fine(visit(page="explore", metric="project-investment", lang=lang))
    assert {"zh": "不作合计：", "en": "No total is given: "}[lang] in words_of(mixed)


# --- agreement -------------------------------------------------------------------------------------------------------


@EACH_LANG
def test_nothing_is_reported_twice_in_the_shipped_data(lang: Lang) -> None:
    page = words_of(fine(visit(page="checks", lang=lang)))
    assert {"zh": "没有哪个数有两篇以上的报道", "en": "No number here is reported by more than one article"}[
        lang
    ] in page


@EACH_LANG
def test_who_reported_what(disputed: Path, lang: Lang) -> None:
    at = fine(visit(disputed, page="checks", lang=lang))
    page = words_of(at)
    counts = {"zh": "矛盾 1、已更正 1、相符 1", "en": "Conflict 1, Corrected 1, Agree 1"}[lang]
    assert counts in page
    assert {"zh": "2 个来源互相矛盾", "en": "2 sources contradict each other"}[lang] in page
    assert {"zh": "2 个独立来源相符", "en": "2 independent sources agree"}[lang] in page
    assert f"?lang={lang}&figure=another-rail" in hrefs(at)
    assert drawn(at) == {
        *("rizhao-railway-investment-2022s1", "another-rail", "rizhao-transport-investment-2022s1"),
        *("another-transport", "wulian-domestic-capital-2022s1", "corrected-capital"),
    }
    assert str(disputed.parent) not in page  # where the file lies is nobody's business


@EACH_LANG
def test_the_old_value_stays_with_the_reason(disputed: Path, lang: Lang) -> None:
    at = fine(visit(disputed, figure="wulian-domestic-capital-2022s1", lang=lang))
    (caution,) = re.findall('<p class="caution"><a href="([^"]*)">(.*?)</a>', html(at))
    assert caution[0].endswith("figure=corrected-capital")
    assert {"zh": "统计口径调整", "en": "The definition was changed"}[lang] in caution[1]


def test_charts_draw_the_correction_and_both_of_a_conflict(disputed: Path) -> None:
    capital = fine(visit(disputed, page="explore", metric="domestic-capital", show="region", lang="en"))
    assert drawn(capital) == {"corrected-capital"}
    assert ["corrected" in " ".join(row.values()) for row in table_rows(capital)].count(True) == 1
    rail = fine(visit(disputed, page="explore", metric="project-investment", sector="railways", lang="en"))
    assert {"rizhao-railway-investment-2022s1", "another-rail"} <= drawn(rail)
    assert "contradict each other" in said(rail)


# --- the state of a day ----------------------------------------------------------------------------------------------


@EACH_LANG
def test_as_known_on_a_day(disputed: Path, lang: Lang) -> None:
    at = fine(visit(disputed, page="explore", metric="domestic-capital", show="region", day="2022-09-30", lang=lang))
    assert drawn(at) == {"wulian-domestic-capital-2022s1"}  # its correction came later
    (info,) = [element.value.replace("\\", "") for element in at.info]
    assert {"zh": "2022年9月30日", "en": "30 September 2022"}[lang] in info
    fine(button(at, "now").click().run())
    assert "day" not in at.query_params
    assert drawn(at) == {"corrected-capital"}


def test_a_day_is_chosen_among_those_of_publication() -> None:
    at = fine(visit(page="sources", lang="en"))
    assert "14 articles, newest first" in words_of(at)
    fine(at.selectbox[0].select("31 August 2022").run())
    assert chosen(at, "day") == "2022-08-31"
    assert "11 articles, newest first" in words_of(at)


def test_before_the_first_article_nothing_was_known() -> None:
    at = fine(visit(page="overview", day="1999-12-31", lang="en"))
    assert "0 figures" in at.info[0].value
    assert not charts(at)


def test_another_day_is_not_asked_for_a_period_that_may_be_unknown_then() -> None:
    page = html(fine(visit(page="time", region="rizhao", period="2022-S1", lang="en")))
    links = re.findall(r'href="\?([^"]*day=[^"]*)"', page)
    assert any("region=rizhao" in link for link in links)
    assert not [link for link in links if "period=" in link]


@pytest.mark.parametrize("day", ["2022-13-01", "yesterday", "20220930", "2022-09-30T00:00", "9999-12-31"])
def test_a_day_that_is_none_is_told(day: str) -> None:
    at = fine(visit(page="sources", day=day, lang="en"))
    (info,) = [element.value for element in at.info]
    assert "day" in info
    assert "14 articles, newest first" in words_of(at)


# --- texts -----------------------------------------------------------------------------------------------------------


@EACH_LANG
def test_the_quote_is_marked_in_its_paragraph(tmp_path: Path, lang: Lang) -> None:
    path = tmp_path / "data.yaml"
    path.write_text(SAMPLE.read_text("utf-8"), "utf-8")
    assert "blockquote lang" in html(visit(path, figure="rizhao-blueberry-area-2022-08", lang=lang))
    assert 'class="long"' not in html(visit(path, figure="rizhao-blueberry-area-2022-08", lang=lang))
    (tmp_path / "texts").mkdir()
    text = "蓝莓园里来了科技特派员\n\n今年*雨*水多。全市蓝莓种植3万\n余亩，还有[别的](https://x.cn)。\n\n另一段。\n"
    (tmp_path / "texts" / "blueberry-advisers.txt").write_text(text, "utf-8")
    at = fine(visit(path, figure="rizhao-blueberry-area-2022-08", lang=lang))
    (quoted,) = re.findall('<blockquote[^>]*class="long">(.*?)</blockquote>', html(at), re.DOTALL)
    assert "<b>蓝莓种植<mark>3万\n余亩</mark></b>，" in quoted  # the number within the quote
    assert "另一段" not in quoted
    assert "*雨*" in quoted
    assert "[别的]" in quoted


@EACH_LANG
def test_checks_count_the_quotes_that_stand(tmp_path: Path, lang: Lang) -> None:
    path = tmp_path / "data.yaml"
    path.write_text(SAMPLE.read_text("utf-8"), "utf-8")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "blueberry-advisers.txt").write_text("蓝莓园里来了科技特派员\n蓝莓种植4万余亩", "utf-8")
    page = words_of(fine(visit(path, page="checks", lang=lang)))
    assert {"zh": "引文：有出入 1", "en": "Their quotes: changed 1"}[lang] in page
    assert "quote-changed" in page
    assert "4万余亩" not in page  # a report is kept, a text is not


@EACH_LANG
def test_what_was_accepted_is_shown_with_its_reason(lang: Lang) -> None:
    page = words_of(fine(visit(page="checks", lang=lang)))
    assert {"zh": "已核实并保留的", "en": "Reviewed and kept as they are"}[lang] in page
    assert "series-jump" in page
    assert "no-address" in page
