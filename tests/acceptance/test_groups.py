"""No number mixes groups: random figures of groups with a known truth behind all that is worked out of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators import study
from indicators.analysis.formulas import Derived
from indicators.charts import stories
from indicators.frames import comparable, panels
from indicators.model.articles import Figure
from indicators.model.subjects import TREES, Place, Tree
from indicators.model.vocabulary import Group
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.values.text import LocalText
from tests.builders import make_article, make_dataset, make_figure

PART_OF: Final[Mapping[str, str | None]] = {
    "urban": "all",
    "rural": "all",
    "towns": "urban",
    "new": None,
    "provincial": None,
    "key": "provincial",
}
"""Towns lie in the urban part, and key projects among those of the province; what is new can be any of them."""
NAMES: Final = {key: f"{key} group" for key in PART_OF}
Cell = frozenset[tuple[str, str, bool, str]]
"""What a figure counts: district, settlement, whether it is new, whose project it is."""
CELLS: Final[Cell] = frozenset(
    product(("east", "west"), ("towns", "suburbs", "rural"), (True, False), ("key", "other", "municipal"))
)
AMOUNTS: Final = {cell: number * number % 23 + 1 for number, cell in enumerate(sorted(CELLS))}


def counted(place: Place) -> Cell:
    """All that a figure of a place counts."""
    holds: Mapping[str, Callable[[tuple[str, str, bool, str]], bool]] = {
        "all": lambda _: True,
        "urban": lambda cell: cell[1] != "rural",
        "rural": lambda cell: cell[1] == "rural",
        "towns": lambda cell: cell[1] == "towns",
        "new": lambda cell: cell[2],
        "provincial": lambda cell: cell[3] != "municipal",
        "key": lambda cell: cell[3] == "key",
    }
    return frozenset(cell for cell in CELLS if place.region in {"city", cell[0]} and holds[place.group](cell))


def dataset_of(figures: Sequence[Figure]) -> Study:
    dataset = make_dataset(make_article(*figures))
    east = dataset.regions["east"]
    groups = {
        key: Group.model_validate({"id": key, "name": {"zh": key, "en": NAMES[key]}, "part_of": outer})
        for key, outer in PART_OF.items()
    }
    west = east.model_copy(update={"id": "west", "name": LocalText(zh="西区", en="West")})
    return study.of(replace(dataset, regions={**dataset.regions, "west": west}, groups=groups))


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Study, Mapping[str, Decimal]]:
    """Some figures of groups, as parts of others where that is true, and the true amount of each."""
    places = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["city", "city", "city", "east", "west"]),
                st.just("all"),
                st.sampled_from(["all", *PART_OF]),
                st.sampled_from(["2022", "2022", "2022", "2021"]),
            ),
            min_size=4,
            max_size=12,
            unique=True,
        )
    )
    figures: list[Figure] = []
    truth: dict[str, Decimal] = {}
    for region, sector, group, period in places:
        cell = counted(Place(region, sector, group))
        grown = 2 if period == "2022" else 1
        amount = grown * sum(AMOUNTS[part] for part in cell)
        wholes = [whole.id for whole in figures if whole.period.text == period and cell < counted(whole.place)]
        key = f"{region}-{group}-{period}"
        truth[key] = Decimal(amount)
        figures.append(
            make_figure(
                id=key,
                region=region,
                group=group,
                period=period,
                text=f"{amount}元",
                quote=f"{amount}元",
                part_of=draw(st.sampled_from([None, *wholes])),
            )
        )
    return dataset_of(figures), truth


FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def cells_of(figures: Sequence[Figure]) -> list[Cell]:
    return [counted(figure.place) for figure in figures]


def check_disjoint(figures: Sequence[Figure]) -> None:
    cells = cells_of(figures)
    assert sum(map(len, cells)) == len(frozenset().union(*cells)), [figure.id for figure in figures]


def check(derived: Derived, known: Study, truth: Mapping[str, Decimal]) -> None:
    """What is worked out of figures of several groups is of parts that do not overlap, and true."""
    figures = [known.dataset.figures[key] for key in derived.inputs]
    amounts = [truth[figure.id] for figure in figures]
    first, *others = figures
    match derived.formula:
        case "remainder":
            check_disjoint(others)
            assert all(cell < counted(first.place) for cell in cells_of(others))
            value = amounts[0] - sum(amounts[1:])
        case "total":
            check_disjoint(figures)
            value = sum(amounts, Decimal(0))
        case "share":
            assert counted(first.place) < counted(others[0].place)
            value = amounts[0] / amounts[1]
        case _:
            assert {figure.place for figure in figures} == {first.place}
            return
    assert derived.low <= value <= derived.high


@FEW
@given(worlds())
def test_nothing_worked_out_mixes_groups(world: tuple[Study, Mapping[str, Decimal]]) -> None:
    known, truth = world
    for derived in known.derived:
        check(derived, known, truth)
    for by in TREES:
        for group in panels.alike(known.frame, by).rows(20):
            level = comparable.level(group, known.dataset)
            total = comparable.total(group.take(level.members), known.dataset)
            if isinstance(total, Derived):
                check(total, known, truth)


@FEW
@given(worlds(), st.sampled_from(TREES))
def test_no_panel_and_no_line_mixes_groups(world: tuple[Study, Mapping[str, Decimal]], by: Tree) -> None:
    """But the one that compares groups."""
    known, _ = world
    names = Names(known.dataset, "en")
    for group in panels.alike(known.frame, by):
        assert by == "group" or group["group"].nunique() == 1
        assert group["region"].nunique() == 1 or by == "region"
    for time_panel in stories.over_time(known.frame, names).panels:
        (place,) = {known.dataset.figures[mark.figure].place for mark in time_panel.marks}
        assert place.group == "all" or NAMES[place.group] in time_panel.heading


@FEW
@given(worlds(), st.sampled_from(TREES))
def test_a_headline_is_true_and_names_its_group(world: tuple[Study, Mapping[str, Decimal]], by: Tree) -> None:
    known, truth = world
    names = Names(known.dataset, "en")
    story = stories.levels(known.frame, by, names)
    drawn = panels.alike(known.frame, by).rows(1)[0]
    if " is the largest part" in story.title:
        level = comparable.level(drawn, known.dataset)
        largest = max((drawn["figure"][position] for position in level.members), key=truth.__getitem__)
        entry = getattr(known.dataset.figures[largest], by)
        assert f": {names.entry(by, entry)} is the largest part" in story.title
        beside = truth[drawn["figure"][level.above[-1]]] - sum(
            truth[drawn["figure"][position]] for position in level.members
        )
        assert truth[largest] >= beside
    for panel, group in zip(story.panels, panels.alike(known.frame, by).rows(9), strict=False):
        if by != "group" and group["group"][0] != "all":
            assert NAMES[group["group"][0]] in panel.heading
