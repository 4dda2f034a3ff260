"""Words → a card of 1200 × 630 pixels, as a Plotly figure with nothing but type and rules."""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import islice
from typing import Any, Final

from indicators.charts.plots.theme import LIGHT, SANS
from indicators.charts.plots.wrapping import width, wrap
from indicators.values.text import escape_plotly

WIDTH: Final = 1200
HEIGHT: Final = 630
"""What those who show cards ask for (developers.facebook.com/docs/sharing/webmasters/images)."""

_SIDE: Final = 72
_ROOM: Final = WIDTH - 2 * _SIDE
_RULE: Final = 112
_FOOT: Final = HEIGHT - 48
_LINE: Final = 58
_SIZES: Final = (54.0, 46.0, 40.0, 34.0)
"""Of the type of a heading, largest first."""
_SERIF: Final = 'Georgia, "Source Serif 4", "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", SimSun, serif'


@dataclass(frozen=True)
class Card:
    """Words on a card: ``kicker`` above the ``heading``, or a large ``number`` above it; ``lines`` of a name and a
    number each below; ``foot`` at the bottom, and there also where the site lies.
    """

    masthead: str
    kicker: str
    heading: str
    foot: str
    site: str
    number: str = ""
    lines: tuple[tuple[str, str], ...] = ()

    @cached_property
    def figure(self) -> dict[str, Any]:
        """A Plotly figure with nothing but words and rules, ``WIDTH`` × ``HEIGHT``."""
        sheet = _Sheet()
        sheet.say(one_line(self.masthead, _ROOM / 30), 52, size=30, font=_SERIF, bold=True)
        sheet.rule(_RULE, 3)
        sheet.rule(_RULE + 6, 1)
        sheet.say(one_line(self.kicker, _ROOM / 28), 148, size=28, color=LIGHT.muted)
        down = 196.0
        if self.number:
            size = min(150.0, _ROOM / width(self.number))
            sheet.say(self.number, down, size=size, font=_SERIF, bold=True, color=LIGHT.accent)
            down += 1.35 * size
        down = sheet.heading(self.heading, down)
        down += 22
        for name, number in islice(self.lines, max(0, int((_FOOT - 40 - down) / _LINE))):
            sheet.line(name, number, down)
            down += _LINE
        room = (_ROOM - 24 * width(self.site)) / 24 - 2
        sheet.say(one_line(self.foot, room), _FOOT, size=24, color=LIGHT.muted, anchor="bottom")
        sheet.say(self.site, _FOOT, size=24, color=LIGHT.muted, anchor="bottom", right=True)
        return sheet.figure

    @property
    def digest(self) -> str:
        """By which a card is known to have been drawn already."""
        return blake2b(json.dumps(self.figure).encode(), digest_size=12).hexdigest()


def in_lines(text: str, ems: float, most: int) -> list[str]:
    """The text in so many lines of that width; that there is more is said at their end."""
    piece = int((ems - 1.6) / 0.55)  # words that are longer than a line, such as addresses, are broken
    lines = wrap(re.sub(rf"[!-~]{{{piece}}}", r"\g<0> ", text), ems)
    if len(lines) <= most:
        return lines
    last = wrap(lines[most - 1], ems - 1.6)[0]
    return [*lines[: most - 1], last.rstrip(" ·,，、") + " …"]


def one_line(text: str, ems: float) -> str:
    """So much of the text as has room in a line of that width."""
    (line,) = in_lines(text, ems, 1)
    return line


class _Sheet:
    """Words and rules at pixels from the top."""

    def __init__(self) -> None:
        self._said: list[dict[str, Any]] = []
        self._rules: list[dict[str, Any]] = []

    @property
    def figure(self) -> dict[str, Any]:
        bare = {"visible": False, "fixedrange": True}
        layout = {
            "width": WIDTH,
            "height": HEIGHT,
            "margin": dict.fromkeys("lrtb", 0),
            "paper_bgcolor": LIGHT.paper,
            "plot_bgcolor": LIGHT.paper,
            "xaxis": {**bare, "range": [0, WIDTH]},
            "yaxis": {**bare, "range": [HEIGHT, 0]},
            "annotations": self._said,
            "shapes": self._rules,
        }
        return {"data": [], "layout": layout}

    def heading(self, text: str, down: float) -> float:
        """The text in lines, smaller where it is long; where it ends."""
        room = _FOOT - 44 - down
        for size in _SIZES:
            most = min(3, int(room / (1.25 * size)))
            lines = in_lines(text, _ROOM / size, most)
            if len(wrap(text, _ROOM / size)) <= most:
                break
        for line in lines:
            self.say(line, down, size=size, font=_SERIF, bold=True)
            down += 1.25 * size
        return down

    def line(self, name: str, number: str, down: float) -> None:
        """A name at the left and its number at the right, under a thin rule."""
        self.rule(down, 1, LIGHT.rule)
        room = (_ROOM - 34 * width(number)) / 28 - 1
        self.say(one_line(name, room), down + 12, size=28, color=LIGHT.muted)
        self.say(number, down + 8, size=32, bold=True, right=True)

    def rule(self, down: float, thickness: float, color: str = LIGHT.ink) -> None:
        box = {"x0": _SIDE, "x1": WIDTH - _SIDE, "y0": down, "y1": down + thickness}
        self._rules.append({"type": "rect", **box, "fillcolor": color, "line": {"width": 0}})

    def say(  # noqa: PLR0913  # a line of type has that many properties
        self,
        text: str,
        down: float,
        *,
        size: float,
        color: str = LIGHT.ink,
        font: str = SANS,
        bold: bool = False,
        right: bool = False,
        anchor: str = "top",
    ) -> None:
        if not text:
            return
        safe = escape_plotly(text)
        self._said.append({
            "text": f"<b>{safe}</b>" if bold else safe,
            "x": WIDTH - _SIDE if right else _SIDE,
            "y": down,
            "xanchor": "right" if right else "left",
            "yanchor": anchor,
            "borderpad": 0,
            "showarrow": False,
            "font": {"size": size, "color": color, "family": font},
        })  # fmt: skip
