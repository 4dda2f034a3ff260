"""What must hold between the entries of a dataset."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, cast

from indicators.corpus import VOCABULARY, Corpus, Keys, Kind, Spot, id_of
from indicators.model import ANNUAL, Entry, Figure, Metric, Pipeline
from indicators.problems import Problem
from indicators.quantities import UNITS
from indicators.text import fold, nearest, plain_forms

Rule = Callable[[Corpus], Iterator[Problem]]


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
        for spot in corpus.spots(kind):
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
        for spot in corpus.spots(kind):
            name = getattr(spot.entry, key)
            if name is not None and name not in known:
                yield spot, (key,), target, name, known
    publishers = corpus.ids("publisher")
    for article in corpus.articles:
        for index, copy in enumerate(article.entry.copies):
            if copy.publisher is not None and copy.publisher not in publishers:
                yield article, ("copies", index, "publisher"), "publisher", copy.publisher, publishers
    yield from _dangling_steps(corpus)
    plans = [ANNUAL, *corpus.ids("figure")]
    known_plans = frozenset(plans)
    for figure in corpus.figures:
        if figure.entry.plan is not None and figure.entry.plan not in known_plans:
            yield figure, ("plan",), "figure", figure.entry.plan, plans


def _dangling_steps(corpus: Corpus) -> Iterator[tuple[Spot[Entry], Keys, Kind, str, Iterable[str]]]:
    metrics = corpus.ids("metric")
    for pipeline in corpus.vocabulary("pipeline"):
        for index, step in enumerate(cast("Pipeline", pipeline.entry).steps):
            if step not in metrics:
                yield pipeline, ("steps", index), "metric", step, metrics


def plans_are_targets(corpus: Corpus) -> Iterator[Problem]:
    """A completion is measured against a figure that is a target."""
    figures = corpus.ids("figure")
    for spot in corpus.figures:
        plan = figures.get(spot.entry.plan or "")
        if plan is not None and cast("Figure", plan.entry).nature != "target":
            yield spot.problem("plan-not-target", "plan", id=id_of(plan))


def no_circles(corpus: Corpus) -> Iterator[Problem]:
    """Nothing is a part of itself, however long the way round."""
    kinds: tuple[Kind, ...] = ("region", "sector", "figure")
    for kind in kinds:
        whole_of = {id_of(spot): getattr(spot.entry, "part_of") for spot in corpus.spots(kind)}  # noqa: B009
        cleared: set[str] = set()
        for spot in corpus.spots(kind):
            trail: dict[str, None] = {}
            at: str | None = id_of(spot)
            while at in whole_of and at not in cleared and at not in trail:
                trail[at] = None
                at = whole_of[at]
            if at in trail and at is not None:
                circle = [*list(trail)[list(trail).index(at) :], at]
                shown = circle if len(circle) <= 8 else [*circle[:6], "…", at]
                yield corpus.ids(kind)[at].problem("circle", "part_of", kind=kind, circle=" → ".join(shown))
            cleared.update(trail)


def used_vocabulary(corpus: Corpus) -> Iterator[Problem]:
    """An entry that nothing names is a slip of the pen, or dead."""
    named: dict[Kind, set[str]] = {target: set() for *_, target in _REFERENCES if target in VOCABULARY}
    for kind, key, target in _REFERENCES:
        if target in named:
            named[target].update(name for spot in corpus.spots(kind) if (name := getattr(spot.entry, key)))
    named["publisher"].update(
        copy.publisher for spot in corpus.articles for copy in spot.entry.copies if copy.publisher
    )
    for kind, names in named.items():
        for spot in corpus.vocabulary(kind):
            if id_of(spot) not in names:
                yield spot.problem("unused-entry", "id", severity="warning", kind=kind, id=id_of(spot))


def units_match(corpus: Corpus) -> Iterator[Problem]:
    """A figure is printed in a unit of its metric's dimension."""
    metrics = corpus.ids("metric")
    for spot in corpus.figures:
        metric = metrics.get(spot.entry.metric)
        if spot.entry.text is None or metric is None:
            continue
        printed, expected = UNITS[spot.entry.text.unit], UNITS[cast("Metric", metric.entry).unit]
        if printed.dimension != expected.dimension:
            unit, name = spot.entry.text.printed, id_of(metric)
            yield spot.problem("unit-metric", "text", unit=unit, metric=name, expected=expected.id)


def quotes_hold_numbers(corpus: Corpus) -> Iterator[Problem]:
    """The quote holds the number as it is written in ``text``, or the growth or completion where there is no text."""
    for spot in corpus.figures:
        figure = spot.entry
        key = "text" if figure.text else "growth" if figure.growth else "completion"
        printed = getattr(figure, key).printed
        if not any(_stands(form(printed).lstrip("+-"), form(figure.quote)) for form in (plain_forms, fold)):
            yield spot.problem("quote-number", "quote", key=key, printed=printed, quote=figure.quote)


_NUMERALS: Final = frozenset("0123456789零一二两三四五六七八九十百千万亿")


def _stands(number: str, quote: str) -> bool:
    """Whether a number stands in a quote, and not as the end of a longer one: 4家 is not in 14家 nor 7亿 in 36.7亿."""
    at = quote.find(number)
    while at >= 0:
        before = quote[max(at - 2, 0) : at]
        longer = before[-1:] in _NUMERALS or (before[-1:] in {".", ","} and before[:1].isdecimal())
        if not (longer and number[0] in _NUMERALS):
            return True
        at = quote.find(number, at + 1)
    return False


def wholes_of_complete_parts(corpus: Corpus) -> Iterator[Problem]:
    """Who says that its parts are complete has parts."""
    wholes = {spot.entry.part_of for spot in corpus.figures}
    for spot in corpus.figures:
        if spot.entry.complete_parts and spot.entry.id not in wholes:
            yield spot.problem("parts-missing", "complete_parts", id=spot.entry.id)


FAULTS: Final = frozenset({
    "circle",
    "dataset-missing",
    "dataset-twice",
    "duplicate-id",
    "parts-missing",
    "plan-not-target",
    "quote-number",
    "unit-metric",
    "unknown-id",
    "unused-entry",
})  # fmt: skip
