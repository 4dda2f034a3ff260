"""An event → its words in one language: what happened, when, and who reports it."""

from dataclasses import dataclass

from indicators.model.articles import Article
from indicators.model.events import Event
from indicators.phrasing.articles import byline
from indicators.phrasing.names import Names
from indicators.words.phrasing import events as words


@dataclass(frozen=True, slots=True)
class LetteredEvent:
    """An event in a chart: the ``letter`` at its line, what happened and when, and the id of the article."""

    letter: str
    name: str
    date: str
    article: str

    def happening(self, names: Names) -> str:
        """The letter and what it stands for: A: The mill starts, March 2022."""
        return names.of(words.LETTERED).format(letter=self.letter, date=self.date, name=self.name)

    def line(self, names: Names) -> str:
        """The same with who reports it: A: The mill starts, March 2022 (Daily · 5 August 2022)."""
        return self.happening(names) + reporter(self.article, names)


def lettered(event: Event, number: int, names: Names) -> LetteredEvent:
    """The event with its letter: A for the first (0), AA for the one after Z."""
    letters = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return LetteredEvent(letters, names.of(event.name), event.date.label(names.lang), event.article)


def reporter(article: str, names: Names) -> str:
    """Who reports it, in brackets."""
    return names.of(words.REPORTED_BY).format(article=byline(names.dataset.articles[article], names))


def happening(event: Event, names: Names) -> str:
    """What happened and when: The mill starts, March 2022."""
    return names.of(words.EVENT).format(date=event.date.label(names.lang), name=names.of(event.name))


def of_article(article: Article, names: Names) -> list[str]:
    """What happened, of all events that the article reports."""
    return [happening(event, names) for event in names.dataset.events.values() if event.article == article.id]


def phrase(event: Event, names: Names) -> str:
    """The same with who reports it: The mill starts, March 2022 (Daily · 5 August 2022)."""
    return happening(event, names) + reporter(event.article, names)
