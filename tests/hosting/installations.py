"""Environments with the program installed from a wheel, which see no checkout."""

import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

from tests import ROOT


def build_wheel(folder: Path) -> Path:
    """The wheel of the checkout, built without the network."""
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder)
    (path,) = folder.glob("*.whl")
    return path


def install(wheel: Path, folder: Path) -> Path:
    """A new environment with the wheel, which takes all else from the one that runs the tests."""
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    target = site_packages(folder)
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    (target / "others.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return folder


def run(*command: object, cwd: Path = ROOT, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run a program that sees no checkout but the folder it runs in."""
    environment = {"PATH": "", "PYTHONSAFEPATH": "1"}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


def python(environment: Path) -> Path:
    return Path(sysconfig.get_path("scripts", "venv", variables(environment))) / Path(sys.executable).name


def site_packages(environment: Path) -> Path:
    return Path(sysconfig.get_path("purelib", "venv", variables(environment)))


def variables(environment: Path) -> dict[str, str]:
    return {"base": str(environment), "platbase": str(environment)}
