"""What must hold for names: no two of a vocabulary look alike, so that a reader can tell and choose them."""

import re
from collections.abc import Iterator
from typing import Final

from indicators.model.bases import Identified
from indicators.model.kinds import VOCABULARY, EntryKind
from indicators.reading.corpus import Corpus, Spot
from indicators.values.problems import Problem
from indicators.values.text import LANGS, Lang, fold

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
    for key in ("name", "short"):
        if key in kind.model.model_fields:
            reported: set[str] = set()
            for lang in LANGS:
                problems = [problem for problem in _alike_in(corpus, kind, key, lang) if problem.about not in reported]
                reported |= {problem.about for problem in problems}
                yield from problems


def _alike_in(corpus: Corpus, kind: EntryKind, key: str, lang: Lang) -> Iterator[Problem]:
    first: dict[str, Spot[Identified]] = {}
    for spot in corpus.spots(kind.model):
        name = getattr(spot.entry, key)
        for look in _looks(name.of(lang)) if name is not None else ():
            before = first.setdefault(look, spot)
            if before is not spot and before.entry.id != spot.entry.id:
                yield spot.problem(
                    "name-alike",
                    key,
                    kind=kind.name,
                    id=spot.entry.id,
                    name=name.of(lang),
                    first=before.entry.id,
                    place=before.shown(),
                )
                break


def _looks(name: str) -> tuple[str, ...]:
    """How a name looks, case, width and spaces aside; in two ways where it has letters that are drawn like others."""
    if _PLAIN.fullmatch(name):  # most are, and take a tenth of the time
        return (name.replace(" ", "").casefold(),)
    folded = fold(name).translate(_LOOKS)
    return folded.casefold(), folded.translate(_ALIKE).casefold()


_PLAIN: Final = re.compile(r"[A-HJ-Za-z2-9 \u4e00-\u56d6\u56d8-\u66ef\u66f1-\u9fff]+")
