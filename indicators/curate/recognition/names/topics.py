"""The choices of a number → with the metrics told of before it, and whether a rate alone is what its metric counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from indicators.curate.recognition.names.english.names import NEW, NEW_THEN, STANDS, THAT_OF
from indicators.curate.recognition.names.metric_names import FigureKind
from indicators.curate.recognition.names.vocabulary import Choice, Vocabulary
from indicators.curate.recognition.names.words_around import WordsAround
from indicators.model.vocabulary import ALL, Metric
from indicators.values.unit_table import Unit

FAR: Final = 0.4
LIKE: Final = 0.65
"""How much of its words a metric has to explain that is not far from them, and one that is like them."""
_GOES_ON: Final = 0.3
_SAME_NOUN: Final = 0.2
_TOLD_BEFORE: Final = 0.12
_SEVERAL: Final = 3
_NUMBER: Final = re.compile(r"[0-9０-９]|(?:around|about|nearly|over|more than|less than|at least) [0-9]")


_THIRD: Final = 2
_MOST_TOLD: Final = 6
_BY_ITSELF: Final = 0.2
"""How much a third choice has to explain that keeps its place before one of another kind."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was told before a number: the ``metrics`` of the numbers before it, the last one first, and what it is of.

    ``whole`` are the metrics of what it is said to be a share of: 教育支出48亿元,占财政支出的21%. One that
    ``is_part`` of what was told of says so: 按消费类型分,餐饮收入3亿元.
    """

    metrics: Sequence[str]
    whole: Sequence[str] = ()
    is_part: bool = False


def with_other_kinds(choices: Sequence[Choice], told: Told, unit: Unit | None, known: Vocabulary) -> list[Choice]:
    """The choices with a third one of another kind, where its own words hardly speak for the third.

    It is the metric of the whole that a number is a share of, or else the one told of most often just before. A number
    that is a part of what was told of before has it unless its words are like the third.
    """
    if len(choices) > _THIRD and choices[_THIRD].score >= (LIKE if told.is_part else _BY_ITSELF):
        return [*choices]
    first = [choice.kind.metric for choice in choices[:_THIRD]]
    near = [
        metric for metric in told.metrics[:_MOST_TOLD] if metric and metric not in first and known.fits(metric, unit)
    ]
    others = [metric for metric in told.whole if metric not in first and known.fits(metric, unit)]
    others += sorted(dict.fromkeys(near), key=lambda metric: -near.count(metric))
    if not others or not (choices or unit is None):
        return [*choices]
    best = {choice.kind.metric: choice for choice in choices}
    other = best.get(others[0], Choice(FigureKind(others[0], ALL, ALL), 0.0, ""))
    least = choices[:_THIRD][-1].score if choices else _TOLD_BEFORE
    rest = [choice for choice in choices[_THIRD:] if choice is not other]
    return [*choices[:_THIRD], replace(other, score=max(other.score, min(_TOLD_BEFORE, least))), *rest]


def as_listed(choices: Sequence[Choice], first: str, unit: Unit | None, known: Vocabulary) -> list[Choice]:
    """The choices of a number of a list whose noun names no metric: that of the ``first``, unless another is like it.

    工业、建筑业和金融业分别入库3亿元、2亿元和1亿元: one list, one metric.
    """
    if not first or not known.fits(first, unit) or (choices and choices[0].score >= LIKE):
        return [*choices]
    best = {choice.kind.metric: choice for choice in choices}
    same = best.pop(first, Choice(FigureKind(first, ALL, ALL), _TOLD_BEFORE, ""))
    most = choices[0].score if choices else _TOLD_BEFORE
    return [replace(same, score=max(same.score, most)), *best.values()]


def with_topic(
    choices: Sequence[Choice], before: Sequence[str], own: str, unit: Unit | None, known: Vocabulary
) -> list[Choice]:
    """The choices of an English number whose words name no metric: the sentence goes on to tell of the one before.

    ``before`` are the metrics of the numbers before it, the last one first; those that fit are among the choices.
    """
    if not own.isascii():
        return [*choices]
    told = [metric for metric in dict.fromkeys(before) if metric and known.fits(metric, unit)][:_SEVERAL]
    best = {choice.kind.metric: choice for choice in choices}
    goes_on = told[0] if told and told[0] == before[0] and not known.names_metric(own) else ""
    goes_on = "" if goes_on and known.has_another_noun(own, goes_on) else goes_on
    goes_on_by_name = goes_on and not THAT_OF.search(own) and known.shares_words(goes_on, own)
    for metric in told:
        least = _GOES_ON if metric == goes_on else _TOLD_BEFORE
        choice = best.get(metric, Choice(FigureKind(metric, ALL, ALL), 0.0, ""))
        more = _SAME_NOUN if metric == goes_on and goes_on_by_name else 0.0
        best[metric] = replace(choice, score=max(choice.score, least) + more)
    several = sorted(best.values(), key=lambda choice: -choice.score)
    first = several[0].kind.metric if several else ""
    if told and told[0] == before[0] and known.in_all.get(told[0]) == first and _AMONG_THEM.match(own):
        several = [best[told[0]], *(choice for choice in several if choice.kind.metric != told[0])]
    return several


def with_firms(
    choices: Sequence[Choice], around: WordsAround, counted: str, last: str, known: Vocabulary
) -> list[Choice]:
    """The choices of an English number of firms of which its words say no more than where they are or what they do: how
    many there are, or how many are new.

    ``counted`` is the noun of what it counts; ``last`` is the metric of the number before, which it may go on to count.
    """
    whole = next(iter(known.named_in("businesses")), "")
    if not whole or not (_FIRMS.search(around.own) or _FIRMS.search(counted)):
        return [*choices]
    first = choices[0] if choices else None
    own, of_new = f"{around.own} {around.after}", first is not None and known.in_all.get(first.kind.metric) == whole
    is_new = NEW.search(_CLAUSE.split(around.own)[-1]) or NEW_THEN.search(around.after)
    goes_on = first is not None and first.kind.metric == last
    stands = STANDS.search(_CLAUSE.split(around.own)[-1]) or _REGISTERED.search(around.own)
    if of_new and (is_new or goes_on or (_FOUNDED.search(own) and not stands)):
        return [*choices]
    if first is not None and not of_new and not known.is_of_another(own, "", first):
        return [*choices]
    best = next((key for key, of_all in known.in_all.items() if of_all == whole), whole) if is_new else whole
    firms = next((choice for choice in choices if choice.kind.metric == best), None)
    firms = firms or Choice(FigureKind(best, ALL, ALL), 0.0, "businesses")
    firms = replace(firms, score=max(_IMPLIED, first.score if first else 0.0))
    return [firms, *(choice for choice in choices if choice.kind.metric != best)]


def with_implied(choices: Sequence[Choice], noun: str, unit: Unit | None, known: Vocabulary) -> Sequence[Choice]:
    """The choices of an English number with the metric first that a noun names which its words only imply."""
    implied = next((metric for metric in known.named_in(noun) if known.fits(metric, unit)), "") if noun else ""
    if not implied:
        return choices
    first = next((choice for choice in choices if choice.kind.metric == implied), None)
    first = first or Choice(FigureKind(implied, ALL, ALL), 0.0, noun)
    most = max([_IMPLIED, *(choice.score for choice in choices)])
    return [replace(first, score=most), *(choice for choice in choices if choice.kind.metric != implied)]


_IMPLIED: Final = 0.66
_FIRMS: Final = re.compile(
    r"(?<![a-z])(?:companies|firms|enterprises|businesses|makers|manufacturers|producers|exporters|suppliers|retailers"
    r"|start-?ups)(?: (?:from|in|at) [A-Za-z' -]{0,40})? *$"
)
_REGISTERED: Final = re.compile(r"registered (?:[a-z-]+ ){0,3}[a-z]+ *$")
_FOUNDED: Final = re.compile("(?<!have )regist|registered since|set up|establish|found(?:ed|ing)|open", re.IGNORECASE)
_CLAUSE: Final = re.compile("[,;]")
_AMONG_THEM: Final = re.compile(r"\s*(?:[Aa]mong|[Oo]f) (?:them|these|those|which|that|the total)\b")


def is_rate_itself(metric: Metric, choice: Choice, words: str, role: str) -> bool:
    """True of a rate that is what its metric counts: 居民消费价格上涨2.1%, 占地区生产总值比重50%."""
    if role == "points":
        return False
    is_ratio = getattr(metric.unit, "dimension", "") == "ratio"
    enough = choice.score > (FAR if role == "share" else LIKE)
    return is_ratio and enough and _NUMBER.match(words.removeprefix("-")) is not None
