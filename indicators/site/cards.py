"""The words of a social card → a Plotly figure of 1200 × 630 pixels with nothing but text and lines."""

import json
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import islice
from typing import Any, Final

from indicators.charts.plots.theme import LIGHT, SANS
from indicators.charts.plots.wrapping import width, wrap, wrap_at_most
from indicators.values.text import escape_plotly

WIDTH: Final = 1200
HEIGHT: Final = 630
"""The size that other sites ask for (developers.facebook.com/docs/sharing/webmasters/images)."""

_SIDE: Final = 72
_ROOM: Final = WIDTH - 2 * _SIDE
_RULE: Final = 112
_FOOT: Final = HEIGHT - 48
_LINE: Final = 58
_SIZES: Final = (54.0, 46.0, 40.0, 34.0)
"""Font sizes of a heading, largest first."""
_SERIF: Final = 'Georgia, "Source Serif 4", "Songti SC", "Noto Serif CJK SC", "Noto Serif SC", SimSun, serif'


@dataclass(frozen=True)
class Card:
    """The words on a card from top to bottom: ``masthead``, ``kicker``, a large ``number``, ``heading``, ``lines`` of a
    name and a number, and ``foot`` beside the host name of the ``site``. Empty ones are left out.
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
        """The Plotly figure, ``WIDTH`` × ``HEIGHT``."""
        sheet = _Sheet()
        sheet.say(_cut_to_line(self.masthead, _ROOM / 30), 52, size=30, font=_SERIF, bold=True)
        sheet.rule(_RULE, 3)
        sheet.rule(_RULE + 6, 1)
        sheet.say(_cut_to_line(self.kicker, _ROOM / 28), 148, size=28, color=LIGHT.muted)
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
        sheet.say(_cut_to_line(self.foot, room), _FOOT, size=24, color=LIGHT.muted, anchor="bottom")
        sheet.say(self.site, _FOOT, size=24, color=LIGHT.muted, anchor="bottom", right=True)
        return sheet.figure

    @property
    def digest(self) -> str:
        """The digest by which a card is recognized that has been drawn already."""
        return blake2b(json.dumps(self.figure).encode(), digest_size=12).hexdigest()


def _cut_to_line(text: str, ems: float) -> str:
    """The text, or as much of it as fits into a line of that width."""
    (line,) = wrap_at_most(text, ems, 1)
    return line


class _Sheet:
    """Texts and lines, each placed by its distance ``down`` from the top in pixels."""

    def __init__(self) -> None:
        self._texts: list[dict[str, Any]] = []
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
            "annotations": self._texts,
            "shapes": self._rules,
        }
        return {"data": [], "layout": layout}

    def heading(self, text: str, down: float) -> float:
        """Add the text in lines, in smaller type if it is long; returns where it ends."""
        room = _FOOT - 44 - down
        for size in _SIZES:
            most = min(3, int(room / (1.25 * size)))
            lines = wrap_at_most(text, _ROOM / size, most)
            if len(wrap(text, _ROOM / size)) <= most:
                break
        for line in lines:
            self.say(line, down, size=size, font=_SERIF, bold=True)
            down += 1.25 * size
        return down

    def line(self, name: str, number: str, down: float) -> None:
        """Add a name at the left and its number at the right, under a thin line."""
        self.rule(down, 1, LIGHT.rule)
        room = (_ROOM - 34 * width(number)) / 28 - 1
        self.say(_cut_to_line(name, room), down + 12, size=28, color=LIGHT.muted)
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
        self._texts.append({
            "text": f"<b>{safe}</b>" if bold else safe,
            "x": WIDTH - _SIDE if right else _SIDE,
            "y": down,
            "xanchor": "right" if right else "left",
            "yanchor": anchor,
            "borderpad": 0,
            "showarrow": False,
            "font": {"size": size, "color": color, "family": font},
        })  # fmt: skip
