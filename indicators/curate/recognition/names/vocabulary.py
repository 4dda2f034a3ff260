"""The words around a number → the metrics, sectors and groups of a dataset that it may be of, best first."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Final, NamedTuple

from indicators.curate.recognition.names.beside import FILLING, NEWLY, Beside
from indicators.curate.recognition.names.english import heads as english_heads
from indicators.curate.recognition.names.english.names import COMPLEMENT, THAT_OF, complement
from indicators.curate.recognition.names.english.narrowing import is_unsaid
from indicators.curate.recognition.names.entry_names import (
    EntryNames,
    names_of_group,
    names_of_sector,
    places_in,
    without_works,
)
from indicators.curate.recognition.names.generic_words import GENERIC, NO_MEANING
from indicators.curate.recognition.names.grams import grams
from indicators.curate.recognition.names.head_nouns import is_done_otherwise, is_of_another
from indicators.curate.recognition.names.metric_names import FILLED, FigureKind, MetricNames
from indicators.curate.recognition.names.phrases import named_in, phrases_of, quotes_in
from indicators.curate.recognition.names.suiting import Suiting, head_of
from indicators.curate.recognition.names.words_around import NEAR, WordsAround
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import ALL
from indicators.values.text import plain_forms
from indicators.values.unit_table import COUNTED, Unit


@dataclass(frozen=True, slots=True)
class Choice:
    """A metric that a number may be of, with the sector and the group, and the ``words`` that speak for it.

    They are empty where only the curator's own model says so, a number before is of it, or no other has its unit.
    """

    kind: FigureKind
    score: float
    words: str


class _Profile(NamedTuple):
    kind: FigureKind
    words: str
    norm: float
    head: str


_OWN: Final = 1.0
_SENTENCE: Final = 0.2
_TOPIC: Final = re.compile(r"从?([^,，。]{2,14}?)(?:的?情况)?来?看[,，:]")
"""What a sentence says that all of it is about: 从三次产业投资情况来看."""
_AFTER: Final = 0.55
_OF_METRIC: Final = 0.6
_PARTED: Final = 0.5
_PARTED_BESIDE: Final = 0.2
"""What a name counts for whose words stand apart, alone and beside one that stands whole."""
_INHERITED: Final = 0.4
_ELLIPTIC: Final = 0.8
_INHERITED_PART: Final = 0.6
_ALONE: Final = 0.3
"""What the only metrics of a unit count for, as that of containers."""
_SEVERAL: Final = 3
_MEASURED: Final = frozenset({"mass", "area", "volume", "containers", "energy"})
_OF_THEM: Final = 0.15
_NO_WORDS: Final = 0.5
"""How far a metric is explained by no words: it is that of the number before."""
_SAME_THEME: Final = 0.1
_NOT_TO_DATE: Final = 0.4
_TO_DATE: Final = 1.3
_HAS_SECTOR: Final = 0.06
_CLAUSE: Final = re.compile(r"[,，;；。:：]")
_A_WORD: Final = re.compile(r"[\u4e00-\u9fffa-z][^\u4e00-\u9fffa-z]*[\u4e00-\u9fffa-z]")
"""Two letters or Chinese characters."""
_FILLED: Final = re.compile(r"(?:完成|实现|达到?|为)\s*$")
_REMEMBERED: Final = 1000
"""So many words are remembered: those around a number are around the next ones, too."""
_VAGUE: Final = 0.4
_VAGUE_GRAMS: Final = frozenset(["新增", "新建", "发放", "new", "newly", "number", "people", "person"])
"""Words that say little of what is counted: 新增停车位, 发放消费券, new seats, people moved."""
PEOPLE: Final = {"people", "visits"}
"""What 45652人 and 4.5万人次 measure, which articles do not keep apart."""
_THINGS: Final[frozenset[str]] = frozenset(
    (
        *("sets", "vehicles", "head", "animals", "plants", "truckloads", "ships", "aircraft", "trains", "beds"),
        *("copies", "pieces", "villages", "sheets", "rooms", "m2"),
    )
)
"""Units of things that no metric of others counts: 风力发电机37台 are no enterprises, 1.5万平方米 no field."""
_INDUSTRY_INVESTED: Final = re.compile("(?<=产业)完成(?=投资)|(?<=工业)完成(?=投资)")


class Vocabulary:
    """What a dataset knows of its metrics: their names, and the words of all quotes that were accepted for them."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._suiting = suiting = Suiting(dataset)
        self.turned = self._suiting.whose.turned
        self.in_all, self.planned, self.started_together = suiting.in_all, suiting.planned, suiting.together
        self.is_narrower = self._suiting.is_narrower  # of a metric, than a name
        self.places = places_in(dataset.regions.values())
        self._without_places: Callable[[str], str] = lru_cache(_REMEMBERED)(partial(self.places.sub, " "))
        self._grams_of: Callable[[str], Sequence[str]] = lru_cache(_REMEMBERED)(self._grams_in)
        self._of_unit: dict[Unit | None, Collection[str]] = {}
        self._grams_of_names: dict[tuple[str, str], frozenset[str]] = {}
        self._sectors: dict[str, set[str]] = defaultdict(set)
        self._groups: dict[str, set[str]] = defaultdict(set)
        for figure in dataset.figures.values():
            self._sectors[figure.metric].add(figure.sector)
            self._groups[figure.metric].add(figure.group)
        sectors = [sector for sector in dataset.sectors.values() if sector.id != ALL]
        self._sector_names = EntryNames((name, sector.id) for sector in sectors for name in names_of_sector(sector))
        self._group_names: dict[str, EntryNames] = {}
        quotes = quotes_in(dataset, self._meaning)
        phrases = dict.fromkeys(phrases_of(dataset, quotes))
        profiles = [(kind, words) for kind, words in phrases if {*grams(words)} - _VAGUE_GRAMS]
        frequency = Counter(gram for _, words in profiles for gram in set(grams(words)))
        self._weight: Mapping[str, float] = {
            gram: math.log(1 + len(profiles) / count) * (_VAGUE if gram in _VAGUE_GRAMS else 1.0)
            for gram, count in frequency.items()
        }
        norms = [math.sqrt(sum(self._weight[gram] for gram in {*grams(words)})) or 1.0 for _, words in profiles]
        self._profiles = [
            _Profile(*profile, norm, head_of(profile[1].rstrip()))
            for profile, norm in zip(profiles, norms, strict=True)
        ]
        self._having: dict[str, list[int]] = defaultdict(list)
        for index, profile in enumerate(self._profiles):
            for gram in set(grams(profile.words)):
                self._having[gram].append(index)
        self._phrases_of: dict[str, list[str]] = defaultdict(list)
        for kind, words in profiles:
            self._phrases_of[kind.metric].append(words.replace(" ", ""))
        self._names = MetricNames(named_in(dataset, quotes))

    def choices(self, around: WordsAround, unit: Unit | None, *, rate_alone: bool = False) -> list[Choice]:
        """The metrics that a number with this unit may be of, best first, each once; at most eight.

        A metric of another dimension is none of them. ``rate_alone`` is a growth without an amount: any unit.
        """
        best: dict[str, Choice] = {}
        fitting = self._fitting(None if rate_alone else unit)
        named = self._names.standing_in(around.own, fitting)
        parted, of_parted = self._names.parted_in(around.own, fitting), _PARTED_BESIDE if named else _PARTED
        sectors = set(self._sector_names.named(around.own))
        is_money = not rate_alone and unit is not None and unit.is_money
        head = english_heads.head_of(around.own, is_amount=is_money) if rate_alone or unit is None or is_money else ""
        beside = Beside(self._suiting, around, head)
        bonuses = beside.bonuses()
        most: dict[str, tuple[float, _Profile]] = {}
        kinds = {key: value for key, value in named.items() if not isinstance(key, str)}
        for index, likeness in self._likenesses(around).items():
            kind, _, norm, _ = profile = self._profiles[index]
            metric = kind.metric
            if metric in fitting:
                value = likeness / norm + (kinds.get(kind, 0.0) if kinds else 0.0)
                if metric not in most or value > most[metric][0]:
                    most[metric] = (value, profile)
        for metric, (likeness, profile) in most.items():
            value = likeness + _OF_METRIC * named.get(metric, 0.0) + bonuses.get(metric, 0.0)
            value += of_parted * parted.get(metric, 0.0)
            value = self._weighed(metric, value * beside.factor(metric, profile.head), around)
            value += _HAS_SECTOR * bool(sectors & self._sectors[metric])
            best[metric] = Choice(profile.kind, value, profile.words)
        if around.previous and self.fits(around.previous, unit):
            inherited = self._inherited(around, named, unit, rate_alone=rate_alone)
            own = best.get(around.previous, Choice(FigureKind(around.previous, ALL, ALL), 0.0, ""))
            if inherited and beside.goes_on_with(around.previous):
                best[around.previous] = replace(own, score=own.score + inherited * beside.narrowed(around.previous))
        if beside.is_new_english or beside.is_standing_chinese:
            best = self._with_better_ones(best, new=beside.is_new_english)
        if not best and unit is not None:
            best = {only: Choice(FigureKind(only, ALL, ALL), _ALONE, "") for only in self._only_ones_of(unit)}
        return sorted(best.values(), key=lambda choice: -choice.score)[:8]

    def _with_better_ones(self, best: Mapping[str, Choice], *, new: bool) -> dict[str, Choice]:
        """Choices with what is ``new`` before how many there are of it, or else behind: added 540 firms, 在册企业数."""
        several = dict(best)
        for pair in self.in_all.items():
            better, worse = pair if new else reversed(pair)
            if better in best and worse in best and best[better].score < best[worse].score:
                several[better] = replace(best[better], score=best[worse].score)
                several[worse] = replace(best[worse], score=best[better].score)
        return several

    def _likenesses(self, around: WordsAround) -> Mapping[int, float]:
        """How much the phrases of the dataset are like some words, by their indexes, before their own length counts."""
        scores: dict[int, float] = defaultdict(float)
        weights = self._context(around)
        total = math.sqrt(sum(weight * self._weight.get(gram, 0) for gram, weight in weights.items())) or 1.0
        for gram, weight in weights.items():
            if indexes := self._having.get(gram):
                likeness = weight * self._weight[gram] / total
                for index in indexes:
                    scores[index] += likeness
        return scores

    def _only_ones_of(self, unit: Unit) -> Sequence[str]:
        """The metrics that alone measure what a unit does, as one does containers, those in the unit itself first."""
        metrics = self._dataset.metrics.values()
        of_dimension = [metric for metric in metrics if getattr(metric.unit, "dimension", "") == unit.dimension]
        if len(of_dimension) > _SEVERAL:
            return ()
        return [metric.id for metric in sorted(of_dimension, key=lambda metric: metric.unit != unit)]

    def _weighed(self, metric: str, value: float, around: WordsAround) -> float:
        """How well a metric suits a number beside what both are called: in its time, and after the number before."""
        entry = self._dataset.metrics[metric]
        if around.in_stretch and entry.cumulative:
            value *= _NOT_TO_DATE
        elif entry.cumulative and getattr(entry.unit, "dimension", "") in COUNTED and "累计" in around.own[-NEAR:]:
            value *= _TO_DATE
        theme = self._dataset.metrics[around.previous].theme if around.previous else None
        return value + _SAME_THEME * (theme == entry.theme)

    def _inherited(
        self, around: WordsAround, named: Mapping[FigureKind | str, float], unit: Unit | None, *, rate_alone: bool
    ) -> float:
        """What speaks for the metric of the number before: both are called the same at their ends, or the words of this
        one name no metric: 其中沿海港口完成, 第二产业增长, the figure was.
        """
        in_brackets = around.own.endswith("(") and not named and not around.own.isascii()
        if in_brackets or self.groups_named(around.previous, around.own):  # 化工(90亿元); 其中税收82亿元
            return _ELLIPTIC
        name, words = self._dataset.metrics[around.previous].name.zh, FILLING.sub("", around.own)
        another = not rate_alone and head_of(words) not in {"", *self._suiting.heads[around.previous]}
        if another or any(isinstance(key, str) for key in named):
            return 0.0
        if len(name) > 1 and words.endswith(name[-2:]):
            return _INHERITED
        if THAT_OF.search(around.own) or self.says_nothing(around.own):
            return _ELLIPTIC
        is_measured = unit is not None and unit.dimension in _MEASURED  # 水产品总产量78万吨,其中海洋捕捞21万吨
        if named or not (rate_alone or is_measured or _FILLED.search(around.own)):
            return 0.0
        return _INHERITED_PART + (_OF_THEM if "其中" in around.own or "其中" in around.sentence else 0.0)

    def explained(self, own: str, choice: Choice) -> float:
        """What share of the words before a number the metric of a choice, its names and quotes and sectors explain."""
        clauses = (self._rest(clause) for clause in reversed(_CLAUSE.split(own)))
        words = next((clause for clause in clauses if _A_WORD.search(clause)), "")
        several = {*grams(words)} - _VAGUE_GRAMS or {*grams(words)}
        known = self._of_names(choice.kind) | {*grams(plain_forms(choice.words).lower())}
        return len(several & known) / len(several) if several else _NO_WORDS

    def is_of_another(self, own: str, behind: str, choice: Choice) -> bool:
        """True where the noun of a number is none of the metric of a choice."""
        if own.isascii():
            return is_unsaid(self._dataset.metrics[choice.kind.metric].name.en, own)
        return is_of_another(own, behind, self._phrases_of.get(choice.kind.metric, ()))

    def can_count(self, noun: str, metric: str) -> bool:
        """True where a metric can count what an English noun names: tech firms are enterprises, beds are not."""
        return english_heads.counts(noun, self._phrases_of.get(metric, ()))

    def is_called_by(self, own: str, metric: str) -> bool:
        """True where the noun that English words tell of is that of a metric's name, or they have a name of it."""
        head = english_heads.head_of(own)
        return bool(head and head == english_heads.head_of(self._dataset.metrics[metric].name.en)) or (
            metric in self.named_in(own)
        )

    def has_another_noun(self, own: str, metric: str) -> bool:
        """True where English words tell of another kind of amount than the names of a metric: revenue, of a value."""
        head = english_heads.head_of(own)
        return bool(head) and head not in self._suiting.heads_en[metric]

    def is_done_otherwise(self, own: str, choice: Choice) -> bool:
        """True where the verb before a number is none of the metric of a choice."""
        return is_done_otherwise(own, self._phrases_of.get(choice.kind.metric, ()))

    def is_new_of_standing(self, own: str, metric: str) -> bool:
        """True of what was added in a time, which no metric of how many there are is told of: 新增投资项目90家."""
        return metric in self._suiting.standing and NEWLY.search(own) is not None

    def _of_names(self, kind: FigureKind) -> frozenset[str]:
        """The grams of the names of a metric and a group."""
        key = kind.metric, kind.group
        if key not in self._grams_of_names:
            metric, group = self._dataset.metrics[kind.metric], self._dataset.groups.get(kind.group)
            names = [entry for entry in (metric.name, metric.short, group.name if group else None) if entry]
            texts = [*(text for name in names for text in (name.zh, name.en)), *metric.also]
            self._grams_of_names[key] = frozenset(gram for text in texts for gram in grams(plain_forms(text).lower()))
        return self._grams_of_names[key]

    def shares_words(self, metric: str, own: str) -> bool:
        """True where some words and the names of a metric have a word in common: investment in farming."""
        return not self._of_names(FigureKind(metric, ALL, ALL)).isdisjoint(self._grams_of(own))

    def _rest(self, words: str) -> str:
        """What some words say beside places, times, growth and sectors."""
        return GENERIC.sub(" ", self._sector_names.without(self._meaning(FILLED.sub("", words))))

    def says_nothing(self, own: str) -> bool:
        """True where the last words before a number say at most whose or when it is: the city recorded, it reached."""
        return not _A_WORD.search(self._rest(_CLAUSE.split(own)[-1]))

    def names_metric(self, words: str, unit: Unit | None = None) -> bool:
        """True where some words name a metric that a number with the unit can be of, or put it as a quote does."""
        return bool(self._names.standing_in(words, self._fitting(unit)))

    def named_in(self, words: str) -> list[str]:
        """The metrics that some words name, the nearest to their end first."""
        named = self._names.standing_in(words, self._fitting(None))
        return [key for key in sorted(named, key=lambda key: -named[key]) if isinstance(key, str)]

    def _fitting(self, unit: Unit | None) -> Collection[str]:
        """The metrics that a number of a unit can be of."""
        metrics = self._of_unit.get(unit)
        if metrics is None:
            metrics = self._of_unit[unit] = {key for key in self._dataset.metrics if self.fits(key, unit)}
        return metrics

    def fits(self, metric: str, unit: Unit | None) -> bool:
        """True where a number of a unit can be of a metric."""
        own = self._dataset.metrics[metric].unit
        if unit is None:
            return True
        dimension = getattr(own, "dimension", "")
        if dimension == unit.dimension:
            return unit == own or not {unit, own} & _THINGS
        return {dimension, unit.dimension} == PEOPLE

    def _context(self, around: WordsAround) -> dict[str, float]:
        weights: dict[str, float] = {}
        several = self._grams_of(around.own) or self._grams_of(around.sentence)  # 16家106人次
        last = len(around.sentence) - NEAR
        near_by, far = around.sentence[max(last, 0) :], around.sentence[: max(last, 0)]
        topic = _TOPIC.match(around.sentence)
        about = topic[1] if topic else ""
        for text, weight in ((far, _SENTENCE), (near_by, 2 * _SENTENCE), (around.after, _AFTER), (about, _AFTER)):
            for gram in self._grams_of(text):
                if weights.get(gram, 0.0) < weight:
                    weights[gram] = weight
        whose = {*self._grams_of(complement(around.own.lower()))} if around.own.isascii() else set()
        for index, gram in enumerate(several, 1):
            # what stands next to the number says most
            near = _OWN * (COMPLEMENT if gram in whose else 0.55 + 0.45 * index / len(several))
            if weights.get(gram, 0.0) < near:
                weights[gram] = near
        return weights

    def _grams_in(self, words: str) -> Sequence[str]:
        """The grams of what some words say."""
        return tuple(grams(self._meaning(words)))

    def _meaning(self, words: str) -> str:
        """Some words without those that say nothing of what a number is of: places, times, growth."""
        plain = _INDUSTRY_INVESTED.sub("", self.without_places(words.lower()))
        return NO_MEANING.sub(" ", plain)

    def without_places(self, words: str) -> str:
        """Some words without the names of regions, which can hold others: 旅游度假区 is no tourism."""
        return self._without_places(words)

    def sectors_of(self, metric: str) -> Collection[str]:
        """The sectors that figures of a metric have."""
        return self._sectors.get(metric, ())

    def has_sectors(self, metric: str) -> bool:
        """True of a metric that figures of several sectors have."""
        return len(self._sectors.get(metric, ())) > 1

    def groups_named(self, metric: str, words: str) -> list[str]:
        """The groups of the figures of a metric that some words name, the longest first."""
        names = self._group_names.get(metric)
        if names is None:
            groups = [self._dataset.groups[key] for key in self._groups.get(metric, ()) if key in self._dataset.groups]
            names = EntryNames((name, group.id) for group in groups for name in names_of_group(group))
            self._group_names[metric] = names
        return names.named(words)

    def sectors_named(self, words: str) -> list[str]:
        """The sectors that some words name, the longest name first."""
        return self._sector_names.named(without_works(words))

    def implied_sector(self, metric: str) -> str:
        """The sector of all figures of a metric, or that of the whole economy where they have several."""
        sectors = self._sectors.get(metric, set())
        return next(iter(sectors)) if len(sectors) == 1 else ALL
