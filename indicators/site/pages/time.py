"""All figures at their periods, by theme, and when they became known, as a page of the site."""

from datetime import date
from typing import Final

from markupsafe import Markup

from indicators.analysis.arrivals import arrivals
from indicators.export.markup import tag
from indicators.frames import strips
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.pages.time import brush, figure_strip, known_days
from indicators.site.addresses import SiteAddresses
from indicators.site.volume import Page, Volume
from indicators.view import View
from indicators.words.pages import time as words

MOST_ARRIVALS: Final = 20_000
"""On how many days figures of all bars became known at most: a page with more has no slider of days."""


def page(volume: Volume) -> Page:
    """The strip with links to figures; a script shows some of its years, and it as it was known on a day."""
    title = volume.of(words.SITE_TITLE)
    body = parts.page(tag("h1", title), *_strip(volume), name="time")
    return Page("time.html", title, volume.of(words.STRIP_NOTE_FIXED), body, section="time")


def _strip(volume: Volume) -> list[Markup]:
    every = volume.study.every
    if not len(every):
        return []
    context = PageContext(volume.study, volume.names, SiteAddresses(volume, ""), date.min)
    of_time = arrivals(volume.study.whole)
    known = strips.arrivals_of_bars(every, brush.offered(of_time))
    has_days = sum(map(len, known.values())) <= MOST_ARRIVALS
    strip = figure_strip.strip(every, context, View(page="time"), narrows=False, known=known if has_days else None)
    if not has_days:
        return [strip]
    return [strip, known_days.section(of_time, None, volume.names, lambda _: brush.ON_PAGE)]
