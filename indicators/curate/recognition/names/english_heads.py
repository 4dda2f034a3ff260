"""English words → the noun in them that says what kind of amount follows: revenue, exports, registered capital."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from indicators.curate.recognition.names.english_names import is_complement
from indicators.model.vocabulary import Metric

_NOUNS: Final = (
    ("trade", r"imports? (?:and|&) exports?|exports? (?:and|&) imports?|import-export|trade"),
    ("value added", r"value[- ]added|added[- ]value"),
    ("output value", r"(?:output|production) value|value of (?:[a-z]+ ){0,2}(?:output|production)"),
    ("retail", r"retail(?:ing)?(?: sales?)?"),
    ("tax cuts", r"(?:tax|fee|cost)s? (?:cuts?|reductions?|rebates?|refunds?|relief)"),
    ("registered capital", r"registered capital"),
    ("export", r"exports?|exported"),
    ("import", r"imports?|imported"),
    ("revenue", r"revenues?|turnover|receipts"),
    ("income", r"incomes?"),
    ("spending", r"expenditures?|spending|outlays?|consumption|spent"),
    ("investment", r"invest(?:ments?|ed|ing)?|FDI"),
    ("sales", r"sales?"),
    ("deposits", r"deposits?|savings"),
    ("loans", r"loans?|lending"),
    ("profit", r"profits?"),
    ("price", r"prices?"),
    ("wage", r"wages?|salar(?:y|ies)|pay"),
    ("grants", r"subsid(?:y|ies)|vouchers?|grants?|bonds?"),
    ("GDP", r"GDP|gross (?:domestic|regional) product"),
)
_NOUN: Final = re.compile(
    "|".join(rf"(?P<n{index}>(?<![a-z])(?:{words})(?![a-z-]))" for index, (_, words) in enumerate(_NOUNS)),
    re.IGNORECASE,
)
"""A noun of an amount of money."""
_CLAUSE: Final = re.compile(r"[,;:](?= )")


def head_of(own: str) -> str:
    """The kind of amount that the last clause of some English words tells of; empty where they name none."""
    clause = _CLAUSE.split(own.rstrip(", "))[-1]
    kind = ""
    for noun in _NOUN.finditer(clause):
        if not is_complement(clause.lower(), noun.start()):
            kind = _kind(noun)
    return kind


def of_metrics(metrics: Iterable[Metric]) -> Mapping[str, Collection[str]]:
    """The kinds of amounts of money that the English names of each metric tell of."""
    return {
        metric.id: frozenset(_kind(noun) for name in (metric.name.en, *metric.also) for noun in _NOUN.finditer(name))
        for metric in metrics
    }


def _kind(noun: re.Match[str]) -> str:
    return _NOUNS[int((noun.lastgroup or "n0")[1:])][0]
