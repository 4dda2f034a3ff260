"""A GeoJSON file beside the dataset → the outlines of its regions, for maps that are filled."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from indicators.values.problems import Problem

Ring = tuple[tuple[float, float], ...]
Outlines = Mapping[str, tuple[Ring, ...]]

NAME: Final = "boundaries.geojson"
LIMIT: Final = 8_000_000
"""Bytes: a file that is larger is made for other maps than these."""


def beside(path: Path) -> Path:
    """Where the outlines for the dataset at ``path`` would be: in its folder."""
    return (path if path.is_dir() else path.parent) / NAME


def read(path: Path) -> tuple[Outlines, tuple[Problem, ...]]:
    """Region id → rings of (longitude, latitude); empty where there is no file.

    A feature's ``id``, or the ``id`` among its properties, is that of its region; polygons and multipolygons are taken,
    all else is passed over.
    """
    try:
        status = path.stat()
    except OSError:
        return {}, ()
    return _read(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=4)
def _read(path: Path, _written: int, size: int) -> tuple[Outlines, tuple[Problem, ...]]:
    if size > LIMIT:
        return {}, (Problem("boundaries-size", str(path), facts={"limit": f"{LIMIT // 1_000_000}"}),)
    try:
        features = json.loads(path.read_bytes())["features"]
        return {str(key): rings for feature in features for key, rings in _outline(feature)}, ()
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        facts = {"reason": type(error).__name__}
        return {}, (Problem("boundaries-form", str(path), severity="warning", facts=facts),)


def _outline(feature: Any) -> Iterator[tuple[str, tuple[Ring, ...]]]:
    key = feature.get("id") or (feature.get("properties") or {}).get("id")
    geometry = feature.get("geometry") or {}
    kind = geometry.get("type")
    if key is not None and kind in {"Polygon", "MultiPolygon"}:
        polygons = [geometry["coordinates"]] if kind == "Polygon" else geometry["coordinates"]
        rings = (ring for polygon in polygons for ring in polygon)
        yield key, tuple(tuple((float(point[0]), float(point[1])) for point in ring) for ring in rings)
