"""A text of YAML that the parser gives up on → every place where it does, as if each slip before had been mended.

After a slip the parser begins anew at the next line that belongs to a mapping or list that was open there: a few lines
are put in front that open what is around it. Each part of the text is parsed about once.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import yaml
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    ScalarEvent,
)

from indicators.reading import yaml_syntax
from indicators.reading.lines import LineIndex

_LINE: Final = re.compile(r"(?P<indent>[ \t]*)(?P<first>[^\r\n]?)(?P<second>[^\r\n]?)[^\r\n]*(?:\r\n|\r|\n|\Z)")
_PLAIN: Final = frozenset({None, ""})
_BEGINS: Final = re.compile(r"[ \t]*(?:-[ \t]+)?")
_LEADS_ON: Final = re.compile(r"[^\r\n]*[:：][ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|\Z)")


class Slip(NamedTuple):
    """Where the parser gave up, the likely reason (see ``yaml_syntax``), and what it said."""

    offset: int
    reason: str
    detail: str


class _Block(NamedTuple):
    """A mapping or list in block style that is open: its column."""

    is_list: bool
    column: int

    def opened(self) -> str:
        """A line that opens it and leaves room for what is in it."""
        return f"{' ' * self.column}{'-' if self.is_list else 'k:'}\n"

    def begun(self) -> str:
        """A line with an entry of it."""
        return f"{' ' * self.column}{'- v' if self.is_list else 'k: v'}\n"


class _Rest:
    """The rest of a text from an offset on, behind some lines, as a stream: only what is read of it is copied."""

    def __init__(self, prefix: str, text: str, offset: int) -> None:
        self._prefix, self._text, self._at = prefix, text, offset

    def read(self, size: int = -1) -> str:
        size = len(self._text) if size < 0 else size
        if self._prefix:
            part, self._prefix = self._prefix, ""
            return part
        part = self._text[self._at : self._at + size]
        self._at += len(part)
        return part


@dataclass
class _Attempt:
    """One run of the parser, up to the place where it gives up: what was open there, and where the last event stood."""

    text: str
    start: int
    blocks: Sequence[_Block]
    open: list[_Block | None] = field(default_factory=list)
    closed: list[tuple[int, int, _Block | None]] = field(default_factory=list)
    """What was closed at the place of the last events: offset, depth, block."""
    last: Any = None

    def run(self, loader: Any, budget: int, deepest: int) -> tuple[yaml.YAMLError | None, int]:
        """The error of the parser, None where it comes to the end or has to stop; and what is left of the budget."""
        prefix = "".join(block.opened() for block in self.blocks[:-1]) + "".join(b.begun() for b in self.blocks[-1:])
        self._shift = self.start - len(prefix)
        try:
            parser = loader(_Rest(prefix, self.text, self.start))
            while budget and len(self.open) <= deepest and (event := parser.get_event()) is not None:
                budget -= 1
                self._take(event)
        except yaml.YAMLError as error:
            return error, budget
        return None, 0

    def _take(self, event: Any) -> None:
        if isinstance(event, CollectionEndEvent):
            self.closed.append((self.offset(event.start_mark), len(self.open) - 1, self.open.pop()))
            return
        self.closed.clear()
        if isinstance(event, CollectionStartEvent):
            mark: Any = event.start_mark
            block = _Block(not isinstance(event, MappingStartEvent), mark.column)
            self.open.append(None if event.flow_style else block)
        elif isinstance(event, ScalarEvent):
            self.last = event

    def offset(self, mark: Any) -> int:
        """The offset in the text of a mark of the parser; that of the start for what stands in front of it."""
        index: int = mark.index
        return min(max(index + self._shift, self.start), len(self.text))

    def open_at(self, offset: int) -> list[_Block]:
        """The blocks that were open before a line that begins at an offset."""
        blocks = list(self.open)
        for place, depth, block in reversed(self.closed):
            if place >= offset:
                blocks = [*blocks[:depth], block]
        return [block for block in blocks if block is not None]


def slips(text: str, lines: LineIndex, loader: Any, budget: int, deepest: int) -> Iterator[Slip]:
    """Each place where the parser gives up, in the order of the text, as long as the budget of events lasts."""
    start: int | None = 0
    blocks: Sequence[_Block] = ()
    while start is not None:
        attempt = _Attempt(text, start, blocks)
        error, budget = attempt.run(loader, budget, deepest)
        if error is None:
            return
        slip = _slip(attempt, error, lines)
        yield slip
        line = lines.start(slip.offset)
        start, blocks = _resumed(text, line, attempt.open_at(line))


def _slip(attempt: _Attempt, error: yaml.YAMLError, lines: LineIndex) -> Slip:
    detail = ": ".join(filter(None, (getattr(error, "context", ""), getattr(error, "problem", "") or str(error))))
    marks = (getattr(error, "problem_mark", None), getattr(error, "context_mark", None))
    failure, opening = (None if mark is None else attempt.offset(mark) for mark in marks)
    failure = attempt.start if failure is None else failure
    last = attempt.last
    if last is not None and last.style in {'"', "'"} and last.start_mark.line < last.end_mark.line:
        end = attempt.offset(last.end_mark)
        if lines.start(end) == lines.start(failure):  # closed by the quotation mark of a later line
            return Slip(attempt.offset(last.start_mark), "quote", detail)
    if last is not None:
        is_plain = last.style in _PLAIN
        offset = attempt.offset(last.start_mark if is_plain else last.end_mark)
        end = opening if opening is not None and opening > offset else failure
        if trap := _first_trap(attempt.text, lines, lines.start(offset), end):
            return Slip(trap[1], trap[0], detail)
        if is_plain and "mapping values" in detail and _begins_line(attempt.text, lines, offset, failure):
            return Slip(offset, "colon", detail)
    reason, offset = yaml_syntax.reason(attempt.text, lines, detail, failure, failure if opening is None else opening)
    return Slip(offset, reason, detail)


def _begins_line(text: str, lines: LineIndex, offset: int, failure: int) -> bool:
    """True where a plain scalar begins its line and runs on into the one of a failure: a key without a colon."""
    start = lines.start(offset)
    return start < lines.start(failure) and _BEGINS.fullmatch(text, start, offset) is not None


def _first_trap(text: str, lines: LineIndex, start: int, end: int) -> tuple[str, int] | None:
    while start <= end and (line := _LINE.match(text, start)) and line.end() > start:
        if wide := yaml_syntax.trap(text, lines, start):
            return wide
        start = line.end()
    return None


def _resumed(text: str, start: int, blocks: list[_Block]) -> tuple[int | None, Sequence[_Block]]:
    """The first line after the one at ``start`` that belongs to one of the blocks; and these up to that one."""
    lines = _LINE.finditer(text, start)
    _add_own(next(lines), blocks, text)
    leads_on = _LEADS_ON.match(text, start) is not None
    for line in lines:
        if not blocks or line.end() == line.start():
            break
        first = line["first"]
        if not first or first == "#":
            continue
        column = len(line["indent"])
        is_item = first == "-" and line["second"] in {" ", ""}
        if leads_on and column > blocks[-1].column:
            return line.start(), [*blocks, _Block(is_item, column)]
        leads_on = False
        if "\t" in line["indent"]:
            return line.start(), blocks
        fitting = [n for n, block in enumerate(blocks) if block.column == column and block.is_list == is_item]
        if fitting and (is_item or first.isalpha() or first in "\"'_"):
            return line.start(), blocks[: fitting[-1] + 1]
        if column < blocks[-1].column and not any(block.column == column for block in blocks):
            return line.start(), blocks
    return None, ()


def _add_own(line: re.Match[str], blocks: list[_Block], text: str) -> None:
    """Add the blocks that a line would have opened, had it been right."""
    begin = _BEGINS.match(text, line.start())
    if begin is None:
        return
    column, inner = len(line["indent"]), begin.end() - line.start()
    own = [_Block(is_list=False, column=inner)]
    if inner > column:
        own.append(_Block(is_list=True, column=column))
    for block in own:
        if block not in blocks:
            blocks.append(block)
    blocks.sort(key=lambda block: (block.column, block.is_list))
