"""A part of a text that a curator wants the own model to read → its questions, sent to it, and what comes of it."""

import asyncio
import json
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any, Final, TypeVar

from indicators.curate.desk.requests import wire
from indicators.curate.desk.requests.wire import DeskReply, DeskRequest
from indicators.curate.own_model.endpoint import SECONDS, Endpoint, NoAnswerError
from indicators.server.curate.desk_client import DeskBusyError, DeskClient
from indicators.settings import OwnModel

AT_ONCE: Final = 3
"""So many questions wait for an answer at once: who stops waiting may ask again."""
_OK: Final = 200
_Result = TypeVar("_Result")


class SecondReader:
    """Asks the model of a curator, who has seen where to and how much, and has agreed."""

    def __init__(self, client: DeskClient, model: OwnModel, seconds: float = SECONDS) -> None:
        self._client, self._endpoint = client, Endpoint(model, seconds)
        self._asking = 0

    async def read(self, asked: DeskRequest) -> DeskReply:
        """The text with what the model says of a part of it. Raises what ``DeskClient.ask`` raises."""
        questions = await self._client.ask(asked._replace(route=wire.QUESTIONS))
        if questions.status != _OK:
            return questions
        if self._asking >= AT_ONCE:
            raise DeskBusyError
        self._asking += 1
        try:
            answers = await self._answers(json.loads(questions.content)["questions"])
        finally:
            self._asking -= 1
        body = json.dumps({**json.loads(asked.body), **answers}, ensure_ascii=False)
        return await self._client.ask(DeskRequest(wire.ANSWERS, asked.own, asked.lang, body.encode("utf-8", "replace")))

    async def _answers(self, questions: list[Mapping[str, Any]]) -> dict[str, Any]:
        """The answers to some questions, as far as there are any, and why there are no more."""
        answers: list[str] = []
        try:
            for question in questions:
                ask = partial(self._endpoint.ask, question["messages"], question["schema"])
                answer = await _in_a_thread(ask)
                if len(answer) > wire.LONGEST_ANSWER:
                    raise NoAnswerError("too-long")
                answers.append(answer)
        except NoAnswerError as failure:
            return {"answers": answers, "reason": failure.reason, "status": failure.status}
        return {"answers": answers, "reason": "", "status": 0}


async def _in_a_thread(call: Callable[[], _Result]) -> _Result:
    """What a call returns or raises that takes long; the end of the server does not wait for it."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[_Result] = loop.create_future()

    def settle(result: _Result | None, error: Exception | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)  # type: ignore[arg-type]

    def run() -> None:
        result: _Result | None = None
        failure: Exception | None = None
        try:
            result = call()
        except Exception as error:  # noqa: BLE001  # who waits for it gets it
            failure = error
        with suppress(RuntimeError):  # the server has ended
            loop.call_soon_threadsafe(settle, result, failure)

    threading.Thread(target=run, daemon=True).start()
    return await future
