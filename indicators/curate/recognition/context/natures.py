"""A number with the words and the times around it → whether it is a result, a target or an expectation."""

from collections.abc import Collection
from typing import Final

from indicators.curate.recognition.candidates.attaching import Candidate
from indicators.curate.recognition.context.dating import DatedText
from indicators.curate.recognition.context.naming import nature_of, without_names
from indicators.curate.recognition.names.vocabulary import WordsAround
from indicators.model.subjects import Nature
from indicators.model.vocabulary import Metric

_BEHIND: Final = 12


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
    elif candidate.is_plan or (nature == "actual" and dates.is_to_come(candidate)):
        nature = "target"
    return "target" if dates.is_listed_as_target(candidate) else nature
