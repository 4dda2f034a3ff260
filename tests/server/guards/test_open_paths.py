"""What answers and what is shut: everything that is not needed is 404 (faults.md G05, G06, G07)."""

import pytest

from indicators.server.guards import open_paths
from indicators.settings import ROUTE_NAMES
from tests.server.asgi import ask, connect
from tests.server.doors import INDEX, INSIDE, door

SHUT = {
    "upload_file": "/_stcore/upload_file/session/file",
    "metrics": "/_stcore/metrics",
    "script-health-check": "/_stcore/script-health-check",
    "component": "/component/some.component/index.html",
    "auth": "/auth/login",
    "agent": "/_stcore/agent/openapi.json",
}


def test_every_name_has_an_address() -> None:
    assert set(SHUT) == set(open_paths.OPTIONAL) == set(ROUTE_NAMES)


@pytest.mark.parametrize("method", ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD"])
@pytest.mark.parametrize(("name", "path"), SHUT.items())
def test_what_no_page_needs_is_shut_unless_it_is_switched_on_by_name(name: str, path: str, method: str) -> None:
    assert ask(door(), path, method=method).status == 404
    assert ask(door(routes=name), path, method=method).status == 200
    (other, *_) = set(SHUT) - {name}
    assert ask(door(routes=other), path, method=method).status == 404


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/nothing",
            "/overview",
            "/static",
            "/static/",
            "/static/js/",
            "/static/../secrets.toml",
            "/a/_stcore/health",
        ),
        *(
            "/.streamlit/secrets.toml",
            "/.streamlit/config.toml",
            "/dashboard.py",
            "/indicators.yaml",
            "/..%2f..%2fetc/passwd",
        ),
        *("//evil.example/", "/%5c%5cevil.example", "/static%00", "/_stcore", "/_stcore/", "/_stcore/stream/more"),
        *("/app/static/file", "/metrics", "/_stcore/healthz", "/oauth2callback", "/C:/windows", "/favicon.ico"),
    ],
)
def test_an_unknown_path_is_not_found(path: str) -> None:
    answer = ask(door(), path)
    assert answer.status == 404
    assert INSIDE not in answer.text
    assert path not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/favicon.png", "/_stcore/health", "/_stcore/host-config", "/_stcore/stream", "/media/abc.csv"),
        "/_stcore/bidi-components/reported-indicators.chart/chart.js",
    ],
)
def test_what_pages_need_is_open(path: str) -> None:
    assert ask(door(), path).text == INSIDE


@pytest.mark.parametrize(
    "path", ["/livez", "/readyz", "/index.html", "/data", "/data/a.json", "/download/csv", "/site", "/site/zh/a.html"]
)
def test_what_the_dashboard_answers_itself_is_open(path: str) -> None:
    assert ask(door(), path).text == INSIDE


def test_all_files_of_streamlit_s_document_are_open() -> None:
    text = INDEX.read_text(encoding="utf-8")
    files = {part.split('"')[0] for part in text.split('="./')[1:]} - {"_stcore/agent/openapi.json"}
    assert len(files) > 20
    assert {ask(door(), f"/{file}").status for file in files} == {200}


def test_a_websocket_elsewhere_is_refused() -> None:
    own = [("Host", "localhost"), ("Origin", "http://localhost")]
    assert connect(door(), "/", own).status == 101  # Streamlit itself refuses it
    assert connect(door(), "/nothing", own).status == 404


def test_below_a_base_path_only_what_lies_there_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.config.get_option", lambda _name: "/rizhao/")
    surrounded = door()
    assert ask(surrounded, "/rizhao/").text == ask(surrounded, "/rizhao/_stcore/health").text == INSIDE
    assert ask(surrounded, "/readyz").text == ask(surrounded, "/rizhao/readyz").text == INSIDE
    assert {ask(surrounded, path).status for path in ("/", "/rizhaoX/", "/_stcore/health", "/rizhao/nothing")} == {404}
    assert 'href="/rizhao/"' in ask(surrounded, "/rizhao/nothing").text
