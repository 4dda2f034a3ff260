"""What must hold between figures and the words of quotes and headlines: their nature, their region, whose it is."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final

from indicators.model.articles import Article, Figure
from indicators.model.vocabulary import Metric, Publisher, Region
from indicators.reading.corpus import Corpus, Spot
from indicators.rules.figure_index import listed
from indicators.rules.place_names import names_of, speaking_of
from indicators.values.problems import Problem
from indicators.values.text import fold


class _Quotes:
    """The quotes of all figures as one text: to search it once takes a tenth of the time."""

    def __init__(self, corpus: Corpus) -> None:
        quotes = [spot.entry.quote for spot in corpus.figures]
        self.text: Final = "\n".join(quotes)
        self._ends: Final = list(accumulate(len(quote) + 1 for quote in quotes))
        self._figures: Final = corpus.figures

    def figures_with(self, pattern: re.Pattern[str]) -> Iterator[Spot[Figure]]:
        """The figures in whose quotes the pattern is found, in their order."""
        end = 0
        for match in pattern.finditer(self.text):
            if match.start() >= end:
                index = bisect_right(self._ends, match.start())
                end = self._ends[index]
                yield self._figures[index]


# --- nature ----------------------------------------------------------------------------------------------------------

_HINTS: Final = re.compile("预计|计划|任务|目标|力争|xpect|plan|Plan|target|Target|orecast")
_OPEN: Final = re.compile(
    r"预计|计划(?!总投资|投资总额)|任务|目标|力争|\b(?:expect(?:ed|s)?|plan(?:ned|s)?|target(?:ed|s)?|forecasts?)\b",
    re.IGNORECASE,
)
"""Words for what is not a result yet. 计划总投资 is what a project costs."""
_OF_A_PLAN: Final = re.compile(
    r"(?:完成|超额|达到?|占|为|达成|实现)[^,，、;；0-9]{0,8}?(?:计划|任务|目标)|\bof (?:\w+ ){0,3}(?:plan|target)\b",
    re.IGNORECASE,
)
"""A plan that a result is compared with: 完成年度任务的63%, 70% of the annual plan."""


def results_are_not_called_plans(corpus: Corpus) -> Iterator[Problem]:
    """The quote of a result does not say that it is expected or planned, unless its metric does: 计划总投资."""
    metrics = corpus.ids(Metric)
    for spot in _Quotes(corpus).figures_with(_HINTS):
        figure, metric = spot.entry, metrics.get(spot.entry.metric)
        word = _OPEN.search(_OF_A_PLAN.sub("", figure.quote))
        if word is None or figure.nature != "actual" or figure.completion is not None or metric is None:
            continue
        if word[0].lower() not in f"{metric.entry.name.zh} {metric.entry.name.en}".lower():
            facts = {"id": figure.id, "word": word[0], "quote": figure.quote}
            yield spot.problem("quote-nature", "quote", severity="warning", **facts)


# --- region ----------------------------------------------------------------------------------------------------------

_SHORTEST: Final = 2


def quotes_name_their_region(corpus: Corpus) -> Iterator[Problem]:
    """A quote does not name another region than that of its figure, unless it names that one, too.

    Newspapers leave out what kind of region it is (岚山 for 岚山区). The name of a region around, as in
    山东省博士后基地, says what is counted more often than where.
    """
    gazetteer, regions = _Gazetteer(corpus), corpus.ids(Region)
    for spot in _Quotes(corpus).figures_with(gazetteer.initials) if gazetteer.ids else ():
        figure = spot.entry
        named = gazetteer.named(figure.quote)
        if figure.region not in regions or any(figure.region in gazetteer.ids[name] for name in named):
            continue
        around = set(gazetteer.around(figure.region))
        if others := [name for name in named if around.isdisjoint(gazetteer.ids[name])]:
            facts = {"id": figure.id, "name": others[0], "region": figure.region, "quote": figure.quote}
            yield spot.problem("quote-region", "quote", severity="warning", **facts)


def headlines_name_their_regions(corpus: Corpus) -> Iterator[Problem]:
    """Of the regions that a headline names, one is that of a figure of the article, or lies in it or around it."""
    gazetteer = _Gazetteer(corpus)
    for spot in corpus.articles if gazetteer.ids else ():
        article = spot.entry
        named = _named_in_headline(article, gazetteer)
        if named and article.figures and _is_of_others(article, named, gazetteer):
            regions = listed(sorted({figure.region for figure in article.figures}))
            facts = {"id": article.id, "name": named[0], "regions": regions}
            yield spot.problem("headline-region", "headline", severity="warning", **facts)


def _named_in_headline(article: Article, gazetteer: "_Gazetteer") -> list[str]:
    return gazetteer.named(article.headline.zh) if article.headline is not None else []


def _is_of_others(article: Article, named: Sequence[str], gazetteer: "_Gazetteer") -> bool:
    """True where no region of the article is one of these, nor lies in or around one."""
    regions = {figure.region for figure in article.figures}
    reached = regions.union(*map(gazetteer.around, regions))
    keys = {key for name in named for key in gazetteer.ids[name]}
    return reached.isdisjoint(keys) and regions.isdisjoint(key for inner in keys for key in gazetteer.around(inner))


def regions_are_named(corpus: Corpus, held: Mapping[str, str]) -> Iterator[Problem]:
    """Each region of an article's figures is named in its headline, a quote, or its text where that is held.

    A region is named by a name of its own or of one that it lies in, by what local papers say instead (全市), or by an
    issuer, or the publisher of a text, that bears such a name. Where the text is not held, only an article whose
    headline names a region is looked at: the shortest quotes leave out what all of a page is about.
    """
    gazetteer = _Gazetteer(corpus)
    regions = corpus.ids(Region)
    patterns: dict[str, re.Pattern[str]] = {}
    for spot in corpus.articles if gazetteer.ids else ():
        article = spot.entry
        named = _named_in_headline(article, gazetteer)
        if article.id not in held and (not named or _is_of_others(article, named, gazetteer)):
            continue
        known_words = _known_words(article, corpus, held.get(article.id, ""))
        for key in dict.fromkeys(figure.region for figure in article.figures if figure.region in regions):
            if key not in patterns:
                patterns[key] = speaking_of(*gazetteer.entries(key))
            if not patterns[key].search(known_words):
                yield _unnamed(spot, key)


def _known_words(article: Article, corpus: Corpus, text: str) -> str:
    """All that is known of the words of an article, with the names of who issued it and who printed its text."""
    publishers = corpus.ids(Publisher)
    behind = (article.issuer, article.publisher if text else None)
    speakers = (publishers[key].entry.name for key in behind if key is not None and key in publishers)
    names = [name for local in (*speakers, article.headline) if local for name in (local.zh, local.en)]
    return "\n".join([*names, *(figure.quote for figure in article.figures), text, fold(text)])


def _unnamed(spot: Spot[Article], region: str) -> Problem:
    index = next(index for index, figure in enumerate(spot.entry.figures) if figure.region == region)
    figure = spot.entry.figures[index]
    place = Spot(figure, spot.source, (*spot.keys, "figures", index))
    facts = {"id": figure.id, "article": spot.entry.id, "region": region}
    return place.problem("region-unnamed", "region", severity="warning", **facts)


class _Gazetteer:
    """The names of all regions: ``ids`` has those that bear a name, ``initials`` finds where one can begin."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus: Final = corpus
        self.ids: Final = _names(corpus)
        self._longest: Final = max(map(len, self.ids), default=0)
        self.initials: Final = re.compile("|".join(sorted({re.escape(name[0]) for name in self.ids})))

    def around(self, key: str) -> Iterator[str]:
        """The regions that a region lies in, from the inside outwards."""
        return self._corpus.around(Region, key)

    def entries(self, key: str) -> tuple[Region, list[Region]]:
        """A region, and those that it lies in."""
        regions = self._corpus.ids(Region)
        return regions[key].entry, [regions[outer].entry for outer in self.around(key) if outer in regions]

    def named(self, text: str) -> list[str]:
        """The names in a text, the longest of those that begin and none within another."""
        named: list[str] = []
        start = 0
        while match := self.initials.search(text, start):
            start = match.start()
            ends = range(min(len(text), start + self._longest), start + _SHORTEST - 1, -1)
            end = next((end for end in ends if text[start:end] in self.ids and _is_whole(text, start, end)), None)
            if end is not None:
                named.append(text[start:end])
            start = end or start + 1
        return named


def _is_whole(text: str, start: int, end: int) -> bool:
    """False for letters out of an English word: Lans in Lanshan."""
    around = [text[index - 1 : index + 1] for index in (start, end) if 0 < index < len(text)]
    return not any(pair.isascii() and pair.isalpha() for pair in around)


def _names(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    """The names of regions, in both languages and with and without their kind → the ids of those that have them."""
    ids: dict[str, set[str]] = {}
    for spot in corpus.spots(Region):
        for name in names_of(spot.entry):
            ids.setdefault(name, set()).add(spot.entry.id)
    return {name: frozenset(keys) for name, keys in ids.items()}


# --- one figure ------------------------------------------------------------------------------------------------------


def quotes_are_of_one_figure(corpus: Corpus) -> Iterator[Problem]:
    """No two figures of an article have one number in one quote.

    A quote may hold the numbers of several (分别增长10%和11%), and one of a number alone says nothing of whose it is.
    Figures of one subject are for another rule.
    """
    for spot in corpus.articles:
        figures = spot.entry.figures
        if len({figure.quote for figure in figures}) == len(figures):
            continue
        first: dict[tuple[str, str], Figure] = {}
        for index, figure in enumerate(figures):
            number = figure.text or figure.growth or figure.completion
            quote, printed = fold(figure.quote), fold(number.printed) if number else ""
            other = first.setdefault((quote, printed), figure) if quote != printed else figure
            if other.subject != figure.subject and other.id not in figure.refers_to:
                place = Spot(figure, spot.source, (*spot.keys, "figures", index))
                facts = {"id": figure.id, "other": other.id, "quote": figure.quote}
                yield place.problem("quote-twice", "quote", severity="warning", **facts)
