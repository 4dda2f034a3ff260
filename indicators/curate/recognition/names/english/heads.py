"""English words → the noun in them that says what kind of amount follows: revenue, exports, registered capital."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from indicators.curate.recognition.names.english.names import is_complement
from indicators.model.vocabulary import Metric

_NOUNS: Final = (
    (
        "trade",
        r"import(?:s|ed)? (?:and|&) export(?:s|ed)?|export(?:s|ed)? (?:and|&) import(?:s|ed)?|import-export|trade",
    ),
    ("taxes", r"(?:value-added )?tax(?:es|ation)?(?! [a-z]+(?:ue|me|ts|es)(?![a-z]))"),
    ("value added", r"value[- ]added|added[- ]value"),
    ("output value", r"(?:output|production) value|value of (?:[a-z]+ ){0,2}(?:output|production)"),
    ("retail", r"retail(?:ing)?(?: sales?)?(?: turnover)?"),
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
_NEAR: Final = 240
_CLAUSE: Final = re.compile(r"[,;:](?= )")
_OUTPUT: Final = re.compile(
    r"(?<![a-z])(?:industrial|manufacturing) (?:output|production)(?![a-z])"
    r"|(?<![a-z])output of (?:[a-z'-]+ ){0,5}?(?:industr(?:y|ies)|(?:sector|cluster|zone|park|chain)s?"
    r"|firms|companies|enterprises|factories)(?![a-z])"
    r"|(?:industry|sector|cluster|zone|park|chain)(?:'s)? (?:annual |total )?output(?![a-z])",
    re.IGNORECASE,
)
_OF_IT: Final = re.compile(
    r"(?:(?! and | while | but | as ).){0,80}? (?:at|in|by|from|to|for|on|with|inside|of) "
    r"(?:(?! and | while | but | as ).){0,80}$"
)
"""What stands between a noun and another that only says of what it is: loans at banks in the free trade zone."""


def head_of(own: str, *, is_amount: bool = False) -> str:
    """The kind of amount that the last clause of some English words tells of; empty where they name none.

    Industrial output in yuan is its value; that it grew is told of the value added.
    """
    clause = _CLAUSE.split(own[-_NEAR:].rstrip(", "))[-1]
    kind, end = "", len(clause)
    for noun in _NOUN.finditer(clause):
        is_of_it = kind and _OF_IT.match(clause, end, noun.start())
        if not is_of_it and not is_complement(clause.lower(), noun.start()):
            kind, end = _kind(noun), noun.end()
    return kind or ("output value" if is_amount and _OUTPUT.search(clause) else "")


def of_metrics(metrics: Iterable[Metric]) -> Mapping[str, Collection[str]]:
    """The kinds of amounts of money that the English names of each metric tell of."""
    return {
        metric.id: frozenset(_kind(noun) for name in (metric.name.en, *metric.also) for noun in _NOUN.finditer(name))
        for metric in metrics
    }


def _kind(noun: re.Match[str]) -> str:
    return _NOUNS[int((noun.lastgroup or "n0")[1:])][0]


def counts(noun: str, names: Iterable[str]) -> bool:
    """True where some names have the last word of a noun, or another word for it; words without Chinese ones."""
    last = _last_word(noun)
    if not last or _ANYTHING.fullmatch(last):
        return True
    wanted = _FIRM if _FIRM.fullmatch(last) else re.compile(re.escape(last))
    return any(
        wanted.search(word) for name in names if not _CHINESE.search(name) for word in _WORDS.findall(name.lower())
    )


def _last_word(noun: str) -> str:
    words = _WORDS.findall(noun.lower())
    return re.sub("(?<=[^s])s$", "", re.sub("ies$", "y", words[-1])) if words else ""


_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
_WORDS: Final = re.compile("[a-z]+")
_FIRM: Final = re.compile(
    "compan(?:y|ies)|firms?|enterprises?|business(?:es)?|entit(?:y|ies)|smes?|giants?|gazelles?"
    "|makers?|manufacturers?|producers?|exporters?|suppliers?|retailers?|start-?ups?"
)
_ANYTHING: Final = re.compile(
    "people|person|unit|item|one|other|time|trip|visit|day|resident|worker|employee|job|talent"
)
"""Words that do not say what is counted, or have too many others that say the same."""
