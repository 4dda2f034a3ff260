"""Drafts and claims with a large dataset: it is loaded once, and the next command reads what was kept."""

from pathlib import Path

import pytest

from indicators import settings
from indicators.cli import kept_data
from indicators.cli.main import main
from indicators.loading import cache, compiled, loader
from tests import SAMPLE

TEXT = "上半年，五莲县完成固定资产投资12.5亿元，同比增长8.1%。"
"""A made-up article."""


@pytest.fixture
def compilations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The paths that were loaded anew, in this process, which is faster."""
    paths: list[Path] = []

    def cache_here(path: Path, folder: Path, _size: int, _: loader.OnProgress) -> compiled.Outcome:
        paths.append(path)
        return "stored" if cache.load_into_cache(path, folder) else "failed"

    monkeypatch.setenv(settings.CACHE, str(tmp_path / "cache"))
    monkeypatch.setattr(compiled, "by_another_process", cache_here)
    return paths


@pytest.mark.parametrize(
    "command",
    [
        ["claim"],
        ["draft"],
        pytest.param(["claim", "--format", "json"], marks=pytest.mark.slow),
        pytest.param(["draft", "--format", "json"], marks=pytest.mark.slow),
        pytest.param(["draft", "--format", "html"], marks=pytest.mark.slow),
    ],
)
def test_a_large_dataset_is_loaded_once_and_says_the_same(
    command: list[str],
    tmp_path: Path,
    compilations: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = tmp_path / "text.txt"
    text.write_text(TEXT, "utf-8")
    asked = [*command, str(text), "--data", str(SAMPLE), "--published", "2023-07-20", "--lang", "en"]
    code, printed = main(asked), capsys.readouterr().out
    assert "12.5" in printed
    monkeypatch.setattr(cache, "SMALL", 0)
    for _ in range(2):
        assert main(asked) == code
        assert capsys.readouterr().out == printed
    assert compilations == [SAMPLE]


def test_figures_of_a_large_dataset_are_made_once(compilations: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "SMALL", 0)
    monkeypatch.setattr("indicators.loading.columnar.dataset.FIGURES_KEPT", 1)
    dataset = kept_data.load_objects(SAMPLE, "en")
    assert compilations == [SAMPLE]
    for article in dataset.articles.values():
        assert all(dataset.figures[figure.id] is figure for figure in article.figures)


@pytest.mark.parametrize("command", ["claim", "draft"])
def test_a_large_dataset_with_errors_is_refused(
    command: str,
    tmp_path: Path,
    compilations: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(cache, "SMALL", 0)
    text, data = tmp_path / "text.txt", tmp_path / "data.yaml"
    text.write_text(TEXT, "utf-8")
    data.write_text(SAMPLE.read_text("utf-8").replace("publisher: ", "publisher: nobody-", 1), "utf-8")
    assert main([command, str(text), "--data", str(data), "--lang", "en"]) == (2 if command == "claim" else 1)
    assert "1 error" in capsys.readouterr().err
    assert compilations == [data]
