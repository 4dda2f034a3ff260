"""``indicators export data``: a dataset → files for spreadsheets, programs and archives."""

import argparse
import os
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Final

from indicators import study
from indicators.cli.main import DEFAULT
from indicators.cli.progress import Bar
from indicators.export import atomic as files
from indicators.export import edition
from indicators.export import formats as tables
from indicators.export.edition import Edition
from indicators.loading.loader import Loaded, load
from indicators.values.text import LANGS, Lang
from indicators.view import day
from indicators.words import cli as cli_words
from indicators.words import tables as words
from indicators.words import terms

PACKAGE: Final = "reported-indicators"
FIRST: Final = "csv"


class _NotRunError(Exception):
    """What was asked for cannot be done; the argument says why, in words."""


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Give the parser the arguments of the command, with help in a language."""

    def known_on(text: str) -> date:
        found = day(text)
        if found is None:
            raise argparse.ArgumentTypeError(words.NOT_A_DAY.of(lang).format(value=text[:60]))
        return found

    formats = ",".join(tables.NAMES)
    format_help = words.EXPORT_FORMAT.of(lang).format(formats=formats, default=FIRST)
    parser.description = cli_words.EXPORT_DATA.of(lang)
    parser.add_argument(
        "--data",
        type=Path,
        default=DEFAULT,
        metavar="PATH",
        help=words.EXPORT_DATASET.of(lang).format(default=DEFAULT),
    )
    parser.add_argument("--format", default=FIRST, metavar="FORMATS", help=format_help)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=words.EXPORT_OUT.of(lang))
    parser.add_argument("--day", type=known_on, metavar="DAY", help=words.EXPORT_DAY.of(lang))
    parser.add_argument("--lang", choices=LANGS, default=lang, help=words.EXPORT_LANG.of(lang))


def run(options: argparse.Namespace) -> int:
    """Write what is asked for: 0 written, 1 the dataset has errors, 2 it could not be done.

    The path and size of each file go to the standard output, all else to the standard error.
    """
    lang: Lang = options.lang
    try:
        names = _formats(options.format, lang)
        loaded = _loaded(options.data, lang)
        if loaded.dataset is None:
            print(_has_errors(options.data, loaded, lang), file=sys.stderr)
            return 1
        given = edition.of(study.of(loaded.dataset, options.day), loaded.digest, known_on=options.day)
        bar = Bar()
        for number, name in enumerate(names):
            bar(number, len(names))
            path, content = options.out / tables.file_name(given, name), _made(name, given, lang)
            bar.clear()
            _write(path, content, lang)
        bar(len(names), len(names))
    except _NotRunError as failure:
        print(cli_words.NOT_RUN.of(lang).format(reason=failure), file=sys.stderr)
        return 2
    return 0


def _formats(asked: str, lang: Lang) -> list[tables.Name]:
    """The formats, each once; all that is missing is said before anything is written."""
    known = {name: name for name in tables.NAMES}
    found: list[tables.Name] = []
    for word in dict.fromkeys(filter(None, map(str.strip, asked.split(",")))):
        if word not in known:
            formats = ", ".join(known)
            raise _NotRunError(words.NO_SUCH_FORMAT.of(lang).format(format=word, formats=formats))
        name = known[word]
        if library := tables.FORMATS[name].lacks:
            needs = words.NEEDS_EXTRA.of(lang)
            raise _NotRunError(needs.format(format=name, library=library, package=PACKAGE))
        found.append(name)
    return found or [FIRST]


def _loaded(path: Path, lang: Lang) -> Loaded:
    if not os.path.lexists(path):
        raise _NotRunError(cli_words.NO_SUCH_PATH.of(lang).format(path=path))
    return load(path)


def _has_errors(path: Path, loaded: Loaded, lang: Lang) -> str:
    counts = Counter(problem.severity for problem in loaded.problems)
    return words.HAS_ERRORS.of(lang).format(path=path, errors=terms.ERRORS.of(lang, counts["error"]))


def _made(name: tables.Name, given: Edition, lang: Lang) -> bytes:
    try:
        return tables.FORMATS[name].write(given, lang)
    except OverflowError as error:
        raise _NotRunError(words.TOO_MANY_ROWS.of(lang).format(format=name)) from error


def _write(path: Path, content: bytes, lang: Lang) -> None:
    try:
        files.write(path, content)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise _NotRunError(words.NOT_WRITTEN.of(lang).format(path=path, detail=detail)) from error
    below, above = words.SIZES
    size = below.of(lang, len(content)) if len(content) < 1000 else above.of(lang, round(len(content) / 1000))
    print(words.WRITTEN.of(lang).format(path=path, size=size))
