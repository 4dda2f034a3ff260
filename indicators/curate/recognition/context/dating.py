"""A candidate and the expressions of time around it → the period that it is of, and whether it is still to come."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from indicators.curate.recognition.candidates.candidate import Candidate
from indicators.curate.recognition.candidates.listed_nouns import RESPECTIVELY
from indicators.curate.recognition.context import chinese_dating, english_dating
from indicators.curate.recognition.context.timed_text import LONGEST_SENTENCE, NEAR, TimedText, start_of
from indicators.curate.recognition.text.times import TimeExpression
from indicators.model.subjects import Nature
from indicators.values import periods
from indicators.values.periods import Period


class DatedText(TimedText):
    """The text of an article with its expressions of time, of which it says which are of which number."""

    def periods(
        self, candidate: Candidate, kinds: Iterable[str], nature: Nature
    ) -> dict[str, tuple[Period | None, TimeExpression | None]]:
        """The period of a number as a flow, a stock or a rate, and the expression that says it or None.

        The words of the number say it, else its sentence, its paragraph or, unless it is a stock, the article.
        """
        place = self._time_end(candidate)
        near = [time for time in self.before(place) if time.use != "base" and time.period]
        near = [time for time in near if self._may_be_of(time, candidate)]
        if nature == "actual":
            near = [time for time in near if time.start >= candidate.sentence or not self._is_to_end(time)]
        if candidate.year:
            year = periods.parse(str(candidate.year))
            return {kind: (year.moment() if kind == "stock" else year, near[-1] if near else None) for kind in kinds}
        found = {kind: self._period(candidate, kind, nature, place, near) for kind in kinds}
        day = chinese_dating.of_an_event(self, candidate, near) if nature == "actual" and "flow" in found else None
        return {**found, "flow": (_month(day.period), day)} if day is not None and day.period else found

    def _period(
        self, candidate: Candidate, kind: str, nature: Nature, place: int, near: Sequence[TimeExpression]
    ) -> tuple[Period | None, TimeExpression | None]:
        of_sentence = [time for time in self.before(place)[-_FEW:] if time.start >= candidate.sentence]
        last = next((time for time in reversed(of_sentence) if time.period is None or time.period.kind != "day"), None)
        if last and (last.use == "open" or _is_open(last, kind)):
            return None, last  # in the fiscal year 2022-23: which months these are depends on the country
        above = self.paragraph(place)
        paragraph = [time for time in near if time.start >= above]
        own = self.text[candidate.lead : place]
        if nature == "target" and (_OF_THE_YEAR.search(own) or self._is_task(candidate, own)):
            told = near[-1].period if near else None
            base = (paragraph[-1].period if paragraph else None) or self.published or told
            return (base.year() if base else None), None
        for scope in self._scopes(candidate, kind, nature, near, paragraph):
            if scope and place == candidate.number.start and self._is_one_of_several(scope[-1], near, place):
                return None, scope[-1]
            if scope:
                return self._of_scope(scope[-1], kind, nature, near, candidate)
        if nature == "actual" and english_dating.tells_of_today(self, candidate, kind):
            kind = "stock"  # how many there are in the village
        if nature == "target" and chinese_dating.next_years(self, place):
            return None, None  # 今后3年每年新增岗位2万个
        of_the_year = kind == "flow" and chinese_dating.is_of_the_year_that_ends(self, candidate)
        return self._assumed(kind, "expected" if of_the_year else nature), None

    def _of_scope(
        self, time: TimeExpression, kind: str, nature: Nature, near: Sequence[TimeExpression], candidate: Candidate
    ) -> tuple[Period | None, TimeExpression | None]:
        """The period of a number of which an expression says when it was, and that expression."""
        if english_dating.is_of_a_holiday(self, candidate, time):
            return None, None
        period = self._of_kind(time, kind, nature, near, candidate)
        if chinese_dating.is_to_date(self, time, candidate, kind):
            period = time.to_date
        elif period and chinese_dating.is_since_ever(self, time, candidate, kind):
            period = period.moment()
        if period and period.kind == "day" and kind != "stock" and english_dating.is_of_projects(self, candidate, time):
            period = _month(period)
        period = chinese_dating.at_the_end(self, period, candidate, kind, nature)
        told_before = time.start < min(candidate.sentence, self._clauses(candidate))
        if told_before and self._is_planned(candidate, nature) and self._was_over(period):
            return self._assumed("flow", nature), None  # what is planned is not of the year last told of
        return chinese_dating.of_all(self, period, time, candidate, kind), time

    def _may_be_of(self, time: TimeExpression, candidate: Candidate) -> bool:
        """False of a time that is of another part of a text: 其中6月份11万人次; a port, which opened in 2019, had."""
        if time.start < candidate.sentence:
            return time.start not in self._of_parts or english_dating.goes_on(self, candidate)
        return not english_dating.is_in_aside(self, time, candidate.number.start)

    def _is_task(self, candidate: Candidate, own: str) -> bool:
        """True of a task of which a part is done, and which is that of the year where its words name no less."""
        behind = self.text[candidate.number.end : candidate.number.end + _LONGEST_TASK]
        return candidate.is_plan and "任务" in own + behind and _PART.search(own) is None

    def _is_planned(self, candidate: Candidate, nature: Nature) -> bool:
        """True of what is to come: Chinese reports of a year expect (预计) what that year was, and not the next one."""
        place = candidate.number.start
        return nature == "target" or (nature == "expected" and self.text[max(place - NEAR, 0) : place].isascii())

    def _clauses(self, candidate: Candidate) -> int:
        """Where the sentence of a candidate begins, over the semicolon before it: 预计生产总值90亿元;投资完成30亿元."""
        follows = self.text[max(candidate.sentence - 1, 0) : candidate.sentence] in {";", "；"}
        return self.sentence(candidate.number.start) if follows else candidate.sentence

    def _was_over(self, period: Period | None) -> bool:
        return period is not None and self.published is not None and period.end < self.published.start

    def _time_end(self, candidate: Candidate) -> int:
        """Up to where a time is of a number: in a list of several, up to the end of its own noun."""
        place = candidate.number.start
        if len(candidate.nouns) < _SEVERAL:
            return place
        start, end = candidate.nouns[candidate.listed]
        return end if any(start <= time.start < end for time in self.before(place)) else place

    def _is_one_of_several(self, time: TimeExpression, near: Sequence[TimeExpression], place: int) -> bool:
        """True where numbers are told of several times, and nothing says which of them is of which."""
        if RESPECTIVELY.search(self.text, max(time.end, place - LONGEST_SENTENCE), place) is None:
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
        is_before = english_dating.is_before_rise(self, candidate) or english_dating.is_of_same(self, candidate)
        after = [] if is_before else english_dating.behind(self, candidate.number.end)
        in_sentence = [time for time in near if time.start >= candidate.sentence]
        in_sentence = chinese_dating.without_this_year(self, in_sentence, kind, nature)
        directly = [time for time in after if english_dating.is_directly(self, candidate, time)]
        is_by = any(time.use in {"moment", "deadline"} and _is_in(time, in_sentence[-1:]) for time in in_sentence[:-1])
        if is_by and (nature == "actual" or self.text[in_sentence[-1].start].isascii()):
            in_sentence = in_sentence[:-1]  # By the end of October, exports in 2021 added up to 3 billion yuan
        if any(time.use in {"moment", "deadline"} and _is_in(time, after) for time in in_sentence):
            directly = []  # by October, exports had reached 3 billion yuan this year
        elif all(time.period is None or time.period.kind == "day" for time in in_sentence):
            in_sentence = after or in_sentence  # saw it hit 500 million tonnes in the first half
        if english_dating.is_part_of_year(self, candidate, in_sentence, after):
            in_sentence = after
        whole = self.sentence(candidate.number.start)
        to_semicolon = [time for time in near if time.start >= whole]
        above = [time for time in paragraph if time.period and time.period.kind != "day"]
        place = candidate.number.start
        is_now = kind == "rate" and english_dating.says_now(self, candidate)
        is_of_today = kind == "stock" or is_now or english_dating.tells_of_today(self, candidate, kind)
        if is_of_today and nature == "actual":  # how many there are is told of today, unless a day is named
            above = [time for time in above if time.use == "moment" or self.is_over(time)]
            heading = [time for time in near if time.start < self.headline_end and self.is_over(time)]
            if english_dating.says_now(self, candidate):
                return [directly, in_sentence]
            tense = english_dating.tense(self, candidate)
            if tense == "present":
                return [directly, in_sentence, to_semicolon, above, heading]
            is_undated = self.published is None and not self.text[max(place - NEAR, 0) : place].isascii()
            told = near[-1:] if (is_undated or tense == "past") and near and self.is_over(near[-1]) else []
            return [directly, in_sentence, to_semicolon, above, heading, told, self._of_a_bulletin]
        opening = self._opening if place < self._body and nature == "actual" else []
        first = self.paragraph(place)
        before = [time for time in near if time.period and time.period.kind != "day"]
        before = [time for time in before if time.start >= first or time.start not in self._asides]
        if kind == "rate" and nature == "actual":  # an index is of a month that is over, though wages are told of today
            before = _latest_stretches(time for time in before if self.is_over(time))
        elif kind == "flow":
            before, above = chinese_dating.without_today(self, before, above)
            before = chinese_dating.of_the_whole(self, before)
        return [directly, in_sentence, to_semicolon, above, before, opening]

    @cached_property
    def _of_parts(self) -> frozenset[int]:
        return chinese_dating.of_parts(self) | english_dating.of_one_sentence(self)

    @cached_property
    def _asides(self) -> frozenset[int]:
        return english_dating.asides(self)

    def _is_to_end(self, time: TimeExpression) -> bool:
        """True of English months that were not over on the day of print, of which no further result is told."""
        period, published = time.period, self.published
        is_stretch = time.use == "stretch" and self.text[time.start : time.end].isascii()
        if period is None or published is None or not is_stretch or not period.months:
            return False
        return period.months < _A_YEAR and period.end > published.end and period.start <= published.end

    def is_of_a_holiday(self, time: TimeExpression | None) -> bool:
        """True of a year that is printed right before a holiday, and says whose year it is: 2019年清明假期."""
        return chinese_dating.is_of_a_holiday(self, time)

    @cached_property
    def _body(self) -> int:
        """Where the body begins: behind the headline, or behind a first line that ends without a full stop."""
        end = self.text.find("\n", 0, _LONGEST_HEADLINE)
        return max(self.headline_end, end if end > 0 and self.text[end - 1] not in ".。!?" else 0)

    @cached_property
    def _opening(self) -> Sequence[TimeExpression]:
        """The first time that is over of the body, of which its headline tells where it names none itself."""
        first = bisect_left(self.times, self._body, key=start_of)
        body = [time for time in self.times[first : first + _FEW] if time.start < self._body + LONGEST_SENTENCE]
        return [time for time in body if time.use not in {"base", "deadline"} and self.is_over(time)][:1]

    @cached_property
    def _of_a_bulletin(self) -> Sequence[TimeExpression]:
        """The year of an article that tells of nothing else, as the bulletin of a year does; else nothing."""
        times = [(time, time.period) for time in self.times if time.use != "base" and time.period]
        times = [(time, period) for time, period in times if period != self.published]
        latest = max((period.end.year for _, period in times), default=0)
        whole = [time for time, period in times if period.kind == "year" and period.end.year == latest]
        return whole[-1:] if all(self.is_over(time) for time, _ in times) else []

    def _assumed(self, kind: str, nature: Nature) -> Period | None:
        """The period of a number in whose article no time is named."""
        if self.published is None:
            return None
        if self.published.kind == "year":
            return self.published if kind == "stock" else None
        year = self.published.year()
        if kind not in {"flow", ""}:
            return _month(self.published) if nature == "actual" else year.moment() if kind == "stock" else year
        return year if nature != "actual" else None

    def is_to_come(self, candidate: Candidate) -> bool:
        """True where the sentence says by when a number is to be reached (到2025年), or that it is of a later year."""
        place, published = candidate.number.start, self.published
        if published is None:
            return False
        near = [time for time in self.before(place) if candidate.sentence <= time.start and time.period]
        near = [time for time in near if self._may_be_of(time, candidate)]
        last = near[-1] if near else None
        if last and last.use == "deadline" and last.period and last.period.end > published.end:
            return not english_dating.was_done(self, last, place)
        if not self.text[max(place - NEAR, 0) : place].isascii():
            return False
        behind = [
            time
            for time in english_dating.behind(self, candidate.number.end)
            if english_dating.is_directly(self, candidate, time)
        ]
        return any(time.period and time.period.start > published.end for time in behind or near[-1:])

    def is_in_stretch(self, candidate: Candidate) -> bool:
        """True where the last time that a paragraph names before a number is a stretch, and no moment."""
        place = candidate.number.start
        above = self.paragraph(place)
        near = [time for time in self.before(place) if time.start >= above and time.use != "base"]
        return bool(near) and near[-1].use in {"stretch", "since"} and near[-1].period is not None

    def is_listed_as_target(self, candidate: Candidate) -> bool:
        """True of a number in a list of targets: 预期目标是:生产总值增长6%,…."""
        place = candidate.number.start
        return chinese_dating.is_in_list_of_targets(self, place) or english_dating.is_in_list_of_targets(self, place)

    def _since(self, time: TimeExpression, kind: str, near: Sequence[TimeExpression]) -> Period | None:
        """The period since the beginning of a year; how many there are is told of today: 今年以来,…达到286家."""
        period = chinese_dating.since(self, time, near)
        if kind != "stock" or period is None:
            return period
        is_over = any(other.period and other.period.end == period.end for other in near if other is not time)
        return period.moment() if is_over or self.published is None else _month(self.published)

    def _of_kind(
        self,
        time: TimeExpression,
        kind: str,
        nature: Nature,
        near: Sequence[TimeExpression],
        candidate: Candidate,
    ) -> Period | None:
        """The period that an expression says of a flow or a stock."""
        if time.use == "since":
            return self._since(time, kind, near)
        if nature == "target" and time.period is not None and time.use == "moment":
            year = time.period.year()
            return year.moment() if kind == "stock" else year
        if nature != "actual" and kind == "flow" and time.period is not None and time.use == "deadline":
            return time.to_date  # 400 million tonnes by the end of the year
        if time.use == "moment" and kind == "flow":
            return time.period.moment() if time.period and english_dating.is_at(self, time, candidate) else time.to_date
        period = time.period
        if kind == "stock" and period is not None and period.kind != "day":
            period = period.moment()
        if kind == "stock" and nature == "actual" and period and self.published and period.start > self.published.end:
            return _month(self.published)  # how many there are in the year of the list is told of today
        return period


def _is_open(time: TimeExpression, kind: str) -> bool:
    """True of years up to a day, or months of a year, that are not named, for what was done in them: 1至3月."""
    if time.period is not None:
        return False
    return kind == "flow" and time.use in {"years", "stretch"}


def _is_in(time: TimeExpression, years: Sequence[TimeExpression]) -> bool:
    """True of a time in the year that is named behind a number."""
    year = years[0].period if years else None
    return year is not None and year.kind == "year" and time.period is not None and time.period.within(year)


def _latest_stretches(over: Iterable[TimeExpression]) -> list[TimeExpression]:
    """Those of some times that end last, and are stretches if any is: a quarter, not January and February of it."""
    times = [*over]
    stretches = [time for time in times if time.use != "moment"] or times
    last = max((time.period.end for time in stretches if time.period), default=None)
    latest = [time for time in stretches if time.period and time.period.end == last]
    return [*latest, *latest[:1]]


_OF_THE_YEAR: Final = re.compile(
    r"(?:年度|全年|今年|(?<!半)年)(?:的)?(?:投资|完成|建设|工作)?(?:计划|目标|任务)|(?:(?:完成|为|占)(?:年初|年度)|完成)预算(?:数|任务)?$"
    r"|\b(?:annual|full-year|yearly) (?:target|goal|plan|quota)s?\b"
)
_LONGEST_TASK: Final = 6
_PART: Final = re.compile("季|月|半年|阶段|序时")
"""What says of a task, of which the year has one, that it is of less: 完成上半年任务3亿元的97%."""
_FEW: Final = 5
_SEVERAL: Final = 2
_A_YEAR: Final = 12
_LONGEST_HEADLINE: Final = 160
_JOINT: Final = re.compile(" ?(?:[、和与及]|以及| and ) ?")


def _month(day: Period) -> Period:
    """The month that a day is in, or else the last of a longer period."""
    return periods.parse(f"{day.end:%Y-%m}")
