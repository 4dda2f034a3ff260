"""Who is offered the pages that read a text, and for whom a file is written: every combination."""

from collections.abc import Mapping
from itertools import product

import pytest

from indicators import settings
from indicators.settings import Caller, CurateAccess

OWN = {
    "Host": "localhost:8501", "Origin": "http://localhost:8501",
}  # fmt: skip


def access(
    peer: str | None = "127.0.0.1", environment: Mapping[str, str] | None = None, **headers: str
) -> CurateAccess:
    """What a caller with these headers is offered; a header that is empty is not sent."""
    sent = {name: value for name, value in {**OWN, **headers}.items() if value}
    return settings.curate_access(settings.read(environment or {}), Caller.of(sent, peer))


NOTHING = CurateAccess(curate=False, claim=False, write=False)
ALL = CurateAccess(curate=True, claim=True, write=True)
READ = CurateAccess(curate=True, claim=True, write=False)
CLAIM = CurateAccess(curate=False, claim=True, write=False)


@pytest.mark.parametrize(
    ("variable", "on_own_machine", "elsewhere"),
    [
        ("", ALL, NOTHING),
        ("on", ALL, READ),
        ("ON", ALL, READ),
        ("claim", CurateAccess(curate=True, claim=True, write=True), CLAIM),
        ("off", NOTHING, NOTHING),
    ],
)
def test_what_is_offered_where(variable: str, on_own_machine: CurateAccess, elsewhere: CurateAccess) -> None:
    environment = {settings.CURATE: variable}
    assert access(environment=environment) == on_own_machine
    assert access("192.0.2.7", environment, Host="data.example.org", Origin="https://data.example.org") == elsewhere


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LocalHost", "localhost."])
@pytest.mark.parametrize("peer", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
@pytest.mark.parametrize("port", ["", ":8501"])
def test_a_browser_on_the_same_machine_is_the_curators(host: str, peer: str, port: str) -> None:
    assert access(peer, Host=f"{host}{port}", Origin=f"http://{host.lower()}{port}").write


@pytest.mark.parametrize(
    "foreign",
    [
        {"Host": "data.example.org"},
        {"Host": "localhost.example.org"},
        {"Host": "127.0.0.1.example.org"},
        {"Host": "localhost@example.org"},
        {"Host": "[::1].example.org"},
        {"Host": "0.0.0.0"},  # noqa: S104  # compared
        {"Host": "127.1"},
        {"Host": ""},
        {"Host": "localhost, data.example.org"},
        {"Origin": ""},
        {"Origin": "null"},
        {"Origin": "https://data.example.org"},
        {"Origin": "file://localhost"},
        {"Origin": "http://localhost.example.org"},
    ],
)
def test_a_name_or_an_origin_of_elsewhere_is_not(foreign: dict[str, str]) -> None:
    sent = {name: value for name, value in {**OWN, **foreign}.items() if value}
    assert settings.curate_access(settings.read({}), Caller.of(sent, "127.0.0.1")) == NOTHING


@pytest.mark.parametrize("peer", ["192.0.2.7", "10.0.0.1", "172.17.0.1", "::ffff:10.0.0.1", "fe80::1", "", None])
def test_an_address_of_elsewhere_is_not(peer: str | None) -> None:
    """Nor is a proxy that asks over a socket of the file system: it has no address."""
    assert access(peer) == NOTHING


@pytest.mark.parametrize(
    "name",
    [
        *("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "x-forwarded-anything"),
        *("X-Real-IP", "Via", "CF-Connecting-IP", "True-Client-IP", "X-Client-IP", "X-Original-Host"),
    ],
)
def test_what_came_through_a_proxy_is_not(name: str) -> None:
    caller = Caller.of({**OWN, name: "127.0.0.1"}, "127.0.0.1")
    assert settings.curate_access(settings.read({}), caller) == NOTHING


def test_a_proxy_that_names_itself_as_host_is_found_by_the_origin() -> None:
    """As nginx does without ``proxy_set_header``: the browser still says where it is."""
    assert access(Host="127.0.0.1:8501", Origin="https://data.example.org") == NOTHING


@pytest.mark.parametrize(
    "environment",
    [{settings.URL: "https://data.example.org/"}, {settings.HOSTS: "localhost"}, {settings.HOSTS: "*"}],
)
def test_a_dashboard_that_is_set_up_for_others_is_nobodys_own(environment: dict[str, str]) -> None:
    assert access(environment=environment) == NOTHING
    assert access(environment={**environment, settings.CURATE: "on"}) == READ


def test_an_address_of_the_own_machine_is_none_for_others() -> None:
    assert access(environment={settings.URL: "http://localhost:8501/"}) == ALL


def test_only_if_everything_says_so_a_file_is_written() -> None:
    """Each of the conditions alone keeps it from being the own machine."""
    wrong: tuple[dict[str, str], ...] = (
        {"peer": "192.0.2.7"},
        {"Host": "a.example"},
        {"Origin": "http://a.example"},
        {"Via": "1.1 a"},
    )
    for chosen in product((False, True), repeat=len(wrong)):
        changes = {
            key: value for use, change in zip(chosen, wrong, strict=True) if use for key, value in change.items()
        }
        peer = changes.pop("peer", "127.0.0.1")
        assert access(peer, {settings.CURATE: "on"}, **changes).write is not any(chosen)
