"""A figure that no metric fits → a new metric as far as the text goes; one that a person filled in → its YAML entry."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from indicators.curate.desk.requests.asked import MetricAsked
from indicators.curate.drafts import DraftFigure
from indicators.curate.metric_proposals import id_of
from indicators.curate.rendering.yaml_text import metric_line
from indicators.model.dataset import Dataset
from indicators.model.scalars import SLUG, SLUG_LIMIT
from indicators.values.text import Lang, LocalText
from indicators.words.curate import review as words

NEW: Final = "+"
"""What stands for a new metric where the id of one is expected."""
_SLUG: Final = re.compile(SLUG)


def proposed(figure: DraftFigure, dataset: Dataset) -> Mapping[str, Any]:
    """A new metric for a figure, filled as far as the text goes; what the text does not say is empty."""
    new = figure.new_metric
    if new is None:
        return {}
    return {"id": id_of(new.zh, new.en, _taken(dataset)), **asdict(new)}


def _taken(dataset: Dataset) -> set[str]:
    return {*dataset.metrics, *dataset.renamed["metric"]}


@dataclass(frozen=True)
class NewMetric:
    """A metric to be added: as a person filled it in, with the id that it gets, and the codes of what is missing."""

    asked: MetricAsked
    id: str
    missing: tuple[str, ...]

    @property
    def name(self) -> LocalText:
        """Its name; one in a single language stands for both."""
        zh, en = self.asked.zh.strip(), self.asked.en.strip()
        return LocalText(zh=zh or en, en=en or zh)

    @property
    def yaml(self) -> str:
        """Its entry, on one line."""
        return f"  {metric_line(self.id, self.name, self.asked)}\n"

    def problems(self, lang: Lang) -> list[str]:
        """What is missing, as sentences."""
        return [words.METRIC_NEEDS[code].of(lang).format(id=self.asked.id) for code in self.missing]


def known(asked: MetricAsked, dataset: Dataset, taken: frozenset[str] = frozenset()) -> NewMetric:
    """A metric to be added, with the id that was asked for, or one from its name; a name in one language is enough."""
    used = {*_taken(dataset), *taken}
    wanted = asked.id.strip() or id_of(asked.zh.strip(), asked.en.strip(), used)
    valid = _SLUG.fullmatch(wanted) is not None and len(wanted) <= SLUG_LIMIT and wanted not in used
    is_named = bool(asked.zh.strip() or asked.en.strip())
    missing = [
        *([] if is_named else ["name"]),
        *([] if valid or not (asked.id.strip() or is_named) else ["id"]),
        *(["theme"] if asked.theme not in dataset.themes else []),
        *(["unit"] if asked.unit not in dataset.unit_table.units else []),
    ]
    return NewMetric(asked, wanted, tuple(missing))
