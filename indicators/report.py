"""Problems → what is told of them: text for a terminal, JSON, annotations for GitHub."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal

from indicators.problems import Problem
from indicators.text import Lang
from indicators.words import cli as words
from indicators.words.problems import HINTS, KINDS, SENTENCES

Format = Literal["text", "json", "github"]
LIMIT: Final = 50
"""So many problems are told; the rest is counted."""


def sentence(problem: Problem, lang: Lang) -> str:
    """What is wrong and what to do about it, in one or two sentences."""
    facts = dict(problem.facts)
    if "kind" in facts:
        facts["kind"] = KINDS[facts["kind"]].of(lang)
    told = SENTENCES[problem.code].of(lang).format_map(facts)
    if facts.get("suggestion"):
        told += words.DID_YOU_MEAN.of(lang).format_map(facts)
    elif facts.get("reason") in HINTS:
        told += HINTS[facts["reason"]].of(lang)
    return told


def render(problems: Sequence[Problem], form: Format, lang: Lang) -> str:
    """The report that ``indicators check`` prints; empty where there is nothing to tell in that form."""
    return _FORMS[form](problems, lang)


def _text(problems: Sequence[Problem], lang: Lang) -> str:
    lines = [
        f"{_place(problem)}: {words.SEVERITIES[problem.severity].of(lang)}{sentence(problem, lang)} [{problem.code}]"
        for problem in problems[:LIMIT]
    ]
    if len(problems) > LIMIT:
        lines.append(words.MORE.of(lang).format(count=f"{len(problems) - LIMIT:,}"))
    return "\n".join(lines)


def _json(problems: Sequence[Problem], lang: Lang) -> str:
    counts = Counter(problem.severity for problem in problems)
    document = {
        "errors": counts["error"],
        "warnings": counts["warning"],
        "problems": [_row(problem, lang) for problem in problems[:LIMIT]],
        "omitted": max(0, len(problems) - LIMIT),
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _github(problems: Sequence[Problem], lang: Lang) -> str:
    return "\n".join(_annotation(problem, lang) for problem in problems[:LIMIT])


def _annotation(problem: Problem, lang: Lang) -> str:
    level = "notice" if problem.severity == "information" else problem.severity
    place = f"file={_property(problem.path)}"
    if problem.line:
        place += f",line={problem.line},col={problem.column}"
    message = f"{sentence(problem, lang)} [{problem.code}]"
    return f"::{level} {place}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _row(problem: Problem, lang: Lang) -> dict[str, Any]:
    return {
        "file": problem.path,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": sentence(problem, lang),
        "facts": dict(problem.facts),
    }


def _place(problem: Problem) -> str:
    return f"{problem.path}:{problem.line}:{problem.column}" if problem.line else problem.path


_FORMS: Final[Mapping[Format, Callable[[Sequence[Problem], Lang], str]]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
