"""Commands that write into files of the data: what others have written meanwhile stays, and so do links and rights."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from indicators.cli import fixes
from indicators.cli.commands import draft
from indicators.cli.main import main
from indicators.curate.insertion import difference
from tests.builders import GOOD, changed

TEXT = "6月份，东区收入61.3亿元。\n"  # fictitious
Command = Callable[[Path], list[str]]
NAMED = changed(("region: east\n", "region: 东区\n"))


def drafted(data: Path) -> list[str]:
    text = data.with_name("article.txt")
    text.write_text(TEXT, "utf-8")
    asked = ["draft", str(text), "--data", str(data), "--write", "--lang", "en"]
    return [*asked, "--publisher", "daily", "--published", "2023-07-20"]


def fixed(data: Path) -> list[str]:
    return ["check", "--fix", str(data), "--lang", "en"]


both = pytest.mark.parametrize(
    ("command", "module", "content"), [(drafted, draft, GOOD), (fixed, fixes, NAMED)], ids=["draft", "fix"]
)


@both
def test_what_somebody_has_written_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: Command, module: ModuleType, content: str
) -> None:
    """Between reading and writing the change is shown, and a model may have been asked for minutes."""
    path = tmp_path / "data.yaml"
    path.write_text(content, "utf-8")

    def difference_while_somebody_writes(*texts: str) -> str:
        path.write_text(content + "# theirs\n", "utf-8")
        return difference(*texts)

    monkeypatch.setattr(module, "difference", difference_while_somebody_writes)
    assert main(command(path)) == 2
    assert path.read_text("utf-8") == content + "# theirs\n"


@both
def test_a_link_stays_and_the_file_keeps_its_rights(
    tmp_path: Path, command: Command, module: ModuleType, content: str
) -> None:
    del module
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_text(content, "utf-8")
    real.chmod(0o600)
    link.symlink_to(real)
    assert main(command(link)) == 0
    assert link.is_symlink()
    assert real.read_text("utf-8") != content
    assert real.stat().st_mode & 0o777 == 0o600
