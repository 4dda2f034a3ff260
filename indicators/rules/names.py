"""What must hold for names: no two of a vocabulary look alike, so that a reader can tell and choose them."""

from collections.abc import Iterator
from typing import Final

from indicators.model.bases import Identified
from indicators.model.kinds import VOCABULARY, EntryKind
from indicators.reading.corpus import Corpus, Spot
from indicators.values.problems import Problem
from indicators.values.text import LANGS, LocalText, fold

_LOOKS: Final = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеорсухіјѕԁӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανı"  # Cyrillic, Greek, and the i without a dot
    "囗曰〇○•・‧∙⋅",
    "ABESIJKMHOPCTYXaeopcyxijsdlABEZHIKMNOPTYXoavi口日OO·····",
)
_ALIKE: Final = str.maketrans("I1|0", "lllO")
"""Letters and digits that are alike in many fonts."""


def names_are_distinct(corpus: Corpus) -> Iterator[Problem]:
    """No two entries of a vocabulary have names that print alike: the second could not be told from the first."""
    for kind in VOCABULARY:
        if kind.name != "event":  # one can be reported twice
            yield from _alike(corpus, kind)


def _alike(corpus: Corpus, kind: EntryKind) -> Iterator[Problem]:
    first: dict[tuple[str, str, str], Spot[Identified]] = {}
    for spot in corpus.spots(kind.model):
        for key in ("name", "short"):
            name = getattr(spot.entry, key, None)
            for look, printed in _looks(name) if isinstance(name, LocalText) else ():
                before = first.setdefault((key, *look), spot)
                if before.entry.id != spot.entry.id:
                    yield spot.problem(
                        "name-alike",
                        key,
                        kind=kind.name,
                        id=spot.entry.id,
                        name=printed,
                        first=before.entry.id,
                        place=before.shown(),
                    )
                    break


def _looks(name: LocalText) -> Iterator[tuple[tuple[str, str], str]]:
    """How a name looks in each language and in two ways, case and width aside; and the name."""
    for lang in LANGS:
        printed = name.of(lang)
        folded = fold(printed).translate(_LOOKS)
        yield (f"{lang} folded", folded.casefold()), printed
        yield (f"{lang} drawn", folded.translate(_ALIKE).casefold()), printed
