"""A place over time → the head of its page with what can be chosen, and the periods of a metric to step through."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from indicators.export.markup import Child, link, markup, tag
from indicators.frames import steps, timelines
from indicators.frames.steps import TimeStep
from indicators.model.entries import Figure
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.phrasing.figures import signed
from indicators.view import View
from indicators.words import time as words

MOST_OFFERED: Final = 60
"""The most metrics or places that are offered with links."""
MOST_PLACES: Final = 20
"""The most places of a step: the largest."""


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


# --- steps -----------------------------------------------------------------------------------------------------------


def stepped(context: PageContext, view: View) -> Markup | None:
    """The places of a metric at one period after another; None where no metric has several such periods.

    It is the metric of the view, or else the one with most periods. All periods are in the page: a script plays them,
    and without it each has links to those beside it.
    """
    study, names = context.study, context.names
    candidates = sorted(steps.metrics(study.frame), key=lambda key: key != view.metric)
    of_metrics = ((key, steps.steps(study.frame, study.dataset, key)) for key in candidates)
    metric, several = next(((key, of_metric) for key, of_metric in of_metrics if len(of_metric) > 1), ("", ()))
    if not metric:
        return None
    periods = [step.period.text for step in several]
    shown = periods.index(view.period[0]) if view.period and view.period[0] in periods else len(several) - 1
    articles = [_step(context, view, several, number, is_shown=number == shown) for number in range(len(several))]
    play, pause = names.of(words.PLAY), names.of(words.PAUSE)
    button = tag("button", tag("span", "▶ ", aria_hidden="true"), play, type="button", class_="play", data_pause=pause)
    return tag(
        "section",
        parts.section(names.of(words.STEPS).format(metric=names.metric(metric)), more=button),
        tag("div", articles, class_="steps", aria_live="polite"),
        tag("p", names.of(words.STEPS_NOTE), class_="method"),
        class_="stepped",
    )


def _step(context: PageContext, view: View, several: Sequence[TimeStep], number: int, *, is_shown: bool) -> Markup:
    names, step = context.names, several[number]
    figures = names.dataset.figures
    of_length = [other for other in several if other.period.length == step.period.length]
    amounts = [figures[key].text for other in of_length for key in other.figures]
    largest = max((abs(float(amount.value)) for amount in amounts if amount is not None), default=0.0)
    period = names.of_nature(step.period.label(names.lang), step.nature)
    title = names.of(words.STEP).format(period=period, number=number + 1, count=len(several))
    beside = [
        (number - 1, f"← {names.of(words.EARLIER)}"),
        (number + 1, f"{names.of(words.LATER)} →"),
    ]
    links = [
        link(context.addresses.view(replace(view, page="time", period=(several[place].period.text,))), label)
        if 0 <= place < len(several)
        else tag("span", label, class_="none")
        for place, label in beside
    ]
    rows = [_row(context, figures[key], largest) for key in step.figures[:MOST_PLACES]]
    wholes = [_row(context, figures[key], 0.0) for key in step.above]
    return tag(
        "article",
        tag("div", tag("h3", title), tag("span", links, class_="beside"), class_="step-head"),
        tag("ol", wholes, rows),
        class_="step",
        hidden=not is_shown,
    )


def _row(context: PageContext, figure: Figure, largest: float) -> Markup:
    """A place with its amount, and a bar on the scale of its period; a whole has none."""
    names, amount = context.names, figure.text
    name = names.region(figure.region) if largest else names.of(words.WHOLE).format(name=names.region(figure.region))
    share = 100 * abs(float(amount.value)) / largest if largest and amount is not None else 0.0
    falls = " falls" if amount is not None and amount.value < 0 else ""
    bar = tag("i", class_=f"bar {figure.nature}{falls}", style=f"width: {share:.2f}%")
    aligned = context.amount_units.aligned(figure)
    number = parts.amount(aligned) if aligned is not None else None
    fell = figure.growth is not None and figure.growth.high < 0
    return tag(
        "li",
        tag("span", name, class_="name"),
        tag("span", bar if largest else None, class_="track", aria_hidden="true"),
        link(context.addresses.figure(figure.id), number, class_="number"),
        tag("span", signed(figure, names), class_="growth fall" if fell else "growth"),
    )


def below(*sections: Markup | None) -> Markup:
    """The parts of the page that stand below its charts."""
    return parts.page(markup(*sections), name="time")
