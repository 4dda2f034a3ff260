"""Amounts of one metric, by sector, by region or by group."""

import math
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, repeat
from typing import Final

import pandas as pd

from indicators.charts.marks import style_of_whole
from indicators.charts.plots.rows import Panel, Row
from indicators.charts.stories import remarks
from indicators.charts.stories.story import PanelStory, Untold, alt_of_panels, sources
from indicators.frames import comparable, panels
from indicators.frames.comparable import TreeLevel
from indicators.frames.panels import OTHERS, By, Groups
from indicators.frames.rows import Rows
from indicators.model.articles import Figure
from indicators.model.vocabulary import ALL
from indicators.phrasing.figures import amount_and_growth, hover, printed, signed
from indicators.phrasing.names import Names
from indicators.phrasing.panel_amounts import PanelAmounts, in_one_unit
from indicators.values.quantities import DIRECTION
from indicators.words import stories as words
from indicators.words import terms

PANELS: Final = 6
"""The most panels that are drawn; filters bring up the others."""


def levels(frame: pd.DataFrame, by: By, names: Names, *, most: int = PANELS, room: int = panels.LIMIT) -> PanelStory:
    """The values of one metric, by sector, region or group; natures, periods and places stand in panels of their own.

    There are at most ``most`` panels, with ``room`` for so many rows together (see ``panels.shared``).
    """
    return untold_levels(frame, by, names, most=most, room=room).tell()


def untold_levels(
    frame: pd.DataFrame, by: By, names: Names, *, most: int = PANELS, room: int = panels.LIMIT
) -> Untold[PanelStory]:
    """The story of ``levels`` before it is told."""
    metric = names.dataset.metrics[Rows.of(frame).first("metric")] if len(frame) else None
    groups = panels.alike(frame, by, stock=metric is not None and metric.kind == "stock")
    shares = panels.shared(groups.sizes(most), room)
    return Untold(max(shares, default=0), partial(_told, frame, groups, shares, by, names))


def _told(frame: pd.DataFrame, groups: Groups, shares: Sequence[int], by: By, names: Names) -> PanelStory:
    """The story of the first groups, with so many rows of each as its share."""
    part_of = {key: next(names.dataset.lies_in(by, key), None) for key in getattr(names.dataset, f"{by}s")}
    drawn = [panels.ranked(group, by, part_of) for group in groups.rows(len(shares))]
    levels = [comparable.level(group, names.dataset) for group in drawn]
    in_units = (
        _panel(group, group.take(range(share)), _wholes(group, level, by), scale, by, names)
        for group, level, share, scale in zip(drawn, levels, shares, _scales(drawn), strict=True)
    )
    drawn_panels = tuple(_lone(panel) if alone else panel for panel, alone in zip(in_units, _alone(drawn), strict=True))
    left_out = len(groups) - len(drawn) + sum(map(len, drawn)) - sum(shares)
    title = _level_title(drawn[0], levels[0], by, names) if drawn else ""
    metric = names.of(names.dataset.metrics[Rows.of(frame).first("metric")].name) if len(frame) else ""
    return PanelStory(
        title=title,
        note=names.of(words.BY[by]).format(metric=metric) if metric else "",
        panels=drawn_panels,
        alt=alt_of_panels(title, drawn_panels, names),
        sources=sources(chain.from_iterable(group["publisher"] for group in drawn), names),
        left_out=left_out,
        remarks=_remarks(frame, list(zip(drawn, levels, strict=True)), by, names),
    )


def _remarks(frame: pd.DataFrame, drawn: Sequence[tuple[Rows, TreeLevel]], by: By, names: Names) -> tuple[str, ...]:
    """Totals of the panels or, once each, the reasons for having none; and why there are several panels."""
    several = len(drawn) > 1
    headings = [_heading(group, by, names) if several else "" for group, _ in drawn]
    totals = [
        remarks.total(group, by, names, heading=heading, level=level)
        for (group, level), heading in zip(drawn, headings, strict=True)
    ]
    cautions = [remarks.cautions(group, names) for (group, _), total in zip(drawn, totals, strict=True) if total]
    apart = remarks.apart(Rows.of(frame), names) if several else ""
    return tuple(filter(None, dict.fromkeys([*totals, *cautions, apart])))


def _scales(drawn: Sequence[Rows]) -> Sequence[float]:
    """What the lengths of each panel are divided by: panels of one nature and time share a scale, and no others do."""
    keys = list(map(_nature_and_time, drawn))
    if len(set(keys)) < 2:
        return [1.0] * len(drawn)
    longest: dict[object, float] = {}
    for key, group in zip(keys, drawn, strict=True):
        longest[key] = max(longest.get(key, 0.0), *map(abs, group["value"]))
    return [longest[key] or 1.0 for key in keys]


def _nature_and_time(group: Rows) -> tuple[object, ...]:
    return group["nature"][0], group["start"][0], group["end"][0]


def _alone(drawn: Sequence[Rows]) -> Sequence[bool]:
    """Of which panels the scale has nothing on it but one figure."""
    on_scale = Counter[object]()
    for group in drawn:
        on_scale[_nature_and_time(group)] += len(group)
    return [on_scale[_nature_and_time(group)] == 1 for group in drawn]


def _lone(panel: Panel) -> Panel:
    return replace(panel, rows=[replace(row, lone=True) for row in panel.rows])


def _panel(  # noqa: PLR0913, PLR0917  # all that a panel is drawn from
    group: Rows, shown: Rows, wholes: Container[str], scale: float, by: By, names: Names
) -> Panel:
    """The ``shown`` rows of a group, in one unit, which its heading names, where they can be written in one."""
    heading = _heading(group, by, names)
    amounts = _in_one_unit(shown, group.first("metric"), names) if group.first("nature") == "actual" else None
    if amounts is not None and amounts.unit:
        heading = names.of(words.IN_UNIT).format(heading=heading, unit=amounts.unit)
    return Panel(heading, _level_rows(shown, amounts.numbers if amounts else (), wholes, scale, by, names))


def _in_one_unit(rows: Rows, metric: str, names: Names) -> PanelAmounts | None:
    """The amounts of several rows in one unit; None where one has none, or they cannot be written in one."""
    figures = [names.dataset.figures[key] for key in rows["figure"]]
    texts = [figure.text for figure in figures if figure.text is not None]
    if len(texts) < max(2, len(figures)):
        return None
    return in_one_unit(texts, names.dataset.metrics[metric].unit, names)


def _level_rows(  # noqa: PLR0913, PLR0917  # all that rows are drawn from
    group: Rows, aligned: Sequence[str], wholes: Container[str], scale: float, by: By, names: Names
) -> tuple[Row, ...]:
    """The rows of a panel, with the numbers that are ``aligned``, if they are."""
    name = partial(names.entry, by)
    often = Counter(group[by])
    rows = []
    columns = (group[column] for column in ("figure", by, "value", "low", "high", "depth"))
    for key, entry, value, low, high, depth, number in zip(*columns, aligned or repeat("", len(group)), strict=True):
        figure = names.dataset.figures[key]
        rows.append(
            Row(
                figure=figure.id,
                name=_disputed(name(entry), figure, names) if often[entry] > 1 else name(entry),
                shown=printed(figure, names) if figure.nature == "actual" else amount_and_growth(figure, names),
                change=signed(figure, names) if figure.nature == "actual" else "",
                hover=hover(figure, names),
                length=value / scale,
                style=style_of_whole(figure) if key in wholes else figure.nature,
                low=low / scale,
                high=high / scale,
                depth=depth,
                beyond=DIRECTION[figure.text.qualifier] if figure.text else 0,
                aligned=number,
            )
        )
    return tuple(rows)


def _disputed(name: str, figure: Figure, names: Names) -> str:
    """A name with its publisher, to tell apart the reports of one thing that contradict each other."""
    article = names.dataset.article_of[figure.id]
    return names.of(terms.JOIN).join((name, names.publisher(article.publisher)))


def _heading(group: Rows, by: By, names: Names) -> str:
    figure = names.dataset.figures[group["figure"][0]]
    parts = [names.place(figure.place, *OTHERS[by]), figure.period.label(names.lang)]
    if figure.nature != "actual":
        parts.append(names.nature(figure.nature))
    return names.of(terms.JOIN).join(parts)


def _wholes(group: Rows, level: TreeLevel, by: By) -> frozenset[str]:
    """The figures that others are compared as parts of, and that of which there is a lone part.

    Where several are compared with each other, one of them is no whole because a part of it was printed, too.
    """
    is_alone = len({group[by][position] for position in level.members}) == 1 and len(level.members) < len(group)
    wholes = level.above or (level.members if is_alone else ())
    return frozenset(group["figure"][position] for position in wholes)


def _level_title(group: Rows, level: TreeLevel, by: By, names: Names) -> str:
    """What the first panel says: the largest part of its whole, or the largest of all.

    Where there is one only, or nobody knows which is the largest, it says the amount of the whole, or of the first.
    """
    leader = _leader(group, level, by, names)
    position = leader if leader is not None else (*reversed(level.above), *level.members)[0]
    entry, figure = group[by][position], names.dataset.figures[group["figure"][position]]
    is_all, period = (by, figure.group) == ("group", ALL), figure.period.label(names.lang)
    if by != "region":  # panels of other places may follow
        period = names.of(words.PLACE_AND_PERIOD).format(place=names.region(figure.region), period=period)
    name = names.entry(by, entry)
    facts = {
        "metric": _counted(figure, by, names),
        "name": _disputed(name, figure, names) if group[by].count(entry) > 1 else name,
        "value": printed(figure, names),
        "period": period,
    }
    if leader is None:
        return names.of(words.LEVEL_TITLE_OF_ALL if is_all else words.LEVEL_TITLE_OF_ONE).format(**facts)
    if not level.above or not names.dataset.metrics[figure.metric].additive:
        return names.of(words.LEVEL_TITLE).format(**facts)
    whole = names.dataset.figures[group["figure"][level.above[-1]]]
    is_whole_all = (by, whole.group) == ("group", ALL)
    facts |= {"whole": names.entry(by, getattr(whole, by)), "total": printed(whole, names)}
    return names.of(words.LEVEL_TITLE_OF_ALL_PARTS if is_whole_all else words.LEVEL_TITLE_OF_PARTS).format(**facts)


def _counted(figure: Figure, by: By, names: Names) -> str:
    """The metric, with the sector and group that all figures of the panel are of."""
    metric, trees = names.metric(figure.metric), [tree for tree in OTHERS[by] if tree != "region"]
    of_what = [tree for tree in trees if getattr(figure, tree) != ALL]
    return (
        names.of(words.OF_WHAT).format(metric=metric, what=names.place(figure.place, *of_what)) if of_what else metric
    )


def _leader(group: Rows, level: TreeLevel, by: By, names: Names) -> int | None:
    """The position of the member that is the largest, however the numbers were rounded; None where that is not known.

    It is not known where reports contradict each other on it, or others may be as large, also one that nobody has
    reported. A member that lies deeper in the tree than others lies in something larger that nobody has reported.
    """
    keys = group[by]
    leader = max(level.members, key=group["value"].__getitem__)
    others = [position for position in level.members if position != leader]
    disputed = keys.count(keys[leader]) > 1
    if disputed or not others or any(group["low"][leader] < group["high"][position] for position in others):
        return None
    if group["low"][leader] < _unreported(group, level, by, names):
        return None
    depth = {keys[position]: len(list(names.dataset.lies_in(by, keys[position]))) for position in level.members}
    return leader if depth[keys[leader]] == min(depth.values()) else None


def _unreported(group: Rows, level: TreeLevel, by: By, names: Names) -> float:
    """The most that a part of the whole can come to that is not among the members; 0 where there is no whole."""
    if not level.above or not names.dataset.metrics[group["metric"][0]].additive:
        return 0.0
    whole = group["high"][level.above[-1]]
    lows: dict[str, float] = {}
    for position in level.members:
        lows[group[by][position]] = min(group["low"][position], lows.get(group[by][position], math.inf))
    first_of_each = [group[by].index(key) for key in lows]
    overlap = comparable.add(group.take(first_of_each), names.dataset) is not None
    return float(whole if overlap else whole - sum(lows.values()))
