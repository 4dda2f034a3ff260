"""A number of a sentence with its role → a candidate of its own, a part of another one, or the first of a list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, cast

from indicators.curate.recognition.candidates import listed_nouns
from indicators.curate.recognition.candidates.candidate import FIGURE_ROLES, Candidate, FigureRole, NoFigure, NumberRole
from indicators.curate.recognition.candidates.english import leading_growths
from indicators.curate.recognition.candidates.told_again import OR_BY
from indicators.curate.recognition.text.scanned_number import ScannedNumber


@dataclass(frozen=True, slots=True)
class RoledNumber:
    """A number with its role."""

    number: ScannedNumber
    role: NumberRole

    @property
    def span(self) -> tuple[int, int]:
        """Where the number begins and ends."""
        return self.number.start, self.number.end


def of_list(item: RoledNumber, lead: int, sentence: int, nouns: tuple[tuple[int, int], ...]) -> Candidate:
    """The candidate of a number of a list, of whose nouns the places are known."""
    if item.role == "amount":
        return Candidate(item.number, "amount", lead, sentence, item.number.end, nouns=nouns)
    candidate = alone(item, lead, sentence)
    candidate.nouns = nouns
    return candidate


def alone(item: RoledNumber, lead: int, sentence: int) -> Candidate:
    """The candidate of a rate or a change without an amount."""
    role: FigureRole = "points"
    if item.role in {"growth", "share", "change", "completion"}:
        role = cast("FigureRole", item.role)
    return Candidate(item.number, role, lead, sentence, item.number.end, {role: item.number})


_MOST_LISTED: Final = 100


def run_from(text: str, items: Sequence[RoledNumber], index: int) -> list[RoledNumber]:
    """The numbers of one role that stand in a list from here on, at most ``_MOST_LISTED``: 32%、144%."""
    run = [items[index]]
    for item in items[index + 1 : index + _MOST_LISTED]:
        gap = text[run[-1].number.end : item.number.start]
        if item.role != run[0].role or not listed_nouns.IN_A_LIST.fullmatch(gap):
            break
        run.append(item)
    return run


def give(candidate: Candidate, item: RoledNumber, others: list[NoFigure]) -> None:
    """Make a number a part of a candidate, unless it has one of that kind, or no rate that the points could be of."""
    role: NumberRole = item.role
    quantity = candidate.number.quantity
    of_a_rate = candidate.role in {"amount", "share"} and (
        candidate.number.rate is not None or (quantity is not None and quantity.unit.dimension == "ratio")
    )
    is_open = role == "points" and not of_a_rate
    if role in candidate.parts or role not in FIGURE_ROLES or is_open or (role == "change" and item.number.unit):
        others.append(NoFigure(item.number, "comparator"))
        return
    candidate.parts[role] = item.number  # type: ignore[index]
    candidate.end = max(candidate.end, item.number.end)


def grown_to(candidate: Candidate, text: str, item: RoledNumber) -> bool:
    """True where an amount is what a growth before it led to: climbed 18.8 percent to 13.86 million TEUs."""
    growth = (candidate.number.start, candidate.end)
    is_growth = candidate.role in {"growth", "change", "points"}
    if candidate.role == "completion":
        return True  # is only taken before what was done of the plan
    if candidate.role == "share":
        return leading_growths.SHARE_OF_IT.fullmatch(text, candidate.end, item.number.start) is not None
    return is_growth and leading_growths.leads_to(text, candidate.sentence, growth, item.number.start)


def in_the_same_way(item: RoledNumber, last: Sequence[Candidate]) -> RoledNumber:
    """A growth without a verb of its own with the way of the one before it: fell by 5% to 3 tons and coal by 6%."""
    told = last[0].parts.get("growth") if last else None
    rate = item.number.rate
    if item.role != "growth" or told is None or told.rate is None or rate is None or rate.role:
        return item
    return replace(item, number=replace(item.number, rate=replace(rate, ways=told.rate.ways)))


def changed_so(item: RoledNumber, last: Sequence[Candidate], since: str) -> Candidate | None:
    """The last change, which a growth tells again in percent: fell by 2 tons, or 4 percent, to 5 tons."""
    is_again = last and last[0].role == "change" and item.role == "growth" and OR_BY.fullmatch(since)
    return last[0] if is_again else None
