"""What the checks find, as a card says it: names and plain words, in the language of the page."""

import re
from string import Formatter
from typing import Any

import pytest

from indicators.rules import ACCEPTABLE
from indicators.values.text import LANGS, Lang
from indicators.words.curate.findings import SENTENCES
from indicators.words.problems import SENTENCES as GENERAL
from tests.curate.desk.desks import accepted, checked, desk, figures, review, value

TABLE = (
    "2021年交通项目完成投资（虚构）\n地区\t完成投资（亿元）\t同比±%\n"
    "日照市\t61.50\t4.2\n东港区\t31.50\t4.0\n五莲县\t14.40\t-6.6\n岚山区\t14.40\t1.5\n"
)  # fictitious


def names(form: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(form) if name}


@pytest.mark.parametrize("lang", LANGS)
def test_every_finding_of_a_figure_has_plain_words(lang: Lang) -> None:
    assert {*SENTENCES} >= ACCEPTABLE["figure"]
    for code, sentence in SENTENCES.items():
        form = sentence.of(lang)
        assert names(form) <= names(GENERAL[code].of("zh")) | names(GENERAL[code].of("en")), code
        bare = re.sub(r"\{\w+\}", "", form)
        assert not re.search("[`_]", bare), code
        assert lang == "en" or not re.search("[a-z]", bare), code  # no name of a field


def sentences(shown: Any) -> list[str]:
    """All that a page shows beside its numbers."""
    if isinstance(shown, dict):
        own = [shown[key] for key in ("sentence", "why") if isinstance(shown.get(key), str)]
        return own + [sentence for entry in shown.values() for sentence in sentences(entry)]
    return [sentence for entry in shown for sentence in sentences(entry)] if isinstance(shown, list) else []


@pytest.mark.parametrize("lang", LANGS)
def test_no_card_names_an_id(lang: Lang) -> None:
    dataset = desk().dataset
    text = (
        "某地\n□ 记者 某某 报道\n今年1—6月份,日照市交通运输项目完成投资5831亿元,占年度计划的53.4%。\n"
        "其中铁路项目完成投资9831亿元。五莲县交通运输项目完成投资5900亿元,增长4%。\n"
    )
    shown = review(text, lang=lang)
    cards = figures(shown)
    decisions = [accepted(item, sector="transport", metric="project-investment") for item in cards]
    made = checked([*decisions[:-1], {**decisions[-1], "state": "open"}], text, lang=lang)
    found = [check["code"] for item in made["items"].values() for check in item["checks"]]
    assert {"magnitude", "flow-shrinks", "region-exceeds", "conflict"} & {*found}
    ids = {*dataset.figures, *dataset.articles, *dataset.regions, *dataset.metrics} | {"accept", "region", "part_of"}
    for sentence in [*sentences(shown), *sentences(made["items"]), *sentences(made["problems"])]:
        assert ids.isdisjoint(re.findall(r"[a-z0-9_]+(?:-[a-z0-9]+)*", sentence)) or lang == "en", sentence
        assert not re.search(r"[a-z]+-[a-z0-9-]*20[0-9]{2}|`|\.yaml", sentence), sentence


@pytest.mark.parametrize("lang", LANGS)
def test_a_number_of_a_table_is_shown_with_its_unit_and_the_words_of_its_row(lang: Lang) -> None:
    cards = figures(review(TABLE, lang=lang))
    assert [item["text"] for item in cards] == ["61.50亿元", "31.50亿元", "14.40亿元", "14.40亿元"]
    assert [item["quote"][1] for item in cards] == ["61.50", "31.50", "14.40", "14.40"]
    why = {field["key"]: field["choices"][0]["why"] for field in cards[2]["fields"] if field.get("choices")}
    assert why["region"] == {"zh": "这一行的“五莲县”", "en": "“五莲县” in its row"}[lang]
    assert "完成投资" in why["metric"]


def test_the_bold_number_of_a_quote_is_no_part_of_a_longer_one() -> None:
    (_, second) = figures(
        review("2021年项目（虚构）\n地区\t完成投资（亿元）\t计划总投资（亿元）\n日照市\t431.50\t31.50\n")
    )
    assert second["quote"] == ["日照市 431.50 ", "31.50", ""]


def test_a_check_does_not_make_another_metric_of_one_that_the_text_names() -> None:
    text = (
        "某地（虚构）\n□ 记者 某某 报道\n2022年上半年,日照市完成固定资产投资88.42亿元。"
        "2022年上半年,日照市完成固定资产投资91.37亿元。\n"
    )
    *_, second = figures(review(text))
    assert value(second, "metric") == "fixed-asset-investment"
    assert (second["sure"], second["readings"]) == ("doubtful", None)
    (against,) = [check["sentence"] for check in second["checks"] if check["kind"] == "bad"]
    assert against.startswith("本文的“88.42亿元”已经是这个指标、地区、行业、时期的数了。")
