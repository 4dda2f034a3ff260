"""Decisions that a person has seen as a change of the file → that change written, or why it is not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from indicators.curate import insertion
from indicators.curate.desk import desk as desks
from indicators.curate.desk.deciding.checked import Checked
from indicators.curate.desk.desk import Desk, FileOnDisk
from indicators.curate.desk.requests.asked import CheckAsked, TakeBackAsked
from indicators.curate.entry_checks import FileOfData
from indicators.curate.insertion import FileSection
from indicators.reading import disk
from indicators.values.text import Lang
from indicators.words.curate import review as words


def written(desk: Desk, asked: CheckAsked, *, own: bool) -> tuple[int, Mapping[str, Any]]:
    """Write the accepted figures into the file, if it is as it was when the change was shown, and nothing is wrong.

    The file is replaced in one step. Nothing is written where the files differ from those that the page has seen,
    or the change from the one that it has shown.
    """
    checked = Checked(desk, asked, own=own, to_write=True)
    shown = checked.json()
    lang = asked.lang

    def refused(status: int, code: str, sentence: str) -> tuple[int, Mapping[str, Any]]:
        return status, {"error": code, "sentence": sentence, "checked": shown}

    if not own:
        return refused(403, "not-own", words.ERRORS["not-own"].of(lang))
    if asked.version != desk.version or asked.seen != shown["change"]:
        return refused(409, "changed", words.ERRORS["changed"].of(lang))
    if not checked.outcome.passes:
        return refused(422, "fails", str(shown["not_written_because"] or words.ERRORS["nothing"].of(lang)))
    content = desk.target.decoded.encoded(checked.outcome.file)
    try:
        with disk.alone(desk.target.path.resolve().parent):  # two pages may write at once
            is_same = desks.read_files(desk.path) == desk.files
            if not is_same or not disk.replace(desk.target.path, desk.target.content, content):
                return refused(409, "changed", words.ERRORS["changed"].of(lang))
    except OSError:
        return refused(507, "disk", words.ERRORS["disk"].of(lang))
    form = words.WRITTEN_SEALED if desk.is_sealed else words.WRITTEN
    path = str(desk.target.path.resolve())
    sentence = form.of(lang).format(file=path)
    articles = [*checked.outcome.entry.article_ids]
    return 200, {**shown, "written": True, "sentence": sentence, "path": path, "articles": articles}


def taken_back(desk: Desk, asked: TakeBackAsked, *, own: bool) -> tuple[int, Mapping[str, Any]]:
    """Take what was written last out of the file, if that makes the files what they were before, byte by byte."""
    if not own:
        return _refused(403, "not-own", asked.lang)
    try:
        with disk.alone(desk.target.path.resolve().parent):
            files = desks.read_files(desk.path) or ()
            earlier = _before(files[-1].decoded, asked) if files else ()
            content = next((each for each in earlier if _version_with(files, each) == asked.version), None)
            if content is None or not disk.replace(files[-1].path, files[-1].content, content):
                return _refused(409, "not-taken-back", asked.lang)
    except (OSError, UnicodeDecodeError):
        return _refused(507, "disk", asked.lang)
    return 200, {"sentence": words.TAKEN_BACK.of(asked.lang).format(file=desk.file_name(own=own))}


def _version_with(files: Sequence[FileOnDisk], content: bytes) -> str:
    """The version of a dataset whose last file has this content."""
    return desks.version([*files[:-1], replace(files[-1], content=content)])


def _before(file: FileOfData, asked: TakeBackAsked) -> Iterator[bytes]:
    """What a file may have been before an entry was written into it; nothing if that is not in it as it was written."""
    added: Mapping[FileSection, str] = {
        "articles": asked.yaml,
        "metrics": asked.metrics,
        "groups": asked.groups,
        "sectors": asked.sectors,
        "regions": asked.regions,
        "publishers": asked.publishers,
    }
    texts = [file.text] if asked.yaml else []
    for section, entries in added.items():
        if entries:
            texts = [before for text in texts for before in insertion.without(text, entries, section)]
    yield from map(file.encoded, texts)


def _refused(status: int, code: str, lang: Lang) -> tuple[int, Mapping[str, Any]]:
    return status, {"error": code, "sentence": words.ERRORS[code].of(lang)}
