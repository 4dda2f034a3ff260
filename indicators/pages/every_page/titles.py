"""A view → what the tab of a browser is called."""

from indicators.charts.stories import standfirst
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.view import FINDINGS, View
from indicators.words import terms
from indicators.words import ui as ui_words
from indicators.words.pages import masthead as words
from indicators.words.phrasing import findings as finding_words


def of(page: str, view: View, names: Names) -> str:
    """The name of what the ``page`` of this view is about, and that of the dataset."""
    return whole(_page(page, view, names), names)


def whole(page: str, names: Names) -> str:
    """The title of a page with this name."""
    about = names.dataset.about
    site = names.of(terms.COMMA).join((names.of(words.BRAND), names.of(about.short or about.title)))
    return names.of(words.TITLE).format(page=page, site=site)


def description(study: Study, names: Names) -> str:
    """What the dataset is about: in its curator's words, else by its numbers."""
    about = names.dataset.about
    return names.of(about.description) if about.description else standfirst(study.every, names)


def _page(page: str, view: View, names: Names) -> str:
    dataset = names.dataset
    if page == "figure":
        figure = dataset.figures[view.figure]
        place = names.place(figure.place)
        return names.of(terms.COMMA).join((names.metric(figure.metric), place, figure.period.label(names.lang)))
    if page == "place":
        return names.of(dataset.regions[view.region[0]].name)
    if page == "sector":
        return names.of(dataset.sectors[view.sector[0]].name)
    if page == "overview" and view.show == FINDINGS:
        return names.of(finding_words.TITLE)
    if page == "explore" and view.metric:
        return names.of(dataset.metrics[view.metric].name)
    return names.of(ui_words.NAVIGATION[page])
