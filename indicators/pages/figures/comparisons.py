"""What a figure stands beside → rows of bars on one scale, and the columns of its series."""

from markupsafe import Markup

from indicators.export.markup import Child, link, markup, tag
from indicators.model.articles import Figure
from indicators.model.vocabulary import ALL
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.phrasing.comparisons import ScaleBar
from indicators.phrasing.evidence import Evidence
from indicators.phrasing.series import FigureSeries, SeriesPoint
from indicators.view import View
from indicators.words.pages import figure as words


def comparison(shown: Evidence, context: PageContext) -> Markup | None:
    """The bars beside which the figure stands; None where there is nothing to see it beside."""
    compared = shown.comparison
    if compared is None:
        return None
    rows = [_bar_row(bar, context) for bar in compared.bars]
    note = tag("p", compared.note, class_="sub")
    return tag("section", parts.section(compared.title), note, tag("ul", rows, class_="scale"))


def _bar_row(bar: ScaleBar, context: PageContext) -> Markup:
    """A row: what the bar is of, the bar from where it starts, its number."""
    is_link = bar.figure and bar.role != "this"
    label: Child = link(context.addresses.figure(bar.figure), bar.label) if is_link else bar.label
    style = f"left:{100 * bar.start:.2f}%;width:{100 * (bar.end - bar.start):.2f}%"
    look = "" if bar.look == "actual" else f" {bar.look}"
    tick = tag("i", class_="tick", style=f"left:{100 * bar.tick:.2f}%") if bar.tick is not None else None
    return tag(
        "li",
        tag("span", label, markup(" ", tag("small", bar.note)) if bar.note else None),
        tag("span", tag("i", class_=f"bar{look}", style=style), tick, class_="track", aria_hidden="true"),
        tag("span", _mark(bar, context), bar.number, class_="number"),
        class_=bar.role,
    )


def _mark(bar: ScaleBar, context: PageContext) -> Markup | None:
    """What the look of a bar says, for who cannot see it."""
    if bar.look == "derived":
        return tag("span", context.names.of(words.DERIVED), " ", class_="unseen")
    return parts.mark(bar.look, context.names) if bar.look != "actual" else None


# --- the series ------------------------------------------------------------------------------------------------------


def series(shown: Evidence, figure: Figure, context: PageContext) -> Markup | None:
    """The columns of the series, that of the figure marked; None where it has no other member."""
    if shown.series is None:
        return None
    names = context.names
    sector = () if figure.sector == ALL else (figure.sector,)
    in_time = View(page="time", metric=figure.metric, region=(figure.region,), sector=sector)
    heading = parts.section(
        shown.series.title, more=parts.more(context.addresses.view(in_time), names.of(words.IN_TIME))
    )
    return tag("section", heading, tag("p", shown.series.note, class_="sub"), _columns(shown.series, figure, context))


def _columns(of_series: FigureSeries, figure: Figure, context: PageContext) -> Markup:
    """Columns as wide as their periods, at the place of these in time."""
    columns = [_column(point, point.figure == figure.id, figure, context) for point in of_series.points]
    ends = tag("div", tag("span", of_series.first), tag("span", of_series.last), class_="ends")
    return tag("div", tag("ul", columns, class_="series"), ends)


def _column(point: SeriesPoint, own: bool, figure: Figure, context: PageContext) -> Markup:
    place = f"left:{100 * point.left:.2f}%;width:{100 * point.width:.2f}%"
    height = f"bottom:{100 * point.bottom:.2f}%;height:{100 * point.height:.2f}%"
    look = " falls" if point.falls else "" if figure.nature == "actual" else f" {figure.nature}"
    bar = tag("i", class_=f"bar{look}", style=height)
    name = tag("span", point.label, class_="unseen")
    if own:
        return tag("li", tag("span", bar, name, title=point.label), style=place, class_="this")
    return tag("li", link(context.addresses.figure(point.figure), bar, name, title=point.label), style=place)
