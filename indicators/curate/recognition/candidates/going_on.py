"""The rates that a sentence begins with → those that belong to the amount of the sentence before it: It fell 5%."""

import re
from collections.abc import Sequence
from typing import Final

from indicators.curate.recognition.candidates import between_numbers, listed_nouns
from indicators.curate.recognition.candidates.candidate import Candidate, NoFigure
from indicators.curate.recognition.candidates.english import subjects as english_subjects
from indicators.curate.recognition.candidates.english.wholes_told import is_subject
from indicators.curate.recognition.candidates.items import RoledNumber, give, run_from
from indicators.curate.recognition.candidates.told_again import is_money


def goes_on(
    text: str, start: int, items: Sequence[RoledNumber], candidates: Sequence[Candidate], others: list[NoFigure]
) -> int:
    """How many rates a sentence begins with of the one amount of that before it: The figure fell 8.4 percent."""
    dates = _of_comparison(text, start, items)
    items = items[dates:]
    if not items or not candidates or items[0].role not in {"growth", "share", "completion"}:
        return 0
    if count := _of_before(text, start, items, candidates, others):
        return dates + count
    return 0


def _of_comparison(text: str, start: int, items: Sequence[RoledNumber]) -> int:
    """How many dates a sentence begins with that only say what is compared: Compared with 2019, that is."""
    behind = english_subjects.behind_comparison(text, start)
    return sum(item.role == "date" and item.number.end <= behind for item in items[:_MOST])


def _of_before(
    text: str, start: int, items: Sequence[RoledNumber], candidates: Sequence[Candidate], others: list[NoFigure]
) -> int:
    """How many rates are of the amounts of the sentence before."""
    last = candidates[-1]
    if count := _go_on(text, start, items, candidates, others):
        return count
    is_list = len(run_from(text, items, 0)) > 1
    if (
        text[start - 1 : start] in {";", "；"}
        and not is_list
        and last.role == "amount"
        and items[0].role not in last.parts
    ):
        before = text[max(start, items[0].number.start - listed_nouns.LONGEST_WORDS) : items[0].number.start]
        is_own = items[0].role == "share" and is_subject(text[items[0].number.end : items[0].number.end + _FAR])
        if (
            not is_own
            and last.end > start - listed_nouns.LONGEST_WORDS
            and not between_numbers.has_new_noun(before, items[0].role)
        ):
            give(last, items[0], others)  # 民营企业出口8亿元,增长13%;占出口总值的38%
            return 1
    alone = len(candidates) < 2 or candidates[-2].sentence != last.sentence or _count_the_same(candidates[-2], last)
    invested = _only_money(candidates)
    if invested is not None and (items[0].role == "completion" or invested is last):
        alone, last = True, invested
    near = (
        start - last.number.end < listed_nouns.LONGEST_WORDS
        and last.role == "amount"
        and items[0].role not in last.parts
    )
    begin = english_subjects.behind_comparison(text, start)
    same = between_numbers.THE_SAME.fullmatch(text, begin, items[0].number.start) if alone and near else None
    if same is None or (same["noun"] and same["noun"] not in text[last.sentence : last.number.start]):
        return 0
    give(last, items[0], others)
    return 1 + _as_well(text, items, last, others)


def _as_well(text: str, items: Sequence[RoledNumber], last: Candidate, others: list[NoFigure]) -> int:
    """How many numbers behind the first are dates or one more rate: a rise of 5% on 2022 and makes up 38% of all."""
    dates = next((index for index, item in enumerate(items[1:]) if item.role != "date"), 0)
    item = items[1 + dates] if len(items) > 1 + dates else None
    if item is None or item.role not in {"share", "completion"} or item.role in last.parts:
        return 0
    gap = text[items[0].number.end : item.number.start]
    if len(gap) > listed_nouns.LONGEST_WORDS or between_numbers.has_new_noun(gap, item.role):
        return 0
    others.extend(NoFigure(date.number, "date") for date in items[1 : 1 + dates])
    give(last, item, others)
    return 1 + dates


def _only_money(candidates: Sequence[Candidate]) -> Candidate | None:
    """The one amount of money of the last sentence, of which a plan tells beside the things that it is spent on."""
    near = [one for one in candidates[-_MOST:] if one.sentence == candidates[-1].sentence]
    money = [one for one in near if one.role == "amount" and is_money(one.number)]
    return money[0] if len(money) == 1 else None


_MOST: Final = 8
_FAR: Final = 100


def _count_the_same(one: Candidate, other: Candidate) -> bool:
    """True of two amounts in one unit: surpassed 100 tons, reaching 118 tons."""
    units = [candidate.number.quantity.unit.id for candidate in (one, other) if candidate.number.quantity]
    return len(units) == 2 and units[0] == units[1] and not one.parts


def _go_on(
    text: str, start: int, items: Sequence[RoledNumber], candidates: Sequence[Candidate], others: list[NoFigure]
) -> int:
    """How many growths a sentence begins with of as many amounts of that before it: The two figures rose 5% and 6%."""
    run = run_from(text, items, 0)
    last = candidates[-len(run) :]
    are_free = len(last) == len(run) and all(one.role == "amount" and "growth" not in one.parts for one in last)
    if len(run) < 2 or items[0].role != "growth" or not are_free or last[0].sentence != last[-1].sentence:
        return 0
    if start - last[0].number.end > listed_nouns.LONGEST_WORDS:
        return 0
    if _THESE.fullmatch(text, start, items[0].number.start) is None:
        return 0
    for candidate, item in zip(last, run, strict=True):
        give(candidate, item, others)
    return len(run)


_THESE: Final = re.compile(
    r"\s*(?:(?:The|These|Those) (?:(?:two|three|four) )?(?:figures|numbers|values|amounts)|Both|They) [^.;0-9]{3,80} "
)
