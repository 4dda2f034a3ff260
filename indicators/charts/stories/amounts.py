"""Amounts of one metric, by sector or by region."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, Final

import pandas as pd

from indicators.charts.plots.rows import Panel, Row
from indicators.charts.stories import remarks
from indicators.charts.stories.story import PanelStory, alt_of_panels, sources
from indicators.frames import panels
from indicators.frames.panels import OTHER, By
from indicators.frames.rows import Rows
from indicators.model.entries import Figure
from indicators.model.hierarchy import ancestors
from indicators.phrasing.figures import hover, printed, signed
from indicators.phrasing.names import Names
from indicators.values.quantities import DIRECTION
from indicators.words import stories as words
from indicators.words import terms

PANELS: Final = 6
"""The most panels that are drawn; filters bring up the others."""


def levels(frame: pd.DataFrame, by: By, names: Names, *, most: int = PANELS, room: int = panels.LIMIT) -> PanelStory:
    """The values of one metric, by sector or by region; natures, periods and places stand in panels of their own.

    There are at most ``most`` panels, with ``room`` for so many rows together (see ``panels.shared``).
    """
    groups = panels.alike(frame, by)
    entries: Mapping[str, Any] = names.dataset.sectors if by == "sector" else names.dataset.regions
    part_of = {key: entry.part_of for key, entry in entries.items()}
    drawn = [panels.ranked(group, by, part_of) for group in groups.rows(most)]
    shares = panels.shared([len(group) for group in drawn], room)
    drawn_panels = tuple(
        Panel(_heading(group, by, names), _level_rows(group, share, by, names))
        for group, share in zip(drawn, shares, strict=True)
    )
    left_out = len(groups) - len(drawn) + sum(map(len, drawn)) - sum(shares)
    title = _level_title(drawn[0], by, part_of, names) if drawn else ""
    metric = names.dataset.metrics[frame["metric"].iloc[0]] if len(frame) else None
    note = names.of(words.BY[by]).format(metric=names.of(metric.name)) if metric else ""
    return PanelStory(
        title=title,
        note=note,
        panels=drawn_panels,
        alt=alt_of_panels(title, drawn_panels, names),
        sources=sources(chain.from_iterable(group["publisher"] for group in drawn), names),
        left_out=left_out,
        remarks=_remarks(frame, drawn, by, names),
    )


def _remarks(frame: pd.DataFrame, drawn: Sequence[Rows], by: By, names: Names) -> tuple[str, ...]:
    """Totals of the panels or, once each, the reasons for having none; and why there are several panels."""
    several = len(drawn) > 1
    heading = {id(group): _heading(group, by, names) if several else "" for group in drawn}
    totals = [remarks.total(group, by, names, heading=heading[id(group)]) for group in drawn]
    cautions = [remarks.cautions(group, names) for group, total in zip(drawn, totals, strict=True) if total]
    apart = remarks.apart(Rows.of(frame), names) if several else ""
    return tuple(filter(None, dict.fromkeys([*totals, *cautions, apart])))


def _level_rows(group: Rows, most: int, by: By, names: Names) -> tuple[Row, ...]:
    name = names.sector if by == "sector" else names.region
    deepest = max(group["depth"])
    often = Counter(group[by][:most])
    rows = []
    columns = (group[column][:most] for column in ("figure", by, "value", "low", "high", "depth"))
    for key, entry, value, low, high, depth in zip(*columns, strict=True):
        figure = names.dataset.figures[key]
        change = signed(figure, names)
        rows.append(
            Row(
                figure=figure.id,
                name=_disputed(name(entry), figure, names) if often[entry] > 1 else name(entry),
                shown=f"{printed(figure, names)}  {change}" if change else printed(figure, names),
                hover=hover(figure, names),
                length=value,
                style="whole" if depth < deepest and figure.nature == "actual" else figure.nature,
                low=low,
                high=high,
                depth=depth,
                beyond=DIRECTION[figure.text.qualifier] if figure.text else 0,
            )
        )
    return tuple(rows)


def _disputed(name: str, figure: Figure, names: Names) -> str:
    """A name with its publisher, to tell apart the reports of one thing that contradict each other."""
    article = names.dataset.article_of[figure.id]
    return names.of(terms.JOIN).join((name, names.publisher(article.publisher)))


def _heading(group: Rows, by: By, names: Names) -> str:
    region, sector, period, nature = (group[column][0] for column in ("region", "sector", "period", "nature"))
    parts = [names.region(region) if OTHER[by] == "region" else names.sector(sector), names.period(period)]
    if nature != "actual":
        parts.append(names.nature(nature))
    return names.of(terms.JOIN).join(part for part in parts if part)


def _level_title(group: Rows, by: By, part_of: Mapping[str, str | None], names: Names) -> str:
    """What the first panel says: the largest part of its whole, or the largest of all, or the only one."""
    name = names.sector if by == "sector" else names.region
    deepest, values = max(group["depth"]), group["value"]
    parts = [index for index, depth in enumerate(group["depth"]) if depth == deepest]
    top = max(parts, key=values.__getitem__)
    entry, figure = group[by][top], names.dataset.figures[group["figure"][top]]
    several = sum(group[by][index] == entry for index in parts) > 1
    facts = {
        "name": _disputed(name(entry), figure, names) if several else name(entry),
        "value": printed(figure, names),
        "period": figure.period.label(names.lang),
        "nature": names.of(words.OF_NATURE).format(nature=names.nature(figure.nature)),
    }
    if figure.nature == "actual":
        facts["nature"] = ""
    wholes = [step for step in ancestors(entry, part_of.get) if step in group[by]]
    if wholes and names.dataset.metrics[figure.metric].additive:
        whole = group["figure"][group[by].index(wholes[-1])]
        total = printed(names.dataset.figures[whole], names)
        return names.of(words.LEVEL_TITLE_OF_PARTS).format(whole=name(wholes[-1]), total=total, **facts)
    return names.of(words.LEVEL_TITLE if len(group) > 1 else words.LEVEL_TITLE_OF_ONE).format(**facts)
