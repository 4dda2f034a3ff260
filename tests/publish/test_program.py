"""The wheel of the running program, its bill of materials, its locks, and the folder of a container."""

import base64
import hashlib
import io
import json
import os
import re
import stat
import tomllib
import zipfile
from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from indicators.publish import container, program, sbom
from tests import ROOT
from tests.builders import FILE
from tests.hosting.test_packaging import FLOORS

LOCKS = ("requirements.lock", "requirements-export.lock")
LOCK_FOLDER = ROOT / "indicators" / "publish" / "container_files"


# --- the wheel -------------------------------------------------------------------------------------------------------


def test_the_wheel_is_the_same_each_time_and_its_record_is_true() -> None:
    name, content = program.wheel()
    assert re.fullmatch(r"reported_indicators-[\d.]+-py3-none-any\.whl", name)
    assert program.wheel()[1] == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        paths = archive.namelist()
        (record,) = (path for path in paths if path.endswith("/RECORD"))
        rows = [line.rsplit(",", 2) for line in archive.read(record).decode().splitlines()]
        assert [row[0] for row in rows] == paths
        for path, digest, size in rows[:-1]:
            data = archive.read(path)
            expected = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            assert (digest, size) == (f"sha256={expected}", str(len(data)))
    assert "indicators/server/start/.streamlit/config.toml" in paths
    assert not [path for path in paths if "__pycache__" in path]


# --- the bill of materials -------------------------------------------------------------------------------------------


def test_the_bill_has_every_library_with_its_version() -> None:
    document = json.loads(sbom.bill())
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", document["serialNumber"])
    assert document["metadata"]["component"]["name"] == "reported-indicators"
    components = {canonicalize_name(component["name"]): component for component in document["components"]}
    for requirement in map(Requirement, requires("reported-indicators") or ()):
        name = canonicalize_name(requirement.name)
        if requirement.marker is not None:  # of an extra
            continue
        assert components[name]["version"] == version(name)
        assert components[name]["purl"] == f"pkg:pypi/{name}@{version(name)}"
    assert {"starlette", "uvicorn", "plotly-js-basic-dist-min"} <= components.keys()
    unlicensed = [name for name, component in components.items() if not component.get("licenses")]
    assert len(unlicensed) <= 3, unlicensed
    assert sbom.bill() == sbom.bill()


def test_the_bill_says_what_needs_what() -> None:
    document = json.loads(sbom.bill())
    references = {component["bom-ref"] for component in document["components"]}
    references.add(document["metadata"]["component"]["bom-ref"])
    needs = {need["ref"]: need["dependsOn"] for need in document["dependencies"]}
    assert set(needs) <= references
    assert {name for names in needs.values() for name in names} <= references
    assert f"pkg:pypi/starlette@{version('starlette')}" in needs[f"pkg:pypi/streamlit@{version('streamlit')}"]


# --- the locks -------------------------------------------------------------------------------------------------------


def locked(name: str) -> dict[str, list[Version]]:
    """Distribution → the versions that a lock has of it, for one Python or another."""
    versions: dict[str, list[Version]] = {}
    for line in (LOCK_FOLDER / name).read_text("utf-8").splitlines():
        if match := re.match(r"([\w-]+)==([\w.]+)", line):
            versions.setdefault(canonicalize_name(match[1]), []).append(Version(match[2]))
    return versions


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_of_a_lock_has_a_hash_and_no_line_an_address(name: str) -> None:
    text = (LOCK_FOLDER / name).read_text("utf-8")
    entries = re.split(r"\n(?=\w)", text.strip())
    assert len(entries) > 40
    form = r"[\w-]+==[\w.]+( ; [^\\]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+"
    assert not [entry.splitlines()[0] for entry in entries if not re.fullmatch(form, entry)]
    assert "://" not in text


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_what_is_declared_above_its_floors(name: str) -> None:
    versions = locked(name)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = list(project["dependencies"])
    if name == LOCKS[1]:
        lines += project["optional-dependencies"]["export"]
    for requirement in map(Requirement, lines):
        locked_versions = versions.get(requirement.name, [])
        assert locked_versions, f"{requirement}: run scripts/lock"
        assert all(map(requirement.specifier.contains, locked_versions)), f"{requirement}: run scripts/lock"
    for distribution, floor in FLOORS:
        assert min(versions[distribution]) >= Version(floor)


def test_both_locks_agree() -> None:
    base, export = map(locked, LOCKS)
    assert {name: export[name] for name in base} == base


# --- the container ---------------------------------------------------------------------------------------------------


def test_a_folder_for_a_container_has_all_that_the_build_copies(tmp_path: Path) -> None:
    outlines = tmp_path / "source" / "boundaries.geojson"
    outlines.parent.mkdir()
    outlines.write_text("{}")
    (tmp_path / "source" / "texts").mkdir()
    (tmp_path / "source" / "texts" / "first.txt").write_text("all of it")
    data = tmp_path / "source" / "figures.yaml"
    data.write_bytes(FILE.read_bytes())
    out = tmp_path / "out"
    written = container.write(out, data, "https://data.example.org/x/", "data.example.org")
    assert sorted(written) == sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    assert {"data/figures.yaml", "data/boundaries.geojson"} <= set(written)
    assert not [path for path in written if "texts" in path]
    recipe = (out / "Containerfile").read_text()
    assert "USER 65534" in recipe
    assert "--require-hashes" in recipe
    settings = (out / "settings.env").read_text()
    assert "INDICATORS_URL=https://data.example.org/x/\n" in settings
    assert "INDICATORS_HOSTS=data.example.org,localhost,127.0.0.1\n" in settings


def test_another_user_can_read_the_data_of_a_container_whoever_writes_it(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        container.write(tmp_path, FILE, "", "")
    finally:
        os.umask(before)
    (data,) = (tmp_path / "data").iterdir()
    assert [stat.S_IMODE(path.stat().st_mode) for path in (data.parent, data)] == [0o755, 0o644]
    assert not (tmp_path / "settings.env").stat().st_mode & 0o077  # there can be a secret in it


def test_settings_stay_and_what_is_old_goes(tmp_path: Path) -> None:
    container.write(tmp_path, FILE, "", "")
    (tmp_path / "settings.env").write_text("mine")
    (tmp_path / "reported_indicators-0.0.1-py3-none-any.whl").write_text("old")
    (tmp_path / "data" / "former.yaml").write_text("old")
    (tmp_path / "notes.txt").write_text("mine")
    container.write(tmp_path, FILE, "", "")
    assert (tmp_path / "settings.env").read_text() == (tmp_path / "notes.txt").read_text() == "mine"
    assert [path.name for path in tmp_path.glob("*.whl")] == [program.wheel()[0]]
    assert [path.name for path in (tmp_path / "data").iterdir()] == [FILE.name]
