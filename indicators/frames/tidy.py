"""Dataset → the tidy frame, one row a figure: what charts, tables and users of the library meet."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa

from indicators.analysis.derivations import follow
from indicators.analysis.formulas import Derived
from indicators.loading.columnar.columns import CODES, QUALIFIERS, Columns, in_order
from indicators.loading.columnar.dataset import Compiled
from indicators.model.dataset import Dataset
from indicators.model.entries import NATURES, Article, Figure

COLUMNS: Final = (
    "figure", "article", "publisher", "published", "url", "metric", "theme", "region", "sector", "period", "start",
    "end", "nature", "value", "low", "high", "unit", "qualifier", "text", "growth", "completion", "plan", "part_of",
    "quote",
)  # fmt: skip
_NUMBERS: Final = ("value", "low", "high", "growth", "completion")
_DATES: Final = ("start", "end")


DERIVED_COLUMNS: Final = (*COLUMNS, "formula", "inputs")


def tidy(dataset: Dataset, *, derived: bool = False) -> pd.DataFrame:
    """One row a figure, in the order of the file; columns are COLUMNS.

    ``figure`` is unique. ``value``, ``low`` and ``high`` are in the base of ``unit`` (CNY, not 亿; a fraction where the
    unit is percent), ``low`` and ``high`` the interval that the printed precision and qualifier leave open (infinite
    where they leave it open), ``growth`` and ``completion`` are fractions (0.32 for 32%), ``start`` and ``end`` are the
    first and last day of ``period``. ``unit`` is the metric's. What an article does not say is missing, never 0.

    With ``derived``, rows with the nature "derived" follow, for all that ``following.follow`` works out. There
    ``figure`` is the id of the derived figure, and there are two more columns: ``formula`` (one of ``derived.Formula``,
    for a ratio with its id behind a colon) and ``inputs`` (ids of figures, separated by spaces). No article printed
    them, so they have neither article, publisher and address nor text and quote.
    """
    if isinstance(dataset, Compiled) and not derived:
        return _typed(compact(dataset))
    rows = [_reported(figure, article, dataset) for article in dataset.articles.values() for figure in article.figures]
    if not derived:
        return _typed(pd.DataFrame(rows, columns=pd.Index(COLUMNS)))
    rows = [(*row, None, None) for row in rows]
    rows += [_worked_out(one, dataset) for one in follow(dataset)]
    return _typed(pd.DataFrame(rows, columns=pd.Index(DERIVED_COLUMNS)))


CATEGORIES: Final = (
    "metric",
    "theme",
    "region",
    "sector",
    "period",
    "nature",
    "article",
    "publisher",
    "unit",
    "qualifier",
    "published",
    "url",
)


def compact(dataset: Dataset) -> pd.DataFrame:
    """What ``tidy`` says, in little room and fast to choose from: the columns CATEGORIES are categorical.

    Their categories are the ids of the vocabulary, in the order of the dataset, and periods by their days. Of a million
    figures it takes 0.3 GB, most of which stays on disk where the dataset is compiled.
    """
    if isinstance(dataset, Compiled):
        return _of_columns(dataset.columns)
    frame = tidy(dataset)
    articles = dataset.articles.values()
    printed = ([article.published.text for article in articles], [article.url for article in articles])
    known = _known(dataset, in_order(set(frame["period"])), list(dataset.articles), *printed)
    for name in CATEGORIES:
        frame[name] = pd.Categorical(frame[name], categories=known[name])
    return frame


def _known(
    dataset: Dataset,
    spans: Sequence[str],
    articles: Sequence[str],
    published: Iterable[str],
    urls: Iterable[str | None],
) -> "dict[str, pd.Index[str]]":
    """The categories of each column that has such."""
    known: dict[str, Sequence[str]] = {
        "metric": list(dataset.metrics),
        "theme": list(dataset.themes),
        "region": list(dataset.regions),
        "sector": list(dataset.sectors),
        "period": spans,
        "nature": NATURES,
        "article": articles,
        "publisher": list(dataset.publishers),
        "unit": list(dict.fromkeys(metric.unit for metric in dataset.metrics.values())),
        "qualifier": QUALIFIERS,
        "published": list(dict.fromkeys(published)),
        "url": list(dict.fromkeys(url for url in urls if url is not None)),
    }
    return {name: pd.Index(list(ids), dtype="object") for name, ids in known.items()}


def _of_columns(columns: Columns) -> pd.DataFrame:
    """The compact frame over columns, of which it copies next to nothing."""
    said, head, articles = columns.figures, columns.head, columns.articles
    of_article = {name: articles[name].to_pylist() for name in ("id", "publisher", "published", "url")}
    known = _known(
        head,
        [span.text for span in columns.periods],
        of_article["id"],
        of_article["published"],
        of_article["url"],
    )
    of_metric = {
        "theme": _at(known["theme"], (metric.theme for metric in head.metrics.values())),
        "unit": _at(known["unit"], (metric.unit for metric in head.metrics.values())),
    }
    codes = {
        **{name: said[name] for name in CODES},
        **{name: at[said["metric"]] for name, at in of_metric.items()},
        **{name: _at(known[name], of_article[name])[said["article"]] for name in ("publisher", "published", "url")},
    }
    days = {name: _days(getattr(span, name) for span in columns.periods)[said["period"]] for name in _DATES}
    texts = {
        **{name: said[name] for name in ("figure", "text", "quote")},
        **{name: columns.ids(said[name]) for name in ("plan", "part_of")},
    }
    made: dict[str, Any] = {
        **{name: pd.Categorical.from_codes(codes[name], known[name]) for name in CATEGORIES},
        **{name: pd.array(text, dtype="str") for name, text in texts.items()},
        **{name: said[name] for name in _NUMBERS},
        **days,
    }
    pa.default_memory_pool().release_unused()  # of a million figures 30 MB that it would keep
    return pd.DataFrame({name: made[name] for name in COLUMNS}, copy=False)


def _at(known: "pd.Index[str]", ids: Iterable[str]) -> "np.ndarray[Any, Any]":
    """Where each of the ids stands among those that are known."""
    smallest = np.int16 if len(known) < 2**15 else np.int32
    return known.get_indexer(pd.Index(list(ids), dtype="object")).astype(smallest)


def _days(days: Iterable[date]) -> "np.ndarray[Any, Any]":
    return np.array(list(days), dtype="datetime64[s]")


def _reported(figure: Figure, article: Article, dataset: Dataset) -> tuple[object, ...]:
    text = figure.text
    return (
        figure.id,
        article.id,
        article.publisher,
        article.published.text,
        article.url,
        figure.metric,
        dataset.metrics[figure.metric].theme,
        figure.region,
        figure.sector,
        figure.period.text,
        figure.period.start,
        figure.period.end,
        figure.nature,
        None if text is None else float(text.value),
        None if text is None else float(text.low),
        None if text is None else float(text.high),
        dataset.metrics[figure.metric].unit,
        None if text is None else text.qualifier,
        None if text is None else text.printed,
        None if figure.growth is None else float(figure.growth.value),
        None if figure.completion is None else float(figure.completion.value),
        figure.plan,
        figure.part_of,
        figure.quote,
    )


def _worked_out(one: Derived, dataset: Dataset) -> tuple[object, ...]:
    first = dataset.figures[one.inputs[0]]
    amount = (float(one.value), float(one.low), float(one.high), one.unit, one.qualifier)
    where = (first.metric, dataset.metrics[first.metric].theme, first.region, first.sector)
    when = (one.period.text, one.period.start, one.period.end, "derived")
    formula = f"{one.formula}:{one.named}" if one.named else one.formula
    nobody, nothing = (None,) * 4, (None,) * 6
    return (one.id, *nobody, *where, *when, *amount, *nothing, formula, " ".join(one.inputs))


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    kinds = {name: "float64" if name in _NUMBERS else "str" for name in frame.columns if name not in _DATES}
    frame = frame.astype(kinds)
    for name in _DATES:
        frame[name] = pd.to_datetime(frame[name]).astype("datetime64[s]")
    return frame
