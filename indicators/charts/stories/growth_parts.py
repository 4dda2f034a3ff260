"""Growth that is worked out of others: what each part added to that of its whole, and that of the last months alone."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice
from typing import Final

import pandas as pd

from indicators.analysis.derivations import Breakdown
from indicators.analysis.findings import months_inside, opposite_parts
from indicators.analysis.findings.finding import Known
from indicators.analysis.formulas import Derived
from indicators.charts.plots.rows import Panel, Row
from indicators.charts.stories.story import PanelStory, Untold, alt_of_panels, sources
from indicators.model.articles import Figure
from indicators.model.subjects import Tree
from indicators.model.vocabulary import ALL
from indicators.phrasing import calculations, contributions
from indicators.phrasing import findings as finding_words
from indicators.phrasing.contributions import ContributionStep
from indicators.phrasing.figures import amount_and_growth, growth_rate, hover
from indicators.phrasing.names import Names
from indicators.values.intervals import Interval
from indicators.words import terms
from indicators.words import ui as ui_words
from indicators.words.phrasing import contributions as words

LOOKED_AT: Final = 200
"""At most so many figures are asked what follows from them, the newest ones."""
_INNER: Final[Sequence[Tree]] = ("sector", "group")


def of_parts(rows: pd.DataFrame, known: Known, names: Names, *, most: int) -> Untold[PanelStory]:
    """What each part added to the growth of the wholes among the ``rows``, the newest whole first."""
    itemised = rows["figure"].isin(known.worked_out.itemisations.wholes)
    wholes = _newest(rows[itemised & rows["growth"].notna()], names)
    several = [split for whole in wholes for split in known.worked_out.breakdowns(whole.id)]
    drawn = several[:most]
    compared = max((1 + len(split.contributions) for split in drawn), default=0)
    return Untold(compared, partial(_story_of_parts, drawn, known, names, left_out=len(several) - len(drawn)))


def _story_of_parts(drawn: Sequence[Breakdown], known: Known, names: Names, *, left_out: int) -> PanelStory:
    panels = tuple(_panel_of_parts(split, known, names, alone=len(drawn) == 1) for split in drawn)
    figures = (figure for split in drawn for figure in (split.itemisation.whole, *split.itemisation.parts))
    title, note = _title_of_parts(drawn, known, names), names.of(words.NOTE)
    return _story(title, note, panels, figures, names, left_out=left_out)


def of_last_months(
    rows: pd.DataFrame, known: Known, names: Names, *, most: int
) -> tuple[Untold[PanelStory], tuple[float, ...]]:
    """The growth of the last months of year-to-dates, and for each row the growth of the months before, as printed."""
    grown = rows[rows["growth"].notna() & (rows["nature"] == "actual") & rows["value"].notna()]
    longer = _newest(grown, names)
    several = months_inside.panels(longer, known)
    drawn = several[:most]
    shorter = (names.dataset.figures[derived.inputs[1]] for panel in drawn for derived in panel)
    untold = Untold(
        max(map(len, drawn), default=0),
        partial(_story_of_months, drawn, known, names, left_out=len(several) - len(drawn)),
    )
    return untold, tuple(map(_printed_growth, shorter))


def _story_of_months(drawn: Sequence[Sequence[Derived]], known: Known, names: Names, *, left_out: int) -> PanelStory:
    panels = tuple(Panel(_heading_of_months(panel, names), _rows_of_months(panel, names), "growth") for panel in drawn)
    figures = (names.dataset.figures[key] for panel in drawn for derived in panel for key in derived.inputs)
    title, note = _title_of_months(drawn, known, names), names.of(words.MONTHS_NOTE)
    return _story(title, note, panels, figures, names, left_out=left_out)


def _newest(rows: pd.DataFrame, names: Names) -> list[Figure]:
    latest_first = rows.sort_values("end", ascending=False, kind="stable")["figure"]
    return [names.dataset.figures[key] for key in islice(latest_first, LOOKED_AT)]


def _story(  # noqa: PLR0913  # what a story has
    title: str, note: str, panels: Sequence[Panel], figures: Iterable[Figure], names: Names, *, left_out: int
) -> PanelStory:
    article_of = names.dataset.article_of
    return PanelStory(
        title=title,
        note=note,
        panels=tuple(panels),
        alt=alt_of_panels(title, panels, names),
        sources=sources((article_of[figure.id].publisher for figure in figures), names),
        left_out=left_out,
    )


# --- parts -----------------------------------------------------------------------------------------------------------


def _title_of_parts(drawn: Sequence[Breakdown], known: Known, names: Names) -> str:
    """What stands out of the first whole, if anything does."""
    if not drawn:
        return ""
    whole = drawn[0].itemisation.whole
    finding = opposite_parts.of_breakdown(whole, drawn[0], known)
    if finding is not None:
        return finding_words.headline(finding, names)
    facts = {
        "subject": finding_words.subject(whole, names),
        "growth": growth_rate(whole, names),
        "period": whole.period.label(names.lang),
    }
    return names.of(words.TITLE).format(**facts)


def _panel_of_parts(split: Breakdown, known: Known, names: Names, *, alone: bool) -> Panel:
    """The steps of a whole; where there are several panels the heading tells which whole it is, and how it is split."""
    whole = split.itemisation.whole
    period = whole.period.label(names.lang)
    of_what = (names.metric(whole.metric), names.place(whole.place), period)
    heading = period if alone else names.of(terms.JOIN).join(of_what)
    if len(known.worked_out.breakdowns(whole.id)) > 1:
        heading += names.of(words.BY).format(tree=_split_name(split, names))
    steps = contributions.steps(whole, split.contributions, names)
    return Panel(heading, tuple(_step(step, whole, names) for step in steps), "growth")


def _split_name(split: Breakdown, names: Names) -> str:
    """What the parts differ in: region, sector and the like."""
    by = split.itemisation.split.by
    return names.of(ui_words.COLUMNS[by]).lower()


def _step(step: ContributionStep, whole: Figure, names: Names) -> Row:
    """The row of a step; of a part its amount and growth as printed and the interval stand under its name."""
    figure, derived = step.figure or whole, step.derived
    length = step.end - step.start
    if derived is None:
        style = "fall" if step.falls else "actual"
        return Row(
            figure.id, step.name, step.shown, hover(figure, names), length,
            detail=amount_and_growth(figure, names), style=style,
        )  # fmt: skip
    printed = amount_and_growth(figure, names) if step.figure else ""
    interval = contributions.interval(derived, names)
    low, high = _around(step.start, derived.interval)
    return Row(
        figure.id,
        step.name,
        step.shown,
        _hover(names.of(words.IN_POINTS).format(points=step.shown), step.name, derived, whole, names),
        length,
        detail=names.of(terms.JOIN).join(filter(None, (printed, interval))),
        start=step.start,
        style="derived-fall" if step.falls else "derived",
        low=low,
        high=high,
        derived=derived,
    )


def _around(start: float, interval: Interval) -> tuple[float, float]:
    return start + float(interval.low), start + float(interval.high)


def _hover(number: str, name: str, derived: Derived, figure: Figure, names: Names) -> str:
    """Three lines: the number with its interval, what and when it is of, and how it was worked out."""
    ends = calculations.interval(derived, names)
    of_what = names.of(terms.JOIN).join((name, names.place(figure.place), derived.period.label(names.lang)))
    return "\n".join(
        (names.of(terms.COMMA).join(filter(None, (number, ends))), of_what, calculations.formula(derived, names))
    )


# --- the last months -------------------------------------------------------------------------------------------------


def _title_of_months(drawn: Sequence[Sequence[Derived]], known: Known, names: Names) -> str:
    if not drawn:
        return ""
    finding = months_inside.of_panel(drawn[0], known)
    if finding is not None:
        return finding_words.headline(finding, names)
    first = drawn[0][0]
    figure = names.dataset.figures[first.inputs[0]]
    facts = {"metric": names.metric(figure.metric), "period": first.period.label(names.lang)}
    return names.of(words.MONTHS_TITLE).format(**facts)


def _heading_of_months(panel: Sequence[Derived], names: Names) -> str:
    figure = names.dataset.figures[panel[0].inputs[0]]
    inner = [names.entry(tree, key) for tree in _INNER if (key := getattr(figure, tree)) != ALL]
    alone = names.of(words.ALONE).format(period=panel[0].period.label(names.lang))
    return names.of(terms.JOIN).join((alone, *inner))


def _rows_of_months(panel: Sequence[Derived], names: Names) -> tuple[Row, ...]:
    return tuple(_row_of_months(derived, names) for derived in panel)


def _row_of_months(derived: Derived, names: Names) -> Row:
    longer, shorter = (names.dataset.figures[key] for key in derived.inputs)
    name, shown = names.region(longer.region), contributions.growth_of_months(derived, names)
    facts = {
        "shorter": shorter.period.label(names.lang),
        "growth": growth_rate(shorter, names),
        "longer": longer.period.label(names.lang),
        "total": growth_rate(longer, names),
    }
    printed = names.of(words.MONTHS_BEFORE).format(**facts)
    return Row(
        longer.id,
        name,
        shown,
        _hover(shown, names.metric(longer.metric), derived, longer, names),
        float(derived.value),
        detail=names.of(terms.JOIN).join(filter(None, (printed, contributions.interval_of_months(derived, names)))),
        style="derived-fall" if derived.high < 0 else "derived",
        low=float(derived.low),
        high=float(derived.high),
        derived=derived,
    )


def _printed_growth(figure: Figure) -> float:
    return float(figure.growth.value) if figure.growth is not None else 0.0
