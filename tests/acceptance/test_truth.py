"""No total, remainder, share or headline contradicts the truth, whatever of it newspapers print.

The truth is an amount for each leaf of regions × sectors × metrics × time. Newspapers print sums of leaves, rounded,
say of some that they are parts of others, which is true, correct themselves, repeat and contradict each other, set
targets beside results.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations, product
from typing import Any, Final, Literal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators import study
from indicators.analysis.formulas import Derived
from indicators.analysis.itemisations import Itemisation
from indicators.charts import stories
from indicators.frames import comparable, panels
from indicators.frames.panels import By
from indicators.frames.rows import Rows
from indicators.model.dataset import Dataset
from indicators.model.entries import Figure
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.values import periods
from indicators.values.text import LocalText
from tests.builders import make_article, make_dataset, make_figure

Tree = Mapping[str, str | None]
REGIONS: Final[Tree] = {"city": None, "east": "city", "west": "city", "port": "east", "dock": "east"}
SECTORS: Final[Tree] = {
    "all": None, "secondary": "all", "tertiary": None, "industry": "secondary", "building": "secondary",
}  # fmt: skip
METRICS: Final[Tree] = {"revenue": None, "exports": "revenue", "imports": "revenue", "firms": None}
FLOW_PERIODS: Final = {"2022-S1": ("2022-Q1", "2022-Q2"), "2022-Q1": ("2022-Q1",), "2022-Q2": ("2022-Q2",)}
MOMENTS: Final = {
    "2022-S1": "2022-06-30", "2022-06": "2022-06-30", "2022-06-30": "2022-06-30", "2022-03": "2022-03-31",
}  # fmt: skip

Leaf = tuple[str, str, str, str]
"""Metric, region, sector and time."""
Cell = frozenset[Leaf]


def leaves(tree: Tree, key: str) -> list[str]:
    inner = [child for child, whole in tree.items() if whole == key or (key == "all" and child == "tertiary")]
    return [leaf for child in inner for leaf in leaves(tree, child)] or [key]


def cell_of(figure: Figure) -> Cell:
    """The leaves that a figure counts."""
    stock = figure.metric == "firms"
    time = [figure.period.end.isoformat()] if stock else FLOW_PERIODS[figure.period.text]
    return frozenset(
        product(leaves(METRICS, figure.metric), leaves(REGIONS, figure.region), leaves(SECTORS, figure.sector), time)
    )


Truth = Mapping[Leaf, Decimal]


def true_amount(cell: Cell, truth: Truth) -> Decimal:
    return sum((truth[leaf] for leaf in cell), Decimal(0))


ALL_LEAVES: Final = [
    *product(("exports", "imports"), leaves(REGIONS, "city"), leaves(SECTORS, "all"), ("2022-Q1", "2022-Q2")),
    *product(("firms",), leaves(REGIONS, "city"), leaves(SECTORS, "all"), ("2022-06-30", "2022-03-31")),
]


def test_the_leaves_are_all() -> None:
    assert len(ALL_LEAVES) == 2 * 3 * 3 * 2 + 3 * 3 * 2


# --- what is printed -------------------------------------------------------------------------------------------------

REASON: Final = {"zh": "更正", "en": "Corrected"}
Story = Literal["plain", "corrected", "repeated", "contradicted"]


@dataclass(frozen=True)
class Plan:
    """What the papers print of one cell; ``whole`` chooses among the figures that hold it."""

    what: tuple[str, str]
    place: tuple[str, str]
    nature: Literal["actual", "target"]
    digits: int
    story: Story
    whole: int | None
    repeats_part: bool

    @property
    def about(self) -> dict[str, str]:
        (metric, period), (region, sector) = self.what, self.place
        return {"metric": metric, "region": region, "sector": sector, "period": period, "nature": self.nature}


def plans() -> st.SearchStrategy[list[Plan]]:
    """A whole, and more that mostly differs from it in one or two things: there is much to add up, and to get wrong."""
    stock = st.tuples(st.just("firms"), st.sampled_from(["2022-S1", "2022-06", "2022-06-30", "2022-03"]))
    flow = st.tuples(
        st.sampled_from(["revenue", "revenue", "exports", "imports"]), often("2022-S1", "2022-Q1", "2022-Q2")
    )
    return st.sampled_from([flow, flow, stock]).flatmap(_plans_of)


def _plans_of(metric_and_period: st.SearchStrategy[tuple[str, str]]) -> st.SearchStrategy[list[Plan]]:
    place = st.one_of(
        st.tuples(st.sampled_from([*REGIONS, "east", "west"]), st.just("all")),
        st.tuples(st.just("city"), st.sampled_from([*SECTORS, "secondary", "tertiary"])),
        st.tuples(st.sampled_from(list(REGIONS)), st.sampled_from(list(SECTORS))),
    )
    plan = st.builds(
        Plan,
        metric_and_period,
        place,
        nature=often("actual", "target"),
        digits=st.integers(0, 2),
        story=often("plain", "corrected", "repeated", "contradicted"),
        whole=st.sampled_from([0, 0, 0, 0, 1, 2, None]),
        repeats_part=st.booleans(),
    )
    return st.tuples(plan, st.lists(plan, min_size=5, max_size=12)).map(
        lambda drawn: [replace(drawn[0], place=("city", "all"), nature="actual", story="plain"), *drawn[1]]
    )


def often(usual: str, *others: str) -> st.SearchStrategy[str]:
    return st.sampled_from([usual] * 4 * len(others) + list(others))


def amount_text(figure: Mapping[str, Any], value: Decimal, digits: int) -> str:
    if figure["metric"] == "firms":
        return f"{value}家"
    return f"{(value / 100).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)}亿元"


def printed(plan: Plan, number: int, truth: Truth, before: Sequence[Figure]) -> Iterator[tuple[str, Figure]]:
    """The figures of one plan, each with the article that prints it."""
    about = plan.about
    firms = about["metric"] == "firms"
    blank = make_figure(**about, id="blank", text="1家" if firms else "1亿元", quote="1")
    cell = cell_of(blank)
    value = true_amount(cell, truth)
    wholes = [figure.id for figure in before if holds(figure, blank)]
    named = {} if plan.whole is None or not wholes else {"part_of": wholes[plan.whole % len(wholes)]}
    true = {**about, "text": amount_text(about, value, plan.digits)}
    if plan.nature == "target":
        true["text"] = amount_text(about, value * 3 + 7, 2)
    wrong = {**about, "text": amount_text(about, value * 3 + 700, plan.digits)}
    key = f"f{number}"
    again = named if plan.repeats_part else {}
    match plan.story:
        case "plain":
            yield "first", figure_of(true, key, **named)
        case "corrected":
            yield "first", figure_of(wrong, f"{key}-old", **named)
            yield (
                "second",
                figure_of(true, key, **again, supersedes=f"{key}-old", reason={"zh": "更正", "en": "Corrected"}),
            )
        case "repeated":
            yield "first", figure_of(true, key, **named)
            other = {**true, "text": amount_text(about, value, 2)} if plan.nature == "actual" else true
            yield "second", figure_of(other, f"{key}-again", **again)
        case "contradicted":
            yield "first", figure_of(true, key, **named)
            yield "second", figure_of(wrong, f"{key}-wrong", **again)


def holds(whole: Figure, part: Figure) -> bool:
    """True where a paper may call one a part of the other; of firms it may do so at another date."""
    if whole.metric == part.metric == "firms":
        return places(part) < places(whole)
    return cell_of(part) < cell_of(whole)


def places(figure: Figure) -> frozenset[tuple[str, str]]:
    return frozenset(product(leaves(REGIONS, figure.region), leaves(SECTORS, figure.sector)))


def figure_of(what: Mapping[str, Any], key: str, **more: Any) -> Figure:
    return make_figure(**{**what, "id": key, "quote": what["text"], **more})


def dataset_of(printed_in: Mapping[str, Sequence[Figure]]) -> Dataset:
    papers = {"first": "2022-08-05", "second": "2022-09-05"}
    articles = [
        make_article(*printed_in[key], id=key, published=published)
        for key, published in papers.items()
        if printed_in.get(key)
    ]
    dataset = make_dataset(*articles)
    region, sector, flow = dataset.regions["city"], dataset.sectors["all"], dataset.metrics["revenue"]
    return replace(
        dataset,
        regions={key: region.model_copy(update=entry) for key, entry in entries(REGIONS).items()},
        sectors={key: sector.model_copy(update=entry) for key, entry in entries(SECTORS).items()},
        metrics={**dataset.metrics, **{key: flow.model_copy(update={"id": key}) for key in ("exports", "imports")}},
    )


def entries(tree: Tree) -> dict[str, dict[str, Any]]:
    return {
        key: {"id": key, "part_of": whole, "name": LocalText(zh=key, en=key), "short": None}
        for key, whole in tree.items()
    }


class World:
    """What the papers let one know, and the truth."""

    def __init__(self, known: Study, truth: Truth) -> None:
        self.known, self.truth = known, truth

    def __repr__(self) -> str:
        """The figures with what is true, one a line."""
        lines = [
            f"{figure.id}: {figure.text and figure.text.printed}, true {true_amount(cell_of(figure), self.truth)},"
            f" {'/'.join(map(str, figure.subject[:3]))} {figure.period.text} {figure.nature}, part of {figure.part_of}"
            for figure in self.known.dataset.figures.values()
        ]
        return "\n".join(["World", *lines])


@st.composite
def worlds(draw: st.DrawFn) -> World:
    amounts = draw(st.lists(st.integers(1, 900), min_size=len(ALL_LEAVES), max_size=len(ALL_LEAVES)))
    truth = {leaf: Decimal(amount) for leaf, amount in zip(ALL_LEAVES, amounts, strict=True)}
    printed_in: dict[str, list[Figure]] = {}
    every: list[Figure] = []
    largest_first = sorted(draw(plans()), key=size, reverse=True)
    for number, plan in enumerate(largest_first):
        for article, figure in printed(plan, number, truth, every):
            printed_in.setdefault(article, []).append(figure)
            every.append(figure)
    whole_cells = {figure.id: cell_of(figure) for figure in every}
    complete = set()
    for whole in every:
        parts = {cell_of(part) for part in every if part.part_of == whole.id and part.nature == whole.nature}
        if any(fills(group, whole_cells[whole.id]) for count in (2, 3, 4) for group in combinations(parts, count)):
            complete.add(whole.id)
    for figures in printed_in.values():
        figures[:] = [figure.model_copy(update={"complete_parts": figure.id in complete}) for figure in figures]
    return World(study.of(dataset_of(printed_in)), truth)


def size(plan: Plan) -> int:
    region, sector = plan.place
    return len(leaves(REGIONS, region)) * len(leaves(SECTORS, sector))


def fills(parts: Sequence[Cell], whole: Cell) -> bool:
    return sum(map(len, parts)) == len(whole) and frozenset().union(*parts) == whole


# --- what is said ----------------------------------------------------------------------------------------------------


UNIT: Final = Decimal(10**6)
"""Amounts of leaves are in 0.01亿."""


def actual(figure: Figure, truth: Truth) -> Decimal:
    """The true amount behind a figure of a result, in the base unit."""
    amount = true_amount(cell_of(figure), truth)
    return amount if figure.metric == "firms" else amount * UNIT


def following(known: Study) -> list[Derived]:
    return [derived for of_figure in known.worked_out.values() for derived in of_figure]


def check(derived: Derived, dataset: Dataset, truth: Truth) -> None:
    figures = [dataset.figures[key] for key in derived.inputs]
    if {figure.nature for figure in figures} != {"actual"}:
        assert len({figure.nature for figure in figures}) == 1
        return
    amounts = [actual(figure, truth) for figure in figures]
    match derived.formula:
        case "remainder":
            inner = [cell_of(figure) for figure in figures[1:]]
            assert frozenset().union(*inner) <= cell_of(figures[0])
            assert sum(map(len, inner)) == len(frozenset().union(*inner)), "parts overlap"
            value = amounts[0] - sum(amounts[1:])
        case "share":
            assert cell_of(figures[0]) <= cell_of(figures[1])
            value = amounts[0] / amounts[1]
        case "total":
            assert sum(map(len, map(cell_of, figures))) == len(frozenset().union(*map(cell_of, figures))), "overlap"
            value = sum(amounts, Decimal(0))
        case "difference":
            value = amounts[0] - amounts[1]
        case "growth":
            value = amounts[0] / amounts[1] - 1
        case _:
            return
    slack = abs(value) * Decimal("1e-20")
    assert derived.low - slack <= value <= derived.high + slack, derived


MANY = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@MANY
@given(worlds())
def test_what_is_derived_is_true(world: World) -> None:
    known, truth = world.known, world.truth
    ids = [derived.id for derived in following(known)]
    assert len(ids) == len(set(ids))
    for derived in following(known):
        check(derived, known.dataset, truth)


@MANY
@given(worlds())
def test_parts_fill_no_more_than_their_whole(world: World) -> None:
    known, truth = world.known, world.truth
    names = Names(known.dataset, "en")
    itemisations = known.worked_out.itemisations
    for whole in known.dataset.figures.values():
        for split in itemisations.of(whole):
            check_itemisation(split, known.dataset, truth)
    story = stories.parts(known.every, names, itemisations, most=99)
    for panel in story.panels:
        whole_row, *rows = panel.rows
        ends = [row.start + row.length for row in rows]
        assert all(abs(end - row.start) < 1e-9 for end, row in zip(ends, rows[1:], strict=False))
        assert max(ends) < 1 + 1e-9
        assert 0 <= whole_row.length <= 1


def check_itemisation(split: Itemisation, dataset: Dataset, truth: Truth) -> None:
    """Its parts are disjoint parts of the whole and one way of splitting it, and what is said to be left is."""
    assert {part.nature for part in split.parts} == {split.whole.nature}
    cells = [cell_of(part) for part in split.parts]
    assert all(cell < cell_of(split.whole) for cell in cells)
    assert sum(map(len, cells)) == len(frozenset().union(*cells))
    if isinstance(split.rest, Derived):
        check(split.rest, dataset, truth)


@MANY
@given(worlds(), st.sampled_from(["region", "sector"]))
def test_totals_and_headlines_are_true(world: World, by: By) -> None:
    known, truth = world.known, world.truth
    names = Names(known.dataset, "en")
    for metric in ("revenue", "exports", "firms"):
        rows_of_metric = known.frame[known.frame["metric"] == metric]
        if rows_of_metric.empty:
            continue
        story = stories.levels(rows_of_metric, by, names)
        groups = panels.alike(rows_of_metric, by, stock=metric == "firms").rows(9)
        for group in groups:
            level = comparable.level(group, known.dataset)
            total = comparable.total(group.take(level.members), known.dataset)
            if isinstance(total, Derived):
                check(total, known.dataset, truth)
        if groups and groups[0]["nature"][0] == "actual":
            check_headline(story.title, groups[0], by, known.dataset, truth)


def check_headline(title: str, group: Rows, by: By, dataset: Dataset, truth: Truth) -> None:
    """What is called the largest is not less than anything that is shown and does not hold it."""
    found = re.match(r"(?:Highest in [^:]+|Largest part of (?P<whole>\w+)): (?P<name>\w+),", title)
    if found is None:
        return
    figures = [dataset.figures[key] for key in group["figure"]]
    leader = next(figure for figure in figures if getattr(figure, by) == found["name"])
    for other in figures:
        holds_it = cell_of(leader) <= cell_of(other)
        assert holds_it or actual(other, truth) <= actual(leader, truth), (title, other.id)
        if found["whole"] and holds_it and getattr(other, by) not in {found["name"], found["whole"]}:
            assert cell_of(dataset.figures[other.id]) >= cell_of(whole_of(found["whole"], figures, by)), title
    if found["whole"]:
        assert cell_of(leader) < cell_of(whole_of(found["whole"], figures, by))


def whole_of(key: str, figures: Sequence[Figure], by: By) -> Figure:
    return next(figure for figure in figures if getattr(figure, by) == key)


def test_the_periods_are_what_they_are_called() -> None:
    assert all(periods.parse(text).end.isoformat() == day for text, day in MOMENTS.items())
