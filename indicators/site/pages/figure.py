"""The page of a figure: its evidence, as the dashboard shows it, with links to other pages of the site."""

from indicators.charts import catalogue
from indicators.export import citations
from indicators.export.markup import markup, tag
from indicators.model.articles import Figure
from indicators.pages.figures import embed_card, figure_page
from indicators.pages.figures.figure_page import FigureActions
from indicators.phrasing import evidence
from indicators.phrasing.figures import mention
from indicators.phrasing.names import Names
from indicators.site import card_texts, charts, jsonld
from indicators.site.addresses import SiteAddresses
from indicators.site.volume import Page, Volume
from indicators.words import site as site_words


def page(figure: Figure, volume: Volume) -> Page:
    """The page of a figure; it has a chart if several articles report the figure."""
    names = volume.names
    article = names.dataset.article_of[figure.id]
    title = _title(figure, names)
    shown = evidence.of(figure, names, volume.study, problems=volume.problems.get(figure.id, ()))
    context = volume.page_context(SiteAddresses(volume, "../"))
    return Page(
        path=f"figure/{figure.id}.html",
        title=title,
        description=evidence.summary(figure, names),
        body=figure_page.of(shown, context, _actions(figure, volume)),
        linked_data=jsonld.claim(figure, article, title, volume),
        charts=f"{figure.id}.charts.js" if figure.id in volume.study.reports else "",
        kind="article",
        card=card_texts.path_of_figure(figure, volume),
        trail=(
            (names.of(site_words.SECTIONS["overview"]), "index.html"),
            (names.of(site_words.SECTIONS["metrics"]), "metrics.html"),
            (names.metric(figure.metric), f"metric/{figure.metric}.html"),
        ),
    )


def card_page(figure: Figure, volume: Volume) -> Page:
    """The card of a figure, for the frame of another site."""
    names = volume.names
    context = volume.page_context(SiteAddresses(volume, "../../"))
    address = volume.address(f"figure/{figure.id}.html") if volume.base else context.addresses.figure(figure.id)
    return Page(
        path=_card_path(figure),
        title=_title(figure, names),
        description=evidence.summary(figure, names),
        body=embed_card.of(figure, context, address),
        section="figures",
        card=card_texts.path_of_figure(figure, volume),
        bare=True,
    )


def _card_path(figure: Figure) -> str:
    return f"embed/figure/{figure.id}.html"


def chart_script(figure: Figure, volume: Volume) -> str | None:
    """The file of the chart of who reported what, if several articles did."""
    agreement = volume.study.reports.get(figure.id)
    if agreement is None:
        return None
    light, dark = (catalogue.reports(agreement, context) for context in (volume.context, volume.dark_context))
    return charts.script({light.name: light}, volume, f"figure/{figure.id}.html", {dark.name: dark})


def _title(figure: Figure, names: Names) -> str:
    named = mention(figure, names)
    return names.of(site_words.FIGURE_TITLE).format(name=named.name, number=named.number)


def _actions(figure: Figure, volume: Volume) -> FigureActions:
    """The full address, and what names it, only where the site knows its own."""
    path = f"figure/{figure.id}.html"
    chart = None
    if (agreement := volume.study.reports.get(figure.id)) is not None:
        drawn = catalogue.reports(agreement, volume.context)
        chart = markup(tag("section", tag("h3", drawn.story.title), charts.drawn(drawn, volume, "../"), class_="chart"))
    if not volume.base:
        return FigureActions(chart=chart)
    address = volume.address(path)
    return FigureActions(
        address=address,
        citations=citations.cite_figure(figure.id, volume.names, address),
        embed=embed_card.code(volume.address(_card_path(figure))),
        chart=chart,
    )
