"""Growth and completion beside the numbers that they lead from: rounding is fine, a contradiction is told."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indicators.rules.rates import leads_to
from indicators.values.intervals import ONE, ZERO, point
from indicators.values.quantity_parser import parse, parse_growth
from tests.figures import Entry, article, figure, findings, found_in, printed

REASON: Final = {"zh": "更正", "en": "Corrected"}


def before(text: str | None, **more: Any) -> Entry:
    return article(figure("before", text, **more))


def now(text: str | None, **more: Any) -> Entry:
    return article(figure("now", text, **{"period": "2022", **more}), key="second", published="2023-02")


FINE_GROWTH: Final[dict[str, list[Entry]]] = {
    "exact": [before("50亿元"), now("56亿元", growth="12%")],
    "rounded": [before("22.59亿元"), now("56.92亿元", growth="152%")],
    "a fall": [before("84.28亿元"), now("82.00亿元", growth="-2.7%")],
    "a fall in words": [before("84.28亿元"), now("82.00亿元", growth="下降2.7%")],
    "to nothing": [before("5亿元"), now("0元", growth="-100%")],
    "counts": [before("14家", metric="firms"), now("17家", metric="firms", growth="21.4%")],
    "over": [before("50亿元"), now("超56亿元", growth="13%")],
    "growth of over": [before("50亿元"), now("57亿元", growth="超12%")],
    "at most in the year before": [before("最多60亿元"), now("56亿元", growth="12%")],
    "at least in the year before": [before("50亿元以上"), now("560亿元", growth="12%")],
    "at constant prices": [before("2006.43亿元", metric="gdp"), now("2211.96亿元", metric="gdp", growth="3.8%")],
    "of another nature": [before("50亿元", nature="expected"), now("56亿元", growth="99%")],
    "of another place": [before("50亿元", region="east"), now("56亿元", growth="99%")],
    "of another length": [before("50亿元", period="2021-S1"), now("56亿元", growth="99%")],
    "two years before": [
        article(figure("before", "50亿元", period="2020"), published="2021-02"),
        now("56亿元", growth="99%"),
    ],
    "without an amount": [before(None, growth="3%"), now("56亿元", growth="99%")],
    "growth alone": [before("50亿元"), now(None, growth="99%")],
    "from nothing": [before("0元"), now("56亿元", growth="99%")],
    "from a loss": [before("-1亿元"), now("56亿元", growth="99%")],
    "months up to July": [
        before("120.00亿元", period="2021-01-01/P7M"),
        now("126.00亿元", period="2022-01-01/P7M", growth="5.0%"),
    ],
    "the year before was corrected": [
        before("20亿元"),
        article(figure("better", "50亿元", supersedes="before", reason=REASON), key="third", published="2022-04"),
        now("56亿元", growth="12%"),
    ],
    "ten times as much, as it says": [before("5亿元"), now("56亿元", growth="1020%")],
}


@pytest.mark.parametrize("name", FINE_GROWTH)
def test_growth_is_fine(name: str) -> None:
    assert findings(*FINE_GROWTH[name]) == []


TOLD_GROWTH: Final[list[tuple[list[Entry], dict[str, str]]]] = [
    (
        [before("50亿元"), now("56亿元", growth="21%")],
        {"printed": "56亿元", "growth": "21%", "base": "before", "base_printed": "50亿元", "implied": "12.00%"},
    ),
    ([before("84.28亿元"), now("82.00亿元", growth="2.7%")], {"implied": "-2.71%"}),
    ([before("14家", metric="firms"), now("17家", metric="firms", growth="21.5%")], {"implied": "21.43%"}),
    ([before("CNY 5.00 billion"), now("CNY 5.60 billion", growth="up 21%")], {"growth": "up 21%"}),
    ([before("50亿元"), now("不足56亿元", growth="超15%")], {"printed": "不足56亿元"}),
]


@pytest.mark.parametrize(("articles", "facts"), TOLD_GROWTH, ids=range(len(TOLD_GROWTH)))
def test_growth_is_told(articles: list[Entry], facts: dict[str, str]) -> None:
    (problem,) = found_in(*articles)
    assert (problem.code, problem.about, problem.severity) == ("growth-mismatch", "now", "warning")
    assert facts.items() <= problem.facts.items()


def test_one_base_that_fits_is_enough() -> None:
    """Whether the reports of the year before agree is another question, which is told there."""
    other = article(figure("other", "40亿元"), key="third", published="2022-03")
    assert findings(before("50亿元"), other, now("56亿元", growth="12%")) == [("conflict", "other")]


# --- completion ------------------------------------------------------------------------------------------------------


def target(text: str | None, **more: Any) -> Entry:
    return before(text, **{"nature": "target", "period": "2022", **more})


FINE_COMPLETION: Final[dict[str, list[Entry]]] = {
    "exceeded by 314%": [target("5000万元"), now("2.07亿元", completion="超额314%", plan="before")],
    "rounded": [target("40亿元"), now("26.9亿元", completion="67.2%", plan="before")],
    "the plan of the year": [target("40亿元"), now("26.9亿元", period="2022-S1", completion="67.2%", plan="annual")],
    "over": [target("40亿元"), now("超26亿元", completion="67.2%", plan="before")],
    "of at least": [target("40亿元以上"), now("30亿元", completion="67.2%", plan="before")],
    "another year's plan": [target("400亿元", period="2023"), now("26.9亿元", completion="67.2%", plan="annual")],
    "another place's plan": [target("400亿元", region="east"), now("26.9亿元", completion="67.2%", plan="annual")],
    "a plan for a half": [target("30亿元", period="2022-S1"), now("26.9亿元", completion="67.2%", plan="annual")],
    "two years have two plans": [
        target("30亿元"),
        now("26.9亿元", period="2021-07-01/P12M", completion="67.2%", plan="annual"),
    ],
    "a plan of nothing": [target("0元"), now("26.9亿元", completion="67.2%", plan="before")],
    "a plan without an amount": [target(None, growth="3%"), now("26.9亿元", completion="67.2%", plan="before")],
    "a plan in things": [target("50家", metric="firms"), now("26.9亿元", completion="67.2%", plan="before")],
    "completion alone": [target("40亿元"), now(None, completion="67.2%", plan="before")],
}


@pytest.mark.parametrize("name", FINE_COMPLETION)
def test_completion_is_fine(name: str) -> None:
    assert findings(*FINE_COMPLETION[name]) == []


TOLD_COMPLETION: Final[list[tuple[list[Entry], dict[str, str]]]] = [
    (
        [target("5000万元"), now("2.07亿元", completion="314%", plan="before")],
        {"completion": "314%", "plan": "before", "plan_printed": "5000万元", "implied": "414.00%"},
    ),
    ([target("40亿元"), now("26.9亿元", period="2022-S1", completion="76.2%", plan="annual")], {"implied": "67.25%"}),
    ([target("20家", metric="firms"), now("14家", metric="firms", completion="超过75%", plan="before")], {}),
]


@pytest.mark.parametrize(("articles", "facts"), TOLD_COMPLETION, ids=range(len(TOLD_COMPLETION)))
def test_completion_is_told(articles: list[Entry], facts: dict[str, str]) -> None:
    (problem,) = found_in(*articles)
    assert (problem.code, problem.about, problem.severity) == ("completion-mismatch", "now", "warning")
    assert facts.items() <= problem.facts.items()


def test_what_is_no_target_is_told_once() -> None:
    assert findings(before("40亿元"), now("9亿元", completion="9%", plan="before")) == [("plan-not-target", "now")]


# --- true numbers are never reported ---------------------------------------------------------------------------------

AMOUNTS: Final = st.integers(1, 10**12)


def percent(share: Fraction, digits: int) -> str:
    exact = Decimal(share.numerator) * 100 / Decimal(share.denominator)
    return f"{exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)}%"


@given(st.data(), AMOUNTS, st.fractions(Fraction(1, 20), 20, max_denominator=1000), st.integers(0, 2))
def test_true_growth_is_fine(data: st.DataObject, base: int, factor: Fraction, digits: int) -> None:
    amount = max(1, round(base * factor))
    growth = percent(Fraction(amount, base) - 1, digits)
    texts = [data.draw(printed(number)) for number in (base, amount)]
    assert findings(before(texts[0]), now(texts[1], growth=growth)) == []


@given(st.data(), AMOUNTS, st.fractions(Fraction(1, 20), 20, max_denominator=1000), st.integers(0, 2))
def test_true_completion_is_fine(data: st.DataObject, plan: int, share: Fraction, digits: int) -> None:
    amount = max(1, round(plan * share))
    done = percent(Fraction(amount, plan), digits)
    text = data.draw(printed(amount))
    assert findings(target(f"{plan}元"), now(text, completion=done, plan="annual")) == []


@pytest.mark.parametrize(
    ("metric", "growth", "code"),
    [
        ("revenue", "-100%", None),
        ("revenue", "-100.6%", "growth-below"),
        ("revenue", "下降120%", "growth-below"),
        ("firms", "-120%", "growth-below"),
        ("income", "120%", None),
    ],
)
def test_what_cannot_be_negative(metric: str, growth: str, code: str | None) -> None:
    assert findings(article(figure("a", metric=metric, growth=growth))) == ([(code, "a")] if code else [])


def test_what_is_negative_somewhere_can_fall_below_zero() -> None:
    loss = figure("loss", "-3亿元", region="east")
    assert findings(article(figure("a", growth="-120%"), loss)) == []


def test_a_target_is_not_completed() -> None:
    (problem,) = found_in(target("40亿元", completion="50%", plan="annual"))
    assert (problem.code, problem.severity) == ("target-completion", "error")


PRINTED = st.tuples(
    st.sampled_from(["", "约", "超", "近", "至少", "最多", "-"]),
    st.decimals(0, 2, places=1).map(str) | st.integers(0, 12).map(str),
    st.sampled_from(["亿元", "万元", "家"]),
).map("".join)
RATES = st.tuples(
    st.sampled_from(["", "-", "约", "超", "至少", "最多"]), st.integers(0, 120).map(str), st.just("%")
).map("".join)


@given(PRINTED, RATES, PRINTED)
@example("0家", "至少50%", "0家")
@example("0.5亿元", "-100%", "0.0亿元")
@example("1.0亿元", "10%", "1.1亿元")
def test_what_surely_leads_does_so_by_intervals_too(base: str, rate: str, amount: str) -> None:
    """The quick look takes nothing for granted that all that can be meant does not bear out, and misses nothing."""
    before, growth, now = parse(base), parse_growth(rate), parse(amount)
    factor = (point(ONE) + growth.interval).up(ZERO)
    meet = (before.interval * factor).meets(now.interval)
    assert leads_to(before, growth, now) is (meet and base[-1] == amount[-1])
