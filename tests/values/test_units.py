"""Units: how their spellings are read, and how amounts in them are written on charts and axes."""

import math
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.values.quantity_parser import parse
from indicators.values.text import LANGS, Lang
from indicators.values.unit_table import BUILT_IN, UNITS, WHOLE_UNITS, Unit
from indicators.values.units import axis, compact, full

INF = "Infinity"

COMPACT = [
    ("5692000000", "CNY", "56.92亿元", "¥5.692 bn"),
    ("5692300000", "CNY", "56.92亿元", "¥5.692 bn"),
    ("3670000000", "CNY", "36.7亿元", "¥3.67 bn"),
    ("13500", "CNY", "1.35万元", "¥13,500"),
    ("50000000", "CNY", "5000万元", "¥50 mn"),
    ("1234500000000", "CNY", "1.235万亿元", "¥1.235 tn"),
    ("99999600", "CNY", "1亿元", "¥100 mn"),
    ("999999.6", "CNY", "100万元", "¥1 mn"),
    ("-50000000", "CNY", "−5000万元", "−¥50 mn"),
    ("0", "CNY", "0元", "¥0"),
    ("-0", "CNY", "0元", "¥0"),
    ("-0.00001", "CNY", "0元", "¥0"),
    ("1E+15", "CNY", "1000万亿元", "¥1,000 tn"),
    ("1E+17", "CNY", "100000万亿元", "¥100,000 tn"),
    ("320000000", "USD", "3.2亿美元", "$320 mn"),
    ("5000", "CNY/person/month", "5000元/人/月", "¥5,000 per person per month"),
    ("30800", "persons", "3.08万人", "30,800 people"),
    ("1", "persons", "1人", "1 person"),
    ("17", "enterprises", "17家", "17"),
    ("1", "enterprises", "1家", "1"),
    ("-1", "enterprises", "−1家", "−1"),
    ("123456", "enterprises", "12.35万家", "123,456"),
    ("1500000", "TEU", "150万标箱", "1.5 mn TEU"),
    ("1000000", "visits", "100万人次", "1 mn person trips"),
    ("30", "ha", "2公顷", "2 hectares"),
    ("0.521", "percent", "52.1%", "52.1%"),
    ("-0.027", "percent", "−2.7%", "−2.7%"),
    ("1.52", "percent", "152%", "152%"),
    ("1234.5", "percent", "123450%", "123,450%"),
    ("0.0000000000000001", "percent", "0%", "0%"),
    ("0.005", "pp", "0.5个百分点", "0.5 percentage points"),
    ("0.01", "pp", "1个百分点", "1 percentage point"),
    ("0.333333333333", "percent", "33.33%", "33.33%"),
    ("NaN", "percent", "—", "—"),
    (INF, "CNY", "—", "—"),
]


@pytest.mark.parametrize(("value", "unit", "zh", "en"), COMPACT)
@pytest.mark.parametrize("number", [Decimal, float])
def test_compact(value: str, unit: str, zh: str, en: str, number: Callable[[str], Decimal | float]) -> None:
    assert (compact(number(value), unit, "zh"), compact(number(value), unit, "en")) == (zh, en)


def test_compact_to_fewer_digits() -> None:
    assert compact(Decimal("0.321333333333"), "third", "zh", digits=15) == "32.13%"
    assert full(Decimal(1) / 3, "third", "en") == "33.33%"
    assert compact(5692000000, "CNY", "zh", digits=2) == "57亿元"
    assert compact(5692000000, "CNY", "en", digits=3) == "¥5.69 bn"
    assert compact(528, "persons", "en", digits=2) == "528 people"


@pytest.mark.parametrize(
    ("maximum", "unit", "zh", "en"),
    [
        (5.692e9, "CNY", (1e8, "亿元"), (1e9, "bn yuan")),
        (2.5e6, "CNY", (1e4, "万元"), (1e6, "mn yuan")),
        (30800, "persons", (1e4, "万人"), (1e3, "thousand people")),
        (5280, "persons", (1, "人"), (1, "people")),
        (17, "enterprises", (1, "家"), (1, "enterprises")),
        (1.2e12, "CNY", (1e12, "万亿元"), (1e12, "tn yuan")),
        (0, "CNY", (1, "元"), (1, "yuan")),
        (-5.692e9, "CNY", (1e8, "亿元"), (1e9, "bn yuan")),
        (1.52, "percent", (0.01, "%"), (0.01, "%")),
        (5000, "percent", (0.01, "%"), (0.01, "%")),
        (0.02, "pp", (0.01, "个百分点"), (0.01, "percentage points")),
        (300000, "ha", (150000, "万公顷"), (15000, "thousand hectares")),
        (50000, "CNY/person", (1e4, "万元/人"), (1e3, "thousand yuan per person")),
        (math.nan, "CNY", (1, "元"), (1, "yuan")),
        (math.inf, "CNY", (1, "元"), (1, "yuan")),
    ],
)
def test_axis(maximum: float, unit: str, zh: tuple[float, str], en: tuple[float, str]) -> None:
    assert (axis(maximum, unit, "zh"), axis(maximum, unit, "en")) == (zh, en)


def test_every_dimension_has_a_base_unit() -> None:
    """Exports write values in it, and name it; of percentage points a fraction is the base."""
    named = {unit.dimension for unit in WHOLE_UNITS.values() if unit.scale == 1}
    assert {unit.dimension for unit in UNITS.values()} == named | {"points"}


def test_no_spelling_stands_for_two_units() -> None:
    assert sum(len(unit.measure.forms) for unit in UNITS.values()) == len(BUILT_IN.forms)


@pytest.mark.parametrize("row", WHOLE_UNITS.values(), ids=str)
def test_a_unit_is_read_under_all_its_names(row: Unit) -> None:
    assert row.id.isascii()
    assert {parse(f"5 {form}").unit for form in (*row.measure.forms, row.id, row.name.zh, row.name.en)} == {row.id}
    assert parse(f"5{row.name.zh}").value == 5 * row.scale


@given(st.floats(-1e300, 1e300) | st.floats(-1e10, 1e10), st.sampled_from(list(UNITS)), st.sampled_from(LANGS))
@settings(max_examples=200, deadline=None)
def test_labels_are_plain_numbers(value: float, unit: str, lang: Lang) -> None:
    label = compact(value, unit, lang)
    assert "e+" not in label.lower()
    assert "-" not in label
    bare = lang == "en" and UNITS[unit].dimension == "count"  # the metric's name says what is counted
    if abs(value) < 1e11:
        again = float(parse(f"{label} items" if bare else label).value)
        assert math.isclose(again, value, rel_tol=0.0006, abs_tol=float(UNITS[unit].scale) * 0.0001)
        assert label[0] != "−" or again < 0
