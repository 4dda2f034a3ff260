"""Tables for a terminal: every line equally wide, whatever is in it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from indicators.cli import text_table
from indicators.values.text import one_line

CHARS = some.text(alphabet=some.sampled_from("a9 .中，“é\u0301\u200b\x1b\n\t\u202e·…🚢ＡＢ"), max_size=12)
TITLES = {"metric": "指标", "period": "Period", "printed": "原文数字"}
ROWS = some.lists(some.dictionaries(some.sampled_from([*TITLES]), CHARS), max_size=5)


@given(ROWS, some.sets(some.sampled_from([*TITLES])))
@example([{"metric": "产值", "printed": "36.7亿元"}, {"metric": "GDP", "printed": "9"}], {"printed"})
def test_every_line_of_the_table_is_equally_wide(rows: list[dict[str, str]], right_aligned: set[str]) -> None:
    lines = text_table.table(rows, TITLES, right_aligned=right_aligned)
    assert len({text_table.width(line) for line in lines}) <= 1
    assert len(lines) in {0, len(rows) + 2}
    assert not set("\x1b\n\t\u202e\u200b") & set("".join(lines))


@given(CHARS, some.integers(1, 20))
def test_a_line_is_cut_to_the_width(line: str, most: int) -> None:
    kept = text_table.cut(one_line(line), most)
    assert text_table.width(kept) <= most
    assert kept == one_line(line) or (kept.endswith("…") and one_line(line).startswith(kept[:-1]))


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("亿元", 4),
        ("36.7亿元", 8),
        ("e\u0301", 1),
        ("，", 2),
        ("Ａ", 2),
        ("·", 1),
        ("“", 1),
        ("🚢", 2),
    ],
)
def test_width(text: str, width: int) -> None:
    assert text_table.width(text) == width


def test_columns_in_which_nothing_stands_are_left_out() -> None:
    rows = [{"metric": "GDP", "printed": "9"}, {"metric": "产值", "printed": "36.7亿元"}]
    assert text_table.table(rows, TITLES, right_aligned={"printed"}) == [
        "指标  原文数字",
        "----  --------",
        "GDP          9",
        "产值  36.7亿元",
    ]
    assert text_table.table([], TITLES) == []
