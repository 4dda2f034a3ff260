"""A data file before and after entries were put into it → whether it holds what it held, these entries, and no more.

Only the last entry of each section and what stands behind it is read anew: all else is the same text at the same depth,
which the parser cannot read in two ways. Where the file is not of that form, all of it is read.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from indicators.reading import yaml_source
from indicators.reading.yaml_source import Source, YamlList, YamlMapping

_ITEM: Final = re.compile(r" *- +")
_DOCUMENT: Final = re.compile(r"^(?:---|\.\.\.)", re.MULTILINE)


class _End(NamedTuple):
    """The end of a section: from the line in which its last entry begins to the next section or the end of the text.

    ``begun`` are sections that begin behind it, which the text has not got yet.
    """

    section: str
    start: int
    end: int
    begun: tuple[str, ...] = ()


def holds_exactly(before: str, source: Source, after: str, document: str) -> bool:
    """True where the text after is read as the text before with the entries of a document behind those of each section.

    ``source`` is what was read from the text before, by which its sections are found.
    """
    entries = _data(document)
    if entries is None or not all(isinstance(several, list) for several in entries.values()):
        return False
    ends = _ends(before, source, [*entries])
    texts = _changed(before, after, ends)
    if texts and all(
        _is_extended(end, before[end.start : end.end], text, entries) for end, text in zip(ends, texts, strict=True)
    ):
        return True
    return _holds_in_all(before, after, entries)


def _ends(text: str, source: Source, sections: Sequence[str]) -> Sequence[_End]:
    """The ends of sections in the order of the text; none where one has no entries in lines of their own."""
    data = source.data
    if data is None:
        return ()
    ends = [_end(text, source, data, section) for section in sections if section in data]
    known = sorted([end for end in ends if end is not None], key=lambda end: end.start)
    begun = tuple(section for section in sections if section not in data)
    if not known or len(known) < len(ends) or (begun and known[-1].end < len(text)):
        return ()
    return [*known[:-1], known[-1]._replace(begun=begun)]


def _end(text: str, source: Source, data: YamlMapping, section: str) -> _End | None:
    entries = data[section]
    if not isinstance(entries, YamlList) or not entries:
        return None
    last = source.offset((section, len(entries) - 1))
    start = text.rfind("\n", 0, last) + 1
    keys = [source.offset((key,), of_key=True) for key in data]
    end = min((offset for offset in keys if offset > last), default=len(text))
    if not _ITEM.fullmatch(text, start, last) or (end < len(text) and text[end - 1] != "\n"):
        return None
    return _End(section, start, end)


def _changed(before: str, after: str, ends: Sequence[_End]) -> Sequence[str]:
    """What stands in the text after in the places of the ends of sections; nothing where all else is not the same."""
    texts: list[str] = []
    place = kept = 0
    for end in ends:
        unchanged = before[kept : end.start]
        start = after.find(unchanged, place) if texts else 0
        if start < 0 or not after.startswith(unchanged, start):
            return ()
        if texts:
            texts[-1] = after[place:start]
        place, kept = start + len(unchanged), end.end
        texts.append("")
    rest = before[kept:]
    if not texts or not after.endswith(rest) or len(after) - len(rest) < place:
        return ()
    texts[-1] = after[place : len(after) - len(rest)]
    is_closed = all(text.endswith("\n") for text in (texts if rest else texts[:-1]))
    return texts if is_closed and not any(map(_DOCUMENT.search, texts)) else ()


def _is_extended(end: _End, before: str, after: str, entries: Mapping[str, Any]) -> bool:
    """True where the end of a section, read by itself, is what it was with its entries and begun sections behind it."""
    was, now = _data(f"{end.section}:\n{before}"), _data(f"{end.section}:\n{after}")
    if was is None or now is None or was.keys() != {end.section}:
        return False
    begun = {section: entries[section] for section in end.begun}
    return now == {end.section: [*was[end.section], *entries[end.section]], **begun}


def _holds_in_all(before: str, after: str, entries: Mapping[str, Any]) -> bool:
    was, now = _data(before), _data(after)
    if was is None or now is None:
        return False
    expected = dict(was)
    for section, several in entries.items():
        held = was.get(section) or []
        if not isinstance(held, list):
            return False
        expected[section] = [*held, *several]
    return now == expected


def _data(text: str) -> Mapping[str, Any] | None:
    """What a text holds; None where anything is wrong with it."""
    source = yaml_source.read(text.encode(), "")
    return None if source.problems or source.data is None else source.data
