"""Circles are looked for again after what makes none, also where it fails."""

import gc

import pytest

from indicators.values.uncollected import uncollected


def test_circles_are_looked_for_again_afterwards() -> None:
    enabled: list[bool] = []

    @uncollected()
    def fail() -> None:
        enabled.append(gc.isenabled())
        raise ValueError("half")

    with pytest.raises(ValueError, match="half"):
        fail()
    assert [*enabled, gc.isenabled()] == [False, True]


def test_who_looks_for_none_still_looks_for_none_afterwards() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
