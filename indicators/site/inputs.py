"""What a page is made of → a digest: where it is equal, the page is, and need not be made again.

A page of a figure or an article, or of a metric, region or sector, reads its own figures and those that they lead to,
the vocabulary, and what is the same for the whole site. Digests rather say too often that something changed than once
too rarely: that of a figure holds all that follows from it or is worked out with it, and who else reports the same.
tests/site/test_inputs.py watches what each page reads, and compares sites that were built again with fresh ones.
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
from indicators.model.dataset import Dataset
from indicators.model.entries import Article, Figure
from indicators.study import Study
from indicators.values.problems import Problem

_SIZE: Final = 12
_CODE: Final = frozenset({".py", ".js", ".css", ".svg", ".html"})


def digest(*parts: object) -> str:
    """Of the parts as they are written, one after the other."""
    found = blake2b(digest_size=_SIZE)
    for part in parts:
        found.update(repr(part).encode())
        found.update(b"\0")
    return found.hexdigest()


@cache
def program() -> str:
    """Of all that makes pages: this program, file by file, and the library whose numbers are in them."""
    root = Path(indicators.__file__).parent
    files = sorted(path for path in root.rglob("*") if path.suffix in _CODE)
    code = (blake2b(path.read_bytes(), digest_size=_SIZE).hexdigest() for path in files)
    return digest(indicators.__version__, sys.version_info[:2], version("pandas"), *code)


class Inputs:
    """The digests of a study; ``site`` is what all pages share beside the vocabulary: where they lie, what is offered.

    ``common`` is that of what all pages share. ``figures`` are those of each figure with what its article says of
    itself, by its id: what the feed goes by.
    """

    def __init__(self, study: Study, *site: object, problems: Mapping[str, Sequence[Problem]] | None = None) -> None:
        self._study = study
        self._problems = problems or {}
        self.figures: Mapping[str, str] = dict(_figures(study.dataset))
        self.common = digest(program(), _vocabulary(study), *site)
        self._articles: dict[str, str] = {}
        self._near: dict[str, str] = {}

    @cached_property
    def whole(self) -> str:
        """Of everything."""
        articles = (_head(article) for article in self._study.dataset.articles.values())
        return digest(self.common, *articles, *self.figures.items())

    def figure(self, figure: Figure) -> str:
        """Of the page of a figure, which names the others of its article."""
        article = self._study.dataset.article_of[figure.id]
        return digest(self._near_of(figure), self.article(article))

    def article(self, article: Article) -> str:
        """Of the page of an article."""
        found = self._articles.get(article.id)
        if found is None:
            own = (self.figures[figure.id] for figure in article.figures)
            found = self._articles[article.id] = digest(self.common, _head(article), *own)
        return found

    def entry(self, column: str, key: str, rows: Iterable[str]) -> str:
        """Of the pages of a metric, region or sector whose figures have these ids."""
        known = self._study.dataset.figures
        return digest(self.common, column, key, *(self._near_of(known[one]) for one in rows))

    def _near_of(self, figure: Figure) -> str:
        found = self._near.get(figure.id)
        if found is None:
            found = self._near[figure.id] = digest(*self._near_by(figure))
        return found

    def _near_by(self, figure: Figure) -> Iterable[object]:
        """The figure, what is worked out with it, how reports of the same agree, and those that it leads to."""
        study = self._study
        yield self.figures[figure.id]
        yield from self._study.worked_out.about(figure.id)
        yield from self._problems.get(figure.id, ())
        if (found := study.reports.get(figure.id)) is not None:
            yield found.verdict, found.disputed, found.voices, found.common, found.superseded
            yield [witness.figure.id for witness in found.witnesses]  # they are drawn in this order
        for key in self.led(figure):
            yield key, self.figures.get(key)

    def led(self, figure: Figure) -> tuple[str, ...]:
        """The ids of the figures that it leads to: what it refers to, its parts, what it is worked out with, and all
        that report the same.
        """
        found = [key for key in (figure.plan, figure.part_of, figure.supersedes) if key is not None]
        found += (part.id for part in self._study.dataset.parts.get(figure.id, ()))
        for one in self._study.worked_out.about(figure.id):
            found += one.inputs
        if (agreement := self._study.reports.get(figure.id)) is not None:
            found += (witness.figure.id for witness in agreement.witnesses)
        return tuple(dict.fromkeys(found))


def _vocabulary(study: Study) -> str:
    """Of everything but articles, and of which entries have figures: lists and links lead to these."""
    dataset = study.dataset
    tables = {field.name: getattr(dataset, field.name) for field in fields(dataset) if field.name != "articles"}
    told = [list(table.values()) if isinstance(table, Mapping) else table for table in tables.values()]
    used = (sorted(set(study.every[column])) for column in ("metric", "region", "sector"))
    return digest(*told, *used)


def _head(article: Article) -> str:
    return digest(article.model_copy(update={"figures": ()}))


def _figures(dataset: Dataset) -> Iterable[tuple[str, str]]:
    for article in dataset.articles.values():
        around = blake2b(_head(article).encode(), digest_size=_SIZE)
        for figure in article.figures:
            own = around.copy()
            own.update(repr(figure).encode())
            yield figure.id, own.hexdigest()
