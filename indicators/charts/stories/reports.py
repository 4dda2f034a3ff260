"""Who reported what: the reports of one key beside each other, and all keys that several reports have as a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import takewhile
from typing import Final

from indicators.analysis import agreement
from indicators.analysis.agreement import Agreement, Slot, Witness
from indicators.charts.marks import Mark
from indicators.charts.plots.ranges import Scale
from indicators.charts.plots.rows import Row
from indicators.charts.plots.wrapping import width
from indicators.charts.stories.story import ROWS_LISTED, Story, alt, marks_of_rows
from indicators.model.entries import Figure
from indicators.phrasing.figures import done, hover, printed, signed
from indicators.phrasing.names import Names
from indicators.values import units
from indicators.values.quantities import Quantity
from indicators.values.units import UNITS
from indicators.words import agreement as words
from indicators.words import stories as story_words
from indicators.words import terms

MOST: Final = 24
_REASON: Final = 120
"""Characters of a reason that stand in a chart; the evidence shows it whole."""
_NAMED: Final = 3
_PHONE: Final = 31.0
"""Width of a telephone's page in ems of the numbers under a scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports(Story):
    """The reports of one key: ``title`` says what they make together, each of ``scales`` is of one number."""

    scales: tuple[Scale, ...]

    def panels_of_marks(self, _names: Names) -> Iterable[Sequence[Mark]]:
        return map(marks_of_rows, self.scales)

    @property
    def compares(self) -> bool:
        """Whether any report stands beside another."""
        return any(len(scale.rows) > 1 for scale in self.scales)


def reports(found: Agreement, names: Names, *, most: int = MOST) -> Reports:
    """One row an article for each number that it prints, oldest first; of many articles the newest.

    Growth or a share of a plan is shown where several print it, or one that prints nothing else.
    """
    drawn = found.witnesses[-most:]
    scales = tuple(_scale(found, slot, group, names) for slot, group in _groups(drawn))
    if len(scales) == 1:
        scales = (replace(scales[0], heading=""),)
    title = names.of(words.TITLE).format(subject=_subject(found, names), finding=_finding(found, names))
    publishers = dict.fromkeys(witness.article.publisher for witness in drawn)
    return Reports(
        title=title,
        note=names.of(words.NOTE),
        scales=scales,
        alt=_alt(title, scales, names),
        sources=tuple(names.publisher(key) for key in publishers),
        left_out=len(found.witnesses) - len(drawn),
    )


def agreement_table(found: Sequence[Agreement], names: Names) -> list[dict[str, str]]:
    """A row for each agreement: what words.agreement.COLUMNS names, and ``figure``, the id of one of its figures."""
    return [_line(one, names) for one in found]


def _line(found: Agreement, names: Names) -> dict[str, str]:
    subject = found.subject
    said = dict.fromkeys(_shown(witness.figure, _telling(witness.figure, found), names) for witness in found.witnesses)
    cells = {
        "metric": names.metric(subject.metric),
        "place": names.place(subject.region, subject.sector),
        "period": _when(found, names),
        "verdict": names.of(words.VERDICTS[found.verdict]),
        "reports": f"{len(found.witnesses):,}",
        "sources": f"{found.voices:,}",
        "numbers": names.of(terms.SEMICOLON).join(said),
    }
    return {column: cells[column] for column in words.COLUMNS} | {"figure": found.witnesses[-1].figure.id}


def _telling(figure: Figure, found: Agreement) -> Slot:
    """The number of a figure that matters most: the disputed one, or the first that it prints."""
    slots = agreement.numbers(figure)
    return found.disputed if found.disputed in slots else next(iter(slots))


# --- the finding -----------------------------------------------------------------------------------------------------


def _subject(found: Agreement, names: Names) -> str:
    place = names.place(found.subject.region, found.subject.sector)
    return names.of(terms.JOIN).join((names.metric(found.subject.metric), place, _when(found, names)))


def _when(found: Agreement, names: Names) -> str:
    period = found.subject.period.label(names.lang)
    if found.subject.nature == "actual":
        return period
    return period + names.of(story_words.OF_NATURE).format(nature=names.nature(found.subject.nature))


def _finding(found: Agreement, names: Names) -> str:
    if found.disputed:
        return _conflict(found, found.disputed, names)
    if found.verdict == "revised":
        return _revision(found, names)
    if found.verdict == "once":
        return names.of(words.ONCE)
    groups = agreement.by_slot(found.witnesses).values()
    most = max(groups, key=lambda group: (agreement.voices(group), len(group)))
    sentence = words.AGREE if found.verdict == "agree" else words.REPEATED
    return names.of(sentence).format(all=agreement.voices(most), reports=names.count(words.REPORTS, len(most)))


def _conflict(found: Agreement, slot: Slot, names: Names) -> str:
    """How many sources there are to the disputed number, and how many of them can be right together."""
    group = agreement.by_slot(found.standing)[slot]
    sources, some = agreement.voices(group), agreement.voices(agreement.concord(group, slot))
    facts = {"all": sources, "some": some, "reports": names.count(words.REPORTS, len(group))}
    if some == sources:  # one source at least says now this, now that
        return names.of(words.CONFLICT_OF_REPORTS).format(**facts)
    return names.of(words.CONFLICT_OF_SOME if some > 1 else words.CONFLICT).format(**facts)


def _revision(found: Agreement, names: Names) -> str:
    """From the oldest number that was corrected to the one that stands in its place."""
    figures = {witness.figure.id: witness.figure for witness in found.witnesses}
    old = next(figure for key, figure in figures.items() if key in found.superseded)
    new = old
    for _ in found.superseded:
        new = figures[found.superseded.get(new.id, new.id)]
    both = [slot for slot in agreement.numbers(old) if slot in agreement.numbers(new)]
    facts = {
        name: _shown(figure, next(iter(both or agreement.numbers(figure))), names)
        for name, figure in (("old", old), ("new", new))
    }
    came_out = old.nature == "expected" and new.nature == "actual"
    return names.of(words.CAME_OUT if came_out else words.REVISED).format(**facts)


def _shown(figure: Figure, slot: Slot, names: Names) -> str:
    tell = {"text": printed, "growth": signed, "completion": done}[slot[0]]
    return tell(figure, names)


# --- the rows --------------------------------------------------------------------------------------------------------


def _groups(drawn: Sequence[Witness]) -> Iterator[tuple[Slot, list[Witness]]]:
    """What is drawn on each scale: reports of one number, and of amounts those that measure the same."""
    told: set[str] = set()
    by_slot = agreement.by_slot(drawn)
    for slot in sorted(by_slot, key=lambda slot: agreement.NUMBERS.index(slot[0])):
        group = by_slot[slot]
        if len(group) == 1 and group[0].figure.id in told:
            continue
        told |= {witness.figure.id for witness in group}
        alike: dict[str, list[Witness]] = {}
        for witness in group:
            said = agreement.numbers(witness.figure)[slot]
            alike.setdefault(UNITS[said.unit].dimension, []).append(witness)
        yield from ((slot, witnesses) for witnesses in alike.values())


def _scale(found: Agreement, slot: Slot, group: Sequence[Witness], names: Names) -> Scale:
    said = [agreement.numbers(witness.figure)[slot] for witness in group]
    unit = names.dataset.metrics[found.subject.metric].unit if slot[0] == "text" else "percent"
    if UNITS[unit].dimension != UNITS[said[0].unit].dimension:
        unit = said[0].unit
    span = _span(said, UNITS[unit].scale)
    band = found.common if slot[0] == "text" and len(found.standing) > 1 else None
    return Scale(
        heading=names.of(words.NUMBERS[slot[0]]),
        rows=tuple(_row(found, slot, witness, names) for witness in group),
        span=(float(span[0]), float(span[1])),
        ticks=_ticks(span, unit, names, whole=all(one.low == one.high for one in said)),
        band=(float(band.low), float(band.high)) if band else None,
    )


def _row(found: Agreement, slot: Slot, witness: Witness, names: Names) -> Row:
    said = agreement.numbers(witness.figure)[slot]
    style, state = _state(found, slot, witness, names)
    told = (witness.article.published.label(names.lang), _issuer(witness, names), state)
    detail = names.of(terms.JOIN).join(part for part in told if part)
    return Row(
        figure=witness.figure.id,
        name=names.publisher(witness.article.publisher),
        shown=_shown(witness.figure, slot, names),
        hover=names.of(terms.COMMA).join((hover(witness.figure, names), detail)),
        length=float(said.value),
        detail=detail,
        style=style,
        low=float(said.low),
        high=float(said.high),
    )


def _issuer(witness: Witness, names: Names) -> str:
    issuer = witness.article.issuer
    return names.of(words.ISSUER).format(issuer=names.publisher(issuer)) if issuer else ""


def _state(found: Agreement, slot: Slot, witness: Witness, names: Names) -> tuple[str, str]:
    """How a report stands to the others: the style of its row, and in words."""
    if later := found.superseded.get(witness.figure.id):
        return "superseded", _correction(found, later, names)
    others = agreement.by_slot(found.standing)[slot]
    said = agreement.numbers(witness.figure)[slot]
    against = [other for other in others if agreement.apart(said, agreement.numbers(other.figure)[slot])]
    if against:
        return "conflict", names.of(words.CONTRADICTS).format(publishers=_publishers(against, names))
    before = takewhile(lambda other: other is not witness, others)
    same = next((other for other in before if agreement.same_voice(other.article, witness.article)), None)
    if same:
        return "repeated", names.of(words.REPEATS).format(**_by(same, names))
    return "standing", names.of(words.STANDS) if found.superseded else ""


def _by(witness: Witness, names: Names) -> dict[str, str]:
    article = witness.article
    return {"publisher": names.publisher(article.publisher), "date": article.published.label(names.lang)}


def _correction(found: Agreement, key: str, names: Names) -> str:
    later = next(witness for witness in found.witnesses if witness.figure.id == key)
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


def _span(said: Sequence[Quantity], unit: Decimal) -> tuple[Decimal, Decimal]:
    """What the scale covers: all numbers and ranges with a little room, and more where a range is open."""
    ends = [end for one in said for end in (one.low, one.value, one.high) if end.is_finite()]
    low, high = min(ends), max(ends)
    room = (high - low) * Decimal("0.06") or max(abs(low) * Decimal("0.05"), unit)
    opens = [
        any(end.is_infinite() for end in side) for side in zip(*((one.low, one.high) for one in said), strict=True)
    ]
    return low - room * (5 if opens[0] else 1), high + room * (5 if opens[1] else 1)


def _ticks(span: tuple[Decimal, Decimal], unit: str, names: Names, *, whole: bool) -> tuple[tuple[float, str], ...]:
    """Round numbers on the scale, as many as a telephone has room for; only whole ones where things are counted."""
    scale = UNITS[unit].scale
    low, high = (end / scale for end in span)
    found: list[tuple[float, str]] = []
    for most in (4, 3, 2, 1):
        step = _round_up((high - low) / most)
        step = max(step, Decimal(1)) if whole else step
        first = int((low / step).to_integral_value(ROUND_CEILING))
        last = int((high / step).to_integral_value(ROUND_FLOOR))
        at = [step * number * scale for number in range(first, last + 1)]
        found = [(float(value), units.compact(value, unit, names.lang, digits=15)) for value in at]
        if sum(width(told) + 2 for _, told in found) <= _PHONE:
            break
    return tuple(found)


def _round_up(number: Decimal) -> Decimal:
    """The next of 1, 2 and 5 times a power of ten."""
    power = Decimal(1).scaleb(number.adjusted())
    return next(power * times for times in (1, 2, 5, 10) if power * times >= number)
