"""``indicators draft``: the text of an article → its figures as an entry to look through, paste or write."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from indicators.cli import kept_data, second_reader, shared
from indicators.cli.shared import NotRunError
from indicators.curate import drafting
from indicators.curate.desk.entries import new_publishers
from indicators.curate.drafting import Reader
from indicators.curate.drafts import DraftArticle, counts, placed, unread
from indicators.curate.entry_checks import FileOfData, KnownFiles
from indicators.curate.insertion import difference
from indicators.curate.judging import CheckedEntry, Judge
from indicators.curate.own_model.merging import RulesDraft
from indicators.curate.rendering import html_text, json_text
from indicators.curate.rendering.yaml_text import ArticleSource
from indicators.loading import loader, seal
from indicators.model.dataset import Dataset
from indicators.phrasing.problems import message, sentence
from indicators.reading import disk
from indicators.values.problems import Problem
from indicators.values.text import Lang
from indicators.values.uncollected import uncollected
from indicators.words import terms
from indicators.words.curate import draft as words
from indicators.words.curate import own_model as model_words

_ITEM: Final = "  - "
FORMATS: Final = ("yaml", "json", "html")


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    parser.add_argument("text", metavar="ARTICLE", type=Path, help=words.TEXT.of(lang))
    parser.add_argument("--published", default="", metavar="DATE", help=words.PUBLISHED_HELP.of(lang))
    parser.add_argument("--publisher", default="", metavar="ID", help=words.PUBLISHER_HELP.of(lang))
    parser.add_argument("--region", default="", metavar="ID", help=words.REGION_HELP.of(lang))
    parser.add_argument("--url", default="", metavar="URL", help=words.URL_HELP.of(lang))
    parser.add_argument("--format", choices=FORMATS, default="yaml", help=words.FORMAT_HELP.of(lang))
    parser.add_argument("--write", action="store_true", help=words.WRITE_HELP.of(lang))
    parser.add_argument("--model", action="store_true", help=model_words.MODEL_HELP.of(lang))
    parser.add_argument("--yes", action="store_true", help=model_words.YES_HELP.of(lang))
    shared.add_data_option(parser, lang)
    shared.add_language_option(parser, lang)


@uncollected()
def run(options: argparse.Namespace) -> int:
    """Print the draft, or with ``--write`` put it into the data file. MISTAKES where the checks stand against that.

    Raises NotRunError where there is no text, or no file to write into, and what ``shared.load_dataset`` raises.
    """
    lang: Lang = options.lang
    model = second_reader.set_up(lang) if options.model else None
    known = None if options.format == "json" and not options.write else _known_files(options.data, lang)
    dataset = known.dataset if known else kept_data.load_objects(options.data, lang)
    published = shared.day(options.published, lang)
    source = ArticleSource(published, _publisher(options.publisher, dataset, lang), options.url)
    region = _region(options.region, dataset, lang)
    text = shared.text_to_read(options.text, drafting.LONGEST, lang)
    reader = Reader(dataset)
    articles = reader.read(text, source.published)
    if model is not None:
        articles = second_reader.consulted(model, RulesDraft(reader, text, source.published, articles), options)
    if region:
        articles = placed(articles, region)
    if known is None:
        print(json_text.to_json(articles, source))
        return shared.FINE
    judge = Judge(dataset, known, source, lang)
    articles = judge.with_better_readings(articles)
    if options.format == "html" and not options.write:
        print(html_text.to_html(text, articles, dataset, lang))
        return shared.FINE
    checked = judge.entry(articles)
    if options.write:
        _not_entered_yet(articles, dataset, lang)
        return _write(checked, judge.known.last, options.data, lang)
    print(_report(articles, checked, lang), end="")
    return shared.FINE


def _publisher(key: str, dataset: Dataset, lang: Lang) -> str:
    known = shared.id_of(new_publishers.as_printed(key), "publisher", dataset, lang) if key else ""
    if known and known not in dataset.publishers:
        entry = new_publishers.to_be_added(key, dataset)
        kinds = terms.LIST.of(lang).join(new_publishers.KINDS)
        raise NotRunError(words.NO_SUCH_PUBLISHER.of(lang).format(id=key, entry=entry, kinds=kinds))
    return known


def _region(key: str, dataset: Dataset, lang: Lang) -> str:
    region = shared.id_of(key, "region", dataset, lang) if key else ""
    if region and region not in dataset.regions:
        raise NotRunError(sentence(Problem("unknown-id", "", facts={"kind": "region", "id": key}), lang))
    return region


def _known_files(path: Path, lang: Lang) -> KnownFiles:
    """The files of a dataset without errors; the last is that with articles, into which a draft would go."""
    kept_data.load(path, lang)
    files: list[FileOfData] = []
    for file in loader.files(path):
        content = disk.read(file)
        if isinstance(content, Problem):
            raise NotRunError(message(content, lang))
        files.append(FileOfData.decoded(str(file), content))
    return KnownFiles(sorted(files, key=lambda file: "\narticles:" in f"\n{file.text}"))


def _report(articles: Sequence[DraftArticle], checked: CheckedEntry, lang: Lang) -> str:
    """The entry as YAML, after what nobody has checked, and before the numbers that are left out, as comments."""
    numbers, figures, left = counts(articles)
    others = [other for article in articles for other in article.not_figures]
    if not numbers:
        return f"# {words.NO_NUMBER.of(lang)}\n"
    lines = [f"# {words.NOT_CHECKED.of(lang)} {words.counted(numbers, figures, left, lang)}"]
    if count := unread(others):
        lines.append(f"# {words.UNREAD.of(lang, count)}")
    if checked.metrics:
        lines.append(f"# {words.NEW_METRICS.of(lang, checked.metrics.count(_ITEM))}")
        lines += [f"# {line}" for line in checked.metrics.splitlines()]
    if checked.left_open:
        lines.append(f"# {words.LEFT_OPEN.of(lang, checked.left_open)}")
    if checked.findings:
        lines.append(f"# {words.PROBLEMS.of(lang, len(checked.findings))}")
        lines += [f"#   {message(problem, lang)}" for problem in checked.findings]
    left_out = [
        f"# {words.LEFT_OUT.of(lang).format(words=other.text, reason=words.REASONS[other.why].of(lang))}"
        for other in others
        if other.why != "date"
    ]
    return "\n".join([*lines, checked.text.rstrip("\n"), *left_out]) + "\n"


def _not_entered_yet(articles: Sequence[DraftArticle], dataset: Dataset, lang: Lang) -> None:
    """Raise NotRunError where an article of the dataset has all figures of a drafted one, word by word."""
    for article in articles:
        drafted = {(figure.text, figure.quote) for figure in article.figures}
        for entered in dataset.articles.values():
            known = {(figure.text.printed if figure.text else "", figure.quote) for figure in entered.figures}
            if drafted and drafted <= known:
                raise NotRunError(words.ENTERED.of(lang).format(count=len(drafted), id=entered.id))


def _write(checked: CheckedEntry, file: FileOfData, data: Path, lang: Lang) -> int:
    """Show the change to a file of the data, and write it if no check has an error against it."""
    if not checked.text:
        raise NotRunError(words.NO_FIGURE.of(lang))
    print(difference(file.text, checked.file, file.name), end="")
    for problem in checked.findings:
        print(f"{problem.severity}: {message(problem, lang)}", file=sys.stderr)
    if checked.left_open:
        print(words.LEFT_OPEN.of(lang, checked.left_open), file=sys.stderr)
    if not checked.passes:
        errors = checked.left_open + sum(problem.severity == "error" for problem in checked.findings)
        print(words.DOES_NOT_PASS.of(lang, errors), file=sys.stderr)
        return shared.MISTAKES
    shared.rewrite(Path(file.name), file.encoded(file.text), file.encoded(checked.file), lang)
    print(words.WRITTEN.of(lang).format(path=file.name), file=sys.stderr)
    if seal.beside(data).exists():
        print(words.SEAL_AGAIN.of(lang).format(path=data), file=sys.stderr)
    return shared.FINE
