"""How wholes are split: every case that once put a wrong share or remainder on the screen, with the true number."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from indicators.analysis import formulas
from indicators.analysis.derivations import Derivations
from indicators.analysis.formulas import Derived
from indicators.analysis.itemisations import Itemisation, Itemisations
from indicators.analysis.refusals import Refusal
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import Group
from tests.builders import amended, make_article, make_dataset, make_figure

YI = Decimal(10**8)
REASON = {"zh": "更正", "en": "Corrected"}
WHOLE = {"id": "whole", "text": "100亿元"}


def dataset_of(*figures: Mapping[str, Any], later: Iterable[Mapping[str, Any]] = ()) -> Dataset:
    """Figures of the Daily, and ``later`` ones of another article, in a city with districts, sectors and metrics."""
    dataset = make_dataset(
        make_article(*map(printed, figures)),
        *([make_article(*map(printed, later), id="second", publisher="daily", published="2022-09")] if later else []),
    )
    east, everything, revenue = dataset.regions["east"], dataset.sectors["all"], dataset.metrics["revenue"]
    inner = {"west": "city", "port": "east"}
    branches = {"secondary": "all", "industry": "secondary", "tertiary": "all"}
    nests = {"urban": "all", "rural": "all", "towns": "urban", "new": None, "old": None}
    name = {"zh": "名", "en": "name"}
    return replace(
        dataset,
        groups={key: Group.model_validate({"id": key, "name": name, "part_of": nests[key]}) for key in nests},
        regions={
            **dataset.regions,
            **{key: east.model_copy(update={"id": key, "part_of": outer}) for key, outer in inner.items()},
        },
        sectors={
            "all": everything,
            **{key: everything.model_copy(update={"id": key, "part_of": outer}) for key, outer in branches.items()},
        },
        metrics={
            **dataset.metrics,
            **{key: revenue.model_copy(update={"id": key}) for key in ("exports", "imports")},
            "income": revenue.model_copy(update={"id": "income", "kind": "rate", "additive": False}),
        },
    )


def printed(figure: Mapping[str, Any]) -> Figure:
    return make_figure(**{"quote": figure.get("text") or figure.get("growth"), **figure})


def splits(dataset: Dataset, whole: str = "whole") -> list[tuple[str, list[str]]]:
    """By what the whole is split, and into which figures."""
    return [(one.split.by, [part.id for part in one.parts]) for one in of(dataset, whole)]


def of(dataset: Dataset, whole: str = "whole") -> tuple[Itemisation, ...]:
    return Itemisations(dataset).of(dataset.figures[whole])


def rests(dataset: Dataset, whole: str = "whole") -> list[Decimal | str | None]:
    """What each itemisation leaves, in 亿, or the reason why that is not known."""
    every = [one.rest for one in of(dataset, whole)]
    return [rest.value / YI if isinstance(rest, Derived) else rest.reason if rest else None for rest in every]


def part(key: str, text: str | None, **changes: Any) -> dict[str, Any]:
    return {"id": key, "text": text, "part_of": "whole", **changes}


East, West = {"region": "east"}, {"region": "west"}


def test_a_whole_that_is_split_in_two_ways() -> None:
    """The shares of one itemisation are not thinned by another."""
    dataset = dataset_of(
        {**WHOLE, "text": "100.0亿元"},
        part("out", "60.2亿元", metric="exports"),
        part("in", "39.8亿元", metric="imports"),
        part("east", "26.5亿元", **East),
    )
    assert splits(dataset) == [("metric", ["out", "in"]), ("region", ["east"])]
    assert rests(dataset) == [None, Decimal("73.5")]
    assert share(dataset, "out") == Decimal("0.602")
    assert {derived.id for derived in Derivations(dataset)["whole"]} == {"whole:remainder:region"}


def share(dataset: Dataset, key: str) -> Decimal | None:
    part = dataset.figures[key]
    whole = Itemisations(dataset).whole(part)
    derived = None if whole is None else formulas.share(part, whole)
    return None if derived is None else round(derived.value, 4)


def test_a_part_inside_another_is_not_beside_it() -> None:
    dataset = dataset_of(
        {**WHOLE, "text": "2006.43亿元"},
        part("secondary", "844.20亿元", sector="secondary"),
        part("industry", "700.10亿元", sector="industry"),
    )
    assert splits(dataset) == [("sector", ["secondary"])]
    assert rests(dataset) == [Decimal("1162.23")]
    assert share(dataset, "industry") == Decimal("0.3489")  # which is a part nevertheless
    nested = dataset_of(WHOLE, part("east", "30亿元", **East), part("port", "20亿元", region="port"))
    assert rests(nested) == [70]


def test_groups_that_may_overlap_are_itemisations_of_their_own() -> None:
    """Urban and rural are all there are; what is new may be either, and so may what is old."""
    dataset = dataset_of(
        WHOLE,
        part("urban", "60亿元", group="urban"),
        part("towns", "20亿元", group="towns"),
        part("rural", "30亿元", group="rural"),
        part("new", "55亿元", group="new"),
        part("old", "40亿元", group="old"),
    )
    assert splits(dataset) == [("group", ["urban", "rural"]), ("group", ["new"]), ("group", ["old"])]
    assert rests(dataset) == [10, 45, 60]
    assert share(dataset, "new") == Decimal("0.55")
    assert share(dataset, "towns") == Decimal("0.2")
    assert len({derived.id for derived in Derivations(dataset)["whole"]}) == 3


def test_groups_are_not_compared_over_time_nor_with_targets_of_others() -> None:
    dataset = dataset_of(
        {"id": "before", "text": "50亿元", "period": "2021", "group": "urban"},
        {"id": "after", "text": "60亿元", "period": "2022"},
        {"id": "target", "text": "70亿元", "period": "2022", "group": "urban", "nature": "target"},
        {"id": "done", "text": "60亿元", "period": "2022", "group": "rural", "completion": "50%", "plan": "target"},
        {"id": "urban", "text": "56亿元", "period": "2022", "group": "urban", "completion": "80%", "plan": "target"},
    )
    derived = {one.id for several in Derivations(dataset).values() for one in several}
    assert derived == {"urban:plan", "urban:pace", "urban:achievement", "urban:growth"}


def test_a_lone_inner_part_counts() -> None:
    assert splits(dataset_of(WHOLE, part("port", "20亿元", region="port"))) == [("region", ["port"])]


CORRECTION = {"supersedes": "east", "reason": REASON}


@pytest.mark.parametrize("named", [{"part_of": "whole"}, {"part_of": None}], ids=["named again", "as before"])
def test_a_corrected_part_counts_as_it_stands(named: Mapping[str, Any]) -> None:
    corrected = {**part("again", "14.42亿元", **East, **CORRECTION), **named}
    dataset = dataset_of(WHOLE, part("east", "13.42亿元", **East), part("west", "10亿元", **West), later=[corrected])
    assert splits(dataset) == [("region", ["again", "west"])]
    assert rests(dataset) == [Decimal("75.58")]
    assert share(dataset, "again") == Decimal("0.1442")
    assert share(dataset, "east") is None


def test_a_corrected_whole_keeps_its_parts() -> None:
    corrected = {**WHOLE, "id": "again", "text": "110亿元", "supersedes": "whole", "reason": REASON}
    dataset = dataset_of(WHOLE, part("east", "30亿元", **East), later=[corrected])
    assert of(dataset) == ()
    assert rests(dataset, "again") == [80]
    assert share(dataset, "east") == Decimal("0.2727")


def test_a_part_that_turns_out_to_be_of_something_else() -> None:
    other = {**WHOLE, "id": "other", "metric": "exports"}
    moved = part("again", "30亿元", **East, **CORRECTION) | {"part_of": "other"}
    dataset = dataset_of(WHOLE, other, part("east", "30亿元", **East), later=[moved])
    assert of(dataset) == ()
    assert splits(dataset, "other") == [("region", ["again"])]


def test_what_two_papers_print_counts_once() -> None:
    again = part("again", "30.0亿元", **East)
    dataset = dataset_of(WHOLE, part("east", "30亿元", **East), later=[again])
    assert splits(dataset) == [("region", ["again"])]
    assert rests(dataset) == [70]


def test_reports_that_contradict_each_other_are_not_added() -> None:
    dataset = dataset_of(
        WHOLE, part("east", "30亿元", **East), part("west", "10亿元", **West), later=[part("again", "31亿元", **East)]
    )
    assert splits(dataset) == [("region", ["west"])]
    assert rests(dataset) == ["conflict"]
    assert share(dataset, "east") is None


def test_a_whole_in_doubt_is_not_split() -> None:
    dataset = dataset_of(WHOLE, part("east", "30亿元", **East), later=[{**WHOLE, "id": "again", "text": "120亿元"}])
    assert of(dataset) == of(dataset, "again") == ()
    assert share(dataset, "east") is None


STRANGE: list[dict[str, Any]] = [
    {"nature": "target"},
    {"nature": "expected"},
    {"metric": "income"},
    {"metric": "firms", "text": "3家"},
    {"period": "2021-S1"},
    {"period": "2022-Q1", "region": "port"},
]


@pytest.mark.parametrize("change", STRANGE, ids=[",".join(change) for change in STRANGE])
def test_what_is_no_part_of_the_amount(change: Mapping[str, Any]) -> None:
    dataset = dataset_of(WHOLE, part("east", "30亿元", **East), {**part("strange", "20亿元", **West), **change})
    assert splits(dataset) == [("region", ["east"])]
    assert rests(dataset) == [70]
    assert share(dataset, "strange") is None


def test_a_quarter_of_a_half_year_is_a_split_of_its_own() -> None:
    dataset = dataset_of(
        WHOLE,
        part("east", "30亿元", **East),
        part("q1", "45亿元", period="2022-Q1"),
        part("feb", "20亿元", period="2022-02"),
    )
    assert splits(dataset) == [("region", ["east"]), ("period", ["q1"])]
    assert rests(dataset) == [70, 55]


def test_nothing_is_left_to_know_without_all_amounts() -> None:
    dataset = dataset_of(WHOLE, part("east", "30亿元", **East), part("west", None, **West, growth="5%"))
    assert splits(dataset) == [("region", ["east"])]
    assert [one.rest for one in of(dataset)] == [Refusal("missing", ("west",))]


def test_complete_parts_leave_nothing_of_the_split_that_they_fill() -> None:
    whole = {**WHOLE, "complete_parts": "true"}
    alone = dataset_of(whole, part("east", "30亿元", **East))
    assert rests(alone) == [None]
    both = dataset_of(whole, part("east", "30亿元", **East), part("out", "60亿元", metric="exports"),
                      part("in", "40亿元", metric="imports"))  # fmt: skip
    assert rests(both) == [None, 70]
    assert splits(both)[0] == ("metric", ["out", "in"])


def test_parts_that_are_too_much_overlap() -> None:
    dataset = dataset_of(WHOLE, part("out", "80亿元", metric="exports"), part("in", "40亿元", metric="imports"))
    assert of(dataset) == ()
    assert share(dataset, "out") == Decimal("0.8")


def test_a_loss_elsewhere_leaves_more_than_the_whole() -> None:
    """What can be negative is not cut off at 0."""
    dataset = dataset_of({**WHOLE, "text": "-2亿元"}, part("east", "-5亿元", **East))
    (itemisation,) = of(dataset)
    assert isinstance(itemisation.rest, Derived)
    assert (itemisation.rest.low, itemisation.rest.high) == (2 * YI, 4 * YI)


def test_stocks_are_of_their_last_day() -> None:
    """The end of 2020 is the same day however it is written; the parts fill their whole, and are counted once."""
    firms = {"metric": "firms", "text": "17家"}
    dataset = dataset_of(
        {**WHOLE, **firms, "period": "2020"},
        part("east", "9家", metric="firms", period="2020-12-31", **East),
        part("again", "9家", metric="firms", period="2020-12", **East),
        part("old", "5家", metric="firms", period="2019-12", **West),
    )
    assert splits(dataset) == [("region", ["east"])]
    (itemisation,) = of(dataset)
    assert isinstance(itemisation.rest, Derived)
    assert itemisation.rest.value == 8


# --- the shipped data ------------------------------------------------------------------------------------------------


def test_the_districts_as_parts_leave_the_share_of_taxes_alone(shipped: Dataset) -> None:
    whole = "rizhao-budget-revenue-2024m01-07"
    districts = [
        figure.id
        for figure in shipped.figures.values()
        if figure.metric == "budget-revenue" and figure.period.text == "2024-01-01/P7M" and figure.id != whole
    ]
    assert len(districts) == 7
    dataset = amended(shipped, {key: {"part_of": whole} for key in districts})
    assert splits(dataset, whole) == [
        ("metric", ["rizhao-tax-revenue-2024m01-07", "rizhao-non-tax-revenue-2024m01-07"]),
        ("region", districts),
    ]
    assert rests(dataset, whole) == [None, Decimal("14.62")]
    assert share(dataset, "rizhao-tax-revenue-2024m01-07") == Decimal("0.6508")


def test_corrected_railways(shipped: Dataset) -> None:
    whole = "rizhao-transport-investment-2022s1"
    old = shipped.figures["rizhao-railway-investment-2022s1"]
    new = make_figure(
        **{name: getattr(old, name) for name in ("metric", "region", "sector")},
        id="corrected", period=old.period.text, text="14.42亿元", quote="14.42亿元",
        part_of=whole, supersedes=old.id, reason=REASON,
    )  # fmt: skip
    assert rests(amended(shipped, {}, new), whole) == [Decimal("31.54")]


def test_the_target_that_stands_is_what_is_achieved(shipped: Dataset) -> None:
    """2.07亿元 of 5000万元 is 414%; of the corrected 6000万元 it is 345%."""
    old = shipped.figures["wulian-industry-bureau-capital-target-2022"]
    new = make_figure(
        **{name: getattr(old, name) for name in ("metric", "region", "sector", "nature")},
        id="corrected", period=old.period.text, text="6000万元", quote="6000万元", supersedes=old.id, reason=REASON,
    )  # fmt: skip
    key = "wulian-industry-bureau-capital-2022s1"
    for dataset, value, target in ((shipped, "4.14", old.id), (amended(shipped, {}, new), "3.45", "corrected")):
        derived = {one.formula: one for one in Derivations(dataset)[key]}
        assert derived["achievement"].value == Decimal(value)
        assert derived["achievement"].inputs == (key, target)


def test_a_plan_has_the_period_of_its_target() -> None:
    """A plan of five years is none of the year in which a part of it was reported."""
    target = {"id": "target", "nature": "target", "period": "2016-01-01/P60M", "text": "100亿元"}
    done = {"id": "done", "period": "2017", "text": "40亿元", "completion": "40%", "plan": "target"}
    derived = {one.formula: one for one in Derivations(dataset_of(target, done))["done"]}
    assert derived["plan"].period.text == "2016-01-01/P60M"
    assert "pace" not in derived
    unknown = Derivations(dataset_of({**done, "plan": "annual"}))["done"]
    assert {one.formula: one.period.text for one in unknown} == {"plan": "2017", "pace": "2017"}
