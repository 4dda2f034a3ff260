"""The card of one figure: the number, the words that hold it, the article, and where to read it."""

from collections.abc import Iterable, Sequence
from typing import Final

import streamlit as st

from indicators.analysis import links, quotes
from indicators.analysis.quotes import Finding, PrintedPage
from indicators.export import citations
from indicators.model.entries import Article, Figure
from indicators.phrasing import calculations
from indicators.phrasing.figures import done, interval, main_number, printed, signed
from indicators.phrasing.names import Names
from indicators.phrasing.problems import sentence
from indicators.ui import citation_list, state
from indicators.ui.visit import Visit
from indicators.values import units
from indicators.values.problems import Problem
from indicators.values.text import LocalText, escape_markdown
from indicators.words import agreement as agreement_words
from indicators.words import citations as citation_words
from indicators.words import cli, terms
from indicators.words import ui as words

AROUND: Final = 240
"""Characters of a paragraph that are shown on either side of a quote."""
_BREAK: Final = "\n\n"


def drawer(visit: Visit) -> None:
    """The card at the side of the page, over what the reader was looking at."""
    title = visit.names.of(words.EVIDENCE)

    @st.dialog(title, width="medium", position="right", on_dismiss=state.close_figure)
    def show() -> None:
        # The body runs again by itself when a figure of the same article is chosen in it.
        figure = state.current().figure
        if figure:
            card(figure, visit)

    show()


def card(figure_id: str, visit: Visit) -> None:
    """Everything that is known of one figure."""
    names = visit.names
    figure = names.dataset.figures[figure_id]
    article = names.dataset.article_of[figure_id]
    metric = names.dataset.metrics[figure.metric]
    with st.container(key="evidence", gap="small"):
        place = names.of(terms.JOIN).join((names.place(figure.region, figure.sector), figure.period.label(names.lang)))
        st.caption(escape_markdown(place))
        st.markdown(f"### {escape_markdown(names.of(metric.name))}")
        _number(figure, names)
        text = visit.texts.get(article.id, "")
        _quote(figure, article, text, visit)
        _article(article, names)
        _links(figure, article, text, names)
        _facts(figure, names)
        _worked_out(figure, visit)
        _reports(figure, visit)
        _findings(visit.problems_of(figure.id), names)
        for note in (figure.note, article.note, metric.description):
            if note is not None:
                st.caption(escape_markdown(names.of(note)))
        _others(figure, article, names)
        st.caption(escape_markdown(names.of(words.PERMANENT)))
        st.code(state.address_of(figure.id), language=None, wrap_lines=True)
        _citation(figure, visit)


def _quote(figure: Figure, article: Article, text: str, visit: Visit) -> None:
    """The words that hold the number, marked in their paragraph where the article is held in full."""
    names = visit.names
    found = _in_text(figure, article, PrintedPage(text, visit.study.headlines)) if text else None
    if found is None:
        st.markdown(f"> {escape_markdown(names.of(words.QUOTED).format(quote=figure.quote))}")
        return
    start, end = _paragraph(text, found.start, found.end)
    before, said, after = text[start : found.start], text[found.start : found.end], text[found.end : end]
    marked = f"{escape_markdown(before)}:orange-background[**{escape_markdown(said)}**]{escape_markdown(after)}"
    st.markdown(f"> {marked}")
    st.caption(escape_markdown(names.of(words.TEXT_IS_HELD)))


def _in_text(figure: Figure, article: Article, page: PrintedPage) -> Finding | None:
    found = (one for one in quotes.find(article, page) if one.figure == figure.id)
    return next((one for one in found if one.status in {"found", "moved"}), None)


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the paragraph around a part of a text begins and ends, or as much of it as is shown."""
    first, last = text.rfind(_BREAK, 0, start) + 1, text.find(_BREAK, end)
    return max(first, start - AROUND), min(last if last >= 0 else len(text), end + AROUND)


def _number(figure: Figure, names: Names) -> None:
    """The number as it was printed, as large as it is important, and beside it how fast and how far."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        main = figure.text.printed if figure.text else signed(figure, names)
        st.markdown(f"## {escape_markdown(main)}", width="content")
        if figure.text and names.lang == "en":
            st.markdown(f"**{escape_markdown(printed(figure, names))}**", width="content")
        if figure.text and figure.growth:
            growth = names.of(words.GROWTH_LABEL)
            st.markdown(f"**{escape_markdown(signed(figure, names))}** {escape_markdown(growth)}", width="content")
        if figure.completion:
            share = units.compact(figure.completion.value, "percent", names.lang)
            done = names.of(words.COMPLETION_LABEL)
            st.markdown(f"**{escape_markdown(share)}** {escape_markdown(done)}", width="content")


def _article(article: Article, names: Names) -> None:
    publisher = names.publisher(article.publisher)
    st.markdown(f"**{escape_markdown(names.headline(article))}**")
    line = [publisher, article.published.label(names.lang)]
    if article.issuer:
        line.append(names.of(words.ISSUER).format(issuer=names.publisher(article.issuer)))
    st.caption(escape_markdown(names.of(terms.JOIN).join(line)))
    if names.lang == "en" and article.headline:
        st.caption(escape_markdown(words.HEADLINE_IS_TRANSLATED.en.format(headline=article.headline.zh)))


def _links(figure: Figure, article: Article, text: str, names: Names) -> None:
    found = links.links(article, names.dataset, figure.quote, text or None)
    if found and found[0].kind in {"archive", "search"}:
        st.caption(escape_markdown(names.of(words.ADDRESS_UNKNOWN)))
    with st.container(horizontal=True):
        for link in found:
            label = names.of(words.LINKS[link.kind]).format(host=link.host)
            st.link_button(escape_markdown(label), link.url, icon=":material/open_in_new:")


def _facts(figure: Figure, names: Names) -> None:
    facts: list[tuple[LocalText, str]] = []
    if figure.text is not None:
        facts.append((words.VALUE, units.full(figure.text.value, figure.text.unit, names.lang)))
        if figure.text.low != figure.text.high:
            facts.append((words.RANGE, interval(figure.text, names)))
        if figure.text.qualifier != "exact":
            facts.append((words.QUALIFIER, names.of(terms.QUALIFIERS[figure.text.qualifier])))
    if figure.growth is not None:
        facts.append((words.GROWTH_LABEL, figure.growth.printed))
    if figure.completion is not None:
        facts.append((words.COMPLETION_LABEL, done(figure, names)))
    facts.append((words.NATURE_LABEL, names.nature(figure.nature)))
    facts.append((words.MEASURED, names.of(terms.METRIC_KINDS[names.dataset.metrics[figure.metric].kind])))
    if figure.part_of is not None:
        whole = names.dataset.figures[figure.part_of]
        facts.append((words.PART_OF, f"{names.metric(whole.metric)} {printed(whole, names)}"))
    _table(facts, names)


def _table(facts: Iterable[tuple[LocalText, str]], names: Names) -> None:
    _rows((names.of(label), value) for label, value in facts)


def _rows(cells: Iterable[tuple[str, str]]) -> None:
    lines = [f"| {escape_markdown(label)} | {escape_markdown(value)} |" for label, value in cells]
    st.markdown("\n".join(["| | |", "|---|---|", *lines]))


def _worked_out(figure: Figure, visit: Visit) -> None:
    """What follows from the figure, each with its formula and the interval that printing leaves open."""
    found = [calculations.of(one, visit.names) for one in visit.study.worked_out.about(figure.id)]
    if not found:
        return
    names = visit.names
    st.caption(escape_markdown(names.of(words.WORKED_OUT)))
    _rows((one.label, _said(one, names)) for one in found)


def _said(one: calculations.Calculation, names: Names) -> str:
    interval = names.of(words.BRACKETS).format(words=one.interval) if one.interval else ""
    return f"{one.value}{interval} = {one.formula}"


def _reports(figure: Figure, visit: Visit) -> None:
    """Who else reports the same thing, and whether they agree."""
    names = visit.names
    found = visit.study.reports.get(figure.id)
    if found is None:
        return
    verdict = names.of(agreement_words.VERDICTS[found.verdict])
    st.caption(escape_markdown(names.of(words.REPORTED_BY).format(verdict=verdict)))
    with st.container(gap=None):
        for witness in found.witnesses:
            _report(witness.figure, witness.article, figure, names)
    corrected = found.superseded.get(figure.id)
    if corrected is not None:
        reason = names.dataset.figures[corrected].reason
        told = names.of(words.CORRECTED).format(reason=names.of(reason) if reason else "")
        st.warning(escape_markdown(told))


def _report(other: Figure, article: Article, figure: Figure, names: Names) -> None:
    number = main_number(other, names)
    who = names.of(terms.JOIN).join((names.publisher(article.publisher), article.published.label(names.lang)))
    line = f"{escape_markdown(who)}  **{escape_markdown(number)}**"
    if other.id == figure.id:
        st.markdown(line)
    else:
        st.button(line, key=f"report-{other.id}", type="tertiary", on_click=state.open_figure, args=(other.id,))


def _findings(found: Iterable[Problem], names: Names) -> None:
    """What the checks say of the figure, and why what is accepted stays as it is."""
    for problem in found:
        severity = names.of(cli.SEVERITY_NAMES[problem.severity])
        told = names.of(words.FINDING).format(severity=severity, message=sentence(problem, names.lang, short=True))
        if problem.accepted is not None:
            told = names.of(words.ACCEPTED).format(finding=told, reason=names.of(problem.accepted))
        st.caption(escape_markdown(told))


def _citation(figure: Figure, visit: Visit) -> None:
    """How to cite it in every style."""
    with st.expander(escape_markdown(visit.names.of(citation_words.CITE))):
        citation_list.show(
            citations.cite_figure(figure.id, visit.names, state.address_of(figure.id), citation_list.today()),
            visit.names,
        )


def _others(figure: Figure, article: Article, names: Names) -> None:
    others = [other for other in article.figures if other.id != figure.id]
    if others:
        st.caption(escape_markdown(names.of(words.OF_THE_SAME)))
        figure_list([other.id for other in others], names, key="other")


LISTED: Final = 60
"""So many figures stand in a list."""


def figure_list(figures: Sequence[str], names: Names, *, key: str) -> None:
    """Figures, a line each; choosing one opens its evidence. ``key`` tells the lists of a page apart."""
    with st.container(gap=None):
        for figure in map(names.dataset.figures.__getitem__, figures[:LISTED]):
            number = main_number(figure, names)
            name = (
                names.metric(figure.metric),
                names.place(figure.region, figure.sector),
                figure.period.label(names.lang),
            )
            label = f"{escape_markdown(names.of(terms.JOIN).join(name))}  **{escape_markdown(number)}**"
            st.button(label, key=f"{key}-{figure.id}", type="tertiary", on_click=state.open_figure, args=(figure.id,))
        if len(figures) > LISTED:
            st.caption(escape_markdown(names.of(words.NOT_LISTED).format(count=f"{len(figures) - LISTED:,}")))


def article_head(article: Article, names: Names) -> None:
    """An article in a list: its headline, who printed it when, and where it can be read."""
    st.markdown(f"#### {escape_markdown(names.headline(article))}")
    line = (names.publisher(article.publisher), article.published.label(names.lang))
    st.caption(escape_markdown(names.of(terms.JOIN).join(line)))
    with st.container(horizontal=True, gap="medium"):
        for link in links.links(article, names.dataset):
            label = names.of(words.LINKS[link.kind]).format(host=link.host)
            st.link_button(escape_markdown(label), link.url, type="tertiary", icon=":material/open_in_new:")
