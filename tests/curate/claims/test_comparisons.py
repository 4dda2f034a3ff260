"""What a draft says of two amounts, or of one among others → whether the reports bear it out; of random ones, too."""

from decimal import Decimal

import pytest

from indicators.curate.claims.checking import ClaimChecker
from indicators.curate.claims.comparing_words import told_comparisons
from indicators.curate.claims.sentences import verdict_sentence
from indicators.curate.claims.verdicts import Claim
from indicators.values import periods
from tests.curate.claims.test_claims import checker, names
from tests.curate.claims.test_sums import DISTRICTS, rounded, worlds


def compared(text: str, published: str = "2024-09-20", by: ClaimChecker | None = None) -> list[Claim]:
    claims = (by or checker()).check(text, periods.parse_date(published)).claims
    return [claim for claim in claims if claim.compared]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1—7月，东港区一般公共预算收入31.89亿元，是五莲县（10.18亿元）的三倍多。", {"三倍多": "bears-out"}),
        ("1—7月，东港区一般公共预算收入31.89亿元，是五莲县的两倍。", {"两倍": "wrong-comparison"}),
        ("1—7月，东港区一般公共预算收入是五莲县的3.1倍。", {"3.1倍": "bears-out"}),
        ("1—7月，五莲县一般公共预算收入10.18亿元，不到东港区的三分之一。", {"三分之一": "bears-out"}),
        ("1—7月，五莲县一般公共预算收入10.18亿元，相当于东港区的一半。", {"一半": "wrong-comparison"}),
        ("1—7月，五莲县一般公共预算收入10.18亿元，不足东港区的四分之一。", {"四分之一": "wrong-comparison"}),
        ("1—7月，五莲县一般公共预算收入10.18亿元，超过东港区的三成。", {"三成": "bears-out"}),
        ("1—7月，日照市税收收入是非税收入的三倍。", {"三倍": "wrong-comparison"}),
        ("2023年，莒县第三产业增加值231.53亿元，约为第一产业的3.9倍。", {"3.9倍": "bears-out"}),
        (
            "1—7月，东港区一般公共预算收入31.89亿元，比岚山区多4.29亿元，比莒县多24.05亿元。",
            {"4.29亿元": "bears-out", "24.05亿元": "wrong-comparison"},
        ),
        ("1—7月，莒县一般公共预算收入17.84亿元，比五莲县少7.66亿元。", {"7.66亿元": "wrong-comparison"}),
        ("1—7月，莒县一般公共预算收入增长5.1%，增速比全市高0.1个百分点。", {"0.1个百分点": "bears-out"}),
        ("1—7月，莒县一般公共预算收入增长5.1%，增速比全市高2.1个百分点。", {"2.1个百分点": "wrong-comparison"}),
        ("1—7月，东港区一般公共预算收入31.89亿元，占全市的四分之一。", {"四分之一": "bears-out"}),
        ("1—7月，东港区一般公共预算收入占全市的四成。", {"四成": "wrong-comparison"}),
        ("2023年，东港区第三产业增加值507.56亿元，占生产总值的比重为67.9%。", {"67.9%": "wrong-comparison"}),
        ("1—7月，日照市税收收入占一般公共预算收入的65.1%。", {"65.1%": "bears-out"}),
        ("1—7月，东港区一般公共预算收入31.89亿元，居全市各区县第一。", {"第一": "bears-out"}),
        ("1—7月，岚山区一般公共预算收入27.60亿元，居全市第一。", {"第一": "wrong-comparison"}),
        ("1—7月，莒县一般公共预算收入增长5.1%，增速居全市首位。", {"首位": "wrong-comparison"}),
        (
            "In January-July 2024 Donggang's budget revenue was more than three times that of Wulian County.",
            {"more than three times": "bears-out"},
        ),
        (
            "In January-July 2024 Donggang's budget revenue was twice that of Wulian County.",
            {"twice": "wrong-comparison"},
        ),
        (
            "In 2023 the tertiary sector accounted for 59.9 percent of Ju County's GDP.",
            {"59.9 percent": "wrong-comparison"},
        ),
        (
            "Wulian's budget revenue in January-July 2024 was 1.018 billion yuan, half of Donggang's.",
            {"half": "wrong-comparison"},
        ),
        (
            "2023年，莒县第二产业增加值173.09亿元，比东港区的100.36亿元多出62.73亿元。",
            {"62.73亿元": "wrong-comparison"},
        ),
        ("1—7月，全市一般公共预算收入126亿元，其中东港区31.89亿元，占35.3%。", {"35.3%": "wrong-comparison"}),
        ("1—7月，全市一般公共预算收入126亿元，其中东港区31.89亿元，占比25.3%。", {"25.3%": "bears-out"}),
        ("1—7月，五莲县一般公共预算收入增长6.1%，增速居全市第五。", {"第五": "wrong-comparison"}),
        ("In 2023, the tertiary sector made up about half of Ju County's GDP.", {"about half": "bears-out"}),
        (
            "In January-July 2024 Donggang's budget revenue was 3.189 billion yuan, 35 percent of Rizhao's budget"
            " revenue of 12.6 billion yuan.",
            {"35 percent": "wrong-comparison"},
        ),
        (
            "Donggang's GDP in 2023 was 28 billion yuan more than Ju County's.",
            {"28 billion yuan": "wrong-comparison"},
        ),
    ],
)
def test_what_is_said_of_two_reported_numbers_is_held_against_both(text: str, expected: dict[str, str]) -> None:
    assert {claim.text: claim.verdict for claim in compared(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        # one of the two is not reported, or is of another time
        "1—3月，东港区一般公共预算收入是五莲县的两倍。",
        "1—7月，东港区一般公共预算收入31.89亿元，是上年同期的两倍。",
        "1—7月，东港区一般公共预算收入31.89亿元，比上半年多14.77亿元。",
        # something else than what is reported
        "1—7月，东港区一般公共预算收入31.89亿元，税务部门组织的占全市的四成。",
        "1—7月，东港区一般公共预算收入31.89亿元，占全市固定资产投资的四成。",
        "1—7月，东港区一般公共预算收入31.89亿元，是全市平均水平的两倍。",
        # of which of several numbers is not said
        "1—7月，东港区一般公共预算收入31.89亿元、岚山区27.60亿元，占全市的四成。",
        "1—7月，莒县一般公共预算收入17.84亿元，增长5.1%，居全市第一。",
        # a rank among places of which the dataset knows too few
        "2020年，日照市地区生产总值2006.43亿元，居全省第一。",
        # a zone before a district, which may be ranked among districts alone
        "1—7月，五莲县一般公共预算收入增长6.1%，增速居全市首位。",
        # the number itself is none that was reported
        "1—7月，东港区一般公共预算收入33.89亿元，是五莲县的两倍。",
        "1—7月，东港区和五莲县一般公共预算收入差距很大，是一倍还是两倍，各有说法。",
    ],
)
def test_what_cannot_be_compared_is_not_called_wrong(text: str) -> None:
    assert compared(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1—7月，东港区一般公共预算收入31.89亿元，是上年同期的两倍。", "两倍"),
        ("2017年，日照市人均生产总值68848元，比2008年翻了一番多。", "翻了一番多"),
        ("2020年，日照市地区生产总值2006.43亿元，居全省第一。", "居全省第一"),
        ("In 2023 Donggang's GDP doubled.", "doubled"),
        ("In 2024 Lanshan collected the most budget revenue of all districts.", "the most"),
        ("In 2023 Donggang ranked first in Rizhao.", "ranked first"),
    ],
)
def test_comparing_words_of_which_nothing_is_known_are_not_looked_at(text: str, words: str) -> None:
    others = checker().check(text, periods.parse_date("2024-09-20")).not_figures
    assert words in [other.text for other in others if other.why in {"comparator", "rank"}]


def test_a_comparison_is_told_in_both_languages() -> None:
    (claim,) = compared("1—7月，东港区一般公共预算收入31.89亿元，是五莲县的两倍。")
    assert verdict_sentence(claim, names("zh")) == (
        "对比不符：报道印的是 东港区 31.89亿元和五莲县 10.18亿元，前者是后者的 3.13 倍。"
    )
    (claim,) = compared("2023年，东港区第三产业增加值507.56亿元，占生产总值的比重为67.9%。")
    assert verdict_sentence(claim, names("en")).endswith(": a share of 77.9%.")
    (claim,) = compared("1—7月，莒县一般公共预算收入增长5.1%，增速比全市高2.1个百分点。")
    assert verdict_sentence(claim, names("en")) == (
        "Does not work out: reports have Ju County 5.1% and Rizhao 5.0%: 0.1 percentage points apart."
    )
    (claim,) = compared("1—7月，岚山区一般公共预算收入27.60亿元，居全市第一。")
    assert verdict_sentence(claim, names("zh")) == "对比不符：报道印的是 岚山区 27.60亿元和东港区 31.89亿元。"


def test_of_random_reports_a_true_comparison_is_never_called_wrong_and_a_false_one_always() -> None:
    for world, chance, truth in worlds(11, 30):
        one, two = chance.sample(sorted(truth), 2)
        (zh, en), (zh_two, en_two) = DISTRICTS[one], DISTRICTS[two]
        ratio = truth[one] / truth[two]
        for factor, verdict in ((Decimal(1), "bears-out"), (Decimal("1.3"), "wrong-comparison")):
            times = rounded(ratio * factor, 2)
            text = f"1—7月，{zh}一般公共预算收入是{zh_two}的{times}倍。"
            if chance.random() < 0.5:
                text = f"In January-July 2024 {en}'s budget revenue was {times} times that of {en_two}."
            assert [claim.verdict for claim in compared(text, by=world)] in ([verdict], []), (text, truth)
        for factor, verdict in ((Decimal(1), "bears-out"), (Decimal(-1), "wrong-comparison")):
            more = (truth[one] - truth[two]) * factor
            if abs(more) < 2:
                continue
            text = f"1—7月，{zh}一般公共预算收入比{zh_two}{'多' if more > 0 else '少'}{rounded(abs(more), 0)}亿元。"
            assert [claim.verdict for claim in compared(text, by=world)] == [verdict], (text, truth)


def test_of_random_reports_the_first_is_never_called_wrong_and_the_last_always() -> None:
    for world, _, truth in worlds(12, 20):
        in_order = sorted(truth, key=lambda district: -truth[district])
        if truth[in_order[0]] - truth[in_order[1]] < 2 or truth[in_order[-2]] - truth[in_order[-1]] < 2:
            continue
        for district, verdicts in ((in_order[0], ["bears-out"]), (in_order[-1], ["wrong-comparison"])):
            text = f"1—7月，{DISTRICTS[district][0]}一般公共预算收入居全市第一。"
            assert [claim.verdict for claim in compared(text, by=world)] == verdicts, (text, truth)


@pytest.mark.parametrize(
    "bait",
    ["占占占", "比一二三四", "是啊的是啊", "居全市", "the most twice ", "9倍的9倍", " 5 more than ", "half of A "],
)
def test_bait_of_comparisons_is_read_in_a_moment(bait: str) -> None:
    assert sum(told.quantity is not None for told in told_comparisons(bait * (200_000 // len(bait)))) < 60_000
