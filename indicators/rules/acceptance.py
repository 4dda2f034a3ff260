"""Problems → those that are open, and those that a curator has checked and accepted, each with the reason."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from indicators.model.articles import Article, Figure
from indicators.model.bases import Acceptance
from indicators.reading.corpus import Corpus, Spot
from indicators.rules import ACCEPTABLE, UNKNOWN_WITHOUT_TEXT, Acceptor
from indicators.values.problems import Problem
from indicators.values.text import nearest

_Claims = Mapping[tuple[str, str], list[tuple[Spot[Article] | Spot[Figure], int, Acceptance]]]


def settle(corpus: Corpus, problems: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
    """The open problems, and the accepted ones with their reasons.

    An acceptance of what cannot be accepted, or of a problem that there is not, is an open problem itself.
    """
    claims, unsettled = _claims(corpus)
    accepted: list[Problem] = []
    needed: set[tuple[str, str]] = set()
    for problem in problems:
        key = (problem.code, problem.about)  # an article and a figure may share an id, but no code is about both
        if problem.severity == "error" or key not in claims:
            unsettled.append(problem)
        else:
            accepted.append(replace(problem, accepted=claims[key][0][2].reason))
            needed.add(key)
    for key, items in claims.items():
        if key[0] in UNKNOWN_WITHOUT_TEXT:
            continue
        for spot, index, item in items[key in needed :]:
            facts = {"id": spot.entry.id, "finding": item.code}
            unsettled.append(spot.problem("accept-unneeded", "accept", index, "code", severity="warning", **facts))
    return unsettled, accepted


def _claims(corpus: Corpus) -> tuple[_Claims, list[Problem]]:
    """The acceptances by code and id of their entry, and a problem for each that is not allowed."""
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


def _entries(corpus: Corpus) -> Iterator[tuple[Acceptor, Spot[Article] | Spot[Figure]]]:
    for article in corpus.articles:
        yield "article", article
    for figure in corpus.figures:
        if figure.entry.accept:
            yield "figure", figure
