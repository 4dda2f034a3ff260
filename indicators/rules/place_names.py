"""Regions → what newspapers call them."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from indicators.model.vocabulary import Region

_KINDS: Final = re.compile(r"[区县市省]$| (?:City|County|District|Province|Prefecture)$")
_SHORTEST: Final = 2
"""A name of one letter would be found everywhere: 莒 of 莒县."""


def names_of(region: Region) -> list[str]:
    """Its names in both languages, with and without the kind of region that it is: 岚山区, 岚山."""
    names = [name for text in (region.name, region.short) if text for name in (text.zh, text.en)]
    every = dict.fromkeys([*names, *(_KINDS.sub("", name) for name in names)])
    return [name for name in every if len(name) >= _SHORTEST]


_ZONES: Final[Mapping[str, str]] = {
    "经开|经济.{0,2}开发|Development": r"经开区|经济(?:技术)?开发区|开发区|Development (?:Area|Zone)",
    "高新|High-Tech": r"高新区|高新技术.{0,4}区|High-Tech",
    "度假|Resort": r"度假区|Resort",
    "综保|保税|Bonded": r"综保区|保税区|Bonded",
}
"""In the name of a development zone → how articles shorten it, which do not say each time where it lies."""
_WHOLES: Final[Mapping[str, str]] = {
    "country": "全国|国家|我国|[Nn]ational",
    "province": "全省|我省|[Pp]rovince",
    "prefecture": "全市|我市|本市|[Cc]ity",
    "district": "全区|我区|该区|[Dd]istrict",
    "county": "全县|我县|该县|[Cc]ounty",
}
"""How articles speak of a region of a level without its name."""


def speaking_of(region: Region, around: Sequence[Region]) -> re.Pattern[str]:
    """The words by which an article can say that it speaks of a region, if it lies in those ``around`` it."""
    words = [re.escape(name) for named in (region, *around) for name in names_of(named)]
    if region.level == "development-zone":
        name = f"{region.name.zh} {region.name.en}"
        words += [short for sign, short in _ZONES.items() if re.search(sign, name)]
    else:
        words += filter(None, [_WHOLES.get(region.level)])
    return re.compile("|".join(words) or "(?!)")
