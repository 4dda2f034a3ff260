"""Two columns of charts: of about one height, in their order."""

import pytest

from indicators.charts.two_columns import balanced


@pytest.mark.parametrize(
    ("heights", "columns"),
    [
        ({}, []),
        ({"a": 300}, [["a"]]),
        ({"a": 300, "b": 300, "c": 300}, [["a", "c"], ["b"]]),
        ({"a": 900, "b": 300, "c": 300, "d": 300}, [["a"], ["b", "c", "d"]]),
        ({"a": 500, "b": 300, "c": 100}, [["a"], ["b", "c"]]),
    ],
)
def test_charts_stand_in_the_shorter_column(heights: dict[str, float], columns: list[list[str]]) -> None:
    assert balanced(heights) == columns
