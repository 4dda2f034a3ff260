"""Verifications → what is told of them: text for a terminal, or JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal

from indicators.analysis.quotes import Finding, Verification
from indicators.cli.reports import dumped
from indicators.reading.lines import LineIndex
from indicators.values.text import Lang, one_line
from indicators.words import terms
from indicators.words import verify as words

Format = Literal["text", "json"]
AROUND: Final = 24
"""So many characters of a text are shown to either side of a quote: enough to find it, and no more."""


def render(verifications: Sequence[Verification], form: Format, lang: Lang, *, found: bool = False) -> str:
    """The report that ``indicators verify`` prints; ``found`` tells the quotes that were found, too.

    The text form shows a few characters of the articles' texts around each quote, for a terminal. The JSON form, which
    may be kept, has none of their words.
    """
    if form == "json":
        return dumped({**_counts(verifications), "articles": [_row(one) for one in verifications]})
    lines: list[str] = []
    for one in verifications:
        lines.append(_tally(one_line(one.article.id, 80), [one], lang))
        lines += _lines_of(one, lang, found=found)
    if len(verifications) > 1:
        lines.append(_tally(terms.ARTICLES.of(lang, len(verifications)), verifications, lang))
    return "\n".join(lines)


def _counts(verifications: Sequence[Verification]) -> dict[str, int]:
    counts = Counter(finding.status for one in verifications for finding in one.findings)
    return {status: counts[status] for status in words.STATUSES}


def _tally(subject: str, verifications: Sequence[Verification], lang: Lang) -> str:
    counts = _counts(verifications)
    quotes = words.QUOTES.of(lang, sum(counts.values()))
    others = (told.of(lang).format(count=counts[status]) for status, told in words.NOT_FOUND.items() if counts[status])
    tally = words.TALLY.of(lang)
    return tally.format(subject=subject, quotes=quotes, found=counts["found"], more="".join(others))


def _lines_of(one: Verification, lang: Lang, *, found: bool) -> Iterator[str]:
    lines = LineIndex(one.text)
    for figure, finding in zip(one.article.figures, one.findings, strict=True):
        if finding.status == "found" and not found:
            continue
        where = one_line(one.path, 300)
        if finding.passage:
            where += ":{}:{}".format(*lines.place(finding.start))
        status = words.STATUSES[finding.status].of(lang)
        if finding.same_amount:
            status = words.SAME_AMOUNT.of(lang).format(status=status)
        facts = {"place": where, "status": status, "figure": finding.figure, "quote": one_line(figure.quote, 100)}
        yield "  " + words.FINDING.of(lang).format_map(facts)
        if finding.passage:
            yield f"    {_excerpt(one.text, finding)}"


def _excerpt(text: str, finding: Finding) -> str:
    """What was found, marked, between the few characters around it."""
    first, last = max(finding.start - AROUND, 0), finding.end + AROUND
    shown = f"{text[first : finding.start]}«{finding.passage}»{text[finding.end : last]}"
    return one_line(f"{'…' * (first > 0)}{' '.join(shown.split())}{'…' * (last < len(text))}", 300)


def _row(one: Verification) -> dict[str, Any]:
    lines = LineIndex(one.text)
    figures = [_finding_row(finding, lines) for finding in one.findings]
    return {"article": one.article.id, "file": one.path, **_counts([one]), "figures": figures}


def _finding_row(finding: Finding, lines: LineIndex) -> dict[str, Any]:
    line, column = lines.place(finding.start) if finding.passage else (None, None)
    return {
        "figure": finding.figure,
        "status": finding.status,
        "same_amount": finding.same_amount,
        "offset": finding.start if finding.passage else None,
        "line": line,
        "column": column,
    }
