"""What is no file, or may not be read, in the place of a dataset or of its outlines: the last good data stay."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from indicators.loading.store import Store
from indicators.reading import boundaries
from tests.builders import write
from tests.loading.replaced.folders import NAMES, a_folder
from tests.loading.replaced.harms import HARMS
from tests.loading.stores import doubts, figures, sealed, with_firms


@pytest.mark.timeout(20)
@pytest.mark.parametrize("with_seal", [False, True])
@pytest.mark.parametrize("harm", HARMS)
def test_e04_e05_what_is_no_file_changes_nothing_and_is_told(tmp_path: Path, harm: str, with_seal: bool) -> None:
    path = write(tmp_path, with_firms(3))
    if with_seal:
        sealed(path, 3)
    kept = Store(path)
    good = kept.current()
    do, code = HARMS[harm]
    do(path)
    shown = kept.current()
    assert (shown.dataset, shown.stale) == (good.dataset, True)
    assert with_seal or doubts(shown) == [(code, "error")]
    path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
    write(tmp_path, with_firms(3))
    assert (kept.current().stale, doubts(kept.current())) == (False, [])


@pytest.mark.timeout(20)
@pytest.mark.parametrize("harm", [*HARMS, "closed", "not a number", "infinite", "huge"])
def test_nothing_in_the_place_of_the_outlines_keeps_a_dataset_back(tmp_path: Path, harm: str) -> None:
    """A pipe there let every reader wait for ever, and NaN was an exception page."""
    path = write(tmp_path, with_firms(3))
    outlines = boundaries.beside(path)
    number = {"not a number": "NaN", "infinite": "1e999", "huge": "9" * 400}.get(harm, "1")
    shape = f'{{"type": "Polygon", "coordinates": [[[{number}, 1], [2, 2], [1, 2]]]}}'
    outlines.write_text(f'{{"features": [{{"id": "east", "geometry": {shape}}}]}}', "utf-8")
    if harm in HARMS:
        HARMS[harm][0](outlines)
    shown = Store(path).current()
    assert (figures(shown), shown.stale) == (3, False)
    drawn = harm == "closed"
    assert bool(shown.map_file.outlines) == drawn
    assert {problem.severity for problem in shown.map_file.problems} <= {"warning"}
    assert drawn or harm in {"deleted", "nowhere"} or shown.map_file.problems
    json.dumps({key: list(rings) for key, rings in shown.map_file.outlines.items()}, allow_nan=False)


@contextmanager
def seen_by_another(folder: Path, program: str) -> Iterator[Callable[[], str]]:
    """What a process says whenever it is asked."""
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        asked, answers = process.stdin, process.stdout
        assert asked is not None
        assert answers is not None

        def tell() -> str:
            print(file=asked, flush=True)
            return answers.readline().strip()

        yield tell


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another thing on Windows")
def test_e04_files_and_folders_that_are_closed() -> None:
    """Seen by a user who is not root: the last good state stays, and what is opened again is shown."""
    program = """
import os, sys, time
from pathlib import Path
from indicators.loading import store
if os.getuid() == 0:
    os.setuid(65534)
store.PATIENCE, store.QUIET = -1.0, 0.0
path = Path(sys.argv[1])
kept = store.Store(path)
kept.current()
for line in sys.stdin:
    shown = kept.current()
    error = shown.first_error
    print(len(shown.dataset.figures), shown.stale, error.code if error else "", flush=True)
"""
    with TemporaryDirectory() as name:  # the folders of pytest are closed to others
        Path(name).chmod(0o755)
        folder = a_folder(Path(name) / "data", 3)
        with seen_by_another(folder, program) as told:
            assert told() == "6 False"
            for closed, code in ((folder / NAMES[1], "file-permission"), (folder, "folder-unreadable")):
                mode = closed.stat().st_mode
                closed.chmod(0)
                assert told() == f"6 True {code}"
                closed.chmod(mode)
                assert told() == "6 False"
