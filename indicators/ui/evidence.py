"""The evidence of a figure as a card: laid out as phrasing/evidence.py has it, with buttons that open other figures."""

from collections.abc import Iterable, Sequence
from typing import Final

import streamlit as st

from indicators.export import citations
from indicators.model.entries import Article
from indicators.phrasing import articles, evidence
from indicators.phrasing.articles import Publication
from indicators.phrasing.evidence import Derivation, Evidence, Fact, MainNumber, ReportList
from indicators.phrasing.figures import Mention, mention
from indicators.phrasing.names import Names
from indicators.phrasing.number_words import NumberWords
from indicators.ui import citation_list, state
from indicators.ui.visit import Visit
from indicators.values.text import escape_markdown
from indicators.words import citations as citation_words
from indicators.words import evidence as words
from indicators.words import terms
from indicators.words.ui import EVIDENCE

LISTED: Final = 60
"""The most figures in a list."""


def drawer(visit: Visit) -> None:
    """The card at the side of the page, over what the reader was looking at."""

    @st.dialog(visit.names.of(EVIDENCE), width="medium", position="right", on_dismiss=state.close_figure)
    def show() -> None:
        # The body runs again by itself when a figure of the same article is chosen in it.
        if state.current().figure:
            card(visit)

    show()


def card(visit: Visit) -> None:
    """Everything that is known of the figure that the View has chosen, the words of the chosen number first."""
    names, view = visit.names, state.current()
    figure, article = names.dataset.figures[view.figure], names.dataset.article_of[view.figure]
    problems, text = visit.problems_of(figure.id), visit.texts.get(article.id, "")
    link = state.address_of(figure.id, view.number)
    with st.container(key="evidence", gap="small"):
        shown = evidence.of(figure, names, visit.study, number=view.number, problems=problems, text=text)
        lay_out(shown, names)
        st.caption(escape_markdown(names.of(words.PERMANENT)))
        st.code(link, language=None, wrap_lines=True)
        with st.expander(escape_markdown(names.of(citation_words.CITE))):
            cited = citations.cite_figure(figure.id, names, link, citation_list.today(), number=view.number)
            citation_list.show(cited, names)


def lay_out(shown: Evidence, names: Names) -> None:
    """All that the evidence says, from the most important down."""
    place = (shown.region, shown.sector, shown.group, shown.period)
    st.caption(escape_markdown(names.of(terms.JOIN).join(filter(None, place))))
    st.markdown(f"### {escape_markdown(shown.metric)}")
    _main_number(shown.main)
    _words(shown)
    _publication(shown.publication)
    _words_of_others(shown.words[1:], names)
    _facts(shown.facts)
    _derivations(shown.derivations, names)
    if shown.reports:
        _reports(shown.reports, shown.figure)
    for correction in shown.corrections:
        st.warning(escape_markdown(correction.sentence))
        _opening(mention(names.dataset.figures[correction.figure], names), "correction")
    for line in (*shown.checks, *shown.notes):
        st.caption(escape_markdown(line))
    if shown.others:
        st.caption(escape_markdown(names.of(words.OF_THE_SAME)))
        figure_list(shown.others, names, key="other")
    if shown.more:
        st.caption(escape_markdown(shown.more))


def _main_number(main: MainNumber) -> None:
    """The printed number in large type, and beside it its translation, growth and share of the plan."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.markdown(f"## {escape_markdown(main.number)}", width="content")
        if main.label:
            st.markdown(escape_markdown(main.label), width="content")
        if main.translation:
            st.markdown(f"**{escape_markdown(main.translation)}**", width="content")
        for rate in main.beside:
            st.markdown(f"**{escape_markdown(rate.value)}** {escape_markdown(rate.label)}", width="content")


def _words(shown: Evidence) -> None:
    """The words that hold the chosen number, in their paragraph where the article is held in full."""
    passage = shown.passage
    if shown.words[0].label:
        st.caption(escape_markdown(shown.words[0].label))
    if passage is None:
        st.markdown(f"> {_in_markdown(shown.words[0])}")
        return
    start, end = passage.marked
    quoted = passage.quoted
    marked = f"{_in_gray(quoted[:start])}{_in_orange(quoted[start:end])}{_in_gray(quoted[end:])}"
    st.markdown(f"> {_part(passage.before)}{marked}{_part(passage.after)}")
    st.caption(escape_markdown(passage.note))


def _words_of_others(several: Sequence[NumberWords], names: Names) -> None:
    """The words that hold the other numbers of the figure, each under its name."""
    if several:
        st.caption(escape_markdown(names.of(words.WORDS_OF_OTHERS)))
    for other in several:
        st.markdown(f"{escape_markdown(other.label)}  {_in_markdown(other)}")


def _in_markdown(number_words: NumberWords) -> str:
    if number_words.missing:
        return escape_markdown(number_words.missing)
    return f"{_part(number_words.before)}{_in_orange(number_words.marked)}{_part(number_words.after)}"


def _part(text: str) -> str:
    """A part of a sentence escaped, with the spaces that part it from the rest: RMB 200.3 billion, not RMB200.3."""
    before = " " if text[:1].isspace() else ""
    after = " " if text.strip() and text[-1].isspace() else ""
    return f"{before}{escape_markdown(text)}{after}"


def _in_orange(text: str) -> str:
    return f":orange-background[{_part(text)}]" if text else ""


def _in_gray(text: str) -> str:
    return f":gray-background[{_part(text)}]" if text else ""


def _publication(publication: Publication) -> None:
    st.markdown(f"**{escape_markdown(publication.headline)}**")
    for note in filter(None, (publication.byline, publication.original, publication.unknown)):
        st.caption(escape_markdown(note))
    with st.container(horizontal=True):
        for way in publication.ways:
            st.link_button(escape_markdown(way.label), way.url, icon=":material/open_in_new:")


def _facts(facts: Sequence[Fact]) -> None:
    """What is known of the figure, and below it the figures that it is a part of, or is held against."""
    _table((fact.label, fact.value) for fact in facts if not fact.figure)
    for fact in facts:
        if fact.figure:
            _opening(Mention(fact.figure, fact.label, fact.value), "fact")


def _table(rows: Iterable[tuple[str, str]]) -> None:
    lines = [f"| {escape_markdown(label)} | {escape_markdown(value)} |" for label, value in rows]
    st.markdown("\n".join(["| | |", "|---|---|", *lines]))


def _derivations(derivations: Sequence[Derivation], names: Names) -> None:
    """What was worked out with the figure, and below it the other figures that this took."""
    if not derivations:
        return
    st.caption(escape_markdown(names.of(words.WORKED_OUT)))
    _table((derivation.label, derivation.working) for derivation in derivations)
    others = dict.fromkeys(other for derivation in derivations for other in derivation.others)
    if others:
        st.caption(escape_markdown(names.of(words.INPUTS)))
        with st.container(gap=None):
            for other in others:
                _opening(other, "input")


def _reports(reports: ReportList, own: str) -> None:
    """Who else reports the same thing, and whether they agree."""
    st.caption(escape_markdown(reports.title))
    with st.container(gap=None):
        for report in reports.mentions:
            _opening(report, "report", own=report.figure == own)


def figure_list(figures: Sequence[str], names: Names, *, key: str) -> None:
    """Figures, a line each; choosing one opens its evidence. ``key`` tells the lists of a page apart."""
    with st.container(gap=None):
        for figure in figures[:LISTED]:
            _opening(mention(names.dataset.figures[figure], names), key)
        if len(figures) > LISTED:
            st.caption(escape_markdown(names.of(words.NOT_LISTED).format(count=f"{len(figures) - LISTED:,}")))


def _opening(named: Mention, key: str, *, own: bool = False) -> None:
    """A line that opens the evidence of the figure that it names, unless that is its ``own``."""
    line = f"{escape_markdown(named.name)}  {words.MARKS[named.nature]}**{escape_markdown(named.number)}**"
    if own:
        st.markdown(line)
        return
    figure = named.figure
    st.button(line, key=f"{key}-{figure}", type="tertiary", on_click=state.open_figure, args=(figure,))


def article_head(article: Article, names: Names) -> None:
    """An article in a list: its headline, who printed it when, and where it can be read."""
    publication = articles.publication(article, names)
    st.markdown(f"#### {escape_markdown(publication.headline)}")
    st.caption(escape_markdown(publication.byline))
    with st.container(horizontal=True, gap="medium"):
        for way in publication.ways:
            st.link_button(escape_markdown(way.label), way.url, type="tertiary", icon=":material/open_in_new:")
