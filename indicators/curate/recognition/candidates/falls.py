"""The words of a number that fell by those around it → words that say so by themselves: -5%, down nearly 5 percent."""

import re
from typing import Final

from indicators.curate.recognition.candidates.roles import FigureRole
from indicators.values import quantity_parser
from indicators.values.problems import Fault
from indicators.values.unit_table import UnitTable

_PLAIN_NUMBER: Final = re.compile(r"[0-9０-９](?!.*(?:以上|以下|以内|[余多]))")


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
