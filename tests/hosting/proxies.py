"""nginx as deploy/nginx.conf has it, on loopback, in front of two dashboards."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from tests import ROOT
from tests.hosting.servers import HERE, Server, free_port

CONFIGURATION: Final = ROOT / "deploy" / "nginx.conf"
PROGRAM: Final = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
needs_nginx = pytest.mark.skipif(PROGRAM is None, reason="nginx is not installed (Debian: apt-get install nginx-light)")
_PLACES: Final = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
START: Final = 10
"""Seconds that it may take to start."""


@contextmanager
def proxy(folder: Path, first: Server, second: Server, changes: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of a proxy that runs while it is needed; ``changes`` are texts of its configuration to replace."""
    port = free_port()
    text = CONFIGURATION.read_text(encoding="utf-8")
    ports = {"8501": str(first.port), "8502": str(second.port), "listen 80;": f"listen {HERE}:{port};"}
    for old, new in {**ports, **(changes or {})}.items():
        assert old in text
        text = text.replace(old, new)
    with _running(folder, text, port) as address:
        yield address


@contextmanager
def bare_proxy(folder: Path, behind: Server) -> Iterator[str]:
    """The address of nginx with nothing but the line that passes requests on: no header says that it was there."""
    port = free_port()
    text = f"server {{ listen {HERE}:{port}; location / {{ proxy_pass http://{HERE}:{behind.port}; }} }}"
    with _running(folder, text, port) as address:
        yield address


@contextmanager
def _running(folder: Path, site: str, port: int) -> Iterator[str]:
    (folder / "site.conf").write_text(site, encoding="utf-8")
    (folder / "nginx.conf").write_text(_around(folder), encoding="utf-8")
    assert PROGRAM is not None
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(
            [PROGRAM, "-p", folder, "-c", folder / "nginx.conf"], stdout=log, stderr=subprocess.STDOUT
        )
    try:
        _await(port, process, folder)
        yield f"http://{HERE}:{port}"
    finally:
        process.terminate()
        process.wait(20)


def _around(folder: Path) -> str:
    """What Debian's own configuration has around it, with all that is written in a folder."""
    places = "\n".join(f"  {name}_temp_path {folder}/{name};" for name in _PLACES)
    user = "user root;\n" if os.geteuid() == 0 else ""
    return f"""{user}daemon off;
worker_processes 1;
pid {folder}/pid;
error_log {folder}/log warn;
events {{ worker_connections 1024; }}
http {{
  include /etc/nginx/mime.types;
  gzip on;
{places}
  include {folder}/site.conf;
}}
"""


def _await(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + START
    while process.poll() is None and time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex((HERE, port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"nginx did not start: {(folder / 'log').read_text(encoding='utf-8')[-2_000:]}")
