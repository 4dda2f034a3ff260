"""Every format has a figure's numbers in the base unit of what is measured, with the printed unit beside it."""

import csv
import io
import json
import math
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

import openpyxl
import pyarrow.parquet as pq
import pytest

from indicators.export import formats
from indicators.export.edition import Edition
from indicators.model.dataset import Dataset
from indicators.site.pages import figure as figure_page
from indicators.site.volume import volumes
from indicators.values.base_units import base_of
from indicators.values.unit_table import BUILT_IN, UNITS, WHOLE_UNITS, Unit
from indicators.words.export import tables as words
from tests.builders import make_article, make_dataset, make_figure
from tests.editions import edition_of


class Number(NamedTuple):
    """What a format says of an amount; an open end is infinite or missing, as the format has it."""

    value: float
    low: float | None
    high: float | None
    unit: str
    printed_unit: str
    text: str
    given_unit: str | None


def make_measured() -> Dataset:
    """A figure in each unit; its metric has another unit of the same dimension, where there is one."""
    figures = [
        make_figure(id=f"f{place}", metric=f"m{place}", text=_printed(unit), quote=_printed(unit))
        for place, unit in enumerate(WHOLE_UNITS.values())
    ]
    open_ended = make_figure(
        id="open", metric=f"m{list(WHOLE_UNITS).index('ha')}", text="至少30万公顷", quote="30万公顷"
    )
    bare = make_figure(id="bare", text="30万", unit="公顷", metric=open_ended.metric, quote="30万")
    dataset = make_dataset(make_article(*figures, open_ended, bare))
    metric = dataset.metrics["revenue"]
    metrics = {
        f"m{place}": metric.model_copy(update={"id": f"m{place}", "unit": _alike(unit)[0]})
        for place, unit in enumerate(WHOLE_UNITS.values())
    }
    return replace(dataset, metrics={**dataset.metrics, **metrics})


def _alike(unit: Unit) -> list[Unit]:
    return [other for other in BUILT_IN.of_dimension(unit.dimension) if not other.is_fraction]


def _printed(unit: Unit) -> str:
    return f"30{unit.name.zh}"


# --- what each format says -------------------------------------------------------------------------------------------


def _of_rows(rows: Iterable[Mapping[Any, Any]]) -> dict[str, Number]:
    return {
        str(row["figure"]): Number(
            value=float(row["value"]),
            low=_end(row["low"]),
            high=_end(row["high"]),
            given_unit=row["given_unit"] or None,
            **{name: row[name] for name in ("unit", "printed_unit", "text")},
        )
        for row in rows
        if row["text"]
    }


def _end(cell: object) -> float | None:
    return None if cell is None or cell == "" else float(str(cell))


def in_frame(edition: Edition) -> dict[str, Number]:
    return _of_rows(edition.frame.astype(object).fillna({"text": "", "given_unit": ""}).to_dict("records"))


def in_csv(edition: Edition) -> dict[str, Number]:
    content = formats.FORMATS["csv"].write(edition, "en").decode("utf-8-sig")
    return _of_rows(csv.DictReader(io.StringIO(content, newline="")))


def in_parquet(edition: Edition) -> dict[str, Number]:
    return _of_rows(pq.read_table(io.BytesIO(formats.FORMATS["parquet"].write(edition, "en"))).to_pylist())


def in_workbook(edition: Edition) -> dict[str, Number]:
    book = openpyxl.load_workbook(io.BytesIO(formats.FORMATS["xlsx"].write(edition, "en")))
    column_of = {title.en: column for column, title in words.TITLES.items()}
    heads, *lines = book["Data"].iter_rows(values_only=True)
    return _of_rows(dict(zip([column_of[str(head)] for head in heads], line, strict=True)) for line in lines)


def in_json(edition: Edition) -> dict[str, Number]:
    data = json.loads(formats.FORMATS["json"].write(edition, "en"))
    printed = [figure for article in data["articles"] for figure in article["figures"] if "text" in figure]
    amounts = [
        {**figure["text"], "text": figure["text"]["printed"], "figure": figure["id"], "given_unit": figure.get("unit")}
        for figure in printed
    ]
    assert all(type(amount["value"]) in {int, float} for amount in amounts)
    return _of_rows(amounts)


def in_package(edition: Edition) -> dict[str, Number]:
    return _of_rows(_table(edition, "data/figures.csv"))


def in_sdmx(edition: Edition) -> dict[str, Number]:
    rows = [row for row in _table(edition, "sdmx/data.csv") if row["PRINTED"]]
    assert {row["UNIT_MULT"] for row in rows} == {"0"}
    names = {"OBS_VALUE": "value", "UNIT_MEASURE": "unit", "PRINTED": "text"}
    lowered = [{names.get(name, name.lower()): cell for name, cell in row.items()} for row in rows]
    return _of_rows({**row, "unit": row["unit"].replace("_PER_", "/")} for row in lowered)


def _table(edition: Edition, path: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(formats.FORMATS["package"].write(edition, "en"))) as archive:
        return list(csv.DictReader(io.StringIO(archive.read(path).decode(), newline="")))


FORMATS: Mapping[str, Callable[[Edition], dict[str, Number]]] = {
    "frame": in_frame,
    "csv": in_csv,
    "parquet": in_parquet,
    "xlsx": in_workbook,
    "json": in_json,
    "package": in_package,
    "sdmx": in_sdmx,
}


# --- they say the same -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def measured() -> Dataset:
    return make_measured()


def _truth(dataset: Dataset) -> dict[str, Number]:
    """From the exact quantities."""
    return {
        figure.id: Number(
            float(figure.text.value),
            float(figure.text.low),
            float(figure.text.high),
            base_of(dataset.metrics[figure.metric].unit).id,
            figure.text.unit.id,
            figure.text.printed,
            figure.unit,
        )
        for figure in dataset.figures.values()
        if figure.text is not None
    }


def _bounded(number: Number) -> Number:
    """With None for an end that is open."""
    low, high = (end if end is not None and math.isfinite(end) else None for end in (number.low, number.high))
    return number._replace(low=low, high=high)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_the_same_of_every_figure(shipped: Dataset, measured: Dataset, name: str) -> None:
    for dataset in (shipped, measured):
        read, truth = FORMATS[name](edition_of(dataset)), _truth(dataset)
        assert read.keys() == truth.keys()
        for key, number in truth.items():
            assert _bounded(read[key]) == _bounded(number)


def test_linked_data_says_it_too(measured: Dataset) -> None:
    volume = next(each for each in volumes(edition_of(measured).study) if each.lang == "en")
    for key, number in _truth(measured).items():
        linked = figure_page.page(measured.figures[key], volume).linked_data or {}
        base = base_of(UNITS[number.printed_unit]).name.en
        assert (linked["about"]["value"], linked["about"]["unitText"]) == (number.value, base)


@pytest.mark.slow
def test_hectares_are_printed_and_mu_are_meant(measured: Dataset) -> None:
    for read in FORMATS.values():
        number = read(edition_of(measured))["open"]
        assert (number.value, number.unit, number.printed_unit, number.text) == (4_500_000, "mu", "ha", "至少30万公顷")


def test_a_unit_of_the_curator_stands_beside_what_was_printed(measured: Dataset) -> None:
    for read in FORMATS.values():
        number = read(edition_of(measured))["bare"]
        assert (number.text, number.given_unit, number.printed_unit, number.value) == ("30万", "公顷", "ha", 4_500_000)


def test_the_base_of_a_unit_measures_the_same_and_has_no_other_base() -> None:
    for unit in UNITS.values():
        base = base_of(unit)
        assert (base.scale, base.dimension) == (Decimal(1), unit.dimension)
        if unit.dimension not in {"ratio", "points"}:
            assert base_of(base) == base
    counted = {"count", "trips"}  # of which each thing is its own unit
    bases = {(unit.dimension, base_of(unit).id) for unit in UNITS.values() if unit.dimension not in counted}
    assert len(bases) == len({dimension for dimension, _ in bases})
