"""Rows with columns as lists: the same cells that pandas would choose."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.frames import rows as rows_module
from indicators.frames.rows import AT_ONCE, Rows, codes, codes_in

WORDS = ["west", "east", None, "west", "city", None, "port"]
NUMBERS = [3.0, 1.0, 2.0, math.nan, 5.0, 0.0, -1.0]
DTYPES = ["category", "str", "object"]
POSITIONS = st.lists(st.integers(-len(WORDS), len(WORDS) - 1))


def frame(dtype: str) -> pd.DataFrame:
    words = pd.DataFrame({"region": pd.Series(WORDS, dtype=dtype), "value": NUMBERS})
    return words.set_axis(range(10, 10 + len(WORDS)))


def plain(cells: list[object]) -> list[object]:
    return ["missing" if pd.isna(cell) else cell for cell in cells]  # type: ignore[call-overload]


@pytest.mark.parametrize("at_once", [AT_ONCE, 0])
@pytest.mark.parametrize("dtype", DTYPES)
@given(positions=POSITIONS, data=st.data())
def test_the_same_cells(dtype: str, at_once: int, positions: list[int], data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows_module, "AT_ONCE", at_once)
        whole = frame(dtype)
        rows, expected = Rows.of(whole).take(positions), whole.iloc[positions]
        again = data.draw(st.lists(st.sampled_from(range(len(positions))))) if positions else []
        if data.draw(st.booleans()):
            assert len(rows["region"]) == len(positions)  # the column is made before rows are taken, not after
        for column in ("region", "value"):
            assert plain(rows[column]) == plain(expected[column].tolist())
            assert plain(rows.take(again)[column]) == plain(expected[column].iloc[again].tolist())
        assert len(rows) == len(positions)


def test_further_columns_stay_with_their_rows() -> None:
    rows = Rows.of(frame("str")).take([0, 1]).with_columns(depth=[4, 5])
    assert rows.take([1])["depth"] == [5]
    assert rows["region"] == ["west", "east"]


def test_the_frame_stays_as_it_is() -> None:
    whole = frame("category")
    before = whole.copy(deep=True)
    rows = Rows.of(whole)
    rows["region"].sort(key=str)
    rows["value"].clear()
    pd.testing.assert_frame_equal(whole, before)


@pytest.mark.parametrize("dtype", DTYPES)
def test_the_first_cell_is_that_of_the_first_row(dtype: str) -> None:
    rows = Rows.of(frame(dtype))
    assert rows.first("region") == "west"
    assert rows.take([4, 0]).first("region") == "city"
    with pytest.raises(IndexError):
        rows.take([]).first("region")


@pytest.mark.parametrize("dtype", DTYPES)
def test_codes_are_made_once_while_rows_are_in_use(dtype: str) -> None:
    whole = frame(dtype)
    alone = codes_in(whole, "region")
    rows = Rows.of(whole)
    shared = codes_in(whole, "region")
    assert shared is codes_in(whole, "region")
    assert shared.tolist() == alone.tolist() == codes(whole["region"]).tolist()
    del rows
