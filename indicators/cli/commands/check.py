"""``indicators check``: files and folders → a report of every mistake in them, by file and line."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, get_args

from indicators.cli import fixes, reports, shared, since
from indicators.cli.progress import ProgressBar
from indicators.cli.shared import NotRunError
from indicators.loading.loader import Loaded, load
from indicators.reading import disk
from indicators.values.text import Lang
from indicators.words import terms
from indicators.words.cli import fixing as fix_words
from indicators.words.cli import main as words

STANDARD_INPUT: Final = "-"
LARGE: Final = 2**20
"""Bytes; reading more than this takes long enough for a progress bar."""


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    data_help = words.PATHS.of(lang).format(default=shared.DEFAULT_DATA)
    parser.add_argument("paths", nargs="*", metavar="PATH", default=[str(shared.DEFAULT_DATA)], help=data_help)
    parser.add_argument("--format", choices=get_args(reports.ReportFormat), default="text", help=words.FORMAT.of(lang))
    parser.add_argument("--strict", action="store_true", help=words.STRICT.of(lang))
    parser.add_argument("--since", metavar="REVISION", help=fix_words.SINCE.of(lang))
    parser.add_argument("--fix", action="store_true", help=fix_words.FIX.of(lang))
    parser.add_argument("--dry-run", action="store_true", help=fix_words.DRY_RUN.of(lang))
    shared.add_language_option(parser, lang)


def run(options: argparse.Namespace) -> int:
    """Print one report of all paths. MISTAKES where any has errors (or, with ``--strict``, warnings).

    With ``--fix`` it is of what the paths hold after that, and with ``--since`` of what a revision did not have. Raises
    NotRunError where nothing is at a path, git knows no such revision, or nothing can be written.
    """
    paths = [path if path == STANDARD_INPUT else shared.existing(Path(path), options.lang) for path in options.paths]
    if options.fix:
        _fix(paths, options)
    elif options.dry_run:
        raise NotRunError(fix_words.ONLY_WITH_FIX.of(options.lang))
    checked = {str(path): _checked(path, options) for path in dict.fromkeys(paths)}
    problems = [problem for loaded in checked.values() for problem in loaded.problems]
    accepted = [problem for loaded in checked.values() for problem in loaded.accepted]
    if text := reports.render(problems, options.format, options.lang, accepted=accepted):
        print(text)
    failing = {"error", "warning"} if options.strict else {"error"}
    code = shared.FINE
    for path, loaded in checked.items():
        severities = {problem.severity for problem in loaded.problems}
        if options.format == "text":
            stream = sys.stderr if severities & {"error", "warning"} else sys.stdout
            print(_summary(path, loaded, options.lang), file=stream)
        if severities & failing:
            code = shared.MISTAKES
    return code


def _fix(paths: Iterable[Path | str], options: argparse.Namespace) -> None:
    """Show and write what is certain; the change stands before a report as text, and beside any other."""
    stream = sys.stdout if options.format == "text" else sys.stderr
    for path in dict.fromkeys(paths):
        if isinstance(path, str):
            raise NotRunError(fix_words.FIX_INPUT.of(options.lang))
        fixes.fix(path, options.lang, dry_run=options.dry_run, shown_on=stream)


def _checked(path: Path | str, options: argparse.Namespace) -> Loaded:
    if options.since is None:
        return _load(path)
    if isinstance(path, str):
        raise NotRunError(fix_words.SINCE_INPUT.of(options.lang))
    loaded = _load(path)
    return since.only_new(loaded, path, options.since, options.lang)


def _load(path: Path | str) -> Loaded:
    """What lies at a path; problems in the standard input are said to be in ``-``."""
    if isinstance(path, Path):
        bar = ProgressBar(counts=False, minimum=LARGE)
        loaded = load(path, on_progress=bar)
        bar.clear()
        return loaded
    with TemporaryDirectory() as folder:
        file = Path(folder) / "data.yaml"
        file.write_bytes(sys.stdin.buffer.read(disk.MAX_BYTES + 1))
        loaded = load(file)
    problems = tuple(replace(problem, path=STANDARD_INPUT) for problem in loaded.problems)
    return replace(loaded, problems=problems)


def _summary(path: str, loaded: Loaded, lang: Lang) -> str:
    counts = Counter(problem.severity for problem in loaded.problems)
    facts = {
        "errors": terms.ERRORS.of(lang, counts["error"]),
        "warnings": terms.WARNINGS.of(lang, counts["warning"]),
        "notes": terms.NOTES.of(lang, counts["information"]),
        "accepted": words.ACCEPTED.of(lang, len(loaded.accepted)) if loaded.accepted else "",
    }
    if loaded.dataset is None or counts["warning"]:
        summary = words.FOUND_NOTES if counts["information"] else words.FOUND
        return summary.of(lang).format_map(facts)
    articles = terms.ARTICLES.of(lang, len(loaded.dataset.articles))
    figures = terms.FIGURES.of(lang, len(loaded.dataset.figures))
    summary = words.ONLY_NOTES if counts["information"] else words.FINE
    return summary.of(lang).format(path=path, articles=articles, figures=figures, **facts)
