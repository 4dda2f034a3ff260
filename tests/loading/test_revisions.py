"""A revision of git has the files that were committed in it, whatever lies on the disk now."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from indicators.loading.revisions import RevisionError, contents

FIRST, SECOND = b"a: 1\n", "b: 二\n\n".encode()


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, "-C", str(folder), *arguments], check=True, capture_output=True)  # noqa: S607


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two commits: in the first data.yaml, in the second the folder data and, changed, data.yaml."""
    folder = tmp_path_factory.mktemp("repository")
    git(folder, "init", "-q", "-b", "main")
    (folder / "data.yaml").write_bytes(FIRST)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")
    git(folder, "tag", "v1")
    (folder / "data.yaml").write_bytes(SECOND)
    (folder / "数据" / "more").mkdir(parents=True)
    for name in ("b.yaml", "a.yml", ".hidden.yaml", "c.txt", "more/d.yaml"):
        (folder / "数据" / name).write_bytes(FIRST if name == "a.yml" else SECOND)
    (folder / "数据" / "link.yaml").symlink_to("/etc/hostname")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "second")
    shutil.rmtree(folder / "数据")
    (folder / "data.yaml").write_bytes(b"on the disk\n")
    return folder


def test_a_file(repository: Path) -> None:
    path = repository / "data.yaml"
    for revision, content in {"HEAD": SECOND, "HEAD~1": FIRST, "v1": FIRST, "main": SECOND}.items():
        assert contents(revision, path) == [(f"{revision}:{path}", content)]


def test_a_folder(repository: Path) -> None:
    """Its data files in the order in which they are read, without links, hidden ones and those further down."""
    folder = repository / "数据"
    assert contents("HEAD", folder) == [(f"HEAD:{folder / 'a.yml'}", FIRST), (f"HEAD:{folder / 'b.yaml'}", SECOND)]


def test_the_folder_that_holds_everything(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    assert contents("HEAD", Path()) == [("HEAD:data.yaml", SECOND)]
    assert contents("HEAD~1", Path("data.yaml")) == [("HEAD~1:data.yaml", FIRST)]


@pytest.mark.parametrize(
    ("revision", "name", "obstacle"),
    [
        ("HEAD", "nothing.yaml", "path"),
        ("HEAD", "nothing/at/all.yaml", "path"),
        ("HEAD~1", "数据", "path"),
        ("v2", "data.yaml", "revision"),
        ("HEAD:data.yaml", "data.yaml", "revision"),
        ("HEAD~1..HEAD", "data.yaml", "revision"),
        ("--output=x", "data.yaml", "revision"),
        ("-n1", "data.yaml", "revision"),
        ("; touch x", "data.yaml", "revision"),
        ("$(touch x)", "data.yaml", "revision"),
        ("", "data.yaml", "revision"),
    ],
)
def test_what_cannot_be_read(repository: Path, revision: str, name: str, obstacle: str) -> None:
    before = sorted(repository.rglob("*"))
    with pytest.raises(RevisionError) as error:
        contents(revision, repository / name)
    assert error.value.obstacle == obstacle
    assert sorted(repository.rglob("*")) == before


def test_without_a_repository(tmp_path: Path) -> None:
    with pytest.raises(RevisionError) as error:
        contents("HEAD", tmp_path / "data.yaml")
    assert (error.value.obstacle, "not a git repository" in error.value.detail) == ("repository", True)


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "PATH", "")
    with pytest.raises(RevisionError) as error:
        contents("HEAD", repository / "data.yaml")
    assert error.value.obstacle == "git"
