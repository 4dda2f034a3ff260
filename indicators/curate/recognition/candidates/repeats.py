"""The candidates of an article → those that its headline does not only repeat from its body."""

from collections.abc import Sequence

from indicators.curate.recognition.candidates.candidate import Candidate, NoFigure


def without_repeats(
    text: str, headline: tuple[int, int], candidates: Sequence[Candidate]
) -> tuple[list[Candidate], list[NoFigure]]:
    """The candidates without those of the headline that the body repeats, and the numbers of these."""
    start, end = headline
    body = [other for other in candidates if not start <= other.number.start < end]
    in_body = {_number(text, other) for other in body}
    kept: list[Candidate] = []
    repeated: list[NoFigure] = []
    for candidate in candidates:
        in_headline = start <= candidate.number.start < end
        is_told = _number(text, candidate) in in_body or (in_headline and _told_exactly(candidate, body))
        if in_headline and (is_told or candidate.role != "amount"):
            repeated.append(NoFigure(candidate.number, "repeated"))
            repeated.extend(NoFigure(part, "repeated") for part in candidate.parts.values() if part != candidate.number)
        else:
            kept.append(candidate)
    return kept, repeated


def _number(text: str, candidate: Candidate) -> str:
    number = candidate.number
    return text[number.core : number.end].replace(" ", "")


def _told_exactly(candidate: Candidate, body: Sequence[Candidate]) -> bool:
    """True of a rounded amount (近12亿元) that a body tells more exactly (11.91亿元)."""
    rounded = candidate.number.quantity
    if rounded is None or rounded.qualifier == "exact":
        return False
    exact = [other.number.quantity for other in body if other.number.quantity]
    return any(
        amount.unit.dimension == rounded.unit.dimension and rounded.low <= amount.value <= rounded.high
        for amount in exact
    )
