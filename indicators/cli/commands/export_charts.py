"""``indicators export charts``: the charts of a dataset → a file each, as images, web pages or tables."""

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlencode, urlsplit

from indicators import study
from indicators.charts import catalogue
from indicators.charts.catalogue import Chart, ChartContext
from indicators.charts.plots.theme import THEMES
from indicators.cli.main import DEFAULT
from indicators.cli.progress import Bar
from indicators.export import atomic as files
from indicators.export import chart_files as images
from indicators.export import renderer
from indicators.frames import panels
from indicators.loading.loader import load
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.reading import boundaries
from indicators.study import Study
from indicators.values.text import LANGS, Lang
from indicators.view import SHOWS, View, day, ids, parse
from indicators.words import cli as cli_words
from indicators.words import images as words
from indicators.words import tables as table_words
from indicators.words import terms

RENDERED: Final[Mapping[str, renderer.Format]] = {"png": "png", "svg": "svg", "pdf": "pdf"}
FORMATS: Final = (*RENDERED, "html", "csv")
_FILTERS: Final = ("region", "sector", "period", "nature", "publisher")


class _NotRunError(Exception):
    """What was asked for cannot be done; each argument is a reason in words."""


@dataclass(frozen=True)
class _Plan:
    """One chart that is to be written, and the query of the link to it."""

    chart: Chart
    query: str


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Give the parser the arguments of the command, with help in a language."""
    add = parser.add_argument
    parser.description = cli_words.EXPORT_CHARTS.of(lang)
    dataset_help = table_words.EXPORT_DATASET.of(lang).format(default=DEFAULT)
    add("--data", type=Path, default=DEFAULT, metavar="PATH", help=dataset_help)
    add("--view", action="append", default=[], metavar="LINK", help=words.EXPORT_VIEW.of(lang))
    add("--metric", default="", metavar="ID", help=words.EXPORT_METRIC.of(lang))
    add("--show", action="append", choices=SHOWS, default=[], help=words.EXPORT_SHOW.of(lang))
    formats_help = words.EXPORT_FORMATS.of(lang).format(formats=",".join(FORMATS))
    add("--format", default="html", metavar="FORMATS", help=formats_help)
    add(
        "--out",
        type=Path,
        default=Path("charts"),
        metavar="DIR",
        help=words.EXPORT_TO.of(lang).format(default="charts"),
    )
    add("--theme", choices=sorted(THEMES), default="light", help=words.EXPORT_THEME.of(lang))
    add("--base", default="", metavar="URL", help=words.EXPORT_BASE.of(lang))
    add("--lang", choices=LANGS, default=lang, help=table_words.EXPORT_LANG.of(lang))


def run(options: argparse.Namespace) -> int:
    """Write the charts: 0 all that was asked for is written, 1 the dataset has errors, 2 it could not be done.

    The paths of the files go to the standard output, all else to the standard error.
    """
    lang: Lang = options.lang
    try:
        formats = _formats(options.format, lang)
        dataset = _dataset(options.data, lang)
        if dataset is None:
            return 1
        plans = list(_plans(dataset, options))
        if not plans:
            raise _NotRunError(words.NO_CHART.of(lang))
        _write(plans, formats, Names(dataset, lang), options)
    except _NotRunError as failure:
        for reason in failure.args:
            print(cli_words.NOT_RUN.of(lang).format(reason=reason), file=sys.stderr)
        return 2
    return 0


# --- what is asked for -----------------------------------------------------------------------------------------------


def _formats(asked: str, lang: Lang) -> list[str]:
    """The formats, each once; what they need beyond Python is said before anything is drawn, but for fonts."""
    formats = list(dict.fromkeys(filter(None, map(str.strip, asked.split(",")))))
    if unknown := [word for word in formats if word not in FORMATS]:
        said = table_words.NO_SUCH_FORMAT.of(lang)
        raise _NotRunError(*(said.format(format=word, formats=", ".join(FORMATS)) for word in unknown))
    if not RENDERED.keys().isdisjoint(formats) and (lacking := renderer.missing(chinese=lang == "zh")):
        raise _NotRunError(*(words.MISSING[one].of(lang) for one in lacking))
    return formats or ["html"]


def _dataset(path: Path, lang: Lang) -> Dataset | None:
    if not os.path.lexists(path):
        raise _NotRunError(cli_words.NO_SUCH_PATH.of(lang).format(path=path))
    loaded = load(path)
    if loaded.dataset is None:
        count = sum(problem.severity == "error" for problem in loaded.problems)
        print(table_words.HAS_ERRORS.of(lang).format(path=path, errors=terms.ERRORS.of(lang, count)), file=sys.stderr)
    return loaded.dataset


def _plans(dataset: Dataset, options: argparse.Namespace) -> Iterator[_Plan]:
    """The charts of each view; of the metric, or of the whole dataset, where there is none."""
    outlines, _ = boundaries.read(boundaries.beside(options.data))
    views = [_view(link, dataset, options.lang) for link in options.view]
    if options.metric or options.show:
        views += [_view(_query(options.metric, show), dataset, options.lang) for show in options.show or [""]]
    for view in views or _standard(dataset):
        when = day(view.day)
        shown = study.of(dataset, when)
        context = ChartContext(shown, Names(shown.dataset, options.lang), THEMES[options.theme], outlines)
        yield from _of_view(view, shown, context)


def _query(metric: str, show: str) -> str:
    return urlencode({key: value for key, value in (("page", "explore"), ("metric", metric), ("show", show)) if value})


def _standard(dataset: Dataset) -> list[View]:
    """The overview, and every metric that has figures."""
    used = {figure.metric for figure in dataset.figures.values()}
    return [View(), *(View(page="explore", metric=key) for key in dataset.metrics if key in used)]


def _view(link: str, dataset: Dataset, lang: Lang) -> View:
    """What a link or its query asks for; raises _NotRunError for what is not in the dataset."""
    query = urlsplit(link).query or link.partition("#")[0].lstrip("?")
    asked = parse_qs(query, keep_blank_values=True)
    spans = {figure.period.text for figure in dataset.figures.values()}
    view, unknown = parse(asked, ids(dataset, spans))
    if unknown or ("=" not in query and "://" not in link):
        listed = ", ".join(f"{key}={value}" for key, value in unknown) or link
        raise _NotRunError(words.UNKNOWN_VIEW.of(lang).format(names=listed))
    return view


def _of_view(view: View, shown: Study, context: ChartContext) -> Iterator[_Plan]:
    """The charts that the dashboard draws at a link."""
    frame = shown.frame
    if view.metric or view.show or view.page == "explore":
        metric = view.metric or panels.most_reported(frame)
        rows = frame[frame["metric"] == metric]
        for column in _FILTERS:
            if wanted := getattr(view, column):
                rows = rows[rows[column].isin(wanted)]
        found = {} if rows.empty else catalogue.of_a_metric(rows, context)
        for name, chart in found.items():
            if view.show in {"", name}:
                chosen = {column: list(getattr(view, column)) for column in _FILTERS}
                facts = {"page": "explore", "metric": metric, "show": name, **chosen, "day": view.day}
                query = urlencode({key: value for key, value in facts.items() if value}, doseq=True)
                yield _Plan(chart, query)
        return
    query = urlencode({"day": view.day}) if view.day else ""
    yield from (_Plan(chart, query) for chart in catalogue.of_everything(frame, context) if len(frame))
    if len(frame):
        yield _Plan(catalogue.coverage(frame, context), query)


# --- writing ---------------------------------------------------------------------------------------------------------


def _write(plans: Sequence[_Plan], formats: Sequence[str], names: Names, options: argparse.Namespace) -> None:
    lang: Lang = options.lang
    taken: set[str] = set()
    bar, done, every = Bar(), 0, len(plans) * len(formats)
    for plan in plans:
        link = f"{options.base}?{plan.query}" if plan.query else options.base
        stem = _free(images.file_name(plan.chart.name, names, link), taken)
        for name in formats:
            bar(done, every)
            path = options.out / f"{stem}.{name}"
            try:
                files.write(path, _content(plan.chart, name, names, link))
            except OSError as error:
                detail = error.strerror or type(error).__name__
                raise _NotRunError(table_words.NOT_WRITTEN.of(lang).format(path=path, detail=detail)) from error
            done += 1
            bar.clear()
            print(path)
    bar(every, every)


def _free(stem: str, taken: set[str]) -> str:
    """The name, or with a number behind it where another chart has it."""
    number, free = 1, stem
    while free in taken:
        number += 1
        free = f"{stem}-{number}"
    taken.add(free)
    return free


def _content(chart: Chart, name: str, names: Names, link: str) -> bytes:
    if name == "csv":
        return images.csv(chart, names)
    if name == "html":
        return images.html(chart, names, link)
    try:
        return images.rendered(chart, names, link, RENDERED[name])
    except renderer.UnavailableError as lacking:
        raise _NotRunError(*(words.MISSING[one].of(names.lang) for one in lacking.missing)) from lacking
    except renderer.FailedError as failure:
        raise _NotRunError(words.FAILED.of(names.lang).format(reason=failure)) from failure
