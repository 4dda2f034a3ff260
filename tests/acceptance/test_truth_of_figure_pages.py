"""What the page of a figure draws and vouches for holds against a truth that is known (tests/worlds.py)."""

from collections import Counter
from decimal import Decimal

import pytest

from indicators.analysis import trust
from indicators.analysis.formulas import Derived
from indicators.model.articles import Figure
from indicators.phrasing import comparisons, series
from indicators.phrasing.aligned_amounts import last_digit
from indicators.phrasing.comparisons import FigureComparison, ScaleBar
from indicators.phrasing.names import Names
from tests import worlds
from tests.worlds import World

SEEDS = range(11)


@pytest.fixture(scope="module")
def some_worlds() -> list[World]:
    return [worlds.world(seed) for seed in SEEDS]


def near(fraction: float, amount: Decimal, longest: Decimal) -> bool:
    return abs(fraction - float(amount / longest)) < 1e-9


def longest_of(compared: FigureComparison, world: World) -> Decimal:
    """The amount that fills the panel, from the bar of the figure itself."""
    own = next(bar for bar in compared.bars if bar.role == "this")
    text = world.known.dataset.figures[own.figure].text
    assert text is not None
    return text.value / Decimal(own.end) if own.end else Decimal(0)


def earlier_of(figure: Figure, world: World) -> Figure | None:
    members = (world.known.dataset.figures[key] for key in world.known.neighbours.series(figure))
    return next((other for other in members if other.period == figure.base_period and other.nature == "actual"), None)


def test_bars_are_as_long_as_their_amounts_and_parts_stand_end_to_end(some_worlds: list[World]) -> None:
    seen = Counter[str]()
    for world in some_worlds:
        known, names = world.known, Names(world.dataset, "en")
        for figure in known.dataset.figures.values():
            compared = comparisons.of(figure, earlier_of(figure, world), known.worked_out, names)
            if compared is None:
                continue
            longest, end = longest_of(compared, world), 0.0
            for bar in compared.bars:
                seen[bar.role] += 1
                if bar.figure:
                    text = known.dataset.figures[bar.figure].text
                    assert text is not None
                    assert abs((bar.end - bar.start) - float(text.value / longest)) < 1e-9
                    assert bar.look == known.dataset.figures[bar.figure].nature
                else:
                    assert bar.look == "derived"
                if bar.role in {"part", "rest"}:
                    assert abs(bar.start - end) < 1e-9
                    end = bar.end
                else:
                    assert not bar.start
            assert max(bar.end for bar in compared.bars) == pytest.approx(1)
            rest = [bar for bar in compared.bars if bar.role == "rest"]
            own = next(bar for bar in compared.bars if bar.role == "this")
            assert not rest or rest[0].end == pytest.approx(own.end)
    assert min(seen[role] for role in ("this", "before", "part", "rest", "whole", "plan")) > 2, seen


def shown(bar: ScaleBar) -> Decimal | None:
    """The number of a bar; None of one that only says that it is less than something."""
    digits = bar.number.rsplit(" ", 1)[-1]
    return None if digits.startswith("<") else Decimal(digits.replace(",", "").replace("−", "-"))


def test_numbers_have_the_digits_that_were_printed_unless_the_scale_has_fewer(some_worlds: list[World]) -> None:
    for world in some_worlds:
        known, names = world.known, Names(world.dataset, "en")
        for figure in known.dataset.figures.values():
            compared = comparisons.of(figure, None, known.worked_out, names)
            if compared is None:
                continue
            numbers = [(bar, number) for bar in compared.bars if (number := shown(bar)) is not None]
            finest = min(int(number.as_tuple().exponent) for _, number in numbers)
            own = known.dataset.figures[figure.id].text
            assert own is not None
            size = next(
                factor
                for unit, factor in (("tn", 10**12), ("bn", 10**9), ("mn", 10**6), ("", 1))
                if f" {unit}" in compared.note.split(".")[0] or not unit
            )
            for bar, number in numbers:
                text = known.dataset.figures[bar.figure].text if bar.figure else None
                last = int(number.as_tuple().exponent)
                if text is not None:
                    assert abs(number - text.value / size) <= Decimal(1).scaleb(last) / 2, (bar, text)
                    assert number == text.value / size or last == finest, (bar, text)
                    assert last >= (last_digit(text) / size).adjusted(), (bar, text)


def test_a_series_joins_only_what_is_comparable(some_worlds: list[World]) -> None:
    joined = 0
    for world in some_worlds:
        known, names = world.known, Names(world.dataset, "en")
        figures = known.dataset.figures
        for figure in figures.values():
            members = [figures[key] for key in known.neighbours.series(figure)]
            columns = series.of(figure, members, names)
            if columns is None:
                continue
            joined += 1
            points = [figures[point.figure] for point in columns.points]
            assert figure in points
            assert len({point.place for point in points}) == len({point.nature for point in points}) == 1
            assert len({point.period for point in points}) == len(points)
            if known.dataset.metrics[figure.metric].kind != "stock":
                assert len({point.period.length for point in points}) == 1
            top = max(point.text.value for point in points if point.text)
            for column, point in zip(columns.points, points, strict=True):
                assert point.text is not None
                assert column.height == pytest.approx(float(point.text.value / top) if top else 0)
    assert joined > 20


def test_nothing_is_vouched_for_that_is_not_so(some_worlds: list[World]) -> None:
    """Arithmetic of true numbers never fails, and who confirms a number is another outlet that prints no other one."""
    seen = Counter[str]()
    for world in some_worlds:
        known = world.known
        for figure in known.dataset.figures.values():
            arithmetic = trust.arithmetic(figure, known.worked_out, earlier_of(figure, world), ())
            derived: tuple[Derived, ...] = known.worked_out.get(figure.id, ())
            inputs = {key for each in derived for key in each.inputs} | {figure.id}
            if all(world.prints[key].true and not world.in_doubt(key) for key in inputs):
                earlier = earlier_of(figure, world)
                if earlier is None or world.prints[earlier.id].true:
                    assert arithmetic.outcome != "against", figure.id
            outlet = trust.outlet(figure, known.reports.get(figure.id))
            seen[f"{arithmetic.name} {arithmetic.outcome}"] += 1
            seen[f"{outlet.name} {outlet.reason}"] += 1
            if outlet.reason == "confirmed":
                others = [known.dataset.article_of[key].publisher for key in outlet.figures]
                assert set(others) - {known.dataset.article_of[figure.id].publisher}
                assert all(not _apart(figure, known.dataset.figures[key]) for key in outlet.figures)
            if outlet.reason == "alone":
                corrected = {printed.supersedes for printed in world.prints.values()}
                standing = [printed.id for printed in world.alike(figure.id) if printed.id not in corrected]
                assert standing in ([figure.id], []), figure.id
    reasons = ("outlet confirmed", "outlet alone", "outlet disputed", "outlet superseded", "arithmetic shown")
    assert all(seen[reason] for reason in reasons), seen


def _apart(one: Figure, other: Figure) -> bool:
    assert one.text is not None
    assert other.text is not None
    return one.text.low > other.text.high or other.text.low > one.text.high
