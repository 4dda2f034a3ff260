"""The words around an English amount → whether it is of one person, thing or sample, or says how far something is."""

import re
from typing import Final, Literal

from indicators.values.quantities import Quantity

_OF_ONE: Final = re.compile(
    r"\bwho (?:now |also )?(?:owns?|grows?|plants?|earns?|farms?|runs?|rents?)(?![a-z])"
    r"|\b(?:he|she|I|we each|family|household|villager|farmer) (?:can |could |now |also |has |had )?"
    r"(?:earn|make|made|own|grow|grew|plant|sell|sold|pa(?:id|y)|rent)[a-z]* "
    r"|\b(?:he|she|I) (?:[a-z]+ )?(?:secured|garnered|received|got|won|spent|invested|borrowed|saved)(?![a-z])"
    r"|\b(?:[Hh]e|[Ss]he|I) [^.;]{0,50}"
    r"\b(?:pays?|earns?|owns?|bought|buys|sold|sells?|owes?|spends?|visited|toured|wrote)"
    r"(?: [a-z]+){0,4} $"
    r"|(?<![a-z])(?:earn(?:ed|s)?|brought|g[ai]ves?|cost|paid|made) (?:him|her|me|us)(?![a-z])"
    r"|(?<![a-z])(?:[Aa]n?|[Ee]very|[Ee]ach) [a-z -]{2,40} (?:costs?|sells? for|fetch(?:es)?|goes for|is priced at) $"
    r"|(?<![a-z])prize of $|(?<![a-z])(?:fined|bribes?|ransom)(?![a-z])"
    r"|(?<![a-z])each (?:with|having|holding|carrying) [a-z ]{0,30}$"
    r"|\b(?:his|her|my) (?:own |annual |monthly )?"
    r"(?:family|income|farm|orchard|land|garden|house|shop|salary|savings)(?![a-z])"
)
"""What a sentence says of one person or household: Mr Li, who owns 12 mu."""
_PRICE_AFTER: Final = re.compile(
    r" (?:an?|per|each|apiece) ?(?:[0-9]+ (?:grams|kilograms|kg|jin|ml)|kilogram|kg|kilo|jin"
    r"|tonn?e?|piece|bottle|box|night|cup|pound|lit[er]{2}|plant"
    r"|tree|ticket|unit|barrel|square met[er]{2}|kilowatt-hour|kwh|visit|(?P<day>day)|table|room|copy)(?![a-z])",
    re.IGNORECASE,
)
_AGED: Final = re.compile(
    r"(?:, [1-9][0-9],|(?<![0-9])[1-9][0-9]-year-old) (?!(?:said|says|told|announced|noted|added)(?![a-z]))"
    r"(?:(?! said | says | told | announced | that |[.;] ).)*$",
    re.DOTALL,
)
"""A person with an age, of whom a sentence goes on to tell: Li Hong, 52, bought the boat for."""
_SPEED_AFTER: Final = re.compile(r" (?:per|an|each) (?:hour|second)(?![a-z])")
_MEAN: Final = re.compile(r"(?<![a-z])(?:averag(?:ed|es?|ing)|mean|median)(?![a-z])", re.IGNORECASE)
_ON_AVERAGE: Final = re.compile(r"[^,.;0-9]{0,40} on average(?![a-z])")
_SAMPLE: Final = re.compile(
    r"(?<![a-z])(?:survey(?:s|ed|ing)?|polls?|polled|sample[sd]?|interview(?:s|ed)?|questionnaires?|tested|inspected"
    r"|monitored|(?:delegation|team|panel|crew) of"
    r"|(?:survey|poll|study)[^.;0-9]{0,40} (?:covered|covering|asked|included)"
    r"|(?:founded|started|set up|established|created|led|owned) by)"
    r"(?: (?:of|by|from|with|among|covering|some|about|over|nearly|more than|a total of)){0,3} $",
    re.IGNORECASE,
)
"""What stands before the number of things that were looked at to know of others: a survey of 36 stores."""
_SIZE_OF: Final = re.compile(
    r"(?<![a-z])(?:ships|vessels|boats|tankers|carriers|trucks|lorries|turbines|generators|cranes|planes) of $",
    re.IGNORECASE,
)
"""What stands before the size of each of some things: ships of up to 2,000 tonnes."""
_ABOVE_THE_SEA: Final = re.compile(r" (?:above|below) (?:sea|ground|the ground|the sea)(?![a-z])")
_LEADING: Final = re.compile(
    r" (?:leading|key|monitored|sampled|surveyed)(?: [a-z]+){0,2}"
    r" (?:stores|shops|supermarkets|retailers|malls|outlets|markets)"
)
"""What stands behind the number of shops of which the sales are told: 36 leading stores sold."""
_OF_ALL: Final = re.compile(r"(?<![a-z])[a-z]+['’]s $|(?<![a-z])the $", re.IGNORECASE)
_BIGGEST: Final = re.compile(r" (?:biggest|largest|strongest|best|richest|most [a-z]+) [a-z]+")
"""What stands around the number of those that are called so: the world's 500 biggest companies."""
_RUNS: Final = re.compile(
    r"(?<![a-z])(?:runs?|ran|running|stretch\w{0,3}|extend\w{0,3}|spans?|spanning|length|long|built|laid|flows?|links?)(?![a-z])"
)
"""What a road or a river does over its length."""
_BEFORE: Final = (_OF_ONE, _AGED, _SAMPLE, _SIZE_OF)
_AWAY: Final = re.compile(
    r"(?: to the| due)? (?:(?:north|south|east|west)[a-z]* (?:of|from)|away|(?:off|outside|across) "
    r"|from (?![^,.;0-9]{2,60} to ))"
)


def is_told_whole(before: str, after: str) -> bool:
    """True of words before an amount that is told itself: at an average cost of 5 million each, came to 6 or more."""
    is_open = _OR_MORE.match(after) is not None and _AT.search(before) is not None
    return is_open or _MEAN.search(before) is not None or _CAME_TO.search(before) is not None


_OR_MORE: Final = re.compile(r",? or (?:more|above|over|higher)(?![a-z])")
_AT: Final = re.compile(r"(?<!valued )(?<!priced )(?<![a-z])at $")
_CAME_TO: Final = re.compile(r"(?<![a-z])(?:c[ao]me to|reached|hit|totall?ed|amounted to|(?:rose|grew|fell) to) $")


def why_single(quantity: Quantity | None, sentence: str, after: str) -> Literal["one-thing", "distance"] | None:
    """Why an amount is of one person, or a price, a speed or a distance: 12 mu that Mr Li owns, 800 yuan a kilogram.

    The mean price of many things is counted, and what many do a day. ``sentence`` are the words before the amount.
    """
    unit = quantity.unit if quantity else None
    is_away = unit in {"km", "nmi"} and _AWAY.match(after) and not _RUNS.search(sentence)
    if is_away or _ABOVE_THE_SEA.match(after):
        return "distance"
    price = _PRICE_AFTER.match(after)
    is_daily = price is not None and price["day"] and unit is not None and not unit.is_money
    is_price = price is not None and not is_daily and not (_MEAN.search(sentence) or _ON_AVERAGE.match(after))
    is_speed = _SPEED_AFTER.match(after) and unit is not None and unit.dimension == "length"
    is_one = (
        is_price
        or is_speed
        or _LEADING.match(after)
        or (_OF_ALL.search(sentence) and _BIGGEST.match(after))
        or any(pattern.search(sentence) for pattern in _BEFORE)
    )
    return "one-thing" if is_one else None
