"""What the rules read and what a model proposes → one draft: the rules' own, second readings, and doubtful figures."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, NamedTuple, cast

from indicators.curate.drafting import Reader
from indicators.curate.drafts import DraftArticle, DraftFigure, DraftNoFigure, ReadField, SecondReading
from indicators.curate.own_model.grounding import GroundedProposal
from indicators.curate.recognition.candidates.candidate import FigureRole
from indicators.curate.recognition.names.metric_names import FigureKind
from indicators.curate.recognition.names.vocabulary import Choice
from indicators.model.subjects import Nature
from indicators.values import periods
from indicators.values.periods import Period

MergeOutcome = Literal["equal", "differs", "new", "no-figure"]
"""What becomes of a proposal; none of a number that is a date, or that our own reader makes nothing of."""
_MOST_CHOICES: Final = 3


@dataclass(frozen=True, slots=True)
class MergedDraft:
    """The articles of a draft after a model was heard, and what became of its proposals."""

    articles: tuple[DraftArticle, ...]
    outcomes: Counter[MergeOutcome]


class _Place(NamedTuple):
    """A number of a draft: the figure that it is in, as the role that it has there, or that it is in none."""

    start: int
    end: int
    figure: DraftFigure | None
    role: str


@dataclass(slots=True)
class _Heard:
    """What the proposals say, before the text is read again with the numbers that the rules hold to be no figures."""

    second: dict[int, dict[ReadField, str]] = field(default_factory=dict)
    also: dict[int, FigureRole] = field(default_factory=dict)
    new: list[GroundedProposal] = field(default_factory=list)
    rates: list[tuple[DraftFigure, str, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RulesDraft:
    """A text and what the rules have read in it, before a model is heard; ``published`` is its day of print."""

    reader: Reader
    text: str
    published: Period | None
    articles: Sequence[DraftArticle]


def merged(draft: RulesDraft, proposals: Iterable[GroundedProposal]) -> MergedDraft:
    """The draft of a text with what the proposals of a model add.

    Where they say the same, nothing changes. What they say otherwise of a figure becomes a second reading, and fills
    only what the rules leave open; a number that only they call a figure becomes a doubtful one.
    """
    reader, known = draft.reader, _Places(draft.articles)
    heard = _Heard()
    outcomes: Counter[MergeOutcome] = Counter()
    for proposal in proposals:
        outcomes[_hear(proposal, known, heard)] += 1
    again = _Places(reader.read(draft.text, draft.published, heard.also)) if heard.also else known
    for figure, role, start in heard.rates:
        same = again.at(figure.start, figure.end)
        part = getattr(same.figure, role, None) if same else None
        if part is not None and part.start <= start < part.end:
            heard.second[figure.start].setdefault(cast("ReadField", role), part.words)
    figures = {
        figure.start: _with_second(reader, figure, heard.second.get(figure.start, {})) for figure in known.figures
    }
    for proposal in heard.new:
        place = again.at(proposal.start, proposal.end)
        if place is None or place.figure is None or place.figure.start in figures:
            outcomes["new"] -= 1
            outcomes["no-figure"] += 1
        else:
            new = _new_figure(reader, place.figure, proposal, known)
            figures[new.start] = new
    return MergedDraft(tuple(_with_figures(article, figures) for article in draft.articles), +outcomes)


class _Places:
    """The numbers of a draft by their places in the text."""

    def __init__(self, articles: Iterable[DraftArticle]) -> None:
        self.figures: list[DraftFigure] = []
        places: list[_Place] = []
        for article in articles:
            self.figures += article.figures
            places += [_Place(other.start, other.end, None, other.why) for other in article.not_figures]
            for figure in article.figures:
                places.append(_Place(figure.start, figure.end, figure, figure.main_role))
                places += [_Place(part.start, part.end, figure, role) for role, part in figure.parts()]
        first = {place.start: place for place in reversed(places)}  # the first number of a figure before its parts
        self._places = [first[start] for start in sorted(first)]
        self._starts = [place.start for place in self._places]

    def at(self, start: int, end: int) -> _Place | None:
        """The number at a part of the text."""
        index = bisect_right(self._starts, start) - 1
        near = self._places[max(index, 0) : index + 2]
        return next((place for place in near if place.start < end and start < place.end), None)


def _hear(proposal: GroundedProposal, known: _Places, heard: _Heard) -> MergeOutcome:
    place = known.at(proposal.start, proposal.end)
    if place is None or (place.figure is None and place.role == "date"):
        return "no-figure"
    if place.figure is None:
        if place.role == "repeated" or place.start in heard.also:
            return "equal"
        heard.also[place.start] = cast("FigureRole", proposal.role)
        heard.also.update(_unread_rates(proposal, known))
        heard.new.append(proposal)
        return "new"
    figure = place.figure
    second = heard.second.setdefault(figure.start, {})
    before = len(second), len(heard.rates)
    if place.role != proposal.role:
        second.setdefault(cast("ReadField", place.role), "")
    else:
        _hear_ids(figure, proposal.ids, second)
        _hear_rates(figure, proposal, known, heard)
    return "differs" if (len(second), len(heard.rates)) != before else "equal"


def _hear_ids(figure: DraftFigure, ids: Mapping[str, str], second: dict[ReadField, str]) -> None:
    own = {
        "metric": figure.metric,
        "region": figure.region,
        "sector": figure.sector,
        "group": figure.group,
        "period": figure.period.text if figure.period else "",
        "nature": figure.nature,
    }
    for name, value in ids.items():
        if value != own[name]:
            second.setdefault(cast("ReadField", name), value)


def _hear_rates(figure: DraftFigure, proposal: GroundedProposal, known: _Places, heard: _Heard) -> None:
    """Hear which rates a model gives to a figure: those that another number has, and those that are in no figure."""
    unread = _unread_rates(proposal, known)
    heard.also.update(unread)
    heard.rates += [(figure, role, place) for place, role in unread.items()]
    for role, (start, end) in proposal.rates.items():
        place = known.at(start, end)
        own = getattr(figure, role)
        if place is None or place.figure is None or role == proposal.role or (own and own.start <= start < own.end):
            continue
        part = getattr(place.figure, place.role, None)
        words = part.words if part else place.figure.text
        heard.second[figure.start].setdefault(cast("ReadField", role), words)


def _unread_rates(proposal: GroundedProposal, known: _Places) -> dict[int, FigureRole]:
    """The rates of a proposal that the rules hold to be in no figure, by their places."""
    places = {role: known.at(*span) for role, span in proposal.rates.items() if role != proposal.role}
    return {
        place.start: cast("FigureRole", role)
        for role, place in places.items()
        if place and place.figure is None and place.role not in {"date", "repeated"}
    }


# --- figures ---------------------------------------------------------------------------------------------------------


def _with_second(reader: Reader, figure: DraftFigure, second: Mapping[ReadField, str]) -> DraftFigure:
    """A figure of the rules with what a model reads otherwise; only what is open in it is filled."""
    if not second:
        return figure
    why = list(figure.why)
    changes: dict[str, Any] = {}
    if metric := second.get("metric"):
        kind = FigureKind(metric, second.get("sector", figure.sector), second.get("group", figure.group))
        changes |= _with_metric(reader, figure, Choice(kind, 0.0, ""), 1)
    filled = {name for name in ("metric", "period", "region") if name in second and not getattr(figure, name)}
    if "period" in filled:
        changes["period"] = periods.parse(second["period"])
    if "region" in filled:
        changes["region"] = second["region"]
    why = [reason for reason in why if reason not in filled]
    why += ["model-filled"] if filled else []
    why += ["model-differs"] if len(filled) < len(second) else []
    sure = "look" if figure.sure == "confident" else figure.sure
    readings = tuple(SecondReading(name, value) for name, value in second.items() if name not in filled)
    return replace(figure, why=tuple(why), sure=sure, second=readings, **changes)


def _with_metric(reader: Reader, figure: DraftFigure, choice: Choice, at: int) -> dict[str, Any]:
    """The choices of a figure with one more at its place, and the periods of all of them."""
    metrics = reader.dataset.metrics
    by_kind = {
        metrics[other.kind.metric].kind: period
        for other, period in zip(figure.choices, figure.choice_periods, strict=False)
    }
    others = [other for other in figure.choices if other.kind.metric != choice.kind.metric]
    choices = [*others[:at], choice, *others[at:]][:_MOST_CHOICES]
    times = [by_kind.get(metrics[other.kind.metric].kind, figure.period) for other in choices]
    return {"choices": tuple(choices), "choice_periods": tuple(times)}


def _new_figure(reader: Reader, figure: DraftFigure, proposal: GroundedProposal, known: _Places) -> DraftFigure:
    """The figure of a number that the rules hold to be none: read by the rules, and said by the model."""
    ids = proposal.ids
    changes: dict[str, Any] = {name: ids[name] for name in ("region", "sector", "group") if name in ids}
    if "nature" in ids:
        changes["nature"] = cast("Nature", ids["nature"])
    if "metric" in ids:
        kind = FigureKind(ids["metric"], ids.get("sector", figure.sector), ids.get("group", figure.group))
        changes |= _with_metric(reader, figure, Choice(kind, 0.0, ""), 0)
        changes["period"] = changes["choice_periods"][0] or figure.period
    if "period" in ids:
        changes |= {"period": periods.parse(ids["period"]), "period_words": ""}
    for role, part in figure.parts():
        span = proposal.rates.get(role)
        before = known.at(part.start, part.end)
        if span is None or not part.start <= span[0] < part.end or before is None or before.figure is not None:
            changes[role] = None
    if proposal.role != "amount" and not changes.get(proposal.role, getattr(figure, proposal.role)):
        changes.pop(proposal.role, None)  # its only number
    why = tuple(reason for reason in figure.why if reason not in ids and reason != "metric-near")
    return replace(figure, sure="doubtful", why=("model", *why), **changes)


def _with_figures(article: DraftArticle, figures: Mapping[int, DraftFigure]) -> DraftArticle:
    """An article with those of some figures that are in it; their numbers are no longer among the others."""
    own = [figure for start, figure in sorted(figures.items()) if article.start <= start < article.end]
    spans = {(figure.start, figure.end) for figure in own}
    spans |= {(part.start, part.end) for figure in own for _, part in figure.parts()}
    others = tuple(other for other in article.not_figures if not _is_among(other, spans))
    return replace(article, figures=tuple(own), not_figures=others)


def _is_among(other: DraftNoFigure, spans: set[tuple[int, int]]) -> bool:
    return (other.start, other.end) in spans
