"""Problems → what is told of them: text for a terminal, JSON, annotations for GitHub."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final, Literal

from indicators.values.problems import Problem, Severity
from indicators.values.text import Lang, unsafe_at
from indicators.words import cli as words
from indicators.words.problems import HINTS, NAMED, SENTENCES

Format = Literal["text", "json", "github"]
LIMIT: Final = 50
"""So many problems are told; the rest is counted."""


def sentence(problem: Problem, lang: Lang, *, short: bool = False) -> str:
    """What is wrong and what to do about it, in one or two sentences; ``short`` leaves out where other files lie."""
    facts = _facts(problem)
    if short:
        folder = f"{PurePath(problem.path).parent}/"
        facts = {key: fact.replace(folder, "") for key, fact in facts.items()}
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
    return {key: one_line(fact, 600) for key, fact in problem.facts.items()}


def one_line(text: str, limit: int) -> str:
    """So many characters of a text at most, none of which makes a terminal do more than print."""
    line = _BREAKS.sub(" ", text if len(text) <= limit else text[: limit - 1] + "…")
    return "".join("\ufffd" if unsafe_at(char) is not None else char for char in _SPACES.sub("␣", line))


_BREAKS: Final = re.compile(r"[\t\r\n]+")
_SPACES: Final = re.compile(r"[^\S ]")  # a key that ends in one is not the key that it looks like


# --- problems --------------------------------------------------------------------------------------------------------


def render(problems: Sequence[Problem], form: Format, lang: Lang, *, accepted: Sequence[Problem] = ()) -> str:
    """The report that ``indicators check`` prints; empty where there is nothing to tell in that form.

    Findings that the curator has accepted are told in JSON only.
    """
    if form == "json":
        return _json(problems, accepted, lang)
    lines = [_LINES[form](problem, lang) for problem in foremost(problems)]
    if len(problems) > LIMIT:
        more = words.MORE.of(lang).format(count=f"{len(problems) - LIMIT:,}")
        lines.append(f"::notice::{_data(more)}" if form == "github" else more)
    return "\n".join(lines)


def foremost(problems: Sequence[Problem]) -> list[Problem]:
    """As many as are told, in their order: no error gives way to a warning, nor a warning to a note."""
    urgent = sorted(range(len(problems)), key=lambda index: _URGENCY[problems[index].severity])
    return [problems[index] for index in sorted(urgent[:LIMIT])]


_URGENCY: Final[Mapping[Severity, int]] = {"error": 0, "warning": 1, "information": 2}


def _line_of(problem: Problem, lang: Lang) -> str:
    severity = words.SEVERITIES[problem.severity].of(lang)
    return f"{place(problem)}: {severity}{sentence(problem, lang)} [{problem.code}]"


def _json(problems: Sequence[Problem], accepted: Sequence[Problem], lang: Lang) -> str:
    counts = Counter(problem.severity for problem in problems)
    return dumped({
        "errors": counts["error"],
        "warnings": counts["warning"],
        "notes": counts["information"],
        "problems": [_row(problem, lang) for problem in foremost(problems)],
        "accepted": [_row(problem, lang) for problem in foremost(accepted)],
        "omitted": max(0, len(problems) - LIMIT) + max(0, len(accepted) - LIMIT),
    })  # fmt: skip


def dumped(document: object) -> str:
    """JSON as a terminal shows it."""
    return json.dumps(document, ensure_ascii=False, indent=1)


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
    row = {
        "file": problem.path,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": sentence(problem, lang),
        "facts": _facts(problem),
    }
    return row if problem.accepted is None else {**row, "reason": problem.accepted.of(lang)}


def place(problem: Problem, *, short: bool = False) -> str:
    """``file:line:column``, or the file alone where all of it is meant; ``short`` leaves its folders out."""
    path = one_line(PurePath(problem.path).name if short else problem.path, 300)
    return f"{path}:{problem.line}:{problem.column}" if problem.line else path


_LINES: Final[Mapping[Format, Callable[[Problem, Lang], str]]] = {"text": _line_of, "github": _annotation}
