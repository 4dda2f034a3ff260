"""A figure → all that a reader is told of it, in one language; the dashboard and the site only lay it out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from indicators.analysis import figure_standing, held_numbers, quotes
from indicators.analysis.agreement import Agreement
from indicators.analysis.derivations import Derivations
from indicators.analysis.quotes import Headlines, PrintedPage
from indicators.model.articles import Figure
from indicators.model.vocabulary import ALL
from indicators.phrasing import (
    calculations,
    comparisons,
    figure_headings,
    glosses,
    main_number,
    number_words,
    series,
    trust,
)
from indicators.phrasing.articles import Publication, byline, publication
from indicators.phrasing.comparisons import FigureComparison
from indicators.phrasing.figures import Mention, done, interval, mention, printed, with_minus
from indicators.phrasing.figures import main_number as number_of
from indicators.phrasing.main_number import Fact, MainNumber
from indicators.phrasing.names import Names
from indicators.phrasing.number_words import NumberWords
from indicators.phrasing.problems import sentence
from indicators.phrasing.series import FigureSeries
from indicators.phrasing.trust import TrustLine
from indicators.values import units
from indicators.values.problems import Problem
from indicators.words import terms
from indicators.words.pages import figure as page_words
from indicators.words.phrasing import agreement as agreement_words
from indicators.words.phrasing import evidence as words
from indicators.words.problems.around import SEVERITY_NAMES

OTHERS: Final = 60
"""The most other figures of the article that are listed."""
OF_METRIC: Final = 6
"""The most other figures of the metric that are listed."""
INPUTS: Final = 4
"""The most inputs of a derived figure that are named."""
AROUND: Final = 240
"""Characters of a paragraph that are shown on either side of a quote."""


class NearFigures(Protocol):
    """Looks up other figures of the metric of a figure (``frames.neighbours.Neighbours``)."""

    def series(self, figure: Figure) -> Sequence[str]: ...
    def whole_series(self, figure: Figure) -> Sequence[str]: ...
    def in_other_regions(self, figure: Figure) -> Sequence[str]: ...
    def others(self, figure: Figure, count: int) -> Sequence[str]: ...


class Findings(Protocol):
    """What has been worked out of the dataset (``study.Study``)."""

    @property
    def worked_out(self) -> Derivations: ...
    @property
    def reports(self) -> Mapping[str, Agreement]: ...
    @property
    def headlines(self) -> Headlines: ...
    @property
    def neighbours(self) -> NearFigures: ...


@dataclass(frozen=True, slots=True)
class Passage:
    """The chosen words in their paragraph of the article, with a note on where the text is from.

    ``marked`` is the number within ``quoted``, from its start to its end.
    """

    before: str
    quoted: str
    after: str
    note: str
    marked: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Derivation:
    """A figure that was worked out with this one, how, and the other inputs."""

    label: str
    working: str
    others: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """That the figure corrects another, or was corrected by it, and why."""

    sentence: str
    figure: str


@dataclass(frozen=True, slots=True)
class ReportList:
    """Who reports the same thing, the figure itself included, and whether they agree."""

    title: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a reader is told of one figure.

    ``sector`` is empty for the whole economy, and ``group`` for the whole. ``words`` are those of its numbers, of the
    chosen one first, in whose place ``passage`` stands where the article is held in full. ``gloss`` is the amount in
    the reader's language. ``of_metric`` are ids of other figures of the metric: those that it is ranked among, where
    ``rank`` says so, else those near it, of which ``differences`` says why they cannot be ranked. ``others`` are ids of
    figures of the same article; ``more`` says how many more it has.
    """

    figure: str
    theme: str
    metric: str
    region: str
    sector: str
    group: str
    period: str
    main: MainNumber
    gloss: str
    words: tuple[NumberWords, ...]
    passage: Passage | None
    publication: Publication
    comparison: FigureComparison | None
    series: FigureSeries | None
    trust: tuple[TrustLine, ...]
    facts: tuple[Fact, ...]
    derivations: tuple[Derivation, ...]
    corrections: tuple[Correction, ...]
    reports: ReportList | None
    checks: tuple[str, ...]
    notes: tuple[str, ...]
    of_metric: tuple[str, ...]
    rank: str
    differences: str
    others: tuple[str, ...]
    more: str


def of(  # noqa: PLR0913  # what the evidence of a figure depends on
    figure: Figure,
    names: Names,
    findings: Findings,
    *,
    number: str = "",
    problems: Iterable[Problem] = (),
    text: str = "",
) -> Evidence:
    """The evidence of a figure; ``problems`` are those of the figure, ``text`` its article where it is held in full.

    ``number`` is the id of the number that was chosen (``model.numbers.NUMBER_IDS``), or empty.
    """
    dataset = names.dataset
    article, metric = dataset.article_of[figure.id], dataset.metrics[figure.metric]
    agreement, derivations = findings.reports.get(figure.id), findings.worked_out
    others = [other.id for other in article.figures if other.id != figure.id]
    series_members = [dataset.figures[key] for key in findings.neighbours.series(figure)]
    earlier = next((other for other in series_members if _is_base(other, figure)), None)
    page = PrintedPage(text, findings.headlines) if text else None
    printed_in, problems = publication(article, names, held_numbers.phrase_of(figure, number), text), tuple(problems)
    placed = _placed(figure, findings, names)
    return Evidence(
        figure=figure.id,
        theme=names.theme(metric.theme),
        metric=names.of(metric.name),
        region=names.region(figure.region),
        sector="" if figure.sector == ALL else names.sector(figure.sector),
        group="" if figure.group == ALL else names.group(figure.group),
        period=figure.period.label(names.lang),
        main=main_number.of(figure, derivations, names),
        gloss=names.of_nature(glosses.of(figure.text, names), figure.nature) if figure.text else "",
        words=number_words.of(figure, names, number),
        passage=_passage(figure, number, page, names) if page else None,
        publication=printed_in,
        comparison=comparisons.of(figure, earlier, derivations, names),
        series=series.of(figure, series_members, names, title=placed.in_time),
        trust=trust.lines(figure, names, derivations, agreement, earlier, problems, page, printed_in),
        facts=tuple(_facts(figure, names)),
        derivations=tuple(_derivations(figure, names, findings)),
        corrections=tuple(_corrections(figure, agreement, names)),
        reports=_reports(agreement, names) if agreement else None,
        checks=tuple(_check(problem, names) for problem in problems),
        notes=tuple(names.of(note) for note in (figure.note, article.note, metric.description) if note is not None),
        of_metric=placed.of_metric,
        rank=placed.rank,
        differences=placed.differences,
        others=tuple(others[:OTHERS]),
        more=_not_listed(len(others) - OTHERS, names),
    )


def _not_listed(count: int, names: Names) -> str:
    return names.of(words.NOT_LISTED).format(count=f"{count:,}") if count > 0 else ""


class _Placed(NamedTuple):
    """Headings that state where a figure stands, and what of Evidence follows from the second one."""

    in_time: str
    rank: str
    of_metric: tuple[str, ...]
    differences: str


def _placed(figure: Figure, findings: Findings, names: Names) -> _Placed:
    """Where a figure stands among the periods of its place, and among the places of its time."""
    near, figures = findings.neighbours, names.dataset.figures
    in_time = [figures[key] for key in near.whole_series(figure)]
    in_places = [figures[key] for key in near.in_other_regions(figure)]
    among_periods = figure_standing.among_periods(figure, in_time, names.dataset) if in_time else None
    among_places = figure_standing.among_places(figure, in_places, names.dataset) if in_places else None
    title = figure_headings.of_series(figure, among_periods, names)
    rank = figure_headings.of_places(among_places, names)
    if rank and among_places is not None:
        highest_first = sorted(among_places.others, key=lambda other: -other.value)
        return _Placed(title, rank, tuple(other.figure for other in highest_first[:OF_METRIC]), "")
    of_metric = tuple(near.others(figure, OF_METRIC))
    return _Placed(title, "", of_metric, _differences([figure, *(figures[key] for key in of_metric)], names))


def _is_base(other: Figure, figure: Figure) -> bool:
    """True of a reported amount of the period that the growth of a figure is against."""
    same = other.nature == "actual" and other.text is not None and other.id != figure.id
    return same and figure.base_period is not None and other.period == figure.base_period


def _differences(figures: Sequence[Figure], names: Names) -> str:
    """Why figures of one metric cannot be ranked; empty where they differ in their region only."""
    differing = [key for key in page_words.DIFFERENCES if len({getattr(figure, key) for figure in figures}) > 1]
    if not differing:
        return ""
    listed = names.listed([names.of(page_words.DIFFERENCES[key]) for key in differing])
    return names.of(page_words.NOT_RANKED).format(differences=listed)


def summary(figure: Figure, names: Names) -> str:
    """The quote with its nature before it, the headline, and who printed it when, for feeds and previews of links."""
    article = names.dataset.article_of[figure.id]
    quote = names.of(words.QUOTED).format(quote=figure.quote)
    if figure.nature != "actual":
        quote = names.of(words.OF_NATURE).format(nature=names.nature(figure.nature), quote=quote)
    return " ".join((quote, names.headline(article), byline(article, names)))


# --- what is recorded ------------------------------------------------------------------------------------------------


def _facts(figure: Figure, names: Names) -> Iterator[Fact]:
    if figure.text is not None:
        value = units.full(figure.text.value, figure.text.unit, names.lang)
        yield Fact(names.of(words.VALUE), names.of_nature(value, figure.nature))
        if between := interval(figure.text, names):
            yield Fact(names.of(words.RANGE), names.of_nature(between, figure.nature))
        if figure.text.given_unit:
            facts = {"unit": figure.text.given_unit, "printed": figure.text.printed}
            yield Fact(names.of(words.UNIT), names.of(words.UNIT_GIVEN).format(**facts))
        if figure.text.qualifier != "exact":
            yield Fact(names.of(words.QUALIFIER), names.of(terms.QUALIFIERS[figure.text.qualifier]))
    yield from _rates(figure, names)
    yield Fact(names.of(words.NATURE_LABEL), names.nature(figure.nature))
    yield Fact(names.of(words.MEASURED), names.of(terms.METRIC_KINDS[names.dataset.metrics[figure.metric].kind]))
    for label, key in ((words.PART_OF, figure.part_of), (words.TARGET, figure.plan)):
        other = names.dataset.figures.get(key or "")
        if other is not None:
            yield Fact(names.of(label), f"{names.metric(other.metric)} {printed(other, names)}", other.id)


def _rates(figure: Figure, names: Names) -> Iterator[Fact]:
    """The numbers beside the amount, as they were printed, and what they are against."""
    growth = words.OTHER_GROWTH_LABEL if figure.growth_from else words.GROWTH_LABEL
    for label, number in (
        (growth, figure.growth),
        (words.CHANGE_LABEL, figure.change),
        (words.CHANGE_LABEL, figure.points),
        (words.SHARE_LABEL, figure.share),
    ):
        if number is not None:
            yield Fact(names.of(label), names.of_nature(with_minus(number.printed), figure.nature))
    if figure.growth_from is not None:
        yield Fact(names.of(words.GROWTH_FROM), figure.growth_from.label(names.lang))
    if figure.completion is not None:
        yield Fact(names.of(words.COMPLETION_LABEL), done(figure, names))
    if (second := figure.second_plan) is not None:
        plan = names.of(words.SECOND_PLAN).format(name=names.of(second.name))
        yield Fact(plan, names.of_nature(second.completion.printed, figure.nature))


# --- the words that hold it ------------------------------------------------------------------------------------------

_PARAGRAPH: Final = "\n\n"


def _passage(figure: Figure, number: str, page: PrintedPage, names: Names) -> Passage | None:
    """The words of the chosen number in their paragraph, or as much of that as is shown; None where they do not stand
    in the text.
    """
    name = held_numbers.chosen_number(figure, number)
    held = held_numbers.held(figure, name)
    findings = quotes.find(names.dataset.article_of[figure.id], page) if held else ()
    located = (finding for finding in findings if held and (finding.figure, finding.key) == (figure.id, held.key))
    finding = next((finding for finding in located if finding.status in {"found", "moved"}), None)
    if finding is None:
        return None
    text, start, end = page.text, finding.start, finding.end
    first, last = text.rfind(_PARAGRAPH, 0, start) + 1, text.find(_PARAGRAPH, end)
    return Passage(
        before=text[max(first, start - AROUND) : start],
        quoted=text[start:end],
        after=text[end : min(last if last >= 0 else len(text), end + AROUND)],
        note=names.of(words.TEXT_IS_HELD),
        marked=held_numbers.number_in(name, getattr(figure, name), text[start:end]) or (0, 0),
    )


# --- what is known beside it -----------------------------------------------------------------------------------------


def _derivations(figure: Figure, names: Names, findings: Findings) -> Iterator[Derivation]:
    """The derived figures that this one is an input of."""
    for derived in findings.worked_out.about(figure.id):
        calculation = calculations.of(derived, names)
        working = words.WORKING_BETWEEN if calculation.interval else words.WORKING
        facts = {"value": calculation.value, "interval": calculation.interval, "formula": calculation.formula}
        others = [names.dataset.figures[key] for key in calculation.inputs if key != figure.id][:INPUTS]
        yield Derivation(
            label=calculation.label,
            working=names.of(working).format(**facts),
            others=tuple(mention(other, names) for other in others),
        )


def _corrections(figure: Figure, agreement: Agreement | None, names: Names) -> Iterator[Correction]:
    figures = names.dataset.figures
    later = figures.get(agreement.superseded.get(figure.id, "")) if agreement else None
    if later is not None:
        yield Correction(names.of(words.CORRECTED).format(reason=_reason(later, names)), later.id)
    earlier = figures.get(figure.supersedes or "")
    if earlier is not None:
        facts = {"number": number_of(earlier, names), "reason": _reason(figure, names)}
        yield Correction(names.of(words.CORRECTS).format(**facts), earlier.id)


def _reason(correcting: Figure, names: Names) -> str:
    return names.of(correcting.reason) if correcting.reason else ""


def _reports(agreement: Agreement, names: Names) -> ReportList:
    verdict = names.of(agreement_words.VERDICTS[agreement.verdict])
    mentions = (
        Mention(
            figure=figure.id,
            name=names.of(terms.JOIN).join((names.publisher(article.publisher), article.published.label(names.lang))),
            number=number_of(figure, names),
            nature=figure.nature,
        )
        for figure, article in agreement.witnesses
    )
    return ReportList(names.of(words.REPORTED_BY).format(verdict=verdict), tuple(mentions))


def _check(problem: Problem, names: Names) -> str:
    """What the checks say of the figure, and why what is accepted stays as it is."""
    severity = names.of(SEVERITY_NAMES[problem.severity])
    message = sentence(problem, names.lang, short=True)
    finding = names.of(words.FINDING).format(severity=severity, message=message)
    if problem.accepted is None:
        return finding
    return names.of(words.ACCEPTED).format(finding=finding, reason=names.of(problem.accepted))
