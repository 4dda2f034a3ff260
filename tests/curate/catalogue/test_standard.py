"""The standard indicators of the package → each of them valid, with names of its own, and found by these."""

from collections import defaultdict
from functools import cache

import pytest

from indicators.curate.catalogue import english_nouns, table
from indicators.curate.catalogue.names import StandardNames
from indicators.curate.catalogue.table import StandardMetric
from indicators.curate.catalogue.themes import KnownThemes
from indicators.curate.metric_proposals import id_of
from indicators.model.scalars import SLUG_LIMIT
from tests.curate.recognition.test_reading import figures, reader


@cache
def names() -> StandardNames:
    return StandardNames(reader().dataset)


def found(own: str, metric: StandardMetric) -> StandardMetric | None:
    named = names().before(own, metric.unit, reader().vocabulary.places)
    return named.metric if named else None


def test_no_name_means_two_indicators() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for metric in table.metrics():
        for name in metric.names:
            owners["".join(name.lower().split())].add(metric.name.zh)
    assert not {name: several for name, several in owners.items() if len(several) > 1}


def test_each_indicator_has_an_id_of_its_own_and_a_theme() -> None:
    ids = [id_of(metric.name.zh, metric.name.en) for metric in table.metrics()]
    assert len({*ids}) == len(ids) > 400
    assert all(ids)
    assert max(map(len, ids)) <= SLUG_LIMIT
    assert {metric.theme for metric in table.metrics()} == {*table.themes()}


def test_rates_do_not_add_up() -> None:
    assert not [metric.name.zh for metric in table.metrics() if metric.kind == "rate" and metric.additive]


def test_what_the_dataset_has_under_a_name_is_never_a_new_metric() -> None:
    places = reader().vocabulary.places
    for metric in reader().dataset.metrics.values():
        for name in (metric.name.zh, metric.name.en, *metric.also):
            own = name if name.isascii() else f"全市{name}达到"
            assert names().before(own, None, places) is None, name


def test_an_indicator_is_found_by_each_of_its_names_or_left_to_a_metric_of_the_dataset() -> None:
    lacking = [metric for metric in table.metrics() if found(metric.name.zh, metric) is not None]
    assert len(lacking) > 400
    for metric in lacking:
        for name in metric.names:
            own = f"the {name.lower()} reached " if name.isascii() else f"2023年，全市{name}达到"
            assert found(own, metric) in {metric, None}, name
        assert found(f"截至年末，全县累计完成{metric.name.zh}约", metric) == metric


def test_themes_are_those_of_the_dataset_that_hold_the_same() -> None:
    themes = KnownThemes(reader().dataset)
    alike = {
        "population": "income",
        "farming": "output",
        "transport": "trade",
        "building": "consumption",
        "science": "innovation",
        "finance": "finance",
    }
    assert {key: themes.of(key) for key in alike} == alike
    assert themes.of("no-such-theme", "fiscal") == "fiscal"


# --- proposals (made-up sentences) -----------------------------------------------------------------------------------

SEVERAL = (
    "2022年，日照市商品房销售额28.6亿元，下降12.4%。生猪出栏35.2万头。快递业务量1.2亿件。常住人口265.3万人。"
    "新建高标准农田12.5万亩。森林覆盖率达38.2%。工业生产者出厂价格下降1.9%。"
)


def test_a_number_of_a_standard_indicator_is_proposed_as_that_filled_whole() -> None:
    proposed = figures(SEVERAL)
    assert [(figure.new_metric.zh, figure.new_metric.en) for figure in proposed if figure.new_metric] == [
        ("商品房销售额", "Sales of commercial buildings"),
        ("生猪出栏", "Slaughtered hogs"),
        ("快递业务量", "Business volume of express delivery"),
        ("常住人口", "Permanent population"),
        ("新建高标准农田", "High-standard farmland newly built"),
        ("森林覆盖率", "Forest coverage rate"),
        ("工业生产者出厂价格涨幅", "Rise of producer prices of industrial products"),
    ]
    new = [figure.new_metric for figure in proposed if figure.new_metric]
    assert [metric.theme for metric in new] == [
        "consumption",
        "output",
        "trade",
        "income",
        "output",
        "income",
        "consumption",
    ]
    assert [metric.kind for metric in new] == ["flow", "flow", "flow", "stock", "flow", "rate", "rate"]
    assert {figure.sure for figure in proposed} == {"look"}
    assert all("metric" in figure.why for figure in proposed)


def test_its_period_is_that_of_what_it_counts_and_a_fall_of_prices_is_its_value() -> None:
    proposed = figures(SEVERAL)
    assert [figure.period.text for figure in proposed if figure.period][:4] == ["2022", "2022", "2022", "2022-12"]
    assert (proposed[0].growth is not None, proposed[-1].text, proposed[-1].growth) == (True, "下降1.9%", None)


@pytest.mark.parametrize(
    ("words", "metric"),
    [
        ("社会消费品零售总额28亿元", "retail-sales"),
        ("农村网络零售额28亿元", "retail-sales"),
        ("猪肉产量3.5万吨", "farm-output"),
        ("涉农贷款余额35亿元", "loans"),
        ("新增高新技术企业35家", "high-tech-enterprises-new"),
    ],
)
def test_a_metric_of_the_dataset_that_is_named_or_that_it_is_a_part_of_comes_first(words: str, metric: str) -> None:
    (figure,) = figures(f"2022年，日照市{words}。")
    assert (figure.metric, figure.new_metric) == (metric, None)


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("设施大棚常住人口26万人", "设施大棚常住人口", "stock"),
        ("新培育家庭农场35家", "新培育家庭农场", "flow"),
        ("全区登记备案的创客团队35支", "登记备案的创客团队", "flow"),
        ("其中累计发放养殖补助资格证2600册", "发放养殖补助资格证", "flow"),
        ("企业登记备案率92%", "企业登记备案率", "rate"),
    ],
)
def test_a_name_that_is_narrowed_or_unknown_is_cut_out_of_the_text_and_left_to_a_person(
    words: str, name: str, kind: str
) -> None:
    (figure,) = figures(f"2022年，日照市{words}。")
    new = figure.new_metric
    assert new is not None
    assert (new.zh, new.kind, new.standard, figure.sure) == (name, kind, False, "doubtful")


def test_a_part_of_a_whole_is_called_by_both() -> None:
    text = "2022年，日照市在校学生17278人，其中：小学6982人，技校2100人。快递业务收入12亿元，其中同城业务收入2亿元。"
    named = [(figure.new_metric.zh, figure.new_metric.standard) for figure in figures(text) if figure.new_metric]
    assert named == [
        ("在校学生", True),
        ("小学在校学生", True),
        ("技校在校学生", False),
        ("快递业务收入", True),
        ("同城快递业务收入", False),
    ]


def test_places_that_are_told_apart_share_the_metric_that_is_told_of_the_whole() -> None:
    text = "2022年，日照市快递业务收入12亿元，其中东港区5亿元、莒县2亿元。"
    named = [(figure.region, figure.new_metric.zh) for figure in figures(text) if figure.new_metric]
    assert named == [("rizhao", "快递业务收入"), ("donggang", "快递业务收入"), ("juxian", "快递业务收入")]


def test_a_part_that_has_a_metric_of_the_dataset_keeps_it_whatever_the_whole_is_called() -> None:
    *_, tea = figures("2022年，日照市建成优质绿茶示范基地20万亩，其中早茶面积15万亩。")
    assert (tea.metric, "metric" in tea.why) == ("planted-area", False)


def test_numbers_of_a_list_share_the_noun_before_them() -> None:
    named = [
        figure.new_metric.zh if figure.new_metric else ""
        for figure in figures("2022年，日照市西、中、东通道分别开行中欧班列43列、15列、27列。")
    ]
    assert named == ["中欧班列开行"] * 3


def test_what_is_no_part_of_what_its_name_ends_with_is_a_metric_of_its_own() -> None:
    (figure,) = figures("2022年，日照市海洋生产总值550亿元。")
    assert figure.new_metric
    assert figure.new_metric.zh == "海洋生产总值"


def test_english_words_name_an_indicator_unless_they_narrow_it() -> None:
    whole = "In 2022, Wulian's permanent population reached 2.97 million people."
    narrowed = "In 2022, the forgotten permanent population of the islands of Rizhao reached 2.97 million people."
    (one,), (other,) = figures(whole), figures(narrowed)
    assert one.new_metric
    assert (one.new_metric.zh, one.new_metric.standard) == ("常住人口", True)
    assert other.new_metric is None or not other.new_metric.standard


def test_an_english_noun_phrase_is_what_is_proposed_where_no_indicator_is_known() -> None:
    (figure,) = figures("In 2022, Rizhao renovated 276 urban villages across the city.")
    assert figure.new_metric
    assert figure.new_metric.en == "Urban villages"
    (figure,) = figures("Rizhao, which has 226 kilometers of coastline, welcomed guests in 2022.")
    assert figure.new_metric
    assert figure.new_metric.zh == "海岸线长度"
    (figure,) = figures("In 2022, the capacity of shore power stations in Rizhao reached 1.6 million kilowatts.")
    assert figure.new_metric
    assert figure.new_metric.en.startswith("Capacity of shore power stations")


def test_a_row_of_a_table_names_an_indicator() -> None:
    text = "2022年日照市主要指标\n指标\t单位\t绝对量\t同比%\n生猪出栏\t万头\t35.2\t3.1\n常住人口\t万人\t265.3\t0.1\n"
    hogs, people = figures(text)
    assert hogs.new_metric
    assert people.new_metric
    assert (hogs.new_metric.en, people.new_metric.en) == ("Slaughtered hogs", "Permanent population")
    assert (hogs.period and hogs.period.text, people.period and people.period.text) == ("2022", "2022-12")


@pytest.mark.parametrize(
    ("text", "zh", "en", "unit"),
    [
        ("2024年，五莲县出口额4.37亿美元。", "出口额（美元）", "Exports (US dollars)", "USD"),
        (
            "In 2024, exports of Wulian reached $43 million.",
            "出口额（美元）",
            "Exports (US dollars)",
            "USD",
        ),
        ("Wulian earned 61 million US dollars in exports in 2024.", "出口额（美元）", "Exports (US dollars)", "USD"),
        ("2024年，五莲县固定资产投资2.5亿欧元。", "固定资产投资（欧元）", "Fixed-asset investment (euros)", "EUR"),
    ],
)
def test_a_metric_in_another_currency_is_a_new_one_of_the_same_kind(text: str, zh: str, en: str, unit: str) -> None:
    (figure,) = figures(text)
    new = figure.open_metric
    assert new is not None
    assert (new.zh, new.en, new.unit, new.kind, new.additive) == (zh, en, unit, "flow", True)
    assert figure.sure == "look"


def test_a_metric_that_is_counted_in_the_currency_of_the_number_is_no_new_one() -> None:
    text = "2024年，五莲县进出口总额8.1亿美元，出口30.2亿元，固定资产投资12.5亿元。"
    assert [figure.metric for figure in figures(text)] == ["trade-usd", "exports", "fixed-asset-investment"]
    assert not any(figure.open_metric for figure in figures(text))


def test_an_english_name_has_neither_a_rate_nor_a_place() -> None:
    (figure,) = figures("In 2024, output of robots in Wulian rose 5 percent to 3,200 units.")
    assert figure.new_metric
    assert figure.new_metric.en == "Output of robots"
    own = "The total design expenses of above-size industrial companies surged 51.8 percent year on year to "
    assert english_nouns.before(own) == "Design expenses of above-size industrial companies"


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("Wulian produced 1.3 million tonnes of coal in 2024.", "原煤产量"),
        ("In 2024, plants in Wulian turned out 30,000 tonnes of crude steel.", "粗钢产量"),
        ("Wulian's automobile production reached 16,000 vehicles in 2024.", "汽车产量"),
        ("Wulian produced 3,000 new energy vehicles in 2024.", "新能源汽车产量"),
    ],
)
def test_what_english_words_say_was_made_is_its_output(text: str, zh: str) -> None:
    (figure,) = figures(text)
    assert figure.new_metric
    assert (figure.new_metric.zh, figure.new_metric.standard, figure.sure) == (zh, True, "look")


def test_a_harvest_that_the_data_count_is_no_new_indicator() -> None:
    (figure,) = figures("Wulian produced 110,000 tonnes of grain in 2024.")
    assert (figure.metric, figure.open_metric) == ("farm-output", None)
