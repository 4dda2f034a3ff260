"""Tidy frame → what a chart says, in one language: its finding, its panels, its twin in words.

The same stories are told on a page, in an export and in a test; none of them knows where it is shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from indicators import panels, periods, quantities
from indicators.charts.rows import Panel, Row
from indicators.model import Figure
from indicators.names import Names
from indicators.panels import OTHER, By
from indicators.words import stories as words

PANELS: Final = 6
"""More panels than this are named, not drawn: filters bring them up."""


@dataclass(frozen=True, slots=True)
class Story:
    """A chart in words: ``title`` says the finding, ``note`` how to read it, ``alt`` all that a blind reader needs.

    ``sources`` are the publishers' names; ``left_out`` counts the panels or rows that are not drawn.
    """

    title: str
    note: str
    panels: tuple[Panel, ...]
    alt: str
    sources: tuple[str, ...]
    left_out: int = 0

    @property
    def empty(self) -> bool:
        return not any(panel.rows for panel in self.panels)

    @property
    def compares(self) -> bool:
        """Whether anything stands beside anything else."""
        return any(len(panel.rows) > 1 for panel in self.panels)


def levels(frame: pd.DataFrame, by: By, names: Names, *, most: int = PANELS) -> Story:
    """The values of one metric, by sector or by region; natures, periods and places stand in panels of their own."""
    groups = panels.alike(frame, by)
    entries: Mapping[str, Any] = names.dataset.sectors if by == "sector" else names.dataset.regions
    part_of = {key: entry.part_of for key, entry in entries.items()}
    drawn = [panels.ranked(group, by, part_of) for group in groups[:most]]
    told = tuple(Panel(_heading(group, by, names), _level_rows(group, by, names)) for group in drawn)
    title = _level_title(drawn[0], by, names) if drawn else ""
    metric = names.dataset.metrics[frame["metric"].iloc[0]] if len(frame) else None
    note = names.of(words.BY[by]).format(metric=names.of(metric.name)) if metric else ""
    return Story(title, note, told, _alt(title, told, names), _sources(drawn, names), len(groups) - len(drawn))


def growth(frame: pd.DataFrame, names: Names, *, most: int) -> Story:
    """Growth on a year earlier of all series in view, fastest first."""
    grown = panels.growth(frame)
    drawn = _ends(grown, most)
    one_metric = grown["metric"].nunique() == 1
    rows = tuple(_growth_row(row, names, one_metric=one_metric) for row in drawn.itertuples())
    rising = int((grown["growth"] > 0).sum())
    title = names.of(words.GROWTH_TITLE).format(rising=rising, all=len(grown))
    if len(rows) == 1:
        title = names.of(words.GROWTH_TITLE_OF_ONE).format(name=rows[0].name, change=rows[0].shown)
    told = (Panel("", rows),)
    note = names.of(words.GROWTH_NOTE)
    return Story(title, note, told, _alt(title, told, names), _sources([drawn], names), len(grown) - len(drawn))


def progress(frame: pd.DataFrame, names: Names) -> tuple[Story, tuple[float, ...]]:
    """Shares of plans, and for each the share of its year that was gone."""
    told = panels.progress(frame)
    pace = tuple(float(periods.parse(period).share_of_year()) for period in told["period"])
    one = told["metric"].nunique() == 1
    rows = tuple(
        _progress_row(row, gone, names, one_metric=one) for row, gone in zip(told.itertuples(), pace, strict=True)
    )
    ahead = int(sum(share >= gone for share, gone in zip(told["completion"], pace, strict=True)))
    title = names.of(words.PROGRESS_TITLE).format(ahead=ahead, all=len(rows))
    if len(rows) == 1:
        title = names.of(words.PROGRESS_TITLE_OF_ONE).format(name=rows[0].name, share=rows[0].shown)
    panel = (Panel("", rows),)
    story = Story(title, names.of(words.PROGRESS_NOTE), panel, _alt(title, panel, names), _sources([told], names))
    return story, pace


def printed(figure: Figure, names: Names) -> str:
    """The number of a figure as the language writes it: in Chinese to the letter, in English the same number."""
    if figure.text is None:
        return names.of(words.NOT_REPORTED)
    if names.lang == "zh":
        return figure.text.printed
    number = quantities.compact(figure.text.value, figure.text.unit, "en", digits=15)
    return words.QUALIFIED[figure.text.qualifier].format(number=number)


def signed(figure: Figure, names: Names) -> str:
    """Growth with its sign: +152%, −2.7%; empty where none is reported."""
    if figure.growth is None:
        return ""
    text = quantities.compact(figure.growth.value, "percent", names.lang)
    return f"+{text}" if figure.growth.value > 0 else text


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


def _level_rows(group: pd.DataFrame, by: By, names: Names) -> tuple[Row, ...]:
    name = names.sector if by == "sector" else names.region
    drawn = group.head(panels.LIMIT)
    deepest = int(group["depth"].max())
    rows = []
    columns = zip(drawn["figure"], drawn[by], drawn["value"], drawn["low"], drawn["high"], drawn["depth"], strict=True)
    for key, entry, value, low, high, depth in columns:
        figure = names.dataset.figures[key]
        change = signed(figure, names)
        rows.append(
            Row(
                figure=figure.id,
                name=name(entry),
                shown=f"{printed(figure, names)}  {change}" if change else printed(figure, names),
                hover=hover(figure, names),
                length=value,
                style="whole" if depth < deepest and figure.nature == "actual" else figure.nature,
                low=low,
                high=high,
                depth=depth,
            )
        )
    return tuple(rows)


def _heading(group: pd.DataFrame, by: By, names: Names) -> str:
    first = group.iloc[0]
    other = OTHER[by]
    place = names.region(first["region"]) if other == "region" else names.sector(first["sector"])
    parts = [place if len(place) else "", names.period(first["period"])]
    if first["nature"] != "actual":
        parts.append(names.nature(first["nature"]))
    return names.of(words.JOIN).join(part for part in parts if part)


def _level_title(group: pd.DataFrame, by: By, names: Names) -> str:
    name = names.sector if by == "sector" else names.region
    parts = group[group["depth"] == group["depth"].max()]
    top = parts.loc[parts["value"].idxmax()]
    figure = names.dataset.figures[top["figure"]]
    whole = group.iloc[0]
    facts = {
        "name": name(top[by]),
        "value": printed(figure, names),
        "whole": name(whole[by]),
        "total": printed(names.dataset.figures[whole["figure"]], names),
        "period": figure.period.label(names.lang),
    }
    if whole["depth"] < top["depth"]:
        return names.of(words.LEVEL_TITLE_OF_PARTS).format(**facts)
    return names.of(words.LEVEL_TITLE if len(parts) > 1 else words.LEVEL_TITLE_OF_ONE).format(**facts)


def _ends(grown: pd.DataFrame, most: int) -> pd.DataFrame:
    """The fastest and the slowest: a third of the room is for the far end, where the falls are."""
    if len(grown) <= most:
        return grown
    slow = most // 3
    return pd.concat([grown.head(most - slow), grown.tail(slow)])


def _growth_row(row: Any, names: Names, *, one_metric: bool) -> Row:
    figure = names.dataset.figures[str(row.figure)]
    name, detail = _name(figure, names, one_metric=one_metric)
    return Row(
        figure=figure.id,
        name=name,
        detail=detail,
        shown=signed(figure, names),
        hover=hover(figure, names),
        length=float(row.growth),
        style="fall" if row.growth < 0 else "actual",
    )


def _progress_row(row: Any, gone: float, names: Names, *, one_metric: bool) -> Row:
    figure = names.dataset.figures[str(row.figure)]
    name, detail = _name(figure, names, one_metric=one_metric)
    share = float(row.completion)
    text = quantities.compact(share, "percent", names.lang)
    verdict = words.AHEAD if share > gone else words.BEHIND if share < gone else words.ON_PACE
    points = quantities.compact(abs(share - gone), "percent", names.lang).removesuffix("%")
    return Row(
        figure=figure.id,
        name=name,
        detail=names.of(words.JOIN).join((detail, names.of(verdict).format(points=points))),
        shown=text,
        hover=hover(figure, names),
        length=share,
    )


def _name(figure: Figure, names: Names, *, one_metric: bool) -> tuple[str, str]:
    """What a row is called, and the line under it: the metric goes without saying where there is but one."""
    place, period = names.place(figure.region, figure.sector), figure.period.label(names.lang)
    if one_metric:
        return place, period
    return names.metric(figure.metric), names.of(words.JOIN).join((place, period))


def _alt(title: str, told: tuple[Panel, ...], names: Names) -> str:
    """The finding and the first rows in words; the table holds the rest."""
    rows = [row for panel in told for row in panel.rows]
    listed = names.of(words.SEMICOLON).join(f"{row.name} {row.shown}" for row in rows[:12])
    more = names.of(words.AND_MORE).format(count=len(rows) - 12) if len(rows) > 12 else ""
    return names.of(words.ALT).format(title=title, rows=listed, more=more)


def _sources(drawn: list[pd.DataFrame], names: Names) -> tuple[str, ...]:
    publishers = dict.fromkeys(key for group in drawn for key in group["publisher"])
    return tuple(names.publisher(key) for key in publishers)
