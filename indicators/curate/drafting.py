"""The text of a page → a draft of its figures: what each number is, of what, where and when, and how sure that is."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Final

from indicators.curate.article_text import ArticleText
from indicators.curate.drafts import DraftArticle, DraftFigure
from indicators.curate.entry_proposals import with_entries
from indicators.curate.figure_reading import FigureReader, ToldBefore, tells_of_parts
from indicators.curate.metric_proposals import MetricProposals
from indicators.curate.recognition.candidates import attaching, roles
from indicators.curate.recognition.candidates.candidate import Candidate, FigureRole, NumberRole, in_order
from indicators.curate.recognition.candidates.repeats import without_repeats
from indicators.curate.recognition.context.naming import is_listed
from indicators.curate.recognition.context.natures import is_carried_out, metrics_of_plans
from indicators.curate.recognition.context.places import Gazetteer
from indicators.curate.recognition.names.vocabulary import Vocabulary
from indicators.curate.recognition.text import crowds, page, scanning
from indicators.curate.recognition.text.folding import fold
from indicators.curate.recognition.text.scanned_number import ScannedNumber
from indicators.curate.tables import blocks
from indicators.curate.tables.figures import TableReader
from indicators.model.dataset import Dataset
from indicators.model.subjects import Nature
from indicators.values.periods import Period
from indicators.values.unit_table import COUNTED

LONGEST: Final = 200_000
"""Characters of a text that are read."""
_NONE: Final[Mapping[int, FigureRole]] = {}


class Reader:
    """Reads articles with what a dataset knows: its metrics, regions and units, and the quotes it has accepted."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.gazetteer = Gazetteer(dataset)
        self.vocabulary = Vocabulary(dataset)
        self.proposals = MetricProposals(dataset, self.vocabulary)
        self.of_plans = metrics_of_plans(dataset)
        self.tables = TableReader(dataset, self.gazetteer, self.vocabulary)

    def read(
        self, text: str, published: Period | None = None, also: Mapping[int, FigureRole] = _NONE
    ) -> tuple[DraftArticle, ...]:
        """The articles of a text of at most LONGEST characters, with their figures; time grows with its length only.

        ``also`` are places of the text at which somebody says that a number is of a figure, and what it is in it.
        """
        text = text[:LONGEST]
        found = self.tables.find(text)
        folded = fold(blocks.without(text, [block for block, _ in found]))
        limit = crowds.limit_of(folded.text)
        articles = [
            self._draft(ArticleText(folded, printed, limit, published, self.gazetteer), also)
            for printed in page.articles(folded.text)
        ]
        read = self.tables.with_tables(articles, found, text, published)
        placed = [*with_entries(read, text, self.dataset, self.gazetteer, self.vocabulary)]
        return tuple(self.proposals.in_articles(placed, text))

    def _draft(self, article: ArticleText, also: Mapping[int, FigureRole]) -> DraftArticle:
        unread = [*crowds.crowded(article.text, article.limit)]
        numbers = scanning.scan(article.text, self.dataset.unit_table, unread, article.limit)
        candidates, others = attaching.attach(article.text, numbers, _roles(article, numbers, also))
        kept, repeated = without_repeats(article.text, article.headline, list(in_order(candidates)), others)
        no_figures = (*article.no_figures([*others, *repeated]), *article.unread(unread))
        known = [mention for mention in article.mentions if mention.region]
        return DraftArticle(
            article.printed_headline,
            *article.bounds,
            tuple(self._figures(article, kept)),
            tuple(sorted(no_figures, key=attrgetter("start"))),
            tuple(article.place(time.start, time.end) for time in article.times),
            tuple(article.place(mention.start, mention.end) for mention in known),
            tuple(mention.region for mention in known),
            tuple(mention.region for mention in known if mention.is_named),
            tuple(article.place(mention.start, mention.end) for mention in article.mentions if mention.is_unknown),
        )

    def _figures(self, article: ArticleText, candidates: Sequence[Candidate]) -> Iterator[DraftFigure]:
        reader = FigureReader(article, self.dataset, self.vocabulary, self.proposals)
        in_paragraph: list[str] = []
        in_article: list[str] = []
        end = 0
        nature: Nature = "actual"
        is_of_another_thing = False
        for candidate in candidates:
            place, text = candidate.number.start, article.text
            above = article.dates.paragraph(place)
            is_chinese = not text[end : candidate.number.end].isascii()
            if above > end and is_chinese and not tells_of_parts(text, above):
                in_paragraph.clear()
            listed = nature if is_listed(text, article.dates.sentence(place), end, place, nature) else "actual"
            if is_chinese and is_of_another_thing and "其中" not in text[end:place]:
                in_paragraph[:1] = [""]
            figure = reader.figure(candidate, ToldBefore(in_paragraph, in_article, listed))
            is_of_another_thing = _is_of_another_thing(figure)
            for metrics in (in_paragraph, in_article):
                metrics.insert(0, figure.metric)
                del metrics[_SEVERAL:]
            end, nature = candidate.number.end, figure.nature
            yield replace(figure, nature="target") if self._is_planned(figure) else figure

    def _is_planned(self, figure: DraftFigure) -> bool:
        """True of one whose metric is one of plans only, and whose words do not say that it was carried out."""
        is_of_plans = figure.metric in self.of_plans and not figure.new_metric
        return figure.nature == "actual" and is_of_plans and not is_carried_out(figure.quote)


def _roles(
    article: ArticleText, numbers: Sequence[ScannedNumber], also: Mapping[int, FigureRole]
) -> Iterator[NumberRole]:
    """The role of each number: that which somebody says, or else that which the words around it say."""
    places = sorted(also)
    by_words = roles.roles(article.text, numbers, article.times)
    if not places:
        yield from by_words
        return
    for number, role in zip(numbers, by_words, strict=True):
        start, end = article.place(number.start, number.end)
        index = bisect_left(places, start)
        is_said = index < len(places) and places[index] < end
        yield also[places[index]] if is_said else role


def _is_of_another_thing(figure: DraftFigure) -> bool:
    """True of an amount that no metric measures, which none behind it goes on with: 新增蓄水能力2万方,实际完成1万方."""
    return "metric" in figure.why and figure.quantity is not None and figure.quantity.unit.dimension not in COUNTED


_SEVERAL: Final = 12
"""So many metrics of numbers before one are looked at."""
