"""``indicators.load`` and the tidy frame: one row a figure, what is missing stays missing."""

import math
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Final

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import indicators
from indicators.frames import tidy, tidy_columns
from indicators.model.dataset import Dataset
from indicators.model.numbers import HELD_NUMBERS
from indicators.values.base_units import base_of
from tests import SAMPLE
from tests.builders import GOOD, changed, make_article, make_dataset, make_figure, write

# fmt: off
COLUMNS = [
    "figure", "article", "publisher", "published", "url", "metric", "theme", "region", "sector", "group",
    "period", "start", "end", "nature", "value", "low", "high", "unit", "qualifier", "text", "printed_unit",
    "given_unit", "growth", "growth_from", "change", "points", "share", "completion", "plan", "part_of",
    "supersedes", "quote", "growth_quote", "share_quote", "completion_quote",
]
# fmt: on
RATES = {"growth", "change", "points", "share", "completion"}
NUMBERS, DATES = {"value", "low", "high", *RATES}, {"start", "end"}
DTYPES = {name: "float64" if name in NUMBERS else "datetime64[s]" if name in DATES else "str" for name in COLUMNS}


def dtypes(frame: pd.DataFrame) -> dict[str, str]:
    return {str(name): str(kind) for name, kind in frame.dtypes.items()}


def test_columns_and_types() -> None:
    frame = tidy.tidy(make_dataset())
    assert list(frame.columns) == COLUMNS == list(tidy_columns.COLUMNS)
    assert dtypes(frame) == DTYPES


def test_columns_and_types_of_nothing() -> None:
    frame = tidy.tidy(replace(make_dataset(), articles={}))
    assert (len(frame), list(frame.columns), dtypes(frame)) == (0, COLUMNS, DTYPES)


def test_columns_and_types_where_nothing_is_known() -> None:
    """Where a whole column is missing it has the type that it has elsewhere."""
    bare = make_figure(text=None, growth="持平", quote="持平")
    assert dtypes(tidy.tidy(make_dataset(make_article(bare)))) == DTYPES


RATED: Final = make_figure(
    text="250余万",
    unit="CNY",
    growth="-2.7%",
    growth_from="2020",
    growth_quote="下降2.7%",
    change="减少7万元",
    points="提高1.2个百分点",
    share="12.9%",
    share_quote="占12.9%",
    part_of="whole",
    completion="超额314%",
    plan="annual",
    quote="250余万",
    completion_quote="超额314%",
)
"""A figure with rates of every kind."""
ROW_OF_RATED: Final = {
    "figure": "city-revenue",
    "article": "first",
    "publisher": "daily",
    "published": "2022-08-05",
    "url": "https://www.daily.cn/",
    "metric": "revenue",
    "theme": "output",
    "region": "city",
    "sector": "all",
    "group": "all",
    "period": "2022-S1",
    "start": pd.Timestamp(2022, 1, 1),
    "end": pd.Timestamp(2022, 6, 30),
    "nature": "actual",
    "value": 2_500_000.0,
    "low": 2_500_000.0,
    "high": 2_600_000.0,
    "unit": "CNY",
    "qualifier": "over",
    "text": "250余万",
    "printed_unit": "CNY",
    "given_unit": "CNY",
    "growth": -0.027,
    "growth_from": "2020",
    "change": -70_000.0,
    "points": 0.012,
    "share": 0.129,
    "completion": 4.14,
    "plan": "annual",
    "quote": "250余万",
    "growth_quote": "下降2.7%",
    "share_quote": "占12.9%",
    "completion_quote": "超额314%",
}


def test_a_row() -> None:
    articles = make_article(RATED, make_figure(id="whole"), url="https://www.daily.cn/")
    frame = tidy.tidy(make_dataset(articles))
    assert frame.drop(columns=["part_of", "supersedes"]).loc[0].to_dict() == ROW_OF_RATED


def test_every_cell_is_what_the_file_says(shipped: Dataset) -> None:
    rows = tidy.tidy(shipped).set_index("figure").to_dict("index")
    assert list(rows) == list(shipped.figures)
    for key, figure in shipped.figures.items():
        article, metric, text = shipped.article_of[key], shipped.metrics[figure.metric], figure.text
        cells = {
            **{name: getattr(article, name) for name in ("publisher", "url")},
            **{name: getattr(figure, name) for name in ("metric", "region", "sector", "group", "nature")},
            **{name: getattr(figure, name) for name in ("plan", "part_of", "supersedes", "quote", *HELD_NUMBERS)},
            **{name: getattr(text, name, None) for name in ("value", "low", "high", "qualifier")},
            **{name: getattr(getattr(figure, name), "value", None) for name in RATES},
            "article": article.id,
            "published": article.published.text,
            "text": getattr(text, "printed", None),
            "theme": metric.theme,
            "unit": base_of(metric.unit).id,
            "printed_unit": text.unit.id if text else None,
            "given_unit": figure.unit,
            "period": figure.period.text,
            "growth_from": getattr(figure.growth_from, "text", None),
            "start": pd.Timestamp(figure.period.start),
            "end": pd.Timestamp(figure.period.end),
        }
        expected = {name: float(cell) if isinstance(cell, Decimal) else cell for name, cell in cells.items()}
        assert {name: None if pd.isna(cell) else cell for name, cell in rows[key].items()} == expected


def test_what_is_missing_stays_missing() -> None:
    frame = tidy.tidy(make_dataset(make_article(make_figure(text=None, growth="0%", quote="0%"), make_figure(id="b"))))
    absent = frame.isna()
    assert {name for name in COLUMNS if absent.loc[0, name]} == {
        *(
            "url",
            "value",
            "low",
            "high",
            "qualifier",
            "text",
            "printed_unit",
            "given_unit",
            "plan",
            "part_of",
            "supersedes",
        ),
        *(RATES - {"growth"}),
        *("growth_from", *HELD_NUMBERS),
    }
    assert {name for name in COLUMNS if absent.loc[1, name]} == {
        *("url", "given_unit", "plan", "part_of", "supersedes", *RATES, "growth_from", *HELD_NUMBERS)
    }
    assert frame.loc[0, "growth"] == 0.0  # printed, and not missing


def test_open_intervals_are_infinite() -> None:
    figures = (make_figure(id="a", text="至少20万元"), make_figure(id="b", text="最多-5万元"))
    frame = tidy.tidy(make_dataset(make_article(*figures)))
    assert frame["high"].tolist() == [math.inf, -50_000.0]
    assert frame["low"].tolist() == [200_000.0, -math.inf]


def test_rows_stand_in_the_order_of_the_file() -> None:
    articles = [
        make_article(make_figure(id="z"), make_figure(id="y"), id="second"),
        make_article(make_figure(id="x"), id="first", publisher="daily"),
    ]
    frame = tidy.tidy(make_dataset(*articles))
    assert frame[["article", "figure"]].values.tolist() == [["second", "z"], ["second", "y"], ["first", "x"]]
    assert frame.index.tolist() == [0, 1, 2]
    assert frame["figure"].is_unique


@pytest.mark.slow
@given(
    st.lists(
        st.tuples(st.integers(-(10**9), 10**9), st.integers(0, 6), st.sampled_from(["", "万", "亿"])),
        min_size=1,
        max_size=6,
    )
)
def test_numbers_are_those_that_were_printed(printed: list[tuple[int, int, str]]) -> None:
    texts = [f"{Decimal(digits).scaleb(-places):f}{word}元" for digits, places, word in printed]
    figures = [make_figure(id=f"f{n}", text=text) for n, text in enumerate(texts)]
    dataset = make_dataset(make_article(*figures))
    frame = tidy.tidy(dataset)
    assert frame["text"].tolist() == texts
    powers = {"": 0, "万": 4, "亿": 8}
    assert frame["value"].tolist() == [
        float(Decimal(digits).scaleb(powers[word] - places)) for digits, places, word in printed
    ]
    assert (frame["low"] < frame["value"]).all()
    assert (frame["value"] < frame["high"]).all()


# --- the library -----------------------------------------------------------------------------------------------------


def test_load(tmp_path: Path) -> None:
    data = indicators.load(write(tmp_path, GOOD))
    assert data.problems == ()
    assert data.dataset is not None
    assert data.frame["figure"].tolist() == ["city-revenue", "east-firms"]
    assert data.frame is data.frame


def test_load_of_what_is_broken(tmp_path: Path) -> None:
    path = write(tmp_path, changed(("text: 14家", "text: 14")))
    data = indicators.load(str(path))
    assert (data.dataset, len(data.problems)) == (None, 1)
    with pytest.raises(ValueError, match=rf"no dataset: {path}:39:15 \[quantity-unit-missing\]"):
        _ = data.frame


def test_derived_rows_come_only_when_asked_for(shipped: Dataset) -> None:
    data = indicators.load(SAMPLE)
    assert "derived" not in set(data.frame["nature"])
    frame = data.tidy(derived=True)
    assert list(frame.columns) == [*COLUMNS, "formula", "inputs"]
    assert frame["figure"].is_unique
    pd.testing.assert_frame_equal(frame.head(len(data.frame))[COLUMNS], data.frame)
    more = frame.iloc[len(data.frame) :].set_index("figure")
    assert set(more["nature"]) == {"derived"}
    plan = more.loc["rizhao-transport-investment-2022s1:plan"]
    assert (plan["period"], plan["unit"], plan["formula"]) == ("2022", "CNY", "plan")
    assert (plan["inputs"], plan["qualifier"]) == ("rizhao-transport-investment-2022s1", "about")
    assert plan["low"] < plan["value"] < plan["high"]
    assert round(plan["value"] / 1e8, 2) == 109.25
    assert plan[["article", "publisher", "published", "url", "text", "quote"]].isna().all()
    ratio = more.loc["etdz-equipment-taxes-2022s1:ratio:taxes-per-output"]
    assert (ratio["formula"], ratio["unit"]) == ("ratio:taxes-per-output", "fraction")
    assert ratio["inputs"].split() == ["etdz-equipment-taxes-2022s1", "etdz-equipment-output-2022s1"]
    assert set(" ".join(more["inputs"]).split()) <= set(shipped.figures)


def test_load_of_what_is_only_odd(tmp_path: Path) -> None:
    text = changed(("sectors:\n", "sectors:\n  - {id: roads, name: {zh: 公路, en: Roads}}\n"))
    data = indicators.load(write(tmp_path, text))
    assert (len(data.problems), len(data.frame)) == (1, 2)


@pytest.mark.slow
def test_the_package_is_light_until_it_is_used() -> None:
    program = "import sys, indicators; print('pandas' in sys.modules); indicators.load; print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["False", "True"]


def test_the_package_has_no_other_names() -> None:
    assert set(indicators.__all__) == {"Data", "load"}
    with pytest.raises(AttributeError, match="has no attribute 'laod'"):
        _ = indicators.laod


def test_a_correction_says_which_figure_no_longer_stands() -> None:
    """Whoever adds up a column must be able to leave that out."""
    corrected = make_figure(id="new", supersedes="old", reason={"zh": "更正", "en": "corrected"})
    frame = tidy.tidy(make_dataset(make_article(make_figure(id="old"), corrected)))
    assert frame.set_index("figure")["supersedes"].dropna().to_dict() == {"new": "old"}
