"""The years of a strip, and the days on which something became known → sliders with a link that follows them.

A script (browser/time_brush.js) keeps the links in step; who drags over the strip moves these sliders, too.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from indicators.analysis.arrivals import Arrivals
from indicators.export.markup import tag
from indicators.phrasing.names import Names
from indicators.values.text import TAGS
from indicators.words.pages import time as words

MOST_DAYS: Final = 400
"""A slider has at most so many days; of more, every second or third is left out, never the last."""
ON_PAGE: Final = "#"
"""The address of a page that shows the years itself: a script gives its links their addresses, for no server does."""


def years(shown: Sequence[int], every: Sequence[int], address: str, names: Names) -> Markup:
    """The first and the last year that are ``shown`` of ``every``; ``address`` is that of the page with all years."""
    first, last = shown
    sliders = [_slider(names.of(label), year, every) for label, year in ((words.FROM, first), (words.TO, last))]
    form = words.SHOW_YEARS if last > first else words.SHOW_YEAR
    href = None if address == ON_PAGE else f"{address}&year={first}" + f"&year={last}" * (last > first)
    return tag(
        "div",
        sliders,
        tag("a", names.of(form).format(year=first, first=first, last=last), class_="go", href=href),
        tag("a", names.of(words.EVERY_YEAR), class_="every", hidden=True) if address == ON_PAGE else None,
        class_="brush",
        role="group",
        aria_label=names.of(words.BRUSH),
        data_address=address,
        data_one=names.of(words.SHOW_YEAR),
        data_several=names.of(words.SHOW_YEARS),
        hidden=address == ON_PAGE,
    )


def _slider(label: str, year: int, every: Sequence[int]) -> Markup:
    first, last = every
    field = tag(
        "input", type="range", min=str(first), max=str(last), step="1", value=str(year), aria_valuetext=str(year)
    )
    return tag("label", tag("span", label), field)


def offered(arrivals: Arrivals) -> Sequence[date]:
    """The days that the slider has, the last one always."""
    step = -(-len(arrivals.days) // MOST_DAYS) or 1
    return arrivals.days[::-step][::-1]


def days(arrivals: Arrivals, day: date | None, address: str, names: Names) -> Markup | None:
    """The days on which knowledge changed; the slider stands at the last one up to ``day``, or at the last.

    None where there is nothing to choose. ``address`` is that of the page without a day, or ``ON_PAGE``.
    """
    days_kept = offered(arrivals)
    if len(days_kept) < 2:
        return None
    counts = [arrivals.known_on(day) for day in days_kept]
    chosen = max((index for index, other in enumerate(days_kept) if day is None or other <= day), default=0)
    text = days_kept[chosen].isoformat()
    said = names.of(words.AS_KNOWN_ON).format(day=names.period(text), known=counts[chosen])
    field = tag(
        "input", type="range", min="0", max=str(len(days_kept) - 1), step="1", value=str(chosen), aria_valuetext=said
    )
    return tag(
        "div",
        tag("label", tag("span", names.of(words.KNOWN_DAY)), field),
        tag("a", said, class_="go", href=None if address == ON_PAGE else f"{address}&day={text}"),
        class_="day-slider",
        hidden=address == ON_PAGE,
        data_address=address,
        data_lang=TAGS[names.lang] if names.lang == "zh" else "en-GB",
        data_said=names.of(words.AS_KNOWN_ON),
        data_days=" ".join(other.isoformat() for other in days_kept),
        data_known=" ".join(map(str, counts)),
    )
