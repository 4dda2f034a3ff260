"""A dataset over columns says what the same dataset of objects says, of everything that can be asked of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import study
from indicators.analysis import agreement
from indicators.analysis.derivations import Derivations
from indicators.frames.tidy import compact
from indicators.loading.columnar.dataset import ColumnarDataset, from_columns
from indicators.loading.columnar.encode import encode
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.model.subjects import Place
from indicators.model.vocabulary import Group
from tests.analysis.reported import REPORTS, dataset_of
from tests.builders import ALL_RATES, make_article, make_dataset, make_figure

REASON = {"zh": "更正", "en": "Corrected"}
DAYS = (date(2015, 1, 1), date(2020, 12, 31), date(2022, 8, 5), date(2022, 8, 31), date(2030, 1, 1))


def over_columns(dataset: Dataset) -> ColumnarDataset:
    return from_columns(encode(dataset))


def articles_of(dataset: Dataset) -> dict[str, Any]:
    return {
        key: article.model_copy(update={"figures": tuple(article.figures)}) for key, article in dataset.articles.items()
    }


def same(expected: Dataset, dataset: Dataset) -> None:
    """They say the same, in the same order."""
    assert articles_of(dataset) == articles_of(expected)
    assert list(dataset.articles) == list(expected.articles)
    assert list(dataset.figures) == list(expected.figures)
    assert list(dataset.figures.values()) == list(expected.figures.values())
    assert len(dataset.figures) == len(expected.figures)
    assert {key: dataset.article_of[key].id for key in dataset.figures} == {
        key: expected.article_of[key].id for key in expected.figures
    }
    assert {key: list(figures) for key, figures in dataset.by_place.items()} == expected.by_place
    assert {key: list(figures) for key, figures in dataset.parts.items()} == expected.parts
    assert list(dataset.shared) == list(expected.shared)
    assert len(dataset.by_place) == len(expected.by_place)
    assert dataset.renamed == expected.renamed
    assert len(dataset.parts) == len(expected.parts)


def same_study(objects: Dataset, columnar: Dataset, day: date | None = None) -> None:
    expected, shown = study.of(objects, day), study.of(columnar, day)
    same(expected.dataset, shown.dataset)
    pd.testing.assert_frame_equal(shown.every, expected.every)
    pd.testing.assert_frame_equal(shown.frame, expected.frame)
    assert shown.agreements == expected.agreements
    assert dict(shown.worked_out) == dict(expected.worked_out)
    assert [shown.worked_out.about(key) for key in shown.dataset.figures] == [
        expected.worked_out.about(key) for key in expected.dataset.figures
    ]


def everything() -> Dataset:
    """Every key of a figure and of an article at least once."""
    accepted = [{"code": "series-jump", "reason": REASON}]
    copies = [{"url": "https://paper.example.com/a", "publisher": "daily", "seen": "2022-08-06"}]
    whole = make_figure(complete_parts="true", growth="5%", note=REASON, accept=accepted)
    part = make_figure(id="part", region="east", text="约20亿元", part_of="city-revenue", quote="约20亿元")
    target = make_figure(id="target", nature="target", period="2022", text="超100亿元", quote="超100亿元")
    done = make_figure(id="done", period="2022-Q1", text=None, completion="52.1%", plan="target", quote="52.1%")
    year = make_figure(id="year", period="2022-06", text=None, completion="60%", plan="annual", quote="60%")
    right = make_figure(id="right", text="56.93亿元", supersedes="city-revenue", reason=REASON, note=REASON)
    rates = make_figure(
        id="rates",
        period="2020",
        text="540万",
        unit="CNY",
        part_of="city-revenue",
        quote="540万",
        **ALL_RATES,
        growth_from="2015",
        second_plan={"name": REASON, "completion": "105%", "quote": "完成105%"},
        former=["rate", "rates-of-2020"],
    )
    urban = make_figure(id="urban", group="urban")
    printed = {"id": "third", "former": ["3rd"], "published": "2022-09", "issuer": "daily"}
    dataset = make_dataset(
        make_article(whole, part, rates, urban, defaults={"region": "city", "period": "2022"}),
        make_article(target, done, id="second", published="2021", url="https://paper.example.com/b", copies=copies),
        make_article(right, year, **printed, note=REASON, accept=accepted),
    )
    urban_residents = Group.model_validate({"id": "urban", "name": REASON})
    return replace(dataset, groups={"urban": urban_residents})


def test_everything_has_every_key() -> None:
    keys = set[str]().union(*(figure.model_fields_set for figure in everything().figures.values()))
    assert keys == set(Figure.model_fields)


@pytest.mark.parametrize("day", [None, *DAYS])
def test_the_shipped_data(shipped: Dataset, day: date | None) -> None:
    same_study(shipped, over_columns(shipped), day)


@pytest.mark.parametrize("day", [None, *DAYS])
def test_whatever_can_be_said(day: date | None) -> None:
    same_study(everything(), over_columns(everything()), day)


@settings(max_examples=30)  # each is compared in all that can be asked of it, day by day
@given(REPORTS)
def test_reports_of_one_number(reports: list[dict[str, Any]]) -> None:
    dataset = dataset_of(reports)
    same_study(dataset, over_columns(dataset))
    for day in sorted({article.published.end for article in dataset.articles.values()}):
        same(agreement.as_known(dataset, day), agreement.as_known(over_columns(dataset), day))


@given(st.sets(st.sampled_from(["first", "second", "third"])))
def test_less_some_articles(gone: set[str]) -> None:
    same(everything().without(gone), over_columns(everything()).without(gone))


def test_nothing_at_all() -> None:
    empty = everything().without({"first", "second", "third"})
    same(empty, over_columns(empty))
    assert compact(encode(empty)).empty


def test_what_is_not_there_is_not_found(shipped: Dataset) -> None:
    dataset = over_columns(shipped)
    for key in ("", "a", "zzz", "rizhao", next(iter(shipped.figures)) + "x"):
        assert key not in dataset.figures
        assert dataset.figures.get(key) is None
        assert dataset.parts.get(key) is None
        assert key not in dataset.article_of
    with pytest.raises(KeyError):
        dataset.by_place[Place("rizhao", "nowhere", "all")]
    with pytest.raises(KeyError):
        Derivations(dataset)["nowhere"]


def test_figures_are_made_once_and_again(shipped: Dataset) -> None:
    dataset = over_columns(shipped)
    key = next(iter(shipped.figures))
    assert dataset.figures[key] is dataset.figures[key]
    assert dataset.articles["red-ribbon"] is dataset.articles["red-ribbon"]
    assert dataset.articles["red-ribbon"].figures[0] is dataset.figures[dataset.articles["red-ribbon"].figures[0].id]
    assert tuple(dataset.articles["red-ribbon"].figures[1:]) == shipped.articles["red-ribbon"].figures[1:]


def test_columns_hold_few_bytes_a_figure(shipped: Dataset) -> None:
    columns = encode(shipped)
    assert sum(column.nbytes for column in (*columns.figures, *columns.articles)) < 500 * len(columns)
    figures = columns.figures
    codes = (figures.article, figures.metric, figures.region, figures.sector, figures.period, figures.nature)
    assert {column.dtype for column in codes} == {np.dtype(np.int8)}
