"""Dataset → the tidy frame, one row a figure: what charts, tables and users of the library meet."""

from typing import Final

import pandas as pd

from indicators.model import Dataset

COLUMNS: Final = (
    "figure", "article", "publisher", "published", "url", "metric", "theme", "region", "sector", "period", "start",
    "end", "nature", "value", "low", "high", "unit", "qualifier", "text", "growth", "completion", "plan", "part_of",
    "quote",
)  # fmt: skip
_NUMBERS: Final = ("value", "low", "high", "growth", "completion")
_DATES: Final = ("start", "end")


def tidy(dataset: Dataset) -> pd.DataFrame:
    """One row a figure, in the order of the file; columns are COLUMNS.

    ``figure`` is unique. ``value``, ``low`` and ``high`` are in the base of ``unit`` (CNY, not 亿; a fraction where the
    unit is percent), ``low`` and ``high`` the interval that the printed precision and qualifier leave open (infinite
    where they leave it open), ``growth`` and ``completion`` are fractions (0.32 for 32%), ``start`` and ``end`` are the
    first and last day of ``period``. ``unit`` is the metric's. What an article does not say is missing, never 0.
    """
    rows = [
        (
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
            None if figure.text is None else float(figure.text.value),
            None if figure.text is None else float(figure.text.low),
            None if figure.text is None else float(figure.text.high),
            dataset.metrics[figure.metric].unit,
            None if figure.text is None else figure.text.qualifier,
            None if figure.text is None else figure.text.printed,
            None if figure.growth is None else float(figure.growth.value),
            None if figure.completion is None else float(figure.completion.value),
            figure.plan,
            figure.part_of,
            figure.quote,
        )
        for article in dataset.articles.values()
        for figure in article.figures
    ]
    frame = pd.DataFrame(rows, columns=pd.Index(COLUMNS))
    kinds = {name: "float64" if name in _NUMBERS else "str" for name in COLUMNS if name not in _DATES}
    frame = frame.astype(kinds)
    for name in _DATES:
        frame[name] = pd.to_datetime(frame[name]).astype("datetime64[s]")
    return frame
