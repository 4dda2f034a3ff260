"""The dashboard's card of a figure and its page of the site say the same: all that its evidence says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import html5lib
import pytest

from indicators import study
from indicators.loading import loader
from indicators.phrasing import evidence
from indicators.phrasing.evidence import Evidence
from indicators.phrasing.figures import mention
from indicators.phrasing.names import Names
from indicators.site.pages import figure as figure_page
from indicators.site.volume import Volume
from indicators.study import Study
from indicators.ui import app
from indicators.ui import evidence as cards
from indicators.values.problems import Problem
from indicators.values.text import LANGS, Lang
from indicators.words import terms
from tests import SAMPLE
from tests.builders import make_article, make_dataset, make_figure
from tests.ui.test_pages import fine, plain, texts, visit

NOT_READ = {"figure", "nature", "article", "url", "others", "number"}
"""Fields of the evidence that lead somewhere, or are drawn as a mark, instead of saying something."""


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


class Recorder:
    """Stands in for Streamlit: it notes the texts that it is given, and where they lead."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.leads: set[str] = set()

    def __getattr__(self, element: str) -> Any:
        def note(*texts: Any, args: tuple[str, ...] = (), **_options: Any) -> "Recorder":
            if element == "link_button":
                self.leads.add(texts[1])
            self.texts.append(str(texts[0]) if texts else "")
            self.leads.update(args)
            return self

        return note

    def __enter__(self) -> None: ...
    def __exit__(self, *_: object) -> None: ...


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
            if field.name not in NOT_READ:
                yield from said(getattr(shown, field.name))


def led(shown: Evidence) -> set[str]:
    """The ids of all figures that the evidence leads to."""
    linked = {fact.figure for fact in shown.facts if fact.figure} | set(shown.others)
    linked |= {other.figure for derivation in shown.derivations for other in derivation.others}
    linked |= {report.figure for report in shown.reports.mentions} - {shown.figure} if shown.reports else set()
    return linked | {correction.figure for correction in shown.corrections}


def compare(whole: Study, problems: Mapping[str, Sequence[Problem]], lang: Lang, patch: pytest.MonkeyPatch) -> None:
    """Card and page of every figure, each held against the evidence."""
    names = Names(whole.dataset, lang)
    volume = Volume(whole, names, "", {}, problems=problems)
    for figure in whole.dataset.figures.values():
        shown = evidence.of(figure, names, whole, problems=problems.get(figure.id, ()))
        card, page = Recorder(), html5lib.parse(figure_page.page(figure, volume).body, namespaceHTMLElements=False)
        patch.setattr(cards, "st", card)
        cards.lay_out(shown, names)
        on_card = squeezed("".join(map(plain, card.texts)))
        on_page = squeezed("".join(page.itertext()))
        texts_ = [*said(shown), *(mention(names.dataset.figures[key], names).name for key in shown.others)]
        for part in (part for text in texts_ for part in text.split(names.of(terms.JOIN))):
            assert squeezed(part) in on_card, figure.id
            assert squeezed(part) in on_page, figure.id
        assert shown.main.number
        assert f"## {shown.main.number}" in map(plain, card.texts)
        assert [element.text for element in page.iter("span") if element.get("class") == "large"] == [shown.main.number]
        hrefs = {element.get("href") for element in page.iter("a")}
        assert {way.url for way in shown.publication.ways} <= card.leads & hrefs
        assert led(shown) <= card.leads
        assert led(shown) <= {re.sub(r"^(\.\./figure/)?(.*)\.html$", r"\2", str(href)) for href in hrefs}


@pytest.mark.parametrize("lang", LANGS)
def test_card_and_page_say_all_that_the_evidence_says(
    whole: Study, problems: dict[str, list[Problem]], lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    compare(whole, problems, lang, monkeypatch)


@pytest.mark.parametrize("lang", LANGS)
def test_so_they_do_of_what_the_shipped_data_has_none_of(lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
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
    compare(study.of(dataset), {}, lang, monkeypatch)


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
    monkeypatch.setenv(app.DATA, str(SAMPLE))
    shown = evidence.of(whole.dataset.figures[key], Names(whole.dataset, "en"), whole, problems=problems.get(key, ()))
    at = fine(visit(figure=key, lang="en"))
    labels = [button.label for button in at.button] + [link.proto.label for link in at.get("link_button")]
    on_card = squeezed("".join(map(plain, [*texts(at), *labels])))
    assert not [text for text in said(shown) if squeezed(text) not in on_card]
    assert f"## {shown.main.number}" in [plain(markdown.value) for markdown in at.markdown]
