"""Words in lines: Chinese breaks anywhere, English between words."""

import pytest

from indicators.charts.plots.wrapping import width, wrap
from indicators.phrasing.names import Names


@pytest.mark.parametrize(
    ("text", "ems", "expected"),
    [
        ("Output", 20, ["Output"]),
        ("Main business revenue", 8, ["Main business", "revenue"]),
        ("主营业务收入", 4, ["主营业务", "收入"]),
        ("一般公共预算收入（累计）", 8, ["一般公共预算收入", "（累计）"]),
        ("港口 port 吞吐量", 6, ["港口 port", "吞吐量"]),
        ("supercalifragilistic word", 5, ["supercalifragilistic", "word"]),
        ("", 5, [""]),
        ("anything", -3, ["anything"]),
    ],
)
def test_wrap(text: str, ems: float, expected: list[str]) -> None:
    lines = wrap(text, ems)
    assert lines == expected
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_no_line_is_wider_than_there_is_room(names: Names) -> None:
    for metric in names.dataset.metrics:
        for line in wrap(names.metric(metric), 14):
            assert width(line) <= 14 or " " not in line
