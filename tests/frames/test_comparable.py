"""What may stand together, be added and taken off; and the reason where it may not."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import get_args

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis.formulas import Derived
from indicators.analysis.refusals import Reason, Refusal
from indicators.charts import stories
from indicators.charts.stories import remarks
from indicators.frames import comparable, panels
from indicators.frames import tidy as frames
from indicators.frames.rows import Rows
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import Group
from indicators.phrasing.names import Names
from indicators.phrasing.refusals import no_total
from indicators.values.text import LANGS
from indicators.words.phrasing.refusals import REASONS
from tests.builders import make_article, make_dataset, make_figure


def place(dataset: Dataset) -> Dataset:
    """The small dataset with a zone in its eastern district, two sectors, and metrics that do not add up."""
    east, whole = dataset.regions["east"], dataset.sectors["all"]
    regions = {
        "west": east.model_copy(update={"id": "west"}),
        "zone": east.model_copy(update={"id": "zone", "part_of": "east", "level": "development-zone"}),
        "free": east.model_copy(update={"id": "free", "level": "development-zone"}),
    }
    sectors = {
        "roads": whole.model_copy(update={"id": "roads", "part_of": "transport"}),
        "transport": whole.model_copy(update={"id": "transport", "part_of": "all"}),
        "farming": whole.model_copy(update={"id": "farming", "part_of": None}),
    }
    metrics = {key: dataset.metrics["revenue"].model_copy(update=changes) for key, changes in METRICS.items()}
    nests = {"urban": "all", "rural": "all", "towns": "urban", "new": None}
    groups = {key: Group.model_validate({"id": key, "name": NAME, "part_of": outer}) for key, outer in nests.items()}
    return replace(
        dataset,
        groups=groups,
        regions={**dataset.regions, **regions},
        sectors={**dataset.sectors, **sectors},
        metrics={**dataset.metrics, **metrics},
    )


NAME = {"zh": "名", "en": "name"}
METRICS: Mapping[str, Mapping[str, object]] = {
    "income": {"id": "income", "kind": "rate", "additive": False},
    "firms-ever": {"id": "firms-ever", "unit": "enterprises", "kind": "stock", "additive": False},
    "growth-rate": {"id": "growth-rate", "unit": "percent"},
    "tax": {"id": "tax"},
}


def figures_of(*changes: Mapping[str, str | None]) -> tuple[Rows, Dataset]:
    """The rows of figures a, b, c … that differ from revenue of the city in what is given, and their dataset."""
    figures = [
        make_figure(**{"id": key, "quote": change.get("text") or "56.92亿元", **change})
        for key, change in zip("abcdef", changes, strict=False)
    ]
    dataset = place(make_dataset(make_article(*figures)))
    return Rows.of(frames.tidy(dataset)), dataset


East, West, City = {"region": "east"}, {"region": "west"}, {"region": "city"}
ADDED: list[tuple[Sequence[Mapping[str, str | None]], Reason | None, tuple[str, ...]]] = [
    ([East, West], None, ()),
    ([{**East, "sector": "roads"}, {**East, "sector": "farming"}], None, ()),
    ([{**East, "period": "2022"}, {**West, "period": "2022"}], None, ()),
    ([{"text": None, "growth": "3%", "quote": "3%"}], "nothing", ()),
    ([East, {**West, "metric": "tax"}], "metrics", ("revenue", "tax")),
    ([East, {**West, "nature": "target"}], "natures", ("actual", "target")),
    ([{**East, "period": "2024-S1"}, {**West, "period": "2024-01-01/P7M"}], "lengths", ("2024-S1", "2024-01-01/P7M")),
    ([{**East, "period": "2024"}, {**West, "period": "2023"}], "periods", ("2024", "2023")),
    ([{**East, "period": "2024-02-10/P8D"}, {**West, "period": "2024-02-10/P8D"}], None, ()),
    (
        [{**East, "period": "2024-02-10/P8D"}, {**West, "period": "2024-02-10"}],
        "lengths",
        ("2024-02-10/P8D", "2024-02-10"),
    ),
    (
        [{**East, "period": "2023-01-21/P7D"}, {**West, "period": "2023-09-29/P7D"}],
        "periods",
        ("2023-01-21/P7D", "2023-09-29/P7D"),
    ),
    (
        [
            {**East, "metric": "firms", "text": "3家", "period": "2022-06"},
            {**West, "metric": "firms", "text": "4家", "period": "2022-07"},
        ],
        "moments",
        ("2022-06", "2022-07"),
    ),
    (
        [
            {**East, "metric": "firms", "text": "3家", "period": "2022-06"},
            {**West, "metric": "firms", "text": "4家", "period": "2022-S1"},
        ],
        None,  # both are counts at the end of June
        (),
    ),
    ([{**East, "metric": "income"}, {**West, "metric": "income"}], "rates", ("income",)),
    (
        [{**East, "metric": "firms-ever", "text": "3家"}, {**West, "metric": "firms-ever", "text": "4家"}],
        "not-additive",
        ("firms-ever",),
    ),
    ([{**East, "metric": "growth-rate", "text": "3%"}, {**West, "metric": "growth-rate", "text": "4%"}], "shares", ()),
    ([East, {**West, "text": None, "growth": "3%", "quote": "3%"}], "missing", ("b",)),
    ([East, West, West], "repeated", ("b", "c")),
    ([East, West, {**West, "text": "60亿元"}], "conflict", ("b", "c")),
    ([City, {**City, "sector": "farming", "part_of": "a"}], "parts", ("b", "a")),
    ([East, City], "regions", ("east", "city")),
    ([{"region": "zone"}, City], "regions", ("zone", "city")),
    ([{"sector": "roads"}, {"sector": "transport"}], "sectors", ("roads", "transport")),
    ([{"sector": "farming"}, {"sector": "all"}], "sectors", ("farming", "all")),
    ([{**East, "sector": "roads"}, {**West, "sector": "farming"}], "crossed", ("region", "sector")),
    ([{"group": "urban"}, {"group": "rural"}], None, ()),
    ([{"group": "urban"}, {}], "groups", ("urban", "all")),
    ([{"group": "urban"}, {"group": "new"}], "overlap", ("urban", "new")),
    ([{"group": "towns"}, {"group": "rural"}], None, ()),
    ([{"group": "towns"}, {"group": "urban"}], "groups", ("towns", "urban")),
    ([{**East, "group": "urban"}, {**West, "group": "rural"}], "crossed", ("region", "group")),
]


@pytest.mark.parametrize(("changes", "reason", "among"), ADDED, ids=[f"{n}-{row[1]}" for n, row in enumerate(ADDED)])
def test_add(changes: Sequence[Mapping[str, str | None]], reason: Reason | None, among: tuple[str, ...]) -> None:
    rows, dataset = figures_of(*changes)
    assert comparable.add(rows, dataset) == (Refusal(reason, among) if reason else None)
    total = comparable.total(rows, dataset)
    assert isinstance(total, Derived) is (reason is None)


TAKEN: list[tuple[Sequence[Mapping[str, str | None]], Reason | None]] = [
    ([City, East, West], None),
    ([City, {**City, "metric": "tax", "part_of": "a"}], None),
    ([City, {"sector": "roads"}, {"sector": "farming"}], None),
    ([City, {**City, "metric": "tax"}], "no-remainder"),
    ([East, West], "no-remainder"),
    ([City, East, {"region": "zone"}], "regions"),  # the zone lies in the east
    ([City, {**East, "period": "2022"}], "lengths"),
    ([City, {**East, "nature": "target"}], "natures"),
    ([City, {**East, "text": None, "growth": "3%", "quote": "3%"}], "missing"),
    ([City, {"metric": "firms", "text": "3家", "part_of": "a"}], "units"),
    ([{**City, "metric": "income"}, {**East, "metric": "income"}], "rates"),
    ([City], "nothing"),
]


@pytest.mark.parametrize(("changes", "reason"), TAKEN, ids=[f"{n}-{row[1]}" for n, row in enumerate(TAKEN)])
def test_subtract(changes: Sequence[Mapping[str, str | None]], reason: Reason | None) -> None:
    rows, dataset = figures_of(*changes)
    refusal = comparable.subtract(rows, 0, dataset)
    assert (refusal.reason if refusal else None) == reason


def test_every_reason_has_a_case_and_words() -> None:
    cases = {reason for _, reason, _ in ADDED} | {reason for _, reason in TAKEN}
    assert cases - {None} == set(get_args(Reason)) == set(REASONS)


# --- totals ----------------------------------------------------------------------------------------------------------


def test_a_total_carries_what_printing_left_open() -> None:
    rows, dataset = figures_of({**East, "text": "3万余元"}, {**West, "text": "近5000元"})
    mixed = comparable.total(rows, dataset)
    assert isinstance(mixed, Derived)
    assert (mixed.value, mixed.low, mixed.high) == (Decimal(35_000), Decimal(34_000), Decimal(45_000))
    assert mixed.qualifier == "about"


def test_seven_districts_are_not_the_city(frame: pd.DataFrame, shipped: Dataset) -> None:
    """The article's seven add up to 111.38亿元, which is not the 126.00亿元 of the city: nothing claims that it is."""
    panel = Rows.of(frame[(frame["metric"] == "budget-revenue") & (frame["period"] == "2024-01-01/P7M")])
    assert len(panel) == 8
    parts = panel.take(comparable.level(panel, shipped).members)
    assert len(parts) == 7
    assert comparable.add(panel, shipped) is not None
    total = comparable.total(parts, shipped)
    assert isinstance(total, Derived)
    assert (total.value, total.low, total.high) == tuple(
        Decimal(number) * 10**8 for number in ("111.38", "111.345", "111.415")
    )
    assert comparable.caution(parts, shipped) == "zones"


def test_a_level_is_the_outermost_on_which_there_are_several() -> None:
    rows, dataset = figures_of(City, East, {"region": "zone"}, West)
    assert rows.take(comparable.level(rows, dataset).members)["region"] == ["east", "west"]
    rows, dataset = figures_of({"sector": "all"}, {"sector": "transport"}, {"sector": "roads"}, {"sector": "farming"})
    assert rows.take(comparable.level(rows, dataset).members)["sector"] == ["transport", "farming"]


INSIDE: Mapping[str, set[str]] = {
    "city": set(), "east": {"city"}, "west": {"city"}, "zone": {"east", "city"}, "free": {"city"},
}  # fmt: skip
BELONGS: Mapping[str, set[str]] = {
    "all": set(), "farming": {"all"}, "transport": {"all"}, "roads": {"transport", "all"},
}  # fmt: skip
everywhere = st.tuples(st.sampled_from(sorted(INSIDE)), st.sampled_from(sorted(BELONGS)))


@pytest.mark.slow
@given(st.lists(everywhere, min_size=1, max_size=6, unique=True))
def test_what_is_added_never_overlaps(places: list[tuple[str, str]]) -> None:
    """However places and sectors are mixed, only those are added of which none lies within another."""
    rows, dataset = figures_of(*({"region": region, "sector": sector} for region, sector in places))
    if comparable.add(rows, dataset) is not None:
        return
    for region, sector in places:
        for other_region, other_sector in set(places) - {(region, sector)}:
            in_region = other_region == region or other_region in INSIDE[region]
            in_sector = other_sector == sector or other_sector in BELONGS[sector]
            assert not (in_region and in_sector)


def test_the_frame_is_not_changed(frame: pd.DataFrame, shipped: Dataset) -> None:
    before = frame.copy()
    for decide in (comparable.add, comparable.differences, comparable.level):
        decide(Rows.of(frame), shipped)
    pd.testing.assert_frame_equal(frame, before)


# --- in charts -------------------------------------------------------------------------------------------------------


def test_every_panel_that_is_drawn_holds_what_may_stand_together(frame: pd.DataFrame, shipped: Dataset) -> None:
    ways: tuple[panels.By, ...] = ("sector", "region")
    for metric, by in ((metric, by) for metric in frame["metric"].unique() for by in ways):
        for group in panels.alike(frame[frame["metric"] == metric], by):
            panel = Rows.of(group)
            assert not comparable.differences(panel, shipped)
            refusal = comparable.add(panel.take(comparable.level(panel, shipped).members), shipped)
            assert refusal is None or refusal.reason not in comparable.NESTED, (metric, by)


def test_lines_join_what_may_stand_together(frame: pd.DataFrame, shipped: Dataset, names: Names) -> None:
    for metric in frame["metric"].unique():
        for panel in stories.over_time(frame[frame["metric"] == metric], names).panels:
            for start, end, _ in panel.joined:
                figures = [panel.marks[position].figure for position in (start, end)]
                line = Rows.of(frame[frame["figure"].isin(figures)])
                assert {refusal.reason for refusal in comparable.differences(line, shipped)} <= {"periods", "moments"}


@pytest.mark.parametrize("lang", LANGS)
def test_refusals_read_like_an_editors_note(lang: str) -> None:
    for changes, reason, _ in ADDED:
        rows, dataset = figures_of(*changes)
        refusal = comparable.add(rows, dataset)
        if refusal is None:
            assert reason is None
            continue
        note = no_total(refusal, Names(dataset, "zh" if lang == "zh" else "en"))
        assert "{" not in note
        assert note.endswith("。" if lang == "zh" else ".")
        assert not any(word in note for word in ("None", "add()", "Refusal", "nature"))


def test_the_note_on_a_total(frame: pd.DataFrame, names: Names) -> None:
    panel = Rows.of(frame[(frame["metric"] == "budget-revenue") & (frame["period"] == "2024-01-01/P7M")])
    note = remarks.total(panel, "region", names)
    assert ("111.38亿元" if names.lang == "zh" else "¥11.138 bn") in note
    assert ("推算" if names.lang == "zh" else "derived") in note


def test_no_total_of_incomes(names: Names) -> None:
    rows, dataset = figures_of({**East, "metric": "income"}, {**West, "metric": "income"})
    note = remarks.total(rows, "region", replace(names, dataset=dataset))
    assert note.startswith("不作合计" if names.lang == "zh" else "No total is given")
