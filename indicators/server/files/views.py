"""An address below /download/ → a file of what a page shows, made when it is asked for (ui/files.py), and kept a while.

All that a file depends on is in its address, so it is there for a page that was opened days ago, whoever else reads,
and whichever of several processes is asked.
"""

import asyncio
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from typing import Final, NamedTuple
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response

from indicators.export.renderer import FailedError, UnavailableError
from indicators.loading.snapshot import Snapshot
from indicators.loading.store import Store
from indicators.server import answers
from indicators.ui import files
from indicators.words import hosting as words

LONGEST_QUERY: Final = 60_000
MOST_WAITING: Final = 40
"""So many requests wait while others are answered; further ones are sent away for a moment."""
MOST_BYTES: Final = 2**25
"""So much of what was made is kept for who asks next."""

_Key = tuple[str, str, str, str]
"""What a file depends on: the digests of data and map, the format, the query, and the address of the dashboard."""


class Made(NamedTuple):
    """A file that has been made."""

    name: str
    mime: str
    content: bytes


class BusyError(Exception):
    """Too many wait already."""


class NoDataError(Exception):
    """Nothing has been loaded that could be taken away."""


class ViewFiles:
    """Makes the files of pages: data in two threads, images in one, apart from those in which pages are drawn."""

    def __init__(self, store: Store, url: str) -> None:
        self._store, self._url = store, url
        self._kept: OrderedDict[_Key, Made] = OrderedDict()
        self._data = ThreadPoolExecutor(2, "files")
        self._images = ThreadPoolExecutor(1, "images")
        self._making: dict[_Key, asyncio.Task[Made | None]] = {}
        self._waiting = 0

    async def file(self, request: Request) -> Response:
        """The file of this format for the query."""
        form, text = str(request.path_params["form"]), request.url.query
        home = self._url or f"{str(request.url.replace(query='')).rpartition('/download/')[0]}/"
        if len(text) > LONGEST_QUERY:
            return answers.refusal(words.NOT_FOUND, 404)
        try:
            made = await self._made(form, text, home)
        except NoDataError:
            return answers.refusal(words.NO_DATA_YET, 503)
        except (BusyError, FailedError, UnavailableError):
            busy = answers.refusal(words.BUSY, 503)
            busy.headers["Retry-After"] = "5"
            return busy
        if made is None:
            return answers.refusal(words.NOT_FOUND, 404)
        headers = {"Content-Disposition": f'attachment; filename="{made.name}"', "Cache-Control": "private, no-cache"}
        return Response(made.content, 200, headers, made.mime)

    async def _made(self, form: str, text: str, home: str) -> Made | None:
        """The file with its content; None where a link asks for none. Waits for the first load.

        Raises BusyError and NoDataError.
        """
        loop, snapshot = asyncio.get_running_loop(), self._store.current
        if self._waiting >= MOST_WAITING:
            raise BusyError
        self._waiting += 1
        try:
            shown = await loop.run_in_executor(self._data, snapshot)
            if shown.dataset is None:
                raise NoDataError
            key = (f"{shown.digest} {shown.map_file.digest}", form, text, home)
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            if key not in self._making:  # who asks for the same meanwhile waits for the same
                self._making[key] = asyncio.create_task(self._make(key, shown))
                self._making[key].add_done_callback(lambda _: self._making.pop(key))
            return await asyncio.shield(self._making[key])
        finally:
            self._waiting -= 1

    async def _make(self, key: _Key, shown: Snapshot) -> Made | None:
        _, form, text, home = key
        loop, query = asyncio.get_running_loop(), parse_qs(text, keep_blank_values=True)
        file = await loop.run_in_executor(self._data, files.of, shown, form, query, home)
        if file is None:
            return None
        content = await loop.run_in_executor(self._images if file.drawn else self._data, file.make)
        return self._keep(key, Made(file.name, file.mime, content))

    def _keep(self, key: _Key, made: Made) -> Made:
        self._kept[key] = made
        while len(self._kept) > 1 and sum(len(kept.content) for kept in self._kept.values()) > MOST_BYTES:
            self._kept.popitem(last=False)
        return made
