"""Quotes beside what their figures say: nature, region, and whose number it is."""

from typing import Any, Final

import pytest

from indicators import rules
from tests.figures import VOCABULARY, Entry, article, corpus_of, figure, findings, found_in


def quoted(quote: str, text: str | None = "3亿元", **more: Any) -> Entry:
    return {**figure("a", text, **more), "quote": quote}


@pytest.mark.parametrize(
    ("quote", "more", "word"),
    [
        ("完成投资3亿元", {}, None),
        ("预计完成投资3亿元", {}, "预计"),
        ("年度计划投资3亿元", {}, "计划"),
        ("任务是3亿元", {}, "任务"),
        ("目标3亿元", {}, "目标"),
        ("力争达到3亿元", {}, "力争"),
        ("预计完成投资3亿元", {"nature": "expected"}, None),
        ("目标3亿元", {"nature": "target"}, None),
        ("完成年度计划的63%", {"text": None, "completion": "63%", "plan": "annual"}, None),
        ("3亿元，占年度计划的52.1%", {}, None),
        ("3亿元，为全年任务的52.1%", {}, None),
        ("计划总投资3亿元", {}, None),
        ("计划投资总额3亿元", {}, None),
        ("revenue is expected to reach CNY 300 million", {"text": "CNY 300 million"}, "expected"),
        ("Planned revenue of CNY 300 million", {"text": "CNY 300 million"}, "Planned"),
        ("a target of CNY 300 million", {"text": "CNY 300 million"}, "target"),
        ("CNY 300 million, 60% of the annual plan", {"text": "CNY 300 million"}, None),
        ("a plant with CNY 300 million", {"text": "CNY 300 million"}, None),
    ],
)
def test_nature(quote: str, more: dict[str, Any], word: str | None) -> None:
    problems = found_in(article(quoted(quote, **{"text": "3亿元", **more})))
    assert [(problem.code, problem.facts["word"]) for problem in problems] == ([("quote-nature", word)] if word else [])


def test_a_metric_may_be_of_plans() -> None:
    planned = {**VOCABULARY["metrics"][0], "name": {"zh": "任务数", "en": "Quota"}}
    corpus = corpus_of([article(quoted("任务3亿元"))], metrics=[planned])
    assert "quote-nature" not in {problem.code for problem in rules.check(corpus)}


# --- region ----------------------------------------------------------------------------------------------------------


def _place(key: str, zh: str, en: str, whole: str | None, **more: Any) -> Entry:
    return {"id": key, "name": {"zh": zh, "en": en}, "level": "district", "part_of": whole, **more}


REGIONS: Final = [
    _place("province", "山东省", "Shandong Province", None),
    _place("city", "日照市", "Rizhao", "province"),
    _place("east", "东港区", "Donggang District", "city"),
    _place("west", "岚山区", "Lanshan District", "city"),
    _place("county", "莒县", "Ju County", "city"),
    _place("zone", "日照经开区", "Rizhao ETDA", "city", short={"zh": "经开区", "en": "ETDA"}),
]


@pytest.mark.parametrize(
    ("quote", "region", "name"),
    [
        ("收入3亿元", "city", None),
        ("东港区3亿元", "east", None),
        ("东港3亿元", "east", None),
        ("山东省博士后基地3亿元", "city", None),
        ("日照市东港区3亿元", "city", None),
        ("日照市东港区3亿元", "east", None),
        ("日照经开区3亿元", "zone", None),
        ("东港、岚山各3亿元", "west", None),
        ("东港区3亿元", "city", "东港区"),
        ("岚山3亿元", "east", "岚山"),
        ("日照经开区3亿元", "east", "日照经开区"),
        ("日照市岚山区3亿元", "east", "岚山区"),
        ("经开区3亿元", "city", "经开区"),
        ("莒县3亿元", "east", "莒县"),
        ("3亿元 in Lanshan District", "east", "Lanshan District"),
        ("3亿元 in Rizhaos", "province", None),
    ],
)
def test_region(quote: str, region: str, name: str | None) -> None:
    entries = article({**figure("a", "3亿元", region=region), "quote": quote})
    problems = rules.check(corpus_of([entries], regions=REGIONS))
    names = [problem.facts["name"] for problem in problems if problem.code == "quote-region"]
    assert names == ([name] if name else [])


def test_a_name_that_two_regions_share() -> None:
    both = [_place("north", "鼓楼区", "Gulou District", None), _place("south", "鼓楼区", "Gulou District", None)]
    entries = article({**figure("a", "3亿元", region="south"), "quote": "鼓楼区3亿元"})
    assert "quote-region" not in {problem.code for problem in rules.check(corpus_of([entries], regions=both))}


@pytest.mark.parametrize(
    ("headline", "regions", "name"),
    [
        ("经济平稳发展", ["east"], None),
        ("东港经济平稳发展", ["east"], None),
        ("东港经济平稳发展", ["city"], None),
        ("日照经济平稳发展", ["east", "west"], None),
        ("东港唯一超30亿莒县领先", ["city", "county"], None),
        ("东港经济平稳发展", ["west"], "东港"),
        ("日照经开区和莒县经济平稳发展", ["west", "east"], "日照经开区"),
    ],
)
def test_headlines(headline: str, regions: list[str], name: str | None) -> None:
    figures = [figure(f"in-{region}", "3亿元", region=region) for region in regions]
    entries = article(*figures, headline={"zh": headline, "en": "Headline"})
    problems = rules.check(corpus_of([entries], regions=REGIONS))
    names = [problem.facts["name"] for problem in problems if problem.code == "headline-region"]
    assert names == ([name] if name else [])


# --- one figure ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("second", "quotes", "found"),
    [
        (figure("b", "3亿元", metric="tax"), ("收入3亿元", "收入3亿元"), [("quote-twice", "b")]),
        (figure("b", "3亿元", metric="tax"), ("收入3亿元", "税收3亿元"), []),
        (figure("b", "4亿元", metric="tax"), ("分别为3亿元和4亿元", "分别为3亿元和4亿元"), []),
        (figure("b", "3亿元", metric="tax"), ("3亿元", "3亿元"), []),
        (figure("b", "3亿元"), ("收入3亿元", "收入3亿元"), [("double-entry", "b")]),
    ],
)
def test_a_quote_of_two_figures(second: Entry, quotes: tuple[str, str], found: list[tuple[str, str]]) -> None:
    figures = [{**figure("a", "3亿元"), "quote": quotes[0]}, {**second, "quote": quotes[1]}]
    assert findings(article(*figures)) == found


def test_articles_may_say_the_same() -> None:
    quote = {"quote": "收入3亿元"}
    entries = article({**figure("a", "3亿元"), **quote}), article({**figure("b", "3亿元"), **quote}, key="second")
    assert findings(*entries) == []
