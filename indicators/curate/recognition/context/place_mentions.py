"""The places that a text names → the one that a number in it is of, and whether the dataset knows it."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from indicators.model.vocabulary import Level

RANKS: Final[Mapping[Level, int]] = {
    "country": 0,
    "province": 1,
    "prefecture": 2,
    "district": 3,
    "county": 3,
    "development-zone": 3,
    "town": 4,
}
"""How far below the country each level is."""
MUNICIPALITY: Final = "municipality"
"""The level of a province that is a city, too: 全市 of an article about Chongqing is all of it."""
RANK_OF_LEVEL: Final[Mapping[str, int]] = {
    MUNICIPALITY: RANKS["province"],
    **{str(level): rank for level, rank in RANKS.items()},
}
_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
LOCAL_LEVELS: Final[Mapping[str, tuple[str, ...]]] = {
    "省": ("province",),
    "市": ("prefecture", MUNICIPALITY),
    "县": ("county", "district"),
    "区": ("district", "development-zone", "county"),
    "园区": ("development-zone",),
}
CHINESE_LEVELS: Final[Mapping[str, str]] = {
    "city": "市",
    "county": "县",
    "district": "区",
    "province": "省",
    "zone": "园区",
}
"""The levels that 全市 or the city can be of."""
_NO_LEVELS: Final = frozenset({"country", "village", "part"})
"""Levels of places that no dataset of regions has: of them nothing is proposed."""


class PlaceMention(NamedTuple):
    """A region that a text names from ``start`` to ``end``; that of a place which the dataset does not know is empty.

    ``level`` is that of such a place, or of the one that 全市 is meant of, which ``is_whole``.
    """

    start: int
    end: int
    region: str
    level: str = ""
    is_whole: bool = False

    @property
    def is_named(self) -> bool:
        """True of a region of the dataset that is called by its name."""
        return bool(self.region) and not self.level

    @property
    def is_unknown(self) -> bool:
        """True of a place that is called by its name and could be in the dataset; a country and a village could not."""
        return not (self.region or self.is_whole or self.level in _NO_LEVELS)


class Before:
    """The places that a text names before one, and how many of them the dataset does not know."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.mentions: list[PlaceMention] = []
        self.elsewhere = 0
        self._of_level: dict[str, list[PlaceMention]] = {}
        self._named: frozenset[str] | None = None

    def add(self, mention: PlaceMention, level: str) -> None:
        """Remember a place and its level."""
        self.mentions.append(mention)
        self._of_level.setdefault(level, []).append(mention)
        self.elsewhere += not mention.region

    def drop_last(self, level: str) -> None:
        """Forget the last place, which has such a level."""
        self.elsewhere -= not self.mentions.pop().region
        self._of_level[level].pop()

    def drop_first(self, level: str) -> None:
        """Forget the first place, which has such a level."""
        first = self.mentions.pop(0)
        self.elsewhere -= not first.region
        self._of_level[level].remove(first)

    def last_of(self, levels: Sequence[str]) -> PlaceMention | None:
        """The last place that has one of some levels."""
        last = [several[-1] for level in levels if (several := self._of_level.get(level))]
        return max(last, default=None)

    def named_by(self, named: Callable[[str], Iterable[str]]) -> frozenset[str]:
        """The regions whose names stand anywhere in the text, as ``named`` finds them."""
        if self._named is None:
            self._named = frozenset(named(self._text))
        return self._named

    @cached_property
    def is_english(self) -> bool:
        """True of a text without a Chinese character."""
        return _CHINESE.search(self._text) is None


def unknown_place(mention: PlaceMention | None, before: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place that is meant where the dataset does not know it: 全市 is that of its level last named before it.

    Without a mention it is the first that an article names.
    """
    if mention is not None and mention.region:
        return None
    named = [other for other in before if other.is_unknown]
    if mention is None:
        return next(iter(named), next(filter(_is_country, before), None))
    if _is_country(mention):
        return mention
    if not mention.is_whole:
        return mention if mention.is_unknown else None
    several = {mention.level, MUNICIPALITY} if mention.level == "prefecture" else {mention.level}
    levels = [other for other in named if other.start < mention.start and other.level in several]
    others = [other for other in named if other.level not in {"province", MUNICIPALITY}]  # 全县 is none of a province
    return levels[-1] if levels else next(iter(others), None)


def mention_at(
    place: int, starts: Sequence[int], mentions: Sequence[PlaceMention], around: Collection[str]
) -> PlaceMention | None:
    """The place of a number at ``place``: the last named before it, from the first of ``starts`` on, or from the next.

    These are where its own words, its sentence and its paragraph begin. A region in which the article's own lies
    (``around``) is meant only where it stands in the number's own words.
    """
    for index, start in enumerate(starts):
        of_all = index < 2  # 全市投资57亿元,其中铁路13亿元
        near = [
            mention
            for mention in mentions
            if start <= mention.start < place
            and (index == 0 or mention.region not in around or (of_all and mention.level))
        ]
        if near:
            return near[-1]
    return None


def is_called_alike(text: str, one: PlaceMention, other: PlaceMention) -> bool:
    """True of two places whose names begin with the same word: Jiangxi, Jiangxi province."""
    words = [text[mention.start : mention.end].split() for mention in (one, other)]
    return words[0][:1] == words[1][:1]


def _is_country(mention: PlaceMention) -> bool:
    return mention.level == "country"
