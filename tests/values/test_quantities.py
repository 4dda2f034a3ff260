"""Quantities in words that are read as the same quantity, and which way a qualifier points."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.values.quantities import DIRECTION, Qualifier, to_text
from indicators.values.quantity_parser import parse, parse_growth
from indicators.values.text import LANGS, Lang
from tests.values.printed_amounts import CHINESE, ENGLISH
from tests.values.random_amounts import AMOUNTS, same
from tests.values.test_quantity_statements import GROWTH


@pytest.mark.parametrize(
    ("printed", "zh", "en"),
    [
        ("56.92亿元", "56.92亿元", "5.692 billion yuan"),
        ("36.70亿元", "36.70亿元", "3.670 billion yuan"),
        ("5000万元", "5000万元", "50.00 million yuan"),
        ("13350元", "13350元", "13,350 yuan"),
        ("250余万元", "超250万元", "over 2.5 million yuan"),
        ("over 30,000 mu", "超3万亩", "over 30,000 mu"),
        ("3.08万人", "3.08万人", "30.8 thousand people"),
        ("17家", "17家", "17 enterprises"),
        ("1家", "1家", "1 enterprise"),
        ("100家左右", "约100家", "about 100 enterprises"),
        ("5000万元以上", "至少5000万元", "at least 50 million yuan"),
        ("20人以下", "最多20人", "up to 20 people"),
        ("每人每月5000元", "5000元/人/月", "5,000 yuan per person per month"),
        ("-2.70%", "−2.70%", "−2.70%"),
        ("0.5 pp", "0.5个百分点", "0.5 percentage points"),
        ("150万标箱", "150万标箱", "1.50 million TEU"),
        ("0.0亿元", "0.0亿元", "0.00 billion yuan"),
        ("约0.0亿元", "约0.0亿元", "about 0.00 billion yuan"),
        ("US$1.2 trillion", "1.2万亿美元", "1.2 trillion dollars"),
    ],
)
def test_text(printed: str, zh: str, en: str) -> None:
    quantity = parse(printed)
    assert (to_text(quantity, "zh"), to_text(quantity, "en")) == (zh, en)


@given(AMOUNTS, st.sampled_from(LANGS))
@settings(max_examples=200, deadline=None)
def test_text_says_the_same_again(printed: str, lang: Lang) -> None:
    quantity = parse(printed)
    again = parse(to_text(quantity, lang))
    assert same(quantity, again)
    assert to_text(again, lang) == to_text(quantity, lang)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("row", CHINESE + ENGLISH, ids=lambda row: row[0])
def test_printed_text_says_the_same_again(row: tuple[str, ...], lang: Lang) -> None:
    assert same(parse(row[0]), parse(to_text(parse(row[0]), lang)))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("printed", [row[0] for row in GROWTH])
def test_growth_text_says_the_same_again(printed: str, lang: Lang) -> None:
    assert same(parse_growth(printed), parse(to_text(parse_growth(printed), lang)))


def test_the_direction_of_a_qualifier_is_that_of_its_interval() -> None:
    for text in ("20亿元", "约20亿元", "近20亿元", "超20亿元", "不足20亿元", "至少20亿元", "最多20亿元"):
        quantity = parse(text)
        below, above = quantity.value - quantity.low, quantity.high - quantity.value
        assert DIRECTION[quantity.qualifier] == int(above > below) - int(above < below), text
    assert set(DIRECTION) == set(get_args(Qualifier))
