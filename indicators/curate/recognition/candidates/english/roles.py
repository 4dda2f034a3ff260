"""The words around an English number → whether it is a share, a growth or a change, or says which things are meant."""

import re
from typing import Final

_EACH_WITH: Final = re.compile(
    r"(?:[a-z]s|which|them|each) (?:with|having|have|had|has)(?: each)? (?:an? )?"
    r"(?:annual |individual |single |fixed-asset )?"
    r"(?:investment|revenue|income|sales|output|output value|tax payments?|turnover|capacity)s?(?: each)? of $"
    r"|(?<![a-z])each (?:with|having|worth)(?: an?)? $"
    r"|(?<![a-z])(?:those|ones) (?:of|with|worth) $"
    r"|(?<![a-z])(?:[Pp]roject|[Ee]nterprise|[Ff]irm|[Cc]ompan)(?:s|ies) (?:of|above|exceeding) $"
    r"|(?<![a-z])(?:[Ss]tart-?ups|[Ff]irms|[Cc]ompanies|[Uu]nicorns|[Oo]ne (?:project|company|firm)) worth $"
    r"|[a-z]s,? (?:(?:that|which) are )?(?:valued|priced) (?:at )?(?:above )?$"
    r"|(?<![a-z])(?:that|which|who) each [a-z]+(?: [a-z]+)? $"
    r"|(?<![a-z])(?:each|every one)(?: of [a-z]+)? with an? [a-z]+(?: [a-z]+)? (?:of|above|exceeding) $"
)
"""What stands before the least that each of some things has: 21 of which have an investment of over 100 million."""
_AND_MORE: Final = re.compile("(?:over|more than|at least|exceed(?:s|ed|ing)?|no less than|above) ", re.IGNORECASE)
_AT_MOST: Final = re.compile(r"(?<![a-z])(?:below|under|less than|fewer than|at most|no more than|up to) [^a-z]*[0-9]")
_ROUND: Final = re.compile(r"\D*[125](?:,?0{1,3}){0,4}(?![0-9.,])")
"""The digits of a least amount that others are counted by: 100 million, 5,000."""
_OF_THEM: Final = re.compile(r"\b(?:which|them|each)\b[^,]{0,40}$")
BEATEN_BY: Final = re.compile(
    r"(?<![a-z])(?:beat(?:s|en|ing)?|exceed\w{0,3}|surpass\w{0,3}|outstrip\w{0,4}|outpac\w{0,3}|trail\w{0,3}|lag\w{0,4}"
    r"|outperform\w{0,3}) [^,.;0-9]{2,60} by $"
    r"|(?<![a-z])(?:largest|biggest|second|third|next|ranked)[^.;0-9]{0,60}"
    r" (?:after|behind) [A-Z][A-Za-z]+(?: [A-Z][a-z]+)? \($"
    r"|^ ?[Tt]he (?:country|nation|province|region|state) as a whole [^,.;0-9]{3,60} $"
)
"""What stands before a number by which one is ahead of another, or of the whole that it is a part of."""
LIMIT: Final = re.compile(
    r"(?<![a-z])rang(?:e|es|ed|ing)(?: in [a-z]+)? (?:from|between) $|"
    r"(?<![a-z])(?:warning line|red line|poverty line|threshold|limit|cap|ceiling|safety standard|alert level)"
    r"(?: (?:of|at|is|was|set at))? $",
    re.IGNORECASE,
)
"""What stands before a number that others are held against: the warning line of 3 percent."""
_ALL_WITH: Final = re.compile(
    r"(?:^|(?<![a-z])(?:for|on|all|only|to) ) ?(?:[A-Za-z-]+ ){0,2}?[A-Za-z]{2,}s(?<!ed goods)(?<!sold goods)"
    r" (?:with|having|earning|making|priced|worth|costing|whose [a-z ]{3,40} (?:is|are|exceeds?))(?: an?)?"
    r" (?:[a-z-]+ ){0,4}$"
)
"""What stands before an amount by which some of all are chosen: Taxpayers with monthly sales below."""
_WITH_ANNUAL: Final = re.compile(
    r"[a-z]s(?<!hectares)(?<!meters)(?<!metres)(?<!tons)(?<!tonnes) with (?:an )?annual [a-z -]{3,50}(?: of)? $"
)


_HYPHEN: Final = re.compile(r"(?:[0-9]|illion|thousand)-(?!(?:[mbt]r?illion|thousand)$)[A-Za-z][A-Za-z.-]*$")
"""How an amount ends that stands before its noun: a 3-billion-yuan park."""
_CLASS: Final = re.compile(
    r"[- ](?:class|level)(?![a-z])|(?: [a-z-]+){0,3} (?:berth|wharf|wharves|dock|quay|pier|terminal berth|ship|vessel"
    r"|tanker|carrier|freighter|truck|crane|race|run|marathon|walk|tour)(?:e?s)?(?![a-z])"
)
_SEVERAL: Final = re.compile(
    r"(?: (?!(?:in|on|at|of|for|to|from|with|by|as|is|was|has|had|will|that|which|and|or)(?![a-z]))[A-Za-z-]+){0,5}?"
    r" [a-z]{2,}(?<![sui])s(?=$|[,.;:)]| (?:in|on|at|of|for|to|from|with|by|as|is|are|was|were|has|have|had|will|that"
    r"|which|and|or|this|last)(?![a-z]))"
)
_SMALL: Final = frozenset({"metres", "mm", "kg", "m2"})


def is_of_each_thing(printed: str, unit: str, after: str) -> bool:
    """True of an amount with hyphens that says what kind a thing is, or how large each of several: 3-ton trucks."""
    if _HYPHEN.search(printed) is None:
        return False
    is_small = unit in _SMALL and "," not in printed and "illion" not in printed
    return is_small or _CLASS.match(after) is not None or _SEVERAL.match(after) is not None


_A_TIME_BEFORE: Final = (
    r"(?:in [0-9]|(?:in |at |during )?(?:a year|last|this|the (?:previous|same|corresponding|end|begin|start"
    r"|year (?:before|earlier))))"
)
_CHANGE: Final = re.compile(
    rf"(?: (?P<fewer>fewer)| more)(?: [a-z-]+){{1,6}}? than {_A_TIME_BEFORE}|"
    r"(?:,? or [0-9.]+ ?(?:%|per ?cent),?)?(?: (?!(?:is|are|was|were|has|have|had|and|or)(?![a-z]))[a-z-]+){0,2}?"
    r" (?:(?P<less>less|fewer|lower|smaller)|more|higher|larger|bigger|greater"
    r"|longer|(?:up|(?P<down>down))(?= from)) (?:than|from) "
    rf"(?:{_A_TIME_BEFORE}"
    r"|(?:the )?(?:[a-z]+ ){1,3}(?:a year|in 20[0-9]{2}|last year|the (?:previous|same|corresponding)))"
)
"""What stands behind an amount by which a number differs from that of a year before: 820 million more than in 2015."""


_GAINED: Final = re.compile(
    r"\b(?:loans|deposits|savings|lending|balances?|reserves|population)(?: [a-z]+){0,2} (?:gained|added|lost|shed) $",
    re.IGNORECASE,
)
_ROSE: Final = re.compile(r"(?:rose|grew|increased|climbed|jumped|fell|dropped|declined|decreased)(?: by)? $")


_RISING: Final = re.compile(r"^ (?:rising|increasing|growing|falling|declining|decreasing|dropping|up|down) $")
_FROM_A_TIME: Final = re.compile(
    r" (?:from|over|compared with|compared to)"
    r" (?:the (?:same|previous|corresponding|beginning|end|year)|a year|last|20)"
)


def is_change(before: str, after: str) -> bool:
    """True of an amount by which another one rose or fell: 820 million more than in 2015, rose 2 billion yuan to 9."""
    rose = _ROSE.search(before) and _TO_A_NUMBER.match(after)
    rising = _RISING.search(before) and _FROM_A_TIME.match(after)
    return bool(rose or rising or _GAINED.search(before) or _CHANGE.match(after))


def is_fall(after: str) -> bool:
    """True of a change that the words behind it call a fall: 500 million yuan less than a year earlier."""
    change = _CHANGE.match(after)
    return change is not None and bool(change["less"] or change["down"] or change["fewer"])


def is_multiple(unit: str, after: str) -> bool:
    """True of how many times as much a number is as another: 1.4 times that of, 3 times as much as, threefold."""
    return unit == "fold" or (unit == "times" and _AS_MUCH.match(after) is not None)


_AS_MUCH: Final = re.compile(
    r" (?:as|that|those|than|what|the (?:number|figure|level|amount|volume|size|average|total)|its|their"
    r"|higher|larger|more|bigger|faster|greater|longer)(?![a-z])"
)


def is_of_each(printed: str, before: str) -> bool:
    """True of the least that each of some things has, by which they are counted: airports with over 100,000 tons."""
    is_least = _AND_MORE.match(printed) or before.endswith((" above ", " exceeding "))
    if _ALL_WITH.search(before) and (is_least or _AT_MOST.search(before + printed)):
        return True
    if not is_least:
        return False
    if _EACH_WITH.search(before):
        return _ROUND.match(printed) is not None or _OF_THEM.search(before) is not None
    return _WITH_ANNUAL.search(before) is not None


_OF_A_WHOLE_BEFORE: Final = re.compile(r"(?:, of which|Of (?:the total|them|these|this|that|the [a-z -]{3,40})),? $")
"""What stands before the share of a whole that was told of before it, or is named there: Of the total, 40 percent."""
_SHARE_NOUN: Final = re.compile(
    r"(?:\b(?:its|their|whose|the) (?:[a-z]+ ){0,2}(?:share|proportion|percentage)|\bwith (?:a|the) (?:[a-z]+ ){0,2}"
    r"(?:share|proportion)) (?:of|(?:(?:rose|grew|increased|climbed|fell|dropped|declined|rising|reached|reaching|stood"
    r"|standing|was|hit)(?: (?:up|down))?(?: (?:to|at))?)) $"
)
"""What stands before the share that an amount before it has of a whole: 5 billion yuan, and their share rose to."""
_A_RISE_OF: Final = re.compile(
    r"^ an? (?:[a-z-]+ ){0,3}?(?!share|proportion|rate|ratio|total|level|percentage|average|margin|market)[a-z-]+ of "
    r"(?:about |around |nearly |over )?$"
)
"""What stands before a growth that explains the amount before it: 204 tons, a hike of 2.6 percent."""
_GROWTH_WAS: Final = re.compile(
    r"(?<![a-z])growth (?:[a-z]+ ){0,6}(?:was|is|stayed|remained) (?:[a-z]+ ){0,2}[a-z]+, at $", re.IGNORECASE
)
"""What stands before a growth of which a sentence says first how it was: growth was slower in the towns, at."""
_IN_A_WORD: Final = re.compile("flat|unchanged|doubled|tripled|quadrupled|halved")
_TO_A_NUMBER: Final = re.compile(
    r"(?:[^,.;0-9]|(?:19|20)[0-9]{2}){0,40}?,? to (?:[a-z]+ ){0,2}(?:[A-Z]{0,4}[$¥€£]?)? ?[0-9]"
)


def is_share(before: str, sentence: str, after: str) -> bool:
    """True of a rate that is called the share of what was told of before it: and their share rose to, a 5% share."""
    is_told = _SHARE_NOUN.search(before) or _OF_A_WHOLE_BEFORE.search(sentence) or _CALLED_SHARE.match(after)
    return is_told is not None


_CALLED_SHARE: Final = re.compile(r"[- ](?:market )?share(?![a-z-]| price)")


_ACCOUNTS_FOR: Final = re.compile(r"(?:account(?:s|ed|ing)? for|ma(?:de|kes?|king) up)(?: [a-z]+)? $")


def accounts_for(before: str) -> bool:
    """True of words before the share that something has of a whole: and its growing firms accounted for."""
    return _ACCOUNTS_FOR.search(before) is not None


def is_part(words: str, after: str) -> bool:
    """True of words for a part of what they stand before: half the trade, one in four residents."""
    is_half = words.endswith("half") and after.startswith((" the ", " its ", " all "))
    return is_half or (" in " in words or " out of " in words)


def is_rise(before: str, words: str) -> bool:
    """True of a rate that is a growth by its own words or those before it: doubled, +5%, a hike of 2.6 percent."""
    is_rise = _A_RISE_OF.search(before)
    return words[:1] in {"+", "-"} or _IN_A_WORD.search(words) is not None or is_rise is not None


def is_growth_that_was(sentence: str) -> bool:
    """True of the words before a growth of which they say how it was: growth was slower, at."""
    return _GROWTH_WAS.search(sentence) is not None


def is_against_another(before: str, after: str) -> bool:
    """True of an amount told beside that of another thing, with a growth of its own: against 3 tons of ore, up 5%."""
    return before.endswith("against ") and _GREW_ITSELF.match(after) is not None


_GREW_ITSELF: Final = re.compile(
    r" (?:from|of|in|for) (?!(?:a year|the (?:same|previous|corresponding)|last|(?:19|20)[0-9]{2})(?![a-z]))"
    r"[a-z][^,.;0-9]{2,50}, (?:up|down|which (?:was|rose|grew|climbed|increased|fell|dropped|declined))(?![a-z])"
)


def grew_by(before: str, after: str) -> bool:
    """True of a growth without a verb that is known: joint-stock firms by 8.5 percent; surpassed last year's by 5."""
    return before.endswith(" by ") and not after.startswith(" of ")


def leads_to_an_amount(after: str) -> bool:
    """True of the words behind a rate that led to an amount, and no other rate: and its revenue 6 percent to 5 tons."""
    return _TO_AN_AMOUNT.match(after) is not None


_TO_AN_AMOUNT: Final = re.compile(
    r" (?:year[- ]on[- ]year )?to (?:(?:about|nearly|almost|around|over|more than) )?(?:[A-Z]{0,3}[$¥€£])?"
    r"[0-9][0-9.,]{0,16}(?![0-9.,]| ?%|[ -]?per ?cent)"
)


def is_advance(after: str) -> bool:
    """True of a rate that the words behind it call a growth: a 5 percent climb, 5 percent of growth."""
    return _ADVANCE.match(after) is not None


_ADVANCE: Final = re.compile(
    r"[- ](?:of )?(?:year[- ]on[- ]year |annual )?"
    r"(?:advance|gain|climb|expansion|uptick|improvement|leap|hike|boost|rebound|slump|plunge|dip|slide)(?![a-z])"
    r"| of (?:year[- ]on[- ]year |annual )?(?:growth|increase|decline|decrease)(?![a-z])"
    r"| in (?:[A-Za-z-]+ ){1,4}growth(?![a-z])"
)


def is_only_a_word(words: str, after: str) -> bool:
    """True of a word that is no growth that can be counted: remained flat; doubled to 3 billion yuan is one."""
    if _IN_A_WORD.search(words) is None:
        return False
    if words[:1] in "fu":
        return _AS_A_YEAR_AGO.match(after) is None
    return _LEADS_TO_A_NUMBER.match(after) is None


_AS_A_YEAR_AGO: Final = re.compile(
    r" (?:year[- ]on[- ]year|y-?o-?y|(?:with|from|compared (?:with|to)|over|on|against) "
    r"(?:a year|last year|the (?:year|previous year|same period)|(?:19|20)[0-9]{2}))(?![a-z])"
)
_LEADS_TO_A_NUMBER: Final = re.compile(
    r"(?:[^.;:0-9]|(?:19|20)[0-9]{2}){0,50}?,? (?:to|from|at|reaching|hitting|totall?ing|amounting to) "
    r"(?:[a-z]+ ){0,2}(?:[A-Z]{0,4}[$¥€£]?)? ?[0-9]"
)


def is_where(before: str, after: str) -> bool:
    """True of a count of places that only says where something is told of: registered in the 11 key parks."""
    return _IN_THE.search(before) is not None and _PLACES.match(after) is not None


_IN_THE: Final = re.compile(
    r"(?<![a-z])(?:in|at|across|among|throughout|within|of) (?:all )?(?:the|its|their|these|those) $", re.IGNORECASE
)
_PLACES: Final = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:parks|ports|zones|cities|counties|districts|provinces|regions|municipalities|prefectures"
    r"|countries|economies|states|nations|townships|towns|villages|areas|terminals|airports)(?![a-z])"
)
