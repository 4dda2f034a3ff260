"""The numbers that a figure can have, and the keys of the words that hold them."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

NumberName = Literal["text", "growth", "completion", "share", "change", "points"]
NUMBERS: Final[tuple[NumberName, ...]] = get_args(NumberName)
"""The keys of the numbers of a figure, the amount first."""

PhraseKey = Literal["quote", "growth_quote", "share_quote", "completion_quote"]
HELD_NUMBERS: Final[Mapping[PhraseKey, tuple[NumberName, ...]]] = {
    "growth_quote": ("growth", "change", "points"),
    "share_quote": ("share",),
    "completion_quote": ("completion",),
}
"""The phrases of a figure beside its quote → the numbers of which each can hold."""
