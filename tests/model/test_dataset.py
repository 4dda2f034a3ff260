"""The dataset: what a place lies in, and what a figure is about and refers to."""

from dataclasses import replace
from decimal import Decimal

import pytest
from pydantic import ValidationError

from indicators.model import serial
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.model.hierarchy import ancestors
from indicators.model.subjects import Subject
from indicators.model.vocabulary import Sector
from indicators.phrasing.figures import as_printed
from indicators.values import periods
from tests.builders import make_dataset, make_figure


@pytest.mark.parametrize(
    ("parents", "above"),
    [
        ({}, []),
        ({"a": "b", "b": "c"}, ["b", "c"]),
        ({"a": "a"}, []),
        ({"a": "b", "b": "a"}, ["b"]),
        ({"a": "b", "b": "c", "c": "b"}, ["b", "c"]),
    ],
)
def test_ancestors(parents: dict[str, str], above: list[str]) -> None:
    """Nearest first; a circle ends where it closes."""
    assert list(ancestors("a", parents.get)) == above


def sectors(**wholes: str | None) -> Dataset:
    return replace(
        make_dataset(),
        sectors={
            key: Sector.model_validate({"id": key, "name": {"zh": key, "en": key}, "part_of": whole})
            for key, whole in wholes.items()
        },
    )


def test_every_sector_belongs_to_the_whole_economy() -> None:
    dataset = sectors(all=None, industry="all", steel="industry", farming=None)
    assert list(dataset.lies_in("sector", "steel")) == ["industry", "all"]
    assert list(dataset.lies_in("sector", "farming")) == ["all"]
    assert list(dataset.lies_in("sector", "all")) == []
    assert list(sectors(farming=None).lies_in("sector", "farming")) == []


def test_figures_of_one_subject() -> None:
    """How a period is written does not matter; everything else does."""
    figure = make_figure(period="2022-S1")
    assert figure.subject == Subject("revenue", "city", "all", "all", periods.parse("2022-S1"), "actual")
    assert make_figure(period="2022-01-01/P6M", text="3家").subject == figure.subject
    assert make_figure(nature="target").subject != figure.subject


def test_what_a_figure_refers_to() -> None:
    assert make_figure(completion="50%", plan="annual").refers_to == []
    changes = {"completion": "50%", "plan": "a", "part_of": "b", "supersedes": "c", "reason": {"zh": "因", "en": "why"}}
    assert make_figure(**changes).refers_to == ["a", "b", "c"]


def test_a_target_is_exact() -> None:
    """200 million tonnes are decided, not counted: what was rounded is a result, or an expectation."""
    target, result = (make_figure(nature=nature, text="2亿元", quote="2亿元").text for nature in ("target", "actual"))
    assert target is not None
    assert target.low == target.high == target.value
    assert result is not None
    assert result.low < result.value < result.high
    about = make_figure(nature="target", text="约2亿元", quote="约2亿元").text
    assert about is not None
    assert about.low < about.high


@pytest.mark.parametrize("quote", ["零售总额169 . 3亿元", "GDP of 3.2 billion yuan"])
def test_a_phrase_with_a_point_is_no_sentence(quote: str) -> None:
    assert make_figure(quote=quote).quote == quote


def test_a_phrase_does_not_go_on_after_a_sentence() -> None:
    with pytest.raises(ValidationError, match="quote-sentence"):
        make_figure(quote="Output was 3.2 billion yuan. Exports rose")


@pytest.mark.parametrize(
    ("text", "unit", "printed", "value"),
    [
        ("24297", "元", "24297 [元]", "24297"),
        ("209.3", "万人", "209.3 [万人]", "2093000"),
        ("24.52 million", "人次", "24.52 million [人次]", "24520000"),
        ("突破百亿", "元", "突破百亿 [元]", "10000000000"),
    ],
)
def test_a_unit_that_is_printed_elsewhere_is_the_curators(text: str, unit: str, printed: str, value: str) -> None:
    """It stands in square brackets behind the number, and the number without it is what a quote must hold."""
    figure = make_figure(text=text, unit=unit, quote=f"日照市 {text}")
    assert figure.text is not None
    assert (as_printed(figure.text), figure.text.printed, figure.text.value) == (printed, text, Decimal(value))
    again = Figure.model_validate(serial.printed(figure))
    assert again == figure


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"text": "24297元", "unit": "元"}, "unit-twice"),
        ({"text": None, "unit": "元"}, "words-without-number"),
    ],
)
def test_a_unit_is_added_to_a_number_that_has_none(keys: dict[str, str | None], code: str) -> None:
    with pytest.raises(ValidationError, match=code):
        make_figure(growth="5%", **keys)
