"""Figures beside what they are worked out with: parts of a whole, steps of a pipeline, the year before, ratios."""

import math
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain, islice
from typing import Any, Final

import numpy as np
import pandas as pd

from indicators.analysis import formulas
from indicators.analysis.formulas import Derived
from indicators.analysis.itemisations import Itemisation, Itemisations
from indicators.analysis.refusals import Refusal
from indicators.charts.marks import style_of_whole
from indicators.charts.plots.rows import Panel, Row
from indicators.charts.stories.story import PanelStory, Untold, alt_of_panels, sources
from indicators.frames import panels
from indicators.frames.rows import Codes, Rows
from indicators.model.articles import Figure
from indicators.model.subjects import TREES, Tree
from indicators.model.vocabulary import Pipeline
from indicators.phrasing import calculations
from indicators.phrasing.figures import called, hover, printed, qualified
from indicators.phrasing.names import Names
from indicators.phrasing.refusals import no_rest
from indicators.values import units
from indicators.values.intervals import ONE
from indicators.values.periods import parse
from indicators.values.unit_table import Unit
from indicators.words import stories as words
from indicators.words import terms
from indicators.words.phrasing import formulas as formula_words


def parts(
    frame: pd.DataFrame,
    names: Names,
    itemisations: Itemisations,
    *,
    most: int,
    wholes: Codes | None = None,
) -> PanelStory:
    """Each whole that is itemised, with its parts end to end, and hatched the remainder that no part accounts for.

    A whole that is split in two ways has a panel for each. ``wholes`` says where in ``frame`` the rows stand that are
    itemised, if that is known already; the newest ``most`` of them are drawn.
    """
    return untold_parts(frame, names, itemisations, most=most, wholes=wholes).tell()


def untold_parts(
    frame: pd.DataFrame,
    names: Names,
    itemisations: Itemisations,
    *,
    most: int,
    wholes: Codes | None = None,
) -> Untold[PanelStory]:
    """The story of ``parts`` before it is told."""
    if wholes is None:
        wholes = np.flatnonzero(frame["figure"].isin(itemisations.wholes))
    wholes = wholes[~np.isnan(frame["value"].to_numpy()[wholes])]
    near = _not_older_than(frame, wholes, most)
    ends = frame["end"].to_numpy()[near]
    by_key = {
        key: (end, itemisations.parts_named(key)) for key, end in zip(frame["figure"].iloc[near], ends, strict=True)
    }
    recent = sorted(by_key, key=by_key.__getitem__, reverse=True)
    itemised = filter(None, (itemisations.of(names.dataset.figures[key]) for key in recent))
    drawn = list(islice(itemised, most))
    splits = list(chain.from_iterable(drawn))
    compared = max((1 + len(split.parts) + isinstance(split.rest, Derived) for split in splits), default=0)
    return Untold(compared, partial(_parts_story, frame, splits, names, left_out=len(wholes) - len(drawn)))


def _parts_story(frame: pd.DataFrame, splits: Sequence[Itemisation], names: Names, *, left_out: int) -> PanelStory:
    drawn_panels = tuple(_whole(split, names) for split in splits)
    title = _parts_title(drawn_panels, names)
    shown, rows = {row.figure for panel in drawn_panels for row in panel.rows}, Rows.of(frame)
    publishers = (name for key, name in zip(rows["figure"], rows["publisher"], strict=True) if key in shown)
    refused = (split.rest for split in splits if isinstance(split.rest, Refusal))
    return PanelStory(
        title=title,
        note=names.of(words.PARTS_NOTE),
        panels=drawn_panels,
        alt=alt_of_panels(title, drawn_panels, names),
        sources=sources(publishers, names),
        left_out=left_out,
        remarks=tuple(dict.fromkeys(no_rest(rest, names) for rest in refused)),
    )


def _not_older_than(frame: pd.DataFrame, rows: Codes, most: int) -> Codes:
    """The newest ``most`` rows, and all others whose period ends on the same day as the last of these."""
    if len(rows) <= most:
        return rows
    ends = frame["end"].to_numpy()[rows]
    newest: Codes = rows[ends >= np.sort(ends)[-most]]
    return newest


def _whole(split: Itemisation, names: Names) -> Panel:
    """The whole, its parts by size and the rest, with their shares of the whole.

    Parts that were rounded may add up to a little more than the whole: then the scale ends with them.
    """
    whole, rest = split.whole, split.rest
    amounts = [(part, part.text.value) for part in split.parts if part.text is not None]
    value_of_whole = whole.text.value if whole.text else Decimal(0)
    end = max(value_of_whole, sum((value for _, value in amounts), Decimal(0))) or Decimal(1)
    bar = value_of_whole / end
    name = _part_name(whole, None, names)
    rows = [_row(whole, name, printed(whole, names), names, length=bar, style=style_of_whole(whole))]
    start = Decimal(0)
    for part, value in sorted(amounts, key=lambda pair: -pair[1]):
        name, shown, share = _part_name(part, whole, names), printed(part, names), _share_of(part, whole, names)
        rows.append(_row(part, name, shown, names, change=share, start=start / end, length=value / end))
        start += value
    if isinstance(rest, Derived):
        share = qualified(rest.qualifier, _share(rest.value / value_of_whole, names), names)
        name, shown = names.of(words.NOT_ITEMISED), calculations.value(rest, names)
        place: dict[str, Any] = {"start": start / end, "length": rest.value / end, "derived": rest}
        rows.append(_row(whole, name, shown, names, change=share, detail=calculations.formula(rest, names), **place))
    return Panel(whole.period.label(names.lang), tuple(rows))


def _share_of(part: Figure, whole: Figure, names: Names) -> str:
    """The share of a part, which says how exact it is where an amount is about, over or from … to …."""
    share = formulas.share(part, whole)
    if share is None:
        return ""
    exact = all(figure.text is not None and figure.text.qualifier == "exact" for figure in (part, whole))
    number = _share(share.value, names)
    return number if exact else qualified(share.qualifier, number, names)


def _part_name(figure: Figure, whole: Figure | None, names: Names) -> str:
    """What tells a part from its whole: its region, sector or group, or else its metric."""
    if whole is None:
        return names.of(terms.JOIN).join((names.metric(figure.metric), names.place(figure.place)))
    elsewhere: list[Tree] = [tree for tree in TREES if getattr(figure, tree) != getattr(whole, tree)]
    return names.place(figure.place, *elsewhere) if elsewhere else names.metric(figure.metric)


def _parts_title(drawn_panels: Sequence[Panel], names: Names) -> str:
    if not drawn_panels:
        return ""
    whole, first = drawn_panels[0].rows[0], drawn_panels[0].rows[1]
    facts = {"whole": whole.name, "total": whole.shown, "name": first.name, "part": first.change or first.shown}
    return names.of(words.PARTS_TITLE).format(**facts)


def pipelines(frame: pd.DataFrame, names: Names, *, most: int) -> PanelStory:
    """How many things stand at each step, for each place and period in which more than one step is reported."""
    return untold_pipelines(frame, names, most=most).tell()


def untold_pipelines(frame: pd.DataFrame, names: Names, *, most: int) -> Untold[PanelStory]:
    """The story of ``pipelines`` before it is told."""
    reported = frame["value"].notna() & (frame["nature"] == "actual")
    drawn: list[tuple[Pipeline, pd.DataFrame]] = []
    several = 0
    for pipeline in names.dataset.pipelines.values():
        steps = frame[reported & frame["metric"].isin(pipeline.steps)]
        groups = panels.of_several(steps, (*TREES, "period"), "metric")
        several += len(groups)
        drawn += [(pipeline, group) for group in groups[: most - len(drawn)]]
    compared = max((len(group) for _, group in drawn), default=0)
    return Untold(compared, partial(_pipelines_story, drawn, names, left_out=several - len(drawn)))


def _pipelines_story(drawn: Sequence[tuple[Pipeline, pd.DataFrame]], names: Names, *, left_out: int) -> PanelStory:
    drawn_panels = [_pipeline(pipeline, group, names) for pipeline, group in drawn]
    title = _pipeline_title(drawn_panels, names)
    return PanelStory(
        title=title,
        note=names.of(words.PIPELINE_NOTE),
        panels=tuple(drawn_panels),
        alt=alt_of_panels(title, drawn_panels, names),
        sources=sources(chain.from_iterable(group["publisher"] for _, group in drawn), names),
        left_out=left_out,
    )


def _pipeline(pipeline: Pipeline, group: pd.DataFrame, names: Names) -> Panel:
    order = {step: index for index, step in enumerate(pipeline.steps)}
    ordered = group.sort_values("metric", key=lambda metrics: metrics.map(order), kind="stable")
    figures = [names.dataset.figures[key] for key in ordered["figure"]]
    largest = Decimal(str(group["value"].max())) or Decimal(1)
    rows = tuple(
        _row(figure, names.metric(figure.metric), printed(figure, names), names, length=figure.text.value / largest)
        for figure in figures
        if figure.text is not None
    )
    first = figures[0]
    heading = (names.of(pipeline.name), names.place(first.place), first.period.label(names.lang))
    return Panel(names.of(terms.JOIN).join(heading), rows)


def _pipeline_title(drawn: Sequence[Panel], names: Names) -> str:
    if not drawn:
        return ""
    rows = drawn[-1].rows
    figure = names.dataset.figures[rows[0].figure]
    facts = {"first": rows[0].name, "count": rows[0].shown, "last": rows[-1].name, "reached": rows[-1].shown}
    facts |= {"place": names.place(figure.place), "period": figure.period.label(names.lang)}
    return names.of(words.PIPELINE_TITLE).format(**facts)


def then_and_now(frame: pd.DataFrame, names: Names, *, most: int) -> PanelStory:
    """The base a year earlier, derived from growth, beside what is reported; each pair on a scale of its own."""
    return untold_then_and_now(frame, names, most=most).tell()


def untold_then_and_now(frame: pd.DataFrame, names: Names, *, most: int) -> Untold[PanelStory]:
    """The story of ``then_and_now`` before it is told."""
    newest = panels.growth(frame)
    based = newest[_based(newest, names)]
    return Untold(2 if len(based) and most else 0, partial(_then_story, newest, based, names, most=most))


def _then_story(newest: pd.DataFrame, based: pd.DataFrame, names: Names, *, most: int) -> PanelStory:
    used = based.head(most)
    pairs = [
        (figure, base)
        for key in used["figure"]
        if (base := formulas.base(figure := names.dataset.figures[key], names.dataset)) is not None
    ]
    one_metric = newest["metric"].nunique() == 1
    drawn_panels = tuple(_pair(figure, base, names, one_metric=one_metric) for figure, base in pairs)
    title = _pair_title(pairs, names)
    return PanelStory(
        title=title,
        note=names.of(words.THEN_NOTE),
        panels=drawn_panels,
        alt=alt_of_panels(title, drawn_panels, names),
        sources=sources(used["publisher"], names),
        left_out=len(based) - len(drawn_panels),
    )


_NOTHING_LEFT: Final = -0.9
"""Below this growth only the printed digits tell whether the divisor 1 + growth may be 0."""


def _based(grown: pd.DataFrame, names: Names) -> "pd.Series[bool]":
    """True for the rows of which ``formulas.base`` gives a base, without working it out for each."""
    on_one_basis = [key for key, metric in names.dataset.metrics.items() if metric.comparable_basis]
    based = (grown["low"] >= 0) & (grown["high"] < math.inf) & grown["metric"].isin(on_one_basis)
    based &= ~grown["period"].isin([text for text in grown["period"].unique() if parse(text).year_earlier() is None])
    doubtful = grown.loc[based & (grown["growth"] <= _NOTHING_LEFT), "figure"]
    without = [key for key in doubtful if formulas.base(names.dataset.figures[key], names.dataset) is None]
    return based & ~grown["figure"].isin(without)


def _pair(figure: Figure, base: Derived, names: Names, *, one_metric: bool) -> Panel:
    value = figure.text.value if figure.text else Decimal(0)
    largest = max(base.value, value) or Decimal(1)
    name, detail = called(figure, names, one_metric=one_metric)
    then = calculations.value(base, names)
    earlier = names.of(words.A_YEAR_EARLIER).format(period=base.period.label(names.lang))
    now = _row(figure, name, printed(figure, names), names, detail=detail, length=value / largest)
    how, length = calculations.formula(base, names), base.value / largest
    before = _row(figure, earlier, then, names, detail=how, length=length, derived=base)
    return Panel("", (now, before))


def _pair_title(pairs: Sequence[tuple[Figure, Derived]], names: Names) -> str:
    if not pairs:
        return ""
    figure, base = pairs[0]
    facts = {
        "metric": names.metric_and_place(figure.metric, figure.place),
        "period": figure.period.label(names.lang),
        "then": calculations.value(base, names),
        "now": printed(figure, names),
    }
    return names.of(words.THEN_TITLE).format(**facts)


def ratios(derived: Iterable[Derived], names: Names, *, most: int) -> PanelStory:
    """Quotients of two reported figures, newest first; those in one unit share a scale, shares have one to 100%."""
    return untold_ratios(derived, names, most=most).tell()


def untold_ratios(derived: Iterable[Derived], names: Names, *, most: int) -> Untold[PanelStory]:
    """The story of ``ratios`` before it is told."""
    quotients = (ratio for ratio in derived if ratio.formula == "ratio")
    newest = sorted(quotients, key=lambda ratio: (ratio.period.end, ratio.id), reverse=True)
    by_unit: dict[Unit, list[Derived]] = {}
    for ratio in newest[:most]:
        by_unit.setdefault(ratio.unit, []).append(ratio)
    return Untold(max(map(len, by_unit.values()), default=0), partial(_ratios_story, newest, by_unit, names, most=most))


def _ratios_story(
    newest: Sequence[Derived], by_unit: Mapping[Unit, Sequence[Derived]], names: Names, *, most: int
) -> PanelStory:
    drawn = newest[:most]
    drawn_panels = tuple(Panel(names.of(unit.name), _ratio_rows(group, names)) for unit, group in by_unit.items())
    title = ""
    if drawn:
        first = calculations.of(drawn[0], names)
        title = names.of(formula_words.RATIOS_TITLE).format(name=first.label, value=first.value)
    article_of = names.dataset.article_of
    publishers = (article_of[key].publisher for ratio in drawn for key in ratio.inputs)
    return PanelStory(
        title=title,
        note=names.of(formula_words.RATIOS_NOTE),
        panels=drawn_panels,
        alt=alt_of_panels(title, drawn_panels, names),
        sources=sources(publishers, names),
        left_out=len(newest) - len(drawn),
    )


def _ratio_rows(group: Sequence[Derived], names: Names) -> tuple[Row, ...]:
    """The rows of ratios in one unit; a ratio that stands alone has no bar, only its number."""
    whole = max(ratio.value for ratio in group)
    if group[0].unit.dimension == "ratio":
        whole = max(whole, ONE)
    alone = len(group) == 1 and whole != ONE
    return tuple(_ratio_row(ratio, None if alone else whole, names) for ratio in group)


def _ratio_row(ratio: Derived, whole: Decimal | None, names: Names) -> Row:
    """The row of a ratio, on a scale to ``whole``; None where it has no bar."""
    calculation = calculations.of(ratio, names)
    figure = names.dataset.figures[ratio.inputs[0]]
    place = names.place(figure.place)
    hover_parts = (calculation.label, place, calculation.value, calculation.interval, calculation.formula)
    return Row(
        figure=figure.id,
        name=names.of(names.dataset.ratios[ratio.ratio].name),
        detail=names.of(terms.JOIN).join((place, ratio.period.label(names.lang), calculation.formula)),
        shown=calculation.value,
        hover=names.of(terms.COMMA).join(filter(None, hover_parts)),
        length=0.0 if whole is None else float(ratio.value / whole),
        low=math.nan if whole is None else float(ratio.low / whole),
        high=math.nan if whole is None else float(ratio.high / whole),
        style="whole" if whole is None else "derived",
        derived=ratio,
    )


def _row(  # noqa: PLR0913  # a mark has that many properties
    figure: Figure,
    name: str,
    shown: str,
    names: Names,
    *,
    change: str = "",
    detail: str = "",
    start: Decimal = Decimal(0),
    length: Decimal = Decimal(1),
    style: str = "",
    derived: Derived | None = None,
) -> Row:
    return Row(
        figure=figure.id,
        name=name,
        shown=shown,
        change=change,
        hover="\n".join(filter(None, (shown, name, detail))) if derived else hover(figure, names),
        length=float(length),
        start=float(start),
        detail=detail,
        style="derived" if derived else style or figure.nature,
        derived=derived,
    )


def _share(share: Decimal, names: Names) -> str:
    return units.compact(share, "percent", names.lang, digits=3)
