"""A draft beside its dataset → what the rules find against each of its figures, and the better of two readings."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from indicators.curate.drafts import DraftArticle, DraftFigure
from indicators.curate.entry_checks import KnownFiles
from indicators.curate.insertion import inserted
from indicators.curate.rendering.yaml_text import UNKNOWN, ArticleSource, Ids, article_yaml, new_metric_line
from indicators.model.dataset import Dataset
from indicators.values.problems import Problem
from indicators.values.text import Lang

FORM_ONLY: Final = frozenset({"rate-without-words", "no-address", "unused-entry"})
"""Notes that say nothing against a number."""


_LEFT_OPEN: Final = re.compile(rf"^[^#\n]*: {UNKNOWN}(?!\S)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CheckedEntry:
    """The YAML of drafted articles as it would stand in a file, and what the checks say of it.

    ``problems`` are only those that the data file does not have without it; ``figures`` are the ids of its figures in
    their order. ``file`` is the text of the whole file with the entry, and with the standard indicators among its
    ``metrics`` that it has not got yet.
    """

    text: str
    metrics: str
    file: str
    figures: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def passes(self) -> bool:
        """True where no finding is an error."""
        return all(problem.severity != "error" for problem in self.problems)

    @property
    def findings(self) -> list[Problem]:
        """What the checks say beyond that something is left to be filled in."""
        return [problem for problem in self.problems if UNKNOWN not in problem.facts.values()]

    @property
    def left_open(self) -> int:
        """How many fields are left to be filled in."""
        return len(_LEFT_OPEN.findall(self.text))


@dataclass(frozen=True, slots=True)
class Judge:
    """Checks drafts of articles as if they stood in the last of the known files; comments are in ``lang``."""

    dataset: Dataset
    known: KnownFiles
    source: ArticleSource
    lang: Lang

    def entry(self, articles: Sequence[DraftArticle]) -> CheckedEntry:
        """The entry of all articles that have figures, with what the checks find against it."""
        ids = Ids(self.dataset)
        blocks: list[str] = []
        keys: list[str] = []
        for article in articles:
            if article.figures:
                block, starts = article_yaml(article, article.figures, self.source, ids, self.lang)
                blocks.append(block)
                keys.extend(key for key, _ in starts)
        text, last = "".join(blocks), self.known.last
        if not text:
            return CheckedEntry("", "", last.text, (), ())
        standard = {key: metric for key, metric in ids.new_metrics.items() if metric.standard}
        metrics = "".join(f"  {new_metric_line(key, metric)}\n" for key, metric in standard.items())
        document = f"metrics:\n{metrics}articles:\n{text}" if metrics else f"articles:\n{text}"
        problems = [problem for problem in self.known.against(document) if problem.code not in FORM_ONLY]
        file = inserted(last.text, metrics, "metrics") if metrics else last.text
        return CheckedEntry(text, metrics, inserted(file, text), tuple(keys), tuple(problems))

    def with_better_readings(self, articles: Sequence[DraftArticle]) -> tuple[DraftArticle, ...]:
        """The draft with the second reading of each figure against which the checks have less to say than its first."""
        first = self.entry(articles)
        against = _counted(first)
        flat = [figure for article in articles for figure in article.figures]
        wrong = {index for index, key in enumerate(first.figures) if against[key] and has_second(flat[index])}
        if not wrong:
            return tuple(articles)
        second = self.entry(_with_seconds(articles, wrong))
        others = _counted(second)
        better = {index for index in wrong if others[second.figures[index]] < against[first.figures[index]]}
        return _with_seconds(articles, better)


def _counted(checked: CheckedEntry) -> Counter[str]:
    return Counter(problem.about for problem in checked.problems)


def _with_seconds(articles: Sequence[DraftArticle], chosen: set[int]) -> tuple[DraftArticle, ...]:
    """The articles, with the first two choices of some figures, by their numbers, the other way round."""
    index = -1
    several: list[DraftArticle] = []
    for article in articles:
        figures: list[DraftFigure] = []
        for figure in article.figures:
            index += 1
            if index in chosen:
                figure = with_second(figure)  # noqa: PLW2901
            figures.append(figure)
        several.append(replace(article, figures=tuple(figures)))
    return tuple(several)


def has_second(figure: DraftFigure) -> bool:
    """True where the words of the text speak for a second metric nearly as much as for the first.

    Where they do not, a check that fails is about the number, not about what it is of.
    """
    if figure.sure == "doubtful" and {"period", "metric"} & {*figure.why}:  # what is open fails in one reading only
        return False
    return len(figure.choices) > 1 and figure.choices[1].score >= _NEARLY * figure.choices[0].score


_NEARLY: Final = 0.8


def with_second(figure: DraftFigure) -> DraftFigure:
    """A figure with its first two choices the other way round, and the period that the second one has."""
    first, second, *rest = figure.choices
    why = tuple(dict.fromkeys([*figure.why, "metric-near"]))
    sure = "look" if figure.sure == "confident" else figure.sure
    swapped = replace(figure, choices=(second, first, *rest), why=why, sure=sure)
    if len(figure.choice_periods) < 2:
        return swapped
    period, other, *further = figure.choice_periods
    return replace(swapped, period=other, choice_periods=(other, period, *further))
