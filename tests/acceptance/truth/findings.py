"""Findings, held against the truth of a random world."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from indicators.analysis.findings.finding import Finding, FindingKind
from indicators.values.intervals import ZERO
from tests.acceptance.truth import Seen
from tests.acceptance.truth.derived import truth_of, year_earlier
from tests.worlds import World


def findings_are_true(world: World, seen: Seen) -> None:
    """What is called a finding holds for the truth, of figures that are not in doubt."""
    for finding in world.known.findings:
        prints = [world.prints[key] for key in finding.figures]
        in_doubt = any(world.in_doubt(printed.id) for printed in prints)
        assert in_doubt == (finding.kind == "disagreement"), finding
        assert all(printed.about.nature == "actual" for printed in prints)
        FINDINGS[finding.kind](finding, world)
        seen[finding.kind] += 1


def change_of(key: str, world: World) -> Decimal:
    """How much a figure truly grew on a year earlier."""
    printed = world.prints[key]
    return world.amount(key) - world.truth.of(year_earlier(printed), printed.about.nature)


def check_opposite_parts(finding: Finding, world: World) -> None:
    whole, *parts = finding.figures
    way = 1 if change_of(whole, world) > 0 else -1
    assert all(change_of(part, world) * way > 0 for part in finding.leading)
    assert all(change_of(part, world) * way < 0 for part in finding.opposed)
    assert {*finding.leading, *finding.opposed} <= set(parts)
    if finding.entire:
        others = [change_of(part, world) for part in parts if part != finding.leading[0]]
        left = change_of(whole, world) - change_of(finding.leading[0], world) - sum(others, ZERO)
        assert all(other * way <= 0 for other in (*others, left)), finding


def check_months_inside(finding: Finding, world: World) -> None:
    shorter = {derived.inputs[0]: derived.inputs[1] for derived in finding.derived}
    within = {key: change_of(key, world) - change_of(other, world) for key, other in shorter.items()}
    assert all(within[key] < 0 for key in finding.leading)
    assert all(within[key] > 0 for key in finding.opposed)
    longer, before = finding.figures[:2]
    assert within[longer] * change_of(before, world) < 0


def check_against_the_trend(finding: Finding, world: World) -> None:
    ways = [[change_of(key, world) > 0 for key in keys] for keys in (finding.leading, finding.opposed)]
    assert ways in ([[True] * len(ways[0]), [False] * len(ways[1])], [[False] * len(ways[0]), [True] * len(ways[1])])


def check_reversal(finding: Finding, world: World) -> None:
    later, earlier = finding.figures
    assert change_of(later, world) * change_of(earlier, world) < 0


def check_multiple(finding: Finding, world: World) -> None:
    later, *others = finding.figures
    amount = world.amount(later)
    earlier = world.amount(others[0]) if others else amount - change_of(later, world)
    assert amount >= 2 * earlier or amount <= earlier / 2, finding


def check_pace(finding: Finding, world: World) -> None:
    (derived,) = finding.derived
    pace = truth_of(derived, [world.prints[key] for key in derived.inputs], world)
    assert pace >= Decimal("1.2") or pace <= Decimal("0.8"), finding


def check_disagreement(finding: Finding, world: World) -> None:
    high, low = (world.known.dataset.figures[key].text for key in finding.figures)
    assert high is not None
    assert low is not None
    assert high.value > low.value


FINDINGS: Final[Mapping[FindingKind, Callable[[Finding, World], None]]] = {
    "opposite-parts": check_opposite_parts,
    "months-inside": check_months_inside,
    "against-the-trend": check_against_the_trend,
    "reversal": check_reversal,
    "multiple": check_multiple,
    "pace": check_pace,
    "disagreement": check_disagreement,
}
