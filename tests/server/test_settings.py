"""Environment variables: what they mean, and that one which is not understood is named with what it may be."""

import subprocess
import sys

import pytest

from indicators import settings
from indicators.settings import ANY, OwnModel, UnusableError
from indicators.words import hosting as words
from tests import ROOT
from tests.server.doors import clean_environment


def test_nothing_is_set() -> None:
    assert settings.read({}) == settings.Settings(
        data=None, url="", embed=(ANY,), hosts=(), routes=frozenset(), site=False
    )


def test_everything_is_set() -> None:
    chosen = settings.read(
        {
            settings.DATA: "figures",
            settings.URL: "https://data.example.org/rizhao",
            settings.EMBED: "https://news.example.org, https://*.example.com:8443",
            settings.HOSTS: "data.example.org *.example.net [fd00::1]",
            settings.ROUTES: "metrics,upload_file",
            settings.SITE: "off",
            settings.CURATE: "claim",
            settings.LLM_URL: "http://127.0.0.1:11434",
            settings.LLM_MODEL: "qwen2.5:7b",
            settings.LLM_KEY: "key-of-nobody",
        }
    )
    assert str(chosen.data) == "figures"
    assert chosen.url == "https://data.example.org/rizhao/"
    assert chosen.embed == ("https://news.example.org", "https://*.example.com:8443")
    assert chosen.hosts == ("data.example.org", "*.example.net", "[fd00::1]")
    assert chosen.routes == {"metrics", "upload_file"}
    assert not chosen.site
    assert chosen.curate == "claim"
    assert chosen.model == OwnModel("http://127.0.0.1:11434/v1/chat/completions", "qwen2.5:7b", "key-of-nobody")
    assert "key-of-nobody" not in repr(chosen)


@pytest.mark.parametrize(
    ("given", "site"),
    [({}, False), ({"URL": "https://a.example/"}, True), ({"SITE": "on"}, True)],
)
def test_the_site_is_served_where_the_dashboard_has_an_address(given: dict[str, str], site: bool) -> None:
    assert settings.read({f"INDICATORS_{name}": value for name, value in given.items()}).site is site


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        (settings.URL, "data.example.org"),
        (settings.EMBED, "news.example.org"),
        (settings.CURATE, "yes"),
        (settings.EMBED, "https://news.example.org/path"),
        (settings.EMBED, "https://a.example; script-src *"),
        (settings.EMBED, "'self'"),
        (settings.HOSTS, "https://data.example.org"),
        (settings.HOSTS, "data.example.org:443"),
        (settings.HOSTS, "a*.example.org"),
        (settings.ROUTES, "uploads"),
        (settings.SITE, "yes"),
        (settings.LLM_URL, "127.0.0.1:11434"),
        (settings.LLM_URL, "http://models.example.org/v1"),
        (settings.LLM_URL, "http://93.184.216.34/v1"),
        (settings.LLM_URL, "http://169.254.169.254/v1"),
        (settings.LLM_URL, "https://models.exämple.org/v1"),
        (settings.LLM_URL, "file:///etc/passwd"),
    ],
)
def test_what_is_not_understood_is_named(variable: str, value: str) -> None:
    with pytest.raises(UnusableError) as refused:
        settings.read({variable: value})
    assert (refused.value.variable, refused.value.value) == (variable, value)
    assert variable in words.EXPECTED


@pytest.mark.parametrize(
    ("given", "asked", "address"),
    [
        ("http://localhost:11434", "http://localhost:11434/v1/chat/completions", "http://localhost:11434"),
        ("http://ollama:11434/v1/", "http://ollama:11434/v1/chat/completions", "http://ollama:11434"),
        ("http://10.0.0.7/api/v3", "http://10.0.0.7/api/v3/chat/completions", "http://10.0.0.7"),
        ("http://[::1]:8000/v1", "http://[::1]:8000/v1/chat/completions", "http://[::1]:8000"),
        (
            "https://models.example.org/v1/chat/completions",
            "https://models.example.org/v1/chat/completions",
            "https://models.example.org",
        ),
    ],
)
def test_a_model_is_asked_at_one_address(given: str, asked: str, address: str) -> None:
    model = settings.own_model({settings.LLM_URL: given, settings.LLM_MODEL: "m"})
    assert model is not None
    assert (model.url, model.address) == (asked, address)


def test_without_an_address_there_is_no_model() -> None:
    assert settings.own_model({settings.LLM_MODEL: "m", settings.LLM_KEY: "k"}) is None


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        (settings.LLM_MODEL, ""),
        (settings.LLM_MODEL, "a\nb"),
        (settings.LLM_KEY, "sk-secret\r\nX-Other: 1"),
        (settings.LLM_KEY, "sk-secret 密"),
        (settings.LLM_URL, "https://me:sk-secret@models.example.org/v1"),
        (settings.LLM_URL, "https://models.example.org/v1?key=sk-secret"),
    ],
)
def test_what_is_wrong_with_a_model_is_said_without_its_key(variable: str, value: str) -> None:
    given = {settings.LLM_URL: "https://models.example.org/v1", settings.LLM_MODEL: "m", variable: value}
    with pytest.raises(UnusableError) as refused:
        settings.own_model(given)
    assert refused.value.variable == variable
    assert variable in words.EXPECTED
    assert "secret" not in str(refused.value) + repr(refused.value) + refused.value.value
    assert refused.value.__suppress_context__


@pytest.mark.slow
def test_a_server_with_a_setting_that_is_not_understood_does_not_start() -> None:
    started = subprocess.run(
        [sys.executable, "-c", "import dashboard"],
        cwd=ROOT,
        env={**clean_environment(), settings.HOSTS: "https://a\x1b[31m.example"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.returncode == 1
    assert "\x1b" not in started.stderr
    zh, en = started.stderr.strip().splitlines()
    assert zh.startswith(f"环境变量 {settings.HOSTS} 的值“https://a\\x1b[31m.example”无法使用")
    assert en.startswith(f"The environment variable {settings.HOSTS} says “https://a\\x1b[31m.example”")
