"""Amounts → how they are written on charts and axes and in sentences, in one language: 56.92亿元, ¥5.692 bn."""

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache, lru_cache
from typing import Final, NamedTuple

from indicators.values.text import Lang
from indicators.values.unit_table import UNITS, Unit, unit_of


class Size(NamedTuple):
    """A multiplier and what stands for it, in a sentence and on a chart."""

    factor: Decimal
    word: str
    short: str


SIZES: Final[dict[Lang, tuple[Size, ...]]] = {
    "zh": tuple(Size(Decimal(10**n), word, word) for n, word in ((12, "万亿"), (8, "亿"), (4, "万"), (0, ""))),
    "en": (
        Size(Decimal(10**12), "trillion", "tn"),
        Size(Decimal(10**9), "billion", "bn"),
        Size(Decimal(10**6), "million", "mn"),
        Size(Decimal(10**3), "thousand", "thousand"),
        Size(Decimal(1), "", ""),
    ),
}
# Where sizes begin: Chinese says 万 as soon as it can; 30,800 people is better than 30.8 thousand.
SIZED_FROM: Final[dict[Lang, Decimal]] = {"zh": Decimal(10**4), "en": Decimal(10**6)}
MINUS: Final = "\u2212"
UNSIZED: Final = frozenset({"ratio", "points"})
"""The dimensions whose numbers have no word for their size behind them."""
TIGHT: Final = frozenset("%‰/")
"""What the name of a unit begins with that stands right behind its number."""


def sized(amount: Decimal, lang: Lang, *, least: Decimal, coarse: Decimal = Decimal(1)) -> Size:
    """The largest size that the amount reaches; none for an amount below ``least``, and none below ``coarse``."""
    sizes = [size for size in SIZES[lang] if size.factor >= coarse]
    return next((size for size in sizes if least <= amount >= size.factor), sizes[-1])


def joined(digits: str, word: str, unit: Unit, lang: Lang) -> str:
    """A number and its unit as the language joins them: 36.7亿元, 1 enterprise, 3.67 billion yuan, 32%."""
    if lang == "zh":
        return digits + word + unit.name.zh
    name = unit.measure.singular if digits == "1" and not word else unit.name.en
    return f"{digits}{f' {word}' * bool(word)}{' ' * (name not in TIGHT and name[0] != '/')}{name}"


@lru_cache(maxsize=16_384)  # a page shows one number many times
def compact(value: Decimal | float, unit: str, lang: Lang, digits: int = 4) -> str:
    """The amount (in the base unit) as a chart's label: 56.92亿元, ¥5.692 bn, 17; a dash where there is no amount.

    It is rounded to ``digits`` significant digits, but keeps all digits before the point.
    """
    row, digits = _shown_unit(unit, digits)
    amount = Decimal(str(value))
    if not amount.is_finite():
        return "—"
    rounded, size = _shown(amount, row, lang, digits)
    shown = format((abs(rounded) / size.factor).normalize(), ",f" if lang == "en" else "f")
    before, after = affixes(row, size, lang, one=shown == "1")
    gap = " " * (lang == "en" and after != "" and after[0] not in TIGHT)
    return f"{MINUS * (rounded < 0)}{before}{shown}{gap}{after}"


def affixes(unit: Unit, size: Size, lang: Lang, *, one: bool = False) -> tuple[str, str]:
    """What stands before and behind a number on a chart: ¥ and bn, nothing and 亿元; ``one`` asks for the singular."""
    if lang == "zh":
        return "", size.short + unit.name.zh
    if unit.dimension == "count":  # what is counted stands in the name of the metric
        return "", size.short
    if not unit.measure.symbol:
        return "", f"{size.short} {unit.measure.singular if one and not size.word else unit.name.en}".strip()
    per = unit.name.en.removeprefix(UNITS[unit.partition("/")[0]].name.en)
    return unit.measure.symbol, f"{size.short}{per}".strip()


def as_shown(value: Decimal, unit: str, lang: Lang, digits: int = 4) -> Decimal:
    """The amount that ``compact`` writes for this one, in the base unit as this is."""
    row, digits = _shown_unit(unit, digits)
    return _shown(value, row, lang, digits)[0] * row.scale if value.is_finite() else value


def _shown_unit(unit: str, digits: int) -> tuple[Unit, int]:
    """The unit that readers see, and how many digits: a third is 33.33%, in which no more digits are known."""
    row = unit_of(unit)
    return (UNITS["percent"], min(digits, 4)) if row.is_fraction else (row, digits)


def _shown(amount: Decimal, row: Unit, lang: Lang, digits: int) -> tuple[Decimal, Size]:
    """The amount in the unit, rounded, and the size that it is written in."""
    number = amount / row.scale
    if abs(number) < 1:  # what rounding errors of floats leave of 0
        number = round(number, digits)
    rounded = _rounded(number, digits)
    least = Decimal("Infinity") if row.dimension in UNSIZED else SIZED_FROM[lang]
    size = sized(abs(rounded), lang, least=least)
    return rounded if size.word else _rounded(number, max(digits, number.adjusted() + 1)), size


def _rounded(number: Decimal, digits: int) -> Decimal:
    return _context(digits).plus(number)


@cache
def _context(digits: int) -> Context:
    return Context(prec=digits, rounding=ROUND_HALF_UP)


def axis(maximum: float, unit: str, lang: Lang) -> tuple[float, str]:
    """The divisor of amounts in the base unit on an axis that reaches ``maximum``, and its title: (1e8, "亿元")."""
    row = unit_of(unit)
    amount = abs(Decimal(str(maximum)) / row.scale)
    whole = row.dimension in UNSIZED or not amount.is_finite()
    size = SIZES[lang][-1] if whole else sized(amount, lang, least=Decimal(10**4))
    between = " " if lang == "en" and size.word else ""
    return float(size.factor * row.scale), f"{size.short}{between}{row.name.of(lang)}"


def full(value: Decimal, unit: str, lang: Lang) -> str:
    """The amount (in the base unit) digit by digit: 3670000000元, 3,670,000,000 yuan; never rounded."""
    row = unit_of(unit)
    if row.is_fraction:
        row, value = UNITS["percent"], round(value, 4)
    number = value / row.scale
    digits = format(abs(number).normalize(), ",f")
    return MINUS * (number < 0) + joined(digits, "", row, lang)
