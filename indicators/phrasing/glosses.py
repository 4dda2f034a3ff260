"""An amount as it was printed in one language → what its number and unit are in the other, by exact arithmetic."""

from indicators.phrasing.names import Names
from indicators.values import multipliers
from indicators.values.quantities import Quantity, to_text
from indicators.values.units import joined
from indicators.words.pages import figure as words


def of(quantity: Quantity, names: Names) -> str:
    """56.92 × 100 million yuan = 5.692 billion yuan; empty where it was printed in the reader's own language.

    Only number and unit are told. Without a single multiplier it is the result alone: 36 enterprises.
    """
    if quantity.lang == names.lang or quantity.qualifier == "between":
        return ""
    result = to_text(quantity, names.lang)
    product = multipliers.of(quantity)
    if product is None:
        return result
    multiplied = joined(names.of(words.MULTIPLIERS[product.power]), "", quantity.unit, names.lang)
    facts = {"digits": product.digits, "multiplied": multiplied, "result": result}
    return names.of(words.GLOSS).format_map(facts)
