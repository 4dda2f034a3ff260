"""A request about a text → the answer of the process that reads texts, which is begun when it is needed, and ended."""

import asyncio
import logging
import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from indicators.curate.desk.requests import wire
from indicators.curate.desk.requests.wire import DeskReply, DeskRequest
from indicators.loading import disk_state
from indicators.loading.disk_state import DiskState

AT_ONCE: Final = 2
"""So many texts are read at once."""
MOST_WAITING: Final = 6
"""So many requests wait meanwhile; further ones are sent away for a moment."""
IDLE: Final = 300.0
"""Seconds without a request after which the process is ended."""
_TO_BEGIN: Final = 120.0
"""Seconds in which the process has to have loaded the dataset."""
_MORE: Final = 2.0
"""Seconds beyond its own that an answer may take."""
_PROGRAM: Final = (
    "import sys; from indicators.curate.desk.answering import process; sys.exit(process.START(*sys.argv[1:]))"
)
_ONE_THREAD: Final[Mapping[str, str]] = {
    **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
    "JE_ARROW_MALLOC_CONF": "background_thread:false",
}
"""What keeps libraries from starting threads: a process with several is not to be forked."""
_log: Final = logging.getLogger(__name__)


class DeskBusyError(Exception):
    """Too many wait already."""


class TooSlowError(Exception):
    """The text was not read in the time that it may take."""


class NoReplyError(Exception):
    """The process ended without an answer."""


class _Reading:
    """The process while it runs: it answers about one state of the disk."""

    def __init__(self, path: Path, state: DiskState) -> None:
        self.state = state
        self._control, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-c", _PROGRAM.replace("START", "main"), str(path), str(theirs.fileno())]
            self._process = subprocess.Popen(  # noqa: S603  # it is this program
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,  # so that nothing of a text can be in a log
                env={**os.environ, **_ONE_THREAD},
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
        self._control.setblocking(False)
        self._ready: asyncio.Task[bool] | None = None

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    @property
    def runs(self) -> bool:
        """True until the process has ended."""
        return self._process.poll() is None

    async def ends(self) -> bool:
        """True if it has ended, or does so in a moment: what it is connected by closes a little before it is gone."""
        for _ in range(_LOOKS):
            if not self.runs:
                return True
            await asyncio.sleep(0.025)
        return False

    async def begun(self) -> bool:
        """Wait until it has loaded the dataset; False where it never does."""
        if self._ready is None:
            self._ready = asyncio.ensure_future(self._wait())
        return await asyncio.shield(self._ready)

    async def _wait(self) -> bool:
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(_TO_BEGIN):
                return bool(await asyncio.get_running_loop().sock_recv(self._control, 1))
        return False

    async def ask(self, asked: DeskRequest) -> bytes:
        """What is received for a request: all of it, or less where the process that reads was ended. Raises OSError."""
        ours, theirs = socket.socketpair()
        with ours:
            ours.setblocking(False)
            with theirs:
                socket.send_fds(self._control, [b"r"], [theirs.fileno()])
            loop = asyncio.get_running_loop()
            with suppress(BrokenPipeError, ConnectionResetError):
                await loop.sock_sendall(ours, wire.request(asked))
                ours.shutdown(socket.SHUT_WR)
            parts: list[bytes] = []
            with suppress(ConnectionResetError):
                while part := await loop.sock_recv(ours, 2**16):
                    parts.append(part)
            return b"".join(parts)

    def end(self) -> None:
        """Let the process end; what it reads for others meanwhile is read to its end."""
        self._control.close()
        if self._ready is not None and not self._ready.done():
            self._ready.cancel()

    def is_over(self, seconds: float) -> bool:
        """Wait for its end, and make an end of it where it does not come."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            return False
        return True


_LOOKS: Final = 20


class DeskClient:
    """Asks the process that reads texts, for the dataset at a path; it holds nothing of what it was asked."""

    def __init__(self, path: Path, *, idle: float = IDLE) -> None:
        self._path, self._idle = path, idle
        self._reading: _Reading | None = None
        self._ended: list[_Reading] = []
        self._beginning = asyncio.Lock()
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0
        self._timer: asyncio.TimerHandle | None = None
        self._last = 0.0

    async def ask(self, asked: DeskRequest) -> DeskReply:
        """The answer to a request. Raises DeskBusyError, TooSlowError and NoReplyError."""
        if self._waiting >= AT_ONCE + MOST_WAITING:
            raise DeskBusyError
        self._waiting += 1
        task = asyncio.ensure_future(self._in_turn(asked))
        task.add_done_callback(self._done)
        return await asyncio.shield(task)  # who goes away keeps the place until the reading is over

    def _done(self, task: "asyncio.Task[DeskReply]") -> None:
        self._waiting -= 1
        if not task.cancelled():
            task.exception()  # it has been seen, also where nobody waits for it any more

    async def _in_turn(self, asked: DeskRequest) -> DeskReply:
        async with self._slots:
            reply = await self._answer(asked)
        self._last = time.monotonic()
        self._plan_end()
        if reply.where:
            _log.error("a text could not be read: %s", reply.where)
        return reply

    async def _answer(self, asked: DeskRequest) -> DeskReply:
        if not hasattr(os, "fork"):
            return await asyncio.to_thread(_by_a_process_of_its_own, self._path, asked)
        for attempt in range(2):
            reading = await self._current()
            began = time.monotonic()
            received = b""
            with suppress(OSError, TimeoutError):
                async with asyncio.timeout(wire.SECONDS + _MORE):
                    received = await reading.ask(asked)
            reply = wire.read_response(received)
            if reply is not None:
                return reply
            if time.monotonic() - began >= wire.SECONDS * 0.9:
                raise TooSlowError
            if (
                asked.route in wire.WRITING or attempt or not await reading.ends()
            ):  # what may be written is not done twice
                break
        raise NoReplyError

    async def _current(self) -> _Reading:
        """The process that knows the files as they are now. Raises NoReplyError where none can be begun."""
        async with self._beginning:
            state = await asyncio.to_thread(disk_state.of, self._path)
            reading = self._reading
            if reading is None or not reading.runs or reading.state.entries != state.entries:
                self._let_go()
                try:
                    reading = self._reading = _Reading(self._path, state)
                except OSError:
                    raise NoReplyError from None
            if not await reading.begun():
                self._let_go()
                raise NoReplyError
            return reading

    # --- its end -----------------------------------------------------------------------------------------------------

    def _let_go(self) -> None:
        if self._reading is not None:
            self._reading.end()
            self._ended = [*(old for old in self._ended if old.runs), self._reading]
            self._reading = None

    def _plan_end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(self._idle, self._end_if_idle)

    def _end_if_idle(self) -> None:
        if self._waiting == 0 and time.monotonic() - self._last >= self._idle * 0.9:
            self._let_go()
            self._timer = asyncio.get_running_loop().call_later(_MORE, self._forget)

    def _forget(self) -> None:
        """Let the system have back what it keeps of processes that have ended."""
        self._ended = [old for old in self._ended if old.runs]

    @property
    def pid(self) -> int | None:
        """The id of the process that holds the dataset, while there is one."""
        return self._reading.pid if self._reading is not None and self._reading.runs else None

    def end(self) -> None:
        """End the process, and wait for it."""
        if self._timer is not None:
            self._timer.cancel()
        self._let_go()
        for reading in self._ended:
            reading.is_over(1.0)
        self._ended = []


def _by_a_process_of_its_own(path: Path, asked: DeskRequest) -> DeskReply:
    """The answer of a process that loads the dataset and reads one text: where no process can be forked."""
    command = [sys.executable, "-c", _PROGRAM.replace("START", "once"), str(path)]
    try:
        done = subprocess.run(  # noqa: S603  # it is this program
            command, input=wire.request(asked), capture_output=True, timeout=_TO_BEGIN, check=False
        )
    except subprocess.TimeoutExpired:
        raise TooSlowError from None
    except OSError:
        raise NoReplyError from None
    reply = wire.read_response(done.stdout)
    if reply is None:
        raise NoReplyError
    return reply
