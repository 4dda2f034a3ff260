"""A figure → the bars that stand beside it on one scale: a year earlier, its parts, its whole, its plan."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from indicators.analysis.derivations import Derivations
from indicators.analysis.formulas import Derived, Formula
from indicators.analysis.itemisations import Itemisation
from indicators.analysis.trust import target_of
from indicators.model.articles import ANNUAL, Figure
from indicators.model.subjects import TREES
from indicators.phrasing import scales
from indicators.phrasing.aligned_amounts import last_digit
from indicators.phrasing.figures import growth_size, qualified, share
from indicators.phrasing.names import Names
from indicators.values.quantities import Qualifier
from indicators.values.text import LocalText
from indicators.words import terms
from indicators.words.pages import figure as words

BarRole = Literal["before", "this", "part", "rest", "whole", "plan"]
Look = Literal["actual", "target", "expected", "derived"]

PARTS: Final = 8
"""Most parts that have a bar each; more are one bar."""


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A bar from ``start`` to ``end``, as fractions of the longest row; ``tick`` is the plan for the time gone.

    ``figure`` is the id of the figure that it shows, empty where it is derived or of several.
    """

    role: BarRole
    label: str
    note: str
    start: float
    end: float
    look: Look
    number: str
    figure: str = ""
    tick: float | None = None


@dataclass(frozen=True, slots=True)
class FigureComparison:
    """The bars of a figure under their finding; ``note`` says unit, hatching and tick."""

    title: str
    note: str
    bars: tuple[ScaleBar, ...]


@dataclass(frozen=True, slots=True)
class _Amount:
    """A bar before it is scaled, in the base of the unit; ``width`` is what its digits leave open."""

    role: BarRole
    label: str
    note: str
    amount: Decimal
    width: Decimal
    look: Look
    qualifier: Qualifier
    start: Decimal = Decimal(0)
    figure: str = ""


def of(figure: Figure, earlier: Figure | None, derivations: Derivations, names: Names) -> FigureComparison | None:
    """What the amount of a figure can be seen beside; None where that is nothing.

    ``earlier`` is the reported amount of the period that its growth is against. Amounts below zero have no bars.
    """
    if figure.text is None or figure.text.low < 0:
        return None
    derived = {each.formula: each for each in derivations.get(figure.id, ())}
    rows = [
        *_before(figure, earlier, derived.get("base") or derived.get("before"), names),
        _reported(figure, "this", names.of(words.THIS), names),
        *_parts(figure, derivations, names),
        *_whole(derived.get("share"), names),
        *_plan(derived.get("plan"), target_of(figure, derivations), names),
    ]
    if len(rows) < 2:
        return None
    scale = scales.of([row.start + row.amount for row in rows], figure.text.unit, names)
    longest = max(row.start + row.amount for row in rows)
    if not longest:
        return None
    tick = _tick(figure, derived, longest)
    own = names.of_nature(figure.period.label(names.lang), figure.nature)
    bars = tuple(_bar(row, own, longest, scale, tick if row.role == "this" else None, names) for row in rows)
    return FigureComparison(_title(figure, rows, names), _note(figure, scale, bars, names), bars)


def _reported(figure: Figure, role: BarRole, label: str, names: Names, start: Decimal = Decimal(0)) -> _Amount:
    """The bar of a figure that has an amount."""
    amount = figure.text
    assert amount is not None  # noqa: S101  # callers look
    period = names.of_nature(figure.period.label(names.lang), figure.nature)
    return _Amount(
        role, label, period, amount.value, last_digit(amount), figure.nature, amount.qualifier, start, figure.id
    )


def _derived(derived: Derived, role: BarRole, label: str, names: Names, start: Decimal = Decimal(0)) -> _Amount:
    period, width = derived.period.label(names.lang), derived.high - derived.low
    return _Amount(role, label, period, derived.value, width, "derived", derived.qualifier, start)


def _before(figure: Figure, earlier: Figure | None, base: Derived | None, names: Names) -> Iterator[_Amount]:
    """The amount of the period that growth is against: as it was reported, or else derived."""
    label = names.of(words.OTHER_BASE if figure.growth_from else words.BEFORE)
    if earlier is not None and earlier.text is not None and figure.text and earlier.text.is_like(figure.text):
        yield _reported(earlier, "before", label, names)
    elif base is not None:
        yield _derived(base, "before", label, names)


def _parts(figure: Figure, derivations: Derivations, names: Names) -> Iterator[_Amount]:
    """The parts, each starting where the last one ended, and what they leave."""
    ways: Sequence[Itemisation] = derivations.itemisations.of(figure)
    if not ways:
        return
    way, end = ways[0], Decimal(0)
    shown = way.parts if len(way.parts) <= PARTS else way.parts[: PARTS - 1]
    for part in shown:
        if part.text is None or part.text.low < 0:
            continue
        yield _reported(part, "part", _difference(part, figure, names), names, end)
        end += part.text.value
    further = [part.text for part in way.parts[len(shown) :] if part.text is not None]
    if further:
        amount, width = sum((text.value for text in further), Decimal(0)), max(map(last_digit, further))
        label = names.of(words.FURTHER_PARTS).format(count=len(further))
        yield _Amount("part", label, "", amount, width, "derived", "exact", end)
        end += amount
    if isinstance(way.rest, Derived):
        yield _derived(way.rest, "rest", names.of(words.REST), names, end)


def _difference(part: Figure, whole: Figure, names: Names) -> str:
    """What a part is called beside its whole: by that in which it differs from it."""
    differing = [names.metric(part.metric)] if part.metric != whole.metric else []
    trees = (tree for tree in TREES if getattr(part, tree) != getattr(whole, tree))
    differing.extend(names.entry(tree, getattr(part, tree)) for tree in trees)
    return names.of(terms.JOIN).join(differing) or part.period.label(names.lang)


def _whole(share: Derived | None, names: Names) -> Iterator[_Amount]:
    if share is not None and len(share.inputs) > 1:
        whole = names.dataset.figures[share.inputs[1]]
        part = names.dataset.figures[share.inputs[0]]
        label = names.of(words.WHOLE).format(name=_difference(whole, part, names))
        yield _reported(whole, "whole", label, names)


def _plan(plan: Derived | None, target: Figure | None, names: Names) -> Iterator[_Amount]:
    """The plan: the target that was reported, or else what follows from the share of it."""
    if target is not None and target.text is not None and target.text.low >= 0:
        yield _reported(target, "plan", names.of(words.TARGET), names)
    elif plan is not None:
        yield _derived(plan, "plan", names.of(words.PLAN), names)


def _tick(figure: Figure, derived: Mapping[Formula, Derived], longest: Decimal) -> float | None:
    """Where the plan for the part of the year that is gone lies, where the plan is of the year."""
    if "pace" not in derived or "plan" not in derived:
        return None
    gone = figure.period.share_of_year()
    return float(derived["plan"].value * gone.numerator / gone.denominator / longest)


def _bar(  # noqa: PLR0913, PLR0917  # what a bar is drawn from
    row: _Amount, own: str, longest: Decimal, scale: scales.AmountScale, tick: float | None, names: Names
) -> ScaleBar:
    """A bar on the scale; the period of a part is told only where it is not the ``own`` one of the figure."""
    note = "" if row.role in {"part", "rest"} and row.note == own else row.note
    start, end = (float(edge / longest) for edge in (row.start, row.start + row.amount))
    number = qualified("exact" if row.look == "derived" else row.qualifier, scale.number(row.amount, row.width), names)
    return ScaleBar(row.role, row.label, note, start, end, row.look, number, row.figure, tick)


# --- what stands above the bars --------------------------------------------------------------------------------------


def _title(figure: Figure, rows: Sequence[_Amount], names: Names) -> str:
    """What growth and plan say of it, as printed; else what stands beside it: its parts, the whole."""
    if told := _told(figure, {row.role for row in rows}, names):
        return told
    labels: dict[BarRole, LocalText] = {
        "before": words.WITH_OTHER_BASE if figure.growth_from else words.WITH_BEFORE,
        "part": words.WITH_PARTS,
        "whole": words.WITH_WHOLE,
        "plan": words.WITH_TARGET if any(row.role == "plan" and row.figure for row in rows) else words.WITH_PLAN,
    }
    roles = {row.role for row in rows}
    others = [names.of(label) for role, label in labels.items() if role in roles]
    return names.of(words.COMPARED).format(others=names.listed(others))


def _told(figure: Figure, roles: Collection[BarRole], names: Names) -> str:
    """Up 152% on a year earlier, 52.1% of the plan; empty where nothing exact was printed of a result."""
    sentences = []
    growth, done = figure.annual_growth, figure.completion
    if figure.nature != "actual":
        return ""
    if "before" in roles and growth is not None and growth.qualifier == "exact" and not growth.low <= 0 <= growth.high:
        form = words.UP_ON_YEAR if growth.value > 0 else words.DOWN_ON_YEAR
        sentences.append(names.of(form).format(growth=growth_size(figure, names)))
    if "plan" in roles and done is not None:
        form = words.OF_THE_PLAN if figure.plan == ANNUAL else words.OF_THE_TARGET
        sentences.append(names.of(form).format(share=share(figure, names)))
    return names.of(terms.COMMA).join(sentences)


def _note(figure: Figure, scale: scales.AmountScale, bars: Sequence[ScaleBar], names: Names) -> str:
    sentences = [words.IN_UNIT]
    if any(bar.look == "derived" for bar in bars):
        sentences.append(words.HATCHED)
    if any(bar.tick is not None for bar in bars):
        sentences.append(words.TICK)
    facts = {"metric": names.metric(figure.metric), "unit": scale.title}
    return names.of(terms.SENTENCES).join(names.of(sentence).format_map(facts) for sentence in sentences)
