"""``indicators seal``: a complete dataset → a seal beside it, without which no newer state is shown."""

import argparse
import sys
from pathlib import Path

from indicators.cli import shared
from indicators.cli.shared import DataErrorsError
from indicators.loading import disk_state, seal
from indicators.loading.seal import Seal
from indicators.phrasing import problems as phrases
from indicators.values.problems import Problem
from indicators.values.text import Lang, one_line
from indicators.words import terms
from indicators.words.cli import main as cli_words
from indicators.words.cli import sealing as words


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    path_help = cli_words.PATH.of(lang).format(default=shared.DEFAULT_DATA)
    parser.add_argument("path", nargs="?", type=Path, default=shared.DEFAULT_DATA, help=path_help)
    parser.add_argument("--check", action="store_true", help=words.CHECK.of(lang))
    parser.add_argument("--fewer", action="store_true", help=words.FEWER.of(lang))
    shared.add_language_option(parser, lang)


def run(options: argparse.Namespace) -> int:
    """Write the seal, or compare the data with it. MISTAKES where they do not match, or too many figures are gone.

    Raises NotRunError where nothing is at the path or nothing can be written, and what ``shared.load_dataset`` raises.
    """
    path, lang = shared.existing(options.path, options.lang), options.lang
    if options.check:
        return _compare(path, lang)
    before = disk_state.of(path)
    dataset, _ = shared.load_dataset(path, lang)
    made, earlier = seal.of(path, len(dataset.figures)), seal.read(path)
    if disk_state.of(path).entries != before.entries:
        made = Problem("file-changing", str(path))
    if isinstance(made, Problem):
        raise DataErrorsError(_sentence(made, lang))
    known = earlier.figures if isinstance(earlier, Seal) else 0
    if 2 * made.figures < known and not options.fewer:
        facts = {"after": terms.FIGURES.of(lang, made.figures), "before": terms.FIGURES.of(lang, known)}
        raise DataErrorsError(words.SHRUNK.of(lang).format(path=path, **facts))
    with shared.writing(seal.beside(path), lang):
        place = seal.write(path, made)
    print(one_line(words.SEALED.of(lang).format(place=place, **_counts(made, lang))))
    if made.figures < known:
        print(words.SEALED_BEFORE.of(lang).format(figures=terms.FIGURES.of(lang, known)), file=sys.stderr)
    return shared.FINE


def _compare(path: Path, lang: Lang) -> int:
    proof = seal.read(path)
    if proof is None:
        raise DataErrorsError(words.NO_SEAL.of(lang).format(path=path))
    problem = seal.mismatch(path, proof) if isinstance(proof, Seal) else proof
    if problem is not None:
        raise DataErrorsError(_sentence(problem, lang))
    if isinstance(proof, Seal):
        print(one_line(words.MATCHES.of(lang).format(path=path, **_counts(proof, lang))))
    return shared.FINE


def _counts(sealed: Seal, lang: Lang) -> dict[str, str]:
    files = terms.FILES.of(lang, len(sealed.files))
    return {"files": files, "figures": terms.FIGURES.of(lang, sealed.figures)}


def _sentence(problem: Problem, lang: Lang) -> str:
    return f"{phrases.place(problem)}: {phrases.sentence(problem, lang)}"
