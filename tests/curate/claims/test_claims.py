"""Sentences of a draft, made up or made of the data → the verdict on each number, and what it rests on."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from indicators.analysis import agreement
from indicators.curate.claims.checking import ClaimChecker
from indicators.curate.claims.numbers import factor_between, hint, points_told_of_growth, qualified_otherwise
from indicators.curate.claims.sentences import verdict_sentence
from indicators.curate.claims.verdicts import CLAIM_VERDICTS, Claim
from indicators.curate.recognition.text.folding import fold
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import ALL
from indicators.phrasing.names import Names
from indicators.values import periods
from indicators.values.quantity_parser import parse
from indicators.values.text import LANGS, Lang
from indicators.words.curate import claim as words
from tests.curate.claims.claim_sentences import ClaimSentence, sentences
from tests.curate.recognition.test_reading import reader

SEED = 17
KINDS = {
    "tenfold": {"slip"},
    "wan-for-yi": {"slip"},
    "other-year": {"other-period"},
    "other-place": {"other-place"},
    "as-result": {"target-as-result", "forecast-as-result"},
    "without-over": {"qualifier"},
    "points": {"percent-as-points"},
    "other-number": {"differs"},
}
"""What is planted in a sentence → the verdicts that name it."""


@cache
def checker() -> ClaimChecker:
    return ClaimChecker(reader().dataset)


def claims(text: str) -> tuple[Claim, ...]:
    return checker().check(text).claims


def verdicts(text: str) -> list[tuple[str, str]]:
    return [(claim.text, claim.verdict) for claim in claims(text)]


def names(lang: str = "en") -> Names:
    return Names(reader().dataset, "zh" if lang == "zh" else "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2022年上半年，日照市重点交通项目完成投资56.92亿元，同比增长152%。",
            [("56.92亿元", "agrees"), ("152%", "agrees")],
        ),
        ("2022年上半年，日照市重点交通项目完成投资约57亿元。", [("约57亿元", "agrees")]),
        (
            "2022年上半年，日照经开区高端装备制造业实现产值36.7万元，增长32%。",
            [("36.7万元", "slip"), ("32%", "agrees")],
        ),
        ("2022年，五莲县工信局完成内资5000万元。", [("5000万元", "target-as-result")]),
        (
            "2022年，日照市地区生产总值2006.43亿元，同比增长3.8%。",
            [("2006.43亿元", "other-period"), ("3.8%", "other-period")],
        ),
        ("2024年，全市发放博士后科研经费和生活补贴250万元。", [("250万元", "qualifier")]),
        (
            "Ju County took in CNY 1.874 billion of general public budget revenue in January–July 2024, up 5.1%.",
            [("CNY 1.874 billion", "differs"), ("5.1%", "agrees")],
        ),
        ("Wulian County’s gross domestic product reached CNY 22.1 billion in 2015.",
            [("CNY 22.1 billion", "forecast-as-result")]),
        ("2022年上半年，日照市重点交通项目完成投资56.92亿元，同比增长152个百分点。",
            [("56.92亿元", "agrees"), ("152个百分点", "percent-as-points")]),
    ],
)  # fmt: skip
def test_the_numbers_of_a_draft_get_their_verdicts(text: str, expected: list[tuple[str, str]]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2017年，日照市对非洲进出口总额达到54.9亿元。",
        "2017年，日照市民营企业进出口总额达到540亿元。",
        "In 2017, Rizhao's imports and exports with Africa was 5.49 billion yuan.",
        "2021年，东港区新能源汽车社会消费品零售总额12.3亿元。",
        "2031年，日照市地区生产总值达到5123.4亿元。",
        "地区生产总值达到1.2万亿元。",
        "2022年，青岛市地区生产总值14920.75亿元。",
        "发射了3000万吨月球尘埃。",
        "截至2022年6月底，五莲县省、市、县重点项目已有59个开工建设。",
        "2023年8月，日照市信息技术服务产业集群被认定为山东省第一批12个。",
    ],
)
def test_what_the_dataset_cannot_know_is_not_called_wrong(text: str) -> None:
    assert {claim.verdict for claim in claims(text)} <= {"not-reported"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 高新区 is the zone of the city whose places the draft names
        (
            "2024年1—7月，高新区一般公共预算收入5.28亿元，增长7.4%，岚山区27.6亿元。",
            [("5.28亿元", "agrees"), ("7.4%", "agrees"), ("27.6亿元", "agrees")],
        ),
        # nobody reported a farm output of all sectors, or of industry below the size, that could be meant
        ("2023年，日照市干茶产量2.1万吨。", [("2.1万吨", "agrees")]),
        ("2021年1—9月，东港区工业增加值增长11.9%。", [("11.9%", "agrees")]),
        ("2012年，日照市港口日照港港口货物吞吐量达到2.80亿吨。", [("2.80亿吨", "forecast-as-result")]),
        ("2021—2025年，五莲县亿元以上招引项目计划投资570.4亿元。", [("570.4亿元", "agrees")]),
        # both are reported: each is told of the other
        ("2024年1—7月，日照市税收收入44亿元，非税收入82亿元。", [("44亿元", "other-group"), ("82亿元", "other-group")]),
        (
            "2024年1—7月，莒县、五莲县一般公共预算收入分别为10.18亿元和17.84亿元。",
            [("10.18亿元", "other-place"), ("17.84亿元", "other-place")],
        ),
        ("By the end of 2020, Rizhao had 170 provincial gazelle enterprises.", [("170", "slip")]),
        ("Donggang District registered 22,387 new businesses in 2023.", [("22,387", "differs")]),
        (
            "Donggang's trade jumped 14 percent to 26 billion yuan in 2017.",
            [("14 percent", "differs"), ("26 billion yuan", "agrees")],
        ),
        (
            "In 2015, disposable income per urban resident in Wulian rose 8 percentage points to 25,160 yuan.",
            [("8 percentage points", "percent-as-points"), ("25,160 yuan", "agrees")],
        ),
    ],
)
def test_what_a_draft_means_is_read_as_a_journalist_would(text: str, expected: list[tuple[str, str]]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2021年1—9月，高新区一般公共预算收入5.82亿元。",  # of which city?
        "截至目前，日照市瞪羚企业18家。",  # of no time that is named
        "2013年7月，日照市居住价格分别上涨5.2%、2.4%、1.4%和4.9%。",  # which is of what?
        "1—7月，五莲县一般公共预算收入突破10亿元大关，人均2300元。",
        "In January-July 2024, Lanshan took in five times as much budget revenue as the High-Tech Zone.",
        "Rizhao's GDP per person was about 68,800 yuan in 2017, against 59,660 yuan for the whole country.",
        "Donggang's trade reached 26 billion yuan in 2017; Shandong's stood at 1.78 trillion yuan, up 15.2 percent.",
    ],
)
def test_what_a_draft_leaves_open_is_not_called_wrong(text: str) -> None:
    assert [claim for claim in checker().check(text, periods.parse_date("2024-08-20")).claims if claim.is_wrong] == []


@pytest.mark.slow
def test_the_words_of_the_reports_are_never_called_wrong() -> None:
    """The phrase of each result, behind its period and place; what is of a part that it does not name, behind that."""
    dataset = reader().dataset
    doubted = {*agreement.superseded(dataset), *agreement.disputed(dataset, "text")}
    results = [figure for figure in dataset.figures.values() if figure.nature == "actual" and figure.id not in doubted]
    wrong: list[tuple[str, str, str]] = []
    for figure in results:
        several = [claim for claim in claims(_retold(figure, dataset, "")) if claim.is_wrong]
        part = _part_of(figure, dataset)
        if part and {claim.verdict for claim in several} == {"other-group"}:
            several = [claim for claim in claims(_retold(figure, dataset, part)) if claim.is_wrong]
        wrong += [(figure.id, claim.text, claim.verdict) for claim in several]
    assert len(results) > 400
    assert wrong == []


def _retold(figure: Figure, dataset: Dataset, part: str) -> str:
    lang: Lang = "en" if figure.quote.isascii() else "zh"
    place, time = dataset.regions[figure.region].name.of(lang), figure.period.label(lang)
    if lang == "en":
        return f"In {time}, {place}{part and ', ' + part}: {figure.quote}."
    return f"{time}，{place}{part}{figure.quote}。"


def _part_of(figure: Figure, dataset: Dataset) -> str:
    """The names of the group and the sector of a figure; empty where it is of all."""
    lang: Lang = "en" if figure.quote.isascii() else "zh"
    entries = (dataset.groups.get(figure.group), dataset.sectors.get(figure.sector))
    names = [entry.name.of(lang) for entry in entries if entry is not None and entry.id != ALL]
    return (" " if lang == "en" else "").join(names)


def test_the_nearest_report_is_shown_where_there_is_none_of_the_year() -> None:
    (claim,) = claims("2031年，日照市地区生产总值达到5123.4亿元。")
    assert claim.reports[0].figure.metric == "gdp"
    assert claim.reports[0].figure.region == "rizhao"


def test_a_number_that_differs_says_by_how_much_and_what_may_have_happened() -> None:
    claim = claims("2024年1—7月，莒县一般公共预算收入18.74亿元。")[0]
    assert (claim.verdict, claim.hint, claim.difference) == ("differs", "digits-swapped", Decimal(90_000_000))
    assert verdict_sentence(claim, names("zh")) == (
        "不符：高出 0.90亿元（5.0%）；有两个数字像是写颠倒了；原报道印的是 17.84亿元。"
    )
    assert "90 million yuan too high (5.0%)" in verdict_sentence(claim, names("en"))


def test_a_result_beside_a_rounder_forecast_is_no_forecast() -> None:
    figure = reader().dataset.figures["wulian-gdp-2015"]
    assert figure.nature == "expected"
    forecast = figure.model_copy(update={"text": parse("超220亿元")})
    dataset = reader().dataset
    article = dataset.article_of[figure.id].model_copy(update={"figures": (forecast,)})
    checker = ClaimChecker(replace(dataset, articles={**dataset.articles, article.id: article}))
    for number, verdict in (("224.6亿元", "not-reported"), ("超220亿元", "forecast-as-result")):
        (claim,) = checker.check(f"2015年，五莲县地区生产总值{number}。").claims
        assert claim.verdict == verdict


def test_a_period_that_the_text_names_counts_also_after_its_own_day() -> None:
    text = "2024年1—7月，东港区一般公共预算收入31.89亿元。"
    (claim,) = checker().check(text, periods.parse_date("2022-08-20")).claims
    assert claim.verdict == "agrees"


def test_a_difference_is_told_in_a_unit_of_its_own_size() -> None:
    (claim,) = claims("2022年上半年，日照市交通项目完成投资1450亿元。")
    report = claim.reports[0]._replace(quantity=parse("突破1500亿元"))
    low = replace(claim, verdict="differs", reports=(report,), difference=Decimal(-50 * 10**8), hint="")
    assert "低了 50亿元" in verdict_sentence(low, names("zh"))


def with_another_report(number: str) -> Dataset:
    """The dataset, with a second newspaper that prints another number of the transport projects."""
    dataset = reader().dataset
    figure = dataset.figures["rizhao-transport-investment-2022s1"]
    article = dataset.article_of[figure.id]
    publisher = next(key for key in dataset.publishers if key != article.publisher)
    other = figure.model_copy(update={"id": "another", "text": parse(number)})
    copy = article.model_copy(update={"id": "another", "publisher": publisher, "issuer": None, "figures": (other,)})
    return replace(dataset, articles={**dataset.articles, "another": copy})


def test_reports_that_differ_make_a_number_disputed() -> None:
    text = "2022年上半年，日照市交通项目完成投资{}。"
    disputed = ClaimChecker(with_another_report("61.3亿元"))
    (claim,) = disputed.check(text.format("56.92亿元")).claims
    assert (claim.verdict, len(claim.reports), claim.is_wrong) == ("disputed", 2, False)
    (claim,) = disputed.check(text.format("82亿元")).claims
    assert (claim.verdict, len(claim.reports)) == ("differs", 2)


def test_a_corrected_number_is_superseded_and_the_new_one_is_shown() -> None:
    dataset = with_another_report("61.3亿元")
    article = dataset.articles["another"]
    update = {"supersedes": "rizhao-transport-investment-2022s1"}
    figures = (article.figures[0].model_copy(update=update),)
    articles = {**dataset.articles, "another": article.model_copy(update={"figures": figures})}
    corrected = ClaimChecker(replace(dataset, articles=articles))
    (claim,) = corrected.check("2022年上半年，日照市重点交通项目完成投资56.92亿元。").claims
    assert claim.verdict == "superseded"
    assert [report.figure.id for report in claim.reports] == ["another", "rizhao-transport-investment-2022s1"]
    (claim,) = corrected.check("2022年上半年，日照市重点交通项目完成投资61.3亿元。").claims
    assert claim.verdict == "agrees"


@pytest.mark.parametrize(
    ("claimed", "printed", "otherwise"),
    [
        ("250万元", "250余万元", True),
        ("超250万元", "250余万元", False),
        ("250万元以上", "超250万元", False),
        ("250万元", "约250万元", True),
        ("57亿元", "56.92亿元", False),
    ],
)
def test_words_are_compared_before_intervals(claimed: str, printed: str, otherwise: bool) -> None:
    assert qualified_otherwise(parse(claimed), parse(printed)) is otherwise


def test_slips_are_powers_of_ten() -> None:
    assert factor_between(parse("36.7万元"), parse("36.7亿元")) == parse("1元").value / 10_000
    assert factor_between(parse("367亿元"), parse("36.7亿元")) == 10
    assert factor_between(parse("57万元"), parse("56.92亿元")) is not None
    assert factor_between(parse("368亿元"), parse("36.7亿元")) is None
    assert hint(parse("18.74亿元"), parse("17.84亿元")) == "digits-swapped"
    assert hint(parse("18.74亿元"), parse("18.73亿元")) == ""


def test_points_are_of_a_growth_only_right_behind_the_amount() -> None:
    assert points_told_of_growth("8个百分点", "，同比增长") == "8个百分点"
    assert points_told_of_growth("8个百分点", "，下降") == "-8个百分点"
    assert points_told_of_growth("8个百分点", "，增速比全省高") == ""
    assert points_told_of_growth("8%", "，同比增长") == ""


# --- sentences made of the data --------------------------------------------------------------------------------------


def measured(made: Iterable[ClaimSentence]) -> tuple[float, float, float]:
    """Precision and recall of what is called wrong, and how often a planted mistake gets its own verdict."""
    counts = Counter[str]()
    for sentence in made:
        claimed = checker().check(sentence.text)
        counts["planted"] += bool(sentence.mistake)
        counts["wrong"] += claimed.is_wrong
        counts["both"] += claimed.is_wrong and bool(sentence.mistake)
        kinds = {claim.verdict for claim in claimed.claims}
        counts["named"] += bool(kinds & KINDS.get(sentence.mistake, set()))
    return counts["both"] / counts["wrong"], counts["both"] / counts["planted"], counts["named"] / counts["planted"]


def test_planted_mistakes_are_found_and_true_sentences_left_alone() -> None:
    precision, recall, named = measured(sentences(reader().dataset, 120, SEED))
    assert precision >= 0.98
    assert recall >= 0.9
    assert named >= 0.9


@pytest.mark.slow
@pytest.mark.parametrize("seed", [SEED, 2, 3])
def test_four_hundred_sentences(seed: int) -> None:
    precision, recall, named = measured(sentences(reader().dataset, 400, seed))
    assert precision >= 0.98
    assert recall >= 0.9
    assert named >= 0.9


@pytest.mark.slow
def test_true_numbers_of_articles_that_are_not_held_are_not_called_wrong() -> None:
    dataset = reader().dataset
    by_article: dict[str, list[ClaimSentence]] = {}
    for sentence in sentences(dataset, 500, SEED):
        if not sentence.mistake:
            by_article.setdefault(dataset.article_of[sentence.figure].id, []).append(sentence)
    counts = Counter[str]()
    for article, made in by_article.items():
        without = ClaimChecker(dataset.without(frozenset({article})))
        for sentence in made:
            counts.update(claim.verdict for claim in without.check(sentence.text).claims)
    assert counts["differs"] + counts["slip"] <= 0.01 * counts.total()
    assert counts["not-reported"] > 0.9 * counts.total()


# --- any text --------------------------------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    re.findall(
        "[^|]+",
        "2022年|日照市|地区生产总值|2006.43亿元|，|。|\n|同比增长|3.8%|个百分点|计划|Rizhao| |GDP|5 million|yuan|-|0"
        "|余|超|预计|占|in 2020|任务的|99999999999999999999",
    )
)


@settings(max_examples=40)
@example("0%\n0%，0元0%")
@example("2022年日照市地区生产总值0亿元，增长0%。")
@example("超\r0元")
@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=25).map("".join)))
def test_any_text_has_verdicts_whose_words_stand_in_it(text: str) -> None:
    claimed = checker().check(text)
    for claim in claimed.claims:
        assert claim.verdict in CLAIM_VERDICTS
        words = fold(claim.text.lstrip("-").removeprefix("超额")).text
        assert "".join(words.split()) in "".join(fold(text[claim.start : claim.end]).text.split())
        assert claim.verdict == "not-reported" or claim.reports
        for lang in LANGS:
            assert verdict_sentence(claim, names(lang))
    places = [(claim.start, claim.end) for claim in claimed.claims]
    places += [(other.start, other.end) for other in claimed.not_figures]
    assert len(set(places)) == len(places)


def test_every_verdict_has_words() -> None:
    assert set(words.VERDICTS) == set(CLAIM_VERDICTS)


def test_a_standard_indicator_that_the_dataset_lacks_is_not_reported_whatever_a_near_metric_says() -> None:
    """The number is that of retail sales, told of homes that were sold; what follows is of neither."""
    sales = next(
        figure
        for figure in checker().dataset.figures.values()
        if (figure.metric, figure.region, figure.sector, figure.nature) == ("retail-sales", "rizhao", "all", "actual")
        and figure.text
        and figure.period.kind == "year"
    )
    assert sales.text is not None
    text = f"{sales.period.start.year}年，日照市商品房销售额{sales.text.printed}，其中东港区{sales.text.printed}。"
    claims = checker().check(text, periods.parse("2025-08-20")).claims
    assert [claim.verdict for claim in claims] == ["not-reported"] * len(claims)
    assert not [report for claim in claims for report in claim.reports]
