"""Figures that were decided → the entry of the data file that holds exactly these, and what the checks say of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from indicators.curate.desk.desk import Desk
from indicators.curate.desk.entries.new_entries import NewEntry, of_tree
from indicators.curate.desk.entries.new_metrics import NewMetric
from indicators.curate.desk.entries.new_publishers import NewPublisher
from indicators.curate.drafts import DraftFigure
from indicators.curate.insertion import FileSection, inserted
from indicators.curate.judging import FORM_ONLY
from indicators.curate.rendering.yaml_text import ArticleSource, FigureLinks, Ids, decided_lines, head_lines, item_lines
from indicators.model.articles import ANNUAL
from indicators.model.subjects import TREES, Tree
from indicators.values import periods
from indicators.values.problems import Problem
from indicators.values.text import Lang, LocalText


@dataclass(frozen=True, slots=True)
class DecidedFigure:
    """A figure with all that was decided of it; ``key`` is the place of its number.

    ``plan`` and ``part_of`` are ids of figures of the dataset, keys of other figures of the text, or ``annual``.
    """

    key: str
    article: int
    figure: DraftFigure
    plan: str = ""
    part_of: str = ""
    accept: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DecidedArticle:
    """The headline of an article, its source as far as it is ``known``, and one in which nothing is missing.

    ``publisher`` is that of the source, if the dataset has not got it.
    """

    headline: str
    source: ArticleSource
    known: ArticleSource
    lang: Lang
    publisher: NewPublisher | None = None


@dataclass(frozen=True)
class DeskEntry:
    """The YAML of what is new; ``ids`` are those of the figures, by the keys of their places.

    ``entries`` are new regions, sectors and groups. ``shown`` is the YAML of the articles with gaps where their sources
    are not known, so that no stand-in is copied.
    """

    publishers: str = ""
    entries: Sequence[NewEntry] = ()
    metrics: str = ""
    articles: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)
    metric_names: Mapping[str, LocalText] = field(default_factory=dict)
    article_ids: Sequence[str] = ()
    shown: str = ""

    @property
    def document(self) -> str:
        """All of it as one document."""
        return "".join(f"{section}:\n{text}" for section, text in self.sections.items())

    @property
    def sections(self) -> Mapping[FileSection, str]:
        """What is added to each section of a data file, in the order in which it is added."""
        trees: dict[FileSection, str] = {_SECTIONS[tree]: self.of_tree(tree) for tree in TREES}
        several = {"publishers": self.publishers, **trees, "metrics": self.metrics, "articles": self.articles}
        return {section: text for section, text in several.items() if text}

    def of_tree(self, tree: Tree) -> str:
        """The YAML of the new entries of a tree."""
        return "".join(entry.yaml for entry in of_tree(self.entries, tree))

    def names_of_new(self, kind: str) -> Mapping[str, LocalText]:
        """The names of new metrics, regions, sectors or groups by their ids."""
        return self.metric_names if kind == "metric" else {new.id: new.name for new in self.entries if new.tree == kind}

    def shown_in(self, text: str) -> str:
        """The text of a data file with the entry in it as it is shown."""
        return replace(self, articles=self.shown).into(text)

    def into(self, text: str) -> str:
        """The text of a data file with the entry in it."""
        for section, entries in self.sections.items():
            text = inserted(text, entries, section)
        return text


_SECTIONS: Final[Mapping[Tree, FileSection]] = {"region": "regions", "sector": "sectors", "group": "groups"}


def with_stand_ins(source: ArticleSource, desk: Desk, figures: Iterable[DraftFigure]) -> ArticleSource:
    """A source with something for what is not known yet, so that the figures can be checked before it is."""
    publisher = source.publisher or next(iter(desk.dataset.publishers), "")
    published = source.published
    if published is None:
        last = max((figure.period.end for figure in figures if figure.period), default=None)
        published = periods.parse(f"{last:%Y-%m-%d}") if last else None
    return ArticleSource(published, publisher, source.url)


def build(
    desk: Desk,
    articles: Sequence[DecidedArticle],
    figures: Sequence[DecidedFigure],
    metrics: Sequence[NewMetric] = (),
    entries: Sequence[NewEntry] = (),
) -> DeskEntry:
    """The entry of these figures, in the order of the text; articles without figures are left out."""
    ids = Ids(desk.dataset)
    article_ids: dict[int, str] = {}
    keys: dict[str, str] = {}
    for decided in figures:
        if decided.article not in article_ids:
            article_ids[decided.article] = ids.of_article(articles[decided.article].known)
    for decided in figures:
        keys[decided.key] = ids.of_figure(decided.figure)
    blocks: list[str] = []
    shown: list[str] = []
    for index, article_id in article_ids.items():
        article = articles[index]
        blocks += head_lines(article.headline, article_id, article.source, article.lang)
        shown += head_lines(article.headline, article_id, article.known, article.lang)
        for decided in figures:
            if decided.article == index:
                links = FigureLinks(
                    _reference(decided.plan, keys, desk), _reference(decided.part_of, keys, desk), decided.accept
                )
                lines = [*item_lines(decided_lines(decided.figure, keys[decided.key], links))]
                blocks += lines
                shown += lines
    text = "".join(f"{line}\n" for line in blocks)
    names = {metric.id: metric.name for metric in metrics}
    with_gaps = "".join(f"{line}\n" for line in shown)
    publishers = dict.fromkeys(publisher.yaml for index in article_ids if (publisher := articles[index].publisher))
    return DeskEntry(
        "".join(publishers),
        entries,
        "".join(metric.yaml for metric in metrics),
        text,
        keys,
        names,
        [*article_ids.values()],
        with_gaps,
    )


def _reference(key: str, ids: Mapping[str, str], desk: Desk) -> str:
    """The id of the figure that is meant; empty where there is none."""
    if key in ids:
        return ids[key]
    return key if key == ANNUAL or key in desk.dataset.figures else ""


def findings(desk: Desk, entry: DeskEntry) -> list[Problem]:
    """What the checks find against an entry, beyond what they find without it."""
    if not entry.document:
        return []
    return [problem for problem in desk.known.against(entry.document) if problem.code not in FORM_ONLY]


def by_figure(problems: Iterable[Problem], entry: DeskEntry) -> Mapping[str, list[Problem]]:
    """Key of each figure → the findings about it, and those about entries of the dataset that name it.

    Those about none of them stand under the empty key.
    """
    key_of = {key: place for place, key in entry.ids.items()}
    several: dict[str, list[Problem]] = {}
    for problem in problems:
        named = (key_of[fact] for fact in problem.facts.values() if fact in key_of)
        key = key_of.get(problem.about) or next(named, "")
        several.setdefault(key, []).append(problem)
    return several
