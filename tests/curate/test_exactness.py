"""A file with entries in it is shown to hold them by what differs, without reading or comparing all of it."""

import re
from collections.abc import Iterator
from difflib import unified_diff
from random import Random
from typing import Any, Final

import pytest

from indicators.curate import exactness
from indicators.curate.exactness import holds_exactly
from indicators.curate.insertion import difference, inserted
from indicators.reading import yaml_source
from indicators.reading.yaml_source import Source

ENTRIES: Final = {
    "publishers": "  - {id: hourly, kind: newspaper}\n",
    "metrics": "  - id: firms\n    unit: enterprises\n",
    "articles": "  - id: new\n    figures:\n      - id: f\n        quote: '1,5: -'\n",
}


def read(text: str) -> Source:
    return yaml_source.read(text.encode(), "data.yaml")


def document(*sections: str) -> str:
    return "".join(f"{section}:\n{ENTRIES[section]}" for section in sections)


def with_entries(text: str, *sections: str) -> str:
    for section in sections:
        text = inserted(text, ENTRIES[section], section)  # type: ignore[arg-type]
    return text


def a_file(dice: Random) -> str:
    """A small data file: sections in any order, of any indentation, with comments, blocks and empty lines."""
    sections = [name for name in ("publishers", "metrics", "articles") if name == "articles" or dice.random() < 0.8]
    sections += dice.sample(["themes", "events"], dice.randrange(3))
    dice.shuffle(sections)
    text = dice.choice(["", "# a head\n", "---\n", "dataset: {id: x}\n"])
    for name in sections:
        text += f"{name}:{dice.choice(['', '  # these'])}\n{''.join(_entries(dice, name))}"
        text += f"{dice.choice(['', '# end', ''])}\n"
    text = text.rstrip("\n") + dice.choice(["", "\n", "\n\n", "\n# the end\n", "\n...\n"])
    return text.replace("\n", "\r\n") if dice.random() < 0.2 else text


def _entries(dice: Random, name: str) -> Iterator[str]:
    indent = " " * dice.choice([0, 2, 4])
    for index in range(dice.randrange(1, 4)):
        yield f"{indent}- id: {name}-{index}\n"
        match dice.randrange(7):
            case 0:
                yield f"{indent}  note: |{dice.choice(['', '+', '-'])}\n{indent}    articles:\n"
                yield f"{indent}      - id: inside\n\n"
            case 1:
                yield f'{indent}  note: "two\n{dice.choice(["", indent])}  lines, metrics: -"\n'
            case 2:
                yield f"{indent}  figures:\n{indent}    - {{id: f, quote: '-'}}\n"
            case 3:
                yield f"\n{indent}  # of {name}\n"
            case 4:
                yield f"{indent}  note: plain\n{indent}    articles\n"


def tampered(text: str, dice: Random) -> str:
    """The text with a slip somewhere in it."""
    place = dice.randrange(len(text))
    match dice.randrange(6):
        case 0:
            return text[:place] + text[place + 1 :]
        case 1:
            return (
                text[:place]
                + dice.choice(["\n", "  ", "'", '"', "#", ": ", "- ", "...\n", "\n---\n", "\n...\n"])
                + text[place:]
            )
        case 2:
            lines = text.splitlines(keepends=True)
            return "".join(dice.sample(lines, len(lines)))
        case 3:
            return text.replace("id: ", "id:  x", 1)
        case 4:
            return text + dice.choice(["  - id: smuggled\n", "- id: smuggled\n", "note: x\n", "...\n---\na: b\n"])
        case _:
            return text[:place]


def in_all(before: str, after: str, entries: str) -> bool:
    was, now, several = read(before), read(after), read(entries)
    if was.problems or now.problems or was.data is None or several.data is None:
        return False
    expected: dict[str, Any] = {**was.data}
    for name, new in several.data.items():
        expected[name] = [*(expected.get(name) or []), *(new or [])]
    return now.data == expected


@pytest.mark.parametrize("seed", [*range(3), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(3, 40))])
def test_a_file_holds_exactly_what_it_is_read_as(seed: int) -> None:
    dice, held = Random(seed), 0  # noqa: S311
    for _ in range(20):
        before = a_file(dice)
        sections = ["articles", *dice.sample(["publishers", "metrics"], dice.randrange(3))][::-1]
        after, entries = with_entries(before, *sections), document(*sections)
        source = read(before)
        if source.data is None or source.problems:
            continue
        held += holds_exactly(before, source, after, entries)
        assert holds_exactly(before, source, after, entries) == in_all(before, after, entries)
        for _ in range(4):
            other = tampered(after, dice)
            assert holds_exactly(before, source, other, entries) == in_all(before, other, entries), (before, other)
    assert held > 5


def large(articles: int) -> str:
    sections = ("publishers", "metrics", "articles", "events")
    return "".join(
        f"{name}:\n" + "".join(f"  - id: {name}-{index}\n    note: words\n" for index in range(articles))
        for name in sections
    )


@pytest.mark.parametrize("sections", [("articles",), ("publishers", "metrics", "articles")])
@pytest.mark.parametrize("has_events", [True, False])
def test_only_the_ends_of_sections_are_read(
    monkeypatch: pytest.MonkeyPatch, sections: tuple[str, ...], *, has_events: bool
) -> None:
    before = large(2000) if has_events else large(2000).partition("events:")[0]
    after, source, characters = with_entries(before, *sections), read(before), []

    def counted(text: str) -> Any:
        characters.append(len(text))
        return read(text).data

    monkeypatch.setattr(exactness, "_data", counted)
    assert holds_exactly(before, source, after, document(*sections))
    assert sum(characters) < len(before) / 50


def test_a_section_that_begins_behind_the_articles_is_read_with_their_end(monkeypatch: pytest.MonkeyPatch) -> None:
    before = "publishers:\n  - id: p\narticles:\n" + "  - id: a\n" * 3000
    after, source = with_entries(before, "metrics", "articles"), read(before)
    assert read(after).data == read(f"{before}{ENTRIES['articles']}metrics:\n{ENTRIES['metrics']}").data
    monkeypatch.delattr(exactness, "_holds_in_all")
    assert holds_exactly(before, source, after, document("metrics", "articles"))


# --- the change ------------------------------------------------------------------------------------------------------


def applied(before: str, patch: str) -> str:
    """The text that a patch makes of another."""
    lines, made, place = re.findall(r"[^\n]*\n|[^\n]+$", before), [], 0
    parts = re.split(r"^@@ -(\d+)(?:,(\d+))? .*\n", patch, flags=re.MULTILINE)
    for start, count, body in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        first = int(start) - (count != "0")
        made += lines[place:first]
        place = first
        for line in re.sub(r"\n\\ No newline at end of file\n", "", body + "\0").rstrip("\0").splitlines(keepends=True):
            if line[0] in " -":
                assert lines[place].rstrip("\n") == line[1:].rstrip("\n")
                place += 1
            if line[0] in " +":
                made.append(line[1:])
    return "".join([*made, *lines[place:]])


def test_a_patch_makes_the_file_after_of_the_file_before() -> None:
    dice = Random(3)  # noqa: S311
    for _ in range(100):
        lines = [f"line {dice.randrange(dice.choice([3, 5000]))}\n" for _ in range(dice.choice([5, 300, 900]))]
        new = list(lines)
        for _ in range(dice.randrange(4)):
            place = dice.randrange(len(new))
            new[place : place + dice.choice([0, 0, 0, 2])] = ["new\n"] * dice.choice([1, 30])
        before, after = "".join(lines), "".join(new)
        assert applied(before, difference(before, after, "data.yaml")) == after


def test_the_change_of_a_large_file_compares_only_what_differs(monkeypatch: pytest.MonkeyPatch) -> None:
    before = large(20_000)
    after = with_entries(before, "publishers", "metrics", "articles")
    compared = []

    def counted(old: list[str], new: list[str], *names: Any) -> Iterator[str]:
        compared.append(len(old) + len(new))
        return unified_diff(old, new, *names)

    monkeypatch.setattr("difflib.unified_diff", counted)
    patch = difference(before, after, "data.yaml")
    assert applied(before, patch) == after
    assert patch.count("\n@@ ") == 3
    assert sum(compared) < 1500
