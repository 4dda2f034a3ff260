"""Figures at their periods → one strip of bars, each theme on lines of its own, with links to figures and years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pandas as pd
from markupsafe import Markup

from indicators.export.markup import joined, link, tag
from indicators.frames import strips
from indicators.frames.strips import BarKey, StripBar
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.pages.time import brush
from indicators.view import View
from indicators.words import terms
from indicators.words.pages import time as words

WIDE: Final = 950.0
"""Pixels of the strip on a wide page: in them it is decided which bars would hide each other."""
NARROW: Final = 350.0
"""The same on a telephone."""
FINGER: Final = 24.0
"""Pixels of the least width that a finger hits on a telephone."""
MOST_BARS: Final = 300
"""The most bars of a theme, the newest: a browser is not sent thousands."""
_LEAST: Final = 9.0
"""Pixels of the shortest bar."""
_DIGIT: Final = 7.5
_GAP: Final = 7.0
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StripSpan:
    """The years that a strip covers, both included."""

    first: int
    last: int

    def share(self, day: date) -> float:
        """Where a day begins, from 0 at the left to 1 at the right."""
        start, end = date(self.first, 1, 1), date(self.last + 1, 1, 1)
        return min(1.0, max(0.0, (day - start).days / (end - start).days))

    def extent(self, bar: StripBar) -> tuple[float, float]:
        """Where a bar begins and ends."""
        return self.share(bar.period.start), self.share(bar.period.end + _DAY)

    def pixels(self, bar: StripBar, width: float) -> tuple[float, float]:
        """The room that a bar takes on a strip of so many pixels, with the number beside it."""
        least = _LEAST if width == WIDE else FINGER
        left, right = (end * width for end in self.extent(bar))
        number = _DIGIT * len(str(bar.count)) + 2 if bar.count > 1 else 0.0
        return left, max(right, left + least) + number + _GAP


def strip(
    rows: pd.DataFrame,
    context: PageContext,
    view: View,
    *,
    narrows: bool = True,
    known: Mapping[BarKey, Mapping[int, int]] | None = None,
) -> Markup:
    """The strip of the figures in ``rows``; years of the view narrow it, and its place is that of all links.

    It ``narrows`` where the years below it are links. ``known`` says of each bar on which days of a slider, by their
    positions, how many of its figures became known.
    """
    every = StripSpan(*strips.years_of(rows))
    years = sorted(year for year in map(int, view.year) if every.first <= year <= every.last)
    bars = strips.bars(rows, context.names.dataset.themes, years)
    span = StripSpan(years[0], years[-1]) if years else every
    of_strip = _Strip(span, context, view, known)
    lines = [_line(theme, several[-MOST_BARS:], of_strip) for theme, several in bars.items()]
    left_out = sum(bar.count for several in bars.values() for bar in several[:-MOST_BARS])
    ticks = (span.last - span.first + 1) * (1 if span.last - span.first > 2 else 4)
    address = context.addresses.view(_of(view)) if narrows else brush.ON_PAGE
    return tag(
        "section",
        _head(sum(bar.count for several in bars.values() for bar in several), years, every, context, view),
        tag("p", context.names.of(words.STRIP_NOTE if narrows else words.STRIP_NOTE_FIXED), class_="sub"),
        tag(
            "div",
            lines,
            _axis(span, context, view, narrows=narrows),
            class_="strip",
            style=f"--ticks: {ticks}",
            data_shown=f"{span.first} {span.last}",
        ),
        brush.years((span.first, span.last), (every.first, every.last), address, context.names),
        _of_natures(context),
        tag("p", context.names.count(words.LEFT_OUT, left_out), class_="method") if left_out else None,
    )


def _head(count: int, years: Sequence[int], every: StripSpan, context: PageContext, view: View) -> Markup:
    names = context.names
    figures = names.count(terms.FIGURES, count)
    title = names.of(words.STRIP).format(figures=figures)
    place = [names.region(key) for key in view.region]
    links = []
    if years:
        form = words.YEAR if years[0] == years[-1] else words.RANGE
        span = names.of(form).format(year=years[0], first=years[0], last=years[-1])
        title = names.of(words.STRIP_IN).format(figures=figures, years=span)
        earlier, later = years[0] - 1, years[-1] + 1
        beside = [(earlier, f"← {earlier}"), (0, names.of(words.EVERY_YEAR)), (later, f"{later} →")]
        links = [
            link(context.addresses.view(_of(view, str(year or ""))), label)
            for year, label in beside
            if not year or every.first <= year <= every.last
        ]
    heading = tag("h2", names.of(terms.JOIN).join((title, *place)))
    beside_years = tag("span", joined(" · ", links), class_="more") if links else None
    return tag("div", heading, beside_years, class_="section")


def _of(view: View, year: str = "") -> View:
    """The page of time, of one year or of all."""
    return View(page="time", region=view.region, metric=view.metric, year=(year,) if year else ())


@dataclass(frozen=True)
class _Strip:
    """What the bars of a strip are drawn with; ``known`` as in ``strip``."""

    span: StripSpan
    context: PageContext
    view: View
    known: Mapping[BarKey, Mapping[int, int]] | None


def _line(theme: str, bars: Sequence[StripBar], of_strip: _Strip) -> Markup:
    """A theme with its bars, in as many lanes as are needed so that none hides another."""
    names, view = of_strip.context.names, of_strip.view
    lanes = [strips.lanes(of_strip.span.pixels(bar, width) for bar in bars) for width in (WIDE, NARROW)]
    links = [_bar(bar, (wide, narrow), of_strip) for bar, wide, narrow in zip(bars, *lanes, strict=True)]
    heights = [max(numbers) + 1 for numbers in lanes]
    of_theme = View(page="figures", theme=(theme,), region=view.region)
    label = link(of_strip.context.addresses.view(of_theme), names.theme(theme))
    return tag(
        "div",
        tag("span", label, class_="theme"),
        tag("span", links, class_="bars", style=f"--lanes: {heights[0]}; --narrow-lanes: {heights[1]}"),
        class_="line",
    )


def _arrived(bar: StripBar, known: Mapping[BarKey, Mapping[int, int]] | None) -> str | None:
    """The days on which figures of a bar became known, each with how many: 3 7*2."""
    if known is None:
        return None
    counts = known[bar.theme, bar.period.text, bar.nature]
    return " ".join(f"{day}*{count}" if count > 1 else str(day) for day, count in sorted(counts.items()))


def _bar(bar: StripBar, lanes: tuple[int, int], of_strip: _Strip) -> Markup:
    names, addresses, view = of_strip.context.names, of_strip.context.addresses, of_strip.view
    left, right = of_strip.span.extent(bar)
    period = names.of_nature(bar.period.label(names.lang), bar.nature)
    facts = {"theme": names.theme(bar.theme), "period": period, "figures": names.count(terms.FIGURES, bar.count)}
    label = names.of(words.BAR).format(**facts)
    several = View(
        page="figures", theme=(bar.theme,), period=(bar.period.text,), nature=(bar.nature,), region=view.region
    )
    return link(
        addresses.view(several) if bar.count > 1 else addresses.figure(bar.figure),
        tag("i", class_=f"bar {bar.nature}"),
        tag("small", str(bar.count)) if bar.count > 1 else None,
        title=label,
        aria_label=label,
        data_known=_arrived(bar, of_strip.known),
        style=f"--left: {left:.5f}; --width: {right - left:.5f}; --lane: {lanes[0]}; --narrow: {lanes[1]}",
    )


def _axis(span: StripSpan, context: PageContext, view: View, *, narrows: bool) -> Markup:
    """The years below the strip, where it ``narrows`` each a link to itself alone."""
    items = []
    for year in range(span.first, span.last + 1):
        class_ = "fifth" if year % 5 == 0 or span.last - span.first < 6 else None
        if narrows:
            is_chosen = view.year == (str(year),)
            address = context.addresses.view(_of(view, str(year)))
            items.append(link(address, str(year), aria_current="true" if is_chosen else None, class_=class_))
        else:
            items.append(tag("span", str(year), class_=class_))
    label = context.names.of(words.YEARS)
    return tag("nav", items, aria_label=label, class_="years") if narrows else tag("div", items, class_="years")


def _of_natures(context: PageContext) -> Markup:
    """What the looks of bars mean."""
    names = context.names
    items = [tag("span", tag("i", class_="mark actual"), names.nature("actual"))]
    items += [tag("span", parts.mark(nature, names), names.nature(nature)) for nature in ("target", "expected")]
    return tag("p", items, class_="legend")
