"""A corpus, and a document behind it → what the rules find because of that, at the cost of what it touches.

New figures can be compared with their series, with the same time in other places, and with their wholes and parts. All
of these are looked at, once without the document and once with it; what is found both times was there before.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Final, TypeVar

from indicators import rules
from indicators.model.articles import Article, Figure
from indicators.model.bases import Identified
from indicators.model.document import Document
from indicators.model.kinds import KIND_OF, KINDS
from indicators.model.vocabulary import Group, Metric, Pipeline, Publisher, Region, Sector
from indicators.reading.corpus import Corpus, Spot
from indicators.reading.yaml_source import Source
from indicators.rules.acceptance import settle
from indicators.rules.articles import address_of, title_of
from indicators.rules.figure_index import FigureIndex, Report, Series, SeriesKey, series_of
from indicators.rules.place_names import names_of
from indicators.values.problems import Problem

V = TypeVar("V")
_ADDED: Final = frozenset({Article, Figure, Metric, Publisher, Region, Sector, Group})
"""What a document can bring that changes nothing of the entries that there are, but for what figures are compared."""


def identity(problem: Problem) -> object:
    """What makes two findings the same."""
    return problem.code, problem.about, problem.path, tuple(sorted(problem.facts.items()))


class KnownCorpus:
    """A corpus with look-ups that are made once, and what the rules find when a document is added."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.index = FigureIndex(corpus)

    def prepare(self) -> None:
        """Make all look-ups now."""
        self._is_joined  # noqa: B018  # it is kept
        self._lookups  # noqa: B018  # it is kept
        self._words  # noqa: B018  # it is kept

    def caused_by(self, document: Document, source: Source) -> list[Problem] | None:
        """What is found with a document and not without it; None where all rules have to look at everything.

        So it is where the document brings more than figures with what they are of and by whom, or corrects figures;
        where the words of known figures name a region that it brings; or where the corpus has ids that lead nowhere,
        or to several entries.
        """
        added = Corpus([(document, source)])
        if not self._is_joined or not self._is_plain(document, added):
            return None
        scope = self._scope(added)
        before = frozenset(map(identity, self._findings(scope, None)))
        return [problem for problem in self._findings(scope, added) if identity(problem) not in before]

    @cached_property
    def _is_joined(self) -> bool:
        return not any(True for rule in rules.JOINING for _ in rule(self.corpus))

    def _is_plain(self, document: Document, added: Corpus) -> bool:
        """True where all entries are new, of kinds that change nothing of others, and none corrects another."""
        if document.dataset is not None or any(figure.entry.supersedes for figure in added.figures):
            return False
        for kind in KINDS:
            spots = list(added.spots(kind.model))
            known = self.corpus.ids(kind.model)
            if spots and kind.model not in _ADDED:
                return False
            if len(added.ids(kind.model)) < len(spots):
                return False
            if any(spot.entry.former or spot.entry.id in known for spot in spots):
                return False
        names = [name for spot in added.spots(Region) for name in names_of(spot.entry)]
        return not names or re.search("|".join(map(re.escape, names)), self._words) is None

    @cached_property
    def _words(self) -> str:
        """All that figures quote and headlines say."""
        headlines = (spot.entry.headline for spot in self.corpus.articles if spot.entry.headline)
        words = (word for headline in headlines for word in (headline.zh, headline.en))
        return "\n".join([*(spot.entry.quote for spot in self.corpus.figures), *words])

    # --- what is touched ---------------------------------------------------------------------------------------------

    @cached_property
    def _lookups(self) -> "_Lookups":
        return _Lookups(self.index)

    def _scope(self, added: Corpus) -> "_Scope":
        """All that new figures can be compared with."""
        lookups, scope = self._lookups, _Scope()
        signed = self.index.signed
        for spot in added.figures:
            figure = spot.entry
            scope.metrics.add(figure.metric)
            if figure.part_of is not None:
                scope.wholes[figure.part_of] = None
            for metric in self._compared_metrics(figure.metric):
                scope.add_series(lookups.of_place(metric, figure))
            time = self.index.time(figure)  # of a new metric there is nothing else
            for key in lookups.of_other_places(figure):
                if time in self.index.series[key]:
                    scope.times.setdefault(key, {})[time] = None
            if figure.text and figure.text.low < 0 and figure.metric not in signed:
                scope.newly_signed.add(figure.metric)
        for metric in scope.newly_signed:  # what has been accepted there may be needed no longer
            for report in lookups.accepting.get(metric, ()):
                scope.add_series(lookups.of_place(metric, report.figure))
        scope.articles = lookups.first_articles(spot.entry for spot in added.articles)
        return scope

    def _compared_metrics(self, metric: str) -> Iterator[str]:
        """A metric, and the steps of the pipelines in which each counts some of the one before."""
        yield metric
        for spot in self.corpus.spots(Pipeline):
            if spot.entry.subsets and metric in spot.entry.steps:
                yield from spot.entry.steps

    # --- what is found -----------------------------------------------------------------------------------------------

    def _findings(self, scope: "_Scope", added: Corpus | None) -> list[Problem]:
        """What the rules find in all that is touched, with or without what is added."""
        whole = _PartOfCorpus.of(self.corpus, added, scope.articles)
        index = _TouchedIndex(whole, self.index, self._lookups, scope, _reports(added))
        problems = rules.check(whole, index=index)
        accepting = [report.spot for metric in scope.metrics for report in self._lookups.accepting.get(metric, ())]
        accepting += [report.spot for report in index.reports if report.figure.accept]
        figures = {spot.entry.id: spot for spot in (*whole.figures, *accepting)}
        settled = _PartOfCorpus(whole.documents, self.corpus, added, whole.articles, tuple(figures.values()))
        return settle(settled, problems)[0]


@dataclass
class _Scope:
    """What of a corpus new figures touch: whole series, the figures of a time in others, and wholes by their ids.

    ``metrics`` are theirs; ``newly_signed`` are those of which an amount below zero had not been reported. ``articles``
    are those that may be the same as theirs.
    """

    series: dict[SeriesKey, None] = field(default_factory=dict)
    times: dict[SeriesKey, dict[str, None]] = field(default_factory=dict)
    wholes: dict[str, None] = field(default_factory=dict)
    metrics: set[str] = field(default_factory=set)
    newly_signed: set[str] = field(default_factory=set)
    articles: Sequence[Spot[Article]] = ()

    def add_series(self, keys: Iterable[SeriesKey]) -> None:
        self.series.update(dict.fromkeys(keys))


class _Lookups:
    """The series, wholes, acceptances and articles of a corpus by what new figures have in common with them."""

    def __init__(self, index: FigureIndex) -> None:
        self.ranks = {key: number for number, key in enumerate(index.series)}
        self.of_metric: dict[str, list[SeriesKey]] = {}
        self._by_place: dict[tuple[str, str, str, str], list[SeriesKey]] = {}
        self._over_regions: dict[tuple[str, str, str, str], list[SeriesKey]] = {}
        self._over_groups: dict[tuple[str, str, str, str], list[SeriesKey]] = {}
        for key in index.series:
            metric, region, sector, group, nature = key
            self.of_metric.setdefault(metric, []).append(key)
            self._by_place.setdefault((metric, region, sector, group), []).append(key)
            self._over_regions.setdefault((metric, sector, group, nature), []).append(key)
            self._over_groups.setdefault((metric, region, sector, nature), []).append(key)
        self.parts = {whole.figure.id: parts for whole, parts in index.wholes}
        self.accepting: dict[str, list[Report]] = {}
        for report in index.reports:
            if report.figure.accept:
                self.accepting.setdefault(report.figure.metric, []).append(report)
        self._by_address: dict[object, tuple[int, Spot[Article]]] = {}
        self._by_title: dict[object, tuple[int, Spot[Article]]] = {}
        for number, spot in enumerate(index.corpus.articles):
            self._by_address.setdefault(address_of(spot.entry), (number, spot))
            self._by_title.setdefault(title_of(spot.entry), (number, spot))

    def of_place(self, metric: str, figure: Figure) -> Sequence[SeriesKey]:
        """The series of a metric for the place of a figure: its results, its targets, what was expected."""
        return self._by_place.get((metric, *figure.place), ())

    def of_other_places(self, figure: Figure) -> Iterator[SeriesKey]:
        """The series of the same in all regions, and in all groups."""
        metric, region, sector, group, nature = series_of(figure)
        yield from self._over_regions.get((metric, sector, group, nature), ())
        yield from self._over_groups.get((metric, region, sector, nature), ())

    def first_articles(self, articles: Iterable[Article]) -> Sequence[Spot[Article]]:
        """The first article of the corpus that has the address of each, and the first that has its title."""
        several: dict[int, Spot[Article]] = {}
        for article in articles:
            for known, key in ((self._by_address, address_of(article)), (self._by_title, title_of(article))):
                if key is not None and key in known:
                    number, spot = known[key]
                    several[number] = spot
        return [several[number] for number in sorted(several)]


@dataclass(frozen=True)
class _PartOfCorpus(Corpus):
    """Some articles and figures of a corpus and all that is added to it; every entry of both can be looked up."""

    whole: Corpus
    added: Corpus | None
    some_articles: tuple[Spot[Article], ...]
    some_figures: tuple[Spot[Figure], ...]

    @classmethod
    def of(cls, whole: Corpus, added: Corpus | None, articles: Sequence[Spot[Article]]) -> "_PartOfCorpus":
        """These articles, and then the added ones, with all their figures."""
        figures = [
            Spot(figure, spot.source, (*spot.keys, "figures", index))
            for spot in articles
            for index, figure in enumerate(spot.entry.figures)
        ]
        documents = [*whole.documents, *(added.documents if added else ())]
        new_articles, new_figures = (added.articles, added.figures) if added else ((), ())
        return cls(documents, whole, added, (*articles, *new_articles), (*figures, *new_figures))

    @cached_property
    def articles(self) -> tuple[Spot[Article], ...]:
        return self.some_articles

    @cached_property
    def figures(self) -> tuple[Spot[Figure], ...]:
        return self.some_figures

    @cached_property
    def _ids(self) -> Mapping[type[Identified], Mapping[str, Spot[Identified]]]:
        if self.added is None:
            return {model: self.whole.ids(model) for model in KIND_OF}
        return {model: _Both(self.whole.ids(model), self.added.ids(model)) for model in KIND_OF}


class _Both(Mapping[str, V]):
    """Two mappings that have no key in common, as one."""

    def __init__(self, first: Mapping[str, V], second: Mapping[str, V]) -> None:
        self._first, self._second = first, second

    def __getitem__(self, key: str) -> V:
        return self._second[key] if key in self._second else self._first[key]

    def __iter__(self) -> Iterator[str]:
        yield from self._first
        yield from self._second

    def __len__(self) -> int:
        return len(self._first) + len(self._second)


def _reports(added: Corpus | None) -> tuple[Report, ...]:
    return FigureIndex(added).reports if added else ()


@dataclass(frozen=True)
class _TouchedIndex(FigureIndex):
    """What new figures touch, with these figures in their series and wholes, in the order in which all would stand."""

    base: FigureIndex
    lookups: _Lookups
    scope: _Scope
    added: tuple[Report, ...]

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        every = chain(
            *(reports for series in self.series.values() for reports in series.values()),
            *(self.lookups.parts.get(key, ()) for key in self.scope.wholes),
            (self.base.by_id[key] for key in self.scope.wholes if key in self.base.by_id),
            *(self.lookups.accepting.get(metric, ()) for metric in self.scope.newly_signed),
            self.added,
        )
        return tuple({report.figure.id: report for report in every}.values())

    @cached_property
    def by_id(self) -> Mapping[str, Report]:
        return _Both(self.base.by_id, {report.figure.id: report for report in self.added})

    @cached_property
    def _superseded(self) -> frozenset[str]:
        return self.base._superseded  # of the same class

    @cached_property
    def series(self) -> Mapping[SeriesKey, Series]:
        scope, known = self.scope, self.base.series
        touched: dict[SeriesKey, dict[str, list[Report]]] = {}
        for key in sorted({**scope.series, **scope.times}, key=self.lookups.ranks.__getitem__):
            times: Collection[str] = known[key] if key in scope.series else scope.times[key]
            touched[key] = {time: list(reports) for time, reports in known[key].items() if time in times}
        for report in self.added:
            of_key = touched.setdefault(series_of(report.figure), {})
            of_key.setdefault(self.time(report.figure), []).append(report)
        return touched

    @property
    def peers(self) -> Mapping[SeriesKey, Series]:
        keys = chain.from_iterable(self.lookups.of_metric.get(metric, ()) for metric in self.scope.metrics)
        known = {key: self.base.series[key] for key in keys}
        return known | {key: series for key, series in self.series.items() if self._is_whole(key)}

    def _is_whole(self, key: SeriesKey) -> bool:
        """True of series that are held with all their figures, of the metrics of new figures."""
        return key.metric in self.scope.metrics and (key in self.scope.series or key not in self.lookups.ranks)

    @cached_property
    def signed(self) -> frozenset[str]:
        below = {report.figure.metric for report in self.added if report.text and report.text.low < 0}
        return self.base.signed | below

    @cached_property
    def wholes(self) -> list[tuple[Report, list[Report]]]:
        parts = {key: list(self.lookups.parts.get(key, ())) for key in self.scope.wholes}
        for report in self.added:
            if report.figure.part_of is not None:
                parts.setdefault(report.figure.part_of, []).append(report)
        return [
            (self.by_id[key], reports)
            for key, reports in parts.items()
            if reports and key in self.by_id and key not in self._superseded
        ]
