"""The words around a number → whether it is a result or a plan, its sector and group, and the quote that holds it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from indicators.curate.recognition.candidates.candidate import Candidate
from indicators.curate.recognition.context.english_dating import TARGET_REACHED
from indicators.curate.recognition.names.grams import grams
from indicators.curate.recognition.names.metric_names import FigureKind
from indicators.curate.recognition.names.vocabulary import (
    Choice,
    Vocabulary,
)
from indicators.curate.recognition.names.words_around import WordsAround
from indicators.model.dataset import Dataset
from indicators.model.subjects import Nature
from indicators.model.vocabulary import ALL, Group, Metric
from indicators.values.text import LANGS, LocalText

_TARGET: Final = re.compile(
    r"(?:力争|确保|需要?完成|(?<![主只重首紧摘概纪需])要(?:新增|新建|新开工|建成|完成|实现|培育|引进|改造|增长"
    r"|达到?|突破|提高[到至]?| ?$)"
    r"|目标(?!任务的)|任务(?:是|为|数)|计划(?![”\"’》]|的|总投资)[^,，]{0,6}(?:完成|实现|达到|投资|建设|新增|引进|招引)?|将达?到?|要达?到|拟|年度计划[为是]?|规划|下达[^,，。]{0,20}任务)[^,，。]{0,16}$"
    r"|\b(?:target(?:s|ed)?(?! of the year)|aim(?:s|ed|ing)? (?:to|at|for)|plan(?:s|ned|ning)? (?:to|for)|pledged? to"
    r"|(?:intend|seek|strive|hope|vow|want|propose)(?:s|d|ed|ing)? (?:to|for)|annual planned investment"
    r"|planned annual investment|goals?|draft budget|(?:is|was|are|were|been) set (?:at|for)|sets|budgeted"
    r"|ha(?:s|ve|d) planned"
    r"|sights (?:set )?on|wants?\b(?! for)|plans (?:an?|the)|(?:foresee|envisage)s"
    r"|(?:has|have) set (?:itself|themselves)|expects? (?:its|their)|plan (?:provides|calls) for"
    r"|(?:will|would(?! have)|shall|should(?! have)|(?:is|are)(?: each| both| all)? to)"
    r"(?: also| be)* [a-z]+(?![^,.]* (?:after|whose?|said|since|following|when) ))\b"
    r"(?:[^,.]|\.(?=[0-9])){0,110}$|\b(?:will|shall|should|(?:is|are) to) $"
    r"|(?<!year )(?<!percent )(?<!% )(?<!annually )(?<!yuan )(?<!people )(?<!residents )\bto reach"
    r"(?:[^,.]|\.(?=[0-9])){0,60}$",
    re.IGNORECASE,
)
_EXPECTED: Final = re.compile(
    r"(?:建成|投产|达产|达效|投用|运营|使用|竣工|完工|落成)后[,，]?[^,，。;；]{0,24}$|(?:预计|有望|可望|预期(?!寿命)|预测|估计)[^,，。]{0,16}$"
    r"|(?<![许认])可(?:达到?|实现|突破|产|创|新增|带动|容纳|提供|吸纳)[^,，。]{0,8}$"
    r"|将(?:(?:达到?|超过?|突破|接近)[^,，。]{0,4})?$"
    r"|(?:预计|预测)(?:[到至]?(?:[0-9]{4}年|[今当全]年)?(?:年?[底末])?)[,，:：][^。;；]{0,60}$"
    r"|\b(?:expected|expects?(?! (?:its|their)\b)|forecasts?|predict(?:s|ed)?|estimated (?:to|that|at)"
    r"|(?-i:may|might|could) (?!have)[a-z]+|sees? [^,.;0-9]{3,40} at"
    r"|should (?:[a-z]+ )?(?:yield|turn out|provide|generate|bring in|earn|save|produce)"
    r"|projected|can (?:achieve|generate|yield|bring in)|on track to|confident of|counts? on|likely to|poised to"
    r"|anticipated|(?:is|are) seen (?:to|at)|(?:is|are) set to)\b(?:[^,.]|\.(?=[0-9])){0,90}$",
    re.IGNORECASE,
)
_AIMED_AT: Final = re.compile("(?:预期|增长|发展|工作|年度)(?:性|增长)?目标[^,，。;；]{0,12}$")
_OF_A_TARGET: Final = re.compile("(?:[、和及][^,，。;；]{1,10})?的目标")
"""What stands behind a number that is one of a target: 围绕产量40万吨、产值15亿元的目标."""
_SAYS_NATURE: Final = 70
_SAYS_NATURE_EN: Final = 120
_DONE: Final = re.compile(r"(?:已|累计)(?:经)?(?:完成|实现|达)[^,，。]{0,8}$|占[^,，]{0,8}$")


def nature_of(around: WordsAround, after: str) -> Nature:
    """Whether the words around a number call it a result, a target or an expectation."""
    own = TARGET_REACHED.sub(" ", _last_words(around.own))
    if _EXPECTED.search(own):
        return "target" if _AIMED_AT.search(own) else "expected"
    if _DONE.search(own):
        return "actual"
    return "target" if _TARGET.search(own) or _OF_A_TARGET.match(after) else "actual"


def is_listed(text: str, sentence: int, end: int, place: int, nature: Nature) -> bool:
    """True where a number stands in a list with one that is no result: 将实现生产总值210亿元、工业总产值430亿元.

    The one before it ends at ``end``; the number stands at ``place``, and its sentence begins at ``sentence``.
    """
    if nature == "actual":
        return False
    between = text[end:place]
    if between.isascii():
        return _ENGLISH_LIST.match(between) is not None
    if nature == "expected" and re.search("[;；]", between) and _ONCE_BUILT.search(text, sentence, end):
        return False  # 建成后可年创税收5亿元;集中开工项目40个
    if nature == "expected" and _ALL_EXPECTED.match(text, sentence, place):
        between = _COMPLETED.sub("", between)
    is_list = _EXPECTED_TOO
    if nature == "target":
        is_planned = _TASK.search(text, sentence, end) or _TO_BE.search(text, sentence, place)
        is_list = _PLANNED_TOO if is_planned else _ENUMERATED
    return is_list.match(between) is not None


_ENUMERATED: Final = re.compile(r"[、和及][^,，。;；!?\n]{0,24}$")
_AND_MORE: Final = (
    "[、和及与,，;；](?:(?!已|截[至止]|目前|累计|实际|完成|招引|签约|新增|今年|去年|[上下]半年|月)[^。!?\n]){0,60}$"
)
_EXPECTED_TOO: Final = re.compile(rf"[^,，。;；!?\n0-9、和及与]{{0,8}}{_AND_MORE}")
_PLANNED_TOO: Final = re.compile(rf"[^,，。;；!?\n0-9、和及与]{{0,20}}{_AND_MORE}")
"""What stands between two numbers that are both expected or planned: 预计实现产值221亿元、增长7.0%,财政收入12亿元."""
_TO_BE: Final = re.compile(
    "将(?:要|会|陆续|相继|全面|集中|继续|再)?(?:有|实现|完成|达到?|突破|新?开工|新建|新增|建设|建成|投资|实施|改造|引进|培育|投入|扩建)"
    "|力争|确保|需要?完成|计划(?:安排)?(?:实现|完成|新?开工|新建|改造|新增|增长|投资|实施|招引|引进|培育)"
)
_TASK: Final = re.compile("下达[^,，。;；]{0,24}任务")
"""What is set as a task, with the parts that it has: 下达投资任务33亿元,其中工业8亿元."""
_ONCE_BUILT: Final = re.compile("(?:建成|投产|达产|达效|投用|运营|使用|竣工|完工|落成)后")
_ENGLISH_LIST: Final = re.compile(
    r"[^,.;!?\n0-9]{0,30} (?:and|or) (?!(?:[a-z]+ ){0,3}(?:has|had|have|was|were)\b)[^,.;!?\n0-9]{0,50}$"
    r"|(?: [a-z]+)?(?: (?:in|by) 20[0-9]{2})?[^,.;!?\n0-9]{0,40}, "
    r"(?:with (?:an?|the)|and an?|generating|creating|bringing) [^,.;!?\n0-9]{0,60}$|[^,.;!?\n0-9]{3,50},(?: and)? $"
    r"|[^,.;!?\n0-9]{0,60}(?: in 20[0-9]{2})?,? and to [a-z]+ [^,.;!?\n0-9]{0,30}$"
    r"|(?: (?:per ?cent|in 20[0-9]{2})){0,2} to (?:[a-z]+ ){0,2}[A-Z$¥]{0,4}$"
    r"|[^.;!?\n0-9]{0,80}\. (?:(?:This|These|It) includ|(?:Of|Among) (?:this|these|that|them|which))[^.;!?\n0-9]{0,40}$"
)
_ALL_EXPECTED: Final = re.compile("[^,，]{0,12}(?:预计|预测)[^,，]{0,10}[,，]")
"""How a sentence begins all of whose numbers are expected: 预计到年末,生产总值完成15亿元,投资完成8亿元."""
_COMPLETED: Final = re.compile("(?<!已)(?<!累计)完成$")


def _last_words(own: str) -> str:
    return own[-(_SAYS_NATURE_EN if own.isascii() else _SAYS_NATURE) :]


def nature_words(around: WordsAround) -> str:
    """The words by which ``nature_of`` knows what a number is; empty where there are none."""
    own = _last_words(around.own)
    match = _EXPECTED.search(own) or _DONE.search(own) or _TARGET.search(own)
    return match[0].strip() if match else ""


def sector_of(
    dataset: Dataset, known: Vocabulary, words_around: WordsAround, choices: Sequence[Choice]
) -> tuple[str, str]:
    """The sector and the group of a number: those of the quote that is most like it, if their words stand here, too.

    Else they are those of the metric that are named here, and the sector that all its figures have in common.
    """
    kind = choices[0].kind if choices else FigureKind("", ALL, ALL)
    metric = dataset.metrics.get(kind.metric)
    group = _group_of(dataset, known, words_around, kind)
    around = _cleared(words_around, lambda words: known.without_places(without_names(dataset.groups.get(group), words)))
    if not choices:
        return next(iter(known.sectors_named(around.own)), ALL), ALL
    named: list[str] = []
    for words in (around.own + around.after, around.sentence):
        outside = known.sectors_named(without_names(metric, words))
        several = dict.fromkeys([*outside, *known.sectors_named(words)])
        if words == around.sentence and {*known.sectors_of(kind.metric)} == {ALL}:  # jobs, told after an industry
            continue
        named = named or list(several)
    if (
        known.has_sectors(kind.metric) and not named and len(_CHINESE.findall(around.own)) <= _GENERIC
    ):  # 截至6月底,完成投资: of what the words above name
        counts = {
            key: around.paragraph.count(dataset.sectors[key].name.zh) for key in known.sectors_named(around.paragraph)
        }
        named = sorted(counts, key=lambda key: -counts[key])
    sector = kind.sector if kind.sector in named else named[0] if named else known.implied_sector(kind.metric)
    return sector, group


def _cleared(around: WordsAround, clear: Callable[[str], str]) -> WordsAround:
    """The words around a number without those that are names of something else."""
    return replace(
        around,
        own=clear(around.own),
        sentence=clear(around.sentence),
        after=clear(around.after),
        paragraph=clear(around.paragraph),
    )


def without_names(entry: Group | Metric | None, words: str) -> str:
    """Some words without the names of a group or a metric, in which others can stand."""
    return words if entry is None else _names_of(entry.name, entry.short).sub(" ", words)


@lru_cache(maxsize=4096)
def _names_of(*names: LocalText | None) -> re.Pattern[str]:
    """A pattern for the longest of some names."""
    several = (name.of(lang) for name in names if name for lang in LANGS)
    return re.compile("|".join(sorted(map(re.escape, several), key=len, reverse=True)), re.IGNORECASE)


def _group_of(dataset: Dataset, known: Vocabulary, around: WordsAround, kind: FigureKind) -> str:
    """The group that the words name outside of the name of the metric."""
    if not kind.metric:
        return ALL
    metric = dataset.metrics[kind.metric]
    names = f"{metric.name.zh}\n{metric.name.en}"
    of_metric = set(known.groups_named(kind.metric, names))
    words = around.own + around.sentence + around.after
    for place in (around.own, words):
        named = known.groups_named(kind.metric, without_names(metric, place))
        named += [key for key in known.groups_named(kind.metric, place) if key not in of_metric]
        if named:
            return named[0]
    return kind.group if _names_group(dataset, kind.group, words) else ALL


_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_GENERIC: Final = 10


def _names_group(dataset: Dataset, group: str, words: str) -> bool:
    entry = dataset.groups.get(group)
    if entry is None:
        return False
    several = [*grams(entry.name.zh)]
    return sum(gram in words for gram in several) > _MOST_OF_A_NAME * len(several)


_MOST_OF_A_NAME: Final = 0.6


_LONGEST_LEAD: Final = 22
_WINDOW: Final = 60
_RISEN_FROM: Final = re.compile(
    "[由从][^,，]{0,24}[0-9][^,，]{0,12}(?=(?:上升|增加|增长|提高|提升|扩大|下降|减少|升|降)[为到至])"
)
"""The number before, which does not belong into a quote: 由2015年的9.8亿元(增加到)14.2亿元."""
_TRIMMED: Final = re.compile(
    r"^(?:[\s,，、:：;；“”\"'和及与并且其中]|(?:今年|去年)?以来|截至[^,，]{0,8}[底末日]|(?:[0-9]{4}年|今年|去年)?(?:上半年|[一二三四前]+季度|[0-9]{1,2}[—–-][0-9]{1,2}月份?)|分别|同比|全[市县区省]|目前)+"
)
_ENOUGH: Final = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z]{3,}")


def quote_at(text: str, candidate: Candidate) -> tuple[int, int]:
    """Where the shortest phrase of a folded text stands that holds a number with the words next to it."""
    number = candidate.number
    lead = text[max(candidate.lead, number.start - _WINDOW) : number.start]
    clause = _RISEN_FROM.split(re.split(r"[,，;；:：。!?\n]|\.(?= )| (?:--|[—–]) ", lead)[-1])[-1]
    lead = clause if "分别" in clause.rpartition("、")[2] else clause.rpartition("、")[2]  # 东港区、莒县投资分别为…
    trimmed = _TRIMMED.sub("", lead)
    if not lead.isascii() and len(trimmed) > _LONGEST_LEAD:
        trimmed = trimmed[-_LONGEST_LEAD:]
    if lead.isascii() and len(lead) == _WINDOW:  # it begins inside a word
        trimmed = trimmed.partition(" ")[2]
    first = number.start - len(trimmed)
    end = number.words_end
    if _ENOUGH.search(trimmed):
        return first, end
    if candidate.lead == number.start > candidate.sentence:  # 接待客商16家106人次
        clause = re.split(r"[,，;；:：。!?\n]", text[max(candidate.sentence, end - 2 * _LONGEST_LEAD) : number.start])[
            -1
        ]
        if _ENOUGH.search(clause):
            return number.start - len(_TRIMMED.sub("", clause)), end
    after = _ENGLISH_AFTER.match(text, end) or _WORDS_AFTER.match(text, end, end + 12)
    return first, after.end() if after else end


_ENGLISH_AFTER: Final = re.compile(r"(?: [A-Za-z][A-Za-z'’-]*){1,4}")
_WORDS_AFTER: Final = re.compile(r"的?[^,，。;；、!?\n0-9.…]{0,10}")
