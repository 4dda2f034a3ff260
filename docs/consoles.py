"""Commands shown in the documents → what they print today, written into the documents.

Run ``python -m docs.consoles`` from the top of the project after a command or a sentence has changed.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests import ROOT

DOCUMENTS: Final = tuple(
    sorted(
        path.relative_to(ROOT).as_posix()
        for pattern in ("*.md", "docs/*.md", "benchmarks/*.md")
        for path in ROOT.glob(pattern)
    )
)
"""All texts that people read, as paths from the top of the project."""
EXAMPLES: Final = "docs/data-file.md"
"""The document whose first block of YAML is the file on which all commands run."""
MISTAKES: Final = {"sector: equipment,": "sector: equipmnt,", "text: 36.7亿元": "text: 36.1亿元"}
"""What is wrong in the example where ``indicators check`` shows what it says about mistakes."""
EARLIER: Final = {
    "text: 36.7亿元": "text: 36.1亿元",
    "quote: 实现产值36.7亿元": "quote: 实现产值36.1亿元",
}
"""How the example differs in before.yaml, with which ``indicators diff`` compares it."""
PAGE: Final = "“红纽带” 激活产业发展新动能\n\n今年上半年，实现产值36.8亿元，税收1.68亿元，同比分别增长32%、144%。\n"
"""What ``indicators verify`` compares the example with: a page that differs from the article in one digit."""
_CONSOLE: Final = re.compile(r"(?<=^```console\n)\$ (.*)\n((?:.*\n)*?)(?=```$)", re.MULTILINE)


def read(name: str) -> str:
    """The text of a document."""
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The blocks of code of one language in a document."""
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def example() -> str:
    """The complete data file that the documents show."""
    return blocks(read(EXAMPLES), "yaml")[0]


def commands(text: str) -> list[tuple[str, str]]:
    """Each command that a document shows, with what it is said to print."""
    return _CONSOLE.findall(text)


def output(command: str, folder: Path) -> str:
    """What a command prints in an empty folder that is given the example first."""
    _write_example(folder, MISTAKES if command.startswith("indicators check") else {})
    return run(command, folder)


def run(command: str, folder: Path) -> str:
    """What a command prints in a folder, on a terminal of 80 columns."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "LC_ALL": "C", "COLUMNS": "80", "PATH": path}
    done = subprocess.run(
        command.split(), cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    return done.stdout + done.stderr


def _write_example(folder: Path, mistakes: Mapping[str, str]) -> None:
    text = example()
    for right, wrong in mistakes.items():
        if text.count(right) != 1:
            raise ValueError(f"the example should say {right!r} once")
        text = text.replace(right, wrong)
    (folder / "data").mkdir()
    (folder / "data" / "indicators.yaml").write_text(text, encoding="utf-8")
    earlier = text
    for present, before in EARLIER.items():
        earlier = earlier.replace(present, before)
    (folder / "before.yaml").write_text(earlier, encoding="utf-8")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")


def _with_output(block: re.Match[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        return f"$ {block[1]}\n{output(block[1], Path(folder))}"


def main() -> None:
    """Write into each document what its commands print."""
    for name in DOCUMENTS:
        text = read(name)
        if (renewed := _CONSOLE.sub(_with_output, text)) != text:
            (ROOT / name).write_text(renewed, encoding="utf-8")
            print(f"written: {name}")


if __name__ == "__main__":
    main()
