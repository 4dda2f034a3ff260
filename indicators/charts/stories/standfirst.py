"""A dataset in words: how much is reported, and of which years."""

import pandas as pd

from indicators.phrasing.names import Names
from indicators.words import terms
from indicators.words import ui as words


def standfirst(every: pd.DataFrame, names: Names) -> str:
    """How many figures there are, from how many articles, of which years; ``every`` has all figures."""
    if every.empty:
        return names.of(words.NO_FIGURES)
    years = sorted({str(day)[:4] for day in every["published"].unique()})
    span = names.of(words.YEARS).format(first=years[0], last=years[-1]) if len(years) > 1 else years[0]
    facts = {
        "figures": names.count(terms.FIGURES, len(every)),
        "articles": names.count(terms.ARTICLES, every["article"].nunique()),
        "years": span,
    }
    return names.of(words.STANDFIRST).format(**facts)
