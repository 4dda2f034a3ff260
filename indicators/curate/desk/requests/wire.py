"""A request between the server and the process that reads texts ↔ the bytes that are sent for it."""

import json
import traceback
from pathlib import PurePath
from typing import BinaryIO, Final, NamedTuple

from indicators.values.text import LANGS, Lang

SECONDS: Final = 5.0
"""What a text may take of the clock."""
MEMORY: Final = 512 * 2**20
"""Bytes that reading a text may take beside what the dataset takes."""
QUESTIONS: Final = "model-questions"
ANSWERS: Final = "model-answers"
"""The two requests of the server itself, before and after it asks the curator's own model; no page sends them."""
WRITE: Final = "write"
TAKE_BACK: Final = "take-back"
WRITING: Final = frozenset({WRITE, TAKE_BACK})
"""The requests that change the data file: for the curator's own machine alone, and never done twice."""
LONGEST_ANSWER: Final = 50_000
"""Characters of an answer of that model."""
LONGEST: Final = 1_200_000
"""Bytes of the body of a request."""
_LONGEST_HEAD: Final = 400


class DeskRequest(NamedTuple):
    """A request: its name, whether it comes from the curator's own machine, its language, and its body."""

    route: str
    own: bool
    lang: Lang
    body: bytes


class DeskReply(NamedTuple):
    """An answer; ``where`` is the place in the program where it failed, empty where it did not."""

    status: int
    content: bytes
    where: str = ""


def request(asked: DeskRequest) -> bytes:
    """The bytes of a request."""
    head = {"route": asked.route[:80], "own": asked.own, "lang": asked.lang, "length": len(asked.body)}
    return json.dumps(head).encode() + b"\n" + asked.body


def read_request(stream: BinaryIO) -> DeskRequest | None:
    """The request that a stream holds; None where it is not a whole one."""
    try:
        head = json.loads(stream.readline(_LONGEST_HEAD))
        length = int(head["length"])
        body = stream.read(length) if 0 <= length <= LONGEST else b""
        if len(body) != length:
            return None
        lang: Lang = "en" if head["lang"] not in LANGS else head["lang"]
        return DeskRequest(str(head["route"]), head["own"] is True, lang, body)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def response(status: int, content: bytes, where_it_failed: str = "") -> bytes:
    """The bytes of an answer."""
    head = {"status": status, "length": len(content), "where": where_it_failed}
    return json.dumps(head).encode() + b"\n" + content


def read_response(received: bytes) -> DeskReply | None:
    """The answer that was received; None where it is not a whole one."""
    head, _, content = received.partition(b"\n")
    try:
        known = json.loads(head)
        if int(known["length"]) != len(content):
            return None
        return DeskReply(int(known["status"]), content, str(known["where"]))
    except (ValueError, KeyError, TypeError):
        return None


def where(error: BaseException) -> str:
    """The kind of an error, and the lines of the program in which it came up: nothing of what was read."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    places = " < ".join(f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__name__} at {places}"
