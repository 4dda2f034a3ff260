"""The chain of trust: a step is shown only where something proves it."""

from typing import Any

import pytest

from indicators.analysis import trust
from indicators.analysis.derivations import Derivations
from indicators.analysis.quotes import Headlines, PrintedPage
from indicators.model.dataset import Dataset
from indicators.study import of as study_of
from indicators.values.problems import Problem
from indicators.values.text import LocalText
from tests.builders import make_article, make_dataset, make_figure, make_reports


def outcome(step: trust.Step | None) -> tuple[str, str] | None:
    return None if step is None else (step.outcome, step.reason)


def one(**changes: Any) -> Dataset:
    return make_dataset(make_article(make_figure(**changes)))


@pytest.mark.parametrize(
    ("changes", "words", "number"),
    [
        ({}, ("shown", "held"), ("shown", "interval")),
        ({"text": "14家", "metric": "firms", "quote": "企业14家"}, ("shown", "held"), ("shown", "exact")),
        ({"text": "1.68亿元", "quote": "收入16800万元"}, ("shown", "held"), ("shown", "interval")),
        ({"text": "169 . 3亿元", "quote": "收入169 . 3亿元"}, ("shown", "held"), ("shown", "interval")),
        ({"text": None, "growth": "-2.7%", "quote": "下降2.7%"}, ("shown", "held"), ("shown", "rate")),
        ({"quote": "收入156.92亿元"}, ("open", "without-number"), ("open", "unread")),
        ({"text": "56.92", "unit": "亿元", "quote": "收入56.92"}, ("shown", "held"), ("open", "unit-given")),
    ],
)
def test_words_and_the_number_in_them(changes: dict[str, Any], words: tuple[str, str], number: tuple[str, str]) -> None:
    dataset = one(**changes)
    figure = dataset.figures["city-revenue"]
    assert outcome(trust.words(figure)) == words
    assert outcome(trust.number(figure, dataset.unit_table)) == number


def test_words_of_the_other_numbers() -> None:
    figure = one(growth="32%", growth_quote="增长32%").figures["city-revenue"]
    assert outcome(trust.rates(figure)) == ("shown", "held")
    lacking = trust.rates(one(growth="32%").figures["city-revenue"])
    assert lacking is not None
    assert (lacking.outcome, lacking.missing) == ("open", ("growth",))
    assert trust.rates(one().figures["city-revenue"]) is None


def arithmetic(*figures: dict[str, Any], earlier: str = "", problems: tuple[Problem, ...] = ()) -> trust.Step:
    dataset = make_dataset(make_article(*(make_figure(id=f"f{number}", **each) for number, each in enumerate(figures))))
    known = dataset.figures
    return trust.arithmetic(known["f0"], Derivations(dataset), known.get(earlier), problems)


PART = {"region": "east", "text": "20亿元", "quote": "20亿元", "part_of": "f0"}
YEAR_BEFORE = {"period": "2021-S1", "text": "43亿元", "quote": "43亿元"}
PROBLEM = Problem("growth-mismatch", "data.yaml", 9, 1, "warning", {}, "f0")


def test_arithmetic_is_shown_only_where_there_is_something_to_hold_it_against() -> None:
    assert outcome(arithmetic({"growth": "32%"})) == ("open", "alone")
    assert arithmetic({}, PART).relations == ("parts",)
    held = arithmetic({"growth": "32%"}, YEAR_BEFORE, earlier="f1")
    assert (held.outcome, held.relations) == ("shown", ("earlier",))
    wrong = arithmetic({"growth": "32%"}, {**YEAR_BEFORE, "text": "50亿元"}, earlier="f1")
    assert (wrong.outcome, wrong.reason, wrong.relations) == ("against", "relations", ("earlier",))
    target = {"nature": "target", "period": "2022", "text": "120亿元", "quote": "120亿元"}
    reached = arithmetic({"completion": "47.4%", "plan": "f1"}, target)
    assert (reached.outcome, reached.relations) == ("shown", ("plan",))
    assert outcome(arithmetic({"completion": "52.1%", "plan": "f1"}, target)) == ("against", "relations")


def test_a_problem_of_the_checks_speaks_against_it_unless_somebody_explained_it() -> None:
    accepted = (
        PROBLEM._replace(accepted=LocalText(zh="口径不同", en="Another definition."))
        if hasattr(PROBLEM, "_replace")
        else Problem(
            "growth-mismatch",
            "data.yaml",
            9,
            1,
            "warning",
            {},
            "f0",
            LocalText(zh="口径不同", en="Another definition."),
        )
    )
    other = Problem("quote-nature", "data.yaml", 9, 1, "warning", {}, "f0")
    assert outcome(arithmetic({}, PART, problems=(PROBLEM,))) == ("against", "problem")
    assert outcome(arithmetic({}, PART, problems=(accepted,))) == ("open", "accepted")
    assert outcome(arithmetic({}, PART, problems=(other,))) == ("shown", "consistent")


def test_addresses_and_full_texts() -> None:
    seen = {"url": "https://www.daily.cn/a.html"}
    copied = {"copies": [{"url": "https://www.copy.cn/a.html"}]}
    for changes, expected in ((seen, "article"), (copied, "copy"), ({}, "unknown")):
        assert trust.address(make_article(**changes)).reason == expected
    article = make_article(make_figure(growth="32%", growth_quote="增长32%"))
    figure = article.figures[0]

    def verified(text: str) -> tuple[str, str] | None:
        return outcome(trust.text(figure, article, PrintedPage(text, Headlines([article]))))

    assert verified("上半年收入56.92亿元，增长32%。") == ("shown", "found")
    assert verified("上半年收入57.92亿元，增长32%。") == ("against", "changed")
    assert verified("别的事。") == ("against", "missing")
    assert outcome(trust.text(figure, article, None)) == ("open", "not-held")


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        (({}, {"publisher": "evening"}), ("shown", "confirmed")),
        (({}, {}), ("open", "repeated")),
        (({}, {"publisher": "evening", "text": "60亿元", "quote": "60亿元"}), ("against", "disputed")),
        (({}, {"publisher": "evening", "text": None, "growth": "5%", "quote": "增长5%"}), ("open", "alone")),
        (
            (
                {"growth": "3%"},
                {"publisher": "evening", "text": None, "growth": "5%", "quote": "增长5%"},
            ),
            ("against", "disputed"),
        ),
        (
            (
                {},
                {"text": "57亿元", "quote": "57亿元", "supersedes": "f1", "reason": {"zh": "更正", "en": "Corrected."}},
            ),
            ("against", "superseded"),
        ),
    ],
)
def test_other_outlets(reports: tuple[dict[str, Any], ...], expected: tuple[str, str]) -> None:
    dataset = make_reports(*reports)
    assert outcome(trust.outlet(dataset.figures["f1"], study_of(dataset).reports.get("f1"))) == expected


def test_who_prints_a_number_alone_is_alone() -> None:
    assert outcome(trust.outlet(one().figures["city-revenue"], None)) == ("open", "alone")
