"""A folded text → the regions that it names, and the one that a number in it is about."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import merge
from typing import Final

from indicators.curate.recognition.context import elsewhere, english_places, world_places
from indicators.curate.recognition.context.place_forms import (
    ALL_OF_IT,
    INNER,
    THE_WHOLE,
    WITHIN,
    WITHIN_BEFORE,
)
from indicators.curate.recognition.context.place_mentions import (
    CHINESE_LEVELS,
    LOCAL_LEVELS,
    MUNICIPALITY,
    RANK_OF_LEVEL,
    Before,
    PlaceMention,
    is_called_alike,
)
from indicators.curate.recognition.names.entry_names import firsts_of, longest_of
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import Level, Region

_CLAUSE_BEGINS: Final = re.compile(r"(?:^|[\n.,;:] ?|\b(?:and|while|but|as) )$")
_NOT_A_PLACE: Final = re.compile(
    r"(?:魏牌|银行|(?<![市县区])港口(?=集团|日照|青岛|烟台|渤海|股份)|疏?港(?!口(?!集团))|国际|(?<![省市县区])钢铁(?!产|行业|企业)|集团|公司|[\u4e00-\u9fff]{0,14}(?:有限公司|股份)|大学|学院|英才|信息技术研究院|职业|高速)"
)
_RANKED_AMONG: Final = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|(?:[Ff]irst|[Ss]econd|[Tt]hird|[0-9]+(?:st|nd|rd|th))(?: place)?)(?![a-z])"
    r"(?! (?:half|quarter|day|week|month|year|time|phase|batch|industry|sector))"
    r"(?! [a-z0-9]+ (?:months|quarters|days|weeks))"
    r"(?:(?! while | but )[^.,;\n]){0,50}? (?:in|among|of|across)(?: (?:the|all|[0-9]+))?(?: [a-z]+ (?:in|of))? $"
)
"""What stands before a place among whose parts another one is ranked: ranking the 1st among 17 cities in Shandong."""
_NEAR: Final = 80
_HEADLINE_AND_ONE: Final = 2
"""So many places stand before the whole of the second where the headline named that, and the article is narrower."""
_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
_COMPARED_WITH: Final = re.compile("(?:[高低快慢好优]于|高出|超过|领先|跑赢|[比较与占居列])$")
_RANKED_IN: Final = re.compile(
    "(?:同类|各?[市县区]{1,2})?(?:第[一二三四五六七八九十0-9]|排名|位次|前列|首位|首个|率先|平均)"
)
"""What stands before and behind 全省 where it is what a place is compared with."""
_LIES_IN: Final = re.compile(
    r"(?: [Cc]ity| [Dd]istrict| [Cc]ounty)?,? (?:which (?:lies|is(?: located)?) |located )?(?:(?:an?|the) )?"
    r"(?:[\"“][^\"”\n]{3,40}[\"”] )?(?:(?:[a-z]+(?:-[a-z]+)? ){0,4}"
    r"(?:capital|city|county|district|town|township|zone|area|hub|park)(?: city)? )?"
    r"(?:in|of|under|(?:administer|govern)ed by)"
    r"(?: (?:[A-Z][a-z]+|[a-z]+ern|the|(?:north|south)?(?:east|west)?|central)){0,2}"
    r"(?: China['’]s)?(?: (?:province|city|municipality) of)? "
)
_CAPITAL_OF: Final = re.compile(
    r"\b[Tt]he (?:[a-z-]+ ){0,2}(?:capital|city|county|district|town|zone)(?: city)? (?:in|of|under) "
    r"(?:the )?(?:(?:[A-Z]?[a-z]+ )?China['’]s )?(?:[A-Z][a-z]+ )?$"
)
"""What stands before a province where a place in it is meant that was named before: the capital of Hunan."""
_TRADED_WITH: Final = re.compile(
    r"对(?:[\u4e00-\u9fff]{1,6}[、和及与]){0,4}$"
    r"|\b[Ee]xports to (?:[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, and |, | and )){0,4}$"
)
"""What stands before a place that goods go to: 对欧盟、香港出口."""
_WHOSE: Final = frozenset({"'s ", "’s "})
_BEFORE_A_WHOLE: Final = re.compile(
    r",(?: (?:in )?(?:[A-Z]?[a-z]+(?:ern)?|[A-Z][a-z]+) China['’]s)? "
    r"|, (?:in )?(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Cc]entral)[a-z-]* "
)
MOST: Final = 2_000
"""So many places of a text are looked at; a long bulletin names about 300."""
_OF_WHICH_A_SHARE: Final = "占"
"""What stands before a place whose share something is: 占日照市的近三成 is told of one of its districts."""
_SUFFIX: Final = re.compile(r"(?<=..)[省市区县]$")


class Gazetteer:
    """The regions of a dataset by all names that a text may call them, in Chinese and English."""

    def __init__(self, dataset: Dataset) -> None:
        names: dict[str, str] = {}
        for region in dataset.regions.values():
            for name in names_of_region(region):
                names.setdefault(name.lower(), region.id)
        self._names = names
        self._regions = dataset.regions
        self._around = {region: {*dataset.lies_in("region", region)} for region in dataset.regions}
        self._zones = zones(dataset)
        zone = rf"(?:(?<![\u4e00-\u9fff])|(?<=[、和及与在从])|(?<=the ))(?P<zone>{longest_of(self._zones)})"
        forms = f"(?P<name>{longest_of(names)})|{ALL_OF_IT}|{THE_WHOLE}|{zone}"
        firsts = [form for name in (*names, *self._zones) for form in (name.lower(), name.upper())]
        begins = rf"(?=(?-i:[{firsts_of(firsts)}全我该本tT]))"
        self._pattern = re.compile(f"{begins}(?:{forms})", re.IGNORECASE)
        self._elsewhere = re.compile(elsewhere.pattern(names))
        counts: dict[str, int] = {}
        for figure in dataset.figures.values():
            counts[figure.region] = counts.get(figure.region, 0) + 1
        self._usual = max(counts, key=lambda key: counts[key], default=next(iter(dataset.regions), ""))
        self._of_level = {
            word: [region.id for region in dataset.regions.values() if region.level in levels]
            for word, levels in LOCAL_LEVELS.items()
        }

    def around(self, region: str) -> Collection[str]:
        """The regions in which a region lies."""
        return self._around.get(region, ())

    def knows(self, name: str) -> str:
        """The region that goes by a name; empty where none does."""
        return self._names.get(name.lower(), "")

    def level_elsewhere(self, name: str) -> Level | None:
        """The level of a province or of a city above counties that is not in the dataset; None of another place."""
        match = self._elsewhere.match(name)
        return _LEVEL_ELSEWHERE.get(match.lastgroup or "") if match is not None else None

    def mentions(self, text: str) -> list[PlaceMention]:
        """The first ``MOST`` regions that a text names; 全县 is the last county before it, or the usual one."""
        before = Before(text)
        shown = {
            name: place
            for name, place in english_places.shown(text).items()
            if not (self.knows(name) or self.level_elsewhere(name))
        }
        of_shown = english_places.pattern(shown).finditer(text) if shown else iter(())
        # of several at one place the known one stays first
        reach, beside = 0, -1
        for match in merge(self._pattern.finditer(text), self._elsewhere.finditer(text), of_shown, key=_start):
            of_a_share = text.startswith(_OF_WHICH_A_SHARE, max(match.start() - 1, 0))
            if (
                of_a_share
                or match.start() < reach
                or (before.mentions and english_places.is_venue(text, match.start()))
            ):
                continue
            mention = self._mention(text, match, before, shown)
            if mention is None:
                continue
            if not mention.is_whole and english_places.is_beside(text, mention.start, beside):
                beside = mention.end
                continue
            last = before.mentions[-1] if before.mentions else None
            ends = {reach, last.end} if last else ()  # in East China's Jiangsu
            gaps = [text[end : mention.start] for end in ends if mention.start - end < _NEAR]
            if last and any(self._is_whole_of(last, mention, gap) for gap in gaps):
                reach = mention.end
                if len(before.mentions) == _HEADLINE_AND_ONE and is_called_alike(text, before.mentions[0], mention):
                    before.drop_first(self._level_of(mention))  # Jiangxi farmers ... in Wuyuan, a county in Jiangxi
                continue
            if last and self._is_part_of(last, mention, text[reach : mention.start]):
                before.drop_last(self._level_of(last))
            before.add(mention, self._level_of(mention))
            reach = mention.end
            if len(before.mentions) == MOST:
                break
        return self._of_places_named_later(before) or self._of_the_world(text)

    def _of_the_world(self, text: str) -> list[PlaceMention]:
        """The countries of a text that names no place in China, unless all of it is about a place in one of them."""
        several = [] if _CHINESE.search(text) else world_places.countries(text)
        about = english_places.all_of_it(text) if several else None
        return several if about is None or about[0] == "China" or world_places.country_of(about[0]) else []

    def _of_places_named_later(self, before: Before) -> list[PlaceMention]:
        """The places of a text, in which 我省 is the province that only a later sentence names, and nobody knows."""
        later: dict[str, int] = {}
        for mention in before.mentions:
            if not mention.region:
                later.setdefault(mention.level, mention.start)
        assumed = [mention.region != "" and mention.start < later.get(mention.level, 0) for mention in before.mentions]
        if not any(assumed) or before.named_by(self.named):
            return before.mentions
        several = zip(before.mentions, assumed, strict=True)
        return [mention._replace(region="") if is_assumed else mention for mention, is_assumed in several]

    def _level_of(self, mention: PlaceMention) -> str:
        return self._regions[mention.region].level if mention.region else mention.level

    def _is_whole_of(self, last: PlaceMention, mention: PlaceMention, gap: str) -> bool:
        """True of what the last place is said to lie in: Jinan, capital of Shandong; Donggang District of Rizhao."""
        if last.region and not self._lies_in(last.region, mention.region):
            return False
        is_above = self._rank(mention) < self._rank(last) and _BEFORE_A_WHOLE.fullmatch(gap) is not None
        return is_above or _LIES_IN.fullmatch(gap) is not None

    def _is_part_of(self, last: PlaceMention, mention: PlaceMention, gap: str) -> bool:
        """True of what lies in the place right before it: 山东省济南市, 日照市东港区, Beijing's Yizhuang Zone."""
        if gap in _WHOSE:
            return self._rank(last) < self._rank(mention)
        return not gap and (not mention.region or self._lies_in(mention.region, last.region))

    def _rank(self, mention: PlaceMention) -> int:
        return RANK_OF_LEVEL.get(self._level_of(mention), 0)

    def _lies_in(self, region: str, other: str) -> bool:
        """True of a known region that lies in another known one."""
        return bool(region and other) and region != other and other in self.around(region)

    def _mention(
        self, text: str, match: re.Match[str], before: Before, shown: Mapping[str, english_places.ShownPlace]
    ) -> PlaceMention | None:
        """The place that a match of one of the patterns names, if it names one that something can be told of."""
        if match.re is self._elsewhere:
            return self._not_known(text, match, before)
        if match.re is self._pattern:
            return self._known(text, match, before)
        is_ranked = _RANKED_AMONG.search(text, max(match.start() - _NEAR, 0), match.start())
        return None if is_ranked else english_places.mention(match, shown, is_first=not before.mentions)

    def _not_known(self, text: str, match: re.Match[str], before: Before) -> PlaceMention | None:
        first = max(match.start() - _NEAR, 0)
        if match["province"] and before.mentions and _CAPITAL_OF.search(text, first, match.start()):
            return None
        if _TRADED_WITH.search(text, first, match.start()):
            return None
        several = self._pattern.finditer(match[0])
        is_known = any(name["name"] and not _inside_a_word(match[0], name) for name in several)
        return None if is_known else _mention_elsewhere(text, match)

    def _known(self, text: str, match: re.Match[str], before: Before) -> PlaceMention | None:
        name = match["name"]
        if match["zone"]:
            zone = self._zone(match["zone"], before)
            return PlaceMention(*match.span(), zone, "development-zone") if zone else None
        if name is None:
            if match["level"] and _is_compared_with(text, match):
                return None
            word = match["level"] or CHINESE_LEVELS[match["whole"].lower()]
            if match["whole"] and text.startswith("'s ", match.end()):
                begins = _CLAUSE_BEGINS.search(text[max(match.start() - 8, 0) : match.start()])
                if begins is None or before.last_of(LOCAL_LEVELS[word]) is None:
                    return None  # 40 percent of the city's total
            is_nowhere = word == "园区" and before.last_of(LOCAL_LEVELS[word]) is None
            region = None if is_nowhere else self._whole(word, before)
            whole = PlaceMention(*match.span(), region or "", LOCAL_LEVELS[word][0], is_whole=True)
            return None if region is None else whole
        is_none = _NOT_A_PLACE.match(text, match.end()) or _inside_a_word(text, match)
        if is_none or _RANKED_AMONG.search(text, max(match.start() - _NEAR, 0), match.start()):
            return None
        return self._called(text, match, name)

    def _called(self, text: str, match: re.Match[str], name: str) -> PlaceMention:
        """The region of a name, or what lies in it and the dataset does not know: 日照市丁县, 五莲县丁镇."""
        region = self._names[name.lower()]
        has_known_behind = self._pattern.match(text, match.end()) is not None
        inner = INNER.match(text, match.end()) if name[-1] in "市省" else None
        if inner is not None and not has_known_behind:
            return PlaceMention(match.start(), inner.end(), "", _level_of(inner[0]))
        if self._regions[region].level not in _WITH_PARTS:
            return PlaceMention(*match.span(), region)
        within = WITHIN.match(text, match.end())
        if within is not None and not has_known_behind:
            return PlaceMention(match.start(), within.end(), "", _WITHIN_LEVELS[within.lastgroup or ""])
        if WITHIN_BEFORE.search(text, max(match.start() - _NEAR, 0), match.start()):
            return PlaceMention(*match.span(), "", "part")
        return PlaceMention(*match.span(), region)

    def _zone(self, name: str, before: Before) -> str:
        """The region that 高新区 is in a text that names a region of the dataset, and no place elsewhere before it."""
        return "" if before.elsewhere or not before.named_by(self.named) else self._zones[name.lower()]

    def _whole(self, word: str, before: Before) -> str | None:
        """The region that 全市 or 该区 is: the last of such a level, or the only one of the dataset.

        It is empty in a text that is about places which the dataset does not know, and where several can be meant.
        """
        if last := before.last_of(LOCAL_LEVELS[word]):
            return last.region
        if before.elsewhere and before.elsewhere == len(before.mentions):
            return ""
        if not before.mentions and before.is_english and not before.named_by(self.named):
            return None
        known = self._of_level[word]
        if len(known) < 2 or self._usual in known:
            return self._usual if self._usual in known else next(iter(known), None)
        named = before.named_by(self.named).intersection(known)
        return next(iter(named)) if len(named) == 1 else ""

    def named(self, text: str) -> Iterator[str]:
        """The regions whose names stand in the first pages of a text, also within other names: 日照港."""
        several = self._pattern.finditer(text, 0, english_places.LONGEST)
        names = (match["name"] for match in several if match["name"] and not _inside_a_word(text, match))
        return (self._names[name.lower()] for name in names)

    def hinted(self, text: str) -> str:
        """The only region that a text names, also within other names, beside those it lies in; else nothing."""
        named = set(self.named(text))
        inner = named - {self._regions[region].part_of or "" for region in named}
        return inner.pop() if len(inner) == 1 else ""

    def main(self, mentions: Sequence[PlaceMention], text: str) -> str:
        """The region that an article is about: the one that it names most often at first, or the usual one.

        It is one that lies in it if the first words have its name, be it within another one: 日照港. It is empty for an
        English text that names no region: a newspaper calls its own city 全市, but in no other language.
        """
        if not mentions and not _CHINESE.search(text) and next(self.named(text), None) is None:
            return ""
        first = [mention.region for mention in mentions[:4]]
        most = max(first, key=lambda region: (first.count(region), -first.index(region)), default=self._usual)
        inner = (region for region in self.named(text[:_NEAR]) if most and most in self.around(region))
        return next(inner, most) if mentions else most


def _is_compared_with(text: str, match: re.Match[str]) -> bool:
    """True of 全省 where it is what a place is compared with, and not what is told of."""
    before = _COMPARED_WITH.search(text, max(match.start() - 3, 0), match.start())
    return bool(before or _RANKED_IN.match(text, match.end()))


_start: Final = re.Match.start


def _mention_elsewhere(text: str, match: re.Match[str]) -> PlaceMention:
    """A place that the dataset does not know, or the county or district of it that stands behind it: 深圳光明区."""
    is_above = match["city"] or match["province"]
    inner = INNER.match(text, match.end()) if is_above and not match[0].isascii() else None
    if inner is None:
        return PlaceMention(*match.span(), "", _level(match))
    return PlaceMention(*inner.span(), "", _level_of(inner[0]))


def _level(match: re.Match[str]) -> str:
    """The level of a place that is not known, by the form of its name."""
    if match.lastgroup == "local":
        return _level_of(match[0])
    if match.lastgroup == "province" and match[0].startswith(_MUNICIPALITIES):
        return MUNICIPALITY
    return _LEVEL_ELSEWHERE.get(match.lastgroup or "", "country")


def _level_of(name: str) -> str:
    return next((level for end, level in _LEVEL_OF.items() if name.lower().endswith(end)), "county")


_MUNICIPALITIES: Final = ("北京", "天津", "上海", "重庆")
_WITH_PARTS: Final = frozenset({"county", "district"})
_WITHIN_LEVELS: Final = {"zone": "development-zone", "town": "town", "village": "village", "part": "part"}
_LEVEL_ELSEWHERE: Final[Mapping[str, Level]] = {
    "province": "province",
    "city": "prefecture",
    "county": "county",
    "zone": "development-zone",
}
_LEVEL_OF: Final = {
    "市": "prefecture",
    "区": "district",
    "镇": "town",
    "乡": "town",
    "街道": "town",
    "city": "prefecture",
    "district": "district",
    "area": "district",
    "province": "province",
}


def names_of_region(region: Region) -> list[str]:
    """All names that a text may call a region, without its level, too."""
    short = (region.short.zh, region.short.en) if region.short else ()
    several = [region.name.zh, region.name.en, *short, *region.also]
    several_zh = (region.name.zh, *((region.short.zh,) if region.short else ()))
    stems = [_SUFFIX.sub("", name) for name in several_zh if region.level != "development-zone"]  # 日照高新技术产业
    english = [name.removesuffix(" District").removesuffix(" County").removesuffix(" Province") for name in several]
    if region.level == "county" and len(region.name.zh) == 2:  # a county of one character is never without 县: Juxian
        english += [f"{name}xian{end}" for name in [english[1]] for end in (" County", "")]
    return [name for name in dict.fromkeys([*several, *stems, *english]) if len(name) > 1]


def zones(dataset: Dataset) -> Mapping[str, str]:
    """What a text about a city calls its zones, without the city's name: 高新区, the High-Tech Zone."""
    several: dict[str, str] = {}
    for region in dataset.regions.values():
        parent = dataset.regions.get(region.part_of or "")
        if parent is None or region.level != "development-zone":
            continue
        for name, prefix in ((region.name.zh, _SUFFIX.sub("", parent.name.zh)), (region.name.en, f"{parent.name.en} ")):
            if name.startswith(prefix) and len(name) > len(prefix) + 2:
                several[name.removeprefix(prefix).lower()] = region.id
    return several


def _inside_a_word(text: str, match: re.Match[str]) -> bool:
    name = match[0]
    if not name.isascii():
        return False
    around = text[max(match.start() - 1, 0) : match.start()] + text[match.end() : match.end() + 1]
    return any(char.isascii() and char.isalpha() for char in around)
