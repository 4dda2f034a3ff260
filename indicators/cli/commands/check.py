"""``indicators check``: a file or a folder → a report of every mistake in it, by file and line."""

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Final, get_args

from indicators.cli import reports, shared
from indicators.cli.progress import ProgressBar
from indicators.loading.loader import Loaded, load
from indicators.values.text import Lang
from indicators.words import cli as words
from indicators.words import terms

LARGE: Final = 2**20
"""Bytes; reading more than this takes long enough for a progress bar."""


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    data_help = words.PATH.of(lang).format(default=shared.DEFAULT_DATA)
    parser.add_argument("path", nargs="?", type=Path, default=shared.DEFAULT_DATA, help=data_help)
    parser.add_argument("--format", choices=get_args(reports.ReportFormat), default="text", help=words.FORMAT.of(lang))
    parser.add_argument("--strict", action="store_true", help=words.STRICT.of(lang))
    shared.add_language_option(parser, lang)


def run(options: argparse.Namespace) -> int:
    """Print the report. MISTAKES where the data has errors (or, with ``--strict``, warnings); raises NotRunError."""
    bar = ProgressBar(counts=False, minimum=LARGE)
    loaded = load(shared.existing(options.path, options.lang), on_progress=bar)
    bar.clear()
    if text := reports.render(loaded.problems, options.format, options.lang, accepted=loaded.accepted):
        print(text)
    severities = {problem.severity for problem in loaded.problems}
    if options.format == "text":
        stream = sys.stderr if severities & {"error", "warning"} else sys.stdout
        print(_summary(options.path, loaded, options.lang), file=stream)
    failing = {"error", "warning"} if options.strict else {"error"}
    return shared.MISTAKES if severities & failing else shared.FINE


def _summary(path: Path, loaded: Loaded, lang: Lang) -> str:
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
