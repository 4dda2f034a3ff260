"""How long the files of a dataset have been left alone, and how long they have to be still."""

import time

import pytest

from indicators.loading.disk_state import DiskState

NOW = 1_700_000_000.0


@pytest.mark.parametrize(
    ("age", "seconds", "rested", "left"),
    [
        (0.0, 2.0, False, 2.0),
        (0.4, 2.0, False, 1.6),
        (1.75, 2.0, False, 0.25),
        (2.0, 2.0, True, 0.0),
        (3.0, 2.0, True, -1.0),
        (-0.5, 2.0, False, 2.0),
        (-3600.0, 2.0, False, 2.0),
        (-3600.0, 0.0, True, 0.0),
    ],
)
def test_only_what_is_missing_of_a_rest_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, age: float, seconds: float, left: float, *, rested: bool
) -> None:
    """A time in the future says nothing: then all of it is waited for, in which nothing may change."""
    monkeypatch.setattr(time, "time", lambda: NOW)
    state = DiskState((), NOW - age)
    assert state.rested(seconds) is rested
    assert state.rest_left(seconds) == pytest.approx(left)
