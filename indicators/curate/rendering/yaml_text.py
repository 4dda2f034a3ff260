"""A draft → the YAML of an article, ready to paste: every guess marked with a comment, nothing in it but text."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from indicators.curate.drafts import DraftArticle, DraftFigure, DraftPart, ProposedEntry, ProposedMetric
from indicators.curate.metric_proposals import id_of
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import ALL, Better, MetricKind
from indicators.values.periods import Period
from indicators.values.text import Lang, LocalText
from indicators.words.curate import draft as words

_PLAIN: Final = re.compile(
    r"[A-Za-z\u4e00-\u9fff“][\w\u4e00-\u9fff“”（）、—·%.]{0,60}|[0-9]+(?:\.[0-9]+)?[\u4e00-\u9fff%]{1,20}"
)
"""A text that every reader of YAML reads as this text, without quotation marks."""
_YES_AND_NO: Final = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n", "nan", "inf"})
UNKNOWN: Final = "TODO"
"""What stands where the text does not say: an id that no dataset has, so that ``check`` asks for it."""


@dataclass(frozen=True, slots=True)
class FigureLinks:
    """What a curator has decided of a figure that its own words do not say.

    ``plan`` and ``part_of`` are ids; ``accept`` are codes of findings, each with the reason why they are right.
    """

    plan: str = ""
    part_of: str = ""
    accept: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleSource:
    """What a curator knows of an article that its text may not say; what is not known stays empty."""

    published: Period | None = None
    publisher: str = ""
    url: str = ""


def scalar(text: str) -> str:
    """A text as one YAML scalar on one line; whatever is in it, it is read as this text and nothing else."""
    if _PLAIN.fullmatch(text) and text.lower() not in _YES_AND_NO:
        return text
    return _BEYOND_YAML.sub(lambda char: f"\\u{ord(char[0]):04x}", json.dumps(text, ensure_ascii=False))


def entry_line(key: str, name: LocalText, level: str, part_of: str) -> str:
    """A region, a sector or a group as an item of the list of its section."""
    facts = [f"id: {key}", f"name: {{zh: {scalar(name.zh)}, en: {scalar(name.en)}}}"]
    facts += [f"{key}: {value}" for key, value in (("level", level), ("part_of", part_of)) if value]
    return f"- {{{', '.join(facts)}}}"


_BEYOND_YAML: Final = re.compile(
    "[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)


class Ids:
    """Ids that no entry of a dataset has, and none given before."""

    def __init__(self, dataset: Dataset) -> None:
        self._taken = {*dataset.articles, *dataset.figures, *dataset.renamed["article"], *dataset.renamed["figure"]}
        self._metrics = {*dataset.metrics, *dataset.renamed["metric"]}
        self.new_metrics: dict[str, ProposedMetric] = {}
        """The metrics that figures have and the dataset has not, by their ids; those of one name are one."""

    def free(self, *parts: str) -> str:
        """An id of these parts, with a number where it is taken."""
        stem = _NOT_IN_IDS.sub("-", "-".join(filter(None, parts)).lower()).strip("-")[:80] or "figure"
        key, number = stem, 1
        while key in self._taken:
            number += 1
            key = f"{stem}-{number}"
        self._taken.add(key)
        return key

    def of_article(self, source: ArticleSource) -> str:
        """A free id for an article."""
        return self.free(source.publisher, source.published.text if source.published else "article")

    def of_figure(self, figure: DraftFigure) -> str:
        """A free id for a figure, by what it is of."""
        sector, new = figure.sector * (figure.sector != ALL), figure.open_metric
        metric = self.of_metric(new) if new else figure.metric
        return self.free(figure.region, sector, metric, _period_in_id(figure.period))

    def of_metric(self, new: ProposedMetric) -> str:
        """The id of a new metric, which is the same for all figures of it; empty where it has no name."""
        known = (key for key, metric in self.new_metrics.items() if (metric.zh, metric.en) == (new.zh, new.en))
        key = next(known, "") or id_of(new.zh, new.en, {*self._metrics, *self.new_metrics})
        if key:
            self.new_metrics.setdefault(key, new)
        return key


_NOT_IN_IDS: Final = re.compile("[^a-z0-9]+")


def _new_entries(figure: DraftFigure, known: set[ProposedEntry], lang: Lang) -> Iterator[str]:
    """The regions and sectors that could be added, each once in an article, as comments that are ready to be pasted."""
    for new in figure.new_entries:
        if new not in known:
            known.add(new)
            name = LocalText(zh=new.zh or UNKNOWN, en=new.en or UNKNOWN)
            yield f"# {words.NEW_ENTRY[new.tree].of(lang).format(name=new.zh or new.en)}"
            yield f"#   {entry_line(id_of(new.zh, new.en) or UNKNOWN, name, new.level, new.part_of)}"


def article_yaml(
    article: DraftArticle, figures: Sequence[DraftFigure], source: ArticleSource, ids: Ids, lang: Lang
) -> tuple[str, list[tuple[str, int]]]:
    """The entry of an article with these of its figures, and the id of each with the line of the entry it begins at.

    Lines are counted from 0. Comments are in ``lang``, and say what is a guess.
    """
    lines = list(head_lines(article.headline, ids.of_article(source), source, lang))
    starts: list[tuple[str, int]] = []
    proposed: set[ProposedEntry] = set()
    for figure in figures:
        key = ids.of_figure(figure)
        starts.append((key, len(lines)))
        lines += item_lines(_figure(figure, key, ids, proposed, lang))
    return "\n".join(lines) + "\n", starts


def item_lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a figure as an item of the list of figures."""
    for index, line in enumerate(lines):
        yield f"      - {line}" if index == 0 else f"        {line}"


def decided_lines(figure: DraftFigure, key: str, links: FigureLinks) -> Iterator[str]:
    """The lines of a figure that a curator has accepted: nothing in it is a guess, so that there are no comments."""
    yield f"id: {key}"
    for name in ("metric", "region", "sector"):
        yield f"{name}: {getattr(figure, name)}"
    if figure.group != ALL:
        yield f"group: {figure.group}"
    yield f"period: {figure.period.text if figure.period else UNKNOWN}"
    if figure.nature != "actual":
        yield f"nature: {figure.nature}"
    yield from _numbers(figure)
    if links.plan:
        yield f"plan: {links.plan}"
    if links.part_of:
        yield f"part_of: {links.part_of}"
    for code, reason in links.accept:
        yield f"{'accept: ' if (code, reason) == links.accept[0] else '        '}{_acceptance(code, reason, links)}"
    yield f"quote: {scalar(figure.quote)}"
    yield from _words_of("growth_quote", [figure.growth, figure.points], figure.quote)
    yield from _words_of("share_quote", [figure.share], figure.quote)
    yield from _words_of("completion_quote", [figure.completion], figure.quote)


def _numbers(figure: DraftFigure) -> Iterator[str]:
    """The amount with its unit, where that does not stand beside it, and the rates."""
    if figure.text:
        yield f"text: {scalar(figure.text)}"
    if figure.text and figure.unit:
        yield f"unit: {scalar(figure.unit)}"
    for name, part in figure.parts():
        yield f"{name}: {scalar(part.words)}"


def _acceptance(code: str, reason: str, links: FigureLinks) -> str:
    """One acceptance in a list on several lines, with the one sentence that there is in both languages."""
    first, last = (code, reason) == links.accept[0], (code, reason) == links.accept[-1]
    words = scalar(reason)
    return f"{'[' if first else ' '}{{code: {code}, reason: {{zh: {words}, en: {words}}}}}{']' if last else ','}"


def _period_in_id(period: Period | None) -> str:
    return period.text.lower().replace("-s", "s").replace("/", "-") if period else ""


def head_lines(headline: str, key: str, source: ArticleSource, lang: Lang) -> Iterator[str]:
    """The lines of an article above its figures."""
    published = source.published.text if source.published else ""
    yield f"  - id: {key}"
    yield f"    publisher: {source.publisher or UNKNOWN}" + _comment(words.PUBLISHER, lang, when=not source.publisher)
    yield f"    published: {published or UNKNOWN}" + _comment(words.PUBLISHED, lang, when=not published)
    if headline:
        language = "zh" if _CHINESE.search(headline) else "en"
        yield f"    headline: {{{language}: {scalar(headline)}}}"
    if source.url:
        yield f"    url: {scalar(source.url)}"
    yield "    figures:"


_CHINESE: Final = re.compile("[\u4e00-\u9fff]")


def _comment(text: LocalText, lang: Lang, *, when: bool = True, **facts: str) -> str:
    return f"  # {text.of(lang).format(**facts)}" if when else ""


def _figure(figure: DraftFigure, key: str, ids: Ids, proposed: set[ProposedEntry], lang: Lang) -> Iterator[str]:
    doubt = words.DOUBTFUL_OF_MODEL if "model" in figure.why else words.DOUBTFUL
    yield f"id: {key}" + _comment(doubt, lang, when=figure.sure == "doubtful")
    if figure.second:
        second = ", ".join(f"{field}: {scalar(value)}" for field, value in figure.second)
        yield f"# {words.SECOND.of(lang).format(second=second)}"
    yield from _new_entries(figure, proposed, lang)
    yield from _metric(figure, ids, lang)
    yield f"region: {figure.region or UNKNOWN}"
    yield f"sector: {figure.sector or UNKNOWN}"
    if figure.group != ALL:
        yield f"group: {figure.group}"
    unsaid = words.PERIOD if figure.period else words.NO_PERIOD
    yield f"period: {figure.period.text if figure.period else UNKNOWN}" + _comment(
        unsaid, lang, when=not figure.period_words
    )
    if figure.nature != "actual":
        yield f"nature: {figure.nature}"
    if figure.text:
        yield f"text: {scalar(figure.text)}" + _comment(words.UNIT, lang, when="unit" in figure.why)
    if figure.unit:
        yield f"unit: {scalar(figure.unit)}"
    yield from _rates(figure, lang)
    yield f"quote: {scalar(figure.quote)}"


def _metric(figure: DraftFigure, ids: Ids, lang: Lang) -> Iterator[str]:
    """The metric of a figure: one of the dataset, a standard indicator that it lacks, or else what there could be."""
    is_open, new = "metric" in figure.why, figure.open_metric
    others = ", ".join(choice.kind.metric for choice in figure.choices[1 - is_open :]) or "—"
    if new and new.standard:
        yield f"metric: {ids.of_metric(new)}" + _comment(words.STANDARD, lang, others=others)
        return
    if new:
        yield f"# {words.NEW_METRIC.of(lang)}"
        yield f"#   {new_metric_line(ids.of_metric(new), new)}"
    guess = bool({"metric", "metric-near"} & set(figure.why))
    yield f"metric: {UNKNOWN if is_open else figure.metric or UNKNOWN}" + _comment(
        words.METRIC, lang, when=guess, others=others
    )


def new_metric_line(key: str, new: ProposedMetric) -> str:
    """A metric that could be added, as an item on one line, filled as far as the text goes."""
    name = LocalText(zh=new.zh or UNKNOWN, en=new.en or UNKNOWN)
    return metric_line(key or UNKNOWN, name, replace(new, theme=new.theme or UNKNOWN, unit=new.unit or UNKNOWN))


class MetricFacts(Protocol):
    """What the entry of a metric says beside its id and its name."""

    @property
    def theme(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def kind(self) -> MetricKind: ...
    @property
    def additive(self) -> bool: ...
    @property
    def better(self) -> Better: ...


def metric_line(key: str, name: LocalText, facts: MetricFacts) -> str:
    """The entry of a metric, as an item on one line."""
    names = f"{{zh: {scalar(name.zh)}, en: {scalar(name.en)}}}"
    return (
        f"- {{id: {key}, theme: {facts.theme}, name: {names}, unit: {scalar(facts.unit)}, "
        f"kind: {facts.kind}, additive: {str(facts.additive).lower()}, better: {facts.better}}}"
    )


def _rates(figure: DraftFigure, lang: Lang) -> Iterator[str]:
    for name, part in (("growth", figure.growth), ("change", figure.change), ("points", figure.points)):
        if part:
            yield f"{name}: {scalar(part.words)}"
    yield from _words_of("growth_quote", [figure.growth, figure.points], figure.quote)
    if figure.share:  # a share needs the figure that is the whole, which only the curator knows
        yield f"# share: {scalar(figure.share.words)}" + _comment(words.SHARE, lang)
        yield f"# share_quote: {scalar(figure.share.quote)}"
    if figure.completion:
        yield f"completion: {scalar(figure.completion.words)}"
        yield from _words_of("completion_quote", [figure.completion], figure.quote)
        yield "plan: annual" + _comment(words.PLAN, lang)


def _words_of(key: str, parts: Collection[DraftPart | None], quote: str) -> Iterator[str]:
    """The words that hold a rate, where the quote of the figure does not."""
    part = next(filter(None, parts), None)
    if part is not None and part.quote not in quote:
        yield f"{key}: {scalar(part.quote)}"
