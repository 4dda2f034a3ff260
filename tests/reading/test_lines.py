"""Lines and columns, counted by blocks, are those that one finds by going through the text."""

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indicators.reading import lines
from indicators.reading.lines import LineIndex


def places(text: str) -> list[tuple[int, int]]:
    """Line and column of each offset, up to the end of the text."""
    starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", text))]
    placed = []
    for offset in range(len(text) + 1):
        before = [start for start in starts if start <= offset]
        placed.append((len(before), offset - before[-1] + 1))
    return placed


@given(st.text("\r\n日a", max_size=40), st.integers(1, 9))
@example("a\r\nb\rc\n\r\n\r\r\n", 2)
def test_places(text: str, block: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "_BLOCK", block)
        counted = LineIndex(text)
        assert [counted.place(offset) for offset in range(len(text) + 1)] == places(text)
        assert [counted.start(offset) for offset in range(len(text) + 1)] == [
            offset - column + 1 for offset, (_, column) in enumerate(places(text))
        ]


def test_blocks_of_their_usual_size() -> None:
    text = "".join(f"{number}日\r\n" for number in range(3_000))
    assert len(text) > 4 * lines._BLOCK
    offset = text.index("2777日")
    assert LineIndex(text).place(offset + 4) == (2_778, 5)
    assert LineIndex(text).place(len(text)) == (3_001, 1)


@pytest.mark.parametrize("text", ["a" * 4_000_000, "a\r" * 2_000_000, "\n" * 4_000_000])
def test_a_place_takes_no_time(text: str) -> None:
    """Ten thousand problems in the last line of a large file, or in the only one."""
    counted = LineIndex(text)
    started = time.process_time()
    for offset in range(len(text) - 10_000, len(text)):
        counted.place(offset)
    assert time.process_time() - started < 1
