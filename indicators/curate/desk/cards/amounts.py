"""The quantity of a figure → what it says in full, with what its precision leaves open, in one language."""

from decimal import Decimal

from indicators.curate.drafts import DraftFigure
from indicators.model.dataset import Dataset
from indicators.values.quantities import Quantity, to_text
from indicators.values.text import Lang
from indicators.values.unit_table import COUNTED, Unit
from indicators.values.units import MINUS, joined
from indicators.words.curate import review as words


def as_shown(figure: DraftFigure) -> str:
    """The number of a figure as it was printed, with the unit that stands in the head of its table."""
    if not figure.text or not figure.unit:
        return figure.printed
    gap = " " if figure.unit.isascii() and figure.unit[:1].isalpha() else ""
    return f"{figure.text}{gap}{figure.unit}"


def in_full(figure: DraftFigure, dataset: Dataset, lang: Lang) -> str:
    """The amount digit by digit with the ends between which the true one lies; of a rate alone, its words."""
    quantity = figure.quantity
    if quantity is None:
        rate = next((part.words for _, part in figure.parts()), "")
        return words.UNKNOWN_UNIT.of(lang).format(words=figure.text) if figure.text else rate
    unit = dataset.base_unit(quantity.unit)
    if unit.dimension in {"ratio", "points"}:
        return _with_ends(quantity.printed, quantity, quantity.unit, lang)
    value = _number(quantity.value, unit, lang)
    if unit.dimension in COUNTED and quantity.qualifier == "exact" and quantity.high - quantity.low <= 1:
        return words.EXACT.of(lang).format(value=value)
    return _with_ends(value, quantity, unit, lang)


def _with_ends(value: str, quantity: Quantity, unit: Unit, lang: Lang) -> str:
    low, high = (_digits(end / unit.scale) if end.is_finite() else "" for end in (quantity.low, quantity.high))
    if not low and not high:
        return value
    form = words.FROM_TO if low and high else words.AT_LEAST if low else words.AT_MOST
    percent = "%" if unit.id == "percent" else ""
    interval = form.of(lang).format(low=f"{low}{percent}", high=f"{high}{percent}")
    return words.AS_PRINTED.of(lang).format(value=value, interval=interval)


def _number(amount: Decimal, unit: Unit, lang: Lang) -> str:
    digits = _digits(amount / unit.scale)
    if lang == "en" and unit.measure.symbol and unit.id == "CNY":
        return f"CNY {digits}"
    return joined(digits, "", unit, lang)


def _digits(number: Decimal) -> str:
    plain = format(abs(number), ",f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return f"{MINUS * (number < 0)}{plain}"


def short(quantity: Quantity, lang: Lang) -> str:
    """An amount as the language writes it: 5000万元."""
    return to_text(quantity, lang)
