"""What newspapers print, and the quantities it means; every number here was worked out by hand."""

import re
import time
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.values import amount_grammar, spelled_numbers
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity, to_text
from indicators.values.quantity_parser import (
    FAULTS,
    parse,
    parse_change,
    parse_completion,
    parse_growth,
    parse_in_unit,
    parse_points,
    parse_share,
)
from indicators.values.text import LANGS, Lang
from indicators.values.unit_table import BUILT_IN, UNITS

INF = "Infinity"

# printed, value, low, high, unit, qualifier
CHINESE = [
    # money, as printed precisely
    ("36.7亿元", "3670000000", "3665000000", "3675000000", "CNY", "exact"),
    ("36.70亿元", "3670000000", "3669500000", "3670500000", "CNY", "exact"),
    ("1.68亿元", "168000000", "167500000", "168500000", "CNY", "exact"),
    ("56.92亿元", "5692000000", "5691500000", "5692500000", "CNY", "exact"),
    ("126.00亿元", "12600000000", "12599500000", "12600500000", "CNY", "exact"),
    ("2006.43亿元", "200643000000", "200642500000", "200643500000", "CNY", "exact"),
    ("221亿元", "22100000000", "22050000000", "22150000000", "CNY", "exact"),
    ("5000万元", "50000000", "49995000", "50005000", "CNY", "exact"),
    ("242万元", "2420000", "2415000", "2425000", "CNY", "exact"),
    ("13350元", "13350", "13349.5", "13350.5", "CNY", "exact"),
    ("13,350元", "13350", "13349.5", "13350.5", "CNY", "exact"),
    ("13，350元", "13350", "13349.5", "13350.5", "CNY", "exact"),
    ("1,234,567.8元", "1234567.8", "1234567.75", "1234567.85", "CNY", "exact"),
    ("1.2万亿元", "1200000000000", "1150000000000", "1250000000000", "CNY", "exact"),
    ("3千万元", "30000000", "25000000", "35000000", "CNY", "exact"),
    ("2千亿元", "200000000000", "150000000000", "250000000000", "CNY", "exact"),
    ("5百万元", "5000000", "4500000", "5500000", "CNY", "exact"),
    ("3十万元", "300000", "250000", "350000", "CNY", "exact"),
    ("5千元", "5000", "4500", "5500", "CNY", "exact"),
    ("0元", "0", "-0.5", "0.5", "CNY", "exact"),
    ("0.0亿元", "0", "-5000000", "5000000", "CNY", "exact"),
    ("-0.5亿元", "-50000000", "-55000000", "-45000000", "CNY", "exact"),
    ("−0.5亿元", "-50000000", "-55000000", "-45000000", "CNY", "exact"),
    ("＋3亿元", "300000000", "250000000", "350000000", "CNY", "exact"),
    ("３６．７亿元", "3670000000", "3665000000", "3675000000", "CNY", "exact"),
    ("￥5亿元", "500000000", "450000000", "550000000", "CNY", "exact"),
    ("¥5亿", "500000000", "450000000", "550000000", "CNY", "exact"),
    ("-¥5亿", "-500000000", "-550000000", "-450000000", "CNY", "exact"),
    ("人民币5亿元", "500000000", "450000000", "550000000", "CNY", "exact"),
    ("5亿元人民币", "500000000", "450000000", "550000000", "CNY", "exact"),
    ("5亿人民币", "500000000", "450000000", "550000000", "CNY", "exact"),
    ("3.2亿美元", "320000000", "315000000", "325000000", "USD", "exact"),
    ("＄3.2亿", "320000000", "315000000", "325000000", "USD", "exact"),
    # white space of a column's edge
    ("26.9亿\n元", "2690000000", "2685000000", "2695000000", "CNY", "exact"),
    (" 36.7 亿 元 ", "3670000000", "3665000000", "3675000000", "CNY", "exact"),
    ("250\u3000余\n万元", "2500000", "2500000", "2600000", "CNY", "over"),
    ("0.5个百\n分点", "0.005", "0.0045", "0.0055", "pp", "exact"),
    # counts
    ("7个", "7", "7", "7", "items", "exact"),
    ("0家", "0", "0", "0", "enterprises", "exact"),
    ("17家", "17", "17", "17", "enterprises", "exact"),
    ("达17家", "17", "17", "17", "enterprises", "exact"),
    ("达到17家", "17", "17", "17", "enterprises", "exact"),
    ("528人", "528", "528", "528", "persons", "exact"),
    ("42名", "42", "42", "42", "persons", "exact"),
    ("3位", "3", "3", "3", "persons", "exact"),
    ("下降0.3%", "-0.003", "-0.0035", "-0.0025", "percent", "exact"),
    ("下降约2%", "-0.02", "-0.025", "-0.015", "percent", "about"),
    ("106人次", "106", "106", "106", "visits", "exact"),
    ("10次", "10", "10", "10", "times", "exact"),
    ("95项", "95", "95", "95", "projects", "exact"),
    ("13个项目", "13", "13", "13", "projects", "exact"),
    ("9件", "9", "9", "9", "pieces", "exact"),
    ("12条", "12", "12", "12", "lines", "exact"),
    ("86户", "86", "86", "86", "households", "exact"),
    ("30台", "30", "30", "30", "sets", "exact"),
    ("4座", "4", "4", "4", "places", "exact"),
    ("1,024家", "1024", "1024", "1024", "enterprises", "exact"),
    ("3.08万人", "30800", "30750", "30850", "persons", "exact"),
    ("3.080万人", "30800", "30795", "30805", "persons", "exact"),
    ("3.0800万人", "30800", "30800", "30800", "persons", "exact"),
    ("2.5家", "2.5", "2.45", "2.55", "enterprises", "exact"),
    ("3千家", "3000", "2500", "3500", "enterprises", "exact"),
    ("1.5万人次", "15000", "14500", "15500", "visits", "exact"),
    # numerals
    ("十家", "10", "10", "10", "enterprises", "exact"),
    ("十五家", "15", "15", "15", "enterprises", "exact"),
    ("二十家", "20", "20", "20", "enterprises", "exact"),
    ("两家", "2", "2", "2", "enterprises", "exact"),
    ("零家", "0", "0", "0", "enterprises", "exact"),
    ("一百零五家", "105", "105", "105", "enterprises", "exact"),
    ("二百五十家", "250", "250", "250", "enterprises", "exact"),
    ("一千零二十人", "1020", "1020", "1020", "persons", "exact"),
    ("三千六百五十二人", "3652", "3652", "3652", "persons", "exact"),
    ("三百二十亿元", "32000000000", "31950000000", "32050000000", "CNY", "exact"),
    ("两万亿元", "2000000000000", "1500000000000", "2500000000000", "CNY", "exact"),
    ("十余家", "10", "10", "20", "enterprises", "over"),
    ("百余家", "100", "100", "200", "enterprises", "over"),
    ("千余人", "1000", "1000", "2000", "persons", "over"),
    ("万余人", "10000", "10000", "20000", "persons", "over"),
    ("近百家", "100", "0", "100", "enterprises", "nearly"),
    ("近亿元", "100000000", "0", "100000000", "CNY", "nearly"),
    ("超百亿元", "10000000000", "10000000000", "20000000000", "CNY", "over"),
    ("二十多万元", "200000", "200000", "300000", "CNY", "over"),
    ("2百分点", "0.02", "0.015", "0.025", "pp", "exact"),
    ("超千万亿元", "1000000000000000", "1000000000000000", "2000000000000000", "CNY", "over"),
    ("3公里多", "3", "3", "4", "km", "over"),
    ("一千零五家", "1005", "1005", "1005", "enterprises", "exact"),
    ("一千零十五家", "1015", "1015", "1015", "enterprises", "exact"),
    ("五千米", "5", "4.5", "5.5", "km", "exact"),
    # other dimensions
    ("1.46亿吨", "146000000", "145500000", "146500000", "t", "exact"),
    ("201.6吨", "201.6", "201.55", "201.65", "t", "exact"),
    ("500公斤", "0.5", "0.4995", "0.5005", "kg", "exact"),
    ("5千克", "0.005", "0.0045", "0.0055", "kg", "exact"),
    ("150万标箱", "1500000", "1495000", "1505000", "TEU", "exact"),
    ("150万TEU", "1500000", "1495000", "1505000", "TEU", "exact"),
    ("17标箱", "17", "16.5", "17.5", "TEU", "exact"),
    ("2公顷", "30", "22.5", "37.5", "ha", "exact"),
    ("1.5平方公里", "2250", "2175", "2325", "km2", "exact"),
    ("2万平方米", "30", "22.5", "37.5", "m2", "exact"),
    ("98.2公里", "98.2", "98.15", "98.25", "km", "exact"),
    ("5千米", "5", "4.5", "5.5", "km", "exact"),
    ("12亿千瓦时", "1200000000", "1150000000", "1250000000", "kWh", "exact"),
    ("3千瓦", "3", "2.5", "3.5", "kW", "exact"),
    ("52.1%", "0.521", "0.5205", "0.5215", "percent", "exact"),
    ("４．４１％", "0.0441", "0.04405", "0.04415", "percent", "exact"),
    ("6.2‰", "0.0062", "0.00615", "0.00625", "permille", "exact"),
    ("1.5倍", "1.5", "1.45", "1.55", "fold", "exact"),
    ("0.5个百分点", "0.005", "0.0045", "0.0055", "pp", "exact"),
    # per person, month, mu
    ("每人每月5000元", "5000", "4999.5", "5000.5", "CNY/person/month", "exact"),
    ("每月每人5000元", "5000", "4999.5", "5000.5", "CNY/person/month", "exact"),
    ("5000元/人/月", "5000", "4999.5", "5000.5", "CNY/person/month", "exact"),
    ("5000元/月/人", "5000", "4999.5", "5000.5", "CNY/person/month", "exact"),
    ("每人5000元/月", "5000", "4999.5", "5000.5", "CNY/person/month", "exact"),
    ("每月5元/人", "5", "4.5", "5.5", "CNY/person/month", "exact"),
    ("每月5000元", "5000", "4999.5", "5000.5", "CNY/month", "exact"),
    ("每人5万元", "50000", "45000", "55000", "CNY/person", "exact"),
    ("人均2.5万元", "25000", "24500", "25500", "CNY/person", "exact"),
    ("约每人5万元", "50000", "45000", "55000", "CNY/person", "about"),
    ("每人约5万元", "50000", "45000", "55000", "CNY/person", "about"),
    ("3.5万元/亩", "35000", "34500", "35500", "CNY/mu", "exact"),
    ("6200元/平方米", "6200", "6199.5", "6200.5", "CNY/m2", "exact"),
    ("450元/吨", "450", "449.5", "450.5", "CNY/t", "exact"),
    ("600公斤/亩", "0.6", "0.5995", "0.6005", "kg/mu", "exact"),
    # qualifiers
    ("250余万元", "2500000", "2500000", "2600000", "CNY", "over"),
    ("250万余元", "2500000", "2500000", "2600000", "CNY", "over"),
    ("超250万元", "2500000", "2500000", "2600000", "CNY", "over"),
    ("超250余万元", "2500000", "2500000", "2600000", "CNY", "over"),
    ("3万余亩", "30000", "30000", "40000", "mu", "over"),
    ("3万多亩", "30000", "30000", "40000", "mu", "over"),
    ("10多家", "10", "10", "20", "enterprises", "over"),
    ("120余家", "120", "120", "130", "enterprises", "over"),
    ("36.7余亿元", "3670000000", "3670000000", "3680000000", "CNY", "over"),
    ("逾36.70亿元", "3670000000", "3670000000", "3680000000", "CNY", "over"),
    ("超过100家", "100", "100", "200", "enterprises", "over"),
    ("突破1000亿元", "100000000000", "100000000000", "200000000000", "CNY", "over"),
    ("约5000万元", "50000000", "45000000", "55000000", "CNY", "about"),
    ("大约250家", "250", "245", "255", "enterprises", "about"),
    ("达到约250家", "250", "245", "255", "enterprises", "about"),
    ("100家左右", "100", "50", "150", "enterprises", "about"),
    ("约100家左右", "100", "50", "150", "enterprises", "about"),
    ("近3万人", "30000", "20000", "30000", "persons", "nearly"),
    ("将近100家", "100", "0", "100", "enterprises", "nearly"),
    ("不足20家", "20", "10", "20", "enterprises", "under"),
    ("不足5%", "0.05", "0.04", "0.05", "percent", "under"),
    ("至少20家", "20", "20", INF, "enterprises", "at-least"),
    ("5000万元以上", "50000000", "50000000", INF, "CNY", "at-least"),
    ("千万元以上", "10000000", "10000000", INF, "CNY", "at-least"),
    ("不低于6%", "0.06", "0.06", INF, "percent", "at-least"),
    ("不超过3亿元", "300000000", "0", "300000000", "CNY", "at-most"),
    ("最多20家", "20", "0", "20", "enterprises", "at-most"),
    ("20人以下", "20", "0", "20", "persons", "at-most"),
    ("最多-5%", "-0.05", "-Infinity", "-0.05", "percent", "at-most"),
    ("至少-5%", "-0.05", "-0.05", INF, "percent", "at-least"),
    ("超-5%", "-0.05", "-0.05", "-0.04", "percent", "over"),
    ("约0家", "0", "-0.5", "0.5", "enterprises", "about"),
    ("最多0%", "0", "0", "0", "percent", "at-most"),
    ("破1000亿元", "100000000000", "100000000000", "200000000000", "CNY", "over"),
    ("破百亿元", "10000000000", "10000000000", "20000000000", "CNY", "over"),
    ("过百家", "100", "100", "200", "enterprises", "over"),
    ("上百家", "100", "100", "200", "enterprises", "over"),
    ("上千万元", "10000000", "10000000", "20000000", "CNY", "over"),
    # several sections
    ("1亿2000万元", "120000000", "119995000", "120005000", "CNY", "exact"),
    ("1亿2000余万元", "120000000", "120000000", "130000000", "CNY", "over"),
    ("1亿零500万元", "105000000", "104995000", "105005000", "CNY", "exact"),
    ("3亿5千万元", "350000000", "345000000", "355000000", "CNY", "exact"),
    ("1万2000亿元", "1200000000000", "1199950000000", "1200050000000", "CNY", "exact"),
    ("1万2345人", "12345", "12345", "12345", "persons", "exact"),
    ("2万五千人", "25000", "24500", "25500", "persons", "exact"),
    ("两万五千人", "25000", "24500", "25500", "persons", "exact"),
    ("二十三万五千元", "235000", "234500", "235500", "CNY", "exact"),
    ("一万三千六百五十二人", "13652", "13652", "13652", "persons", "exact"),
    ("三万零五人", "30005", "30005", "30005", "persons", "exact"),
    ("近两万五千人", "25000", "24000", "25000", "persons", "nearly"),
    ("5万千瓦", "50000", "45000", "55000", "kW", "exact"),
    ("三点五亿元", "350000000", "345000000", "355000000", "CNY", "exact"),
    # digits that a page broke apart
    ("169 . 3亿元", "16930000000", "16925000000", "16935000000", "CNY", "exact"),
    ("26. 9亿元", "2690000000", "2685000000", "2695000000", "CNY", "exact"),
    ("26 .9亿元", "2690000000", "2685000000", "2695000000", "CNY", "exact"),
    # shares in words
    ("百分之五", "0.05", "0.045", "0.055", "percent", "exact"),
    ("百分之三十二", "0.32", "0.315", "0.325", "percent", "exact"),
    ("约百分之三十", "0.3", "0.25", "0.35", "percent", "about"),
    ("百分之零点五", "0.005", "0.0045", "0.0055", "percent", "exact"),
    ("百分之百", "1", "0.995", "1.005", "percent", "exact"),
    ("千分之三", "0.003", "0.0025", "0.0035", "permille", "exact"),
    ("三成", "0.3", "0.25", "0.35", "tenth", "exact"),
    ("近三成", "0.3", "0.2", "0.3", "tenth", "nearly"),
    ("三成多", "0.3", "0.3", "0.4", "tenth", "over"),
    ("三成以上", "0.3", "0.3", INF, "tenth", "at-least"),
    ("七成五", "0.75", "0.745", "0.755", "percent", "exact"),
    ("十分之三", "0.3", "0.25", "0.35", "tenth", "exact"),
    ("一半", "0.5", "0.45", "0.55", "half", "exact"),
    ("约一半", "0.5", "0.45", "0.55", "half", "about"),
    ("过半", "0.5", "0.5", "0.6", "half", "over"),
    ("一半以上", "0.5", "0.5", INF, "half", "at-least"),
    ("不到一半", "0.5", "0.4", "0.5", "half", "under"),
    ("四分之三", "0.75", "0.7", "0.8", "quarter", "exact"),
    ("1/2", "0.5", "0.45", "0.55", "half", "exact"),
    # ranges
    ("30—50亿元", "4000000000", "3000000000", "5000000000", "CNY", "between"),
    ("30亿—50亿元", "4000000000", "3000000000", "5000000000", "CNY", "between"),
    ("30亿元至50亿元", "4000000000", "3000000000", "5000000000", "CNY", "between"),
    ("5000万元—2亿元", "125000000", "50000000", "200000000", "CNY", "between"),
    ("3-5亿元", "400000000", "300000000", "500000000", "CNY", "between"),
    ("3～5亿元", "400000000", "300000000", "500000000", "CNY", "between"),
    ("3–5亿元", "400000000", "300000000", "500000000", "CNY", "between"),
    ("3%—5%", "0.04", "0.03", "0.05", "percent", "between"),
    ("-3%至5%", "0.01", "-0.03", "0.05", "percent", "between"),
    ("-5%—-3%", "-0.04", "-0.05", "-0.03", "percent", "between"),
    ("5到8家", "6.5", "5", "8", "enterprises", "between"),
    ("二十至三十人", "25", "20", "30", "persons", "between"),
    ("每人3—5万元", "40000", "30000", "50000", "CNY/person", "between"),
    # units
    ("€5bn", "5000000000", "4500000000", "5500000000", "EUR", "exact"),
    ("300万港元", "3000000", "2995000", "3005000", "HKD", "exact"),
    ("3.2亿英镑", "320000000", "315000000", "325000000", "GBP", "exact"),
    ("50亿日元", "5000000000", "4950000000", "5050000000", "JPY", "exact"),
    ("1500万方", "15000000", "14995000", "15005000", "m3", "exact"),
    ("360艘次", "360", "360", "360", "vessel-calls", "exact"),
    ("12万斤", "60", "57.5", "62.5", "jin", "exact"),
    ("30万千瓦", "300000", "295000", "305000", "kW", "exact"),
    ("500兆瓦", "500000", "499500", "500500", "MW", "exact"),
    ("12亿度", "1200000000", "1150000000", "1250000000", "kWh", "exact"),
    ("5000张床位", "5000", "5000", "5000", "beds", "exact"),
    ("7897万トン", "78970000", "78965000", "78975000", "t", "exact"),
]

ENGLISH = [
    ("over 30,000 mu", "30000", "30000", "40000", "mu", "over"),
    ("more than 30,000 mu", "30000", "30000", "40000", "mu", "over"),
    ("exceeding 190 billion yuan", "190000000000", "190000000000", "200000000000", "CNY", "over"),
    ("surpassed 180 million tons", "180000000", "180000000", "190000000", "t", "over"),
    ("Over 2.5 million yuan", "2500000", "2500000", "2600000", "CNY", "over"),
    ("5.692 billion yuan", "5692000000", "5691500000", "5692500000", "CNY", "exact"),
    ("CNY 5.692 billion", "5692000000", "5691500000", "5692500000", "CNY", "exact"),
    ("¥5.692 bn", "5692000000", "5691500000", "5692500000", "CNY", "exact"),
    ("RMB 5.692 billion yuan", "5692000000", "5691500000", "5692500000", "CNY", "exact"),
    ("RMB50m", "50000000", "49500000", "50500000", "CNY", "exact"),
    ("50 mn yuan", "50000000", "49500000", "50500000", "CNY", "exact"),
    ("50k yuan", "50000", "49500", "50500", "CNY", "exact"),
    ("1.2 trillion yuan", "1200000000000", "1150000000000", "1250000000000", "CNY", "exact"),
    ("US$1.2 billion", "1200000000", "1150000000", "1250000000", "USD", "exact"),
    ("$5", "5", "4.5", "5.5", "USD", "exact"),
    ("-$5 million", "-5000000", "-5500000", "-4500000", "USD", "exact"),
    ("$-5 million", "-5000000", "-5500000", "-4500000", "USD", "exact"),
    ("USD 12 million", "12000000", "11500000", "12500000", "USD", "exact"),
    ("12 million dollars", "12000000", "11500000", "12500000", "USD", "exact"),
    ("1 dollar", "1", "0.5", "1.5", "USD", "exact"),
    ("17 enterprises", "17", "17", "17", "enterprises", "exact"),
    ("1 enterprise", "1", "1", "1", "enterprises", "exact"),
    ("17 COMPANIES", "17", "17", "17", "enterprises", "exact"),
    ("17 firms", "17", "17", "17", "enterprises", "exact"),
    ("7 items", "7", "7", "7", "items", "exact"),
    ("1 project", "1", "1", "1", "projects", "exact"),
    ("528 people", "528", "528", "528", "persons", "exact"),
    ("1 person", "1", "1", "1", "persons", "exact"),
    ("down 0.3%", "-0.003", "-0.0035", "-0.0025", "percent", "exact"),
    ("106 visits", "106", "106", "106", "visits", "exact"),
    ("30.8 thousand people", "30800", "30750", "30850", "persons", "exact"),
    ("3k people", "3000", "2500", "3500", "persons", "exact"),
    ("146 million tonnes", "146000000", "145500000", "146500000", "t", "exact"),
    ("146 million t", "146000000", "145500000", "146500000", "t", "exact"),
    ("5 tons", "5", "4.5", "5.5", "t", "exact"),
    ("1.5 million TEU", "1500000", "1450000", "1550000", "TEU", "exact"),
    ("2 ha", "30", "22.5", "37.5", "ha", "exact"),
    ("2 hectares", "30", "22.5", "37.5", "ha", "exact"),
    ("2 km²", "3000", "2250", "3750", "km2", "exact"),
    ("2 sq km", "3000", "2250", "3750", "km2", "exact"),
    ("20,000 m²", "30", "29.99925", "30.00075", "m2", "exact"),
    ("5 m2", "0.0075", "0.00675", "0.00825", "m2", "exact"),
    ("5 km", "5", "4.5", "5.5", "km", "exact"),
    ("5k km", "5000", "4500", "5500", "km", "exact"),
    ("52.1%", "0.521", "0.5205", "0.5215", "percent", "exact"),
    ("52.1 percent", "0.521", "0.5205", "0.5215", "percent", "exact"),
    ("52.1 per cent", "0.521", "0.5205", "0.5215", "percent", "exact"),
    ("0.5 percentage points", "0.005", "0.0045", "0.0055", "pp", "exact"),
    ("0.5 pp", "0.005", "0.0045", "0.0055", "pp", "exact"),
    ("1.5-fold", "1.5", "1.45", "1.55", "fold", "exact"),
    ("5,000 yuan per person per month", "5000", "4999.5", "5000.5", "CNY/person/month", "exact"),
    ("5,000 yuan a month", "5000", "4999.5", "5000.5", "CNY/month", "exact"),
    ("CNY 5,000 per person per month", "5000", "4999.5", "5000.5", "CNY/person/month", "exact"),
    ("5,000 CNY/person/month", "5000", "4999.5", "5000.5", "CNY/person/month", "exact"),
    ("$450/t", "450", "449.5", "450.5", "USD/t", "exact"),
    ("450 yuan per tonne", "450", "449.5", "450.5", "CNY/t", "exact"),
    ("about 250 enterprises", "250", "245", "255", "enterprises", "about"),
    ("approximately CNY 250 million", "250000000", "245000000", "255000000", "CNY", "about"),
    ("around 20%", "0.2", "0.15", "0.25", "percent", "about"),
    ("nearly 100 enterprises", "100", "0", "100", "enterprises", "nearly"),
    ("almost 100 enterprises", "100", "0", "100", "enterprises", "nearly"),
    ("under 20 people", "20", "10", "20", "persons", "under"),
    ("less than 5%", "0.05", "0.04", "0.05", "percent", "under"),
    ("fewer than 20 firms", "20", "10", "20", "enterprises", "under"),
    ("at least 20 firms", "20", "20", INF, "enterprises", "at-least"),
    ("at most 20 firms", "20", "0", "20", "enterprises", "at-most"),
    ("up to ¥3 bn", "3000000000", "0", "3000000000", "CNY", "at-most"),
    ("half", "0.5", "0.45", "0.55", "half", "exact"),
    ("nearly half", "0.5", "0.4", "0.5", "half", "nearly"),
    ("three quarters", "0.75", "0.7", "0.8", "quarter", "exact"),
    ("$3–5 million", "4000000", "3000000", "5000000", "USD", "between"),
    ("$3 million to $5 million", "4000000", "3000000", "5000000", "USD", "between"),
    ("3% to 5%", "0.04", "0.03", "0.05", "percent", "between"),
    ("between 3 and 5 percent", "0.04", "0.03", "0.05", "percent", "between"),
    ("24.52 million passengers", "24520000", "24515000", "24525000", "visits", "exact"),
    ("23, 286 Yuan", "23286", "23285.5", "23286.5", "CNY", "exact"),
    ("RMB 200.3 billion Yuan", "200300000000", "200250000000", "200350000000", "CNY", "exact"),
    ("HK$5 million", "5000000", "4500000", "5500000", "HKD", "exact"),
    ("1.2 TWh", "1200000000", "1150000000", "1250000000", "TWh", "exact"),
    ("40 million mt", "40000000", "39500000", "40500000", "t", "exact"),
    ("5 m³", "5", "4.5", "5.5", "m3", "exact"),
    ("over\n30,000   mu", "30000", "30000", "40000", "mu", "over"),
]


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


# Amounts that the grammar allows.
NUMBERS = st.one_of(
    st.integers(0, 10**9).map(str),
    st.integers(0, 10**9).map("{:,}".format),
    st.tuples(st.integers(0, 99999), st.from_regex(r"[0-9]{1,6}", fullmatch=True)).map("{0[0]}.{0[1]}".format),
    st.sampled_from(["三", "十", "十五", "二十", "一百零五", "三百二十", "两千"]),
)
CHINESE_AMOUNTS = st.tuples(
    st.sampled_from(["", "约", "近", "超", "不足", "至少", "最多", "达到"]),
    st.sampled_from(["", "-", "＋"]),
    NUMBERS,
    st.sampled_from(["", "万", "亿", "万亿"]),
    st.sampled_from([unit.name.zh for unit in UNITS.values() if not unit.is_fraction]),
).map("".join)
ENGLISH_AMOUNTS = st.tuples(
    st.sampled_from(["", "about ", "nearly ", "over ", "under ", "at least ", "up to "]),
    st.sampled_from(["", "-", "−"]),
    NUMBERS,
    st.sampled_from([" ", "k ", " million ", " bn ", " trillion "]),
    st.sampled_from([unit.name.en for unit in UNITS.values() if not unit.is_fraction]),
).map("".join)
AMOUNTS = CHINESE_AMOUNTS | ENGLISH_AMOUNTS


def same(*quantities: Quantity) -> bool:
    """True where value, interval, qualifier and dimension are the same."""
    return len({(q.value, q.low, q.high, q.qualifier, UNITS[q.unit].dimension) for q in quantities}) == 1


@given(AMOUNTS)
@settings(max_examples=300, deadline=None)
def test_value_lies_in_its_interval(printed: str) -> None:
    quantity = parse(printed)
    assert quantity.low <= quantity.value <= quantity.high


def expect_fault_or_quantity(text: str) -> None:
    for read in (parse, parse_growth, parse_completion, parse_change, parse_points, parse_share):
        outcome = read_or_fault(read, text)
        if isinstance(outcome, Fault):
            assert outcome.code in FAULTS
            assert all(len(fact) <= 60 for key, fact in outcome.facts.items() if key != "near")
        else:
            assert outcome.low <= outcome.value <= outcome.high
            assert read in {parse_completion, parse_share} or all(
                same(outcome, parse(to_text(outcome, lang))) for lang in LANGS
            )


def read_or_fault(read: Callable[[str], Quantity], text: str) -> Quantity | Fault:
    try:
        return read(text)
    except Fault as fault:
        return fault


PIECES = st.sampled_from(
    [
        *"0123456789.,，．+-−–余多约近超百千万亿十零一二两个家元%％ \n/每人月km",
        "million",
        "over ",
        "$",
        "至少",
        "增长",
        "下降",
        "倍",
        "超额",
        *"成点半—～至到破上过/三五",
        "百分之",
        "分之",
        "half",
        " to ",
        "between ",
        "翻",
        "番",
    ]
)


@given(st.text(max_size=250) | st.lists(PIECES, max_size=12).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_text_is_a_quantity_or_a_fault(text: str) -> None:
    expect_fault_or_quantity(text)


@given(AMOUNTS, st.integers(0, 40), st.integers(0, 3), st.text(max_size=2) | PIECES)
@settings(max_examples=400, deadline=None)
def test_a_misprint_is_a_quantity_or_a_fault(printed: str, place: int, removed: int, inserted: str) -> None:
    expect_fault_or_quantity(printed[:place] + inserted + printed[place + removed :])


DIGITS = st.sampled_from(
    ["1", "36.7", "0", "0.50", "2500", "30,800", "123456789012345", "1234567890123456", "007", "４.2"]
)
WORDS = st.lists(PIECES | st.sampled_from(["，", "９", "人均", "左右", "以上", " mu", "m²", "%"]), max_size=3).map(
    "".join
)


@given(AMOUNTS | st.tuples(WORDS, DIGITS, WORDS).map("".join))
@settings(max_examples=300, deadline=None)
def test_a_known_form_reads_digits_as_the_whole_grammar_does(printed: str) -> None:
    """Compared as text, since equal Decimals can differ in their last zeros."""
    quick, thorough = (
        repr((outcome.code, outcome.facts) if isinstance(outcome, Fault) else outcome)
        for outcome in (read_or_fault(read, printed) for read in (parse, by_the_whole_grammar))
    )
    assert quick == thorough


def by_the_whole_grammar(text: str) -> Quantity:
    printed = spelled_numbers.stripped(text)
    return amount_grammar.read(spelled_numbers.plain_amount(printed), printed, BUILT_IN)


def seconds(text: str) -> float:
    def once() -> float:
        start = time.perf_counter()
        for _ in range(200):
            with pytest.raises(Fault):
                parse(text)
        return time.perf_counter() - start

    return min(once() for _ in range(3))


# --- numbers in words, with known truth ------------------------------------------------------------------------------

_NUMERALS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """A Chinese numeral below ten thousand, as it is written in full: 一千零二十."""
    digits = f"{number:04}"
    words = "".join(
        _NUMERALS[int(digit)] + place if digit != "0" else "零" for digit, place in zip(digits, "千百十 ", strict=True)
    )
    return re.sub("零+", "零", words.replace(" ", "")).strip("零") or "零"


def last_place(number: int) -> int:
    """The place of the last digit that is not zero, up to a thousand."""
    return next(place for place in (1000, 100, 10, 1) if number % place == 0)


@given(st.integers(1, 9999), st.integers(1, 9999), st.booleans(), st.sampled_from(["亿", "万"]))
@settings(max_examples=200, deadline=None)
def test_numbers_in_two_sections(above: int, below: int, in_words: bool, large: str) -> None:
    """1亿2000万元 and 三万零二十元: exact to the last place that is written."""
    small, size = ("万", 10**8) if large == "亿" else ("", 10**4)
    step = last_place(below) if in_words else 1
    if in_words:
        digits = f"{numeral(above)}{large}{'零' * (below < 1000)}{numeral(below)}{small}"
    else:
        digits = f"{above}{large}{f'{below:04}' if not small and below >= 1000 else f'零{below}'}{small}"
    amount = parse(f"{digits}元")
    value, half = Decimal(above * size + below * (size // 10**4)), Decimal(step * (size // 10**4)) / 2
    assert (amount.value, amount.low, amount.high) == (value, value - half, value + half)


@given(
    st.integers(0, 10**6),
    st.integers(1, 10**6),
    st.sampled_from(["—", "-", "–", "～", "~", "至", "到", " to "]),
    st.sampled_from(["", "万", "亿", " million "]),
    st.sampled_from(["元", "家", "吨", "%", "元/人", "yuan"]),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_ranges(  # noqa: PLR0917 - the parts of a range
    low: int, more: int, separator: str, size: str, unit: str, in_full: bool
) -> None:
    """Both ends as printed, the middle as the value, and words that are read as the same range."""
    amount = parse(f"{low}{(size + unit) * in_full}{separator}{low + more}{size}{unit}")
    ends = [parse(f"{end}{size}{unit}").value for end in (low, low + more)]
    assert [amount.low, amount.high, amount.value * 2] == [*ends, sum(ends)]
    assert amount.qualifier == "between"
    assert all(same(amount, parse(to_text(amount, lang))) for lang in LANGS)


@given(st.integers(1, 99), st.sampled_from(["", "约", "近", "超", "不足"]), st.sampled_from(["", "左右", "以上"]))
@settings(max_examples=100, deadline=None)
def test_percentages_in_words(number: int, before: str, after: str) -> None:
    words = numeral(number).removeprefix("一") if 10 <= number < 20 else numeral(number)
    spelled, digits = f"{before}百分之{words}{after}", f"{before}{number}%{after}"
    outcomes = [read_or_fault(parse, text) for text in (spelled, digits)]
    if isinstance(outcomes[1], Fault):
        assert isinstance(outcomes[0], Fault)
    else:
        assert same(*(outcome for outcome in outcomes if not isinstance(outcome, Fault)))


@given(st.integers(2, 9), st.integers(1, 8), st.sampled_from(LANGS))
@settings(max_examples=60, deadline=None)
def test_fractions(denominator: int, numerator: int, lang: Lang) -> None:
    text = f"{_NUMERALS[denominator]}分之{_NUMERALS[numerator]}"
    if numerator >= denominator:
        assert isinstance(read_or_fault(parse, text), Fault)
        return
    share = parse(text)
    assert abs(share.value - Decimal(numerator) / denominator) < Decimal("1e-20")
    assert (share.low, share.high) == (share.value - Decimal("0.05"), share.value + Decimal("0.05"))
    assert to_text(share, lang) == f"{numerator}/{denominator}"
    assert same(share, parse(to_text(share, lang)))


@given(st.integers(1, 9999), st.booleans(), st.sampled_from(["家", "人", "公里"]), st.sampled_from(["", "近", "超"]))
@settings(max_examples=100, deadline=None)
def test_a_change_is_the_amount_with_its_sign(number: int, down: bool, unit: str, qualifier: str) -> None:
    amount, change = (
        read(f"{verb}{qualifier}{number}{unit}")
        for read, verb in ((parse, ""), (parse_change, "减少" if down else "增加"))
    )
    ends = (-amount.high, -amount.low) if down else (amount.low, amount.high)
    assert (change.value, change.low, change.high) == (-amount.value if down else amount.value, *ends)


BAITS = [
    *("1-", "1至", "一", "一千", "三点", "成", "半", "百分之", "1亿", "1万零", "分之", "half ", "1 . ", "上", "翻"),
    *["1", ",", "1,", "1,111", "余", "千", "1.", "-", "约", "over ", " ", "每人", "一百", "per ", "万"],
]


@pytest.mark.parametrize("bait", BAITS)
def test_time_is_linear(bait: str) -> None:
    """Four times the bait takes about four times as long at most; beyond 200 characters it is refused at once."""
    short, long = (bait * (length // len(bait)) + "!" for length in (49, 196))
    assert seconds(long) < 10 * seconds(short) + 0.05  # quadratic would be 16
    assert seconds(bait * 100_000 + "!") < 1


def test_many_amounts_are_read_in_a_second() -> None:
    printed = [f"{n // 100}.{n % 100:02}亿元" for n in range(20_000)]
    start = time.process_time()
    for text in printed:
        parse(text)
    assert time.process_time() - start < 1  # usually a fifth of this
