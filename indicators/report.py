"""Problems and verifications → what is told of them: text for a terminal, JSON, annotations for GitHub."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final, Literal

from indicators.lines import Lines
from indicators.problems import Problem, Severity
from indicators.text import Lang, unsafe_at
from indicators.verify import Finding, Verification
from indicators.words import cli as words
from indicators.words import terms
from indicators.words import verify as verify_words
from indicators.words.problems import HINTS, NAMED, SENTENCES

Format = Literal["text", "json", "github"]
VerifyFormat = Literal["text", "json"]
LIMIT: Final = 50
"""So many problems are told; the rest is counted."""
AROUND: Final = 24
"""So many characters of a text are shown to either side of a quote: enough to find it, and no more."""


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
    return {key: _line(fact, 600) for key, fact in problem.facts.items()}


def _line(text: str, limit: int) -> str:
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
    return _dumped({
        "errors": counts["error"],
        "warnings": counts["warning"],
        "notes": counts["information"],
        "problems": [_row(problem, lang) for problem in foremost(problems)],
        "accepted": [_row(problem, lang) for problem in foremost(accepted)],
        "omitted": max(0, len(problems) - LIMIT) + max(0, len(accepted) - LIMIT),
    })  # fmt: skip


def _dumped(document: object) -> str:
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
    path = _line(PurePath(problem.path).name if short else problem.path, 300)
    return f"{path}:{problem.line}:{problem.column}" if problem.line else path


_LINES: Final[Mapping[Format, Callable[[Problem, Lang], str]]] = {"text": _line_of, "github": _annotation}


# --- verifications ---------------------------------------------------------------------------------------------------


def verified(verifications: Sequence[Verification], form: VerifyFormat, lang: Lang, *, found: bool = False) -> str:
    """The report that ``indicators verify`` prints; ``found`` tells the quotes that were found, too.

    The text form shows a few characters of the articles' texts around each quote, for a terminal. The JSON form, which
    may be kept, has none of their words.
    """
    if form == "json":
        return _dumped({**_counts(verifications), "articles": [_verified_row(one) for one in verifications]})
    lines: list[str] = []
    for one in verifications:
        lines.append(_tally(_line(one.article.id, 80), [one], lang))
        lines += _lines_of(one, lang, found=found)
    if len(verifications) > 1:
        lines.append(_tally(terms.ARTICLES.of(lang, len(verifications)), verifications, lang))
    return "\n".join(lines)


def _counts(verifications: Sequence[Verification]) -> dict[str, int]:
    counts = Counter(finding.status for one in verifications for finding in one.findings)
    return {status: counts[status] for status in verify_words.STATUSES}


def _tally(subject: str, verifications: Sequence[Verification], lang: Lang) -> str:
    counts = _counts(verifications)
    quotes = verify_words.QUOTES.of(lang, sum(counts.values()))
    others = (
        told.of(lang).format(count=counts[status]) for status, told in verify_words.NOT_FOUND.items() if counts[status]
    )
    tally = verify_words.TALLY.of(lang)
    return tally.format(subject=subject, quotes=quotes, found=counts["found"], more="".join(others))


def _lines_of(one: Verification, lang: Lang, *, found: bool) -> Iterator[str]:
    lines = Lines(one.text)
    for figure, finding in zip(one.article.figures, one.findings, strict=True):
        if finding.status == "found" and not found:
            continue
        where = _line(one.path, 300)
        if finding.said:
            where += ":{}:{}".format(*lines.at(finding.start))
        status = verify_words.STATUSES[finding.status].of(lang)
        if finding.same_amount:
            status = verify_words.SAME_AMOUNT.of(lang).format(status=status)
        facts = {"place": where, "status": status, "figure": finding.figure, "quote": _line(figure.quote, 100)}
        yield "  " + verify_words.FINDING.of(lang).format_map(facts)
        if finding.said:
            yield f"    {_excerpt(one.text, finding)}"


def _excerpt(text: str, finding: Finding) -> str:
    """What was found, marked, between the few characters around it."""
    first, last = max(finding.start - AROUND, 0), finding.end + AROUND
    shown = f"{text[first : finding.start]}«{finding.said}»{text[finding.end : last]}"
    return _line(f"{'…' * (first > 0)}{' '.join(shown.split())}{'…' * (last < len(text))}", 300)


def _verified_row(one: Verification) -> dict[str, Any]:
    lines = Lines(one.text)
    figures = [_finding_row(finding, lines) for finding in one.findings]
    return {"article": one.article.id, "file": one.path, **_counts([one]), "figures": figures}


def _finding_row(finding: Finding, lines: Lines) -> dict[str, Any]:
    line, column = lines.at(finding.start) if finding.said else (None, None)
    return {
        "figure": finding.figure,
        "status": finding.status,
        "same_amount": finding.same_amount,
        "offset": finding.start if finding.said else None,
        "line": line,
        "column": column,
    }
