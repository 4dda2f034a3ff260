"""What all commands share: exit codes, two ways to fail, common options, loading and writing."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

from indicators.loading.loader import Loaded, load
from indicators.model import name_index
from indicators.model.dataset import Dataset
from indicators.phrasing.problems import message, sentence
from indicators.reading import article_texts, disk
from indicators.values import periods, urls
from indicators.values.periods import Period
from indicators.values.problems import Fault, Problem
from indicators.values.text import LANGS, Lang, one_line
from indicators.words import terms
from indicators.words.cli import main as words
from indicators.words.curate import draft as draft_words

FINE: Final = 0
MISTAKES: Final = 1
"""The data has errors, or an article does not say what is quoted of it."""
NOT_RUN: Final = 2
"""The program could not do what was asked."""
DEFAULT_DATA: Final = Path("data/indicators.yaml")


_Name = TypeVar("_Name", bound=str)


class NotRunError(Exception):
    """A command cannot do what was asked (exit code 2); each argument is a reason in words."""


class DataErrorsError(Exception):
    """A command needs a dataset, and its files have errors (exit code 1); the argument is the sentence to print."""


def add_data_option(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add ``--data``, the dataset that a command works on."""
    data_help = words.PATH.of(lang).format(default=DEFAULT_DATA)
    parser.add_argument("--data", type=Path, default=DEFAULT_DATA, metavar="PATH", help=data_help)


def add_language_option(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add ``--lang``, the language of all that a command prints."""
    parser.add_argument("--lang", choices=LANGS, default=lang, help=words.LANG.of(lang))


def existing(path: Path, lang: Lang) -> Path:
    """The path itself, if anything is there (a broken link is); raises NotRunError otherwise."""
    if not os.path.lexists(path):  # never raises, as path.exists() does for a name that is too long
        raise NotRunError(words.NO_SUCH_PATH.of(lang).format(path=path))
    return path


def id_of(word: str, kind: str, dataset: Dataset, lang: Lang) -> str:
    """The id of the entry of a kind that a word names, which is said on standard error, or the present id of a former.

    What is an id, or names nothing, comes back as it is. Raises NotRunError for what names several entries.
    """
    index = name_index.of_dataset(dataset)
    if kind not in index.ids or word in index.ids[kind]:
        return dataset.renamed.get(kind, {}).get(word, word)
    ids = index.find(kind, word)
    facts = {"kind": kind, "name": one_line(word, 60), "ids": ", ".join(sorted(ids))}
    if len(ids) > 1:
        raise NotRunError(sentence(Problem("name-ambiguous", "", facts=facts), lang))
    if ids:
        print(words.READ_AS.of(lang).format(name=facts["name"], id=ids[0]), file=sys.stderr)
    return ids[0] if ids else dataset.renamed.get(kind, {}).get(word, word)


def day(text: str, lang: Lang) -> Period | None:
    """The day of ``--published``, or None where it is not given. Raises NotRunError for what is no date."""
    if not text:
        return None
    try:
        return periods.parse_date(text)
    except Fault as fault:
        raise NotRunError(draft_words.NOT_A_DATE.of(lang).format(date=text)) from fault


def text_to_read(path: Path, limit: int, lang: Lang) -> str:
    """The text of a file, or of standard input for ``-``; says on standard error what is longer than ``limit``.

    Raises NotRunError where there is no file or it is no text.
    """
    text = sys.stdin.read(limit * 2) if str(path) == "-" else article_texts.read(existing(path, lang))
    if isinstance(text, Problem):
        raise NotRunError(message(text, lang))
    if len(text) > limit:
        rest = f"{len(text) - limit:,}"
        print(draft_words.CUT.of(lang).format(limit=f"{limit:,}", rest=rest), file=sys.stderr)
    return text


def load_dataset(path: Path, lang: Lang) -> tuple[Dataset, Loaded]:
    """The dataset at a path, and what else is known of it: the digest of its content, its warnings.

    Raises NotRunError where nothing is at the path, and DataErrorsError where the data has errors.
    """
    loaded = load(existing(path, lang))
    return without_errors(loaded, path, lang), loaded


def without_errors(loaded: Loaded, path: Path, lang: Lang) -> Dataset:
    """The dataset that was loaded from a path. Raises DataErrorsError where the data has errors."""
    if loaded.dataset is None:
        errors = sum(problem.severity == "error" for problem in loaded.problems)
        raise DataErrorsError(words.HAS_ERRORS.of(lang).format(path=path, errors=terms.ERRORS.of(lang, errors)))
    return loaded.dataset


def base_address(address: str, lang: Lang) -> str:
    """The address of a site or a dashboard, ending in a slash; empty where none is given.

    Raises NotRunError for what is no such address.
    """
    if not address:
        return ""
    base = urls.base(address)
    if base is None:
        raise NotRunError(words.NOT_A_BASE.of(lang).format(base=address))
    return base


def listed_formats(listed: str, known: Sequence[_Name], default: _Name, lang: Lang) -> list[_Name]:
    """The formats of a list with commas, each once; the default if it is empty. Raises NotRunError for unknown ones."""
    entries = list(dict.fromkeys(filter(None, map(str.strip, listed.split(",")))))
    names = {str(name): name for name in known}
    if unknown := [word for word in entries if word not in names]:
        sentence = words.NO_SUCH_FORMAT.of(lang)
        raise NotRunError(*(sentence.format(format=word, formats=", ".join(known)) for word in unknown))
    return [names[word] for word in entries] or [default]


@contextmanager
def writing(path: Path, lang: Lang) -> Iterator[None]:
    """Turn an OSError of the body, which writes a file or into a folder, into a NotRunError that names the file."""
    try:
        yield
    except OSError as error:
        facts = {
            "path": error.filename if path.is_dir() and error.filename else path,
            "detail": error.strerror or type(error).__name__,
        }
        raise NotRunError(words.NOT_WRITTEN.of(lang).format_map(facts)) from error


def rewrite(path: Path, known: bytes, content: bytes, lang: Lang) -> None:
    """Give a file other content, if it is still as it was read. Raises NotRunError where it is not, or cannot be."""
    with writing(path, lang), disk.alone(path.resolve().parent):
        if not disk.replace(path, known, content):
            raise NotRunError(sentence(Problem("file-changing", str(path)), lang))
