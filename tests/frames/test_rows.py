"""Few rows of a frame with columns as lists: the same cells that pandas would choose."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.frames import rows as few

WORDS = ["west", "east", None, "west", "city", None, "port"]
NUMBERS = [3.0, 1.0, 2.0, math.nan, 5.0, 0.0, -1.0]
KINDS = ["category", "str", "object"]
PLACES = st.lists(st.integers(-len(WORDS), len(WORDS) - 1))


def frame(kind: str) -> pd.DataFrame:
    made = pd.DataFrame({"region": pd.Series(WORDS, dtype=kind), "value": NUMBERS})
    return made.set_axis(range(10, 10 + len(WORDS)))


def plain(cells: list[object]) -> list[object]:
    return ["missing" if pd.isna(cell) else cell for cell in cells]  # type: ignore[call-overload]


@pytest.mark.parametrize("at_once", [few.AT_ONCE, 0])
@pytest.mark.parametrize("kind", KINDS)
@given(places=PLACES, further=st.data())
def test_the_same_cells(kind: str, at_once: int, places: list[int], further: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(few, "AT_ONCE", at_once)
        given_ = frame(kind)
        rows, expected = few.of(given_).at(places), given_.iloc[places]
        again = further.draw(st.lists(st.sampled_from(range(len(places))))) if places else []
        if further.draw(st.booleans()):
            assert len(rows["region"]) == len(places)  # made before some are chosen, and not after
        for column in ("region", "value"):
            assert plain(rows[column]) == plain(expected[column].tolist())
            assert plain(rows.at(again)[column]) == plain(expected[column].iloc[again].tolist())
        assert len(rows) == len(places)


def test_further_columns_and_rows() -> None:
    first = few.of(frame("str")).at([0, 1]).having(depth=[4, 5])
    assert first.at([1])["depth"] == [5]
    both = first.followed_by(few.of(frame("category")).at([4]))
    assert both["region"] == ["west", "east", "city"]
    assert len(both) == 3
    assert few.of(both) is both


def test_the_frame_stays_as_it_is() -> None:
    given_ = frame("category")
    before = given_.copy(deep=True)
    rows = few.of(given_)
    rows["region"].sort(key=str)
    rows["value"].clear()
    pd.testing.assert_frame_equal(given_, before)
