"""What a reader takes away from a page: the data as files, made when they are asked for."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from indicators import study
from indicators.export import formats
from indicators.export.edition import Edition
from indicators.model.dataset import Dataset
from indicators.values.text import LANGS, Lang
from tests.ui.test_pages import fine, visit


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("page", "key"), [("sources", "all"), ("explore", "table")])
def test_formats_are_offered_when_they_are_asked_for(page: str, key: str, lang: Lang) -> None:
    at = fine(visit(page=page, lang=lang))
    assert not [button for button in at.get("download_button") if button.proto.id.count("-data-")]
    at.session_state[f"data-{key}"] = True  # what a click on the button does
    fine(at.run())
    labels = [button.proto.label for button in at.get("download_button") if f"data-{key}" in button.proto.id]
    assert len(labels) == len(formats.FORMATS)
    assert any("Excel" in label for label in labels)


def test_files_of_a_past_day_are_named_so(monkeypatch: pytest.MonkeyPatch) -> None:
    editions: list[Edition] = []

    def offered(edition: Edition, _: Lang) -> list[formats.Download]:
        editions.append(edition)
        return []

    monkeypatch.setattr(formats, "downloads", offered)
    at = visit(page="sources", lang="en", day="2021-06-30")
    at.session_state["data-all"] = True
    fine(at.run())
    assert {formats.file_name(edition, "csv") for edition in editions} == {"rizhao-known-2021-06-30.csv"}


def test_the_files_hold_what_is_in_view(shipped: Dataset) -> None:
    chosen = {key for key, figure in shipped.figures.items() if figure.region == "lanshan"}
    edition = Edition(study.of(shipped), "0" * 64, frozenset(chosen))
    downloads = {file.format: file for file in formats.downloads(edition, "en")}
    assert {file.file for file in downloads.values()} == {f"rizhao.{form.suffix}" for form in formats.FORMATS.values()}
    rows = list(csv.DictReader(io.StringIO(downloads["csv"].make().decode("utf-8-sig"))))
    assert {row["figure"] for row in rows} == chosen
    assert {row["license"] for row in rows} == {"CC-BY-4.0"}
    with zipfile.ZipFile(io.BytesIO(downloads["package"].make())) as package:
        assert "datapackage.json" in {Path(name).name for name in package.namelist()}
