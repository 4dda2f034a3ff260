"""Entries of a dataset → plain data for JSON → the texts that a data file would have."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from indicators.model.dataset import Dataset
from indicators.model.kinds import VOCABULARY
from indicators.values.base_units import base_of
from indicators.values.periods import Period
from indicators.values.quantities import Quantity
from indicators.values.text import LocalText


def vocabulary(dataset: Dataset, form: Callable[[Any], Any]) -> dict[str, Any]:
    """The entries of the vocabulary under the keys of a file, each as ``exact`` or ``printed`` has it."""
    return {kind.section: [form(entry) for entry in getattr(dataset, kind.section).values()] for kind in VOCABULARY}


def exact(value: Any) -> Any:
    """An entry as data for JSON, without the keys that have no value.

    A quantity is a mapping of ``printed``, ``value``, ``low``, ``high`` (numbers, None where an end is open), ``unit``
    (the base unit that they are in), ``printed_unit`` and ``qualifier``; a period is its canonical text.
    """
    match value:
        case BaseModel():
            parts = {name: getattr(value, name) for name in type(value).model_fields}
            return {name: exact(part) for name, part in parts.items() if part is not None and part != ()}
        case Quantity():
            ends = {name: number(getattr(value, name)) for name in ("value", "low", "high")}
            units = {"unit": base_of(value.unit).id, "printed_unit": value.unit.id}
            return {"printed": value.printed, **ends, **units, "qualifier": value.qualifier}
        case Period():
            return value.text
        case LocalText():
            return {"zh": value.zh, "en": value.en}
        case tuple():
            return [exact(part) for part in value]
    return number(value) if isinstance(value, Decimal) else value


def number(amount: Decimal) -> float | None:
    """The nearest number that JSON readers have, 3670000000 rather than 3670000000.0; None where it is infinite."""
    if not amount.is_finite():
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def as_in_file(value: Any) -> Any:
    """The result of ``exact`` in the form that the model reads, in which every scalar is a text."""
    match value:
        case {"printed": str(printed)}:
            return printed
        case Mapping():
            return {name: as_in_file(part) for name, part in value.items()}
        case list():
            return [as_in_file(part) for part in value]
        case bool():
            return str(value).lower()
        case int() | float():
            return format(Decimal(repr(value)), "f")
    return value


def printed(entry: Any) -> Any:
    """An entry in the form that it has in a data file."""
    return as_in_file(exact(entry))
