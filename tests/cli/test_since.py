"""``indicators check --since``: only what was not wrong yet in a revision of git, whatever moved in between."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.cli.main import main
from indicators.values.problems import Problem, not_among
from tests.builders import GOOD, changed, write

NOTED = changed(("    url: https://www.daily.cn/a.html\n", ""))
UNUSED = ("sectors:\n", "sectors:\n  - {id: roads, name: {zh: 公路, en: Roads}}\n")
BROKEN = ("text: 14家", "text: 14")

Git = Callable[..., None]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Calls of git in the folder in which the test runs, which is a repository."""
    monkeypatch.chdir(tmp_path)
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]

    def call(*arguments: str) -> None:
        subprocess.run(["git", *who, *arguments], check=True, capture_output=True)  # noqa: S607

    call("init", "-q")
    return call


def commit(git: Git) -> None:
    git("add", "-A")
    git("commit", "-qm", "as it was")


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    """The exit code, what is told of each problem without its place, and what stands on standard error."""
    code = main(["check", *arguments])
    printed = capsys.readouterr()
    lines = printed.out.splitlines()
    return code, [line.rpartition("[")[2].rstrip("]") for line in lines if line.endswith("]")], printed.err


def test_what_was_there_is_not_told_again_wherever_it_moved(capsys: pytest.CaptureFixture[str], git: Git) -> None:
    write(Path(), NOTED)
    commit(git)
    write(Path(), "# one more line\n" + changed(UNUSED, text=NOTED))
    code, problems, said = check(capsys, "data.yaml", "--since", "HEAD")
    assert (code, problems) == (0, ["unused-entry"])
    assert said.startswith("1 problem that HEAD had already is not listed.\n")
    assert check(capsys, "data.yaml", "--since", "HEAD", "--strict")[0] == 1
    assert check(capsys, "data.yaml")[1] == ["unused-entry", "no-address"]


def test_old_errors_do_not_fail_and_new_ones_do(capsys: pytest.CaptureFixture[str], git: Git) -> None:
    write(Path(), changed(BROKEN))
    commit(git)
    assert check(capsys, "data.yaml", "--since", "HEAD")[:2] == (0, [])
    write(Path(), changed(BROKEN, ("kind: newspaper", "kind: paper")))
    assert check(capsys, "data.yaml", "--since", "HEAD")[:2] == (1, ["not-one-of"])


def test_of_several_alike_one_more_is_new() -> None:
    earlier, later = Problem("yaml-syntax", "a.yaml", 3), [Problem("yaml-syntax", "a.yaml", line) for line in (5, 9)]
    assert not_among(later, [earlier]) == later[1:]
    assert not_among([earlier], later) == []


def test_places_in_facts_are_no_part_of_a_problem() -> None:
    one = Problem("url-twice", "a.yaml", 3, facts={"first": "x", "place": "b.yaml:7"}, about="y")
    other = Problem("url-twice", "c.yaml", 8, facts={"first": "x", "place": "d.yml:12"}, about="y")
    assert one.identity == other.identity
    assert one.identity != Problem("url-twice", "c.yaml", 8, facts={"first": "z"}, about="y").identity


def test_a_folder_whose_files_were_split_and_renamed(capsys: pytest.CaptureFixture[str], git: Git) -> None:
    Path("data").mkdir()
    head, articles = NOTED.split("articles:\n")
    write(Path("data"), NOTED, "all.yaml")
    commit(git)
    Path("data/all.yaml").unlink()
    write(Path("data"), head, "head.yaml")
    write(Path("data"), f"articles:\n{articles}", "2022.yaml")
    assert check(capsys, "data", "--since", "HEAD")[:2] == (0, [])


def test_a_renamed_file_is_compared_with_its_former_self(capsys: pytest.CaptureFixture[str], git: Git) -> None:
    Path("data").mkdir()
    write(Path("data"), NOTED, "old.yaml")
    commit(git)
    git("mv", "data/old.yaml", "data/new.yaml")
    code, problems, said = check(capsys, "data/new.yaml", "--since", "HEAD")
    assert (code, problems) == (0, [])
    assert said.startswith("data/new.yaml was called data/old.yaml in HEAD, and is compared with it.\n")


def test_of_a_file_that_was_not_there_all_is_new(capsys: pytest.CaptureFixture[str], git: Git) -> None:
    write(Path(), GOOD, "other.yaml")
    commit(git)
    write(Path(), NOTED)
    code, problems, said = check(capsys, "data.yaml", "--since", "HEAD")
    assert (code, problems) == (0, ["no-address"])
    assert said.startswith("data.yaml was not there in HEAD: all that is wrong is new.\n")


def test_warnings_that_errors_hid_are_listed_and_it_is_said(capsys: pytest.CaptureFixture[str], git: Git) -> None:
    write(Path(), changed(BROKEN, text=NOTED))
    commit(git)
    write(Path(), NOTED)
    code, problems, said = check(capsys, "data.yaml", "--since", "HEAD")
    assert (code, problems) == (0, ["no-address"])
    assert said.startswith("data.yaml had errors in HEAD, which hid its warnings and notes")


@pytest.mark.parametrize("revision", ["v9", "--help", "-x", "", "HEAD:data.yaml", "HEAD\0"])
def test_what_git_does_not_know(capsys: pytest.CaptureFixture[str], git: Git, revision: str) -> None:
    write(Path(), GOOD)
    commit(git)
    assert main(["check", "data.yaml", f"--since={revision}"]) == 2
    assert capsys.readouterr().err.startswith("could not run: git ")


def test_no_repository(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    path = write(tmp_path, GOOD)
    assert main(["check", str(path), "--since", "HEAD", "--lang", "zh"]) == 2
    assert capsys.readouterr().err.startswith(f"没有运行：{path} 不在 git 仓库里，没有“HEAD”可比")


def test_standard_input_has_no_revisions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "-", "--since", "HEAD"]) == 2
    assert "--since is for files and folders" in capsys.readouterr().err


def test_no_program_of_the_repository_is_started(capsys: pytest.CaptureFixture[str], git: Git) -> None:
    write(Path(), NOTED, "old.yaml")
    write(Path(), "*.yaml filter=evil diff=evil\n", ".gitattributes")
    commit(git)
    for key in ("core.fsmonitor", "filter.evil.clean", "filter.evil.smudge", "diff.evil.command", "diff.evil.textconv"):
        git("config", key, "touch started; cat")
    Path("old.yaml").rename("data.yaml")
    assert check(capsys, "data.yaml", "--since", "HEAD")[0] == 0
    assert not Path("started").exists()
