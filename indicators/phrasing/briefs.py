"""Figures of a place → a paragraph about it with the numbers of its sources, ready to be copied."""

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.model.articles import ANNUAL, Article, Figure
from indicators.model.subjects import TREES, Tree
from indicators.model.vocabulary import ALL
from indicators.phrasing.articles import byline
from indicators.phrasing.figures import bare_amount, bare_main_number, bare_share, growth_rate
from indicators.phrasing.names import Names
from indicators.values.units import MINUS
from indicators.words import terms
from indicators.words.phrasing import briefs as words
from indicators.words.phrasing.briefs import Direction


@dataclass(frozen=True, slots=True)
class BriefFact:
    """A figure, and the report that prints its growth on the year, which may be the figure itself."""

    figure: Figure
    grown: Figure | None


@dataclass(frozen=True, slots=True)
class Brief:
    """A paragraph in sentences, and its sources in the order of their numbers."""

    sentences: tuple[str, ...]
    sources: tuple[str, ...]

    def paragraph(self, names: Names) -> str:
        return names.of(terms.SENTENCES).join(self.sentences)

    def text(self, names: Names) -> str:
        """All of it as plain text: the paragraph, then a line for each source."""
        return "\n".join((self.paragraph(names), *self.sources))


def of(place: str, tree: Tree, facts: Sequence[BriefFact], names: Names) -> Brief | None:
    """What is reported of a region or sector, a sentence a fact; None where there is none."""
    if not facts:
        return None
    articles: dict[str, Article] = {}
    sentences = [_sentence(fact, tree, articles, names) for fact in facts]
    first = names.of(words.OPENING).format(place=place) + sentences[0]
    sources = (
        names.of(words.SOURCE).format(number=number, byline=byline(article, names))
        for number, article in enumerate(articles.values(), 1)
    )
    return Brief((first, *sentences[1:]), tuple(sources))


def direction(figure: Figure) -> Direction:
    """Whether a growth on the year is surely a rise or a fall, and has a sign that words can stand for."""
    growth = figure.annual_growth
    if growth is None or growth.qualifier != "exact":
        return "other"
    return "up" if growth.low > 0 else "down" if growth.high < 0 else "other"


def rate(figure: Figure, names: Names) -> str:
    """The growth, without its sign where a word says the direction."""
    return growth_rate(figure, names).lstrip("" if direction(figure) == "other" else f"+{MINUS}")


def _sentence(fact: BriefFact, tree: Tree, articles: dict[str, Article], names: Names) -> str:
    figure, grown = fact.figure, fact.grown
    used = [figure] if grown is None or (figure.text is None and figure.growth is not None) else [figure, grown]
    numbers = dict.fromkeys(_number(names.dataset.article_of[each.id], articles) for each in used)
    facts = {
        "subject": _subject(figure, tree, names),
        "when": _when(figure, names),
        "period": figure.period.label(names.lang),
        "amount": _without_brackets(bare_amount(figure, names), figure),
        "number": _without_brackets(bare_main_number(figure, names), figure),
        "more": _growth(grown, names) + _completion(figure, names),
        "mark": "".join(names.of(words.MARK).format(number=number) for number in numbers),
    }
    if figure.text is not None:
        return names.of(words.AMOUNT[figure.nature]).format(**facts)
    if figure.annual_growth is None:
        number = names.of_nature(facts["number"], figure.nature)
        return names.of(words.OTHER).format(**{**facts, "number": number})
    if figure.nature != "actual":
        return names.of(words.PLANNED_GROWTH[figure.nature]).format(rate=growth_rate(figure, names), **facts)
    return names.of(words.GROWTH[direction(figure)]).format(rate=rate(figure, names), **facts)


def _without_brackets(number: str, figure: Figure) -> str:
    """A number of a paragraph that is copied: a unit that the curator gave stands as if it had been printed."""
    unit = figure.text.given_unit if figure.text is not None else ""
    return number.replace(f" [{unit}]", unit) if unit else number


def _number(article: Article, articles: dict[str, Article]) -> int:
    """The number of a source, which is added where it has none yet."""
    articles.setdefault(article.id, article)
    return list(articles).index(article.id) + 1


def _subject(figure: Figure, tree: Tree, names: Names) -> str:
    """The metric, and in brackets what else the number is of than the whole of the place."""
    others = (other for other in TREES if other != tree)
    details = [names.entry(other, key) for other in others if (key := getattr(figure.place, other)) != ALL]
    metric = names.of(names.dataset.metrics[figure.metric].name)
    if not details:
        return metric
    return names.of(words.SUBJECT).format(metric=metric, detail=names.of(words.DETAILS).join(details))


def _when(figure: Figure, names: Names) -> str:
    """The period of a flow, or the moment of a stock, which is its end only if it was over when that was printed."""
    stock = names.dataset.metrics[figure.metric].kind == "stock"
    over = names.dataset.article_of[figure.id].published.start > figure.period.end
    of_days = {"day": words.ON, "days": words.OVER}.get(figure.period.kind)
    template = of_days or ((words.AT_END if over else words.AS_OF) if stock else words.DURING)
    return names.of(template).format(period=figure.period.label(names.lang))


def _growth(grown: Figure | None, names: Names) -> str:
    if grown is None:
        return ""
    return names.of(words.AND_GROWTH[direction(grown)]).format(rate=rate(grown, names))


def _completion(figure: Figure, names: Names) -> str:
    if figure.completion is None:
        return ""
    return names.of(words.AND_PLAN if figure.plan == ANNUAL else words.AND_TARGET).format(
        share=bare_share(figure, names)
    )
