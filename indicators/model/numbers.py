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

NumberId = Literal["amount", "growth", "share", "completion"]
"""What links and marks of charts call a number; a figure's change, or that of a rate, is its growth there."""
NUMBER_IDS: Final[tuple[NumberId, ...]] = get_args(NumberId)
ID_OF_NUMBER: Final[Mapping[NumberName, NumberId]] = {
    "text": "amount",
    "growth": "growth",
    "completion": "completion",
    "share": "share",
    "change": "growth",
    "points": "growth",
}
