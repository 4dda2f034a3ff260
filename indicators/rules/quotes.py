"""What must hold between figures and the texts of their articles, as far as these lie beside the dataset."""

from collections.abc import Iterator, Mapping
from typing import Final

from indicators.analysis.quotes import Headlines, PrintedPage, Status, find
from indicators.analysis.rates_in_texts import StrayKind, strays
from indicators.reading.corpus import Corpus, Spot
from indicators.values.problems import Problem, Severity

_PROBLEMS: Final[Mapping[Status, tuple[str, Severity]]] = {
    "moved": ("quote-moved", "information"),
    "changed": ("quote-changed", "warning"),
    "missing": ("quote-missing", "warning"),
}


_STRAYS: Final[Mapping[StrayKind, str]] = {"far": "rate-far", "of-another": "rate-of-another"}


def figures_stand_in_texts(corpus: Corpus, held: Mapping[str, str]) -> Iterator[Problem]:
    """Each phrase stands in the text of its article, and each rate near the quote of its figure.

    ``held`` has the texts by article id. The facts hold phrases and nothing of the text: reports may be published, the
    texts may not.
    """
    if not held:
        return
    headlines = Headlines(spot.entry for spot in corpus.articles)
    for spot in corpus.articles:
        if spot.entry.id not in held:
            continue
        page = PrintedPage(held[spot.entry.id], headlines)
        places = {
            figure.id: Spot(figure, spot.source, (*spot.keys, "figures", index))
            for index, figure in enumerate(spot.entry.figures)
        }
        for finding in find(spot.entry, page):
            if finding.status in _PROBLEMS:
                code, severity = _PROBLEMS[finding.status]
                facts = {"article": spot.entry.id, "quote": finding.phrase[:60]}
                yield places[finding.figure].problem(code, finding.key, severity=severity, **facts)
        for stray in strays(spot.entry, page):
            place = places[stray.figure]
            facts = {"printed": getattr(place.entry, stray.name).printed, "quote": place.entry.quote[:60]}
            yield place.problem(_STRAYS[stray.kind], stray.name, severity="warning", **facts)
