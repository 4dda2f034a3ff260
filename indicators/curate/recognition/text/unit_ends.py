"""The words behind a number → where the unit ends that stands there, and is no beginning of another word."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from indicators.curate.recognition.text.english import numbers as english_numbers
from indicators.values.unit_table import UnitTable

_LONGEST_UNIT: Final = 28


def unit_end(text: str, behind: int, table: UnitTable) -> int:
    """Where the longest known unit ends that stands right behind a number; ``behind`` where none does."""
    gap = 1 if text[behind : behind + 1] in {" ", "-"} else 0
    window = text[behind + gap : behind + gap + _LONGEST_UNIT].lower()
    for length in _lengths(table).get(window[:1], ()):
        if length > len(window):
            continue
        unit = window[:length]
        is_known = unit in table.forms or (gap and unit.replace("-", " ") in table.forms)  # 30,000-square-meter
        end = behind + gap + length
        if is_known and not _goes_on(window, length) and not english_numbers.is_another_word(text, behind, unit, end):
            return end
    return behind


@lru_cache(maxsize=8)
def _lengths(table: UnitTable) -> Mapping[str, Sequence[int]]:
    """The lengths of the units that begin with each character, the longest first."""
    lengths: dict[str, set[int]] = {}
    for form in table.forms:
        lengths.setdefault(form[:1], set()).add(len(form))
    return {first: sorted(several, reverse=True) for first, several in lengths.items()}


def _goes_on(window: str, length: int) -> bool:
    """True where what looks like a unit is the beginning of a longer word: 5 tonsils, 3位于, 8人民."""
    last, rest = window[length - 1], window[length:]
    if last.isascii() and last.isalpha():
        return rest[:1].isascii() and rest[:1].isalpha()
    if last.isdecimal():
        return rest[:1].isdecimal() or rest[:1] in {"万", "亿", "千"}  # 9.8/10万
    return any(window[:length].endswith(unit) and rest.startswith(more) for unit, more in _OTHER_WORDS)


_OTHER_WORDS: Final = tuple(
    (word[:-1], word[-1])
    for word in (
        *("位于", "位居", "人民", "人大", "元旦", "度假", "方面", "本报", "列入", "所有", "处于", "条例", "件套"),
        *("村级", "村民"),
        *("起来", "例如", "天然", "车间", "头部"),
    )
)
"""Words that begin with a unit, and are none."""
