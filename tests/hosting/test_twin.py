"""The static site and the files of a running server: of the data that are shown, complete, and gone with the server."""

import json
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests import SAMPLE
from tests.hosting.servers import HERE, Server, server

pytestmark = pytest.mark.hosting


def get(running: Server, path: str) -> tuple[int, str, bytes]:
    """Status, type and content."""
    connection = HTTPConnection(HERE, running.port, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, answer.headers.get("content-type", ""), content


def test_the_site_is_of_the_data_that_are_shown(tmp_path: Path) -> None:
    data, places = tmp_path / "data.yaml", tmp_path / "cache"
    data.write_bytes(SAMPLE.read_bytes())
    settings = {"INDICATORS_SITE": "on", "INDICATORS_CACHE": str(places)}
    with server(data=data, environment=settings) as running:
        until = time.monotonic() + 100
        while get(running, "/site/en/index.html")[0] == 503:
            assert time.monotonic() < until, running.log.read_text(encoding="utf-8")
            time.sleep(0.5)
        assert get(running, "/site/")[:2] == (200, "text/html; charset=utf-8")
        assert get(running, "/site/assets/plotly.min.js")[:2] == (200, "text/javascript; charset=utf-8")
        assert get(running, "/site/nothing.html")[0] == 404
        digest = json.loads(get(running, "/readyz")[2])["digest"]
        listed = json.loads(get(running, "/data/")[2])
        assert listed["digest"] == digest
        for file in listed["files"]:
            status, mime, content = get(running, f"/data/{file['path']}")
            assert (status, mime.partition(";")[0]) == (200, file["type"])
            below_site, same_mime, same = get(running, f"/site/data/{file['path']}")
            assert (below_site, same_mime.partition(";")[0]) == (200, file["type"])
            assert same == content or file["type"] != "application/json"
        assert digest.encode() in get(running, "/site/data/rizhao.json")[2]
        assert len([folder for folder in places.iterdir() if folder.name.startswith("indicators-site-")]) == 1
        assert running.process is not None
        running.process.terminate()
        running.process.wait(20)
        assert not [folder for folder in places.iterdir() if folder.name.startswith("indicators-site-")]
