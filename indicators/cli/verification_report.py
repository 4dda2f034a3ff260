"""Verifications → the report of them: text for a terminal, or JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal

from indicators.analysis.quotes import FoundPhrase, Verification
from indicators.cli.reports import dumped
from indicators.reading.lines import LineIndex
from indicators.values.text import Lang, one_line
from indicators.words import terms
from indicators.words.cli import verify as words

VerificationFormat = Literal["text", "json"]
CONTEXT: Final = 24
"""Characters of the text that are shown on either side of a quote: enough to find it, and no more."""


def render(
    verifications: Sequence[Verification], form: VerificationFormat, lang: Lang, *, with_found: bool = False
) -> str:
    """The report that ``indicators verify`` prints; ``with_found`` lists the quotes that were found, too.

    The text form shows a few characters of the articles' texts around each quote, for a terminal. The JSON form, which
    may be kept, has none of their words.
    """
    if form == "json":
        return dumped({**_counts(verifications), "articles": [_row(verification) for verification in verifications]})
    lines: list[str] = []
    for verification in verifications:
        lines.append(_tally(one_line(verification.article.id, 80), [verification], lang))
        lines += _lines_of(verification, lang, with_found=with_found)
    if len(verifications) > 1:
        lines.append(_tally(terms.ARTICLES.of(lang, len(verifications)), verifications, lang))
    return "\n".join(lines)


def _counts(verifications: Sequence[Verification]) -> dict[str, int]:
    counts = Counter(finding.status for verification in verifications for finding in verification.findings)
    return {status: counts[status] for status in words.STATUSES}


def _tally(subject: str, verifications: Sequence[Verification], lang: Lang) -> str:
    counts = _counts(verifications)
    quotes = words.QUOTES.of(lang, sum(counts.values()))
    others = (part.of(lang).format(count=counts[status]) for status, part in words.NOT_FOUND.items() if counts[status])
    tally = words.TALLY.of(lang)
    return tally.format(subject=subject, quotes=quotes, found=counts["found"], more="".join(others))


def _lines_of(verification: Verification, lang: Lang, *, with_found: bool) -> Iterator[str]:
    lines = LineIndex(verification.text)
    for finding in verification.findings:
        if finding.status == "found" and not with_found:
            continue
        place = one_line(verification.path, 300)
        if finding.passage:
            place += ":{}:{}".format(*lines.place(finding.start))
        status = words.STATUSES[finding.status].of(lang)
        if finding.same_amount:
            status = words.SAME_AMOUNT.of(lang).format(status=status)
        figure = finding.figure if finding.key == "quote" else f"{finding.figure} ({finding.key})"
        facts = {"place": place, "status": status, "figure": figure, "quote": one_line(finding.phrase, 100)}
        yield "  " + words.FINDING.of(lang).format_map(facts)
        if finding.passage:
            yield f"    {_excerpt(verification.text, finding)}"


def _excerpt(text: str, finding: FoundPhrase) -> str:
    """The passage that was found, in marks, with a few characters around it."""
    first, last = max(finding.start - CONTEXT, 0), finding.end + CONTEXT
    excerpt = f"{text[first : finding.start]}«{finding.passage}»{text[finding.end : last]}"
    return one_line(f"{'…' * (first > 0)}{' '.join(excerpt.split())}{'…' * (last < len(text))}", 300)


def _row(verification: Verification) -> dict[str, Any]:
    lines = LineIndex(verification.text)
    return {
        "article": verification.article.id,
        "file": verification.path,
        **_counts([verification]),
        "figures": [_finding_row(finding, lines) for finding in verification.findings],
    }


def _finding_row(finding: FoundPhrase, lines: LineIndex) -> dict[str, Any]:
    line, column = lines.place(finding.start) if finding.passage else (None, None)
    return {
        "figure": finding.figure,
        "key": finding.key,
        "status": finding.status,
        "same_amount": finding.same_amount,
        "offset": finding.start if finding.passage else None,
        "line": line,
        "column": column,
    }
