"""An event → its words in one language: what happened, when, and who reports it."""

from indicators.model.events import Event
from indicators.phrasing.articles import byline
from indicators.phrasing.names import Names
from indicators.words import events as words


def happening(event: Event, names: Names) -> str:
    """What happened and when: The mill starts, March 2022."""
    return names.of(words.EVENT).format(date=event.date.label(names.lang), name=names.of(event.name))


def phrase(event: Event, names: Names) -> str:
    """The same with who reports it: The mill starts, March 2022 (Daily · 5 August 2022)."""
    article = names.dataset.articles[event.article]
    return happening(event, names) + names.of(words.REPORTED_BY).format(article=byline(article, names))
