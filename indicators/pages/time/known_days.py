"""When figures became known → a column for each year, each a link to the dataset as it was known then."""

from collections.abc import Callable
from datetime import date

from markupsafe import Markup

from indicators.analysis.arrivals import Arrivals
from indicators.export.markup import link, tag
from indicators.pages.time import brush
from indicators.phrasing.names import Names
from indicators.words import terms
from indicators.words.pages import time as words

DayAddress = Callable[[str], str]
"""The address of the page as it was known on a day; of an empty text, as it is known now."""


def section(arrivals: Arrivals, day: date | None, names: Names, address: DayAddress) -> Markup:
    """The columns, how many figures are known on the ``day``, and links to the publications before and after it.

    A page that is written once has no such links: its slider stands beside it.
    """
    on_page = address("") == brush.ON_PAGE
    steps = [] if on_page else _steps(arrivals, day, names, address)
    columns = [_column(arrivals, last_day, day, names, address) for last_day in arrivals.years()]
    return tag(
        "section",
        tag("div", tag("h2", names.of(words.KNOWN)), class_="section"),
        tag("p", _sentence(arrivals, day, names), " ", steps, class_="sub known-day"),
        brush.days(arrivals, day, address(""), names),
        tag("div", columns, class_="arrivals"),
        tag("p", names.of(words.KNOWN_NOTE_ON_PAGE if on_page else words.KNOWN_NOTE), class_="method"),
        class_="known",
    )


def _column(arrivals: Arrivals, last_day: date, day: date | None, names: Names, address: DayAddress) -> Markup:
    known = names.count(terms.FIGURES, arrivals.known_on(last_day))
    label = names.of(words.KNOWN_AT).format(day=names.period(last_day.isoformat()), figures=known)
    share = arrivals.known_on(last_day) / (arrivals.total or 1)
    is_chosen = day is not None and day.year == last_day.year
    bar = tag("i", class_="bar", style=f"height: {100 * share:.1f}%")
    text = last_day.isoformat()
    on_page = address(text) == brush.ON_PAGE
    return tag(
        "a",
        tag("span", bar, class_="column"),
        tag("span", str(last_day.year), class_="year"),
        href=None if on_page else address(text),
        data_day=text if on_page else None,
        title=label,
        aria_label=None if on_page else label,
        aria_current="true" if is_chosen else None,
    )


def _sentence(arrivals: Arrivals, day: date | None, names: Names) -> str:
    every = names.count(terms.FIGURES, arrivals.total)
    if day is None:
        return names.of(words.KNOWN_NOW).format(figures=every)
    known = names.count(terms.FIGURES, arrivals.known_on(day))
    return names.of(words.KNOWN_THEN).format(day=names.period(day.isoformat()), figures=known, all=every)


def _steps(arrivals: Arrivals, day: date | None, names: Names, address: DayAddress) -> list[Markup]:
    """Links to the publications before and after the day, and back to today."""
    links = []
    if earlier := arrivals.before(day) if day is not None else (arrivals.days[-1] if arrivals.days else None):
        links.append(link(address(earlier.isoformat()), f"← {names.of(words.DAY_BEFORE)}"))
    if day is not None:
        if later := arrivals.after(day):
            links.append(link(address(later.isoformat()), f"{names.of(words.DAY_AFTER)} →"))
        links.append(link(address(""), names.of(words.TODAY)))
    return links
