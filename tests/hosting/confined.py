"""``python -m tests.hosting.confined``: a dashboard as another user, in a place that a test has shut → what is seen."""

import errno
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Final

from tests import ROOT, SAMPLE, loops
from tests.hosting.readers import reader
from tests.hosting.servers import HERE, START

PORT: Final = 8501
USER: Final = 65_534
MEGABYTES: Final = 512
_NOBODY: Final = (
    *("setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups"),
    *("--no-new-privs", "--inh-caps=-all", "--bounding-set=-all"),
)
_LIMITED: Final = ("prlimit", f"--data={MEGABYTES * 2**20}", "--nofile=16384")


def main(temporary: Path) -> dict[str, Any]:
    """Start the dashboard, visit it, end it."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "TMPDIR": str(temporary),
        "INDICATORS_HOSTS": "localhost",
    }
    command = (sys.executable, "-m", "indicators", "serve", str(SAMPLE), "--public", "--port", str(PORT))
    with (temporary / "log").open("wb+") as log:
        process = subprocess.Popen(
            [*_NOBODY, *_LIMITED, *command], env=environment, stdout=log, stderr=subprocess.STDOUT, cwd="/"
        )
        try:
            ready = _await_data(process)
            errors, html = loops.run(_visit()) if ready else (-1, "")
            status = Path(f"/proc/{process.pid}/status").read_text("utf-8")
        finally:
            process.terminate()
            code = process.wait(20)
        log.seek(0)
        text = log.read().decode(errors="replace")
    fields = dict(line.split(":", 1) for line in status.splitlines())
    return {
        "ready": ready,
        "errors": errors,
        "html": len(html),
        "user": int(fields["Uid"].split()[0]),
        "capabilities": int(fields["CapEff"], 16),
        "megabytes": int(fields["VmHWM"].split()[0]) // 1024,
        "code": code,
        "written": sorted(path.name for path in temporary.rglob("*") if path.is_file() and path.name != "log"),
        "log": text,
        "is_read_only": _fails_to_write(ROOT / "nothing"),
        "has_network": _connects(),
    }


def _await_data(process: subprocess.Popen[bytes]) -> bool:
    until = time.monotonic() + START
    while process.poll() is None and time.monotonic() < until:
        connection = HTTPConnection(HERE, PORT, timeout=5)
        try:
            connection.request("GET", "/readyz")
            if connection.getresponse().status == 200:
                return True
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.2)
    return False


async def _visit() -> tuple[int, str]:
    errors, html = 0, ""
    for query in ("", "page=figures", "page=explore"):
        async with reader(f"http://{HERE}:{PORT}", query) as one:
            await one.run()
            errors += one.errors + len(one.alerts)
            html += "".join(one.html)
    return errors, html


def _fails_to_write(path: Path) -> bool:
    try:
        path.touch()
    except OSError as error:
        return error.errno == errno.EROFS
    path.unlink()
    return False


def _connects() -> bool:
    """Whether there is a way to an address that belongs to nobody (RFC 5737)."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("192.0.2.1", 80)) != errno.ENETUNREACH


def missing() -> str:
    """What the test lacks on this machine; empty if nothing."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return "only root can shut a place"
    programs = [name for name in ("unshare", "mount", "ip", "setpriv", "prlimit") if shutil.which(name) is None]
    if programs:
        return f"no {', '.join(programs)}"
    tried = subprocess.run(["unshare", "-m", "-n", "true"], capture_output=True, text=True, check=False)  # noqa: S607
    return "" if tried.returncode == 0 else f"unshare is not allowed: {tried.stderr.strip()}"


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))))
