"""What an attacker or a slip would do to the whole program, of tests/FAULTS.md what belongs to no single room."""

import json
import tomllib
from pathlib import Path

import pytest

from indicators import study
from indicators.cli import main as cli
from indicators.export import formats
from indicators.export.edition import Edition
from indicators.loading.loader import load
from indicators.phrasing.names import Names
from tests import ROOT
from tests.builders import GOOD, changed, worded, write
from tests.ui.test_pages import fine, visit, words_of

SIGNS = "AT&T 5 < 6 > 4 C# (.NET) &amp;"


@pytest.mark.slow
def test_of_75_000_errors_50_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """faults.md A27."""
    path = write(tmp_path, changed(("regions:\n", "regions:\n" + "  - {}\n" * 25_000), text=GOOD))
    assert cli.main(["check", str(path), "--lang", "en"]) == 1
    printed = capsys.readouterr().out
    lines = printed.splitlines()
    assert len(lines) == 51
    assert lines[-1] == "… and 74,950 more."  # each entry lacks three keys
    assert len(printed) < 20_000


def test_signs_of_markup_in_names_are_shown_and_exported_as_they_are(tmp_path: Path) -> None:
    """faults.md B04."""
    path = write(tmp_path, worded(SIGNS))
    for page in ("overview", "figures", "places", "sources"):
        assert SIGNS in words_of(fine(visit(path, page=page, lang="en"))), page
    dataset = load(path).dataset
    assert dataset is not None
    name = Names(dataset, "en").region("city")
    assert name.startswith(SIGNS)
    edition = Edition(study.of(dataset), "0" * 64)
    assert name in formats.FORMATS["csv"].write(edition, "en").decode()
    entries = json.loads(formats.FORMATS["json"].write(edition, "en"))["regions"]
    assert [entry["name"]["en"] for entry in entries if entry["id"] == "city"] == [name]


@pytest.mark.parametrize("file", [".streamlit/config.toml", "indicators/server/start/.streamlit/config.toml"])
def test_the_grid_offers_no_file_of_its_own(file: str) -> None:
    """faults.md D05: it would guard no text against spreadsheets."""
    settings = tomllib.loads((ROOT / file).read_text("utf-8"))
    assert settings["client"]["disableDataExport"] is True
