"""What the commands that publish share: their options, what must hold before, and the report of faults."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from indicators.cli import reports, shared
from indicators.cli.shared import DataErrorsError
from indicators.loading import shrinkage
from indicators.loading.loader import Loaded, load
from indicators.model.dataset import Dataset
from indicators.phrasing.problems import place, sentence
from indicators.publish import readiness, site_check
from indicators.publish.site_check import SiteFault
from indicators.publish.web_check import WebFault
from indicators.site import manifest
from indicators.values.text import Lang, one_line
from indicators.words import terms
from indicators.words.cli import publish as words

_MOST: Final = 50
"""Faults that are listed."""


def add_data_options(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add ``--data``, and the way around the rule against shrinking."""
    shared.add_data_option(parser, lang)
    parser.add_argument("--allow-shrink", action="store_true", help=words.ALLOW_SHRINK.of(lang))


def ready_dataset(options: argparse.Namespace, *, published: int = 0) -> tuple[Dataset, Loaded]:
    """The dataset at ``options.data``, of which ``published`` figures can be read now.

    Raises NotRunError where nothing is there, and DataErrorsError where ``check --strict`` fails, where the data are
    not as they were sealed, where the text of an article does not have a quote, and where less than half of what is
    published would be left.
    """
    lang: Lang = options.lang
    loaded = load(shared.existing(options.data, lang))
    if loaded.dataset is None or readiness.failing(loaded):
        _print_problems(loaded, lang)
        counts = Counter(problem.severity for problem in loaded.problems)
        problems = (terms.ERRORS.of(lang, counts["error"]), terms.WARNINGS.of(lang, counts["warning"]))
        joined = terms.LIST.of(lang).join(problems)
        raise DataErrorsError(words.NOT_STRICT.of(lang).format(path=options.data, problems=joined))
    if (problem := readiness.broken_seal(options.data)) is not None:
        raise DataErrorsError(words.UNSEALED.of(lang).format(place=place(problem), problem=sentence(problem, lang)))
    for denied in readiness.denied_quotes(loaded.dataset, loaded):
        raise DataErrorsError(words.DENIED.of(lang).format_map(denied._asdict()))
    now = len(loaded.dataset.figures)
    if shrinkage.are_too_few(now, published) and not options.allow_shrink:
        raise DataErrorsError(words.SHRUNK.of(lang).format(now=f"{now:,}", before=f"{published:,}"))
    return loaded.dataset, loaded


def _print_problems(loaded: Loaded, lang: Lang) -> None:
    serious = [problem for problem in loaded.problems if problem.severity != "information"]
    print(reports.render(serious, "text", lang), file=sys.stderr)


def faults_of_folder(folder: Path) -> list[SiteFault]:
    """Everything that is wrong with a site in a folder."""

    def read(path: str) -> bytes | None:
        try:
            return (folder / path).read_bytes()
        except OSError:
            return None

    known = manifest.read(folder)
    return list(site_check.faults(known.files, read, known))


def refuse_faulty(folder: Path, lang: Lang) -> None:
    """Raise DataErrorsError where something is wrong with a site that was made; the faults are printed."""
    if faults := faults_of_folder(folder):
        print_faults(faults, lang)
        count = words.FAULT_COUNT.of(lang, len(faults))
        raise DataErrorsError(words.BUILD_FAULTY.of(lang).format(faults=count))


def print_faults(faults: Sequence[SiteFault | WebFault], lang: Lang) -> None:
    """Print the first faults, a line each, on stderr."""
    for fault in faults[:_MOST]:
        sentence = words.ADVICE if isinstance(fault, WebFault) and fault.advice else words.FAULT
        text = words.FAULTS[fault.kind].of(lang).format(target=fault.target)
        print(one_line(sentence.of(lang).format(path=fault.path, text=text)), file=sys.stderr)
    if len(faults) > _MOST:
        print(words.MORE_FAULTS.of(lang).format(count=f"{len(faults) - _MOST:,}"), file=sys.stderr)
