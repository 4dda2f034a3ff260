"""``indicators check``: a file or a folder → all that is wrong there, by file and line.

Exit codes: 0 it is fine (so it is with warnings, unless asked for strictly), 1 it has errors, 2 it is not there.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Final, get_args

from indicators.cli.main import DEFAULT, there
from indicators.cli.progress import Bar
from indicators.loading.loader import Loaded, load
from indicators.phrasing import problems as report
from indicators.values.text import LANGS, Lang
from indicators.words import cli as words
from indicators.words import terms

LONG: Final = 2**20
"""Bytes: to read more takes long enough to tell how far it is."""


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    parser.description = words.CHECK.of(lang)
    data_help = words.PATH.of(lang).format(default=DEFAULT)
    parser.add_argument("path", nargs="?", type=Path, default=DEFAULT, help=data_help)
    parser.add_argument("--format", choices=get_args(report.Format), default="text", help=words.FORMAT.of(lang))
    parser.add_argument("--strict", action="store_true", help=words.STRICT.of(lang))
    parser.add_argument("--lang", choices=LANGS, default=lang, help=words.LANG.of(lang))


def run(options: argparse.Namespace) -> int:
    """Check what the options name; the exit code. Raises NotRunError where nothing is there."""
    bar = Bar(counted=False, least=LONG)
    loaded = load(there(options.path, options.lang), told=bar)
    bar.clear()
    if told := report.render(loaded.problems, options.format, options.lang, accepted=loaded.accepted):
        print(told)
    severities = {problem.severity for problem in loaded.problems}
    if options.format == "text":
        wrong = severities & {"error", "warning"}
        print(_closing(options.path, loaded, options.lang), file=sys.stderr if wrong else sys.stdout)
    return 1 if severities & ({"error", "warning"} if options.strict else {"error"}) else 0


def _closing(path: Path, loaded: Loaded, lang: Lang) -> str:
    counts = Counter(problem.severity for problem in loaded.problems)
    facts = {
        "errors": terms.ERRORS.of(lang, counts["error"]),
        "warnings": terms.WARNINGS.of(lang, counts["warning"]),
        "notes": terms.NOTES.of(lang, counts["information"]),
        "accepted": words.ACCEPTED.of(lang, len(loaded.accepted)) if loaded.accepted else "",
    }
    if loaded.dataset is None or counts["warning"]:
        found = words.FOUND_NOTES if counts["information"] else words.FOUND
        return found.of(lang).format_map(facts)
    articles = terms.ARTICLES.of(lang, len(loaded.dataset.articles))
    figures = terms.FIGURES.of(lang, len(loaded.dataset.figures))
    fine = words.ONLY_NOTES if counts["information"] else words.FINE
    return fine.of(lang).format(path=path, articles=articles, figures=figures, **facts)
