"""The lists of all findings and of those of each theme, on as many pages as they need."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from indicators.analysis.findings.finding import Finding
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.pages.findings import all_findings
from indicators.site import lists
from indicators.site.addresses import SiteAddresses, findings_path
from indicators.site.layout import up
from indicators.site.volume import Page, Volume
from indicators.words.phrasing import findings as words


def pages(volume: Volume) -> Iterator[Page]:
    """The list of all findings, then a list of each theme."""
    findings = volume.study.findings
    for theme in ("", *all_findings.themes(findings)):
        path = findings_path(theme)
        context = volume.page_context(SiteAddresses(volume, up(path)))
        listed = all_findings.of_theme(findings, theme)
        first = Page(
            path,
            all_findings.title(len(listed), theme, volume.names),
            volume.of(words.DECK),
            parts.page(all_findings.head(context, theme=theme), name="overview"),
            "overview",
        )

        def show(part: Sequence[Finding], context: PageContext = context) -> Markup:
            return parts.page(all_findings.rows(part, context), name="overview")

        yield from lists.in_pages(first, listed, show, volume, size=all_findings.SHEET)
