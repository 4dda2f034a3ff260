"""All figures at their periods, by theme, as a page of the site."""

from datetime import date

from indicators.export.markup import tag
from indicators.pages import parts, time_strip
from indicators.pages.context import PageContext
from indicators.site.addresses import SiteAddresses
from indicators.site.volume import Page, Volume
from indicators.view import View
from indicators.words import time as words


def page(volume: Volume) -> Page:
    """The strip with links to figures; the years below it are no links, since the pages are written once."""
    context = PageContext(volume.study, volume.names, SiteAddresses(volume, ""), date.min)
    title = volume.of(words.SITE_TITLE)
    every = volume.study.every
    strip = time_strip.strip(every, context, View(page="time"), narrows=False) if len(every) else None
    body = parts.page(tag("h1", title), strip, name="time")
    return Page("time.html", title, volume.of(words.STRIP_NOTE_FIXED), body, section="time")
