"""A problem → the sentence that says what is wrong, and the place where it is."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Final

from indicators.values import periods
from indicators.values.problems import Problem, Severity
from indicators.values.text import Lang, one_line
from indicators.words.problems import NAMED, SENTENCES, around
from indicators.words.problems.files import HINTS

LIMIT: Final = 50
"""The most problems that are shown; the rest is counted."""
_LONGEST_FACT: Final = 600
_LONGEST_PATH: Final = 300


def sentence(problem: Problem, lang: Lang, *, short: bool = False) -> str:
    """What is wrong and what to do about it, in one or two sentences; ``short`` leaves out the folders of files."""
    facts = facts_of(problem)
    if short:
        folder = f"{PurePath(problem.path).parent}/"
        facts = {key: fact.replace(folder, "") for key, fact in facts.items()}
    for key, names in NAMED.items():
        if facts.get(key) in names:
            facts[key] = names[facts[key]].of(lang)
    text = SENTENCES[problem.code].of(lang).format_map(facts)
    if suggestion := facts.get("suggestion"):
        return text + did_you_mean(suggestion, lang, _completed_by(problem.facts, lang))
    return text + HINTS[facts["reason"]].of(lang) if facts.get("reason") in HINTS else text


def message(problem: Problem, lang: Lang, *, short: bool = False) -> str:
    """The sentence after the id of the entry that it is about, where the sentence does not name that itself."""
    text = sentence(problem, lang, short=short)
    entry = problem.about
    return around.ABOUT.of(lang).format(id=entry, sentence=text) if entry and entry not in text else text


def did_you_mean(suggestion: str, lang: Lang, reason: str = "") -> str:
    """The question that follows a sentence about something unknown; empty where nothing is like it."""
    return around.DID_YOU_MEAN.of(lang).format(suggestion=suggestion, reason=reason) if suggestion else ""


def _completed_by(facts: Mapping[str, str], lang: Lang) -> str:
    """What says which year a period without one is of: the date of the article, as an aside."""
    sources = (key for key in around.COMPLETED_BY if key in facts)
    asides = (around.COMPLETED_BY[key].of(lang).format(period=periods.parse(facts[key]).label(lang)) for key in sources)
    return next(asides, "")


def facts_of(problem: Problem) -> dict[str, str]:
    """The facts, each on one line, not too long, and without characters that control a terminal."""
    return {key: one_line(fact, _LONGEST_FACT) for key, fact in problem.facts.items()}


def place(problem: Problem, *, short: bool = False) -> str:
    """``file:line:column``, or the file alone where all of it is meant; ``short`` leaves its folders out."""
    path = one_line(PurePath(problem.path).name if short else problem.path, _LONGEST_PATH)
    return f"{path}:{problem.line}:{problem.column}" if problem.line else path


def foremost(problems: Sequence[Problem]) -> list[Problem]:
    """The first LIMIT problems in their order; errors are kept before warnings, and warnings before notes."""
    urgent = sorted(range(len(problems)), key=lambda index: _URGENCY[problems[index].severity])
    return [problems[index] for index in sorted(urgent[:LIMIT])]


_URGENCY: Final[Mapping[Severity, int]] = {"error": 0, "warning": 1, "information": 2}
