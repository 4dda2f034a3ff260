"""The words before a list of numbers → where the nouns stand that these are of, one each: 粮食、蔬菜产量分别为."""

import re
from collections.abc import Sequence
from typing import Final

from indicators.curate.recognition.candidates.between_numbers import has_noun
from indicators.curate.recognition.candidates.candidate import NumberRole
from indicators.curate.recognition.text.scanned_number import ScannedNumber

Nouns = tuple[tuple[int, int], ...]
NO_NOUNS: Final[Nouns] = ()
LONGEST_WORDS: Final = 400
"""So many characters before a number can say what it is of."""
_RISEN: Final = "up|down|rose|grew|increased|fell|dropped|declined|decreased"
WAY: Final = re.compile(f"[增升降]|{_RISEN}")
"""Whether the next rate of a list rose or fell."""
IN_A_LIST: Final = re.compile(rf" ?(?:[、,，和及与]|,? ?and)(?:下降|增长)? ?|,? and (?:{_RISEN})(?: by)? ")
"""What stands between two numbers of a list: 32%、144%; up 5 percent and down 6 percent."""
RISES: Final = re.compile(
    r"(?<![a-z])(?:increases|rises|gains|jumps|decreases|declines|falls|drops|growth rates|growth) of $"
)
"""What stands before the growths of several amounts."""
RESPECTIVELY: Final = re.compile("分别|各自|依次|respectively")

INDUSTRIES: Final = ("第一产业", "第二产业", "第三产业")
ALL_INDUSTRIES: Final = re.compile("(?:第?一(?:产业)?、第?二(?:产业)?[、和]?第?)?三次?产业")
"""What the three industries are called where a number of each follows: 三次产业, 第一、二、三产业."""
OF_INDUSTRIES: Final = re.compile(f"{ALL_INDUSTRIES.pattern}[^,，。;；]{{0,12}}分别")
TOWN_AND_COUNTRY: Final = ("城镇", "农村")
OF_TOWN_AND_COUNTRY: Final = re.compile(
    "城乡(?!居民收入比|收入比)(?:[^,，。;；]{2,20}|[^,，。;；0-9]{2,24}[,，](?:居民)?人均[^,，。;；0-9]{2,14})$"
)
"""Parts in Chinese that a list tells of without their names."""


def nouns_of(text: str, lead: int, run: Sequence[ScannedNumber], role: NumberRole) -> Nouns:
    """Where the nouns stand that the numbers of a list are of, one each; empty where that is not clear."""
    words = text[lead : run[0].start]
    if role not in {"amount", "growth", "share", "change"} or not (has_noun(words) or ", with " in words):
        return ()
    verb = RESPECTIVELY.search(words)
    if verb is None and not RESPECTIVELY_BEHIND.match(text, run[-1].end):
        return ()
    clause = _AS_A_LIST.split(words[: verb.start() if verb else len(words)])[-1]
    if _INDUSTRIES_IN_SHORT.match(clause):
        return ()  # 第一、二、三产业增加值分别为: the nouns do not say which they are
    clauses = [clause, clause.rpartition(", with ")[2]]  # the trade rose, with exports and imports up 10% and 2%
    for clause in dict.fromkeys(clauses):
        first = lead + words.index(clause)
        for commas in _BETWEEN_NOUNS:
            gaps = [gap.span() for gap in commas.finditer(clause)]
            if len(gaps) == len(run) - 1 or (len(gaps) >= len(run) and commas is _BETWEEN_NOUNS[-1]):
                start = gaps[-len(run)][1] if len(gaps) >= len(run) else 0
                gaps = gaps[-(len(run) - 1) :]
                starts, ends = [start, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(clause)]
                return tuple((first + start, first + end) for start, end in zip(starts, ends, strict=True))
    return ()


RESPECTIVELY_BEHIND: Final = re.compile(
    r"(?: year[- ]on[- ]year| from a year (?:earlier|ago))?.{1,2}?(?:分别|各自|依次|respectively)"
    r"|(?:[ ,A-Za-z0-9%-]|\.(?=[0-9])){0,90}?,? respectively"
)


_INDUSTRIES_IN_SHORT: Final = re.compile(".{0,20}第?一、第?二、第?三产业")
_AS_A_LIST: Final = re.compile(r"[,，;；:：。](?!.*(?:[,，] |and ))|中的?(?=[^,，]{2})")
_BETWEEN_NOUNS: Final = (
    re.compile("[、]"),
    re.compile("[、]|以?及|和"),
    re.compile("[、]|以?及|[和与]"),
    re.compile(r",? and (?:the )?|, (?:the )?"),
    re.compile(r"(?<![Ii]mports)(?<![Ii]mport),? and (?:the )?|, (?:the )?"),
)


def nouns_of_risen(text: str, start: int, run: Sequence[ScannedNumber], role: NumberRole) -> Nouns:
    """Where the nouns stand of amounts that rose from others: 产值和利税由3亿元和1亿元上升为5亿元和2亿元."""
    end = run[0].start
    risen = _FROM_TO.fullmatch(text, max(start, end - LONGEST_WORDS), end) if role == "amount" else None
    if risen is None:
        return ()
    clause, first = risen["nouns"], risen.start("nouns")
    for commas in _BETWEEN_NOUNS:
        gaps = [gap.span() for gap in commas.finditer(clause)]
        if len(gaps) == len(run) - 1:
            starts, ends = [0, *(after for _, after in gaps)], [*(before for before, _ in gaps), len(clause)]
            return tuple((first + begin, first + stop) for begin, stop in zip(starts, ends, strict=True))
    return ()


_FROM_TO: Final = re.compile(
    r"(?:.*[,，:：])?(?P<nouns>[^,，。;；:：0-9]{2,40}?)(?:分别)?[由从][^,，。;；]{2,60}"
    r"(?:上升|增加|增长|提高|提升|扩大|下降|减少|降低|回落|发展)[为到至](?:[0-9]{4}年的?)?",
    re.DOTALL,
)


_INDUSTRY_IN_SHORT: Final = re.compile("第?([一二])$")
_LAST_INDUSTRY: Final = re.compile("(?<=[二三])产业.*")


def whole_noun(noun: str, last: str) -> str:
    """A noun of a Chinese list with what only the last one says: 养老保险参保人数 of 养老保险、工伤保险参保人数."""
    if noun == last:
        return noun
    if (which := _INDUSTRY_IN_SHORT.search(noun)) and (rest := _LAST_INDUSTRY.search(last)):
        return f"{noun[: which.start()]}第{which[1]}{rest[0]}"  # 第二、三产业增加值
    for start in range(len(noun) - 1):
        same = last.rfind(noun[start:])
        if same >= 0:
            return noun + last[same + len(noun) - start :]
    return noun + (last[len(noun) :] or last)


def is_chinese_list(words: str) -> bool:
    """True of what stands between the first and the last amount of a list: 吞吐量20亿吨、集装箱30万标箱."""
    return _JOINT.search(words) is not None and _CLAUSE_END.search(words) is None


_JOINT: Final = re.compile("[、和及与]")
_CLAUSE_END: Final = re.compile("[,，;；。:：\n]")
