"""What is installed from the wheel: all files, types that a user's mypy sees, and every library that is declared."""

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions, version
from pathlib import Path
from typing import Any, Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests import ROOT
from tests.hosting.installations import python, run, site_packages

PROGRAM: Final = f"""
from typing import assert_type

import pandas as pd

import indicators
from indicators.model.articles import Figure

data = indicators.load({str(ROOT / "data")!r})
assert_type(data.frame, pd.DataFrame)
assert_type(data.tidy(derived=True), pd.DataFrame)
for problem in (*data.problems, *data.accepted):
    assert_type(problem.path, str)
    assert_type(problem.line, int)
    assert_type(problem.code, str)
assert data.dataset is not None
for name, figure in data.dataset.figures.items():
    assert_type(name, str)
    assert_type(figure, Figure)
    assert_type(figure.quote, str)
print(indicators.__file__, len(data.frame), len(data.chart("growth", lang="zh").data))
"""
IMPORTED_BY_NAME: Final = {"kaleido", "pypinyin", "vl_convert"}
"""What ``import_module`` loads where somebody wants it, so that no import statement shows it."""

FLOORS: Final = (
    ("streamlit", "1.54"),
    ("starlette", "1.3.1"),
    ("python-multipart", "0.0.27"),
    ("pyyaml", "6.0.3"),
    ("pydantic", "2.4"),
    ("pyarrow", "14.0.1"),
)
"""Distribution → the first version without the advisories that are known of it (faults.md I01)."""


# --- the wheel -------------------------------------------------------------------------------------------------------


@pytest.mark.hosting
def test_the_wheel_holds_every_file(wheel: Path) -> None:
    """Python and the rest: what the dashboard, the site and the exports read beside their modules."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "indicators"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    tracked = {name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()}
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if name.startswith("indicators/")}
    assert held == tracked
    assert {".css", ".html", ".js", ".svg", ".py", ".typed"} <= {Path(name).suffix for name in held}


@pytest.mark.hosting
def test_an_installed_program_is_typed(installation: Path, tmp_path: Path) -> None:
    """It runs, from the wheel and not from the checkout, and mypy in strict mode sees the types that it asserts."""
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    done = run(python(installation), program, cwd=tmp_path)
    assert done.stdout.startswith(str(site_packages(installation)))
    done = _mypy(installation, program)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.hosting
def test_without_the_marker_it_would_be_untyped(installation: Path, tmp_path: Path) -> None:
    """The control of the test above: it is ``py.typed`` that lets mypy look at the types."""
    program = tmp_path / "program.py"
    program.write_text("import indicators\n", encoding="utf-8")
    (site_packages(installation) / "indicators" / "py.typed").unlink()
    done = _mypy(installation, program)
    assert done.returncode == 1
    assert "missing library stubs or py.typed marker" in done.stdout


def _mypy(installation: Path, program: Path) -> subprocess.CompletedProcess[str]:
    options = ["--strict", "--no-incremental", "--config-file=", f"--python-executable={python(installation)}"]
    return run(sys.executable, "-m", "mypy", *options, program, cwd=program.parent, check=False)


# --- what it needs ---------------------------------------------------------------------------------------------------


@cache
def project() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        loaded: dict[str, Any] = tomllib.load(file)["project"]
    return loaded


def declared() -> set[str]:
    """Distributions that somebody who installs the program with its extra gets on purpose."""
    lines = [*project()["dependencies"], *project()["optional-dependencies"]["export"]]
    return {canonicalize_name(Requirement(line).name) for line in lines}


def imported() -> Iterator[str]:
    """Names of the packages outside the standard library that the program's modules import, each as often."""
    for path in (ROOT / "indicators").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            yield from (name.partition(".")[0] for name in names)


@pytest.mark.slow
def test_what_is_imported_is_what_is_declared() -> None:
    """No library by the grace of another one that needs it, and none that nobody uses."""
    outside = (set(imported()) | IMPORTED_BY_NAME) - sys.stdlib_module_names - {"indicators"}
    distributions = packages_distributions()
    assert {canonicalize_name(distributions[name][0]) for name in outside} == declared()


@pytest.mark.parametrize("name", sorted(IMPORTED_BY_NAME))
def test_what_is_imported_by_name_is_named(name: str) -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "indicators").rglob("*.py")]
    assert any(f'import_module("{name}")' in source for source in sources)


def test_each_dependency_has_a_floor_and_a_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (block,) = re.findall(r"^dependencies = \[\n(.*?)^\]", text, re.DOTALL | re.MULTILINE)
    unexplained = [
        line for line in block.splitlines() if not re.fullmatch(r'  "[\w-]+>=[\d.]+(,<\d+)?", +# \S.*', line)
    ]
    assert not unexplained


@pytest.mark.parametrize(("distribution", "floor"), FLOORS)
def test_what_is_installed_is_above_known_advisories(distribution: str, floor: str) -> None:
    assert Version(version(distribution)) >= Version(floor)
