"""The English words around a number → when it was counted, by a time behind it, the tense of its verb, an aside."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, Literal

from indicators.curate.recognition.candidates.candidate import Candidate
from indicators.curate.recognition.context.timed_text import LONGEST_SENTENCE, MOST_NEAR, NEAR, TimedText, start_of
from indicators.curate.recognition.text.english import times as english_times
from indicators.curate.recognition.text.times import TimeExpression
from indicators.values.periods import Period


def behind(timed: TimedText, place: int) -> list[TimeExpression]:
    """The first time that follows a number in its clause of an English sentence."""
    words = _CLAUSE.match(timed.text, place)
    if words is None:
        return []
    first = bisect_left(timed.times, place, key=start_of)
    last = bisect_left(timed.times, words.end(), key=start_of)
    later = [time for time in timed.times[first : min(last, first + MOST_NEAR)] if time.period]
    return [time for time in later if time.use != "base" and _follows(timed.text, time)][:1]


def _follows(text: str, time: TimeExpression) -> bool:
    """True of a time that can be of the number before it, as a Chinese one is in brackets only: 5亿元(1-5月)."""
    return _CHINESE.search(text, time.start, time.end) is None or text[time.start - 1] in "(（"


def is_directly(timed: TimedText, candidate: Candidate, time: TimeExpression) -> bool:
    """True of a time that stands right behind a number: 45 tons in 2025, 1.7 million autos last year."""
    end = candidate.number.words_end
    between = timed.text[end : time.start]
    if _EACH.fullmatch(between) and timed.text.startswith(_WITHOUT_MORE, time.start):
        return True
    return any(_DIRECTLY.fullmatch(timed.text, first, time.start) for first in {candidate.number.end, end})


def is_at(timed: TimedText, time: TimeExpression, candidate: Candidate) -> bool:
    """True of a moment at which something was, and not of one up to which something was done: at the end of May.

    Of what was done is told where a text tells of a stretch that ends then, too: in the first five months. What was
    done up to the day of print was begun nobody says when: To date, 1,200 trains have left.
    """
    if time.period is not None and english_times.is_now(timed.text[time.start : time.end]):
        return True
    if time.period is None or timed.longest_to.get(time.period.end, time.period.start) < time.period.start:
        return False
    behind = timed.text[candidate.number.words_end : candidate.number.words_end + _IN_ALL]
    return timed.text[time.start : time.start + 3].lower() == "at " or _ALL_THERE_IS.match(behind) is not None


def is_of_same(timed: TimedText, candidate: Candidate) -> bool:
    """True of a number right behind which stands that it is of the time told of: 3 billion yuan in the period."""
    return _SAME.match(timed.text, candidate.number.words_end) is not None


def goes_on(timed: TimedText, candidate: Candidate) -> bool:
    """True of a number whose sentence begins with the time that was just told of: Over the same period, trips rose."""
    return _SAME_AGAIN.match(timed.text, candidate.sentence) is not None


def was_done(timed: TimedText, time: TimeExpression, place: int) -> bool:
    """True where what stands between a deadline and a number tells of what was done by then: By May, it had sold."""
    return _DONE_BY_THEN.search(timed.text, time.end, place) is not None


def is_part_of_year(
    timed: TimedText, candidate: Candidate, before: Sequence[TimeExpression], after: Sequence[TimeExpression]
) -> bool:
    """True of a time behind a number, and behind no other, that is in the year told of before: this year … in May."""
    if not before or not after or not _is_part(after[0].period, before[-1].period):
        return False
    words = timed.text[candidate.number.words_end : after[0].start]
    return words.isascii() and _NUMBER_OR_COMMA.search(words) is None


def is_before_rise(timed: TimedText, candidate: Candidate) -> bool:
    """True of what there is before it becomes more or less: from 420 hectares to 560 hectares by 2030."""
    start, end = candidate.number.start, candidate.number.end
    words = timed.text[max(candidate.sentence, start - NEAR) : start]
    return _FROM.search(words) is not None and _TO.match(timed.text, end) is not None


def tense(timed: TimedText, candidate: Candidate) -> Literal["past", "present", ""]:
    """Whether an English sentence tells what was (We carried out 86 projects) or what is (The county has 86)."""
    words = _with_verb(timed, candidate)
    if _PRESENT.search(words):
        return "present"
    return "past" if words else ""


def _with_verb(timed: TimedText, candidate: Candidate) -> str:
    """The words of a sentence that tell of a number, from the nearest ones on that have a verb; empty if none do."""
    words = _verbs(timed, candidate)
    if not words.isascii():
        return ""
    further = timed.text[max(candidate.sentence, candidate.number.start - _FURTHER) : candidate.number.start]
    # of which there are 14,500, enrolled 5.5 million; there are 57 lines through one port and 63 through another
    several = (words[_comma_before(words, candidate) :], words, further if further.isascii() else "")
    return next((clause for clause in several if _PRESENT.search(clause) or _PAST.search(clause)), "")


def _comma_before(words: str, candidate: Candidate) -> int:
    """Where the clause of a number begins in the words around it."""
    return words.rfind(", ", 0, min(candidate.number.start - candidate.sentence, NEAR)) + 1


def says_now(timed: TimedText, candidate: Candidate) -> bool:
    """True where a sentence says that it tells of today, whatever was told before: they currently total 900 mu."""
    first = max(candidate.sentence, candidate.number.start - _FURTHER)
    words = timed.text[first : candidate.number.start] + _verbs(timed, candidate)
    return words.isascii() and _NOW.search(words) is not None


def tells_of_today(timed: TimedText, candidate: Candidate, kind: str) -> bool:
    """True where a sentence tells what there is, and neither a metric nor the tense says that it was done in a time."""
    words = _with_verb(timed, candidate)
    return not kind and _PRESENT.search(words) is not None and not _PERFECT.search(words)


def is_of_a_holiday(timed: TimedText, candidate: Candidate, time: TimeExpression) -> bool:
    """True of a number of a holiday or a season in a year that its sentence or one before names: this summer."""
    place = candidate.number.start
    first = max(candidate.sentence, place - LONGEST_SENTENCE)
    if time.start >= first and (time.period is None or time.period.kind != "year"):
        return False
    behind = _CLAUSE.match(timed.text, candidate.number.end)
    return _HOLIDAY.search(timed.text, first, behind.end() if behind else place) is not None


def is_of_projects(timed: TimedText, candidate: Candidate, time: TimeExpression) -> bool:
    """True of projects, and of what is spent on them, that were signed or begun on a day: on May 29, 22 projects."""
    place = candidate.number.start
    words = timed.text[max(candidate.sentence, place - LONGEST_SENTENCE) : candidate.number.words_end + NEAR]
    return time.use == "stretch" and words.isascii() and _PROJECTS.search(words) is not None


def _verbs(timed: TimedText, candidate: Candidate) -> str:
    """The words around a number among which the verb of its clause stands."""
    number = candidate.number
    before = timed.text[max(candidate.sentence, number.start - NEAR) : number.start]
    return before + re.split("[,;.]", timed.text[number.end : number.end + NEAR])[0]


def asides(timed: TimedText) -> frozenset[int]:
    """Where parts of a longer time told of before stand, of which other paragraphs do not go on to tell.

    In July alone it was 5 percent; 6 percent for the second quarter.
    """
    several: set[int] = set()
    for index, time in enumerate(timed.times):
        said_alone = timed.text.startswith(" alone", time.end) or _is_subject(timed, time)
        if not said_alone and not _OF_A_NUMBER.search(timed.text, max(time.start - NEAR, 0), time.start):
            continue
        earlier = [other for other in timed.times[max(index - MOST_NEAR, 0) : index] if other.use != "base"]
        if any(_is_part(time.period, other.period) for other in earlier if timed.is_over(other)):
            several.add(time.start)
    return frozenset(several)


def _is_subject(timed: TimedText, time: TimeExpression) -> bool:
    """True of a month that a sentence begins with: February was weaker than January."""
    is_month = time.period is not None and time.period.kind == "month"
    return (
        is_month and _VERB.match(timed.text, time.end) is not None and timed.text[time.start - 2 : time.start] == ". "
    )


def of_one_sentence(timed: TimedText) -> frozenset[int]:
    """Where times stand of which no further sentence goes on to tell.

    A year earlier it had lost; Philips, which came to the park in 2010, makes; a surplus that has held since May 2020;
    the 20 billion that it has targeted for the full year.
    """
    main = _main(timed)
    return frozenset(
        time.start
        for time in timed.times
        if _YEAR_BEFORE.match(timed.text, time.start, time.end)
        or english_times.CAME.search(timed.text, max(time.start - NEAR, 0), time.start)
        or _BESIDE.search(timed.text, max(time.start - NEAR, 0), time.start)
        or _is_month_of(timed, time, main)
    )


def _main(timed: TimedText) -> TimeExpression | None:
    """The months that an article is of: those that its headline names, or the first sentence of its body."""
    told = [time for time in timed.times[:_FEW] if time.use == "stretch" and timed.is_over(time)]
    first = timed.text.find(". ", timed.headline_end)
    return next((time for time in told if time.start < first and _is_of_months(time)), None)


def _is_of_months(time: TimeExpression) -> bool:
    months = time.period.months if time.period else 0
    return months is not None and 1 < months < _A_YEAR


def _is_month_of(timed: TimedText, time: TimeExpression, main: TimeExpression | None) -> bool:
    """True of a month with which a sentence begins in an article that is of more months: In June, exports rose."""
    if main is None or time.start <= main.start or not _is_part(time.period, main.period):
        return False
    begins = _BEGINS_IN.search(timed.text, max(time.start - NEAR, 0), time.start)
    return begins is not None and timed.text.startswith((",", " alone"), time.end)


def is_in_aside(timed: TimedText, time: TimeExpression, place: int) -> bool:
    """True of a time in a relative clause that has ended before a place: the port, which opened in 2019, handled."""
    ends = timed.text.find(",", time.end, place)
    return ends >= 0 and _RELATIVE.search(timed.text, max(time.start - NEAR, 0), time.start) is not None


def _is_part(period: Period | None, other: Period | None) -> bool:
    """True of a period that lies in another one and is shorter."""
    return period is not None and other is not None and period != other and period.within(other)


def is_in_list_of_targets(timed: TimedText, place: int) -> bool:
    """True of a number in a list of targets, in its sentence or in lines that begin with dashes: The targets are: …."""
    first = max(place - LONGEST_SENTENCE, 0)
    if timed.text.find("arget", first, place) < 0:
        return False
    listed = _TARGETS.search(timed.text, first, place)
    return listed is not None and TARGET_REACHED.search(timed.text, max(listed.start() - NEAR, 0), place) is None


TARGET_REACHED: Final = re.compile(
    r"\b(?:reached|met|achieved|attained|fulfilled|exceeded|beat|surpassed|hit) (?:the|a|an|its|their|this|that) "
    r"(?:[a-z-]{1,20} ){0,2}(?:goal|target)s?\b(?! of| set| to)"
)
"""What was aimed at and is reached, of which a result is told."""
_YEAR_BEFORE: Final = re.compile(
    r"(?:(?:[Aa]t|[Bb]y) )?(?:the end of )?(?:[Tt]he )?(?:previous|preceding|prior) |(?:[Aa]|[Oo]ne) "
    r"|[Tt]he [a-z]+ (?:before|earlier)"
)
_PROJECTS: Final = re.compile(
    r"\b(?:[Pp]rojects|[Dd]eals|[Aa]greements|[Cc]ontracts)\b(?:[^.]|\.(?=[0-9])){0,120}"
    r"\b(?:sign(?:ed|ing)|start(?:ed)?|launch(?:ed)?|began|broken|ground(?:breaking)?|construction|operation|investment)\b"
    r"|\b(?:sign(?:ed|ing)|start(?:ed)?|launch(?:ed)?|began|broken?|securing|operation|construction)\b"
    r"(?:[^.]|\.(?=[0-9])){0,120}\b(?:projects|deals|agreements|contracts)\b"
)
_HOLIDAY: Final = re.compile(
    r"\b(?:(?:May|Labou?r|National|Tomb-[Ss]weeping|New Year(?:['’]s)?|Independence) Day"
    r"|(?:Spring|Dragon Boat|Mid-Autumn|Qingming) Festival|Qingming|(?:Chinese |Lunar )?New Year|Christmas|Easter|Eid"
    r"|Songkran|Diwali|Tet|summer|winter|public|school)"
    r" (?:[a-z0-9]+-day )?(?:holidays?|break|vacation|weekend)\b|\bGolden Week\b"
    r"|\b(?:[Tt]his|[Ll]ast|[Nn]ext|[Dd]uring the|[Ii]n the) (?:spring|summer|autumn|winter)"
    r"(?= season\b|,|\.|$| [a-z]+ed\b)"
)
"""A time that no data file writes, as nobody says when it began and ended."""
_FURTHER: Final = 180
"""So many characters before a number its verb can stand, where it tells of several."""
_FEW: Final = 6
_A_YEAR: Final = 12
_BEGINS_IN: Final = re.compile(r"(?:^|[.!?\n] ?)(?:In|For|During) $")
_BESIDE: Final = re.compile(
    r"(?<=[a-z0-9] )since (?:the |early |late |mid-)?$"
    r"|\b(?:targeted|aimed at|planned|set|hoped) for (?:the )?$"
)
"""What stands before a time that only says since when something is so, or for when it is planned."""
_VERB: Final = re.compile(r" (?:was|is|saw|brought|had)\b")
_RELATIVE: Final = re.compile(f", {english_times.ASIDE} [^,.;]{{0,50}}$")
_NUMBER_OR_COMMA: Final = re.compile("[0-9,;]")
_FROM: Final = re.compile(r"\bfrom (?:(?:the|its|a|about|some|around|nearly|over|current|present) ){0,3}$")
_TO: Final = re.compile(r"(?: [A-Za-z'-]{1,24}){0,6} to (?:[a-z]{1,24} ){0,3}[A-Z$¥]{0,4} ?[0-9]")
_TARGETS: Final = re.compile(
    r"\b[Tt]argets?(?:[^.:;\n]|\.(?=[0-9])){0,90}:"
    r"(?:(?:[^.\n]|\.(?=[0-9])|\n(?=[-–—*•] ?|--)){0,400}+|(?:[ \n]*\n[^\n]{10,260}(?=\n)){0,11}\n[^\n]{0,150})$"
)
_PAST: Final = re.compile(
    r"\b(?:had|were|was|stood|rose|grew|fell|came|saw|built|sold|made|took|spent|brought|went|kept|led|shrank|sank|slid|lost"
    r"|held|paid|ran|drew|won|owed|[a-z]{3,}ed)\b"
)
_PRESENT: Final = re.compile(
    r"\b(?:has|have|is|are|now|currently|boasts?|owns?|covers?|houses|hosts|employs|operates|remains?|so far)\b"
)
_NOW: Final = re.compile(r"\b(?:now|[Nn]owadays|[Cc]urrently|[Aa]t present|[Tt]oday)\b(?!['’]s)")
_PERFECT: Final = re.compile(
    r"\b(?:has|have) (?:also |already |now )?(?:been )?(?:[a-z]{2,20}ed|built|made|sold|set|put)\b"
)
_OF_A_NUMBER: Final = re.compile(
    r"(?:[0-9](?: ?%|[a-z ]|\([^()]*\)|, and){0,40}|growth|rate|figure|reading) (?:for|in|during|from|between) $"
)
"""What stands before a time that is of one number only: growth for the first quarter, 6.2 percent for the second."""
_DIRECTLY: Final = re.compile(
    r" ?(?:\([^()]{0,40}\) ?)?(?:in|during|over|for|at|as of|by) (?:the |all of |the whole of )?"
)
_SAME: Final = re.compile(
    r"(?: [a-z]+){0,3}? (?:for|in|during|over) (?:the|that|this) (?:same )?"
    r"(?:period|quarter|month|time)(?![a-z])(?! (?:of|from|to)\b)"
)
_SAME_AGAIN: Final = re.compile(
    r"\s*(?:In|During|Over|For|Within) (?:the same|that|this|the) (?:period|time|months?)(?:,| [a-z])(?! of\b)"
)
_DONE_BY_THEN: Final = re.compile(r"\b(?:had|has been|have been|was|were)\b(?! to\b)")
_IN_ALL: Final = 20
_ALL_THERE_IS: Final = re.compile(",? (?:in (?:all|total)|altogether|combined)(?![a-z])")
_EACH: Final = re.compile(" (?:(?:(?:a|per|each|every) (?:year|month|day)|annually) )?")
_WITHOUT_MORE: Final = (
    "last year",
    "this year",
    "next year",
    "last month",
    "this month",
    "by ",
    "as of ",
    "at ",
    "the p",
    "the year ",
)
"""What follows a number without a word between them: 1.7 million autos last year, 560 hectares by 2030."""
_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
_CLAUSE: Final = re.compile(r"(?:(?!,? (?:while|whereas) )[^\u4e00-\u9fff.\n]|\.(?=[0-9])|(?<=[A-Z])\.){0,110}")
