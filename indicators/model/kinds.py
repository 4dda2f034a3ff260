"""The kinds of entries that a dataset is made of: where each stands in a file, and what it refers to."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from indicators.model.articles import Article, Figure
from indicators.model.bases import Identified
from indicators.model.declared_units import DeclaredUnit
from indicators.model.events import Event
from indicators.model.vocabulary import Group, Metric, Pipeline, Publisher, Ratio, Region, Sector, Theme


class EntryKind(NamedTuple):
    """One kind of entry.

    ``section`` is the key of its list in a file, and the attribute of its mapping in a Dataset. ``references`` are
    those of its keys that hold the id of one other entry, each with that entry's class. Left out are lists of ids
    (``steps`` of a pipeline, ``regions`` of an event, ``copies`` of an article) and the ``plan`` of a figure, which can
    be ``annual``.
    """

    name: str
    section: str
    model: type[Identified]
    references: Mapping[str, type[Identified]]


VOCABULARY: Final = (
    EntryKind("theme", "themes", Theme, {}),
    EntryKind("publisher", "publishers", Publisher, {}),
    EntryKind("region", "regions", Region, {"part_of": Region}),
    EntryKind("sector", "sectors", Sector, {"part_of": Sector}),
    EntryKind("group", "groups", Group, {"part_of": Group}),
    EntryKind("unit", "units", DeclaredUnit, {}),
    EntryKind("metric", "metrics", Metric, {"theme": Theme}),
    EntryKind("pipeline", "pipelines", Pipeline, {}),
    EntryKind("ratio", "ratios", Ratio, {"numerator": Metric, "denominator": Metric}),
    EntryKind("event", "events", Event, {"article": Article}),
)
"""What articles and figures are described with, in the order of exported files."""

_OF_A_FIGURE: Final[Mapping[str, type[Identified]]] = {
    "metric": Metric,
    "region": Region,
    "sector": Sector,
    "group": Group,
    "part_of": Figure,
    "supersedes": Figure,
}
KINDS: Final = (
    *VOCABULARY,
    EntryKind("article", "articles", Article, {"publisher": Publisher, "issuer": Publisher}),
    EntryKind("figure", "figures", Figure, _OF_A_FIGURE),
)
KIND_OF: Final[Mapping[type[Identified], EntryKind]] = {kind.model: kind for kind in KINDS}
"""Every kind by the class of its entries."""
BY_NAME: Final[Mapping[str, EntryKind]] = {kind.name: kind for kind in KINDS}
"""Every kind by its name."""
