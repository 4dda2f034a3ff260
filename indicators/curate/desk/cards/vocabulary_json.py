"""A dataset → its vocabulary as the page Curate searches it: ids, names in both languages, and pinyin initials."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from indicators.curate.desk.desk import Desk
from indicators.curate.desk.requests.asked import NATURES_ASKED
from indicators.curate.entry_proposals import LEVEL_ENDS
from indicators.model.vocabulary import Group, Metric, Region, Sector
from indicators.pages import pinyin
from indicators.values.text import LocalText
from indicators.words import terms
from indicators.words.pages.place import LEVELS

EntryJson = dict[str, Any]


@lru_cache(maxsize=1)
def vocabulary(desk: Desk) -> Mapping[str, Any]:
    """All that a person can choose from."""
    dataset = desk.dataset
    table = dataset.unit_table.units
    return {
        "metrics": [_metric(metric) for metric in dataset.metrics.values()],
        "regions": [_entry(region, parent=region.part_of) for region in dataset.regions.values()],
        "sectors": [_entry(sector, parent=sector.part_of) for sector in dataset.sectors.values()],
        "groups": [_entry(group, parent=group.part_of) for group in dataset.groups.values()],
        "levels": [{**_named(level, name), "ends": LEVEL_ENDS.get(level, ())} for level, name in LEVELS.items()],
        "publishers": [_named(entry.id, entry.name) for entry in dataset.publishers.values()],
        "themes": [_named(entry.id, entry.name) for entry in dataset.themes.values()],
        "natures": [_named(key, terms.NATURES[key]) for key in NATURES_ASKED],
        "units": [
            {**_named(unit.id, unit.name), "dimension": unit.dimension}
            for unit in table.values()
            if not unit.is_fraction and "/" not in unit.id
        ],
    }


def _named(key: str, name: LocalText) -> EntryJson:
    return {"id": key, "zh": name.zh, "en": name.en}


def _entry(entry: Metric | Region | Sector | Group, **more: Any) -> EntryJson:
    return {
        "id": entry.id,
        "zh": entry.name.zh,
        "en": entry.name.en,
        "short": {"zh": entry.short.zh, "en": entry.short.en} if entry.short else None,
        "also": list(entry.also),
        "initials": "".join(part[:1] for part in pinyin.syllables(entry.name.zh).split()),
        **more,
    }


def _metric(metric: Metric) -> EntryJson:
    unit = metric.unit
    return _entry(metric, unit=unit.id, dimension=unit.dimension, theme=metric.theme, kind=metric.kind)
