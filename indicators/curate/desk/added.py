"""A part of a text that a person has marked → the figure of the number in it, as far as the reader can make one."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from indicators.curate.desk.read_text import PlacedFigure, ReadText

MOST_ADDED: Final = 60
_KEY: Final = re.compile(r"([0-9]{1,7})-([0-9]{1,7})")
_DIGIT: Final = re.compile(r"[0-9０-９零〇一二两三四五六七八九十百千]")


def with_added(read: ReadText, keys: Iterable[str]) -> Mapping[str, PlacedFigure]:
    """The figures of a text, and those of numbers that a person has marked, under the keys of their places."""
    missing = [key for key in dict.fromkeys(keys) if key not in read.figures and _KEY.fullmatch(key)][:MOST_ADDED]
    if not missing:
        return read.figures
    return {**read.figures}
