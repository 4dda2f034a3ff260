"""Whose requests are answered: those for a name of ours, and websockets from a page of ours (faults.md G04)."""

import pytest

from indicators import settings
from indicators.server.guards import hosts
from tests.server.asgi import HOST, ask, connect
from tests.server.doors import door

STREAM = "/_stcore/stream"
OWN = [("Host", "localhost:8501"), ("Origin", "http://localhost:8501")]


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost:8501",
        "127.0.0.1:9000",
        "192.168.1.7:8501",
        "[::1]:8501",
        "[fd00::7]",
        "office-pc",
        "mac.local",
        "dashboard.localhost",
        "server.office.example",  # the name of this machine, see below
    ],
)
def test_without_a_setting_names_that_nobody_else_can_give_out_are_answered(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hosts, "_own_name", lambda: "server.office.example")
    assert ask(door(), "/", [("Host", host)]).status == 200


def test_the_host_of_the_public_address_is_the_one_that_browsers_send() -> None:
    asked = [("Host", "xn--wgv19w.xn--fiqs8s")]
    assert ask(door(), "/", asked).status == 403
    assert ask(door(url="https://日照.中国/"), "/", asked).status == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "rebound.evil.example:8501", "127.0.0.1.evil.example", "", "a b", "a@b"],
)
def test_without_a_setting_a_public_name_is_not(host: str) -> None:
    answer = ask(door(), "/", [("Host", host)])
    assert answer.status == 403
    assert "INDICATORS_HOSTS" in answer.text
    assert not host.strip() or host not in answer.text


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("data.example.org", 200),
        ("DATA.example.org.:443", 200),
        ("a.example.net", 200),
        ("a.b.example.net", 200),
        ("example.net", 403),
        ("evilexample.net", 403),
        ("other.example.org", 403),
        ("xata.example.org", 403),  # only a star stands for what comes before
        ("192.168.1.7", 403),
        ("office-pc", 403),
        ("public.example.com", 200),  # the host of INDICATORS_URL
        ("localhost:8501", 200),  # this machine itself
        ("127.0.0.1:8501", 200),
        ("[::1]:8501", 200),
    ],
)
def test_with_a_setting_only_what_it_names_is(host: str, status: int) -> None:
    surrounded = door(hosts="data.example.org, *.example.net", url="https://public.example.com/")
    assert ask(surrounded, "/", [("Host", host)]).status == status


def test_any_name_may_be_allowed() -> None:
    assert ask(door(hosts="*"), "/", [("Host", "evil.example")]).status == 200


def test_two_hosts_are_none() -> None:
    assert ask(door(hosts=HOST), "/", [("Host", HOST), ("Host", "evil.example")]).status == 403


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
def test_a_watcher_may_ask_by_any_name(path: str) -> None:
    assert ask(door(hosts="data.example.org"), path, [("Host", "10.0.0.7:8501")]).status == 200


def test_a_page_of_ours_may_connect() -> None:
    assert connect(door(), STREAM, OWN).status == 101


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "",
        "http://localhost:9999",
        "http://localhost",
        "https://localhost:8501@evil.example",
        "http://localhost:8501.evil.example",
        "http://127.0.0.1:8501",
        "file://",
        "chrome-extension://abc",
        "localhost:8501",
        "http://localhost:8501/path",
        "http://localhost:8501, http://evil.example",
    ],
)
def test_a_foreign_page_may_not(origin: str) -> None:
    assert connect(door(), STREAM, [("Host", "localhost:8501"), ("Origin", origin)]).status == 403


@pytest.mark.parametrize("origin", ["http://", "http://a b", "https", None])
def test_what_names_no_page_is_not_the_page_of_a_host_that_is_none(origin: str | None) -> None:
    assert not hosts.origin_is_own(origin, "a b", settings.read({}))


def test_who_does_not_say_where_it_comes_from_may_not() -> None:
    assert connect(door(), STREAM, [("Host", "localhost:8501")]).status == 403


def test_two_origins_are_none() -> None:
    assert connect(door(), STREAM, [*OWN, ("Origin", "https://evil.example")]).status == 403


def test_a_name_that_was_made_to_point_here_may_not() -> None:
    rebound = [("Host", "evil.example:8501"), ("Origin", "http://evil.example:8501")]
    assert connect(door(), STREAM, rebound).status == 403


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("data.example.org", "https://data.example.org", 101),
        ("data.example.org:443", "https://data.example.org", 101),
        ("data.example.org", "http://data.example.org:80", 101),
        ("data.example.org", "https://data.example.org:8443", 101),  # that of INDICATORS_URL: a proxy dropped the port
        ("data.example.org", "https://data.example.org:9443", 403),
        ("backend", "https://data.example.org:8443", 403),  # the host is none of ours
    ],
)
def test_a_page_at_the_public_address_may(host: str, origin: str, status: int) -> None:
    surrounded = door(url="https://data.example.org:8443/", hosts="data.example.org")
    assert connect(surrounded, STREAM, [("Host", host), ("Origin", origin)]).status == status
