"""A container has it no narrower: nobody's user, no home, a root that cannot be written to, 512 MB, no network."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests import ROOT
from tests.hosting import confined

MISSING: Final = confined.missing()
pytestmark = [pytest.mark.hosting, pytest.mark.skipif(bool(MISSING), reason=MISSING)]

OPEN: Final = 0o001
"""The bit by which others may go through a folder."""


def closed_above(path: Path) -> Path | None:
    """The topmost folder above a path through which others cannot go, such as root's own."""
    return next((folder for folder in [*path.parents][::-1] if not folder.stat().st_mode & OPEN), None)


def steps(folder: Path) -> Iterator[str]:
    """Commands that shut a place: what the program needs stays where it is, and only one folder can be written to."""
    needed = {Path(path).resolve() for path in (sys.base_prefix, sys.prefix, ROOT)}
    kept = {path: folder / "kept" / str(number) for number, path in enumerate(sorted(needed)) if closed_above(path)}
    for path, place in kept.items():
        yield f"mkdir -p {place} && mount --bind {path} {place}"
    for closed in {closed_above(path) for path in kept}:
        yield f"mount -t tmpfs -o mode=755 tmpfs {closed}"
    for path, place in kept.items():
        yield f"mkdir -p {path} && mount --bind {place} {path}"
    places = "$(cut -d' ' -f5 /proc/self/mountinfo)"
    yield f"for place in {places}; do mount -o remount,bind,ro $place 2>/dev/null || true; done"
    yield f"mount -t tmpfs -o size=64m,mode=1777 tmpfs {folder}/writable"
    yield "ip link set lo up"
    yield f"cd {ROOT} && exec {sys.executable} -m tests.hosting.confined {folder}/writable"


def test_it_starts_serves_and_writes_nothing_where_nothing_is_given() -> None:
    """G11."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "writable").mkdir()
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        command = ["unshare", "--mount", "--net", "sh", "-euc", "\n".join(steps(folder))]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=100)
        assert done.returncode == 0, done.stderr
        was = json.loads(done.stdout)
    assert (was["is_read_only"], was["has_network"]) == (True, False)
    assert (was["user"], was["capabilities"]) == (confined.USER, 0)
    assert (was["ready"], was["errors"]) == (True, 0), was["log"]
    assert was["html"] > 10_000
    assert was["megabytes"] < confined.MEGABYTES
    assert was["written"] == []
    assert "Error" not in was["log"], was["log"]
    assert "WARNING" not in was["log"], was["log"]
    assert was["code"] in {0, -15}
