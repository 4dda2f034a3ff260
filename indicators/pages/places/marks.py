"""Numbers → the small marks in the rows of a place: a strip of dots, a bar with a tick, a dotted line."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import atan2, hypot
from typing import Final

from markupsafe import Markup

from indicators.analysis.standing import ComparedNumber, Standing
from indicators.export.markup import tag
from indicators.model.articles import Figure
from indicators.phrasing.figures import printed
from indicators.phrasing.names import Names
from indicators.words import terms
from indicators.words.pages import place as words

_MARGIN: Final = 3.0
"""Per cent of a strip left free at either end, so that no dot is cut."""
MOST: Final = 40
"""The most dots of a strip: of more places the lowest, the highest and some between them are drawn, evenly chosen."""
_TIE: Final = 2.0
"""Dots that are nearer to each other than so many per cent stand above one another."""
Point = tuple[float, float]
"""Pixels from the left and from the top."""
WIDTH: Final = 88
HEIGHT: Final = 26
_EDGE: Final = 5
_YEAR: Final = 366
"""Days between the ends of two amounts that a line joins, at most: what nobody printed is a gap."""


def strip(  # noqa: PLR0913  # what is drawn, and its words
    placed: Standing,
    in_words: Callable[[ComparedNumber], str],
    above: ComparedNumber | None,
    whole: str | None,
    names: Names,
    *,
    derived: bool = False,
) -> Markup:
    """A dot for each place from lowest to highest, the own one larger, and a tick for the whole.

    ``in_words`` gives the number of another in words, ``whole`` is that of the tick.
    """
    values = [float(number.value) for number in placed.others]
    own = float(placed.own.value)
    scale = [*values, own, *([float(above.value)] if above is not None else [])]
    low, high = min(scale), max(scale)

    def left(value: float) -> float:
        return 50.0 if high == low else _MARGIN + (100 - 2 * _MARGIN) * (value - low) / (high - low)

    every = sorted(range(len(values)), key=values.__getitem__)
    order = [every[index * (len(every) - 1) // (MOST - 1)] for index in range(MOST)] if len(every) > MOST else every
    dots, stacked = [], [(left(own), 0)]
    for index in order:
        across = left(values[index])
        height = max((level + 1 for other, level in stacked if abs(other - across) < _TIE), default=0)
        stacked.append((across, height))
        dots.append(tag("i", class_="peer", style=_style(across, height), title=in_words(placed.others[index])))
    tick = (
        tag("b", class_="tick", style=_style(left(float(above.value)), 0), title=whole) if above is not None else None
    )
    own_dot = tag("i", class_="own derived" if derived else "own", style=_style(left(own), 0))
    label = names.of(terms.SEMICOLON).join(
        (*(in_words(placed.others[index]) for index in order), *([whole] if whole else []))
    )
    highest = max(height for _, height in stacked)
    style = f"--stacks:{highest}" if highest else None
    return tag("span", *dots, tick, own_dot, class_="strip", role="img", aria_label=label, style=style)


def _style(left: float, height: int) -> str:
    return f"left:{left:.1f}%" + (f";--stack:{height}" if height else "")


def bar(share: float, gone: float | None, label: str, *, derived: bool = False) -> Markup:
    """How much of a whole is done, with a tick where the year is; one that goes beyond the whole has a broken end."""
    width = f"width:{max(0.0, min(share, 1.0)) * 100:.1f}%"
    css_class = " ".join(filter(None, ("bar", "derived" if derived else "", "beyond" if share > 1 else "")))
    tick = tag("i", class_="tick", style=f"left:{gone * 100:.1f}%") if gone is not None else None
    return tag("span", tag("i", class_=css_class, style=width), tick, class_="plan", role="img", aria_label=label)


def line(figures: Sequence[Figure], shown: Figure, names: Names) -> Markup:
    """Amounts of one series at the ends of their periods; a dotted line, since nobody knows what lies between.

    It breaks where more than a year lies between two of them.
    """
    values = [float(figure.text.value) for figure in figures if figure.text is not None]
    days = [figure.period.end.toordinal() for figure in figures if figure.text is not None]
    low, high, first, last = min(values), max(values), days[0], days[-1]

    def place(day: int, value: float) -> Point:
        across = 0.5 if last == first else (day - first) / (last - first)
        up = 0.5 if high == low else (value - low) / (high - low)
        return _EDGE + across * (WIDTH - 2 * _EDGE), HEIGHT - _EDGE - up * (HEIGHT - 2 * _EDGE)

    points = [place(day, value) for day, value in zip(days, values, strict=True)]
    apart = (later - day for day, later in pairwise(days))
    joints = [_joint(*ends) for ends, gap in zip(pairwise(points), apart, strict=True) if gap <= _YEAR]
    dots = [
        tag(
            "i",
            class_=f"point {figure.nature}{' shown' if figure is shown else ''}",
            style=f"left:{across:.1f}px;top:{down:.1f}px",
        )
        for (across, down), figure in zip(points, figures, strict=True)
    ]
    label = names.of(terms.SEMICOLON).join(
        names.of(words.LINE).format(period=figure.period.label(names.lang), number=printed(figure, names))
        for figure in figures
    )
    return tag("span", joints, dots, class_="line", role="img", aria_label=label, title=label)


def _joint(start: Point, end: Point) -> Markup:
    """The dotted line from one point to the next; the dashboard shows no drawings but those of styles."""
    across, down = end[0] - start[0], end[1] - start[1]
    place = f"left:{start[0]:.1f}px;top:{start[1]:.1f}px"
    turned = f"width:{hypot(across, down):.1f}px;transform:rotate({atan2(down, across):.4f}rad)"
    return tag("i", class_="joint", style=f"{place};{turned}")
