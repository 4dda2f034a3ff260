"""A number with the words and the times around it → whether it is a result, a target or an expectation."""

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from indicators.curate.recognition.candidates.candidate import Candidate
from indicators.curate.recognition.context import english_dating
from indicators.curate.recognition.context.dating import DatedText
from indicators.curate.recognition.context.naming import nature_of, without_names
from indicators.curate.recognition.context.plans import english_nature, is_aimed_at, is_of_plan
from indicators.curate.recognition.names.words_around import WordsAround
from indicators.model.dataset import Dataset
from indicators.model.subjects import Nature
from indicators.model.vocabulary import Metric

_BEHIND: Final = 12
_PLAN: Final = r"under (?:the|this|its) (?:[a-z-]{1,24} )?(?:plan|programme?|blueprint|scheme)"
_WORDS: Final = r"(?: (?!(?:and|but|or|which|that|who|while|as|to|by|in|after|than|from)\b)[A-Za-z'-]{1,24}){0,8}"
_TO_BE: Final = re.compile(
    rf"(?: of (?:which|this|it|them))?{_WORDS}"
    rf" (?:(?:will|would(?! have)|shall|(?:is|are) to|(?:is|are) (?:planned|scheduled|due)"
    rf"|due to be|(?:is|are|was|were) (?:the|its|their|a) (?:goal|target|aim))\b|{_PLAN}\b(?! period))"
)
"""What stands behind a number that is planned: 46 schools will be built, 108 projects under the plan."""
_EXPECTED_BEHIND: Final = re.compile(
    rf"{_WORDS} (?:is|are|was|were) (?:also )?(?:expected|anticipated|forecast|projected|predicted|likely)\b"
)
"""What stands behind a number that is expected: 2 billion yuan of sales are anticipated."""
_BY_PLAN: Final = re.compile(
    rf"\b{_PLAN},(?:(?! (?:had|have|has|was|were|been) )[^.]|\.(?=[0-9])){{0,90}}$", re.IGNORECASE
)
_WAS: Final = re.compile(r"(?: [A-Za-z'-]{1,24}){0,6} (?:had|have|has|was|were|been)\b")
_FROM_TO: Final = re.compile(
    r"\bfrom (?:[a-z]{1,24} ){0,4}[A-Z$¥]{0,4} ?[0-9][0-9.,]{0,12}(?: [A-Za-z'-]{1,24}){0,7} to (?:[a-z]{1,24} ){0,3}$"
)
"""What stands around two numbers of which the second is of the plan: to raise it from 420 hectares to 560 hectares."""
_LONGEST: Final = 160
_ENOUGH: Final = 3
"""So many figures of a metric, all of them targets, say that it is one of plans."""


def metrics_of_plans(dataset: Dataset) -> Collection[str]:
    """The metrics of which a dataset has targets only: what projects are to cost in all is a plan when they begin."""
    natures: dict[str, list[Nature]] = defaultdict(list)
    for figure in dataset.figures.values():
        natures[figure.metric].append(figure.nature)
    return frozenset(key for key, said in natures.items() if len(said) >= _ENOUGH and {*said} == {"target"})


def without_plans(own: str, metric: Metric | None, planned: Collection[str]) -> str:
    """The words before a number without those of its metric, which may be ``planned`` itself: 招引项目计划投资."""
    words = without_names(metric, own)
    return words.replace("计划投资", "投资") if metric and metric.id in planned else words


def nature_at(candidate: Candidate, around: WordsAround, dates: DatedText, listed: Nature) -> Nature:
    """What a number is by the words around it, by those of its list (``listed``), or by when it is to be reached."""
    end = candidate.number.end
    before = dates.text[max(candidate.sentence, candidate.number.start - _LONGEST) : candidate.number.start]
    if english_dating.is_before_rise(dates, candidate):
        return "actual"  # what there is, of which more is to be made: from 420 hectares to 560 hectares by 2030
    if len(candidate.nouns) == 1 and before.isascii():
        around = replace(around, own=before)  # what it is of stands behind it: a rise of 20 percent in its exports
    if from_to := _FROM_TO.search(before):
        around = replace(around, own=before[: from_to.start()])
    nature = nature_of(around, dates.text[end : end + _BEHIND])
    if nature == "actual" and _EXPECTED_BEHIND.match(dates.text, end):
        nature = "expected"
    if nature == "actual" and _is_to_be(before, dates.text, end):
        nature = "target"
    if nature == "actual":
        nature = english_nature(candidate, dates)
    if nature == "expected" and is_aimed_at(candidate, dates):
        nature = "target"
    if listed != "actual":
        nature = listed
    elif candidate.is_plan or (nature == "actual" and (dates.is_to_come(candidate) or is_of_plan(candidate, dates))):
        nature = "target"
    return "target" if dates.is_listed_as_target(candidate) else nature


def _is_to_be(before: str, text: str, end: int) -> bool:
    """True where the English words before a number, or those behind its end, say that it is planned."""
    return _TO_BE.match(text, end) is not None or (
        _BY_PLAN.search(before) is not None and _WAS.match(text, end) is None
    )


def is_carried_out(words: str) -> bool:
    """True of words that say that something was done, of which a number is no plan: 已完成投资."""
    return _DONE.search(words) is not None


_DONE: Final = re.compile("[已完]|累计|到位|arrived|actual|invested|completed|utili[sz]ed")
