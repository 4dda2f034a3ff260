"""Amounts → numbers that can be read down a column: one unit for each metric, cut in two at the decimal point.

The digits are those that were printed, never more: 126.00亿元 is ¥12.600 bn, 40亿元 is ¥4.0 bn.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.model.articles import Figure
from indicators.phrasing.names import Names
from indicators.values.quantities import Quantity, to_text
from indicators.values.text import Lang
from indicators.values.unit_table import COUNTED, Unit
from indicators.values.units import MINUS, SIZED_FROM, SIZES, UNSIZED, Size, affixes
from indicators.words import terms

MOST_ZEROS: Final = 3
"""Printed zeros are kept up to so many decimals."""
_NUMBER: Final = re.compile(r"\d+(?:[,，]\d{3})*(?:[.．]\d+)?")
_COMMAS: Final = str.maketrans({",": None, "，": None, "．": "."})
_READ_WELL_BELOW: Final[dict[Lang, int]] = {"zh": 10_000, "en": 1_000}
"""Numbers that have a word for their size behind them; others read well until there is such a word."""

_TO_THE_ONES: Final = 100_000
"""Below it, Chinese prints a number whose ones are known in full."""


class AmountUnit(NamedTuple):
    """What numbers are counted in: a unit, and how many of it (亿元, bn yuan)."""

    unit: Unit
    size: Size

    @property
    def scale(self) -> Decimal:
        """How many base units it is."""
        return self.unit.scale * self.size.factor


@dataclass(frozen=True, slots=True)
class AlignedAmount:
    """An amount in pieces: over, ¥12, .600, bn. ``fraction`` begins with the point, or is empty.

    ``whole`` has the minus and the sign of a currency. ``qualifier`` and ``unit`` can be empty.
    """

    qualifier: str
    whole: str
    fraction: str
    unit: str

    @property
    def number(self) -> str:
        """The number in one piece: ¥12.600."""
        return self.whole + self.fraction


class AmountUnits:
    """The unit of each metric in a language, chosen when it is first asked for.

    ``amounts_of`` gives the amounts that are reported of a metric, or of very many an even sample.
    """

    def __init__(self, names: Names, amounts_of: Callable[[str], Collection[Quantity]]) -> None:
        self._names = names
        self._amounts_of = amounts_of
        self._chosen: dict[str, AmountUnit] = {}

    def of_metric(self, metric: str) -> AmountUnit:
        """The one unit in which all amounts of a metric are written."""
        if metric not in self._chosen:
            usual = self._names.dataset.metrics[metric].unit
            self._chosen[metric] = chosen_unit(self._amounts_of(metric), usual, self._names.lang)
        return self._chosen[metric]

    def aligned(self, figure: Figure) -> AlignedAmount | None:
        """The amount of a figure in the unit of its metric; None where it has none."""
        return None if figure.text is None else aligned(figure.text, self.of_metric(figure.metric), self._names)

    def alone(self, figure: Figure) -> AlignedAmount | None:
        """The amount of a figure that stands beside none of its metric, in a unit of its own: 5262.05万元, no 亿元."""
        if figure.text is None:
            return None
        usual = self._names.dataset.metrics[figure.metric].unit
        return aligned(figure.text, chosen_unit([figure.text], usual, self._names.lang), self._names)


def chosen_unit(quantities: Collection[Quantity], usual: Unit, lang: Lang) -> AmountUnit:
    """The unit in which most of the amounts were printed, and the size in which most of the numbers read well.

    Of two sizes that are as good the larger is taken, which shows fewer zeros that nobody printed. ``usual`` is the
    unit of amounts of which none was printed in a unit that a column can have.
    """
    printed_in = Counter(quantity.unit for quantity in quantities if not quantity.unit.is_fraction)
    unit = printed_in.most_common(1)[0][0] if printed_in else usual
    sizes = [size for size in SIZES[lang] if not size.word or size.factor >= SIZED_FROM[lang]]
    if unit.dimension in UNSIZED:
        sizes = sizes[-1:]
    amounts = [(abs(quantity.value), _counted_in(quantity, lang)) for quantity in quantities]
    votes = [_readable(amounts, AmountUnit(unit, size), lang) for size in sizes]
    return AmountUnit(unit, sizes[votes.index(max(votes))] if any(votes) else sizes[-1])


def _counted_in(quantity: Quantity, lang: Lang) -> Decimal | None:
    """How many base units the printed number counts (10^8 of 36.70亿元), if Chinese has a word for that many.

    An English number has none, but 20,154 yuan is 20154元, whose ones are no ten-thousandths of 万.
    """
    if lang != "zh":
        return None
    is_chinese = quantity.lang == "zh" or quantity.given_unit
    printed = _printed_number(quantity)
    multiplier = abs(quantity.value) / (printed * quantity.unit.scale) if printed else None
    if not is_chinese and not (printed and multiplier == 1 and printed < _TO_THE_ONES and printed % 10):
        return None
    return next((size.factor * quantity.unit.scale for size in SIZES[lang] if size.factor == multiplier), None)


def _readable(amounts: Iterable[tuple[Decimal, Decimal | None]], unit: AmountUnit, lang: Lang) -> int:
    """How many numbers are neither long before the point nor below 1; in Chinese, how many are the printed ones.

    An amount has beside it what ``_counted_in`` says of it.
    """
    scale = unit.scale
    longest = (_READ_WELL_BELOW[lang] if unit.size.word else SIZED_FROM[lang]) * scale
    return sum(
        scale <= amount < longest if counted_in is None else counted_in == scale for amount, counted_in in amounts
    )


def aligned(quantity: Quantity, metric_unit: AmountUnit, names: Names) -> AlignedAmount:
    """An amount in the unit of its metric, or in its own where no power of ten leads from one to the other."""
    lang = names.lang
    if quantity.unit.is_fraction:
        return AlignedAmount(_qualifier(quantity, names), to_text(quantity._replace(qualifier="exact"), lang), "", "")
    unit = _common_unit(quantity, metric_unit, lang)
    if quantity.qualifier == "between":
        numbers = [_digits(end / unit.scale, Decimal(1), lang) for end in (quantity.low, quantity.high)]
    else:
        numbers = [_digits(quantity.value / unit.scale, last_digit(quantity) / unit.scale, lang)]
    before, after = affixes(unit.unit, unit.size, lang, one=numbers == ["1"])
    whole, point, fraction = "–".join(numbers).rpartition(".")
    if not fraction.isdigit() or not point:  # the point is that of the lower end of a range: 2.5–4
        whole, fraction = "–".join(numbers), ""
    sign = MINUS * whole.startswith(MINUS)
    signed = f"{sign}{before}{whole.removeprefix(MINUS)}"
    return AlignedAmount(_qualifier(quantity, names), signed, f".{fraction}" if fraction else "", after)


def _qualifier(quantity: Quantity, names: Names) -> str:
    return "" if quantity.qualifier in {"exact", "between"} else names.of(terms.QUALIFIERS[quantity.qualifier])


def _common_unit(quantity: Quantity, metric_unit: AmountUnit, lang: Lang) -> AmountUnit:
    """The unit of the metric; what is counted by other things stays so: 5 households are no 5 enterprises."""
    own, common = quantity.unit, metric_unit.unit
    if own == common:
        return metric_unit
    if own.dimension != common.dimension or not _is_power_of_ten(own.scale / common.scale):
        return chosen_unit([quantity], own, lang)
    return AmountUnit(own, metric_unit.size) if own.dimension in COUNTED else metric_unit


def _digits(number: Decimal, last_digit: Decimal, lang: Lang) -> str:
    """A number to its last printed digit, 12.600, but without zeros from the fourth decimal on; never rounded."""
    decimals = max(0, min(MOST_ZEROS, -last_digit.adjusted()), -_exponent(number))
    return f"{MINUS * (number < 0)}{abs(number):{',' * (lang == 'en')}.{decimals}f}"


def last_digit(quantity: Quantity) -> Decimal:
    """One unit of the last printed digit, in base units: 1 000 000 of 36.70亿元."""
    if printed := _printed_number(quantity):
        return abs(quantity.value) / printed * Decimal(1).scaleb(int(printed.as_tuple().exponent))
    width = 2 * (quantity.high - quantity.value)
    if quantity.qualifier == "exact" and width:
        return width
    return Decimal(1).scaleb(_exponent(quantity.value / quantity.unit.scale)) * quantity.unit.scale


def _printed_number(quantity: Quantity) -> Decimal | None:
    """The number in digits that was printed before words for its size and its unit; None of 0, 三百, and ranges."""
    runs = _NUMBER.findall(quantity.printed)
    if len(runs) != 1:
        return None
    number = Decimal(runs[0].translate(_COMMAS))
    if not number or not _is_power_of_ten(abs(quantity.value) / (number * quantity.unit.scale)):
        return None
    return number


def _is_power_of_ten(number: Decimal) -> bool:
    return number.normalize().as_tuple().digits == (1,)


def _exponent(number: Decimal) -> int:
    """The exponent of ten of the last digit that is not zero; 0 of 0."""
    return int(number.normalize().as_tuple().exponent)
