"""An app → a server on a free port of this machine, and what its process uses. Linux only: it reads /proc."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from urllib.error import URLError
from urllib.request import urlopen

HERE: Final = "127.0.0.1"
APPS: Final = Path(__file__).parent / "apps"
ROOT: Final = APPS.parents[1]
START: Final = 120
"""Seconds that a server may take to answer."""
_STREAMLIT: Final = (
    *("-m", "streamlit", "run", "{app}", f"--server.address={HERE}", "--server.port={port}"),
    *("--server.headless=true", "--server.fileWatcherType=none", "--browser.gatherUsageStats=false"),
)
_PANEL: Final = ("-m", "panel", "serve", "{app}", f"--address={HERE}", "--port={port}")


@dataclass(frozen=True)
class App:
    """A compared app: how it is started, where its page is, and ``home``, the folder in which it is started."""

    name: str
    program: Path
    command: Sequence[str] = _STREAMLIT
    page: str = "/"
    home: Path = APPS

    @property
    def query(self) -> str:
        """The query string of its page."""
        return self.page.partition("?")[2]


OURS: Final = App("ours", ROOT / "dashboard.py", page="/?page=explore&show=all", home=ROOT)
APPS_BY_NAME: Final[Mapping[str, App]] = {
    app.name: app
    for app in (
        App("floor", APPS / "floor.py"),
        App("naive", APPS / "naive.py"),
        OURS,
        App("dash", APPS / "dash_app.py", ("{app}", "{port}")),
        App("panel", APPS / "panel_app.py", _PANEL, page="/panel_app"),
    )
}


@dataclass(frozen=True)
class Work:
    """The same figures in the forms in which the apps read them."""

    data: Path
    csv: Path
    ready: Path

    def steps(self) -> tuple[list[str], list[str]]:
        """The metrics to choose one after the other, and then the regions to add (see apps/ready.py)."""
        steps = json.loads(self.ready.read_text(encoding="utf-8"))["steps"]
        return steps["metrics"], steps["regions"]

    @property
    def environment(self) -> dict[str, str]:
        return {
            "INDICATORS_DATA": str(self.data),
            "BENCHMARK_CSV": str(self.csv),
            "BENCHMARK_READY": str(self.ready),
        }


@dataclass(frozen=True)
class Server:
    """A running server: its address, its process, and the seconds until it first answered."""

    address: str
    pid: int
    start: float

    def cpu(self) -> float:
        """Processor seconds of the process so far, of all its threads, including those that have ended."""
        return time.clock_gettime(~self.pid << 3 | 2)  # clock_getcpuclockid(3); /proc counts in 10 ms

    def memory(self) -> float:
        """Megabytes of anonymous memory: without files that the process shares, or might share, with others."""
        return self._count("smaps_rollup", "Anonymous:")

    def resident(self) -> float:
        """Resident megabytes, shared ones included (RSS)."""
        return self._count("status", "VmRSS:")

    def peak(self) -> float:
        """The largest number of resident megabytes so far."""
        return self._count("status", "VmHWM:")

    def _count(self, file: str, name: str) -> float:
        content = Path(f"/proc/{self.pid}/{file}").read_text()
        return int(content.partition(name)[2].split()[0]) / 2**10


@contextmanager
def serve(app: App, work: Work) -> Iterator[Server]:
    """Run an app with an empty cache while the context is open.

    Raises RuntimeError with the end of its log if it does not start.
    """
    signal.signal(signal.SIGTERM, _leave)
    port = _free_port()
    command = [part.format(app=app.program, port=port) for part in app.command]
    with tempfile.TemporaryFile("w+") as log, tempfile.TemporaryDirectory() as cache:
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=app.home,
            env={**os.environ, **work.environment, "XDG_CACHE_HOME": cache},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            if not _answers(f"http://{HERE}:{port}{app.page}", process):
                log.seek(0)
                raise RuntimeError(f"{app.name} did not start: {log.read()[-2_000:]}")
            yield Server(f"http://{HERE}:{port}", process.pid, time.perf_counter() - started)
        finally:
            process.terminate()
            process.wait(20)


def _leave(number: int, _frame: object) -> None:
    """Turn a signal into SystemExit, so that the servers are ended, too."""
    sys.exit(128 + number)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((HERE, 0))
        return int(free.getsockname()[1])


def _answers(address: str, process: subprocess.Popen[bytes]) -> bool:
    until = time.monotonic() + START
    while process.poll() is None and time.monotonic() < until:
        try:
            with urlopen(address, timeout=START):  # noqa: S310  # it is our own
                return True
        except (URLError, ConnectionError):
            time.sleep(0.02)
    return False


def prepare(folder: Path, figures: int, files: int | None = None) -> Work:
    """Generate figures in a file, or in a folder of ``files``, and the forms that the apps read."""
    work = Work(folder / "data.yaml", folder / "figures.csv", folder / "ready.json")
    options = ["--figures", str(figures), "--no-rates"]  # amounts only: four charts
    if files:
        work = replace(work, data=folder / "data")
        options += ["--files", str(files)]
    programs: Sequence[Sequence[str | Path]] = (
        (APPS.parent / "generate.py", work.data, *options),
        (APPS / "work.py", work.data, work.csv),
        (APPS / "ready.py", work.csv, work.ready),
    )
    for program in programs:
        subprocess.run([sys.executable, *program], check=True)
    return work
