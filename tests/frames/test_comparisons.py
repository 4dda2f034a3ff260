"""What places are compared by is true, in random worlds whose truth is known, and never of two periods or natures."""

from collections import Counter
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Any, Final, get_args

import pytest

from indicators import study
from indicators.frames import comparison_choices, comparisons
from indicators.frames.comparisons import ComparisonMeasure, ComparisonRow, MeasuredNumber
from indicators.loading.loader import load
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.study import Study
from indicators.values.text import LocalText
from indicators.view import MEASURES, View
from tests.builders import GROUPED, make_article, make_dataset, make_figure

PLACES: Final = ("east", "west", "north")
PERIODS: Final = ("2020-S1", "2021-S1", "2021", "2022-S1", "2022-01-01/P7M")
DAYS: Final = ("2020-06", "2021-06", "2021-12", "2022-06", "2022-07")
"""The month at whose end each of the periods ends."""
MILLION: Final = 10**6
Cell = tuple[str, str, str, str]
"""Metric, region, period and nature."""


class World:
    """Amounts of the city and its districts, and what newspapers print of them: some of it, and rounded."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)  # noqa: S311  # nothing is kept secret
        self.alike = seed % 3 == 0
        self.truth: dict[Cell, Decimal] = {}
        for period in PERIODS:
            for nature in ("actual", "target"):
                self._add_up("revenue", period, nature)
        for day in DAYS:
            self._add_up("population", day, "actual")
        figures = [self.figure(number, cell) for number, cell in enumerate(self.truth) if self.dice.randrange(100) < 75]
        figures += [self.contradicted(figure) for figure in figures if self.dice.randrange(100) < 6]
        self.dataset = with_vocabulary(make_dataset(make_article(*figures)))

    def _add_up(self, metric: str, period: str, nature: str) -> None:
        low, high = (400, 406) if self.alike else (1, 900)
        for place in PLACES:
            scale = 10 * MILLION if metric == "revenue" else 1_000
            rest = self.dice.randrange(scale) if nature == "actual" else 0  # a target is decided, and printed as it is
            amount = Decimal(self.dice.randint(low, high) * scale + rest)
            self.truth[metric, place, period, nature] = amount
        parts = [self.truth[metric, place, period, nature] for place in PLACES]
        self.truth[metric, "city", period, nature] = sum(parts, Decimal(0))

    def figure(self, number: int, cell: Cell) -> Figure:
        metric, region, period, nature = cell
        amount = self.truth[cell]
        if metric == "revenue":
            step = self.dice.choice(["0.1", "0.01", "0.001"]) if nature == "actual" else "0.1"
            text = f"{(amount / 10**8).quantize(Decimal(step), ROUND_HALF_UP)}亿元"
            growth = self.growth(cell)
        else:
            text, growth = f"{(amount / 10_000).quantize(Decimal('0.1'), ROUND_HALF_UP)}万人", None
        key = f"f{number}"
        return make_figure(
            id=key, metric=metric, region=region, period=period, nature=nature, text=text, growth=growth, quote=text
        )

    def growth(self, cell: Cell) -> str | None:
        """Growth that is printed of one period only."""
        if cell[2] != "2022-S1":
            return None
        earlier = self.truth[cell[0], cell[1], "2021-S1", "actual"]
        return f"{(self.truth[cell] / earlier - 1) * 100:.1f}%"

    def contradicted(self, figure: Figure) -> Figure:
        """Another report of the same, which nobody can know to be wrong."""
        assert figure.text is not None
        text = f"{figure.text.value * 3 / 10**8:f}亿元" if figure.metric == "revenue" else "999万人"
        subject = {"metric": figure.metric, "region": figure.region, "period": figure.period.text}
        return make_figure(id=f"{figure.id}-again", **subject, nature=figure.nature, text=text, quote=text)

    def of(self, figure: Figure) -> Decimal:
        return self.truth[figure.metric, figure.region, figure.period.text, figure.nature]


def with_vocabulary(dataset: Dataset) -> Dataset:
    east, revenue = dataset.regions["east"], dataset.metrics["revenue"]
    people: dict[str, Any] = {"id": "population", "name": LocalText(zh="人口", en="Population")}
    people |= {"unit": "persons", "kind": "stock"}
    districts = {key: east.model_copy(update={"id": key, "name": LocalText(zh=key, en=key)}) for key in PLACES}
    return replace(
        dataset,
        regions={"city": dataset.regions["city"], **districts},
        metrics={"revenue": revenue, "population": revenue.model_copy(update=people)},
    )


def check(number: MeasuredNumber, world: World, measure: ComparisonMeasure) -> Decimal:
    """The truth that a number stands for, which lies in its interval."""
    figure = number.figure
    inputs = [world.dataset.figures[key] for key in number.derived.inputs] if number.derived else [figure]
    disputed = {key.removesuffix("-again") for key in world.dataset.figures if key.endswith("-again")}
    assert measure == "growth" or disputed.isdisjoint(other.id.removesuffix("-again") for other in inputs)
    amounts = [world.of(other) for other in inputs]
    assert inputs[0] == figure
    match measure:
        case "level":
            truth = amounts[0]
        case "growth":
            truth = amounts[0] / world.truth["revenue", figure.region, "2021-S1", "actual"] - 1
        case "share":
            assert (inputs[1].region, inputs[1].metric) == ("city", figure.metric)
            assert (inputs[1].period.end, inputs[1].nature) == (figure.period.end, figure.nature)
            truth = amounts[0] / amounts[1]
        case "per-head":
            assert (inputs[1].metric, inputs[1].region) == ("population", figure.region)
            assert inputs[1].period.end == figure.period.end
            truth = amounts[0] / amounts[1]
        case "index":
            assert (inputs[1].metric, inputs[1].region) == (figure.metric, figure.region)
            truth = amounts[0] / amounts[1]
    slack = abs(truth) * Decimal("1e-20")
    assert number.interval.low - slack <= truth <= number.interval.high + slack
    return truth


def check_row(row: ComparisonRow, world: World, measure: ComparisonMeasure, seen: Counter[str]) -> None:
    """All of a row is of one time and nature, and what is called highest is that."""
    truths = {key: check(number, world, measure) for key, number in row.numbers.items()}
    figures = [number.figure for number in row.numbers.values()]
    assert all(number.figure.region == key for key, number in row.numbers.items())
    assert row.elsewhere.keys().isdisjoint({*row.numbers, *row.disputed})
    if row.period is None:
        assert not figures
        assert len(row.elsewhere) > 1
        seen["apart"] += 1
        return
    assert len(figures) > 1
    assert {figure.nature for figure in figures} == {row.nature}
    assert {figure.period.end for figure in figures} == {row.period.end}
    assert len({figure.period.length for figure in figures}) == 1 or row.key.metric == "population"
    highest = max(truths.values())
    assert {key for key, truth in truths.items() if truth == highest} <= set(row.highest)
    if row.equal:
        assert len(set(truths.values())) == 1
    seen[f"{measure} {'clear' if len(row.highest) == 1 else 'unclear'}"] += 1


@pytest.mark.slow
def test_whatever_is_compared_is_true() -> None:
    seen: Counter[str] = Counter()
    for seed in range(40):
        world = World(seed)
        known = study.of(world.dataset)
        for measure in get_args(ComparisonMeasure):
            for row in comparisons.compare(known.frame, world.dataset, "region", PLACES, measure):
                check_row(row, world, measure, seen)
                if row.base is not None and row.period is not None:
                    assert row.base.end < row.period.end
                    assert row.base.length == row.period.length or row.key.metric == "population"
    wanted = {f"{measure} {clear}" for measure in get_args(ComparisonMeasure) for clear in ("clear", "unclear")}
    assert wanted <= seen.keys(), seen


def known_of(*figures: Figure) -> Study:
    return study.of(with_vocabulary(make_dataset(make_article(*figures))))


def rows_of(known: Study, measure: ComparisonMeasure = "level") -> list[ComparisonRow]:
    return comparisons.compare(known.frame, known.dataset, "region", PLACES, measure)


def test_a_target_does_not_share_a_scale_with_a_result() -> None:
    known = known_of(make_figure(id="a", region="east"), make_figure(id="b", region="west", nature="target"))
    (row,) = rows_of(known)
    assert row.period is None
    assert not row.highest
    assert row.elsewhere.keys() == {"east", "west"}


def test_what_is_known_of_no_two_places_is_no_row() -> None:
    assert not rows_of(known_of(make_figure(id="a", region="east"), make_figure(id="b", region="city")))


def test_the_period_of_most_places_comes_before_a_newer_one() -> None:
    figures = [make_figure(id=place, region=place, period="2020") for place in PLACES]
    later = [make_figure(id=f"{place}-later", region=place, period="2022") for place in PLACES[:2]]
    (row,) = rows_of(known_of(*figures, *later))
    assert (row.period and row.period.text, len(row.numbers)) == ("2020", 3)


def test_growth_at_constant_prices_leaves_no_index() -> None:
    figures = [
        make_figure(id=f"{place}-{year}", region=place, period=str(year)) for place in PLACES for year in (2020, 2021)
    ]
    known = known_of(*figures)
    assert len(rows_of(known, "index")) == 1
    revenue = known.dataset.metrics["revenue"].model_copy(update={"comparable_basis": False})
    dataset = replace(known.dataset, metrics={**known.dataset.metrics, "revenue": revenue})
    assert not comparisons.compare(known.frame, dataset, "region", PLACES, "index")


def test_tax_is_a_share_of_the_citys_revenue_only_where_the_file_says_so() -> None:
    """East's taxes are a part of East's revenue, which is not the city's."""
    city, east, west = (make_figure(id=key, region=key) for key in ("city", "east", "west"))
    people = [
        make_figure(id=f"{key}-part", region=key, metric="population", text="5万人", period="2022-06", part_of=key)
        for key in ("east", "west")
    ]
    known = known_of(city, east, west, *people)
    assert {row.key.metric for row in rows_of(known, "share")} == {"revenue"}


def test_a_view_chooses_the_tree_of_which_it_names_most() -> None:
    known = known_of(*(make_figure(id=place, region=place) for place in PLACES))
    choice = comparison_choices.choice(known.frame, known.dataset, View(page="compare"))
    assert (choice.tree, choice.members, choice.measure) == ("region", PLACES, "level")
    several = View(page="compare", region=("city",), sector=("all", "industry"), measure="growth")
    choice = comparison_choices.choice(known.frame, known.dataset, several)
    assert (choice.tree, choice.members, choice.measure) == ("sector", ("all", "industry"), "growth")
    assert set(choice.rows["region"]) <= {"city"}


def test_groups_are_compared_where_most_are_parts_of_all() -> None:
    dataset = load(GROUPED).dataset
    assert dataset is not None
    assert comparison_choices.siblings(study.of(dataset).frame, dataset, "group") == ("urban", "rural")


def test_others_are_offered_with_what_they_share() -> None:
    known = known_of(*(make_figure(id=place, region=place) for place in PLACES), make_figure(id="old", period="2001"))
    assert comparison_choices.shared_counts(known.frame, "region", ("east",)) == {"west": 1, "north": 1}


@pytest.mark.parametrize(
    ("members", "expected"), [(("east", "west"), False), (("city", "west"), True), (("north",), False)]
)
def test_one_place_in_another(members: tuple[str, ...], *, expected: bool) -> None:
    assert comparison_choices.nested(known_of().dataset, "region", members) == expected


def test_measures_are_those_of_links() -> None:
    assert get_args(ComparisonMeasure) == MEASURES
