"""What a person has decided of the numbers of a text → the figures to be entered, and what is missing in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple

from indicators.curate.desk.entries.entry import DecidedFigure
from indicators.curate.desk.entries.new_entries import KnownEntry, NewEntries, NewEntry
from indicators.curate.desk.entries.new_metrics import NEW, NewMetric
from indicators.curate.desk.entries.new_metrics import known as known_metric
from indicators.curate.desk.figures import links_between
from indicators.curate.desk.figures.fields import RATES
from indicators.curate.desk.figures.figure_checks import CheckJson, check
from indicators.curate.desk.figures.read_text import PlacedFigure, ReadText
from indicators.curate.desk.requests.asked import NATURES_ASKED, CheckAsked, DecisionAsked, MetricAsked
from indicators.curate.drafts import DraftFigure, DraftPart
from indicators.curate.recognition.names.metric_names import FigureKind
from indicators.curate.recognition.names.vocabulary import Choice
from indicators.model.articles import ANNUAL
from indicators.model.subjects import Tree
from indicators.model.vocabulary import ALL
from indicators.values import periods
from indicators.values.periods import Period
from indicators.values.problems import Fault
from indicators.words.curate import entries as entry_words
from indicators.words.curate import review as words

_BEYOND: Final = "超额"
_MOST_UNREAD: Final = 2
_DEEPEST: Final = 6
"""So many new entries lie in one another: a country has no more levels."""


@dataclass(frozen=True)
class Decision:
    """A decision about a number that stands in the text: the figure as decided, and what keeps it from being entered.

    ``accepted`` tells that it is to be entered; an open one is only checked. ``metric`` is the new metric that it has,
    ``entries`` are its new region, sector and group, and ``wholes`` the new ones that these lie in.
    """

    key: str
    accepted: bool
    open: bool
    reason: str
    decided: DecidedFigure
    missing: Sequence[CheckJson] = ()
    metric: NewMetric | None = None
    entries: Sequence[NewEntry] = ()
    wholes: Sequence[NewEntry] = ()
    typed_period: Period | None = None

    @property
    def is_ready(self) -> bool:
        """True where an entry can be made of it."""
        return not any(problem["kind"] == "bad" for problem in self.missing)


@dataclass
class Decisions:
    """All decisions by the places of their numbers, in the order of the text; ``unknown`` counts those about none."""

    of: dict[str, Decision] = field(default_factory=dict)
    unknown: int = 0

    @property
    def accepted(self) -> list[Decision]:
        """Those whose figures are to be entered."""
        return [decision for decision in self.of.values() if decision.accepted]


def decisions(read: ReadText, figures: Mapping[str, PlacedFigure], asked: CheckAsked) -> Decisions:
    """The decisions about figures of a text; of several about one number the last counts."""
    last = {decision.key: decision for decision in asked.decisions}
    found = Decisions(unknown=sum(key not in figures for key, asked in last.items() if asked.state == "accepted"))
    order = sorted((key for key in last if key in figures), key=lambda key: figures[key].figure.start)
    kept = frozenset(key for key in order if last[key].state == "accepted")
    of_all = _OfAll(_Metrics(read, asked), NewEntries(read.desk.dataset, read.desk.names), last, kept)
    for key in order:
        decision = _Decided(read, key, figures[key], of_all)
        found.of[key] = decision.decision()
    return found


class _Metrics:
    """The new metrics of a request: each with an id that no other has."""

    def __init__(self, read: ReadText, asked: CheckAsked) -> None:
        self._read = read
        self._listed = asked.metrics
        self._known: dict[MetricAsked, NewMetric] = {}

    def of(self, decision: DecisionAsked, name: str) -> NewMetric | None:
        """The new metric of a decision; two figures with the same one share it."""
        asked = decision.new
        if asked is None:
            wanted = name.removeprefix(NEW)
            asked = next((metric for metric in self._listed if not wanted or metric.id == wanted), None)
        if asked is None:
            return None
        if asked not in self._known:
            taken = frozenset(metric.id for metric in self._known.values())
            self._known[asked] = known_metric(asked, self._read.desk.dataset, taken)
        return self._known[asked]


class _OfAll(NamedTuple):
    """What one decision has to know of all of a request: what they add to the vocabulary, and which are accepted."""

    metrics: _Metrics
    entries: NewEntries
    decisions: Mapping[str, DecisionAsked]
    accepted: frozenset[str]


class _Decided:
    """One decision while it is understood."""

    def __init__(self, read: ReadText, key: str, placed: PlacedFigure, of_all: _OfAll) -> None:
        self.read, self.key, self.placed, self.of_all = read, key, placed, of_all
        self.asked = of_all.decisions[key]
        self.dataset, self.lang = read.desk.dataset, read.lang
        self.missing: list[CheckJson] = []
        self.entries: list[NewEntry] = []
        self.wholes: list[NewEntry] = []
        self.typed: Period | None = None

    def decision(self) -> Decision:
        """The figure with all that was decided, and what is missing."""
        figure = self.placed.figure
        metric, choice = self._metric(figure)
        period = self._period(figure)
        parts: dict[str, Any] = {name: self._part(figure, name) for name in RATES}
        nature = self.asked.fields.get("nature") or figure.nature
        if nature not in NATURES_ASKED:
            self._lacks("nature")
            nature = figure.nature
        figure = replace(
            figure,
            choices=(choice,) if choice else (),
            new_metric=None,
            region=self._place("region", figure.region, self.dataset.regions),
            sector=self._place("sector", figure.sector, self.dataset.sectors) or ALL,
            group=self._place("group", figure.group, {**self.dataset.groups, ALL: None}) or ALL,
            period=period,
            nature=nature,  # type: ignore[arg-type]
            **parts,
        )
        if figure.text and figure.quantity is None:
            self._lacks("number")
        figure, plan, whole = self._links(figure)
        if not figure.text and not [*figure.parts()]:
            self._lacks("number")
        decided = DecidedFigure(self.key, self.placed.article, figure, plan, whole)
        return Decision(
            self.key, self.asked.state == "accepted", self.asked.state == "open", self.asked.reason.strip(), decided,
            tuple(self.missing), metric, tuple(self.entries), tuple(self.wholes), self.typed,
        )  # fmt: skip

    def _lacks(self, code: str) -> None:
        self.missing.append(check("bad", words.NEEDS[code].of(self.lang), f"needs-{code}"))

    # --- fields ------------------------------------------------------------------------------------------------------

    def _metric(self, figure: DraftFigure) -> tuple[NewMetric | None, Choice | None]:
        name = self.asked.fields.get("metric")
        name = figure.metric if name is None else name
        if name.startswith(NEW):
            new = self.of_all.metrics.of(self.asked, name)
            if new is None:
                self._lacks("metric")
                return None, None
            self.missing += [check("bad", sentence, "needs-metric") for sentence in new.problems(self.lang)]
            return new, Choice(FigureKind(new.id, ALL, ALL), 1.0, "")
        if name not in self.dataset.metrics:
            self._lacks("metric")
            return None, None
        return None, Choice(FigureKind(name, ALL, ALL), 1.0, "")

    def _place(self, tree: Tree, proposed: str, known: Mapping[str, object]) -> str:
        value = self.asked.fields.get(tree)
        value = proposed if value is None else value or (ALL if tree != "region" else "")
        if value.startswith(NEW):
            return self._new_entry(tree)
        if value not in known:
            self._lacks(tree if value or tree == "region" else f"{tree}-open")
            return ""
        return value

    def _new_entry(self, tree: Tree) -> str:
        """The id of a region, a sector or a group that is added, or that the dataset has by this name."""
        entry = self._entry(tree, self.asked, ())
        if entry.lacks:
            sentence = entry_words.LACKING[entry.lacks].of(self.lang).format(kind=entry_words.KINDS[tree].of(self.lang))
            self.missing.append(check("bad", sentence, f"needs-{tree}"))
        elif entry.new is not None:
            self.entries.append(entry.new)
        return entry.id

    def _entry(self, tree: Tree, asked: DecisionAsked, inner: Sequence[str]) -> KnownEntry:
        """What is meant by the new entry of a decision, which may lie in that of another; ``inner`` are those in it."""
        wanted = asked.new_entries.get(tree)
        if wanted is None or not wanted.part_of.startswith(NEW):
            return self.of_all.entries.of(tree, wanted)
        inner = (*inner, asked.key)
        other = self.of_all.decisions.get(wanted.part_of.removeprefix(NEW))
        if other is None or tree not in other.new_entries or other.key in inner or len(inner) > _DEEPEST:
            return KnownEntry(lacks="part_of")
        whole = self._entry(tree, other, inner)
        if whole.new is not None:
            self.wholes.append(whole.new)
        return self.of_all.entries.of(tree, wanted.model_copy(update={"part_of": whole.id})) if whole.id else whole

    def _period(self, figure: DraftFigure) -> Period | None:
        value = self.asked.fields.get("period")
        if value is None:
            if figure.period is None:
                self._lacks("period")
            return figure.period
        if not value.strip():
            self._lacks("period")
            return None
        try:
            self.typed = self._parsed(value.strip())
        except Fault:
            sentence = words.PERIOD_FORM.of(self.lang).format(words=value.strip()[:60])
            self.missing.append(check("bad", sentence, "needs-period"))
        return self.typed

    def _parsed(self, value: str) -> Period:
        """A period as it was typed, with the year of the article where it has none. Raises Fault."""
        published = self.read.sources[self.placed.article].source.published
        try:
            return periods.parse(value)
        except Fault as fault:
            meant = str(fault.facts.get("suggestion") or "")
            meant = meant or (periods.complete(value, published) if published else "")
            if not meant:
                raise
            return periods.parse(meant)

    def _part(self, figure: DraftFigure, name: str) -> DraftPart | None:
        """A rate of the figure: as it was proposed, in another reading that stands in the text, or left out."""
        part: DraftPart | None = getattr(figure, name)
        value = self.asked.fields.get(name)
        if value is None or (part is not None and value == part.words):
            return part
        if not value:
            return None
        if part is not None and name == "completion" and value == part.words.removeprefix(_BEYOND):
            return replace(part, words=value)
        other = self._other_part(figure, name, value)
        if other is None:
            self._lacks(name)
        return other or part

    def _other_part(self, figure: DraftFigure, name: str, value: str) -> DraftPart | None:
        """A rate that the rules give to another number, or to none; the nearest of those with these words."""
        article = self.read.articles[self.placed.article]
        parts = [part for other in article.figures for _, part in other.parts() if part.words == value]
        if not parts:
            unread = [other for other in article.not_figures if other.text and value.endswith(other.text)]
            day = self.read.sources[self.placed.article].source.published
            for other in sorted(unread, key=lambda other: abs(other.start - figure.start))[:_MOST_UNREAD]:
                again = self.read.desk.reader.read(self.read.text, day, {other.start: name})  # type: ignore[dict-item]
                several = (part for entry in again for own in entry.figures for _, part in own.parts())
                parts += [part for part in several if part.words == value and part.start == other.start]
        return min(parts, key=lambda part: abs(part.start - figure.start), default=None)

    def _links(self, figure: DraftFigure) -> tuple[DraftFigure, str, str]:
        """The figure without rates that nothing is known of that they are shares of, its plan and its whole."""
        plan = self.asked.fields.get("plan")
        plan = links_between.usual_plan(figure) if plan is None else plan
        whole = self.asked.fields.get("part_of") or ""
        plan, whole = self._figure("plan", plan), self._figure("part_of", whole)
        if figure.completion is not None and not plan:
            figure = replace(figure, completion=None)
            self.missing.append(check("warn", words.NEEDS["completion-plan"].of(self.lang), "completion-plan"))
        if figure.share is not None and not whole:
            figure = replace(figure, share=None)
            self.missing.append(check("warn", words.NEEDS["share-whole"].of(self.lang), "share-whole"))
        return figure, plan, whole

    def _figure(self, key: str, value: str) -> str:
        """A figure that this one refers to: another that was accepted, or one of the dataset."""
        if (
            not value
            or value in self.of_all.accepted
            or value in self.dataset.figures
            or (key == "plan" and value == ANNUAL)
        ):
            return value
        self._lacks(key)
        return ""


def new_entries(accepted: Sequence[Decision]) -> Sequence[NewEntry]:
    """The new regions, sectors and groups of accepted figures, each once, and behind what it lies in."""
    several = (entry for decision in accepted for entry in (*decision.wholes, *decision.entries))
    return tuple(dict.fromkeys(several))


def new_metrics(accepted: Sequence[Decision]) -> Iterator[NewMetric]:
    """The new metrics of accepted figures, each once."""
    yield from dict.fromkeys(decision.metric for decision in accepted if decision.metric is not None)
