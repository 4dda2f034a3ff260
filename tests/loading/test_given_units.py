"""An amount whose unit the curator gives, since the article does not print it: it is marked wherever it is shown."""

from pathlib import Path

import pytest

from indicators import study
from indicators.export import citations, edition, json_file
from indicators.loading.columnar.dataset import from_columns
from indicators.loading.columnar.encode import encode
from indicators.model.dataset import Dataset
from indicators.phrasing import evidence
from indicators.phrasing.figures import printed
from indicators.phrasing.names import Names
from indicators.values.text import Lang
from tests.builders import GOOD, changed, load_text

AMOUNT = ("text: 56.92亿元\n", "unit: CNY\n        text: 56.92亿\n")


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    loaded = load_text(tmp_path, changed(AMOUNT, text=GOOD))
    assert loaded.dataset is not None, loaded.problems
    return loaded.dataset


def test_it_is_an_amount_like_any_other(dataset: Dataset) -> None:
    text = dataset.figures["city-revenue"].text
    assert text is not None
    assert (text.printed, str(text.value), text.unit.id, text.given_unit) == ("56.92亿", "5692000000", "CNY", "元")


@pytest.mark.parametrize(
    ("lang", "number", "fact"),
    [
        ("zh", "56.92亿 [元]", "元：数旁只印“56.92亿”，单位由编者补上"),
        ("en", "¥5.692 bn", "元: only “56.92亿” is printed; the unit is the curator’s"),
    ],
)
def test_it_is_marked(dataset: Dataset, lang: Lang, number: str, fact: str) -> None:
    figure, names = dataset.figures["city-revenue"], Names(dataset, lang)
    assert printed(figure, names) == number
    assert fact in {shown.value for shown in evidence._facts(figure, names)}
    assert "56.92亿 [元]" in citations._number(figure, names)


def test_columns_and_exports_keep_it(dataset: Dataset) -> None:
    assert dict(from_columns(encode(dataset)).figures) == dict(dataset.figures)
    content = json_file.write(edition.of(study.of(dataset), "0" * 64).closed())
    assert dict(json_file.read_json(content).figures) == dict(dataset.figures)


def test_it_needs_an_amount_without_unit(tmp_path: Path) -> None:
    for text, code in (
        (changed(("text: 56.92亿元", "text: 56.92亿"), text=GOOD), "quantity-unit-missing"),
        (changed(("text: 56.92亿元", "unit: CNY\n        text: 56.92亿元"), text=GOOD), "unit-twice"),
        (changed(("text: 56.92亿元", "unit: CNY"), text=GOOD), "words-without-number"),
        (changed(("text: 56.92亿元", "unit: 贯\n        text: 56.92亿"), text=GOOD), "quantity-unit-unknown"),
        (changed(("text: 56.92亿元", "unit: 家\n        text: 56.92亿"), text=GOOD), "unit-metric"),
    ):
        assert code in {problem.code for problem in load_text(tmp_path, text).problems}, text
