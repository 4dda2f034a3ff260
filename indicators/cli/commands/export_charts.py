"""``indicators export charts``: the charts of a dataset → a file each, as images, web pages or tables."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, urlencode, urlsplit

from indicators import study
from indicators.charts import catalogue
from indicators.charts.catalogue import Chart, ChartContext
from indicators.charts.plots.theme import THEMES
from indicators.cli import shared
from indicators.cli.progress import ProgressBar
from indicators.cli.shared import NotRunError
from indicators.export import chart_frame, edition, renderer
from indicators.export.edition import Edition
from indicators.export.formats import CHART_FORMATS, ChartFormatName
from indicators.frames import panels
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.reading import boundaries, disk
from indicators.study import Study
from indicators.values.text import Lang
from indicators.view import FILTERS, SHOWS, View, day, ids, parse, with_present_ids
from indicators.words.export import chart_files as words

DEFAULT_FOLDER: Final = Path("charts")


@dataclass(frozen=True)
class _Plan:
    """A chart to write, the query of the link to it, and the data that it is drawn of."""

    chart: Chart
    query: str
    edition: Edition


def configure(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Add the arguments of the command to its parser, with help in that language."""
    add = parser.add_argument
    shared.add_data_option(parser, lang)
    add("--view", action="append", default=[], metavar="LINK", help=words.EXPORT_VIEW.of(lang))
    add("--metric", default="", metavar="ID", help=words.EXPORT_METRIC.of(lang))
    add("--show", action="append", choices=SHOWS, default=[], help=words.EXPORT_SHOW.of(lang))
    formats_help = words.EXPORT_FORMATS.of(lang).format(formats=",".join(CHART_FORMATS))
    add("--format", default="html", metavar="FORMATS", help=formats_help)
    folder_help = words.EXPORT_TO.of(lang).format(default=DEFAULT_FOLDER)
    add("--out", type=Path, default=DEFAULT_FOLDER, metavar="DIR", help=folder_help)
    add("--theme", choices=sorted(THEMES), default="light", help=words.EXPORT_THEME.of(lang))
    add("--base", default="", metavar="URL", help=words.EXPORT_BASE.of(lang))
    shared.add_language_option(parser, lang)


def run(options: argparse.Namespace) -> int:
    """Write the charts. The paths of the files go to the standard output, all else to the standard error.

    Raises NotRunError for an unknown format, base or view, where no chart can be drawn, and for a file that cannot be
    written, and what ``shared.load_dataset`` raises.
    """
    lang: Lang = options.lang
    formats = _formats(options.format, lang)
    options.base = shared.base_address(options.base, lang)
    dataset, loaded = shared.load_dataset(options.data, lang)
    plans = list(_plans(dataset, loaded.digest, options))
    if not plans:
        raise NotRunError(words.NO_CHART.of(lang))
    _write(plans, formats, options)
    return shared.FINE


# --- what is asked for -----------------------------------------------------------------------------------------------


def _formats(listed: str, lang: Lang) -> list[ChartFormatName]:
    """The formats; a missing browser or library is reported before anything is drawn."""
    names = shared.listed_formats(listed, tuple(CHART_FORMATS), "html", lang)
    if any(CHART_FORMATS[name].drawn for name in names) and (missing := renderer.missing(chinese=lang == "zh")):
        raise NotRunError(*(words.MISSING[part].of(lang) for part in missing))
    return names


def _plans(dataset: Dataset, digest: str, options: argparse.Namespace) -> Iterator[_Plan]:
    """The charts of each view; without one, of the metric; without either, of the whole dataset."""
    outlines = boundaries.read(boundaries.beside(options.data)).outlines
    views = [_view(link, dataset, options.lang) for link in options.view]
    if options.metric or options.show:
        views += [_view(_query(options.metric, show), dataset, options.lang) for show in options.show or [""]]
    for view in views or _standard(dataset):
        known = study.of(dataset, day(view.day))
        content = edition.of(known, digest, known_on=day(view.day))
        context = ChartContext(known, Names(known.dataset, options.lang), THEMES[options.theme], outlines)
        yield from (_Plan(chart, query, content) for chart, query in _of_view(view, known, context))


def _query(metric: str, show: str) -> str:
    return urlencode({key: value for key, value in (("page", "explore"), ("metric", metric), ("show", show)) if value})


def _standard(dataset: Dataset) -> list[View]:
    """The overview, and every metric that has figures."""
    used = {figure.metric for figure in dataset.figures.values()}
    return [View(), *(View(page="explore", metric=key) for key in dataset.metrics if key in used)]


def _view(link: str, dataset: Dataset, lang: Lang) -> View:
    """What a link or its query asks for; raises NotRunError for what is not in the dataset."""
    query = urlsplit(link).query or link.partition("#")[0].lstrip("?")
    periods = {figure.period.text for figure in dataset.figures.values()}
    asked, _ = with_present_ids(parse_qs(query, keep_blank_values=True), dataset.renamed)
    view, unknown = parse(asked, ids(dataset, periods))
    if unknown or ("=" not in query and "://" not in link):
        listed = ", ".join(f"{key}={value}" for key, value in unknown) or link
        raise NotRunError(words.UNKNOWN_VIEW.of(lang).format(names=listed))
    return view


def _of_view(view: View, known: Study, context: ChartContext) -> Iterator[tuple[Chart, str]]:
    """The charts that the dashboard draws at a link, each with the query of the link to it."""
    if view.metric or view.show or view.page == "explore":
        yield from _of_metric(view, known, context)
    else:
        query = urlencode({"day": view.day}) if view.day else ""
        yield from ((chart, query) for chart in catalogue.of_everything(known.frame, context).values())


def _of_metric(view: View, known: Study, context: ChartContext) -> Iterator[tuple[Chart, str]]:
    frame, metric = known.frame, view.metric or panels.most_reported(known.frame)
    rows = frame.iloc[panels.in_view(frame, replace(view, metric=metric))]
    filters = {column: list(getattr(view, column)) for column in FILTERS}
    for name, chart in catalogue.of_a_metric(rows, context).items():
        if view.show in {"", name}:
            choices = {"page": "explore", "metric": metric, "show": name, **filters, "day": view.day}
            yield chart, urlencode({key: value for key, value in choices.items() if value}, doseq=True)


# --- writing ---------------------------------------------------------------------------------------------------------


def _write(plans: Sequence[_Plan], formats: Sequence[ChartFormatName], options: argparse.Namespace) -> None:
    taken: set[str] = set()
    bar, done, total = ProgressBar(), 0, len(plans) * len(formats)
    for plan in plans:
        names = Names(plan.edition.dataset, options.lang)
        link = f"{options.base}?{plan.query}" if plan.query else options.base
        stem = _free(chart_frame.file_name(plan.chart.name, names, link), taken)
        for name in formats:
            bar(done, total)
            path = options.out / f"{stem}.{name}"
            content = _content(plan, name, names, link)
            with shared.writing(path, names.lang):
                disk.write(path, content)
            done += 1
            bar.clear()
            print(path)
    bar(total, total)


def _free(stem: str, taken: set[str]) -> str:
    """The name, or with a number behind it where another chart has it."""
    number, free = 1, stem
    while free in taken:
        number += 1
        free = f"{stem}-{number}"
    taken.add(free)
    return free


def _content(plan: _Plan, name: ChartFormatName, names: Names, link: str) -> bytes:
    try:
        return CHART_FORMATS[name].write(plan.chart, plan.edition, names, link)
    except renderer.UnavailableError as error:
        raise NotRunError(*(words.MISSING[part].of(names.lang) for part in error.missing)) from error
    except renderer.FailedError as error:
        raise NotRunError(words.FAILED.of(names.lang).format(reason=error)) from error
