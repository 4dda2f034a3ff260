"""What figures are about: a metric, a place in each of three trees, a period and a nature."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from typing import Final, Literal, NamedTuple, get_args

from indicators.values.periods import Period

Nature = Literal["actual", "target", "expected"]
NATURES: Final[tuple[Nature, ...]] = get_args(Nature)
NATURE_NAMES: Final[Mapping[Nature, tuple[str, ...]]] = {
    "actual": ("实际", "结果", "result"),
    "target": ("目标",),
    "expected": ("预计", "预期", "expectation"),
}
"""What each nature can be called in a file, beside its id."""
Tree = Literal["region", "sector", "group"]
"""The keys of a figure whose entries are parts of one another."""
TREES: Final[tuple[Tree, ...]] = get_args(Tree)


class Place(NamedTuple):
    """Where a figure stands in each of the trees."""

    region: str
    sector: str
    group: str


class Subject(NamedTuple):
    """What a figure is about: figures of one subject report one true number."""

    metric: str
    region: str
    sector: str
    group: str
    period: Period
    nature: Nature

    @property
    def place(self) -> Place:
        return Place(self.region, self.sector, self.group)

    def holders(self, upwards: Callable[[Tree, str], Iterable[str]]) -> Iterator["Subject"]:
        """The subject, and the same of all places in which its place lies.

        ``upwards`` gives a region, sector or group and those that it lies in.
        """
        trees = (upwards(tree, key) for tree, key in zip(TREES, self.place, strict=True))
        for region, sector, group in product(*trees):
            yield self._replace(region=region, sector=sector, group=group)
