"""What a page is made of → a digest: if it is that of an earlier build, the page need not be made again.

A page of a figure or an article, or of a metric, region, sector or group, reads its own figures and those that they
lead to, the vocabulary, and what is the same for the whole site. A digest may change although the page does not, but
never the other way round: that of a figure covers everything derived with it, and all reports of the same.
tests/site/test_page_digests.py watches what each page reads, and compares sites that were built again with fresh ones.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache, cached_property
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Final

import indicators
from indicators.model.articles import Article, Figure
from indicators.model.dataset import Dataset
from indicators.phrasing.evidence import OF_METRIC
from indicators.site.volume import DIMENSIONS
from indicators.study import Study
from indicators.values.problems import Problem

_SIZE: Final = 12
_LIBRARIES: Final = ("pandas", "markupsafe", "pypinyin")
_CODE: Final = frozenset({".py", ".js", ".css", ".svg", ".html"})


def digest_of(content: bytes) -> str:
    """The digest of a file."""
    return blake2b(content, digest_size=_SIZE).hexdigest()


def digest(*parts: object) -> str:
    """The digest of the ``repr`` of each part."""
    state = blake2b(digest_size=_SIZE)
    for part in parts:
        state.update(repr(part).encode())
        state.update(b"\0")
    return state.hexdigest()


@cache
def program() -> str:
    """The digest of everything that makes pages: the files of this program, Python, and a few libraries."""
    root = Path(indicators.__file__).parent
    files = sorted(path for path in root.rglob("*") if path.suffix in _CODE)
    code = (digest_of(path.read_bytes()) for path in files)
    return digest(indicators.__version__, sys.version_info[:2], *map(version, _LIBRARIES), *code)


class PageDigests:
    """The digests of a study; ``site`` is what all pages share beside the vocabulary, such as the address of the site.

    ``common`` is the digest of what all pages share. ``figures`` has that of each figure together with the facts of its
    article, by its id; the feed goes by it.
    """

    def __init__(self, study: Study, *site: object, problems: Mapping[str, Sequence[Problem]] | None = None) -> None:
        self._study = study
        self._problems = problems or {}
        self.figures: Mapping[str, str] = dict(_figures(study.dataset))
        counts = len(study.every), len(study.dataset.articles)  # they stand in the foot of every page
        self.common = digest(program(), _vocabulary(study), counts, *site)
        self._articles: dict[str, str] = {}
        self._near: dict[str, str] = {}
        self._entries: dict[tuple[str, str], str] = {}

    @cached_property
    def whole(self) -> str:
        """The digest of everything."""
        articles = (_head(article) for article in self._study.dataset.articles.values())
        return digest(self.common, *articles, *self.figures.items())

    def figure(self, figure: Figure) -> str:
        """The digest of the page of a figure, which lists the other figures of its article."""
        article = self._study.dataset.article_of[figure.id]
        return digest(self._near_of(figure), self.article(article))

    def article(self, article: Article) -> str:
        """The digest of the page of an article."""
        if article.id not in self._articles:
            figures = (self.figures[figure.id] for figure in article.figures)
            self._articles[article.id] = digest(self.common, _head(article), *figures)
        return self._articles[article.id]

    def entry(self, dimension: str, key: str, figures: Iterable[str], compared: Mapping[str, Iterable[str]]) -> str:
        """The digest of the pages of a metric, region, sector or group whose figures have these ids.

        ``compared`` has the ids of the figures of each entry that it is compared with.
        """
        others = (self._figures_of(dimension, other, of_other) for other, of_other in compared.items())
        return digest(self.common, dimension, key, self._figures_of(dimension, key, figures), *others)

    def _figures_of(self, dimension: str, key: str, figures: Iterable[str]) -> str:
        if (dimension, key) not in self._entries:
            known = self._study.dataset.figures
            self._entries[dimension, key] = digest(*(self._near_of(known[figure]) for figure in figures))
        return self._entries[dimension, key]

    def _near_of(self, figure: Figure) -> str:
        if figure.id not in self._near:
            self._near[figure.id] = digest(*self._near_by(figure))
        return self._near[figure.id]

    def _near_by(self, figure: Figure) -> Iterable[object]:
        """The figure, what is derived with it, how reports of the same agree, and the figures that it leads to."""
        study = self._study
        yield self.figures[figure.id]
        yield from study.worked_out.about(figure.id)
        yield from self._problems.get(figure.id, ())
        if (agreement := study.reports.get(figure.id)) is not None:
            yield agreement.verdict, agreement.disputed, agreement.voices, agreement.common, agreement.superseded
            yield [witness.figure.id for witness in agreement.witnesses]  # they are drawn in this order
        for key in self.leads_to(figure):
            yield key, self.figures.get(key)

    def leads_to(self, figure: Figure) -> tuple[str, ...]:
        """The ids of the figures that its page leads to: those that it refers to, its parts, those that something was
        derived from together with it, all that report the same, and those of its metric that stand beside it, or that
        it is ranked among.
        """
        ids = [*figure.refers_to, *(part.id for part in self._study.dataset.parts.get(figure.id, ()))]
        for derived in self._study.worked_out.about(figure.id):
            ids += derived.inputs
        if (agreement := self._study.reports.get(figure.id)) is not None:
            ids += (witness.figure.id for witness in agreement.witnesses)
        ids += self._study.neighbours.series(figure)
        ids += self._study.neighbours.others(figure, OF_METRIC)
        ids += self._study.neighbours.in_other_regions(figure)
        return tuple(dict.fromkeys(ids))


def _vocabulary(study: Study) -> str:
    """The digest of everything but articles, and of which entries have figures, since lists and links lead to these.

    Articles that report events count: charts over time name them.
    """
    dataset = study.dataset
    tables = {field.name: getattr(dataset, field.name) for field in fields(dataset) if field.name != "articles"}
    contents = [list(table.values()) if isinstance(table, Mapping) else table for table in tables.values()]
    used = (sorted(set(study.every[dimension])) for dimension in DIMENSIONS)
    reporters = (_head(dataset.articles[event.article]) for event in dataset.events.values())
    return digest(*contents, *used, *reporters)


def _head(article: Article) -> str:
    return digest(article.model_copy(update={"figures": ()}))


def _figures(dataset: Dataset) -> Iterable[tuple[str, str]]:
    for article in dataset.articles.values():
        of_article = blake2b(_head(article).encode(), digest_size=_SIZE)
        for figure in article.figures:
            state = of_article.copy()
            state.update(repr(figure).encode())
            yield figure.id, state.hexdigest()
