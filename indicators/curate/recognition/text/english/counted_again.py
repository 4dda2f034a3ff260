"""An English number without a noun → whether it goes on to count the things told before: of which 119 have opened."""

import re
from typing import Final

from indicators.values.dates import MONTHS

_FAR: Final = 300
_NEAR: Final = 90
_IN_A_MONTH: Final = re.compile(rf" in (?:{'|'.join(MONTHS)})(?:,| and|\.|;|$)")
_ABOUT: Final = r"(?:(?:nearly|almost|about|some|around|over|more than|roughly|approximately|at least|up to) )?$"
_IN_PERCENT: Final = r"(?:,? (?:and|or) [0-9.]{1,6} ?(?:%|per ?cent)| \([0-9.]{1,6} ?(?:%|per ?cent)\))?"
_OF_THEM: Final = re.compile(rf"{_IN_PERCENT} of (?:them|these|those|which|whom)(?![a-z])")
"""What stands behind a number of the things told before: 793 of them."""
_DO: Final = re.compile(
    rf"{_IN_PERCENT} (?:(?:already|also|newly|successfully) )?(?:are|were|is|was|have|has|had|will"
    r"|came|come|went|got|took|obtained|received|completed|started|opened|passed|belong(?:ed)?|remain(?:ed)?|handled|settled)(?![a-z])"
)
"""What stands behind a number that is the subject: 41 were completed."""
_SUCH: Final = re.compile(
    r" (?:for|in|from|at|on|who|that|which|with|to) | [a-z]+(?:-[a-z]+)?(?:,| and | \(|[.;](?![0-9])|$)"
)
"""What stands behind a number of such things: 12 from abroad; 1,204 are private, 86 foreign-funded."""
_PART_OF_THEM: Final = re.compile(rf", (?:of|among) (?:which|whom|them|these|those),? {_ABOUT}", re.IGNORECASE)
"""What stands right before a number of a part, whatever this does: students, of whom 312 hold a doctorate."""
_PARTS: Final = re.compile(
    rf"(?:(?:of|among) (?:which|whom|them|these|those)(?: [a-z]+)?,? |(?<![a-z])another ){_ABOUT}", re.IGNORECASE
)
_DIGITS_OF_A_YEAR: Final = 4
_BEGINS: Final = re.compile(
    rf"(?:^|[;.\n)] ?|, (?:and |while |but |though )?)(?:A total of |In all |Altogether )?{_ABOUT}", re.IGNORECASE
)
"""How the words end behind which a number is the subject itself: took in 1,840 ships; 312 came from abroad."""
_INCLUDING: Final = re.compile(rf"(?:, |\()(?:including|among (?:them|which|whom|these)) {_ABOUT}")
_AND: Final = re.compile(rf"(?:,|;|,? and|,? while|,? with) {_ABOUT}")
_WHOLE: Final = re.compile(r"(?<![A-Za-z])(?:Among|Of|Out of) (?:(?:the|these|those|all) ){0,2}$")
_TOTAL: Final = re.compile(
    r"(?:bring|rais|tak|push|lift|driv|increas)ing (?:the|its|their) (?:[a-z]+ ){0,3}(?:number|total|tally|count)"
    rf"(?: of [a-z -]{{3,40}})? to {_ABOUT}"
)
_ALONE: Final = re.compile(r"[,.;](?![0-9])| (?:and|by|in|as|so far|at)(?![a-z])|$")
_SENTENCE_END: Final = re.compile(r"[!?\n]|\. ")


def counts_on(text: str, counted: tuple[int, int], before: tuple[int, int, bool], number: tuple[int, int]) -> bool:
    """True of a number without a noun that counts what the number ``counted`` did, of which the places are known.

    ``before`` are the places of the number before it, and True if that one counts on itself.
    """
    start, end = number
    if start - counted[1] > _FAR or text.find("\n", counted[1], start) >= 0:
        return False
    is_subject = _DO.match(text, end) is not None
    if _PART_OF_THEM.search(text, max(start - _NEAR, counted[1]), start):
        return True
    if _OF_THEM.match(text, end) or (is_subject and _PARTS.search(text, max(start - _NEAR, counted[1]), start)):
        return True
    is_year = end - start == _DIGITS_OF_A_YEAR and text[start:end].isdecimal()
    if is_subject and not is_year and _BEGINS.search(text, max(start - _NEAR, counted[1]), start):
        return True
    return _SENTENCE_END.search(text, counted[1], start) is None and (
        _is_of_the_whole(text, counted, number, is_subject=is_subject)
        or _is_next(text, before, number, is_subject=is_subject)
    )


def _is_of_the_whole(text: str, counted: tuple[int, int], number: tuple[int, int], *, is_subject: bool) -> bool:
    """True of a part of what its sentence told, of another month or of all: Among the 40 firms, 12 are."""
    start, end = number
    near = max(start - _NEAR, counted[1])
    if _IN_A_MONTH.match(text, end):
        return True
    if is_subject and _WHOLE.search(text, max(counted[0] - _NEAR, 0), counted[0]):
        return True
    if _INCLUDING.search(text, near, start):
        return _SUCH.match(text, end) is not None
    return _TOTAL.search(text, near, start) is not None and _ALONE.match(text, end) is not None


def _is_next(text: str, before: tuple[int, int, bool], number: tuple[int, int], *, is_subject: bool) -> bool:
    """True of a number behind one that counts on: and 49 were sent."""
    start, end = number
    goes_on = before[2] and _AND.search(text, max(before[1], start - _NEAR), start) is not None
    return goes_on and (is_subject or _SUCH.match(text, end) is not None)
