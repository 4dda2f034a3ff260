"""A number of a draft, what it is of and the reports → its verdict: what speaks for it comes first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from indicators.analysis import agreement
from indicators.curate.claims import said_before
from indicators.curate.claims.claimed import ClaimedFigure, NumberOfDraft
from indicators.curate.claims.index import ClaimedSubject, ClaimIndex, ReportedNumber
from indicators.curate.claims.numbers import (
    alike,
    difference,
    factor_between,
    has_many_digits,
    has_several_digits,
    hint,
    is_told_of,
    qualified_otherwise,
    same_number,
)
from indicators.curate.claims.verdicts import Claim, ClaimVerdict
from indicators.curate.recognition.context.naming import without_names
from indicators.curate.recognition.text import times
from indicators.model.articles import Figure
from indicators.model.numbers import NumberName
from indicators.model.vocabulary import ALL

_EXACT_DAYS: Final = frozenset({"day", "days", "range"})
"""The kinds of periods that are as long as a text says."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One number while it is judged; ``anchor`` is the claim of the amount that it is a rate of, if it is one."""

    index: ClaimIndex
    claimed: ClaimedFigure
    number: NumberOfDraft
    anchor: Claim | None

    @property
    def subjects(self) -> Sequence[ClaimedSubject]:
        """What the number may be of, best first."""
        return self.claimed.subjects

    @property
    def before(self) -> str:
        """The sentence of the number up to it."""
        return self.number.before

    @property
    def placed(self) -> bool:
        """True where the text names the place and the period of a number that is no difference or sum of others."""
        number = self.number
        before, behind = number.before, number.behind
        is_of_others = said_before.is_a_difference(before) or said_before.is_a_sum(before, behind)
        is_of_others = is_of_others or said_before.is_a_base(before)
        return self.claimed.placed and not is_of_others and not self._is_of_no_day

    @property
    def _is_a_difference(self) -> bool:
        """True of an amount by which two others differ; 5 percent more than a year before is growth."""
        return self.number.name == "text" and said_before.is_a_difference(self.before, self.number.behind)

    @property
    def _is_of_no_day(self) -> bool:
        """True of what is counted by the year in a text that names only days: 11,000 tons of tea annually."""
        period, number = self.subject.period, self.number
        by_the_year = said_before.is_by_the_year(number.before, number.behind)
        return period is not None and period.kind in _EXACT_DAYS and by_the_year

    @property
    def sure(self) -> bool:
        """True where it names a metric that is near, too."""
        return self.claimed.sure and self.placed and (self.claimed.named or self._is_of_its_own_place)

    @property
    def _is_of_its_own_place(self) -> bool:
        """True where the words before a number name its place, and not only those of a number before it: what stands
        behind 莒县17.84亿元,其中城阳街道 may be of a place that the dataset does not know.
        """
        words = said_before.words_of_place(self.before)
        return self.before.isascii() or self.index.is_region_named(self.subject.region, words)

    @property
    def subject(self) -> ClaimedSubject:
        """What the number is of as it was read."""
        return self.subjects[0]

    @property
    def _anchored(self) -> Sequence[Figure]:
        """The figure that has the amount of which the number is a rate, if one is known."""
        return [report.figure for report in self.anchor.reports[:1]] if self.anchor else []

    @property
    def _is_anchored(self) -> bool:
        """True of a rate whose amount agrees with a report."""
        return self.anchor is not None and self.anchor.verdict == "agrees"

    @property
    def plain(self) -> bool:
        """True where nothing is open of what the number is of."""
        return self.sure and self.claimed.named

    @property
    def claim(self) -> Claim:
        """The verdict that the reports allow: what speaks for the number comes before what speaks against it."""
        if said_before.is_denied(self.before) or self._is_a_difference:
            return next(self._not_reached(), None) or self._unknown()
        steps = (self._agreement, self._of_this_key, self._elsewhere, self._different)
        return next((claim for step in steps for claim in step()), None) or self._unknown()

    def _not_reached(self) -> Iterator[Claim]:
        """The verdict on a mark that was not reached; none on a number that is only said not to be so."""
        if self._is_a_difference or not said_before.is_denied_as_bound(self.before):
            return
        reports = self._reports(self.index.of(self.subject))
        standing = [report for report in reports if report.figure.id not in self.index.superseded]
        mark = self.number.quantity.value
        if standing and all(alike(self.number.quantity, report.quantity) for report in standing):
            if all(report.quantity.high <= mark for report in standing):
                yield self._made("agrees", standing, self.subject)
            elif self.plain and all(report.quantity.low > mark for report in standing):
                yield self._differing(standing, self.subject)

    # --- what speaks for it ---

    def _agreement(self) -> Iterator[Claim]:
        for subject in self.subjects:
            reports = self._reports(self.index.of(subject))
            standing = [report for report in reports if report.figure.id not in self.index.superseded]
            agreeing = [report for report in standing if self._agrees(report)]
            if agreeing and agreement.some_apart([report.quantity for report in standing]):
                yield self._made("disputed", standing, subject)
            elif agreeing:
                yield self._of_metric(agreeing, subject)
        agreeing = [report for report in self._reports(self._anchored) if self._is_anchored and self._agrees(report)]
        if agreeing:  # its amount is of this report
            yield self._made("agrees", agreeing, self.subject)
        for subject in self.subjects:
            agreeing = [report for report in self._reports(self.index.loosely(subject)) if self._agrees(report)]
            if agreeing:
                yield self._made("agrees", agreeing, subject)

    def _of_metric(self, agreeing: Sequence[ReportedNumber], subject: ClaimedSubject) -> Claim:
        """The verdict on a number that reports have of a metric: an amount for each head is none of all of them."""
        if self.index.of(self.subject) and self.index.is_of_the_other_kind(self.subject, subject, self.claimed.own):
            return self._made("other-metric", agreeing, self.subject)
        added = self.index.added_of(subject, self.claimed.own)  # 高新技术企业新增38家
        if added and not any(self._agrees(report) for report in self._reports(self.index.of(added))):
            return self._made("other-metric", agreeing, added)
        return self._made("agrees", agreeing, subject)

    def _agrees(self, report: ReportedNumber) -> bool:
        return same_number(self.number.quantity, report.quantity) and not self._is_qualified_otherwise(report)

    def _is_qualified_otherwise(self, report: ReportedNumber) -> bool:
        passed = report.quantity.qualifier in {"over", "at-least"} and said_before.says_passed(self.before)
        return not passed and qualified_otherwise(self.number.quantity, report.quantity)

    # --- what speaks against it, of the same metric, place, period and nature ---

    def _of_this_key(self) -> Iterator[Claim]:
        for subject in self.subjects:
            reports = self._reports(self.index.of(subject))
            for report in reports:
                if self._agrees(report):  # what stands agrees with nothing, so this was corrected
                    newer = self._correction(report)
                    still = self._agrees(newer)  # a forecast that came true
                    yield self._made("agrees" if still else "superseded", [newer, report], subject)
            if self.sure:
                reports = [*reports, *self._reports(self.index.loosely(subject))]
            if self._is_part_of(subject):
                reports = [report for report in reports if report.figure.period != subject.period]
            for report in reports:
                if self._is_qualified_otherwise(report):
                    yield self._made("qualifier", [report], subject)
            yield from self._of_other_nature(subject)
            yield from self._of_other_kind(subject)
            yield from self._of_other_direction(reports, subject)
            for report in reports:
                sure = self.plain or (self.sure and has_several_digits(report.quantity))
                if sure and (factor := factor_between(self.number.quantity, report.quantity)):
                    yield self._made("slip", [report], subject, factor=factor)

    def _correction(self, report: ReportedNumber) -> ReportedNumber:
        """The number of the figure that corrects a report."""
        newer = self.index.dataset.figures[self.index.superseded[report.figure.id]]
        return next(iter(self._reports([newer])), report)

    def _of_other_nature(self, subject: ClaimedSubject) -> Iterator[Claim]:
        for nature in ("target", "expected", "actual"):
            if nature == subject.nature:
                continue
            verdict: ClaimVerdict = "result-as-plan"
            if subject.nature == "actual":
                verdict = "target-as-result" if nature == "target" else "forecast-as-result"
            elif nature != "actual":
                continue
            for report in self._reports(self.index.of(subject._replace(nature=nature))):
                same = same_number(self.number.quantity, report.quantity)  # 预计超2300亿元, told as 2300亿元
                if same and is_told_of(self.number.quantity, report.quantity):
                    is_said = said_before.is_nature_open(self.before, self.number.behind, subject.nature)
                    yield self._made("agrees" if is_said else verdict, [report], subject)

    def _of_other_kind(self, subject: ClaimedSubject) -> Iterator[Claim]:
        """Points that are told as per cent, per cent as points, and a share of a whole or a plan as growth."""
        pairs: Mapping[NumberName, tuple[NumberName, ClaimVerdict]] = {
            "growth": ("points", "points-as-percent"),
            "points": ("growth", "percent-as-points"),
        }
        figures = [*self.index.of(subject), *self._anchored]
        if self.number.name in pairs:
            other, verdict = pairs[self.number.name]
            for report in self.index.printed(figures, other):
                if self.number.quantity.value == report.quantity.value:
                    yield self._made(verdict, [report], subject)
        rates: tuple[NumberName, ...] = ("growth", "share", "completion")
        if self.number.name not in rates or not (self.sure or self._is_anchored):
            return
        for name in rates:
            for report in self.index.printed(figures, name) if name != self.number.name else ():
                telling = report.number == name and has_several_digits(report.quantity)
                if telling and self.number.quantity.value == report.quantity.value:
                    yield self._made("other-rate", [report], subject)

    def _of_other_direction(self, reports: Iterable[ReportedNumber], subject: ClaimedSubject) -> Iterator[Claim]:
        """A fall that is told as a rise, or the reverse: the very number with the other sign."""
        if self.number.name == "text" or said_before.compares_otherwise(self.before, self.number.behind):
            return
        sure = self.sure or self._is_anchored
        for report in [*reports, *self._reports(self._anchored)]:
            telling = self.plain or (sure and has_several_digits(report.quantity))
            if telling and self.number.quantity.value == -report.quantity.value != 0:
                yield self._differing([report], subject)

    def _differing(self, reports: Sequence[ReportedNumber], subject: ClaimedSubject) -> Claim:
        """The verdict on a number other than the reported one, with what lies between them."""
        by, relative = difference(self.number.quantity, reports[0].quantity)
        clue = hint(self.number.quantity, reports[0].quantity)
        return replace(self._made("differs", reports, subject), difference=by, relative=relative, hint=clue)

    def _is_part_of(self, subject: ClaimedSubject) -> bool:
        """True of a number of a holiday, whose days are fewer than those of the year or month that is named."""
        whole = subject.period is not None and subject.period.kind not in _EXACT_DAYS
        return whole and said_before.names_a_holiday(subject.sentence)

    # --- the same number elsewhere ---

    def _elsewhere(self) -> Iterator[Claim]:
        if self.placed:
            for report in self.index.in_another_currency(self.subject, self.number.quantity, self.claimed.own):
                yield self._made("other-currency", [report], self.subject)
        anchored = self._reports(self._anchored)
        for report in anchored:
            if self._agrees(report):
                yield from self._by_difference(report, self.subject)
        if self._is_anchored and anchored:  # its amount is of this report, so that others have nothing to say
            return
        for subject in self.subjects:
            telling = self.index.of(subject) if self.plain else ()
            same = [
                report
                for report in self._reports(self.index.of_value(subject.metric, self.number.name, self.number.quantity))
                if self._agrees(report) and report.figure.nature == subject.nature
            ]
            for report in sorted(same, key=lambda report: self.index.distance(subject, report.figure)):
                if telling or self.index.is_telling(subject, report):
                    yield from self._by_difference(report, subject)

    def _by_difference(self, report: ReportedNumber, subject: ClaimedSubject) -> Iterator[Claim]:
        """The verdict on a number that a report prints of another period, place or group; none if two differ."""
        others = self.index.differences(subject, report.figure)
        if len(others) != 1 or subject.period is None:
            return
        (name,) = others
        if self.plain or (self.sure and name in {"period", "region"}):
            yield self._made(self._of_other(name, report, subject), [report], subject)

    def _of_other(self, name: str, report: ReportedNumber, subject: ClaimedSubject) -> ClaimVerdict:
        """The verdict on a number that a report prints of another period, region, sector or group."""
        verdicts: Mapping[str, ClaimVerdict] = {
            "period": "other-period", "region": "other-place", "sector": "other-group", "group": "other-group",
        }  # fmt: skip
        figure = report.figure
        if name == "region" and self.index.is_region_named(figure.region, subject.sentence):
            is_of_its_place = self.index.of(subject) and self._is_of_its_place(report, subject)
            return "other-place" if is_of_its_place else "not-reported"
        may_be_meant = {
            "period": self._may_be_of_period,
            "region": self._may_be_of_region,
            "sector": self._may_be_of_group,
            "group": self._may_be_of_group,
        }[name]
        is_told = name in {"sector", "group"} and self._is_told_before(name, figure, subject)
        if is_told and self.index.of(subject):
            return "not-reported"
        meant = (
            is_told or may_be_meant(figure, subject) or self.index.may_be_meant(name, subject, figure, self.claimed.own)
        )
        return "agrees" if meant else verdicts[name]

    def _may_be_of_period(self, figure: Figure, subject: ClaimedSubject) -> bool:
        """True where the sentence names a report's period before the number, too (与上半年的8.34亿元相比), or the
        paragraph above while the sentence names none, or a holiday whose days that is.
        """
        said = subject.period_words and subject.period_words in self.before
        around = subject.sentence if said else f"{self.claimed.above}{subject.sentence}"
        if said_before.names_a_holiday(around) and figure.period.kind in _EXACT_DAYS:
            return subject.period is not None and figure.period.end.year == subject.period.end.year
        if self.claimed.told_apart or said_before.has_its_period(subject.period_words, self.before, self.number.behind):
            return False
        words = self.before if said else f"{self.claimed.above}{self.before}"
        return any(time.period == figure.period for time in times.find(words, self.claimed.published))

    def _may_be_of_region(self, figure: Figure, subject: ClaimedSubject) -> bool:
        """True where the paragraph above names a report's region, and the sentence that which was read nowhere."""
        named, own = self.index.is_region_named, said_before.own_clause(self.before)
        is_told = self.index.is_whole_named(figure.region, own) or self.index.is_told("group", figure.group, own)
        if is_told and not named(subject.region, own):  # 占全市910亿元的28.6%,浮来山接待1.86万人次
            return True
        return not named(subject.region, subject.sentence) and named(figure.region, self.claimed.above)

    def _may_be_of_group(self, figure: Figure, subject: ClaimedSubject) -> bool:
        """True where a clause names more of a report's sector or group than of the one that was read: direct benefits
        of 800 million yuan and output benefits of 1.5 billion.
        """
        own = said_before.own_words(self.before, self.number.behind)
        bare = without_names(self.index.dataset.metrics[subject.metric], own)  # 收入 of 预算收入 names no 税收收入
        return any(
            getattr(figure, tree) != read
            and self.index.is_named_more(tree, figure, subject, bare if read == ALL else own)
            for tree, read in (("sector", subject.sector), ("group", subject.group))
        )

    def _is_told_before(self, tree: str, figure: Figure, subject: ClaimedSubject) -> bool:
        """True where what stands before names the sector or group of a report, and the clause of a number none:
        日照县域经济加快发展。前三季度,生产总值达1412亿元.
        """
        words = f"{self.claimed.further}{self.before}"
        return getattr(subject, tree) == ALL and self.index.is_told(tree, getattr(figure, tree), words)

    def _is_of_its_place(self, report: ReportedNumber, subject: ClaimedSubject) -> bool:
        """True of a number of a list, or where its own clause names the place that was read and not the report's."""
        own = said_before.own_clause(self.before)
        named = self.index.is_region_named
        return self.claimed.told_apart or (named(subject.region, own) and not named(report.figure.region, own))

    # --- another number, or none ---

    def _different(self) -> Iterator[Claim]:
        if not self.sure or self._is_part_of(self.subject):
            return
        reports = self._reports(self.index.of(self.subject))
        if not reports and self._is_anchored:
            reports = self._reports(self._anchored)
        standing = [report for report in reports if report.figure.id not in self.index.superseded]
        if standing:
            to_date = said_before.counts_to_date
            is_more = self.number.quantity.value > standing[0].quantity.value
            swapped = hint(self.number.quantity, standing[0].quantity) == "digits-swapped"
            if not self.plain and not (swapped and has_many_digits(standing[0].quantity)):
                return
            if is_more and to_date(self.before) and not to_date(standing[0].figure.quote):
                return
            yield self._differing(standing, self.subject)

    def _unknown(self) -> Claim:
        nearest = self.index.nearest(self.subject) if self.claimed.named else ()
        return self._made("not-reported", self._reports(nearest)[:1], self.subject)

    def _reports(self, figures: Iterable[Figure]) -> list[ReportedNumber]:
        """The numbers of this kind that figures print; a rate that a metric is of itself is its amount."""
        return list(self.index.printed(figures, self.number.name))

    def _made(
        self,
        verdict: ClaimVerdict,
        reports: Sequence[ReportedNumber],
        subject: ClaimedSubject,
        factor: Decimal | None = None,
    ) -> Claim:
        number = self.number
        place = number.text, number.start, number.end, number.name
        return Claim(*place, number.quantity, subject, verdict, tuple(reports), factor=factor)
