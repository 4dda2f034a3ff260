"""The overview in words: how much is reported, and a headline number for each theme."""

from dataclasses import dataclass

import pandas as pd

from indicators.frames import panels
from indicators.phrasing.figures import earlier, printed, signed
from indicators.phrasing.names import Names
from indicators.words import terms
from indicators.words import ui as words


@dataclass(frozen=True, slots=True)
class Headline:
    """The figure that stands for a theme: ``theme``, ``figure`` and ``metric`` are ids, all else is words.

    ``change`` is its growth, empty where none is reported, and ``fell`` says that it is below zero. ``place`` says
    where and when, and what was reported before.
    """

    theme: str
    figure: str
    metric: str
    number: str
    change: str
    fell: bool
    place: str


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


def headlines(frame: pd.DataFrame, names: Names) -> list[Headline]:
    """A number for each theme of which ``frame`` has one, in the order of the dataset."""
    chosen = panels.headlines(frame)
    figure_of = dict(zip(chosen["theme"].tolist(), chosen["figure"].tolist(), strict=True))
    return [_headline(theme, figure_of[theme], frame, names) for theme in names.dataset.themes if theme in figure_of]


def _headline(theme: str, key: str, frame: pd.DataFrame, names: Names) -> Headline:
    figure = names.dataset.figures[key]
    place = (
        names.place(figure.place),
        figure.period.label(names.lang),
        earlier(panels.earlier(figure, names.dataset, frame), names),
    )
    return Headline(
        theme=theme,
        figure=key,
        metric=figure.metric,
        number=printed(figure, names),
        change=signed(figure, names),
        fell=figure.growth is not None and figure.growth.value < 0,
        place=names.of(terms.JOIN).join(filter(None, place)),
    )
