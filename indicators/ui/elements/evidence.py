"""The evidence of a figure: its page (pages/figures/figure_page.py) in a drawer beside another page, or alone."""

import streamlit as st

from indicators.export import citations
from indicators.pages.context import PageContext
from indicators.pages.figures import embed_card, figure_page
from indicators.pages.figures.figure_page import FigureActions
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing import evidence
from indicators.ui.elements import document
from indicators.ui.session import state
from indicators.ui.session.visit import Visit, readers_today
from indicators.words.ui import EVIDENCE


def drawer(visit: Visit) -> None:
    """The evidence at the side of the page, over what the reader was looking at."""

    @st.dialog(visit.names.of(EVIDENCE), width="medium", position="right", on_dismiss=state.close_figure)
    def show_beside() -> None:
        # The body runs again by itself when a figure that it links to is chosen in it.
        if state.current().figure:
            show(visit, alone=False)

    show_beside()


def show(visit: Visit, *, alone: bool) -> None:
    """Everything that is known of the figure that the View has chosen, the words of the chosen number first."""
    names, view = visit.names, state.current()
    figure, article = names.dataset.figures[view.figure], names.dataset.article_of[view.figure]
    problems, text = visit.problems_of(figure.id), visit.texts.get(article.id, "")
    shown = evidence.of(figure, names, visit.study, number=view.number, problems=problems, text=text)
    address = state.address_of(figure.id, view.number)
    actions = FigureActions(
        address=address,
        citations=citations.cite_figure(figure.id, names, address, readers_today(), number=view.number),
        embed=embed_card.code(f"{address}&embed=true"),
        alone=alone,
    )
    document.show(figure_page.of(shown, page_context(visit), actions), names.lang)


def card(visit: Visit) -> None:
    """The card of the figure, for the frame of another site."""
    view = state.current()
    figure, address = visit.names.dataset.figures[view.figure], state.address_of(view.figure, view.number)
    document.show(embed_card.of(figure, page_context(visit), address, view.number), visit.names.lang)


def page_context(visit: Visit) -> PageContext:
    """What pages are made from, with links in the reader's language and to what was known on the chosen day."""
    view = state.current()
    return PageContext(visit.study, visit.names, QueryAddresses(view.lang, view.day), visit.today)
