"""Claims of the program, each held against the truth of a random world (tests/worlds.py)."""

from collections import Counter

import pytest

pytest.register_assert_rewrite(
    *(f"tests.acceptance.truth.{name}" for name in ("derived", "findings", "headlines", "parts", "totals"))
)

Seen = Counter[str]
"""How often something of a kind was said."""
