"""The files of a dataset, and entries that are not in them yet → what the checks would find against these."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

from indicators import rules
from indicators.model.dataset import Dataset, join
from indicators.model.decided import exact_metrics, with_decided_amounts, with_exact_amounts
from indicators.model.document import Document
from indicators.model.name_index import NameIndex
from indicators.model.vocabulary import Metric
from indicators.reading import references, validate, yaml_source
from indicators.reading.corpus import Corpus
from indicators.reading.validate import KnownUnits
from indicators.reading.yaml_source import Source
from indicators.rules.acceptance import settle
from indicators.rules.additions import KnownCorpus, identity
from indicators.values.problems import Problem

ENTRY: Final = "draft"
"""The name of what is not in a file yet, where findings name the file of an entry."""


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


class KnownFiles:
    """The files of a dataset, read once: to check a further entry costs only what it is compared with."""

    def __init__(self, files: Sequence[FileOfData]) -> None:
        self.files = tuple(files)

    @property
    def last(self) -> FileOfData:
        """The file that new articles go into."""
        return self.files[-1]

    @cached_property
    def _sources(self) -> Sequence[Source]:
        return [yaml_source.read(file.text.encode(), file.name) for file in self.files]

    @cached_property
    def _units(self) -> KnownUnits:
        return KnownUnits(self._sources)

    @cached_property
    def _documents(self) -> Sequence[tuple[Document, Source]]:
        return validate.documents(self._sources)[0]

    @cached_property
    def _corpus(self) -> Corpus:
        decided = with_decided_amounts([document for document, _ in self._documents])
        return Corpus([(document, source) for document, (_, source) in zip(decided, self._documents, strict=True)])

    @cached_property
    def _known(self) -> KnownCorpus:
        return KnownCorpus(self._corpus)

    @cached_property
    def _exact(self) -> frozenset[str]:
        return exact_metrics(spot.entry for spot in self._corpus.spots(Metric))

    @cached_property
    def dataset(self) -> Dataset:
        """The dataset that the files hold, each of its figures once: only where the checks find no error in them."""
        documents = [document for document, _ in self._corpus.documents]
        about = next(document.dataset for document in documents if document.dataset)
        return join(about, documents)

    @cached_property
    def _names(self) -> NameIndex:
        return references.index_of(self._sources)

    @cached_property
    def _before(self) -> frozenset[object]:
        return frozenset(map(identity, _findings(self._corpus)))

    @property
    def last_source(self) -> Source:
        """The last file as it was read, with the places of its entries."""
        return self._sources[-1]

    def against(self, text: str) -> list[Problem]:
        """What is wrong with the dataset with a further document of this text, and is not wrong without it."""
        source = yaml_source.read(text.encode(), ENTRY)
        problems = [*source.problems, *references.resolve([source], self._names)]
        if source.data is not None:
            document, form_problems = validate.document(source, self._units)
            problems += form_problems
            if document is not None and not _has_errors(problems):
                exact = self._exact | exact_metrics(document.metrics)
                problems += self._caused_by(with_exact_amounts(document, exact), source)
        return sorted(problems, key=lambda problem: problem.place)

    def _caused_by(self, document: Document, source: Source) -> list[Problem]:
        """What the rules find because of a document: about its entries, and about those beside them."""
        caused = self._known.caused_by(document, source)
        return self.caused_in_all(document, source) if caused is None else caused

    def caused_in_all(self, document: Document, source: Source) -> list[Problem]:
        """The same, for any document: all rules look at everything twice, which takes long for large files."""
        findings = _findings(Corpus([*self._corpus.documents, (document, source)]))
        return [finding for finding in findings if identity(finding) not in self._before]

    def warm(self) -> None:
        """Read the files and make what the checks look up now, so that the first entry does not wait for it."""
        self._known.prepare()


def _findings(corpus: Corpus) -> list[Problem]:
    """What the rules find in a dataset."""
    findings, _ = settle(corpus, rules.check(corpus))
    return findings


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)
