"""A revision of git → what was wrong with a dataset in it, so that only what is new is reported."""

import sys
from dataclasses import replace
from pathlib import Path

from indicators.cli.shared import NotRunError
from indicators.loading import loader, revisions
from indicators.loading.loader import Loaded
from indicators.loading.revisions import RevisionError
from indicators.reading import article_texts
from indicators.values.problems import not_among
from indicators.values.text import Lang, one_line
from indicators.words.cli import fixing as words


def only_new(loaded: Loaded, path: Path, revision: str, lang: Lang) -> Loaded:
    """What was loaded from a path, without the problems that it had in the revision already.

    Says on standard error what a reader has to know of the comparison. Raises NotRunError where git cannot tell.
    """
    try:
        contents = _contents(revision, path, lang)
    except RevisionError as error:
        raise _not_run(error, revision, path, lang) from error
    if contents is None:
        return loaded
    earlier = loader.check(contents, article_texts.beside(path))
    if earlier.dataset is None and loaded.dataset is not None:
        _say(words.HAD_ERRORS.of(lang).format(path=path, revision=revision))
    new = not_among(loaded.problems, earlier.problems)
    if left := len(loaded.problems) - len(new):
        _say(words.OLDER.of(lang, left).replace("{revision}", revision))
    return replace(loaded, problems=tuple(new))


def _contents(revision: str, path: Path, lang: Lang) -> list[tuple[str, bytes]] | None:
    """The files of the dataset in the revision, under the names that they have now; None where they were not there."""
    try:
        files = revisions.contents(revision, path)
        return [(name.removeprefix(f"{revision}:"), content) for name, content in files]
    except RevisionError as error:
        if error.obstacle != "path":
            raise
    renamed = revisions.content_before_renaming(revision, path)
    facts = {"path": path, "revision": revision}
    if renamed is None:
        _say(words.NOT_THERE.of(lang).format_map(facts))
        return None
    _say(words.RENAMED.of(lang).format(former=renamed[0], **facts))
    return [(str(path), renamed[1])]


def _say(sentence: str) -> None:
    print(one_line(sentence), file=sys.stderr)


def _not_run(error: RevisionError, revision: str, path: Path, lang: Lang) -> NotRunError:
    detail = words.DETAIL.of(lang).format(detail=error.detail) if error.detail else ""
    reason = words.OBSTACLES[error.obstacle].of(lang).format(revision=revision, path=path, detail=detail)
    return NotRunError(one_line(reason))
