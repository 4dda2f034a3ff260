"""The list of all figures: what is in it, in which order, what its facets count, and what its bars compare."""

import math
from dataclasses import replace
from random import Random
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.frames.ledger import Listing, largest_alike, listing
from indicators.frames.tidy import compact
from indicators.loading.columnar.dataset import columns_of
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.view import FACETS, SORTS, View
from tests.builders import make_article, make_dataset, make_figure
from tests.worlds import world

SEEDS = st.integers(0, 5_000)


def frame_of(dataset: Dataset) -> pd.DataFrame:
    return compact(columns_of(dataset))


def listed(view: View, dataset: Dataset) -> Listing:
    return listing(frame_of(dataset), view, dataset, lambda _, key: key)


def keys(view: View, dataset: Dataset) -> list[str]:
    ids = list(dataset.figures)
    return [ids[row] for row in listed(view, dataset).rows]


def ids_of(facet: str, figure: Figure, dataset: Dataset) -> set[str]:
    """The ids of a facet that a figure has, worked out figure by figure."""
    match facet:
        case "theme":
            return {dataset.metrics[figure.metric].theme}
        case "year":
            return {str(year) for year in range(figure.period.start.year, figure.period.end.year + 1)}
        case "publisher":
            return {dataset.article_of[figure.id].publisher}
        case "period":
            return {figure.period.text}
        case _:
            return {getattr(figure, facet)}


def is_in(view: View, figure: Figure, dataset: Dataset, *, but: str = "") -> bool:
    if view.metric and figure.metric != view.metric:
        return False
    chosen = ((facet, getattr(view, facet)) for facet in FACETS if facet != but)
    return all(not several or ids_of(facet, figure, dataset) & set(several) for facet, several in chosen)


def some_view(dice: Random, dataset: Dataset) -> View:
    """Choices of some facets, some of which nothing has."""
    figures = list(dataset.figures.values())
    view = View(metric=dice.choice(["", "", dice.choice(figures).metric]), sort=dice.choice(["", *SORTS]))
    for facet in dice.sample(FACETS, dice.randrange(4)):
        several = {key for figure in dice.choices(figures, k=2) for key in ids_of(facet, figure, dataset)}
        choice: dict[str, Any] = {facet: tuple(sorted(several))}
        view = replace(view, **choice)
    return view


@given(SEEDS)
@settings(max_examples=15)
def test_rows_are_those_that_every_choice_lets_through_and_counts_what_the_others_leave(seed: int) -> None:
    dice = Random(seed)  # noqa: S311  # a dice, no key
    dataset = world(seed).dataset
    figures = dataset.figures.values()
    for _ in range(4):
        view = some_view(dice, dataset)
        shown = listed(view, dataset)
        ids = list(dataset.figures)
        assert {ids[row] for row in shown.rows} == {each.id for each in figures if is_in(view, each, dataset)}
        assert len(set(shown.rows.tolist())) == len(shown.rows)
        for facet in FACETS:
            left = [each for each in figures if is_in(view, each, dataset, but=facet)]
            every = {key for each in left for key in ids_of(facet, each, dataset)}
            counted = {key: sum(key in ids_of(facet, each, dataset) for each in left) for key in every}
            assert shown.counts[facet] == counted


@given(SEEDS)
@settings(max_examples=10)
def test_a_bar_compares_amounts_of_one_metric_unit_and_length_and_never_stands_alone(seed: int) -> None:
    dataset = world(seed).dataset
    figures = list(dataset.figures.values())

    def group(figure: Figure) -> object:
        assert figure.text is not None
        stock = dataset.metrics[figure.metric].kind == "stock"
        return figure.metric, dataset.base_unit(figure.text.unit), "" if stock else figure.period.length

    for figure, largest in zip(figures, largest_alike(frame_of(dataset), dataset), strict=True):
        alike = [abs(other.text.value) for other in figures if other.text and group(other) == group(figure)]
        if len(alike) < 2:
            assert math.isnan(largest)
        else:
            assert largest == pytest.approx(float(max(alike)))


@given(SEEDS, st.sampled_from(["number", "growth"]), st.booleans())
@settings(max_examples=15)
def test_numbers_are_sorted_as_numbers_and_what_has_none_comes_last(seed: int, column: str, down: bool) -> None:
    dataset = world(seed).dataset
    order = keys(View(sort=f"-{column}" if down else column), dataset)
    quantities = [dataset.figures[key].text if column == "number" else dataset.figures[key].growth for key in order]
    values = [quantity.value for quantity in quantities if quantity is not None]
    assert quantities[: len(values)] == [quantity for quantity in quantities if quantity is not None]
    assert values == sorted(values, reverse=down)


def dataset_of(*changes: dict[str, str]) -> Dataset:
    figures = [make_figure(id=f"f{place}", **change) for place, change in enumerate(changes)]
    return make_dataset(make_article(*figures))


def test_the_newest_come_first_and_the_longer_of_periods_that_end_together() -> None:
    dataset = dataset_of(
        {"period": "2021"}, {"period": "2022-06"}, {"period": "2022-S1", "text": "1亿元", "quote": "1亿元"},
        {"period": "2022-S1"},
    )  # fmt: skip
    assert keys(View(), dataset) == ["f3", "f2", "f1", "f0"]
    assert keys(View(sort="period"), dataset) == ["f0", "f3", "f2", "f1"]


def test_amounts_are_no_texts() -> None:
    """As texts 834万 would come before 3.189亿 and 126亿."""
    texts = ("834万元", "3.189亿元", "126亿元")
    dataset = dataset_of(*({"text": text, "quote": text} for text in texts))
    assert keys(View(sort="-number"), dataset) == ["f2", "f1", "f0"]
    assert keys(View(sort="number"), dataset) == ["f0", "f1", "f2"]


def test_a_period_over_the_turn_of_a_year_is_of_both_years() -> None:
    dataset = dataset_of({"period": "2021-11-01/P4M"}, {"period": "2022-S1"})
    assert listed(View(), dataset).counts["year"] == {"2021": 1, "2022": 2}
    assert keys(View(year=("2021",)), dataset) == ["f0"]
    assert set(keys(View(year=("2022",)), dataset)) == {"f0", "f1"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("revenue", {"f0", "f1"}),
        ("收入", {"f0", "f1"}),
        ("REVENUE city", {"f0", "f1"}),
        ("56.92", {"f0"}),
        ("收入 12", {"f1"}),
        ("2021", {"f1"}),
        ("上半年", {"f0"}),
        ("日报", {"f0", "f1"}),
        ("nothing of the kind", set()),
        ("[", set()),
    ],
)
def test_a_text_is_looked_for_in_names_of_both_languages_and_in_printed_words(text: str, expected: set[str]) -> None:
    dataset = dataset_of({}, {"text": "12亿元", "quote": "12亿元", "period": "2021"})
    assert set(keys(View(find=text), dataset)) == expected
