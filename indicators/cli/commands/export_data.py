"""``indicators export data``: a dataset → files for spreadsheets, programs and archives."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from indicators import study
from indicators.cli import shared
from indicators.cli.progress import ProgressBar
from indicators.cli.shared import NotRunError
from indicators.export import edition, formats
from indicators.export.edition import Edition
from indicators.reading import disk
from indicators.values.text import Lang
from indicators.view import day
from indicators.words.cli import export_data as words

PACKAGE: Final = "reported-indicators"
DEFAULT_FORMAT: Final[formats.FormatName] = "csv"


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    format_help = words.EXPORT_FORMAT.of(lang).format(formats=",".join(formats.NAMES), default=DEFAULT_FORMAT)
    shared.add_data_option(parser, lang)
    parser.add_argument("--format", default=DEFAULT_FORMAT, metavar="FORMATS", help=format_help)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=words.EXPORT_OUT.of(lang))
    parser.add_argument("--day", type=_day_in(lang), metavar="DAY", help=words.EXPORT_DAY.of(lang))
    parser.add_argument("--base", default="", metavar="URL", help=words.EXPORT_BASE.of(lang))
    shared.add_language_option(parser, lang)


def _day_in(lang: Lang) -> Callable[[str], date]:
    def parse_day(text: str) -> date:
        parsed = day(text)
        if parsed is None:
            raise argparse.ArgumentTypeError(words.NOT_A_DAY.of(lang).format(value=text[:60]))
        return parsed

    return parse_day


def run(options: argparse.Namespace) -> int:
    """Write a file in each format. Their paths and sizes go to the standard output, all else to the standard error.

    Raises NotRunError for an unknown format, a bad address, a missing library and a file that cannot be written, and
    what ``shared.load_dataset`` raises.
    """
    lang: Lang = options.lang
    names = _formats(options.format, lang)
    home = shared.base_address(options.base, lang)
    dataset, loaded = shared.load_dataset(options.data, lang)
    known, address = study.of(dataset, options.day), f"{home}{Edition.address}"
    content = edition.of(known, loaded.digest, known_on=options.day, address=address)
    bar = ProgressBar()
    for number, name in enumerate(names):
        bar(number, len(names))
        file = _file(name, content, lang)
        bar.clear()
        _write(options.out / formats.file_name(content, name), file, lang)
    bar(len(names), len(names))
    return shared.FINE


def _formats(listed: str, lang: Lang) -> list[formats.FormatName]:
    """The formats; a missing library is reported before anything is written."""
    names = shared.listed_formats(listed, formats.NAMES, DEFAULT_FORMAT, lang)
    sentence = words.NEEDS_EXTRA.of(lang)
    lacking = {name: library for name in names if (library := formats.FORMATS[name].lacks)}
    if lacking:
        raise NotRunError(*(sentence.format(format=key, library=lacking[key], package=PACKAGE) for key in lacking))
    return names


def _file(name: formats.FormatName, content: Edition, lang: Lang) -> bytes:
    try:
        return formats.FORMATS[name].write(content, lang)
    except OverflowError as error:
        raise NotRunError(words.TOO_MANY_ROWS.of(lang).format(format=name)) from error


def _write(path: Path, file: bytes, lang: Lang) -> None:
    with shared.writing(path, lang):
        disk.write(path, file)
    below, above = words.SIZES
    size = below.of(lang, len(file)) if len(file) < 1000 else above.of(lang, round(len(file) / 1000))
    print(words.WRITTEN.of(lang).format(path=path, size=size))
