"""A path → its dataset, for commands that read texts with it: a large one is loaded once, and kept in the cache."""

from pathlib import Path

from indicators.cli import shared
from indicators.loading import cache
from indicators.loading.columnar.dataset import ColumnarDataset
from indicators.model.dataset import Dataset
from indicators.values.text import Lang


def load(path: Path, lang: Lang) -> Dataset:
    """The dataset at a path. Raises what ``shared.load_dataset`` does."""
    return shared.without_errors(cache.load(shared.existing(path, lang)), path, lang)


def load_objects(path: Path, lang: Lang) -> Dataset:
    """The same, with all figures made, for who looks at all of them."""
    dataset = load(path, lang)
    return dataset.as_objects() if isinstance(dataset, ColumnarDataset) else dataset
