"""The numbers of a text with their roles → candidates: an amount with the rates that belong to it, or a rate alone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, cast

from indicators.curate.roles import FIGURE_ROLES, FigureRole, NoFigureReason, NumberRole
from indicators.curate.scanning import ScannedNumber


@dataclass(slots=True)
class Candidate:
    """What may be one figure: the number that it begins with, its role, and the numbers of its parts by their roles.

    ``lead`` is where its own words begin: at the last number before it, or at its sentence.
    """

    number: ScannedNumber
    role: FigureRole
    lead: int
    sentence: int
    end: int
    parts: dict[FigureRole, ScannedNumber] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NoFigure:
    """A number that is no figure, and why."""

    number: ScannedNumber
    reason: NoFigureReason


@dataclass(frozen=True, slots=True)
class _Item:
    number: ScannedNumber
    role: NumberRole


def attach(
    text: str, numbers: Sequence[ScannedNumber], roles: Iterable[NumberRole]
) -> tuple[list[Candidate], list[NoFigure]]:
    """The candidates of a folded text, and the numbers that are none; each number is in one of them, once."""
    candidates: list[Candidate] = []
    others: list[NoFigure] = []
    sentence: list[_Item] = []
    start = 0
    ends = (end.end() for end in _SENTENCE_END.finditer(text))
    bound = next(ends, len(text) + 1)
    for number, role in zip(numbers, roles, strict=True):
        while number.core >= bound:
            _attach_sentence(text, start, sentence, candidates, others)
            start, sentence = bound, []
            bound = next(ends, len(text) + 1)
        sentence.append(_Item(number, role))
    _attach_sentence(text, start, sentence, candidates, others)
    return candidates, others


_SENTENCE_END: Final = re.compile(r"[。!?\n;；]|\.(?= [A-Z“\"]|\n|$)")


def _attach_sentence(
    text: str, start: int, items: Sequence[_Item], candidates: list[Candidate], others: list[NoFigure]
) -> None:
    own: list[Candidate] = []
    lead = start
    index = 0
    while index < len(items):
        item = items[index]
        run = _listed(text, items, index)
        if item.role not in FIGURE_ROLES:
            others.append(NoFigure(item.number, cast("NoFigureReason", item.role)))
        elif item.role == "amount" and own and _grown_to(own[-1], text, item):
            own[-1].number, own[-1].role, own[-1].end = item.number, "amount", item.number.end
        elif item.role == "amount":
            own.append(Candidate(item.number, "amount", lead, start, item.number.end))
        elif len(run) > 1 and len(own) >= len(run) and _RESPECTIVELY.search(text, own[-1].end, item.number.start):
            for candidate, rate in zip(own[-len(run) :], run, strict=True):
                _give(candidate, rate, others)
            index += len(run) - 1
            item = run[-1]
        elif own and not _new_noun(text[max(own[-1].end, lead) : item.number.start], item.role):
            _give(own[-1], item, others)
        elif (item.role in {"growth", "share"} and _has_noun(text[lead : item.number.start])) or (
            item.role == "points" and _IN_POINTS.search(text[lead : item.number.start])
        ):
            own.append(_alone(item, lead, start))
        else:
            others.append(NoFigure(item.number, "comparator"))
        if item.role != "date":
            lead = item.number.end
        index += 1
    candidates.extend(own)


def _grown_to(candidate: Candidate, text: str, item: _Item) -> bool:
    """True where an amount is what a growth before it led to: climbed 18.8 percent to 13.86 million TEUs."""
    gap = text[candidate.end : item.number.start]
    return candidate.role == "growth" and _TO.fullmatch(gap) is not None


_TO: Final = re.compile(r",? ?(?:to|reaching)(?: about)? |[,，]?(?:达到?|至|增至|升至)")


def _alone(item: _Item, lead: int, sentence: int) -> Candidate:
    role: FigureRole = "growth" if item.role == "growth" else "share" if item.role == "share" else "points"
    return Candidate(item.number, role, lead, sentence, item.number.end, {role: item.number})


_IN_POINTS: Final = re.compile(r"(?:率|比重|占比)[^,，。]{0,6}$")


def _listed(text: str, items: Sequence[_Item], index: int) -> list[_Item]:
    """The rates of one role that stand in a list from here on: 32%、144%."""
    run = [items[index]]
    for item in items[index + 1 :]:
        gap = text[run[-1].number.end : item.number.start]
        if item.role != run[0].role or item.number.rate is None or not _LIST.fullmatch(gap):
            break
        run.append(item)
    return run


_LIST: Final = re.compile(r" ?(?:[、,，和及与]|and)(?:下降|增长)? ?")
_RESPECTIVELY: Final = re.compile("分别|各自|依次|respectively")


def _give(candidate: Candidate, item: _Item, others: list[NoFigure]) -> None:
    """Make a number a part of a candidate, unless it has one of that kind, or no rate that the points could be of."""
    role: NumberRole = item.role
    quantity = candidate.number.quantity
    of_a_rate = quantity is not None and quantity.unit.dimension == "ratio"
    if role in candidate.parts or role not in FIGURE_ROLES or (role == "points" and not of_a_rate):
        others.append(NoFigure(item.number, "comparator"))
        return
    candidate.parts[role] = item.number  # type: ignore[index]
    candidate.end = max(candidate.end, item.number.end)


def _new_noun(gap: str, role: NumberRole) -> bool:
    """True where the words between an amount and a rate name something else that the rate is of."""
    return _has_noun(_OF_A_WHOLE.sub("", gap) if role in {"share", "completion"} else gap)


_OF_A_WHOLE: Final = re.compile(
    r"(?:占|完成|达到?|实现|超额完成|超)[^,，。]{0,24}$|accounting for .*$"
    r"|[^,，]{0,12}(?:计划|任务|目标|预算)[^,，]{0,6}$"
)


def _has_noun(words: str) -> bool:
    rest = _CONNECTING.sub("", _BRACKETS.sub("", words))
    return len(_CHINESE.findall(rest)) >= 2 or bool(_ENGLISH_NOUN.search(_ENGLISH_CONNECTING.sub("", words)))


_BRACKETS: Final = re.compile(r"\([^()]{0,40}\)?")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_CONNECTING: Final = re.compile(
    r"按?(?:可比|不变|现行)?(?:价格?|口径|因素)(?:计算)?|扣除价格因素|[比较与](?:上年|去年|年初|上月|前年|一季度|[0-9]{4}年)(?:同期|同月)?(?:相比)?"
    r"|同比|环比|分别|实际|名义|累计|平均|预计|大幅|稳步|小幅|继续|年均|增速|增幅|涨幅|降幅|增长率?|下降|上升|上涨|回落|减少|增加|提高|提升|加快|增|降"
    r"|由[^,，]{0,12}转|达到?|为|约|超过?|近|了|的|均|且|并|其中|也|又|再|已|占|完成|实现|年度|全年|计划|任务|目标|位居|全[国省市县区]"
    r"|[\s,，、:：;；(（)）“”\"']|第[一二三四五六七八九十0-9]+位?|[0-9.%]+"
)
_ENGLISH_NOUN: Final = re.compile(
    r"[a-z]{4,}(?: [a-z]+)* (?:rose|grew|climbed|fell|increased|decreased|of|came to|reached)\b|, (?:of which|with) ",
    re.IGNORECASE,
)
_ENGLISH_CONNECTING: Final = re.compile(
    r"\b(?:up|down|an?|the|increase|decrease|rise|growth|decline|drop|of|by|year[- ]on[- ]year|percent|in)\b"
    r"|\b(?:representing|which|was|is|and|or|with)\b",
    re.IGNORECASE,
)


def in_order(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates in the order of the text."""
    yield from sorted(candidates, key=lambda candidate: candidate.number.start)
