"""What stands beside an amount: growth, completion, changes and shares; every number here was worked out by hand."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.quantity_parser import (
    parse_change,
    parse_completion,
    parse_growth,
    parse_points,
    parse_share,
)
from indicators.values.unit_table import UNITS
from tests.values.printed_amounts import INF

# printed, value, low, high, qualifier
GROWTH = [
    ("32%", "0.32", "0.315", "0.325", "exact"),
    ("-2.7%", "-0.027", "-0.0275", "-0.0265", "exact"),
    ("−2.7%", "-0.027", "-0.0275", "-0.0265", "exact"),
    ("＋4.41％", "0.0441", "0.04405", "0.04415", "exact"),
    ("增长152%", "1.52", "1.515", "1.525", "exact"),
    ("同比增长32%", "0.32", "0.315", "0.325", "exact"),
    ("增长了32%", "0.32", "0.315", "0.325", "exact"),
    ("增长-2.7%", "-0.027", "-0.0275", "-0.0265", "exact"),
    ("下降2.7%", "-0.027", "-0.0275", "-0.0265", "exact"),
    ("同比下\n降2.7%", "-0.027", "-0.0275", "-0.0265", "exact"),
    ("减少0%", "0", "-0.005", "0.005", "exact"),
    ("下降约20%", "-0.2", "-0.25", "-0.15", "about"),
    ("下降超过5%", "-0.05", "-0.06", "-0.05", "under"),
    ("下降近5%", "-0.05", "-0.05", "-0.04", "over"),
    ("下降不超过5%", "-0.05", "-0.05", INF, "at-least"),
    ("下降5%以上", "-0.05", "-Infinity", "-0.05", "at-most"),
    ("增长20%以上", "0.2", "0.2", INF, "at-least"),
    ("增长近20%", "0.2", "0.1", "0.2", "nearly"),
    ("up 32%", "0.32", "0.315", "0.325", "exact"),
    ("up by 32%", "0.32", "0.315", "0.325", "exact"),
    ("Up over 30%", "0.3", "0.3", "0.4", "over"),
    ("up to 30%", "0.3", "0", "0.3", "at-most"),
    ("down 2.7%", "-0.027", "-0.0275", "-0.0265", "exact"),
    ("fell by about 20 percent", "-0.2", "-0.25", "-0.15", "about"),
    ("持平", "0", "-0.005", "0.005", "exact"),
    ("同比持平", "0", "-0.005", "0.005", "exact"),
    ("基本持平", "0", "-0.005", "0.005", "about"),
    ("flat", "0", "-0.005", "0.005", "exact"),
    ("增长1.5倍", "1.5", "1.45", "1.55", "exact"),
    ("1.5倍", "1.5", "1.45", "1.55", "exact"),
    ("增长1倍多", "1", "1", "2", "over"),
    ("增长一倍", "1", "0.5", "1.5", "exact"),
    ("翻番", "1", "0.5", "1.5", "exact"),
    ("翻一番", "1", "0.5", "1.5", "exact"),
    ("翻了一番", "1", "0.5", "1.5", "exact"),
    ("增长三倍", "3", "2.5", "3.5", "exact"),
    ("翻两番", "3", "2.5", "3.5", "exact"),
    ("翻了近一番", "1", "0", "1", "nearly"),
    ("近翻番", "1", "0", "1", "nearly"),
    ("doubled", "1", "0.5", "1.5", "exact"),
    ("more than doubled", "1", "1", "2", "over"),
    ("tripled", "2", "1.5", "2.5", "exact"),
    ("halved", "-0.5", "-0.55", "-0.45", "exact"),
    ("比上年增长32%", "0.32", "0.315", "0.325", "exact"),
    ("较上年同期下降2.7%", "-0.027", "-0.0275", "-0.0265", "exact"),
    ("与上年持平", "0", "-0.005", "0.005", "exact"),
    ("增速32%", "0.32", "0.315", "0.325", "exact"),
    ("增速为-2.7%", "-0.027", "-0.0275", "-0.0265", "exact"),
    ("增幅达32%", "0.32", "0.315", "0.325", "exact"),
    ("降幅2.7%", "-0.027", "-0.0275", "-0.0265", "exact"),
    ("近三成", "0.3", "0.2", "0.3", "nearly"),
    ("增长三成以上", "0.3", "0.3", INF, "at-least"),
    ("下降一半", "-0.5", "-0.55", "-0.45", "exact"),
    ("增长百分之五", "0.05", "0.045", "0.055", "exact"),
    ("增长3%—5%", "0.04", "0.03", "0.05", "between"),
    ("下降3%—5%", "-0.04", "-0.05", "-0.03", "between"),
    ("up 12.5% year on year", "0.125", "0.1245", "0.1255", "exact"),
    ("a year-on-year increase of 20 percent", "0.2", "0.195", "0.205", "exact"),
    ("a decline of 2.7%", "-0.027", "-0.0275", "-0.0265", "exact"),
]


@pytest.mark.parametrize(("printed", "value", "low", "high", "qualifier"), GROWTH)
def test_growth(printed: str, value: str, low: str, high: str, qualifier: str) -> None:
    growth = parse_growth(printed)
    assert (growth.value, growth.low, growth.high) == (Decimal(value), Decimal(low), Decimal(high))
    assert (growth.qualifier, growth.printed, UNITS[growth.unit].dimension) == (qualifier, printed, "ratio")


GROWTH_REFUSED = [
    ("5亿元", "growth-unit"),
    ("增长2个百分点", "growth-points"),
    ("增加2个百分点", "growth-points"),
    ("up 0.5 percentage points", "growth-points"),
    ("增长7家", "growth-unit"),
    ("1.5-fold", "growth-unit"),
    ("下降1.5倍", "growth-unit"),
    ("增长", "quantity-number"),
    ("32", "quantity-unit-missing"),
    ("", "quantity-empty"),
    ("下降-2.7%", "quantity-qualifiers"),
    ("–5.2%", "quantity-number"),
    ("rose to 5%", "quantity-number"),
    ("upward 5%", "quantity-number"),
    ("增长3%至5%", "quantity-range-unclear"),
    ("下降3%至5%", "quantity-range-unclear"),
    ("up 3% to 5%", "quantity-range-unclear"),
    ("环比增长5%", "quantity-number"),
    ("增速回落0.3个百分点", "quantity-number"),
    ("增速下降2%", "quantity-number"),
    ("翻三番", "quantity-number"),
]


@pytest.mark.parametrize(("printed", "code"), GROWTH_REFUSED)
def test_growth_refused(printed: str, code: str) -> None:
    with pytest.raises(Fault) as fault:
        parse_growth(printed)
    assert (fault.value.code, fault.value.facts["text"]) == (code, printed)


# printed, value, low, high
COMPLETION = [
    ("52.1%", "0.521", "0.5205", "0.5215"),
    ("完成67.2%", "0.672", "0.6715", "0.6725"),
    ("146%", "1.46", "1.455", "1.465"),
    ("超额314%", "4.14", "4.135", "4.145"),
    ("exceeded by 314%", "4.14", "4.135", "4.145"),
    ("超额10%以上", "1.1", "1.1", INF),
    ("超过50%", "0.5", "0.5", "0.6"),
    ("逾50%", "0.5", "0.5", "0.6"),
    ("完成超50%", "0.5", "0.5", "0.6"),
    ("完成近八十%", "0.8", "0.7", "0.8"),
    ("0%", "0", "0", "0.005"),
    ("−0%", "0", "0", "0.005"),
    ("完成年度计划的63%", "0.63", "0.625", "0.635"),
    ("占年度计划的52.1%", "0.521", "0.5205", "0.5215"),
    ("完成全年任务的67.2%", "0.672", "0.6715", "0.6725"),
    ("年度计划的63%", "0.63", "0.625", "0.635"),
    ("完成率63%", "0.63", "0.625", "0.635"),
    ("completed 63% of the annual plan", "0.63", "0.625", "0.635"),
    ("63% of the annual target", "0.63", "0.625", "0.635"),
    ("完成年度计划的四分之三", "0.75", "0.7", "0.8"),
    ("完成一半以上", "0.5", "0.5", INF),
    ("完成六成", "0.6", "0.55", "0.65"),
    ("60%—70%", "0.65", "0.6", "0.7"),
]


@pytest.mark.parametrize(("printed", "value", "low", "high"), COMPLETION)
def test_completion(printed: str, value: str, low: str, high: str) -> None:
    done = parse_completion(printed)
    assert (done.value, done.low, done.high) == (Decimal(value), Decimal(low), Decimal(high))
    assert done.printed == printed


COMPLETION_REFUSED = [
    ("-5%", "completion-negative"),
    ("超额-5%", "completion-negative"),
    ("5亿元", "completion-unit"),
    ("2个百分点", "completion-unit"),
    ("1.5倍", "completion-unit"),
    ("超额", "quantity-number"),
    ("超额完成14%", "completion-unclear"),
    ("超年度计划14%", "completion-unclear"),
    ("超额完成年度计划的14%", "completion-unclear"),
    ("超14%", "completion-unclear"),
    ("超 14.5 ％", "completion-unclear"),
    ("", "quantity-empty"),
]


@pytest.mark.parametrize(("printed", "code"), COMPLETION_REFUSED)
def test_completion_refused(printed: str, code: str) -> None:
    with pytest.raises(Fault) as fault:
        parse_completion(printed)
    assert (fault.value.code, fault.value.facts["text"]) == (code, printed)


# reader, printed, value, low, high, unit
STATEMENTS = [
    (parse_change, "增加10家", "10", "10", "10", "enterprises"),
    (parse_change, "净增10家", "10", "10", "10", "enterprises"),
    (parse_change, "比上年增加10家", "10", "10", "10", "enterprises"),
    (parse_change, "较去年同期减少3.2万人", "-32000", "-32500", "-31500", "persons"),
    (parse_change, "减少近3万人", "-30000", "-30000", "-20000", "persons"),
    (parse_change, "up 10 km", "10", "9.5", "10.5", "km"),
    (parse_change, "down by 1.2 billion yuan year on year", "-1200000000", "-1250000000", "-1150000000", "CNY"),
    (parse_change, "-10家", "-10", "-10", "-10", "enterprises"),
    (parse_change, "10家", "10", "10", "10", "enterprises"),
    (parse_points, "提高1.2个百分点", "0.012", "0.0115", "0.0125", "pp"),
    (parse_points, "比上年提高1.2个百分点", "0.012", "0.0115", "0.0125", "pp"),
    (parse_points, "下降0.3个百分点", "-0.003", "-0.0035", "-0.0025", "pp"),
    (parse_points, "up 0.5 percentage points", "0.005", "0.0045", "0.0055", "pp"),
    (parse_points, "up 0.5 percentage points from a year earlier", "0.005", "0.0045", "0.0055", "pp"),
    (parse_points, "down 1 percentage point", "-0.01", "-0.015", "-0.005", "pp"),
    (parse_points, "1.2个百分点", "0.012", "0.0115", "0.0125", "pp"),
    (parse_share, "12.9%", "0.129", "0.1285", "0.1295", "percent"),
    (parse_share, "占比12.9%", "0.129", "0.1285", "0.1295", "percent"),
    (parse_share, "占比达12.9%", "0.129", "0.1285", "0.1295", "percent"),
    (parse_share, "占全市的 12.9%", "0.129", "0.1285", "0.1295", "percent"),
    (parse_share, "占地区生产总值的比重为12.9%", "0.129", "0.1285", "0.1295", "percent"),
    (parse_share, "占全市12.9%", "0.129", "0.1285", "0.1295", "percent"),
    (parse_share, "占全市近13%", "0.13", "0.12", "0.13", "percent"),
    (parse_share, "占全市的不足1%", "0.01", "0", "0.01", "percent"),
    (parse_share, "占总量的70%以上", "0.7", "0.7", "1", "percent"),
    (parse_share, "占比超99.9%", "0.999", "0.999", "1", "percent"),
    (parse_share, "三成", "0.3", "0.25", "0.35", "tenth"),
    (parse_share, "占全市近三成", "0.3", "0.2", "0.3", "tenth"),
    (parse_share, "占全市的一半", "0.5", "0.45", "0.55", "half"),
    (parse_share, "three quarters of the total", "0.75", "0.7", "0.8", "quarter"),
    (parse_share, "占比10%—20%", "0.15", "0.1", "0.2", "percent"),
    (parse_share, "12.9% of GDP", "0.129", "0.1285", "0.1295", "percent"),
    (parse_share, "accounting for about 20 percent of the total", "0.2", "0.15", "0.25", "percent"),
]


@pytest.mark.parametrize(("read", "printed", "value", "low", "high", "unit"), STATEMENTS)
def test_statements_beside_an_amount(  # noqa: PLR0917 - the columns of the table
    read: Callable[[str], Quantity], printed: str, value: str, low: str, high: str, unit: str
) -> None:
    quantity = read(printed)
    assert (quantity.value, quantity.low, quantity.high) == (Decimal(value), Decimal(low), Decimal(high))
    assert (quantity.unit, quantity.printed) == (unit, printed)


STATEMENTS_REFUSED = [
    (parse_change, "增长10%", "change-rate"),
    (parse_change, "增长1.5倍", "change-rate"),
    (parse_change, "提高1.2个百分点", "change-points"),
    (parse_change, "增加到10家", "quantity-number"),
    (parse_change, "增至10家", "quantity-number"),
    (parse_change, "新增10家", "quantity-number"),
    (parse_change, "up 10", "quantity-unit-missing"),
    (parse_change, "减少-10家", "quantity-qualifiers"),
    (parse_points, "提高1.2%", "points-unit"),
    (parse_points, "增加10家", "points-unit"),
    (parse_share, "占比12.9亿元", "share-unit"),
    (parse_share, "占比1.2个百分点", "share-unit"),
    (parse_share, "占比1.5倍", "share-unit"),
    (parse_share, "占比129%", "share-range"),
    (parse_share, "占比-12%", "share-range"),
    (parse_share, "占比提高12%", "quantity-number"),
    (parse_share, "占12个区的12%", "quantity-number"),
    (parse_share, "占不到全市的一半", "quantity-number"),
    (parse_share, "占全市的比重下降12%", "quantity-number"),
    (parse_completion, "完成不到年度计划的一半", "quantity-number"),
    (parse_completion, "完成近年度计划的63%", "quantity-number"),
]


@pytest.mark.parametrize(("read", "printed", "code"), STATEMENTS_REFUSED)
def test_statements_refused(read: Callable[[str], Quantity], printed: str, code: str) -> None:
    with pytest.raises(Fault) as fault:
        read(printed)
    assert (fault.value.code, fault.value.facts["text"]) == (code, printed)
