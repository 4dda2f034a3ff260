"""The words before a Chinese rate → the amount of its sentence that they name again, or whether they are told on."""

import re
from collections.abc import Sequence
from typing import Final

from indicators.curate.recognition.candidates.candidate import Candidate

_LONGEST: Final = 16
"""So many characters before an amount can be its noun."""
_MOST: Final = 12
_NOUN: Final = re.compile(
    r"(?:(?:按|扣除)[^,，。;；0-9]{2,12})?(?P<mark>[,，]?)(?P<noun>[\u4e00-\u9fff]{2,14}?)"
    r"(?:同比|[比较](?:上年|去年)(?:同期)?)?(?:增长|下降|上升|提高|减少)"
)
_TIMES_THE_PAST: Final = re.compile("[是为][^,，。;；0-9]{2,14}的[0-9.]{1,8}倍$")


def amount_of(text: str, words: str, amounts: Sequence[Candidate]) -> Candidate | None:
    """The last of some amounts without a growth whose noun the words before one are: 票房8万元,…,票房同比增长18%.

    A sentence that begins with them goes on to tell of it: 存款余额3亿元。…。存款余额同比增长8%.
    """
    noun = _NOUN.fullmatch(words)
    for amount in reversed(amounts[-_MOST:] if noun else []):
        own = text[max(amount.lead, amount.number.start - _LONGEST) : amount.number.start]
        is_told = noun is not None and (noun["noun"] in own if noun["mark"] else own.endswith(noun["noun"]))
        if is_told and amount.role == "amount" and "growth" not in amount.parts:
            return amount
    return None


def is_told_on(text: str, start: int, end: int) -> bool:
    """True of words up to how many times as much something is, behind which it is told: 出口是上年的1.7倍,达5亿元."""
    return _TIMES_THE_PAST.search(text, max(start, end - 2 * _LONGEST), end) is not None
