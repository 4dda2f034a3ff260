"""The names of some entries and some words → the entries that these name, each name outside of longer ones."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from typing import Final

from indicators.model.vocabulary import Group, Region, Sector
from indicators.values.text import plain_forms

_REMEMBERED: Final = 500


class EntryNames:
    """Finds names in words, an English one as whole words: no "ports" in "imports"."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._ids: dict[str, str] = {}
        for name, key in names:
            plain = plain_forms(name).lower()
            if len(plain) > 1:
                self._ids.setdefault(plain, key)
        self._pattern = re.compile(longest_of(self._ids, _rest_of))
        self._named: dict[str, Sequence[str]] = {}

    def named(self, words: str) -> list[str]:
        """The ids whose names stand in some words, those with the longest names first."""
        named = self._named.get(words)
        if named is None:
            names = self._pattern.findall(plain_words(words))
            if len(self._named) > _REMEMBERED:  # the words around a number are those around the next ones, too
                self._named.clear()
            named = tuple(dict.fromkeys(self._ids[name] for name in sorted(names, key=len, reverse=True)))
            self._named[words] = named
        return list(named)

    def without(self, words: str) -> str:
        """Some words in plain small letters without the names."""
        return self._pattern.sub(" ", plain_words(words))


@lru_cache(maxsize=256)
def plain_words(words: str) -> str:
    """Some words in plain small letters: those around a number are looked at again and again."""
    return plain_forms(words).lower()


def longest_of(names: Collection[str], rest_of: Callable[[str], str] = lambda name: re.escape(name[1:])) -> str:
    """A pattern for the longest of some names; most places of a text are passed by their first two characters alone.

    ``rest_of`` is the pattern for what follows the first character of a name.
    """
    several = sorted(filter(None, names), key=len, reverse=True)
    if not several:
        return "(?!)"
    by_first: dict[str, list[str]] = {}
    for name in several:
        by_first.setdefault(name[0], []).append(rest_of(name))
    second = f"[{firsts_of(name[1:] for name in several)}]" * all(len(name) > 1 for name in several)
    forms = (f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items())
    return f"(?=[{firsts_of(several)}]{second})(?:{'|'.join(forms)})"


def firsts_of(names: Iterable[str]) -> str:
    """The first characters of some names, as they stand in the class of a pattern."""
    return "".join(re.escape(first) for first in sorted({name[0] for name in names if name}))


def _rest_of(name: str) -> str:
    rest = re.escape(name[1:])
    return rf"(?<![a-z].){rest}(?![a-z])" if name.isascii() else rest + _IN_A_WORD.get(name[-1], "")


_IN_A_WORD: Final = {"港": "(?!口)"}
"""What does not follow the last character of a name where it is one: 日照港 is not named in 日照港口."""


def places_in(regions: Iterable[Region]) -> re.Pattern[str]:
    """A pattern for what a text calls regions: their names, with and without the word for what they are."""
    names = {part for region in regions for part in (region.name.zh, region.name.en.lower())}
    names |= {short for name in names if len(short := name.removesuffix(" district").removesuffix(" county")) > _A_NAME}
    names |= {name[:-1] for name in names if len(name) > 2 and name[-1] in "省市县区"}
    return re.compile(longest_of(names), re.IGNORECASE)


_A_NAME: Final = 3


def names_of_sector(sector: Sector) -> set[str]:
    """What a text calls a sector: its names, with and without the word for a branch at their end."""
    names = {sector.name.zh, *([sector.short.zh] if sector.short else ()), *sector.also}
    english = sector.name.en.lower()
    also = {english.removesuffix(" sector") + end for end in _BRANCHES} if english.endswith(" sector") else set()
    names |= {_OF_THREE.sub(r"\1产", name) for name in names}
    names |= {_ABOVE_SIZE.sub(r"\1上", name) for name in names}
    return names | {_BRANCH.sub("", name) for name in names} | {english} | also


_OF_THREE: Final = re.compile("^第([一二三])产业$")
"""What is called 一产 for short."""
_ABOVE_SIZE: Final = re.compile("([规限])[模额]以上")
"""What is called 规上 and 限上 for short."""


_BRANCHES: Final = (" industry", " industries")
"""What English calls a branch of three: the secondary industry."""


def names_of_group(group: Group) -> set[str]:
    """What a text calls a group: its names, with and without what stands in brackets."""
    names = {group.name.zh, group.name.en, *((group.short.zh,) if group.short else ()), *group.also}
    return names | {BRACKETS.sub("", name).strip() for name in names}


def without_works(words: str) -> str:
    """Some words without what is being built, which is not the industry that builds: projects started construction."""
    return _WORKS.sub(" ", words) if "onstruction" in words else words


_WORKS: Final = re.compile(
    r"\b(?:(?:start|beg[aiu]n|commenc|launch|complet|resum|finish|kick)[a-z]{0,5}(?: off)?|under|into|key|road|railway"
    r"|highway|infrastructure) (?:the )?construction\b(?! (?:industry|sector|enterprises|firms|companies))"
    r"|\b[Cc]onstruction (?:(?:of|on|began|begun|started|starting)\b"
    r"|(?:site|project|work|land|area|period|phase)s?\b)"
)
_BRANCH: Final = re.compile(r"(?<=..)(?<!产)业$|行业$")
BRACKETS: Final = re.compile(r"[（(][^）)]*[）)]")
"""What stands in brackets at the end of a name."""
