"""The name of a request and its body → the status and the JSON of its answer, whatever the body is."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from indicators.curate.desk.answering import claiming, model_answers
from indicators.curate.desk.answering.model_answers import AnswersAsked
from indicators.curate.desk.cards import added, review
from indicators.curate.desk.deciding import checked, writing
from indicators.curate.desk.desk import Desk
from indicators.curate.desk.requests import asked, wire
from indicators.curate.desk.requests.asked import (
    CheckAsked,
    ClaimAsked,
    NotUnderstoodError,
    ReadAsked,
    SpanAsked,
    TakeBackAsked,
    TooLongError,
)
from indicators.values.text import Lang
from indicators.words.curate import review as words


class DeskAnswer(NamedTuple):
    """What a request is answered with."""

    status: int
    content: Mapping[str, Any]


def _review(desk: Desk, body: bytes, *, own: bool) -> DeskAnswer:
    return DeskAnswer(200, review.review(desk, asked.parse(body, ReadAsked), own=own))


def _checked(desk: Desk, body: bytes, *, own: bool) -> DeskAnswer:
    return DeskAnswer(200, checked.Checked(desk, asked.parse(body, CheckAsked), own=own).json())


def _added(desk: Desk, body: bytes, *, own: bool) -> DeskAnswer:
    del own  # it is the same for everybody
    return DeskAnswer(200, added.added(desk, asked.parse(body, SpanAsked)))


def _claimed(desk: Desk, body: bytes, *, own: bool) -> DeskAnswer:
    del own  # it is the same for everybody
    return DeskAnswer(200, claiming.claimed(desk, asked.parse(body, ClaimAsked)))


def _written(desk: Desk, body: bytes, *, own: bool) -> DeskAnswer:
    return DeskAnswer(*writing.written(desk, asked.parse(body, CheckAsked), own=own))


def _taken_back(desk: Desk, body: bytes, *, own: bool) -> DeskAnswer:
    return DeskAnswer(*writing.taken_back(desk, asked.parse(body, TakeBackAsked), own=own))


def _questions(desk: Desk, body: bytes, *, own: bool) -> DeskAnswer:
    del own  # the server sees to that
    return DeskAnswer(200, model_answers.questions(desk, asked.parse(body, SpanAsked)))


def _heard(desk: Desk, body: bytes, *, own: bool) -> DeskAnswer:
    return DeskAnswer(200, model_answers.heard(desk, asked.parse(body, AnswersAsked), own=own))


ROUTES: Final[Mapping[str, Callable[..., DeskAnswer]]] = {
    "read": _review,
    "check": _checked,
    "add": _added,
    "claim": _claimed,
    wire.WRITE: _written,
    wire.TAKE_BACK: _taken_back,
    wire.QUESTIONS: _questions,
    wire.ANSWERS: _heard,
}
"""The names of requests, and what answers each."""


def answer(desk: Desk | None, route: str, body: bytes, *, own: bool, lang: Lang) -> DeskAnswer:
    """The answer to a request; ``own`` says that it comes from the curator's own machine."""
    if desk is None:
        return refusal("no-data", 503, lang)
    if route not in ROUTES:
        return refusal("not-here", 404, lang)
    try:
        return ROUTES[route](desk, body, own=own)
    except TooLongError:
        return refusal("too-long", 413, lang)
    except NotUnderstoodError:
        return refusal("not-understood", 400, lang)


def refusal(code: str, status: int, lang: Lang) -> DeskAnswer:
    """An answer that says why there is none."""
    return DeskAnswer(status, {"error": code, "sentence": words.ERRORS[code].of(lang)})


def encoded(content: Mapping[str, Any]) -> bytes:
    """The JSON of an answer; what is no Unicode in it is replaced."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
