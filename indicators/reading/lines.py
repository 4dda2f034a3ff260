"""Offsets in a text → lines and columns."""

from functools import cached_property
from typing import Final, NamedTuple

_BLOCK: Final = 4096


class _Block(NamedTuple):
    """How many lines end before a block of the text, and where the line begins that goes on into it."""

    ended: int
    start: int


class LineIndex:
    """The lines of a text; each ends with LF, CR, or both.

    Most files have no problems, so no place in them is ever asked for. The first question counts the line breaks of
    each block, every question then those within one block. A list of all line breaks would take ten times as long to
    make, and a fourth of the memory of the text.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def start(self, offset: int) -> int:
        """Where the line begins in which an offset lies."""
        return self._last_start(offset - offset % _BLOCK, offset) or self._blocks[offset // _BLOCK].start

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        ended = self._blocks[offset // _BLOCK].ended + self._ended(offset - offset % _BLOCK, offset)
        return ended + 1, offset - self.start(offset) + 1

    @cached_property
    def _blocks(self) -> list[_Block]:
        blocks = [_Block(0, 0)]
        for first in range(0, len(self.text), _BLOCK):
            end = min(first + _BLOCK, len(self.text))
            before = blocks[-1]
            blocks.append(_Block(before.ended + self._ended(first, end), self._last_start(first, end) or before.start))
        return blocks

    @cached_property
    def _has_returns(self) -> bool:
        return "\r" in self.text

    def _ended(self, first: int, end: int) -> int:
        """How many lines end in a stretch of the text; what ends in CR and LF does so with the LF."""
        feeds = self.text.count("\n", first, end)
        if not self._has_returns:
            return feeds
        return feeds + self.text.count("\r", first, end) - self.text.count("\r\n", first, end + 1)

    def _last_start(self, first: int, end: int) -> int:
        """Where the last line begins that follows upon one that ends in a stretch of the text; 0 if none does."""
        feed = self.text.rfind("\n", first, end)
        if not self._has_returns:
            return feed + 1
        half = self.text.startswith("\r\n", end - 1) and end > first  # the LF is still to come
        return max(feed, self.text.rfind("\r", first, end - half)) + 1
