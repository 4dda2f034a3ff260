"""Which numbers of a Chinese article are plans, and which are results; all sentences are made up."""

import pytest

from tests.curate.recognition.test_reading_classes import figures


def natures(text: str, published: str = "2024-03-05") -> list[str]:
    return [figure.nature for figure in figures(text, published)]


@pytest.mark.parametrize(
    "text",
    [
        "到2027年，全市规上工业企业达到800家。高新技术企业达到300家；省级以上研发平台达到60个。",
        "到2026年底，全市高新技术企业达到260家以上。规上工业亩均税收达到25万元以上。",
        "“十四五”期间，全市新增规上工业企业200家，培育省级瞪羚企业30家。累计引进省外内资500亿元。",
        "到2025年，海洋经济总产值突破600亿元，占地区生产总值比重超30%。港口吞吐量达到7亿吨，集装箱吞吐量700万标箱。",
        "主要目标是：\n一是新增规上企业50家。\n二是实际利用外资3亿美元。\n三是建成5G基站1200个。",
        "今年的政府工作报告提出，2024年全市规模以上工业增加值增长8%，一般公共预算收入增长5%。",
        "会议提出，全市要新增高新技术企业20家、规上工业企业30家。新增城镇就业3000人。",
        "2024年全市地区生产总值预期增长目标6%左右。",
        "今年地区生产总值增长目标为5.5%，固定资产投资预期目标增长6%以上。",
        "今年需完成投资12亿元。",
        "今年将开工建设保障性住房2000套，供应1500套。",
        "2024年全市固定资产投资计划增长5%，全年基础设施投资220亿元、新型基础设施投资100亿元。",
        "今年全县将有26个项目陆续开工建设，总投资136亿元，其中市外投资项目15个、总投资33亿元。",
        "年度计划投资460亿元。其中，计划新开工项目40个，续建项目60个，前期项目20个。",
        "今年全县将有26个投资亿元以上项目陆续开工建设，其中市外投资项目15个。",
        "意见提出，从2021年开始，连续三年每年投入1至2亿元，引进20名以上人才。",
        "人才新政规定，“英才计划”每年投入不少于10亿元。",
        "年产20万吨高强度铸件项目开工，总投资12亿元。",
        "新签约的有海润集团年产40万件羊绒衫项目、东港博科30万吨合成氨项目、1万吨白酒项目。",
    ],
)
def test_a_plan_holds_over_its_list_and_its_paragraph(text: str) -> None:
    assert {*natures(text)} == {"target"}


@pytest.mark.parametrize(
    "text",
    [
        "对获批的研发平台，给予最高300万元补助；单项资助最高达500万元。",
        "对三类人才分别给予30万元、20万元、10万元的奖励补贴。",
        "对新认定的瞪羚企业给予50万元奖励，对规上企业给予20万元奖励，每家一次性奖励10万元。",
        "市里先后出台多项政策，设立总规模10亿元的基金。",
    ],
)
def test_what_a_rule_grants_is_so_now(text: str) -> None:
    assert {*natures(text)} == {"actual"}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("到2027年，规上工业企业达到800家。目前，全市有高新技术企业300家。", ["target", "actual"]),
        ("到2027年，规上工业企业达到800家。2023年，全市接待游客30万人次。", ["target", "actual"]),
        ("到2027年，茶园达到20万亩。\n去年干茶产量2万吨。", ["target", "actual"]),
        ("一、发展目标\n到2027年，茶园达到20万亩。\n二、发展现状\n茶园面积18万亩。", ["target", "actual"]),
        ("“十四五”以来，全市新增规上工业企业200家。", ["actual"]),
        ("报告提出的目标全部完成，2023年全市生产总值增长6%。", ["actual"]),
        ("公司年产20万吨铸件项目建成投产，实现产值3亿元。", ["actual", "actual"]),
        ("全市有12个外资项目增资扩产。", ["actual"]),
        ("全年共发放稳岗补贴300万元，给予企业奖励资金50万元。", ["actual", "actual"]),
        ("已对12家企业给予奖励120万元。", ["actual", "actual"]),
        ("今年莒县有521家“倍增计划”试点企业和500家协同倍增企业。", ["actual", "actual"]),
        ("海润集团去年主要完成投资3亿元。", ["actual"]),
        ("规划提出，加快构建布局。日照先后出台政策，设立总规模10亿元的基金。", ["actual"]),
    ],
)
def test_a_plan_ends_where_a_result_is_told(text: str, read: list[str]) -> None:
    assert natures(text) == read


def test_what_projects_cost_in_all_is_planned_and_what_is_carried_out_is_not() -> None:
    planned, done = figures("在建重点项目40个，总投资33亿元，已累计完成投资10亿元。", "2024-03-05")[1:]
    assert (planned.metric, planned.nature, done.nature) == ("planned-investment", "target", "actual")


@pytest.mark.parametrize(
    "text",
    [
        "今年安排市级重点项目60个，省级重点项目20个。",
        "2024年全市确定重点项目120个，总投资2300亿元。",
        "2024年全市重点项目共安排88个。",
        "今年列入省级重点项目共45个。",
        "今年市交通局共安排了2000万元以上的重点项目16项。",
    ],
)
def test_a_list_of_projects_of_a_year_is_of_that_year_as_in_the_dataset(text: str) -> None:
    listed = figures(text, "2024-03-05")
    assert listed[0].metric == "key-projects"
    assert {figure.period.text for figure in listed if figure.period} == {"2024"}


def test_what_was_done_of_a_list_is_told_of_today() -> None:
    begun = figures("今年安排重点项目60个，已开工重点项目20个。", "2024-03-05")[-1]
    assert begun.period is not None
    assert begun.period.text == "2024-03"
