"""Servers of the dashboard that tests start, kill and start again; each writes a log that can be read."""

import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.error import URLError
from urllib.request import urlopen

from tests import ROOT, SAMPLE

HERE = "127.0.0.1"
Program = Literal["streamlit", "streamlit anywhere", "uvicorn"]
"""What starts it; anywhere is at every address of the machine, as without an option."""
START = 60
"""Seconds that a server may take to start."""


def free_port() -> int:
    """A port at which nothing listens, and from which no connection to elsewhere begins (as from 32768 on)."""
    while True:
        port = random.randint(20_000, 32_000)  # noqa: S311  # no secret
        with socket.socket() as free, suppress(OSError):
            free.bind((HERE, port))
            return port


@dataclass
class Server:
    """A dashboard of some data on one port, which it keeps over restarts."""

    log: Path
    data: Path = SAMPLE
    options: Sequence[str] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    program: Program = "streamlit"
    folder: Path = ROOT
    """Where its dashboard.py lies."""
    awaited: str = "/readyz"
    """What answers once it has started: without data to show that is /livez."""

    @property
    def address(self) -> str:
        return f"http://{HERE}:{self.port}"

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    def start(self) -> None:
        """Start it, and wait until it answers."""
        environment = {"PYTHONPATH": str(ROOT), "INDICATORS_DATA": str(self.data), **self.environment}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *self._command(), *self.options],
                cwd=self.folder,
                env={**os.environ, **environment},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        until = time.monotonic() + START
        while self.process.poll() is None and time.monotonic() < until:
            if self.seconds_to_answer(self.awaited) is not None:
                return
            time.sleep(0.1)
        raise RuntimeError(f"the dashboard did not start: {self.log.read_text(encoding='utf-8')[-2_000:]}")

    def _command(self) -> Sequence[str]:
        if self.program == "uvicorn":
            return ("uvicorn", "dashboard:app", f"--host={HERE}", f"--port={self.port}")
        given = ("streamlit", "run", "dashboard.py", f"--server.port={self.port}", "--server.headless=true")
        return given if self.program == "streamlit anywhere" else (*given, f"--server.address={HERE}")

    def kill(self) -> None:
        """End it as a machine does that loses power."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(20)

    def seconds_to_answer(self, path: str = "/livez") -> float | None:
        """How long it takes to say that it is well; None if it says nothing."""
        began = time.monotonic()
        try:
            with urlopen(f"{self.address}{path}", timeout=5):  # noqa: S310  # it is our own
                return time.monotonic() - began
        except (URLError, OSError):
            return None

    def resident(self) -> float:
        """Megabytes of memory that are resident."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def lines(self) -> list[str]:
        """What the log says until now."""
        return self.log.read_text(encoding="utf-8").splitlines()

    def open_files(self) -> int:
        return len(list(Path(f"/proc/{self.pid}/fd").iterdir()))


@contextmanager
def server(
    *options: str,
    data: Path = SAMPLE,
    environment: Mapping[str, str] | None = None,
    program: Program = "streamlit",
    folder: Path = ROOT,
    awaited: str = "/readyz",
) -> Iterator[Server]:
    """A dashboard that runs while it is needed."""
    with tempfile.TemporaryDirectory() as logs:
        running = Server(
            Path(logs) / "log", data, options, environment or {}, program=program, folder=folder, awaited=awaited
        )
        try:
            running.start()
            yield running
        finally:
            running.kill()
