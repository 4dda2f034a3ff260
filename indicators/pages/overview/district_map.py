"""Growth in the places of a region → a map of equal squares: growth large, the amount small."""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from indicators.analysis.growth_by_place import GrowthView, PlaceGrowth
from indicators.charts.stories.atlas import step_of_growth
from indicators.export.markup import link, tag
from indicators.frames.tile_grid import tiles_of
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.phrasing.figures import growth_rate
from indicators.phrasing.findings import mid_sentence
from indicators.phrasing.names import Names
from indicators.values import units
from indicators.values.units import MINUS
from indicators.view import View
from indicators.words import terms
from indicators.words.pages import overview as words


def section(views: Sequence[GrowthView], chosen: int, context: PageContext) -> Markup:
    """The map of one of the views, and links to the others."""
    view = views[min(chosen, len(views) - 1)]
    names = context.names
    notes = [names.of(words.MAP_FOOT), names.of(words.MAP_DERIVED) if view.derived else ""]
    return tag(
        "section",
        tag("h2", title(view, names)),
        tag("p", names.of(words.MAP_NOTE).format(period=view.period.label(names.lang)), class_="sub"),
        _switch(views, view, context),
        _tiles(view, context),
        _legend(names),
        tag("p", " ".join(filter(None, notes)), class_="source"),
        class_="map",
    )


def title(view: GrowthView, names: Names) -> str:
    """In how many places it fell; what cannot be told is counted as neither."""
    rose, fell, every = view.count(1), view.count(-1), len(view.places)
    metric = names.metric(view.metric)
    starts = metric if names.lang == "en" else mid_sentence(metric)
    facts = {"metric": starts, "rose": rose, "fell": fell, "all": every}
    if rose == every:
        return names.of(words.MAP_ROSE).format(**facts)
    return names.of(words.MAP_FELL if rose + fell == every else words.MAP_UNCLEAR).format(**facts)


def _switch(views: Sequence[GrowthView], shown: GrowthView, context: PageContext) -> Markup | None:
    """Links to the other periods, where each has an address of its own."""
    addresses = [context.addresses.view(_address(number)) for number in range(len(views))]
    if len(set(addresses)) < 2:
        return None
    links: list[Markup] = []
    for view, address in zip(views, addresses, strict=True):
        label = view.period.label(context.names.lang)
        if view.derived:
            label = context.names.of(words.MAP_ALONE).format(period=label)
        content = (tag("i", class_=f"mark {parts.DERIVED}"), " ", label) if view.derived else label
        links.append(tag("b", content) if view is shown else link(address, content))
    return tag("nav", *links, class_="switch", aria_label=context.names.of(words.MAP_VIEWS))


def _address(number: int) -> View:
    return View(sheet=str(number + 1) if number else "")


def _tiles(view: GrowthView, context: PageContext) -> Markup:
    regions = context.names.dataset.regions
    locations = {
        key: location
        for place in view.places
        if (location := regions[(key := place.figure.region)].location) is not None
    }
    squares = tiles_of(locations)
    drawn: list[Markup] = []
    for place in sorted(view.places, key=lambda place: squares[place.figure.region]):
        square = squares[place.figure.region]
        position = f"grid-row:{square.row + 1};grid-column:{square.column + 1}"
        drawn.append(_tile(place, view, position, context))
    columns = 1 + max(square.column for square in squares.values())
    return tag("div", *drawn, class_="tiles", style=f"grid-template-columns:repeat({columns},minmax(0,1fr))")


def _tile(place: PlaceGrowth, view: GrowthView, position: str, context: PageContext) -> Markup:
    figure, names = place.figure, context.names
    amount = None if view.derived else context.amount_units.aligned(figure)
    small = None if amount is None else parts.amount(amount)
    return link(
        context.addresses.figure(figure.id),
        tag("b", names.part(figure.region), title=names.region(figure.region)),
        tag("span", growth_text(place, view, names), class_="growth"),
        tag("span", small, class_="small"),
        class_=f"tile {colour(place)}{' hatched' if view.derived else ''}",
        style=position,
    )


def growth_text(place: PlaceGrowth, view: GrowthView, names: Names) -> str:
    """As printed; what was worked out to a tenth of a per cent, or ≈ 0 where it may be above or below."""
    if not view.derived:
        return growth_rate(place.figure, names)
    if place.way == 0:
        return names.of(terms.NEARLY_ZERO)
    number = units.compact(abs(round(place.value, 3)), "percent", names.lang, 6)
    return f"{MINUS if place.value < 0 else '+'}{number}"


def colour(place: PlaceGrowth) -> str:
    """The class of a growth; one that may be above or below zero has none of a rise or a fall."""
    if place.way == 0:
        return "level"
    return f"step-{step_of_growth(Decimal(str(place.value)))}"


def _legend(names: Names) -> Markup:
    steps = [
        tag("span", tag("i", class_=f"step-{number}"), names.of(step)) for number, step in enumerate(words.MAP_STEPS)
    ]
    return tag("div", *steps, class_="steps")
