"""A candidate and the expressions of time around it → the period that it is of, and whether it is still to come."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import Final, Literal

from indicators.curate.recognition.candidates.attaching import Candidate
from indicators.curate.recognition.candidates.listed_nouns import RESPECTIVELY
from indicators.curate.recognition.text import times
from indicators.curate.recognition.text.times import TimeExpression
from indicators.model.subjects import Nature
from indicators.values import periods
from indicators.values.periods import Period


@dataclass(frozen=True)
class DatedText:
    """The folded text of an article with its expressions of time, and the day on which it was published."""

    text: str
    times: Sequence[TimeExpression]
    published: Period | None
    headline_end: int = 0

    def periods(
        self, candidate: Candidate, kinds: Iterable[str], nature: Nature
    ) -> dict[str, tuple[Period | None, TimeExpression | None]]:
        """The period of a number as a flow, a stock or a rate, and the expression that says it or None.

        The words of the number say it, else its sentence, its paragraph or, unless it is a stock, the article.
        """
        place = self._time_end(candidate)
        before = self._before(place)
        near = [time for time in before if time.use != "base" and time.period]
        near = [time for time in near if time.start >= candidate.sentence or time.start not in self._of_parts]
        return {kind: self._period(candidate, kind, nature, place, before, near) for kind in kinds}

    def _period(  # noqa: PLR0913, PLR0917
        self,
        candidate: Candidate,
        kind: str,
        nature: Nature,
        place: int,
        before: Sequence[TimeExpression],
        near: Sequence[TimeExpression],
    ) -> tuple[Period | None, TimeExpression | None]:
        if before and before[-1].use == "fiscal" and before[-1].start >= candidate.sentence:
            return None, before[-1]  # in the fiscal year 2022-23: which months these are depends on the country
        above = self.paragraph(place)
        paragraph = [time for time in near if time.start >= above]
        if nature == "target" and _OF_THE_YEAR.search(self.text[candidate.lead : place]):
            base = (paragraph[-1].period if paragraph else None) or self.published
            return (base.year() if base else None), None
        for scope in self._scopes(candidate, kind, nature, near, paragraph):
            if scope and place == candidate.number.start and self._is_one_of_several(scope[-1], near, place):
                return None, scope[-1]
            if scope:
                period = self._of_kind(scope[-1], kind, nature, near)
                if self._is_to_date(scope[-1], candidate, kind):
                    period = scope[-1].to_date
                told_before = scope[-1].start < min(candidate.sentence, self._clauses(candidate))
                if told_before and self._is_planned(candidate, nature) and self._was_over(period):
                    return self._assumed("flow", nature), None  # what is planned is not of the year last told of
                return self._of_all(period, scope[-1], candidate, kind), scope[-1]
        return self._assumed(kind, nature), None

    @cached_property
    def _of_parts(self) -> frozenset[int]:
        """Where the times stand that only a part of a sentence is of: 客流58万人次,其中6月份11万人次."""
        return frozenset(time.start for time in self.times if self.text.endswith(_OF_WHICH, 0, time.start))

    def _is_planned(self, candidate: Candidate, nature: Nature) -> bool:
        """True of what is to come: Chinese reports of a year expect (预计) what that year was, and not the next one."""
        place = candidate.number.start
        return nature == "target" or (nature == "expected" and self.text[max(place - _NEAR, 0) : place].isascii())

    def _clauses(self, candidate: Candidate) -> int:
        """Where the sentence of a candidate begins, over the semicolon before it: 预计生产总值90亿元;投资完成30亿元."""
        follows = self.text[max(candidate.sentence - 1, 0) : candidate.sentence] in {";", "；"}
        return self.sentence(candidate.number.start) if follows else candidate.sentence

    def _was_over(self, period: Period | None) -> bool:
        return period is not None and self.published is not None and period.end < self.published.start

    def _of_all(self, period: Period | None, time: TimeExpression, candidate: Candidate, kind: str) -> Period | None:
        """The period of a number, where a day stands for its year, or a year for days of it that are not named."""
        if period and period.kind == "day" and kind == "flow" and self._is_of_a_year(candidate):
            return period.year()
        place = candidate.number.start
        first = max(time.start, place - _LONGEST_SENTENCE)
        if period and period.kind == "year" and _HOLIDAY.search(self.text, first, place):
            return period if self.is_of_a_holiday(time) else None  # 今年国庆假期,全市接待游客300万人次
        return period

    def is_of_a_holiday(self, time: TimeExpression | None) -> bool:
        """True of a year that is printed right before a holiday, and says whose year it is: 2019年清明假期."""
        return time is not None and self.text[time.start].isdecimal() and bool(_HOLIDAY.match(self.text, time.end))

    def _is_to_date(self, time: TimeExpression, candidate: Candidate, kind: str) -> bool:
        """True of a number that is counted from the beginning of the year up to a time."""
        if kind == "rate":
            return time.use == "moment" and self._is_cumulated(candidate)
        return kind == "flow" and self._is_month_to_date(time, candidate)

    def _is_cumulated(self, candidate: Candidate) -> bool:
        """True where the sentence counts up to a day: 截至8月底,累计完成税收3亿元,占财政收入的比重为54%."""
        return self.text.find("累计", candidate.sentence, candidate.number.start) >= 0

    def _is_month_to_date(self, time: TimeExpression, candidate: Candidate) -> bool:
        """True of a month up to which is counted: 4月,预算收入累计完成2亿元."""
        if time.use != "stretch" or time.period is None or time.period.kind != "month":
            return False
        if self._longest_to.get(time.period.end, time.period.start) < time.period.start:
            return False  # 9月,完成12万吨;前三季度,完成95万吨
        near = max(time.end, candidate.number.start - _LONGEST_SENTENCE)
        return self.text.find("累计", near, candidate.number.start) >= 0

    @cached_property
    def _longest_to(self) -> Mapping[date, date]:
        """The last days of the times that are told of → the earliest first day of those that end then."""
        begins: dict[date, date] = {}
        for time in self.times:
            if time.period and time.use != "base":
                begins[time.period.end] = min(begins.get(time.period.end, time.period.start), time.period.start)
        return begins

    def _is_of_a_year(self, candidate: Candidate) -> bool:
        """True of what is counted by the year though a day is named: 12月24日,年货物吞吐量突破4亿吨."""
        start = max(candidate.lead, candidate.number.start - _LONGEST_SENTENCE)
        return _BY_THE_YEAR.search(self.text, start, candidate.number.start) is not None

    def _time_end(self, candidate: Candidate) -> int:
        """Up to where a time is of a number: in a list of several, up to the end of its own noun."""
        place = candidate.number.start
        if not candidate.nouns:
            return place
        start, end = candidate.nouns[candidate.listed]
        return end if any(start <= time.start < end for time in self._before(place)) else place

    def _is_one_of_several(self, time: TimeExpression, near: Sequence[TimeExpression], place: int) -> bool:
        """True where numbers are told of several times, and nothing says which of them is of which."""
        if RESPECTIVELY.search(self.text, max(time.end, place - _LONGEST_SENTENCE), place) is None:
            return False
        return any(_JOINT.fullmatch(self.text, other.end, time.start) for other in near)

    def _scopes(
        self,
        candidate: Candidate,
        kind: str,
        nature: Nature,
        near: Sequence[TimeExpression],
        paragraph: Sequence[TimeExpression],
    ) -> list[Sequence[TimeExpression]]:
        """The expressions that may say when a number was counted, from those that are nearest in meaning on."""
        after = self._after(candidate.number.end)
        in_sentence = [time for time in near if time.start >= candidate.sentence]
        directly = [time for time in after if self._is_directly(candidate, time)]
        if all(time.period is None or time.period.kind == "day" for time in in_sentence):
            in_sentence = after or in_sentence  # saw it hit 500 million tonnes in the first half
        whole = self.sentence(candidate.number.start)
        to_semicolon = [time for time in near if time.start >= whole]
        above = [time for time in paragraph if time.period and time.period.kind != "day"]
        if kind == "stock" and nature == "actual":  # how many there are is told of today, unless a day is named
            above = [time for time in above if time.use == "moment" or self._is_over(time)]
            heading = [time for time in near if time.start < self.headline_end and self._is_over(time)]
            tense = self._tense(candidate)
            if tense == "present":
                return [directly, in_sentence, to_semicolon, above, heading]
            told = near[-1:] if tense == "past" and near and self._is_over(near[-1]) else []
            return [directly, in_sentence, to_semicolon, above, heading, told, self._of_a_bulletin]
        first = self.paragraph(candidate.number.start)
        before = [time for time in near if time.period and time.period.kind != "day"]
        before = [time for time in before if time.start >= first or time.start not in self._asides]
        if (
            kind == "rate" and nature == "actual"
        ):  # what is paid to everybody is told of today, too, but an index of a month that is over
            before = _latest_stretches(time for time in before if self._is_over(time))
        elif kind == "flow":
            before, above = self._without_today(before), self._without_today(above)
        return [directly, in_sentence, to_semicolon, above, before]

    def _without_today(self, times: list[TimeExpression]) -> list[TimeExpression]:
        """Some times without 目前 and 日前, unless there are no others: what another sentence says to be so today."""
        others = [time for time in times if self.text[time.start : time.end] not in _TODAY]
        return others or times

    def _tense(self, candidate: Candidate) -> Literal["past", "present", ""]:
        """Whether an English sentence tells what was (We carried out 86 projects) or what is (The county has 86)."""
        number = candidate.number
        before = self.text[max(candidate.sentence, number.start - _NEAR) : number.start]
        words = before + re.split("[,;.]", self.text[number.end : number.end + _NEAR])[0]
        if not words.isascii():
            return ""
        return "present" if _PRESENT.search(words) else "past" if _PAST.search(words) else ""

    @cached_property
    def _asides(self) -> Collection[int]:
        """Where parts of a longer time told of before stand, of which other paragraphs do not go on to tell.

        In July alone it was 5 percent; 6 percent for the second quarter.
        """
        asides: set[int] = set()
        for index, time in enumerate(self.times):
            said_alone = self.text.startswith(" alone", time.end)
            if not said_alone and not _OF_A_NUMBER.search(self.text, max(time.start - _NEAR, 0), time.start):
                continue
            earlier = [other.period for other in self.times[max(index - _MOST_NEAR, 0) : index] if other.use != "base"]
            if any(_is_part(time.period, other) for other in earlier):
                asides.add(time.start)
        return asides

    @cached_property
    def _of_a_bulletin(self) -> Sequence[TimeExpression]:
        """The year of an article that tells of nothing else, as the bulletin of a year does; else nothing."""
        times = [(time, time.period) for time in self.times if time.use != "base" and time.period]
        latest = max((period.end.year for _, period in times), default=0)
        whole = [time for time, period in times if period.kind == "year" and period.end.year == latest]
        return whole[-1:] if all(self._is_over(time) for time, _ in times) else []

    def _is_over(self, time: TimeExpression) -> bool:
        """True of a stretch that was over when the article was published, as that of a bulletin is."""
        if time.period is None or self.published is None or time.period.kind == "day" or time.use == "since":
            return False
        return time.period.end < self.published.start

    def paragraph(self, place: int) -> int:
        """Where the paragraph of a place begins."""
        return self._lines[bisect_right(self._lines, place) - 1]

    @cached_property
    def _lines(self) -> Sequence[int]:
        """Where the paragraphs begin."""
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def sentence(self, place: int) -> int:
        """Where the sentence of a place begins, over semicolons."""
        first = max(place - _LONGEST_SENTENCE, 0)
        return max(self.text.rfind(mark, first, place) + 1 for mark in "。!?\n") or first

    def _assumed(self, kind: str, nature: Nature) -> Period | None:
        """The period of a number in whose article no time is named."""
        if self.published is None:
            return None
        if self.published.kind == "year":
            return self.published if kind == "stock" else None
        if kind not in {"flow", ""}:
            return _month(self.published)
        return self.published.year() if nature != "actual" else None

    def is_to_come(self, candidate: Candidate) -> bool:
        """True where the sentence says by when a number is to be reached (到2025年), or that it is of a later year."""
        place, published = candidate.number.start, self.published
        if published is None:
            return False
        near = [time for time in self._before(place) if candidate.sentence <= time.start and time.period]
        last = near[-1] if near else None
        if last and last.use == "deadline" and last.period and last.period.end > published.end:
            return True
        if not self.text[max(place - _NEAR, 0) : place].isascii():
            return False
        behind = [time for time in self._after(candidate.number.end) if self._is_directly(candidate, time)]
        return any(time.period and time.period.start > published.end for time in behind or near[-1:])

    def _is_directly(self, candidate: Candidate, time: TimeExpression) -> bool:
        """True of a time that stands right behind a number: 45 tons in 2025, 1.7 million autos last year."""
        end = candidate.number.words_end
        if self.text[end : time.start] == " " and self.text.startswith(_THIS_OR_LAST, time.start):
            return True
        return _DIRECTLY.fullmatch(self.text, candidate.number.end, time.start) is not None

    def is_in_stretch(self, candidate: Candidate) -> bool:
        """True where the last time that a paragraph names before a number is a stretch, and no moment."""
        place = candidate.number.start
        above = self.paragraph(place)
        near = [time for time in self._before(place) if time.start >= above and time.use != "base"]
        return bool(near) and near[-1].use in {"stretch", "since"} and near[-1].period is not None

    def is_listed_as_target(self, candidate: Candidate) -> bool:
        """True of a number in a list of targets: 预期目标是:生产总值增长6%,…."""
        place = candidate.number.start
        if _TARGETS.search(self.text, self.sentence(place), place):
            return True
        start = max(self.paragraph(place), place - _LONGEST_LIST)
        listed = _TARGETS.search(self.text, start, place)
        if listed and not _NO_TARGET.search(self.text, listed.end(), place):
            return True
        first = max(place - _LONGEST_SENTENCE, 0)
        return (
            self.text.find("arget", first, place) >= 0 and _ENGLISH_TARGETS.search(self.text, first, place) is not None
        )

    def _before(self, place: int) -> Sequence[TimeExpression]:
        """The last expressions of time before a place: no number looks through all of a long text."""
        end = bisect_left(self.times, place, key=_start)
        return self.times[max(end - _MOST_NEAR, 0) : end]

    def _after(self, place: int) -> list[TimeExpression]:
        """The first time that follows a number in its clause of an English sentence."""
        words = _ENGLISH_CLAUSE.match(self.text, place)
        if words is None:
            return []
        first = bisect_left(self.times, place, key=_start)
        last = bisect_left(self.times, words.end(), key=_start)
        later = [time for time in self.times[first : min(last, first + _MOST_NEAR)] if time.period]
        return [time for time in later if time.use != "base"][:1]

    def _of_kind(
        self, time: TimeExpression, kind: str, nature: Nature, near: Sequence[TimeExpression]
    ) -> Period | None:
        """The period that an expression says of a flow or a stock."""
        if time.use == "since":
            time_period = times.since_begin(self.published, near)
            return time_period if kind != "stock" or time_period is None else time_period.moment()
        if nature == "target" and time.period is not None and time.use == "moment":
            return time.period.year()
        if nature != "actual" and kind == "flow" and time.period is not None and time.use == "deadline":
            return time.to_date  # 400 million tonnes by the end of the year
        if time.use == "moment" and kind == "flow":
            return time.to_date
        period = time.period
        if kind == "stock" and period is not None and period.kind != "day":
            period = period.moment()
        if kind == "stock" and nature == "actual" and period and self.published and period.start > self.published.end:
            return _month(self.published)  # how many there are in the year of the list is told of today
        return period


def _latest_stretches(over: Iterable[TimeExpression]) -> list[TimeExpression]:
    """Those of some times that end last, and are stretches if any is: a quarter, not January and February of it."""
    times = [*over]
    stretches = [time for time in times if time.use != "moment"] or times
    last = max((time.period.end for time in stretches if time.period), default=None)
    latest = [time for time in stretches if time.period and time.period.end == last]
    return [*latest, *latest[:1]]


_HOLIDAY: Final = re.compile(
    r"[“\"]?(?:元旦|春节|新春|元宵|清明|五一|劳动节|端午|中秋|国庆|双节)[”\"]?(?:小?长假|假[期日]|节日|黄金周|期间)|(?:小长假|黄金周)"
)
_TODAY: Final = frozenset({"目前", "截至目前", "近日", "日前"})
_OF_WHICH: Final = ("其中", "其中,", "其中:")
_BY_THE_YEAR: Final = re.compile(
    r"(?<![0-9今去上本当半全前往两三五十])年(?:货物|集装箱|旅客)?(?:吞吐量|产量|产值|销售额|销售收入|营业额|营业收入|发电量)"
)
_OF_THE_YEAR: Final = re.compile(r"(?:年度|全年|今年|年)(?:的)?(?:投资|完成|建设|工作)?(?:计划|目标|任务)")
_TARGETS: Final = re.compile(r"目标(?:任务)?(?:[是为]|如下)?[:：]")
_LONGEST_LIST: Final = 600
_NO_TARGET: Final = re.compile("同比|截[至止]|去年|上年|[已曾]|累计|目前|以来|完成了|实现了|比上|[0-9]月|过去")
"""What stands in a sentence behind a list of targets that tells of results."""
_ENGLISH_TARGETS: Final = re.compile(
    r"\b[Tt]argets?(?:[^.:;\n]|\.(?=[0-9])){0,90}:"
    r"(?:(?:[^.\n]|\.(?=[0-9])|\n(?=[-–—*•] ?|--)){0,400}+|(?:[ \n]*\n[^\n]{10,260}(?=\n)){0,11}\n[^\n]{0,150})$"
)
"""A list of targets, in its sentence or in lines that begin with dashes: The targets are: GDP growth of 5 percent."""


def _is_part(period: Period | None, other: Period | None) -> bool:
    """True of a period that lies in another one and is shorter."""
    if period is None or other is None or period == other:
        return False
    return other.start <= period.start and period.end <= other.end


_NEAR: Final = 60
_PAST: Final = re.compile(r"\b(?:had|were|was|stood|[a-z]{3,}ed)\b")
_PRESENT: Final = re.compile(r"\b(?:has|have|is|are|now|currently|boasts?|owns?|remains?|so far)\b")
_OF_A_NUMBER: Final = re.compile(
    r"(?:[0-9](?: ?%|[a-z ]|\([^()]*\)|, and){0,40}|growth|rate|figure|reading) (?:for|in|during) $"
)
"""What stands before a time that is of one number only: growth for the first quarter, 6.2 percent for the second."""
_JOINT: Final = re.compile(" ?(?:[、和与及]|以及| and ) ?")
_DIRECTLY: Final = re.compile(r" ?(?:\([^()]{0,40}\) ?)?(?:in|during|over|for|at|as of|by) (?:the )?")
_THIS_OR_LAST: Final = ("last year", "this year", "next year", "last month", "this month")
_ENGLISH_CLAUSE: Final = re.compile(r"(?:[^\u4e00-\u9fff.\n]|\.(?=[0-9])|(?<=[A-Z])\.){0,110}")
_LONGEST_SENTENCE: Final = 400
_MOST_NEAR: Final = 60
"""So many expressions of time before a number are looked at."""
_start: Final = attrgetter("start")


def _month(day: Period) -> Period:
    """The month that a day is in, or else the last of a longer period."""
    return periods.parse(f"{day.end:%Y-%m}")
