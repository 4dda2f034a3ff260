"""The steps by which a figure can be trusted → a sentence each, in one language."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from indicators.analysis import held_numbers, trust
from indicators.analysis.agreement import Agreement
from indicators.analysis.derivations import Derivations
from indicators.analysis.held_numbers import main_number as name_of_main
from indicators.analysis.quotes import PrintedPage
from indicators.analysis.trust import Step, StepOutcome
from indicators.model.articles import Figure
from indicators.phrasing.articles import Publication, Way
from indicators.phrasing.figures import interval, main_number, without_gaps
from indicators.phrasing.names import Names
from indicators.phrasing.problems import sentence as sentence_of_problem
from indicators.values import units, urls
from indicators.values.problems import Problem
from indicators.words import terms
from indicators.words.phrasing import evidence as evidence_words
from indicators.words.phrasing import trust as words


@dataclass(frozen=True, slots=True)
class TrustLine:
    """One link of the chain; ``way`` leads to a search for an article of which no address is known."""

    name: str
    outcome: StepOutcome
    title: str
    sentence: str
    way: Way | None = None


def lines(  # noqa: PLR0913, PLR0917  # what a figure is held against
    figure: Figure,
    names: Names,
    derivations: Derivations,
    agreement: Agreement | None,
    earlier: Figure | None,
    problems: Iterable[Problem],
    page: PrintedPage | None,
    publication: Publication,
) -> tuple[TrustLine, ...]:
    """The whole chain: what is shown, what is not, and what speaks against the number."""
    article = names.dataset.article_of[figure.id]
    steps = (
        trust.words(figure),
        trust.number(figure, names.dataset.unit_table),
        trust.arithmetic(figure, derivations, earlier, problems),
        trust.rates(figure),
        trust.address(article),
        trust.text(figure, article, page),
        trust.outlet(figure, agreement),
    )
    return tuple(_line(step, figure, names, publication) for step in steps if step is not None)


def _line(step: Step, figure: Figure, names: Names, publication: Publication) -> TrustLine:
    facts = {
        "relations": names.listed([names.of(words.RELATIONS[relation]) for relation in step.relations]),
        "numbers": names.of(terms.LIST).join(dict.fromkeys(names.of(words.NUMBERS[name]) for name in step.missing)),
        "problems": names.of(terms.SENTENCES).join(_problems(step.problems, names)),
        "outlets": names.of(terms.SEMICOLON).join(_outlets(step.figures, names)),
        **(_number(figure, names) if step.name == "number" else {}),
        **(_address(figure, names) if step.name == "address" else {}),
    }
    reason = "copy-seen" if step.reason == "copy" and facts.get("date") else step.reason
    sentence = names.of(words.SENTENCES[step.name, reason]).format_map(facts)
    way = publication.ways[0] if step.name == "address" and step.outcome == "open" and publication.ways else None
    return TrustLine(step.name, step.outcome, names.of(words.STEPS[step.name]), _capital(sentence), way)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _number(figure: Figure, names: Names) -> dict[str, str]:
    """The printed words of the main number, what they are read as, and what they leave open."""
    name = name_of_main(figure)
    quantity, held = getattr(figure, name), held_numbers.held(figure, name)
    in_words = held is not None and quantity.printed not in held.phrase  # 下降4.08% for -4.08%
    printed = without_gaps(held.phrase if held is not None and in_words else quantity.printed)
    if figure.text is None:
        return {"printed": printed, "value": main_number(figure, names), "interval": ""}
    return {
        "printed": printed,
        "unit": quantity.given_unit,
        "value": names.of_nature(units.full(quantity.value, quantity.unit, names.lang), figure.nature),
        "interval": interval(quantity, names),
    }


def _address(figure: Figure, names: Names) -> dict[str, str]:
    """Where the article, or else the first of its reprints, was seen, and when as far as that is known."""
    article = names.dataset.article_of[figure.id]
    copy = None if article.url or not article.copies else article.copies[0]
    seen = copy.seen.label(names.lang) if copy and copy.seen else ""
    return {"host": urls.host(article.url or (copy.url if copy else "")), "date": seen}


def _problems(problems: Sequence[Problem], names: Names) -> Iterator[str]:
    for problem in problems:
        message = sentence_of_problem(problem, names.lang, short=True)
        if problem.accepted is None:
            yield message
        else:
            facts = {"finding": message, "reason": names.of(problem.accepted)}
            yield names.of(evidence_words.ACCEPTED).format(**facts)


def _outlets(figures: Sequence[str], names: Names) -> Iterator[str]:
    """Who printed other reports of the same, when, and the number."""
    for key in figures:
        other, article = names.dataset.figures[key], names.dataset.article_of[key]
        dated = (names.publisher(article.publisher), article.published.label(names.lang), main_number(other, names))
        yield names.of(terms.COMMA).join(dated)
