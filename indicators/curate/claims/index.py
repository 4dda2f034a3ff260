"""A dataset → its figures by what they are of and by what they print, for the numbers of a draft to be held against."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from indicators.analysis import agreement
from indicators.curate.claims import said_before
from indicators.curate.recognition.context.naming import without_names
from indicators.curate.recognition.context.places import names_of_region, zones
from indicators.curate.recognition.names.entry_names import names_of_group
from indicators.curate.recognition.names.grams import grams
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.model.numbers import NumberName
from indicators.model.subjects import Nature
from indicators.model.vocabulary import ALL
from indicators.values.periods import Period
from indicators.values.quantities import Quantity


@lru_cache(maxsize=4096)
def _grams_of(words: str) -> frozenset[str]:
    return frozenset(grams(words))


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some names in small letters, an English one as whole words: no Ju in “July”."""
    return re.compile("|".join(rf"(?<![a-z]){re.escape(n)}(?![a-z])" if n.isascii() else re.escape(n) for n in names))


class ClaimedSubject(NamedTuple):
    """What a number of a draft is of, as it was read; ``metric`` is empty and ``period`` None where that is not known.

    ``sentence`` is where it stands; ``period_words`` are those of its period.
    """

    metric: str
    region: str
    sector: str
    group: str
    period: Period | None
    nature: Nature
    sentence: str = ""
    period_words: str = ""


class ReportedNumber(NamedTuple):
    """A number that a report prints, which a verdict rests on."""

    figure: Figure
    number: NumberName
    quantity: Quantity


class ClaimIndex:
    """The figures of a dataset, found without looking through all of them."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.superseded = agreement.superseded(dataset)
        self._by_subject: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
        self._by_place: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        self._by_value: dict[tuple[str, NumberName, Decimal], list[Figure]] = defaultdict(list)
        self._by_amount: dict[tuple[str, Decimal], list[Figure]] = defaultdict(list)
        self._region_names: dict[str, set[str]] = {
            key: {name.lower() for name in names_of_region(region)} for key, region in dataset.regions.items()
        }
        names = {_BRACKETS.sub("", metric.name.zh): key for key, metric in dataset.metrics.items()}
        self._added = {key: names[f"新增{name}"] for name, key in names.items() if f"新增{name}" in names}
        for name, key in zones(dataset).items():
            self._region_names[key].add(name)
        self._region_patterns = {key: _any_of(several) for key, several in self._region_names.items()}
        for figure in dataset.figures.values():
            self._by_subject[self._key(figure)].append(figure)
            self._by_place[figure.metric, figure.region].append(figure)
            for (number, _), quantity in agreement.numbers(figure).items():
                self._by_value[figure.metric, number, quantity.value].append(figure)
            if figure.text is not None and figure.text.unit.is_money:
                self._by_amount[figure.region, figure.text.value].append(figure)

    def time(self, metric: str, period: Period) -> Period:
        """The period, of a stock the moment at which it ends."""
        return period.moment() if self.dataset.metrics[metric].kind == "stock" else period

    def _key(self, subject: Figure | ClaimedSubject) -> tuple[object, ...]:
        time = self.time(subject.metric, subject.period) if subject.period else None
        return subject.metric, subject.region, subject.sector, subject.group, time, subject.nature

    def of(self, subject: ClaimedSubject) -> Sequence[Figure]:
        """The figures of the same metric, place, sector, group, period and nature."""
        if not subject.metric or subject.period is None:
            return ()
        return self._by_subject.get(self._key(subject), ())

    def loosely(self, subject: ClaimedSubject) -> Iterator[Figure]:
        """The figures that a number may be of as far as the text says: it names no period, or a group in other words,
        or the year of a stock. Where the very sector and group is reported, another one is not meant.
        """
        in_time = [
            figure
            for figure in self._by_place.get((subject.metric, subject.region), ())
            if figure.nature == subject.nature
            and figure.id not in self.superseded
            and self._may_be_when(subject, figure)
        ]
        own = [figure for figure in in_time if self._is_of_same(subject, figure)]
        yield from own
        if not own and not self.of(subject):
            yield from (figure for figure in in_time if self._is_named_as(subject, figure))

    def _is_of_same(self, subject: ClaimedSubject, figure: Figure) -> bool:
        return (figure.sector, figure.group) == (subject.sector, subject.group)

    def _is_named_as(self, subject: ClaimedSubject, figure: Figure) -> bool:
        """True where a sentence names the sector and the group of a figure, as far as they are not those read."""
        return all(
            getattr(subject, tree) == getattr(figure, tree) or self.is_named(tree, figure, subject.sentence)
            for tree in ("sector", "group")
        )

    def _may_be_when(self, subject: ClaimedSubject, figure: Figure) -> bool:
        if subject.period is None:
            return True
        if self._is_of_its_holiday(subject, figure):
            return True
        own, other = self.time(figure.metric, figure.period), self.time(subject.metric, subject.period)
        if own == other:
            return True
        if subject.nature == "target" and own.end.year == other.end.year:
            return figure.period.within(subject.period)
        if self.dataset.metrics[figure.metric].kind != "stock":
            return False
        year_alone = _PART_OF_YEAR.search(subject.period_words) is None and own.end.year == other.end.year
        return year_alone or own.within(other) or other.within(own)

    def _is_of_its_holiday(self, subject: ClaimedSubject, figure: Figure) -> bool:
        """True of a figure in the time of a sentence about a holiday or season, which is a part of what it names."""
        if subject.period is None or not figure.period.within(subject.period):
            return False
        return said_before.names_a_holiday(subject.sentence)

    def is_named(self, tree: str, figure: Figure, sentence: str) -> bool:
        """True where a sentence has enough of the name of a figure's sector or group."""
        return self.names_entry(tree, getattr(figure, tree), sentence)

    def names_entry(self, tree: str, key: str, words: str) -> bool:
        """True where some words have enough of the name of a sector or group; never of all of them."""
        if key == ALL:
            return False
        entry = (self.dataset.sectors if tree == "sector" else self.dataset.groups)[key]
        for name in (entry.name.zh, entry.name.en):
            several = _grams_of(name)
            if several and len(several & _grams_of(words)) >= _ENOUGH * len(several):
                return True
        return False

    def is_told(self, tree: str, key: str, words: str) -> bool:
        """True where a clause of some words has most of the name of a sector or group."""
        entry = (self.dataset.sectors if tree == "sector" else self.dataset.groups).get(key)
        if entry is None or key == ALL:
            return False
        names = [several for name in (entry.name.zh, entry.name.en) if (several := _grams_of(_BRACKETS.sub("", name)))]
        clauses = [_grams_of(clause) for clause in _CLAUSE.split(words)]
        return any(len(name & clause) >= _MOSTLY * len(name) for name in names for clause in clauses)

    def is_named_more(self, tree: str, figure: Figure, subject: ClaimedSubject, words: str) -> bool:
        """True where some words have more of the name of a figure's sector or group than of the one that was read."""
        return self._share(tree, getattr(figure, tree), words) > self._share(tree, getattr(subject, tree), words)

    def _share(self, tree: str, key: str, words: str) -> float:
        entry = (self.dataset.sectors if tree == "sector" else self.dataset.groups).get(key)
        if entry is None or key == ALL:
            return 0.0
        names = [several for name in (entry.name.zh, entry.name.en) if (several := _grams_of(name))]
        return max((len(several & _grams_of(words)) / len(several) for several in names), default=0.0)

    def may_be_meant(self, name: str, subject: ClaimedSubject, figure: Figure, own: str) -> bool:
        """True where a text may mean a figure that is of another period, sector or group than was read.

        That is so if nobody reported what was read, and ``own``, the words of the number, name no sector or group (as
        干茶产量 does not name 茶叶), or one that is part of the report's (工业 of 规模以上工业, 日照港 of its quote);
        or if a rate was reported of the end of the time.
        """
        if (
            name == "region"
            or self.of(subject)
            or any(self._is_of_same(subject, other) for other in self.loosely(subject))
        ):
            return False
        if name == "period":
            rate = self.dataset.metrics[figure.metric].kind == "rate"
            return rate and subject.period is not None and subject.period.end == figure.period.end
        entries = self.dataset.sectors if name == "sector" else self.dataset.groups
        read = getattr(subject, name)
        own = without_names(self.dataset.metrics[subject.metric], own)
        if not self.names_entry(name, read, own) and not self._is_a_thing(subject):
            return True
        if self.names_entry(name, read, figure.quote) or self._is_other_tree(name, read, figure):
            return True
        if self.names_entry(name, read, self._name(subject.metric)):  # construction, of projects under construction
            return True
        reported, entry = entries.get(getattr(figure, name)), entries.get(read)
        return reported is not None and entry is not None and read != ALL and entry.name.zh in reported.name.zh

    def _is_other_tree(self, name: str, read: str, figure: Figure) -> bool:
        """True where a sector that was read is the group of a figure, or the reverse: 规模以上工业, 规模以上."""
        entries = self.dataset.sectors if name == "sector" else self.dataset.groups
        other = "group" if name == "sector" else "sector"
        return read != ALL and self.names_entry(other, getattr(figure, other), entries[read].name.zh)

    def _is_a_thing(self, subject: ClaimedSubject) -> bool:
        """True where somebody reports the whole of a metric in a place at other times: no part is meant by it."""
        is_whole = subject.sector == subject.group == ALL
        return is_whole and any(
            self._is_of_same(subject, figure) for figure in self._by_place.get((subject.metric, subject.region), ())
        )

    def names_of_regions(self) -> Iterator[tuple[str, str]]:
        """What a text calls regions, each name with its region."""
        return ((name, key) for key, names in self._region_names.items() for name in names)

    def is_region_named(self, key: str, words: str) -> bool:
        """True where some words name a region: in a sentence, so that nobody can say that a number is not of it."""
        named = self._region_patterns.get(key)
        return named is not None and named.search(words.lower()) is not None

    def is_whole_named(self, key: str, words: str) -> bool:
        """True where some words say 全市 or 全省 for a region."""
        return any(f"全{word}" in words for word, level in LEVELS.items() if self.dataset.regions[key].level == level)

    def names_its_place(self, subject: ClaimedSubject, words: str) -> bool:
        """True where some words have a group by a name that begins with that of its place: 日照港."""
        place = self._region_names.get(subject.region, set())
        return any(name in words.lower() and any(map(name.startswith, place)) for name in self._names_of(subject.group))

    def may_be_the_whole(self, subject: ClaimedSubject) -> bool:
        """True of a group of which nothing is reported, whose name says no more than its place and its sector: 日照港
        may be the ports of 日照.
        """
        sector = self.dataset.sectors.get(subject.sector)
        if sector is None or subject.sector == ALL or self.of(subject):
            return False
        rests = (
            name.removeprefix(place)
            for name in self._names_of(subject.group)
            for place in self._region_names.get(subject.region, ())
            if name.startswith(place)
        )
        names = sector.name.zh, sector.name.en.lower()
        return any(rest.strip() and name.startswith(rest.strip()) for rest in rests for name in names)

    def _names_of(self, group: str) -> Iterator[str]:
        """What a text calls a group, in small letters; nothing of all of them."""
        entry = self.dataset.groups.get(group)
        return (name.lower() for name in names_of_group(entry)) if entry is not None and group != ALL else iter(())

    def tells_of(self, metric: str, words: str) -> bool:
        """True where some words have a part of a name of a metric."""
        entry = self.dataset.metrics[metric]
        names = " ".join((self._name(metric), *entry.also))
        return bool(_grams_of(names) & {*grams(words)})

    def is_of_the_other_kind(self, subject: ClaimedSubject, other: ClaimedSubject, own: str) -> bool:
        """True of an amount for each head and one of all of them, where 人均 would say which is told, and of those that
        were added (新增) and those that there are.
        """
        read, reported = self._name(subject.metric), self._name(other.metric)
        if _PER_HEAD.search(read) is None and _PER_HEAD.search(reported) is not None:
            return not _PER_HEAD.search(subject.sentence)
        return _ADDED.search(read) is not None and _ADDED.search(reported) is None and self._are_added(subject, own)

    def added_of(self, subject: ClaimedSubject, own: str) -> ClaimedSubject | None:
        """What was added of what a number is of, where its own words say that it was and reports have that number."""
        metric = self._added.get(subject.metric)
        added = subject._replace(metric=metric) if metric else None
        return added if added is not None and self._are_added(added, own) else None

    def _are_added(self, subject: ClaimedSubject, own: str) -> bool:
        """True where words tell of what was added, of which a number is reported."""
        return bool(self.of(subject)) and _ADDED.search(own) is not None and not _TOTAL.search(own)

    def _name(self, metric: str) -> str:
        name = self.dataset.metrics[metric].name
        return f"{name.zh} {name.en}"

    def in_another_currency(self, subject: ClaimedSubject, claimed: Quantity, own: str) -> Iterator[ReportedNumber]:
        """Reports of the same place and time that have the very number in another currency, in the same
        words or with many digits.
        """
        if subject.period is None or not claimed.unit.is_money:
            return
        several = len(claimed.value.normalize().as_tuple().digits) >= _UNMISTAKABLE
        for figure in self._by_amount.get((subject.region, claimed.value), ()):
            if (
                figure.text is not None
                and figure.text.unit.dimension != claimed.unit.dimension
                and figure.nature == subject.nature
                and figure.id not in self.superseded
                and self._may_be_when(subject._replace(metric=figure.metric), figure)
                and (several or self._are_alike(figure, subject.metric, own))
            ):
                yield ReportedNumber(figure, "text", figure.text)

    def _are_alike(self, figure: Figure, metric: str, own: str) -> bool:
        """True where a figure is called as a metric is but for its currency, or as some words are."""
        called, read = (_BRACKETS.sub("", self._name(key)) if key else "" for key in (figure.metric, metric))
        quote = _grams_of(figure.quote)
        return _grams_of(called) == _grams_of(read) or len(quote & _grams_of(own)) >= _MOSTLY * len(quote) > 0

    def of_value(self, metric: str, number: NumberName, quantity: Quantity) -> Iterator[Figure]:
        """The figures of a metric that print this very number."""
        for name in (number, "text") if number in _RATES_OF_THEMSELVES else (number,):
            yield from self._by_value.get((metric, name, quantity.value), ())

    def is_telling(self, subject: ClaimedSubject, report: ReportedNumber) -> bool:
        """True of a number with so many digits that it hardly stands in two reports by chance.

        A stock stays as it is for years, and a rate is like that of others: those need more digits.
        """
        rate = report.quantity.unit.dimension == "ratio"
        stock = self.dataset.metrics[subject.metric].kind == "stock"
        digits = _TELLING + (rate or (stock and "period" in self.differences(subject, report.figure)))
        return len(report.quantity.value.normalize().as_tuple().digits) >= digits

    def printed(self, figures: Iterable[Figure], number: NumberName) -> Iterator[ReportedNumber]:
        """The numbers of a kind that figures print; a share is the amount of a metric that is a share itself."""
        for figure in figures:
            quantity: Quantity | None = getattr(figure, number)
            if quantity is not None:
                yield ReportedNumber(figure, number, quantity)
            elif number in _RATES_OF_THEMSELVES and figure.text is not None and figure.text.unit.dimension == "ratio":
                yield ReportedNumber(figure, "text", figure.text)

    def differences(self, subject: ClaimedSubject, figure: Figure) -> list[str]:
        """In what a figure is of something else: period, region, sector, group."""
        times = self.time(figure.metric, figure.period), subject.period and self.time(figure.metric, subject.period)
        others = [] if times[0] == times[1] or self._is_of_its_holiday(subject, figure) else ["period"]
        return others + [
            name for name in ("region", "sector", "group") if getattr(subject, name) != getattr(figure, name)
        ]

    def distance(self, subject: ClaimedSubject, figure: Figure) -> tuple[int, bool, int]:
        """How far a figure is from what a number is of."""
        days = abs((figure.period.end - subject.period.end).days) if subject.period else -figure.period.end.toordinal()
        others = [name for name in self.differences(subject, figure) if name != "period"]
        return len(others), figure.nature != subject.nature, days

    def nearest(self, subject: ClaimedSubject) -> list[Figure]:
        """The figures of the same metric, place, sector and group, the nearest in time first."""
        figures = [
            figure
            for figure in self._by_place.get((subject.metric, subject.region), ())
            if (figure.sector, figure.group) == (subject.sector, subject.group) and figure.id not in self.superseded
        ]
        return sorted(figures, key=lambda figure: self.distance(subject, figure))


LEVELS: Final = {"市": "prefecture", "省": "province", "city": "prefecture", "province": "province"}
"""What a text calls the place around others (全市, the city) → its level."""
_RATES_OF_THEMSELVES: Final = frozenset({"growth", "share"})
_PART_OF_YEAR: Final = re.compile(r"月|季|半|末|底|初|[A-Za-z]{3}|[HQ][1-4]|half|quarter")
_PER_HEAD: Final = re.compile(r"人均|每人|\b[Pp]er[- ](?:head|capita|person|resident)\b")
_ADDED: Final = re.compile(r"新增|新发展|\b[Nn]ew\b|\b[Aa]dded\b")
_TOTAL: Final = re.compile(r"总数|总量|累计|现有|共有|达到|\btotal")
_BRACKETS: Final = re.compile(r"[（(][^）)]*[）)]")
_CLAUSE: Final = re.compile(r"[,，;；:：。!?！？\n]|\. ")
_MOSTLY: Final = 0.6
_ENOUGH: Final = 0.3
_TELLING: Final = 2
_UNMISTAKABLE: Final = 4
"""Digits of a number that does not stand in two reports of one place and time by chance."""
