"""Problems → the report of them: text for a terminal, JSON, annotations for GitHub and GitLab."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal

from indicators.phrasing.problems import LIMIT, facts_of, foremost, message, place, sentence
from indicators.values.problems import Problem, Severity
from indicators.values.text import Lang
from indicators.words.cli import main as words
from indicators.words.problems.around import SEVERITIES

ReportFormat = Literal["text", "json", "github", "gitlab"]


def render(problems: Sequence[Problem], form: ReportFormat, lang: Lang, *, accepted: Sequence[Problem] = ()) -> str:
    """The report that ``indicators check`` prints; empty where there is nothing to report in that form.

    Problems that the curator has accepted are in the JSON only.
    """
    if form == "json":
        return _json(problems, accepted, lang)
    if form == "gitlab":
        return dumped([_code_quality(problem, lang) for problem in foremost(problems)])
    lines = [_LINES[form](problem, lang) for problem in foremost(problems)]
    if len(problems) > LIMIT:
        more = words.MORE.of(lang).format(count=f"{len(problems) - LIMIT:,}")
        lines.append(f"::notice::{_data(more)}" if form == "github" else more)
    return "\n".join(lines)


def dumped(document: object) -> str:
    """JSON as a terminal shows it."""
    return json.dumps(document, ensure_ascii=False, indent=1)


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


def _row(problem: Problem, lang: Lang) -> dict[str, Any]:
    row = {
        "file": problem.path,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "code": problem.code,
        "id": problem.about,
        "message": sentence(problem, lang),
        "facts": facts_of(problem),
    }
    return row if problem.accepted is None else {**row, "reason": problem.accepted.of(lang)}


def _text_line(problem: Problem, lang: Lang) -> str:
    severity = SEVERITIES[problem.severity].of(lang)
    return f"{place(problem)}: {severity}{message(problem, lang)} [{problem.code}]"


def _annotation(problem: Problem, lang: Lang) -> str:
    """A workflow command of GitHub Actions."""
    level = "notice" if problem.severity == "information" else problem.severity
    properties = f"file={_property(problem.path)}"
    if problem.line:
        properties += f",line={problem.line},col={problem.column}"
    line = f"{message(problem, lang)} [{problem.code}]"
    return f"::{level} {properties}::{_data(line)}"


def _code_quality(problem: Problem, lang: Lang) -> dict[str, Any]:
    """A finding of a Code Quality report, which GitLab shows beside the line in a merge request."""
    message = sentence(problem, lang)
    identity = f"{problem.path}\0{problem.code}\0{message}"  # without the line: it moves when others are added
    return {
        "description": message,
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
        "severity": _GRADES[problem.severity],
        "location": {"path": problem.path, "lines": {"begin": max(problem.line, 1)}},
    }


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_GRADES: Final[Mapping[Severity, str]] = {"error": "major", "warning": "minor", "information": "info"}
_LINES: Final[Mapping[ReportFormat, Callable[[Problem, Lang], str]]] = {"text": _text_line, "github": _annotation}
