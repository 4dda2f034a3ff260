"""A text that was read → the figures proposed for its numbers, in their better readings, and what is against them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from indicators.curate.desk.desk import Desk
from indicators.curate.desk.entries import entry
from indicators.curate.desk.entries.entry import DecidedArticle, DecidedFigure
from indicators.curate.desk.figures.fields import FieldJson, Fields, chosen_link
from indicators.curate.desk.figures.finding_sentences import FindingSentences
from indicators.curate.desk.figures.links_between import Keyed
from indicators.curate.desk.figures.read_text import ReadText
from indicators.curate.desk.figures.reasons import Reasons
from indicators.curate.drafts import DraftArticle, DraftFigure
from indicators.curate.judging import has_second, with_second


class Proposals:
    """The proposals for a text: its ``figures`` with their ``fields``, and the ``problems`` that the checks find.

    ``alternatives`` are the first readings of figures whose second one the checks prefer, with what is against them.
    """

    def __init__(self, read: ReadText) -> None:
        self.read, self.desk, self.lang = read, read.desk, read.lang
        self.alternatives: Mapping[str, tuple[DraftFigure, Sequence[str]]] = {}
        self.articles: Sequence[DraftArticle] = read.articles
        self._set()
        self._choose_readings()

    def _set(self) -> None:
        """Lay out the figures as they are, and have them checked."""
        self.figures = [
            Keyed(self.read.key(figure), index, figure)
            for index, article in enumerate(self.articles)
            for figure in article.figures
        ]
        self.fields = {keyed.key: self._fields(index) for index, keyed in enumerate(self.figures)}
        ready_keys = {keyed.key for keyed in self.figures if is_ready(self.desk, keyed.figure)}
        self.decided = [self._proposed(keyed, ready_keys) for keyed in self.figures if keyed.key in ready_keys]
        ready = [decided.figure for decided in self.decided]
        heads = [
            DecidedArticle(
                article.headline, entry.with_stand_ins(known.source, self.desk, ready), known.source, self.lang
            )
            for article, known in zip(self.articles, self.read.sources, strict=True)
        ]
        self.entry = entry.build(self.desk, heads, self.decided)
        found = entry.findings(self.desk, self.entry) if ready and heads[0].source.published else []
        self.problems = entry.by_figure(found, self.entry)
        texts = {keyed.key: keyed.figure.printed for keyed in self.figures}
        self.sentences = FindingSentences(self.desk, self.entry, texts, self.lang)

    def _fields(self, index: int) -> list[FieldJson]:
        keyed = self.figures[index]
        return Fields(self.reasons(keyed), self.figures, index).all()

    def reasons(self, keyed: Keyed) -> Reasons:
        """What the text says for a figure."""
        return Reasons(self.desk, self.read.text, self.articles[keyed.article], keyed.figure, self.lang)

    def _proposed(self, keyed: Keyed, ready: set[str]) -> DecidedFigure:
        """A figure as it would be entered if every proposal were accepted."""
        fields = self.fields[keyed.key]
        whole, plan = chosen_link(fields, "part_of"), chosen_link(fields, "plan")
        whole = whole if whole in ready else ""
        figure = keyed.figure if whole else replace(keyed.figure, share=None)
        figure = figure if plan else replace(figure, completion=None)
        return DecidedFigure(keyed.key, keyed.article, figure, plan, whole)

    def _choose_readings(self) -> None:
        """Take the second metric of each figure against which the checks have less to say than its first."""
        wrong = [keyed.key for keyed in self.figures if self._weight(keyed.key) and self._has_second(keyed.figure)]
        if not wrong:
            return
        first = {key: (self._weight(key), self._sentences(key)) for key in wrong}
        before = {keyed.key: keyed.figure for keyed in self.figures}
        unchanged = self.articles
        self._swap(unchanged, set(wrong))
        better = {key for key in wrong if self._weight(key) < first[key][0]}
        if better != set(wrong):
            self._swap(unchanged, better)
        self.alternatives = {key: (before[key], first[key][1]) for key in better}

    def _swap(self, articles: Sequence[DraftArticle], keys: set[str]) -> None:
        self.articles = tuple(
            replace(
                article,
                figures=tuple(
                    with_second(figure) if self.read.key(figure) in keys else figure for figure in article.figures
                ),
            )
            for article in articles
        )
        self._set()

    def _has_second(self, figure: DraftFigure) -> bool:
        return has_second(figure) and is_ready(self.desk, with_second(figure))

    def _weight(self, key: str) -> int:
        """How much the checks have against a figure itself; notes do not count, nor that another report differs."""
        own = self.entry.ids.get(key)
        problems = self.problems.get(key, ())
        return sum(problem.severity != "information" and problem.about == own for problem in problems)

    def _sentences(self, key: str) -> list[str]:
        return [self.sentences.plain(problem) for problem in self.problems.get(key, ())]


def is_ready(desk: Desk, figure: DraftFigure) -> bool:
    """True of a figure in which nothing is missing that an entry needs."""
    return (
        "metric" not in figure.why
        and figure.metric in desk.dataset.metrics
        and figure.region in desk.dataset.regions
        and bool(figure.sector)
        and figure.period is not None
        and (figure.quantity is not None or not figure.text)
    )
