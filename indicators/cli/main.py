"""Arguments of the command line → the command that they name → an exit code.

The module of a command is imported only when the command is called, so that ``check`` starts without pandas.
"""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Final

from indicators.cli import shared
from indicators.values.text import LANGS, Lang, LocalText, one_line
from indicators.words.cli import main as words
from indicators.words.cli import sealing

_COMMANDS: Final[Mapping[tuple[str, ...], tuple[str, LocalText]]] = {
    ("check",): ("indicators.cli.commands.check", words.CHECK),
    ("verify",): ("indicators.cli.commands.verify", words.VERIFY),
    ("draft",): ("indicators.cli.commands.draft", words.DRAFT),
    ("claim",): ("indicators.cli.commands.claim", words.CLAIM),
    ("diff",): ("indicators.cli.commands.diff", words.DIFF),
    ("seal",): ("indicators.cli.commands.seal", sealing.SEAL),
    ("schema",): ("indicators.cli.commands.schema", words.SCHEMA),
    ("export", "data"): ("indicators.cli.commands.export_data", words.EXPORT_DATA),
    ("export", "charts"): ("indicators.cli.commands.export_charts", words.EXPORT_CHARTS),
    ("show",): ("indicators.cli.commands.show", words.SHOW),
    ("site",): ("indicators.cli.commands.site", words.SITE),
    ("serve",): ("indicators.cli.commands.serve", words.SERVE),
    ("publish", "site"): ("indicators.cli.commands.publish_site", words.PUBLISH_SITE),
    ("publish", "pages"): ("indicators.cli.commands.publish_pages", words.PUBLISH_PAGES),
    ("publish", "container"): ("indicators.cli.commands.publish_container", words.PUBLISH_CONTAINER),
    ("publish", "check"): ("indicators.cli.commands.publish_check", words.PUBLISH_CHECK),
    ("sbom",): ("indicators.cli.commands.sbom", words.SBOM),
}
"""The words that name a command → the module that runs it, and what it does.

Each module has ``configure(parser, lang)``, which adds its arguments, and ``run(options)``, which returns an exit code.
"""

_GROUPS: Final[Mapping[str, LocalText]] = {"export": words.EXPORT, "publish": words.PUBLISH}
"""The first word of the commands that have two → what they do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (those of the process if None) and return its exit code."""
    return run(parse(sys.argv[1:] if arguments is None else arguments))


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of the command that the arguments name, whose module is imported by then.

    Raises SystemExit where the arguments are wrong, or ask for help.
    """
    return _parser(_language(arguments), arguments).parse_args(arguments)


def run(options: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a C locale must still print a Chinese report
    try:
        code: int = options.run(options)
    except shared.NotRunError as failure:
        for reason in failure.args:
            _complain(words.NOT_RUN.of(options.lang).format(reason=reason))
        return shared.NOT_RUN
    except shared.DataErrorsError as failure:
        _complain(str(failure))
        return shared.MISTAKES
    return code


def _complain(sentence: str) -> None:
    print(one_line(sentence), file=sys.stderr)


def _parser(lang: Lang, arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="indicators", description=words.PROGRAM.of(lang))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    groups: dict[tuple[str, ...], Any] = {(): commands}
    called = tuple(word for word in arguments if not word.startswith("-"))
    for name, (module, purpose) in _COMMANDS.items():
        group = name[:-1]
        if group not in groups:
            purpose_of_group = _GROUPS[name[0]].of(lang)
            parser_of_group = commands.add_parser(name[0], help=purpose_of_group, description=purpose_of_group)
            groups[group] = parser_of_group.add_subparsers(dest="what", required=True, metavar="WHAT")
        command = groups[group].add_parser(name[-1], help=purpose.of(lang), description=purpose.of(lang))
        if called[: len(name)] == name:
            _configure(command, module, lang)
    return parser


def _configure(parser: argparse.ArgumentParser, module: str, lang: Lang) -> None:
    command = import_module(module)
    command.configure(parser, lang)
    parser.set_defaults(run=command.run)


def _language(arguments: Sequence[str]) -> Lang:
    """The language of ``--lang``, else that of the system; needed before parsing, for the help texts."""
    for index, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in LANGS:
            return value
    locales = map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))
    system = next(filter(None, locales), "")
    return "zh" if system.startswith("zh") else "en"
