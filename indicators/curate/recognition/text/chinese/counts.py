"""A Chinese number without a measure word and the noun behind it → the unit in which the noun is counted: 2.3万农户."""

import re
from typing import Final, NamedTuple


class ChineseNoun(NamedTuple):
    """A noun that is counted: the id of its unit, and where it ends."""

    unit: str
    end: int


_LARGE: Final = re.compile("[万亿千百余多]$")
_NOUN: Final = re.compile(
    "(?P<households>(?:贫困|种植|种粮|养殖)?农户|贫困户|养殖户|种植户)|(?P<visits>(?:国内外|中外)?游客)"
    "|(?P<persons>(?:名)?(?:群众|村民|农民工|农民|茶农|果农|劳动力|职工))(?!工|业|楼|医)"
)


def is_at_least(text: str, place: int) -> bool:
    """True where 以上 from a place on says how exact a count is, and not which things are meant: 50个以上海外团队."""
    return text[place - 1] in "个名家项场" and _AT_LEAST.match(text, place) is not None


_AT_LEAST: Final = re.compile("以上(?![的、])(?![^,，。;；、]{0,12}的[^,，。;；、]{0,4}(?:村|企业|单位|个人|团队))")


def counted_in_chinese(text: str, core: int, end: int) -> ChineseNoun | None:
    """The noun that a large number from ``core`` to ``end`` counts; None where another word stands behind it."""
    if _LARGE.search(text, core, end) is None or text[core:end].isascii():
        return None
    noun = _NOUN.match(text, end)
    return ChineseNoun(str(noun.lastgroup), noun.end()) if noun else None
