"""One chart on a page of its own, for the frame of another site."""

from indicators.charts.catalogue import Chart
from indicators.export.markup import joined, link, markup, tag
from indicators.site import charts
from indicators.site.volume import Page, Volume
from indicators.words import terms


def page(metric: str, chart: Chart, volume: Volume) -> Page:
    """The chart of a metric alone, with its source and the way to all of it."""
    told = chart.story
    about = volume.names.dataset.about
    way = f"../metric/{metric}.html"
    ways = [
        link(way, volume.names.metric(metric), target="_top"),
        link("../index.html", volume.of(about.title), target="_top"),
    ]
    body = markup(
        tag("h1", link(way, told.title, target="_top")),
        charts.drawn(chart, volume, "../"),
        tag("p", joined(volume.of(terms.JOIN), ways), class_="source"),
    )
    return Page(
        path=f"embed/{metric}-{chart.name}.html",
        title=told.title,
        description=told.alt[:300],
        body=body,
        section="metrics",
        charts=f"../metric/{metric}.charts.js",
        card=f"card/metric/{metric}.png",
        bare=True,
    )
