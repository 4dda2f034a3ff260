"""The addresses of the pages of the dashboard: the query strings of their views."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from indicators.model.subjects import Tree
from indicators.values.text import Lang
from indicators.view import View


@dataclass(frozen=True)
class QueryAddresses:
    """Links in the language that the reader has chosen, if any, and as known on the ``day`` that is shown."""

    lang: Lang | None
    day: str

    def figure(self, figure: str, number: str = "") -> str:
        """The page of a figure, or of the words of one of its numbers."""
        query = {"lang": self.lang, "figure": figure, "number": number, "day": self.day}  # a page has hundreds of these
        return f"?{urlencode({key: value for key, value in query.items() if value})}"

    def metric(self, metric: str) -> str:
        """The charts and the table of a metric."""
        return self.view(View(page="explore", metric=metric))

    def place(self, tree: Tree, key: str) -> str:
        """The page of a region or sector; of a group, which has none, the list of its figures."""
        chosen: Mapping[str, Any] = {tree: (key,)}
        return self.view(View(page="figures" if tree == "group" else "", **chosen))

    def article(self, article: str) -> str:
        """The article, above the list of all sources."""
        return self.view(View(page="sources", article=article))

    def view(self, view: View) -> str:
        """The query string of a view."""
        return f"?{urlencode(replace(view, lang=self.lang, day=self.day).query(), doseq=True)}"
