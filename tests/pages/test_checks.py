"""The page of checks: notes of one kind fold, and each names its article."""

import re
from datetime import date

from indicators import study
from indicators.pages.context import PageContext
from indicators.pages.query_addresses import QueryAddresses
from indicators.pages.sources import checks
from indicators.phrasing.names import Names
from indicators.values.problems import Problem, Severity
from tests.builders import make_article, make_dataset, make_figure

ARTICLES = [make_article(make_figure(id=f"gdp-{number}"), id=f"paper-{number}") for number in range(6)]
DATASET = make_dataset(*ARTICLES)
CONTEXT = PageContext(study.of(DATASET), Names(DATASET, "en"), QueryAddresses("en", ""), date(2026, 1, 1))


def note(number: int, severity: Severity = "information") -> Problem:
    """A growth of an article that has no words of its own."""
    facts = {"id": f"paper-{number}", "figures": f"gdp-{number}", "count": "1"}
    return Problem("rate-without-words", "data.yaml", number + 1, 1, severity, facts, about=f"paper-{number}")


def page(problems: list[Problem], accepted: list[Problem]) -> str:
    return checks.documentation(problems, accepted, 0, {}, CONTEXT)


def test_notes_of_one_kind_fold_behind_the_first_three() -> None:
    shown, folded = page([note(number) for number in range(6)], []).split("<details>")
    assert [re.findall(r"gdp-(\d)\. ", part) for part in (shown, folded)] == [["0", "1", "2"], ["3", "4", "5"]]
    assert "<summary>3 more notes of this kind</summary>" in folded
    assert "<details>" not in page([note(number) for number in range(3)], [])


def test_what_was_accepted_and_what_is_wrong_is_not_folded() -> None:
    assert "<details>" not in page([], [note(number) for number in range(6)])
    assert "<details>" not in checks.of([note(number, "error") for number in range(6)], CONTEXT)


def test_a_note_of_an_article_leads_to_it() -> None:
    found = page([note(2)], [])
    assert f'href="{CONTEXT.addresses.article("paper-2").replace("&", "&amp;")}"' in found
    assert "paper-3" not in found
