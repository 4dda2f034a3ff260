"""What stands beside what: nothing in a panel differs but what the reader compares, and nothing gets lost."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.frames import panels
from indicators.frames.panels import OTHERS, By
from indicators.frames.rows import Rows
from indicators.model.subjects import TREES
from indicators.values import periods

WAYS: tuple[By, ...] = ("sector", "region", "group")
PART_OF: Mapping[By, Mapping[str, str | None]] = {
    "region": {"province": None, "city": "province", "east": "city", "west": "city", "port": "east"},
    "sector": {"all": None, "industry": "all", "steel": "industry", "services": "all", "trade": "services"},
    "group": {"all": None, "urban": "all", "rural": "all", "new": "all"},
}
PERIODS = ("2021", "2022", "2022-S1", "2022-Q2", "2022-06", "2024-01-01/P7M", "2024-S1")
SHARES = st.none() | st.floats(-0.9, 3, allow_nan=False)


def rows(*changes: Mapping[str, Any]) -> pd.DataFrame:
    """Rows of a tidy frame, as far as panels look at it; what is not said is an actual 1 of the city in 2022."""
    usual = {
        "metric": "gdp",
        "theme": "output",
        "region": "city",
        "sector": "all",
        "group": "all",
        "period": "2022",
        "nature": "actual",
        "value": 1.0,
        "growth": None,
        "growth_from": None,
        "completion": None,
    }
    full = [{"figure": f"f{number}", **usual, **row} for number, row in enumerate(changes)]
    for row in full:
        span = periods.parse(str(row["period"]))
        row |= {"start": span.start, "end": span.end}
    columns = ["figure", *usual, "start", "end"]
    frame = pd.DataFrame(full, columns=pd.Index(columns))
    numbers = {"value": "float64", "growth": "float64", "completion": "float64"}
    frame = frame.astype(
        {**{column: "str" for column in columns if column not in {*numbers, "start", "end"}}, **numbers}
    )
    for column in ("start", "end"):
        frame[column] = pd.to_datetime(frame[column])
    return frame


def figures(**fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[pd.DataFrame]:
    """Frames of some figures by chance."""
    row = st.fixed_dictionaries({
        "metric": st.sampled_from(["gdp", "tax", "firms"]),
        "theme": st.sampled_from(["output", "fiscal"]),
        "region": st.sampled_from(sorted(PART_OF["region"])),
        "sector": st.sampled_from(sorted(PART_OF["sector"])),
        "group": st.sampled_from(sorted(PART_OF["group"])),
        "period": st.sampled_from(PERIODS),
        "nature": st.sampled_from(["actual", "actual", "target", "expected"]),
        "value": st.none() | st.floats(-1e12, 1e15, allow_nan=False),
        "growth": SHARES,
        "completion": SHARES,
        **fixed,
    })  # fmt: skip
    return st.lists(row, max_size=25).map(lambda changes: rows(*changes))


def of_one_metric() -> st.SearchStrategy[pd.DataFrame]:
    return figures(metric=st.just("gdp"), period=st.sampled_from(["2022", "2022-S1"]))


def of_one_panel(by: By) -> st.SearchStrategy[pd.DataFrame]:
    """Figures of one period and nature that differ in one tree."""
    usual: dict[str, str] = {"region": "city", "sector": "all", "group": "all"}
    same = {"metric": "gdp", "period": "2022", "nature": "actual", **usual}
    same.pop(by)
    return figures(**{key: st.just(value) for key, value in same.items()}, value=st.floats(-1e12, 1e15))


PANELS = st.sampled_from(WAYS).flatmap(lambda by: st.tuples(st.just(by), of_one_panel(by)))
FEW = settings(max_examples=25)
"""Making a frame takes some milliseconds."""


def kept(frame: pd.DataFrame) -> list[str]:
    return sorted(frame["figure"])


# --- alike -----------------------------------------------------------------------------------------------------------


@FEW
@given(of_one_metric(), st.sampled_from(WAYS))
def test_nothing_in_a_panel_differs_but_what_is_compared(frame: pd.DataFrame, by: By) -> None:
    for group in panels.alike(frame, by):
        assert group[[*OTHERS[by], "period", "nature"]].drop_duplicates().shape == (1, 4)


@FEW
@given(of_one_metric(), st.sampled_from(WAYS))
def test_every_value_is_in_exactly_one_panel(frame: pd.DataFrame, by: By) -> None:
    groups = panels.alike(frame, by)
    reported = frame[frame["value"].notna()]
    assert sorted(figure for group in groups for figure in group["figure"]) == kept(reported)
    assert sum(len(group) for group in groups) == len(reported)


@FEW
@given(of_one_metric(), st.sampled_from(WAYS))
def test_alike_figures_are_in_one_panel(frame: pd.DataFrame, by: By) -> None:
    groups = panels.alike(frame, by)
    heads = [tuple(group.iloc[0][[*OTHERS[by], "period", "nature"]]) for group in groups]
    assert len(heads) == len(set(heads))


@FEW
@given(of_one_metric(), st.sampled_from(WAYS))
def test_the_newest_results_of_the_panels_with_nearly_most_to_compare_come_first(frame: pd.DataFrame, by: By) -> None:
    groups = panels.alike(frame, by)
    compared = [group[by].nunique() for group in groups]
    ends = [group["end"].max().toordinal() for group in groups]
    full = [4 * count >= 3 * max(compared) for count in compared]
    plans = [group["nature"].iloc[0] != "actual" for group in groups]
    assert full == sorted(full, reverse=True)
    first = [(plan, -end) for plan, end in zip(plans, ends, strict=True)][: sum(full)]
    assert first == sorted(first)
    assert compared[sum(full) :] == sorted(compared[sum(full) :], reverse=True)


def test_three_of_last_year_stand_before_four_of_an_earlier_one_and_two_do_not() -> None:
    places = ("north", "east", "south", "west")
    four, three, two = (
        [{"region": place, "period": period} for place in places[:count]]
        for count, period in ((4, "2021"), (3, "2023"), (2, "2024"))
    )
    order = [group["period"].iloc[0] for group in panels.alike(rows(*four, *two, *three), "region")]
    assert order == ["2023", "2021", "2024"]


def test_results_stand_before_targets_of_a_later_year() -> None:
    places = ("north", "east", "south")
    targets = [{"region": place, "period": "2025", "nature": "target"} for place in places]
    results = [{"region": place, "period": "2024"} for place in places]
    order = [group["nature"].iloc[0] for group in panels.alike(rows(*targets, *results), "region")]
    assert order == ["actual", "target"]


def test_what_is_not_reported_is_not_drawn() -> None:
    frame = rows({"region": "east"}, {"region": "west", "value": None, "growth": 0.1})
    (group,) = panels.alike(frame, "region")
    assert list(group["region"]) == ["east"]


def test_nothing_reported_is_no_panel() -> None:
    assert not panels.alike(rows(), "region")
    assert not panels.alike(rows({"value": None, "growth": 0.1}), "sector")


def test_months_up_to_july_are_not_beside_a_half_year() -> None:
    frame = rows({"region": "east", "period": "2024-S1"}, {"region": "west", "period": "2024-01-01/P7M"})
    assert [list(group["region"]) for group in panels.alike(frame, "region")] == [["west"], ["east"]]


@pytest.mark.parametrize(
    ("sizes", "room", "expected"),
    [([3, 4], 10, [3, 4]), ([9, 9], 10, [5, 5]), ([2, 9], 10, [2, 8]), ([9, 2, 9], 10, [3, 2, 5]), ([], 10, [])],
)
def test_panels_share_the_room_of_a_chart(sizes: list[int], room: int, expected: list[int]) -> None:
    assert panels.shared(sizes, room) == expected


@given(st.lists(st.integers(1, 400), max_size=6))
def test_no_chart_has_more_rows_than_there_is_room(sizes: list[int]) -> None:
    shares = panels.shared(sizes, panels.LIMIT)
    assert sum(shares) <= (panels.LIMIT if len(sizes) == 1 else panels.OF_SEVERAL)
    assert all(0 < share <= size for share, size in zip(shares, sizes, strict=True))


# --- ranked ----------------------------------------------------------------------------------------------------------


@FEW
@given(PANELS)
def test_ranking_keeps_every_row(panel: tuple[By, pd.DataFrame]) -> None:
    by, group = panel
    ranked = panels.ranked(Rows.of(group), by, PART_OF[by])
    for column in ("figure", "region", "sector", "value"):
        assert sorted(ranked[column]) == sorted(group[column])
    assert len(ranked["depth"]) == len(group)


@FEW
@given(PANELS)
def test_wholes_stand_before_their_parts(panel: tuple[By, pd.DataFrame]) -> None:
    by, group = panel
    ranked = panels.ranked(Rows.of(group), by, PART_OF[by])
    order = list(dict.fromkeys(ranked[by]))
    for place, key in enumerate(order):
        above = [step for step in ancestors(key, PART_OF[by]) if step in order]
        assert set(above) <= set(order[:place])
        depths = {depth for depth, other in zip(ranked["depth"], ranked[by], strict=True) if other == key}
        assert depths == {len(above)}


@FEW
@given(PANELS)
def test_parts_stand_directly_under_their_whole(panel: tuple[By, pd.DataFrame]) -> None:
    """Between a whole and the last of its parts there are only parts of it."""
    by, group = panel
    order = list(dict.fromkeys(panels.ranked(Rows.of(group), by, PART_OF[by])[by]))
    for place, key in enumerate(order):
        inside = [index for index, other in enumerate(order) if key in ancestors(other, PART_OF[by])]
        assert inside == list(range(place + 1, place + 1 + len(inside)))


def ancestors(key: str, part_of: Mapping[str, str | None]) -> list[str]:
    whole = part_of[key]
    return [] if whole is None else [whole, *ancestors(whole, part_of)]


def test_ranking() -> None:
    values = {"west": 7, "city": 10, "port": 2, "east": 3, "province": 40}
    frame = rows(*({"region": key, "value": value} for key, value in values.items()))
    ranked = panels.ranked(Rows.of(frame), "region", PART_OF["region"])
    depths = list(zip(ranked["region"], ranked["depth"], strict=True))
    assert depths == [("province", 0), ("city", 1), ("west", 2), ("east", 2), ("port", 3)]


def test_depth_is_counted_among_what_is_there() -> None:
    frame = rows({"region": "port", "value": 9}, {"region": "city", "value": 5}, {"region": "west", "value": 4})
    ranked = panels.ranked(Rows.of(frame), "region", PART_OF["region"])
    assert list(zip(ranked["region"], ranked["depth"], strict=True)) == [("city", 0), ("port", 1), ("west", 1)]


def test_largest_first_where_nothing_is_part_of_anything() -> None:
    frame = rows({"region": "east", "value": -5}, {"region": "west", "value": 3}, {"region": "unlisted", "value": 4})
    assert list(panels.ranked(Rows.of(frame), "region", PART_OF["region"])["region"]) == ["unlisted", "west", "east"]


def test_two_reports_of_one_place_stand_together() -> None:
    values = (("east", 1), ("west", 2), ("east", 3))
    frame = rows(*({"region": key, "value": value} for key, value in values))
    ranked = panels.ranked(Rows.of(frame), "region", PART_OF["region"])
    assert list(zip(ranked["region"], ranked["value"], strict=True)) == [("east", 3), ("east", 1), ("west", 2)]


# --- growth, progress, headlines -------------------------------------------------------------------------------------


@FEW
@given(figures(region=st.just("city"), nature=st.just("actual")))
def test_growth_is_the_newest_of_each_series(frame: pd.DataFrame) -> None:
    grown = panels.growth(frame)
    keys = ["metric", *TREES]
    reported = frame[frame["growth"].notna() & (frame["nature"] == "actual")]
    assert not grown.duplicated(keys).any()
    assert grown.set_index(keys)["end"].to_dict() == reported.groupby(keys)["end"].max().to_dict()
    assert set(grown["figure"]) <= set(reported["figure"])
    assert grown["growth"].is_monotonic_decreasing


def test_of_two_growths_the_newer_counts() -> None:
    for order in ((2021, 2022), (2022, 2021)):
        frame = rows(*({"period": str(year), "growth": year / 10_000} for year in order))
        assert list(panels.growth(frame)["period"]) == ["2022"]


def test_of_two_growths_that_end_together_the_longer_counts() -> None:
    frame = rows({"period": "2022-Q2", "growth": 0.1}, {"period": "2022-S1", "growth": 0.2})
    assert list(panels.growth(frame)["period"]) == ["2022-S1"]


def test_growth_against_another_period_is_not_growth_on_the_year() -> None:
    frame = rows({"growth": 0.5, "growth_from": "2015"}, {"growth": 0.1, "region": "east"})
    assert panels.growth(frame)["figure"].tolist() == ["f1"]


def test_a_target_does_not_grow() -> None:
    assert panels.growth(rows({"nature": "target", "growth": 0.1}, {"nature": "expected", "growth": 0.1})).empty


@FEW
@given(figures())
def test_progress_has_every_share_of_a_plan(frame: pd.DataFrame) -> None:
    on_plans = panels.progress(frame)
    assert kept(on_plans) == kept(frame[frame["completion"].notna()])
    order = [(-end.toordinal(), -share) for end, share in zip(on_plans["end"], on_plans["completion"], strict=True)]
    assert order == sorted(order)


@FEW
@given(figures())
def test_headlines_are_one_a_theme_and_actual(frame: pd.DataFrame) -> None:
    chosen = panels.headlines(frame)
    actual = frame[(frame["nature"] == "actual") & frame["value"].notna()]
    assert sorted(chosen["theme"]) == sorted(actual["theme"].unique())
    assert set(chosen["figure"]) <= set(actual["figure"])


@pytest.mark.parametrize(
    ("plain", "better"),
    [
        ({"region": "city"}, {"region": "city", "growth": 0.1}),
        ({"region": "city"}, {"region": "east", "completion": 0.5}),
        ({"region": "east", "growth": 0.1}, {"region": "city", "growth": 0.1, "sector": "steel"}),
        ({"sector": "steel"}, {"sector": "all"}),
        ({"period": "2021"}, {"period": "2022"}),
        ({"period": "2015", "growth": 0.1}, {"period": "2022", "growth": None}),
        ({"period": "2021", "growth": None}, {"period": "2020", "growth": 0.1}),
        ({"value": 1}, {"value": 2}),
    ],
)
def test_a_headline_says_most(plain: dict[str, Any], better: dict[str, Any]) -> None:
    usual = {"theme": "fiscal"}  # most figures are of the city, in another theme
    for given_rows in ((usual | plain, usual | better), (usual | better, usual | plain)):
        frame = rows({}, {}, {}, *given_rows)
        chosen = panels.headlines(frame).set_index("theme").loc["fiscal"]
        assert {key: chosen[key] for key in better if better[key] is not None} == {
            key: value for key, value in better.items() if value is not None
        }


@FEW
@given(figures(), st.sampled_from(WAYS))
def test_the_richest_panel_is_the_newest_of_those_with_nearly_most_to_compare(frame: pd.DataFrame, by: By) -> None:
    best = panels.richest(frame, by)
    reported = frame[frame["value"].notna() & (frame["nature"] == "actual")]
    assert best.empty == reported.empty
    if not best.empty:
        groups = reported.groupby(["metric", *OTHERS[by], "period"])
        full = groups[by].nunique() * 4 >= groups[by].nunique().max() * 3
        assert best["end"].max() == groups["end"].max()[full].max()
        assert best[by].nunique() * 4 >= groups[by].nunique().max() * 3
        assert best[["metric", *OTHERS[by], "period", "nature"]].drop_duplicates().shape == (1, 5)


def test_the_most_reported_metric_is_the_first_of_those_with_as_many() -> None:
    frame = rows({"metric": "tax"}, {"metric": "gdp"}, {"metric": "firms"}, {"metric": "gdp"}, {"metric": "firms"})
    assert panels.most_reported(frame) == "gdp"


# --- frames are not changed -------------------------------------------------------------------------------------------

PURE: Mapping[str, Callable[[pd.DataFrame], object]] = {
    "alike": lambda frame: panels.alike(frame, "region"),
    "ranked": lambda frame: panels.ranked(Rows.of(frame[frame["value"].notna()]), "sector", PART_OF["sector"]),
    "growth": panels.growth,
    "progress": panels.progress,
    "headlines": panels.headlines,
    "richest": lambda frame: panels.richest(frame, "sector"),
}


@pytest.mark.parametrize("name", PURE)
@FEW
@given(frame=of_one_metric())
def test_the_frame_that_is_given_stays_as_it_was(name: str, frame: pd.DataFrame) -> None:
    before = frame.copy(deep=True)
    PURE[name](frame)
    pd.testing.assert_frame_equal(frame, before)


@given(st.lists(st.tuples(st.sampled_from(PERIODS), st.booleans()), max_size=12), st.integers(1, 6))
@settings(max_examples=40, deadline=None)
def test_the_newest_results_are_of_whole_days(printed: list[tuple[str, bool]], most: int) -> None:
    frame = rows(*({"period": text, "nature": "actual" if actual else "target"} for text, actual in printed))
    ends = {f"f{number}": periods.parse(text).end for number, (text, actual) in enumerate(printed) if actual}
    newest = panels.newest_results(frame, most)
    if newest is None:
        assert len(ends) <= most
        return
    assert len(ends) > most
    first = min(ends[key] for key in newest)
    assert set(newest) == {key for key, end in ends.items() if end >= first}
    assert len(newest) <= most or first == max(ends.values())
    earlier = [end for end in ends.values() if end < first]
    assert sum(end >= max(earlier) for end in ends.values()) > most if earlier else True  # no other day would fit


@pytest.mark.parametrize("most_keys", [2**62, 1])
@given(table=st.lists(st.tuples(*[st.integers(-1, 3)] * 4), max_size=12))
def test_rows_have_one_number_where_all_their_codes_are_equal(most_keys: int, table: list[tuple[int, ...]]) -> None:
    columns = [np.array(column, dtype=np.int8) for column in zip(*table, strict=True)] or [np.zeros(0, np.int8)] * 4
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(panels, "_MOST_KEYS", most_keys)  # however many combinations there could be
        order = list(dict.fromkeys(table))
        assert panels.numbered(*columns).tolist() == [order.index(row) for row in table]


@pytest.mark.parametrize("dtype", ["category", "str"])
def test_the_rows_of_a_metric(dtype: str) -> None:
    frame = rows({"metric": "gdp"}, {"metric": "tax"}, {"metric": "gdp"}).astype({"metric": dtype})
    found = [panels.of_metric(frame, metric).tolist() for metric in ("gdp", "tax", "unheard-of")]
    assert found == [[0, 2], [1], []]
