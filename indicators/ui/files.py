"""The link to a page → a file of what that page shows: its data in some format, or one of its charts.

Nothing of a session is needed for it, so any process that has the same data makes the same file from an address.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Final
from urllib.parse import urlencode

from indicators import view as views
from indicators.charts.catalogue import Chart
from indicators.charts.plots.theme import DARK, LIGHT
from indicators.export import chart_frame, formats
from indicators.export.formats import CHART_FORMATS, FORMATS
from indicators.loading.snapshot import Snapshot
from indicators.pages.context import PageContext
from indicators.pages.query_addresses import QueryAddresses
from indicators.ui.charts import chart_downloads
from indicators.ui.pages import checks, compare, explore, figure, figures, overview, time
from indicators.ui.session.studies import periods_of, study_of, visit_of
from indicators.ui.session.visit import Visit
from indicators.view import View

ChartsOf = Callable[[Visit, View, PageContext], Mapping[str, Chart]]
FiguresOf = Callable[[Visit, View, PageContext], Sequence[str] | None]


@dataclass(frozen=True)
class ViewFile:
    """A file that somebody can take away; ``make`` makes its content, which may take seconds.

    ``drawn`` says that a browser of this machine draws it.
    """

    name: str
    mime: str
    make: Callable[[], bytes]
    drawn: bool = False


@dataclass(frozen=True)
class _Asked:
    """What a file is made of: what the page shows, and the ``home`` of the links in it."""

    visit: Visit
    view: View
    context: PageContext
    home: str


def _all(_visit: Visit, _view: View, _context: PageContext) -> None:
    """All figures."""


_CHARTS: Final[Mapping[str, ChartsOf]] = {
    "checks": lambda visit, _view, _context: checks.charts(visit),
    "explore": explore.charts,
    "figure": lambda visit, view, _context: figure.charts(visit, view),
    "overview": lambda visit, _view, _context: overview.charts(visit),
    "time": time.charts,
}
"""Page → the charts that can be taken from it, by their keys there."""
_FIGURES: Final[Mapping[str, FiguresOf]] = {
    "compare": compare.figures,
    "explore": explore.figures,
    "figures": figures.figures,
    "sources": _all,
}
"""Page → the ids of the figures whose data can be taken from it, None for all."""


def of(snapshot: Snapshot, form: str, query: Mapping[str, Sequence[str]], home: str) -> ViewFile | None:
    """The file of this format that a link asks for; None where there is none such.

    ``query`` has what the link of a page has, the version of the data, and for a chart its key and mode. ``home`` is
    the address of the dashboard, which the file names.
    """
    if snapshot.dataset is None:
        return None
    day = views.day((query.get("day") or [""])[-1])
    known = study_of(snapshot.dataset, snapshot.digest, day)
    present, _ = views.with_present_ids(
        {key: values for key, values in query.items() if key in View.__slots__}, known.dataset.renamed
    )
    view, unknown = views.parse(present, views.ids(known.dataset, periods_of(known, snapshot.digest, day)))
    if unknown or known.every.empty:
        return None
    dark = query.get("mode") == ["dark"]
    visit = visit_of(known, snapshot, day, view.lang or "en", DARK if dark else LIGHT)
    context = PageContext(known, visit.names, QueryAddresses(view.lang, view.day), day or datetime.now(UTC).date())
    asked = _Asked(visit, replace(view, figure="", number="") if view.page else view, context, home)
    chart = (query.get("chart") or [""])[-1]
    file = _of_chart(chart, form, asked) if chart else _of_data(form, asked)
    if file is None or (query.get("version") or [""])[-1] in {"", snapshot.digest[:12]}:
        return file
    stem, _, suffix = file.name.rpartition(".")
    return replace(file, name=f"{stem}-version-{snapshot.digest[:12]}.{suffix}")  # the page has shown other data


def _of_data(form: str, asked: _Asked) -> ViewFile | None:
    figures_of, name = _FIGURES.get(asked.view.shown), next((name for name in FORMATS if name == form), None)
    if figures_of is None or name is None or FORMATS[name].lacks:
        return None
    edition = asked.visit.edition(asked.home, figures_of(asked.visit, asked.view, asked.context))
    data_format, lang = FORMATS[name], asked.visit.names.lang
    return ViewFile(formats.file_name(edition, name), data_format.mime, partial(data_format.write, edition, lang))


def _of_chart(key: str, form: str, asked: _Asked) -> ViewFile | None:
    offered = (name for name in chart_downloads.FORMATS if name == form)
    charts_of, name = _CHARTS.get(asked.view.shown), next(offered, None)
    if charts_of is None or name is None:
        return None
    chart = charts_of(asked.visit, asked.view, asked.context).get(key)
    if chart is None:
        return None
    of_figure = asked.view.shown == "figure"
    query = (View(figure=asked.view.figure) if of_figure else views.of_charts(asked.view)).query()
    link = f"{asked.home}?{urlencode(query, doseq=True)}" if query else asked.home
    chart_format, edition, names = CHART_FORMATS[name], asked.visit.edition(asked.home), asked.visit.names
    file_name = f"{chart_frame.file_name(key, names, link)}.{name}"  # a page may have several charts of one kind
    return ViewFile(
        file_name, chart_format.mime, partial(chart_format.write, chart, edition, names, link), chart_format.drawn
    )
