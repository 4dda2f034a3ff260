"""Findings → their order by news value: the newest and largest first, the whole before a part, themes in turn."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final

from indicators.analysis.findings.finding import Finding, FindingKind

HALF_LIFE: Final = 3.0
"""Years after which a finding is worth half."""
SURPRISE: Final[Mapping[FindingKind, float]] = {
    "opposite-parts": 1.0,
    "disagreement": 0.9,
    "months-inside": 0.9,
    "against-the-trend": 0.8,
    "reversal": 0.8,
    "multiple": 0.6,
    "pace": 0.5,
}
"""How much a kind of finding tells that its figures alone do not."""
OF_A_PART: Final = 0.7
"""What a finding about a part of the economy is worth beside one about all of it."""


def ranked(findings: Iterable[Finding], is_of_everything: Callable[[Finding], bool]) -> tuple[Finding, ...]:
    """The findings by news value; none beside another of its theme, unless no other theme is left."""
    several = list(findings)
    newest = max((finding.period.end for finding in several), default=date.min)
    values = {finding: news_value(finding, newest, of_everything=is_of_everything(finding)) for finding in several}
    best_first = sorted(several, key=lambda finding: (-values[finding], finding.id))
    waiting: dict[str, deque[tuple[int, Finding]]] = {}
    for place, finding in enumerate(best_first):
        waiting.setdefault(finding.theme, deque()).append((place, finding))
    ordered: list[Finding] = []
    while waiting:
        last = ordered[-1].theme if ordered else ""
        others = [theme for theme in waiting if theme != last] or [last]
        theme = min(others, key=lambda theme: waiting[theme][0][0])
        ordered.append(waiting[theme].popleft()[1])
        if not waiting[theme]:
            del waiting[theme]
    return tuple(ordered)


def news_value(finding: Finding, newest: date, *, of_everything: bool) -> float:
    """How much of news a finding is, at most 1; ``newest`` is the last day that any finding is about."""
    worth = finding.strength * SURPRISE[finding.kind] * (1.0 if of_everything else OF_A_PART)
    return recency(finding.period.end, newest) * worth


UNMOVED: Final = 0.6
"""What a figure is worth that says nothing of a change or a plan, beside one that does."""


def figure_value(end: date, newest: date, *, of_everything: bool, moves: bool) -> float:
    """How much of news a single figure is, at most 1."""
    return recency(end, newest) * (1.0 if of_everything else OF_A_PART) * (1.0 if moves else UNMOVED)


def recency(end: date, newest: date) -> float:
    """1 of what is as new as the newest, half as much of what is HALF_LIFE years older."""
    years = (newest - end).days / 365.25
    worth: float = 0.5 ** (years / HALF_LIFE)
    return worth
