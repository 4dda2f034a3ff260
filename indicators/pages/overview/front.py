"""Overview: what stands out first, the districts, one figure of each theme, plans and articles."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from indicators.analysis import growth_by_place
from indicators.analysis.findings.finding import Finding
from indicators.export.markup import joined, link, tag
from indicators.model.articles import Figure
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.pages.findings import all_findings, chart_links, small_charts
from indicators.pages.overview import coverage_grid, district_map, newest_articles, plan_progress, theme_ledger
from indicators.phrasing import findings as phrasing
from indicators.phrasing.figures import main_number, signed
from indicators.phrasing.findings import FindingText
from indicators.words import terms
from indicators.words import ui as ui_words
from indicators.words.pages import overview as words
from indicators.words.phrasing import findings as finding_words

BESIDE: Final = 3
"""Findings that have a chart beside each other, after the lead."""
LISTED: Final = 8
"""Further findings whose headlines are listed; the list of all has the others, too."""


def page(context: PageContext, *, map_view: int = 0) -> Markup:
    """The whole page; ``map_view`` is the number of the period that the map shows, the first is 0."""
    findings = context.study.findings
    views = growth_by_place.views(context.study.known)
    places = district_map.section(views, map_view, context) if views else None
    lead = _lead(findings[0], context) if findings else _newest_figure(context)
    return parts.page(
        _kept(context),
        all_findings.since(context),
        tag("div", lead, places, class_="top" if places else "top alone"),
        theme_ledger.section(context),
        _others(findings[1:], context),
        plan_progress.section(context),
        newest_articles.section(context),
        coverage_grid.section(context),
        name="overview",
    )


def _kept(context: PageContext) -> Markup:
    """How much there is, and how new it is."""
    names = context.names
    articles = names.dataset.articles.values()
    newest = max((article.published for article in articles), key=lambda day: day.end, default=None)
    about = names.dataset.about
    facts = {
        "figures": names.count(terms.FIGURES, len(context.study.every)),
        "articles": names.count(terms.ARTICLES, len(articles)),
        "day": newest.label(names.lang) if newest else "",
    }
    description = names.of(about.description) if about.description else names.of(about.title)
    return tag("p", tag("span", description), tag("span", names.of(words.KEPT).format(**facts)), class_="kept")


# --- findings --------------------------------------------------------------------------------------------------------


def _lead(finding: Finding, context: PageContext) -> Markup:
    """The first finding, with its chart: the amounts and contributions of a whole in one table."""
    text = phrasing.of(finding, context.names)
    is_table = finding.kind == "opposite-parts"
    chart = (
        small_charts.waterfall(finding, context) if is_table else small_charts.chart(finding, text.headline, context)
    )
    return tag(
        "section",
        tag("p", text.kicker, class_="kicker"),
        tag("h1", link(_address(finding, context), _unbroken(text.headline))),
        tag("p", text.deck, class_="deck") if text.deck else None,
        chart,
        _method(finding, text, context),
        tag("p", text.source, class_="source"),
        class_="lead",
    )


def _method(finding: Finding, text: FindingText, context: PageContext) -> Markup:
    names = context.names
    steps = link(_address(finding, context), names.of(words.STEPS))
    chart = chart_links.chart_link(finding, context)
    links = joined(names.of(terms.JOIN), (steps, chart))
    return tag("p", tag("b", names.of(words.HOW)), " ", text.method, " ", links, class_="method")


def _unbroken(headline: str) -> Markup:
    """A headline whose hyphenated words stay in one line."""
    pieces = headline.split(" ")
    return joined(" ", (tag("span", piece, class_="unbroken") if "-" in piece else piece for piece in pieces))


def _address(finding: Finding, context: PageContext) -> str:
    """The page of the main figure, where the steps stand with their intervals."""
    return context.addresses.figure(finding.figures[0])


def _newest_figure(context: PageContext) -> Markup:
    """What stands in the place of the lead where no rule finds anything: the newest figure, if there is any."""
    names = context.names
    figure = _first(context)
    if figure is None:
        title, nothing = names.of(names.dataset.about.title), names.of(ui_words.NO_FIGURES)
        return tag("section", tag("h1", title), tag("p", nothing, class_="deck"), class_="lead")
    facts = {"subject": phrasing.subject(figure, names), "number": main_number(figure, names)}
    theme = names.theme(names.dataset.metrics[figure.metric].theme)
    kicker = names.of(terms.JOIN).join((theme, figure.period.label(names.lang)))
    headline = names.of(words.NEWEST_FIGURE).format(**facts)
    change = signed(figure, names) if figure.text is not None else ""
    return tag(
        "section",
        tag("p", kicker, class_="kicker"),
        tag("h1", link(context.addresses.figure(figure.id), headline)),
        tag("p", change, class_="deck") if change else None,
        class_="lead",
    )


def _first(context: PageContext) -> Figure | None:
    """The first figure of the ledger, else the newest of all."""
    in_ledger = theme_ledger.figures(context)
    if in_ledger:
        return in_ledger[0]
    every = context.names.dataset.figures.values()
    return max(every, key=lambda figure: figure.period.end, default=None)


def _others(findings: Sequence[Finding], context: PageContext) -> Markup | None:
    """Three findings with their charts, and the headlines of others below."""
    if not findings:
        return None
    names = context.names
    further = findings[BESIDE : BESIDE + LISTED]
    return tag(
        "section",
        parts.section(names.of(words.STANDS_OUT), more=_all_findings(context)),
        tag("div", (_beside(finding, context) for finding in findings[:BESIDE]), class_="beside"),
        tag("h3", names.of(words.FURTHER), class_="further-head") if further else None,
        tag("ul", (_further(finding, context) for finding in further), class_="further") if further else None,
    )


def _all_findings(context: PageContext) -> Markup:
    label = context.names.count(finding_words.ALL_FINDINGS, len(context.study.findings))
    return parts.more(context.addresses.view(all_findings.view_of()), label)


def _beside(finding: Finding, context: PageContext) -> Markup:
    text = phrasing.of(finding, context.names)
    return tag(
        "article",
        tag("p", text.kicker, class_="kicker"),
        tag("h3", link(_address(finding, context), _unbroken(text.headline))),
        small_charts.chart(finding, text.headline, context),
        tag("p", text.method, " ", chart_links.chart_link(finding, context), class_="method"),
        tag("p", text.source, class_="source"),
    )


def _further(finding: Finding, context: PageContext) -> Markup:
    text = phrasing.of(finding, context.names)
    return tag(
        "li", tag("span", text.kicker, class_="when"), link(_address(finding, context), _unbroken(text.headline))
    )
