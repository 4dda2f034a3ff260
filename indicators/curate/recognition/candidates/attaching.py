"""The numbers of a text with their roles → candidates: an amount with the rates that belong to it, or a rate alone."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, cast

from indicators.curate.recognition.candidates import between_numbers, chinese_subjects, listed_nouns
from indicators.curate.recognition.candidates.candidate import (
    FIGURE_ROLES,
    Candidate,
    NoFigure,
    NoFigureReason,
    NumberRole,
)
from indicators.curate.recognition.candidates.english import leading_growths, levels
from indicators.curate.recognition.candidates.english import subjects as english_subjects
from indicators.curate.recognition.candidates.english.wholes_told import part_behind
from indicators.curate.recognition.candidates.going_on import goes_on
from indicators.curate.recognition.candidates.items import (
    RoledNumber,
    alone,
    changed_so,
    give,
    grown_to,
    in_the_same_way,
    of_list,
    run_from,
)
from indicators.curate.recognition.candidates.levels import ROSE_TO
from indicators.curate.recognition.candidates.listed_years import years_of
from indicators.curate.recognition.candidates.told_again import AND_OF_ALL, OR_BY, is_money, is_next_growth, is_that_of
from indicators.curate.recognition.text.scanned_number import ScannedNumber
from indicators.values.unit_table import COUNTED


def attach(
    text: str, numbers: Sequence[ScannedNumber], roles: Iterable[NumberRole]
) -> tuple[list[Candidate], list[NoFigure]]:
    """The candidates of a folded text, and the numbers that are none; each number is in one of them, once."""
    candidates: list[Candidate] = []
    others: list[NoFigure] = []
    sentence: list[RoledNumber] = []
    start, listed = 0, listed_nouns.NO_NOUNS
    ends = (end.end() for end in _SENTENCE_END.finditer(text))
    bound = next(ends, len(text) + 1)
    for number, role in zip(numbers, roles, strict=True):
        while number.core >= bound:
            if sentence:
                listed = _attach_sentence(_Sentence(text, start, sentence, others), candidates, listed)
            listed = listed if text[bound - 1] in ";；" else ()
            start, sentence = bound, []
            bound = next(ends, len(text) + 1)
        sentence.append(RoledNumber(number, role))
    _attach_sentence(_Sentence(text, start, sentence, others), candidates, listed)
    return candidates, others


_SENTENCE_END: Final = re.compile(r"[。!?\n;；]|\.(?= [A-Z“\"]|\n|$)")


def _attach_sentence(
    sentence: "_Sentence", candidates: list[Candidate], listed: listed_nouns.Nouns
) -> listed_nouns.Nouns:
    """Take the numbers of a sentence; returns the nouns of its last list, or those of the one before it."""
    text, start, items = sentence.text, sentence.start, sentence.items
    index = goes_on(text, start, items, candidates, sentence.others)
    sentence.listed = listed
    near = [one for one in candidates[-_MOST_BEFORE:] if one.end > start - listed_nouns.LONGEST_WORDS]
    sentence.before = near if text[start - 1 : start] == ";" else []
    sentence.recent = [one for one in near if text.find("\n", one.end, start) < 0]
    sentence.is_again = index > 0
    while index < len(items):
        index += sentence.take(index)
    candidates.extend(sentence.own)
    candidates.extend(sentence.plans)
    return sentence.listed


class _Sentence:
    """The candidates of a sentence that begins at ``start`` while its numbers are taken one after the other."""

    def __init__(self, text: str, start: int, items: Sequence[RoledNumber], others: list[NoFigure]) -> None:
        self.text, self.start, self.items, self.others = text, start, items, others
        self.own: list[Candidate] = []
        self.plans: list[Candidate] = []
        self.before: list[Candidate] = []
        self.recent: list[Candidate] = []
        self.is_again = False
        self.listed = listed_nouns.NO_NOUNS
        self.lead = start

    def take(self, index: int) -> int:
        """Take the number at an index, and those that stand in a list with it; returns how many these are."""
        item, count = self.items[index], 1
        if item.role not in FIGURE_ROLES:
            self.others.append(NoFigure(item.number, cast("NoFigureReason", item.role)))
        elif (
            (run := run_from(self.text, self.items, index))
            and len(run) > 1
            and (self._is_of_years(run) or self._is_list(run))
        ):
            item, count = run[-1], len(run)
        elif item.role == "amount":
            self._amount(item, self.items[index + 1 : index + 2])
        else:
            self._rate(item, [other for other in self.items[index + 1 : index + 3] if other.role not in _BESIDE][:2])
        number = item.number
        rose = item.role == "base" and ROSE_TO.match(self.text, number.end) is not None  # 由9.8亿元增加到14.2亿元
        rose = rose or levels.rose_from(self.text, number.start, number.words_end)
        goes_on = item.role == "comparator" and chinese_subjects.is_told_on(self.text, self.lead, number.end)
        if not rose and not goes_on and item.role not in _WITHIN_WORDS:
            self.lead = self._end(item, self.items[index + count : index + count + 1])
        return count

    def _end(self, item: RoledNumber, following: Sequence[RoledNumber]) -> int:
        """Where a number ends, with its noun if the next one has one of its own: 59 gazelle firms and 12 start-ups."""
        behind = following[0].number if following else None
        counts = behind is not None and behind.quantity is not None and behind.quantity.unit.dimension in COUNTED
        has_own = behind is not None and (behind.phrase_end or (counts and behind.told == (0, 0)))
        return item.number.words_end if has_own else item.number.end

    def _is_of_years(self, run: Sequence[RoledNumber]) -> bool:
        """True of amounts that are of one year each, and were taken so: 2016、2017年分别完成投资8亿元、9亿元."""
        listed = years_of(self.text, run[0].number.start, len(run)) if run[0].role == "amount" else None
        for index, year in enumerate(listed.years if listed else ()):
            noun = listed.noun if listed else (0, 0)
            self.own.append(of_list(run[index], self.lead, self.start, (noun,) * len(run)))
            self.own[-1].listed, self.own[-1].year = index, year
        return listed is not None

    def _is_list(self, run: Sequence[RoledNumber]) -> bool:
        """True of a list of which each number was given to its own noun, or to its own amount of a list before."""
        near = max(self.lead, run[0].number.start - listed_nouns.LONGEST_WORDS)
        numbers = [item.number for item in run]
        nouns = listed_nouns.nouns_of(self.text, near, numbers, run[0].role)
        nouns = nouns or listed_nouns.nouns_of_risen(self.text, self.start, numbers, run[0].role)
        again = (0, 0) if nouns else self._listed_again(run)
        if not nouns and self._is_of_several(run, near):
            return True
        if nouns or again[1]:
            shared = again if again[1] else self._shared(nouns[-1][1], run[0].number.start)
            nouns = self.listed = nouns or self.listed
            for index, item in enumerate(run):
                candidate = of_list(item, self.lead, self.start, nouns)
                candidate.listed, candidate.shared = index, shared
                self.own.append(candidate)
            return True
        return self._are_grown_to(run) if run[0].role == "amount" else self._are_of_those_before(run)

    def _are_of_those_before(self, run: Sequence[RoledNumber]) -> bool:
        """True of the rates of a list that were each given to an amount before it, or taken as figures of their own."""
        since, is_first = self._since(run[0]), not self.own and not self.before
        is_named = is_first and between_numbers.tells_of_something(since)
        are_alone = run[0].role in {"share", "growth"} and is_named  # the firms account for 5 and 4 percent of all
        if not are_alone and not self._are_respective(run):
            return False
        are_rises = listed_nouns.RISES.search(since) is not None
        if are_alone or (run[0].role == "growth" and between_numbers.has_noun(since) and not are_rises):
            self.own += [of_list(item, self.lead, self.start, ()) for item in run]  # 对美国、日本出口分别增长31%和18%
            return True
        before = self.own if len(self.own) >= len(run) else [*self.before, *self.own]
        if len(before) < len(run):
            return False
        if self.own and run[0].role in before[-len(run)].parts and self.own[-1].role == "amount":
            before = self.own[-1:] * len(run)  # 较2022年增9%,较2019年增3%;收入2亿元,分别增8%、7%
        for candidate, rate in zip(before[-len(run) :], run, strict=True):
            give(candidate, rate, self.others)
        return True

    def _are_grown_to(self, run: Sequence[RoledNumber]) -> bool:
        """True of amounts to which as many growths before them led: up 2% and 3%, amounting to 5 and 6 tons."""
        grown = self.own[-len(run) :]
        are_growths = len(grown) == len(run) and all(one.role == "growth" for one in grown)
        growth = (grown[0].number.start, grown[-1].end) if grown else (0, 0)
        if not are_growths or not leading_growths.leads_to(self.text, self.start, growth, run[0].number.start):
            return False
        for candidate, item in zip(grown, run, strict=True):
            candidate.number, candidate.role, candidate.end = item.number, "amount", item.number.end
        return True

    def _is_of_several(self, run: Sequence[RoledNumber], near: int) -> bool:
        """True of numbers that are each of one of the three industries, or of town and country, and were taken so."""
        place = run[0].number.start
        first = max(self.start, place - listed_nouns.LONGEST_WORDS)
        are_listed = bool(self.own) and (self.own[-1].industry >= 0 or len(self.own[-1].nouns) == len(run))
        if are_listed and (run[0].role == "share" or not between_numbers.has_noun(self._since(run[0]))):
            return False  # 三次产业增加值分别为2亿元、5亿元、6亿元,分别增长4%、6%、5%,分别占总量的15%、38%、46%
        if len(run) == len(listed_nouns.INDUSTRIES) and listed_nouns.OF_INDUSTRIES.search(self.text, first, place):
            for index, item in enumerate(run):
                self.own.append(of_list(item, self.start, self.start, ()))
                self.own[-1].industry = index
            return True
        if len(run) != len(listed_nouns.TOWN_AND_COUNTRY) or run[0].role != "amount":
            return False
        if listed_nouns.OF_TOWN_AND_COUNTRY.search(self.text[near:place]) is None:
            return False
        for item, which in zip(run, listed_nouns.TOWN_AND_COUNTRY, strict=True):  # 城乡居民收入达到2.5万元和1.1万元
            self.own.append(of_list(item, self.lead, self.start, ()))
            self.own[-1].of_town_or_country = which
        return True

    def _listed_again(self, run: Sequence[RoledNumber]) -> tuple[int, int]:
        """Where the words stand that name what the numbers of a list are, each of the same nouns as the list before.

        东港区、莒县投资分别为5亿元、4亿元,税收分别为2亿元、1亿元.
        """
        verb = listed_nouns.RESPECTIVELY.search(self.text, self.lead, run[0].number.start)
        if verb is None or len(run) != len(self.listed):
            return (0, 0)
        return (self.lead, verb.start()) if between_numbers.has_noun(self.text[self.lead : verb.start()]) else (0, 0)

    def _shared(self, start: int, end: int) -> tuple[int, int]:
        """Where the words stand that name, behind the verb, what all numbers of a list are: 分别完成投资."""
        verb = listed_nouns.RESPECTIVELY.search(self.text, start, end)
        return (verb.end(), end) if verb and between_numbers.has_noun(self.text[verb.end() : end]) else (0, 0)

    def _are_respective(self, run: Sequence[RoledNumber]) -> bool:
        gaps = (self.text[one.number.end : other.number.start] for one, other in pairwise(run))
        if run[0].role == "growth" and any(map(listed_nouns.WAY.search, gaps)):
            return True  # 产量8万吨,产值5亿元,同比增长7.86%和下降6.49%
        listed = self.own[-len(run) :]
        nouns = {candidate.nouns for candidate in listed}
        if (
            len(nouns) == 1
            and len(listed) == len(run) == len(listed[0].nouns)
            and not between_numbers.has_noun(self._since(run[0]))
        ):
            return True  # 城镇、农村居民收入分别达到3万元、2万元,增长8.5%、9%
        if (
            run[0].role == "growth"
            and self._are_as_many(len(run))
            and not between_numbers.has_noun(self._since(run[0]))
        ):
            return True  # 5 million tons of iron and 6 million tons of steel, rising 7 percent and 8 percent
        if run[0].role == "growth" and self._are_as_many(len(run)) and listed_nouns.RISES.search(self._since(run[0])):
            return True  # 5 tons of iron and 6 tons of steel represented increases of 7 percent and 8 percent
        behind = listed_nouns.RESPECTIVELY_BEHIND.match(self.text, run[-1].number.end)
        return behind is not None or listed_nouns.RESPECTIVELY.search(self._since(run[0])) is not None

    def _are_as_many(self, count: int) -> bool:
        """True where so many amounts stand in a list, or English ones in the sentence, none with a growth yet."""
        last = self.own[-count:]
        are_free = all(candidate.role == "amount" and "growth" not in candidate.parts for candidate in last)
        if not are_free or len(last) < count:
            return False
        words = self.text[last[0].number.end : last[-1].number.start]
        return (len(self.own) == count and words.isascii()) or listed_nouns.is_chinese_list(words)

    def _is_alone(self, item: RoledNumber, before: str) -> bool:
        """True of a rate that is a figure of its own: the words before it name what it is of."""
        if item.role == "points":
            return _IN_POINTS.search(before) is not None
        if item.role == "share" and (
            between_numbers.tells_of_another(before)
            or between_numbers.is_of_what_follows(before, self.text, item.number.end)
        ):
            return True
        names = between_numbers.has_noun(before) or (not self.own and between_numbers.tells_of_something(before))
        is_change = item.role == "change" and (before.isascii() or between_numbers.is_change_since(before))
        is_rate = item.role in {"growth", "share"} or (item.role == "completion" and before.isascii())
        return (is_rate or is_change) and names

    def _leads_to(self, item: RoledNumber, following: Sequence[RoledNumber]) -> bool:
        """True of a growth that led to the amount behind it, and is not of the one before: 5 tons, down 1 percent."""
        behind = following[0]
        if item.role == "change" and behind.role == "growth":  # by 2 tons, or 4 percent, to 5 tons
            is_told = OR_BY.fullmatch(self.text, item.number.end, behind.number.start) is not None
            return is_told and len(following) > 1 and self._leads_to(behind, following[1:])
        if item.role == "completion":
            plan = self.own[-1] if self.own else None
            words = self.text[plan.lead : plan.number.start][-listed_nouns.LONGEST_WORDS :] if plan else ""
            between = self.text[item.number.end : behind.number.start]
            return behind.role == "amount" and between_numbers.is_done_of_a_plan(words, between)
        leads = leading_growths.leads_to(self.text, self.start, item.span, behind.number.start)
        if behind.role != "amount" or not leads or (item.role == "points" and behind.number.rate is None):
            return False
        last = self.own[-1] if self.own else None
        is_free = last is not None and last.role == "amount" and item.role not in last.parts
        if not is_free or not leading_growths.IN_VALUE.match(self.text, item.number.end):
            return True
        return between_numbers.has_new_noun(self._since(item), item.role)

    def _noun_behind(self, item: RoledNumber) -> tuple[int, int] | None:
        """Where the noun stands behind an English growth or share, which is not of what was told before it."""
        if item.role == "share":
            told = self.own[-1].number if self.own and self.own[-1].number.unit else None
            if told and AND_OF_ALL.fullmatch(self.text, told.end, item.number.start):
                return None  # 152 and 42.2% of them
            return part_behind(self.text, item.number.end, self._words(self.start, item), is_first=not self.own)
        is_new = item.role == "growth" and not (self.own and between_numbers.is_rise_of_it(self._since(item)))
        return between_numbers.noun_behind(self.text, self.start, *item.span) if is_new else None

    def _is_told_behind(self, candidate: Candidate, item: RoledNumber) -> bool:
        """True of an amount that a sentence begins with, before its noun: At 5 billion yuan, exports were up 3%."""
        begins = self.text[self.start : candidate.number.start].strip() == "At"
        return begins and not candidate.parts and self.text.startswith(", ", candidate.end) and item.role == "growth"

    def _since(self, item: RoledNumber) -> str:
        """The words between the last candidate, or the beginning of the sentence, and a number."""
        return self._words(self.own[-1].end if self.own else self.start, item)

    def _words(self, start: int, item: RoledNumber) -> str:
        """The words from a place on before a number, of which those that are far away say nothing."""
        return self.text[max(start, item.number.start - listed_nouns.LONGEST_WORDS) : item.number.start]

    def _amount(self, item: RoledNumber, behind: Sequence[RoledNumber]) -> None:
        before = self._words(self.lead, item)
        if self.own and grown_to(self.own[-1], self.text, item):
            self.own[-1].number, self.own[-1].role, self.own[-1].end = item.number, "amount", item.number.end
        elif self.own and behind and self._is_plan(before, item, behind[0]):
            self.plans.append(Candidate(item.number, "amount", self.lead, self.start, item.number.end, is_plan=True))
        else:
            nouns = (item.number.told,) if item.number.told[1] else ()
            self.own.append(Candidate(item.number, "amount", self.lead, self.start, item.number.end, nouns=nouns))

    def _is_plan(self, before: str, item: RoledNumber, behind: RoledNumber) -> bool:
        """True of what the amount before it was to be: 完成年度目标任务500亿元的37%."""
        between = self.text[item.number.end : behind.number.start]
        return behind.role in {"completion", "share"} and between_numbers.is_of_a_plan(before, between)

    def _is_of_the_last(self, item: RoledNumber) -> bool:
        """True of a rate before which no words name what it is of but the amount before it."""
        last = self.own[-1]
        gap = self._words(max(last.end, self.lead), item)
        if item.role == "share" and between_numbers.is_of_what_follows(gap, self.text, item.number.end):
            return False
        own_share = item.role == "share" and between_numbers.is_own_share(gap, is_money=is_money(last.number))
        return own_share or not between_numbers.has_new_noun(gap, item.role)

    def _is_next_growth(self, item: RoledNumber) -> bool:
        """True of a growth in a list of months or places behind another one: up 5% in May and 6% in June."""
        before = self.own[-1].parts.get("growth")
        return item.role == "growth" and before is not None and is_next_growth(self.text, before.end, item.number)

    def _is_next_clause(self, item: RoledNumber) -> bool:
        """True of a growth with a verb of its own in the clause behind another one: and sales of tea rose."""
        is_told = item.number.rate is not None and item.number.rate.role == "growth" and item.role == "growth"
        gap = self.text[self.own[-1].end : item.number.start][:_MOST_BETWEEN]
        return is_told and self.own[-1].role == "growth" and between_numbers.is_next_clause(gap)

    def _is_of_both(self, item: RoledNumber) -> bool:
        """True of a growth that both amounts before it have: 5 tons of coal and 3 tons of ore, both up 4 percent."""
        both = self.own[-2:]
        are_free = all(one.role == "amount" and "growth" not in one.parts for one in both)
        return len(both) > 1 and are_free and item.role == "growth" and between_numbers.is_of_both(self._since(item))

    def _told_again(self, item: RoledNumber) -> Candidate | None:
        """The amount before a rate that its subject tells of again: with profits of 5 tons; profits rose."""
        words = self._words(self.lead, item)
        if item.role == "growth" and (told := chinese_subjects.amount_of(self.text, words, self.own or self.recent)):
            return told
        goes_on = self.own or self.is_again or english_subjects.begins(words)
        if item.role not in {"growth", "share"} or not goes_on:
            return None
        told = english_subjects.amount_of(self.text, words, item.number.end, item.role, self.own or self.recent)
        self.is_again = self.is_again or (told is not None and not self.own)
        return told

    def _rate(self, item: RoledNumber, behind: Sequence[RoledNumber]) -> None:
        before = self._words(self.lead, item)
        leads = item.role in {"growth", "change", "points", "completion"} and behind and self._leads_to(item, behind)
        if (
            again := changed_so(item, self.own[-1:], self._since(item))
            or english_subjects.part_of(self.text, self.own[-2:], item.role, self._since(item))
            or (None if leads else self._told_again(item))
        ):
            give(again, item, self.others)
        elif leads:
            self.own.append(alone(in_the_same_way(item, self.own[-1:]), self.lead, self.start))
        elif what := self._noun_behind(item):
            self.own.append(of_list(item, self.lead, self.start, (what,)))
        elif self.own and self.own[-1].role == "amount" and self._is_told_behind(self.own[-1], item):
            self.own[-1].nouns = ((self.own[-1].end, item.number.start),)
            give(self.own[-1], item, self.others)
        elif self.own and self._is_next_growth(item):
            lead = self.lead if is_that_of(self.text, self.lead, item.number) else self.own[-1].lead
            self.own.append(alone(in_the_same_way(item, self.own[-1:]), lead, self.start))
        elif self.own and self._is_next_clause(item):
            self.own.append(alone(item, self.lead, self.start))
        elif self.own and self._is_of_the_last(item):
            if self._is_of_both(item):
                give(self.own[-2], item, self.others)
            give(self.own[-1], item, self.others)
        elif self._is_alone(item, before):
            self.own.append(alone(item, self.lead, self.start))
        else:
            self.others.append(NoFigure(item.number, "comparator"))


_BESIDE: Final = frozenset({"comparator", "base"})
"""The roles of numbers that may stand between a growth and the amount that it led to: up 5%, from 2 tons to 3."""
_MOST_BEFORE: Final = 12
_MOST_BETWEEN: Final = 160
_WITHIN_WORDS: Final = frozenset({"date", "threshold", "list-of-things"})
"""The roles of numbers that are part of the words that say what the next number is of: 亿元以上项目20个."""
_IN_POINTS: Final = re.compile(r"(?:率|比重|占比)[^,，。]{0,6}$")
