"""The words of a number that fell by those around it → words that say so by themselves: -5%, down nearly 5 percent."""

import re
from typing import Final

from indicators.curate.recognition.candidates.candidate import Candidate, FigureRole
from indicators.curate.recognition.candidates.english import roles as english_roles
from indicators.values import quantity_parser
from indicators.values.problems import Fault
from indicators.values.unit_table import UnitTable

_PLAIN_NUMBER: Final = re.compile(r"[0-9０-９](?!.*(?:以上|以下|以内|[余多]))")


_NEAR: Final = 40
_FELL: Final = re.compile(
    r"(?:减少|下降|少增?|[削压]减|减排|减[收支产利])了?(?:[0-9.]{1,7}[^0-9,，]{1,3}[和及、])?$"
    r"|(?:down|(?:decrease|decline|drop|fall|reduction) of|fell"
    r"|(?:decreas|declin|dropp|fall|contract|narrow|shrink)(?:ed|ing|en)|shr[au]nk)(?: by)? $"
)


_LESS_IS_BETTER: Final = re.compile("浓度|综合指数|PM2\\.5|PM10|排放")
"""What is better the less it is: PM2.5浓度同比改善7.3%."""


def is_fall(text: str, candidate: Candidate, role: FigureRole) -> bool:
    """True of a growth, or of a change in amount or in points, that the words around it call a fall."""
    number, change = candidate.parts[role], candidate.parts.get("change")
    if role == "change":
        before = _FELL.search(text, max(number.start - _NEAR, 0), number.start)
        return before is not None or english_roles.is_fall(text[number.end : number.end + _NEAR])
    if role not in {"growth", "points"} or number.rate is None:
        return False
    if role == "growth" and text.endswith("改善", 0, number.start):
        return _LESS_IS_BETTER.search(text, candidate.lead, number.start) is not None
    told_twice = role == "growth" and change is not None and -1 in number.rate.ways and change.end < number.start
    return number.rate.ways == frozenset({-1}) or (told_twice and is_fall(text, candidate, "change"))


def fallen(words: str, role: FigureRole, table: UnitTable) -> str:
    """The words of a rate or of a change with a minus; with a word for a fall where one says how exact it is.

    What is no number that can fall stays as it is: halved, flat.
    """
    if _PLAIN_NUMBER.match(words):
        return f"-{words}"
    down = f"down {words}" if words.isascii() else f"下降{words}"
    try:
        if role == "change":
            quantity_parser.parse_change(down, table)
        elif role == "points":
            quantity_parser.parse_points(down)
        else:
            quantity_parser.parse_growth(down)
    except Fault:
        return words
    return down
