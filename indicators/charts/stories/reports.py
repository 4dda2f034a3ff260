"""Who reported what: the reports of one subject beside each other, and a table of all that is reported repeatedly."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import takewhile
from typing import Final

from indicators.analysis.agreement import (
    Agreement,
    Slot,
    Witness,
    apart,
    by_slot,
    concord,
    numbers,
    same_voice,
    voices,
)
from indicators.charts.marks import Mark
from indicators.charts.plots.ranges import Scale
from indicators.charts.plots.rows import Row
from indicators.charts.plots.wrapping import width
from indicators.charts.stories.story import ROWS_LISTED, Story, alt, marks_of_rows, sources
from indicators.model.articles import Figure
from indicators.model.numbers import NUMBERS, NumberName
from indicators.phrasing.articles import issuer
from indicators.phrasing.figures import changed, done, hover, part, printed, signed
from indicators.phrasing.names import Names
from indicators.values import units
from indicators.values.quantities import Quantity
from indicators.values.unit_table import UNITS, Unit
from indicators.words import terms
from indicators.words.phrasing import agreement as words

MOST: Final = 24
_REASON: Final = 120
"""Characters of a reason that stand in a chart; the evidence shows it whole."""
_NAMED: Final = 3
_PHONE: Final = 31.0
"""Width of a telephone's page in ems of the numbers under a scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports(Story):
    """The reports of one subject: ``title`` says whether they agree, each of ``scales`` is of one kind of number."""

    scales: tuple[Scale, ...]

    def panels_of_marks(self, _names: Names) -> Iterable[Sequence[Mark]]:
        return map(marks_of_rows, self.scales)

    @property
    def compares(self) -> bool:
        """True where a scale has several reports."""
        return any(len(scale.rows) > 1 for scale in self.scales)


def reports(agreement: Agreement, names: Names, *, most: int = MOST) -> Reports:
    """A row for each article and number, oldest first; of more than ``most`` articles only the newest.

    Growth or a share of a plan is shown where several articles print it, or where one prints nothing else.
    """
    drawn = agreement.witnesses[-most:]
    scales = tuple(_scale(agreement, slot, group, names) for slot, group in _groups(drawn))
    if len(scales) == 1:
        scales = (replace(scales[0], heading=""),)
    title = names.of(words.TITLE).format(subject=_subject(agreement, names), finding=_finding(agreement, names))
    return Reports(
        title=title,
        note=names.of(words.NOTE),
        scales=scales,
        alt=_alt(title, scales, names),
        sources=sources((witness.article.publisher for witness in drawn), names),
        left_out=len(agreement.witnesses) - len(drawn),
    )


# --- the finding -----------------------------------------------------------------------------------------------------


def _subject(agreement: Agreement, names: Names) -> str:
    place = names.place(agreement.subject.place)
    return names.of(terms.JOIN).join((names.metric(agreement.subject.metric), place, _when(agreement, names)))


def _when(agreement: Agreement, names: Names) -> str:
    return names.of_nature(agreement.subject.period.label(names.lang), agreement.subject.nature)


def _finding(agreement: Agreement, names: Names) -> str:
    if agreement.disputed:
        return _conflict(agreement, agreement.disputed, names)
    if agreement.verdict == "revised":
        return _revision(agreement, names)
    if agreement.verdict == "once":
        return names.of(words.ONCE)
    groups = by_slot(agreement.witnesses).values()
    most = max(groups, key=lambda group: (voices(group), len(group)))
    sentence = words.AGREE if agreement.verdict == "agree" else words.REPEATED
    return names.of(sentence).format(all=voices(most), reports=names.count(words.REPORTS, len(most)))


def _conflict(agreement: Agreement, slot: Slot, names: Names) -> str:
    """How many sources there are to the disputed number, and how many of them can be right together."""
    group = by_slot(agreement.standing)[slot]
    sources, some = voices(group), voices(concord(group, slot))
    facts = {"all": sources, "some": some, "reports": names.count(words.REPORTS, len(group))}
    if some == sources:  # one source at least says now this, now that
        return names.of(words.CONFLICT_OF_REPORTS).format(**facts)
    return names.of(words.CONFLICT_OF_SOME if some > 1 else words.CONFLICT).format(**facts)


def _revision(agreement: Agreement, names: Names) -> str:
    """The oldest number that was corrected, and the one that stands in its place now."""
    figures = {witness.figure.id: witness.figure for witness in agreement.witnesses}
    old = next(figure for key, figure in figures.items() if key in agreement.superseded)
    new = old
    for _ in agreement.superseded:
        new = figures[agreement.superseded.get(new.id, new.id)]
    both = [slot for slot in numbers(old) if slot in numbers(new)]
    facts = {
        name: _shown(figure, next(iter(both or numbers(figure))), names)
        for name, figure in (("old", old), ("new", new))
    }
    came_out = old.nature == "expected" and new.nature == "actual"
    return names.of(words.CAME_OUT if came_out else words.REVISED).format(**facts)


_TELL: Final[Mapping[NumberName, Callable[[Figure, Names], str]]] = {
    "text": printed,
    "growth": signed,
    "change": changed,
    "points": changed,
    "share": part,
    "completion": done,
}
"""How each of the numbers of a figure is told."""


def _shown(figure: Figure, slot: Slot, names: Names) -> str:
    return _TELL[slot[0]](figure, names)


# --- the rows --------------------------------------------------------------------------------------------------------


def _groups(drawn: Sequence[Witness]) -> Iterator[tuple[Slot, list[Witness]]]:
    """What is drawn on each scale: reports of one number, and of amounts those that measure the same."""
    shown: set[str] = set()
    reports_of = by_slot(drawn)
    for slot in sorted(reports_of, key=lambda slot: NUMBERS.index(slot[0])):
        group = reports_of[slot]
        if len(group) == 1 and group[0].figure.id in shown:
            continue
        shown |= {witness.figure.id for witness in group}
        alike: dict[str, list[Witness]] = {}
        for witness in group:
            number = numbers(witness.figure)[slot]
            alike.setdefault(number.unit.dimension, []).append(witness)
        yield from ((slot, witnesses) for witnesses in alike.values())


def _scale(agreement: Agreement, slot: Slot, group: Sequence[Witness], names: Names) -> Scale:
    quantities = [numbers(witness.figure)[slot] for witness in group]
    unit = names.dataset.metrics[agreement.subject.metric].unit if slot[0] == "text" else UNITS["percent"]
    if unit.dimension != quantities[0].unit.dimension:
        unit = quantities[0].unit
    span = _span(quantities, unit.scale)
    band = agreement.common if slot[0] == "text" and len(agreement.standing) > 1 else None
    return Scale(
        heading=names.of(words.NUMBERS[slot[0]]),
        rows=tuple(_row(agreement, slot, witness, names) for witness in group),
        span=(float(span[0]), float(span[1])),
        ticks=_ticks(span, unit, names, whole=all(quantity.low == quantity.high for quantity in quantities)),
        band=(float(band.low), float(band.high)) if band else None,
    )


def _row(agreement: Agreement, slot: Slot, witness: Witness, names: Names) -> Row:
    number = numbers(witness.figure)[slot]
    style, state = _state(agreement, slot, witness, names)
    parts = (witness.article.published.label(names.lang), issuer(witness.article, names), state)
    detail = names.of(terms.JOIN).join(part for part in parts if part)
    return Row(
        figure=witness.figure.id,
        name=names.publisher(witness.article.publisher),
        shown=_shown(witness.figure, slot, names),
        hover="\n".join(filter(None, (hover(witness.figure, names), state))),
        length=float(number.value),
        detail=detail,
        style=style,
        low=float(number.low),
        high=float(number.high),
    )


def _state(agreement: Agreement, slot: Slot, witness: Witness, names: Names) -> tuple[str, str]:
    """The style of a report's row, and in words how it stands to the others."""
    if later := agreement.superseded.get(witness.figure.id):
        return "superseded", _correction(agreement, later, names)
    others = by_slot(agreement.standing)[slot]
    number = numbers(witness.figure)[slot]
    against = [other for other in others if apart(number, numbers(other.figure)[slot])]
    if against:
        return "conflict", names.of(words.CONTRADICTS).format(publishers=_publishers(against, names))
    before = takewhile(lambda other: other is not witness, others)
    same = next((other for other in before if same_voice(other.article, witness.article)), None)
    if same:
        return "repeated", names.of(words.REPEATS).format(**_by(same, names))
    return "standing", names.of(words.STANDS) if agreement.superseded else ""


def _by(witness: Witness, names: Names) -> dict[str, str]:
    article = witness.article
    return {"publisher": names.publisher(article.publisher), "date": article.published.label(names.lang)}


def _correction(agreement: Agreement, key: str, names: Names) -> str:
    later = next(witness for witness in agreement.witnesses if witness.figure.id == key)
    reason = names.of(later.figure.reason) if later.figure.reason else ""
    short = reason if len(reason) <= _REASON else reason[: _REASON - 1] + "…"
    return names.of(words.CORRECTED).format(reason=short, **_by(later, names))


def _publishers(witnesses: Sequence[Witness], names: Names) -> str:
    keys = list(dict.fromkeys(witness.article.publisher for witness in witnesses))
    listed = names.of(terms.LIST).join(names.publisher(key) for key in keys[:_NAMED])
    if len(keys) <= _NAMED:
        return listed
    return names.of(words.AND_OTHERS).format(publishers=listed, count=len(keys))


def _alt(title: str, scales: Sequence[Scale], names: Names) -> str:
    """The finding and the first rows in words."""
    rows = [
        names.of(words.ALT_ROW).format(publisher=row.name, detail=row.detail, number=row.shown)
        for scale in scales
        for row in scale.rows
    ]
    return alt(words.ALT, title, rows, names, most=ROWS_LISTED)


# --- the scale -------------------------------------------------------------------------------------------------------


def _span(quantities: Sequence[Quantity], unit: Decimal) -> tuple[Decimal, Decimal]:
    """What the scale covers: all numbers and ranges with a little room, and more where a range is open."""
    ends = [end for quantity in quantities for end in (quantity.low, quantity.value, quantity.high) if end.is_finite()]
    low, high = min(ends), max(ends)
    room = (high - low) * Decimal("0.06") or max(abs(low) * Decimal("0.05"), unit)
    opens = [
        any(end.is_infinite() for end in side)
        for side in zip(*((quantity.low, quantity.high) for quantity in quantities), strict=True)
    ]
    return low - room * (5 if opens[0] else 1), high + room * (5 if opens[1] else 1)


def _ticks(span: tuple[Decimal, Decimal], unit: Unit, names: Names, *, whole: bool) -> tuple[tuple[float, str], ...]:
    """Round numbers on the scale, as many as a telephone has room for; whole numbers where things are counted."""
    scale = unit.scale
    low, high = (end / scale for end in span)
    ticks: list[tuple[float, str]] = []
    for most in (4, 3, 2, 1):
        step = _round_up((high - low) / most)
        step = max(step, Decimal(1)) if whole else step
        first = int((low / step).to_integral_value(ROUND_CEILING))
        last = int((high / step).to_integral_value(ROUND_FLOOR))
        values = [step * number * scale for number in range(first, last + 1)]
        ticks = [(float(value), units.compact(value, unit, names.lang, digits=15)) for value in values]
        if sum(width(label) + 2 for _, label in ticks) <= _PHONE:
            break
    return tuple(ticks)


def _round_up(number: Decimal) -> Decimal:
    """The next of 1, 2 and 5 times a power of ten."""
    power = Decimal(1).scaleb(number.adjusted())
    return next(power * times for times in (1, 2, 5, 10) if power * times >= number)
