"""What is proposed for the figures of an article: each number with what it is, or with why it is no figure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from indicators.curate.recognition.candidates.candidate import NoFigureReason
from indicators.curate.recognition.names.vocabulary import Choice
from indicators.model.subjects import Nature, Tree
from indicators.model.vocabulary import ALL, Better, MetricKind
from indicators.values.periods import Period
from indicators.values.quantities import Quantity

Sure = Literal["confident", "look", "doubtful"]
"""How sure a proposal is: the next best is far; near; or a part of it is missing."""


@dataclass(frozen=True, slots=True)
class DraftPart:
    """A rate of a figure: its words, where they stand in the text, and the shortest phrase that holds them."""

    words: str
    start: int
    end: int
    quote: str


ReadField = Literal[
    "metric", "region", "sector", "group", "period", "nature", "growth", "change", "points", "share", "completion"
]


class SecondReading(NamedTuple):
    """What the curator's own model says of one field of a figure, where it is not what the rules say."""

    field: ReadField
    value: str


@dataclass(frozen=True, slots=True)
class ProposedMetric:
    """A metric that the dataset has not got, as far as the text names it; what the text does not say is empty.

    ``standard`` is one of the indicators that are counted everywhere: nothing in it is left to be filled in.
    """

    theme: str
    zh: str
    en: str
    unit: str
    kind: MetricKind
    additive: bool
    better: Better = "neither"
    standard: bool = False


@dataclass(frozen=True, slots=True)
class ProposedEntry:
    """A region or a sector that the dataset has not got, by the name that the text has for it, in one language."""

    tree: Tree
    zh: str
    en: str
    level: str = ""
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class DraftFigure:
    """A proposal for one figure; all places are offsets of the original text, all words stand in it.

    ``text`` is the number as printed, empty where only a rate was printed. ``choices`` are the metrics that it may be
    of, best first; without any the metric is open. ``period`` is None where the text does not say;
    ``choice_periods`` are those of each choice, since a stock is of a moment and a flow is not. ``second`` is what the
    curator's own model reads otherwise; nothing of it is chosen. ``unit`` are the words of a unit that stands in the
    head of a table, not beside the number; ``label`` are the words of the table that say what the number is of;
    ``noun`` is put together from those of a list that say so.
    ``unknown_place`` is where the place stands that the figure is of, if the dataset does not know it.
    ``new_metric`` is what could be added where no metric fits, and ``new_entries`` where no region or sector does.
    """

    text: str
    start: int
    end: int
    quantity: Quantity | None
    quote: str
    choices: tuple[Choice, ...]
    region: str
    period: Period | None
    period_words: str
    nature: Nature
    sure: Sure
    why: tuple[str, ...]
    growth: DraftPart | None = None
    change: DraftPart | None = None
    points: DraftPart | None = None
    share: DraftPart | None = None
    completion: DraftPart | None = None
    sector: str = ALL
    group: str = ALL
    choice_periods: tuple[Period | None, ...] = ()
    second: tuple[SecondReading, ...] = ()
    unit: str = ""
    label: str = ""
    noun: str = ""
    new_metric: ProposedMetric | None = None
    new_entries: tuple[ProposedEntry, ...] = ()
    unknown_place: tuple[int, int] = (0, 0)

    @property
    def metric(self) -> str:
        """The metric that is proposed, or the empty string."""
        return self.choices[0].kind.metric if self.choices else ""

    @property
    def open_metric(self) -> ProposedMetric | None:
        """The new metric that is proposed, where none of the dataset is."""
        return self.new_metric if "metric" in self.why else None

    @property
    def reasons(self) -> tuple[str, ...]:
        """The codes of why the figure needs a look, as they are told: a standard indicator is not looked for, and its
        place may not be in the dataset though the text names others that are.
        """
        told = {"metric": "metric-standard"} if self.new_metric is not None and self.new_metric.standard else {}
        if not self.region:
            told["region"] = "region-new" if self.unknown_place[1] else "region-open"
        return tuple(told.get(reason, reason) for reason in self.why)

    @property
    def main_role(self) -> str:
        """What the number is that the figure begins with: amount, or the first rate that it has."""
        return "amount" if self.text else next((role for role, _ in self.parts()), "amount")

    @property
    def printed(self) -> str:
        """The number that the figure begins with, as printed: its amount, or the first rate that it has."""
        return self.text or next((part.words for _, part in self.parts()), "")

    def parts(self) -> Iterator[tuple[str, DraftPart]]:
        """The rates that the figure has, by their names."""
        for name in ("growth", "change", "points", "share", "completion"):
            part: DraftPart | None = getattr(self, name)
            if part is not None:
                yield name, part


@dataclass(frozen=True, slots=True)
class DraftNoFigure:
    """A number that is not proposed, and why."""

    text: str
    start: int
    end: int
    why: NoFigureReason


@dataclass(frozen=True, slots=True)
class DraftArticle:
    """An article of a page with the figures that are proposed; each number of it is in a figure or in the others.

    ``body`` is where its text begins below the headline; ``place_regions`` are the regions that ``places`` name,
    and ``named_regions`` those of them that are called by their names, and not 全市. ``unknown_places`` are named, too,
    and not in the dataset.
    """

    headline: str
    start: int
    body: int
    end: int
    figures: tuple[DraftFigure, ...]
    not_figures: tuple[DraftNoFigure, ...]
    times: tuple[tuple[int, int], ...]
    places: tuple[tuple[int, int], ...]
    place_regions: tuple[str, ...] = ()
    named_regions: tuple[str, ...] = ()
    unknown_places: tuple[tuple[int, int], ...] = ()


def placed(articles: Iterable[DraftArticle], region: str) -> tuple[DraftArticle, ...]:
    """Articles whose numbers are of a region wherever their text names no place for them, as a person says."""
    return tuple(
        replace(article, figures=tuple(_placed(figure, region) for figure in article.figures)) for article in articles
    )


def _placed(figure: DraftFigure, region: str) -> DraftFigure:
    if figure.region and "region" not in figure.why:
        return figure
    why = tuple(reason for reason in figure.why if reason != "region")
    missing = _MISSING - {"metric"} if figure.new_metric and figure.new_metric.standard else _MISSING
    sure: Sure = "doubtful" if missing & {*why} else "look" if why else "confident"
    entries = tuple(new for new in figure.new_entries if new.tree != "region")
    return replace(figure, region=region, why=why, sure=sure, new_entries=entries)


_MISSING: Final = frozenset({"unit", "metric", "period"})
"""Reasons of which each says that a part of the figure is not known."""


def counts(articles: Sequence[DraftArticle]) -> tuple[int, int, int]:
    """How many numbers articles have, how many figures are proposed, and how many numbers are in none of them."""
    figures = [figure for article in articles for figure in article.figures]
    others = sum(len(article.not_figures) for article in articles)
    in_figures = sum(bool(figure.text) + len([*figure.parts()]) for figure in figures)
    return in_figures + others, len(figures), others


def unread(others: Iterable[DraftNoFigure]) -> int:
    """How many numbers were not read, because there are too many."""
    return sum(other.why == "too-many" for other in others)
