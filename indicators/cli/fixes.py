"""A dataset → its files with what is certain written into them, after the change has been shown."""

import sys
from pathlib import Path
from typing import TextIO

from indicators.cli.shared import rewrite
from indicators.curate import fixing
from indicators.curate.entry_checks import FileOfData
from indicators.curate.insertion import difference
from indicators.loading import loader, seal
from indicators.reading import disk
from indicators.values.text import Lang
from indicators.words.cli import fixing as words
from indicators.words.curate import draft as draft_words


def fix(path: Path, lang: Lang, *, dry_run: bool, shown_on: TextIO) -> None:
    """Show what is certain to be changed in the dataset at a path, and unless it is a dry run, write it.

    Each file is written in one step. Raises NotRunError where that cannot be done, or a file has changed meanwhile.
    """
    contents = _contents(path)
    files = [FileOfData.decoded(str(file), content) for file, content in contents.items()]
    texts = fixing.fixed(files)
    changes = [(file, text) for file, text in zip(files, texts, strict=True) if text != file.text]
    for file, text in changes:
        print(difference(file.text, text, file.name), end="", file=shown_on)
    if not changes:
        print(words.NOTHING_TO_FIX.of(lang).format(path=path), file=sys.stderr)
    for file, text in changes if not dry_run else ():
        rewrite(Path(file.name), file.encoded(file.text), file.encoded(text), lang)
        print(words.WRITTEN.of(lang).format(path=file.name), file=sys.stderr)
    if changes and not dry_run and seal.beside(path).exists():
        print(draft_words.SEAL_AGAIN.of(lang).format(path=path), file=sys.stderr)


def _contents(path: Path) -> dict[Path, bytes]:
    """The files of the dataset that hold text; of the others the check tells."""
    try:
        files = loader.files(path)
    except OSError:
        return {}
    contents = {file: disk.read(file) for file in files}
    return {
        file: content
        for file, content in contents.items()
        if isinstance(content, bytes) and isinstance(disk.decode(content, str(file)), str)
    }
