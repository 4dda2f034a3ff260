"""What every chart's story is made of: its parts, and the words for a figure in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

import pandas as pd

from indicators.charts.plots.rows import Panel
from indicators.frames import rows as few
from indicators.frames.rows import Few
from indicators.model.entries import Figure
from indicators.phrasing.names import Names
from indicators.values import quantities
from indicators.words import stories as words


@dataclass(frozen=True, slots=True)
class Story:
    """A chart in words: ``title`` says the finding, ``note`` how to read it, ``alt`` all that a blind reader needs.

    ``sources`` are the publishers' names; ``left_out`` counts the panels or rows that are not drawn. ``remarks`` are
    what an editor adds below: totals, and why there are none.
    """

    title: str
    note: str
    panels: tuple[Panel, ...]
    alt: str
    sources: tuple[str, ...]
    left_out: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not any(panel.rows for panel in self.panels)

    @property
    def compares(self) -> bool:
        """Whether anything stands beside anything else."""
        return any(len(panel.rows) > 1 for panel in self.panels)


def printed(figure: Figure, names: Names) -> str:
    """The number of a figure as the language writes it: in Chinese to the letter, in English the same number."""
    if figure.text is None:
        return names.of(words.NOT_REPORTED)
    if names.lang == "zh":
        return figure.text.printed
    number = quantities.compact(figure.text.value, figure.text.unit, "en", digits=15)
    return words.QUALIFIED[figure.text.qualifier].format(number=number)


def signed(figure: Figure, names: Names) -> str:
    """Growth with its sign and the digits that were printed: +5.0%, −2.7%; empty where none is reported."""
    if figure.growth is None:
        return ""
    text = quantities.to_text(figure.growth, names.lang)
    return f"+{text}" if figure.growth.value > 0 and figure.growth.qualifier == "exact" else text


def done(figure: Figure, names: Names) -> str:
    """The share of a plan: in Chinese to the letter (超额314%), in English the share (414%); empty if not reported."""
    if figure.completion is None:
        return ""
    if names.lang == "zh":
        return figure.completion.printed
    return quantities.compact(figure.completion.value, "percent", "en", digits=15)


def earlier(figure: Figure, names: Names, every: pd.DataFrame) -> str:
    """What was reported of the same thing for the period before, of the same length; empty where nothing was.

    ``every`` has all figures that are looked among.
    """
    alike = every["value"].notna() & (every["end"] < pd.Timestamp(figure.period.end))
    for column in ("metric", "region", "sector", "nature"):
        alike &= every[column] == getattr(figure, column)
    before = [names.dataset.figures[key] for key in every.loc[alike, "figure"]]
    last = max(
        (other for other in before if other.period.length == figure.period.length),
        key=lambda other: other.period.end,
        default=None,
    )
    if last is None:
        return ""
    return names.of(words.EARLIER).format(period=last.period.label(names.lang), value=printed(last, names))


def hover(figure: Figure, names: Names) -> str:
    """One line that says all: metric, place, period, number, publisher."""
    article = names.dataset.article_of[figure.id]
    parts = [
        names.metric(figure.metric),
        names.place(figure.region, figure.sector),
        figure.period.label(names.lang),
        names.nature(figure.nature) if figure.nature != "actual" else "",
        printed(figure, names) if figure.text else "",
        signed(figure, names),
        names.publisher(article.publisher),
    ]
    return names.of(words.COMMA).join(part for part in parts if part)


def called(figure: Figure, names: Names, *, one_metric: bool) -> tuple[str, str]:
    """What a row is called, and the line under it: the metric goes without saying where there is but one."""
    place, period = names.place(figure.region, figure.sector), figure.period.label(names.lang)
    if one_metric:
        return place, period
    return names.metric(figure.metric), names.of(words.JOIN).join((place, period))


def alt(title: str, told: Sequence[Panel], names: Names) -> str:
    """The finding and the first rows in words, each panel under its heading; the table holds the rest."""
    room, listed = 12, []
    for panel in told:
        rows = names.of(words.SEMICOLON).join(f"{row.name} {row.shown}" for row in panel.rows[:room])
        if rows:
            listed.append(names.of(words.UNDER).format(heading=panel.heading, rows=rows) if panel.heading else rows)
        room = max(0, room - len(panel.rows))
    count = sum(len(panel.rows) for panel in told) - 12
    more = names.of(words.AND_MORE).format(count=count) if count > 0 else ""
    return names.of(words.ALT).format(title=title, rows=names.of(words.SEMICOLON).join(listed), more=more)


TOLD: Final = 24
"""So many things stand in the alternative text of what is not bars; the table holds the rest."""


def listed(things: Collection[str], names: Names) -> str:
    """The first of them one behind the other, and how many more there are."""
    told = names.of(words.SEMICOLON).join(islice(things, TOLD))
    return told + names.of(words.AND_MORE).format(count=len(things) - TOLD) if len(things) > TOLD else told


def sources(drawn: Sequence[pd.DataFrame | Few], names: Names) -> tuple[str, ...]:
    publishers = dict.fromkeys(key for group in drawn for key in few.of(group)["publisher"])
    return tuple(names.publisher(key) for key in publishers)
