"""What the stories of all charts have in common: their words, their marks, and where their numbers come from."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Generic, TypeVar

from indicators.charts.marks import Mark, legend
from indicators.charts.plots.ranges import Scale
from indicators.charts.plots.rows import Panel
from indicators.phrasing.events import LetteredEvent
from indicators.phrasing.names import Names
from indicators.values.text import LocalText
from indicators.words import stories as words
from indicators.words import terms
from indicators.words import ui as ui_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(ABC):
    """A chart in words: ``title`` says the finding, ``note`` how to read it, ``alt`` all that a blind reader needs.

    ``sources`` are the publishers' names; ``left_out`` counts the panels or rows that are not drawn. ``remarks`` are
    the sentences below it: totals, and why there are none. ``events`` are what its letters stand for.
    """

    title: str
    note: str
    alt: str
    sources: tuple[str, ...]
    left_out: int = 0
    remarks: tuple[str, ...] = ()
    events: tuple[LetteredEvent, ...] = ()

    @abstractmethod
    def panels_of_marks(self, names: Names) -> Iterable[Sequence[Mark]]:
        """The marks of the chart, panel by panel, in the order in which they are read."""

    def marks(self, names: Names) -> Iterator[Mark]:
        """All marks of the chart, in the order in which they are read."""
        return chain.from_iterable(self.panels_of_marks(names))

    def source_line(self, names: Names) -> str:
        """Who printed the numbers, and how much is not drawn; empty where there is nothing to say of either."""
        publishers = names.of(ui_words.LIST).join(self.sources)
        source = names.of(ui_words.SOURCE).format(publishers=publishers) if publishers else ""
        left_out = names.of(ui_words.LEFT_OUT).format(count=f"{self.left_out:,}") if self.left_out else ""
        return names.of(terms.JOIN).join(filter(None, (source, left_out)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelStory(Story):
    """The story of a chart that has a row for each figure."""

    panels: tuple[Panel, ...]

    def panels_of_marks(self, _names: Names) -> Iterable[Sequence[Mark]]:
        return map(marks_of_rows, self.panels)

    def legend(self, names: Names) -> Mapping[str, str]:
        """Style → what it means, where the chart shows what is no result."""
        return legend(frozenset(row.style for panel in self.panels for row in panel.rows), names)

    @property
    def empty(self) -> bool:
        return not any(panel.rows for panel in self.panels)

    @property
    def compares(self) -> bool:
        """True where a panel has several rows."""
        return any(len(panel.rows) > 1 for panel in self.panels)


AnyStory_co = TypeVar("AnyStory_co", bound=Story, covariant=True)


@dataclass(frozen=True, slots=True)
class Untold(Generic[AnyStory_co]):
    """A story whose facts have been chosen, but not yet put into words, which is most of the work.

    ``compared`` counts the marks of its longest panel; it is 0 where the facts have nothing to say.
    """

    compared: int
    tell: Callable[[], AnyStory_co]


def marks_of_rows(panel: Panel | Scale) -> Sequence[Mark]:
    """A mark for each row of a panel."""
    number = panel.number if isinstance(panel, Panel) else ""
    return [
        Mark(panel.heading, row.name, row.detail, row.numbers, row.figure, row.derived, number=number)
        for row in panel.rows
    ]


LISTED: Final = 24
"""Marks that stand in the alternative text of a chart; the table holds the rest."""
ROWS_LISTED: Final = 12
"""The same for charts of rows, whose texts are longer."""


def alt(template: LocalText, title: str, marks: Sequence[str], names: Names, *, most: int = LISTED) -> str:
    """The alternative text of a chart: its finding, its first marks, and how many more there are."""
    listed = names.of(terms.SEMICOLON).join(marks[:most])
    if len(marks) > most:
        listed += names.of(words.AND_MORE).format(count=len(marks) - most)
    return names.of(template).format(title=title, marks=listed)


def alt_of_panels(title: str, panels: Sequence[Panel], names: Names) -> str:
    """The alternative text of bars, each panel under its heading."""
    rows: list[str] = []
    separator = names.of(terms.SEMICOLON)
    for panel in panels:
        texts = [f"{row.gap + separator if row.gap else ''}{row.name} {row.numbers}" for row in panel.rows]
        if texts and panel.heading:
            texts[0] = names.of(words.UNDER).format(heading=panel.heading, rows=texts[0])
        rows += texts
    return alt(words.ALT, title, rows, names, most=ROWS_LISTED)


def sources(publishers: Iterable[str], names: Names) -> tuple[str, ...]:
    """The names of the publishers, each once."""
    return tuple(map(names.publisher, dict.fromkeys(publishers)))
