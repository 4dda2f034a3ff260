"""A figure that no metric fits → a new metric, as far as the words of the text beside its number name one."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from indicators.curate.drafts import DraftArticle, DraftFigure, ProposedMetric
from indicators.curate.recognition.names.vocabulary import Vocabulary
from indicators.model.dataset import Dataset
from indicators.model.scalars import SLUG_LIMIT
from indicators.model.vocabulary import MetricKind
from indicators.pages import pinyin
from indicators.values.unit_table import COUNTED

_WINDOW: Final = 60
_SENTENCE: Final = re.compile(r"[。!?！？\n；;]|\.(?= )")
_NOT_IN_IDS: Final = re.compile("[^a-z0-9]+")
_FILLING: Final = re.compile(
    r"(?:[将已共]|累计|总?额|总量|实现|完成|达到?|为|是|有|约|近|超过?|突破|新增|分别|其中|全[市县区省]|今年|目前)+$"
)
_NAME_BEFORE: Final = re.compile(r"[\u4e00-\u9fff]{2,12}$")
_NAME_BEHIND: Final = re.compile(r"(?!以[上下]|左右)[\u4e00-\u9fff]{2,12}")
_ENGLISH_NAME: Final = re.compile(r"[A-Za-z][a-z-]+(?: [a-z-]+){0,3}$")
_STANDING: Final = re.compile(r"现有|在册|存量|余额|总数|拥有|保有|共有|累计")


def with_proposals(
    articles: Sequence[DraftArticle], text: str, dataset: Dataset, vocabulary: Vocabulary
) -> Iterator[DraftArticle]:
    """The articles of a text, with a new metric for each figure whose metric is open."""
    for article in articles:
        figures = tuple(
            replace(figure, new_metric=_proposed(text, article, figure, dataset, vocabulary))
            if figure.quantity is not None and "metric" in figure.why
            else figure
            for figure in article.figures
        )
        yield replace(article, figures=figures)


def _proposed(
    text: str, article: DraftArticle, figure: DraftFigure, dataset: Dataset, vocabulary: Vocabulary
) -> ProposedMetric:
    unit = dataset.base_unit(figure.quantity.unit) if figure.quantity else None
    is_rate = unit is not None and unit.dimension in {"ratio", "points"}
    before = _SENTENCE.split(text[max(figure.start - _WINDOW, article.start) : figure.start])[-1]
    kind: MetricKind = "rate" if is_rate else "stock" if _STANDING.search(before) else "flow"
    near = dataset.metrics.get(figure.metric)
    name = _name(text, figure.label or before, figure, vocabulary)
    is_chinese = re.search("[\u4e00-\u9fff]", name) is not None
    return ProposedMetric(
        theme=near.theme if near else next(iter(dataset.themes), ""),
        zh=name if is_chinese else "",
        en="" if is_chinese else name[:1].upper() + name[1:],
        unit="percent" if unit is not None and unit.is_fraction else unit.id if unit is not None else "",
        kind=kind,
        additive=not is_rate,
    )


def _name(text: str, before: str, figure: DraftFigure, vocabulary: Vocabulary) -> str:
    """The words that name what is counted: those right behind a count (27件来信), or else those before the number."""
    quantity, end = figure.quantity, figure.end
    behind = None if figure.label else _NAME_BEHIND.match(text, end, end + 12)
    if behind and (quantity is None or quantity.unit.dimension in COUNTED):
        return behind[0].partition("的")[0] or behind[0]
    own = vocabulary.without_places(re.split(r"[,，、:：了]", before)[-1])
    own = _FILLING.sub("", own.rstrip())
    match = _NAME_BEFORE.search(own) or _ENGLISH_NAME.search(own)
    return match[0] if match else ""


def id_of(zh: str, en: str, taken: Collection[str] = ()) -> str:
    """An id that is free, from the English name, or else from how the Chinese one is read; empty without either."""
    is_english = bool(en.strip()) and en.isascii()
    words = en if is_english else pinyin.syllables(zh)
    stem = _NOT_IN_IDS.sub("-", words.lower()).strip("-")[: SLUG_LIMIT - 3].strip("-")
    key, number = stem, 1
    while key and key in taken:
        number += 1
        key = f"{stem}-{number}"
    return key
