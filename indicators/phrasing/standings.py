"""Where a place stands with a number → one word for it, all that is known, and a sentence that states a finding."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from indicators.analysis import standing
from indicators.analysis.agreement import Slot
from indicators.analysis.formulas import Derived
from indicators.analysis.standing import ComparedNumber, NotCompared, Standing
from indicators.model.articles import Figure
from indicators.phrasing import briefs, calculations
from indicators.phrasing.figures import bare_change, bare_main_number, growth_rate
from indicators.phrasing.names import Names
from indicators.values import units
from indicators.words import terms
from indicators.words.pages import place as words

LEAST: Final = 3
"""A finding compares with at least so many places, the own one included."""


def verdict(placed: Standing, names: Names) -> str:
    """The one word: 2nd of 7, same as 2, higher, cannot be words_of_amount apart."""
    if placed.verdict == "ranked":
        return names.of(words.RANK).format(rank=_ordinal(placed.rank, names), count=placed.count)
    if placed.verdict == "same":
        return names.count(words.SAME, placed.same)
    return names.of(words.VERDICTS[placed.verdict])


def explanation(placed: Standing, names: Names) -> str:
    """How many of the others are surely lower, higher, the same, and of how many it is unclear."""
    parts = (
        (words.HIGHER_THAN, placed.below),
        (words.LOWER_THAN, placed.above),
        (words.SAME_AS, placed.same),
        (words.UNCLEAR, placed.unclear),
    )
    return names.of(terms.COMMA).join(names.count(things, number) for things, number in parts if number)


def not_compared(reason: NotCompared, names: Names) -> str:
    return names.of(words.NOT_COMPARED[reason])


def number_of(number: ComparedNumber, slot: Slot, names: Names) -> str:
    """A compared number as it was printed."""
    figure = names.dataset.figures[number.figure]
    if slot[0] == "growth":
        return growth_rate(figure, names)
    return bare_change(figure, names) if slot[0] in {"change", "points"} else bare_main_number(figure, names)


class DerivedPercent(NamedTuple):
    """A derived share or growth in words, without its nature."""

    qualifier: str
    number: str


def derived_percent(derived: Derived, names: Names) -> DerivedPercent:
    """A share or growth to a tenth of a per cent, or to two digits below one: about 8.1%; ≈ 0 where it may be."""
    signed = derived.formula in calculations.SIGNED
    if signed and derived.low <= 0 <= derived.high:
        return DerivedPercent("", names.of(words.ABOUT_ZERO))
    percent = abs(derived.value) * 100
    digits = max(2, (percent.adjusted() if percent else 0) + 2)
    number = units.compact(derived.value, "percent", names.lang, digits=digits)
    qualifier = "" if derived.qualifier == "exact" else names.of(terms.QUALIFIERS[derived.qualifier])
    return DerivedPercent(qualifier, f"+{number}" if signed and derived.value > 0 else number)


def _ordinal(number: int, names: Names) -> str:
    """The place in an order: 3 in Chinese, 3rd in English."""
    if names.lang == "zh":
        return str(number)
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


# --- a finding -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StandingFacts:
    """What is known of one number of a region: where it stands, its growth, and its share in that of the whole.

    ``growth_above`` is the growth of the region that it is a part of, whose id is ``above``.
    """

    figure: Figure
    amount: Standing | None
    grown: Figure | None
    growth: Standing | None
    growth_above: ComparedNumber | None
    share: Derived | None
    above: str


def finding(facts: StandingFacts, names: Names) -> str:
    """A sentence or two on where the region stands, each of which is true whatever is behind the printed digits.

    Empty where none is.
    """
    grown = _growth(facts, names)
    ranked = facts.amount is not None and facts.amount.verdict == "ranked"
    if not ranked or facts.amount is None:
        return grown
    words_of_amount = {
        **_named(facts.figure, names),
        "amount": bare_main_number(facts.figure, names),
        "rank": _ordinal(facts.amount.rank, names),
        "count": facts.amount.count,
        "share": _share(facts, names),
    }
    if not grown:
        return names.of(words.RANKED).format(**words_of_amount)
    return names.of(terms.SENTENCES).join((grown, names.of(words.RANK_AND_SHARE).format(**words_of_amount)))


def _growth(facts: StandingFacts, names: Names) -> str:
    placed, grown = facts.growth, facts.grown
    if placed is None or grown is None or placed.count < LEAST or placed.unclear or placed.same:
        return ""
    direction = briefs.direction(grown)
    if direction == "other":
        return ""
    if direction == "down":
        template = words.FELL
    elif not placed.above:
        template = words.GREW_MOST
    else:
        template = words.GREW if placed.below else words.GREW_LEAST
    return names.of(template).format(
        **_named(grown, names),
        growth=briefs.rate(grown, names),
        others=names.number(len(placed.others)),
        below=names.number(placed.below),
        above=names.number(placed.above),
        than=_whole(facts, rising=direction == "up", names=names),
    )


def _named(figure: Figure, names: Names) -> dict[str, str]:
    return {
        "metric": names.metric(figure.metric),
        "place": names.place(figure.place),
        "period": figure.period.label(names.lang),
    }


def _whole(facts: StandingFacts, *, rising: bool, names: Names) -> str:
    """The growth of the whole: as a comparison where that is sure and continues one, else beside it."""
    if facts.growth is None or facts.growth_above is None or facts.growth_above.disputed:
        return ""
    parent = names.region(facts.above)
    faster = standing.order(facts.growth.own, facts.growth_above) == 1 and facts.growth.below > 0 and rising
    number = growth_rate(names.dataset.figures[facts.growth_above.figure], names)
    return names.of(words.FASTER_THAN_WHOLE if faster else words.WHOLE).format(parent=parent, rate=number)


def _share(facts: StandingFacts, names: Names) -> str:
    if facts.share is None:
        return ""
    number = ("" if names.lang == "zh" else " ").join(filter(None, derived_percent(facts.share, names)))
    return names.of(words.AND_SHARE).format(whole=names.region(facts.above), share=number)
