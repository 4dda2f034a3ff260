"""What must hold between entries: unique ids, known references, no circles, nothing unused, traits that go together."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from indicators.model.articles import ANNUAL, Figure
from indicators.model.bases import Identified, present_ids
from indicators.model.declared_units import DeclaredUnit, unit_table
from indicators.model.events import Event
from indicators.model.kinds import KIND_OF, KINDS, VOCABULARY
from indicators.model.vocabulary import ALL, Group, Metric, Pipeline, Publisher, Ratio, Region, Sector
from indicators.reading.corpus import Corpus, Keys, Spot
from indicators.values.problems import Problem
from indicators.values.text import nearest
from indicators.values.unit_table import BUILT_IN, COUNTED, UNITS, Unit


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
    for kind in KINDS:
        first: dict[str, Spot[Identified]] = {}
        spots = list(corpus.spots(kind.model))
        for spot in spots if len(corpus.ids(kind.model)) < len(spots) else ():
            key = spot.entry.id
            if (before := first.setdefault(key, spot)) is not spot:
                yield spot.problem("duplicate-id", "id", kind=kind.name, id=key, first=before.shown())


def former_ids_are_free(corpus: Corpus) -> Iterator[Problem]:
    """No entry of the same kind has, or had, an id that an entry had: a link with it leads to one."""
    for kind in KINDS:
        first: dict[str, Spot[Identified]] = {}
        for spot in corpus.spots(kind.model):
            for index, key in enumerate(spot.entry.former):
                other = corpus.ids(kind.model).get(key) or first.get(key)
                if other is not None:
                    place = other.shown()
                    yield spot.problem("former-id-taken", "former", index, kind=kind.name, id=key, first=place)
                first.setdefault(key, spot)


MOST_SUGGESTIONS: Final = 100
"""Comparing an id with thousands of others takes milliseconds, and nobody reads so many problems."""


class _Dangling(NamedTuple):
    """An id that no entry has: the entry that names it and the key there, the kind it should be of, the known ids."""

    spot: Spot[Identified]
    keys: Keys
    model: type[Identified]
    name: str
    known: Iterable[str]


def known_references(corpus: Corpus) -> Iterator[Problem]:
    """Every entry that is named exists."""
    renamed: dict[type[Identified], dict[str, str]] = {}
    for number, (spot, keys, model, name, known) in enumerate(_dangling(corpus)):
        if model not in renamed:
            renamed[model] = present_ids(spot.entry for spot in corpus.spots(model))
        suggestion = renamed[model].get(name) or (nearest(name, known) if number < MOST_SUGGESTIONS else "")
        yield spot.problem("unknown-id", *keys, kind=KIND_OF[model].name, id=name, suggestion=suggestion)


def _dangling(corpus: Corpus) -> Iterator[_Dangling]:
    for kind in KINDS:
        for key, target in kind.references.items():
            known = {*corpus.ids(target), ALL} if target is Group else corpus.ids(target)
            unknown = {name for name in corpus.named(kind.model, key) if name not in known}
            for spot in corpus.spots(kind.model) if unknown else ():
                name = getattr(spot.entry, key)
                if name in unknown:
                    yield _Dangling(spot, (key,), target, name, known)
    yield from _dangling_publishers(corpus)
    yield from _dangling_steps(corpus)
    yield from _dangling_plans(corpus)
    yield from _dangling_places(corpus)


def _dangling_publishers(corpus: Corpus) -> Iterator[_Dangling]:
    publishers = corpus.ids(Publisher)
    for article in corpus.articles:
        for index, copy in enumerate(article.entry.copies):
            if copy.publisher is not None and copy.publisher not in publishers:
                yield _Dangling(article, ("copies", index, "publisher"), Publisher, copy.publisher, publishers)


def _dangling_steps(corpus: Corpus) -> Iterator[_Dangling]:
    metrics = corpus.ids(Metric)
    for pipeline in corpus.spots(Pipeline):
        for index, step in enumerate(pipeline.entry.steps):
            if step not in metrics:
                yield _Dangling(pipeline, ("steps", index), Metric, step, metrics)


def _dangling_plans(corpus: Corpus) -> Iterator[_Dangling]:
    figures = corpus.ids(Figure)
    unknown = {name for name in corpus.named(Figure, "plan") if name not in figures and name != ANNUAL}
    plans = [ANNUAL, *figures] if unknown else []
    for figure in corpus.figures if unknown else ():
        if figure.entry.plan is not None and figure.entry.plan in unknown:
            yield _Dangling(figure, ("plan",), Figure, figure.entry.plan, plans)


def _dangling_places(corpus: Corpus) -> Iterator[_Dangling]:
    trees: Mapping[str, type[Identified]] = {"regions": Region, "sectors": Sector}
    for event in corpus.spots(Event):
        for key, model in trees.items():
            for index, name in enumerate(getattr(event.entry, key)):
                if name not in corpus.ids(model):
                    yield _Dangling(event, (key, index), model, name, corpus.ids(model))


def no_circles(corpus: Corpus) -> Iterator[Problem]:
    """Nothing is a part of itself or corrects itself, over any number of steps."""
    for kind in KINDS:
        for key, target in kind.references.items():
            if target is kind.model and corpus.named(kind.model, key):
                for circle in _circles(corpus, kind.model, key):
                    names = circle if len(circle) <= 8 else [*circle[:6], "…", circle[-1]]
                    spot = corpus.ids(kind.model)[circle[0]]
                    yield spot.problem("circle", key, kind=kind.name, key=key, circle=" → ".join(names))


def _circles(corpus: Corpus, model: type[Identified], key: str) -> Iterator[list[str]]:
    """The ids along each circle, beginning and ending with the same one."""
    pairs = zip(corpus.column(model, "id"), corpus.column(model, key), strict=True)
    names = {entry: name for entry, name in pairs if entry and name}
    next_of = {entry: name for entry, name in names.items() if name in names}  # the others lead nowhere
    cleared: set[str] = set()
    for first in next_of:
        trail: dict[str, None] = {}
        step = first
        while step in next_of and step not in cleared and step not in trail:
            trail[step] = None
            step = next_of[step]
        if step in trail:
            yield [*list(trail)[list(trail).index(step) :], step]
        cleared.update(trail)


def used_vocabulary(corpus: Corpus) -> Iterator[Problem]:
    """Every entry of a kind that others can refer to is referred to; for a metric, by more than a ratio."""
    named: dict[type[Identified], set[str]] = {}
    for kind in KINDS:
        for key, target in kind.references.items() if kind.model is not Ratio else ():
            named.setdefault(target, set()).update(corpus.named(kind.model, key))
    named[Publisher].update(copy.publisher for spot in corpus.articles for copy in spot.entry.copies if copy.publisher)
    for event in corpus.spots(Event):
        named[Region].update(event.entry.regions)
        named[Sector].update(event.entry.sectors)
    for kind in VOCABULARY:
        for spot in corpus.spots(kind.model) if kind.model in named else ():
            if (key := spot.entry.id) not in named[kind.model]:
                yield spot.problem("unused-entry", "id", severity="warning", kind=kind.name, id=key)


def the_whole_is_no_group(corpus: Corpus) -> Iterator[Problem]:
    """The id ``all`` stands for the whole, which needs no entry among the groups."""
    for spot in corpus.spots(Group):
        if spot.entry.id == ALL:
            yield spot.problem("group-all", "id", id=ALL)


def rates_do_not_add_up(corpus: Corpus) -> Iterator[Problem]:
    """A metric that is a rate is not additive: incomes per head of two districts are not that of both."""
    for spot in corpus.spots(Metric):
        if spot.entry.kind == "rate" and spot.entry.additive:
            yield spot.problem("rate-additive", "additive", id=spot.entry.id)


def ratios_have_their_unit(corpus: Corpus) -> Iterator[Problem]:
    """The unit of a ratio is one that the quotient of its metrics can have."""
    metrics = {key: spot.entry for key, spot in corpus.ids(Metric).items()}
    units = unit_table(spot.entry for spot in corpus.spots(DeclaredUnit)).units.values()
    for spot in corpus.spots(Ratio):
        ratio = spot.entry
        if ratio.numerator not in metrics or ratio.denominator not in metrics:
            continue
        above, below = metrics[ratio.numerator].unit, metrics[ratio.denominator].unit
        fitting = [unit for unit in units if not unit.is_fraction and _fits(unit, above, below)]
        if ratio.unit not in fitting:
            fits = ", ".join(fitting) or "none"
            yield spot.problem(
                "ratio-unit", "unit", id=ratio.id, unit=ratio.unit, numerator=above, denominator=below, fitting=fits
            )


_NAMED: Final = {"person": "persons", "household": "households", "day": "days"}
"""What follows the slash of a unit → the id of that unit, where it has another name."""


def _fits(unit: Unit, above: Unit, below: Unit) -> bool:
    """True where ``above`` divided by ``below`` can have the unit.

    A quotient of like metrics is a share (40%). An amount for each thing that is counted has the unit of the amount
    (2000万元 a project) or one with a slash (元/人), and one for each of what only the dataset measures that of the
    amount; an amount for each of anything else has one with a slash (元/吨).
    """
    top, bottom = above.dimension, below.dimension
    if top == bottom:
        return unit.dimension == "ratio"
    if unit.dimension == top:
        return bottom in COUNTED or bottom not in BUILT_IN.dimensions
    measured, _, per = unit.partition("/")
    divisor = UNITS.get(_NAMED.get(per, per))
    amount = UNITS.get(measured)
    if amount is None or divisor is None or (amount.dimension, divisor.dimension) != (top, bottom):
        return False
    return bottom != "count" or divisor == below  # an amount for each enterprise is none per household
