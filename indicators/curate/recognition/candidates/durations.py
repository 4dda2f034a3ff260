"""An amount of time and the words around it → whether it only says how long something took, or is counted itself."""

import re
from typing import Final

from indicators.values.quantities import Quantity

_AGE: Final = re.compile("(?:寿命|(?:人口|居民)[^,，]{0,6}年龄)[^,，]{0,4}$")
_DAYS_COUNTED: Final = re.compile(
    r"(?<!耗)天数|优良|达标|日照时|工作日|(?<![a-z])days with|(?<![a-z])(?:good|clean) air|(?<![a-z])air quality"
    r"|(?<![a-z])(?:smog|haze|pollution|rain|frost)(?![a-z])|(?<![a-z])on average"
    r"|(?<![a-z])averag(?:ed|es?|ing)(?![a-z])",
    re.IGNORECASE,
)
_COUNTED_BEHIND: Final = re.compile(
    r" (?:of|with) (?:[a-z]+ ){0,2}(?:air|weather|skies|smog|rain(?:fall)?|sunshine|frost|snow|heat)(?![a-z])"
    r"|[^,.;0-9]{0,40} on average(?![a-z])"
)
_MANY: Final = 10_000
"""So many hours are worked or given by many."""
_SUN: Final = re.compile(r"(?<![a-z])sun(?:shine|shone|light)?(?![a-z])", re.IGNORECASE)
_MEAN: Final = re.compile(r"(?<![a-z])averag(?:ed|es?|ing)(?![a-z])|[^,.;0-9]{0,40} on average(?![a-z])", re.IGNORECASE)


def is_duration(quantity: Quantity, unit: str, before: str, after: str) -> bool:
    """True of hours, years of a life and days; a mean, and days and hours that are counted are none.

    ``before`` are the words before the amount in its sentence, ``unit`` is one that does not stand beside it.
    """
    dimension = quantity.unit.dimension
    if dimension == "days":
        return _DAYS_COUNTED.search(before) is None and _COUNTED_BEHIND.match(after) is None
    if dimension == "hours":
        if _SUN.search(before):
            return False
        is_mean = before.isascii() and (_MEAN.search(before) or _MEAN.match(after))
        return not is_mean and quantity.value < _MANY
    return dimension == "age" and not unit and _AGE.search(before) is None
