"""The command line: ``indicators check`` and ``indicators schema``.

Exit codes: 0 all is fine (warnings are fine), 1 the dataset has errors, 2 the program could not run.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, get_args

from indicators import report, schema
from indicators.loader import Loaded, load
from indicators.text import LANGS, Lang
from indicators.words import cli as words
from indicators.words import terms

DEFAULT: Final = Path("data/indicators.yaml")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (the process's own if None) and return its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    options = _parser(_language(given)).parse_args(given)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a C locale must not keep a Chinese report back
    if options.command == "schema":
        print(schema.render(), end="")
        return 0
    return _check(options.path, options.format, options.lang)


def _check(path: Path, form: report.Format, lang: Lang) -> int:
    if not os.path.lexists(path):  # never raises, as path.exists() does for a name that is too long
        reason = words.NO_SUCH_PATH.of(lang).format(path=path)
        print(words.NOT_RUN.of(lang).format(reason=reason), file=sys.stderr)
        return 2
    loaded = load(path)
    if told := report.render(loaded.problems, form, lang):
        print(told)
    if form == "text":
        print(_closing(path, loaded, lang), file=sys.stderr if loaded.problems else sys.stdout)
    return 0 if loaded.dataset is not None else 1


def _closing(path: Path, loaded: Loaded, lang: Lang) -> str:
    if loaded.dataset is not None and not loaded.problems:
        articles = terms.ARTICLES.of(lang, len(loaded.dataset.articles))
        figures = terms.FIGURES.of(lang, len(loaded.dataset.figures))
        return words.FINE.of(lang).format(path=path, articles=articles, figures=figures)
    errors = sum(problem.severity == "error" for problem in loaded.problems)
    warnings = terms.WARNINGS.of(lang, len(loaded.problems) - errors)
    return words.FOUND.of(lang).format(errors=terms.ERRORS.of(lang, errors), warnings=warnings)


def _parser(lang: Lang) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="indicators", description=words.PROGRAM.of(lang))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help=words.CHECK.of(lang), description=words.CHECK.of(lang))
    check.add_argument("path", nargs="?", type=Path, default=DEFAULT, help=words.PATH.of(lang).format(default=DEFAULT))
    check.add_argument("--format", choices=get_args(report.Format), default="text", help=words.FORMAT.of(lang))
    commands.add_parser("schema", help=words.SCHEMA.of(lang), description=words.SCHEMA.of(lang))
    for command in (check,):
        command.add_argument("--lang", choices=LANGS, default=lang, help=words.LANG.of(lang))
    return parser


def _language(given: Sequence[str]) -> Lang:
    """The language that is asked for, else that of the system; known before the parser is, for its own help."""
    for index, word in enumerate(given):
        asked = word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if word == "--lang" and index + 1 < len(given):
            asked = given[index + 1]
        if asked in LANGS:
            return asked
    system = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(key))), "")
    return "zh" if system.startswith("zh") else "en"
