"""What all readers share cannot be changed by one of them, and what one takes from it is his own (faults.md E10)."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from indicators import study
from indicators.frames.shared import SharedFrame
from indicators.model.dataset import Dataset

WRITES: list[Callable[[pd.DataFrame], object]] = [
    lambda frame: frame.__setitem__("x", 1),
    lambda frame: frame.__delitem__("quote"),
    lambda frame: frame.loc.__setitem__((0, "quote"), "x"),
    lambda frame: frame.loc.__setitem__((slice(None), "value"), 0.0),
    lambda frame: frame.iloc.__setitem__((0, 0), "x"),
    lambda frame: frame.at.__setitem__((0, "value"), 1.0),
    lambda frame: frame.iat.__setitem__((0, 0), "x"),
    lambda frame: frame.insert(0, "y", 1),
    lambda frame: frame.pop("quote"),
    lambda frame: frame.update(pd.DataFrame({"value": [1.0]})),
    lambda frame: setattr(frame, "value", 1),
    lambda frame: setattr(frame, "columns", range(len(frame.columns))),
    lambda frame: setattr(frame, "index", range(1, len(frame) + 1)),
    lambda frame: frame._update_inplace(frame[:0]),  # type: ignore[operator]  # what all with inplace=True end in
]


@pytest.mark.parametrize("write", WRITES, ids=range(len(WRITES)))
def test_it_refuses_to_be_changed(frame: pd.DataFrame, write: Callable[[pd.DataFrame], object]) -> None:
    shared = SharedFrame(frame)
    with pytest.raises(TypeError, match="share this frame"):
        write(shared)
    pd.testing.assert_frame_equal(pd.DataFrame(shared), frame)


TAKEN: list[Callable[[pd.DataFrame], pd.DataFrame]] = [
    lambda frame: frame.copy(deep=False),
    lambda frame: frame[:3],
    lambda frame: frame[frame["value"] > 0],
    lambda frame: frame.iloc[[0, 2]],
    lambda frame: frame.loc[:, ["figure", "value"]],
    lambda frame: frame.sort_values("value"),
    lambda frame: frame.assign(x=1),
]


@pytest.mark.parametrize("take", TAKEN, ids=range(len(TAKEN)))
def test_what_is_taken_from_it_is_a_plain_frame(
    frame: pd.DataFrame, take: Callable[[pd.DataFrame], pd.DataFrame]
) -> None:
    shared = SharedFrame(frame)
    part = take(shared)
    assert type(part) is pd.DataFrame
    pd.testing.assert_frame_equal(part, take(frame))
    part.iloc[0, list(part.columns).index("value")] = 1.5e300
    column = shared["value"]
    column.iloc[0] = 1.5e300
    pd.testing.assert_frame_equal(pd.DataFrame(shared), frame)


@pytest.mark.parametrize("day", [None, date(2023, 6, 30)])
def test_all_frames_of_a_study_are_shared(shipped: Dataset, day: date | None) -> None:
    shown = study.of(shipped, day)
    assert isinstance(shown.every, SharedFrame)
    assert isinstance(shown.frame, SharedFrame)
