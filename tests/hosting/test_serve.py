"""``indicators serve`` from a wheel shows somebody's own file as the repository would, and ``publish check`` agrees."""

import json
import os
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import pytest

from indicators.cli.main import main
from indicators.publish import program
from tests import SAMPLE
from tests.builders import FILE, make_dataset
from tests.hosting.installations import install, python, run
from tests.hosting.servers import HERE, START, free_port
from tests.site.sites import make
from tests.visitor import Visitor

pytestmark = pytest.mark.hosting

ACCENT = "rgb(31, 95, 139)"
"""The colour of links in light mode, which only the settings of the package say."""


@contextmanager
def serving(installation: Path, folder: Path, *options: object, environment: Sequence[str] = ()) -> Iterator[str]:
    """The dashboard of the sample, started in a folder by an installed program that knows neither home nor path."""
    port = free_port()
    command = [python(installation), "-m", "indicators", "serve", "--port", port, "--lang", "en", *options]
    process = subprocess.Popen(
        list(map(str, command)),
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONSAFEPATH": "1", **dict(pair.split("=", 1) for pair in environment)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    address = f"http://{HERE}:{port}/"
    try:
        until = time.monotonic() + START
        while process.poll() is None and time.monotonic() < until:
            with suppress(OSError), urlopen(f"{address}livez", timeout=5):  # noqa: S310  # it is our own
                break
            time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=30)


def read(address: str) -> bytes:
    with urlopen(address, timeout=20) as answer:  # noqa: S310  # it is our own
        content: bytes = answer.read()
    return content


def await_data(address: str) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        with suppress(OSError):
            read(f"{address}readyz")
            return
        time.sleep(0.2)
    raise AssertionError("no data came")


def test_an_installed_program_shows_anybodys_file(
    installation: Path, tmp_path: Path, visitor: Visitor, capfd: pytest.CaptureFixture[str]
) -> None:
    """In an empty folder, without a home, with the theme of the repository; the browser leaves this machine never."""
    empty, theirs = tmp_path / "empty", tmp_path / "theirs"
    empty.mkdir()
    theirs.mkdir()
    data = theirs / "figures.yaml"
    data.write_bytes(SAMPLE.read_bytes())
    with serving(installation, empty, data) as address:
        await_data(address)
        page = visitor.open(f"{address}?lang=en")
        assert page.locator(".masthead").count()
        assert page.locator(".masthead a").first.is_visible()
        accents = page.eval_on_selector_all("main a, a", "links => links.map(link => getComputedStyle(link).color)")
        assert ACCENT in accents
        visitor.close()
        assert main(["publish", "check", address, "--data", str(data), "--lang", "en"]) == 0, capfd.readouterr().err
        assert main(["publish", "check", address, "--data", str(FILE), "--lang", "en"]) == 1
        assert "readyz: it was made of the data" in capfd.readouterr().err
    assert list(empty.iterdir()) == []
    assert list(theirs.iterdir()) == [data]


def test_a_public_one_waits_for_its_data_below_a_path(installation: Path, tmp_path: Path) -> None:
    data = tmp_path / "coming.yaml"
    names = ("INDICATORS_HOSTS=data.example.org 127.0.0.1",)
    with serving(installation, tmp_path, data, "--public", "--base-path", "/figures/", environment=names) as address:
        with pytest.raises(OSError, match="503"):
            read(f"{address}readyz")
        data.write_bytes(SAMPLE.read_bytes())
        await_data(address)
        assert b"<title>" in read(f"{address}figures/")
        assert main(["publish", "check", f"{address}figures/", "--data", str(data)]) == 0


def test_the_wheel_for_containers_is_the_program(tmp_path: Path) -> None:
    """Made of what runs, not of a checkout: it installs, and checks a file."""
    name, content = program.wheel()
    (tmp_path / name).write_bytes(content)
    environment = install(tmp_path / name, tmp_path / "environment")
    done = run(python(environment), "-m", "indicators", "check", FILE, "--lang", "en", cwd=tmp_path)
    assert "no problems" in done.stdout
    bill = json.loads(run(python(environment), "-m", "indicators", "sbom", cwd=tmp_path).stdout)
    assert bill["metadata"]["component"]["name"] == "reported-indicators"


# --- a site of plain files -------------------------------------------------------------------------------------------


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def files_of(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer((HERE, 0), partial(_Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HERE}:{server.server_port}/"
        server.shutdown()


def test_a_site_is_checked_where_it_is_served(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(make_dataset(), tmp_path)
    with files_of(tmp_path) as address:
        assert main(["publish", "check", address, "--lang", "en"]) == 0
        printed = capsys.readouterr()
        assert "no faults" in printed.out
        assert "/: (no fault) header content-security-policy" in printed.err
        (tmp_path / "en" / "figures.html").write_text("<!DOCTYPE html>")
        (tmp_path / "assets" / "site.js").unlink()
        assert main(["publish", "check", address, "--lang", "en"]) == 1
        printed = capsys.readouterr()
        assert "en/figures.html: the content is not what was built" in printed.err
        assert "assets/site.js: the file is not there" in printed.err
        assert main(["publish", "check", f"{address}en/", "--lang", "en"]) == 1
        assert "no site or dashboard" in capsys.readouterr().err
