"""What things are made of, and what they were: parts of a whole, steps of a pipeline, a year earlier and now."""

from collections.abc import Sequence
from decimal import Decimal

import pandas as pd

from indicators import derived, panels, units
from indicators.charts.rows import Panel, Row
from indicators.derived import Derived
from indicators.model import Figure, Pipeline
from indicators.names import Names
from indicators.stories.story import Story, alt, called, hover, printed, sources
from indicators.words import stories as words


def parts(frame: pd.DataFrame, names: Names, *, most: int) -> Story:
    """Each whole that is itemised, with its parts end to end, and hatched what no part accounts for."""
    here = set(frame["figure"])
    found = derived.wholes(names.dataset)
    wholes = [names.dataset.figures[key] for key in found if key in here and names.dataset.figures[key].text]
    wholes.sort(key=lambda whole: (whole.period.end, len(found[whole.id])), reverse=True)
    told = tuple(_whole(whole, found[whole.id], names) for whole in wholes[:most])
    title = _parts_title(told, names)
    used = frame[frame["figure"].isin([row.figure for panel in told for row in panel.rows])]
    note = names.of(words.PARTS_NOTE)
    return Story(title, note, told, alt(title, told, names), sources([used], names), len(wholes) - len(told))


def _whole(whole: Figure, itemised: Sequence[Figure], names: Names) -> Panel:
    amounts = [(part, part.text.value) for part in itemised if part.text is not None]
    total = max(whole.text.value if whole.text else Decimal(0), sum(value for _, value in amounts), Decimal(1))
    rows = [_row(whole, _part_name(whole, None, names), printed(whole, names), names, style="whole")]
    start = Decimal(0)
    for part, value in sorted(amounts, key=lambda pair: -pair[1]):
        shown = f"{printed(part, names)}  {_share(value / total, names)}"
        row = _row(part, _part_name(part, whole, names), shown, names, start=start / total, length=value / total)
        rows.append(row)
        start += value
    rest = derived.remainder(whole, itemised)
    if rest is not None:
        shown = f"{names.of(words.ABOUT)}{_amount(rest, names)}  {_share(rest.value / total, names)}"
        name = names.of(words.NOT_ITEMISED)
        length = rest.value / total
        rows.append(_row(whole, name, shown, names, start=start / total, length=length, style="derived"))
    return Panel(whole.period.label(names.lang), tuple(rows))


def _part_name(figure: Figure, whole: Figure | None, names: Names) -> str:
    """What tells a part from its whole: its place or sector, or else its metric."""
    if whole is None:
        return names.of(words.JOIN).join((names.metric(figure.metric), names.place(figure.region, figure.sector)))
    if figure.region != whole.region:
        return names.region(figure.region)
    if figure.sector != whole.sector:
        return names.sector(figure.sector)
    return names.metric(figure.metric)


def _parts_title(told: Sequence[Panel], names: Names) -> str:
    if not told:
        return ""
    whole, first = told[0].rows[0], told[0].rows[1]
    facts = {"whole": whole.name, "total": whole.shown, "name": first.name, "part": first.shown.split("  ")[-1]}
    return names.of(words.PARTS_TITLE).format(**facts)


def pipelines(frame: pd.DataFrame, names: Names, *, most: int) -> Story:
    """How many things stand at each step, for each place and period in which more than one step is reported."""
    told: list[Panel] = []
    used: list[pd.DataFrame] = []
    for pipeline in names.dataset.pipelines.values():
        steps = frame[frame["metric"].isin(pipeline.steps) & frame["value"].notna() & (frame["nature"] == "actual")]
        for _, group in steps.groupby(["region", "sector", "period"], sort=False):
            if group["metric"].nunique() > 1:
                told.append(_pipeline(pipeline, group, names))
                used.append(group)
    drawn = tuple(told[:most])
    title = _pipeline_title(drawn, names)
    left_out = len(told) - len(drawn)
    return Story(title, names.of(words.PIPELINE_NOTE), drawn, alt(title, drawn, names), sources(used, names), left_out)


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
    heading = (names.of(pipeline.name), names.place(first.region, first.sector), first.period.label(names.lang))
    return Panel(names.of(words.JOIN).join(heading), rows)


def _pipeline_title(drawn: Sequence[Panel], names: Names) -> str:
    if not drawn:
        return ""
    rows = drawn[-1].rows
    facts = {"first": rows[0].name, "count": rows[0].shown, "last": rows[-1].name, "reached": rows[-1].shown}
    return names.of(words.PIPELINE_TITLE).format(**facts)


def then_and_now(frame: pd.DataFrame, names: Names, *, most: int) -> Story:
    """The base a year earlier, derived from growth, beside what is reported; each pair on a scale of its own."""
    newest = panels.growth(frame)
    pairs = [
        (figure, base)
        for key in newest["figure"]
        if (base := derived.base(figure := names.dataset.figures[key], names.dataset)) is not None
    ]
    told = tuple(_pair(figure, base, names) for figure, base in pairs[:most])
    used = newest[newest["figure"].isin([figure.id for figure, _ in pairs[:most]])]
    title = _pair_title(pairs, names)
    note = names.of(words.THEN_NOTE)
    return Story(title, note, told, alt(title, told, names), sources([used], names), len(pairs) - len(told))


def _pair(figure: Figure, base: Derived, names: Names) -> Panel:
    value = figure.text.value if figure.text else Decimal(0)
    largest = max(base.value, value) or Decimal(1)
    name, detail = called(figure, names, one_metric=False)
    then = f"{names.of(words.ABOUT)}{_amount(base, names)}"
    earlier = names.of(words.A_YEAR_EARLIER).format(period=names.period(figure.period.year_earlier().text))
    now = _row(figure, name, printed(figure, names), names, detail=detail, length=value / largest)
    before = _row(figure, earlier, then, names, length=base.value / largest, style="derived")
    return Panel("", (now, before))


def _pair_title(pairs: Sequence[tuple[Figure, Derived]], names: Names) -> str:
    if not pairs:
        return ""
    figure, base = pairs[0]
    facts = {
        "name": called(figure, names, one_metric=False)[0],
        "then": _amount(base, names),
        "now": printed(figure, names),
    }
    return names.of(words.THEN_TITLE).format(**facts)


def _row(  # noqa: PLR0913  # a mark has that many properties
    figure: Figure,
    name: str,
    shown: str,
    names: Names,
    *,
    detail: str = "",
    start: Decimal = Decimal(0),
    length: Decimal = Decimal(1),
    style: str = "",
) -> Row:
    return Row(
        figure=figure.id,
        name=name,
        shown=shown,
        hover=hover(figure, names) if style != "derived" else names.of(words.COMMA).join((name, shown)),
        length=float(length),
        start=float(start),
        detail=detail,
        style=style or figure.nature,
    )


def _amount(number: Derived, names: Names) -> str:
    """A derived amount, rounded as much as its inputs were: four digits at most."""
    return units.compact(number.value, number.unit, names.lang)


def _share(share: Decimal, names: Names) -> str:
    return units.compact(share, "percent", names.lang, digits=3)
