"""No outside look-up, ever: whatever a server resolves and connects to is written down (issue 16, 5.11)."""

import json
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin

from tests import loops
from tests.hosting.readers import reader
from tests.hosting.servers import HERE, Program, Server, server

pytestmark = pytest.mark.hosting

RECORDER = """
import json, sys

OF_SOCKETS = {"socket.connect", "socket.sendto"}
OF_NAMES = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}

def record(event, arguments):
    if event in OF_SOCKETS | OF_NAMES:
        whom = arguments[1] if event in OF_SOCKETS else arguments[0]
        name = whom[0] if isinstance(whom, tuple) else whom
        with open(PATH, "a") as file:
            print(json.dumps([event, str(name)]), file=file)

sys.addaudithook(record)
"""
FOREIGN = ("https://evil.example", "http://192.0.2.7", "null")


def recorder(folder: Path) -> tuple[Path, dict[str, str]]:
    """A file for what a Python that starts with this environment looks up, and that environment."""
    path = folder / "looked-up"
    path.touch()
    (folder / "sitecustomize.py").write_text(RECORDER.replace("PATH", repr(str(path))), encoding="utf-8")
    return path, {"PYTHONPATH": f"{folder}:{Path(__file__).parents[2]}"}


def outside(path: Path) -> Sequence[str]:
    """What was looked up that is not this machine itself."""
    events = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    own = {HERE, "localhost", "0.0.0.0", "::", "::1", "None"}  # noqa: S104  # None is any address of this machine
    return [f"{event} {name}" for event, name in events if name not in own]


async def visited_by_all_kinds(running: Server) -> None:
    async with reader(running.address) as session:
        await session.run()
    for origin in (*FOREIGN, None):
        with pytest.raises(InvalidStatus):
            async with connect(
                f"{running.address.replace('http', 'ws')}/_stcore/stream", origin=Origin(origin) if origin else None
            ):
                pass


@pytest.mark.parametrize("program", ["streamlit anywhere", "uvicorn"])
def test_a_server_looks_nothing_up(tmp_path: Path, program: Program) -> None:
    path, environment = recorder(tmp_path)
    with server(program=program, environment=environment) as running:
        loops.run(visited_by_all_kinds(running))
        connection = HTTPConnection(HERE, running.port, timeout=30)
        for link in ("/", "/readyz", "/data/", "/nothing"):
            connection.request("GET", link, headers={"Origin": "https://evil.example"})
            connection.getresponse().read()
        connection.close()
    assert not outside(path)


def test_the_recorder_records(tmp_path: Path) -> None:
    """Else the test above would pass whatever is looked up: another program is seen to look something up."""
    path, environment = recorder(tmp_path)
    (tmp_path / "dashboard.py").write_text(
        "import socket\n"
        "with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:\n"
        "    asked.connect(('192.0.2.1', 1))\n",
        encoding="utf-8",
    )
    with pytest.raises(RuntimeError), server(program="uvicorn", environment=environment, folder=tmp_path):
        pass
    assert outside(path) == ["socket.connect 192.0.2.1"]
