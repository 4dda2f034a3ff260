"""What is derived from figures, held against the truth of a random world."""

from collections.abc import Sequence
from decimal import Decimal

from indicators.analysis.formulas import SUMS, Derived
from indicators.values import periods
from indicators.values.intervals import ZERO
from indicators.values.quantities import Quantity
from tests import worlds
from tests.acceptance.truth import Seen
from tests.worlds import Cell, Print, World


def amounts_are_what_was_printed(world: World, seen: Seen) -> None:
    """The truth lies in the interval of what is printed of it, and what was decided is exact."""
    for key, printed in world.prints.items():
        text = world.known.dataset.figures[key].text
        assert text is not None
        if printed.true:
            assert text.low <= world.amount(key) <= text.high
        if worlds.is_decided(printed.about):
            assert text.low == text.high == text.value
            seen["decided"] += 1


def derivations_are_true(world: World, seen: Seen) -> None:
    several = world.known.derived
    assert len({derived.id for derived in several}) == len(several)
    for derived in several:
        check(derived, world)
        seen[derived.formula] += 1
    for key, printed in world.prints.items():
        if key in world.known.worked_out and not world.in_doubt(key):
            formulas = {derived.formula for derived in world.known.worked_out[key]}
            stands = world.known.worked_out.itemisations.stands(world.known.dataset.figures[key])
            reached = "plan" in formulas and stands and not world.in_doubt(printed.plan)
            assert ("achievement" in formulas) == reached, key
            assert ("share" in formulas) == has_share(printed, world), key


def has_share(part: Print, world: World) -> bool:
    """True where it is said of which whole it is a part, that one is known, and both are of one kind."""
    named = part.part_of or next((other.part_of for other in world.alike(part.id) if other.part_of), "")
    known = bool(named) and not world.in_doubt(named)
    return known and worlds.differs(part, world.prints[named]) is not None


def check(derived: Derived, world: World) -> None:
    """The truth lies between the ends of what was worked out, of which nothing that is in doubt is a part."""
    prints = [world.prints[key] for key in derived.inputs]
    doubtful = any(world.in_doubt(printed.id) for printed in prints)
    if len(prints) == 1 and doubtful:
        return  # it is said of that report alone
    assert not doubtful, derived
    assert all(printed.true for printed in prints), derived
    value = truth_of(derived, prints, world)
    slack = abs(value) * Decimal("1e-20")
    assert derived.low - slack <= value <= derived.high + slack, (derived, value)
    assert derived.low <= derived.value <= derived.high, derived
    quantities = [text for key in derived.inputs if (text := world.known.dataset.figures[key].text) is not None]
    if derived.formula in SUMS:
        check_precision(derived, quantities, value)


def check_precision(derived: Derived, quantities: Sequence[Quantity], truth: Decimal) -> None:
    """A sum is exact where all that is added is; over and under are meant as they are said, but for rounding."""
    if all(quantity.low == quantity.high for quantity in quantities):
        assert derived.low == derived.value == derived.high == truth
        assert derived.qualifier == "exact"
    rounding = sum((text.high - text.value for text in quantities if text.qualifier == "exact"), ZERO)
    if derived.qualifier == "over":
        assert truth >= derived.value - rounding
    if derived.qualifier == "under":
        assert truth <= derived.value + rounding
    assert (derived.qualifier == "exact") == all(quantity.qualifier == "exact" for quantity in quantities)


def truth_of(derived: Derived, prints: Sequence[Print], world: World) -> Decimal:
    """The true number that a formula stands for, which its inputs must suit."""
    first, *others = prints
    amounts = [world.amount(printed.id) for printed in prints]
    match derived.formula:
        case "plan" | "achievement" | "pace":
            return truth_of_plan(derived, first, others, world)
        case "base":
            return world.truth.of(worlds.cell_of(*first.about[:3], derived.period.text), first.about.nature)
        case "growth-within" | "contribution" | "rest-contribution":
            check_sum(derived, prints)
            return truth_of_growth(derived, prints, world)
        case "remainder" | "total" | "difference":
            check_sum(derived, prints)
            return sum(amounts, ZERO) if derived.formula == "total" else amounts[0] - sum(amounts[1:], ZERO)
    check_quotient(derived, first, others[0])
    return amounts[0] / amounts[1] - (1 if derived.formula == "growth" else 0)


def truth_of_growth(derived: Derived, prints: Sequence[Print], world: World) -> Decimal:
    """The growth of what is left of a period, or what a part, or the rest, added to the growth of its whole."""
    amounts = [world.amount(printed.id) for printed in prints]
    bases = [world.truth.of(year_earlier(printed), printed.about.nature) for printed in prints]
    changes = [amount - base for amount, base in zip(amounts, bases, strict=True)]
    if derived.formula == "growth-within":
        return (changes[0] - changes[1]) / (bases[0] - bases[1])
    return changes[0] / bases[1] if derived.formula == "contribution" else (changes[0] - sum(changes[1:])) / bases[0]


def year_earlier(printed: Print) -> Cell:
    metric, region, sector, period, _ = printed.about
    return worlds.cell_of(metric, region, sector, period.replace("2022", "2021"))


def truth_of_plan(derived: Derived, first: Print, others: Sequence[Print], world: World) -> Decimal:
    target = world.prints[first.plan]
    assert [other.cell for other in others] == ([target.cell] if derived.formula == "achievement" else [])
    if derived.formula == "plan":
        assert worlds.cell_of(*target.about[:3], derived.period.text) == target.cell
        return world.amount(target.id)
    passed = Decimal(periods.parse(first.about.period).end.month) / 12
    return world.amount(first.id) / world.amount(target.id) / (passed if derived.formula == "pace" else 1)


def check_sum(derived: Derived, prints: Sequence[Print]) -> None:
    """What is added, or taken off, is of one nature and counted once; what is taken off was in it."""
    assert len({printed.about.nature for printed in prints}) == 1, derived
    first, *others = prints
    if derived.formula == "total":
        assert not worlds.overlap(printed.cell for printed in prints)
        return
    if derived.formula == "contribution":
        assert first.cell < others[0].cell
        return
    assert not worlds.overlap(part.cell for part in others)
    assert frozenset().union(*(part.cell for part in others)) <= first.cell
    if derived.formula in {"difference", "growth-within"}:
        shorter, longer = (periods.parse(printed.about.period) for printed in (others[0], first))
        assert longer.start == shorter.start
        assert (derived.period.start - shorter.end).days == 1
        assert derived.period.end == longer.end


def check_quotient(derived: Derived, above: Print, below: Print) -> None:
    assert above.about.nature == below.about.nature, derived
    match derived.formula:
        case "growth":
            check_steps(above, below)
        case "share":
            assert above.cell < below.cell
        case _:
            assert (above.about.metric, below.about.metric) == ("exports", "revenue")
            assert above.about[1:] == below.about[1:]


def check_steps(later: Print, earlier: Print) -> None:
    """Growth is over time only, and flows grow between periods of one length."""
    assert later.about[:3] == earlier.about[:3]
    assert later.about.nature == earlier.about.nature == "actual"
    after, before = (periods.parse(printed.about.period) for printed in (later, earlier))
    assert before.end < after.end
    if later.about.metric != "firms":
        assert before.length == after.length
        assert before.end < after.start
