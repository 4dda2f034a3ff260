"""Amounts in columns: one unit for each metric, the printed digits and no others, cut at the point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.phrasing.aligned_amounts import AlignedAmount, aligned, chosen_unit
from indicators.phrasing.names import Names
from indicators.values.amount_grammar import MOST_DIGITS
from indicators.values.quantity_parser import parse, parse_in_unit
from indicators.values.text import LANGS, Lang
from indicators.values.unit_table import UNITS
from tests.builders import make_dataset
from tests.values.random_amounts import AMOUNTS

NAMES = {lang: Names(make_dataset(), lang) for lang in LANGS}


def column(*printed: str, lang: Lang = "en") -> list[AlignedAmount]:
    quantities = [parse(text) for text in printed]
    unit = chosen_unit(quantities, UNITS["CNY"], lang)
    return [aligned(quantity, unit, NAMES[lang]) for quantity in quantities]


def in_words(amount: AlignedAmount) -> str:
    return " ".join(filter(None, (amount.qualifier, amount.number, amount.unit)))


@pytest.mark.parametrize(
    ("printed", "en", "zh"),
    [
        (
            ("126.00亿元", "40亿元", "2.41亿元"),
            ["¥12.600 bn", "¥4.0 bn", "¥0.241 bn"],
            ["126.00 亿元", "40 亿元", "2.41 亿元"],
        ),
        (("5000万元", "2.07亿元"), ["¥50.00 mn", "¥207 mn"], ["0.500 亿元", "2.07 亿元"]),
        (("250余万元",), ["over ¥2.50 mn"], ["超过 250 万元"]),
        (("3.08万人", "528人", "1人"), ["30,800 people", "528 people", "1 person"], ["30800 人", "528 人", "1 人"]),
        (("407 million tonnes", "2万公斤"), ["407 mn tonnes", "0.00002 mn tonnes"], ["4.07 亿吨", "0.0000002 亿吨"]),
        (("30亩", "45亩", "2公顷"), ["30 mu", "45 mu", "2 hectares"], ["30 亩", "45 亩", "2 公顷"]),
        (("5家", "7家", "3户"), ["5", "7", "3"], ["5 家", "7 家", "3 户"]),
        (("30—50亿元", "2.5—4亿元"), ["¥3–5 bn", "¥0.25–0.4 bn"], ["30–50 亿元", "2.5–4 亿元"]),
        (("-3.20亿元",), ["−¥320 mn"], ["−3.20 亿元"]),
        (("97.50%", "三成"), ["97.50 %", "30 %"], ["97.50 %", "30 %"]),
        (("2/3",), ["2/3"], ["2/3"]),
        (("20,154 yuan",), ["¥20,154"], ["20154 元"]),
        (("20,150 yuan",), ["¥20,150"], ["2.015 万元"]),
        (("120,154 people",), ["120,154 people"], ["12.0154 万人"]),
        (("每人每月5000元",), ["¥5,000 per person per month"], ["5000 元/人/月"]),
        (("0.0亿元", "1.2亿元"), ["¥0 mn", "¥120 mn"], ["0.0 亿元", "1.2 亿元"]),
        (("340,000 TEU", "3.24 million TEU"), ["0.340 mn TEU", "3.24 mn TEU"], ["34.000 万标箱", "324 万标箱"]),
    ],
)
def test_a_column_has_one_unit_and_the_printed_digits(printed: tuple[str, ...], en: list[str], zh: list[str]) -> None:
    assert [in_words(amount) for amount in column(*printed)] == en
    assert [in_words(amount) for amount in column(*printed, lang="zh")] == zh


def test_a_unit_that_the_curator_gave_is_the_one_of_the_column() -> None:
    quantities = [parse_in_unit("11964", "元"), parse_in_unit("30623", "元")]
    unit = chosen_unit(quantities, UNITS["CNY"], "zh")
    assert in_words(aligned(quantities[0], unit, NAMES["zh"])) == "11964 元"


def test_the_point_of_a_number_is_where_it_is_cut() -> None:
    assert column("126.00亿元", "40亿元")[0] == AlignedAmount("", "¥12", ".600", "bn")
    assert column("2.5—4亿元", lang="zh")[0] == AlignedAmount("", "2.5–4", "", "亿元")


@given(st.lists(AMOUNTS, min_size=1, max_size=4), st.sampled_from(LANGS))
def test_number_times_unit_is_the_value_and_no_digit_is_added(printed: list[str], lang: Lang) -> None:
    quantities = [parse(text) for text in printed]
    unit = chosen_unit(quantities, quantities[0].unit, lang)
    for quantity in quantities:
        amount = aligned(quantity, unit, NAMES[lang])
        if sum(map(str.isdecimal, amount.number)) > MOST_DIGITS:
            continue  # it is read as a misprint
        counted = " items" if lang == "en" and quantity.unit.dimension == "count" else ""
        again = parse(f"{amount.number} {amount.unit}{counted}")
        assert (again.value, again.unit.dimension) == (quantity.value, quantity.unit.dimension)
        printed_digits = sum(map(str.isdecimal, quantity.printed.removesuffix("/10")))  # a unit, no digits
        assert significant(amount.number) <= printed_digits or not printed_digits  # 两千万 has no digits to count


def significant(number: str) -> int:
    """How many digits a number has, without zeros that only say where its point is."""
    digits = "".join(char for char in number if char.isdecimal() or char == ".")
    return len((digits if "." in digits else digits.rstrip("0")).replace(".", "").lstrip("0"))
