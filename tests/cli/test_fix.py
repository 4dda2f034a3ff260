"""``indicators check --fix``: the change is shown, the file written in one step, and the report is of what is there."""

from pathlib import Path

import pytest

from indicators.cli.main import main
from indicators.loading import seal
from indicators.loading.loader import load
from tests.builders import GOOD, changed, write

NAMED = changed(("region: east\n", "region: 东区\n"), ("period: 2022-06\n", "period: 2022年6月\n"))
PATCH = """\
@@ -34,7 +34,7 @@
         quote: 收入56.92亿元
       - id: east-firms
         metric: firms
-        region: 东区
-        period: 2022年6月
+        region: east
+        period: 2022-06
         text: 14家
         quote: 企业14家
"""


def test_the_change_is_shown_written_and_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, NAMED)
    assert main(["check", "--fix", str(path)]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith(f"--- a/{path}\n+++ b/{path}\n@@ ")
    assert [line for line in printed.out.splitlines() if line[:1] in "+-"][2:] == [
        line for line in PATCH.splitlines() if line[:1] in "+-"
    ]
    assert printed.out.endswith(f"{path}: no problems. 1 article, 2 figures.\n")
    assert printed.err == f"written: {path}\n"
    assert path.read_text("utf-8") == GOOD
    assert main(["check", "--fix", str(path)]) == 0
    assert capsys.readouterr().err == f"{path}: nothing that is certain to be changed\n"


def test_a_dry_run_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, NAMED)
    assert main(["check", "--fix", "--dry-run", str(path)]) == 1
    assert "+        region: east\n" in capsys.readouterr().out
    assert path.read_text("utf-8") == NAMED


def test_another_format_is_not_mixed_with_the_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--fix", "--format", "json", str(write(tmp_path, NAMED))]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("{")
    assert "+        region: east\n" in printed.err


def test_files_of_a_folder_and_a_byte_order_mark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head, articles = NAMED.split("articles:\n")
    write(
        tmp_path,
        b"\xef\xbb\xbf" + head.replace("theme: output, name: {zh: 收入", "theme: 产出, name: {zh: 收入").encode(),
    )
    write(tmp_path, f"articles:\n{articles}", "more.yaml")
    assert main(["check", "--fix", str(tmp_path)]) == 0
    assert (tmp_path / "data.yaml").read_bytes() == b"\xef\xbb\xbf" + head.encode()
    assert "region: east\n" in (tmp_path / "more.yaml").read_text("utf-8")
    assert capsys.readouterr().err.count("written: ") == 2


def test_it_says_when_a_seal_no_longer_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, changed(("region: east\n", "region: 东区\n")))
    made = seal.of(path, 2)
    assert isinstance(made, seal.Seal)
    seal.write(path, made)
    assert main(["check", "--fix", "--dry-run", str(path)]) == 0
    assert "sealed" not in capsys.readouterr().err
    assert main(["check", "--fix", str(path)]) == 0
    assert "the data are sealed and no longer match" in capsys.readouterr().err


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path = write(tmp_path, NAMED)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    assert main(["check", "--fix", str(link)]) == 0
    assert link.is_symlink()
    assert load(path).dataset is not None


@pytest.mark.parametrize(
    ("arguments", "reason"), [(["--fix", "-"], "standard input"), (["--dry-run"], "goes with --fix")]
)
def test_what_cannot_be(capsys: pytest.CaptureFixture[str], arguments: list[str], reason: str) -> None:
    assert main(["check", *arguments]) == 2
    assert reason in capsys.readouterr().err


def test_what_is_no_text_is_left_to_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, NAMED.encode("gb18030"))
    assert main(["check", "--fix", str(path)]) == 1
    assert path.read_bytes() == NAMED.encode("gb18030")
    assert "[file-encoding]" in capsys.readouterr().out
