"""A place over time → the head of its page with what can be chosen, and links to the series that are not drawn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from indicators.export.markup import Child, link, markup, tag
from indicators.frames import timelines
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.view import View
from indicators.words.pages import time as words

MOST_OFFERED: Final = 60
"""The most metrics or places that are offered with links."""


@dataclass(frozen=True)
class TimeChoice:
    """What the page is of: a region, its metrics that have a series, most telling first, and the one that is asked for.

    ``periods`` has for each region that can be chosen how many periods it has figures of.
    """

    region: str
    metrics: Sequence[str]
    metric: str
    periods: Mapping[str, int]


def choice(context: PageContext, view: View) -> TimeChoice:
    """The region that the view names, or that with most periods, and what it has over time."""
    frame, dataset = context.study.frame, context.study.dataset
    if view.theme:
        frame = frame[frame["theme"].isin(view.theme)]
    periods = {str(key): int(count) for key, count in timelines.most_periods(frame).items()}
    region = view.region[0] if view.region else next(iter(periods), "")
    stocks = {key for key, metric in dataset.metrics.items() if metric.kind == "stock"}
    metrics = timelines.metrics(frame[frame["region"] == region], stocks)
    return TimeChoice(region, metrics, view.metric, periods)


def head(context: PageContext, view: View, chosen: TimeChoice) -> Markup:
    """The name of the page, and links to other places, themes and metrics."""
    names = context.names
    place = names.region(chosen.region) if chosen.region else ""
    menus = _places(context, view, chosen), _themes(context, view), _metrics(context, view, chosen)
    children: list[Child] = [
        tag("h1", names.of(words.TITLE).format(place=place)),
        tag("p", names.of(words.DECK), class_="sub"),
        tag("div", menus, class_="bar-of-choices"),
    ]
    if not chosen.metrics:
        children.append(tag("p", names.of(words.NO_SERIES).format(place=place), class_="empty"))
    return parts.page(*children, name="time")


def _places(context: PageContext, view: View, chosen: TimeChoice) -> Markup:
    names = context.names
    options = []
    for key, count in list(chosen.periods.items())[:MOST_OFFERED]:
        facts = {"name": names.region(key), "periods": names.count(words.PERIODS, count)}
        options.append((names.of(words.PLACE_OPTION).format(**facts), replace(view, region=(key,), metric="")))
    return _menu(context, names.of(words.PLACE), names.region(chosen.region) if chosen.region else "–", options)


def _themes(context: PageContext, view: View) -> Markup:
    names = context.names
    present = set(context.study.frame["theme"].unique())
    options = [(names.of(words.EVERY_THEME), replace(view, theme=(), metric=""))]
    options += [
        (names.theme(key), replace(view, theme=(key,), metric="")) for key in names.dataset.themes if key in present
    ]
    current = names.listed([names.theme(key) for key in view.theme]) or names.of(words.EVERY_THEME)
    return _menu(context, names.of(words.THEME), current, options)


def _metrics(context: PageContext, view: View, chosen: TimeChoice) -> Markup:
    names = context.names
    options = [(names.of(words.EVERY_METRIC), replace(view, metric=""))]
    options += [(names.metric(key), replace(view, metric=key)) for key in chosen.metrics[:MOST_OFFERED]]
    current = names.metric(chosen.metric) if chosen.metric else names.of(words.EVERY_METRIC)
    return _menu(context, names.of(words.METRIC), current, options)


def _menu(context: PageContext, label: str, current: str, options: Iterable[tuple[str, View]]) -> Markup:
    """What is chosen, and the others as links that open below it."""
    items = [
        tag("li", link(context.addresses.view(replace(view, page="time", period=(), figure="", number="")), name))
        for name, view in options
    ]
    return tag("details", tag("summary", f"{label} ", tag("b", current)), tag("ul", items), class_="menu")


def more_series(context: PageContext, chosen: TimeChoice, drawn: Sequence[str]) -> Markup | None:
    """Links to the metrics that have a series and are not drawn."""
    names = context.names
    others = [key for key in chosen.metrics if key not in drawn][:MOST_OFFERED]
    if not others:
        return None
    links = [
        tag(
            "li",
            link(context.addresses.view(View(page="time", region=(chosen.region,), metric=key)), names.metric(key)),
        )
        for key in others
    ]
    return tag("div", tag("h3", names.of(words.MORE_SERIES)), tag("ul", links), class_="others")


def below(*sections: Markup | None) -> Markup:
    """The parts of the page that stand below its charts."""
    return parts.page(markup(*sections), name="time")
