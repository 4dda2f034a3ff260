"""The units that data files declare → the table of all units that the amounts of a dataset can be printed in."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import ValidationError

from indicators.model.bases import Identified, means
from indicators.model.scalars import LocalName, ShortText, Slug, UnitDimension, UnitScale
from indicators.values.unit_table import BUILT_IN, Measure, Unit, UnitTable


class DeclaredUnit(Identified):
    """A unit of the dataset's own, beside those that every dataset has."""

    id: Annotated[Slug, means("单位的标识", "Id of the unit")]
    name: Annotated[LocalName, means("单位的名称；英文写复数", "Name of the unit, in English in the plural")]
    words: Annotated[tuple[ShortText, ...], means("还会印成的写法", "Other words in which it is printed")] = ()
    dimension: Annotated[
        UnitDimension, means("计量的是什么：已有的量，或新的量", "What it measures, as other units do or as none does")
    ]
    scale: Annotated[UnitScale, means("合多少个基本单位", "How many base units of its dimension it is")] = Decimal(1)


def unit_table(declared: Iterable[DeclaredUnit]) -> UnitTable:
    """The units that every dataset has, and those that are declared; of two with one spelling, the first is meant."""
    units = [as_unit(entry) for entry in declared]
    return BUILT_IN.with_units(units) if units else BUILT_IN


def as_unit(declared: DeclaredUnit) -> Unit:
    """A declared unit as amounts carry it."""
    forms = frozenset(form.lower() for form in (declared.id, declared.name.zh, declared.name.en, *declared.words))
    return Unit(declared.id, Measure(declared.dimension, declared.scale, declared.name, declared.name.en, forms=forms))


def declared_in(documents: Iterable[Mapping[str, Any]]) -> Iterator[DeclaredUnit]:
    """The units that the plain data of documents declare, but for those that are wrong in themselves."""
    for document in documents:
        entries = document.get("units")
        for entry in entries if isinstance(entries, list) else ():
            try:
                yield DeclaredUnit.model_validate(entry)
            except ValidationError:  # it is reported where the document is validated
                continue
