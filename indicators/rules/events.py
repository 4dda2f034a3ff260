"""What must hold for events: an article reports what has happened."""

from collections.abc import Iterator

from indicators.model.articles import Article
from indicators.model.events import Event
from indicators.reading.corpus import Corpus
from indicators.values.problems import Problem


def events_are_of_the_past(corpus: Corpus) -> Iterator[Problem]:
    """An event had begun when its article was published; a date of which only the month is known counts as its end."""
    articles = corpus.ids(Article)
    for spot in corpus.spots(Event):
        event = spot.entry
        if event.article not in articles:
            continue
        published = articles[event.article].entry.published
        if event.date.start > published.end:
            yield spot.problem(
                "event-after-article",
                "date",
                id=event.id,
                date=event.date.text,
                article=event.article,
                published=published.text,
            )
