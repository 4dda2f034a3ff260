"""The bytes of a YAML file → plain data of strings as printed, and the place where each of them stands.

One pass over the events of PyYAML's parser: it resolves no types (NO is Norway, 2022-08 no date, 36.70 keeps its zero)
and composes no nodes, so that no anchor, tag, merge key or depth of nesting ever gets to do its harm.
"""

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any, Final, NoReturn, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from indicators.reading import disk, yaml_characters, yaml_recovery, yaml_syntax
from indicators.reading.lines import LineIndex
from indicators.values.problems import Problem
from indicators.values.text import unsafe_at
from indicators.values.uncollected import uncollected

FAULTS: Final = frozenset({
    *("file-empty", "file-encoding"),
    *("duplicate-key", "line-break", "not-a-mapping", "unsafe-character"),
    *("yaml-alias", "yaml-anchor", "yaml-dense", "yaml-depth", "yaml-documents", "yaml-key", "yaml-merge"),
    *("yaml-scalar", "yaml-size", "yaml-syntax", "yaml-tag"),
})  # fmt: skip

MAX_DEPTH: Final = 12
MAX_EVENTS: Final = 12_000_000
FREE_EVENTS: Final = 100_000
CHARACTERS: Final = 6
"""Beyond FREE_EVENTS there is at most one event for so many characters; in data files there are 10 to 13 for each."""
MAX_RUN: Final = 5_000
"""So many texts do not stand in a row without a mapping or a list among them."""
PORTION: Final = 10_000
MAX_SCALAR: Final = 20_000
MAX_PROBLEMS: Final = 1_000

OFFSET: Final = "I" if array("I").itemsize >= 4 else "L"
"""The type of an offset in an array."""
SHORT: Final = 20
"""Keys, ids of the vocabulary and many amounts are shorter, and come a hundred thousand times: each is kept once."""

_LOADER: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class YamlMapping(dict[str, "Value"]):
    """A mapping of the file. Its source's ``marks`` from ``first_mark`` on are those of its keys and values in turn."""

    __slots__ = ("first_mark",)
    first_mark: int


class YamlList(list["Value"]):
    """A list of the file. Its source's ``marks`` from ``first_mark`` on are those of its items."""

    __slots__ = ("first_mark",)
    first_mark: int


Value: TypeAlias = str | YamlMapping | YamlList | None


@dataclass(frozen=True)
class Source:
    """What a file holds: ``data`` is None where it cannot be used, and can be there beside problems.

    ``marks`` are the offsets of keys, values and items; those of one mapping or list stand in a row.
    """

    path: str
    data: YamlMapping | None
    problems: tuple[Problem, ...]
    lines: LineIndex = field(default=LineIndex(""), repr=False, compare=False)
    marks: "array[int]" = field(default_factory=lambda: array(OFFSET), repr=False, compare=False)

    def place(self, keys: tuple[str | int, ...], *, of_key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the value (or the key) at a path of keys and list positions.

        Where the path does not exist it is the place of the deepest value on it that does.
        """
        return self.lines.place(self.offset(keys, of_key=of_key))

    def offset(self, keys: tuple[str | int, ...], *, of_key: bool = False) -> int:
        """Where in the text that place is."""
        value: Value = self.data
        offset = self.marks[self.data.first_mark] if self.data else 0
        for depth, key in enumerate(keys, 1):
            if isinstance(value, YamlMapping) and isinstance(key, str) and key in value:
                mark = value.first_mark + 2 * list(value).index(key)
                offset = self.marks[mark if of_key and depth == len(keys) else mark + 1]
                value = value[key]
            elif isinstance(value, YamlList) and isinstance(key, int) and 0 <= key < len(value):
                offset = self.marks[value.first_mark + key]
                value = value[key]
            else:
                break
        return offset


def read(data: bytes, path: str) -> Source:
    """The data of a file's bytes; it never raises for what is wrong with them, but lists it in ``problems``."""
    text = disk.decode(data, path)
    if isinstance(text, Problem):
        return Source(path, None, (text,))
    reader = _Reader(text, path)
    with uncollected():
        try:
            root = reader.read()
        except _RefusedError:
            root = None
    problems = tuple(sorted(reader.problems, key=lambda problem: problem.place))
    return Source(path, root, problems, reader.lines, reader.marks)


def _shown(text: str, limit: int = 60) -> str:
    """A text of the file for use in a fact: short, and free of what makes a terminal or a page show something else."""
    short = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join("\ufffd" if unsafe_at(char) is not None else char for char in short)


class _RefusedError(Exception):
    """The file cannot be used; the problem is reported already."""


_DIRECTIVE: Final = re.compile(r"(?:\A|[\r\n])%TAG")
_MARKER: Final = re.compile(r"(?:\A|[\s\[\]{},:?\"'-])[&!]")
_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})


class _Reader:
    """One reading of one text, and the problems it meets."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.lines = LineIndex(text)
        self.marks = array(OFFSET)
        self.problems: list[Problem] = []
        self._known: dict[str, str] = {}
        self._open: list[Value] = []
        """What stands so far in the mapping or list that is being read."""

    def read(self) -> YamlMapping | None:
        self._scan()
        # Tags are refused where they stand; but of their directives a few thousand keep libyaml busy for minutes.
        if "%TAG" in self.text and (directive := _DIRECTIVE.search(self.text)):
            self._refuse("yaml-tag", directive.end() - 4, tag="%TAG")
        try:
            root, mark = self._collect()
        except yaml.YAMLError as error:
            self._refuse_syntax(error)
        except ValueError as error:  # PyYAML's own scanner lets it out: "\U00110000"
            self._refuse("yaml-syntax", 0, reason="escape", detail=_shown(str(error)))
        if root is None:
            self.problems.append(Problem("file-empty", self.path))
        elif not isinstance(root, YamlMapping):
            reason, offset = yaml_syntax.trap(self.text, self.lines, mark) or ("", mark)
            content = "[…]" if isinstance(root, YamlList) else _shown(root)
            self._report("not-a-mapping", offset, found=content, reason=reason)
        return root if isinstance(root, YamlMapping) else None

    def _report(self, code: str, offset: int, **facts: str) -> None:
        line, column = self.lines.place(offset)
        self.problems.append(Problem(code, self.path, line, column, facts=facts))
        if len(self.problems) >= MAX_PROBLEMS:
            raise _RefusedError

    def _refuse(self, code: str, offset: int, **facts: str) -> NoReturn:
        self._report(code, offset, **facts)
        raise _RefusedError

    # --- characters

    def _scan(self) -> None:
        """Report the unsafe characters that stand in the text; refuse it where the parser could not read them."""
        if self.text.replace("\n", "").isprintable():  # five times as fast as the search
            return
        for char, offset in yaml_characters.unsafe(self.text):
            self._report_character(char, offset)
        if yaml_characters.unreadable(self.text):
            raise _RefusedError

    def _report_character(self, char: str, offset: int) -> None:
        self._report("unsafe-character", offset, character=f"U+{ord(char):04X}", name=yaml_characters.name(char))

    # --- events

    def _collect(self) -> tuple[Value, int]:
        """The data of the one document and its offset.

        Nearly all the time goes into this loop, so all that is rare is done in other methods.
        """
        careful = _may_have_marks(self.text)
        stack: list[tuple[list[Value], list[int]]] = []
        items: list[Value] = []
        marks: list[int] = []
        add, mark = items.append, marks.append
        known = self._known.setdefault
        event: Any
        for event in chain.from_iterable(self._portions(_LOADER(self.text))):
            kind = event.__class__
            if kind is ScalarEvent:
                value = event.value
                if careful or value in _NOTHING or "\n" in value or len(value) > MAX_SCALAR:
                    value = self._scalar(event)
                elif len(value) < SHORT:
                    value = known(value, value)
                add(value)
                mark(event.start_mark.index)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._check_opening(event, len(stack))
                mark(event.start_mark.index)
                stack.append((items, marks))
                items, marks = [], []
                self._open = items
                add, mark = items.append, marks.append
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                whole = self._mapping(items, marks) if kind is MappingEndEvent else self._sequence(items, marks)
                items, marks = stack.pop()
                self._open = items
                add, mark = items.append, marks.append
                add(whole)
            elif kind is AliasEvent:
                self._refuse("yaml-alias", event.start_mark.index, name=_shown(event.anchor))
            elif kind is DocumentStartEvent and items:
                self._refuse("yaml-documents", event.start_mark.index)
        if kind is not StreamEndEvent:
            self._refuse("yaml-size", event.start_mark.index, limit=f"{MAX_EVENTS:,}")
        return (items[0], marks[0]) if items else (None, 0)

    def _portions(self, parser: Any) -> Iterator[Iterable[Any]]:
        """The events of a parser in portions, as long as there are no more of them than their text can hold."""
        events = iter(parser.get_event, None)
        for done in range(0, MAX_EVENTS, PORTION):
            yield islice(events, min(PORTION, MAX_EVENTS - done))
            following = parser.peek_event()
            if following is None:
                return
            offset, count = following.start_mark.index, done + PORTION
            if count > FREE_EVENTS + offset // CHARACTERS or self._in_a_run():
                self._refuse("yaml-dense", offset, items=f"{count:,}", characters=f"{offset:,}")

    def _in_a_run(self) -> bool:
        run = self._open[-MAX_RUN:]
        return len(run) == MAX_RUN and all(isinstance(item, str) for item in run)

    def _scalar(self, event: Any) -> str | None:
        """The value of a scalar that is out of the ordinary in some way."""
        self._refuse_marks(event)
        value: str = event.value
        start: int = event.start_mark.index
        if not event.style and value in _NOTHING:
            return None
        if "\n" in value and event.style not in {"|", ">"}:
            self._report("line-break", start)
        if "\t" in value or event.style == '"':
            unsafe = yaml_characters.escaped(self.text, value, start, event.end_mark.index)
            if unsafe is not None:
                self._report_character(*unsafe)
        if len(value) > MAX_SCALAR:
            self._report("yaml-scalar", start, length=f"{len(value):,}", limit=f"{MAX_SCALAR:,}")
        return self._known.setdefault(value, value) if len(value) < SHORT else value[:MAX_SCALAR]

    def _check_opening(self, event: Any, depth: int) -> None:
        self._refuse_marks(event)
        if depth == MAX_DEPTH:
            self._refuse("yaml-depth", event.start_mark.index, limit=f"{MAX_DEPTH}")

    def _refuse_marks(self, event: Any) -> None:
        """Refuse an anchor or a tag in front of a value."""
        if event.anchor is not None:
            self._refuse("yaml-anchor", event.start_mark.index, name=_shown(event.anchor))
        if event.tag not in {None, "!"}:
            self._refuse("yaml-tag", event.start_mark.index, tag=_shown(event.tag))

    def _mapping(self, items: list[Value], marks: list[int]) -> YamlMapping:
        """Keys and values in turn → a mapping; of a key that stands twice the first value is kept."""
        keys: list[Any] = items[::2]
        try:
            mapping = YamlMapping(zip(keys, items[1::2], strict=True))
        except TypeError:  # a mapping or a list as a key
            keys = [None if isinstance(key, YamlMapping | YamlList) else key for key in keys]
            self._refuse("yaml-key", marks[2 * keys.index(None)])
        if None in mapping:
            self._refuse("yaml-key", marks[2 * keys.index(None)])
        if "<<" in mapping:
            self._refuse("yaml-merge", marks[2 * keys.index("<<")])
        if len(mapping) < len(keys):
            mapping, marks = self._without_repeats(keys, items[1::2], marks)
        mapping.first_mark = len(self.marks)
        self.marks.extend(marks)
        return mapping

    def _without_repeats(self, keys: list[str], values: list[Value], marks: list[int]) -> tuple[YamlMapping, list[int]]:
        mapping = YamlMapping()
        kept: list[int] = []
        first: dict[str, int] = {}
        for position, (key, value) in enumerate(zip(keys, values, strict=True)):
            mark = marks[2 * position]
            if key in mapping:
                self._report("duplicate-key", mark, key=_shown(key), first_line=f"{self.lines.place(first[key])[0]}")
                continue
            first[key] = mark
            mapping[key] = value
            kept += marks[2 * position : 2 * position + 2]
        return mapping, kept

    def _sequence(self, items: list[Value], marks: list[int]) -> YamlList:
        sequence = YamlList(items)
        sequence.first_mark = len(self.marks)
        self.marks.extend(marks)
        return sequence

    # --- syntax

    def _refuse_syntax(self, error: yaml.YAMLError) -> NoReturn:
        """Report each place where the parser gives up, as if those before were mended."""
        if "maximum nesting depth" in str(error):  # libyaml from 0.2.6 on looks ahead, and gives up before its events
            mark = getattr(error, "problem_mark", None)
            self._refuse("yaml-depth", min(mark.index, len(self.text)) if mark else 0, limit=f"{MAX_DEPTH}")
        budget = FREE_EVENTS + len(self.text) // CHARACTERS
        slips = list(islice(yaml_recovery.slips(self.text, self.lines, _LOADER, budget, MAX_DEPTH), MAX_PROBLEMS))
        slips = slips or [yaml_recovery.Slip(0, "other", str(error))]
        told = {self.lines.place(slip.offset)[0] for slip in slips}
        # What is not closed in its line is one slip, and no line break besides.
        self.problems = [other for other in self.problems if other.code != "line-break" or other.line not in told]
        for slip in slips:
            self._report("yaml-syntax", slip.offset, reason=slip.reason, detail=_shown(slip.detail, 120))
        raise _RefusedError


def _may_have_marks(text: str) -> bool:
    """True where there is an escape, a tab, or the sign of an anchor or a tag where one can begin ("R&D" has none)."""
    if "\\" in text or "\t" in text:
        return True
    return ("&" in text or "!" in text) and _MARKER.search(text) is not None
