"""Outlines of regions from a GeoJSON file: what is taken, what is passed over, and what is told of a bad file."""

import json
from pathlib import Path
from typing import Any

import pytest

from indicators.reading import boundaries

RING = [[119.1, 35.1], [119.2, 35.1], [119.2, 35.2], [119.1, 35.1]]
DRAWN = tuple((longitude, latitude) for longitude, latitude in RING)


def feature(kind: str, coordinates: Any, **changes: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}, "properties": {}, **changes}


def written(folder: Path, content: Any) -> Path:
    path = boundaries.beside(folder)
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_it_lies_beside_the_data(tmp_path: Path) -> None:
    assert boundaries.beside(tmp_path / "indicators.yaml") == tmp_path / "boundaries.geojson"
    assert boundaries.beside(tmp_path) == tmp_path / "boundaries.geojson"


def test_none_is_no_problem(tmp_path: Path) -> None:
    assert boundaries.read(boundaries.beside(tmp_path)) == boundaries.MapFile()


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        ([feature("Polygon", [RING], id="east")], {"east": (DRAWN,)}),
        ([feature("Polygon", [RING], properties={"id": "east"})], {"east": (DRAWN,)}),
        ([feature("MultiPolygon", [[RING], [RING, RING]], id="east")], {"east": (DRAWN, DRAWN, DRAWN)}),
        ([feature("Point", RING[0], id="east")], {}),
        ([feature("Polygon", [RING])], {}),
        ([{"type": "Feature", "geometry": None, "id": "east", "properties": None}], {}),
    ],
    ids=["id", "property", "several", "a point", "nameless", "no shape"],
)
def test_outlines(tmp_path: Path, features: list[Any], expected: dict[str, Any]) -> None:
    path = written(tmp_path, {"type": "FeatureCollection", "features": features})
    map_file = boundaries.read(path)
    assert (map_file.outlines, map_file.problems) == (expected, ())


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[1, 2]",
        "{}",
        '{"features": [1]}',
        '{"features": 3}',
        "[" * 5000,
        {"features": [feature("Polygon", 3, id="a")]},
    ],
    ids=["empty", "a list", "no features", "a number", "not a list", "deep", "no coordinates"],
)
def test_bad_files_are_told(tmp_path: Path, content: Any) -> None:
    map_file = boundaries.read(written(tmp_path, content))
    (problem,) = map_file.problems
    assert (map_file.outlines, problem.code, problem.severity) == ({}, "boundaries-form", "warning")


def test_a_new_file_is_read_anew(tmp_path: Path) -> None:
    path = written(tmp_path, {"features": []})
    assert boundaries.read(path).outlines == {}
    written(tmp_path, {"features": [feature("Polygon", [RING], id="east")]})
    assert list(boundaries.read(path).outlines) == ["east"]
