"""Numbers of a draft that add up others → whether the reports add up to them; of random reports the truth is known."""

from collections.abc import Iterator
from copy import copy
from decimal import ROUND_HALF_UP, Decimal
from random import Random

import pytest

from indicators.curate.claims.checking import ClaimChecker
from indicators.curate.claims.comparisons import Comparisons
from indicators.curate.claims.index import ClaimIndex
from indicators.curate.claims.sentences import verdict_sentence
from indicators.curate.claims.verdicts import Claim
from indicators.values import periods
from indicators.values.quantity_parser import parse
from tests.builders import amended
from tests.curate.claims.test_claims import checker, names

DISTRICTS = {
    "donggang": ("东港区", "Donggang"), "lanshan": ("岚山区", "Lanshan"), "juxian": ("莒县", "Ju County"),
    "wulian": ("五莲县", "Wulian County"),
}  # fmt: skip
"""Places with budget revenue of January to July 2024."""


def sums(text: str, published: str = "2024-09-20", by: ClaimChecker | None = None) -> list[Claim]:
    claims = (by or checker()).check(text, periods.parse_date(published)).claims
    return [claim for claim in claims if claim.verdict in {"adds-up", "wrong-sum"}]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("1—7月，东港区、岚山区两区一般公共预算收入合计59.49亿元，占全市近五成。", "adds-up"),
        ("1—7月，东港区和岚山区一般公共预算收入合计近60亿元。", "adds-up"),
        ("1—7月，东港区、岚山区两区一般公共预算收入合计62.49亿元。", "wrong-sum"),
        ("1—7月，日照市税收收入82亿元，非税收入44亿元，合计126亿元。", "adds-up"),
        ("1—7月，日照市税收收入82亿元，非税收入44亿元，合计136亿元。", "wrong-sum"),
        # the sum of some that stand side by side
        ("1—7月，一般公共预算收入东港区31.89亿元，岚山区27.60亿元、莒县17.84亿元，合计45.44亿元。", "adds-up"),
        ("1—7月，一般公共预算收入东港区31.89亿元，岚山区27.60亿元、莒县17.84亿元，合计45.94亿元。", "wrong-sum"),
        ("2023年，莒县生产总值463.75亿元。东港区生产总值为651.16亿元。两地合起来超过1200亿元。", "wrong-sum"),
        ("2023年，莒县生产总值463.75亿元。东港区生产总值为651.16亿元。两地合起来超过1100亿元。", "adds-up"),
        ("In January-July 2024, Donggang and Lanshan together had budget revenue of 5.95 billion yuan.", "adds-up"),
        (
            "Donggang and Lanshan together collected 6.95 billion yuan of budget revenue in January-July 2024.",
            "wrong-sum",
        ),
        (
            "In 2024 Rizhao's sports events brought direct benefits of 800 million yuan and output benefits of"
            " 1.5 billion yuan, or 2.9 billion in all.",
            "wrong-sum",
        ),
    ],
)  # fmt: skip
def test_a_sum_is_held_against_what_the_reports_add_up_to(text: str, verdict: str) -> None:
    assert [claim.verdict for claim in sums(text)] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        # a whole and its parts
        "1—7月，日照市一般公共预算收入126亿元，东港区31.89亿元，岚山区27.60亿元，合计69.49亿元。",
        "1—7月，日照市、东港区两地一般公共预算收入合计130亿元。",
        # one of them is not reported, or more are named than the words count
        "1—3月，东港区、岚山区两区一般公共预算收入合计62.49亿元。",
        "1—7月，东港区、岚山区、莒县两区一般公共预算收入合计62.49亿元。",
        # something else than what is reported
        "1—7月，东港区、岚山区税务部门组织收入合计72.3亿元。",
        "1—7月，日照市税收收入82亿元，非税收入44亿元，支出合计136亿元。",
        # one of the amounts is not what was reported
        "1—7月，日照市税收收入83亿元，非税收入44亿元，合计127亿元。",
        # shares
        "2018年4月底，莒县、东港区两地工业重点项目开工率合计150%。",
    ],
)
def test_what_cannot_be_added_up_is_no_wrong_sum(text: str) -> None:
    assert sums(text) == []


def test_a_wrong_sum_is_told_in_both_languages() -> None:
    (claim,) = sums("2017年，日照公路运送旅客2452万人次，铁路145万人次，两项合计2579万人次。", "2018-04-10")
    assert verdict_sentence(claim, names("zh")) == (
        "加总不符：报道印的是 24.52 million（2452万人次）和1.45 million（145万人次），加起来是 2597万人次。"
    )
    assert verdict_sentence(claim, names("en")) == (
        "Does not add up: reports have 24.52 million and 1.45 million, which add up to 25.97 mn person trips."
    )


def rounded(amount: Decimal, digits: int) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def worlds(seed: int, number: int) -> Iterator[tuple[ClaimChecker, Random, dict[str, Decimal]]]:
    """What each district took in, in 亿元, and a checker of reports that print it with more or fewer digits."""
    chance = Random(seed)  # noqa: S311  # amounts to test with
    for _ in range(number):
        truth = {district: Decimal(chance.randrange(100_000, 900_000)) / 10_000 for district in DISTRICTS}
        printed = {
            f"{district}-budget-revenue-2024m01-07": {
                "text": parse(f"{rounded(amount, chance.randrange(3))}亿元"), "growth": None, "quote": "",
            }
            for district, amount in truth.items()
        }  # fmt: skip
        world = copy(checker())
        world.index = ClaimIndex(amended(world.dataset, printed))
        world.comparisons = Comparisons(world.index)
        yield world, chance, truth


def test_of_random_reports_a_true_sum_is_never_called_wrong_and_a_wrong_one_always() -> None:
    for world, chance, truth in worlds(9, 40):
        several = chance.sample(sorted(truth), chance.randrange(2, 5))
        total = sum(truth[district] for district in several)
        for factor, verdict in ((Decimal(1), "adds-up"), (Decimal("1.3"), "wrong-sum"), (Decimal("0.7"), "wrong-sum")):
            amount = rounded(Decimal(total) * factor, chance.randrange(3))
            places = "、".join(DISTRICTS[district][0] for district in several)
            text = f"1—7月，{places}一般公共预算收入合计{amount}亿元。"
            if chance.random() < 0.5:
                places = " and ".join(DISTRICTS[district][1] for district in several)
                text = f"In January-July 2024 {places} together collected budget revenue of {amount / 10} billion yuan."
            assert [claim.verdict for claim in sums(text, by=world)] == [verdict], (text, truth)
