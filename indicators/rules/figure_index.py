"""A corpus → its figures by id, as parts of a whole and as series over periods, for rules that compare figures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from indicators.model.articles import Article, Figure
from indicators.model.subjects import Nature, Subject, Tree
from indicators.model.vocabulary import ALL, Group, Metric, Region, Sector
from indicators.reading.corpus import Corpus, Spot, TreeModel
from indicators.values import periods
from indicators.values.periods import Period
from indicators.values.problems import Problem
from indicators.values.quantities import Quantity
from indicators.values.units import compact


class Report(NamedTuple):
    """A figure with its amount, which rules ask for most, its place in a file, and the article that reports it."""

    figure: Figure
    text: Quantity | None
    spot: Spot[Figure]
    article: Spot[Article]

    def error(self, code: str, key: str, **facts: str) -> Problem:
        """A problem that only the curator can have made."""
        return self.spot.problem(code, key, severity="error", **{"id": self.figure.id, **facts})

    def warning(self, code: str, key: str, **facts: str) -> Problem:
        """A problem that the newspaper itself may have printed."""
        return self.spot.problem(code, key, severity="warning", **{"id": self.figure.id, **facts})


class SeriesKey(NamedTuple):
    """What the figures of a series are about, but for their period (see ``Figure.subject``)."""

    metric: str
    region: str
    sector: str
    group: str
    nature: Nature


Series = Mapping[str, list[Report]]
"""The figures of a series by their ``FigureIndex.time``."""


MOST_COMPARED: Final = 20
"""A figure is compared with at most so many others of its subject. Newspapers never print more; machines may."""


@dataclass(frozen=True)
class FigureIndex:
    """Look-ups in a corpus, each made once. Figures that another supersedes are left out of series and of parts."""

    corpus: Corpus

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """All figures, in the order in which they were read."""
        spots = iter(self.corpus.figures)  # in the order of the articles
        return tuple(
            Report(spot.entry, spot.entry.text, spot, article)
            for article in self.corpus.articles
            for spot in islice(spots, len(article.entry.figures))
        )

    @cached_property
    def by_id(self) -> Mapping[str, Report]:
        return {report.figure.id: report for report in self.reports}

    @cached_property
    def metrics(self) -> Mapping[str, Metric]:
        return {key: spot.entry for key, spot in self.corpus.ids(Metric).items()}

    @cached_property
    def corrections(self) -> list[tuple[Report, Report]]:
        """Each figure that supersedes another, with the other."""
        pairs = [(report, report.figure.supersedes) for report in self.reports if report.figure.supersedes]
        return [(report, self.by_id[key]) for report, key in pairs if key in self.by_id]

    @cached_property
    def standing(self) -> Sequence[Report]:
        """The figures that no other supersedes."""
        if not self._superseded:
            return self.reports
        return [report for report in self.reports if report.figure.id not in self._superseded]

    @cached_property
    def _superseded(self) -> frozenset[str]:
        return frozenset(old.figure.id for _, old in self.corrections)

    @cached_property
    def series(self) -> Mapping[SeriesKey, Series]:
        """The figures that stand by metric, place and nature, and then by period."""
        series: dict[SeriesKey, dict[str, list[Report]]] = {}
        for report in self.standing:
            figure = report.figure
            series.setdefault(series_of(figure), {}).setdefault(self.time(figure), []).append(report)
        return series

    @property
    def peers(self) -> Mapping[SeriesKey, Series]:
        """The series of metrics of which all are known."""
        return self.series

    def time(self, figure: Figure) -> str:
        """The text of its period, which is the same for equal periods, and of stocks for those that end together."""
        return self._moment(figure).text

    def subject(self, figure: Figure) -> Subject:
        """What a figure is about; of stocks whose periods end together it is the same."""
        return figure.subject._replace(period=self._moment(figure))

    def _moment(self, figure: Figure) -> Period:
        metric = self.metrics.get(figure.metric)
        return figure.period.moment() if metric is not None and metric.kind == "stock" else figure.period

    def base_time(self, figure: Figure) -> str:
        """What ``time`` says of the figure that growth, change and points of this one are against."""
        metric = self.metrics.get(figure.metric)
        base = figure.base_period
        if base is None:
            return ""
        return (base.moment() if metric is not None and metric.kind == "stock" else base).text

    @cached_property
    def signed(self) -> frozenset[str]:
        """The metrics of which an amount below zero is reported, as of profits."""
        return frozenset(report.figure.metric for report in self.reports if report.text and report.text.low < 0)

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The periods of all series by their length and then by time, each with its number in that order."""
        distinct = map(periods.parse, set[str]().union(*self.series.values()))
        ordered = sorted(distinct, key=lambda period: (period.length, period.start))
        return {period.text: number for number, period in enumerate(ordered)}

    @cached_property
    def wholes(self) -> list[tuple[Report, list[Report]]]:
        """Each whole that no other figure supersedes, with its parts."""
        parts_of: dict[str, list[Report]] = {}
        for report in self.standing:
            if report.figure.part_of is not None:
                parts_of.setdefault(report.figure.part_of, []).append(report)
        return [
            (self.by_id[key], parts)
            for key, parts in parts_of.items()
            if key in self.by_id and key not in self._superseded
        ]

    def lies_in(self, model: TreeModel, key: str, outer: str) -> bool:
        """True where a region, sector or group is another one, or lies in it over any number of steps."""
        question = model, key, outer
        if question not in self._answers:
            self._answers[question] = outer in self.upwards(model, key)
        return self._answers[question]

    @cached_property
    def _answers(self) -> dict[tuple[TreeModel, str, str], bool]:
        return {}

    def upwards(self, model: TreeModel, key: str) -> Iterator[str]:
        """A region, sector or group and those that it lies in, from the inside outwards; a group lies in the whole."""
        above = key
        yield above
        for above in self.corpus.around(model, key):
            yield above
        if model is Group and above != ALL:
            yield ALL

    def holders(self, subject: Subject) -> Iterator[Subject]:
        """The subject, and the same of all places in which its place lies."""
        return subject.holders(lambda tree, key: self.upwards(_MODELS[tree], key))

    def family(self, group: str) -> str:
        """The outermost group that the file says a group is a part of, or itself (``Dataset.family``)."""
        return [group, *self.corpus.around(Group, group)][-1]


_MODELS: Final[Mapping[Tree, TreeModel]] = {"region": Region, "sector": Sector, "group": Group}


def series_of(figure: Figure) -> SeriesKey:
    return SeriesKey(figure.metric, *figure.place, figure.nature)


def shown(value: Decimal, like: Quantity) -> str:
    """A calculated amount in the unit and the language of a printed one."""
    return compact(value, like.unit, like.lang, digits=15)


def estimated(value: Decimal, like: Quantity) -> str:
    """A calculated amount as ``shown``, but to five digits: more would be of no use to a reader."""
    return compact(value, like.unit, like.lang, digits=5)


def percent(share: Decimal) -> str:
    """A calculated fraction as a percentage with two decimals."""
    return f"{share * 100:.2f}%"


def listed(ids: Sequence[str]) -> str:
    """Ids in a sentence, of many the first."""
    return ", ".join(ids if len(ids) <= _MOST_NAMED else [*ids[: _MOST_NAMED - 1], "…"])


_MOST_NAMED: Final = 6
