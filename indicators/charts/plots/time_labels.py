"""Numbers of marks → those that have room above their marks, even on a telephone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indicators.charts.plots.wrapping import width

SIZE: Final = 11.0
LINE: Final = 14.0
ROOM: Final = 300.0
"""Pixels that a telephone leaves for the axis of time; wider screens have more between two labels."""
SIDE: Final = 21.0
"""Pixels on either side of that, into which a label may reach."""
_AIR: Final = 3.0


@dataclass(frozen=True, slots=True)
class LabelledMark:
    """A mark in pixels: from ``left`` to ``right``, ``height`` above the floor; ``lines`` are its label."""

    left: float
    right: float
    height: float
    lines: Sequence[str]


def placed(marks: Sequence[LabelledMark]) -> list[int]:
    """The positions of the marks whose labels stand above them, clear of each other and of all other marks.

    The last and the first mark come first, then the highest.
    """
    by_time = sorted(range(len(marks)), key=lambda index: marks[index].right)
    ends = [*by_time[-1:], *by_time[:1]]
    order = dict.fromkeys([*ends, *sorted(by_time, key=lambda index: -marks[index].height)])
    boxes: dict[int, _Box] = {}
    for index in order:
        box = _box(marks[index])
        others = (mark for other, mark in enumerate(marks) if other != index)
        if box.left < -SIDE or box.right > ROOM + SIDE:
            continue
        if not any(box.meets(other) for other in boxes.values()) and not any(box.is_in(mark) for mark in others):
            boxes[index] = box
    return sorted(boxes)


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    right: float
    floor: float
    top: float

    def meets(self, other: "_Box") -> bool:
        across = self.left < other.right + _AIR and other.left < self.right + _AIR
        return across and self.floor < other.top and other.floor < self.top

    def is_in(self, mark: LabelledMark) -> bool:
        """True where a mark reaches into it."""
        return mark.left < self.right and self.left < mark.right and mark.height > self.floor


def _box(mark: LabelledMark) -> _Box:
    wide = max(map(width, mark.lines)) * SIZE
    centre = (mark.left + mark.right) / 2
    return _Box(centre - wide / 2, centre + wide / 2, mark.height + 1, mark.height + 1 + LINE * len(mark.lines))
