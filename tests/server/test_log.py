"""The log: one line an event, nothing in it that controls a terminal, and no text of an article."""

import io
import logging
from collections.abc import Iterator

import pytest

from indicators.server import logs

UVICORN = ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi", "indicators", "streamlit.error_util")


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What is written to the log from now on; afterwards all is as it was."""
    stream, factory = io.StringIO(), logging.getLogRecordFactory()
    before = {
        name: (logger.handlers[:], logger.filters[:], logger.propagate, logger.level)
        for name in UVICORN
        for logger in [logging.getLogger(name)]
    }
    monkeypatch.setattr("sys.stderr", stream)
    logging.getLogger("uvicorn.access").handlers[:] = [logging.NullHandler()]  # as uvicorn has one, if it is to write
    logs.arrange()
    logs.arrange()  # a second server in the same process
    yield stream
    logging.setLogRecordFactory(factory)
    for name, (handlers, filters, propagate, level) in before.items():
        logger = logging.getLogger(name)
        logger.handlers[:], logger.filters[:], logger.propagate, logger.level = handlers, filters, propagate, level


def test_an_event_is_one_line(written: io.StringIO) -> None:
    logging.getLogger("indicators.server.live.watch").warning("a\nb\r\x1b[31m%s\u2028\u202e7", "c\x00\x85")
    (line,) = written.getvalue().splitlines()
    assert line.endswith(r"WARNING indicators.server.live.watch: a\nb\r\x1b[31mc\x00\x85\u2028\u202e7")


def test_so_is_an_error_with_its_trace(written: io.StringIO) -> None:
    try:
        raise ValueError("two\nlines")
    except ValueError as error:
        logging.getLogger("indicators.x").error("failed", exc_info=error)
    (line,) = written.getvalue().splitlines()
    assert "failed | Traceback (most recent call last):" in line
    assert r"ValueError: two\nlines" in line


def test_what_uvicorn_writes_of_a_request_is_one_line_once(written: io.StringIO) -> None:
    access = logging.getLogger("uvicorn.access")
    access.setLevel(logging.INFO)
    access.info('%s - "%s %s HTTP/%s" %d', "192.0.2.1:1", "GET", "/\x1b[2J\r\nfake", "1.1", 404)
    (line,) = written.getvalue().splitlines()
    assert line.endswith(r'192.0.2.1:1 - "GET /\x1b[2J\r\nfake HTTP/1.1" 404')


def test_requests_are_not_written_where_uvicorn_was_told_not_to(written: io.StringIO) -> None:
    access = logging.getLogger("uvicorn.access")
    access.handlers[:] = []
    logs.arrange()
    access.info("a request")
    assert not written.getvalue()


def test_arguments_that_do_not_fit_are_written_all_the_same(written: io.StringIO) -> None:
    logging.getLogger("indicators.x").warning("%d of %d", *["one"])
    (line,) = written.getvalue().splitlines()
    assert line.endswith("%d of %d ('one',)")


def test_the_trace_of_a_page_stands_under_its_reference_only(written: io.StringIO) -> None:
    logger = logging.getLogger("streamlit.error_util")
    handler = logging.StreamHandler(written)
    logger.addHandler(handler)
    logger.error("Uncaught app execution", exc_info=ValueError("a"))
    logger.error("something else")
    assert written.getvalue() == "something else\n"


def test_a_websocket_that_is_refused_is_one_line(written: io.StringIO) -> None:
    uvicorn = logging.getLogger("uvicorn.error")
    uvicorn.setLevel(logging.INFO)
    uvicorn.info('%s - "WebSocket %s" %d', "192.0.2.1:1", "/_stcore/stream", 403)
    uvicorn.info("connection rejected (%d %s)", 403, "Forbidden")
    uvicorn.error("ASGI callable returned without completing handshake.")
    (line,) = written.getvalue().splitlines()
    assert line.endswith('INFO uvicorn.error: 192.0.2.1:1 - "WebSocket /_stcore/stream" 403')
    uvicorn.error("ASGI callable should return None, but returned '%s'.", 1)
    assert len(written.getvalue().splitlines()) == 2


def test_plain_text_stays_as_it_is() -> None:
    assert logs.escaped("日照 “36.7亿元” – ok") == "日照 “36.7亿元” – ok"
