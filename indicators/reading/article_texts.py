"""Texts of articles that lie beside a dataset → what was printed in full; they are never exported."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from indicators.reading import disk
from indicators.values.problems import Problem
from indicators.values.text import nearest

FOLDER: Final = "texts"
SUFFIX: Final = ".txt"
LIMIT: Final = 2 * 2**20
"""Bytes: a newspaper page has some 20,000."""
MOST_SUGGESTIONS: Final = 20


def beside(path: Path) -> Path:
    """Where the texts for the dataset at ``path`` would be: in a folder beside the file, or within the folder."""
    return (path if disk.is_folder(path) else path.parent) / FOLDER


def file_of(folder: Path, article: str) -> Path:
    """Where the text of an article would be in a folder of texts."""
    return folder / f"{article}{SUFFIX}"


def held(folder: Path, articles: Collection[str]) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """The texts in a folder by the ids of their articles, of which ``articles`` are known; none without the folder.

    Whatever else lies there is reported, since it can be a text with a slip in its name. All problems are warnings:
    they say nothing against the dataset.
    """
    try:
        files = sorted(file for file in folder.iterdir() if not file.name.startswith("."))
    except FileNotFoundError:
        return {}, ()
    except OSError as error:
        detail = error.strerror or type(error).__name__
        return {}, (Problem("folder-unreadable", str(folder), severity="warning", facts={"detail": detail}),)
    known = frozenset(articles)
    own = [file for file in files if file.suffix == SUFFIX and file.stem in known]
    texts: dict[str, str] = {}
    problems = list(_of_nobody([file for file in files if file not in set(own)], known))
    for file in own:
        text = read(file)
        if isinstance(text, Problem):
            problems.append(replace(text, severity="warning"))
        else:
            texts[file.stem] = text
    return texts, tuple(problems)


def _of_nobody(files: list[Path], articles: Collection[str]) -> Iterator[Problem]:
    for number, file in enumerate(files):
        meant = nearest(file.stem, articles) if number < MOST_SUGGESTIONS else ""
        facts = {"name": file.name[:60], "suggestion": f"{meant}{SUFFIX}" if meant else ""}
        yield Problem("text-of-nobody", str(file), severity="warning", facts=facts)


def read(path: Path) -> str | Problem:
    """The text in a file of UTF-8, or what keeps it from being read."""
    name = str(path)
    content = disk.read(path)
    if isinstance(content, Problem):
        return _of_a_text(content)
    if len(content) > LIMIT:
        return Problem("text-size", name, facts={"limit": str(LIMIT // 2**20)})
    text = disk.decode(content, name)
    if isinstance(text, Problem):
        return replace(text, line=0, column=0)  # all of the file is meant: it is another encoding throughout
    if "\0" in text:
        return Problem("file-encoding", name, facts={"guess": "UTF-16"})
    return text if text.strip() else Problem("text-empty", name)


def _of_a_text(problem: Problem) -> Problem:
    """The same where the words would be about data files."""
    if problem.code == "file-kind":
        return Problem("text-kind", problem.path)
    if problem.code == "file-size":
        return Problem("text-size", problem.path, facts={"limit": str(LIMIT // 2**20)})
    return problem
