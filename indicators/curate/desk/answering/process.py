"""The process in which texts are read: it holds a dataset, and begins a process of its own for each request.

It has one thread, so that it may fork. What reads a text may take so much memory and time and no more, and is ended
whole; whatever a text does there, it does not do to the server. Nothing of a text is written or logged.
"""

import gc
import os
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from indicators.curate.desk import desk as desks
from indicators.curate.desk.answering import answers
from indicators.curate.desk.cards import vocabulary_json
from indicators.curate.desk.desk import Desk
from indicators.curate.desk.requests import wire
from indicators.curate.desk.requests.wire import DeskRequest
from indicators.loading import process_limits
from indicators.values.uncollected import uncollected

READY: Final = b"+"
"""What is sent once requests can be answered."""
_IDLE: Final = 900.0
"""Seconds without a request after which the process ends, should the server have forgotten it."""


def main(path: str, descriptor: str) -> int:
    """Answer requests about the dataset at the path, whose connections come over a socket, until that is closed."""
    pa.set_cpu_count(1)
    process_limits.be_ended_first()
    control = socket.socket(fileno=int(descriptor))
    with uncollected():
        desk = _load(path)
    gc.collect()
    gc.freeze()  # so that a copy does not touch, and thereby copy, all that was loaded
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system takes care of what has ended
    with suppress(OSError):
        control.sendall(READY)
        control.settimeout(_IDLE)
        while True:
            message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
            if not message:
                return 0
            for connection in descriptors:
                _fork(desk, connection, control)
    return 0


def _load(path: str) -> Desk | None:
    desk = desks.load(Path(path))
    if desk is not None:
        desk.warm()
        vocabulary_json.vocabulary(desk)
    return desk


def _fork(desk: Desk | None, connection: int, control: socket.socket) -> None:
    """Begin a process that answers the request of one connection, and ends."""
    if os.fork():
        os.close(connection)
        return
    code = 1
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # which ends the process, whatever it does
        signal.setitimer(signal.ITIMER_REAL, wire.SECONDS)
        control.close()
        with socket.socket(fileno=connection) as own, own.makefile("rwb") as stream:
            answer(desk, stream)
        code = 0
    finally:
        os._exit(code)


def once(path: str) -> int:
    """Answer one request, which comes on standard input: where no process can be forked."""
    with open(sys.stdin.fileno(), "rb") as asked, open(sys.stdout.fileno(), "wb") as answered:  # noqa: PTH123  # descriptors
        desk = desks.load(Path(path))
        answered.write(_answered(desk, wire.read_request(asked)))
    return 0


def answer(desk: Desk | None, stream: Any) -> None:
    """Answer the request that a stream holds."""
    asked = wire.read_request(stream)
    if asked is not None:
        may_write = asked.route in wire.WRITING and asked.own
        process_limits.limit(memory=wire.MEMORY, seconds=round(wire.SECONDS) + 1, files=may_write)
    stream.write(_answered(desk, asked))
    stream.flush()


def _answered(desk: Desk | None, asked: DeskRequest | None) -> bytes:
    if asked is None:
        return b""
    try:
        reply = answers.answer(desk, asked.route, asked.body, own=asked.own, lang=asked.lang)
        return wire.response(reply.status, answers.encoded(reply.content))
    except MemoryError:
        reply = answers.refusal("too-slow", 503, asked.lang)
    except Exception as error:  # noqa: BLE001  # whatever it is, nothing of it is shown but where it was
        reply = answers.refusal("failed", 500, asked.lang)
        return wire.response(reply.status, answers.encoded(reply.content), wire.where(error))
    return wire.response(reply.status, answers.encoded(reply.content))
