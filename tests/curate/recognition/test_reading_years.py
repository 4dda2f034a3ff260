"""Chinese numbers of several years, and of a year up to a day; all sentences are made up."""

import pytest

from tests.curate.recognition.test_reading_classes import figures


def _told(text: str, day: str = "2024-11-02") -> list[tuple[str, str]]:
    return [(figure.metric, figure.period.text if figure.period else "") for figure in figures(text, day)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2021年和2022年，全县生产总值分别为201亿元、216亿元。", [("gdp", "2021"), ("gdp", "2022")]),
        (
            "2019、2020、2021年分别实现地区生产总值120亿元、131亿元和145亿元，年均增长9.8%。",
            [("gdp", "2019"), ("gdp", "2020"), ("gdp", "2021")],
        ),
        (
            "2016年至2017年，分别完成国内生产总值136亿元、154亿元；分别完成固定资产投资50亿元、63亿元。",
            [
                ("gdp", "2016"),
                ("gdp", "2017"),
                ("fixed-asset-investment", "2016"),
                ("fixed-asset-investment", "2017"),
            ],
        ),
        ("2018—2019年全县粮食产量依次为32万吨、33万吨。", [("farm-output", "2018"), ("farm-output", "2019")]),
        ("2022年、2023年末存款余额分别达到821亿元、905亿元。", [("deposits", "2022-12"), ("deposits", "2023-12")]),
    ],
)
def test_each_number_of_a_list_over_years_is_of_its_own_year(text: str, told: list[tuple[str, str]]) -> None:
    assert _told(text) == told


def test_numbers_of_places_are_of_no_year_of_their_own() -> None:
    text = "2021年和2022年，东港区、五莲县投资分别完成20亿元、15亿元。"
    assert ("fixed-asset-investment", "2021") not in _told(text)


@pytest.mark.parametrize("verb", ["城乡居民收入稳步提高，", "城乡居民生活跃上新台阶，"])
def test_incomes_of_town_and_country_are_told_behind_a_comma_and_at_the_end_of_the_years(verb: str) -> None:
    text = f"2020年至2023年间，全县{verb}人均可支配收入分别达到38000元和18000元。"
    assert _told(text) == [("urban-income", "2023"), ("rural-income", "2023")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("截至9月底，全镇今年茶叶产量320吨。", "2024-01-01/P9M"),
        ("截至10月末，我县今年接待游客320万人次。", "2024-01-01/P10M"),
        ("9月20日，全县今年茶叶产量达320吨。", "2024"),
        ("截至9月底，我县今年力争茶叶产量达到320吨。", "2024"),
    ],
)
def test_this_year_is_told_up_to_the_day_that_stands_before_it(text: str, period: str) -> None:
    assert _told(text)[-1][1] == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023年，全县新建农村公路150.7公里。", "2023"),
        ("2023年，全市新建口袋公园20个。", "2023"),
        ("2023年，我县改建农村桥梁73座。", "2023"),
        ("2023年末，全市拥有口袋公园20个。", "2023-12"),
    ],
)
def test_what_was_built_is_of_the_year_and_what_there_is_of_its_end(text: str, period: str) -> None:
    assert _told(text, "2024-02-01")[-1][1] == period


@pytest.mark.parametrize(
    ("since", "period"),
    [
        ("“十四五”以来", "2021-01-01/P38M"),
        ("2022年以来", "2022-01-01/P26M"),
        ("去年以来", "2023-01-01/P14M"),
        ("今年以来", "2024-01-01/P2M"),
    ],
)
def test_what_was_done_since_a_year_begins_in_that_year(since: str, period: str) -> None:
    assert _told(f"{since}，全县新建公路320公里。", "2024-03-05")[-1][1] == period
