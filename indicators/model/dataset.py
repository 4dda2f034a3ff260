"""All documents of a dataset as one, with the look-ups that everybody needs."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from indicators.model.entries import (
    ALL,
    REFERENCES,
    About,
    Article,
    Document,
    Figure,
    Metric,
    Pipeline,
    Publisher,
    Ratio,
    Region,
    Sector,
    Theme,
)
from indicators.model.hierarchy import ancestors
from indicators.model.kinds import VOCABULARY


@dataclass(frozen=True)
class Dataset:
    """Its entries by id. Every reference in it leads somewhere: the rules have seen to it."""

    about: About
    themes: Mapping[str, Theme]
    publishers: Mapping[str, Publisher]
    regions: Mapping[str, Region]
    sectors: Mapping[str, Sector]
    metrics: Mapping[str, Metric]
    pipelines: Mapping[str, Pipeline]
    ratios: Mapping[str, Ratio]
    articles: Mapping[str, Article]

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        return {figure.id: figure for article in self.articles.values() for figure in article.figures}

    @cached_property
    def article_of(self) -> Mapping[str, Article]:
        """Figure id → the article that reports it."""
        return {figure.id: article for article in self.articles.values() for figure in article.figures}

    @cached_property
    def by_place(self) -> Mapping[tuple[str, str], Sequence[Figure]]:
        """Region and sector → the figures of both, in the order of the file."""
        found: dict[tuple[str, str], list[Figure]] = {}
        for figure in self.figures.values():
            found.setdefault((figure.region, figure.sector), []).append(figure)
        return found

    @cached_property
    def parts(self) -> Mapping[str, Sequence[Figure]]:
        """Figure id of each whole → its parts, in the order of the file."""
        found: dict[str, list[Figure]] = {}
        for figure in self.figures.values():
            if figure.part_of is not None:
                found.setdefault(figure.part_of, []).append(figure)
        return found

    def lies_in(self, column: Literal["region", "sector"], key: str) -> Iterator[str]:
        """The regions that a region lies in, or the sectors that a sector belongs to, nearest first.

        Every other sector belongs to the whole economy, whether the file says so or not.
        """
        entries: Mapping[str, Region | Sector] = self.regions if column == "region" else self.sectors
        above = list(ancestors(key, lambda inner: entries[inner].part_of))
        yield from above
        if column == "sector" and ALL in entries and ALL not in {key, *above}:
            yield ALL

    @cached_property
    def shared(self) -> Sequence[Figure]:
        """In the order of the file, all figures that are not the only one of their subject.

        Others have the same subject; or they correct a figure, or are corrected.
        """
        figures = self.figures.values()
        corrections = [figure for figure in figures if figure.supersedes in self.figures]
        linked = {key for figure in corrections for key in (figure.id, figure.supersedes)}
        count = Counter(figure.subject for figure in figures)
        count.update(figure.subject for figure in corrections)  # whoever reports the same as a correction belongs to it
        return [figure for figure in figures if figure.id in linked or count[figure.subject] > 1]

    def without(self, articles: Collection[str]) -> "Dataset":
        """The dataset less the articles with these ids, and no reference to a figure of theirs.

        A whole that lacks some of its parts now no longer claims to have all.
        """
        lost = [figure for key in articles for figure in self.articles[key].figures]
        gone = frozenset(figure.id for figure in lost)
        partial = frozenset(figure.part_of for figure in lost if figure.part_of)
        kept = {key: article for key, article in self.articles.items() if key not in articles}
        return replace(self, articles={key: _cut(article, gone, partial) for key, article in kept.items()})


def join(about: About, documents: Iterable[Document]) -> Dataset:
    """The entries of all documents as one dataset, in the order in which they were read."""
    parts = list(documents)
    sections = (*(kind.section for kind in VOCABULARY), "articles")
    entries: dict[str, Any] = {
        section: {entry.id: entry for part in parts for entry in getattr(part, section)} for section in sections
    }
    return Dataset(about=about, **entries)


def _cut(article: Article, gone: frozenset[str], partial: frozenset[str]) -> Article:
    changes = [_changes(figure, gone, partial) for figure in article.figures]
    if not any(changes):
        return article
    figures = (figure.model_copy(update=change) for figure, change in zip(article.figures, changes, strict=True))
    return article.model_copy(update={"figures": tuple(figures)})


def _changes(figure: Figure, gone: frozenset[str], partial: frozenset[str]) -> dict[str, bool | None]:
    lost = [name for name in REFERENCES if getattr(figure, name) in gone]
    if "supersedes" in lost:
        lost.append("reason")
    whole = {"complete_parts": False} if figure.complete_parts and figure.id in partial else {}
    return {**dict.fromkeys(lost), **whole}
