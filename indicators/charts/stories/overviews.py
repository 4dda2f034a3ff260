"""All figures → how many there are of each region and sector."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from indicators.charts.marks import Mark
from indicators.charts.stories.story import Story, alt
from indicators.frames import panels
from indicators.frames.rows import codes_in
from indicators.phrasing.names import Names
from indicators.words import stories as words
from indicators.words import terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage(Story):
    """Region × sector: names of what has figures (id → name), and how many figures each pair of them has.

    There are at most MOST_SQUARES regions and as many sectors; ``left_out`` counts the others.
    """

    regions: Mapping[str, str]
    sectors: Mapping[str, str]
    counts: Mapping[tuple[str, str], int]
    hover: Mapping[tuple[str, str], str]

    def panels_of_marks(self, _names: Names) -> Iterable[Sequence[Mark]]:
        for region, panel in self.regions.items():
            yield [
                Mark(panel, name, "", f"{count:,}", region=region, count=count)
                for sector, name in self.sectors.items()
                if (count := self.counts.get((region, sector), 0))
            ]


def coverage(frame: pd.DataFrame, names: Names) -> Coverage:
    """How many figures are reported for each region and sector; a pair without figures is not in ``counts``."""
    every = _pairs(frame)
    shown, left_out = zip(*(_most(every, side) for side in (0, 1)), strict=True)
    regions = {key: names.region(key) for key in names.dataset.regions if key in shown[0]}
    sectors = {key: names.sector(key) for key in names.dataset.sectors if key in shown[1]}
    counts = {pair: number for pair, number in every.items() if pair[0] in regions and pair[1] in sectors}
    texts = {
        (region, sector): names.of(words.COVERAGE_CELL).format(
            region=regions[region], sector=sectors[sector], figures=names.count(terms.FIGURES, number)
        )
        for (region, sector), number in counts.items()
    }
    facts = {"filled": len(every), "all": len({key for key, _ in every}) * len({key for _, key in every})}
    title = names.of(words.COVERAGE_TITLE).format(**facts)
    return Coverage(
        title=title,
        note=names.of(words.COVERAGE_NOTE),
        alt=alt(words.ALT_WITHOUT_BARS, title, list(texts.values()), names),
        sources=(),
        left_out=sum(left_out),
        regions=regions,
        sectors=sectors,
        counts=counts,
        hover=texts,
    )


MOST_SQUARES: Final = 48
"""The most regions, and the most sectors, that a page has room for."""


def _most(counts: Mapping[tuple[str, str], int], side: int) -> tuple[set[str], int]:
    """The ids on one side of the pairs (0 or 1) that have most figures, and how many are left out."""
    often = Counter[str]()
    for pair, number in counts.items():
        often[pair[side]] += number
    some = {key for key, _ in often.most_common(MOST_SQUARES)}
    return some, len(often) - len(some)


def _pairs(frame: pd.DataFrame) -> dict[tuple[str, str], int]:
    """How many rows each region and sector has together, in the order in which they first occur."""
    number = panels.numbered(codes_in(frame, "region"), codes_in(frame, "sector"))
    _, first, often = np.unique(number, return_index=True, return_counts=True)
    places = zip(frame["region"].iloc[first], frame["sector"].iloc[first], strict=True)
    return dict(zip(places, often.tolist(), strict=True))
