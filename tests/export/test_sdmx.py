"""SDMX-CSV 2.0 and SDMX-ML 3.0, read back by pysdmx, which holds the structure against the schemas of the standard."""

import io
from collections.abc import Sequence

import pandas as pd
import pytest
from pysdmx.io import get_datasets, read_sdmx
from pysdmx.io.pd import PandasDataset
from pysdmx.model import Codelist, DataStructureDefinition

from indicators.export import sdmx
from indicators.export.edition import Edition
from indicators.loading.loader import load
from indicators.model.dataset import Dataset
from indicators.values.base_units import base_of
from indicators.values.unit_table import UNITS
from tests.builders import GROUPED, make_article, make_dataset, make_figure
from tests.editions import DAY, DIGEST, edition_of


def data(edition: Edition) -> PandasDataset:
    """The data, with types by the structure; a row that does not fit it raises."""
    (dataset,) = get_datasets(io.BytesIO(sdmx.data(edition)), io.BytesIO(sdmx.structure(edition)), validate=True)
    return dataset


def structures(edition: Edition) -> Sequence[object]:
    return read_sdmx(io.BytesIO(sdmx.structure(edition)), validate=True).structures or ()


def test_figures_are_read_back(shipped: Dataset) -> None:
    frame = data(edition_of(shipped)).data
    assert frame["FIGURE"].tolist() == list(shipped.figures)
    for row, figure in zip(frame.to_dict("records"), shipped.figures.values(), strict=True):
        unit = base_of(shipped.metrics[figure.metric].unit)
        assert row["TIME_PERIOD"] == figure.period.text
        assert (row["METRIC"], row["REGION"], row["NATURE"]) == (figure.metric, figure.region, figure.nature)
        assert row["UNIT_MEASURE"] == unit.id.replace("/", "_PER_")
        assert str(row["UNIT_MULT"]) == "0"
        assert row["QUOTE"] == figure.quote
        if figure.text is None:
            assert pd.isna(row["OBS_VALUE"])
        else:
            assert row["OBS_VALUE"] == float(figure.text.value)


def test_groups_are_a_dimension_with_a_code_for_the_whole() -> None:
    dataset = load(GROUPED).dataset
    assert dataset is not None
    edition = edition_of(dataset)
    frame = data(edition).data
    assert frame["GROUP"].tolist() == [figure.group for figure in dataset.figures.values()]
    (codes,) = [one for one in structures(edition) if isinstance(one, Codelist) and one.id == "CL_GROUP"]
    assert [code.id for code in codes.items] == ["all", *dataset.groups]


def test_licence_and_digest_are_of_the_whole(shipped: Dataset) -> None:
    attributes = data(edition_of(shipped)).attributes
    assert (attributes["LICENSE"], attributes["DIGEST"]) == ("CC-BY-4.0", DIGEST)
    assert not attributes.get("KNOWN_ON")
    assert data(edition_of(shipped, day=DAY)).attributes["KNOWN_ON"] == "2021-06-30"


def test_keys_are_unique_where_two_articles_say_the_same() -> None:
    figures = [make_figure(id="once"), make_figure(id="again"), make_figure(id="aim", nature="target")]
    frame = data(edition_of(make_dataset(make_article(*figures)))).data
    assert not frame.duplicated(list(sdmx.DIMENSIONS)).any()
    assert frame["NATURE"].tolist() == ["actual", "actual", "target"]


@pytest.mark.parametrize(
    ("metric", "unit", "text", "value", "ends"),
    [
        ("revenue", "CNY", "36.7亿元", 3.67e9, (3.665e9, 3.675e9)),
        ("revenue", "percent", "32%", 0.32, (0.315, 0.325)),
        ("revenue", "ha", "30亩", 30, (29.5, 30.5)),
        ("firms", "enterprises", "至少14家", 14, (14, None)),
        ("firms", "enterprises", "最多14家", 14, (0, 14)),
    ],
)
def test_values_are_in_the_base_unit(
    metric: str, unit: str, text: str, value: float, ends: tuple[float | None, float | None]
) -> None:
    dataset = make_dataset(make_article(make_figure(metric=metric, text=text, quote=text)))
    kept = {**dataset.metrics, metric: dataset.metrics[metric].model_copy(update={"unit": UNITS[unit]})}
    object.__setattr__(dataset, "metrics", kept)
    (row,) = data(edition_of(dataset)).data.to_dict("records")
    assert (row["OBS_VALUE"], row["UNIT_MEASURE"]) == (value, base_of(unit).id)
    interval = tuple(None if pd.isna(row.get(end)) else row[end] for end in ("LOW", "HIGH"))
    assert interval == pytest.approx(ends)


@pytest.mark.parametrize(
    "period",
    ["2022", "2022-S1", "2022-Q2", "2022-06", "2022-07-22", "2024-01-01/P7M", "2023-01-21/P7D", "2016-01-01/P89D"],
)
def test_periods_are_those_of_the_standard(period: str) -> None:
    (row,) = data(edition_of(make_dataset(make_article(make_figure(period=period))))).data.to_dict("records")
    assert row["TIME_PERIOD"] == period


def test_codes_have_names_in_both_languages(shipped: Dataset) -> None:
    lists = {artefact.id: artefact for artefact in structures(edition_of(shipped)) if isinstance(artefact, Codelist)}
    for listed, entries in (("CL_METRIC", shipped.metrics), ("CL_REGION", shipped.regions)):
        codes = {code.id: (code.annotations[0].title, code.name) for code in lists[listed]}
        assert codes == {key: (entry.name.zh, entry.name.en) for key, entry in entries.items()}
    assert {code.id for code in lists["CL_NATURE"]} == {"actual", "target", "expected"}


def test_every_column_is_a_component(shipped: Dataset) -> None:
    edition = edition_of(shipped)
    (definition,) = (artefact for artefact in structures(edition) if isinstance(artefact, DataStructureDefinition))
    header = sdmx.data(edition).decode().splitlines()[0].split(",")
    assert header[3:] == [component.id for component in definition.components]
    assert [dimension.id for dimension in definition.components.dimensions] == list(sdmx.DIMENSIONS)


def test_nothing_chosen_is_a_header(shipped: Dataset) -> None:
    lines = sdmx.data(edition_of(shipped, ())).decode().splitlines()
    assert [line.split(",")[:3] for line in lines] == [["STRUCTURE", "STRUCTURE_ID", "ACTION"]]


def test_what_was_corrected_says_by_what() -> None:
    old = make_figure(id="old")
    new = make_figure(
        id="new", text="57亿元", quote="57亿元", supersedes="old", reason={"zh": "更正", "en": "corrected"}
    )
    frame = data(edition_of(make_dataset(make_article(old), make_article(new, id="second")))).data.set_index("FIGURE")
    assert frame.loc["old", "SUPERSEDED_BY"] == "new"
    assert frame.loc["new", "SUPERSEDES"] == "old"
