"""A path → the dataset that lies there, and everything that is wrong with it."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from indicators import rules
from indicators.model.articles import Article
from indicators.model.dataset import Dataset, join
from indicators.model.decided import with_decided_amounts
from indicators.model.document import Document
from indicators.reading import article_texts, disk, validate, yaml_source
from indicators.reading.corpus import Corpus
from indicators.reading.yaml_source import Source
from indicators.rules.acceptance import settle
from indicators.values.problems import Problem
from indicators.values.uncollected import uncollected

SUFFIXES: Final = (".yaml", ".yml")
_TRIES: Final = 3
"""So often a folder is read that is replaced while it is read."""
RULES_SHARE: Final = 0.3
"""The time that the rules take, as a share of the time that reading the files takes."""

OnProgress = Callable[[int, int], None]
"""A callback that is told how much of the work is done, and how much there is in all."""


def no_progress(_done: int, _total: int) -> None:
    """Progress callback that does nothing."""


@dataclass(frozen=True)
class Loaded:
    """What lies at a path: ``dataset`` is None where any problem is an error.

    ``problems`` and ``accepted``, those that the curator has a reason for, are sorted by file and line. ``digest`` is
    the SHA-256 of the content in hex, the same whatever ends its lines: equal digests, equal data. ``texts`` has the
    articles that are held in full, by their ids (see ``reading.article_texts``).
    """

    dataset: Dataset | None
    problems: tuple[Problem, ...]
    digest: str
    accepted: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)


def load(path: Path | str, *, on_progress: OnProgress = no_progress) -> Loaded:
    """The dataset in a file, or in the ``*.yaml`` files of a folder; it never raises for what it finds there."""
    with uncollected():
        return _load(Path(path), on_progress)


def _load(path: Path, on_progress: OnProgress) -> Loaded:
    for _ in range(_TRIES):
        try:
            paths = files(path)
        except OSError as error:
            facts = {"detail": error.strerror or type(error).__name__}
            return Loaded(None, (Problem("folder-unreadable", str(path), facts=facts),), "")
        problems = [] if paths else [Problem("folder-empty", str(path))]
        read_files = read_documents(paths, problems, on_progress)
        if _still_there(path, paths, read_files.identities):
            return _checked(path, read_files, problems)
    return Loaded(None, (Problem("file-changing", str(path)),), "")


def _still_there(path: Path, paths: list[Path], identities: Mapping[Path, disk.Identity]) -> bool:
    """True where each file is the one that was read: else the folder was replaced, and half of each may be here."""
    try:
        return files(path) == paths and all(disk.identity_of(file) == read for file, read in identities.items())
    except OSError:
        return False


def _checked(path: Path, read_files: "ReadFiles", problems: list[Problem]) -> Loaded:
    digest = hashlib.sha256(b"".join(read_files.digests)).hexdigest()
    if len(read_files.documents) < read_files.count:
        return Loaded(None, _in_order(problems), digest)
    return _under_rules(read_files.documents, problems, digest, article_texts.beside(path))


def check(contents: Iterable[tuple[str, bytes]], texts: Path | None = None) -> Loaded:
    """What files hold, by their names and contents, as ``load`` would find it; ``texts`` is a folder of articles."""
    sources = [yaml_source.read(content, name) for name, content in contents]
    documents, form_problems = validate.documents(sources)
    problems = [*(problem for source in sources for problem in source.problems), *form_problems]
    if len(documents) < len(sources):
        return Loaded(None, _in_order(problems), "")
    return _under_rules(documents, problems, "", texts)


def _under_rules(
    documents: Sequence[tuple[Document, Source]], problems: Sequence[Problem], digest: str, folder: Path | None
) -> Loaded:
    """The documents as a dataset, with what the rules find beside the ``problems`` that are known already."""
    if _has_errors(problems):
        return Loaded(None, _in_order(problems), digest)
    decided = with_decided_amounts([document for document, _ in documents])
    corpus = Corpus([(document, source) for document, (_, source) in zip(decided, documents, strict=True)])
    texts, text_problems = article_texts.held(folder, corpus.ids(Article)) if folder else ({}, [])
    findings, accepted = settle(corpus, rules.check(corpus, texts))
    dataset = None if _has_errors(findings) else _joined(corpus)
    return Loaded(dataset, _in_order([*problems, *text_problems, *findings]), digest, _in_order(accepted), texts)


def read(contents: Iterable[tuple[str, bytes | Problem]]) -> tuple[Dataset | None, list[Problem]]:
    """The dataset in files, by their names and contents, without most rules: it may have errors that ``load`` reports.

    Without a dataset the problems say why there is none.
    """
    problems: list[Problem] = []
    sources: list[Source] = []
    for name, content in contents:
        if isinstance(content, Problem):
            problems.append(content)
        else:
            sources.append(yaml_source.read(content, name))
            problems.extend(sources[-1].problems)
    documents, form_problems = validate.documents(sources)
    problems.extend(form_problems)
    corpus = Corpus(documents)
    if not _has_errors(problems):
        problems.extend(problem for rule in rules.JOINING for problem in rule(corpus))
    return None if _has_errors(problems) or not sources else _joined(corpus), problems


@dataclass(frozen=True)
class ReadFiles:
    """The ``documents`` of those of ``count`` files that can be used; digests and identities of what was read."""

    count: int
    documents: Sequence[tuple[Document, Source]]
    digests: Sequence[bytes]
    identities: Mapping[Path, disk.Identity]


def read_documents(paths: Sequence[Path], problems: list[Problem], on_progress: OnProgress) -> ReadFiles:
    """The documents in the files; what is wrong is added to ``problems``."""
    sources: list[Source] = []
    digests: list[bytes] = []
    identities: dict[Path, disk.Identity] = {}
    sizes = [_size(file) for file in paths]
    total, done = round(sum(sizes) * (1 + RULES_SHARE)), 0
    for file, size in zip(paths, sizes, strict=True):
        on_progress(done, total)
        content = disk.read_identified(file)
        if isinstance(content, Problem):
            problems.append(content)
        else:
            identities[file] = content[1]
            digests.append(hashlib.sha256(disk.plain(content[0])).digest())
            sources.append(yaml_source.read(content[0], str(file)))
            problems.extend(sources[-1].problems)
        done += size
    on_progress(done, total)
    documents, form_problems = validate.documents(sources)
    problems.extend(form_problems)
    return ReadFiles(len(paths), documents, digests, identities)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except (OSError, ValueError):  # ValueError: what cannot be the name of a file
        return 0


def files(path: Path) -> list[Path]:
    """The files of the dataset at a path, in the order in which they are read."""
    if disk.is_folder(path):
        return sorted(file for file in path.iterdir() if file.suffix in SUFFIXES and not file.name.startswith("."))
    return [path]


def watched(path: Path) -> list[Path]:
    """All files that decide the outcome of a load: those of the dataset, and the texts of articles beside it."""
    return files(path) + text_files(path)


def text_files(path: Path) -> list[Path]:
    """All that lies in the folder of texts beside the dataset at a path."""
    folder = article_texts.beside(path)
    return sorted(folder.iterdir()) if disk.is_folder(folder) else []


def _joined(corpus: Corpus) -> Dataset | None:
    """The dataset of all documents; None where none of them has a head."""
    documents = [document for document, _ in corpus.documents]
    about = next((document.dataset for document in documents if document.dataset), None)
    return None if about is None else join(about, documents)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file and line, each once: a slip in an article's defaults is one, however many figures inherit it."""
    distinct = {(*problem.place, problem.code, *sorted(problem.facts.items())): problem for problem in problems}
    return tuple(sorted(distinct.values(), key=lambda problem: problem.place))


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)
