"""The page with a single chart of a metric, for the iframe of another site."""

from indicators.charts.catalogue import Chart
from indicators.export.markup import joined, link, markup, tag
from indicators.site import card_texts, charts
from indicators.site.volume import Page, Volume
from indicators.words import terms


def page(metric: str, chart: Chart, volume: Volume) -> Page:
    """The chart with its source, and links to the metric and the overview."""
    story = chart.story
    about = volume.names.dataset.about
    of_metric = f"../metric/{metric}.html"
    links = [
        link(of_metric, volume.names.metric(metric), target="_top"),
        link("../index.html", volume.of(about.title), target="_top"),
    ]
    body = markup(
        tag("h1", link(of_metric, story.title, target="_top")),
        charts.drawn(chart, volume, "../"),
        tag("p", joined(volume.of(terms.JOIN), links), class_="source"),
    )
    return Page(
        path=f"embed/{metric}-{chart.name}.html",
        title=story.title,
        description=story.alt[:300],
        body=body,
        section="metrics",
        charts=f"../metric/{metric}.charts.js",
        card=card_texts.path_of_entry("metric", metric),
        bare=True,
    )
