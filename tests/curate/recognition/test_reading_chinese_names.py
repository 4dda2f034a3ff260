"""What Chinese numbers are of whose own words name it, be it new to the dataset or not; all sentences are made up."""

import pytest

from tests.curate.recognition.test_reading_classes import article, figures


def _names(text: str, day: str = "2024-07-20") -> list[str]:
    return [
        figure.new_metric.zh if figure.new_metric else "" if "metric" in figure.why else figure.metric
        for figure in figures(text, day)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("全市国税收入总量达56.5亿元。", "国税税收收入"),
        ("上半年，全市注册协议利用外资5亿美元。", "合同外资"),
        ("限额以上批发业完成销售额37.5亿元。", "批发业销售额"),
        ("港口集装箱铁水联运量完成2.7万标箱。", "集装箱铁水联运量"),
        ("上半年，全市实现年产各类海珍品种苗20多亿株。", "海珍品种苗"),
        ("全市以线上方式召开政企座谈会120余场。", "政企座谈会"),
        ("该中心为3.88万人发放失业补助金。", "失业补助金"),
        ("全市累计认定杰出人才14名。", "杰出人才"),
        ("核心区面积27.5平方公里。", "核心区面积"),
        ("目前，全市在站博士后已达44人。", "在站博士后"),
    ],
)
def test_a_new_metric_is_called_by_the_noun_of_its_number(text: str, name: str) -> None:
    assert _names(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("上半年新设企业3.3万家，同比增长22%；在册企业数达30.7万户。", "businesses"),
        ("全市省博士后创新实践基地总量增至30家。", "postdoc-bases"),
        ("目前，全市在站博士后已达44人，累计招收博士后70人。", "postdocs-recruited-total"),
        ("上半年新设企业3.3万家，同比增长22%。", "businesses-new"),
    ],
)
def test_how_many_there_are_is_told_from_how_many_were_added(text: str, metric: str) -> None:
    assert figures(text, "2024-07-20")[-1].metric == metric


def test_a_plan_is_of_the_metric_of_the_number_that_is_a_part_of_it() -> None:
    text = "4月，政府性基金支出累计完成5308万元，完成年初预算数24710万元的21.5%。"
    assert _names(text, "2024-05-16") == ["政府性基金预算支出", "政府性基金预算支出"]


@pytest.mark.parametrize(
    "text",
    [
        "新增高新技术企业560家，增长47%。发放资金2.3亿元，新增高新技术企业560家，增长47%。",
        "全市税收收入152.5亿元。150余亿元的税收收入中，工业占一半。",
        "今年安排重点项目296个，总投资90亿元。296个重点项目中，亿元以上的占69%。",
    ],
)
def test_an_amount_that_is_told_again_is_no_second_figure(text: str) -> None:
    assert "repeated" in {number.why for number in article(text).not_figures}


def test_an_equal_amount_of_something_else_is_told_for_the_first_time() -> None:
    text = "一季度工业投资50亿元。二季度农业投资50亿元，三季度工业投资50亿元，增长8%。"
    assert [figure.text for figure in figures(text, "2024-11-20")] == ["50亿元"] * 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("今年计划新增蓄水能力2万方，1-5月实际完成1万方。", "新增蓄水能力"),
        ("去年五莲县计划完成水利建设投资3.3亿元，累计完成投资3.4亿元。", "水利投资"),
        ("4月，政府性基金收入累计完成5308万元，为年初预算数24710万元的21.5%。", "政府性基金预算收入"),
    ],
)
def test_what_was_done_of_a_plan_is_of_what_was_planned(text: str, name: str) -> None:
    assert _names(text) == [name, name]


def test_an_amount_behind_one_that_no_metric_measures_is_of_no_metric_that_was_only_near_it() -> None:
    assert _names("五莲县改善灌溉水源2万方。实际完成1万方。")[-1] == ""


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("五莲县建成总面积1.5万平方米的产业孵化园。", "planted-area"),
        ("五莲县销售煤炭44035吨。", "cargo-throughput"),
        ("丁镇7个村集体经营性总收入突破700万元。", "tourism-revenue"),
        ("该园已吸引70家企业入园。", "gazelle-enterprises-new"),
    ],
)
def test_a_metric_is_of_things_of_its_kind_only(text: str, metric: str) -> None:
    assert metric not in _names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2023年，五莲县就业人数超过5万人。", "employed"),
        ("1至10月，五莲县培训各类劳动力2.5万人。", "job-training"),
        ("五莲县争取到位基本建设类补助资金9亿元。", "funds-from-above"),
        ("五莲县组织职业技能鉴定3200人。", "职业技能鉴定"),
        ("截至2023年末，五莲县市场主体注册资本（金）总额164亿元。", "注册资本"),
        ("五莲县改善灌溉面积3万亩。", "改善灌溉面积"),
        ("上半年，五莲县实现工业总产值113亿元；增加值39亿元；上交税金10亿元。", "taxes-paid"),
        ("2023年，五莲县新入统规模企业5家。", "four-above-enterprises-new"),
        ("上半年，五莲县全社会用电量12亿千瓦时，其中，一产用电量3亿千瓦时。", "第一产业用电量"),
        ("五莲县企业正在新建一座5000吨的气调库。", "气调库"),
        ("示范村从2013年的2个发展到现在的29个。", "示范村"),
    ],
)
def test_what_statistics_offices_print_of_jobs_firms_and_fields_has_its_name(text: str, name: str) -> None:
    assert _names(text)[-1] == name


def test_a_number_that_begins_a_clause_is_not_called_by_another_number() -> None:
    assert "385" not in _names("五莲县发展农民专业合作社385家，1.2万户加入。")[-1]


def test_projects_are_no_firms_though_firms_were_told_of_before() -> None:
    text = "2018年，五莲县新增规模企业5家，完成年度任务的100%。新增投入5000万元以上工业项目8个。"
    assert "enterprises" not in figures(text, "2019-01-20")[-1].metric
