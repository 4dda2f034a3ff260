"""No total, remainder, share or headline contradicts the truth, whatever newspapers print of it (tests/worlds.py)."""

from collections import Counter
from collections.abc import Callable
from time import monotonic
from typing import Final

import pytest

from tests import worlds
from tests.acceptance.truth import Seen
from tests.acceptance.truth.derived import amounts_are_what_was_printed, derivations_are_true
from tests.acceptance.truth.findings import findings_are_true
from tests.acceptance.truth.headlines import overviews_show_what_stands, panels_are_of_one_level
from tests.acceptance.truth.parts import charts_of_parts_are_to_scale, parts_are_each_counted_once
from tests.acceptance.truth.totals import tables_add_up
from tests.worlds import World

SEEDS: Final = range(100)
BATCHES: Final = 2
PATIENCE: Final = 8.0
"""How many seconds a failing world is made smaller for."""
CLAIMS: Final[tuple[Callable[[World, Seen], None], ...]] = (
    amounts_are_what_was_printed,
    derivations_are_true,
    parts_are_each_counted_once,
    charts_of_parts_are_to_scale,
    panels_are_of_one_level,
    tables_add_up,
    overviews_show_what_stands,
    findings_are_true,
)
OFTEN: Final = {
    "decided": 60, "base": 11, "plan": 9, "achievement": 6, "share": 60, "remainder": 18, "growth": 15,
    "difference": 11, "ratio": 1, "complete": 3, "doubtful": 1, "part": 45, "total": 22, "no total": 1,
    "rest of a total": 2, "title of one": 60, "superlative": 9, "earlier": 1, "derived before": 5,
    "growth-within": 5, "contribution": 18, "rest-contribution": 5,
    "disagreement": 9, "pace": 5, "multiple": 1, "reversal": 1,
}  # fmt: skip
"""How often each batch says something of a kind, at least: without that, nothing would be said that could be wrong."""


def violation(world: World, seen: Seen) -> AssertionError | None:
    """The first claim that the world disproves."""
    for claim in CLAIMS:
        try:
            claim(world, seen)
        except AssertionError as error:
            return error
    return None


def smallest(world: World) -> World:
    """A disproof without the stories that it does not need, as far as time allows."""
    until = monotonic() + PATIENCE
    smaller: World | None = world
    while smaller is not None and monotonic() < until:
        world = smaller
        fewer = (world.without(story) for story in sorted(world.stories, reverse=True))
        smaller = next((other for other in fewer if other.prints and violation(other, Counter())), None)
    return world


@pytest.mark.parametrize("batch", range(BATCHES))
def test_nothing_contradicts_the_truth(batch: int) -> None:
    seen: Seen = Counter()
    for seed in SEEDS[batch::BATCHES]:
        world = worlds.world(seed)
        if violation(world, seen) is not None:
            small = smallest(world)
            pytest.fail(f"World {seed}:\n{small!r}\n{violation(small, Counter())!r}")
    rare = {kind: seen[kind] for kind, least in OFTEN.items() if seen[kind] < least}
    assert not rare
