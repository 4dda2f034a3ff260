"""A dataset and its files → all that reading and checking need of them, made once for all requests."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from indicators.analysis import agreement
from indicators.curate.claims.checking import ClaimChecker
from indicators.curate.drafting import Reader
from indicators.curate.entry_checks import FileOfData, KnownFiles
from indicators.loading import cache, loader, seal
from indicators.model import name_index
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.model.name_index import NameIndex
from indicators.reading import disk
from indicators.values.problems import Problem

_ARTICLES: Final = "\narticles:"


@dataclass(frozen=True)
class FileOnDisk:
    """A file of a dataset as it lies on the disk."""

    path: Path
    content: bytes

    @cached_property
    def decoded(self) -> FileOfData:
        """Its text without a byte order mark, under its name alone: findings name it, and its folder is not shown."""
        return FileOfData.decoded(self.path.name, self.content)


@dataclass(frozen=True, eq=False)
class Desk:
    """What a curator's requests are answered with: a dataset without errors, and the files that it was read from."""

    path: Path
    files: tuple[FileOnDisk, ...]

    @property
    def dataset(self) -> Dataset:
        """What the files hold: the very entries that new ones are checked with."""
        return self.known.dataset

    @cached_property
    def checker(self) -> ClaimChecker:
        """Holds drafts against the dataset."""
        return ClaimChecker(self.dataset)

    @property
    def reader(self) -> Reader:
        """Reads texts with what the dataset knows."""
        return self.checker.reader

    @cached_property
    def known(self) -> KnownFiles:
        """The files with what the checks say of them; new articles go into the last one."""
        return KnownFiles([file.decoded for file in self.files])

    @cached_property
    def version(self) -> str:
        """What changes with any byte of any file."""
        return version(self.files)

    @cached_property
    def names(self) -> NameIndex:
        """The names of all entries of the vocabulary."""
        return name_index.of_dataset(self.dataset)

    def figures_of(self, metric: str) -> Sequence[Figure]:
        """The figures of a metric, in the order of the files."""
        return self._by_metric.get(metric, ())

    @cached_property
    def _by_metric(self) -> Mapping[str, Sequence[Figure]]:
        figures: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.dataset.figures.values():
            figures[figure.metric].append(figure)
        return figures

    @cached_property
    def printed_in(self) -> Mapping[str, Sequence[str]]:
        """Each number as it is printed → the ids of the articles that print it, in the order of the files."""
        articles: dict[str, dict[str, None]] = defaultdict(dict)
        for article in self.dataset.articles.values():
            for figure in article.figures:
                for quantity in agreement.numbers(figure).values():
                    articles[quantity.printed][article.id] = None
        return {printed: tuple(ids) for printed, ids in articles.items()}

    @property
    def target(self) -> FileOnDisk:
        """The file that new articles go into."""
        return self.files[-1]

    @cached_property
    def is_sealed(self) -> bool:
        """True where a seal lies beside the dataset, which a change of it breaks."""
        return seal.read(self.path) is not None

    def file_name(self, *, own: bool) -> str:
        """What the file is called: by its path on the curator's own machine, and by its name alone elsewhere."""
        path = self.target.path
        if own:
            try:
                return path.absolute().relative_to(Path.cwd()).as_posix()
            except ValueError:
                return path.name
        return path.name

    def warm(self) -> None:
        """Work out now what every request needs."""
        self.checker  # noqa: B018  # it is kept
        self.known.warm()
        self.names.find("publisher", "")
        self._by_metric  # noqa: B018  # it is kept
        self.printed_in  # noqa: B018  # it is kept


def version(files: Iterable[FileOnDisk]) -> str:
    """What changes with any byte of any file."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(hashlib.sha256(str(file.path).encode("utf-8", "surrogateescape")).digest())
        digest.update(hashlib.sha256(file.content).digest())
    return digest.hexdigest()[:32]


def read_files(path: Path) -> tuple[FileOnDisk, ...] | None:
    """The files at a path as they are now, that with the articles last; None where one cannot be read."""
    try:
        paths: Sequence[Path] = loader.files(path)
    except OSError:
        return None
    files: list[FileOnDisk] = []
    for file in paths:
        content = disk.read(file)
        if isinstance(content, Problem):
            return None
        files.append(FileOnDisk(file, content))
    return tuple(sorted(files, key=lambda file: _ARTICLES.encode() in b"\n" + file.content))


def load(path: Path) -> Desk | None:
    """The desk of what lies at a path; None where that has errors, or is being written."""
    for _ in range(2):
        files = read_files(path)
        if not files or cache.load(path).dataset is None:
            return None
        if read_files(path) == files:
            return Desk(path, files)
    return None
