"""What the YAML parser says of a text that it cannot read → the likely reason, and the offset where a curator looks."""

import re
from typing import Final

from indicators.reading.lines import LineIndex

_TAB: Final = re.compile(r" *\t")
_TRAP: Final = re.compile(
    r"[ \t]*(?:-[ \t]+)?(?:[A-Za-z_][A-Za-z0-9_-]*(?:[^\S\r\n]*(?P<colon>：)|:[^\S \t\r\n])|[^\S \t\r\n])"
)
# reason, what the parser says, whether it is best shown where the unfinished thing begins
_REASONS: Final = (
    ("tab", r"tab character", False),
    ("escape", r"escape", False),
    ("quote", r"quoted scalar", True),
    ("bracket", r"flow|node content", True),
    ("character", r"cannot start any token|an alias|an anchor|a tag|a directive|a block scalar|tag handle", False),
    ("colon", r"could not find expected ':'", True),
    ("indent", r"block (?:mapping|collection)|<document start>", False),
)


def reason(text: str, lines: LineIndex, message: str, failure: int, opening: int) -> tuple[str, int]:
    """Why the parser gave up at the offset ``failure``, and the offset to report.

    ``opening`` is where the thing begins that the parser could not finish; ``message`` is what it said.
    """
    start = lines.start(failure)
    before = text[start:failure]
    no_mapping = "mapping values are not allowed" in message  # a colon with no key for it: the line above may be why
    for offset in (opening, failure, max(start - 1, 0) if no_mapping else failure):
        if wide := trap(text, lines, offset):
            return wide
    if tab := _TAB.match(text, start) or _TAB.match(text, failure):
        return "tab", tab.end() - 1
    if no_mapping:
        return ("colon" if ": " in before else "indent"), failure
    if before.rstrip().endswith(('"', "'")) and "block mapping" in message:
        return "quote", failure
    for name, sign, from_opening in _REASONS:
        if re.search(sign, message):
            return name, opening if from_opening else failure
    return "other", failure


def trap(text: str, lines: LineIndex, offset: int) -> tuple[str, int] | None:
    """The full-width colon or wide space behind the key, or in front of it, in the line of an offset."""
    match = _TRAP.match(text, lines.start(offset))
    if match is None:
        return None
    return ("fullwidth-colon" if match["colon"] else "wide-space"), match.end() - 1
