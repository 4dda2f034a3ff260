"""A finding → its chart as HTML: contributions as a waterfall, growth around zero, amounts and shares of plans."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from markupsafe import Markup

from indicators.analysis.findings.finding import Finding, FindingKind, direction
from indicators.export.markup import link, tag
from indicators.model.articles import Figure
from indicators.pages.context import PageContext
from indicators.pages.findings.bar_rows import BarRow, bar, percent, rows_chart, scale
from indicators.phrasing import contributions
from indicators.phrasing.figures import growth_rate, printed, share
from indicators.phrasing.names import Names
from indicators.values import units
from indicators.words.pages import overview as words

MOST: Final = 8
"""Rows of a small chart."""


def chart(finding: Finding, label: str, context: PageContext) -> Markup:
    """The chart of a finding; ``label`` names it for who cannot see it. A number that stands alone has none."""
    rows = rows_of(finding, context)[:MOST]
    if len(rows) == 1:
        return tag("div", class_="rows")
    return rows_chart(rows, signed=finding.kind in _SIGNED, label=label)


def rows_of(finding: Finding, context: PageContext) -> Sequence[BarRow]:
    """All rows of the chart of a finding."""
    return _ROWS[finding.kind](finding, context)


# --- growth around zero ----------------------------------------------------------------------------------------------


def _of_months(finding: Finding, context: PageContext) -> list[BarRow]:
    figures, names = context.names.dataset.figures, context.names
    return [
        BarRow(
            name=names.part(figures[derived.inputs[0]].region),
            end=float(derived.value),
            shown=contributions.growth_of_months(derived, names),
            style="derived",
            dot=_growth(figures[derived.inputs[1]]),
            uncertain=direction(derived.interval) == 0,
        )
        for derived in finding.derived
    ]


def _of_places(finding: Finding, context: PageContext) -> list[BarRow]:
    figures = [context.names.dataset.figures[key] for key in (*finding.leading, *finding.opposed)]
    figures.sort(key=lambda figure: (-_growth(figure), figure.id))
    return [_growth_row(context.names.part(figure.region), figure, context.names) for figure in figures]


def _of_periods(finding: Finding, context: PageContext) -> list[BarRow]:
    later, earlier = (context.names.dataset.figures[key] for key in finding.figures)
    lang = context.names.lang
    return [_growth_row(figure.period.label(lang), figure, context.names) for figure in (earlier, later)]


def _growth_row(name: str, figure: Figure, names: Names) -> BarRow:
    return BarRow(name=name, end=_growth(figure), shown=growth_rate(figure, names))


def _growth(figure: Figure) -> float:
    return float(figure.growth.value) if figure.growth is not None else 0.0


# --- contributions ---------------------------------------------------------------------------------------------------


def contribution_rows(finding: Finding, names: Names) -> list[BarRow]:
    """Each contribution begins where the one before ended; the last row is the growth of the whole, as printed."""
    whole = names.dataset.figures[finding.figures[0]]
    return [
        BarRow(
            step.name,
            step.end,
            step.shown,
            step.start,
            "derived" if step.derived else "actual",
            uncertain=step.uncertain,
        )
        for step in contributions.steps(whole, finding.derived, names)
    ]


def waterfall(finding: Finding, context: PageContext) -> Markup:
    """The parts with their amounts and growth as printed, and their contributions on one scale."""
    names = context.names
    rows = contribution_rows(finding, names)
    span = scale(rows)
    keys = [derived.inputs[0] if derived.formula == "contribution" else "" for derived in finding.derived]
    figures = [names.dataset.figures[key] if key else None for key in keys]
    whole = names.dataset.figures[finding.figures[0]]
    head = tag(
        "div",
        tag("span"),
        tag("span", class_="number"),
        tag("span", names.of(words.ON_A_YEAR_AGO), class_="number"),
        tag("span", names.of(words.CONTRIBUTION), class_="scale"),
        class_="row head",
    )
    of_rows = zip(rows, (*figures, whole), strict=True)
    lines = [_waterfall_row(row, figure, _step(row, span), context) for row, figure in of_rows]
    return tag("div", head, *lines, class_="waterfall")


def _step(row: BarRow, span: tuple[float, float]) -> Markup:
    """The bar of a row with its number at the end, and where the next one begins."""
    rest = percent(span[0] + span[1] - row.end, span)
    side = f"right:{rest}" if row.falls else f"left:{percent(row.end, span)}"
    marks = [
        tag("i", class_="zero", style=f"left:{percent(0.0, span)}"),
        bar(row, span),
        tag("i", class_="joint", style=f"left:{percent(row.end, span)}"),
        tag("span", row.shown, class_="label fall" if row.falls else "label", style=side),
    ]
    return tag("div", tag("div", *marks, class_="inside"), class_="lane")


def _waterfall_row(row: BarRow, figure: Figure | None, step: Markup, context: PageContext) -> Markup:
    names = context.names
    falls = figure is not None and figure.growth is not None and figure.growth.value < 0
    return tag(
        "div",
        tag("span", row.name if figure is None else link(context.addresses.figure(figure.id), row.name)),
        tag("span", printed(figure, names) if figure else "", class_="number"),
        tag("span", growth_rate(figure, names) if figure else "", class_="number fall" if falls else "number"),
        step,
        class_="row",
    )


# --- amounts ---------------------------------------------------------------------------------------------------------


def _of_amounts(finding: Finding, context: PageContext) -> list[BarRow]:
    """Then and now; where only the growth is printed, the base that follows from it."""
    names = context.names
    figures = [names.dataset.figures[key] for key in reversed(finding.figures)]
    rows = [_amount_row(figure.period.label(names.lang), figure, names) for figure in figures]
    if len(rows) > 1:
        return rows
    worked_out = context.study.worked_out[finding.figures[0]]
    base = next((derived for derived in worked_out if derived.formula == "base"), None)
    if base is None:
        return rows
    shown = units.compact(base.value, base.unit, names.lang)
    return [BarRow(names.of(words.A_YEAR_EARLIER), float(base.value), shown, style="derived"), *rows]


def _of_reports(finding: Finding, context: PageContext) -> list[BarRow]:
    names = context.names
    figures = [names.dataset.figures[key] for key in finding.figures]
    return [
        _amount_row(names.publisher(names.dataset.article_of[figure.id].publisher), figure, names) for figure in figures
    ]


def _amount_row(name: str, figure: Figure, names: Names) -> BarRow:
    amount = float(figure.text.value) if figure.text is not None else 0.0
    return BarRow(name=name, end=amount, shown=printed(figure, names))


def _of_plan(finding: Finding, context: PageContext) -> Sequence[BarRow]:
    names = context.names
    figure = names.dataset.figures[finding.figures[0]]
    done = float(figure.completion.value) if figure.completion is not None else 0.0
    gone = float(figure.period.share_of_year())
    label = figure.period.label(names.lang)
    plan = names.of(words.THE_PLAN)
    return [
        BarRow(label, done, share(figure, names), tick=gone),
        BarRow(plan, 1.0, units.compact(1.0, "percent", names.lang), style="target"),
    ]


def _of_parts(finding: Finding, context: PageContext) -> list[BarRow]:
    return contribution_rows(finding, context.names)


_ROWS: Final[Mapping[FindingKind, Callable[[Finding, PageContext], Sequence[BarRow]]]] = {
    "opposite-parts": _of_parts,
    "months-inside": _of_months,
    "against-the-trend": _of_places,
    "reversal": _of_periods,
    "multiple": _of_amounts,
    "pace": _of_plan,
    "disagreement": _of_reports,
}
_SIGNED: Final[frozenset[FindingKind]] = frozenset({
    "opposite-parts", "months-inside", "against-the-trend", "reversal",
})  # fmt: skip
