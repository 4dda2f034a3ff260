"""A folded text → the expressions of time in it, and the period that each means in an article of a certain day."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Final

from indicators.curate.recognition.text.chinese import years as chinese_years
from indicators.curate.recognition.text.english import times as english_times
from indicators.curate.recognition.text.time_forms import DAY, MONTH, TIME
from indicators.curate.recognition.text.time_uses import BEFORE, TO_DATE, TimeUse, use_of
from indicators.values import periods
from indicators.values.dates import add_months
from indicators.values.periods import Period
from indicators.values.problems import Fault


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time from ``start`` to ``end`` of a text; ``period`` is None where its year is not known."""

    start: int
    end: int
    use: TimeUse
    period: Period | None

    @property
    def to_date(self) -> Period | None:
        """From the first of January to the end of the period: what a flow is that was counted up to a moment."""
        if self.period is None:
            return None
        return periods.between(date(self.period.end.year, 1, 1), self.period.end)


_TO_COME: Final = re.compile("(?:预计|预期|力争|计划|目标|确保|今年)[^,，。]{0,2}$")
_WEEKDAY: Final = re.compile("[A-Z][a-z]{2,5}day$")
"""A day of the week of print, up to which something was done."""
_NO_PERIOD: Final = frozenset({"目前", "截至目前", "近日", "日前"})
_IN_A_LIST: Final = re.compile("(?:同期|同月)?[和、及与或](?:较|比)?| and ")
_PUNCTUATION: Final = re.compile(r"[“”\" ]")
MOST: Final = 2_000
"""So many expressions of time of a text are looked at; a long bulletin has about 300."""


def find(text: str, published: Period | None) -> list[TimeExpression]:
    """The first expressions of time of a folded text, ``MOST`` at most; those without a year count from its date."""
    return list(islice(_told_twice(text, _found(text, published)), MOST))


def _found(text: str, published: Period | None) -> Iterator[TimeExpression]:
    known = None if published else chinese_years.only_year(text)
    base_end = known_start = 0
    for match in TIME.finditer(text):
        words = match["words"]
        if not _is_time(text, match):
            continue
        use = use_of(text, match)
        if base_end and _IN_A_LIST.fullmatch(text, base_end, match.start()):  # 较去年同期和一季度
            use = "base"
        base_end = match.end() if use == "base" else 0
        is_now = english_times.is_now(words)
        if is_now or words in _NO_PERIOD or _WEEKDAY.search(words):
            period = periods.parse(f"{published.end:%Y-%m}") if published else None
            use = "moment"
        else:
            planned = use == "deadline" or _is_to_come(text, match)
            says = _says(words)
            of_last_year = words == "全年" and _THIS_YEAR_BEFORE.fullmatch(text, known_start, match.start())
            base = None if of_last_year else known  # 今年要抓好八件事。全年任务圆满完成
            period = None if use == "open" else says(words, published, planned=planned, known=base)
            at_end = (match["until"] or "")[:3] in _BY or words[-1] in "底末"
            if use == "deadline" and at_end and _is_past(period, published):
                use = "moment"  # by the end of June, 600 firms had signed; 至2014年底,面积达到23万亩
        if published:
            period = _as_told_before(text, match, known) or period
        if use == "base" and _SAME_PERIOD.search(text, max(match.start() - 48, 0), match.start()):
            if (same := english_times.same_time(period, known)) is not None:
                use, period = "stretch", same
        elif period is not None and use != "base" and not (is_now or _is_beside(text, match)):
            known, known_start = period, match.start()
        yield TimeExpression(match.start(), match.end(), use, period)


def _told_twice(text: str, found: Iterable[TimeExpression]) -> Iterator[TimeExpression]:
    """The expressions, of which one in brackets is what the same one before it is: until the second quarter (2Q)."""
    last: TimeExpression | None = None
    for time in found:
        is_same = last and time.period == last.period and _IN_BRACKETS.fullmatch(text, last.end, time.end + 1)
        last = replace(time, use=last.use) if last and is_same else time
        yield last


_IN_BRACKETS: Final = re.compile(r" \([^()\n]{1,40}\)")
"""What stands behind a time where that is told a second time."""


def _is_beside(text: str, match: re.Match[str]) -> bool:
    """True of a time that only its own clause is of: a year earlier; Philips, which came to the park in 2010."""
    before = text[max(match.start() - BEFORE, 0) : match.start()]
    return english_times.is_one_before(match["words"]) or english_times.CAME.search(before) is not None


def _as_told_before(text: str, match: re.Match[str], known: Period | None) -> Period | None:
    """The time of which the text just told: 2022年四季度项目签约…四季度开工, 截至5月底到位8亿元,本月2亿元."""
    if match["words"] in _THIS_MONTH:
        return periods.parse(f"{known.end:%Y-%m}") if known and known.kind not in _NO_MONTHS else None
    part = _PART_OF_YEAR.fullmatch(match["words"])
    if part is None:
        return None
    before = text[max(match.start() - _LONGEST_PARAGRAPH, 0) : match.start()]
    several = re.findall(rf"(?<![0-9比较])((?:19|20)[0-9]{{2}})年第?{part['part']}", before)
    return _period(f"{several[-1]}年{part['part']}", None, planned=False, known=None) if several else None


_THIS_MONTH: Final = frozenset({"本月", "当月"})
_NO_MONTHS: Final = frozenset({"year", "day"})
"""Kinds of periods that end with no month of which more is told."""
_LONGEST_PARAGRAPH: Final = 300
_PART_OF_YEAR: Final = re.compile("第?(?P<part>[一二三四]季度|[上下]半年)")
_SAME_PERIOD: Final = re.compile(
    r"(?:^|[.!?;\n] ?)(?:In|During|For|Over) the (?:same|corresponding) (?:period|time|months?|quarter)(?: of| in)? $"
)
"""What stands before a year at the beginning of a sentence that tells of the same part of it."""
_BY: Final = frozenset({"by ", "By "})


def _is_to_come(text: str, match: re.Match[str]) -> bool:
    """True of a time that the words before it expect, or of a whole year that those behind it do: 全年预计实现."""
    behind = match["words"] == "全年" and _EXPECTED_BEHIND.match(text, match.end())
    if _WHOLE_YEAR.match(match["words"]) and _EXPECTED_THEN.match(text, match.end()):
        return True
    return bool(behind or _TO_COME.search(text, max(match.start() - 8, 0), match.start()))


_WHOLE_YEAR: Final = re.compile("(?:the )?(?:whole|full|entire)")
_EXPECTED_THEN: Final = re.compile(
    r"[^.;\n0-9]{0,60}\b(?:expect|forecast|aim|plan|target|will\b|hope|predict|project|count(?:s|ed)? on)"
)
"""What follows a whole year of which is told what is expected: For the full year, officials expect."""


_THIS_YEAR_BEFORE: Final = re.compile("[今本]年[^。\n]{1,200}[。\n][^0-9]{0,400}")
"""What stands from the last time on before 全年 where that is of another sentence, and so not of this year."""
_EXPECTED_BEHIND: Final = re.compile("(?:预计|预期|计划|力争|确保|有望|将|要|拟)")


def _is_past(period: Period | None, published: Period | None) -> bool:
    return period is not None and published is not None and period.end <= published.end


def _is_time(text: str, match: re.Match[str]) -> bool:
    before = text[max(match.start("words") - 1, 0) : match.start("words")]
    in_a_word = before == "提" and match["words"][0] == "前"  # 提前2个月完成
    if in_a_word or before.isdecimal() or (before in {".", "第", "G", "#"} and match["words"][0].isdecimal()):
        return False
    in_a_word = before.isascii() and before.isalpha() and match["words"][0].isascii()
    if in_a_word or _is_person(text, match.start()):
        return False
    before_plan = text[max(match.start() - 8, 0) : match.start()]
    if _OF_A_PLANNED_SUM.search(text, max(match.start() - 80, 0), match.start()):
        return False
    is_of_plan = _OF_A_PLAN.match(text, match.end()) and not _FULFILLED.search(before_plan)
    is_in_a_name = _OF_A_MEETING.match(text, match.end()) or is_of_plan
    if is_in_a_name or (match["words"] == "全年" and _OF_SUCH_A_PLAN.match(text, match.end())):
        return False
    if _SIGNED.search(text, max(match.start() - 24, 0), match.start()) and text.startswith("\n", match.end()):
        return False
    title = text.rfind("《", max(match.start() - 80, 0), match.start())
    return title < 0 or "》" in text[title : match.start()]


def _is_person(text: str, start: int) -> bool:
    """True of a month that is the name of a person: said June Li."""
    near = max(start - _A_WORD, 0)
    return _A_PERSON.match(text, start) is not None and _IN_A_MONTH.search(text, near, start) is None


_A_WORD: Final = 12
_A_PERSON: Final = re.compile("(?:April|May|June|August) (?!Day|China)[A-Z][a-z]")
_IN_A_MONTH: Final = re.compile(
    r"(?:\b(?:[Ii]n|[Oo]f|[Ff]rom|[Tt]o|[Bb]y|[Ss]ince|[Uu]ntil|[Dd]uring|[Ff]or|[Tt]hrough|[Ll]ate|[Ee]arly|[Tt]his"
    r"|[Ll]ast|and|between)|mid-?|end-?|[–-]|[0-9]) ?$"
)
"""What stands before a month, and not before a person of that name."""
_FULFILLED: Final = re.compile("(?:圆满|全面|超额|顺利)完成了?$")
"""What stands before the year whose plan was fulfilled, which is told of: 圆满完成了全年任务."""
_SIGNED: Final = re.compile("(?:局|队|厅|院|社|委员会|办公室|政府)\n{1,2}$")
"""What stands before the day on which an office issued what follows, which is a line of its own."""
_OF_A_MEETING: Final = re.compile(
    r"度?(?:(?![在于上召举])[\u4e00-\u9fff“”]){2,22}?(?:活动|大会|会议|论坛|峰会|洽谈会|推介会|博览会|现场会|工作会|动员会|发布会|仪式)"
    r"(?!期间|以来|前|后)"
)
"""What follows the year in the name of a meeting, which is no time of what it tells: 2024年春季重点项目集中开工活动."""
_OF_A_PLAN: Final = re.compile(
    r" (?:annual|full-year|yearly) (?:target|plan|goal|budget|quota)"
    r"|[的]?(?:度)?(?:目标|任务|计划(?!完成|实现|达|为|投资|新增|引进|建)|预算)"
)


_OF_A_PLANNED_SUM: Final = re.compile(
    r"\bwhat (?:is|was|had been) planned (?:for (?:them|it) )?(?:for|in) (?:the )?$"
    r"|(?:%|per ?cent|amount|sum) (?:of )?(?:the |its )?(?:[a-z-]+ ){0,4}"
    r"(?:planned|targets?|plan|budget|quota|goal|set)(?: set)? (?:for|of|in) (?:the )?$"
)
"""What stands before the year of a plan of which a part is done: 51 percent of the amount planned for 2020."""
_OF_SUCH_A_PLAN: Final = re.compile(r"(?:(?!完成|实现|达到)[\u4e00-\u9fff]){1,6}(?:目标|任务)(?![为是])")
"""What follows 全年 where it says which plan is meant: 全年开发任务."""


def _says(words: str) -> Callable[..., Period | None]:
    """What says the period of an expression."""
    if chinese_years.PAST.fullmatch(words):
        return chinese_years.past
    return english_times.counted if english_times.counts_from_another(words) else _period


@lru_cache(maxsize=4096)
def _period(words: str, published: Period | None, *, planned: bool, known: Period | None) -> Period | None:
    """The period of an expression; one without a year is in that of the last one before it, if it is over by then."""
    plain = _PUNCTUATION.sub("", words).removesuffix("以来").removesuffix("初")
    if words in {"全年", "年底", "年末", "年初", "年初以来", "开年以来"}:
        if known is None and published and not planned and published.end.month <= english_times.OF_LAST_YEAR:
            return periods.parse(str(published.end.year - 1))  # what a year brought is told in the next one
        base = known or published
        return base.year() if base else None
    plain = _FIRST.sub(lambda first: "一月" if first[0] == "首月" else "一季度", plain)
    if published and (day := _DAY_OF_YEAR.fullmatch(words)):  # April 30 this year
        words = f"{day['day']}, {published.end.year - (day['which'] == 'last')}"
    for candidate in _readings(
        plain if "\u4e00" <= plain[:1] <= "\u9fff" or (plain[:1].isdecimal() and not _JOINED.search(words)) else words
    ):
        try:
            return periods.parse(candidate)
        except Fault as fault:
            if suggestion := str(fault.facts.get("suggestion") or ""):
                return periods.parse(suggestion)
        base = known if known and not planned and published is None else published
        if base and published is None and (base.kind != "day" or _RANGE_OR_FIRST.match(words)):
            base = base.year()  # from January to August, told after the first half of 2020 in an article without a date
        if base and base.kind == "day" and "日" not in words:  # 1至3月, told in the middle of March
            base = periods.parse(f"{base.end:%Y-%m}")
        if base and (text := periods.complete(candidate, base, planned=planned)):
            return periods.parse(text)
    return None


_FIRST: Final = re.compile("首月|首季度?")
_DAY_FIRST: Final = re.compile(
    rf"(?P<m>{MONTH}) (?P<d>{DAY})(?P<to> ?(?:to|-|–|through|and) ?)"
    rf"(?:(?P<last_m>{MONTH}) )?(?P<last>{DAY}),?(?P<year> [0-9]{{4}})?"
)


_FIRST_DAYS: Final = re.compile(rf"(?:the )?first (?P<last>{DAY}) days of (?P<m>{MONTH}),?(?P<year> [0-9]{{4}})?")


def _readings(words: str) -> Iterator[str]:
    words = english_times.plainer(words)
    if _HALF_YEAR.fullmatch(words):
        words = "the first half"
    if days := _DAY_FIRST.fullmatch(words):  # Feb. 10 to 17
        month = f" {days['m']}" if days["last_m"] else ""
        words = f"{days['d']}{month} to {days['last']} {days['last_m'] or days['m']}{days['year'] or ''}"
    if days := _FIRST_DAYS.fullmatch(words):  # the first 24 days of January 2022
        words = f"1 to {days['last']} {days['m']}{days['year'] or ''}"
    if quarters := _FROM_FIRST_QUARTER.search(words):
        words = f"{words[: quarters.start()]}前{quarters[1]}季度"
    if january := _FROM_JANUARY.search(words):
        words = f"{words[: january.start()]}1至{_MONTHS.get(january[1], january[1])}月"
    words = _HYPHEN.sub(" ", _BRACKETS.sub("", words))  # the first half (H1) of this year, first-quarter
    words = _MONTH_FIRST.sub(r"\1 \3 \2", words)  # six months ended June 30, 2024
    words = _OF_YEAR.sub(r"\1 ", _LATE.sub("", words))  # end of late October, April of 2015
    words = _SHORT_YEARS.sub(r"\1\2-\1\3", words)  # 2021-25
    to_date = TO_DATE.fullmatch(words)
    words = (to_date["year"] or "this year") if to_date else _JOINED.sub(" to ", words)
    yield words
    if words.endswith("份"):
        yield words[:-1]


_RANGE_OR_FIRST: Final = re.compile(rf"(?:the )?first |{MONTH} ?(?:to|through|-|–)")
_HALF_YEAR: Final = re.compile("(?:the )?[Hh]alf[- ]year")
_FROM_FIRST_QUARTER: Final = re.compile("[1一](?:季度)?[至到—–~-]{1,2}([2-4二三四])季度")
_FROM_JANUARY: Final = re.compile("[元一]月?[至到—-]+([0-9二三四五六七八九十]{1,2}) ?月份?")
_MONTHS: Final = {**{word: month for month, word in enumerate("一二三四五六七八九十", 1)}, "十一": 11, "十二": 12}
_BRACKETS: Final = re.compile(r" \([^()]*\)")
_MONTH_FIRST: Final = re.compile(rf"\b(ended|ending|to|through) ({MONTH}) ([0-9]{{1,2}})(?![0-9]),?(?=$| [0-9])")
_LATE: Final = re.compile(r"\blate (?=[A-Z])")
_OF_YEAR: Final = re.compile(rf"({MONTH}) of (?=(?:19|20)[0-9]{{2}})")
_SHORT_YEARS: Final = re.compile(r"^(19|20)([0-9]{2})[-–]([0-9]{2})$")
_DAY_OF_YEAR: Final = re.compile(rf"(?P<day>{MONTH} {DAY}) (?:of )?(?P<which>this|last) year")
_HYPHEN: Final = re.compile("(?<=[a-z])-(?=quarter|half|month|two|three)")
_JOINED: Final = re.compile(" and |-to-| through ")


def since_begin(published: Period | None, others: Sequence[TimeExpression]) -> Period | None:
    """What 今年以来 means: up to the last moment that the text names in the same year, or to the month before it."""
    if published is None:
        return None
    year = published.end.year
    ends = [
        time.period.end
        for time in others
        if time.period and time.use in {"stretch", "moment"} and time.period.end.year == year
        and time.period.kind not in {"day", "year"} and time.period.end <= published.end
    ]  # fmt: skip
    if ends:
        return periods.between(date(year, 1, 1), max(ends))
    last = add_months(published.start.replace(day=1), -1)
    if last.year < year:
        return None
    return periods.between(date(year, 1, 1), _month_end(last))


def _month_end(first: date) -> date:
    return date.fromordinal(add_months(first, 1).toordinal() - 1)
