"""How Chinese prose goes on from number to number: of the same thing, by each, up from a level; all is made up."""

import pytest

from tests.curate.recognition.test_reading_classes import article, figures


def _parts(text: str, day: str = "2024-07-20") -> list[tuple[str, dict[str, str]]]:
    return [(figure.text, {name: part.words for name, part in figure.parts()}) for figure in figures(text, day)]


def _names(text: str, day: str = "2024-07-20") -> list[str]:
    return [figure.new_metric.zh if figure.new_metric else figure.metric for figure in figures(text, day)]


def _periods(text: str, day: str) -> list[str]:
    return [figure.period.text if figure.period else "" for figure in figures(text, day)]


def test_growths_of_three_industries_belong_to_their_amounts() -> None:
    text = "一季度，全市三次产业增加值分别为28.4亿元、162.7亿元和214.9亿元，同比分别增长4.2%、6.8%和4.9%。"
    assert _parts(text) == [
        ("28.4亿元", {"growth": "4.2%"}),
        ("162.7亿元", {"growth": "6.8%"}),
        ("214.9亿元", {"growth": "4.9%"}),
    ]


@pytest.mark.parametrize(
    ("named", "sectors"),
    [
        ("第一、二、三产业", ["primary", "secondary", "tertiary"]),
        ("一、二、三产业", ["primary", "secondary", "tertiary"]),
        ("第一、第二、第三产业", ["primary", "secondary", "tertiary"]),
        ("第一产业、第二产业和第三产业", ["primary", "secondary", "tertiary"]),
        ("第二、三产业", ["secondary", "tertiary"]),
        ("一、二产业", ["primary", "secondary"]),
    ],
)
def test_industries_that_are_named_in_short_have_each_its_amount_and_its_growth(named: str, sectors: list[str]) -> None:
    amounts, growths = ["7.1亿元", "73亿元", "48亿元"][: len(sectors)], ["3.8%", "7.2%", "4.8%"][: len(sectors)]
    text = f"一季度，五莲县{named}增加值分别为{'、'.join(amounts)}，同比分别增长{'、'.join(growths)}。"
    assert _parts(text) == [(amount, {"growth": growth}) for amount, growth in zip(amounts, growths, strict=True)]
    assert [(figure.sector, figure.metric) for figure in figures(text, "2024-07-20")] == [
        (sector, "value-added") for sector in sectors
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("快递业务量3.2亿件，业务收入21.7亿元。", ["快递业务量", "快递业务收入"]),
        ("商品房销售面积87万平方米，销售额62亿元。", ["floor-space-sold", "商品房销售额"]),
        ("全市法院受理案件4.6万件，审结3.9万件。", ["受理案件", "审结案件"]),
        ("今年计划新建改建农村公路120公里，截至6月底已完成74公里。", ["新改建农村公路", "新改建农村公路"]),
        ("现有农民专业合作社142家、家庭农场231家。", ["农民专业合作社", "家庭农场"]),
        (
            "基本养老保险、失业保险、工伤保险参保人数分别达到168万人、42万人、51万人。",
            ["基本养老保险参保人数", "失业保险参保人数", "工伤保险参保人数"],
        ),
        ("全县森林覆盖率由2015年的31.2%提高到目前的36.8%。", ["森林覆盖率"]),
        ("贫困发生率从11.4%降至0.2%以下。", ["贫困发生率"]),
        ("全市183个重点项目中，158个已开工建设。", ["key-projects", "key-projects-started"]),
        ("项目计划总投资8.2亿元，目前完成投资3.7亿元。", ["planned-investment", "project-investment"]),
        ("去年，认定高新技术企业82家。", ["high-tech-enterprises-new"]),
        ("前11个月，专利授权量9826件，发明专利授权量516件。", ["专利授权量", "patents-granted"]),
        ("第三产业和城乡居民生活用电量分别为8.7亿千瓦时和7.4亿千瓦时。", ["第三产业用电量", "城乡居民生活用电量"]),
        (
            "完成进出口213亿元、实际使用外资4.6亿美元、税收78亿元。",
            ["trade", "foreign-capital", "taxes-paid"],
        ),
        ("1—10月，全市货运量1.86亿吨。", ["货运量"]),
        ("全市A级物流企业达到86家，四板挂牌企业36家。", ["A级物流企业", "四板挂牌企业"]),
        ("单位工业增加值能耗下降6.7%。", ["energy-intensity"]),
        ("上半年，全市贷款增加962亿元，同比多增136亿元。", ["新增贷款"]),
        ("新引进项目19个，包括计划总投资50亿元的石化基地项目。", ["projects-attracted", "planned-investment"]),
        ("该局共组织国税收入41500万元。", ["国税税收收入"]),
        ("市场采购贸易出口24亿元；保税物流进出口是去年同期的1.7倍，达56亿元。", ["exports", "trade"]),
        ("今年计划实施的126个市级重点项目已开工98个。", ["key-projects", "key-projects-started"]),
        ("8月份，全市制造业PMI为51.2%。", ["制造业PMI"]),
        (
            "专精特新中小企业累计达98家，其中国家级“小巨人”企业7家。",
            ["specialised-enterprises-provincial", "little-giants"],
        ),
        (
            "全市规上工业企业产值占比高，数字化转型覆盖率达到90%以上，培育省级智能工厂20家。",
            ["数字化转型覆盖率", "培育省级智能工厂"],
        ),
    ],
)
def test_what_a_number_is_of_by_its_words_and_those_of_the_numbers_before_it(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_a_branch_grew_as_what_was_told_of_before_the_count_of_branches() -> None:
    text = (
        "规上工业增加值增长8.6%。从行业看，31个大类行业中22个实现增长。其中，汽车制造业增长23.5%，化工行业增长11.2%。"
    )
    assert _names(text) == ["value-added", "value-added", "value-added"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("优良天数比例为74.6%，同比改善2.8个百分点。", [("74.6%", {"points": "2.8个百分点"})]),
        ("PM2.5平均浓度为38微克/立方米，同比改善7.3%。", [("38微克/立方米", {"growth": "-7.3%"})]),
        ("发明专利拥有量931件，较上年末提高48件。", [("931件", {"change": "48件"})]),
        (
            "一般公共预算收入完成18.62亿元，扣除留抵退税因素后同比增长9.1%，按自然口径下降2.4%。",
            [("18.62亿元", {"growth": "9.1%"})],
        ),
        ("接待游客首次突破5000万人次，达到5128万人次，增长11.7%。", [("5128万人次", {"growth": "11.7%"})]),
        ("平均利率5.12%，较上年下降38个基点。", [("5.12%", {})]),
        (
            "清明假期，接待游客12.6万人次，较2022年增长96.8%，较2019年增长12.4%；实现旅游收入2.1亿元，分别增长108.3%、9.7%。",
            [("12.6万人次", {"growth": "96.8%"}), ("2.1亿元", {"growth": "108.3%"})],
        ),
        ("亩产471.5公斤，提高6.8公斤。", [("471.5公斤", {"change": "6.8公斤"})]),
        ("7月，全市平均降水量较常年偏多12.7%。", []),
        ("制造业贷款余额同比增长26.3%，增速连续9个月保持在20%以上。", [("", {"growth": "26.3%"})]),
        ("每千名老年人拥有养老床位42.6张。", [("42.6张", {})]),
        ("全市千人口床位数6.83张。", [("6.83张", {})]),
        (
            "完成投资64.2亿元，比去年同期61.7亿元增加了2.5亿元，同比增长4.1%。",
            [("64.2亿元", {"growth": "4.1%", "change": "2.5亿元"})],
        ),
        ("上半年贷款增加962亿元，同比多增136亿元。", [("962亿元", {"change": "136亿元"})]),
        ("企业实现营业收入36.87亿元，营业收入增长15.7%。", [("36.87亿元", {"growth": "15.7%"})]),
        (
            "上半年，该镇实现生产总值18.1亿元，经济稳中有升。全镇实现生产总值18.1亿元，增长2.65%。",
            [("18.1亿元", {"growth": "2.65%"})],
        ),
        ("纺织业和造纸业增加值增速分别达到22.2%和42.6%。", [("", {"growth": "22.2%"}), ("", {"growth": "42.6%"})]),
        ("电影票房收入862万元，放映6820场，票房同比增长18.2%。", [("862万元", {"growth": "18.2%"}), ("6820场", {})]),
        ("在建的12个亿元以上产业项目进展顺利。", [("12个", {})]),
        ("常住人口城镇化率达63.4%，五年分别提高6.9个、8.2个百分点。", [("63.4%", {})]),
    ],
)
def test_what_is_told_of_an_amount_beside_it(text: str, parts: list[tuple[str, dict[str, str]]]) -> None:
    assert _parts(text) == parts


@pytest.mark.parametrize(
    ("text", "day", "period"),
    [
        ("过去一年，全市地区生产总值完成1426亿元。", "2024-01-22", "2023"),
        ("2012—2021年，全市地区生产总值由1352亿元增长到2211亿元。", "2022-10-19", "2021"),
        ("五年来，全市城镇新增就业5.3万人。", "2021-01-18", "2016-01-01/P60M"),
        ("五年来，全市城镇新增就业5.3万人。", "2021-09-18", ""),
        ("今年以来，高新技术企业达到150家。", "2023-12-28", "2023-12"),
        ("1-3季度，我镇完成固定资产投资41.5亿元。", "2011-10-19", "2011-01-01/P9M"),
        ("2022年，全市夏粮面积略多于上年，总产381万吨。", "2022-08-22", "2022"),
    ],
)
def test_a_time_is_read_that_is_told_of_by_years_or_with_what_it_is_compared(text: str, day: str, period: str) -> None:
    assert _periods(text, day) == [period]


def test_what_is_to_grow_is_a_target() -> None:
    assert [figure.nature for figure in figures("2022年，全县生产总值要增长7.5%以上。", "2022-01-20")] == ["target"]


@pytest.mark.parametrize(
    ("text", "nature"), [("小麦平均单产可达512公斤。", "expected"), ("人均预期寿命79.6岁。", "actual")]
)
def test_what_can_be_reached_is_expected_but_a_life_expectancy_is_what_it_is(text: str, nature: str) -> None:
    assert [figure.nature for figure in figures(text, "2022-06-20")] == [nature]


def test_what_began_to_be_made_is_no_plan() -> None:
    text = "新投产的年产30万吨板材项目占地260亩。"
    assert next(figure.nature for figure in figures(text, "2022-01-20")) == "actual"


@pytest.mark.parametrize(
    "text",
    [
        "召开推进会15次。",
        "解决企业反映的问题132个。",
        "围绕12个重点片区，加快建设。",
        "15个市直部门负责人参加。",
        "共有基层党组织1126个。",
        "“我们家去年种了6亩。”",
    ],
)
def test_meetings_questions_areas_bodies_and_what_one_family_does_are_no_figures(text: str) -> None:
    assert article(text, "2024-07-20").figures == ()


def test_a_share_of_another_whole_is_of_no_metric_that_counts_shares() -> None:
    (figure,) = figures("2022年，全市民生支出占一般公共预算支出的比重达到81.6%。", "2023-03-09")
    assert figure.metric != "share-of-gdp"


def test_one_project_costs_what_is_planned_for_it_and_not_for_those_started_together() -> None:
    assert _names("恒达绿色板材项目总投资12.8亿元，占地260亩。")[0] == "planned-investment"


def test_words_before_a_number_behind_capital_letters_say_how_exact_it_is() -> None:
    (figure,) = figures("我市人均GDP突破1.3万美元。", "2024-07-20")
    assert figure.text == "突破1.3万美元"
