"""``indicators diff``: two states of a dataset → what was added, withdrawn, renamed and changed."""

import argparse
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final, get_args

from indicators.analysis import differences
from indicators.cli import difference_report, shared
from indicators.cli.difference_report import Comparison
from indicators.cli.shared import NotRunError
from indicators.loading import loader, revisions
from indicators.loading.revisions import RevisionError
from indicators.model.dataset import Dataset
from indicators.phrasing.problems import place, sentence
from indicators.reading import disk
from indicators.values.problems import Problem
from indicators.values.text import Lang
from indicators.words import terms
from indicators.words.cli import differences as words

DIFFERENT: Final = 1
"""Exit code where the states differ, as that of ``diff`` and ``git diff --exit-code``."""


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    data_help = words.DATA.of(lang).format(default=shared.DEFAULT_DATA)
    formats = get_args(difference_report.DifferenceFormat)
    parser.add_argument("old", nargs="?", default="HEAD", metavar="OLD", help=words.OLD.of(lang))
    parser.add_argument("new", nargs="?", metavar="NEW", help=words.NEW.of(lang))
    parser.add_argument("--data", type=Path, default=shared.DEFAULT_DATA, metavar="PATH", help=data_help)
    parser.add_argument("--format", choices=formats, default="text", help=words.FORMAT.of(lang))
    shared.add_language_option(parser, lang)


def run(options: argparse.Namespace) -> int:
    """Print what differs. DIFFERENT where anything does; raises NotRunError where a state cannot be read."""
    old_name, new_name = options.old, str(options.data) if options.new is None else options.new
    old = _state(old_name, options.data, options.lang)
    new = _state(new_name, options.data, options.lang)
    comparison = Comparison(old_name, new_name, old, new, differences.compare(old, new))
    print(difference_report.render(comparison, options.format, options.lang))
    return DIFFERENT if comparison.differences else shared.FINE


def _state(name: str, data: Path, lang: Lang) -> Dataset:
    """The dataset in a file or folder with this name, else that of a revision with it."""
    dataset, problems = loader.read(_contents(name, data, lang))
    if dataset is not None:
        return dataset
    errors = [problem for problem in problems if problem.severity == "error"]
    first = errors[0]
    facts = {
        "name": name,
        "errors": terms.ERRORS.of(lang, len(errors)),
        "place": place(first),
        "sentence": sentence(first, lang),
    }
    raise NotRunError(words.UNREADABLE.of(lang).format_map(facts))


def _contents(name: str, data: Path, lang: Lang) -> Iterable[tuple[str, bytes | Problem]]:
    if os.path.lexists(name) or name == str(data):
        return _files(shared.existing(Path(name), lang))
    try:
        return revisions.contents(name, data)
    except RevisionError as error:
        detail = words.DETAIL.of(lang).format(detail=error.detail) if error.detail else ""
        reason = words.OBSTACLES[error.obstacle].of(lang).format(name=name, path=data, detail=detail)
        raise NotRunError(reason) from error


def _files(path: Path) -> list[tuple[str, bytes | Problem]]:
    try:
        paths = loader.files(path)
    except OSError as error:
        unreadable = Problem("folder-unreadable", str(path), facts={"detail": error.strerror or type(error).__name__})
        return [(str(path), unreadable)]
    return [(str(file), disk.read(file)) for file in paths] or [(str(path), Problem("folder-empty", str(path)))]
