"""Dataset → the tidy frame, one row a figure: what charts, tables and users of the library meet."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa

from indicators.analysis.derivations import derive_all
from indicators.analysis.formulas import Derived
from indicators.frames.tidy_columns import COLUMNS, DERIVED_COLUMNS, formula_cell
from indicators.loading.columnar.columns import QUALIFIERS, Columns, Integers
from indicators.loading.columnar.dataset import columns_of
from indicators.model.dataset import Dataset
from indicators.model.subjects import NATURES

CATEGORIES: Final = (
    "metric", "theme", "region", "sector", "group", "period", "nature", "article", "publisher", "unit", "printed_unit",
    "qualifier",    "published", "url",
)  # fmt: skip
_NUMBERS: Final = ("value", "low", "high", "growth", "change", "points", "share", "completion")
_DATES: Final = ("start", "end")


def tidy(dataset: Dataset, *, derived: bool = False) -> pd.DataFrame:
    """One row a figure, in the order of the file; columns are ``tidy_columns.COLUMNS``.

    ``figure`` is unique. ``value``, ``low``, ``high`` and ``change`` are in ``unit``, the base unit of what the metric
    measures (CNY, not 亿; mu, not hectares; a fraction where percent are printed: see ``base_units.base_of``);
    ``printed_unit`` is the unit of ``text``; where none was printed there, ``given_unit`` is what the curator
    wrote. ``low`` and ``high`` are the interval that the printed precision and qualifier leave open (infinite where
    they leave it open), ``growth``, ``points``, ``share`` and ``completion`` are fractions (0.32 for 32%, 0.012 for
    1.2 percentage points), ``start`` and ``end`` are the first and last day of ``period``.
    What an article does not say is missing, never 0.

    With ``derived``, rows with the nature "derived" follow, for all that ``derivations.derive_all`` works out. There
    ``figure`` is the id of the derived figure, and there are two more columns: ``formula`` (one of
    ``formulas.Formula``, for a ratio with its id behind a colon) and ``inputs`` (ids of figures, separated by spaces).
    No article printed them, so they have neither article, publisher and address nor text and quote.
    """
    frame = compact(columns_of(dataset)).astype(dict.fromkeys(CATEGORIES, "str"))
    if not derived:
        return frame
    rows = [_derived_row(figure, dataset) for figure in derive_all(dataset)]
    more = pd.DataFrame(rows, columns=pd.Index(DERIVED_COLUMNS))
    return pd.concat([_typed(frame.assign(formula=None, inputs=None)), _typed(more)], ignore_index=True)


def compact(columns: Columns) -> pd.DataFrame:
    """What ``tidy`` says, in little room and fast to choose from: the columns CATEGORIES are categorical.

    Their categories are the ids of the vocabulary, in the order of the dataset, and periods by their days. Next to
    nothing of the columns is copied: of a million figures it takes 0.3 GB, most of which stays on disk where they lie
    there.
    """
    figures, articles, metrics = columns.figures, columns.articles, columns.head.metrics.values()
    categories = _categories(columns)
    codes = {
        "metric": figures.metric,
        "theme": _codes((metric.theme for metric in metrics), categories["theme"])[figures.metric],
        "region": figures.region,
        "sector": figures.sector,
        "group": figures.group,
        "period": figures.period,
        "nature": figures.nature,
        "article": figures.article,
        "publisher": _codes(articles.publisher.to_pylist(), categories["publisher"])[figures.article],
        "unit": _codes((columns.head.base_unit(metric.unit).id for metric in metrics), categories["unit"])[
            figures.metric
        ],
        "printed_unit": figures.unit,
        "qualifier": figures.qualifier,
        "published": _codes(articles.published.to_pylist(), categories["published"])[figures.article],
        "url": _codes(articles.url.to_pylist(), categories["url"])[figures.article],
    }
    texts = {
        "figure": figures.figure,
        "text": figures.text,
        "given_unit": figures.given_unit,
        "plan": columns.ids(figures.plan),
        "part_of": columns.ids(figures.part_of),
        "supersedes": columns.ids(figures.supersedes),
        "quote": figures.quote,
        "growth_from": figures.growth_from,
        "growth_quote": figures.growth_quote,
        "share_quote": figures.share_quote,
        "completion_quote": figures.completion_quote,
    }
    days = {name: np.array([getattr(span, name) for span in columns.periods], "datetime64[s]") for name in _DATES}
    cells: dict[str, Any] = {
        **{name: pd.Categorical.from_codes(codes[name], categories[name]) for name in CATEGORIES},
        **{name: pd.array(column, dtype="str") for name, column in texts.items()},
        **{name: getattr(figures, name) for name in _NUMBERS},
        **{name: of_period[figures.period] for name, of_period in days.items()},
    }
    pa.default_memory_pool().release_unused()  # of a million figures 30 MB that it would keep
    return pd.DataFrame({name: cells[name] for name in COLUMNS}, copy=False)


def _categories(columns: Columns) -> "dict[str, pd.Index[str]]":
    """The categories of each column that has such."""
    head, articles = columns.head, columns.articles
    categories: dict[str, Sequence[str]] = {
        "metric": list(head.metrics),
        "theme": list(head.themes),
        "region": list(head.regions),
        "sector": list(head.sectors),
        "group": columns.groups,
        "period": [span.text for span in columns.periods],
        "nature": NATURES,
        "article": articles.id.to_pylist(),
        "publisher": list(head.publishers),
        "unit": list(dict.fromkeys(head.base_unit(metric.unit).id for metric in head.metrics.values())),
        "printed_unit": columns.units,
        "qualifier": QUALIFIERS,
        "published": list(dict.fromkeys(articles.published.to_pylist())),
        "url": [url for url in dict.fromkeys(articles.url.to_pylist()) if url is not None],
    }
    return {name: pd.Index(list(ids), dtype="object") for name, ids in categories.items()}


def _codes(ids: Iterable[str], categories: "pd.Index[str]") -> Integers:
    """Where each of the ids stands among the categories."""
    smallest = np.int16 if len(categories) < 2**15 else np.int32
    return categories.get_indexer(pd.Index(list(ids), dtype="object")).astype(smallest)


def _derived_row(figure: Derived, dataset: Dataset) -> tuple[object, ...]:
    first = dataset.figures[figure.inputs[0]]
    cells = {
        "metric": first.metric,
        **first.place._asdict(),
        **{name: float(getattr(figure, name)) for name in ("value", "low", "high")},
        **{name: getattr(figure.period, name) for name in ("start", "end")},
        "figure": figure.id,
        "theme": dataset.metrics[first.metric].theme,
        "period": figure.period.text,
        "nature": "derived",
        "unit": dataset.base_unit(figure.unit).id,
        "qualifier": figure.qualifier,
        "formula": formula_cell(figure),
        "inputs": " ".join(figure.inputs),
    }
    return tuple(map(cells.get, DERIVED_COLUMNS))


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    dtypes = {name: "float64" if name in _NUMBERS else "str" for name in frame.columns if name not in _DATES}
    frame = frame.astype(dtypes)
    for name in _DATES:
        frame[name] = pd.to_datetime(frame[name]).astype("datetime64[s]")
    return frame
