"""The other figures of a metric that are nearest in place and time."""

from typing import Any

from indicators import study
from indicators.study import Study
from tests.builders import make_article, make_dataset, make_figure


def known(*figures: dict[str, Any]) -> Study:
    return study.of(make_dataset(make_article(*(make_figure(**figure) for figure in figures))))


def amount(key: str, **changes: Any) -> dict[str, Any]:
    return {"id": key, "text": "5亿元", "quote": "5亿元", **changes}


def test_a_series_is_of_one_place_in_the_order_of_time() -> None:
    of_all = known(
        amount("now"), amount("before", period="2021-S1"), amount("aim", period="2023", nature="target"),
        amount("east", region="east", period="2020-S1"), amount("firms", metric="firms", text="14家", quote="14家"),
    )  # fmt: skip
    now = of_all.dataset.figures["now"]
    assert of_all.neighbours.series(now) == ["before", "now", "aim"]


def test_others_are_of_the_same_place_and_of_the_same_time_in_turn() -> None:
    of_all = known(
        amount("now"), amount("before", period="2021-S1"), amount("long-ago", period="2015-S1"),
        amount("east", region="east"), amount("east-before", region="east", period="2021-S1"),
    )  # fmt: skip
    now = of_all.dataset.figures["now"]
    assert of_all.neighbours.peers(now) == ["east"]
    assert of_all.neighbours.others(now, 3) == ("before", "east", "long-ago")
    assert of_all.neighbours.others(now, 9) == ("before", "east", "long-ago", "east-before")


def test_of_a_very_long_series_only_the_nearest_are_looked_at() -> None:
    years = range(1900, 2020)
    of_all = known(amount("now", period="1960"), *(amount(f"y{year}", period=str(year)) for year in years))
    series = of_all.neighbours.series(of_all.dataset.figures["now"])
    assert "now" in series or "y1960" in series
    assert {f"y{year}" for year in range(1955, 1966)} - {"y1960"} <= set(series)
    assert len(series) <= 24
