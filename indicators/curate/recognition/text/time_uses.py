"""An expression of time with the words around it → what it is: a stretch, a moment, or what is compared with."""

import re
from typing import Final, Literal

from indicators.curate.recognition.text.chinese import years as chinese_years
from indicators.curate.recognition.text.english import times as english_times
from indicators.curate.recognition.text.time_forms import MONTH

TimeUse = Literal["stretch", "moment", "since", "base", "deadline", "open", "years"]
"""What an expression is: a stretch, a moment (截至6月底), a beginning (今年以来), what is compared with (比上年), a
day by which something is to be done (到2025年), or open, as a fiscal year is, which begins where its country has it
begin, or some years up to a day that is not named (五年来)."""


def use_of(text: str, match: re.Match[str]) -> TimeUse:
    """What a match of the pattern of times is in its text."""
    words, until = match["words"], (match["until"] or "").strip()
    before = text[max(match.start() - BEFORE, 0) : match.start()]
    is_range = (before.endswith("from ") and _RANGE.search(words)) or (  # from January to May
        before.endswith("over ") and _OVER.match(words)
    )
    is_base = _MAY_COMPARE.match(before[-1:]) and _COMPARED.search(before) and not is_range
    is_level = before[-1:] in {"从", "由"} and _A_LEVEL_OF.match(text, match.end())
    is_level = is_level or (before[-1:] == "在" and _ON_TOP_OF.match(text, match.end()))
    of_a_share = words.startswith("last ") and _A_SHARE_OF.search(before)
    is_base = is_base or (english_times.is_one_before(words) and not _STANDS_ALONE.search(before))
    is_far = _GROWN.match(text, match.end()) and _COMPARED_FAR.search(before)  # 比进出口最高的2019年增长9.8%
    if (
        is_base
        or _is_of_dateline(text, match)
        or is_level
        or is_far
        or of_a_share
        or _SAME_TIME.match(text, match.end())
    ):
        return "base"
    behind = text[match.end() : match.end() + _KIND_OF_YEAR]
    is_open = words[0].isascii() and (_FISCAL.search(words) or _is_split(words, behind))
    if is_open or chinese_years.PAST.fullmatch(words):
        return "open" if words.isascii() else "years"
    if until and _THIS_YEARS.match(text, match.start()) and _RISEN_TO.search(before):
        return "stretch"
    if match["since"] or _SINCE.search(before) or words.endswith("以来") or TO_DATE.match(words):
        return "stretch" if _STRETCH.search(words) else "since"
    if until in {"到", "至", "力争到"} or until[:2] in {"by", "By"}:
        return "deadline"
    return "moment" if until or words[-1] in "底末" or _AT_THE_END.match(words) else "stretch"


def _is_split(words: str, behind: str) -> bool:
    """True of a year that begins within one and ends within the next, as that of a harvest or of schools: 2022-23."""
    years = _TWO_YEARS.fullmatch(words)
    if years is None or (int(years["last"]) - int(years["first"])) % _CENTURY != 1:
        return False
    return not years["century"] or years["to"] == "/" or _OF_SPLIT_YEARS.match(behind) is not None


def _is_of_dateline(text: str, match: re.Match[str]) -> bool:
    """True of the day on which a report was sent, of which it tells nothing: CHENGDU, Jan. 5 -- ."""
    before = text[max(match.start() - _DATELINE_PLACE, 0) : match.start()]
    return _SENT.match(text, match.end()) is not None and _SENT_FROM.search(before) is not None


_TWO_YEARS: Final = re.compile("(?:19|20)(?P<first>[0-9]{2}) ?(?P<to>[-–—/]) ?(?P<century>19|20)?(?P<last>[0-9]{2})")
_CENTURY: Final = 100
_KIND_OF_YEAR: Final = 30
_OF_SPLIT_YEARS: Final = re.compile(
    r" (?:[a-z]+ )?(?:season|(?:school|academic|crop|marketing|agricultural|harvest) year)"
)
_DATELINE_PLACE: Final = 40
_SENT: Final = re.compile(r" ?(?:\([A-Z][A-Za-z ]{1,20}\) ?)?(?:--?|—|–) ?")
_SENT_FROM: Final = re.compile(r"[A-Z]{3,}(?:, [A-Z][A-Za-z]{2,15})?, $")
_A_LEVEL_OF: Final = re.compile("的[^,，。;；0-9]{0,8}[0-9]")
"""What stands behind the time from whose level something rose: 从2013年的2个."""
_ON_TOP_OF: Final = re.compile("(?:同期|全年)?的?基[础数]上")
"""What stands behind the time on top of which something is to rise: 到2027年,在2022年的基础上增加30家."""
_COMPARED_FAR: Final = re.compile("[比较][^,，。;；:：\n]{2,30}的$")
_GROWN: Final = re.compile("(?:同期)?(?:分别)?(?:还|又)?(?:增|减|[上提]升|下降|提高|回落|翻|[高低多少])")
"""What stands around the time in a comparison that its own words part from it."""
_A_SHARE_OF: Final = re.compile(r"(?:%|per ?cent) of (?:the |that |those |its )?(?:[a-z]+ ){0,5}$")
"""What stands before a year of which a number is a share: 98.9 per cent of the annual volume recorded last year."""
BEFORE: Final = 80
"""So many characters before an expression can say what it is."""
_SINCE: Final = re.compile(r"\b[Ss]ince (?:[a-z'-]+ ){0,6}(?:(?<=ince )|in |on )$")
_OVER: Final = re.compile(
    r"(?:the )?(?:first (?!quarter)|(?:past|last|next|previous|coming|following) (?:[a-z0-9]+ )?[a-z]+s\b"
    r"|(?:the )?[a-z]+[- ]months?\b)"
)
"""The time over which something rose: over the first ten months; over the first quarter it is compared."""
_RANGE: Final = re.compile(" (?:to|through) | ?[-–] ?")
_FISCAL: Final = re.compile(rf"(?:fiscal|financial)(?!.* {MONTH})|^FY")
_STANDS_ALONE: Final = re.compile(
    r"(?:^|[.!?;\n] ?)(?:Over )?$|\b[Ii]n $|\b[Dd]uring $|\bfor $"
    r"|(?<![0-9])(?:\b(?!from|than|against|above|below|with|by)[a-z]+ )[A-Z$¥]{0,4}[0-9][0-9.,]*(?: [a-z]+){1,3} $"
)
"""What stands before the year before where that is told of, and not compared with: was 3 million the previous year."""
TO_DATE: Final = re.compile(
    rf"(?:[Ss]o far|[Ss]ince the|(?:the )?[Yy]ear[- ]to[- ]date|[Ff]rom the (?!.* {MONTH})).*?(?P<year>[0-9]{{4}})?"
)
_AT_THE_END: Final = re.compile(r"(?:the )?(?:(?:end|close)[- ]|year-end|year['’]s end)")

_RISEN: Final = r"\b(?:up|down|rose|risen|grew|grown|fell|fallen|(?:increas|declin|decreas|jump|climb|dropp)(?:ed|ing))"
_COMPARED: Final = re.compile(
    r"(?:[比较与同继]|相比|[高低多少好快慢优强]于"
    r"|[Cc]ompared (?:with|to)|than(?: up to| by| at)?|over|from)(?: the)? ?$"
    r"|(?:same|corresponding) (?:period|time|month|quarter|week|day)s? (?:of time )?(?:of |in )?(?:the )?$"
    r"|(?:base|basis)(?: of comparison)? (?:in|of) (?:the )?$|(?:as|like) (?:that|those) (?:in|of|for) (?:the )?$"
    r"|\b(?:times|twice|double|triple|above|below) (?:the|that|those|its) (?:[a-z]+ ){0,3}(?:in|of|for) (?:the )?$"
    r"|\b(?:[a-z]{1,12}est|most|first)\b[^.,;]{0,40} since (?:the )?$"
    r"|\bas (?:much|many|high|large|big|low|often) as (?:that |those )?(?:in|of|during|for) (?:the )?$"
    r"|\b(?:compared (?:with|to)|against|versus) (?:[^,.;]|[.,](?=[0-9])){0,60} (?:in|of|for|during|over) (?:the )?$"
    r"|\bfrom (?:an? |the |about |some |over |nearly ){0,2}(?:[A-Z]{0,3}[$¥€£]?|[A-Z][a-z]{1,2} )[0-9][0-9.,]*"
    r"(?:%| (?:per ?cent|yuan|ton|million|billion)s?)"
    r"(?: [a-z-]+){0,4} (?:in|of|for|during) (?:the )?$"
    r"|\b(?:goal|target|record|peak) (?:of|for|from|set in) (?:the )?$"
    r"|(?:%|per ?cent) (?:up |down |higher |lower )?on (?:the )?$"
    r"|\b(?:surpass|exceed|beat|match)[a-z]* (?:the |that of |its )?$"
    r"|\bthe levels? (?:in|of|from|seen in|recorded in|reached in) (?:the )?$"
    r"|\bhad been (?:[a-z]+ ){0,2}[A-Z$¥]{0,4} ?[0-9][0-9.,]*(?: ?%| [a-z]+){1,3} (?:in|for|during|over) (?:the )?$"
    r"|than (?!doubl|tripl|quadrupl)(?:the |those |that )?(?:[a-z]+ ){0,3}(?:in|of|for) (?:the )?$"
    rf"|(?:{_RISEN} from|against) (?:about |some |over |nearly )?[0-9][0-9.,]*(?: [a-z]+){{0,2}} in (?:the )?$"
    rf"|(?:{_RISEN}) (?:by )?[0-9][0-9.,]*(?: ?%| per ?cent)(?: year on year)? on (?:the )?$"
    r"|from (?:the |those |that )?(?:[a-z]+ ){0,2}(?:figure|level|number|volume|total|rate|value|record|amount|period"
    r"|that|those|fall|rise|decline|growth|decrease|increase)s? (?:in|of|for) (?:the )?$"
)
_MAY_COMPARE: Final = re.compile("[比较与同继于 A-Za-z]")
"""How what it finds ends."""
_STRETCH: Final = re.compile(r"半年|季度|月")
_SAME_TIME: Final = re.compile(
    r"的?(?:同期|同月|水平|[高低]?基数|[0-9.]+倍)| period of|['’]s (?:record|level|peak|high)(?![a-z])| level(?![a-z])"
    r"|(?<= [0-9]{4}) period(?![a-z])"
)
_RISEN_TO: Final = re.compile("(?:[增减]加?|增长|减少|提高|提升|上升|下降|扩大|回落|升|降)$")
_THIS_YEARS: Final = re.compile("[到至](?:今年|本年|去年|(?:19|20)[0-9]{2}年)的")
"""What a number has come to by now, and is no deadline: 由上年的104万吨增加到今年的106万吨."""
