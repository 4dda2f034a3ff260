"""A GeoJSON file beside the dataset → the outlines of its regions, for maps that are filled."""

import hashlib
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, NoReturn

from indicators.reading import disk
from indicators.values.problems import Problem

Ring = tuple[tuple[float, float], ...]
Outlines = Mapping[str, tuple[Ring, ...]]

NAME: Final = "boundaries.geojson"
LIMIT: Final = 8_000_000
"""Bytes: a file that is larger is made for other maps than these."""
_FORM: Final = (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OverflowError)


@dataclass(frozen=True)
class MapFile:
    """The ``outlines`` in a file, and what is wrong with it; ``digest`` is that of its content, empty for no file."""

    outlines: Outlines = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    digest: str = ""


NO_MAP: Final = MapFile()


def beside(path: Path) -> Path:
    """Where the outlines for the dataset at ``path`` would be: in its folder."""
    return (path if disk.is_folder(path) else path.parent) / NAME


def read(path: Path) -> MapFile:
    """Region id → rings of (longitude, latitude); empty where there is no file.

    A feature's ``id``, or the ``id`` among its properties, is that of its region; polygons and multipolygons are taken,
    all else is passed over.
    """
    content = disk.read(path, LIMIT)
    if isinstance(content, Problem):
        return MapFile(problems=_not_read(content))
    digest = hashlib.sha256(content).hexdigest()
    try:
        features = json.loads(content, parse_constant=_refuse)["features"]
        return MapFile({str(key): rings for feature in features for key, rings in _outline(feature)}, digest=digest)
    except _FORM as error:
        form = Problem("boundaries-form", str(path), severity="warning", facts={"reason": type(error).__name__})
        return MapFile(problems=(form,), digest=digest)


def _not_read(problem: Problem) -> tuple[Problem, ...]:
    """No file is no problem; all others are warnings, since only the maps lack something."""
    if problem.code == "file-missing":
        return ()
    if problem.code == "file-kind":
        return (Problem("boundaries-kind", problem.path, severity="warning"),)
    if problem.code == "file-size":
        return (Problem("boundaries-size", problem.path, severity="warning", facts={"limit": f"{LIMIT // 1_000_000}"}),)
    return (replace(problem, severity="warning"),)


def _refuse(constant: str) -> NoReturn:
    """NaN and infinities: Python's JSON takes them, and no map has a place for them."""
    raise ValueError(constant)


def _outline(feature: Any) -> Iterator[tuple[str, tuple[Ring, ...]]]:
    key = feature.get("id") or (feature.get("properties") or {}).get("id")
    geometry = feature.get("geometry") or {}
    kind = geometry.get("type")
    if key is not None and kind in {"Polygon", "MultiPolygon"}:
        polygons = [geometry["coordinates"]] if kind == "Polygon" else geometry["coordinates"]
        rings = (ring for polygon in polygons for ring in polygon)
        yield key, tuple(tuple(_point(point) for point in ring) for ring in rings)


def _point(point: Any) -> tuple[float, float]:
    longitude, latitude = float(point[0]), float(point[1])
    if not (math.isfinite(longitude) and math.isfinite(latitude)):  # 1e999
        raise ValueError(point)
    return longitude, latitude
