"""The rows of a place: its newest of each series, what else is about the same, and what only others have."""

from dataclasses import replace
from typing import Any, Final

import pandas as pd

from indicators import study
from indicators.frames import places
from indicators.model.articles import Figure
from indicators.study import Study
from tests.builders import make_article, make_dataset, make_figure

OTHERS: Final = ("east", "west", "port")


def known(*figures: Figure) -> Study:
    dataset = make_dataset(make_article(*figures, published="2025-01"))
    region, sector = dataset.regions["city"], dataset.sectors["all"]
    regions = {key: region.model_copy(update={"id": key}) for key in ("city", *OTHERS)}
    sectors = {key: sector.model_copy(update={"id": key}) for key in ("all", "industry", "roads", "ports")}
    return study.of(replace(dataset, regions=regions, sectors=sectors))


def ids(frame: pd.DataFrame) -> list[Any]:
    return frame["figure"].tolist()


def test_the_newest_result_of_each_series_and_a_later_plan() -> None:
    whole = known(
        make_figure(id="old", period="2021"),
        make_figure(id="new", period="2022"),
        make_figure(id="half", period="2022-S1"),
        make_figure(id="aim", period="2023", nature="target"),
        make_figure(id="old-aim", period="2021", nature="target"),
        make_figure(id="industry", period="2020", sector="industry", text=None, growth="5.0%"),
        make_figure(id="elsewhere", region="east"),
    )
    assert ids(places.newest_of(whole.frame, "region", "city")) == ["new", "aim", "industry"]
    assert ids(places.newest_of(whole.frame, "sector", "industry")) == ["industry"]
    assert ids(places.newest_of(whole.frame, "region", "nowhere")) == []


def test_of_one_period_the_amount_comes_first() -> None:
    growth = make_figure(id="growth", text=None, growth="5.0%")
    assert ids(places.newest_of(known(growth, make_figure(id="amount")).frame, "region", "city")) == ["amount"]


def test_rows_are_alike_but_for_their_place() -> None:
    whole = known(
        make_figure(id="own"),
        make_figure(id="same", region="east"),
        make_figure(id="again", text="57亿元"),
        make_figure(id="aim", region="east", nature="target"),
        make_figure(id="later", region="east", period="2022"),
        make_figure(id="part", region="east", sector="industry"),
    )
    assert whole.similar_rows["region"].like(["own"], {"city", "east"}) == ["own", "same", "again"]
    assert whole.similar_rows["region"].like(["own"], {"east"}) == ["same"]
    assert whole.similar_rows["sector"].like(["part"], {"industry", "all"}) == ["same", "part"]
    assert whole.similar_rows["region"].like([], {"east"}) == []


def test_stocks_of_one_day_are_alike() -> None:
    stock = {"metric": "firms", "text": "14家", "quote": "14家"}
    whole = known(
        make_figure(id="own", period="2022-S1", **stock),
        make_figure(id="same", region="east", period="2022-06", **stock),
    )
    assert whole.similar_rows["region"].like(["own"], {"east"}) == ["same"]


def test_a_line_joins_what_is_comparable() -> None:
    whole = known(
        make_figure(id="a", period="2020"),
        make_figure(id="b", period="2021"),
        make_figure(id="half", period="2021-S1"),
        make_figure(id="aim", period="2023", nature="target"),
        make_figure(id="c", period="2022"),
    )
    shown = places.newest_of(whole.frame, "region", "city")
    lines = places.series_of(whole.frame, shown, "region", "city", whole.dataset)
    assert {key: lines.get(key) for key in ("c", "aim")} == {"c": ["a", "b", "c"], "aim": None}


def test_contradictory_reports_are_not_in_a_line() -> None:
    whole = known(
        make_figure(id="a", period="2020"),
        make_figure(id="b", period="2021"),
        make_figure(id="wrong", period="2021", text="99亿元"),
        make_figure(id="c", period="2022"),
    )
    shown = places.newest_of(whole.frame, "region", "city")
    assert places.series_of(whole.frame, shown, "region", "city", whole.dataset)["c"] == ["a", "c"]


def test_what_two_others_have_for_recent_years_is_missing() -> None:
    figures = [make_figure(id=f"revenue-{place}", region=place, period="2023") for place in OTHERS]
    figures += [
        make_figure(id=f"firms-{place}", metric="firms", text="14家", region=place, period="2023-12")
        for place in OTHERS[:2]
    ]
    figures += [make_figure(id=f"old-{place}", sector="industry", region=place, period="2011") for place in OTHERS]
    figures += [
        make_figure(id=f"aim-{place}", sector="roads", region=place, period="2023", nature="target") for place in OTHERS
    ]
    figures += [make_figure(id="single", sector="ports", region="east", period="2023")]
    figures += [
        make_figure(id="older", period="2012"),
        make_figure(id="own", metric="firms", text="9家", period="2022-12"),
    ]
    missing = places.missing_of(known(*figures).frame, "region", "city", OTHERS)
    assert sorted(ids(missing)) == ["revenue-east", "revenue-port", "revenue-west"]


def test_nothing_is_missing_where_there_are_no_others() -> None:
    assert ids(places.missing_of(known(make_figure()).frame, "region", "city", ())) == []
