"""A draft beside its dataset → what the rules find against each of its figures, and the better of two readings."""

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

from indicators import rules
from indicators.curate.drafts import DraftArticle, DraftFigure
from indicators.curate.insertion import inserted
from indicators.curate.yaml_text import ArticleSource, Ids, article_yaml
from indicators.model.dataset import Dataset
from indicators.model.decided import with_decided_amounts
from indicators.model.entries import Document
from indicators.reading import validate, yaml_source
from indicators.reading.corpus import Corpus
from indicators.reading.yaml_source import Source
from indicators.rules.acceptance import settle
from indicators.values.problems import Problem
from indicators.values.text import Lang

FORM_ONLY: Final = frozenset({"rate-without-words", "no-address", "unused-entry"})
"""Notes that say nothing against a number."""


@dataclass(frozen=True, slots=True)
class FileOfData:
    """A file of a dataset: its name and its text; the articles of a draft go into the last one of a dataset.

    ``mark`` says that a byte order mark stands before the text.
    """

    name: str
    text: str
    mark: bool = False

    @classmethod
    def decoded(cls, name: str, content: bytes) -> Self:
        """The file with these bytes, which are UTF-8."""
        return cls(name, content.decode("utf-8-sig"), content.startswith(BOM_UTF8))

    def encoded(self, text: str) -> bytes:
        """The bytes of the file if it had this text."""
        return (BOM_UTF8 if self.mark else b"") + text.encode()


@dataclass(frozen=True, slots=True)
class CheckedEntry:
    """The YAML of drafted articles as it would stand in a file, and what the checks say of it.

    ``problems`` are only those that the data file does not have without it; ``figures`` are the ids of its figures in
    their order. ``file`` is the text of the whole file with the entry.
    """

    text: str
    file: str
    figures: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def passes(self) -> bool:
        """True where no finding is an error."""
        return all(problem.severity != "error" for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Judge:
    """Checks drafts of articles as if they stood in the last of the files of a dataset, with comments in ``lang``."""

    dataset: Dataset
    files: Sequence[FileOfData]
    source: ArticleSource
    lang: Lang

    def entry(self, articles: Sequence[DraftArticle]) -> CheckedEntry:
        """The entry of all articles that have figures, with what the checks find against it."""
        ids = Ids(self.dataset)
        blocks: list[str] = []
        keys: list[str] = []
        for article in articles:
            if article.figures:
                block, starts = article_yaml(article, article.figures, self.source, ids, self.lang)
                blocks.append(block)
                keys.extend(key for key, _ in starts)
        text, last = "".join(blocks), self.files[-1]
        if not text:
            return CheckedEntry("", last.text, (), ())
        file = inserted(last.text, text)
        before = {_same(problem) for problem in _findings(self.files)}
        after = _findings([*self.files[:-1], FileOfData(last.name, file)])
        new = [problem for problem in after if _same(problem) not in before and problem.code not in FORM_ONLY]
        return CheckedEntry(text, file, tuple(keys), tuple(sorted(new, key=lambda problem: problem.place)))

    def with_better_readings(self, articles: Sequence[DraftArticle]) -> tuple[DraftArticle, ...]:
        """The draft with the second reading of each figure against which the checks have less to say than its first."""
        first = self.entry(articles)
        against = _counted(first)
        flat = [figure for article in articles for figure in article.figures]
        wrong = {index for index, key in enumerate(first.figures) if against[key] and len(flat[index].choices) > 1}
        if not wrong:
            return tuple(articles)
        second = self.entry(_with_seconds(articles, wrong))
        others = _counted(second)
        better = {index for index in wrong if others[second.figures[index]] < against[first.figures[index]]}
        return _with_seconds(articles, better)


def _same(problem: Problem) -> tuple[object, ...]:
    """What makes two findings the same wherever in a file they stand."""
    facts = {key: value for key, value in problem.facts.items() if not value.startswith(problem.path)}
    return problem.code, problem.about, tuple(sorted(facts.items()))


def _findings(files: Iterable[FileOfData]) -> list[Problem]:
    """What is wrong with a dataset in these files."""
    sources = [yaml_source.read(file.text.encode(), file.name) for file in files]
    problems = [problem for source in sources for problem in source.problems]
    known = validate.KnownUnits(sources)
    documents: list[tuple[Document, Source]] = []
    for source in sources:
        document, form = validate.document(source, known) if source.data is not None else (None, ())
        problems.extend(form)
        if document is not None:
            documents.append((document, source))
    if any(problem.severity == "error" for problem in problems):
        return problems
    decided = with_decided_amounts([document for document, _ in documents])
    corpus = Corpus([(document, source) for document, (_, source) in zip(decided, documents, strict=True)])
    findings, _ = settle(corpus, rules.check(corpus))
    return [*problems, *findings]


def _counted(checked: CheckedEntry) -> Counter[str]:
    return Counter(problem.about for problem in checked.problems)


def _with_seconds(articles: Sequence[DraftArticle], chosen: set[int]) -> tuple[DraftArticle, ...]:
    """The articles, with the first two choices of some figures, by their numbers, the other way round."""
    index = -1
    several: list[DraftArticle] = []
    for article in articles:
        figures: list[DraftFigure] = []
        for figure in article.figures:
            index += 1
            if index in chosen:
                one, two, *rest = figure.choices
                why = tuple(dict.fromkeys([*figure.why, "metric-near"]))
                sure = "look" if figure.sure == "confident" else figure.sure
                figure = replace(figure, choices=(two, one, *rest), why=why, sure=sure)  # noqa: PLW2901
            figures.append(figure)
        several.append(replace(article, figures=tuple(figures)))
    return tuple(several)
