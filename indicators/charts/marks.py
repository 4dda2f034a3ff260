"""What a chart shows, mark by mark and in words: what tables and files hold of it."""

from dataclasses import dataclass

from indicators.model.entries import Figure


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a chart: the ``panel`` in which it stands, what it is called, and what it shows, in words.

    ``figure`` is the id of the figure that is shown; ``worked_out`` says that the number was worked out of that figure
    and is not its own. A square of the coverage has no figure: it stands for ``count`` figures of a ``region``.
    """

    panel: str
    name: str
    detail: str
    shown: str
    figure: str = ""
    worked_out: bool = False
    region: str = ""
    count: int = 1


def style_of_whole(whole: Figure) -> str:
    """How a figure is drawn that others are parts of: a target and an expectation look like any other."""
    return "whole" if whole.nature == "actual" else whole.nature
