"""That a number in words says when it is a target or an expectation, and which modules may leave that out."""

import re
from typing import Any

import pytest

from indicators import study
from indicators.analysis import formulas
from indicators.model.subjects import Nature
from indicators.phrasing import calculations, evidence, figures
from indicators.phrasing.names import Names
from indicators.values.text import Lang
from tests import ROOT
from tests.builders import make_article, make_dataset, make_figure

LEAVE_IT_OUT = {
    "indicators/cli/commands/show.py": "its table has a column with the nature",
    "indicators/pages/places/comparison_table.py": "a row is of one nature, below its name, or has its mark",
    "indicators/export/citations.py": "its sentence says it once, behind all the numbers",
    "indicators/pages/figures/explore.py": "the card of a figure has the mark before the number and the word behind it",
    "indicators/pages/figures/table_rows.py": "a row has the mark before the number, and the word beside its name",
    "indicators/pages/places/table.py": "a row has the mark before the number and the word beside the metric",
    "indicators/phrasing/briefs.py": "its sentences say what was expected, and what was a target",
    "indicators/phrasing/calculations.py": "a formula names the amount, with its nature, beside the growth",
    "indicators/pages/search_index.py": "a hit has the mark of the nature before it, and the word behind the place",
    "indicators/phrasing/main_number.py": "the nature stands beside the large number, with its mark",
    "indicators/phrasing/figures.py": "it adds the nature",
    "indicators/phrasing/standings.py": "only actual numbers are compared",
}
"""The modules that may write a number without its nature, and why a reader sees that none the less."""
ALL_THREE = {"growth": "5.0%", "completion": "52.1%", "plan": "annual"}


def test_only_lines_that_say_it_elsewhere_leave_the_nature_out() -> None:
    paths = (ROOT / "indicators").rglob("*.py")
    users = {path.relative_to(ROOT).as_posix() for path in paths if re.search(r"\bbare_\w+", path.read_text("utf-8"))}
    assert users == LEAVE_IT_OUT.keys()


@pytest.mark.parametrize(
    ("nature", "zh", "en"),
    [("actual", "", ""), ("target", "（目标）", " (target)"), ("expected", "（预计）", " (expected)")],
)
@pytest.mark.parametrize("phrase", ["printed", "signed", "done", "share", "main_number", "amount_and_growth"])
def test_every_number_has_its_nature_behind_it(phrase: str, nature: Nature, zh: str, en: str) -> None:
    dataset = make_dataset(make_article(make_figure(nature=nature, **ALL_THREE)))
    figure = dataset.figures["city-revenue"]
    lang: Lang
    for lang, word in (("zh", zh), ("en", en)):
        names = Names(dataset, lang)
        words = getattr(figures, phrase)(figure, names)
        assert words == getattr(figures, phrase)(figure.model_copy(update={"nature": "actual"}), names) + word
        assert words.count(word) == 1 or not word


@pytest.mark.parametrize("phrase", ["printed", "signed", "done", "share"])
def test_what_is_not_reported_has_no_nature(phrase: str) -> None:
    changes = {"text": None, "growth": "5.0%"} if phrase != "signed" else {}
    figure = make_figure(nature="target", **changes)
    assert getattr(figures, phrase)(figure, Names(make_dataset(), "en")) in {"", "not reported"}


def test_a_mention_and_a_hover_say_it() -> None:
    dataset = make_dataset(make_article(make_figure(nature="expected")))
    figure, names = dataset.figures["city-revenue"], Names(dataset, "en")
    assert figures.mention(figure, names).number == "¥5.692 bn (expected)"
    assert "¥5.692 bn (expected)" in figures.hover(figure, names)


@pytest.mark.parametrize(
    ("part", "whole", "value"),
    [
        ("target", "target", "50% (target)"),
        ("expected", "expected", "about 50% (expected)"),
        ("actual", "actual", "about 50%"),
        ("actual", "target", "about 50%"),
        ("expected", "target", "about 50% (expected)"),
    ],
)
def test_what_is_worked_out_for_a_target_or_an_expectation_is_one(part: str, whole: str, value: str) -> None:
    figures_of = (make_figure(id="a", nature=part, text="5.0亿元"), make_figure(id="b", nature=whole, text="10.0亿元"))
    names = Names(make_dataset(make_article(*figures_of)), "en")
    derived = formulas.share(*figures_of)
    assert derived is not None
    assert calculations.value(derived, names) == value


def test_what_a_target_grows_from_is_no_target() -> None:
    target = make_figure(nature="target", growth="10%")
    dataset = make_dataset(make_article(target))
    base = formulas.base(target, dataset)
    assert base is not None
    assert calculations.value(base, Names(dataset, "en")) == "about ¥5.175 bn"


def evidence_of(**changes: Any) -> evidence.Evidence:
    dataset = make_dataset(make_article(make_figure(**changes)))
    return evidence.of(dataset.figures["city-revenue"], Names(dataset, "en"), study.of(dataset))


def test_the_heading_of_the_evidence_says_it() -> None:
    shown = evidence_of(nature="target").main
    assert (shown.number, shown.look, shown.nature) == ("¥5.692 bn", "target", "target")


def test_previews_of_links_say_it_before_the_quote() -> None:
    dataset = make_dataset(make_article(make_figure(nature="expected")))
    summary = evidence.summary(dataset.figures["city-revenue"], Names(dataset, "zh"))
    assert summary.startswith("预计：“……收入56.92亿元……”")
