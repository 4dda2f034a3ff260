"""What must hold for the units that a dataset declares: each is read under all its words, and has a base unit."""

from collections.abc import Iterator

from indicators.model.declared_units import DeclaredUnit, unit_table
from indicators.reading.corpus import Corpus, Keys
from indicators.values import quantity_parser
from indicators.values.problems import Fault, Problem
from indicators.values.unit_table import BUILT_IN, UNITS, UnitTable


def declared_units_can_be_read(corpus: Corpus) -> Iterator[Problem]:
    """No id or word of a declared unit stands for another unit, or can be misread as a part of the number."""
    spots = list(corpus.spots(DeclaredUnit))
    table = unit_table(spot.entry for spot in spots)
    for spot in spots:
        declared = spot.entry
        if declared.id in UNITS:
            yield spot.problem("unit-taken", "id", id=declared.id, unit=f"{UNITS[declared.id].name.zh} ({declared.id})")
            continue
        for keys, word in _words(declared):
            read_as = _read_as(word, table)
            if read_as and read_as != declared.id:
                yield spot.problem("unit-word-taken", *keys, id=declared.id, word=word, unit=read_as)
            elif not read_as:
                yield spot.problem("unit-word-unreadable", *keys, id=declared.id, word=word)


def _words(declared: DeclaredUnit) -> Iterator[tuple[Keys, str]]:
    yield ("name", "zh"), declared.name.zh
    yield ("name", "en"), declared.name.en
    for index, word in enumerate(declared.words):
        yield ("words", index), word


def _read_as(word: str, table: UnitTable) -> str:
    """The id of the unit as which a word behind a number is read; empty where it is read as none, or not alone."""
    try:
        amounts = [quantity_parser.parse(f"{number}{gap}{word}", table) for number in ("5", "5.0") for gap in ("", " ")]
    except Fault:
        return ""
    alone = all(amount.value == 5 * amount.unit.scale and amount.qualifier == "exact" for amount in amounts)
    return amounts[0].unit.id if alone else ""


def dimensions_have_a_base(corpus: Corpus) -> Iterator[Problem]:
    """A dimension that only the dataset measures has a unit of scale 1, in which values are exported."""
    spots = list(corpus.spots(DeclaredUnit))
    based = {*BUILT_IN.dimensions, *(spot.entry.dimension for spot in spots if spot.entry.scale == 1)}
    for spot in spots:
        if (dimension := spot.entry.dimension) not in based:
            yield spot.problem("unit-base", "dimension", id=spot.entry.id, dimension=dimension)
