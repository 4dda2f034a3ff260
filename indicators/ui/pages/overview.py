"""Overview: what stands out, as HTML, and the pipelines of projects below it."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from markupsafe import Markup

from indicators.charts import catalogue
from indicators.charts.catalogue import Chart
from indicators.pages.context import PageContext
from indicators.pages.findings import all_findings
from indicators.pages.overview import front
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.ui.charts import chart_display, sent_charts
from indicators.ui.elements import document
from indicators.ui.session import state
from indicators.ui.session.kept import kept
from indicators.ui.session.visit import Visit
from indicators.view import FINDINGS

VIEWS_CACHED: Final = 8


def show(visit: Visit) -> None:
    """The page."""
    names, view = visit.names, state.current()
    addresses = QueryAddresses(view.lang, view.day)
    if view.show == FINDINGS:
        context = PageContext(visit.study, names, addresses, visit.today)
        theme = view.theme[0] if len(view.theme) == 1 else ""
        document.show(all_findings.page(context, theme=theme, sheet=int(view.sheet or 1) - 1), names.lang)
        return
    map_view = int(view.sheet or 1) - 1
    body = _page(visit.study, names, addresses, visit.cache_key, names.lang, visit.today, map_view)
    document.show(body, names.lang)
    for key, sent in sent_charts.of(lambda: charts(visit), visit, state.address_of_charts()).items():
        chart_display.show(sent, key)


@kept(VIEWS_CACHED)
def _page(  # all that the page depends on
    _study: Study, _names: Names, addresses: QueryAddresses, cache_key: str, lang: str, today: date, map_view: int
) -> Markup:
    return front.page(PageContext(_study, _names, addresses, today), map_view=map_view)


def charts(visit: Visit) -> Mapping[str, Chart]:
    """The charts of pipelines, which are of several metrics and so have no page of their own."""
    chart = catalogue.pipelines(visit.study.frame, visit, most=catalogue.PIPELINES)
    return {} if chart is None else {chart.name: chart}
