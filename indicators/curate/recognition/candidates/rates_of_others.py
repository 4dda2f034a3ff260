"""A rate and the words around it → whether it is of another place or time than those that are told of."""

import re
from typing import Final

from indicators.analysis.printed_rates import PrintedRate
from indicators.curate.recognition.candidates.english import roles as english_roles
from indicators.values.dates import MONTHS

THAN_OTHERS: Final = re.compile(
    r"[高低快慢多少]于全[国省市][^,，0-9]{0,8}$|比(?![^,，]{0,10}[年月期季])[^,，0-9]{1,10}[多少]$"
)
"""What stands before a number by which one is ahead of another: 高于全省3亿元, 进口比出口多3亿元."""


def is_of_others(rate: PrintedRate, sentence: str, before: str, after: str) -> bool:
    """True of a rate of another place or of several years, and of how far one is ahead.

    ``before`` and ``after`` are the words of its clause, and ``sentence`` those of its sentence before it.
    """
    is_again = before.endswith("(") and _IN_REAL_TERMS.match(after)  # 5 tons, 9 percent more (7 percent in real terms)
    if is_again or any(pattern.search(before) for pattern in _OF_OTHERS) or _ELSEWHERE.search(sentence):
        return True
    if _SINCE_LAST_MONTH.search(sentence) or any(pattern.match(after) for pattern in _OF_OTHERS_BEHIND):
        return True
    if rate.words.endswith("fold") or (rate.words == "翻番" and rate.role != "growth"):
        return True  # threefold, which may be by or to; 总量实现翻番,达到33万户
    if rate.words.endswith(("以内", "以下")) and _KEPT_WITHIN.search(before):
        return True  # 失业率2.9%,控制在4.5%以内
    if english_roles.is_only_a_word(rate.words, after):
        return True
    times_as_much = rate.words[-1:] == "倍" and _TIMES_AS_MUCH.search(before)
    return bool(times_as_much or ("持平" in rate.words and _AS_ELSEWHERE.search(before)))


_IN_REAL_TERMS: Final = re.compile(
    " (?:in (?:real|nominal|comparable|constant|dollar|yuan) |after |excluding |at constant )"
)
_A_PAST_TIME: Final = (
    r"(?:(?:the )?(?:last|previous|preceding) (?:year|month|quarter|season)|(?:the )?(?:19|20)[0-9]{2}"
    r"|(?:an?|one|the) (?:year|month|decade) (?:earlier|ago|before)|(?:the )?(?:same|corresponding|year-earlier)"
    r"(?: (?:period|month|quarter|level|figure))?|(?:the )?pre-?[a-z-]{3,20})(?![a-z])"
)
_OF_THE_PAST: Final = re.compile(
    rf",? of (?:{_A_PAST_TIME}(?:['’]s?)?(?: (?:total |overall )?"
    r"(?:levels?|figures?|totals?|numbers?|volumes?|records?|marks?|one))?"
    r"(?:$|[,.;:)]| (?:in|of|for|at|this|last|during|and|or|by|while|with)(?![a-z]))"
    r"|(?:that|those|(?:the|its|their) (?:levels?|figures?|numbers?)|what (?:it|they|was|were)[a-z ]{0,12}?)"
    rf"(?: recorded| registered| seen| reported)?(?: (?:in|of|for|from|at|during|was|were))? {_A_PAST_TIME})"
)
"""What stands after a rate that tells how much of an earlier number there is again: 79 percent of last year's level."""
_YEAR_BY_YEAR: Final = re.compile(
    r" (?:annually|(?:a|per|each|every) year|per annum)(?! (?:ago|earlier|before))(?: on average)?(?=[ ,.;)]|$)"
    r"|,? on average"
)
"""What stands after the mean growth of several years."""
_MONTHS: Final = "|".join(MONTHS)
_OVER_A_MONTH: Final = re.compile(
    r" ?(?:(?:month|quarter)[- ](?:on|over)[- ](?:month|quarter)|from (?:the )?(?:previous|last) (?:month|quarter)"
    r"|(?:from|over|than|on) (?:a|the|one) (?:(?:previous|last|preceding|first|prior) )?(?:month|quarter)"
    r"(?: (?:earlier|ago|before))?"
    r"|(?:[a-z]+ ){0,2}(?:from|over|than|on|below|above)"
    r"(?: (?:in|that of|that in|those of|the level of|the figure for))?"
    rf" (?:{_MONTHS})(?! (?:(?:19|20)[0-9]{{2}}|last year|to|through|a year|of)))(?![a-z])",
    re.IGNORECASE,
)
"""What stands after a growth since the month before, which is none of a year."""
_SINCE_LAST_MONTH: Final = re.compile(
    r"环比(?:(?!同比)[^,，。])*$|环比(?:来)?看[,，](?:(?!同比)[^。])*$"
    r"|(?:^\s*|[,.;:—] |(?:and|but|while|with) )(?:[Oo]n (?:a|the) "
    r"(?:month(?:ly|-on-month)|quarter(?:ly|-on-quarter)) basis"
    r"|(?:[Mm]onth[- ]on[- ]month|[Qq]uarter[- ]on[- ]quarter)"
    r"|[Cc]ompared (?:with|to) (?:the (?:previous|last|preceding)|a) (?:month|quarter)(?: (?:earlier|ago|before))?)"
    r",? [^,0-9]{0,60}$"
)
"""What stands before one: 环比分别下降16.6%和."""
_KEPT_WITHIN: Final = re.compile("^(?:均|有效|继续|始终|稳定)?(?:控制|保持)在$")
_TIMES_AS_MUCH: Final = re.compile(r"[是为达][^,，]{2,14}的?$")
"""What stands before how many times as much a number is as another: 是去年同期的18倍."""
_OF_OTHERS: Final = (
    re.compile(
        r"(?:[高低快慢好优]于|领先|超过|高出|跑赢|[比较](?=全[国省市]))[^,，]{0,4}"
        r"(?:全[国省市县]|平均|同期|[\u4e00-\u9fff]{2,3}省)[^,，]{0,10}$"
    ),
    re.compile(r"[比较](?:常年|历年|往年|多年)[^,，]{0,8}$|(?:增速|增幅|涨幅)[^,，。]{0,12}(?:保持|稳定|维持)在$"),
    re.compile(r"\(全[国省市州][^()]{0,8}$"),
    re.compile(
        r"(?:above|below|over|than|against|versus|compared (?:with|to)|exceed(?:s|ed|ing)?) (?:the |an? )?(?:national"
        r"|provincial|global|world|(?:country|nation|province)['’]s|average|mean)(?![a-z])"
    ),
    re.compile(
        r"(?:higher|lower|faster|slower|larger|smaller|better|more|less) than (?!(?:an? (?:year|month)|last|the (?:same"
        r"|previous|corresponding|year)|in)(?![a-z]))[^,.;0-9]{3,60} by (?:as much as )?$"
    ),
    re.compile(
        r"(?:compared (?:with|to)|against|versus|as opposed to)(?: the)? $"
        r"|(?:owned|held|run|used|paid|produced|made) by $"
    ),
    re.compile(r"nationwide (?:was|is|stood at|reached|hit) $"),
    re.compile(
        r"(?<![a-z])(?:above|below|over|under|than|ahead of|short of|beat(?:ing)?|missed|missing|exceed(?:ed|ing|s)?"
        r"|surpass(?:ed|ing|es)?|outpac(?:ed?|ing)|outperform(?:ed|ing)?|topp?(?:ed|ing)) [^,.;0-9]{0,40}"
        r"(?:target|plan|goal|quota|forecast|estimate|expectation|average|mean|nation|province|country|peer|rival)"
        r"(?:s|['’]s?)?(?: [a-z]+){0,2} by (?:as much as )?$"
    ),
    re.compile(
        r"growth rates? (?:of [^,.;0-9]{2,60} )?(?:ha[sd] |have )?"
        r"(?:increased|rose|risen|grew|climbed|fell|fallen|dropped|declined|decreased"
        r"|narrowed|slowed)(?: by)? $"
    ),
    re.compile(r"[比较][^,，]{0,10}(?:目标|任务|计划)(?:任务|数)?$"),
    re.compile(r"^而?(?:去年|上年|前年)同[期月](?!相?比)[^,，]{0,14}$"),
    re.compile(r"(?:恢复|相当于|达)[^,，]{0,4}(?:[0-9]{4}年|去年|上年|疫情前)[^,，]{0,8}的$"),
    re.compile(
        r"(?:average annual|annual(?:ized)? average|average yearly|compound annual|annualized|CAGR)"
        r"(?: [a-z]+){0,4}? (?:of|by|was|to|at)(?: an average of)? $|by an average of $",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![0-9])[0-9两二三四五六七八九十]{1,2}年(?:来|间|内)?(?:累计|共|总共|分别)?(?:增长|增加|提高|提升|下降|降低|翻)[了达到]{0,2}$"
    ),
    re.compile(r"(?:[两二三]年|年均|平均)(?:复合)?(?:年均?)?(?:平均)?(?:增长|增速|增幅)[率为约在达到]{0,3} ?$"),
)
"""What stands before a rate of another place, or of several years."""
_ELSEWHERE: Final = re.compile(
    r"(?:全[国省]|平均水平|平均)\($"
    r"|比全[国省市][^,，。]{0,12}(?:\([^)]{0,12}\)[^,，。]{0,12}){0,3}"
    r"(?:分别)?[高低快慢](?:出|于)?(?:[0-9.]+ ?[、和] ?)?$"
)
"""What stands before a rate of another place, or before how far one is ahead of it: 比全省(7.4%)高."""
_AS_ELSEWHERE: Final = re.compile(r"与(?!上年|去年|同期|上月)[^,，]{0,10}(?:基本)?$")
_OTHERS_AFTER: Final = re.compile(
    r"(?: and [0-9.]+ percentage points?)? ?(?:points? )?(?:higher|lower|faster|slower) than "
    r"(?:the (?:national|provincial|first|second|third|previous(?! (?:year|period))|(?:rate|figure|number|level"
    r"|growth)s?)|that|those)"
    r"(?![a-z])"
)
IS_MORE_THAN_OTHERS: Final = re.compile(
    r" (?:more|fewer) [a-z]+s than(?![a-z]| (?:in [0-9]|(?:in |at |during )?(?:a year|last|the (?:same|previous|end"
    r"|start|corresponding))))|"
    r" (?:more|less|fewer|higher|lower|larger|smaller) than "
    r"(?:the (?:national|provincial|world|average|mean)|that of|those of)"
)
"""What stands behind an amount by which one is ahead of another: 24 kilograms more than the national average."""
AS_MUCH_BY: Final = re.compile(
    r",? and (?:(?:that |those )?of|the) (?:(?!rose|gr[eo]w|increas|fell|declin|decreas|dropp)[^,.;:0-9\n]){2,40} by "
)
"""What stands between two rates by which one is ahead of others: than in A by 3 percent and in B by 4 percent."""
_SINCE_A_YEAR: Final = re.compile(
    r",? since (?:19|20)[0-9]{2}(?![0-9-])"
    r"|(?: [a-z]+){0,2} (?:than|from|over|on|compared (?:with|to)) (?:two|three|four|five|six|seven|eight|nine|ten"
    r"|[2-9]|1[0-9]|several) (?:years|decades|months|quarters) (?:ago|before|earlier)"
)
"""What stands after a growth of several years."""
_AHEAD_OF_PLAN: Final = re.compile(
    " (?:ahead of|behind) (?:schedule|plan|target|the (?:plan|schedule|target))(?![a-z])"
)
_OF_OTHERS_BEHIND: Final = (_OF_THE_PAST, _SINCE_A_YEAR, _AHEAD_OF_PLAN, _YEAR_BY_YEAR, _OVER_A_MONTH, _OTHERS_AFTER)
