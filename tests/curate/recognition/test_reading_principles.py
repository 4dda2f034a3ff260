"""What a number is of where its own words do not say it, and what only looks like a time; all sentences are made up."""

import pytest

from tests.curate.recognition.test_reading_classes import article, figures, last


def metrics(text: str, number: str, published: str = "2023-07-20") -> list[str]:
    """The choices of the figure with a number."""
    (figure,) = [figure for figure in figures(text, published) if figure.text == number]
    return [choice.kind.metric for choice in figure.choices]


# --- what a number is of ---------------------------------------------------------------------------------------------


def test_a_name_whose_words_stand_apart_is_heard() -> None:
    assert metrics("上半年，全县引进亿元以上省外项目资金额32亿元。", "32亿元")[:2] != []
    assert "domestic-capital" in metrics("上半年，全县引进亿元以上省外项目资金额32亿元。", "32亿元")
    assert metrics("上半年，地方一般预算性收入6.4亿元。", "6.4亿元")[0] == "budget-revenue"


def test_what_parts_the_name_of_enterprises_says_which_are_meant() -> None:
    assert metrics("去年新增规上工业企业28家。", "28家")[:1] != ["businesses-new"]


def test_numbers_in_brackets_are_of_the_metric_before_them() -> None:
    text = "1至9月，重点项目到位资金320亿元。前三位为：新能源（120.5亿元）、文化旅游（90.1亿元）、石化（60.2亿元）。"
    for number in ("120.5亿元", "90.1亿元", "60.2亿元"):
        assert metrics(text, number)[0] == "attracted-project-funds"


def test_a_third_choice_is_what_the_number_is_a_share_of() -> None:
    assert "budget-expenditure" in metrics("全年教育支出48.6亿元，占一般公共预算支出的21.3%。", "48.6亿元")


def test_a_third_choice_is_what_was_told_of_before() -> None:
    text = "1-10月，全县社会消费品零售总额19.9亿元，增长16.9%。\n按消费类型分，餐饮收入2.7亿元，增长16.8%。"
    assert "retail-sales" in metrics(text, "2.7亿元", "2021-11-22")


def test_the_two_numbers_of_town_and_country_are_of_each() -> None:
    text = "2022年，城乡居民收入达到3.2万元和1.5万元。"
    assert [metrics(text, number)[0] for number in ("3.2万元", "1.5万元")] == ["urban-income", "rural-income"]


def test_all_that_projects_are_to_cost_is_a_target_as_in_the_dataset_and_no_plan_of_a_year() -> None:
    text = "全市在建项目40个，计划投资总额33亿元，累计完成投资10亿元；签约项目13个，计划投资9亿元。"
    planned = next(figure for figure in figures(text) if figure.text == "33亿元")
    assert (planned.metric, planned.nature) == ("planned-investment", "target")
    assert metrics(text, "10亿元")[0] in {"project-investment", "project-investment-total"}
    yearly = last("全市实施重点项目40个，年度计划投资33亿元。")
    assert (yearly.metric, yearly.nature) == ("project-investment", "target")


def test_a_harvest_is_no_capacity() -> None:
    assert metrics("我们村有大棚126个，年产鲜菇380吨。", "380吨")[0] == "farm-output"
    assert metrics("公司建成生产线2条，年产白酒3000吨。", "3000吨")[0] == "production-capacity"


def test_a_share_alone_is_of_what_it_is_a_share_of() -> None:
    figure = last("去年，小型机场旅客吞吐量占全部机场旅客吞吐量的20%。")
    assert (figure.metric, figure.share and figure.share.words) == ("airport-passengers", "20%")


def test_a_large_number_is_of_the_noun_behind_it() -> None:
    figure = last("全县蓝莓产业带动2.3万农户增收。")
    assert (figure.text, figure.unit, figure.metric) == ("2.3万", "households", "farm-households")
    assert {other.text: other.why for other in article("全县有2.3万农业机械。").not_figures}["2.3万"] == "no-unit"


def test_the_numbers_of_a_list_are_of_one_metric() -> None:
    text = "前三季度，全市工业、建筑业、金融业和房地产业分别入库税收2.9亿元、4.5亿元、2.6亿元和9.6亿元。"
    assert [figure.metric for figure in figures(text)] == ["taxes-paid"] * 4
    text = "2022年，城镇、农村居民人均可支配收入分别达到3.1万元、1.6万元。"
    assert [figure.metric for figure in figures(text)] == ["urban-income", "rural-income"]


# --- what is of another thing is left open ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("公路总里程达到549公里。", "549公里"),
        ("全市生产性泊位86个，民航运输机场达2个。", "2个"),
        ("全市快递业务量完成3027万件。", "3027万件"),
        ("上半年夏粮亩产419公斤。", "419公斤"),
        ("上半年，房屋新开工面积5943平方米。", "5943平方米"),
        ("上半年，全市新增投资项目90个。", "90个"),
        ("上半年，全市累计发放乡村振兴贷款12.6亿元。", "12.6亿元"),
        ("去年全国进口煤炭2.2亿吨。", "2.2亿吨"),
        ("规上企业每百元营业收入中的成本为85.6元。", "85.6元"),
        ("15个贫困县摘帽，1853个贫困村全部出列。", "1853个"),
    ],
)
def test_a_number_whose_noun_no_name_of_a_metric_has_leaves_its_metric_open(text: str, number: str) -> None:
    (figure,) = [figure for figure in figures(text) if figure.text == number]
    assert "metric" in figure.why
    assert figure.sure == "doubtful" or (figure.new_metric and figure.new_metric.standard)


@pytest.mark.parametrize(
    "text",
    [
        "上半年，全市港口货物吞吐量80万吨，其中沿海港口完成60万吨。",
        "上半年，水产品总产量78万吨，其中海洋捕捞21万吨。",
        "上半年，全市一般公共预算收入80亿元，其中税务部门完成60亿元。",
    ],
)
def test_a_part_without_a_noun_of_its_own_is_of_the_metric_before(text: str) -> None:
    assert "metric" not in last(text).why


# --- roles -----------------------------------------------------------------------------------------------------------


def test_what_more_was_taken_in_is_a_change_behind_a_growth() -> None:
    (figure,) = figures("上半年，全市一般公共预算收入86.4亿元，同比增长18.3%，增收13.3亿元。")
    assert figure.change is not None
    assert figure.change.words == "13.3亿元"


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("全年城镇登记失业率2.86%，控制在4.5%以内。", "4.5%以内", "comparator"),
        ("上半年投资亿元项目70个，其中10亿元项目7个。", "10亿元", "threshold"),
        ("全市产值前100名企业完成产值80亿元。", "100名", "rank"),
        ("全市孕产妇死亡率9.8/10万。", "9.8", "name"),
        ("市场主体实现翻番，达到32万户。", "翻番", "comparator"),
    ],
)
def test_a_number_that_only_compares_or_chooses_is_no_figure(text: str, number: str, why: str) -> None:
    draft = article(text)
    assert {other.text: other.why for other in draft.not_figures}.get(number) == why


@pytest.mark.parametrize(("text", "number"), [("每千人拥有病床6.87张。", "6.87张"), ("期望寿命为75.4岁。", "75.4岁")])
def test_a_part_of_a_count_and_an_age_can_be_what_is_measured(text: str, number: str) -> None:
    assert last(text).text == number


def test_a_rate_of_completion_is_the_share_of_the_plan() -> None:
    figure = last("1-12月，全市省级重点项目完成投资28.7亿元，投资完成率122.6%。")
    assert (figure.text, figure.completion and figure.completion.words) == ("28.7亿元", "122.6%")


def test_the_plan_of_this_year_is_a_target() -> None:
    figure = last("全市省级重点项目总投资80亿元，当年计划投资19亿元。")
    assert (figure.metric, figure.nature) == ("project-investment", "target")


def test_the_parts_of_a_task_are_targets() -> None:
    several = figures("今年，市里下达我县固定资产投资任务33.9亿元，其中工业投资8亿元，民间投资5亿元。")
    assert [figure.nature for figure in several] == ["target"] * 3


def test_a_share_behind_a_rank_is_of_the_amount_before() -> None:
    (figure,) = figures("上半年牛奶产量15万吨，增长5.8%，产量居全省第一，占全省牛奶产量54.9%。")
    assert figure.share is not None
    assert figure.share.words == "54.9%"


def test_a_share_of_another_noun_is_not_of_the_amount_before() -> None:
    several = figures("去年运输机场有38个，完成旅客吞吐量占全部机场旅客吞吐量的81.3%。")
    assert [figure.share is not None for figure in several] == [False, True]


def test_value_added_is_a_noun_with_the_word_for_a_growth_in_it() -> None:
    figure = last("上半年，规上工业产值80亿元，增长9.8%；增加值比去年同期增长5.9%。")
    assert (figure.metric, figure.growth and figure.growth.words) == ("value-added", "5.9%")


def test_the_share_of_branches_that_grew_is_no_growth() -> None:
    figure = last("28个行业增加值实现增长，增长面为68.3%。")
    assert figure.growth is None


def test_a_surplus_that_widened_grew() -> None:
    figure = last("上半年，贸易顺差24.9亿元，扩大38.3%。")
    assert (figure.growth and figure.growth.words, "metric" in figure.why) == ("38.3%", True)


@pytest.mark.parametrize(
    "words", ["建成后可实现年产值30亿元、税收1.2亿元", "全部达产达效后，年可实现产值30亿元、税收1.2亿元"]
)
def test_what_a_project_will_bring_is_expected(words: str) -> None:
    several = figures(f"新材料产业园项目已完成投资6.8亿元，{words}。")
    assert [figure.nature for figure in several] == ["actual", "expected", "expected"]


def test_a_list_of_targets_holds_to_the_end_of_its_paragraph() -> None:
    text = "预期目标是：生产总值增长7%。城镇新增就业11万人。进出口稳定。居民消费价格上涨3%。\n去年，税收8亿元。"
    assert [figure.nature for figure in figures(text, "2016-01-24")] == ["target"] * 3 + ["actual"]


def test_results_behind_a_list_of_targets_are_results() -> None:
    text = "主要预期目标是：生产总值增长7%。截至目前，已完成固定资产投资80亿元。"
    assert last(text, "2016-01-24").nature == "actual"


def test_what_follows_what_a_project_will_bring_behind_a_semicolon_is_a_result() -> None:
    text = "预计全部建成达产后可年创税收5.7亿元；集中开工的项目40个，总投资279亿元。"
    assert [figure.nature for figure in figures(text)] == ["expected", "actual", "actual"]


@pytest.mark.parametrize(
    "text",
    ["全年计划开工改造棚户区1250套，发放租赁补贴1095户。", "到2025年，力争培育2万名茶农，茶农人均纯收入达到3万元。"],
)
def test_a_list_of_what_is_planned_goes_on_behind_the_noun_of_a_number(text: str) -> None:
    assert [figure.nature for figure in figures(text)] == ["target", "target"]


def test_points_are_no_value_of_a_rate() -> None:
    figure = last("去年，常住人口城镇化率提高1.5个百分点以上。")
    assert (figure.text, figure.points and figure.points.words) == ("", "1.5个百分点以上")


def test_the_mean_growth_of_several_years_is_none_of_one() -> None:
    assert figures("3年来，引进人才平均年增幅在10%以上。") == []


def test_goods_that_are_imported_are_imports() -> None:
    figure = last("前10个月，民营企业进口集成电路65.7亿元。")
    assert (figure.metric, "metric" in figure.why) == ("imports", False)


# --- times -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "published", "period"),
    [
        ("5月份，CPI同比上涨1.9%；1至5月份，CPI累计上涨1.8%。\n从同比看，食品价格上涨1.6%。", "2021-06-16", "2021-05"),
        ("1-10月，进出口51亿元，提前2个月完成全年任务。其中：出口27亿元。", "2023-11-14", "2023-01-01/P10M"),
        ("1-10月，进出口51亿元，比历史上最高的2019年增长9.8%。其中：出口27亿元。", "2023-11-14", "2023-01-01/P10M"),
        ("人均纯收入由2014年的2680元增加到2020年的11350元。", "2020-11-20", "2020"),
        (
            "9月份，铁路运量累计完成128万吨。前三季度，产值80亿元。\n9月份，货物吞吐量累计完成60万吨。",
            "2019-10-11",
            "2019-09",
        ),
        ("4月，一般公共预算收入累计完成2亿元。", "2024-05-16", "2024-01-01/P4M"),
        ("2024年，专利申报量要突破2000件；粮食产量要达到80万吨。", "2024-02-16", "2024"),
        ("至2014年底，果园面积达到23万亩，年产量15万吨、产值4.6亿元。", "2015-03-02", "2014"),
        ("今年小麦种植面积37万亩，目前已收割完毕。\n据了解，总产量20万吨。", "2014-06-23", "2014"),
    ],
)
def test_a_time_that_is_an_aside_or_none_dates_no_other_number(text: str, published: str, period: str) -> None:
    found = last(text, published).period
    assert found is not None
    assert found.text == period


def test_a_year_that_names_a_holiday_is_no_period() -> None:
    assert last("今年国庆假期8天，全市接待游客312万人次。", "2023-10-09").period is None


def test_the_year_of_a_holiday_is_to_be_looked_at() -> None:
    figure = last("2019年清明假期，全市接待游客48.3万人次。", "2019-04-20")
    assert (figure.period and figure.period.text, "period-assumed" in figure.why) == ("2019", True)


# --- places ----------------------------------------------------------------------------------------------------------


def test_a_place_that_is_only_compared_with_is_not_told_of() -> None:
    text = "2023年，日照市规模以上工业增加值增长7.8%，高于全省2.6个百分点，居全省第3位。规上工业企业营业收入213亿元。"
    assert last(text, "2024-02-02").region == "rizhao"


def test_my_province_is_the_one_that_a_later_sentence_names() -> None:
    text = "前10个月，我省进出口157亿元。\n高新技术产品出口8亿元，占同期湖南省出口的7.9%。"
    assert {figure.region for figure in figures(text)} == {""}
