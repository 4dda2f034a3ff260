"""A YAML file as most data files are written → its data, in half the time that a parser of all YAML takes.

That is: a mapping in block style of keys in small letters; values in the line of their key, plain or in quotation marks
that nothing is escaped in, and without a comment behind them; lists that are indented more than their key; ``{…}`` and
``[…]`` of such values. In such a file each line says by itself what it is. All others are left to the parser (see
source.py), which also knows what is wrong with them: nothing is told here, and nothing guessed.
"""

import re
from array import array
from typing import Any, Final, NamedTuple, TypeAlias


class Mapping(dict[str, "Value"]):
    """A mapping of the file; from ``at`` on its source's ``marks`` are two an entry, of its key and of its value."""

    __slots__ = ("at",)
    at: int


class Sequence(list["Value"]):
    """A list of the file; from ``at`` on its source's ``marks`` are one an item."""

    __slots__ = ("at",)
    at: int


Value: TypeAlias = str | Mapping | Sequence | None
Marks: TypeAlias = "array[int]"

OFFSET: Final = "I" if array("I").itemsize >= 4 else "L"
"""The type of an offset in an array."""
SHORT: Final = 20
"""Keys, ids of the vocabulary and many amounts are shorter, and come a hundred thousand times: each is kept once."""

_KEY: Final = re.compile(r"[a-z][a-z0-9_]*+")
# A plain value: no sign stands first that means something there, no space behind a colon, none before a number sign.
_FIRST: Final = r"""(?:[^ \n\-?:,\[\]{}#&*!|>'"%@`]|-(?=[0-9]))"""
_WORD: Final = re.compile(_FIRST + r"[^ :#]*+")
_PLAIN: Final = re.compile(_FIRST + r"(?:[^ :#]++|:(?=[^ ])|(?<! )#| ++(?=[^ #]))*+")
_QUOTED: Final = re.compile(r"""'[^']*+'|"[^"\\]*+\"""")
_BETWEEN: Final = r"[^ \n:#,?\[\]{}]"
_IN_FLOW: Final = re.compile(
    r"""'(?P<single>[^'\n]*+)'|"(?P<double>[^"\\\n]*+)"|"""
    rf"(?P<plain>(?!\.\.\.){_FIRST}(?:{_BETWEEN}++|:(?=//)| ++(?={_BETWEEN}))*+)"
)
_FLOW_KEY: Final = re.compile(r"[ \n]*+(?:([a-z][a-z0-9_]*+): )?")
_FLOW_END: Final = re.compile(r"[ \n]*+([,}\]])")
_CLOSING: Final = {"{": "}", "[": "]"}
_NOTHING: Final = ("~", "null", "Null", "NULL")
_UNKNOWN: Final = "\n"
"""Stands for a value that was not met before; none has a line break."""


class Regular(NamedTuple):
    """What a file holds, and the ``marks`` of all that stands in it (see source.py)."""

    data: Mapping
    marks: Marks


class _IrregularError(Exception):
    """It is for the parser."""


def read(text: str, *, depth: int, longest: int) -> Regular | None:
    """The data of a text and their marks, or None where it is for the parser.

    All characters of the text but its line feeds are printable, so that there is no other white space than the space.
    What is nested deeper than ``depth``, or stands in a line longer than ``longest``, is for the parser to refuse.
    """
    lines = text.split("\n")
    if max(map(len, lines)) > longest:
        return None
    reading = _Reading(text, depth)
    try:
        return Regular(reading.read(lines), array(OFFSET, reading.marks))
    except _IrregularError:
        return None


class _Reading:
    """One reading of one text."""

    def __init__(self, text: str, depth: int) -> None:
        self.text = text
        self.end = 0  # of what stands in brackets, over however many lines
        self.depth = depth
        self.marks: list[int] = []
        self._values: dict[str, str | None] = dict.fromkeys(_NOTHING)  # as they stand in the file → what they are
        self._keys: dict[str, str] = {}

    def read(self, lines: list[str]) -> Mapping:  # noqa: C901, PLR0912, PLR0915  # see below
        """All the time goes into this loop: what is rare has left it."""
        here: Any = (root := Mapping())
        marks: list[int] = []
        level = 0  # how far the keys of ``here`` are indented, or its dashes
        stack: list[tuple[Any, list[int], int]] = []
        waiting = ""  # a key whose value begins in the next line
        key_mark = 0
        keys, values, closed, word = self._keys, self._values, self.marks, _WORD.fullmatch
        start, end = 0, -1
        following = iter(lines)
        for line in following:
            start, end = end + 1, end + 1 + len(line)
            said = line.lstrip(" ")
            if not said or said[0] == "#":
                continue
            indent = len(line) - len(said)
            at = start + indent
            item = said[:2] == "- "
            if waiting:
                if indent <= level or len(stack) + 1 == self.depth:
                    raise _IrregularError
                inner = Sequence() if item else Mapping()
                here[waiting] = inner
                marks += (key_mark, at)
                stack.append((here, marks, level))
                here, marks, level, waiting = inner, [], indent, ""
            else:
                while level > indent:
                    here.at = len(closed)
                    closed += marks
                    here, marks, level = stack.pop()
                if level != indent or (here.__class__ is Sequence) != item:
                    raise _IrregularError
            if item:
                said, at = said[2:], at + 2
                marks.append(at)
                if not _begins_mapping(said):
                    here.append(self._value(said, at, len(stack) + 1))
                    while end < self.end:
                        end += 1 + len(next(following))
                    continue
                if len(stack) + 1 == self.depth:
                    raise _IrregularError
                inner = Mapping()
                here.append(inner)
                stack.append((here, marks, level))
                here, marks, level = inner, [], indent + 2
            name, colon, value = said.partition(": ")
            if not colon:
                name = said[:-1] if said[-1] == ":" else ""
            key = keys.get(name) or self._key(name)
            if key in here:
                raise _IrregularError
            if not value:
                waiting, key_mark = key, at
                continue
            mark = at + len(name) + 2
            marks += (at, mark)
            known = values.get(value, _UNKNOWN)
            if known is not _UNKNOWN:
                here[key] = known
            elif word(value):
                here[key] = value
                if len(value) < SHORT:
                    values[value] = value
            else:
                here[key] = self._value(value, mark, len(stack) + 1)
                while end < self.end:
                    end += 1 + len(next(following))
        if waiting or not root:
            raise _IrregularError
        for box, its, _ in ((here, marks, level), *reversed(stack)):
            self._close(box, its)
        return root

    def _close(self, box: Mapping | Sequence, marks: list[int]) -> None:
        box.at = len(self.marks)
        self.marks += marks

    def _key(self, name: str) -> str:
        if not _KEY.fullmatch(name) or name in _NOTHING:
            raise _IrregularError
        return self._keys.setdefault(name, name)

    def _value(self, said: str, at: int, depth: int) -> Value:
        """What stands at an offset up to the end of its line, or of its brackets, which would be nested so deep."""
        if said[:1] in _CLOSING:
            box, self.end = self._flow(at, depth)
            if self.text[self.end : self.end + 1] not in {"", "\n"}:
                raise _IrregularError
            return box
        if said in self._values:
            return self._values[said]
        value = said
        if said[:1] in {"'", '"'}:
            if not _QUOTED.fullmatch(said):
                raise _IrregularError
            value = said[1:-1]
        elif not _PLAIN.fullmatch(said):
            raise _IrregularError
        if len(said) < SHORT:
            self._values[said] = value
        return value

    def _flow(self, at: int, depth: int) -> tuple[Mapping | Sequence, int]:
        """What the bracket there opens, and where it ends."""
        if depth == self.depth:
            raise _IrregularError
        closing = _CLOSING[self.text[at]]
        box: Any = Mapping() if closing == "}" else Sequence()
        marks: list[int] = []
        at += 1
        sign = self.text[at : at + 1]
        at += sign == closing
        while sign != closing:
            key, at = self._flow_key(at, box)
            if key:
                marks.append(at - len(key) - 2)
            marks.append(at)
            value, at = self._flow_value(at, depth)
            if key:
                box[key] = value
            else:
                box.append(value)
            found = _FLOW_END.match(self.text, at)
            if found is None or found[1] not in {",", closing}:
                raise _IrregularError
            sign, at = found[1], found.end()
        self._close(box, marks)
        return box, at

    def _flow_key(self, at: int, box: Mapping | Sequence) -> tuple[str, int]:
        """The key there, nothing in a list, and where its value begins."""
        found = _FLOW_KEY.match(self.text, at)
        key = self._key(found[1]) if found and found[1] else ""
        if found is None or bool(key) != isinstance(box, Mapping) or key in box:
            raise _IrregularError
        return key, found.end()

    def _flow_value(self, at: int, depth: int) -> tuple[Value, int]:
        """The value there, and where it ends."""
        if self.text[at : at + 1] in _CLOSING:
            return self._flow(at, depth + 1)
        found = _IN_FLOW.match(self.text, at)
        if found is None:
            raise _IrregularError
        value: str = found[found.lastgroup or 0]
        return None if found.lastgroup == "plain" and value in _NOTHING else value, found.end()


def _begins_mapping(said: str) -> bool:
    """Whether an item of a list begins with a key."""
    return said[:1] not in {"{", "[", "'", '"'} and (": " in said or said[-1:] == ":")
