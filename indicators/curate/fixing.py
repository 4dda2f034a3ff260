"""The texts of a dataset's files → the same with what is certain written as the files should have it.

Only values, and full-width marks between them, are touched: comments, order, quotation marks and line ends stay. A
dataset that could be loaded before is the same afterwards.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from indicators.curate.entry_checks import FileOfData
from indicators.loading import loader
from indicators.model.articles import Copy
from indicators.model.document import About, Document
from indicators.model.kinds import KINDS
from indicators.model.name_index import NameIndex
from indicators.reading import references, yaml_source
from indicators.reading.corpus import Keys
from indicators.reading.references import NameUse
from indicators.reading.yaml_source import Source, YamlList, YamlMapping
from indicators.values import periods
from indicators.values.problems import Fault
from indicators.values.text import LANGS

MOST_PASSES: Final = 12
"""What is mended can show more to mend; after so many rounds the rest is left to the curator."""
_PERIODS: Final = frozenset({"period", "growth_from"})
_DAYS: Final = frozenset({"published", "seen", "date"})
_MODELS: Final[tuple[type[BaseModel], ...]] = (*(kind.model for kind in KINDS), About, Copy, Document)
_KEYS: Final = frozenset({*LANGS, *(key for model in _MODELS for key in model.model_fields)})
_KEY: Final = "|".join(sorted(_KEYS, key=len, reverse=True))
_COMMA: Final = re.compile(rf"(?P<comma>[ ]*[，、][ ]*)(?=(?:{_KEY})[ ]*[:：])")
_COLON: Final = r"(?:[ ]*：[ \u3000]*|:[\u3000\xa0]+|:(?=[^\s:]))"
"""A colon behind a key that YAML does not take for one: 全角, before a wide space, or with none behind it."""
_WIDE_KEY: Final = re.compile(rf"(?P<key>{_KEY}){_COLON}(?P<value>.+)", re.DOTALL)
_WIDE_KEYS: Final = re.compile(rf"(?P<key>{_KEY}){_COLON}(?P<value>[^:：]+?)[ ]*[，、][ ]*(?P<last>{_KEY})")
"""A key with its value and the next key, whose own colon is a plain one: zh：五莲县，en."""
_NARROW_KEY: Final = re.compile(rf"[ ]*(?:-[ ]+)?(?:{_KEY}):(?=[^\s:])")
_WIDE_BRACES: Final = re.compile(rf"｛(?=[ ]*(?:{_KEY})[ ]*[:：])(?P<inside>[^｛｝{{}}\n]*)｝")
_QUOTATION_MARKS: Final = "“”‘’「」\"'"
_FURTHER: Final = re.compile(rf"[ ]*[，、][ ]*(?P<key>{_KEY})[ ]*：[ ]*")
_NUMBERS: Final = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,6})?[ ]*[，、][ ]*-?[0-9]{1,3}(?:\.[0-9]{1,6})?")
_BETWEEN: Final = re.compile(r"[ ]*[，、][ ]*")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_AFTER_A_KEY: Final = re.compile(rf"[ ]*(?:-[ ]+)?(?:{_KEY})[ ]*:")


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def fixed(files: Sequence[FileOfData]) -> list[str]:
    """The texts of the files of a dataset with all that is certain; those that need nothing are the same texts."""
    before = [file.text for file in files]
    names = [file.name for file in files]
    texts = before
    for _ in range(MOST_PASSES):
        mended = _once(names, texts)
        if mended == texts:
            break
        texts = mended
    return texts if texts == before or _means_the_same(names, before, texts) else before


def _means_the_same(names: Sequence[str], before: Sequence[str], after: Sequence[str]) -> bool:
    """False where a dataset that could be loaded is another one now, or cannot be loaded."""
    old = loader.check((name, text.encode()) for name, text in zip(names, before, strict=True)).dataset
    return old is None or old == loader.check((n, text.encode()) for n, text in zip(names, after, strict=True)).dataset


def _once(names: Sequence[str], texts: Sequence[str]) -> list[str]:
    sources = [yaml_source.read(text.encode(), name) for name, text in zip(names, texts, strict=True)]
    index = references.index_of(sources)
    whole = all(source.data is not None for source in sources)  # else a name may have another entry, too
    uses = list(references.uses(sources, index)) if whole else []
    mended: list[str] = []
    for source, text in zip(sources, texts, strict=True):
        if source.data is None:
            edits = list(_syntax(source, text))
        else:
            own = [(use, use.id or _inside_quotes(use, index)) for use in uses if use.source is source]
            named = [(source.offset(use.keys), use.word, id_) for use, id_ in own if id_]
            edits = [*_scalars(text, named), *_values(source, text, index)]
        mended.append(_applied(text, edits))
    return mended


def _inside_quotes(use: NameUse, index: NameIndex) -> str:
    """The id of a word in quotation marks that are none of YAML: “wulian”; empty where it names none, or several."""
    word = use.word.strip(_QUOTATION_MARKS)
    ids = (word,) if word in index.ids[use.kind] else index.find(use.kind, word)
    return ids[0] if word != use.word and len(ids) == 1 else ""


def _applied(text: str, edits: Iterable[_Edit]) -> str:
    """The text with the edits; of two that overlap, the first."""
    parts: list[str] = []
    end = 0
    for edit in sorted(set(edits)):
        if edit.start >= end:
            parts += [text[end : edit.start], edit.text]
            end = edit.end
    return "".join([*parts, text[end:]])


# --- what cannot be read ---------------------------------------------------------------------------------------------


def _syntax(source: Source, text: str) -> Iterator[_Edit]:
    """Full-width marks in the places where the parser gave up."""
    starts = [0, *(line_end.end() for line_end in _LINE_END.finditer(text))]
    for problem in source.problems:
        if problem.code != "yaml-syntax":
            continue
        reason, line = problem.facts["reason"], starts[problem.line - 1]
        offset = line + problem.column - 1
        if reason == "fullwidth-colon":
            behind = text[offset + 1 : offset + 2]
            yield _Edit(offset, offset + 1, ":" if not behind or behind.isspace() else ": ")
        elif reason == "wide-space" and _AFTER_A_KEY.fullmatch(text, line, offset):
            yield _Edit(offset, offset + 1, " ")
        elif braces := _WIDE_BRACES.search(text, line, _line_end(text, starts, problem.line)):
            yield _Edit(braces.start(), braces.start() + 1, "{")
            yield _Edit(braces.end() - 1, braces.end(), "}")
        elif reason == "colon" and (narrow := _NARROW_KEY.match(text, line)):
            yield _Edit(narrow.end(), narrow.end(), " ")
        elif reason == "bracket" and text[offset : offset + 1] == "{":
            for comma in _COMMA.finditer(text, offset, _line_end(text, starts, problem.line)):
                yield _Edit(*comma.span("comma"), ", ")


def _line_end(text: str, starts: Sequence[int], line: int) -> int:
    return starts[line] if line < len(starts) else len(text)


# --- what can be read ------------------------------------------------------------------------------------------------


def _scalars(text: str, replaced: Iterable[tuple[int, str, str]]) -> Iterator[_Edit]:
    """Edits of scalars by their offsets, their values, and what they should be; none where the text shows another."""
    for offset, value, new in replaced:
        for quote in ("", '"', "'"):
            start = offset + len(quote)
            if text.startswith(quote + value + quote, offset):
                yield _Edit(start, start + len(value), new)
                break


def _values(source: Source, text: str, index: NameIndex) -> Iterator[_Edit]:
    stack: list[tuple[Keys, Any]] = [((), source.data)]
    while stack:
        keys, part = stack.pop()
        if isinstance(part, YamlMapping):
            for position, (key, value) in enumerate(part.items()):
                mark = part.first_mark + 2 * position
                yield from _scalars(text, _keys_and_dates(source.marks[mark], source.marks[mark + 1], key, value))
                stack.append(((*keys, key), value))
        elif isinstance(part, YamlList):
            for position, value in enumerate(part):
                mark = source.marks[part.first_mark + position]
                if isinstance(value, str) and _are_several(keys, value, len(part), index):
                    yield from _scalars(text, [(mark, value, _BETWEEN.sub(", ", value))])
                stack.append(((*keys, position), value))


def _keys_and_dates(key_mark: int, mark: int, key: str, value: Any) -> Iterator[tuple[int, str, str]]:
    if value is None and (wide := _WIDE_KEY.fullmatch(key)):
        yield key_mark, key, f"{wide['key']}: " + _FURTHER.sub(r", \g<key>: ", wide["value"])
    elif value is not None and (wide := _WIDE_KEYS.fullmatch(key)):
        yield key_mark, key, f"{wide['key']}: {wide['value']}, {wide['last']}"
    elif isinstance(value, str) and (key in _PERIODS or key in _DAYS) and (certain := _certain(key, value)):
        yield mark, value, certain


def _certain(key: str, value: str) -> str:
    """The period that is written in another way, where it can be no other; empty where it is fine or not certain."""
    try:
        periods.parse_date(value) if key in _DAYS else periods.parse(value)
    except Fault as fault:
        if fault.code in {"period-form", "date-form"}:
            return periods.certain(value, day=key in _DAYS)
    return ""


_LISTS: Final[Mapping[str, str]] = {"steps": "metric", "regions": "region", "sectors": "sector"}


def _are_several(keys: Keys, value: str, count: int, index: NameIndex) -> bool:
    """True where one item of a list is several, with full-width commas between them."""
    key = keys[-1] if keys else ""
    if key == "location":
        return count == 1 and _NUMBERS.fullmatch(value) is not None
    kind = _LISTS.get(str(key)) if len(keys) > 1 else None
    parts = _BETWEEN.split(value)
    return kind is not None and len(parts) > 1 and all(len(index.find(kind, part)) == 1 for part in parts)
