"""The package, read by frictionless as a Data Package and by csvw as CSV on the Web."""

import csv
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import frictionless
import pytest
from csvw import CSVW, TableGroup

import indicators
from indicators.export import package
from indicators.export.edition import Edition
from indicators.loading.loader import load
from indicators.model import serial
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import Metric
from indicators.values.text import LANGS, Lang
from indicators.words.export import tables as words
from tests.builders import GROUPED, make_article, make_dataset, make_figure
from tests.editions import DAY, DIGEST, edition_of, make_awkward


@pytest.fixture(scope="module")
def plain(shipped: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of all shipped figures, unpacked; to be read only."""
    return unpacked(edition_of(shipped), tmp_path_factory.mktemp("package"))


def grouped() -> Dataset:
    dataset = load(GROUPED).dataset
    assert dataset is not None
    return dataset


def unpacked(edition: Edition, folder: Path, lang: Lang = "en") -> Path:
    with zipfile.ZipFile(io.BytesIO(package.write(edition, lang))) as archive:
        archive.extractall(folder)
    return folder


def problems(folder: Path) -> list[str]:
    """What frictionless finds: of the descriptor, sizes and hashes, types, primary and foreign keys."""
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    return [error.type for error in report.errors] + [error.type for task in report.tasks for error in task.errors]


def about_csvw(folder: Path) -> bool:
    """Whether csvw finds its metadata valid, and the tables as the metadata say."""
    return bool(CSVW(str(folder / "csv-metadata.json"), validate=True).is_valid)


def descriptor(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return data


@pytest.mark.parametrize(
    "make",
    [
        edition_of,
        lambda shipped: edition_of(shipped, list(shipped.figures)[:3]),
        lambda shipped: edition_of(shipped, ()),
        lambda _: edition_of(make_awkward()),
        lambda _: edition_of(grouped()),
    ],
    ids=["shipped", "three", "none", "awkward", "groups"],
)
@pytest.mark.slow
def test_package_is_valid(shipped: Dataset, tmp_path: Path, make: Callable[[Dataset], Edition]) -> None:
    folder = unpacked(make(shipped), tmp_path)
    assert not problems(folder)
    assert about_csvw(folder)


@pytest.mark.parametrize("lang", LANGS)
def test_descriptor_says_what_it_is(shipped: Dataset, tmp_path: Path, lang: Lang) -> None:
    data = descriptor(unpacked(edition_of(shipped), tmp_path, lang))
    assert data["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert (data["name"], data["title"]) == ("rizhao", shipped.about.title.of(lang))
    content = edition_of(shipped)
    assert (data["version"], data["digest"]) == (content.version, f"sha256:{DIGEST}")
    assert (data["dated"], data["program"]) == (str(content.dated), indicators.__version__)
    assert data["licenses"] == [{"name": "CC-BY-4.0", "path": "https://spdx.org/licenses/CC-BY-4.0"}]
    assert {"title": shipped.publishers["iqilu"].name.of(lang)} in data["sources"]
    assert not {"created", "known_on"} & set(data)  # the same data are the same bytes
    (value,) = (field for field in data["resources"][0]["schema"]["fields"] if field["name"] == "value")
    assert value == {"name": "value", "type": "number", "description": words.MEANINGS["value"].of(lang)}


@pytest.mark.parametrize("lang", LANGS)
def test_a_package_of_a_past_day_says_so(shipped: Dataset, tmp_path: Path, lang: Lang) -> None:
    folder = unpacked(edition_of(shipped, day=DAY), tmp_path, lang)
    data = descriptor(folder)
    assert data["known_on"] == "2021-06-30"
    assert words.KNOWN_THEN.of(lang).format(day="2021-06-30") in data["description"]
    assert data["description"].endswith(words.UNGUARDED.of(lang))
    about = json.loads((folder / "csv-metadata.json").read_text("utf-8"))
    assert about["dc:valid"] == "2021-06-30"
    assert all("2021-06-30" in description["@value"] for description in about["dc:description"])
    assert not problems(folder)
    assert about_csvw(folder)


def test_every_file_of_the_zip_is_described(plain: Path) -> None:
    files = {path.relative_to(plain).as_posix() for path in plain.rglob("*") if path.is_file()}
    assert files == {"datapackage.json"} | {resource["path"] for resource in descriptor(plain)["resources"]}


def test_every_column_is_explained(plain: Path) -> None:
    tables = [resource for resource in descriptor(plain)["resources"] if "schema" in resource]
    bare = [
        (resource["name"], field["name"])
        for resource in tables
        for field in resource["schema"]["fields"]
        if len(field) < 3
    ]
    assert not bare


@pytest.mark.parametrize(
    ("file", "change", "error"),
    [
        ("figures.csv", ('"red-ribbon"', '"no-such-one"'), "foreign-key"),
        ("figures.csv", (",3670000000,", ',"much",'), "type-error"),
        ("metrics.csv", ('"gdp"', '"value-added"'), "primary-key"),
        ("regions.csv", ('"donggang"', '"donggong"'), "hash-count"),
    ],
)
def test_a_slip_would_be_found(plain: Path, tmp_path: Path, file: str, change: tuple[str, str], error: str) -> None:
    old, new = change
    shutil.copytree(plain, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "data" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    assert error in problems(tmp_path)


def test_csvw_reads_the_figures(shipped: Dataset, plain: Path) -> None:
    group = TableGroup.from_file(plain / "csv-metadata.json")
    tables = {Path(str(table.url)).stem: list(table.iterdicts()) for table in group.tables}
    assert [row["figure"] for row in tables["figures"]] == list(shipped.figures)
    output = next(row for row in tables["figures"] if row["figure"] == "etdz-equipment-output-2022s1")
    assert (output["value"], output["growth"], output["url"]) == (3.67e9, 0.32, None)
    assert [row["name_zh"] for row in tables["metrics"]] == [metric.name.zh for metric in shipped.metrics.values()]
    assert {row["additive"] for row in tables["metrics"]} == {True, False}


def test_groups_are_a_table_with_the_whole(tmp_path: Path) -> None:
    folder = unpacked(edition_of(grouped()), tmp_path, "zh") / "data"
    tables = {
        name: list(csv.DictReader(io.StringIO((folder / f"{name}.csv").read_text("utf-8"), newline="")))
        for name in ("groups", "figures", "derived")
    }
    parts = {row["id"]: row["part_of"] for row in tables["groups"]}
    assert parts == {
        "all": "", "urban": "all", "rural": "all", "new": "", "provincial": "", "first-batch": "provincial",
    }  # fmt: skip
    assert {row["figure"]: row["group"] for row in tables["figures"]}["income-urban"] == "urban"
    assert {row["derived"]: row["group"] for row in tables["derived"]}["jobs-urban:share"] == "urban"


def test_texts_are_as_they_are(tmp_path: Path) -> None:
    """Machines read the package: an apostrophe against spreadsheets would be a part of the text for them."""
    content = (unpacked(edition_of(make_awkward()), tmp_path) / "data" / "figures.csv").read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))
    assert [row["quote"] for row in rows[:2]] == ["=1+1", "+1"]
    assert (rows[-1]["low"], rows[-1]["high"]) == ("14", "INF")


def test_what_a_figure_refers_to_goes_with_it(tmp_path: Path) -> None:
    figures = [
        make_figure(id="target", nature="target"),
        make_figure(id="whole", plan="target", completion="52%"),
        make_figure(id="part", part_of="whole"),
        make_figure(id="other"),
    ]
    edition = edition_of(make_dataset(make_article(*figures)), {"part"})
    folder = unpacked(edition, tmp_path)
    rows = csv.DictReader(io.StringIO((folder / "data" / "figures.csv").read_text("utf-8")))
    assert [row["figure"] for row in rows] == ["target", "whole", "part"]
    assert not problems(folder)


@pytest.mark.parametrize(
    ("license_", "licence"),
    [
        ("CC0-1.0", {"name": "CC0-1.0", "path": "https://spdx.org/licenses/CC0-1.0"}),
        ("见说明", {"name": "LicenseRef-own", "title": "见说明"}),
    ],
)
def test_licences(license_: str, licence: dict[str, str]) -> None:
    assert package.license_of(license_) == licence


@pytest.mark.parametrize(("contact", "key"), [("editor@daily.cn", "email"), ("https://daily.cn/issues", "path")])
def test_whom_to_tell_of_an_error_is_a_contributor(tmp_path: Path, contact: str, key: str) -> None:
    dataset = make_dataset()
    reachable = replace(dataset, about=dataset.about.model_copy(update={"contact": contact}))
    folder = unpacked(edition_of(reachable), tmp_path)
    (contributor,) = json.loads((folder / "datapackage.json").read_text("utf-8"))["contributors"]
    assert (contributor[key], contributor["roles"]) == (contact, ["contact"])
    assert not problems(folder)


def test_a_bound_of_a_metric_is_written_as_in_the_file(tmp_path: Path) -> None:
    dataset = make_dataset()
    bounded = Metric.model_validate({**serial.printed(dataset.metrics["revenue"]), "at_most": "100万元"})
    folder = unpacked(edition_of(replace(dataset, metrics={**dataset.metrics, "revenue": bounded})), tmp_path)
    with (folder / "data" / "metrics.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["id"]: row["at_most"] for row in csv.DictReader(file)}["revenue"] == "100万元"
