"""What newspapers print, and the quantities it means; every number here was worked out by hand."""

from decimal import Decimal

import pytest

from indicators.values.problems import Fault
from indicators.values.quantity_parser import (
    FAULTS,
    parse,
    parse_in_unit,
)
from indicators.values.unit_table import UNITS
from tests.values.printed_amounts import CHINESE, ENGLISH, INF
from tests.values.test_quantity_statements import COMPLETION_REFUSED, GROWTH_REFUSED, STATEMENTS_REFUSED


@pytest.mark.parametrize(("printed", "value", "low", "high", "unit", "qualifier"), CHINESE + ENGLISH)
def test_parse(  # noqa: PLR0917 - the columns of the table
    printed: str, value: str, low: str, high: str, unit: str, qualifier: str
) -> None:
    quantity = parse(printed)
    assert (quantity.value, quantity.low, quantity.high) == (Decimal(value), Decimal(low), Decimal(high))
    assert (quantity.unit, quantity.qualifier, quantity.printed) == (unit, qualifier, printed.strip())


REFUSED = [
    ("", "quantity-empty"),
    (" \n\u3000", "quantity-empty"),
    ("017", "quantity-number"),
    ("00123家", "quantity-number"),
    ("0x1F", "quantity-number"),
    ("0b11", "quantity-number"),
    ("1:30", "quantity-number"),
    ("10:00", "quantity-number"),
    ("1e3", "quantity-number"),
    ("1.0e+3元", "quantity-number"),
    ("1_000", "quantity-number"),
    ("nan", "quantity-number"),
    ("NaN元", "quantity-number"),
    (".inf", "quantity-number"),
    ("-inf", "quantity-number"),
    ("Infinity", "quantity-number"),
    ("true", "quantity-number"),
    ("yes", "quantity-number"),
    ("元", "quantity-number"),
    ("约", "quantity-number"),
    ("$", "quantity-number"),
    ("٣٦", "quantity-number"),
    ("٣٦%", "quantity-number"),
    ("3٦%", "quantity-number"),
    ("½", "quantity-number"),
    ("1½吨", "quantity-number"),
    ("①家", "quantity-number"),
    ("1,23元", "quantity-number"),
    ("1,2345元", "quantity-number"),
    ("1234,567元", "quantity-number"),
    ("0,123元", "quantity-number"),
    ("1,234,元", "quantity-number"),
    ("1.2.3亿元", "quantity-number"),
    ("5.元", "quantity-number"),
    (".5亿元", "quantity-number"),
    ("1 000元", "quantity-number"),
    ("–5.2%", "quantity-number"),
    ("—5.2%", "quantity-number"),
    ("--5%", "quantity-number"),
    ("+-5%", "quantity-number"),
    ("- 5.2%", "quantity-number"),
    ("30,000+ mu", "quantity-number"),
    ("三百五家", "quantity-number"),
    ("三五家", "quantity-number"),
    ("二〇二二家", "quantity-number"),
    ("二百百家", "quantity-number"),
    ("数百家", "quantity-number"),
    ("几十家", "quantity-number"),
    ("万元", "quantity-number"),
    ("百家", "quantity-number"),
    ("3千万亿元", "quantity-number"),
    ("million yuan", "quantity-number"),
    ("over million yuan", "quantity-number"),
    ("增长5%", "quantity-number"),
    ("一亿二", "quantity-number"),
    ("一亿两千", "quantity-number"),
    ("1亿2千元", "quantity-number"),
    ("三万五百家", "quantity-number"),
    ("third", "quantity-number"),
    ("quarter", "quantity-number"),
    ("first quarter", "quantity-number"),
    ("two halves", "quantity-number"),
    ("a quarter of a million people", "quantity-number"),
    ("三万五千六家", "quantity-number"),
    ("3万5人", "quantity-number"),
    ("1亿500元", "quantity-number"),
    ("1.5亿2000万元", "quantity-number"),
    ("1亿20000万元", "quantity-number"),
    ("1亿0500万元", "quantity-number"),
    ("上5家", "quantity-number"),
    ("7/3", "quantity-number"),
    ("31/3", "quantity-number"),
    ("0/3", "quantity-number"),
    ("五分之六", "quantity-number"),
    ("1月至6月", "quantity-unit-unknown"),
    ("$3-5亿元", "quantity-unit-unknown"),
    ("3—5", "quantity-unit-missing"),
    ("3—5—7家", "quantity-number"),
    ("约3—5亿元", "quantity-range"),
    ("3—5亿元左右", "quantity-range"),
    ("5—3亿元", "quantity-range"),
    ("8000—1万人", "quantity-range"),
    ("3吨—5亿元", "quantity-range"),
    ("三分之一至三分之二", "quantity-range"),
    ("from 3% to 5%", "quantity-number"),
    ("40 Mt", "quantity-unit-unknown"),
    ("40万mt", "quantity-unit-unknown"),
    ("亿吨", "quantity-number"),
    ("overall 5%", "quantity-number"),
    ("every 5 yuan", "quantity-number"),
    ("¥¥5", "quantity-number"),
    ("每人每人5元", "quantity-number"),
    ("1234567890123456元", "quantity-digits"),
    ("1,234,567,890,123,456元", "quantity-digits"),
    ("0.1234567890123456%", "quantity-digits"),
    ("9" * 200, "quantity-digits"),
    ("9" * 5000, "quantity-digits"),
    ("36.7亿元" + "。" * 200, "quantity-digits"),
    ("36", "quantity-unit-missing"),
    ("36.70", "quantity-unit-missing"),
    ("36.7亿", "quantity-unit-missing"),
    ("3万余", "quantity-unit-missing"),
    ("over 5 million", "quantity-unit-missing"),
    ("5 m", "quantity-unit-missing"),
    ("36.7亿圆", "quantity-unit-unknown"),
    ("36.7亿元。", "quantity-unit-unknown"),
    ("5万里", "quantity-unit-unknown"),
    ("3亿万元", "quantity-number"),
    ("$5亿元", "quantity-unit-unknown"),
    ("每月500人", "quantity-unit-unknown"),
    ("每人5", "quantity-unit-unknown"),
    ("5元/人/人", "quantity-unit-unknown"),
    ("5元/小时", "quantity-unit-unknown"),
    ("5 yaun", "quantity-unit-unknown"),
    ("17家\u202e", "quantity-unit-unknown"),
    ("17\u200b家", "quantity-unit-unknown"),
    ("17\x00家", "quantity-unit-unknown"),
    ("约250余万元", "quantity-qualifiers"),
    ("近10余家", "quantity-qualifiers"),
    ("至少5000万元以下", "quantity-qualifiers"),
    ("超约5亿元", "quantity-qualifiers"),
    ("over nearly 5 firms", "quantity-qualifiers"),
]


@pytest.mark.parametrize(("printed", "code"), REFUSED)
def test_refused(printed: str, code: str) -> None:
    with pytest.raises(Fault) as fault:
        parse(printed)
    assert fault.value.code == code
    assert len(fault.value.facts["text"]) <= 60


def test_every_code_is_known_and_used() -> None:
    codes = {
        code
        for _, code in [
            *REFUSED,
            *GROWTH_REFUSED,
            *COMPLETION_REFUSED,
            ("540万元", "unit-twice"),
            *(case[1:] for case in STATEMENTS_REFUSED),
        ]
    }
    assert codes == FAULTS


@pytest.mark.parametrize(
    ("printed", "unit", "suggestion"),
    [
        ("36.7亿圆", "圆", "元"),
        ("36.7亿元。", "元。", "元"),
        ("5 yaun", "yaun", "yuan"),
        ("17 entreprises", "entreprises", "enterprises"),
        ("5 qqq", "qqq", ""),
        ("$5亿元", "USD 元", ""),
        ("每月500人", "每月 人", ""),
        ("₿5bn", "₿", ""),
        ("5" + "x" * 150, "x" * 59 + "…", ""),
    ],
)
def test_unknown_unit_is_named(printed: str, unit: str, suggestion: str) -> None:
    with pytest.raises(Fault) as fault:
        parse(printed)
    assert (fault.value.facts["unit"], fault.value.facts["suggestion"]) == (unit, suggestion)


@pytest.mark.parametrize(
    ("printed", "unit", "value", "low", "high", "qualifier"),
    [
        ("540万", "CNY", "5400000", "5395000", "5405000", "exact"),
        ("约540万", "CNY", "5400000", "5350000", "5450000", "about"),
        ("540万以上", "CNY", "5400000", "5400000", INF, "at-least"),
        ("540余万", "CNY", "5400000", "5400000", "5500000", "over"),
        ("24.52 million", "persons", "24520000", "24515000", "24525000", "exact"),
        ("29,500", "enterprises", "29500", "29500", "29500", "exact"),
        ("上百", "enterprises", "100", "100", "200", "over"),
        ("3—5", "t", "4", "3", "5", "between"),
        ("5000", "CNY/person/month", "5000", "4999.5", "5000.5", "exact"),
        ("1亿2000万", "CNY", "120000000", "119995000", "120005000", "exact"),
    ],
)
def test_a_unit_that_was_not_printed_is_given(  # noqa: PLR0917 - the columns of the table
    printed: str, unit: str, value: str, low: str, high: str, qualifier: str
) -> None:
    amount = parse_in_unit(printed, unit)
    assert (amount.value, amount.low, amount.high) == (Decimal(value), Decimal(low), Decimal(high))
    assert (amount.printed, amount.unit, amount.qualifier) == (printed, unit, qualifier)
    assert amount.given_unit == UNITS[unit].name.zh


@pytest.mark.parametrize(
    ("printed", "code"), [("540万元", "unit-twice"), ("5 qqq", "quantity-unit-unknown"), ("万", "quantity-number")]
)
def test_a_unit_is_given_only_where_none_was_printed(printed: str, code: str) -> None:
    with pytest.raises(Fault) as fault:
        parse_in_unit(printed, "CNY")
    assert fault.value.code == code
