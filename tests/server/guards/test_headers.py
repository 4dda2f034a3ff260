"""The headers that keep a browser safe: on every answer, once, and with who may show the page in a frame."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.utils import ClientDisconnected

from indicators.server.guards import headers
from tests.server.asgi import Answer, ask, connect
from tests.server.doors import INDEX, INSIDE, door

EXPECTED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}


def policy(answer: Answer) -> dict[str, list[str]]:
    directives = (directive.split() for directive in answer.header("Content-Security-Policy").split(";"))
    return {name: sources for name, *sources in directives}


@pytest.mark.parametrize(
    ("link", "status"), [("/", 200), ("/static/js/nothing.js", 404), ("/_stcore/health", 200), ("/media/a.csv", 200)]
)
def test_every_answer_has_them_once(link: str, status: int) -> None:
    answer = ask(door(), link)
    assert answer.status == status
    for name, value in EXPECTED.items():
        assert answer.every(name) == [value]
    assert len(answer.every("Content-Security-Policy")) == len(answer.every("Permissions-Policy")) == 1
    assert not answer.every("Server")


def test_the_denial_of_a_websocket_has_them() -> None:
    answer = connect(door(), "/_stcore/stream", [("Origin", "https://evil.example")])
    assert answer.status == 403
    assert {name: answer.header(name) for name in EXPECTED} == EXPECTED
    assert policy(answer)["frame-ancestors"] == ["'none'"]


def test_an_error_of_ours_has_them() -> None:
    async def failing(*_: object) -> None:
        raise ValueError("secret")

    surrounded = door()
    surrounded._app = failing
    answer = ask(surrounded, "/")
    assert answer.status == 500
    assert "secret" not in answer.text
    assert {name: answer.header(name) for name in EXPECTED} == EXPECTED


def test_no_script_runs_but_those_of_the_server_and_the_one_in_streamlit_s_document() -> None:
    (script,) = re.findall(r"<script>(.*?)</script>", INDEX.read_text(encoding="utf-8"), re.DOTALL)
    allowed = f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
    sources = policy(ask(door(), "/"))
    assert sources["script-src"] == ["'self'", allowed]
    assert sources["default-src"] == sources["object-src"] == sources["frame-src"] == ["'none'"]
    everything = [source for name, listed in sources.items() if name != "style-src" for source in listed]
    assert not {"*", "'unsafe-inline'", "'unsafe-eval'", "https:", "http:"} & set(everything)
    assert not [source for source in everything if "." in source or "//" in source]


def test_what_a_page_may_load_and_ask_for_is_exactly_this() -> None:
    answer = ask(door(), "/")
    sources = policy(answer)
    assert {name: " ".join(listed) for name, listed in sources.items() if name != "script-src"} == {
        "default-src": "'none'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "manifest-src": "'self'",
        "media-src": "'self'",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    forbidden = {part.removesuffix("=()") for part in answer.header("Permissions-Policy").split(", ")}
    assert {"camera", "microphone", "geolocation", "display-capture", "payment", "usb", "serial", "hid"} <= forbidden
    assert not [name for name in forbidden if "=" in name]


def test_the_document_has_no_other_script_in_itself() -> None:
    """Else its hash would be missing: elements with attributes load a file, which 'self' allows."""
    inline = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>", INDEX.read_text(encoding="utf-8"))
    assert inline == ["<script>"]
    assert len(headers.hashes(INDEX.read_text(encoding="utf-8"))) == 1


@pytest.mark.parametrize(
    ("embed", "link", "ancestors"),
    [
        ("", "/?embed=true", ["*"]),
        ("", "/?page=explore&embed=TRUE", ["*"]),
        ("", "/", ["'none'"]),
        ("", "/?embed=false", ["'none'"]),
        ("", "/?page=embed%3Dtrue", ["'none'"]),
        ("all", "/?embed=true", ["*"]),
        ("none", "/?embed=true", ["'none'"]),
        ("https://a.example https://b.example", "/?embed=true", ["https://a.example", "https://b.example"]),
        ("https://a.example", "/", ["'none'"]),
        ("https://a.example", "/site/zh/embed/output-map.html", ["https://a.example"]),
        ("https://a.example", "/site/zh/figure/a.html", ["https://a.example"]),
        ("https://a.example", "/site/zh/index.html", ["'none'"]),
        ("all", "/data/zh/rizhao.csv", ["'none'"]),
        ("all", "/data/zh/figure/a.html", ["'none'"]),
        ("all", "/site/zh/embed", ["'none'"]),
        ("all", "/site/zh/embed/more/a.html", ["'none'"]),
        ("all", "/site/zh/place/a.html", ["'none'"]),
        ("all", "/nothing?embed=true", ["'none'"]),
        ("all", "/?notembed=true", ["'none'"]),
        ("all", "/?embed=trueish", ["'none'"]),
        ("all", "/?page=time&embed=true&lang=en", ["*"]),
    ],
)
def test_only_what_is_meant_for_frames_is_shown_in_them(embed: str, link: str, ancestors: list[str]) -> None:
    answer = ask(door(embed=embed), link)
    assert policy(answer)["frame-ancestors"] == ancestors
    assert answer.every("X-Frame-Options") == (["DENY"] if ancestors == ["'none'"] else [])


@pytest.mark.parametrize(
    ("embed", "link", "others"),
    [
        ("all", "/?embed=true", "cross-origin"),
        ("none", "/?embed=true", "same-origin"),
        ("none", "/data/zh/rizhao.csv", "cross-origin"),
        ("none", "/site/assets/site.css", "cross-origin"),
        ("all", "/", "same-origin"),
        ("all", "/database/", "same-origin"),
    ],
)
def test_other_sites_may_load_what_is_meant_for_them(embed: str, link: str, others: str) -> None:
    assert ask(door(embed=embed), link).header("Cross-Origin-Resource-Policy") == others


def test_a_link_with_very_many_values_has_an_answer() -> None:
    """faults.md F03."""
    link = f"/?{'&'.join(f'key{number}={number}' for number in range(10_000))}"
    assert policy(ask(door(), link))["frame-ancestors"] == ["'none'"]
    assert policy(ask(door(), f"{link}&embed=true"))["frame-ancestors"] == ["*"]


def test_an_error_in_an_open_websocket_closes_it_once() -> None:
    async def failing(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})
        if scope["query_string"] == b"closed":
            await send({"type": "websocket.close", "code": 1009})
        raise ValueError

    surrounded = door()
    surrounded._app = failing
    for query, code in (("", 1011), ("closed", 1009)):
        answer = connect(
            surrounded, f"/_stcore/stream?{query}", [("Host", "localhost"), ("Origin", "http://localhost")]
        )
        assert (answer.status, answer.closed) == (101, [code])


def test_a_reader_who_has_gone_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    async def gone(*_: object) -> None:
        raise ClientDisconnected

    surrounded = door()
    surrounded._app = gone
    with pytest.raises(ClientDisconnected):
        ask(surrounded, "/")
    assert not caplog.records


def test_a_cookie_is_kept_to_tls_where_the_request_came_by_it() -> None:
    def cookie(scheme: str) -> str:
        return ask(door(), "/_stcore/health", scheme=scheme).header("Set-Cookie")

    assert cookie("http") == "_streamlit_xsrf=1; Path=/; SameSite=Lax"
    assert cookie("https") == "_streamlit_xsrf=1; Path=/; SameSite=Lax; Secure"
    kept = [(b"set-cookie", b"a=1; Secure"), (b"etag", b"1")]
    assert headers.added(kept, {}, secure=True) == kept


def test_a_page_may_send_to_its_own_origin_and_to_the_curators_port_where_that_is_open() -> None:
    surrounded = door()
    assert policy(ask(surrounded, "/"))["connect-src"] == ["'self'"]
    surrounded._own_port.address = "http://127.0.0.1:9501"
    assert policy(ask(surrounded, "/"))["connect-src"] == ["'self'", "http://127.0.0.1:9501"]


def test_names_of_programs_are_left_out() -> None:
    theirs = [(b"server", b"a"), (b"X-Powered-By", b"b"), (b"etag", b"1")]
    assert headers.added(theirs, {}, secure=False) == [(b"etag", b"1")]


def test_the_answer_itself_stays_as_it_is() -> None:
    assert ask(door(), "/_stcore/health").text == INSIDE


@pytest.mark.parametrize(
    ("script", "said", "lifetime"),
    [
        ("plotly-basic.min.js", "public", "public, max-age=604800"),
        ("plotly-basic.min.js", "no-cache", "no-cache"),
        ("plotly-basic.min.js", None, None),
        ("chart.js", "public", "public"),
    ],
)
def test_the_largest_script_is_kept_where_streamlit_does_not_say_for_how_long(
    script: str, said: str | None, lifetime: str | None
) -> None:
    async def answering(_scope: Scope, _receive: Receive, send: Send) -> None:
        its_own = [(b"cache-control", said.encode())] if said else []
        await send({"type": "http.response.start", "status": 200, "headers": its_own})
        await send({"type": "http.response.body", "body": b""})

    surrounded = door()
    surrounded._app = answering
    answer = ask(surrounded, f"/_stcore/bidi-components/reported-indicators.chart/{script}?4.1.1")
    assert answer.every("Cache-Control") == ([lifetime] if lifetime else [])
