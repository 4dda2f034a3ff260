"""A Firefox that is driven by WebDriver BiDi: Playwright asks for commands that the one of Debian does not have yet."""

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest
from websockets.sync.client import ClientConnection, connect

START: Final = 30
"""Seconds that Firefox may take until it listens."""
PATIENCE: Final = 20
"""Seconds that anything on a page may take to appear."""
KEYS: Final = {"Control": "\ue009", "Enter": "\ue007", "Escape": "\ue00c"}
"""What WebDriver calls keys that are no characters."""
_LISTENS: Final = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_PREFERENCES: Final = {
    "remote.active-protocols": 1,
    "app.update.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "toolkit.telemetry.enabled": False,
}


@dataclass
class Firefox:
    """One tab of a Firefox, and the errors that its console has told."""

    connection: ClientConnection
    tab: str = ""
    count: int = 0
    errors: list[str] = field(default_factory=list)

    def send(self, method: str, **parameters: object) -> dict[str, Any]:
        """The result of a command; what is told meanwhile is kept."""
        self.count += 1
        self.connection.send(json.dumps({"id": self.count, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.connection.recv(timeout=PATIENCE))
            if answer.get("method") == "log.entryAdded" and answer["params"]["level"] == "error":
                self.errors.append(answer["params"]["text"])
            if answer.get("id") == self.count:
                assert answer["type"] == "success", answer
                return dict(answer["result"])

    def run(self, function: str) -> Any:  # whatever the page says, as JSON
        """What a function gives on the page."""
        declaration = f"() => JSON.stringify(({function})() ?? null)"
        told = self.send(
            "script.callFunction", functionDeclaration=declaration, target={"context": self.tab}, awaitPromise=True
        )
        assert told["type"] == "success", told
        return json.loads(told["result"]["value"])

    def until(self, function: str) -> None:
        """Wait until a function is true on the page."""
        end = time.monotonic() + PATIENCE
        while not self.run(function):
            assert time.monotonic() < end, function
            time.sleep(0.05)

    def press(self, *names: str) -> None:
        """Press keys together, in this order."""
        keys = [KEYS.get(name, name) for name in names]
        down = [{"type": "keyDown", "value": key} for key in keys]
        up = [{"type": "keyUp", "value": key} for key in reversed(keys)]
        self.send(
            "input.performActions", context=self.tab, actions=[{"type": "key", "id": "keys", "actions": [*down, *up]}]
        )

    def open(self, address: str) -> None:
        self.send("browsingContext.navigate", context=self.tab, url=address, wait="complete")


def path_of_firefox() -> str:
    """Where Firefox is; without one the test is skipped."""
    found = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
    if not found:
        pytest.skip("no Firefox: install firefox-esr, or name it in $FIREFOX")
    return found


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A Firefox of its own profile while it is needed."""
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in _PREFERENCES.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    log = profile / "log"
    command = [
        path_of_firefox(),
        "--headless",
        "--no-remote",
        "--profile",
        str(profile),
        "--remote-debugging-port",
        "0",
    ]
    with log.open("wb") as output:
        process = subprocess.Popen([*command, "about:blank"], stdout=output, stderr=subprocess.STDOUT)
    try:
        with connect(f"{_address(process, log)}/session", max_size=None) as connection:
            browser = Firefox(connection)
            browser.send("session.new", capabilities={})
            browser.send("session.subscribe", events=["log.entryAdded"])
            browser.tab = browser.send("browsingContext.create", type="tab")["context"]
            yield browser
    finally:
        process.terminate()
        process.wait(20)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    end = time.monotonic() + START
    while process.poll() is None and time.monotonic() < end:
        if listens := _LISTENS.search(log.read_text(encoding="utf-8", errors="replace")):
            return listens.group(1)
        time.sleep(0.1)
    raise RuntimeError(f"Firefox does not listen: {log.read_text(encoding='utf-8', errors='replace')}")
