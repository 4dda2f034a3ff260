"""A text and what is known of its source → its articles and figures, each under the place of its number."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from indicators.curate.desk.desk import Desk
from indicators.curate.desk.entries.new_publishers import KnownPublisher, Publishers
from indicators.curate.desk.requests.asked import SourceAsked
from indicators.curate.desk.requests.offsets import Offsets
from indicators.curate.drafts import DraftArticle, DraftFigure
from indicators.curate.rendering.yaml_text import ArticleSource
from indicators.values import periods
from indicators.values.periods import Period
from indicators.values.problems import Fault
from indicators.values.text import Lang

MOST_DATES: Final = 6
"""A text is read anew for each day on which one of its articles was printed, so often at most."""


class PlacedFigure(NamedTuple):
    """A figure, and the number of its article."""

    article: int
    figure: DraftFigure


@dataclass(frozen=True)
class KnownSource:
    """Where an article was printed, as far as it is understood, and who of its ``publisher`` is known."""

    asked: SourceAsked
    source: ArticleSource
    publisher: KnownPublisher


def known_source(asked: SourceAsked, publishers: Publishers) -> KnownSource:
    """A source whose publisher is known by its id or name, or is new; what is not understood stays empty."""
    publisher = publishers.of(asked.publisher.strip(), asked.new)
    source = ArticleSource(_day(asked.published), publisher.id, asked.url.strip())
    return KnownSource(asked, source, publisher)


def _day(words: str) -> Period | None:
    try:
        return periods.parse_date(words.strip())
    except Fault:
        return None


class ReadText:
    """A text that was read: its ``articles`` with their ``sources``, and its ``figures`` by the keys of places."""

    def __init__(self, desk: Desk, text: str, sources: Sequence[SourceAsked], lang: Lang) -> None:
        self.desk, self.text, self.lang = desk, text, lang
        self.offsets = Offsets(text)
        publishers = Publishers(desk.dataset, desk.names)
        known = [known_source(asked, publishers) for asked in sources or [SourceAsked()]]
        read = {None: desk.reader.read(text, known[0].source.published)}
        count = len(read[None])
        self.sources = tuple(known[min(index, len(known) - 1)] for index in range(count))
        articles: list[DraftArticle] = []
        by_day: dict[Period | None, tuple[DraftArticle, ...]] = {known[0].source.published: read[None]}
        for index, source in enumerate(self.sources):
            day = source.source.published
            if day not in by_day and len(by_day) < MOST_DATES:
                by_day[day] = desk.reader.read(text, day)
            articles.append(by_day.get(day, read[None])[index])
        self.articles = tuple(articles)

    def with_articles(self, articles: Sequence[DraftArticle]) -> "ReadText":
        """The same text with other figures."""
        other = copy(self)
        other.__dict__.pop("figures", None)
        other.articles = tuple(articles)
        return other

    @cached_property
    def figures(self) -> Mapping[str, PlacedFigure]:
        """Key of a place → the figure whose number stands there."""
        return {
            self.key(figure): PlacedFigure(index, figure)
            for index, article in enumerate(self.articles)
            for figure in article.figures
        }

    def key(self, figure: DraftFigure) -> str:
        """What a figure is called between the page and the server."""
        return self.offsets.key(figure.start, figure.end)
