"""What is shown → its files below /data/, the same as in the static site, each made when it is first asked for."""

import asyncio
from base64 import b64encode
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from indicators.export import edition, formats
from indicators.export.edition import Edition
from indicators.export.formats import FormatName
from indicators.server import answers
from indicators.server.live.watch import Shown
from indicators.site import downloads
from indicators.values.text import LANGS, Lang
from indicators.words import hosting as words

MOST_BYTES: Final = 2**26
"""So much of what was made is kept for who asks next, and the file that was made last in any case."""
MOST_WAITING: Final = 8
"""So many requests wait while a file is made; further ones are sent away for a moment."""
_NO_CACHE: Final = {"Cache-Control": "no-cache"}


@dataclass(frozen=True)
class DataFile:
    """One of the files: its format, the language of its words, and its path below /data/."""

    format: FormatName
    lang: Lang
    path: str

    @property
    def mime(self) -> str:
        return formats.FORMATS[self.format].mime


@dataclass(frozen=True)
class Content:
    """The bytes of a file and their digest."""

    content: bytes
    sha256: bytes

    @property
    def etag(self) -> str:
        return f'"{self.sha256.hex()[:32]}"'


def offered(shown: Shown) -> Mapping[str, DataFile]:
    """Path below /data/ → each file that is offered of a dataset."""
    study = shown.study

    def files() -> Iterator[DataFile]:
        for name in downloads.offered(len(study.every)):
            for lang in LANGS if formats.FORMATS[name].worded else LANGS[:1]:
                path = downloads.path(name, lang, study.dataset.about.id).removeprefix("data/")
                yield DataFile(name, lang, path)

    return {file.path: file for file in files()}


class DataFiles:
    """Makes the files of what is shown, one at a time, and keeps them until something else is shown."""

    def __init__(self, current: Callable[[], Shown | None], url: str) -> None:
        self._current, self._url = current, url
        self._made: OrderedDict[str, Content] = OrderedDict()
        self._digest = ""
        self._making, self._waiting = asyncio.Lock(), 0

    async def index(self, _request: Request) -> Response:
        """What there is, for programs: a path, a type and a language each."""
        shown = self._current()
        if shown is None:
            return answers.refusal(words.NO_DATA_YET, 503)
        files = [
            {"path": file.path, "type": file.mime}
            | ({"language": file.lang} if formats.FORMATS[file.format].worded else {})
            for file in offered(shown).values()
        ]
        about = shown.study.dataset.about
        return JSONResponse(
            {"dataset": about.id, "digest": shown.digest, "license": about.license, "files": files}, headers=_NO_CACHE
        )

    async def file(self, request: Request) -> Response:
        """One of the files."""
        shown = self._current()
        if shown is None:
            return answers.refusal(words.NO_DATA_YET, 503)
        file = offered(shown).get(request.path_params["path"])
        if file is None:
            return answers.refusal(words.NOT_FOUND, 404)
        content = await self._content(file, shown)
        if content is None:
            busy = answers.refusal(words.BUSY, 503)
            busy.headers["Retry-After"] = "5"
            return busy
        headers = {
            **_NO_CACHE,
            "ETag": content.etag,
            "Repr-Digest": f"sha-256=:{b64encode(content.sha256).decode()}:",
            "Indicators-Digest": shown.digest,
            "Content-Disposition": f'attachment; filename="{file.path.rpartition("/")[2]}"',
        }
        if content.etag in request.headers.get("If-None-Match", ""):
            return Response(status_code=304, headers=headers)
        return Response(content.content, 200, headers, file.mime)

    async def _content(self, file: DataFile, shown: Shown) -> Content | None:
        """The content of a file; None where too many wait for others that are being made."""
        if self._digest == shown.digest and file.path in self._made:
            return self._made[file.path]
        if self._waiting >= MOST_WAITING:
            return None
        self._waiting += 1
        try:
            async with self._making:
                if self._digest != shown.digest:
                    self._made.clear()
                    self._digest = shown.digest
                if file.path not in self._made:
                    self._keep(file.path, await run_in_threadpool(_made, file, shown, self._url))
                self._made.move_to_end(file.path)
                return self._made[file.path]
        finally:
            self._waiting -= 1

    def _keep(self, path: str, content: Content) -> None:
        self._made[path] = content
        while len(self._made) > 1 and sum(len(made.content) for made in self._made.values()) > MOST_BYTES:
            self._made.popitem(last=False)


def _made(file: DataFile, shown: Shown, url: str) -> Content:
    whole = edition.of(shown.study, shown.digest, address=f"{url}{Edition.address}")
    form = formats.FORMATS[file.format]
    content = form.write(whole, file.lang)
    return Content(content, sha256(content).digest())
