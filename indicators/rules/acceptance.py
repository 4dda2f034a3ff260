"""Findings that a curator has looked into and left as they are: kept apart, each with the reason."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, Literal

from indicators.model.entries import Acceptance, Article, Figure
from indicators.reading.corpus import Corpus, Spot
from indicators.values.problems import Problem
from indicators.values.text import nearest

FAULTS: Final = frozenset({"accept-code", "accept-unneeded"})

_Kind = Literal["article", "figure"]
_Claims = Mapping[tuple[str, str], list[tuple[Spot[Article] | Spot[Figure], int, Acceptance]]]

ACCEPTABLE: Final[Mapping[_Kind, frozenset[str]]] = {
    "article": frozenset({"no-address"}),
    "figure": frozenset({
        "completion-mismatch",
        "conflict",
        "double-entry",
        "growth-mismatch",
        "magnitude",
        "part-nature",
        "part-period",
        "period-unfinished",
        "series-jump",
    }),
}  # fmt: skip
"""The warnings and informations that each kind of entry can accept.

An error has to be corrected; and what a text beside the dataset says of a quote is not known where the text is missing.
"""


def settle(corpus: Corpus, problems: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
    """The problems that are open and those that are accepted, which have their reason.

    Acceptances that cannot be, or that nothing was found for, are problems too, and open.
    """
    claims, unsettled = _claims(corpus)
    accepted: list[Problem] = []
    needed: set[tuple[str, str]] = set()
    for problem in problems:
        key = (problem.code, problem.about)  # what is about an article is never about a figure: ids may be the same
        if problem.severity == "error" or key not in claims:
            unsettled.append(problem)
        else:
            accepted.append(replace(problem, accepted=claims[key][0][2].reason))
            needed.add(key)
    for key, items in claims.items():
        for spot, index, item in items[key in needed :]:
            facts = {"id": spot.entry.id, "finding": item.code}
            unsettled.append(spot.problem("accept-unneeded", "accept", index, "code", severity="warning", **facts))
    return unsettled, accepted


def _claims(corpus: Corpus) -> tuple[_Claims, list[Problem]]:
    """The acceptances by code and id of their entry, and the problems of those that cannot be."""
    claims: dict[tuple[str, str], list[tuple[Spot[Article] | Spot[Figure], int, Acceptance]]] = {}
    problems: list[Problem] = []
    for kind, spot in _entries(corpus):
        for index, item in enumerate(spot.entry.accept):
            if item.code in ACCEPTABLE[kind]:
                claims.setdefault((item.code, spot.entry.id), []).append((spot, index, item))
                continue
            known = sorted(ACCEPTABLE[kind])
            facts = {"id": spot.entry.id, "finding": item.code, "known": ", ".join(known)}
            facts["suggestion"] = nearest(item.code, known)
            problems.append(spot.problem("accept-code", "accept", index, "code", severity="error", **facts))
    return claims, problems


def _entries(corpus: Corpus) -> Iterator[tuple[_Kind, Spot[Article] | Spot[Figure]]]:
    for article in corpus.articles:
        yield "article", article
    for figure in corpus.figures:
        if figure.entry.accept:
            yield "figure", figure
