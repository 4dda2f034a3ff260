"""A number with the words and the times around it → whether it is a result, a target or an expectation."""

import re
from collections import defaultdict
from collections.abc import Collection
from typing import Final

from indicators.curate.recognition.candidates.candidate import Candidate
from indicators.curate.recognition.context.dating import DatedText
from indicators.curate.recognition.context.naming import nature_of, without_names
from indicators.curate.recognition.context.plans import is_of_plan
from indicators.curate.recognition.names.vocabulary import WordsAround
from indicators.model.dataset import Dataset
from indicators.model.subjects import Nature
from indicators.model.vocabulary import Metric

_BEHIND: Final = 12
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
    nature = nature_of(around, dates.text[end : end + _BEHIND])
    if listed != "actual":
        nature = listed
    elif candidate.is_plan or (nature == "actual" and (dates.is_to_come(candidate) or is_of_plan(candidate, dates))):
        nature = "target"
    return "target" if dates.is_listed_as_target(candidate) else nature


def is_carried_out(words: str) -> bool:
    """True of words that say that something was done, of which a number is no plan: 已完成投资."""
    return _DONE.search(words) is not None


_DONE: Final = re.compile("[已完]|累计|到位|invested|completed")
