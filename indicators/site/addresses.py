"""The addresses of the pages of the site, relative to the page that is being made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from indicators.model.subjects import Tree
from indicators.site.volume import SECTION_OF, Volume
from indicators.view import FINDINGS, View

_LISTS: Final[Mapping[str, str]] = {
    "figures": "figures.html",
    "explore": "metrics.html",
    "places": "regions.html",
    "sectors": "sectors.html",
    "sources": "articles.html",
    "time": "time.html",
}
"""The list that stands on the site for a page of the dashboard; for any other it is the overview."""


def findings_path(theme: str = "") -> str:
    """The path of the list of all findings, or of those of a theme."""
    return f"findings/{theme}.html" if theme else "findings.html"


@dataclass(frozen=True)
class SiteAddresses:
    """Links from a page of a volume; ``top`` is the relative path from that page to the top of the volume."""

    volume: Volume
    top: str

    def figure(self, figure: str, number: str = "") -> str:
        """The page of a figure, at the words of one of its numbers."""
        return f"{self.top}figure/{figure}.html{f'#{number}' if number else ''}"

    def metric(self, metric: str) -> str:
        """The page of a metric, or the list of all where no figure is of it."""
        has_page = metric in self.volume.entries("metric")
        return self.top + (f"metric/{metric}.html" if has_page else "metrics.html")

    def place(self, tree: Tree, key: str) -> str:
        """The page of a region, sector or group, or the list of all where no figure is of it."""
        has_page = key in self.volume.entries(tree)
        return self.top + (f"{tree}/{key}.html" if has_page else f"{SECTION_OF[tree]}.html")

    def article(self, article: str) -> str:
        """The page of an article."""
        return f"{self.top}article/{article}.html"

    def view(self, view: View) -> str:
        """The page of the one figure or entry that the view names, at the table of its figures or the chart that is
        asked for; else the list or the overview.
        """
        if view.figure:
            return self.figure(view.figure, view.number)
        if view.metric:
            chart = f"#chart-{view.show}" if view.show and view.metric in self.volume.entries("metric") else ""
            return self.metric(view.metric) + chart
        if view.show == FINDINGS:
            return self.top + findings_path(view.theme[0] if view.theme else "")
        table = "#table" if view.page == "figures" else ""
        if len(view.region) == 1:
            return self.place("region", view.region[0]) + table
        if len(view.sector) == 1:
            return self.place("sector", view.sector[0]) + table
        return self.top + _LISTS.get(view.page, "index.html")
