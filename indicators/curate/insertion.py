"""The text of a data file and new articles → the text with them at its end; every other character stays as it is."""

import difflib
import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple, get_args

FileSection = Literal["articles", "metrics", "groups", "sectors", "regions", "publishers"]

_HEADS: Final = {
    section: re.compile(rf"^{section}:[ \t]*(?P<none>\[\])?[ \t]*(?:#[^\r\n]*)?(?=\r?$)", re.MULTILINE)
    for section in get_args(FileSection)
}
_NEXT_SECTION: Final = re.compile(r"^[A-Za-z_][\w-]*:", re.MULTILINE)
_INDENT: Final = re.compile(r"^( *)- ", re.MULTILINE)


def inserted(text: str, entries: str, section: FileSection = "articles") -> str:
    """The text of a data file with entries, which are indented by two, behind the last ones of their section.

    Comments, order, line ends and indentation of the file stay, and what stands at its end, be it no line end or
    several; where it has no such section yet, it begins.
    """
    line_end = "\r\n" if "\r\n" in text else "\n"
    head = _HEADS[section].search(text)
    if head is None and (flow := _flow_of(text, section)) and (items := _flow_items(entries)):
        return _into_flow(text, flow, items, line_end)
    if head is None:
        gap = "" if not text or text.endswith("\n") else line_end
        return f"{text}{gap}{line_end}{section}:{line_end}{_with_ends(entries, line_end)}"
    if head["none"]:
        start, end = head.span("none")
        text = text[:start].rstrip(" \t") + text[end:]
        head = _HEADS[section].search(text)
        if head is None:
            raise ValueError(text[:start])
    following = _NEXT_SECTION.search(text, head.end())
    end = following.start() if following else len(text)
    body = text[head.end() : end]
    first = _INDENT.search(body)
    moved = _moved(entries, len(first[1]) if first else 2)
    last = head.end() + _content_end(body)
    return f"{text[:last]}{line_end}{_gap(body, line_end)}{_with_ends(moved, line_end).rstrip()}{text[last:]}"


def without(text: str, entries: str, section: FileSection = "articles") -> Iterator[str]:
    """All texts of a data file that become this one when entries are inserted into them; none where it has others."""
    several = dict.fromkeys(
        [
            *_before_section(text, entries, section),
            *_before_entries(text, entries, section),
            *_before_items(text, entries, section),
        ]
    )
    return (before for before in several if inserted(before, entries, section) == text)


def _before_section(text: str, entries: str, section: FileSection) -> Iterator[str]:
    """What may have stood there if the section began with the entries: perhaps without a line end behind it."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    begun = f"{line_end}{section}:{line_end}{_with_ends(entries, line_end)}"
    if text.endswith(begun):
        before = text.removesuffix(begun)
        yield before
        yield before.removesuffix(line_end)


def _before_entries(text: str, entries: str, section: FileSection) -> Iterator[str]:
    """What may have stood there if the section had entries already, or said that it has none."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    head = _HEADS[section].search(text)
    first = _INDENT.search(text, head.end()) if head else None
    if first is None:
        return
    block = _with_ends(_moved(entries, len(first[1])), line_end).rstrip()
    for gap in (2 * line_end, line_end):
        place = text.rfind(f"{gap}{block}")
        if place >= 0:
            before = text[:place] + text[place + len(gap) + len(block) :]
            yield _with_none(before, section)
            yield before


def _with_none(text: str, section: FileSection) -> str:
    """The text of a data file whose section says that it is empty, where nothing is left in it."""
    head = _HEADS[section].search(text)
    if head is None or head["none"]:
        return text
    following = _NEXT_SECTION.search(text, head.end())
    if _INDENT.search(text, head.end(), following.start() if following else len(text)):
        return text
    place = head.start() + len(f"{section}:")
    return f"{text[:place]} []{text[place:]}"


# --- sections in brackets: [{…}, {…}] --------------------------------------------------------------------------------


class _Flow(NamedTuple):
    """A list in brackets: what stands between them begins at ``start``, and its last item ends at ``items_end``.

    ``indent`` is that of the items if each stands on a line of its own, and None if they do not.
    """

    start: int
    items_end: int
    end: int
    indent: str | None


def _flow_of(text: str, section: FileSection) -> _Flow | None:
    """The section of a data file if it is a list in brackets that is closed."""
    head = re.search(rf"^{section}:[ \t]*\[", text, re.MULTILINE)
    if head is None:
        return None
    depth, items_end = 1, head.end()
    for token in _FLOW_TOKENS.finditer(text, head.end()):
        depth += (token[0] in "[{") - (token[0] in "]}")
        if depth == 0:
            own_lines = re.match(r"[ \t]*\r?\n([ \t]*)", text[head.end() : items_end])
            return _Flow(head.end(), items_end, token.start(), own_lines[1] if own_lines else None)
        if not token["comment"]:
            items_end = token.end()
    return None


_FLOW_TOKENS: Final = re.compile(
    r"""(?P<comment>(?<![^\s\[,])\#[^\n]*)|"(?:[^"\\]|\\.)*"|(?<![^\s\[{,:])'(?:[^']|'')*'|[][{}]|[^][{}"'\s]+|['"]""",
    re.VERBOSE | re.DOTALL,
)
"""The parts of a list in brackets: a bracket in a text between quotation marks, or in a comment, closes nothing."""


def _flow_items(entries: str) -> Sequence[str]:
    """Entries on one line each as items of a list in brackets; nothing where one has several lines."""
    lines = entries.splitlines()
    return [line[4:] for line in lines] if all(line.startswith("  - {") for line in lines) else []


def _into_flow(text: str, flow: _Flow, items: Sequence[str], line_end: str) -> str:
    is_first, has_comma = flow.items_end == flow.start, text[flow.items_end - 1] == ","
    comma = "" if is_first or has_comma else ","
    before, rest = text[: flow.items_end] + comma, text[flow.items_end :]
    if flow.indent is None:
        return f"{before}{'' if is_first else ' '}{', '.join(items)}{rest}"
    remark, end, behind = rest.partition(line_end)
    if flow.items_end + len(remark) > flow.end:  # the bracket stands on the line of the last item
        remark, end, behind = "", "", rest
    lines = f",{line_end}{flow.indent}".join(items)
    return f"{before}{remark}{line_end}{flow.indent}{lines}{end}{behind}"


def _before_items(text: str, entries: str, section: FileSection) -> Iterator[str]:
    """What may have stood there if the section is a list in brackets."""
    flow, items = _flow_of(text, section), _flow_items(entries)
    if flow is None or not items:
        return
    line_end = "\r\n" if "\r\n" in text else "\n"
    own_line = f"{line_end}{flow.indent or ''}"
    for lead, between in ((" ", ", "), ("", ", "), (own_line, f",{own_line}")):
        added = lead + between.join(items)
        place = text.rfind(added, 0, flow.end)
        if place >= 0:
            before, behind = text[:place], text[place + len(added) :]
            comma = before.rfind(",")
            yield before[:comma] + before[comma + 1 :] + behind
            yield before + behind


def difference(before: str, after: str, name: str) -> str:
    """The change of a file as a patch in the unified form, which ``git apply`` and ``patch`` read.

    Only what differs is compared line by line, with the lines around it: 600,000 lines take minutes.
    """
    lines: list[str] = []
    for old, new in _differing(before, after):
        part = difflib.unified_diff(_lines(before[slice(*old)]), _lines(after[slice(*new)]), f"a/{name}", f"b/{name}")
        skipped = before.count("\n", 0, old[0]), after.count("\n", 0, new[0])
        moved = [_moved_on(line, skipped) if line.startswith("@@") else line for line in part]
        lines += moved[2:] if lines else moved
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


_Stretch = tuple[int, int]


def _differing(before: str, after: str) -> Iterator[tuple[_Stretch, _Stretch]]:
    """The stretches of two texts that differ, with lines around them; between them the texts are the same."""
    old = new = 0
    while True:
        same = _same_lines(before, old, after, new)
        first = max(_lines_back(before, old + same), old), max(_lines_back(after, new + same), new)
        old, new = old + same, new + same
        if (old, new) == (len(before), len(after)):
            return
        end = _lines_on(before, old)
        place = after.find(before[old:end], new)
        if old < end < len(before) and place >= 0 and after[place - 1 : place] == "\n":  # lines were inserted
            yield (first[0], end), (first[1], place + end - old)
            old, new = end, place + end - old
        else:
            yield (first[0], len(before)), (first[1], len(after))
            return


def _same_lines(before: str, old: int, after: str, new: int) -> int:
    """How many characters two texts have in common from two places on, in whole lines."""
    length = 0
    step = 2**16
    most = min(len(before) - old, len(after) - new)
    while length < most:
        step = min(step, most - length)
        if before[old + length : old + length + step] == after[new + length : new + length + step]:
            length += step
        elif step > 1:
            step //= 2
        else:
            break
    if old + length == len(before) and new + length == len(after):
        return length
    return max(before.rfind("\n", old, old + length) + 1, old) - old


def _lines_back(text: str, place: int) -> int:
    """Where some lines begin that end at a place."""
    for _ in range(_LINES_AROUND):
        place = text.rfind("\n", 0, max(place - 1, 0)) + 1
    return place


def _lines_on(text: str, place: int) -> int:
    """Where some lines end that begin at a place."""
    for _ in range(_LINES_AROUND):
        place = text.find("\n", place) + 1 or len(text)
    return place


_LINES_AROUND: Final = 100
"""So many lines before and behind what differs are compared, which is more than a patch shows."""


def _moved_on(head: str, lines: tuple[int, int]) -> str:
    """The head of a part of a patch (@@ -1,3 +1,9 @@) so many lines further on in each of the two texts."""
    further = iter(lines)
    return _LINE_NUMBER.sub(lambda number: f"{number[1]}{int(number[2]) + next(further)}", head)


_LINE_NUMBER: Final = re.compile(r"([-+])([0-9]+)")


def _lines(text: str) -> list[str]:
    """The lines of a file with their ends; what else Unicode calls a line end is inside of a line."""
    return _LINE.findall(text)


_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+$")


def _content_end(body: str) -> int:
    """Where the entries of a section end: empty lines and comments at the margin belong to what follows."""
    end = len(body.rstrip())
    while (start := body.rfind("\n", 0, end) + 1) > 0 and body.startswith("#", start):
        end = len(body[:start].rstrip())
    return end


def _gap(body: str, line_end: str) -> str:
    """An empty line between articles where the file has such lines."""
    return line_end if re.search(r"\n\s*\n +- id:", body) else ""


def _moved(entries: str, indent: int) -> str:
    lines = entries.splitlines()
    return "\n".join(" " * indent + line[2:] if line.strip() else line for line in lines) + "\n"


def _with_ends(entries: str, line_end: str) -> str:
    return line_end.join(entries.splitlines()) + line_end
