"""The names of metrics and clear quotes of figures → those that stand in the words before a number, and how near it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from indicators.curate.recognition.names.english.names import COMPLEMENT, goes_on, is_complement, name_starts
from indicators.values.text import plain_forms


class FigureKind(NamedTuple):
    """What a figure can be of, beside its region and its time."""

    metric: str
    sector: str
    group: str


_AT_THE_END: Final = 0.7
"""What a short name counts for that stands right before the number: 利税1.98亿元."""
FILLED: Final = re.compile(
    r"(?=[总额累完实达为是约近超突预有将已\s]|$)"
    r"(?:总?额|总量)?(?:累计)?(?:完成|实现|达到?|为|是|约|近|超过?|突破|预计|预期|有望|将|已)*\s*$"
)
"""What stands between a name and its number."""
_BEGINNING: Final = 2
_REMEMBERED: Final = 200
"""So many words are looked at again: each number's are, and those above it."""


class MetricNames:
    """Finds names, each outside of longer ones, by their first characters; a name speaks for a metric or a kind."""

    def __init__(self, named: Iterable[tuple[str, tuple[FigureKind | str, float]]]) -> None:
        self._names: dict[str, list[tuple[FigureKind | str, float]]] = defaultdict(list)
        for name, entry in named:
            self._names[_plain(name)].append(entry)
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in self._names:
            if len(name) >= _BEGINNING:
                lengths[name[:_BEGINNING]].add(len(name))
        self._weights: dict[str, Sequence[tuple[FigureKind | str, float]]] = {}
        self._lengths = {beginning: sorted(several, reverse=True) for beginning, several in lengths.items()}
        self._ending: dict[str, list[str]] = defaultdict(list)
        for name, entries in self._names.items():
            of_metric = any(isinstance(key, str) for key, _ in entries)
            if of_metric and len(name) >= _LEAST_PARTED and not name.isascii() and not name.endswith("企业"):
                self._ending[name[-_BEGINNING:]].append(name)

    def standing_in(self, words: str, fitting: Collection[str]) -> dict[FigureKind | str, float]:
        """What the names in some words before a number speak for, by their length and nearness, if it is fitting."""
        weights = self._weights.get(words)
        if weights is None:
            if len(self._weights) > _REMEMBERED:
                self._weights.clear()
            weights = self._weights[words] = tuple(self._weighed(words))
        found: dict[FigureKind | str, float] = {}
        for key, weight in weights:
            if (key if isinstance(key, str) else key.metric) in fitting:
                found[key] = max(found.get(key, 0.0), weight)
        return found

    def _weighed(self, words: str) -> Iterator[tuple[FigureKind | str, float]]:
        """What the names in some words speak for, and what each counts."""
        own = _plain(words).rstrip()
        last = len(FILLED.sub("", own))
        covered, is_english = 0, own.isascii()
        for start in name_starts(own):
            for length in self._lengths.get(own[start : start + _BEGINNING], ()):
                end = start + length
                if (
                    end <= covered
                    or (start < covered and is_english)
                    or end > len(own)
                    or not (entries := self._names.get(own[start:end]))
                    or goes_on(own, end)
                    or (is_english and self._is_cut(own, start, end))
                ):
                    continue
                whole = COMPLEMENT if is_complement(own, start) else 1.0
                covered = end  # a name inside a longer one says nothing: 省级瞪羚企业 in 新增省级瞪羚企业
                weight = _weight(own, start, end, last) * whole
                yield from ((key, of_name * weight) for key, of_name in entries)

    def _is_cut(self, own: str, start: int, end: int) -> bool:
        """True of an English name over whose end a longer one goes: completed (investment in fixed assets)."""
        inside = (start + 1 + space for space in range(end - start - 1) if own[start + space] == " ")
        return any(
            end < first + length <= len(own)
            and length > end - start
            and own[first : first + length] in self._names
            and not goes_on(own, first + length)
            for first in inside
            for length in self._lengths.get(own[first : first + _BEGINNING], ())
        )

    def parted_in(self, words: str, fitting: Collection[str]) -> dict[str, float]:
        """What the names speak for whose words stand in a clause in their order up to its end, but apart.

        引进亿元以上省外项目资金 is no metric's name; 引进省外资金 is. Not so of enterprises: 新增规上企业.
        """
        clause = _CLAUSE.split(FILLED.sub("", plain_forms(words).lower().rstrip()))[-1]
        found: dict[str, float] = {}
        for name in self._ending.get(clause[-_BEGINNING:], ()):
            if name not in clause and _stands_apart(name, clause):
                for key, _ in self._names[name]:
                    metric = key if isinstance(key, str) else ""
                    if metric in fitting:
                        found[metric] = max(found.get(metric, 0.0), min(len(name), _WHOLE_NAME) / _WHOLE_NAME)
        return found


_QUOTES: Final = re.compile('[“”"]')


def _plain(words: str) -> str:
    """Some words in plain small letters, without quotes: 国家级“小巨人”企业."""
    return _QUOTES.sub("", plain_forms(words).lower())


_LEAST_PARTED: Final = 4
_WHOLE_NAME: Final = 8
_BETWEEN: Final = 8
"""So many characters stand at most between the first word of a name and its last one, beside the name's own."""
_CLAUSE: Final = re.compile(r"[,，;；。:：、()]")


def _stands_apart(name: str, clause: str) -> bool:
    """True where the pairs of characters of a name stand in a clause, one after the other, and the last ends it."""
    end = len(clause)
    least = end - len(name) - _BETWEEN
    for index in range(len(name), 0, -_BEGINNING):
        pair = name[max(index - _BEGINNING, 0) : index]
        place = clause.rfind(pair, max(least, 0), end)
        if place < 0 or (index == len(name) and place + len(pair) != len(clause)):
            return False
        end = place
    return True


def _weight(own: str, start: int, end: int, last: int) -> float:
    """What a name counts for that stands so far from a number, before which the words end at ``last``."""
    nearness = 1 - 0.5 * (len(own) - end) / max(len(own), 1)
    if own[start:end].isascii() and not own.isascii():  # GDP
        return nearness
    return nearness * max(min((end - start) / 6, 1.2), _AT_THE_END if end == last else 0.0)
