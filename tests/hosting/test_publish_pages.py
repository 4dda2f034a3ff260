"""``indicators publish pages``: one commit on a branch, and nothing else of the repository is touched."""

import os
import subprocess
from pathlib import Path

import pytest

from indicators.cli.main import main
from indicators.site import downloads, manifest
from tests.builders import GOOD, changed, write

pytestmark = pytest.mark.hosting

CHANGED = changed(("text: 14家", "text: 15家"), ("quote: 企业14家", "quote: 企业15家"))


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of this machine, a light site, and a home with a name for commits."""
    monkeypatch.setattr(downloads, "offered", lambda _: ("csv", "json"))
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("HOME", str(tmp_path))
    write(tmp_path, "[user]\n name = Curator\n email = curator@example.org\n[core]\n autocrlf = true\n", ".gitconfig")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a dataset, a remote, and attributes that would change files on their way."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(tmp_path, "init", "--quiet", "--bare", "remote.git")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "remote", "add", "origin", str(tmp_path / "remote.git"))
    write(folder, GOOD, "data.yaml")
    write(folder, "* text eol=crlf\n", ".gitattributes")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "data")
    return folder


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", folder, *arguments], capture_output=True, check=False)  # noqa: S607
    assert not done.returncode, done.stderr.decode()
    return done.stdout.decode().strip()


def publish(folder: Path, *arguments: str) -> int:
    return main(["publish", "pages", "--data", str(folder / "data.yaml"), *arguments, "--lang", "en"])


def tree(folder: Path, branch: str = "gh-pages") -> list[str]:
    return git(folder, "ls-tree", "-r", "--name-only", branch).splitlines()


def test_the_site_is_one_commit_and_the_work_tree_is_as_it_was(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(repository, CHANGED, "data.yaml")
    write(repository, "new", "staged.txt")
    write(repository, "new", "loose.txt")
    git(repository, "add", "staged.txt")
    state = git(repository, "status", "--porcelain"), (repository / ".git" / "index").read_bytes()
    assert publish(repository) == 0, capsys.readouterr().err
    assert (git(repository, "status", "--porcelain"), (repository / ".git" / "index").read_bytes()) == state
    assert git(repository, "branch", "--show-current") == "main"
    assert git(repository, "rev-list", "--count", "gh-pages") == "1"
    assert {".nojekyll", "index.html", "en/index.html", manifest.PATH} <= set(tree(repository))
    assert "not pushed. To push: git push origin gh-pages" in capsys.readouterr().out
    assert git(repository, "log", "-1", "--format=%s", "gh-pages").startswith("2 figures of 1 article (data ")


def test_files_are_committed_byte_for_byte(repository: Path, tmp_path: Path) -> None:
    """Neither attributes nor ``core.autocrlf`` change them: the digests in the manifest are those of the files."""
    assert publish(repository) == 0
    out = tmp_path / "out"
    for path in tree(repository):
        content = subprocess.run(
            ["git", "-C", repository, "cat-file", "blob", f"gh-pages:{path}"],  # noqa: S607
            capture_output=True,
            check=True,
        ).stdout
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(content)
    assert main(["publish", "check", str(out), "--data", str(repository / "data.yaml")]) == 0


def test_again_without_a_change_there_is_no_commit(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert publish(repository) == 0
    first = git(repository, "rev-parse", "gh-pages")
    capsys.readouterr()
    assert publish(repository) == 0
    assert git(repository, "rev-parse", "gh-pages") == first
    printed = capsys.readouterr().out
    assert "nothing has changed" in printed
    assert "written 0," in printed
    write(repository, CHANGED, "data.yaml")
    assert publish(repository) == 0
    assert git(repository, "rev-parse", "gh-pages^") == first


def test_what_others_put_on_the_branch_stays(repository: Path) -> None:
    assert publish(repository) == 0
    other = repository.parent / "other"
    git(repository, "worktree", "add", "--quiet", str(other), "gh-pages")
    write(other, "data.example.org\n", "CNAME")
    write(other, "gone", "en/figures.html")
    (other / "link").symlink_to("CNAME")
    git(other, "add", "--all")
    git(other, "commit", "--quiet", "--message", "a name")
    assert publish(repository) == 2  # the branch is checked out there
    git(repository, "worktree", "remove", str(other))
    write(repository, CHANGED, "data.yaml")
    assert publish(repository) == 0
    assert git(repository, "show", "gh-pages:CNAME") == "data.example.org"
    assert git(repository, "ls-tree", "gh-pages", "link").startswith("120000 ")
    assert git(repository, "show", "gh-pages:en/figures.html").startswith("<!DOCTYPE html>")


def test_pushing(repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    remote = tmp_path / "remote.git"
    assert publish(repository, "--push") == 0, capsys.readouterr().err
    first = git(remote, "rev-parse", "gh-pages")
    assert first == git(repository, "rev-parse", "gh-pages")
    clone = tmp_path / "clone"
    git(repository, "push", "--quiet", "origin", "main")
    git(tmp_path, "clone", "--quiet", "--branch", "main", "--single-branch", "--depth=1", f"file://{remote}", "clone")
    write(clone, CHANGED, "data.yaml")
    assert publish(clone, "--push") == 0, capsys.readouterr().err
    assert git(remote, "rev-parse", "gh-pages^") == first
    assert publish(repository, "--push") == 0, capsys.readouterr().err  # the branch here is behind, and catches up
    assert git(remote, "rev-list", "--count", "gh-pages") == "3"


def test_branches_that_have_come_apart_are_not_joined(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(repository, "--push") == 0
    base = git(repository, "rev-parse", "gh-pages")
    for name, where in (("here", "refs/heads/gh-pages"), ("there", "refs/remotes/origin/gh-pages")):
        commit = git(repository, "commit-tree", f"{base}^{{tree}}", "-p", base, "-m", name)
        git(repository, "update-ref", where, commit)
    assert publish(repository) == 2
    assert "commits of its own" in capsys.readouterr().err
    assert git(tmp_path / "remote.git", "rev-parse", "gh-pages") == base


def test_a_branch_with_another_site_is_left_alone(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(repository, "<p>mine", "index.html")
    git(repository, "add", "index.html")
    git(repository, "commit", "--quiet", "--message", "a site")
    git(repository, "branch", "gh-pages")
    before = git(repository, "rev-parse", "gh-pages")
    assert publish(repository) == 2
    assert "has another site" in capsys.readouterr().err
    assert git(repository, "rev-parse", "gh-pages") == before


@pytest.mark.parametrize("arguments", [("--branch", "a..b"), ("--branch=--force",), ("--remote=-x",), ("--branch", "")])
def test_names_that_git_does_not_take(
    repository: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert publish(repository, *arguments) == 2
    assert "is not a name that git takes" in capsys.readouterr().err


def test_a_remote_that_is_not_there(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(repository, "remote", "set-url", "origin", str(repository.parent / "nowhere"))
    assert publish(repository, "--push") == 2
    assert "did not answer or agree" in capsys.readouterr().err
    assert "gh-pages" not in git(repository, "branch", "--list")


def test_outside_a_repository_and_without_a_name(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    write(alone, GOOD, "data.yaml")
    assert publish(alone) == 2
    assert "is in no repository of git" in capsys.readouterr().err
    write(tmp_path, "[user]\n useConfigOnly = true\n", ".gitconfig")
    assert publish(repository) == 2
    assert "git could not do it" in capsys.readouterr().err
