"""A draft → the place that its headline or dateline names, and industries, which the dataset has not got."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from indicators.curate.drafts import DraftArticle, DraftFigure, ProposedEntry
from indicators.curate.recognition.context import english_places, world_places
from indicators.curate.recognition.context.place_forms import PLACE, WITHIN
from indicators.curate.recognition.context.place_mentions import RANKS
from indicators.curate.recognition.context.places import Gazetteer
from indicators.curate.recognition.names.vocabulary import Vocabulary
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import ALL, Group, Level, Metric

LEVEL_ENDS: Final[Mapping[Level, tuple[str, ...]]] = {
    "development-zone": (
        *("开发区", "高新区", "经开区", "保税区", "综保区", "度假区", "示范区", "试验区", "产业区", "功能区", "园区"),
        *(" zone", " development area", " park", " resort"),
    ),
    "town": ("镇", "乡", "街道", " town", " township", " subdistrict"),
    "county": ("县", "旗", " county", " banner"),
    "district": ("区", " district", " area"),
    "prefecture": ("市", "州", "盟", "地区", " city", " prefecture"),
    "province": ("省", "自治区", " province", " region"),
}
"""How the names of places of each level end; of two ends that fit, the longer one counts."""


def level_of(name: str) -> Level:
    """The level of a place by the end of its name."""
    lowered = name.lower()
    fitting = [(len(end), level) for level, ends in LEVEL_ENDS.items() for end in ends if lowered.endswith(end)]
    return max(fitting, default=(0, "county"), key=lambda pair: pair[0])[1]


def with_entries(
    articles: Sequence[DraftArticle], text: str, dataset: Dataset, gazetteer: Gazetteer, vocabulary: Vocabulary
) -> Iterator[DraftArticle]:
    """The articles of a text, with a new region or sector for each figure whose own one is not in the dataset."""
    for article in articles:
        places = _Places(text, article, dataset, gazetteer)
        figures = (_with_place(figure, places) if _is_anywhere(figure) else figure for figure in article.figures)
        yield replace(article, figures=tuple(_with_industry(figure, text, dataset, vocabulary) for figure in figures))


# --- places ----------------------------------------------------------------------------------------------------------


def _with_place(figure: DraftFigure, places: "_Places") -> DraftFigure:
    """A figure of which nothing known says where it is, with its own place, or the one that its article is about."""
    place = places.of(figure) or places.of_article
    return replace(figure, region="", sure="doubtful", new_entries=(place,)) if place else figure


def _is_anywhere(figure: DraftFigure) -> bool:
    """True of a figure of which nothing that is known says where it is."""
    return not figure.region or "region" in figure.why


class _Places:
    """The places of an article that the dataset has not got."""

    def __init__(self, text: str, article: DraftArticle, dataset: Dataset, gazetteer: Gazetteer) -> None:
        self._text, self._article, self._dataset, self._gazetteer = text, article, dataset, gazetteer
        self._full_names: dict[str, str] = {}

    @cached_property
    def _shown(self) -> Mapping[str, english_places.ShownPlace]:
        return english_places.shown(self._text[self._article.start : self._article.end])

    def of(self, figure: DraftFigure) -> ProposedEntry | None:
        """The place that stands before a number and is not known: Kunshan, a city in Jiangsu province, 日照市丁县."""
        text, (start, end) = self._text, figure.unknown_place
        while end and (inside := PLACE.match(text, end)) and inside[0].endswith(_INSIDE):
            end = inside.end()
        name = self._in_full(" ".join(text[start:end].split()))
        first = max(start - _LONGEST_NAME, self._article.start)
        inner = _IN_ANOTHER.search(text, first, start) if name.isascii() else None
        if inner is not None and (
            inner["kind"] or (_BEHIND_WHOLE.match(text, end) and not _NO_NAME.match(inner["name"]))
        ):
            words = _small(inner["name"])
            kind = (inner["kind"] or inner["before"] or "").title()
            chain: Sequence[str] = [name, f"{words.removesuffix(f' {kind}')} {kind}".strip()]
        elif (within := WITHIN.search(name)) and within["zone"] and not name.isascii():
            known = self._gazetteer.named(name[: within.start()])
            chain = [*(self._dataset.regions[key].name.zh for key in known), name]
        else:
            chain = next(_chains(name), [name]) if name and not name.isascii() else [name] * bool(name)
        if not chain or self._gazetteer.knows(chain[-1]):
            return None
        if name == "Chinese" and _OF_THE_COUNTRY.match(text, end) is None:
            return None
        if country := world_places.country_of(name):
            return None if self._gazetteer.knows(country) else ProposedEntry("region", "", country, "country")
        if name == "the country" and self._of_all and self._of_all[0] != "China":
            return ProposedEntry("region", "", *self._of_all)
        if _COUNTRY.fullmatch(name):
            has_country = any(region.level == "country" for region in self._dataset.regions.values())
            return None if has_country else ProposedEntry("region", *_COUNTRY_NAMES[name.isascii()], "country")
        return self._proposed(chain)

    @cached_property
    def of_article(self) -> ProposedEntry | None:
        """The place of an article that is not known: named in its dateline, or in its headline and once more."""
        text, article = self._text, self._article
        dateline = _DATELINE.search(text[article.body : article.body + _LONGEST_LEAD])
        headline = text[article.start : min(article.body, article.start + _LONGEST_LEAD)]
        for part, is_sure in ((dateline[0] if dateline else "", True), (headline, False)):
            for chain in _chains(part):
                name = chain[-1]
                if self._gazetteer.knows(name) or (not is_sure and text.count(name, article.start, article.end) < 2):
                    continue
                return self._proposed(chain)
        if article.places or article.unknown_places:
            return None
        of_all = self._of_all
        return ProposedEntry("region", "", *of_all) if of_all and not self._gazetteer.knows(of_all[0]) else None

    @cached_property
    def _of_all(self) -> tuple[str, Level] | None:
        return english_places.all_of_it(self._text[self._article.start : self._article.end])

    def _in_full(self, name: str) -> str:
        """A name in small letters, and that of a zone with what it is, if only the article says so elsewhere."""
        if not name.isascii():
            return name
        words = _small(name)
        if words not in self._full_names:
            text = self._text[self._article.start : self._article.end]
            self._full_names[words] = english_places.full_name(text, words, self._shown.get(words))
        return self._full_names[words]

    def _proposed(self, chain: Sequence[str]) -> ProposedEntry:
        name, above = chain[-1], [self._gazetteer.knows(place) for place in chain[:-1]]
        shown = self._shown.get(name.split()[0])
        level = (
            self._gazetteer.level_elsewhere(name)
            or (shown.level if shown else None)
            or ("county" if name.endswith("市") else level_of(name))
        )
        is_chinese = not name.isascii()
        part_of = next(filter(None, reversed(above)), "") or (
            "" if above else whole_of(level, self._article, self._dataset)
        )
        return ProposedEntry("region", name if is_chinese else "", "" if is_chinese else name, level, part_of)


def _chains(part: str) -> Iterator[Sequence[str]]:
    """The places that begin a stretch of words, each with those that it is said to lie in before it."""
    for match in _BEGINS.finditer(part):
        chain: list[str] = []
        end = match.end()
        while place := PLACE.match(part, end):
            chain.append(place[0])
            end = place.end()
        if chain:
            yield chain


def _small(name: str) -> str:
    """A name in capitals as it is written elsewhere: TAIZHOU is Taizhou."""
    return name.title() if name.isupper() else name


def whole_of(level: Level, article: DraftArticle, dataset: Dataset) -> str:
    """What a place of a level lies in: the nearest region above it that the article names, or that of its peers.

    It is empty where the article names neither: nothing tells then that it lies in a region of the dataset.
    """
    named = [dataset.regions[key] for key in article.named_regions]
    above = [region.id for region in named if RANKS[region.level] < RANKS[level]]
    if above:
        return max(above, key=lambda key: RANKS[dataset.regions[key].level])
    parents = (dataset.regions.get(region.part_of or "") for region in named)
    wholes = Counter(region.id for region in parents if region and RANKS[region.level] < RANKS[level])
    return wholes.most_common(1)[0][0] if wholes else ""


_LONGEST_LEAD: Final = 200
_LONGEST_NAME: Final = 60
_IN_ANOTHER: Final = re.compile(
    r"(?<![A-Za-z])(?!(?:In|On|At|By|From|Since|For|As|The) )(?P<name>[A-Z][A-Za-z']{1,20}(?: [A-Z][A-Za-z']{1,20})?)"
    r"(?: (?P<before>[Cc]ity|[Cc]ounty|[Dd]istrict|[Tt]own))?"
    r"(?:,? an? (?:[a-z-]{1,20} ){0,3}?(?P<kind>city|county|district|town) (?:in|of) |, )"
    r"(?:[a-z]{2,9}ern )?(?:[A-Z][a-z]{2,9} China['’]s )?$"
)
"""A place right before the one that it lies in."""
_INSIDE: Final = ("县", "区", "镇", "乡", "街道")
"""How places end that stand behind the one that they lie in."""
_BEHIND_WHOLE: Final = re.compile(r",| [Pp]rovince| ?[-–—(（]")
_NO_NAME: Final = re.compile(
    "[A-Z][a-z]+(?:ly|day)$|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ch|il|[ey]|ust|(?:t?em|o)?ber)?$"
)
"""What stands before a comma and is no place: Currently, On Saturday, July."""
_COUNTRY_NAMES: Final = (("全国", ""), ("", "China"))
_COUNTRY: Final = re.compile(r"全国|我国|中国|[Cc]hina(?:'s)?|Chinese|[Nn]ationwide|the country")
_OF_THE_COUNTRY: Final = re.compile(
    " (?:economy|mainland|market|(?:sea|air)?ports|cities|provinces|banks|consumers|residents|households)(?![a-z])",
    re.IGNORECASE,
)
"""What stands behind “Chinese” where all of the country is meant, and no firm abroad."""
_DATELINE: Final = re.compile(
    r"\A[^\n]{0,40}?(?:讯|电)(?=[\s\u3000（(0-9\u4e00-\u9fff])|\A[A-Z][A-Za-z' ]{2,40}, [A-Z][a-z]+"
)
_BEGINS: Final = re.compile(
    r"^|(?<=[^\u4e00-\u9fffA-Za-z0-9])|(?<=[0-9][年月日])|(?<=年度)|(?<=[0-9]月份)|(?<=[本日晚早时]报)", re.MULTILINE
)
"""Where the name of a place can begin in a headline or a dateline."""

# --- industries ------------------------------------------------------------------------------------------------------


def _with_industry(figure: DraftFigure, text: str, dataset: Dataset, vocabulary: Vocabulary) -> DraftFigure:
    """A figure whose own words name an industry that nobody knows is of that one, and not of one of the sentence."""
    name = _industry(figure, text, dataset, vocabulary)
    if not name:
        return figure
    sure = "look" if figure.sure == "confident" else figure.sure
    entries = (*figure.new_entries, ProposedEntry("sector", name, ""))
    return replace(figure, sector="", sure=sure, why=(*figure.why, "sector"), new_entries=entries)


def _industry(figure: DraftFigure, text: str, dataset: Dataset, vocabulary: Vocabulary) -> str:
    """The industry that stands right before the name of the metric, or before the number, if no sector has its name."""
    if figure.open_metric or not figure.metric or vocabulary.implied_sector(figure.metric) != ALL:
        return ""
    start = max(figure.start - _WINDOW, 0)
    clause = vocabulary.without_places(_CLAUSE.split(text[start : figure.start])[-1])
    match = _INDUSTRY.search(clause)
    if match is None or _NO_INDUSTRY.search(match["name"]):
        return ""
    name, rest = match["name"], match["rest"]
    if any(name in choice.words for choice in figure.choices):  # an accepted quote has it: 茶产业 is tea
        return ""
    if vocabulary.sectors_named(name) or any(name in words for words in _names(dataset, figure.metric)):
        return ""
    is_before_metric = _ONLY_CHANGE.fullmatch(rest) or vocabulary.shares_words(figure.metric, rest)
    return name if is_before_metric else ""


def _names(dataset: Dataset, metric: str) -> Iterator[str]:
    """The names in which that of an industry may stand without being one: of the metric, and of groups."""
    several: list[Metric | Group] = [dataset.metrics[metric], *dataset.groups.values()]
    for entry in several:
        yield from (entry.name.zh, entry.short.zh if entry.short else "", *entry.also)


_WINDOW: Final = 70
_CLAUSE: Final = re.compile(r"[,，。;；:：!！?？\n\s]")
_INDUSTRY: Final = re.compile(
    r"^(?:.*(?:实现|完成|其中|实施|引进|培育|发展|扶持|用于|占|看|:|的))?"
    r"(?:全[市县区省镇]|我[市县区省]|规模以上|规上|限额以上|限上|今年|去年|全年|上半年|[一二三四前]+季度|[0-9—–-]+月份?)*"
    r"(?P<name>[\u4e00-\u9fff、（）()]{1,38}?业)"
    r"(?P<rest>(?![、和及与]|产业|龙头|企业|扶贫|转移|项目|园|基地|链|化|科技|保险|机械|人口|工人|户|合作)[\u4e00-\u9fff（）()]{0,16})$"
)
_NO_INDUSTRY: Final = re.compile(
    r"(?:[企就营创事作毕专职失从停开各全副立基学结同物复转歇待无工农]业$(?<!^农业)"
    r"|(?:^|各|全|三次|第[一二三]|支柱|主导|新兴|优势|重点|特色|未来|传统|相关|关联|上游|下游|技术|数字|现代|核心|该|本|两大"
    r"|到户|到村|乡村|部|[一二三四五六七八九十])(?:产业|行业)$)"
)
"""What ends like the name of an industry and is none, or of which nobody can say what belongs to it."""
_ONLY_CHANGE: Final = re.compile("(?:同比|比上年)?(?:增长|下降|上升|增|降|回落|提高)?了?|(?:实现|完成|达到?|为)")
