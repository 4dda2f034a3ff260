"""What was found when a dataset was loaded, and a file of it that has changed since → what is found there now.

Only what the file says is read, and only what hangs together with it is checked again. Where that is not enough (the
vocabulary has changed, something is an error, texts of articles are held), nothing is found, and all has to be loaded.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow.compute as pc

from indicators import rules
from indicators.loading.columnar import dataset as compiled
from indicators.loading.columnar.columns import NOBODY, Columns
from indicators.loading.columnar.dataset import Compiled
from indicators.loading.incremental import affected as together
from indicators.loading.incremental import excerpt
from indicators.loading.incremental.affected import TooManyError
from indicators.loading.incremental.excerpt import MovedOnError
from indicators.loading.incremental.splice import Cut, DanglingError, splice
from indicators.loading.loader import Loaded, Part, in_order, joined
from indicators.model.dataset import Dataset
from indicators.model.entries import Article, Document
from indicators.reading import validate
from indicators.reading import yaml_source as source
from indicators.reading.yaml_source import Source
from indicators.rules.acceptance import settle
from indicators.values.problems import Problem

_OF_ARTICLES: Final = "no-address"
_OF_METRICS: Final = "magnitude"
"""What is found of an article, and of a figure beside all others of its metric; all else within what hangs together."""


class _UnknownError(Exception):
    """It takes a load to know."""


@dataclass(frozen=True)
class _File:
    """A file as it is now: what is in it, and all ``parts`` of the dataset with it. It had the articles from position
    ``first`` to before ``end``.
    """  # fmt: skip

    document: Document
    read: Source
    parts: tuple[Part, ...]
    first: int
    end: int


def amend(before: Loaded, path: str, content: bytes | None, digest: str) -> Loaded | None:
    """What a load would find now that a file of the dataset is new, changed or (``content`` is None) gone.

    ``digest`` is the SHA-256 of the content in hex. None where it takes a load to know.
    """
    dataset = before.dataset
    if not isinstance(dataset, Compiled) or before.texts:
        return None
    try:
        file = _file(before, path, content, digest)
        cut = Cut(dataset.columns, file.first, file.end)
        new = _new(dataset, file, cut)
        now = compiled.of(splice(cut, new))
        _same_names(before, _articles(dataset, file.first, file.end), new, now)
        problems, accepted = _Again(before, cut, now, len(new.figures), file).findings()
    except (_UnknownError, DanglingError, MovedOnError, TooManyError):
        return None
    digests = (part.digest for part in file.parts)
    return Loaded(now, in_order(problems), joined(digests), in_order(accepted), {}, file.parts)


def _file(before: Loaded, path: str, content: bytes | None, digest: str) -> _File:
    at = sum(Path(part.path) < Path(path) for part in before.parts)
    known = tuple(part for part in before.parts[at : at + 1] if part.path == path)
    if content is None:
        read, document = Source(path, None, ()), Document()
    else:
        read = source.read(content, path)
        found, troubles = validate.document(read) if read.data is not None else (None, ())
        if found is None or read.problems or troubles:
            raise _UnknownError
        document = found
    if document.model_fields_set - {"articles"} or any(part.vocabulary for part in known):
        raise _UnknownError
    now = () if content is None else (Part(path, digest, len(document.articles), vocabulary=False),)
    parts = (*before.parts[:at], *now, *before.parts[at + len(known) :])
    first = sum(part.articles for part in before.parts[:at])
    return _File(document, read, parts, first, first + sum(part.articles for part in known))


def _new(dataset: Compiled, file: _File, cut: Cut) -> Dataset:
    """The articles of the file as a dataset; that an id is taken is an error, which a load will tell."""
    given = file.document.articles
    articles = {article.id: article for article in given}
    new = replace(dataset.columns.head, articles=articles)
    free = {article.id for article in _articles(dataset, file.first, file.end)}
    if len(articles) < len(given) or len(new.figures) < sum(len(article.figures) for article in given):
        raise _UnknownError
    if any(key in dataset.articles and key not in free for key in articles):
        raise _UnknownError
    if any(row != NOBODY and not cut.holds(row) for row in map(cut.before.row, new.figures)):
        raise _UnknownError
    return new


def _articles(dataset: Compiled, first: int, end: int) -> list[Article]:
    return [dataset.articles[key] for key in dataset.columns.articles["id"][first:end].to_pylist()]


def _same_names(before: Loaded, then: Iterable[Article], new: Dataset, now: Compiled) -> None:
    """That nothing of the vocabulary is named for the first time or no longer, and nothing that is not there."""
    unused = {problem.facts["id"] for problem in before.problems if problem.code == "unused-entry"}
    named_then, named_now = excerpt.named(then), excerpt.named(new.articles.values())
    for field, names in named_now.items():
        if not names <= getattr(new, field).keys() or names & unused:
            raise _UnknownError
        if not all(_is_named(field, key, now.columns) for key in named_then[field] - names):
            raise _UnknownError


def _is_named(field: str, key: str, columns: Columns) -> bool:
    """Whether a figure is of this metric, region or sector, or an article of this publisher."""
    if field == "publishers":
        return bool(pc.any(pc.equal(columns.articles["publisher"], key)).as_py())
    code = list(getattr(columns.head, field)).index(key)
    return bool(np.any(columns.figures[field.removesuffix("s")] == code))


@dataclass(frozen=True)
class _Again:
    """What was found before, of which what hangs together with the file is looked at again.

    ``now`` is the dataset, with ``added`` figures of the file in the place of those that were ``cut``.
    """

    before: Loaded
    cut: Cut
    now: Compiled
    added: int
    file: _File

    def findings(self) -> tuple[list[Problem], list[Problem]]:
        """The problems that are open now, and those that are accepted."""
        columns = self.now.columns
        metrics = together.changed_metrics(self.cut, columns, self.added)
        odd = frozenset(metric for metric in metrics if together.may_be_odd(metric, columns))
        rows = together.rows(self.cut, columns, self.added, odd)
        again = {columns.figures["figure"][row].as_py() for row in rows.tolist()}
        if any(key in self.now.articles for key in again):  # what is found of the one could be taken for the other's
            raise _UnknownError
        corpus = excerpt.excerpt(self.now, rows, self.file.parts, (self.file.document, self.file.read))
        found = [one for one in rules.check(corpus) if one.code != _OF_METRICS or self._metric(one) in odd]
        found += [one for one in self._still_odd(metrics) if one.about in again]
        open_, accepted = settle(corpus, found)
        if any(problem.severity == "error" for problem in open_):
            raise _UnknownError
        gone = again.union(self.cut.ids)
        return self._merged(self.before.problems, open_, gone), self._merged(self.before.accepted, accepted, gone)

    def _still_odd(self, changed: frozenset[int]) -> list[Problem]:
        """What is as far off its peers as it was, since none of them has changed."""
        found = (one for one in (*self.before.problems, *self.before.accepted) if one.code == _OF_METRICS)
        return [replace(one, accepted=None) for one in found if self._metric(one) not in changed | {NOBODY}]

    def _metric(self, problem: Problem) -> int:
        row = self.now.columns.row(problem.about)
        return NOBODY if row == NOBODY else int(self.now.columns.figures["metric"][row])

    def _merged(self, then: tuple[Problem, ...], found: list[Problem], again: set[str]) -> list[Problem]:
        """Of before what is of other things, and of what was found what is not."""

        def looked_at(problem: Problem) -> bool:
            of_figure = problem.about in again and problem.code != _OF_ARTICLES
            return of_figure or problem.path == self.file.read.path

        return [one for one in then if not looked_at(one)] + [one for one in found if looked_at(one)]
