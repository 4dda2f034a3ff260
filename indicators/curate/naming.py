"""The words around a number → whether it is a result or a plan, its sector and group, and the quote that holds it."""

import re
from collections.abc import Sequence
from typing import Final

from indicators.curate.attaching import Candidate
from indicators.curate.vocabulary import Choice, WordsAround, grams, sectors_named
from indicators.model.dataset import Dataset
from indicators.model.entries import ALL
from indicators.model.subjects import Nature

_TARGET: Final = re.compile(
    r"(?:力争|确保|目标(?!任务的)|任务(?:是|为|数)|计划(?!的|总投资)[^,，]{0,6}(?:完成|实现|达到|投资|建设|新增|引进|招引)?|将达?到?|要达?到|拟|年度计划[为是]?|规划)[^,，。]{0,16}$"
    r"|\b(?:target|aims? to|plans? to|to reach|goal)\b[^,.]{0,40}$",
    re.IGNORECASE,
)
_EXPECTED: Final = re.compile(
    r"(?:预计|有望|预期|预测|估计)[^,，。]{0,16}$|\b(?:expected|forecast|estimated)\b[^,.]{0,40}$", re.IGNORECASE
)
_DONE: Final = re.compile(r"(?:已|累计)(?:经)?(?:完成|实现|达)[^,，。]{0,8}$|占[^,，]{0,8}$")


def nature_of(around: WordsAround, after: str) -> Nature:
    """Whether the words around a number call it a result, a target or an expectation."""
    own = around.own[-40:]
    if _EXPECTED.search(own):
        return "expected"
    if _DONE.search(own):
        return "actual"
    return "target" if _TARGET.search(own) or after.startswith("的目标") else "actual"


def sector_of(
    dataset: Dataset, around: WordsAround, choices: Sequence[Choice], implied: str, *, divided: bool
) -> tuple[str, str]:
    """The sector and the group of a number: those of the quote that is most like it, if their words stand here, too.

    ``implied`` is the sector of all figures of the metric, where they have one in common; it is
    ``divided`` where they have several.
    """
    if not choices:
        return next(iter(sectors_named(dataset, around.own)), ALL), ALL
    kind = choices[0].kind
    named: list[str] = []
    for words in (around.own + around.after, around.sentence):
        named = named or list(sectors_named(dataset, words))
    if (
        divided and not named and len(_CHINESE.findall(around.own)) <= _GENERIC
    ):  # 截至6月底,完成投资: of what the words above name
        counts = {
            key: around.paragraph.count(dataset.sectors[key].name.zh)
            for key in sectors_named(dataset, around.paragraph)
        }
        named = sorted(counts, key=lambda key: -counts[key])
    sector = kind.sector if kind.sector in named else named[0] if named else implied
    group = kind.group if _names_group(dataset, kind.group, around.own + around.sentence + around.after) else ALL
    return sector, group


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
_TRIMMED: Final = re.compile(
    r"^(?:[\s,，、:：;；“”\"'和及与并且其中]|(?:今年|去年)?以来|截至[^,，]{0,8}[底末日]|(?:[0-9]{4}年|今年|去年)?(?:上半年|[一二三四前]+季度|[0-9]{1,2}[—–-][0-9]{1,2}月份?)|分别|同比|全[市县区省]|目前)+"
)
_ENOUGH: Final = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z]{3,}")


def quote_at(text: str, candidate: Candidate) -> tuple[int, int]:
    """Where the shortest phrase of a folded text stands that holds a number with the words next to it."""
    number = candidate.number
    lead = text[max(candidate.lead, number.start - _WINDOW) : number.start]
    lead = re.split(r"[,，;；:：。!?\n]|、(?=[^、]*$)|\.(?= )", lead)[-1]
    trimmed = _TRIMMED.sub("", lead)
    if not lead.isascii() and len(trimmed) > _LONGEST_LEAD:
        trimmed = trimmed[-_LONGEST_LEAD:]
    if lead.isascii() and len(lead) == _WINDOW:  # it begins inside a word
        trimmed = trimmed.partition(" ")[2]
    first = number.start - len(trimmed)
    end = number.end
    if _ENOUGH.search(trimmed):
        return first, end
    if candidate.lead == number.start > candidate.sentence:  # 接待客商16家106人次
        clause = re.split(r"[,，;；:：。!?\n]", text[max(candidate.sentence, end - 2 * _LONGEST_LEAD) : number.start])[
            -1
        ]
        if _ENOUGH.search(clause):
            return number.start - len(_TRIMMED.sub("", clause)), end
    after = _WORDS_AFTER.match(text, end, end + 12)
    return first, after.end() if after else end


_WORDS_AFTER: Final = re.compile(r"的?[^,，。;；、!?\n0-9.…]{0,10}")
