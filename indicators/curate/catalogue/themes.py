"""A theme of standard indicators → the theme of a dataset that holds the same."""

from collections import Counter
from collections.abc import Iterator

from indicators.curate.catalogue.table import StandardTheme, themes
from indicators.model.dataset import Dataset


class KnownThemes:
    """The themes of a dataset, for metrics that it has not got yet."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._of: dict[str, str] = {}

    def of(self, standard: str, nearest: str = "") -> str:
        """The theme with this id or one that says the same, or that has most metrics alike; else the ``nearest``."""
        if standard not in self._of:
            self._of[standard] = next(self._alike(themes()[standard]), "") if standard in themes() else ""
        return self._of[standard] or nearest or next(iter(self._dataset.themes), "")

    def _alike(self, standard: StandardTheme) -> Iterator[str]:
        """The themes of the dataset that may be the same, best first."""
        own = self._dataset.themes
        yield from (key for key in (standard.id, *standard.also) if key in own)
        for word in standard.words:
            yield from (key for key, theme in own.items() if word in f"{theme.name.zh} {theme.name.en.lower()}")
        yield from self._having_alike(standard)

    def _having_alike(self, standard: StandardTheme) -> Iterator[str]:
        """The theme of most of the metrics whose names have a word of a standard theme."""
        counts = Counter(
            metric.theme
            for metric in self._dataset.metrics.values()
            if any(word in f"{metric.name.zh} {metric.name.en.lower()}" for word in standard.words)
        )
        yield from (theme for theme, _ in counts.most_common(1))
