"""A finding → the view whose chart shows the same numbers, to be saved as a picture or embedded."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from markupsafe import Markup

from indicators.analysis.derivations import Derivations
from indicators.analysis.findings.finding import Finding, FindingKind
from indicators.export.markup import link
from indicators.model.articles import Figure
from indicators.model.vocabulary import ALL
from indicators.pages.context import PageContext
from indicators.view import View
from indicators.words.pages import overview as words


def chart_link(finding: Finding, context: PageContext) -> Markup:
    """The link to the chart that shows the numbers of a finding."""
    view = chart_view(finding, context.study.worked_out, context.names.dataset.figures)
    return link(context.addresses.view(view), context.names.of(words.SAVE_CHART))


def chart_view(finding: Finding, worked_out: Derivations, figures: Mapping[str, Figure]) -> View:
    """The view of the chart; reports that disagree stand beside each other on the page of the first."""
    if finding.kind == "disagreement":
        return View(figure=finding.figures[0])
    shown = _SHOWN[finding.kind]([figures[key] for key in finding.figures], worked_out)
    compared = [figures[key] for key in _compared(finding)]
    return replace(_of(compared), show=shown)


def _compared(finding: Finding) -> Sequence[str]:
    """The figures that the chart draws, or whose parts and months it works out."""
    if finding.kind == "opposite-parts":
        return finding.figures[:1]
    if finding.kind == "months-inside":
        return [derived.inputs[0] for derived in finding.derived]
    return finding.figures


def _of(figures: Sequence[Figure]) -> View:
    """The view of nothing but these figures, of one metric; the whole of all groups is not asked for by name."""
    first = figures[0]
    grouped = any(figure.group != ALL for figure in figures)
    return View(
        page="explore",
        metric=first.metric,
        region=tuple(dict.fromkeys(figure.region for figure in figures)),
        sector=tuple(dict.fromkeys(figure.sector for figure in figures)),
        group=tuple(dict.fromkeys(figure.group for figure in figures)) if grouped else (),
        period=tuple(dict.fromkeys(figure.period.text for figure in figures)),
    )


def _of_a_multiple(figures: Sequence[Figure], worked_out: Derivations) -> str:
    """Both reports over time; of one report the amount of a year earlier, where that follows from its growth."""
    if len(figures) > 1:
        return "time"
    has_base = any(derived.formula == "base" for derived in worked_out[figures[0].id])
    return "then" if has_base else "growth"


_SHOWN: Final[Mapping[FindingKind, Callable[[Sequence[Figure], Derivations], str]]] = {
    "opposite-parts": lambda _figures, _worked_out: "contributions",
    "months-inside": lambda _figures, _worked_out: "months",
    "against-the-trend": lambda _figures, _worked_out: "growth",
    "reversal": lambda _figures, _worked_out: "growth",
    "multiple": _of_a_multiple,
    "pace": lambda _figures, _worked_out: "progress",
}
