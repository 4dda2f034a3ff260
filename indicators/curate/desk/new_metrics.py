"""A figure that no metric fits → a new metric as far as the text goes; one that a person filled in → its YAML entry."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from indicators.curate.desk.asked import MetricAsked
from indicators.curate.desk.reasons import Reasons
from indicators.curate.rendering.yaml_text import scalar
from indicators.model.dataset import Dataset
from indicators.model.entries import MetricKind
from indicators.model.scalars import SLUG, SLUG_LIMIT
from indicators.values.text import Lang
from indicators.values.unit_table import COUNTED
from indicators.words import curate_review as words

NEW: Final = "+"
"""What stands for a new metric where the id of one is expected."""
_SLUG: Final = re.compile(SLUG)
_NOT_IN_IDS: Final = re.compile("[^a-z0-9]+")
_FILLING: Final = re.compile(
    r"(?:[将已共]|累计|总?额|总量|实现|完成|达到?|为|是|有|约|近|超过?|突破|新增|分别|其中|全[市县区省]|今年|目前)+$"
)
_NAME_BEFORE: Final = re.compile(r"[\u4e00-\u9fff]{2,12}$")
_NAME_BEHIND: Final = re.compile(r"(?!以[上下]|左右)[\u4e00-\u9fff]{2,12}")
_ENGLISH_NAME: Final = re.compile(r"[A-Za-z][a-z-]+(?: [a-z-]+){0,3}$")
_STANDING: Final = re.compile(r"现有|在册|存量|余额|总数|拥有|保有|共有|累计")


def proposed(reasons: Reasons) -> Mapping[str, Any]:
    """A new metric for a figure, filled as far as the text goes; what the text does not say is empty."""
    figure, dataset = reasons.figure, reasons.dataset
    quantity = figure.quantity
    unit = dataset.base_unit(quantity.unit) if quantity else None
    is_rate = unit is not None and unit.dimension in {"ratio", "points"}
    kind: MetricKind = "rate" if is_rate else "stock" if _STANDING.search(reasons.own) else "flow"
    near = dataset.metrics.get(figure.metric)
    name = _name(reasons)
    chinese = bool(re.search("[\u4e00-\u9fff]", name))
    return {
        "id": "",
        "theme": near.theme if near else next(iter(dataset.themes), ""),
        "zh": name if chinese else "",
        "en": "" if chinese else name[:1].upper() + name[1:],
        "unit": "percent" if unit is not None and unit.is_fraction else unit.id if unit is not None else "",
        "kind": kind,
        "additive": not is_rate,
        "better": "neither",
    }


def _name(reasons: Reasons) -> str:
    """The words that name what is counted: those right behind a count (27件来信), or else those before the number."""
    text, end = reasons.text, reasons.figure.end
    quantity = reasons.figure.quantity
    behind = _NAME_BEHIND.match(text, end, end + 12)
    if behind and (quantity is None or quantity.unit.dimension in COUNTED):
        return behind[0].partition("的")[0] or behind[0]
    words_before = reasons.figure.label or reasons.own
    own = reasons.desk.reader.vocabulary.without_places(re.split(r"[,，、:：了]", words_before)[-1])
    own = _FILLING.sub("", own.rstrip())
    match = _NAME_BEFORE.search(own) or _ENGLISH_NAME.search(own)
    return match[0] if match else ""


@dataclass(frozen=True)
class NewMetric:
    """A metric to be added: as a person filled it in, with the id that it gets, and the codes of what is missing."""

    asked: MetricAsked
    id: str
    missing: tuple[str, ...]

    @property
    def yaml(self) -> str:
        """Its entry, on one line."""
        asked = self.asked
        name = f"{{zh: {scalar(asked.zh.strip())}, en: {scalar(asked.en.strip())}}}"
        return (
            f"  - {{id: {self.id}, theme: {asked.theme}, name: {name}, unit: {scalar(asked.unit)}, "
            f"kind: {asked.kind}, additive: {str(asked.additive).lower()}, better: {asked.better}}}\n"
        )

    def problems(self, lang: Lang) -> list[str]:
        """What is missing, as sentences."""
        return [words.METRIC_NEEDS[code].of(lang).format(id=self.asked.id) for code in self.missing]


def known(asked: MetricAsked, dataset: Dataset, taken: frozenset[str] = frozenset()) -> NewMetric:
    """A metric to be added, with the id that was asked for, or one from its English name."""
    used = {*dataset.metrics, *dataset.renamed["metric"], *taken}
    wanted = asked.id.strip() or _NOT_IN_IDS.sub("-", asked.en.lower()).strip("-")[:SLUG_LIMIT].strip("-")
    valid = _SLUG.fullmatch(wanted) is not None and len(wanted) <= SLUG_LIMIT and wanted not in used
    missing = [
        *(["zh"] if not asked.zh.strip() else []),
        *(["en"] if not asked.en.strip() else []),
        *(["id"] if not valid and (asked.id.strip() or asked.en.strip()) else []),
        *(["theme"] if asked.theme not in dataset.themes else []),
        *(["unit"] if asked.unit not in dataset.unit_table.units else []),
    ]
    return NewMetric(asked, wanted, tuple(missing))
