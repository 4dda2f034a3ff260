"""The Chinese words around a number → when it was counted: 其中6月份, 累计, 今年国庆假期, 年吞吐量, 目前."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from indicators.curate.recognition.candidates.candidate import Candidate
from indicators.curate.recognition.context.timed_text import LONGEST_SENTENCE, NEAR, TimedText
from indicators.curate.recognition.text.times import TimeExpression, since_begin
from indicators.model.subjects import Nature
from indicators.values import periods
from indicators.values.periods import Period


def of_parts(timed: TimedText) -> frozenset[int]:
    """Where the times stand that only a part of a sentence is of: 客流58万人次,其中6月份11万人次; 随着5月份转正."""
    return frozenset(
        time.start
        for time in timed.times
        if timed.text.endswith(_OF_WHICH, 0, time.start)
        or _WHY.search(timed.text, max(time.start - NEAR, 0), time.start)
    )


def of_all(
    timed: TimedText, period: Period | None, time: TimeExpression, candidate: Candidate, kind: str
) -> Period | None:
    """The period of a number, where a day stands for its year, or a year for days of it that are not named."""
    if period and period.kind == "day" and kind == "flow" and _is_of_a_year(timed, candidate):
        return period.year()
    place = candidate.number.start
    first = max(time.start, place - LONGEST_SENTENCE)
    if kind == "stock" and time.period and time.period.kind == "year":
        is_whole = timed.text[time.start : time.end] == "全年" and not timed.is_over(time)  # 全年粮食播种面积40万亩
        if is_whole or _YEAR_LIST.search(timed.text, first, place):
            return time.period  # 今年安排重点项目60个: the list of a year is of it, and not of the day of print
    if period and period.kind == "year" and _HOLIDAY.search(timed.text, first, place):
        return period if is_of_a_holiday(timed, time) else None  # 今年国庆假期,全市接待游客300万人次
    return period


def is_of_a_holiday(timed: TimedText, time: TimeExpression | None) -> bool:
    """True of a year that is printed right before a holiday, and says whose year it is: 2019年清明假期."""
    return time is not None and timed.text[time.start].isdecimal() and bool(_HOLIDAY.match(timed.text, time.end))


def is_of_the_year_that_ends(timed: TimedText, candidate: Candidate) -> bool:
    """True of what an article of December tells of a plan or an output of the year: 提前实现年度目标,其中…."""
    place = candidate.number.start
    first = max(timed.paragraph(place), place - LONGEST_SENTENCE)
    is_late = timed.published is not None and timed.published.end.month == _DECEMBER
    return is_late and _IN_THE_YEAR.search(timed.text, first, place) is not None


def is_to_date(timed: TimedText, time: TimeExpression, candidate: Candidate, kind: str) -> bool:
    """True of a number that is counted from the beginning of the year up to a time."""
    if kind == "rate":
        return time.use == "moment" and _is_cumulated(timed, candidate)
    return kind == "flow" and _is_month_to_date(timed, time, candidate)


def is_since_ever(timed: TimedText, time: TimeExpression, candidate: Candidate, kind: str) -> bool:
    """True of a count of all years up to the end of one: 截至2015年底,累计认定人才5652名."""
    quantity = candidate.number.quantity
    if kind != "flow" or time.use != "moment" or quantity is None or quantity.unit.dimension not in _COUNTED:
        return False
    at_the_end = timed.text[time.start : time.end].endswith(("年底", "年末"))
    words = timed.text[max(time.end, candidate.number.start - LONGEST_SENTENCE) : candidate.number.start]
    return at_the_end and "累计" in words and "新增" not in words.rpartition("累计")[2]


def _is_cumulated(timed: TimedText, candidate: Candidate) -> bool:
    """True where the sentence counts up to a day: 截至8月底,累计完成税收3亿元,占财政收入的比重为54%."""
    return timed.text.find("累计", candidate.sentence, candidate.number.start) >= 0


def _is_month_to_date(timed: TimedText, time: TimeExpression, candidate: Candidate) -> bool:
    """True of a month up to which is counted: 4月,预算收入累计完成2亿元."""
    if time.use != "stretch" or time.period is None or time.period.kind != "month":
        return False
    if timed.longest_to.get(time.period.end, time.period.start) < time.period.start:
        return False  # 9月,完成12万吨;前三季度,完成95万吨
    near = max(time.end, candidate.number.start - LONGEST_SENTENCE)
    return timed.text.find("累计", near, candidate.number.start) >= 0


def _is_of_a_year(timed: TimedText, candidate: Candidate) -> bool:
    """True of what is counted by the year though a day is named: 12月24日,年货物吞吐量突破4亿吨."""
    start = max(candidate.lead, candidate.number.start - LONGEST_SENTENCE)
    return _BY_THE_YEAR.search(timed.text, start, candidate.number.start) is not None


def since(timed: TimedText, time: TimeExpression, near: Sequence[TimeExpression]) -> Period | None:
    """What 今年以来 means, or 2021年以来 and “十四五”以来, which begin in an earlier year.

    It ends on the day that its own sentence says before it: By Dec. 8, exports … so far this year.
    """
    day = next((other for other in reversed(near) if timed.sentence(time.start) <= other.start < time.start), None)
    if day and day.use == "moment" and day.period and day.period.kind == "day":
        return day.to_date
    this_year, period = since_begin(timed.published, near), time.period
    if timed.published is None or period is None or timed.text[time.start : time.end] in _BEGUN:
        return this_year
    if period.start.year >= timed.published.end.year:
        return this_year
    last = this_year.end if this_year else date(timed.published.end.year - 1, 12, 31)
    return periods.between(period.start, last)


def without_this_year(timed: TimedText, times: list[TimeExpression], kind: str, nature: Nature) -> list[TimeExpression]:
    """Some times without 今年 behind the moment up to which is counted: 截至9月底,今年茶叶产量320吨."""
    if len(times) < _TWO or kind != "flow" or nature != "actual":
        return times
    year, part = times[-1], times[-2]
    words = timed.text[year.start : year.end]
    if (
        words not in _THIS_YEAR
        or part.period is None
        or year.period is None
        or part.period.end.year != year.period.end.year
    ):
        return times
    return times[:-1] if part.use == "moment" and part.period.kind != "day" else times


def at_the_end(
    timed: TimedText, period: Period | None, candidate: Candidate, kind: str, nature: Nature
) -> Period | None:
    """The period of a rate: the last year of those in which it came to a level, 2020至2023年,人均收入达到3万元."""
    if period is None or kind == "stock" or nature != "actual" or period.end.year == period.start.year:
        return period
    number = candidate.number
    words = _REACHED if kind == "rate" else _ROSE_FROM_TO  # 由1352亿元增长到2211亿元
    reached = words.search(timed.text, max(candidate.lead, number.start - NEAR), number.end)
    return period if reached is None else periods.parse(str(period.end.year))


def without_today(
    timed: TimedText, times: list[TimeExpression], above: list[TimeExpression]
) -> tuple[list[TimeExpression], list[TimeExpression]]:
    """Some times, and those of them in a paragraph, without 目前 and 日前, unless there are no others.

    What another sentence says to be so today is of it alone.
    """
    others = [time for time in times if timed.text[time.start : time.end] not in _TODAY]
    return (others, [time for time in above if time in others]) if others else (times, above)


def of_the_whole(timed: TimedText, times: list[TimeExpression]) -> list[TimeExpression]:
    """Some times up to the one of which a text tells: another paragraph's 1-2月 is none of a report of 1-3月."""
    last = times[-1].period if times else None
    if last is None or timed.text[times[-1].start : times[-1].end].isascii():
        return times
    over = [time for time in times if time.period and time.period.kind != "year" and timed.is_over(time)]
    ends = [time.period.end for time in over if time.period and time.period.end.year == last.end.year]
    latest = max(ends, default=last.end)
    longer = [time for time in over if time.period and time.period.end == latest]
    return longer if latest > last.end else times


def next_years(timed: TimedText, place: int) -> int:
    """Where the words end that say that the numbers before a place are of years to come: 今后3年每年; 0 without any."""
    first = max(timed.paragraph(place), place - LONGEST_SENTENCE)
    cue = _last(_NEXT_YEARS.finditer(timed.text, first, place))
    return cue.end() if cue else 0


def is_in_list_of_targets(timed: TimedText, place: int) -> bool:
    """True of a number in a list of targets: 预期目标是:生产总值增长6%,…."""
    sentence = timed.sentence(place)
    if _TARGETS.search(timed.text, sentence, place):
        return True
    aims = _AIMS.search(timed.text, sentence, place)
    if aims and _NO_TARGET.search(timed.text, aims.end(), place) is None:
        return True
    first = max(place - _LONGEST_LIST, 0)
    start = max(timed.paragraph(place), first)
    listed = _TARGETS.search(timed.text, start, place) or _last(_LINES_OF_TARGETS.finditer(timed.text, first, place))
    return listed is not None and _NO_TARGET.search(timed.text, listed.end(), place) is None


def of_an_event(timed: TimedText, candidate: Candidate, near: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day on which the projects of a number were signed or begun: 4月27日,全市举行三季度重大项目集中开工活动.

    The numbers behind it are of it as long as no other sentence has a time of its own, and not of the project's years.
    """
    place = candidate.number.start
    day = next((time for time in reversed(near) if time.period and time.period.kind == "day"), None)
    if (
        day is None
        or _OF_PROJECTS.search(timed.text, max(candidate.sentence, place - NEAR), place + _NOUN_BEHIND) is None
    ):
        return None
    end = timed.text.find("。", day.end, day.end + LONGEST_SENTENCE)
    if end < 0 or _EVENT.search(timed.text, day.end, end) is None or any(time.start > end for time in near):
        return None
    return None if _OF_LATER.search(timed.text, max(candidate.lead, place - NEAR), place) else day


def _last(found: Iterable[re.Match[str]]) -> re.Match[str] | None:
    return max(found, key=re.Match.end, default=None)


_NEXT_YEARS: Final = re.compile("(?:今后|未来|接下来的?)(?:[0-9一二两三四五六七八九十]{1,2}|几)年")
_EVENT: Final = re.compile(
    r"(?:举行|举办|召开|启动)[^。\n]{0,40}(?:签约|开工|奠基|竣工|启动)|(?:签约|开工|奠基|竣工|启动)[^。\n]{0,20}(?:活动|仪式)[^。\n]{0,6}举行"
)
_OF_PROJECTS: Final = re.compile("项目|签约|开工|竣工|投资")
_OF_LATER: Final = re.compile("年度|今年|当年|年内|全年|[去上]年|累计|截[至止]|以来|年产|[达投]产|建成后|每年|同比|比")
"""What says that a number is of another time than the event."""
_NOUN_BEHIND: Final = 16
_HOLIDAY: Final = re.compile(
    r"[“\"]?(?:元旦|春节|新春|元宵|清明|五一|劳动节|端午|中秋|国庆|双节)[”\"]?(?:小?长假|假[期日]|节日|黄金周|期间)|(?:小长假|黄金周)"
)
_BEGUN: Final = frozenset({"年初以来", "开年以来"})
_TWO: Final = 2
_COUNTED: Final = frozenset({"count", "people"})
_THIS_YEAR: Final = frozenset({"今年", "本年", "当年"})
_REACHED: Final = re.compile("(?:达到?|[增提上]?[升高]?至|为)(?=[0-9])")
_ROSE_FROM_TO: Final = re.compile(
    "[由从][^,，。;；]{1,24}(?:增长|增加|提高|提升|上升|扩大|发展|下降|减少|降低)[到至为](?=[0-9])"
)
_YEAR_LIST: Final = re.compile(
    r"(?:安排|确定|列入|纳入)(?:(?!已|完成|开工|竣工)[^。;；\n]){0,40}(?:项目|工程|总投资额?|投资总额)[^,，。;；0-9]{0,4}$"
    r"|(?:项目|工程)(?:计划)?共?安排$|(?<!总)计划(?:完成)?投资$"
)
_TODAY: Final = frozenset({"目前", "截至目前", "近日", "日前"})
_OF_WHICH: Final = ("其中", "其中,", "其中:")
_WHY: Final = re.compile("(?<![\u4e00-\u9fff])(?:随着|由于|得益于|受)[^,，。;；:：!?\n]{0,24}$")
_BY_THE_YEAR: Final = re.compile(
    r"(?<![0-9今去上本当半全前往两三五十])年(?:货物|集装箱|旅客)?(?:吞吐量|产量|产值|销售额|销售收入|营业额|营业收入|发电量)"
)
_IN_THE_YEAR: Final = re.compile(
    rf"(?:提前|全面|超额)?(?:实现|完成)[^,，。;；]{{0,12}}年度(?:任务)?目标|{_BY_THE_YEAR.pattern}"
)
_DECEMBER: Final = 12
_TARGETS: Final = re.compile(r"目标(?:任务)?(?:[是为]|如下)?[:：]")
_AIMS: Final = re.compile("(?:预期|增长|发展|奋斗|工作|主要)目标(?:任务)?(?:[是为]|包括)")
"""What stands before the targets of a sentence: 今年的预期目标是生产总值增长6%,…."""
_LINES_OF_TARGETS: Final = re.compile(r"(?:(?<=\n)|^)[^\n。,]{0,24}目标(?:任务)?(?:[是为]|如下)?[:：]?\n")
"""A line that says that those below it are targets."""
_LONGEST_LIST: Final = 600
_NO_TARGET: Final = re.compile(
    r"同比|截[至止]|去年|上年|[已曾]|累计|目前|以来|完成了|实现了|比上|[0-9]月|过去"
    r"|\n(?:[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\))"
)
"""What stands in a sentence behind a list of targets that tells of results."""
