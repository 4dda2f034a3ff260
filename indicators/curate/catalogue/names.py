"""The words beside a number → the standard indicator that they name, where the dataset has none of this name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Final, NamedTuple

from indicators.curate.catalogue import clauses, english_forms, table
from indicators.curate.catalogue.table import StandardMetric
from indicators.curate.recognition.names.english.names import is_complement
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import Group, Metric, Sector
from indicators.values.text import plain_forms
from indicators.values.unit_table import Unit

_BEGINNING: Final = 2
"""So many characters at the end of a Chinese name lead to all names that end so."""


class NamedStandard(NamedTuple):
    """A standard indicator and the words of the text that name it."""

    metric: StandardMetric
    words: str


class StandardNames:
    """Finds the names of standard indicators; names that a dataset has itself hide those in them, and are none."""

    def __init__(self, dataset: Dataset) -> None:
        known = {name for entry in _entries(dataset) for name in _folded(_names_of(entry))}
        covered = _Covered(dataset, known)
        self._chinese: dict[str, list[StandardMetric]] = {}
        self._english: dict[str, list[StandardMetric]] = {}
        self._known = _measured_by(dataset)
        for name in known:
            (self._english if name.isascii() else self._chinese)[_key(name)] = []
        for metric in table.metrics():
            is_known = {ascii_only: covered.has(metric, in_english=ascii_only) for ascii_only in (True, False)}
            for name in _folded(english_forms.spoken(metric.names)):
                index = self._english if name.isascii() else self._chinese
                several = index.setdefault(_key(name), [])
                if (
                    not is_known[name.isascii()]
                    and not self._is_of_dataset(name, metric)
                    and not covered.has_end(name, metric)
                ):
                    several.append(metric)
        self._lengths = _lengths(name[-_BEGINNING:] + "\0" + name for name in self._chinese)
        self._starts = _lengths(name[:_BEGINNING] + "\0" + name for name in self._chinese)
        self._firsts: dict[str, list[int]] = {}
        for name in self._english:
            first, *rest = name.split(" ")
            self._firsts.setdefault(first, []).append(1 + len(rest))
        self._firsts = {first: sorted({*lengths}, reverse=True) for first, lengths in self._firsts.items()}

    def _is_of_dataset(self, name: str, metric: StandardMetric) -> bool:
        """True of a name of the dataset; an English one may mean another thing in another unit: R&D spending."""
        dimensions = self._known.get(_key(name))
        if dimensions is None:
            return False
        return not name.isascii() or "" in dimensions or metric.unit.dimension in dimensions

    def before(self, own: str, unit: Unit | None, places: re.Pattern[str]) -> NamedStandard | None:
        """The indicator whose name ends the words before a number; none where words before the name narrow it."""
        if own.isascii():
            return self._in_english(own, unit)
        for clause in clauses.clause_of(plain_forms(own).lower()):
            for length in self._lengths.get(clause[-_BEGINNING:], ()):
                metrics = self._chinese.get(clause[-length:]) if length <= len(clause) else None
                if metrics is None:
                    continue
                metric = next((metric for metric in metrics if _fits(metric, unit)), None)
                if metric is None or clauses.narrows(places.sub("", clause[:-length])):
                    break  # what is shorter is another thing
                return NamedStandard(metric, clause[-length:])
        return None

    def made(self, own: str, unit: Unit | None) -> NamedStandard | None:
        """What English words say was done to it: produced (130 million tonnes) of coal is its output."""
        for done, name in _DONE:
            if (match := done.search(own)) and (named := self._in_english(name.format(match["noun"]), unit)):
                return named
        return None

    def behind(self, words: str, unit: Unit | None) -> NamedStandard | None:
        """The indicator with whose name the words behind a count begin: 12件发明专利授权."""
        if words[:1] in _NEXT:
            return None  # 农民专业合作社142家、家庭农场231家
        after = clauses.plain(plain_forms(words).lower())[-1].removeprefix("的")
        for length in self._starts.get(after[:_BEGINNING], ()):
            metrics = self._chinese.get(after[:length]) if length <= len(after) else None
            if metrics is not None:
                metric = next((metric for metric in metrics if unit is not None and _fits(metric, unit)), None)
                return NamedStandard(metric, after[:length]) if metric else None
        return None

    def of_the_same(self, other: str, own: str, unit: Unit | None) -> NamedStandard | None:
        """The indicator that the last words before a number name behind the thing that another name begins with.

        业务收入 behind 快递业务量 is 快递业务收入, and 审结 behind 受理案件 is 审结案件.
        """
        noun = clauses.clause_of(plain_forms(own).lower())[0]
        if not _BEGINNING <= len(noun) <= _LONGEST_NOUN or noun[:_BEGINNING] == other[:_BEGINNING]:
            return None
        names = [other[:end] + noun for end in range(len(other) - 1, 1, -1)]
        names += [noun + other[start:] for start in range(1, len(other) - 1)]
        found = ((name, metric) for name in names for metric in self._chinese.get(name, ()) if _fits(metric, unit))
        named = next(found, None)
        return NamedStandard(named[1], named[0]) if named else None

    def with_end_of(self, noun: str, last: str, places: re.Pattern[str]) -> str:
        """A noun of a list with so much of the end of the last one that an indicator is called so; else empty.

        第三产业 of 第三产业和城乡居民生活用电量 is 第三产业用电量.
        """
        for start in range(1, len(last) - 1):
            named = self.before(noun + last[start:], None, places)
            if named is not None and len(named.words) > len(last) - start:
                return noun + last[start:]
        return ""

    def ending_alike(self, name: str) -> StandardMetric | None:
        """The indicator that says most of what a longer name ends with: that of 蔬菜产量 for 设施蔬菜产量."""
        own = clauses.plain(plain_forms(name).lower())[-1]
        for length in self._lengths.get(own[-_BEGINNING:], ()):
            if length <= len(own) and (metrics := self._chinese.get(own[-length:])):
                return metrics[0]
        return None

    def _in_english(self, own: str, unit: Unit | None) -> NamedStandard | None:
        """The indicator with the longest name in the last clause of English words."""
        printed = english_forms.printed_words(_CLAUSE.split(own)[-1])
        words = [*map(english_forms.looked_up, printed)]
        best: NamedStandard | None = None
        longest = 0
        for start, word in enumerate(words):
            for length in self._firsts.get(word, ()):
                name = " ".join(words[start : start + length])
                metrics = self._english.get(name) if start + length <= len(words) else None
                if metrics is None or length < longest:
                    continue
                metric = next((metric for metric in metrics if _fits(metric, unit)), None)
                if unit is None and name in self._known:
                    metric = None
                is_whole = _is_whole(printed, words, start, start + length)
                best, longest = (NamedStandard(metric, name) if metric and is_whole else None), length
                break
        return best


_NEXT: Final = frozenset("、,，;；。(（")
"""What stands behind a count before the next thing."""
_LONGEST_NOUN: Final = 8
_WHAT: Final = (
    r"(?: [a-z]+){0,3}?(?: of)? (?P<noun>[a-z][a-z-]*(?: [a-z][a-z-]*){0,2}?)"
    r"(?: (?:in|last|this|during|by|at)(?: [A-Za-z]+){0,3})? *$"
)
_DONE: Final = tuple(
    (re.compile(rf"\b(?:{verbs}){_WHAT}"), name)
    for verbs, name in (
        (
            "produc(?:ed|es|ing)|turn(?:ed|s|ing) out|manufactur(?:ed|es|ing)|mined|roll(?:ed|s|ing) out|assembled",
            "output of {} ",
        ),
        ("sold|sells?|selling", "sales of {} "),
        ("cut|cutting|reduc(?:e[ds]?|ing)|slash(?:ed|ing)", "cuts in {} "),
        ("generat(?:ed|es|ing)", "{} generated "),
        ("built|building|construct(?:ed|ing)|renovat(?:ed|ing)|upgrad(?:ed|ing)", "{} built "),
    )
)
"""Verbs with what they are done to → the name of the indicator that counts it."""


def _is_whole(printed: Sequence[str], words: Sequence[str], start: int, end: int) -> bool:
    """True where the words beside a name neither narrow it nor go on with it: not the wind power of a capacity."""
    if start and not (_BEFORE.fullmatch(words[start - 1]) or _WHOSE.fullmatch(printed[start - 1])):
        return False
    if _MEASURED.fullmatch(words[start - 2] if start > 1 else "") is None and is_complement(
        " ".join(words[: start + 1]), len(" ".join(words[:start])) + 1
    ):
        return False
    if _SPENT_ON.search(" ".join(words[:start])) or _THINGS_IN.search(" ".join(printed[:start])):
        return False
    behind = words[end : end + 1]
    if behind in (["of"], ["in"]):
        whose = next((word for word in printed[end + 1 :] if word.lower() != "the"), "A")
        return not whose[:1].islower() or _PLACE.fullmatch(whose) is not None
    return not behind or _AFTER.fullmatch(behind[0]) is not None


_WHOSE: Final = re.compile("[A-Z].*['’]s?")
"""Whose an indicator is by name, which does not narrow it: Shandong's gross marine product."""
_MEASURED: Final = re.compile(
    r"(?:kilo)?met(?:er|re)s?|hectares?|mu|yuan|dollars?|tonnes?|tons?|kilowatts?|head|has|had|have|produced|handled|received"
    r"|made|provided|issued|built|added"
)
"""Words before "of" that only measure or do what is named behind it: 226 kilometers of coastline."""
_SPENT_ON: Final = re.compile(
    r"\b(?:invest(?:ed|ing|ment)?|project|deal|job|worker|people|share) in(?: the| its| their)?$"
)
"""Words before what an amount went to, which is not of its size: investment in the digital economy."""
_THINGS_IN: Final = re.compile(
    r"(?:^|[a-z] )(?!ranks|invests|results|years|months|weeks)[A-Za-z]{3,}s (?:in|at|to|for|with)(?: the| its| their"
    r"| all)?$"
)
"""Words before what some things are in, of which there are not so many: beds in hospitals, routes to ports."""
_PLACE: Final = re.compile(r"city|province|county|region|district|country|nation|whole|china|area|first|last|past|same")
"""What an indicator can be of without being narrowed."""


class _Covered:
    """The standard indicators that metrics of a dataset count: under the same name, or one at the end of theirs."""

    def __init__(self, dataset: Dataset, known: Set[str]) -> None:
        self._known, self._measured = known, _measured_by(dataset)
        self._ends = {
            (name, _dimension(metric))
            for metric in dataset.metrics.values()
            for name in _folded(_names_of(metric))
            if not name.isascii()
        }
        self._alike = {
            (metric.theme, name[-_BEGINNING:], metric.unit.dimension)
            for metric in table.metrics()
            for name in _folded(metric.names)
            if (name, metric.unit.dimension) in self._ends and (name[-_BEGINNING:], metric.unit.dimension) in self._ends
        }
        """Nouns that metrics of the dataset are called by, too, of indicators that are known: 产量 of 粮食产量."""

    def has(self, metric: StandardMetric, *, in_english: bool) -> bool:
        """True where a dataset has an indicator, which it then has under all of its names of that language.

        An English name is that of wider things, too: what it calls "patents granted" are 发明专利 only.
        """
        several = _folded(metric.names)
        names = [name for name in several if name in self._known and (in_english or not name.isascii())]
        dimension = metric.unit.dimension
        is_named = any(not name.isascii() or {dimension, ""} & self._measured[_key(name)] for name in names)
        return is_named or any(self.has_end(name, metric) for name in _folded((metric.name.zh,)))

    def has_end(self, name: str, metric: StandardMetric) -> bool:
        """True of a name at whose end a metric of the dataset is named: 零售额 of 农村网络零售额."""
        if metric.apart:
            return False
        dimension = metric.unit.dimension
        is_alike = (metric.theme, name[-_BEGINNING:], dimension) in self._alike
        return is_alike or any((name[start:], dimension) in self._ends for start in range(1, len(name) - _BEGINNING))


def _measured_by(dataset: Dataset) -> Mapping[str, set[str]]:
    """The names of a dataset as they are looked up → the dimensions of what is called so; empty where it has none."""
    measured: dict[str, set[str]] = defaultdict(set)
    for entry in _entries(dataset):
        dimension = _dimension(entry) if isinstance(entry, Metric) else ""
        for name in _folded(_names_of(entry)):
            measured[_key(name)].add(dimension)
    return measured


def _dimension(metric: Metric) -> str:
    return getattr(metric.unit, "dimension", "")


_CLAUSE: Final = re.compile(r"[,;:](?= )|[.!?] ")
_BEFORE: Final = re.compile(
    r"the|a|its|their|of|in|and|by|for|with|to|from|as|total|annual|overall|number|year|city|province|county"
    r"|country|region|nation|district|town|zone|last|this|that|new|had|have|has|saw|with|over|million|billion"
    r"|trillion|yuan|thousand|dollar|tonne|ton|hour|mu|cubic|metre|meter|person|people|about|some|on"
    r"|were|was|while|local|year|month|quarter|half|end|combined|average|it|some|another|whose|such|regional|accumulative"
    r"|(?:handl|operat|issu|receiv|deliver|process|record|report|post|register|generat|build|launch|open|complet|collect"
    r"|levi|grant|own|achiev|realiz|boast|enjoy|sign|add|creat|earn|attract|dispatch)(?:ed|ing|es?)?|built|saw|sold|ran"
)
"""Words before an English name that do not narrow it."""
_AFTER: Final = re.compile(
    r"of|in|for|by|to|was|were|is|are|had|has|have|reached|reaching|rose|fell|grew|increased|decreased|declined"
    r"|stood|totaled|totalled|amounted|came|hit|climbed|dropped|surged|edged|up|down|at|on|from|over|with|and"
    r"|exceeded|exceeding|topped|surpassed|expanded|jumped|gained|last|this|during|across|will"
    r"|year|nationwide|dipped|slid|soared|shrank|averaged|accounted|maintained|remained|worth|saved"
)
"""Words behind an English name with which the sentence goes on."""


def _key(name: str) -> str:
    """A name as it is looked up."""
    return english_forms.key(name) if name.isascii() else name


def _entries(dataset: Dataset) -> Iterator[Metric | Group | Sector]:
    yield from dataset.metrics.values()
    yield from dataset.groups.values()
    yield from dataset.sectors.values()


def _names_of(entry: Metric | Group | Sector) -> Iterator[str]:
    for name in (entry.name, entry.short):
        if name:
            yield from (name.zh, name.en)
    yield from entry.also


def _folded(names: Iterable[str]) -> Iterator[str]:
    """Names in plain small letters, in all forms in which they are looked for."""
    for name in names:
        folded = plain_forms(name).lower()
        yield from (folded,) if folded.isascii() else clauses.plain(folded)


def _lengths(keyed: Iterable[str]) -> Mapping[str, list[int]]:
    """The lengths of names by what they begin or end with, the longest first."""
    several: dict[str, set[int]] = defaultdict(set)
    for entry in keyed:
        key, _, name = entry.partition("\0")
        several[key].add(len(name))
    return {key: sorted(lengths, reverse=True) for key, lengths in several.items()}


def _fits(metric: StandardMetric, unit: Unit | None) -> bool:
    is_floor = unit == "m2" and metric.unit == "km2"  # 建成总面积1.5万平方米 is none of a city
    return unit is None or (metric.unit.dimension == unit.dimension and not is_floor)
