"""Parts of wholes, held against the truth of a random world."""

import re
from typing import Final

import pytest

from indicators.analysis.formulas import Derived
from indicators.analysis.itemisations import Itemisation
from indicators.analysis.refusals import Refusal
from indicators.charts import stories
from indicators.phrasing.names import Names
from tests import worlds
from tests.acceptance.truth import Seen
from tests.acceptance.truth.derived import check
from tests.worlds import Cell, World


def parts_are_each_counted_once(world: World, seen: Seen) -> None:
    """Every way in which a whole is split is told, with all of its parts, and with what they truly leave."""
    itemisations = world.known.worked_out.itemisations
    for key, whole in world.prints.items():
        several = itemisations.of(world.known.dataset.figures[key])
        standing = itemisations.standing(key)
        if standing is None or standing.id != key:
            assert not several
            continue
        assert whole.true
        assert not world.in_doubt(key)
        ways = known_splits(key, world)
        assert {(*split.split.of, split.split.by) for split in several} == set(ways), key
        for split in several:
            check_itemisation(split, ways[*split.split.of, split.split.by], world, seen)
        if any(worlds.fills(cells, whole.cell) and not has_doubt(key, way, world) for way, cells in ways.items()):
            assert leaves_nothing(several[0]), "a way that fills the whole comes first"


def known_splits(key: str, world: World) -> dict[tuple[str, ...], set[Cell]]:
    """The ways in which a whole is split, without parts of which nobody knows what is true."""
    ways: dict[tuple[str, ...], set[Cell]] = {}
    for part in world.parts(key):
        way = worlds.differs(part, world.prints[key])
        if way is not None and not world.in_doubt(part.id):
            ways.setdefault(way, set()).add(part.cell)
    return {way: worlds.outermost(cells) for way, cells in ways.items()}


def has_doubt(key: str, way: tuple[str, ...], world: World) -> bool:
    """True where nobody knows what is true of a part that is split off in this way."""
    named = (part for part in world.parts(key) if worlds.differs(part, world.prints[key]) == way)
    return any(world.in_doubt(part.id) for part in named)


def leaves_nothing(split: Itemisation) -> bool:
    amounts = [part.text for part in split.parts if part.text]
    low, high = sum(amount.low for amount in amounts), sum(amount.high for amount in amounts)
    return split.whole.text is not None and low <= split.whole.text.high and split.whole.text.low <= high


def check_itemisation(split: Itemisation, expected: set[Cell], world: World, seen: Seen) -> None:
    whole, parts = world.prints[split.whole.id], [world.prints[part.id] for part in split.parts]
    assert all(part.true for part in parts)
    assert len(parts) == len(expected)
    assert {part.cell for part in parts} == expected
    doubtful = has_doubt(whole.id, (*split.split.of, split.split.by), world)
    complete = any(printed.id in world.complete for printed in world.alike(whole.id))
    if complete and not doubtful and worlds.fills(expected, whole.cell):
        assert split.rest is None
        seen["complete"] += 1
    elif not complete and doubtful:
        assert isinstance(split.rest, Refusal)
        seen["doubtful"] += 1
    elif not complete:
        assert isinstance(split.rest, Derived) or leaves_nothing(split)
    if isinstance(split.rest, Derived):
        assert split.rest.inputs == (whole.id, *(part.id for part in parts))
        check(split.rest, world)


SHARE: Final = re.compile(r"([\d.]+)%$")


def charts_of_parts_are_to_scale(world: World, seen: Seen) -> None:
    """Bars of parts lie end to end within their whole, and the shares beside them are of the whole."""
    names = Names(world.known.dataset, "en")
    story = stories.parts(world.known.every, names, world.known.worked_out.itemisations, most=99)
    for panel in story.panels:
        whole, *rows = panel.rows
        ends = [row.start + row.length for row in rows]
        assert [0.0, *ends[:-1]] == pytest.approx([row.start for row in rows])
        assert ends[-1] <= 1 + 1e-9
        assert sum(row.length for row in rows) <= 1 + 1e-9
        assert rows == sorted(rows, key=lambda row: (row.style == "derived", -row.length))
        for row in rows:
            check_share(SHARE.search(row.change), row.length / whole.length, world)
            if row.style != "derived":
                own, total = (world.known.dataset.figures[key].text for key in (row.figure, whole.figure))
                assert own is not None
                assert total is not None
                assert row.length / whole.length == pytest.approx(float(own.value / total.value))
                assert own.low <= world.amount(row.figure) <= own.high
                seen["part"] += 1


def check_share(shown: "re.Match[str] | None", share: float, world: World) -> None:
    assert shown is not None
    assert float(shown[1]) / 100 == pytest.approx(share, abs=0.006 if share >= 1 else 0.0006), world
