"""The periods of a metric → its places at one after another: as tiles at their bearings, and ranked by amount."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from markupsafe import Markup

from indicators.charts.stories.atlas import step_of_growth
from indicators.export.markup import link, tag
from indicators.frames import steps
from indicators.frames.steps import TimeStep
from indicators.frames.tile_grid import Tile, tiles_of
from indicators.model.articles import Figure
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.phrasing.figures import growth_rate, signed
from indicators.view import View
from indicators.words import stories as story_words
from indicators.words import terms
from indicators.words.pages import compare as compare_words
from indicators.words.pages import time as words

MOST_PLACES: Final = 20
"""The most places of a step: the largest."""
LEAST_TILES: Final = 3
"""Fewer places have no bearings."""
MOST_TILES: Final = 24
"""More squares are no small map."""
Squares = Mapping[str, Tile]
"""The square of each region that is in any of the steps: a place stays where it is."""


def section(context: PageContext, view: View) -> Markup | None:
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
    squares = _squares(context, several)
    articles = [
        _step(context, view, several, number, squares, is_shown=number == shown) for number in range(len(several))
    ]
    play, pause = names.of(words.PLAY), names.of(words.PAUSE)
    button = tag("button", tag("span", "▶ ", aria_hidden="true"), play, type="button", class_="play", data_pause=pause)
    return tag(
        "section",
        parts.section(names.of(words.STEPS).format(metric=names.metric(metric)), more=button),
        tag("div", articles, class_="steps", aria_live="polite"),
        _legend(context) if squares else None,
        tag("p", names.of(words.STEPS_NOTE), class_="method"),
        class_="stepped",
    )


def _squares(context: PageContext, several: Sequence[TimeStep]) -> Squares:
    """The squares of a tile map; none where places are few or many, or one has no location."""
    dataset = context.names.dataset
    regions = dict.fromkeys(dataset.figures[key].region for step in several for key in step.figures[:MOST_PLACES])
    located = {key: location for key in regions if (location := dataset.regions[key].location) is not None}
    is_map = len(located) == len(regions) and LEAST_TILES <= len(regions) <= MOST_TILES
    return tiles_of(located) if is_map else {}


def _step(  # noqa: PLR0913  # a step among the others
    context: PageContext, view: View, several: Sequence[TimeStep], number: int, squares: Squares, *, is_shown: bool
) -> Markup:
    names, step = context.names, several[number]
    figures = names.dataset.figures
    of_length = [other for other in several if other.period.length == step.period.length]
    amounts = [figures[key].text for other in of_length for key in other.figures]
    largest = max((abs(float(amount.value)) for amount in amounts if amount is not None), default=0.0)
    period = names.of_nature(step.period.label(names.lang), step.nature)
    title = names.of(words.STEP).format(period=period, number=number + 1, count=len(several))
    largest_first = [figures[key] for key in step.figures[:MOST_PLACES]]
    reports = Counter(figure.region for figure in largest_first)
    rows = [_row(context, figure, largest, disputed=reports[figure.region] > 1) for figure in largest_first]
    wholes = [_row(context, figures[key], None) for key in step.above]
    tiles = _tiles(context, largest_first, squares) if squares else None
    body = (tiles, tag("ol", wholes, rows))
    return tag(
        "article",
        tag("div", tag("h3", title), _beside(context, view, several, number), class_="step-head"),
        tag("div", body, class_="step-body"),
        class_="step",
        hidden=not is_shown,
    )


def _beside(context: PageContext, view: View, several: Sequence[TimeStep], number: int) -> Markup:
    """Links to the periods before and after."""
    names = context.names
    labels = ((number - 1, f"← {names.of(words.EARLIER)}"), (number + 1, f"{names.of(words.LATER)} →"))
    links = [
        link(context.addresses.view(replace(view, page="time", period=(several[place].period.text,))), label)
        if 0 <= place < len(several)
        else tag("span", label, class_="none")
        for place, label in labels
    ]
    return tag("span", links, class_="beside")


def _row(context: PageContext, figure: Figure, largest: float | None, *, disputed: bool = False) -> Markup:
    """A place with its amount, and a bar on a scale to the ``largest``; a whole has none.

    Where reports of it contradict each other, the outlet tells them apart.
    """
    names, amount = context.names, figure.text
    name, bar = names.region(figure.region), None
    if disputed:
        name = names.of(terms.JOIN).join((name, names.publisher(names.dataset.article_of[figure.id].publisher)))
    if largest is None:
        name = names.of(words.WHOLE).format(name=name)
    elif amount is not None and largest:
        falls = " falls" if amount.value < 0 else ""
        share = 100 * abs(float(amount.value)) / largest
        bar = tag("i", class_=f"bar {figure.nature}{falls}", style=f"width: {share:.2f}%")
    aligned = context.amount_units.aligned(figure)
    number = parts.amount(aligned) if aligned is not None else None
    fell = figure.growth is not None and figure.growth.high < 0
    return tag(
        "li",
        tag("span", name, class_="name"),
        tag("span", bar, class_="track", aria_hidden="true"),
        link(context.addresses.figure(figure.id), number, class_="number"),
        tag("span", signed(figure, names), class_="growth fall" if fell else "growth"),
    )


def _tiles(context: PageContext, figures: Sequence[Figure], squares: Squares) -> Markup:
    """The places as squares at their bearings, coloured by growth; one a place, however many reports it has."""
    reports = Counter(figure.region for figure in figures)
    of_places = {figure.region: figure for figure in reversed(figures)}
    tiles = [
        _tile(context, of_places[region], squares[region], disputed=count > 1) for region, count in reports.items()
    ]
    columns = 1 + max(square.column for square in squares.values())
    label = context.names.of(words.TILES)
    return tag(
        "div", tiles, class_="tiles", role="group", aria_label=label,
        style=f"grid-template-columns: repeat({columns}, minmax(0, 1fr))",
    )  # fmt: skip


def _tile(context: PageContext, figure: Figure, square: Tile, *, disputed: bool) -> Markup:
    names, growth = context.names, None if disputed else figure.annual_growth
    aligned = None if disputed else context.amount_units.aligned(figure)
    is_result = figure.nature == "actual"
    colour = f"step-{step_of_growth(growth.value)}" if growth is not None and is_result else figure.nature
    return link(
        context.addresses.figure(figure.id),
        tag("span", names.part(figure.region)),
        tag("span", growth_rate(figure, names), class_="growth") if growth is not None else None,
        tag("span", parts.amount(aligned)) if aligned is not None else None,
        tag("span", names.of(compare_words.DISPUTED)) if disputed else None,
        class_=colour,
        style=f"grid-area: {square.row + 1} / {square.column + 1}",
    )


def _legend(context: PageContext) -> Markup:
    """What the colours of tiles mean."""
    names = context.names
    colours = [
        tag("span", tag("i", class_=f"step-{number}"), names.of(step))
        for number, step in enumerate(story_words.MAP_STEPS)
    ]
    return tag("p", tag("span", names.of(words.COLOURS)), colours, class_="legend colours")
