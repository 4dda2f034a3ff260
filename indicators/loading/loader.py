"""A path → the dataset that lies there, or all that is wrong with it: the only door from disk."""

import gc
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from indicators import rules
from indicators.model.dataset import Dataset, join
from indicators.model.entries import Article, Document
from indicators.reading import article_texts as texts
from indicators.reading import disk, validate
from indicators.reading import yaml_source as source
from indicators.reading.corpus import Corpus
from indicators.reading.yaml_source import Source
from indicators.rules.acceptance import settle
from indicators.rules.texts import quotes_stand
from indicators.values.problems import Problem

SUFFIXES: Final = (".yaml", ".yml")
FAULTS: Final = frozenset({"folder-empty", "folder-unreadable"})


@dataclass(frozen=True)
class Loaded:
    """What lies at a path: ``dataset`` is None where any problem is an error.

    ``problems`` stand in the order of the files and their lines, and so do those that were ``accepted``. ``digest`` is
    the SHA-256 of the content in hex: equal digests, equal data. ``texts`` has the articles that are held in full, by
    their ids (see ``reading.article_texts``).
    """

    dataset: Dataset | None
    problems: tuple[Problem, ...]
    digest: str
    accepted: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)


Told = Callable[[int, int], None]
"""Hears how much of the work is done, of how much."""
RULES: Final = 0.3
"""What the rules take, as a share of what reading the files takes."""


def unheard(_done: int, _every: int) -> None:
    """Nobody wants to know how far it is."""


def load(path: Path | str, *, told: Told = unheard) -> Loaded:
    """The dataset in a file, or in the ``*.yaml`` files of a folder; it never raises for what it finds there."""
    collecting = gc.isenabled()
    gc.disable()  # a third of the time would go into looking for circles among objects that make none
    try:
        return _load(Path(path), told)
    finally:
        if collecting:
            gc.enable()


def _load(path: Path, told: Told) -> Loaded:
    try:
        paths = files(path)
    except OSError as error:
        unreadable = Problem("folder-unreadable", str(path), facts={"detail": error.strerror or type(error).__name__})
        return Loaded(None, (unreadable,), "")
    problems = [] if paths else [Problem("folder-empty", str(path))]
    documents, digests = _documents(paths, problems, told)
    digest = hashlib.sha256(b"".join(digests)).hexdigest()
    if len(documents) < len(paths) or _errors(problems):
        return Loaded(None, _in_order(problems), digest)
    corpus = Corpus(documents)
    held, troubles = texts.held(texts.beside(path), corpus.ids(Article))
    dataset, found, accepted = _whole(corpus, held)
    return Loaded(dataset, _in_order([*problems, *troubles, *found]), digest, _in_order(accepted), held)


def _documents(
    paths: Sequence[Path], problems: list[Problem], told: Told
) -> tuple[list[tuple[Document, Source]], list[bytes]]:
    """The documents that can be read, and the digest of each file; what is wrong is added to ``problems``."""
    documents: list[tuple[Document, Source]] = []
    digests: list[bytes] = []
    sizes = [_size(file) for file in paths]
    every, done = round(sum(sizes) * (1 + RULES)), 0
    for file, size in zip(paths, sizes, strict=True):
        told(done, every)
        content, troubles = disk.read(file)
        problems.extend(troubles)
        if content is not None:
            digests.append(hashlib.sha256(content).digest())
            read = source.read(content, str(file))
            problems.extend(read.problems)
            document = _document(read, problems)
            if document is not None:
                documents.append((document, read))
        done += size
    told(done, every)
    return documents, digests


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except (OSError, ValueError):  # a name that can be none
        return 0


def files(path: Path) -> list[Path]:
    """The files of the dataset at a path, in the order in which they are read."""
    if path.is_dir():
        return sorted(file for file in path.iterdir() if file.suffix in SUFFIXES and not file.name.startswith("."))
    return [path]


def watched(path: Path) -> list[Path]:
    """All files by which the outcome of a load can change: those of the dataset, and the texts beside it."""
    folder = texts.beside(path)
    return files(path) + (sorted(folder.iterdir()) if folder.is_dir() else [])


def _document(read: Source, problems: list[Problem]) -> Document | None:
    if read.data is None:
        return None
    document, troubles = validate.document(read)
    problems.extend(troubles)
    return document


def _whole(corpus: Corpus, held: Mapping[str, str]) -> tuple[Dataset | None, list[Problem], list[Problem]]:
    """The documents joined, once every rule has had its say, with the problems that are open and that are accepted."""
    problems, accepted = settle(corpus, [*rules.check(corpus), *quotes_stand(corpus, held)])
    about = next((document.dataset for document, _ in corpus.documents if document.dataset), None)
    dataset = (
        None if about is None or _errors(problems) else join(about, (document for document, _ in corpus.documents))
    )
    return dataset, problems, accepted


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """By file and line, each once: a slip in an article's defaults is one, however many figures inherit it."""
    told = {(*problem.place, problem.code, *sorted(problem.facts.items())): problem for problem in problems}
    return tuple(sorted(told.values(), key=lambda problem: problem.place))


def _errors(problems: list[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)
