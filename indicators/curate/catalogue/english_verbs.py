"""The verb before an English number that no noun names → the noun of what it measures: covers, can handle, spent on."""

import re
from typing import Final, NamedTuple

from indicators.curate.catalogue import english_nouns
from indicators.values.unit_table import COUNTED, Unit

_SO_MUCH: Final = (
    r"(?: (?:up|out|over|across|for|an?|the|total|combined|area|length|distance|of|around|about|nearly|more than"
    r"|less than"
    r"|up to|almost|some|roughly|another|as much as|as many as|at least|only|annually|every year|each year|goods|worth"
    r"|cargo|freight|products)){0,5} ?$"
)
_ABLE: Final = (
    r"(?:can|could|able to|capable of|(?:designed|expected|enough|built|equipped|set|planned|intended|allow[a-z]*"
    r"|enabl[a-z]*|room)(?: [a-z]+)?? (?:to|for|it to|them to)|will|would|to)(?: be able to)? (?:[a-z]+ly )?"
)


class _Measure(NamedTuple):
    """A verb before a number of some dimensions, and the noun of what it measures; ``{}`` is what is done to."""

    verb: re.Pattern[str]
    dimensions: tuple[str, ...]
    noun: str
    of_what: str = ""


def _measure(verb: str, dimensions: str, noun: str, of_what: str = "") -> _Measure:
    pattern = re.compile(rf"(?<![A-Za-z'’-])(?:{verb}){_SO_MUCH}", re.IGNORECASE)
    return _Measure(pattern, tuple(dimensions.split()), noun, of_what)


_STUFF: Final = "mass volume containers energy visits people count"
_MEASURES: Final = (
    _measure(
        r"(?:cover|occup|span|sprawl|spread|tak|measur|extend|stretch)(?:s|y|ies|e|es|ed|ied|ning|ing)?", "area", "Area"
    ),
    _measure(
        r"(?:runs?|running|(?:stretch|extend|span|measur|reach)(?:e?s|e|ed|ing|ning)?|is|are)", "length", "Length"
    ),
    _measure(
        rf"{_ABLE}(?:handl(?:e|ing)|mov(?:e|ing)|load(?:ing)?)", _STUFF, "Handling capacity", "{} handling capacity"
    ),
    _measure(
        rf"{_ABLE}(?:process(?:ing)?|treat(?:ing)?|refin(?:e|ing))",
        _STUFF,
        "Processing capacity",
        "{} processing capacity",
    ),
    _measure(rf"{_ABLE}(?:stor(?:e|ing)|hold(?:ing)?)", _STUFF, "Storage capacity", "{} storage capacity"),
    _measure(
        rf"{_ABLE}(?:carry(?:ing)?|transport(?:ing)?|seat(?:ing)?|accommodat(?:e|ing)|house|serve)", _STUFF, "Capacity"
    ),
    _measure(
        rf"{_ABLE}(?:produc(?:e|ing)|mak(?:e|ing)|turn(?:ing)?(?: out)?|manufactur(?:e|ing)|roll(?:ing)?(?: out)?)",
        _STUFF.replace(" energy", ""),
        "Production capacity",
        "{} production capacity",
    ),
    _measure(
        r"generat(?:e|es|ed|ing)|produc(?:e|es|ed|ing)|suppl(?:y|ies|ied|ying)|fe(?:d|eds?)|deliver(?:s"
        r"|ed)?",
        "energy",
        "Electricity generated",
    ),
    _measure(r"us(?:e|es|ed|ing)|consum(?:e|es|ed|ing)", "energy", "Electricity used", "{} used"),
    _measure(r"sav(?:e|es|ed|ing)", "energy mass volume", "Savings", "{} saved"),
    _measure(
        r"sp(?:ent|end|ends|ending)|laid out|allocated|earmarked|set aside", "money", "Spending", "Spending on {}"
    ),
    _measure(r"invest(?:ed|s|ing)?|put|poured|pumped|ploughed|injected", "money", "Investment", "Investment in {}"),
    _measure(r"sold|sells?|selling", "money mass volume count", "Sales", "{} sold"),
    _measure(r"bought|buys?|buying|purchas(?:ed|es|ing)", "money mass volume count", "Purchases", "{} purchased"),
    _measure(
        r"earn(?:ed|s|ing)?|made|makes|took in|tak(?:es|ing) in|rak(?:ed|ing) in|brought(?: in)?", "money", "Revenue"
    ),
    _measure(r"rais(?:ed|es|ing)|attracted", "money", "Funds raised"),
    _measure(r"borrow(?:ed|s|ing)", "money", "Borrowing"),
    _measure(r"donat(?:ed|es|ing)|gave away", "money", "Donations"),
    _measure(r"sav(?:ed|es|ing)", "money", "Savings"),
    _measure(r"ow(?:ed|es|ing)", "money", "Debt"),
    _measure(r"pa(?:id|ys|ying)(?: out)?|handed out|distributed|disbursed", "money", "Payments", "{} paid"),
    _measure(
        r"(?:mov|carri|transport|haul|ship|shipp|convey|deliver|lift)(?:ed|es|ing|s|d)",
        "mass",
        "Freight",
        "{} transported",
    ),
    _measure(r"handl(?:ed|es|ing)|process(?:ed|es|ing)", "mass containers", "Throughput", "{} handled"),
    _measure(r"treat(?:ed|s|ing)|purif(?:ied|ies|ying)", "mass volume", "Quantity treated", "{} treated"),
    _measure(r"recycl(?:ed|es|ing)|reus(?:ed|es|ing)", "mass volume", "Quantity recycled", "{} recycled"),
    _measure(r"(?:hold|contain|stor)(?:e?s|e|ed|ing)?|held", "volume", "Storage", "{} stored"),
    _measure(
        r"home to|inhabited by|population of|has|have|had|there (?:are|were)|liv(?:e|ed)|counts|counted",
        "people",
        "Population",
    ),
)
_ON_WHAT: Final = re.compile(
    r" (?:on|in|into|for|to) (?:(?:the|its|their|an?|new) )?(?P<noun>(?!20[0-9]{2}|order )[a-z][A-Za-z&' -]{2,50})"
)
_LONG: Final = re.compile(
    r"(?:-|[- ]long )(?: ?(?P<noun>[a-z][a-z-]+(?: [a-z][a-z-]+)?))?| long(?![a-z])| in length(?![a-z])"
)
"""What follows a length: an 85-km railway, a bridge that is 3 km long."""
_NAMES_ITSELF: Final = re.compile(
    r"\b(?:tax(?:es)?|fees?|charges|dut(?:y|ies)|tolls|rents?|tickets?) [^,;]{0,60}\bin $", re.IGNORECASE
)
"""A subject that names what was paid: the tax on land brought in."""
_JUST_PEOPLE: Final = re.compile(r" ?(?:people|persons|residents|inhabitants|citizens)(?![a-z])")


def named_by(own: str, printed: str, rest: str, unit: Unit | None) -> str:
    """The noun of what a number counts or measures by the verb before it, or by the words behind it.

    ``printed`` is the number with what it counts, and ``rest`` what stands behind that; empty where both say nothing.
    """
    after = f"{english_nouns.without_number(printed)}{rest}"
    counts = unit is None or unit.dimension in COUNTED
    what = english_nouns.OF_WHAT.match(after)
    thing = english_nouns.behind(after if counts else after[what.end() :] if what else "")
    clause = _CLAUSE.split(own)[-1]
    if counts and _CAME_TO.search(clause):
        return ""  # registrations rose to 1.08 million vehicles
    if "-" in printed and unit is not None and unit.dimension == "length":
        rest = f"-{rest.lstrip()}"
    return measured(clause, after if counts else rest, unit.dimension if unit else "count", thing)


def is_size(unit: Unit | None, own: str) -> bool:
    """True of an English number that measures what there is at a time, unless it was built or added."""
    return unit is not None and unit.dimension in _SIZES and own.isascii() and not ADDED.search(own)


_CLAUSE: Final = re.compile("[,;:]")
_CAME_TO: Final = re.compile(
    r" (?:rose|risen|grew|grown|increased|climbed|jumped|surged|soared|expanded|fell|fallen|dropped|declined|decreased)"
    r"(?: [^,;:]{0,50})? to(?: (?:about|around|over|nearly|almost|more than|a record)){0,2} ?$"
)
_SIZES: Final = frozenset({"area", "length", "power"})
ADDED: Final = re.compile(
    r"\b(?:new(?:ly)?(?! energy| materials?| area| district)|add(?:ed|ing)|(?<!ha[sd] )(?<!have )built|build(?:ing)?)\b"
)


def measured(own: str, behind: str, dimension: str, thing: str) -> str:
    """What is measured by the verb that ends some English words before a number; empty where none of these does.

    ``behind`` are the words behind the number and its unit, and ``thing`` the noun there that says of what it is.
    """
    if dimension == "length" and (long := _LONG.match(behind)):
        noun = english_nouns.behind(f" {long['noun']}") if long["noun"] else ""
        return f"{noun} length" if noun else "Length"
    if dimension in {"people", "count"}:
        if not _JUST_PEOPLE.match(behind):
            return thing
        thing = ""
    for measure in _MEASURES:
        is_of_dimension = any(dimension.startswith(one) for one in measure.dimensions)
        if is_of_dimension and measure.verb.search(own) and not _NAMES_ITSELF.search(own):
            return _named(measure, behind, thing)
    return thing


def _named(measure: _Measure, behind: str, thing: str) -> str:
    if not thing and measure.of_what.endswith("{}") and (what := _ON_WHAT.match(behind)):
        thing = english_nouns.behind(f" {what['noun']}")
        return measure.of_what.format(f"{thing[:1].lower()}{thing[1:]}") if thing else measure.noun
    if not (thing and measure.of_what.startswith("{}")):
        return thing or measure.noun
    return measure.of_what.format(thing)
