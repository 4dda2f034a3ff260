"""Units that a dataset declares: read in all its files, kept in columns, exported, and unknown to other datasets."""

from decimal import Decimal
from pathlib import Path

import pytest

from indicators import study
from indicators.export import edition, formats, json_file, relations
from indicators.loading.columnar import stored
from indicators.loading.columnar.dataset import from_columns
from indicators.loading.columnar.encode import encode
from indicators.loading.loader import Loaded, load
from indicators.model.dataset import Dataset
from indicators.phrasing.problems import sentence
from indicators.values.text import LANGS
from indicators.values.units import compact, full
from tests.builders import GOOD, changed, load_text, write

METRIC = "  - {id: firms,"
OWN_METRIC = """  - {id: catch, theme: output, name: {zh: 渔获, en: Catch}, unit: boatloads, kind: flow,
     additive: true, better: more}
"""
FIGURE = """      - id: city-catch
        metric: catch
        text: 1.2万船
        change: 增加300船
        quote: 渔获1.2万船
"""


def units(scale: str = "1", dimension: str = "catch") -> str:
    return f"""units:
  - id: boatloads
    name: {{zh: 船, en: boatloads}}
    words: [船货, boat-loads]
    dimension: {dimension}
    scale: {scale}
"""


def text_with(declared: str) -> str:
    return changed((METRIC, OWN_METRIC + METRIC), text=GOOD).replace("metrics:\n", f"{declared}metrics:\n", 1) + FIGURE


def dataset_of(loaded: Loaded) -> Dataset:
    assert loaded.dataset is not None, loaded.problems
    return loaded.dataset


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return dataset_of(load_text(tmp_path, text_with(units())))


def test_amounts_are_read_in_it_under_all_its_words(tmp_path: Path) -> None:
    for word in ("船", "船货", " boatloads", " Boat-loads", "boatloads"):
        figure = dataset_of(load_text(tmp_path, text_with(units()).replace("1.2万船", f"1.2万{word}"))).figures[
            "city-catch"
        ]
        assert figure.text is not None
        assert (figure.text.value, figure.text.unit.id, figure.text.unit.dimension) == (
            Decimal(12000),
            "boatloads",
            "catch",
        )
        assert figure.text.interval.low == 11500
        assert figure.change is not None
        assert figure.change.value == 300


def test_it_can_measure_what_other_units_do(tmp_path: Path) -> None:
    metric = OWN_METRIC.replace("unit: boatloads", "unit: t")
    text = text_with(units("2.5", "mass")).replace(OWN_METRIC, metric)
    figure = dataset_of(load_text(tmp_path, text)).figures["city-catch"]
    assert figure.text is not None
    assert figure.text.value == Decimal(30000)


def test_it_stands_in_any_file_of_a_folder(tmp_path: Path) -> None:
    write(tmp_path, changed((METRIC, OWN_METRIC + METRIC), text=GOOD) + FIGURE, "a.yaml")
    write(tmp_path, units(), "b.yaml")
    assert dataset_of(load(tmp_path)).metrics["catch"].unit.name.en == "boatloads"


def test_two_datasets_do_not_disturb_each_other(tmp_path: Path) -> None:
    """One unit by name and id, of other size and meaning; and a dataset that has none of it."""
    few, many = (dataset_of(load_text(tmp_path, text_with(declared))) for declared in (units(), units("3", "mass")))
    amounts = [dataset.figures["city-catch"].text for dataset in (few, many)]
    assert [amount and (str(amount.value), amount.unit.dimension) for amount in amounts] == [
        ("12000", "catch"),
        ("36000", "mass"),
    ]
    assert [compact(12000, dataset.metrics["catch"].unit, "zh") for dataset in (few, many)] == ["1.2万船", "4000船"]
    assert few.metrics["catch"].unit != many.metrics["catch"].unit
    plain = load_text(tmp_path, GOOD.replace("56.92亿元", "56.92亿船"))
    assert {problem.code for problem in plain.problems} == {"quantity-unit-unknown"}


def test_columns_say_the_same(dataset: Dataset, tmp_path: Path) -> None:
    columnar = from_columns(encode(dataset))
    assert dict(columnar.figures) == dict(dataset.figures)
    stored.write(tmp_path / "kept", Loaded(dataset, (), "digest"))
    again = stored.read(tmp_path / "kept", tmp_path / "data.yaml")
    assert again is not None
    assert dict(dataset_of(again).figures) == dict(dataset.figures)
    assert dataset_of(again).metrics == dataset.metrics


def test_exports_have_it(dataset: Dataset) -> None:
    exported = edition.of(study.of(dataset), "0" * 64).closed()
    tables = {table.name: table for table in relations.tables(exported)}
    assert ("boatloads", "catch", 1.0, "船", "boatloads") in tables["units"].rows
    assert all(download.make() for download in formats.downloads(exported, "en"))
    assert [dataset.base_unit(dataset.metrics["catch"].unit).name.of(lang) for lang in LANGS] == [
        "船",
        "boatloads",
    ]
    assert dict(json_file.read_json(json_file.write(exported)).figures) == dict(dataset.figures)


def test_words_of_it(dataset: Dataset) -> None:
    unit = dataset.metrics["catch"].unit
    assert (compact(12000, unit, "en"), full(Decimal(12000), unit, "zh")) == ("12,000 boatloads", "12,000船")


def test_an_unknown_unit_is_answered_with_those_of_the_metric(tmp_path: Path) -> None:
    """The dataset's own first; where the metric is unknown, with those of a near spelling."""
    (problem,) = load_text(tmp_path, text_with(units()).replace("1.2万船", "1.2万舟")).problems
    assert problem.facts["near"] == "船 (boatloads)"
    assert "船 (boatloads)" in sentence(problem, "zh")
    (problem,) = load_text(tmp_path, GOOD.replace("56.92亿元", "56.92亿圆")).problems
    assert problem.facts["near"] == "元 (CNY)"
    text = GOOD.replace("metric: revenue\n        text: 56.92亿元", "metric: revenu\n        text: 56.92 yaun")
    (unknown, problem) = load_text(tmp_path, text).problems
    assert unknown.facts["suggestion"] == "revenue"
    assert "元 (CNY)" in problem.facts["near"]
