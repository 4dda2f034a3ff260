"""A figure → what has been shown of it, step by step: from the words that hold it to the outlets that confirm it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from indicators.analysis import held_numbers, quotes
from indicators.analysis.agreement import Agreement, concord, numbers, voices
from indicators.analysis.derivations import Derivations
from indicators.analysis.held_numbers import HeldNumber
from indicators.analysis.quotes import PrintedPage
from indicators.model.articles import Article, Figure
from indicators.model.numbers import NumberName
from indicators.values import quantity_parser
from indicators.values.intervals import total
from indicators.values.problems import Fault, Problem
from indicators.values.quantities import Quantity
from indicators.values.text import plain_forms
from indicators.values.unit_table import UnitTable

StepName = Literal["words", "number", "arithmetic", "rates", "address", "text", "outlet"]
StepOutcome = Literal["shown", "open", "against"]
"""Whether a step has been shown, has not, or whether something speaks against it."""
Relation = Literal["parts", "whole", "earlier", "plan"]
"""What a number can be held against: its parts, its whole, a reported amount of the year before, its target."""

ARITHMETIC: Final = frozenset({
    "at-most-exceeded", "base-shrinks", "bases-do-not-fill", "change-growth", "change-mismatch", "completion-mismatch",
    "cumulative-falls", "flow-shrinks", "group-exceeds", "groups-exceed", "growth-below", "growth-mismatch",
    "growth-outside-parts", "magnitude", "part-exceeds-whole", "parts-do-not-fill", "parts-exceed-whole",
    "region-exceeds", "regions-exceed", "series-jump", "share-mismatch", "step-exceeds",
})  # fmt: skip
"""The codes of problems that say that numbers cannot be true together, or are unlikely to be."""


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the chain. ``reason`` tells the sentences of a step apart; the other fields are what these name."""

    name: StepName
    outcome: StepOutcome
    reason: str
    relations: tuple[Relation, ...] = ()
    missing: tuple[NumberName, ...] = ()
    problems: tuple[Problem, ...] = ()
    figures: tuple[str, ...] = ()


def words(figure: Figure) -> Step:
    """Whether words are kept in which the main number stands."""
    held = held_numbers.held(figure, held_numbers.main_number(figure))
    if held is None or not held.phrase:
        return Step("words", "open", "none")
    return Step("words", "shown", "held") if held.span else Step("words", "open", "without-number")


def number(figure: Figure, table: UnitTable) -> Step:
    """Whether reading the words again gives the number with its unit."""
    name = held_numbers.main_number(figure)
    quantity: Quantity = getattr(figure, name)
    held = held_numbers.held(figure, name)
    if held is None or held.span is None:
        return Step("number", "open", "unread")
    if name != "text":
        return Step("number", "shown", "rate")
    if quantity.given_unit:
        return Step("number", "open", "unit-given")
    if not _reads_as(held, quantity, table):
        return Step("number", "open", "unread")
    return Step("number", "shown", "exact" if quantity.low == quantity.high else "interval")


def _reads_as(held: HeldNumber, quantity: Quantity, table: UnitTable) -> bool:
    """True where the marked words are read as the same number, at least as exactly as it was entered."""
    start, end = held.span or (0, 0)
    for text in (quantity.printed, plain_forms(held.phrase[start:end])):
        try:
            amount = quantity_parser.parse(text, table)
        except Fault:
            return False
        if (amount.value, amount.unit) != (quantity.value, quantity.unit) or amount.qualifier != quantity.qualifier:
            return False
    return True


# --- arithmetic ------------------------------------------------------------------------------------------------------


def arithmetic(figure: Figure, findings: Derivations, earlier: Figure | None, problems: Iterable[Problem]) -> Step:
    """Whether the number can be true together with those that it is held against; ``earlier`` is the reported amount of
    the period that its growth is against.
    """
    doubts = tuple(problem for problem in problems if problem.code in ARITHMETIC)
    if unexplained := tuple(problem for problem in doubts if problem.accepted is None):
        return Step("arithmetic", "against", "problem", problems=unexplained)
    compared = dict(relations(figure, findings, earlier))
    if not all(compared.values()):
        failing = tuple(relation for relation, holds in compared.items() if not holds)
        return Step("arithmetic", "against", "relations", relations=failing)
    if doubts:
        return Step("arithmetic", "open", "accepted", problems=doubts)
    if not compared:
        return Step("arithmetic", "open", "alone")
    return Step("arithmetic", "shown", "consistent", relations=tuple(compared))


def relations(figure: Figure, findings: Derivations, earlier: Figure | None) -> Iterator[tuple[Relation, bool]]:
    """What the amount of a figure is held against, and whether both can be true, by their intervals."""
    if figure.text is None:
        return
    if ways := findings.itemisations.of(figure):
        sums = [total(part.text.interval for part in way.parts if part.text) for way in ways]
        yield "parts", all(parts.low <= figure.text.high for parts in sums)
    derived = {each.formula: each for each in findings.get(figure.id, ())}
    if (share := derived.get("share")) is not None:
        yield "whole", share.low <= 1
    base = derived.get("base") or derived.get("before") if figure.nature == "actual" else None
    if base is not None and earlier is not None and earlier.text is not None:
        yield "earlier", base.interval.meets(earlier.text.interval)
    if (plan := derived.get("plan")) is not None and (target := target_of(figure, findings)) and target.text:
        yield "plan", plan.interval.meets(target.text.interval)


def target_of(figure: Figure, findings: Derivations) -> Figure | None:
    """The reported target that a figure is measured against, as it stands."""
    achieved = next((each for each in findings.get(figure.id, ()) if each.formula == "achievement"), None)
    return findings.itemisations.standing(achieved.inputs[1]) if achieved is not None else None


# --- the words of the other numbers, and the article -----------------------------------------------------------------


def rates(figure: Figure) -> Step | None:
    """Whether the words of the numbers beside the main one are kept; None where there is only one number."""
    main = held_numbers.main_number(figure)
    others = [name for name, _ in held_numbers.numbers(figure) if name != main]
    if not others:
        return None
    missing = tuple(name for name in others if held_numbers.held(figure, name) is None)
    return Step("rates", "open", "missing", missing=missing) if missing else Step("rates", "shown", "held")


def address(article: Article) -> Step:
    """Whether the article, or a reprint of it, has been seen at an address."""
    if article.url is not None:
        return Step("address", "shown", "article")
    return Step("address", "shown", "copy") if article.copies else Step("address", "open", "unknown")


def text(figure: Figure, article: Article, page: PrintedPage | None) -> Step:
    """Whether all phrases of the figure stand in the full text of the article, where that is held."""
    if page is None:
        return Step("text", "open", "not-held")
    statuses = {finding.status for finding in quotes.find(article, page) if finding.figure == figure.id}
    if statuses <= {"found", "moved"}:
        return Step("text", "shown", "found")
    return Step("text", "against", "changed" if "missing" not in statuses else "missing")


# --- other outlets ---------------------------------------------------------------------------------------------------


def outlet(figure: Figure, agreement: Agreement | None) -> Step:
    """Whether an independent outlet printed the same number, another one, or a correction."""
    if agreement is None:
        return Step("outlet", "open", "alone")
    if figure.id in agreement.superseded:
        return Step("outlet", "against", "superseded", figures=(agreement.superseded[figure.id],))
    if agreement.verdict == "conflict" and agreement.disputed in numbers(figure):
        return Step("outlet", "against", "disputed", figures=_others(figure, agreement))
    main = held_numbers.main_number(figure)
    slot = next(slot for slot in numbers(figure) if slot[0] == main)
    agreeing = [witness for witness in concord(agreement.standing, slot) if witness.figure.id != figure.id]
    own = [witness for witness in agreement.standing if witness.figure.id == figure.id]
    if not agreeing:
        return Step("outlet", "open", "alone")
    confirming = tuple(witness.figure.id for witness in agreeing)
    if voices([*own, *agreeing]) > 1:
        return Step("outlet", "shown", "confirmed", figures=confirming)
    return Step("outlet", "open", "repeated", figures=confirming)


def _others(figure: Figure, agreement: Agreement) -> tuple[str, ...]:
    return tuple(witness.figure.id for witness in agreement.standing if witness.figure.id != figure.id)
