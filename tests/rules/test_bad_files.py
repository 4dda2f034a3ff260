"""Every problem that can be told of a file: where it is told, and that its sentences hold in both languages.

In ``bad/*.yaml`` a line ends in the codes of what is wrong with it; ``# file:`` in the first line names what is wrong
with the file as a whole. Problems that no text file can have are made by functions below.
"""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from string import Formatter

import pytest

import indicators
from indicators.loading import seal, store
from indicators.loading.loader import Loaded, load
from indicators.phrasing.problems import sentence
from indicators.reading import boundaries, disk, validate, yaml_syntax
from indicators.reading import yaml_source as source
from indicators.values.problems import Problem
from indicators.values.text import LANGS
from indicators.words.problems import SENTENCES
from indicators.words.problems.files import HINTS
from tests import ROOT
from tests.builders import GOOD, changed, codes_by_line, load_text, write

FILES = sorted((ROOT / "tests" / "bad").glob("*.yaml"))
MARK = re.compile(r"# (?P<file>file: )?(?P<codes>[a-z-]+(?:, [a-z-]+)*)$")


def marked(path: Path) -> list[tuple[int, str]]:
    """What the comments of a bad file say: line and code; line 0 is the file."""
    marks = ((number, MARK.search(line)) for number, line in enumerate(path.read_text("utf-8").splitlines(), 1))
    return sorted(
        (0 if mark["file"] else number, code) for number, mark in marks if mark for code in mark["codes"].split(", ")
    )


# --- problems that no text file can have ------------------------------------------------------------------------------

Make = Callable[[Path, pytest.MonkeyPatch], tuple[Problem, ...]]


def bytes_of(content: str | bytes) -> Make:
    return lambda folder, _: load_text(folder, content).problems


def shown_in_place_of_a_file(make: Callable[[Path], object]) -> Make:
    def make_problems(folder: Path, _: pytest.MonkeyPatch) -> tuple[Problem, ...]:
        make(folder / "data.yaml")
        return load(folder / "data.yaml").problems

    return make_problems


def refusing(call: str, error: Exception) -> Make:
    """A system that refuses a call."""

    def make_problems(folder: Path, patch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
        def refuse(*_: object) -> None:
            raise error

        write(folder, GOOD)
        patch.setattr(os, call, refuse)
        return load(folder / "data.yaml").problems

    return make_problems


def too_big(path: Path) -> None:
    path.touch()
    os.truncate(path, disk.MAX_BYTES + 1)  # a hole: it takes no room


def being_written(folder: Path, patch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    path = write(folder, GOOD)
    real = os.read

    def read_while_written(descriptor: int, size: int) -> bytes:
        with path.open("a") as file:
            file.write("# more\n")
        return real(descriptor, size)

    patch.setattr(os, "read", read_while_written)
    return load(path).problems


def too_many_items(folder: Path, patch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    patch.setattr(source, "MAX_EVENTS", 50)
    return load_text(folder, GOOD).problems


def two_heads(folder: Path, _: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    write(folder, GOOD, "a.yaml")
    write(folder, "dataset: {id: example, title: {zh: 示例, en: Example}, license: CC0-1.0}\n", "b.yaml")
    return load(folder).problems


def closed_folder(folder: Path, patch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    patch.setattr(Path, "iterdir", refuse)
    return load(folder).problems


def found_by_a_newer_pydantic(folder: Path, patch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    patch.setattr(validate, "_BY_TYPE", {})
    return load_text(folder, changed(("kind: newspaper", "kind: radio"))).problems


def cut_off(folder: Path, patch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    more = "".join(f"      - {{id: f{n}, metric: firms, text: 3家, quote: 3家}}\n" for n in range(3))
    return shown_after(lambda: write(folder, GOOD), write(folder, GOOD + more), patch)


def fewer(folder: Path, patch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    more = "      - {id: f1, metric: firms, text: 3家, quote: 3家}\n"
    return shown_after(lambda: write(folder, GOOD), write(folder, GOOD + more), patch)


def shown_after(harm: Callable[[], object], path: Path, patch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    """What is told of a file that was harmed under a running program."""
    patch.setattr(store, "PATIENCE", -1.0)
    kept = store.Store(path)
    kept.current()
    harm()
    return kept.current().problems


def failing_load(folder: Path, patch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    def fail(*_: object, **__: object) -> Loaded:
        raise MemoryError

    return store.Store(write(folder, GOOD), load=fail).current().problems


def sealed(harm: Callable[[Path], object]) -> Make:
    """A sealed dataset that is harmed under a running program."""

    def make_problems(folder: Path, patch: pytest.MonkeyPatch) -> tuple[Problem, ...]:
        (folder / "texts").mkdir()
        write(folder / "texts", "收入56.92亿元，企业14家", "first.txt")
        path = write(folder, GOOD)
        made = seal.of(path, 2)
        assert isinstance(made, seal.Seal)
        seal.write(path, made)
        return shown_after(lambda: harm(path), path, patch)

    return make_problems


def seal_of_more(path: Path) -> None:
    made = seal.of(path, 3)
    assert isinstance(made, seal.Seal)
    seal.write(path, made)


def outlines(size: int) -> Make:
    def make_problems(folder: Path, _: pytest.MonkeyPatch) -> tuple[Problem, ...]:
        path = write(folder, "[]", boundaries.NAME)
        os.truncate(path, size)
        return boundaries.read(path).problems

    return make_problems


def pipe_of_outlines(folder: Path, _: pytest.MonkeyPatch) -> tuple[Problem, ...]:
    os.mkfifo(folder / boundaries.NAME)
    return boundaries.read(folder / boundaries.NAME).problems


def beside(text: str, name: str = "first.txt") -> Make:
    """A text beside the data, whose article has a headline."""

    def make_problems(folder: Path, _: pytest.MonkeyPatch) -> tuple[Problem, ...]:
        (folder / "texts").mkdir()
        write(folder / "texts", text, name)
        return load_text(folder, changed(("zh: 标题", "zh: 港口建设加快"))).problems

    return make_problems


def in_place_of_a_text(make: Callable[[Path], object]) -> Make:
    def make_problems(folder: Path, _: pytest.MonkeyPatch) -> tuple[Problem, ...]:
        (folder / "texts").mkdir()
        make(folder / "texts" / "first.txt")
        return load_text(folder, GOOD).problems

    return make_problems


MADE: dict[str, Make] = {
    "boundaries-form": outlines(2),
    "boundaries-size": outlines(boundaries.LIMIT + 1),
    "boundaries-kind": pipe_of_outlines,
    "dataset-fewer": fewer,
    "dataset-shrunk": cut_off,
    "dataset-twice": two_heads,
    "file-changing": being_written,
    "file-encoding": bytes_of("title: 日照".encode("gb18030")),
    "file-kind": shown_in_place_of_a_file(os.mkfifo),
    "file-missing": shown_in_place_of_a_file(lambda path: None),
    "file-permission": refusing("open", PermissionError(13, "Permission denied")),
    "file-size": shown_in_place_of_a_file(too_big),
    "file-unreadable": shown_in_place_of_a_file(lambda path: path.symlink_to(path)),
    "folder-empty": shown_in_place_of_a_file(Path.mkdir),
    "folder-unreadable": closed_folder,
    "invalid-value": found_by_a_newer_pydantic,
    "load-failed": failing_load,
    "seal-count": sealed(seal_of_more),
    "seal-differs": sealed(lambda path: path.write_bytes(path.read_bytes() + b"#")),
    "seal-gone": sealed(lambda path: seal.beside(path).unlink()),
    "seal-lacks": sealed(lambda path: (path.parent / "texts" / "first.txt").unlink()),
    "seal-unknown": sealed(lambda path: (path.parent / boundaries.NAME).write_text("{}")),
    "seal-unreadable": sealed(lambda path: seal.beside(path).write_bytes(seal.beside(path).read_bytes()[:-9])),
    "quote-changed": beside("港口建设加快\n收入56.93亿元，企业14家"),
    "quote-missing": beside("港口建设加快\n企业14家"),
    "quote-moved": beside("企业14家\n港口建设加快\n收入56.92亿元"),
    "rate-far": beside("港口建设加快\n收入56.92亿元，企业14家"),
    "rate-of-another": beside("港口建设加快\n企业14家，收入56.92亿元，分别增长32%、23%，完成计划的52.1%"),
    "text-empty": beside("\n"),
    "text-kind": in_place_of_a_text(os.mkfifo),
    "text-of-nobody": beside("收入56.92亿元，企业14家", "fist.txt"),
    "text-size": in_place_of_a_text(too_big),
    "yaml-dense": bytes_of(f"articles: [{'x,' * 120_000}"),
    "yaml-scalar": bytes_of(f"dataset: {{id: {'x' * 20_001}}}"),
    "yaml-size": too_many_items,
}


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_bad(path: Path) -> None:
    assert codes_by_line(load(path)) == marked(path)


@pytest.mark.parametrize("code", MADE)
def test_made(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    problems = MADE[code](tmp_path, monkeypatch)
    assert code in {problem.code for problem in problems}
    tell(problems)


def test_every_code_has_a_case() -> None:
    assert {code for path in FILES for _, code in marked(path)} | set(MADE) == set(SENTENCES)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_only_errors_keep_a_dataset_back(path: Path) -> None:
    loaded = load(path)
    assert (loaded.dataset is None) == any(problem.severity == "error" for problem in loaded.problems)


def test_codes_are_those_in_the_source() -> None:
    """Whatever code a problem is made with has a sentence, and every sentence is of a code that is used."""
    calls = re.compile(r"""(?:Fault|Problem|problem|error|warning|_tell|_refuse|_plain)\(\s*"([a-z]+(?:-[a-z]+)+)["]""")
    folder = Path(indicators.__file__).parent
    texts = [
        path.read_text("utf-8")
        for path in folder.rglob("*.py")
        if not {"words", "ui"} & set(path.relative_to(folder).parts)
    ]
    used = {code for text in texts for code in calls.findall(text)}
    assert used - set(SENTENCES) == set()
    assert {code for code in SENTENCES if not any(f'"{code}"' in text for text in texts)} == set()


# --- the sentences ---------------------------------------------------------------------------------------------------


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def tell(problems: Iterable[Problem]) -> None:
    """Hold the sentences of real problems against what a reader may expect of them."""
    for problem in problems:
        words = SENTENCES[problem.code]
        assert placeholders(words.zh) | placeholders(words.en) <= set(problem.facts), problem
        zh, en = (sentence(problem, lang) for lang in LANGS)
        assert "None" not in zh + en
        plain = re.sub(r"“[^”]*”|（[^（）]*）", "", zh)
        assert re.search("[\u4e00-\u9fff]", plain), zh
        assert not re.search("[A-Za-z]{2,} [A-Za-z]{2,}", plain), zh
        assert zh[-1] in "。？"
        assert en[-1] in ".?"
        assert "  " not in en


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_sentences(path: Path) -> None:
    tell(load(path).problems)


REASONS = [
    ("fullwidth-colon", "a: 1\nb：2\n"),
    ("wide-space", "a: 1\nb:\u00a02\n"),
    ("tab", "a:\n\tb: 1\n"),
    ("indent", "a:\n  b: 1\n c: 2\n"),
    ("colon", "a: b: c\n"),
    ("quote", 'a: "b\n'),
    ("bracket", "a: [b\n"),
    ("escape", 'a: "\\q"\n'),
    ("character", "a: @b\n"),
]


@pytest.mark.parametrize(("reason", "text"), REASONS)
@pytest.mark.parametrize("lang", LANGS)
def test_hints(tmp_path: Path, reason: str, text: str, lang: str) -> None:
    (problem,) = load_text(tmp_path, text).problems
    assert sentence(problem, "zh" if lang == "zh" else "en").endswith(HINTS[reason].of("zh" if lang == "zh" else "en"))


def test_every_reason_has_a_hint() -> None:
    assert {reason for reason, _ in REASONS} | {"other"} == set(HINTS)
    assert {reason for reason, *_ in yaml_syntax._REASONS} <= set(HINTS)
