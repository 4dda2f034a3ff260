"""The text of a data file and new articles → the text with them at its end; every other character stays as it is."""

import difflib
import re
from typing import Final

_ARTICLES: Final = re.compile(r"^articles:[ \t]*(?P<none>\[\])?[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_NEXT_SECTION: Final = re.compile(r"^[A-Za-z_][\w-]*:", re.MULTILINE)
_INDENT: Final = re.compile(r"^( *)- ", re.MULTILINE)


def inserted(text: str, entries: str) -> str:
    """The text of a data file with the entries of articles, which are indented by two, behind its last article.

    Comments, order, line ends and indentation of the file stay; where it has no articles yet, they begin.
    """
    line_end = "\r\n" if "\r\n" in text else "\n"
    head = _ARTICLES.search(text)
    if head is None:
        gap = "" if not text or text.endswith("\n") else line_end
        return f"{text}{gap}{line_end}articles:{line_end}{_with_ends(entries, line_end)}"
    if head["none"]:
        start, end = head.span("none")
        text = text[:start].rstrip(" \t") + text[end:]
        head = _ARTICLES.search(text)
        if head is None:
            raise ValueError(text[:start])
    following = _NEXT_SECTION.search(text, head.end())
    end = following.start() if following else len(text)
    body = text[head.end() : end]
    first = _INDENT.search(body)
    moved = _moved(entries, len(first[1]) if first else 2)
    last = head.end() + len(body.rstrip())
    rest = text[last:]
    if not rest.strip():
        rest = line_end
    return f"{text[:last]}{line_end}{_gap(body, line_end)}{_with_ends(moved, line_end).rstrip()}{rest}"


def difference(before: str, after: str, name: str) -> str:
    """The change of a file as a patch in the unified form, which ``git apply`` and ``patch`` read."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return "".join(difflib.unified_diff(old, new, f"a/{name}", f"b/{name}"))


def _gap(body: str, line_end: str) -> str:
    """An empty line between articles where the file has such lines."""
    return line_end if re.search(r"\n\s*\n +- id:", body) else ""


def _moved(entries: str, indent: int) -> str:
    lines = entries.splitlines()
    return "\n".join(" " * indent + line[2:] if line.strip() else line for line in lines) + "\n"


def _with_ends(entries: str, line_end: str) -> str:
    return line_end.join(entries.splitlines()) + line_end
