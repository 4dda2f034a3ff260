"""Time: the series of a place, the figures of all places at their periods, and what was known when."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from markupsafe import Markup

from indicators.analysis.arrivals import Arrivals, arrivals
from indicators.charts import catalogue, stories
from indicators.charts.catalogue import Chart
from indicators.pages.context import PageContext
from indicators.pages.query_addresses import QueryAddresses
from indicators.pages.time import around_charts, figure_strip, known_days, period_steps
from indicators.pages.time.around_charts import TimeChoice
from indicators.study import Study
from indicators.ui.charts import chart_display, sent_charts
from indicators.ui.elements import components, document
from indicators.ui.session import state
from indicators.ui.session.kept import kept
from indicators.ui.session.visit import Visit
from indicators.view import View

CHARTS: Final = 6
"""The most charts of the page; links lead to the others."""
PANELS: Final = 2
"""The most places in each of several charts."""
VIEWS_CACHED: Final = 60


def show(visit: Visit) -> None:
    """The page: its head, the charts of a place, and what is known of all places below them."""
    view = replace(state.current(), figure="", number="")
    head, chosen, rest = _page(visit, view, visit.cache_key, visit.names.lang)
    document.show(head, visit.names.lang)
    _show_charts(visit, chosen)
    document.show(rest, visit.names.lang)
    components.component("player")(key="player")


def _show_charts(visit: Visit, chosen: TimeChoice) -> None:
    """The first chart over the whole width, the others in two columns."""
    sent = dict(sent_charts.of(lambda: _charts(visit, chosen), visit, state.address_of_charts()))
    for key in list(sent)[:1]:
        chart_display.show(sent.pop(key), key)
    chart_display.show_in_columns(sent)


def charts(visit: Visit, view: View, context: PageContext) -> Mapping[str, Chart]:
    """The charts of the page by their metrics."""
    return _charts(visit, around_charts.choice(context, view))


def _charts(visit: Visit, chosen: TimeChoice) -> Mapping[str, Chart]:
    keys = drawn(chosen)
    most = PANELS if len(keys) > 1 else stories.PLACES_OVER_TIME
    frame = visit.study.frame
    rows = frame[(frame["region"] == chosen.region) & frame["metric"].isin(keys)]
    charts = {key: catalogue.over_time(rows[rows["metric"] == key], visit, most=most) for key in keys}
    return {key: chart for key, chart in charts.items() if chart is not None}


def drawn(chosen: TimeChoice) -> Sequence[str]:
    """The metrics that are drawn: the one that is asked for, or else the most telling ones."""
    return [chosen.metric] if chosen.metric else chosen.metrics[:CHARTS]


@kept(VIEWS_CACHED)
def _page(_visit: Visit, view: View, cache_key: str, lang: str) -> tuple[Markup, TimeChoice, Markup]:
    """What stands above the charts, what they are of, and what stands below them."""
    addresses = QueryAddresses(view.lang, view.day)
    context = PageContext(_visit.study, _visit.names, addresses, _visit.today)
    chosen = around_charts.choice(context, view)
    every = _visit.study.every
    rows = every[every["region"].isin(view.region)] if view.region else every
    of_any_day = replace(view, period=())  # on another day the period may have no figures yet
    rest = around_charts.below(
        around_charts.more_series(context, chosen, drawn(chosen)),
        period_steps.section(context, view),
        figure_strip.strip(rows, context, view) if len(rows) else None,
        known_days.section(
            _arrivals(_visit.study, _visit.digest),
            _visit.day,
            _visit.names,
            lambda day: QueryAddresses(view.lang, day).view(of_any_day),
        ),
    )
    return around_charts.head(context, view, chosen), chosen, rest


@kept(4)
def _arrivals(_study: Study, digest: str) -> Arrivals:
    return arrivals(_study.whole)
