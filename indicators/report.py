"""Problems → what is told of them: text for a terminal, JSON, annotations for GitHub."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final, Literal

from indicators.problems import Problem
from indicators.text import Lang, unsafe_at
from indicators.words import cli as words
from indicators.words.problems import HINTS, NAMED, SENTENCES

Format = Literal["text", "json", "github"]
LIMIT: Final = 50
"""So many problems are told; the rest is counted."""


def sentence(problem: Problem, lang: Lang) -> str:
    """What is wrong and what to do about it, in one or two sentences."""
    facts = _facts(problem)
    for key, names in NAMED.items():
        if facts.get(key) in names:
            facts[key] = names[facts[key]].of(lang)
    told = SENTENCES[problem.code].of(lang).format_map(facts)
    if facts.get("suggestion"):
        told += words.DID_YOU_MEAN.of(lang).format_map(facts)
    elif facts.get("reason") in HINTS:
        told += HINTS[facts["reason"]].of(lang)
    return told


def _facts(problem: Problem) -> dict[str, str]:
    """The facts, each on one line, not too long, and free of what makes a terminal do more than print."""
    return {key: _line(fact, 600) for key, fact in problem.facts.items()}


def _line(text: str, limit: int) -> str:
    line = _BREAKS.sub(" ", text if len(text) <= limit else text[: limit - 1] + "…")
    return "".join("\ufffd" if unsafe_at(char) is not None else char for char in _SPACES.sub("␣", line))


_BREAKS: Final = re.compile(r"[\t\r\n]+")
_SPACES: Final = re.compile(r"[^\S ]")  # a key that ends in one is not the key that it looks like


def render(problems: Sequence[Problem], form: Format, lang: Lang) -> str:
    """The report that ``indicators check`` prints; empty where there is nothing to tell in that form."""
    return _FORMS[form](problems, lang)


def _text(problems: Sequence[Problem], lang: Lang) -> str:
    lines = [
        f"{place(problem)}: {words.SEVERITIES[problem.severity].of(lang)}{sentence(problem, lang)} [{problem.code}]"
        for problem in problems[:LIMIT]
    ]
    if len(problems) > LIMIT:
        lines.append(_more(problems, lang))
    return "\n".join(lines)


def _more(problems: Sequence[Problem], lang: Lang) -> str:
    return words.MORE.of(lang).format(count=f"{len(problems) - LIMIT:,}")


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
    lines = [_annotation(problem, lang) for problem in problems[:LIMIT]]
    if len(problems) > LIMIT:
        lines.append(f"::notice::{_data(_more(problems, lang))}")
    return "\n".join(lines)


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
        "facts": _facts(problem),
    }


def place(problem: Problem, *, short: bool = False) -> str:
    """``file:line:column``, or the file alone where all of it is meant; ``short`` leaves its folders out."""
    path = _line(PurePath(problem.path).name if short else problem.path, 300)
    return f"{path}:{problem.line}:{problem.column}" if problem.line else path


_FORMS: Final[Mapping[Format, Callable[[Sequence[Problem], Lang], str]]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}
