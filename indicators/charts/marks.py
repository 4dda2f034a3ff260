"""The marks of a chart: what each shows, in words for tables and files, and how a mark of its kind looks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from indicators.analysis.formulas import Derived
from indicators.charts.plots.theme import ChartTheme
from indicators.model.articles import Figure
from indicators.phrasing.names import Names
from indicators.words import stories as words


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a chart: the ``panel`` in which it stands, what it is called, and what it shows, in words.

    ``figure`` is the id of the figure that is shown; where the number is not its own, but was worked out of it,
    ``derived`` is that number. A square of the coverage has no figure: it stands for ``count`` figures of a ``region``.
    Neither has the line of an event, which an ``article`` reports.
    ``number`` says which number of the figure is shown, where that is not its main one.
    """

    panel: str
    name: str
    detail: str
    shown: str
    figure: str = ""
    derived: Derived | None = None
    region: str = ""
    count: int = 1
    number: str = ""
    article: str = ""

    @property
    def worked_out(self) -> bool:
        """True where the number is not the figure's own."""
        return self.derived is not None


# --- how they look ---------------------------------------------------------------------------------------------------

HOLLOW: Final = "rgba(0,0,0,0)"
"""The fill of a mark that is not filled."""
NO_RESULTS: Final = frozenset({"target", "expected"})
"""The styles of what is no result."""


@dataclass(frozen=True, slots=True)
class MarkLook:
    """How marks of one style look: ``fill`` is the colour of a solid mark, or of its ``pattern``."""

    fill: str
    edge: str = ""
    pattern: str = ""


def look(style: str, theme: ChartTheme) -> MarkLook:
    """Filled: actual. Hollow: target. Pale with an edge: expected. Hatched: derived. Grey: a whole. Red: a fall,
    hatched where it was worked out.

    Where there is nothing, the floor is hatched in grey.

    Each differs from the others without its colour, too, as on paper that was printed black.
    """
    looks = {
        "whole": MarkLook(theme.whole),
        "fall": MarkLook(theme.fall),
        "target": MarkLook(HOLLOW, theme.accent),
        "expected": MarkLook(theme.pale, theme.accent),
        "derived": MarkLook(theme.accent, theme.accent, "/"),
        "derived-fall": MarkLook(theme.fall, theme.fall, "/"),
        "nothing": MarkLook(theme.muted, "", "/"),
    }
    return looks.get(style, MarkLook(theme.accent))


def style_of_whole(whole: Figure) -> str:
    """The style of a figure that others are parts of: a target and an expectation look like any other."""
    return "whole" if whole.nature == "actual" else whole.nature


def legend(styles: frozenset[str], names: Names) -> Mapping[str, str]:
    """Style → what it means, of those that are in a chart; empty where all that is reported is a result."""
    if not styles & NO_RESULTS:
        return {}
    return {style: names.of(meaning) for style, meaning in words.LEGEND.items() if style in styles}
