"""The pages that read a text, on a running server: on the own machine, and behind nginx, where nothing is kept."""

import json
import os
import shutil
import signal
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests import SAMPLE
from tests.hosting.proxies import bare_proxy, needs_nginx, proxy
from tests.hosting.servers import HERE, Server, server

pytestmark = pytest.mark.hosting

WORD = "并无此事"
TEXT = f"{WORD}的标题\n□ 记者 某某 报道\n1—6月，莒县固定资产投资12.3亿元。\n"  # fictitious
SOURCE = {"published": "2022-08-09", "publisher": "dazhong-daily", "url": ""}


def post(address: str, route: str, asked: Any, **headers: str) -> tuple[int, Any]:
    """The answer to what a page at this address sends."""
    host = urlsplit(address).netloc
    connection = HTTPConnection(host, timeout=30)
    body = asked if isinstance(asked, bytes) else json.dumps(asked).encode()
    sent = {"Content-Type": "application/json", "Origin": f"http://{host}", **headers}
    connection.request("POST", f"/curate/{route}?lang=zh", body, sent)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, json.loads(content) if content[:1] == b"{" else content


def post_own(address: str, route: str, asked: Any, **headers: str) -> tuple[int, Any]:
    """The answer to what a page sends that has asked where to."""
    status, place = post(address, "place", {})
    assert status == 200
    sent = {"Origin": address, place["header"]: place["token"], **headers}
    return post(place["address"], route, asked, **sent)


def asked(**more: Any) -> dict[str, Any]:
    return {"text": TEXT, "lang": "zh", "source": SOURCE, **more}


def readers_of(running: Server) -> list[int]:
    """The processes that read texts for a server."""
    children = Path(f"/proc/{running.pid}/task")
    several = [pid for task in children.iterdir() for pid in (task / "children").read_text().split()]
    command = "indicators.curate.desk"
    return [int(pid) for pid in several if command in Path(f"/proc/{pid}/cmdline").read_text(errors="replace")]


def listening_ports(pid: int) -> set[int]:
    """The ports at which a process listens."""
    links = [str(file.readlink()) for file in Path(f"/proc/{pid}/fd").iterdir()]
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return {int(row[1].rpartition(":")[2], 16) for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in links}


def holds(folder: Path, word: str) -> list[Path]:
    """The files of a folder in which a word stands."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return [file for file in files if word.encode() in file.read_bytes()]


def test_on_the_own_machine_a_text_becomes_figures_of_the_file(tmp_path: Path) -> None:
    data = Path(shutil.copy(SAMPLE, tmp_path / "data.yaml"))
    with server(data=data) as running:
        assert post(running.address, "read", asked())[0] == 404
        assert post(running.address, "claim", {"text": TEXT, "lang": "zh"})[0] == 404
        assert post_own(running.address, "claim", {"text": TEXT, "lang": "zh"})[0] == 200
        status, review = post_own(running.address, "read", asked())
        assert (status, review["own"]) == (200, True)
        (item,) = [item for item in review["items"] if item["kind"] == "figure"]
        decisions = [{"item": item["id"], "state": "accepted", "fields": {}}]
        (reader,) = readers_of(running)
        os.kill(reader, signal.SIGKILL)
        status, made = post_own(running.address, "check", asked(decisions=decisions))
        assert (status, made["passes"]) == (200, True)
        told = asked(decisions=decisions, version=made["version"], seen=made["change"])
        assert post(running.address, "write", told)[0] == 404
        assert post_own(running.address, "write", told, **{"X-Forwarded-For": "127.0.0.1"})[0] == 404
        assert post_own(running.address, "write", told, **{"Indicators-Token": "a" * 43})[0] == 404
        assert post_own(running.address, "write", told, Origin="https://a.example")[0] == 404
        assert WORD not in data.read_text("utf-8")
        status, written = post_own(running.address, "write", told)
        assert (status, written["written"]) == (200, True)
        assert "12.3亿元" in data.read_text("utf-8")
        assert post_own(running.address, "write", told)[0] == 409
        assert WORD not in "\n".join(running.lines())


@needs_nginx
def test_behind_a_proxy_texts_are_read_and_kept_nowhere(tmp_path: Path) -> None:
    data = Path(shutil.copy(SAMPLE, tmp_path / "data.yaml"))
    folder = tmp_path / "proxy"
    folder.mkdir()
    environment = {"INDICATORS_CURATE": "on", "INDICATORS_HOSTS": HERE}
    with server(data=data, environment=environment) as first, proxy(folder, first, first) as address:
        long = TEXT + "这一段没有数。" * 27_000
        status, review = post(address, "read", asked(text=long[:199_000]))
        assert (status, review["own"], review["file"]) == (200, False, "data.yaml")
        status, made = post(address, "check", asked(decisions=[]))
        assert (status, made["own"]) == (200, False)
        assert post(address, "write", asked(decisions=[]))[0] == 404
        assert post(address, "claim", {"text": TEXT, "lang": "zh"})[0] == 200
        assert post(address, "read", asked(), Origin="https://a.example")[0] == 403
        assert post(address, "read", b" " * 1_250_000)[0] == 413
        assert WORD not in "\n".join(first.lines())
        assert holds(folder, WORD) == []
    assert data.read_bytes() == SAMPLE.read_bytes()


@needs_nginx
def test_behind_a_proxy_that_leaves_no_trace_nobody_has_a_text_read_or_writes(tmp_path: Path) -> None:
    """Nginx as it comes names itself as Host and adds no header, and who asks can forge the Origin."""
    data = Path(shutil.copy(SAMPLE, tmp_path / "data.yaml"))
    with server(data=data) as running, bare_proxy(tmp_path, running) as address:
        forged = {"Origin": running.address}
        assert post(address, "place", {}, Origin="http://data.example.org")[0] == 404
        _, place = post(address, "place", {}, **forged)
        own_address = urlsplit(place["address"])
        for host in ({}, {"Host": own_address.netloc}):
            sent = {**forged, **host, place["header"]: place["token"]}
            for route in ("read", "check", "add", "claim", "write", "take-back", "ask"):
                assert post(address, route, asked(), **sent)[0] == 404, route
        assert readers_of(running) == []
        _, review = post_own(running.address, "read", asked())  # who sits at the machine
        (item,) = [item for item in review["items"] if item["kind"] == "figure"]
        decisions = [{"item": item["id"], "state": "accepted", "fields": {}}]
        _, made = post_own(running.address, "check", asked(decisions=decisions))
        told = asked(decisions=decisions, version=made["version"], seen=made["change"])
        assert data.read_bytes() == SAMPLE.read_bytes()
        assert post_own(running.address, "write", told)[0] == 200
        assert "12.3亿元" in data.read_text("utf-8")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can act as another user")
def test_another_user_of_the_machine_is_not_heard(tmp_path: Path) -> None:
    """The port and the token are no secret among those who share a machine: the system says who asks."""
    data = Path(shutil.copy(SAMPLE, tmp_path / "data.yaml"))
    ask = (
        "import encodings.idna, os, sys; from http.client import HTTPConnection; os.setuid(int(sys.argv[1])); "
        "c = HTTPConnection(sys.argv[2], timeout=30); c.request('POST', '/curate/write', b'[]', "
        "{'Content-Type': 'application/json', 'Origin': sys.argv[3], 'Indicators-Token': sys.argv[4]}); "
        "print(c.getresponse().status)"
    )
    with server(data=data) as running:
        _, place = post(running.address, "place", {})
        netloc = urlsplit(place["address"]).netloc

        def status_as(user: int) -> int:
            command = [sys.executable, "-c", ask, str(user), netloc, running.address, place["token"]]
            return int(subprocess.run(command, capture_output=True, check=True, text=True).stdout)

        assert (status_as(65_534), status_as(0)) == (404, 400)  # 400: it was heard, and is no request of a page


def test_without_room_for_a_curator_there_is_no_second_port() -> None:
    with server(environment={"INDICATORS_CURATE": "on", "INDICATORS_HOSTS": HERE}) as running:
        assert post(running.address, "read", asked())[0] == 200
        assert post(running.address, "place", {})[0] == 404
        assert listening_ports(running.pid) == {running.port}
