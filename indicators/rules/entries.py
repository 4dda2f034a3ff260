"""What must hold between the entries of a dataset: ids, what they name, circles, and what nobody names."""

from collections.abc import Iterable, Iterator
from typing import Final, cast

from indicators.model.entries import ANNUAL, Entry, Metric, Pipeline, Ratio
from indicators.reading.corpus import VOCABULARY, Corpus, Keys, Kind, Spot, id_of
from indicators.values.problems import Problem
from indicators.values.quantities import UNITS
from indicators.values.text import nearest


def one_head(corpus: Corpus) -> Iterator[Problem]:
    """``dataset`` stands in exactly one file."""
    heads = [(document, source) for document, source in corpus.documents if document.dataset is not None]
    if not heads and corpus.documents:
        yield Problem("dataset-missing", corpus.documents[0][1].path)
    for _, source in heads[1:]:
        line, column = source.place(("dataset",), of_key=True)
        yield Problem("dataset-twice", source.path, line, column, facts={"first": heads[0][1].path})


def unique_ids(corpus: Corpus) -> Iterator[Problem]:
    """An id names one entry of its kind, in all files together."""
    kinds: tuple[Kind, ...] = (*VOCABULARY, "article", "figure")
    for kind in kinds:
        seen: dict[str, Spot[Entry]] = {}
        spots = list(corpus.spots(kind))
        for spot in spots if len(corpus.ids(kind)) < len(spots) else ():
            if (first := seen.setdefault(id_of(spot), spot)) is not spot:
                yield spot.problem("duplicate-id", "id", kind=kind, id=id_of(spot), first=first.shown())


_REFERENCES: Final[tuple[tuple[Kind, str, Kind], ...]] = (
    ("region", "part_of", "region"),
    ("sector", "part_of", "sector"),
    ("metric", "theme", "theme"),
    ("article", "publisher", "publisher"),
    ("article", "issuer", "publisher"),
    ("figure", "metric", "metric"),
    ("figure", "region", "region"),
    ("figure", "sector", "sector"),
    ("figure", "part_of", "figure"),
    ("figure", "supersedes", "figure"),
    ("ratio", "numerator", "metric"),
    ("ratio", "denominator", "metric"),
)
"""Kind of entry, its key, and the kind of entry that the key names."""


MOST_SUGGESTIONS: Final = 100
"""Comparing an id with thousands of others takes milliseconds, and nobody reads so many problems."""


def known_references(corpus: Corpus) -> Iterator[Problem]:
    """Whatever is named exists."""
    for number, (spot, keys, kind, name, known) in enumerate(_dangling(corpus)):
        suggestion = nearest(name, known) if number < MOST_SUGGESTIONS else ""
        yield spot.problem("unknown-id", *keys, kind=kind, id=name, suggestion=suggestion)


def _dangling(corpus: Corpus) -> Iterator[tuple[Spot[Entry], Keys, Kind, str, Iterable[str]]]:
    """Entries that name what does not exist: under which keys, what kind it should be, its name, and what there is."""
    for kind, key, target in _REFERENCES:
        known = corpus.ids(target)
        unknown = corpus.named(kind, key).difference(known)
        for spot in corpus.spots(kind) if unknown else ():
            name = getattr(spot.entry, key)
            if name in unknown:
                yield spot, (key,), target, name, known
    publishers = corpus.ids("publisher")
    for article in corpus.articles:
        for index, copy in enumerate(article.entry.copies):
            if copy.publisher is not None and copy.publisher not in publishers:
                yield article, ("copies", index, "publisher"), "publisher", copy.publisher, publishers
    yield from _dangling_steps(corpus)
    figures = corpus.ids("figure")
    unknown = corpus.named("figure", "plan").difference(figures, {ANNUAL})
    plans = [ANNUAL, *figures] if unknown else []
    for figure in corpus.figures if unknown else ():
        if figure.entry.plan in unknown:
            yield figure, ("plan",), "figure", figure.entry.plan, plans


def _dangling_steps(corpus: Corpus) -> Iterator[tuple[Spot[Entry], Keys, Kind, str, Iterable[str]]]:
    metrics = corpus.ids("metric")
    for pipeline in corpus.vocabulary("pipeline"):
        for index, step in enumerate(cast("Pipeline", pipeline.entry).steps):
            if step not in metrics:
                yield pipeline, ("steps", index), "metric", step, metrics


_CHAINS: Final[tuple[tuple[Kind, str], ...]] = (
    ("region", "part_of"),
    ("sector", "part_of"),
    ("figure", "part_of"),
    ("figure", "supersedes"),
)
"""Kind of entry, and its key that names another of the kind."""


def no_circles(corpus: Corpus) -> Iterator[Problem]:
    """Nothing is a part of itself or corrects itself, however long the way round."""
    for kind, key in _CHAINS:
        if not corpus.named(kind, key):
            continue
        pairs = zip(corpus.column(kind, "id"), corpus.column(kind, key), strict=True)
        names = {here: name for here, name in pairs if here and name}
        next_of = {here: name for here, name in names.items() if name in names}  # the others lead nowhere
        cleared: set[str] = set()
        for first in next_of:
            trail: dict[str, None] = {}
            at = first
            while at in next_of and at not in cleared and at not in trail:
                trail[at] = None
                at = next_of[at]
            if at in trail:
                circle = [*list(trail)[list(trail).index(at) :], at]
                shown = circle if len(circle) <= 8 else [*circle[:6], "…", at]
                yield corpus.ids(kind)[at].problem("circle", key, kind=kind, key=key, circle=" → ".join(shown))
            cleared.update(trail)


def used_vocabulary(corpus: Corpus) -> Iterator[Problem]:
    """An entry that nothing names is a slip of the pen, or dead; so is a metric that only ratios name."""
    named: dict[Kind, set[str]] = {target: set() for *_, target in _REFERENCES if target in VOCABULARY}
    for kind, key, target in _REFERENCES:
        if target in named and kind != "ratio":
            named[target] |= corpus.named(kind, key)
    named["publisher"].update(
        copy.publisher for spot in corpus.articles for copy in spot.entry.copies if copy.publisher
    )
    for kind, names in named.items():
        for spot in corpus.vocabulary(kind):
            if id_of(spot) not in names:
                yield spot.problem("unused-entry", "id", severity="warning", kind=kind, id=id_of(spot))


def ratios_have_their_unit(corpus: Corpus) -> Iterator[Problem]:
    """The unit of a ratio is one that the quotient of its metrics can be told in."""
    metrics = {key: cast("Metric", spot.entry) for key, spot in corpus.ids("metric").items()}
    for spot in corpus.vocabulary("ratio"):
        ratio = cast("Ratio", spot.entry)
        if ratio.numerator not in metrics or ratio.denominator not in metrics:
            continue
        above, below = metrics[ratio.numerator].unit, metrics[ratio.denominator].unit
        fitting = [unit for unit in UNITS if _fits(unit, above, below)]
        if ratio.unit not in fitting:
            fits = ", ".join(fitting) or "none"
            yield spot.problem(
                "ratio-unit", "unit", id=ratio.id, unit=ratio.unit, numerator=above, denominator=below, fitting=fits
            )


_COUNTED: Final = frozenset({"count", "people", "visits"})
_NAMED: Final = {"person": "persons"}
"""What stands after the stroke of a unit → the unit that it is, where it is called otherwise."""


def _fits(unit: str, above: str, below: str) -> bool:
    """Whether so much of ``above`` for each ``below`` can be told in the unit.

    Of like metrics it is a share (40%); of a metric for each thing that is counted it is told in the metric's own unit
    (2000万元 a project) or in a unit for each (元/人); for each of anything else in a unit for each (元/吨).
    """
    top, bottom = UNITS[above].dimension, UNITS[below].dimension
    if top == bottom:
        return UNITS[unit].dimension == "ratio"
    if UNITS[unit].dimension == top:
        return bottom in _COUNTED
    measured, _, per = unit.partition("/")
    divisor = UNITS.get(_NAMED.get(per, per))
    return UNITS[measured].dimension == top and divisor is not None and divisor.dimension == bottom


FAULTS: Final = frozenset({
    "circle",
    "dataset-missing",
    "dataset-twice",
    "duplicate-id",
    "ratio-unit",
    "unknown-id",
    "unused-entry",
})  # fmt: skip
