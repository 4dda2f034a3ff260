"""``indicators verify``: the quotes of articles → where each stands in the text of its article."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from indicators.analysis.quotes import Headlines, PrintedPage, Verification, find
from indicators.cli import reports, shared, verification_report
from indicators.cli.shared import NotRunError
from indicators.model.articles import Article
from indicators.model.dataset import Dataset
from indicators.phrasing.problems import did_you_mean, place, sentence
from indicators.reading import article_texts
from indicators.values.problems import Problem
from indicators.values.text import Lang, nearest
from indicators.words.cli import main as cli_words
from indicators.words.cli import verify as words


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help=words.ARTICLE.of(lang))
    parser.add_argument("--text", type=Path, metavar="PATH", help=words.TEXT.of(lang))
    shared.add_data_option(parser, lang)
    parser.add_argument("--all", action="store_true", help=words.ALL.of(lang))
    formats = get_args(verification_report.VerificationFormat)
    parser.add_argument("--format", choices=formats, default="text", help=cli_words.FORMAT.of(lang))
    shared.add_language_option(parser, lang)


def run(options: argparse.Namespace) -> int:
    """Print where the quotes stand. MISTAKES where an article does not say what is quoted of it.

    Raises NotRunError where there is no text to look in, and what ``shared.load_dataset`` raises.
    """
    dataset, _ = shared.load_dataset(options.data, options.lang)
    named = _named(options.articles, dataset, options)
    verifications = list(_verifications(named, dataset, options))
    print(verification_report.render(verifications, options.format, options.lang, with_found=options.all))
    statuses = {finding.status for verification in verifications for finding in verification.findings}
    return shared.MISTAKES if statuses & {"changed", "missing"} else shared.FINE


def _named(ids: Sequence[str], dataset: Dataset, options: argparse.Namespace) -> list[Article]:
    """The articles that are asked for, by present or former ids, each once."""
    ids = [dataset.renamed["article"].get(key, key) for key in ids]
    unknown = [key for key in ids if key not in dataset.articles]
    if not unknown:
        return [dataset.articles[key] for key in dict.fromkeys(ids)]
    reasons = []
    for key in unknown:
        reason = words.NO_SUCH_ARTICLE.of(options.lang).format(path=options.data, id=key)
        reasons.append(reason + did_you_mean(nearest(key, dataset.articles), options.lang))
    raise NotRunError(*reasons)


def _verifications(named: Sequence[Article], dataset: Dataset, options: argparse.Namespace) -> Iterator[Verification]:
    headlines = Headlines(dataset.articles.values())
    asked: Path | None = options.text
    source = article_texts.beside(options.data) if asked is None else shared.existing(asked, options.lang)
    if asked is None or source.is_dir():
        for article, path, text in _from_folder(source, named, dataset, options.lang):
            yield Verification(article, str(path), text, find(article, PrintedPage(text, headlines)))
        return
    (text,) = _read([source], options.lang)
    page = PrintedPage(text, headlines)
    chosen = named or [article for article in dataset.articles.values() if page.holds(article)]
    if not chosen:
        raise NotRunError(words.NO_HEADLINE.of(options.lang).format(path=source))
    for article in chosen:
        yield Verification(article, str(source), text, find(article, page))


def _from_folder(
    folder: Path, named: Sequence[Article], dataset: Dataset, lang: Lang
) -> Iterator[tuple[Article, Path, str]]:
    """The named articles, whose texts the folder must have, or all of which it has one."""
    if named:
        paths = [article_texts.file_of(folder, article.id) for article in named]
        yield from zip(named, paths, _read(paths, lang), strict=True)
        return
    texts, problems = article_texts.held(folder, dataset.articles)
    unread = [problem for problem in problems if problem.code != "text-of-nobody"]
    if unread:
        raise NotRunError(*(_reason(problem, lang) for problem in unread))
    if problems:
        print(reports.render(problems, "text", lang), file=sys.stderr)
    if not texts:
        raise NotRunError(words.NO_TEXTS.of(lang).format(path=folder))
    for key, text in texts.items():
        yield dataset.articles[key], article_texts.file_of(folder, key), text


def _read(paths: Sequence[Path], lang: Lang) -> list[str]:
    """The texts in files, all of which must be there."""
    texts = [article_texts.read(path) for path in paths]
    if reasons := [_reason(text, lang) for text in texts if isinstance(text, Problem)]:
        raise NotRunError(*reasons)
    return [text for text in texts if isinstance(text, str)]


def _reason(problem: Problem, lang: Lang) -> str:
    return f"{place(problem)}: {sentence(problem, lang)}"
