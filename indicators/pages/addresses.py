"""Where the pages lie that a page links to: the dashboard and the site each have their own addresses."""

from typing import Protocol

from indicators.model.subjects import Tree
from indicators.view import View


class Addresses(Protocol):
    """The address of each kind of page, as the ``href`` of a link on the page that is being made."""

    def figure(self, figure: str, number: str = "") -> str:
        """The page of a figure; ``number`` is the id of the one of its numbers whose words are asked for."""
        ...

    def metric(self, metric: str) -> str:
        """The page of all figures of a metric."""
        ...

    def place(self, tree: Tree, key: str) -> str:
        """The page of a region, sector or group."""
        ...

    def article(self, article: str) -> str:
        """The page of an article."""
        ...

    def view(self, view: View) -> str:
        """The page that shows this view, or the one nearest to it that there is."""
        ...
