"""Places with locations → equal squares at (row, column) that keep their bearings: a tile map, north up.

Each place gets a square of a grid so that all of them together move least from where they lie. Of several grids the one
is taken that moves them little and has few empty squares.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

PlaneArray = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Location = tuple[float, float]
"""(latitude, longitude)"""

CLEAR: Final = 0.3
"""Places are clearly apart, north to south or west to east, from this share of the greatest distance on."""
MOST_ARRANGED: Final = 60
"""Of more places not all grids are tried, which would take the cube of their number."""
_SPARE: Final = 1.0
"""Empty squares allowed for each filled one."""
_EMPTY: Final = 0.1
"""What an empty square costs; a place that is moved by the side of a square costs 1."""
_STRETCHED: Final = 0.3
"""What it costs for each place if the grid's height is e times as large for its width as the country's is."""


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """A square: row 0 is northernmost, column 0 westernmost."""

    row: int
    column: int


def tiles_of(locations: Mapping[str, Location]) -> dict[str, Tile]:
    """A square for each place, no two the same; the order of the mapping does not matter.

    A place that lies clearly north of another (``CLEAR``) never stands in a lower row, nor a western one further right.
    Of more than MOST_ARRANGED places those of each row stand from west to east.
    """
    keys = sorted(locations, key=lambda key: (-locations[key][0], locations[key][1], key))
    if not keys:
        return {}
    points = _plane(np.array([locations[key] for key in keys], dtype=float))
    squares = _in_rows(points) if len(keys) > MOST_ARRANGED else _arranged(points)
    squares = squares - squares.min(axis=0)
    return {key: Tile(int(row), int(column)) for key, (row, column) in zip(keys, squares, strict=True)}


@dataclass(frozen=True, slots=True)
class _Arrangement:
    squares: PlaneArray
    cost: float


def _plane(locations: PlaneArray) -> PlaneArray:
    """Distances (down, right) from the north-west corner, in one unit."""
    middle = math.radians(float(locations[:, 0].mean()))
    down_right = np.column_stack((-locations[:, 0], locations[:, 1] * math.cos(middle)))
    from_corner: PlaneArray = down_right - down_right.min(axis=0)
    return from_corner


def _arranged(points: PlaneArray) -> PlaneArray:
    best = min(_arrangements(points), key=lambda arrangement: arrangement.cost, default=None)
    return best.squares if best is not None else _compacted(points)


def _in_rows(points: PlaneArray) -> PlaneArray:
    """Rows of equally many places from north to south, in each of which they stand from west to east."""
    width = math.ceil(math.sqrt(len(points) * _ratio(points[:, ::-1])))
    squares = np.zeros_like(points)
    southward = np.lexsort((points[:, 1], points[:, 0]))
    for row, start in enumerate(range(0, len(points), width)):
        of_row = southward[start : start + width]
        squares[of_row, 0] = row
        squares[of_row[np.argsort(points[of_row, 1], kind="stable")], 1] = np.arange(len(of_row))
    return squares


def _ratio(points: PlaneArray) -> float:
    """How much farther apart they lie in the first direction than in the second; at most as many times as there are."""
    count, extent = len(points), points.max(axis=0)
    return min(max(float((extent[0] + 1e-9) / (extent[1] + 1e-9)), 1 / count), count)


def _arrangements(points: PlaneArray) -> Iterator[_Arrangement]:
    count = len(points)
    extent = points.max(axis=0)
    ratio = _ratio(points)
    for rows in range(1, count + 1):
        for columns in range(math.ceil(count / rows), math.floor(count * (1 + _SPARE) / rows) + 1):
            stretch = abs(math.log(rows / columns / ratio))
            if stretch > 1 and count > 1:
                continue
            wanted = points / np.where(extent > 0, extent, 1) * (rows - 1, columns - 1)
            squares = np.array([(row, column) for row in range(rows) for column in range(columns)], dtype=float)
            distances = ((wanted[:, None, :] - squares[None, :, :]) ** 2).sum(axis=2)
            chosen = _assignment(distances)
            if keeps_bearings(points, squares[chosen]):
                moved = float(distances[np.arange(count), chosen].sum())
                cost = moved + _EMPTY * (rows * columns - count) + _STRETCHED * count * stretch**2
                yield _Arrangement(squares[chosen], round(cost, 6))


def keeps_bearings(points: PlaneArray, squares: PlaneArray) -> bool:
    """Whether nothing stands above what lies clearly north of it, or left of what lies clearly west of it."""
    extent = max(float(points.max()), 1e-9)
    apart = points[:, None, :] - points[None, :, :] > CLEAR * extent
    return not bool((apart & (squares[:, None, :] < squares[None, :, :])).any())


def _assignment(costs: PlaneArray) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """The column of each row, no two the same, with the least sum (Hungarian algorithm); needs as many columns."""
    rows, columns = costs.shape
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=np.int64)  # the row of each column; both count from 1, and 0 is none
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least = np.full(columns + 1, np.inf)
        before = np.zeros(columns + 1, dtype=np.int64)
        visited = np.zeros(columns + 1, dtype=bool)
        while owner[column]:
            visited[column] = True
            reduced = costs[owner[column] - 1] - row_price[owner[column]] - column_price[1:]
            nearer = ~visited[1:] & (reduced < least[1:])
            least[1:][nearer] = reduced[nearer]
            before[1:][nearer] = column
            following = int(np.where(visited[1:], np.inf, least[1:]).argmin()) + 1
            step = least[following]
            row_price[owner[visited]] += step
            column_price[visited] -= step
            least[~visited] -= step
            column = following
        while column:
            owner[column] = owner[before[column]]
            column = int(before[column])
    chosen = np.zeros(rows, dtype=np.int64)
    chosen[owner[1:][owner[1:] > 0] - 1] = np.flatnonzero(owner[1:])
    return chosen


def _compacted(points: PlaneArray) -> PlaneArray:
    """Each place in a row and a column of its own, in order; then neighbours are merged while no two places meet."""
    squares = points.argsort(axis=0, kind="stable").argsort(axis=0).astype(float)
    merged = True
    while merged:
        merged = False
        for axis in (0, 1) if squares[:, 0].max() >= squares[:, 1].max() else (1, 0):
            for line in range(int(squares[:, axis].max())):
                closer = squares.copy()
                closer[:, axis] -= squares[:, axis] > line
                if len(np.unique(closer, axis=0)) == len(points):
                    squares, merged = closer, True
                    break
            if merged:
                break
    return squares
