"""Words in lines: Chinese breaks anywhere, English between words."""

import pytest

from indicators.charts.plots.wrapping import width, wrap, wrap_quotation
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


PRINTED = "the output of all enterprises above the designated size grew by 5.3% on a year earlier"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“short” – Rizhao Daily, 5 August 2022", "“short” – Rizhao Daily, 5 August 2022"),
        (
            f"“{PRINTED}” – A Daily, May 2022",
            "“the output of all enterprises above the designated size grew by …” – A Daily, May 2022",
        ),
        (
            f"“{'主营业务收入同比增长，' * 8}”——某日报，2022年8月5日",
            "“主营业务收入同比增长，主营业务收入同比增长，主营业务收入同比增长，主营业务收 …”——某日报，2022年8月5日",
        ),
    ],
)
def test_of_a_quotation_that_is_too_long_who_printed_it_and_when_stays(text: str, expected: str) -> None:
    lines = wrap_quotation(text, 27.0, 2)
    assert len(lines) <= 2
    assert "".join(lines).replace(" ", "") == expected.replace(" ", "")


@pytest.mark.parametrize("words", ["增长", "output ", "5.3%与output，", "unbreakable"])
def test_a_quotation_of_any_length_leaves_its_source_whole(words: str) -> None:
    for count in range(60):
        lines = wrap_quotation(f"“{words * count}” – Rizhao Daily, 31 December 2024", 27.0, 2)
        assert len(lines) <= 2
        assert " ".join(lines).replace("  ", " ").endswith("” – Rizhao Daily, 31 December 2024")
        assert all(width(line) <= 27.6 for line in lines)
