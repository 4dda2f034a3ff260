"""The command line: what was written → the command that it calls.

Each command has a room of its own in ``indicators.commands``, which is opened when the command is called: none waits
for what only another needs.

Exit codes: 0 all is fine (warnings are fine, unless asked for strictly), 1 the dataset has errors, or an article does
not say what is quoted of it, 2 the program could not run.
"""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from indicators.values.text import LANGS, Lang, LocalText
from indicators.words import cli as words

DEFAULT: Final = Path("data/indicators.yaml")


class NotRunError(Exception):
    """What was asked for cannot be done; each argument is a reason in words."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (the process's own if None) and return its exit code."""
    return run(called(sys.argv[1:] if arguments is None else arguments))


def called(given: Sequence[str]) -> argparse.Namespace:
    """What was written, understood; the module of the command is imported by then.

    Raises SystemExit where nothing can be made of it, or help was all that was asked for.
    """
    return _parser(_language(given), given).parse_args(given)


def run(options: argparse.Namespace) -> int:
    """Do what is asked for, and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a C locale must not keep a Chinese report back
    try:
        code: int = options.run(options)
    except NotRunError as failure:
        for reason in failure.args:
            print(words.NOT_RUN.of(options.lang).format(reason=reason), file=sys.stderr)
        return 2
    return code


def there(path: Path, lang: Lang) -> Path:
    """The path, if anything is there; raises NotRunError."""
    if not os.path.lexists(path):  # never raises, as path.exists() does for a name that is too long
        raise NotRunError(words.NO_SUCH_PATH.of(lang).format(path=path))
    return path


_COMMANDS: Final[Mapping[tuple[str, ...], tuple[str, LocalText]]] = {
    ("check",): ("check", words.CHECK),
    ("verify",): ("verify", words.VERIFY),
    ("schema",): ("schema", words.SCHEMA),
    ("export", "data"): ("export_data", words.EXPORT_DATA),
    ("export", "charts"): ("export_charts", words.EXPORT_CHARTS),
    ("show",): ("show", words.SHOW),
    ("site",): ("site", words.SITE),
}
"""The words that call a command → its module in ``indicators.commands``, and what it does."""


def _parser(lang: Lang, given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="indicators", description=words.PROGRAM.of(lang))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    groups: dict[tuple[str, ...], Any] = {(): commands}
    first = tuple(word for word in given if not word.startswith("-"))
    for name, (module, told) in _COMMANDS.items():
        group = name[:-1]
        if group not in groups:
            exports = commands.add_parser("export", help=words.EXPORT.of(lang), description=words.EXPORT.of(lang))
            groups[group] = exports.add_subparsers(dest="what", required=True, metavar="WHAT")
        command = groups[group].add_parser(name[-1], help=told.of(lang))
        if first[: len(name)] == name:
            _configure(command, module, lang)
    return parser


def _configure(parser: argparse.ArgumentParser, module: str, lang: Lang) -> None:
    """Let a command describe itself."""
    command = import_module(f"indicators.cli.commands.{module}")
    command.configure(parser, lang)
    parser.set_defaults(run=command.run)


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
