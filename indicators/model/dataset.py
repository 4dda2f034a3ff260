"""The documents of a dataset → one Dataset, with look-ups by id, place and whole."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from indicators.model.articles import REFERENCES, Article, Figure
from indicators.model.bases import present_ids
from indicators.model.declared_units import DeclaredUnit, unit_table
from indicators.model.document import About, Document
from indicators.model.events import Event
from indicators.model.hierarchy import ancestors
from indicators.model.kinds import KINDS, VOCABULARY
from indicators.model.subjects import Place, Subject, Tree
from indicators.model.vocabulary import ALL, Group, Metric, Pipeline, Publisher, Ratio, Region, Sector, Theme
from indicators.values.base_units import base_of
from indicators.values.unit_table import Unit, UnitTable


@dataclass(frozen=True)
class Dataset:
    """All entries by id. Every reference leads to an entry: the rules have checked it."""

    about: About
    themes: Mapping[str, Theme]
    publishers: Mapping[str, Publisher]
    regions: Mapping[str, Region]
    sectors: Mapping[str, Sector]
    groups: Mapping[str, Group]
    units: Mapping[str, DeclaredUnit]
    metrics: Mapping[str, Metric]
    pipelines: Mapping[str, Pipeline]
    ratios: Mapping[str, Ratio]
    events: Mapping[str, Event]
    articles: Mapping[str, Article]

    @cached_property
    def unit_table(self) -> UnitTable:
        """All units: those that every dataset has, and those of ``units``."""
        return unit_table(self.units.values())

    def base_unit(self, unit: str) -> Unit:
        """The unit in which amounts of a unit's dimension leave the program (see ``base_units``)."""
        return base_of(unit, self.unit_table)

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        return {figure.id: figure for article in self.articles.values() for figure in article.figures}

    @cached_property
    def article_of(self) -> Mapping[str, Article]:
        """Figure id → the article that reports it."""
        return {figure.id: article for article in self.articles.values() for figure in article.figures}

    @cached_property
    def renamed(self) -> Mapping[str, Mapping[str, str]]:
        """Name of each kind → each former id of its entries → the id that the entry has now."""
        return {kind.name: present_ids(getattr(self, kind.section).values()) for kind in KINDS}

    @cached_property
    def by_place(self) -> Mapping[Place, Sequence[Figure]]:
        """Region, sector and group → the figures of all three, in the order of the file."""
        places: dict[Place, list[Figure]] = {}
        for figure in self.figures.values():
            places.setdefault(figure.place, []).append(figure)
        return places

    @cached_property
    def parts(self) -> Mapping[str, Sequence[Figure]]:
        """Id of each figure that is a whole → its parts, in the order of the file."""
        parts: dict[str, list[Figure]] = {}
        for figure in self.figures.values():
            if figure.part_of is not None:
                parts.setdefault(figure.part_of, []).append(figure)
        return parts

    def lies_in(self, column: Tree, key: str) -> Iterator[str]:
        """The regions that a region lies in, the sectors or groups that one belongs to, nearest first.

        Every other sector belongs to the whole economy, and every group to the whole, whether the file says so or not.
        """
        above = list(self._parts_of(column, key))
        yield from above
        if column != "region" and (column == "group" or ALL in self.sectors) and ALL not in {key, *above}:
            yield ALL

    def _parts_of(self, column: Tree, key: str) -> Iterator[str]:
        """What the file says that an entry is a part of, nearest first."""
        entries: Mapping[str, Region | Sector | Group] = getattr(self, f"{column}s")
        return ancestors(key, lambda inner: entries[inner].part_of if inner in entries else None)

    def family(self, group: str) -> str:
        """The outermost group that the file says a group is a part of, or the group itself.

        Groups of one family overlap only where one lies in the other; groups of two families may overlap.
        """
        return [group, *self._parts_of("group", group)][-1]

    def holders(self, subject: Subject) -> Iterator[Subject]:
        """The subject, and the same of all places in which its place lies."""
        return subject.holders(lambda tree, key: (key, *self.lies_in(tree, key)))

    def subject(self, figure: Figure) -> Subject:
        """What a figure is about; of stocks whose periods end together it is the same."""
        if self.metrics[figure.metric].kind == "stock":
            return figure.subject._replace(period=figure.period.moment())
        return figure.subject

    @cached_property
    def shared(self) -> Sequence[Figure]:
        """The figures that share their subject with another, correct another or are corrected, in the file's order."""
        figures = self.figures.values()
        corrections = [figure for figure in figures if figure.supersedes in self.figures]
        linked = {key for figure in corrections for key in (figure.id, figure.supersedes)}
        count = Counter(map(self.subject, figures))
        count.update(map(self.subject, corrections))  # reports on the subject of a correction count, too
        return [figure for figure in figures if figure.id in linked or count[self.subject(figure)] > 1]

    def without(self, articles: Collection[str]) -> "Dataset":
        """The dataset without the articles with these ids and their events, and without references to their figures.

        A whole that loses a part this way no longer has ``complete_parts``.
        """
        removed = [figure for key in articles for figure in self.articles[key].figures]
        gone = frozenset(figure.id for figure in removed)
        partial = frozenset(figure.part_of for figure in removed if figure.part_of)
        kept = {key: article for key, article in self.articles.items() if key not in articles}
        return replace(
            self,
            articles={key: _cut(article, gone, partial) for key, article in kept.items()},
            events={key: event for key, event in self.events.items() if event.article not in articles},
        )


def join(about: About, documents: Iterable[Document]) -> Dataset:
    """The entries of all documents as one dataset, in the order of the documents."""
    several = list(documents)
    sections = (*(kind.section for kind in VOCABULARY), "articles")
    entries: dict[str, Any] = {
        section: {entry.id: entry for document in several for entry in getattr(document, section)}
        for section in sections
    }
    return Dataset(about=about, **entries)


def _cut(article: Article, gone: frozenset[str], partial: frozenset[str]) -> Article:
    changes = [_changes(figure, gone, partial) for figure in article.figures]
    if not any(changes):
        return article
    figures = (figure.model_copy(update=change) for figure, change in zip(article.figures, changes, strict=True))
    return article.model_copy(update={"figures": tuple(figures)})


def _changes(figure: Figure, gone: frozenset[str], partial: frozenset[str]) -> dict[str, bool | None]:
    """What has to change in a figure when the figures with the ids ``gone`` are removed."""
    dangling = [name for name in REFERENCES if getattr(figure, name) in gone]
    if "supersedes" in dangling:
        dangling.append("reason")
    whole = {"complete_parts": False} if figure.complete_parts and figure.id in partial else {}
    return {**dict.fromkeys(dangling), **whole}
