"""All findings in the order of their news value, or those of one theme → a page, each with its chart and its links."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from indicators.analysis.findings.finding import Finding
from indicators.export.markup import joined, link, markup, tag
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.pages.findings import chart_links, small_charts
from indicators.phrasing import findings as phrasing
from indicators.phrasing.names import Names
from indicators.view import FINDINGS, View
from indicators.words import terms
from indicators.words.pages import overview as words
from indicators.words.phrasing import findings as finding_words

SHEET: Final = 40
"""Findings on one page of the list."""


def view_of(theme: str = "", sheet: int = 0) -> View:
    """The view of the list, or of those of a theme in it; its pages count from 0."""
    number = str(sheet + 1) if sheet else ""
    return View(page="overview", show=FINDINGS, theme=(theme,) if theme else (), sheet=number)


def themes(findings: Sequence[Finding]) -> dict[str, int]:
    """The themes of findings in the order in which they come up → how many findings each has."""
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.theme] = counts.get(finding.theme, 0) + 1
    return counts


def of_theme(findings: Sequence[Finding], theme: str) -> Sequence[Finding]:
    """The findings of a theme, or all of them."""
    return [finding for finding in findings if finding.theme == theme] if theme else findings


def title(count: int, theme: str, names: Names) -> str:
    """How many findings there are, of which theme."""
    listed = names.count(finding_words.COUNT, count)
    return names.of(finding_words.OF_THEME).format(findings=listed, theme=names.theme(theme)) if theme else listed


def page(context: PageContext, *, theme: str = "", sheet: int = 0) -> Markup:
    """One page of the list, with links to its other pages."""
    findings = of_theme(context.study.findings, theme)
    sheets = max(1, -(-len(findings) // SHEET))
    sheet = min(sheet, sheets - 1)
    turn = parts.turn(
        sheet,
        sheets,
        lambda number: context.addresses.view(view_of(theme, number)),
        context.names.of(finding_words.SHEETS),
    )
    listed = rows(findings[sheet * SHEET : (sheet + 1) * SHEET], context)
    return parts.page(head(context, theme=theme), listed, turn, name="overview")


def head(context: PageContext, *, theme: str = "") -> Markup:
    """The heading, what the list is, and links to the findings of each theme."""
    names, findings = context.names, context.study.findings
    counts = themes(findings)
    every = tag("span", names.of(finding_words.EVERY_THEME), " ", tag("small", f"{len(findings):,}"))
    links = [link(context.addresses.view(view_of()), every, aria_current=None if theme else "true")]
    for key, count in counts.items():
        label = tag("span", names.theme(key), " ", tag("small", f"{count:,}"))
        links.append(link(context.addresses.view(view_of(key)), label, aria_current="true" if key == theme else None))
    overview = link(context.addresses.view(View()), names.of(finding_words.BACK))
    return markup(
        tag("p", overview, class_="kicker"),
        tag("h1", title(len(of_theme(findings, theme)), theme, names), class_="list-title"),
        tag("p", names.of(finding_words.DECK), class_="deck"),
        since(context),
        tag("nav", links, class_="themes", aria_label=names.of(words.COLUMNS["theme"])) if len(counts) > 1 else None,
    )


def since(context: PageContext) -> Markup | None:
    """From which day on figures are looked at, where it is not all of them."""
    names, day = context.names, context.study.known.since
    if day is None:
        return None
    return tag("p", names.of(finding_words.SINCE).format(day=names.period(day.isoformat())), class_="sub")


def rows(findings: Sequence[Finding], context: PageContext) -> Markup:
    """The findings, each with its chart."""
    return tag("ol", (_row(finding, context) for finding in findings), class_="findings")


def _row(finding: Finding, context: PageContext) -> Markup:
    text = phrasing.of(finding, context.names)
    evidence = context.addresses.figure(finding.figures[0])
    links = joined(
        context.names.of(terms.JOIN),
        (link(evidence, context.names.of(words.STEPS)), chart_links.chart_link(finding, context)),
    )
    told = tag(
        "div",
        tag("p", text.kicker, class_="kicker"),
        tag("h2", link(evidence, text.headline)),
        tag("p", text.deck, class_="told") if text.deck else None,
        tag("p", text.method, class_="method"),
        tag("p", text.source, class_="source"),
        tag("p", links, class_="method"),
    )
    return tag("li", told, small_charts.chart(finding, text.headline, context))
