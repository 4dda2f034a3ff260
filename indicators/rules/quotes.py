"""What must hold between quotes and the texts of their articles, as far as these lie beside the dataset."""

from collections.abc import Iterator, Mapping
from typing import Final

from indicators.analysis.quotes import Headlines, PrintedPage, Status, find
from indicators.reading.corpus import Corpus, Spot
from indicators.values.problems import Problem, Severity

_PROBLEMS: Final[Mapping[Status, tuple[str, Severity]]] = {
    "moved": ("quote-moved", "information"),
    "changed": ("quote-changed", "warning"),
    "missing": ("quote-missing", "warning"),
}


def quotes_stand(corpus: Corpus, held: Mapping[str, str]) -> Iterator[Problem]:
    """Each quote stands in the text of its article, for the articles whose texts are held (by article id).

    The facts hold the quote and nothing of the text: reports may be published, the texts may not.
    """
    if not held:
        return
    headlines = Headlines(spot.entry for spot in corpus.articles)
    for spot in corpus.articles:
        if spot.entry.id not in held:
            continue
        findings = find(spot.entry, PrintedPage(held[spot.entry.id], headlines))
        for index, (figure, finding) in enumerate(zip(spot.entry.figures, findings, strict=True)):
            if finding.status in _PROBLEMS:
                code, severity = _PROBLEMS[finding.status]
                place = Spot(figure, spot.source, (*spot.keys, "figures", index))
                facts = {"article": spot.entry.id, "quote": figure.quote[:60]}
                yield place.problem(code, "quote", severity=severity, **facts)
