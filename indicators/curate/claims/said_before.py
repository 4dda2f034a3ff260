"""The words of a sentence before a number → whether they tell of a plan, a holiday, a passed mark, a total to date."""

import re
from typing import Final

from indicators.model.subjects import Nature

_OF_PLANS: Final = re.compile(
    r"预计|有望|预期|预测|估计|计划|目标|力争|确保|任务|拟"
    r"|\b(?:expect\w*|forecast\w*|estimat\w*|predict\w*|target\w*|aim\w*|plan\w*|goals?|set to|due to|will|would"
    r"|to reach)\b",
    re.IGNORECASE,
)
_PLAN_BEHIND: Final = re.compile(
    r"的?[^,，;；。、的0-9]{0,6}(?:目标|任务|计划|预期)|[ -](?:target|goal|plan)\b", re.IGNORECASE
)
_CLAUSE: Final = re.compile(r"[,，;；、:：。](?![0-9])")
_HOLIDAY: Final = re.compile(
    r"假期|长假|黄金周|五一|国庆|清明|端午|中秋|元旦|春节|暑[期假]|[夏冬][季天]|旺季|[Hh]oliday|Golden Week|Festival"
    r"|May Day|National Day|[Ss]ummer|[Ww]inter|(?:high|peak) season"
)
_PASSED: Final = re.compile(
    r"(?:过|超|破|跨上|跨越|站上|迈上|登上|跃上|冲上)了?$"
    r"|\b(?:pass(?:ed|es|ing)?|past|topp(?:ed|ing)|tops|beyond|above|cross(?:ed|es|ing)?|br(?:oke|eak|eaks|eaking)"
    r"|clear(?:ed|s)) (?:the )?$",
    re.IGNORECASE,
)
_DIFFERENCE: Final = re.compile(
    r"[比较][^,，]{1,16}?[多少高低增减差](?:出|了|收|支|加|于)?$"
    r"|(?:(?<![最至不许众很])[多少](?:出|了)?|高出了?|[高低]了|(?:相|还|只|仅)差了?|差了|差距[为是达]?)$"
)
_MORE_THAN: Final = re.compile(r" (?:more|less|fewer|higher|lower|larger|smaller|bigger|ahead|behind|short)\b")
_A_BASE: Final = re.compile("(?:[比较](?!上?年?增|下降)|[与跟][^,，]{0,8}?同期)[^,，]{2,16}的$")
_DENIED: Final = re.compile(
    r"(?:没有?|未能?|尚未|不曾|从未|难以)(?:达到?|到|突破|超过?|过|实现|完成)?了?$|(?:并?非|不是)$"
    r"|(?:\b(?:not|never|fail(?:ed|s)? to|far from|cannot)|n[’']t) (?:(?:yet|even|quite) )?(?:(?:reach|top|exceed|pass"
    r"|hit|surpass|get to|go beyond|amount to|come to|be|topped|reached|passed|exceeded|been|at|above|over) )?$"
    r"|\b(?:short of|shy of|rather than) $",
    re.IGNORECASE,
)
_NO_BOUND: Final = re.compile(r"(?:非|不是)$|\b(?:be|been|at|than|come to|amount to|not|never) $", re.IGNORECASE)
_AWAY_FROM: Final = re.compile("(?:距离?|离)$")
_ADDED_UP: Final = re.compile(
    r"合计|共计|总计|加总|相加|之和|[合加]起来|加在一起|[两三四五几]者共|[两二三四五六七八九十几][地区县项类市个]{1,2}共"
    r"|\b(?:together|combined|altogether|in all|in total|a total of|added up|sum)\b",
    re.IGNORECASE,
)
_IN_ALL: Final = re.compile(r"[^.,;。，；\n]{0,30}\b(?:in all|together|combined|altogether|in total)\b")
_SEVERAL: Final = re.compile(r"[、和与及]|\band\b|[两二三四五六七八九十几][地者区县项类市个]")
_BETWEEN_COMMAS: Final = re.compile("[,，;；。](?![0-9])")
_NUMBER: Final = re.compile(r"[0-9]")
_COMPARED: Final = re.compile(
    r"环比|[比较](?:上[个一]?[月季周]|全[国省市]|[计规]划|预[期算])|month[- ]on[- ]month|quarter[- ]on[- ]quarter"
    r"|than (?:in )?(?:the )?(?:previous|last|national|province|provincial|city|expected|planned)"
)
_BY_THE_YEAR: Final = re.compile(
    r"每年|常年|年均|年(?:产|销|产[量值]|加工|处理)"
    r"|\b(?:annual\w*|yearly|(?:a|per|every|each) year(?! (?:earlier|ago|before)))\b"
)
_SHORT: Final = 40
_TO_DATE: Final = re.compile(r"累计|总共|历年|历史上|\b(?:cumulative\w*|accumulated|to date|so far|altogether|ever)\b")


def is_nature_open(before: str, behind: str, nature: Nature) -> bool:
    """True where a number may be of another nature than the one that was read.

    A sentence with words of a plan may tell of one, though the number is read as a result (超额完成5000万元的任务); and
    预计 before 生产总值221亿元 need not be said of the investment behind the comma.
    """
    if nature == "actual":
        return (_OF_PLANS.search(before) or _PLAN_BEHIND.match(behind)) is not None
    return _OF_PLANS.search(own_clause(before)) is None


def own_clause(before: str) -> str:
    """The words between a number and the mark before it."""
    return _CLAUSE.split(before)[-1]


def has_its_period(words: str, before: str, behind: str) -> bool:
    """True of a number with the words of its period right beside it: 2023年的453.2亿元, 45.32 billion yuan in 2023."""
    return bool(words) and (behind.startswith((f" in {words}", f" of {words}")) or before.endswith(f"{words}的"))


def words_of_place(before: str) -> str:
    """The clause before a number, with the clause before that one where no amount stands in it: 莒县去年,生产总值."""
    *first, own = _CLAUSE.split(before)
    return f"{first[-1]} {own}" if first and not _AN_AMOUNT.search(first[-1]) else own


_AN_AMOUNT: Final = re.compile(r"[0-9] ?(?:[百千万亿]|[元家户人个项吨%件名]|million|billion|percent)")


def own_words(before: str, behind: str) -> str:
    """The clause before a number, with what an English one counts: 23,439 self-employed businesses."""
    counted = _UP_TO_NEXT.match(behind) if before.isascii() else None
    return f"{own_clause(before)} {counted[0] if counted else ''}"


_UP_TO_NEXT: Final = re.compile(r"(?:(?! and | or | while )[^.,;:0-9\n])*")


def names_a_holiday(sentence: str) -> bool:
    """True of a sentence about a holiday or season, whose days are fewer than those of the year that it names."""
    return _HOLIDAY.search(sentence) is not None


def says_passed(before: str) -> bool:
    """True where the words right before a number say that it was passed: 游客过3000万人次, "topped 180 million"."""
    return _PASSED.search(before) is not None


def is_a_difference(before: str, behind: str = "") -> bool:
    """True of a number that says by how much two differ: 比东港区少2.66亿元, "1.9 billion yuan more than"."""
    if _DIFFERENCE.search(own_clause(before)) or _AWAY_FROM.search(before):
        return True
    return _MORE_THAN.match(behind) is not None


def is_a_base(before: str) -> bool:
    """True of a number with which another one is compared: 比去年同期的2.91%略低."""
    return _A_BASE.search(own_clause(before)) is not None


def is_denied(before: str) -> bool:
    """True of a number of which the words right before it say that it was not reached, or is not so."""
    return _DENIED.search(before) is not None


def is_denied_as_bound(before: str) -> bool:
    """True of a denied number of which the true one falls short: 没有达到130亿元, not of 并非130亿元."""
    return is_denied(before) and _NO_BOUND.search(before) is None


def is_a_sum(before: str, behind: str) -> bool:
    """True of a number that adds up others: 企业5.29万户、个体工商户9.42万户，合计14.71万户."""
    if not _ADDED_UP.search(own_clause(before)) and not _IN_ALL.match(behind):
        return False
    words = _BETWEEN_COMMAS.split(before)[-1]  # with the nouns of a list: 第二、第三产业增加值合计
    return _SEVERAL.search(words) is not None or _NUMBER.search(before) is not None


def is_by_the_year(before: str, behind: str) -> bool:
    """True of a number that is counted by the year: 年产干茶1.1万吨, 11,000 tons a year."""
    return _BY_THE_YEAR.search(f"{own_clause(before)} {own_clause(behind[:_SHORT])}") is not None


def compares_otherwise(before: str, behind: str) -> bool:
    """True of a rate that is not against the year before: 环比下降2.7%, 1.2 percent more than in the province."""
    return _COMPARED.search(own_clause(before)) is not None or _COMPARED.search(own_clause(behind[:_SHORT])) is not None


def counts_to_date(before: str) -> bool:
    """True where a clause counts from the beginning on: 累计招收96名 are not those of the year before it."""
    return _TO_DATE.search(own_clause(before)) is not None
