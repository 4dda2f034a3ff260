"""The command line: ``indicators check``, ``verify`` and ``schema``; ``show``, ``export`` and ``site`` have rooms of
their own in ``indicators.commands``, which are opened when they are asked for: they bring pandas along.

Exit codes: 0 all is fine (warnings are fine, unless asked for strictly), 1 the dataset has errors, or an article does
not say what is quoted of it, 2 the program could not run.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final, get_args

from indicators import report, schema, texts
from indicators.loader import Loaded, load
from indicators.model import Article, Dataset
from indicators.problems import Problem
from indicators.progress import Bar
from indicators.text import LANGS, Lang, LocalText, nearest
from indicators.verify import Headlines, Page, Verification, find
from indicators.words import cli as words
from indicators.words import images as image_words
from indicators.words import show as show_words
from indicators.words import site as site_words
from indicators.words import tables as table_words
from indicators.words import terms
from indicators.words import verify as verify_words

DEFAULT: Final = Path("data/indicators.yaml")


class _NotRunError(Exception):
    """What was asked for cannot be done; each argument is a reason in words."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (the process's own if None) and return its exit code."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    options = _parser(_language(given), given).parse_args(given)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a C locale must not keep a Chinese report back
    if "run" in options:
        code: int = options.run(options)
        return code
    try:
        if options.command == "schema":
            print(schema.render(), end="")
            return 0
        return _check(options) if options.command == "check" else _verify(options)
    except _NotRunError as failure:
        for reason in failure.args:
            print(words.NOT_RUN.of(options.lang).format(reason=reason), file=sys.stderr)
        return 2


def _there(path: Path, lang: Lang) -> Path:
    if not os.path.lexists(path):  # never raises, as path.exists() does for a name that is too long
        raise _NotRunError(words.NO_SUCH_PATH.of(lang).format(path=path))
    return path


LONG: Final = 2**20
"""Bytes: to read more takes long enough to tell how far it is."""


# --- check -----------------------------------------------------------------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    bar = Bar(counted=False, least=LONG)
    loaded = load(_there(options.path, options.lang), told=bar)
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


# --- verify ----------------------------------------------------------------------------------------------------------


def _verify(options: argparse.Namespace) -> int:
    dataset = load(_there(options.data, options.lang)).dataset
    if dataset is None:
        raise _NotRunError(verify_words.HAS_ERRORS.of(options.lang).format(path=options.data))
    named = _named(options.articles, dataset, options)
    verifications = list(_verifications(named, dataset, options))
    print(report.verified(verifications, options.format, options.lang, found=options.all))
    said_otherwise = {"changed", "missing"}
    return 1 if any(finding.status in said_otherwise for one in verifications for finding in one.findings) else 0


def _named(ids: Sequence[str], dataset: Dataset, options: argparse.Namespace) -> list[Article]:
    """The articles that are asked for, each once."""
    unknown = [key for key in ids if key not in dataset.articles]
    if not unknown:
        return [dataset.articles[key] for key in dict.fromkeys(ids)]
    reasons = []
    for key in unknown:
        reason = verify_words.NO_SUCH_ARTICLE.of(options.lang).format(path=options.data, id=key)
        suggestion = nearest(key, dataset.articles)
        reasons.append(
            reason + (words.DID_YOU_MEAN.of(options.lang).format(suggestion=suggestion) if suggestion else "")
        )
    raise _NotRunError(*reasons)


def _verifications(named: Sequence[Article], dataset: Dataset, options: argparse.Namespace) -> Iterator[Verification]:
    headlines = Headlines(dataset.articles.values())
    where = texts.beside(options.data) if options.text is None else _there(options.text, options.lang)
    if options.text is None or where.is_dir():
        for article, path, text in _from_folder(where, named, dataset, options.lang):
            yield Verification(article, str(path), text, find(article, Page(text, headlines)))
        return
    (text,) = _read([where], options.lang)
    page = Page(text, headlines)
    chosen = named or [article for article in dataset.articles.values() if page.holds(article)]
    if not chosen:
        raise _NotRunError(verify_words.NO_HEADLINE.of(options.lang).format(path=where))
    for article in chosen:
        yield Verification(article, str(where), text, find(article, page))


def _from_folder(
    folder: Path, named: Sequence[Article], dataset: Dataset, lang: Lang
) -> Iterator[tuple[Article, Path, str]]:
    """The articles of which a folder has the texts, or those that are named, which it must have."""
    if named:
        paths = [texts.file_of(folder, article.id) for article in named]
        yield from zip(named, paths, _read(paths, lang), strict=True)
        return
    held, problems = texts.held(folder, dataset.articles)
    unread = [problem for problem in problems if problem.code != "text-of-nobody"]
    if unread:
        raise _NotRunError(*(_told(problem, lang) for problem in unread))
    if problems:
        print(report.render(problems, "text", lang), file=sys.stderr)
    if not held:
        raise _NotRunError(verify_words.NO_TEXTS.of(lang).format(path=folder))
    for key, text in held.items():
        yield dataset.articles[key], texts.file_of(folder, key), text


def _read(paths: Sequence[Path], lang: Lang) -> list[str]:
    """The texts in files, all of which must be there."""
    read = [texts.read(path) for path in paths]
    if reasons := [_told(one, lang) for one in read if isinstance(one, Problem)]:
        raise _NotRunError(*reasons)
    return [one for one in read if isinstance(one, str)]


def _told(problem: Problem, lang: Lang) -> str:
    return f"{report.place(problem)}: {report.sentence(problem, lang)}"


# --- arguments -------------------------------------------------------------------------------------------------------


_LATER: Final[Mapping[tuple[str, ...], tuple[str, LocalText]]] = {
    ("show",): ("show", show_words.SHOW),
    ("export", "data"): ("export_data", table_words.EXPORT_DATA),
    ("export", "charts"): ("export_charts", image_words.EXPORT_CHARTS),
    ("site",): ("site", site_words.COMMAND),
}
"""Commands of ``indicators.commands``: the words that call them → the module, and what it does."""


def _parser(lang: Lang, given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="indicators", description=words.PROGRAM.of(lang))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help=words.CHECK.of(lang), description=words.CHECK.of(lang))
    data_help = words.PATH.of(lang).format(default=DEFAULT)
    check.add_argument("path", nargs="?", type=Path, default=DEFAULT, help=data_help)
    check.add_argument("--format", choices=get_args(report.Format), default="text", help=words.FORMAT.of(lang))
    check.add_argument("--strict", action="store_true", help=words.STRICT.of(lang))
    verify = commands.add_parser("verify", help=verify_words.VERIFY.of(lang), description=verify_words.VERIFY.of(lang))
    verify.add_argument("articles", nargs="*", metavar="ARTICLE", help=verify_words.ARTICLE.of(lang))
    verify.add_argument("--text", type=Path, metavar="PATH", help=verify_words.TEXT.of(lang))
    verify.add_argument("--data", type=Path, default=DEFAULT, metavar="PATH", help=data_help)
    verify.add_argument("--all", action="store_true", help=verify_words.ALL.of(lang))
    verify.add_argument("--format", choices=get_args(report.VerifyFormat), default="text", help=words.FORMAT.of(lang))
    commands.add_parser("schema", help=words.SCHEMA.of(lang), description=words.SCHEMA.of(lang))
    for command in (check, verify):
        command.add_argument("--lang", choices=LANGS, default=lang, help=words.LANG.of(lang))
    export = commands.add_parser("export", help=words.EXPORT.of(lang), description=words.EXPORT.of(lang))
    exports = export.add_subparsers(dest="what", required=True, metavar="WHAT")
    for called, (module, told) in _LATER.items():
        group = exports if called[0] == "export" else commands
        _later(group.add_parser(called[-1], help=told.of(lang)), called, module, given, lang)
    return parser


def _later(
    parser: argparse.ArgumentParser, called: tuple[str, ...], module: str, given: Sequence[str], lang: Lang
) -> None:
    """Let a command describe itself, if it is the one that is called."""
    if tuple(given[: len(called)]) == called:
        command = import_module(f"indicators.commands.{module}")
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
