"""``indicators verify``: quotes of articles → where they stand in the articles' own texts.

Exit codes: 0 all were found, 1 an article does not say what is quoted of it, 2 the program could not run.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from indicators.analysis.quotes import Headlines, Page, Verification, find
from indicators.cli import verification_report as findings
from indicators.cli.main import DEFAULT, NotRunError, there
from indicators.loading.loader import load
from indicators.model.dataset import Dataset
from indicators.model.entries import Article
from indicators.phrasing import problems as report
from indicators.reading import article_texts as texts
from indicators.values.problems import Problem
from indicators.values.text import LANGS, Lang, nearest
from indicators.words import cli as cli_words
from indicators.words import verify as words


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    parser.description = cli_words.VERIFY.of(lang)
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help=words.ARTICLE.of(lang))
    parser.add_argument("--text", type=Path, metavar="PATH", help=words.TEXT.of(lang))
    data_help = cli_words.PATH.of(lang).format(default=DEFAULT)
    parser.add_argument("--data", type=Path, default=DEFAULT, metavar="PATH", help=data_help)
    parser.add_argument("--all", action="store_true", help=words.ALL.of(lang))
    parser.add_argument("--format", choices=get_args(findings.Format), default="text", help=cli_words.FORMAT.of(lang))
    parser.add_argument("--lang", choices=LANGS, default=lang, help=cli_words.LANG.of(lang))


def run(options: argparse.Namespace) -> int:
    """Look for the quotes that are asked for; the exit code. Raises NotRunError where nothing can be looked for."""
    dataset = load(there(options.data, options.lang)).dataset
    if dataset is None:
        raise NotRunError(words.HAS_ERRORS.of(options.lang).format(path=options.data))
    named = _named(options.articles, dataset, options)
    verifications = list(_verifications(named, dataset, options))
    print(findings.render(verifications, options.format, options.lang, found=options.all))
    said_otherwise = {"changed", "missing"}
    return 1 if any(finding.status in said_otherwise for one in verifications for finding in one.findings) else 0


def _named(ids: Sequence[str], dataset: Dataset, options: argparse.Namespace) -> list[Article]:
    """The articles that are asked for, each once."""
    unknown = [key for key in ids if key not in dataset.articles]
    if not unknown:
        return [dataset.articles[key] for key in dict.fromkeys(ids)]
    reasons = []
    for key in unknown:
        reason = words.NO_SUCH_ARTICLE.of(options.lang).format(path=options.data, id=key)
        suggestion = nearest(key, dataset.articles)
        reasons.append(
            reason + (cli_words.DID_YOU_MEAN.of(options.lang).format(suggestion=suggestion) if suggestion else "")
        )
    raise NotRunError(*reasons)


def _verifications(named: Sequence[Article], dataset: Dataset, options: argparse.Namespace) -> Iterator[Verification]:
    headlines = Headlines(dataset.articles.values())
    where = texts.beside(options.data) if options.text is None else there(options.text, options.lang)
    if options.text is None or where.is_dir():
        for article, path, text in _from_folder(where, named, dataset, options.lang):
            yield Verification(article, str(path), text, find(article, Page(text, headlines)))
        return
    (text,) = _read([where], options.lang)
    page = Page(text, headlines)
    chosen = named or [article for article in dataset.articles.values() if page.holds(article)]
    if not chosen:
        raise NotRunError(words.NO_HEADLINE.of(options.lang).format(path=where))
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
        raise NotRunError(*(_told(problem, lang) for problem in unread))
    if problems:
        print(report.render(problems, "text", lang), file=sys.stderr)
    if not held:
        raise NotRunError(words.NO_TEXTS.of(lang).format(path=folder))
    for key, text in held.items():
        yield dataset.articles[key], texts.file_of(folder, key), text


def _read(paths: Sequence[Path], lang: Lang) -> list[str]:
    """The texts in files, all of which must be there."""
    read = [texts.read(path) for path in paths]
    if reasons := [_told(one, lang) for one in read if isinstance(one, Problem)]:
        raise NotRunError(*reasons)
    return [one for one in read if isinstance(one, str)]


def _told(problem: Problem, lang: Lang) -> str:
    return f"{report.place(problem)}: {report.sentence(problem, lang)}"
