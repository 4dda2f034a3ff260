"""The card of one figure: the number, the words that hold it, the article, and where to read it."""

import streamlit as st

from indicators import links, quantities, stories
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
        place = names.of(terms.JOIN).join(
            (names.place(figure.region, figure.sector), figure.period.label(names.lang))
        )
        st.caption(escape_markdown(place))
        st.markdown(f"### {escape_markdown(names.of(metric.name))}")
        _number(figure, names)
        st.markdown(f"> {escape_markdown(names.of(QUOTED).format(quote=figure.quote))}")
        _article(article, names)
        _links(figure, article, names)
        _facts(figure, names)
        for note in (figure.note, article.note, metric.description):
            if note is not None:
                st.caption(escape_markdown(names.of(note)))
        _others(figure, article, names)


QUOTED = LocalText(zh="“……{quote}……”", en="“…{quote}…”")


def _number(figure: Figure, names: Names) -> None:
    """The number as large as it is important, and beside it how fast and how far."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        main = figure.text.printed if figure.text else stories.signed(figure, names)
        st.markdown(f"## {escape_markdown(main)}", width="content")
        if figure.text and figure.growth:
            growth = names.of(words.GROWTH_LABEL)
            st.markdown(f"**{escape_markdown(stories.signed(figure, names))}** {escape_markdown(growth)}", width="content")
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
        for index, link in enumerate(found):
            label = names.of(words.LINKS[link.kind]).format(host=link.host)
            st.link_button(escape_markdown(label), link.url, type="primary" if index == 0 else "secondary")


def _facts(figure: Figure, names: Names) -> None:
    facts: list[tuple[LocalText, str]] = []
    if figure.text is not None:
        unit = names.dataset.metrics[figure.metric].unit
        facts.append((words.VALUE, exact(figure.text, unit, names)))
        if figure.text.low != figure.text.high:
            facts.append((words.RANGE, _interval(figure.text, unit, names)))
        if figure.text.qualifier != "exact":
            facts.append((words.QUALIFIER, names.of(terms.QUALIFIERS[figure.text.qualifier])))
    if figure.growth is not None:
        facts.append((words.GROWTH_LABEL, figure.growth.printed))
    if figure.completion is not None:
        facts.append((words.COMPLETION_LABEL, figure.completion.printed))
    facts.append((words.NATURE_LABEL, names.nature(figure.nature)))
    lines = [f"| {escape_markdown(names.of(label))} | {escape_markdown(value)} |" for label, value in facts]
    st.markdown("\n".join(["| | |", "|---|---|", *lines]))


def exact(quantity: Quantity, unit: str, names: Names) -> str:
    """The value in full, in the unit of its metric: 3,670,000,000 yuan."""
    return quantities.full(quantity.value, unit, names.lang)


def _interval(quantity: Quantity, unit: str, names: Names) -> str:
    low = quantities.full(quantity.low, unit, names.lang)
    if quantity.high.is_infinite():
        return names.of(words.INTERVAL_OPEN).format(low=low)
    return names.of(words.INTERVAL).format(low=low, high=quantities.full(quantity.high, unit, names.lang))


def _others(figure: Figure, article: Article, names: Names) -> None:
    others = [other for other in article.figures if other.id != figure.id]
    if not others:
        return
    st.caption(escape_markdown(names.of(words.OF_THE_SAME)))
    for other in others:
        number = stories.printed(other, names) if other.text else stories.signed(other, names)
        label = f"{names.metric(other.metric)} · {names.place(other.region, other.sector)}  **{escape_markdown(number)}**"
        st.button(label, key=f"other-{other.id}", type="tertiary", on_click=state.open_figure, args=(other.id,))
