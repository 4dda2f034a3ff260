"""Findings that a curator has a reason for: kept apart with it, one finding at a time, and never an error."""

from pathlib import Path
from typing import Any, Final

import pytest

import indicators
from indicators import rules
from indicators.loading import store
from indicators.loading.loader import load
from indicators.rules import ACCEPTABLE
from indicators.rules.acceptance import settle
from indicators.values.problems import Problem
from indicators.values.text import LocalText
from tests import ROOT
from tests.builders import changed, load_text, write
from tests.figures import Entry, article, corpus_of, figure

BAD: Final = sorted((ROOT / "tests" / "bad").glob("*.yaml"))


def accept(*codes: str) -> list[Entry]:
    return [{"code": code, "reason": {"zh": f"理由{n}", "en": f"Reason {n}"}} for n, code in enumerate(codes)]


def settled(*articles: Entry) -> tuple[list[Problem], list[Problem]]:
    corpus = corpus_of(articles)
    return settle(corpus, (problem for problem in rules.check(corpus) if problem.code != "unused-entry"))


def codes(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.code, problem.about) for problem in problems]


def unfinished(key: str = "a", **more: Any) -> Entry:
    return figure(key, "3亿元", period="2022", **more)


def test_a_finding_with_its_reason() -> None:
    open_problems, accepted = settled(
        article(unfinished(accept=accept("period-unfinished")), unfinished("b", sector="steel"))
    )
    assert codes(open_problems) == [("period-unfinished", "b")]
    assert codes(accepted) == [("period-unfinished", "a")]
    assert accepted[0].accepted == LocalText("理由0", "Reason 0")
    assert (accepted[0].severity, accepted[0].facts["period"]) == ("warning", "2022")


def test_each_acceptance_is_for_one_code() -> None:
    figures = [unfinished(accept=accept("double-entry")), unfinished("b", accept=accept("double-entry"))]
    open_problems, accepted = settled(article(*figures))
    assert codes(accepted) == [("double-entry", "b")]
    assert sorted(codes(open_problems)) == [
        ("accept-unneeded", "a"),
        ("period-unfinished", "a"),
        ("period-unfinished", "b"),
    ]


def test_an_article_and_a_figure_of_one_id() -> None:
    """No acceptance of the one is one of the other."""
    entries = article(unfinished("first", accept=accept("no-address")), url=None, accept=accept("period-unfinished"))
    open_problems, accepted = settled(entries)
    assert not accepted
    assert sorted(problem.code for problem in open_problems) == [
        "accept-code",
        "accept-code",
        "no-address",
        "period-unfinished",
    ]
    entries = article(unfinished("first", accept=accept("period-unfinished")), url=None, accept=accept("no-address"))
    open_problems, accepted = settled(entries)
    assert (open_problems, sorted(codes(accepted))) == ([], [("no-address", "first"), ("period-unfinished", "first")])


@pytest.mark.parametrize(
    ("code", "suggestion"),
    [("period-unfinishd", "period-unfinished"), ("unit-metric", ""), ("no-address", ""), ("unused-entry", "")],
)
def test_what_cannot_be_accepted(code: str, suggestion: str) -> None:
    open_problems, accepted = settled(article(unfinished(accept=accept(code))))
    assert [(problem.code, problem.severity) for problem in open_problems] == [
        ("accept-code", "error"),
        ("period-unfinished", "warning"),
    ]
    assert open_problems[0].facts["suggestion"] == suggestion
    assert open_problems[0].facts["known"] == ", ".join(sorted(ACCEPTABLE["figure"]))
    assert not accepted


def test_an_error_is_not_settled_by_its_code() -> None:
    """Should a code be told with two severities, the error stays."""
    corpus = corpus_of([article(unfinished(accept=accept("conflict")))])
    error = Problem("conflict", "data.yaml", about="a")
    assert settle(corpus, [error])[0][-2] == error


def test_all_warnings_of_figures_and_articles_can_be_accepted() -> None:
    """Nothing else can: every code of the table is found by some rule, and the vocabulary accepts nothing."""
    codes_of_rules = {
        problem.code
        for path in BAD
        for problem in (*load(path).problems, *load(path).accepted)
        if problem.severity != "error"
    }
    without_texts = set().union(*ACCEPTABLE.values()) - {"rate-far", "rate-of-another"}
    assert without_texts == codes_of_rules - {
        "accept-unneeded",
        "location-far",
        "name-for-id",
        "unused-entry",
    }


# --- on the way to the reader ----------------------------------------------------------------------------------------

ACCEPTED: Final = changed(
    (
        "period: 2022-S1}",
        "period: 2022}",
    ),
    (
        "        plan: annual\n",
        "        plan: annual\n        accept: [{code: period-unfinished, reason: {zh: 如此, en: So it is}}]\n",
    ),
)


def test_the_loader_tells_them_apart(tmp_path: Path) -> None:
    loaded = load_text(tmp_path, ACCEPTED)
    assert loaded.dataset is not None
    assert loaded.problems == ()
    (problem,) = loaded.accepted
    assert (problem.code, problem.about, problem.accepted) == (
        "period-unfinished",
        "city-revenue",
        LocalText("如此", "So it is"),
    )
    assert indicators.load(tmp_path / "data.yaml").accepted == loaded.accepted


def test_the_store_keeps_those_of_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", -1.0)
    kept = store.Store(write(tmp_path, ACCEPTED))
    accepted = kept.current().accepted
    assert [problem.code for problem in accepted] == ["period-unfinished"]
    write(tmp_path, ACCEPTED.replace("text: 14家", "text: 14"))
    assert kept.current().stale
    assert kept.current().accepted == accepted
    write(tmp_path, changed())
    assert kept.current().accepted == ()
