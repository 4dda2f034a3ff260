"""A publisher as a person names it → the one of the dataset that is meant, or a new one with its YAML entry."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal, get_args

from indicators.curate.desk.entries.new_metrics import NEW
from indicators.curate.desk.requests.asked import PublisherAsked
from indicators.curate.metric_proposals import id_of
from indicators.curate.rendering.yaml_text import UNKNOWN, scalar
from indicators.model.dataset import Dataset
from indicators.model.name_index import NameIndex
from indicators.model.scalars import has_address
from indicators.model.vocabulary import PublisherKind
from indicators.pages import pinyin
from indicators.values.text import fold

PublisherLack = Literal["", "unknown", "several", "name", "address", "kind", "kinds"]
"""Why it is not known who published an article; nothing where it is."""
KINDS: Final[tuple[str, ...]] = get_args(PublisherKind)
_MARKS: Final = re.compile(r"[《〈「『“\"'‘]([^《〈「『“\"》〉」』”]+)[》〉」』”\"'’]")
_BEYOND_ASCII: Final = re.compile("[^\x00-\x7f]+")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_WORDS_OF_YAML: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"})
_STEM: Final = "outlet"


@dataclass(frozen=True)
class NewPublisher:
    """A publisher to be added: its name, which stands for both languages, its kind, and the id that it gets."""

    id: str
    name: str
    kind: str

    @property
    def line(self) -> str:
        """Its entry as an item of the list of publishers."""
        name = scalar(self.name)
        return f"- {{id: {self.id}, name: {{zh: {name}, en: {name}}}, kind: {self.kind}}}"

    @property
    def yaml(self) -> str:
        """Its entry as it stands in a data file."""
        return f"  {self.line}\n"


@dataclass(frozen=True)
class KnownPublisher:
    """Who published an article: the ``id``, and ``new`` if the dataset has not got it; or what ``lacks``.

    ``is_found`` says that a name was given for a new one, and is one that the dataset has.
    """

    id: str = ""
    new: NewPublisher | None = None
    lacks: PublisherLack = ""
    is_found: bool = False


class Publishers:
    """The publishers of a dataset, and those that a request adds: each once, however its name is written."""

    def __init__(self, dataset: Dataset, names: NameIndex) -> None:
        self._dataset, self._names = dataset, names
        self._new: dict[str, NewPublisher] = {}

    def of(self, publisher: str, asked: PublisherAsked | None) -> KnownPublisher:
        """Who is meant by an id or a name, or by what was filled in for a new one."""
        if publisher != NEW:
            return self._listed(publisher)
        asked = asked or PublisherAsked()
        name = as_printed(asked.name)
        if not any(map(str.isalnum, name)):
            return KnownPublisher(lacks="name")
        known = self._listed(name)
        if known.id or known.lacks == "several":
            return KnownPublisher(known.id, lacks=known.lacks, is_found=bool(known.id))
        if has_address(name):
            return KnownPublisher(lacks="address")
        if asked.kind not in KINDS:
            return KnownPublisher(lacks="kind")
        return self._added(name, asked.kind)

    def _listed(self, word: str) -> KnownPublisher:
        present = self._dataset.renamed["publisher"].get(word, word)
        ids = self._names.find("publisher", as_printed(present))
        return KnownPublisher(ids[0]) if len(ids) == 1 else KnownPublisher(lacks="several" if ids else "unknown")

    def _added(self, name: str, kind: str) -> KnownPublisher:
        new = self._new.setdefault(fold(name).casefold(), NewPublisher(self._id(name), name, kind))
        return KnownPublisher(new.id, new) if new.kind == kind else KnownPublisher(lacks="kinds")

    def _id(self, name: str) -> str:
        new = (publisher.id for publisher in self._new.values())
        return free_id(name, {*self._dataset.publishers, *self._dataset.renamed["publisher"], *new}, _STEM)


def to_be_added(name: str, dataset: Dataset) -> str:
    """The entry that a publisher of this name would have, on one line; its kind is left to the person."""
    plain = as_printed(name)
    key = free_id(plain, {*dataset.publishers, *dataset.renamed["publisher"]}, _STEM)
    return NewPublisher(key, plain, UNKNOWN).line


def as_printed(name: str) -> str:
    """A name on one line, without what nobody sees in it and without the marks around it."""
    composed = unicodedata.normalize("NFC", " ".join(name.split()))
    seen = "".join(char for char in composed if unicodedata.category(char) not in _UNSEEN).strip()
    marked = _MARKS.fullmatch(seen)
    return marked[1].strip() if marked else seen


def free_id(name: str, taken: Collection[str], stem: str) -> str:
    """A free id from how the name is read; one that YAML would take for a number or a truth value gets a stem."""
    decomposed = unicodedata.normalize("NFKD", name)
    latin = _BEYOND_ASCII.sub(" ", "".join(char for char in decomposed if not unicodedata.combining(char)))
    key = id_of(name, "" if pinyin.syllables(name) else latin, taken)
    if not key or key.isdigit() or key in _WORDS_OF_YAML:
        return id_of("", "-".join(filter(None, (stem, key))), taken)
    return key
