"""The card of one figure: the number, the words that hold it, the article, and where to read it."""

from collections.abc import Iterable

import streamlit as st

from indicators import derived, links, quantities, stories, units
from indicators.derived import Derived
from indicators.model import Article, Figure
from indicators.names import Names
from indicators.quantities import Quantity
from indicators.text import LocalText, escape_markdown
from indicators.ui import state
from indicators.words import terms
from indicators.words import ui as words


def drawer(names: Names) -> None:
    """The card at the side of the page, over what the reader was looking at."""
    title = names.of(words.EVIDENCE)

    @st.dialog(title, width="medium", position="right", on_dismiss=state.close_figure)
    def show() -> None:
        # The body runs again by itself when a figure of the same article is chosen in it.
        figure = state.current().figure
        if figure:
            card(figure, names)

    show()


def card(figure_id: str, names: Names) -> None:
    """Everything that is known of one figure."""
    figure = names.dataset.figures[figure_id]
    article = names.dataset.article_of[figure_id]
    metric = names.dataset.metrics[figure.metric]
    with st.container(key="evidence", gap="small"):
        place = names.of(terms.JOIN).join((names.place(figure.region, figure.sector), figure.period.label(names.lang)))
        st.caption(escape_markdown(place))
        st.markdown(f"### {escape_markdown(names.of(metric.name))}")
        _number(figure, names)
        st.markdown(f"> {escape_markdown(names.of(words.QUOTED).format(quote=figure.quote))}")
        _article(article, names)
        _links(figure, article, names)
        _facts(figure, names)
        for note in (figure.note, article.note, metric.description):
            if note is not None:
                st.caption(escape_markdown(names.of(note)))
        _others(figure, article, names)
        st.caption(escape_markdown(names.of(words.PERMANENT)))
        st.code(state.address_of(figure.id), language=None, wrap_lines=True)


def _number(figure: Figure, names: Names) -> None:
    """The number as it was printed, as large as it is important, and beside it how fast and how far."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        main = figure.text.printed if figure.text else stories.signed(figure, names)
        st.markdown(f"## {escape_markdown(main)}", width="content")
        if figure.text and names.lang == "en":
            st.markdown(f"**{escape_markdown(stories.printed(figure, names))}**", width="content")
        if figure.text and figure.growth:
            growth = names.of(words.GROWTH_LABEL)
            st.markdown(
                f"**{escape_markdown(stories.signed(figure, names))}** {escape_markdown(growth)}", width="content"
            )
        if figure.completion:
            share = quantities.compact(figure.completion.value, "percent", names.lang)
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


def _links(figure: Figure, article: Article, names: Names) -> None:
    found = links.links(article, names.dataset, figure.quote)
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
            facts.append((words.RANGE, _interval(figure.text, names)))
        if figure.text.qualifier != "exact":
            facts.append((words.QUALIFIER, names.of(terms.QUALIFIERS[figure.text.qualifier])))
    if figure.growth is not None:
        facts.append((words.GROWTH_LABEL, figure.growth.printed))
    if figure.completion is not None:
        facts.append((words.COMPLETION_LABEL, stories.done(figure, names)))
    facts.append((words.NATURE_LABEL, names.nature(figure.nature)))
    facts.append((words.MEASURED, names.of(terms.METRIC_KINDS[names.dataset.metrics[figure.metric].kind])))
    if figure.part_of is not None:
        whole = names.dataset.figures[figure.part_of]
        facts.append((words.PART_OF, f"{names.metric(whole.metric)} {stories.printed(whole, names)}"))
    facts += _derived(figure, names)
    lines = [f"| {escape_markdown(names.of(label))} | {escape_markdown(value)} |" for label, value in facts]
    st.markdown("\n".join(["| | |", "|---|---|", *lines]))


def _derived(figure: Figure, names: Names) -> list[tuple[LocalText, str]]:
    """What follows from the figure, marked as worked out, each with the interval that printing leaves open."""
    found = ((words.BASE, derived.base(figure, names.dataset)), (words.PLAN, derived.plan(figure)))
    return [(label, _worked_out(number, names)) for label, number in found if number is not None]


def _worked_out(number: Derived, names: Names) -> str:
    value, low, high = (
        units.compact(part, number.unit, names.lang) for part in (number.value, number.low, number.high)
    )
    interval = names.of(words.INTERVAL).format(low=low, high=high)
    return names.of(words.WORKED_OUT).format(value=value, interval=interval)


def _interval(quantity: Quantity, names: Names) -> str:
    low = units.full(quantity.low, quantity.unit, names.lang)
    if quantity.high.is_infinite():
        return names.of(words.INTERVAL_OPEN).format(low=low)
    return names.of(words.INTERVAL).format(low=low, high=units.full(quantity.high, quantity.unit, names.lang))


def _others(figure: Figure, article: Article, names: Names) -> None:
    others = [other for other in article.figures if other.id != figure.id]
    if others:
        st.caption(escape_markdown(names.of(words.OF_THE_SAME)))
        figure_list(others, names, key="other")


def figure_list(figures: Iterable[Figure], names: Names, *, key: str) -> None:
    """Figures of an article, a line each; choosing one opens its evidence. ``key`` tells the lists of a page apart."""
    with st.container(gap=None):
        for figure in figures:
            number = stories.printed(figure, names) if figure.text else stories.signed(figure, names)
            name = (
                names.metric(figure.metric),
                names.place(figure.region, figure.sector),
                figure.period.label(names.lang),
            )
            label = f"{escape_markdown(names.of(terms.JOIN).join(name))}  **{escape_markdown(number)}**"
            st.button(label, key=f"{key}-{figure.id}", type="tertiary", on_click=state.open_figure, args=(figure.id,))


def article_head(article: Article, names: Names) -> None:
    """An article in a list: its headline, who printed it when, and where it can be read."""
    st.markdown(f"#### {escape_markdown(names.headline(article))}")
    line = (names.publisher(article.publisher), article.published.label(names.lang))
    st.caption(escape_markdown(names.of(terms.JOIN).join(line)))
    with st.container(horizontal=True, gap="medium"):
        for link in links.links(article, names.dataset):
            label = names.of(words.LINKS[link.kind]).format(host=link.host)
            st.link_button(escape_markdown(label), link.url, type="tertiary", icon=":material/open_in_new:")
