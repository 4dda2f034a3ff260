"""What is known of a figure → how sure it is, and what makes it so."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from indicators.curate.drafts import Sure
from indicators.curate.recognition.names.topics import FAR, LIKE
from indicators.curate.recognition.names.vocabulary import Choice, Vocabulary
from indicators.curate.recognition.text.scanned_number import NumberForm
from indicators.values.periods import Period

_WEAK: Final = 0.5
_NEAR: Final = 0.8
_EXPLAINED: Final = 0.6
_HALF: Final = 0.5
_HARDLY: Final = 0.2
"""What share of the words before a number the names and quotes of a metric hold."""


@dataclass(frozen=True, slots=True)
class FigureEvidence:
    """What speaks for a figure: the metrics that it may be of, its ``own`` words, and those behind one that counts.

    ``near`` are those near an English one; ``names_place`` says that its article names a place of the dataset.
    """

    choices: Sequence[Choice]
    own: str
    counted: str
    form: NumberForm
    period: Period | None
    region: str
    names_place: bool
    near: str = ""


def sureness(evidence: FigureEvidence, known: Vocabulary) -> tuple[Sure, tuple[str, ...]]:
    """How sure a figure is, and what makes it so."""
    choices = evidence.choices
    explained = known.explained(evidence.own, choices[0]) if choices else 0.0
    missing = {
        "unit": evidence.form == "unknown-unit",
        "metric": _is_open(evidence, known, explained),
        "period": evidence.period is None,
        "region": not evidence.region,
    }
    unclear = {
        "metric-near": len(choices) > 1 and choices[1].score > choices[0].score * _NEAR,
        "words": bool(choices) and (explained < _EXPLAINED or choices[0].score < LIKE),
        "region": not evidence.names_place,
    }
    why = tuple(key for key in (*unclear, "unit", "metric", "period") if unclear.get(key) or missing.get(key))
    return ("doubtful" if any(missing.values()) else "look" if why else "confident"), why


def doubted(sure: Sure, why: Sequence[str], doubts: Mapping[str, bool]) -> tuple[Sure, tuple[str, ...]]:
    """How sure a figure is, and why, with doubts: its period is that of print, which may not be over, or a minus."""
    more = [reason for reason, is_true in doubts.items() if is_true]
    return "look" if more and sure == "confident" else sure, (*why, *more)


def _is_open(evidence: FigureEvidence, known: Vocabulary, explained: float) -> bool:
    """True of a number whose metric is open: none is like its words, or its noun is that of another thing."""
    if not evidence.choices:
        return True
    first = evidence.choices[0]
    if first.score < (_WEAK if explained < _HALF and not evidence.own.isascii() else FAR):
        return True
    if evidence.own.isascii():
        return _is_of_another(evidence, known, explained)
    some_firms = explained < _A_THIRD and _FIRMS.search(evidence.own)  # 四板挂牌企业36家 are not all firms
    is_another = explained < _HARDLY and known.is_of_another(evidence.own, evidence.counted, first)
    if some_firms or is_another or known.is_done_otherwise(evidence.own, first):
        return True
    return known.is_new_of_standing(evidence.own, first.kind.metric)


def _is_of_another(evidence: FigureEvidence, known: Vocabulary, explained: float) -> bool:
    """True of an English number that counts what its first metric does not, or whose words hardly speak for it."""
    first = evidence.choices[0]
    if evidence.counted and not known.can_count(evidence.counted, first.kind.metric):
        return True
    if known.is_of_another(evidence.near or evidence.own, "", first):
        return True
    if first.score > LIKE or explained > _A_THIRD or known.says_nothing(evidence.own):
        return False
    return not known.is_called_by(evidence.own, first.kind.metric)


_FIRMS: Final = re.compile("企业(?:总?数量?)?(?:累计|已|达到?|突破|超过?|增至|为|有|共|至)*$")
_A_THIRD: Final = 0.34
