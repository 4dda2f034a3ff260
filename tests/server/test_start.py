"""The installed dashboard is the one of the repository: the same settings, and the same script but for its folder."""

import socket
import tomllib
from pathlib import Path

import pytest
from streamlit import config

from indicators import settings
from indicators.cli.main import main
from indicators.server import launcher
from indicators.server.launcher import Launch
from tests import ROOT

SETTINGS = launcher.SCRIPT.parent / ".streamlit" / "config.toml"


def test_both_doors_have_the_same_settings() -> None:
    """The home is beside the packaged script: cp indicators/server/start/.streamlit/config.toml .streamlit/"""
    assert (ROOT / ".streamlit" / "config.toml").read_bytes() == SETTINGS.read_bytes()


def test_streamlit_knows_every_setting() -> None:
    def names(table: dict[str, object], above: str) -> list[str]:
        rows = [(f"{above}{key}", value) for key, value in table.items()]
        return [
            name
            for row, value in rows
            for name in (names(value, f"{row}.") if isinstance(value, dict) else [row])  # a table holds others
        ]

    known = config.get_config_options()
    every = names(tomllib.loads(SETTINGS.read_text("utf-8")), "")
    assert len(every) > 30
    assert not [name for name in every if name not in known]


def test_both_scripts_show_the_same() -> None:
    def code(path: Path) -> str:
        text = path.read_text("utf-8").partition('"""\n\n')[2]
        return text.replace("Path(__file__).parent", "Path.cwd()").replace("HOME = Path.cwd()\n\n", "")

    assert code(ROOT / "dashboard.py").replace("HOME", "Path.cwd()") == code(launcher.SCRIPT)


@pytest.mark.parametrize(
    ("launch", "address"),
    [
        (Launch(Path("x"), "127.0.0.1", 8501), "http://localhost:8501/"),
        (Launch(Path("x"), "0.0.0.0", 80, "figures"), "http://localhost:80/figures/"),  # noqa: S104
        (Launch(Path("x"), "::1", 8501), "http://[::1]:8501/"),
    ],
)
def test_the_address_is_one_that_a_browser_opens(launch: Launch, address: str) -> None:
    assert launch.address == address


def test_a_port_that_is_taken_is_passed_over_unless_it_was_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert launcher.free_port("127.0.0.1", port) is None
        assert main(["serve", "tests/good.yaml", "--port", str(port), "--lang", "en"]) == 2
        assert f"port {port} of 127.0.0.1 cannot be used" in capsys.readouterr().err
        monkeypatch.setattr(launcher, "FIRST_PORT", port)
        assert launcher.free_port("127.0.0.1", None) in range(port + 1, port + 50)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["no.yaml"], "nothing at no.yaml"),
        (["--port", "0"], "0 is not a port"),
        (["--public"], "INDICATORS_URL"),
        (["tests/good.yaml", "--base-path", "a/../b"], "cannot be a path"),
        (["tests/good.yaml", "--base-path", "a b"], "cannot be a path"),
    ],
)
def test_what_cannot_be_served(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str], reason: str
) -> None:
    monkeypatch.chdir(ROOT)
    for name in (settings.HOSTS, settings.URL):
        monkeypatch.delenv(name, raising=False)
    assert main(["serve", *arguments, "--lang", "en"]) == 2
    assert reason in capsys.readouterr().err
