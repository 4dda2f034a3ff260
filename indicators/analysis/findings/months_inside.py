"""Year-to-dates of one article whose last months went another way than the ones before → findings."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from indicators.analysis.findings.finding import Finding, Known, certainty, direction, size
from indicators.analysis.formulas import Derived
from indicators.model.articles import Figure

LARGE: Final = Decimal("0.1")
"""A growth of the last months that is called large: ten per cent."""
Key = tuple[str, str, str, str, str, str]


def months_inside(known: Known) -> Iterator[Finding]:
    """One finding for all places of an article, in which at least one turned."""
    for panel in panels(known.results, known):
        finding = of_panel(panel, known)
        if finding is not None:
            yield finding


def panels(figures: Iterable[Figure], known: Known) -> Sequence[Sequence[Derived]]:
    """The growth of the last months of year-to-dates, those together that differ in their place only.

    Each panel is of one article, highest growth first.
    """
    by_key: dict[Key, list[Derived]] = {}
    for figure in figures:
        shorter, article = known.worked_out.shorter(figure), known.dataset.article_of[figure.id].id
        if shorter is None or article != known.dataset.article_of[shorter.id].id:
            continue  # between two articles a base may have been revised, which would be taken for growth
        derived = known.worked_out.growth_within(figure)
        if derived is not None:
            key = (figure.metric, figure.sector, figure.group, figure.period.text, derived.period.text, article)
            by_key.setdefault(key, []).append(derived)
    return [sorted(panel, key=lambda derived: (-derived.value, derived.id)) for panel in by_key.values()]


def of_panel(panel: Sequence[Derived], known: Known) -> Finding | None:
    """What stands out of a panel; None where no place turned."""
    return _of(panel, known) if any(_turned(derived, known) for derived in panel) else None


def _turned(derived: Derived, known: Known) -> bool:
    """True where the last months certainly moved against the ones before."""
    before = known.growth(known.dataset.figures[derived.inputs[1]])
    return before is not None and direction(derived.interval) * direction(before) == -1


def _of(panel: Sequence[Derived], known: Known) -> Finding:
    figures = known.dataset.figures
    fell = [derived for derived in panel if direction(derived.interval) < 0]
    rose = [derived for derived in panel if direction(derived.interval) > 0]
    fell.sort(key=lambda derived: (-_amount(figures[derived.inputs[0]]), derived.id))
    rose.sort(key=lambda derived: (-derived.low, derived.id))
    turned = [derived for derived in (*fell, *rose) if _turned(derived, known)]
    main = turned[0]
    first = figures[main.inputs[0]]
    distance = min(abs(main.low), abs(main.high))
    return Finding(
        kind="months-inside",
        theme=known.theme(first),
        period=main.period,
        figures=tuple(dict.fromkeys((*main.inputs, *(key for derived in panel for key in derived.inputs)))),
        strength=certainty(distance, main.interval) * size(main.value, LARGE),
        leading=tuple(derived.inputs[0] for derived in fell),
        opposed=tuple(derived.inputs[0] for derived in rose),
        derived=tuple(panel),
    )


def _amount(figure: Figure) -> Decimal:
    return figure.text.value if figure.text is not None else Decimal(0)
