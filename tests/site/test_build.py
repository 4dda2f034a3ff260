"""A site that is built again: nothing is written twice, and only what an earlier build made is removed."""

from datetime import date
from pathlib import Path

import pytest

from indicators import study
from indicators.site import build, manifest
from indicators.site.build import Writer
from indicators.values.problems import Problem
from indicators.values.text import LocalText
from tests.builders import write
from tests.site.sites import DAY, make, two


def stamps(out: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("_light")
def test_nothing_is_written_twice(tmp_path: Path) -> None:
    first = make(two("1亿元", "2亿元"), tmp_path)
    before = stamps(tmp_path)
    again = make(two("1亿元", "2亿元"), tmp_path)
    assert again.written == again.removed == 0
    assert again.unchanged == first.written
    assert stamps(tmp_path) == before


@pytest.mark.usefixtures("_light")
def test_on_another_day_only_what_tells_ages_is_written(tmp_path: Path) -> None:
    make(two("1亿元", "2亿元"), tmp_path)
    before = stamps(tmp_path)
    make(two("1亿元", "2亿元"), tmp_path, today=date(2033, 1, 1))
    written = {path.relative_to(tmp_path).as_posix() for path, at in stamps(tmp_path).items() if before.get(path) != at}
    assert written == {"en/index.html", "zh/index.html", manifest.PATH}


@pytest.mark.usefixtures("_light")
def test_what_the_checks_found_is_on_the_page_of_the_figure(tmp_path: Path) -> None:
    """As the dashboard says it; and the page is written again when the curator's reason for leaving it changes."""
    whole, page = study.of(two("36.7亿元", "20亿元")), tmp_path / "en" / "figure" / "f0.html"
    facts = {"period": "2022-S1", "published": "2022-05"}
    for reason in ("Announced in advance.", "A forecast."):
        accepted = LocalText(zh="预告", en=reason)
        problem = Problem("period-unfinished", "data.yaml", 9, 1, "warning", facts, "f0", accepted)
        done = build.build(whole, tmp_path, digest="0" * 64, today=DAY, problems=[problem])
        assert reason in page.read_text("utf-8")
        assert "Check (" not in page.with_name("f1.html").read_text("utf-8")
    assert 0 < done.written < 6  # both languages of the page, and the manifest


@pytest.mark.usefixtures("_light")
def test_what_is_gone_is_removed_and_nothing_else(tmp_path: Path) -> None:
    make(two("1亿元", "2亿元"), tmp_path)
    foreign = write(tmp_path / "zh" / "figure", "mine", "foreign.html")
    done = make(two("1亿元"), tmp_path)
    assert done.removed
    assert {path.name for path in (tmp_path / "zh" / "figure").iterdir()} == {"f0.html", "foreign.html"}
    assert foreign.read_text() == "mine"


def test_folders_that_are_empty_go(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.write("a/b.html", "b")
    later = Writer(tmp_path)
    later.remove({"a/b.html", "never/was.html"})
    assert later.result.removed == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("_light")
@pytest.mark.parametrize("path", ["../out.html", "/etc/hosts", "a/../../b", "", "a\\..\\b"])
def test_a_manifest_leads_nowhere_else(tmp_path: Path, path: str) -> None:
    out = tmp_path / "site"
    kept = write(tmp_path, "mine", "out.html")
    (out / "assets").mkdir(parents=True)
    (out / manifest.PATH).write_text(
        manifest.to_json(manifest.Manifest(others=frozenset({path, "index.html"}))), "utf-8"
    )
    assert manifest.read(out).files == {"index.html"}
    make(two("1亿元"), out)
    assert kept.exists()


def test_a_folder_that_became_a_link_is_left(tmp_path: Path) -> None:
    out, other = tmp_path / "site", tmp_path / "other"
    other.mkdir()
    kept = write(other, "mine", "b.html")
    out.mkdir()
    (out / "a").symlink_to(other)
    Writer(out).remove({"a/b.html"})
    assert kept.exists()


@pytest.mark.parametrize(
    "content",
    [
        *("", "[]", '{"units": 1}', '{"units": {}, "others": [], "figures": {"a": []}}'),
        *(
            '{"units": {"a": []}, "others": [], "figures": {}}',
            '{"units": {"a": ["b", 1]}, "others": [], "figures": {}}',
        ),
    ],
)
def test_a_broken_manifest_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / manifest.PATH).write_text(content)
    assert manifest.read(tmp_path) == manifest.Manifest()
