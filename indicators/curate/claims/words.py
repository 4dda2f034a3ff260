"""The words before a number → whether they say anything that the metric, place, period and group do not explain.

进出口总额 and 对非洲进出口总额 are two things. A number of the second is not wrong for being none of the first.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from indicators.curate.recognition.names.entry_names import names_of_sector
from indicators.curate.recognition.names.grams import grams
from indicators.curate.recognition.names.vocabulary import Vocabulary
from indicators.curate.recognition.text import times
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import Group, Metric, Sector
from indicators.values.text import LANGS, plain_forms

_CLAUSE: Final = re.compile(r"[,，;；:：。!?！？\n、]|\. ")
_CHINESE_FILLING: Final = re.compile(
    r"三次产业|据?(?:初步)?(?:统计|核算|了解|悉|介绍)|记者(?:获悉|了解到|从)?|数据显示|预计|预期|有望|力争|确保|计划|目标|任务|将|拟"
    r"|累计|已经?|共计?|总计|合计|完成|实现|达成?到?|突破|超过?|超出?|近|约|为|是|有|的|了|在|从|于|等|和|与|及|其中|截至|当年|当期|同期|年度"
    r"|分别|依次|上涨|上升|下跌|回落|涨幅|增幅|降幅|全[国省市县区]|我[省市县区]|该[市县区]|本[市县区]|分?区县|县区|各[县区]|总[额量值数]|余额|数[量额]?|水平|规模|增长|下降|同比|拥有|发放|同时"
    r"|[两二三四五六七八九][区县市地者]共?|[合加]起来|只有?|仅有?|没有?|未能?|尚未|最[多少高低大小快慢]|居[首前]位?|领[跑先]"
    r"|(?:[0-9]{1,2}|[一二两三四五六七八九十])年[之以]?[前后]|[上前下后]一年|[次翌]年"
    r"|[一二三四五六七八九十]+"
)
_ENGLISH_FILLING: Final = re.compile(
    r"\b(?:reach\w*|was|were|is|are|came|stood|amounted|hit|total\w*|expected|forecast|estimated|target\w*|plan\w*|to|at|in|of|the|a|an"
    r"|and|for|by|on|its|about|over|nearly|more|than|around|value|year|annual|city|county|district|had|has|have|there|took|recorded|home"
    r"|rose|ris(?:e|en|ing)|gr(?:e|o)w\w*|jump\w*|climb\w*|surg\w*|increas\w*|fell|fall\w*|declin\w*|decreas\w*|dropp\w*"
    r"|gain\w*|soar\w*|expand\w*|shr[aiu]nk|slipp\w*|percent\w*|cent|points?|month|from|saw|posted|first|half|quarter"
    r"|generated|produced|yielded|brought|completed|achieved|according|statistics|reported|last|this|up|down|which|with|together|combined|collected|only|just|most|least|highest"
    r"|lowest|largest|smallest|fastest|earlier|later|before|after|s|be|will|did|does|do|not|never|failed|yet|short|topped|passed|exceeded|surpassed|crossed|past|above|beyond|aims?|cny|rmb|yuan)\b"
)
_AMOUNT: Final = re.compile(
    r"[0-9][0-9.,]*(?:\s?[百千万亿余多]*(?:美?元|人次|标箱|平方米|[吨家户个人名项件亩倍%])"
    r"|\s(?:thousand|million|billion|trillion)(?: (?:yuan|dollars|tonn?es|tons))?)?"
)
"""Numbers of a list before the one that is looked at."""
_LONG: Final = 2
_NEAR: Final = 60
_FAR: Final = 300


def clause_around(text: str, start: int, end: int) -> str:
    """The words of a clause around a number, and of the clause before it."""
    after = _CLAUSE.split(text[end : end + _NEAR])[0]
    before = _ITEM_BEFORE.sub("", text[max(start - _FAR, 0) : start])
    return f"{before} {after}"


_ITEM_BEFORE: Final = re.compile(r"[0-9][0-9,.]* (?:[A-Za-z-]+ ){1,5}and $")
"""The item of an English list before the one that is looked at: 85,319 self-employed businesses and."""


def is_list_matched(text: str, start: int, end: int) -> bool | None:
    """Whether a list behind 分别 has a number for each noun before it; None of a number that stands in no such list.

    True of an English list before “respectively” that has a number for each name.
    """
    if behind := _RESPECTIVELY_BEHIND.match(text, end):
        return _is_matched_before(text[max(start - _FAR, 0) : start], behind["rest"]) or None
    before = text[max(start - _FAR // 2, 0) : start]
    verb = max(_RESPECTIVELY.finditer(before), key=re.Match.end, default=None)
    if verb is None or _NO_LIST.search(before, verb.end()):
        return None
    behind = _REST_OF_LIST.match(text, end)
    numbers = before[verb.end() :] + (behind[0] if behind else "")
    *first, nouns = _SENTENCE_PART.split(before[: verb.start()])
    joined = 2 if _ALL_THREE in nouns else len(_AND.findall(nouns))
    if not joined and first:  # 2022年和2023年,莒县生产总值分别为
        joined = len(_AND.findall(first[-1]))
    return len(_AND.findall(numbers)) == joined


def _is_matched_before(before: str, behind: str) -> bool:
    """True of a list with as many numbers as names before it: in A, B and C ... 3, 2 and 1 respectively."""
    first = _NUMBERS_BEFORE.search(before)
    listed = first[0] if first else ""
    names = max(_NAMES.finditer(before, 0, len(before) - len(listed)), key=re.Match.end, default=None)
    numbers = len(_JOINED.findall(listed)) + len(_JOINED.findall(behind))
    return names is not None and len(_JOINED.findall(names[0])) == numbers > 0


_ENGLISH_NUMBER: Final = (
    r"[$¥]?[0-9][0-9.,]{0,12}(?<![.,])(?: (?:thousand|million|billion|percent))?(?: [a-z]{3,9}){0,2}?"
)
_RESPECTIVELY_BEHIND: Final = re.compile(
    rf"(?P<rest>(?:(?:,? and |, ){_ENGLISH_NUMBER}){{0,6}})(?: (?!and )[^.;,\n0-9]{{0,60}})?,? ?\brespectively\b"
)
_NUMBERS_BEFORE: Final = re.compile(rf"(?:{_ENGLISH_NUMBER}(?:,? and |, )){{1,6}}$")
_NAMES: Final = re.compile(r"(?:[A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,3}(?:,? and |, )){1,6}[A-Z]")
_JOINED: Final = re.compile(r",? and |, ")
_ALL_THREE: Final = "三次产业"
_RESPECTIVELY: Final = re.compile("分别|依次")
_NO_LIST: Final = re.compile(r"[。！？!?；;\n]|[,，](?![0-9])")
_REST_OF_LIST: Final = re.compile(r"(?:(?:[、和及与]|以及)[0-9][0-9.,]*[^0-9,，。；;、和及与]{0,6})*")
_SENTENCE_PART: Final = re.compile(r"[,，。;；:：!?！？\n]")
_AND: Final = re.compile("以及|[、和及与]")


def says_more(clause: str, known: Vocabulary, dataset: Dataset, entries: Iterable[str], phrase: str) -> bool:
    """True where the words of a clause around its number name something beside places, times and ``entries``.

    ``entries`` are ids of metrics, sectors and groups; ``phrase`` is how an accepted quote puts it.
    """
    names = sorted(_names(dataset, entries), key=len, reverse=True)
    *before, words = _CLAUSE.split(clause)
    if before and not any(name in words.lower() for name in names if name):  # 进出口总额,2017年达到
        words = f"{before[-1]} {words}"
    for expression in reversed(times.find(words, None)):
        words = f"{words[: expression.start]} {words[expression.end :]}"
    words = _AMOUNT.sub(" ", known.without_places(plain_forms(words)).lower())
    explained = set(grams(phrase))
    for name in names:
        words = words.replace(name, " ")
        explained.update(grams(name))
    words = _ENGLISH_FILLING.sub(" ", _CHINESE_FILLING.sub(" ", words))
    return any(len(gram) >= _LONG and gram not in explained for gram in grams(words))


def _names(dataset: Dataset, entries: Iterable[str]) -> Iterator[str]:
    for key in entries:
        known: tuple[Metric | Sector | Group | None, ...] = (
            dataset.metrics.get(key),
            dataset.sectors.get(key),
            dataset.groups.get(key),
        )
        for entry in (entry for entry in known if entry is not None):
            names = [entry.name, *([entry.short] if entry.short else [])]
            several = [name.of(lang) for name in names for lang in LANGS] + list(entry.also)
            several += names_of_sector(entry) if isinstance(entry, Sector) else ()
            for text in (plain_forms(name).lower() for name in several):
                yield text
                yield _BRACKETS.sub("", text).strip()


_BRACKETS: Final = re.compile(r"\([^)]*\)")
