"""What a draft says of two amounts, or of one among others → whether the reports of both bear it out."""

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from indicators.analysis import agreement
from indicators.curate.claims.comparing_words import ToldComparison
from indicators.curate.claims.index import LEVELS, ClaimedSubject, ClaimIndex, ReportedNumber
from indicators.curate.claims.verdicts import Claim, ClaimVerdict, Compared
from indicators.curate.recognition.names.entry_names import EntryNames, names_of_group, names_of_sector
from indicators.model.articles import Figure
from indicators.model.numbers import NumberName
from indicators.model.subjects import TREES
from indicators.model.vocabulary import ALL, Region
from indicators.values.intervals import Interval
from indicators.values.quantities import Quantity
from indicators.values.text import LANGS
from indicators.values.unit_table import UNITS

_COUNTY_LEVEL: Final = frozenset({"district", "county"})


class Comparisons:
    """Holds what is said of two amounts against the reports of a dataset."""

    def __init__(self, index: ClaimIndex) -> None:
        self.index = index
        dataset = index.dataset
        self._regions = EntryNames(index.names_of_regions())
        sectors = ((name, key) for key, sector in dataset.sectors.items() for name in names_of_sector(sector))
        groups = ((name, key) for key, group in dataset.groups.items() for name in names_of_group(group))
        self._sectors, self._groups = EntryNames(sectors), EntryNames(groups)
        self._parts: dict[str, list[Figure]] = defaultdict(list)
        for figure in dataset.figures.values():
            if figure.part_of:
                self._parts[figure.part_of].append(figure)

    def report_of(self, subject: ClaimedSubject, number: NumberName) -> ReportedNumber | None:
        """The number that reports print of something; None where there is none, or they do not agree."""
        reports = [
            report
            for report in self.index.printed(self.index.of(subject), number)
            if report.number == number and report.figure.id not in self.index.superseded
        ]
        if not reports or agreement.some_apart([report.quantity for report in reports]):
            return None
        return reports[0]

    def judged(
        self,
        told: ToldComparison,
        own: ReportedNumber,
        subject: ClaimedSubject,
        before: Sequence[ReportedNumber] = (),
    ) -> Claim | None:
        """The verdict on a comparison of a reported number; None where not all of it is known.

        ``before`` are the reports of the amounts before it in its sentence, of which one can be the whole of a share.
        """
        if told.kind == "rank":
            return self._ranked(told, own, subject)
        other = self._other(told, own) if told.other else self._whole_before(own.figure, before)
        if other is None or told.quantity is None:
            return None
        result = _result(told, own, other)
        if result is None:
            return None
        value, interval = result
        verdict: ClaimVerdict = "bears-out" if interval.meets(_meant(told.quantity)) else "wrong-comparison"
        is_amount = told.quantity.is_like(own.quantity)
        number: NumberName = "text" if is_amount else "points" if told.kind == "difference" else "share"
        return Claim(
            told.words, told.first, told.last, number, told.quantity, subject, verdict, (own, other),
            compared=Compared(told.kind, value),
        )  # fmt: skip

    def part_named(self, whole: ReportedNumber, words: str) -> ReportedNumber | None:
        """The part of a whole that some words name by its sector or its group, and nothing else; else None."""
        sectors, groups = self._sectors.named(words), self._groups.named(words)
        rest = _FILLING.sub("", self._groups.without(self._sectors.without(words)))
        if rest or len(sectors) + len(groups) != 1:
            return None
        for figure in self._parts[whole.figure.id]:
            if [figure.sector] == sectors or [figure.group] == groups:
                return self.report_of(_subject_of(figure), "text")
        return None

    # --- what an amount is compared with ---

    def _other(self, told: ToldComparison, own: ReportedNumber) -> ReportedNumber | None:
        """The report of what a number is compared with: of another place, sector or group, or of the whole."""
        figure = own.figure
        words = _AMOUNT_BEHIND.sub("", _BRACKETS.sub("", told.other))
        region = self._region(words, figure)
        if region is None:
            return None
        rest = _OWN_PLACE.sub(" ", self._regions.without(words))
        subject = _subject_of(figure)._replace(region=region)
        if told.kind == "share" and (whole := self._whole(figure, region, rest)):
            return whole
        groups, rest = self._groups.named(rest), self._groups.without(rest)
        sectors, rest = self._sectors.named(rest), self._sectors.without(rest)
        if len(groups) > 1 or len(sectors) > 1:
            return None
        subject = subject._replace(group=next(iter(groups), figure.group), sector=next(iter(sectors), figure.sector))
        rest = self._without_metric(figure.metric, rest)
        if not self.index.dataset.metrics[figure.metric].additive or own.number == "growth":
            rest = _AVERAGE.sub(" ", rest)  # of an amount the average is another number than the total
        if _FILLING.sub("", rest) or _subject_of(figure) == subject:
            return None
        if told.is_of_a_whole and not self._lies_in(figure, subject):
            return None
        return self.report_of(subject, own.number)

    def _whole_before(self, figure: Figure, before: Sequence[ReportedNumber]) -> ReportedNumber | None:
        """The amount before a part of it in its sentence: 销售面积81.81万平方米,其中住宅76.08万平方米,占93%."""
        wholes = [
            report
            for report in before
            if report.figure.id == figure.part_of
            or (
                _subject_of(report.figure)[4:6] == _subject_of(figure)[4:6]
                and report.figure.metric == figure.metric
                and self._lies_in(figure, _subject_of(report.figure))
            )
        ]
        return wholes[-1] if wholes else None

    def _region(self, words: str, figure: Figure) -> str | None:
        """The region that words name, or else that of a figure; None where they name several, or an unknown one."""
        named = self._regions.named(words)
        if len(named) > 1:
            return None
        if named:
            return named[0]
        own = _OWN_PLACE.search(words)
        level = LEVELS.get(own[1] or own[2]) if own else None
        if own is None or level is None:
            return figure.region
        dataset = self.index.dataset
        around = [figure.region, *dataset.lies_in("region", figure.region)]
        return next((key for key in around if dataset.regions[key].level == level), None)

    def _whole(self, figure: Figure, region: str, rest: str) -> ReportedNumber | None:
        """The whole of which a figure is a part, as a report has it, where words name its metric."""
        whole = self.index.dataset.figures.get(figure.part_of or "")
        if whole is None or whole.region != region or whole.text is None or (whole.sector, whole.group) != (ALL, ALL):
            return None
        left = self._without_metric(whole.metric, rest)
        if left == rest.lower() or _FILLING.sub("", left):
            return None
        return self.report_of(_subject_of(whole), "text")

    def _without_metric(self, metric: str, words: str) -> str:
        """Some words in small letters without the names of a metric."""
        entry = self.index.dataset.metrics[metric]
        names = [name.of(lang) for name in (entry.name, entry.short) if name for lang in LANGS] + list(entry.also)
        words = words.lower()
        for name in sorted(names, key=len, reverse=True):
            words = words.replace(name.lower(), " ")
        return words

    def _lies_in(self, figure: Figure, whole: ClaimedSubject) -> bool:
        """True of an amount that is a part of another: in one of place, sector and group, and like it in the others."""
        dataset = self.index.dataset
        if not dataset.metrics[figure.metric].additive:
            return False
        trees = [tree for tree in TREES if getattr(figure, tree) != getattr(whole, tree)]
        around = {ALL} | {key for tree in trees for key in dataset.lies_in(tree, getattr(figure, tree))}
        return len(trees) == 1 and getattr(whole, trees[0]) in around

    # --- the first of all ---

    def _ranked(self, told: ToldComparison, own: ReportedNumber, subject: ClaimedSubject) -> Claim | None:
        """The verdict on a rank among the regions beside one: wrong where too many are before it, and right where all
        are reported. A zone is not held against a district, which is often ranked among districts alone.
        """
        regions = self.index.dataset.regions
        region = regions[own.figure.region]
        parent = regions.get(region.part_of or "")
        if parent is None or parent.level != LEVELS.get(told.other):
            return None
        beside = [key for key, other in regions.items() if other.part_of == parent.id and key != region.id]
        reports = {key: self.report_of(_subject_of(own.figure)._replace(region=key), own.number) for key in beside}
        known = sorted(
            (report for report in reports.values() if report),
            key=lambda report: -told.side * report.quantity.value,
        )
        before = [report for report in known if _is_before(report, own, told.side)]
        peers = [report for report in before if self._is_like(region, regions[report.figure.region])]
        if len(peers) >= told.rank:
            return self._of_rank(told, (own, *peers[: told.rank]), len(peers), subject, "wrong-comparison")
        is_open = len(known) < _FEWEST or any(
            report is None and self._is_like(region, regions[key]) for key, report in reports.items()
        )
        unknown = sum(report is None for report in reports.values())
        possible = sum(not _is_behind(report, own, told.side) for report in known) + unknown
        if not is_open and possible < told.rank - 1:
            return self._of_rank(told, (own, *known), len(before), subject, "wrong-comparison")
        if is_open or not len(before) == told.rank - 1 == sum(not _is_behind(r, own, told.side) for r in known):
            return None
        return self._of_rank(told, (own, *known), len(before), subject, "bears-out")

    @staticmethod
    def _is_like(region: Region, other: Region) -> bool:
        """True of a region that another is ranked with: a district or county with its like, a zone with all of them."""
        return other.level in _COUNTY_LEVEL or region.level not in _COUNTY_LEVEL

    @staticmethod
    def _of_rank(
        told: ToldComparison,
        reports: tuple[ReportedNumber, ...],
        before: int,
        subject: ClaimedSubject,
        verdict: ClaimVerdict,
    ) -> Claim:
        rank = Decimal(told.rank)
        quantity = Quantity(told.words, rank, rank, rank, UNITS["places"], "exact")
        return Claim(
            told.words, told.first, told.last, reports[0].number, quantity, subject, verdict, reports,
            compared=Compared("rank", Decimal(before + 1)),
        )  # fmt: skip


def _subject_of(figure: Figure) -> ClaimedSubject:
    return ClaimedSubject(figure.metric, figure.region, figure.sector, figure.group, figure.period, figure.nature)


def _is_before(report: ReportedNumber, own: ReportedNumber, side: int) -> bool:
    one, other = report.quantity, own.quantity
    return one.low > other.high if side > 0 else one.high < other.low


def _is_behind(report: ReportedNumber, own: ReportedNumber, side: int) -> bool:
    one, other = report.quantity, own.quantity
    return one.high <= other.low if side > 0 else one.low >= other.high


def _result(told: ToldComparison, own: ReportedNumber, other: ReportedNumber) -> tuple[Decimal, Interval] | None:
    """What two reported numbers come to beside each other; None where they do not measure the same."""
    one, two = own.quantity, other.quantity
    claimed = told.quantity
    if claimed is None or not one.is_like(two):
        return None
    if told.kind == "difference":
        is_of_rates = one.unit.dimension == "ratio" and claimed.unit.dimension == "points"
        if not is_of_rates and not (claimed.is_like(one) and one.unit.dimension != "ratio"):
            return None
        first, second = (one, two) if told.side > 0 else (two, one)
        return first.value - second.value, first.interval - second.interval
    if one.low < 0 or two.low <= 0 or one.high.is_infinite() or one.unit.dimension == "ratio":
        return None
    return one.value / two.value, one.interval / two.interval


def _meant(quantity: Quantity) -> Interval:
    """Where what is said of two amounts can lie: digits that are cut off are no mistake, and over 30% may be 45%."""
    low, high = quantity.low, quantity.high
    if quantity.qualifier == "over":
        return Interval(low, Decimal("Infinity"))
    if quantity.qualifier == "under":
        return Interval(Decimal("-Infinity"), high)
    if quantity.qualifier == "exact" and high - low <= quantity.value / _DIGITS:
        return Interval(low - (quantity.value - low), high + (high - quantity.value))
    return Interval(low, high)


_BRACKETS: Final = re.compile(r"[(（][^()（）]{0,20}[)）]")
_AMOUNT_BEHIND: Final = re.compile(r" of [0-9].{0,40}$|的?[0-9][0-9.,]{0,12}[^0-9\s]{1,4}$")
"""The amount behind the name of what it is of: 全市910亿元, Rizhao's budget revenue of 12.6 billion yuan."""
_OWN_PLACE: Final = re.compile(r"[全本我该]([省市县区])|\bthe (city|province|county|district)\b")
_AVERAGE: Final = re.compile("平均水平|平均|水平")
_DIGITS: Final = 10
"""A number whose last digit is so small a part of it has digits that may have been cut off: 25.3%, not 四成."""
_FEWEST: Final = 3
"""So many others have to be reported for a rank to be right."""
_FILLING: Final = re.compile(
    r"[\s的其之]|同期|总[量额值]|全部|整个|[’']s\b|\b(?:the|that|those|of|in|total|own)\b", re.IGNORECASE
)
