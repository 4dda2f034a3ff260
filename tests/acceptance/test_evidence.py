"""The page of a figure in the dashboard and on the site says all that its evidence says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import html5lib
import pytest

from indicators import settings, study
from indicators.loading import loader
from indicators.phrasing import evidence
from indicators.phrasing.evidence import Evidence
from indicators.phrasing.figures import Mention, mention
from indicators.phrasing.names import Names
from indicators.phrasing.number_words import NumberWords
from indicators.site.pages import figure as figure_page
from indicators.site.volume import Volume
from indicators.study import Study
from indicators.values.problems import Problem
from indicators.values.text import LANGS, Lang
from indicators.words import terms
from tests import SAMPLE
from tests.builders import make_article, make_dataset, make_figure
from tests.ui.visits import fine, html, visit, words_of

NOT_READ = {
    *("figure", "article", "url", "others", "of_metric"),
    *("look", "role", "outcome", "name"),
}
"""Fields of the evidence that lead somewhere, or are drawn as a mark, instead of saying something."""


NOT_READ_OF = {(NumberWords, "number"), (Mention, "nature")}


@pytest.fixture(scope="module")
def loaded() -> loader.Loaded:
    return loader.load(SAMPLE)


@pytest.fixture(scope="module")
def whole(loaded: loader.Loaded) -> Study:
    assert loaded.dataset is not None
    return study.of(loaded.dataset)


@pytest.fixture(scope="module")
def problems(loaded: loader.Loaded) -> dict[str, list[Problem]]:
    """What the checks say of each figure, by its id."""
    by_figure: dict[str, list[Problem]] = {}
    for problem in (*loaded.problems, *loaded.accepted):
        by_figure.setdefault(problem.about, []).append(problem)
    return by_figure


def squeezed(text: str) -> str:
    """Without white space, which a page and a table set each in their way."""
    return "".join(text.split())


def said(shown: Any) -> Iterator[str]:
    """Every text in the evidence."""
    if isinstance(shown, str):
        yield shown
    elif isinstance(shown, tuple):
        for part in shown:
            yield from said(part)
    elif is_dataclass(shown):
        for field in fields(shown):
            if field.name not in NOT_READ and (type(shown), field.name) not in NOT_READ_OF:
                yield from said(getattr(shown, field.name))


def led(shown: Evidence) -> set[str]:
    """The ids of all figures that the evidence leads to."""
    linked = {fact.figure for fact in shown.facts if fact.figure} | set(shown.others)
    linked |= {other.figure for derivation in shown.derivations for other in derivation.others}
    linked |= (
        {bar.figure for bar in shown.comparison.bars if bar.figure} - {shown.figure} if shown.comparison else set()
    )
    linked |= {point.figure for point in shown.series.points} - {shown.figure} if shown.series else set()
    linked |= set(shown.of_metric)
    linked |= {report.figure for report in shown.reports.mentions} - {shown.figure} if shown.reports else set()
    linked |= {correction.figure for correction in shown.corrections}
    return linked - {"", shown.figure}


def compare(whole: Study, problems: Mapping[str, Sequence[Problem]], lang: Lang) -> None:
    """The page of every figure, held against its evidence."""
    names = Names(whole.dataset, lang)
    volume = Volume(whole, names, "", {}, problems=problems)
    for figure in whole.dataset.figures.values():
        shown = evidence.of(figure, names, whole, problems=problems.get(figure.id, ()))
        page = html5lib.parse(figure_page.page(figure, volume).body, namespaceHTMLElements=False)
        titles = [element.get("title") or element.get("aria-label") or "" for element in page.iter()]
        on_page = squeezed("".join([*page.itertext(), *titles]))
        texts_ = [*said(shown), *(mention(names.dataset.figures[key], names).name for key in shown.others)]
        for part in (part for text in texts_ for part in text.split(names.of(terms.JOIN))):
            assert squeezed(part) in on_page, (figure.id, part)
        assert shown.main.number
        assert [element.text for element in page.iter("span") if element.get("class") == "large"] == [shown.main.number]
        hrefs = {element.get("href") for element in page.iter("a")}
        assert {way.url for way in shown.publication.ways} <= hrefs
        assert led(shown) <= {re.sub(r"^(\.\./figure/)?(.*)\.html$", r"\2", str(href)) for href in hrefs}


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_says_all_that_the_evidence_says(whole: Study, problems: dict[str, list[Problem]], lang: Lang) -> None:
    compare(whole, problems, lang)


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_so_it_does_of_what_the_shipped_data_has_none_of(lang: Lang) -> None:
    """Only a share of a plan, a target, reports that disagree, a correction, a very long article."""
    more = [{"period": f"{year}", "text": f"{year}亿元", "quote": f"{year}亿元"} for year in range(1950, 2014)]
    long = [make_figure(id=f"f{each['period']}", **each) for each in more]
    share = {"text": None, "completion": "52.1%", "plan": "target", "period": "2021-S1", "quote": "52.1%"}
    target = {"nature": "target", "period": "2021", "text": "120亿元", "quote": "120亿元"}
    first = make_article(make_figure(), make_figure(id="share", **share), make_figure(id="target", **target), *long)
    again = make_figure(id="again", text="60亿元", quote="60亿元")
    corrected = {"supersedes": "again", "reason": {"zh": "口径调整", "en": "The definition was changed."}}
    last = make_figure(id="last", text="59亿元", quote="59亿元", **corrected)
    others = [make_article(figure, id=figure.id, published="2022-09-01") for figure in (again, last)]
    dataset = make_dataset(first, *others)
    compare(study.of(dataset), {}, lang)


def test_what_was_left_out_before_is_there(whole: Study, problems: dict[str, list[Problem]]) -> None:
    """Shares of plans without an amount, what is worked out with a figure, and findings that were accepted."""
    figures, names = whole.dataset.figures, Names(whole.dataset, "en")
    every = {key: evidence.of(figure, names, whole, problems=problems.get(key, ())) for key, figure in figures.items()}
    assert every["wulian-industry-value-added-2015"].main.number
    assert sum(len(shown.derivations) > len(whole.worked_out[key]) for key, shown in every.items()) == 14
    assert sum(bool(shown.checks) for shown in every.values()) == 6


@pytest.mark.parametrize(
    "key",
    ["wulian-industry-value-added-2015", "rizhao-transport-investment-2022s1", "rizhao-postdoc-bases-new-2024"],
)
def test_the_dashboard_shows_the_evidence(
    whole: Study, problems: dict[str, list[Problem]], key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(settings.DATA, str(SAMPLE))
    shown = evidence.of(whole.dataset.figures[key], Names(whole.dataset, "en"), whole, problems=problems.get(key, ()))
    on_page = squeezed(words_of(at := fine(visit(figure=key, lang="en"))))
    titles = squeezed(" ".join(re.findall('(?:title|aria-label)="([^"]*)"', html(at))))
    assert not [text for text in said(shown) if squeezed(text) not in on_page + titles]
    assert f'<span class="large">{shown.main.number}</span>' in html(at)
