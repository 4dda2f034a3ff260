"""Random amounts, misprints and bait: each is the quantity that it was made of, or a fault, and soon."""

import re
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.values import quantity_parser
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity, to_text
from indicators.values.quantity_parser import (
    FAULTS,
    parse,
    parse_change,
    parse_completion,
    parse_growth,
    parse_points,
    parse_share,
)
from indicators.values.text import LANGS, Lang
from tests.values.random_amounts import AMOUNTS, PIECES, read_or_fault, same


@given(AMOUNTS)
@settings(max_examples=300, deadline=None)
def test_value_lies_in_its_interval(printed: str) -> None:
    quantity = parse(printed)
    assert quantity.low <= quantity.value <= quantity.high


def expect_fault_or_quantity(text: str) -> None:
    for read in (parse, parse_growth, parse_completion, parse_change, parse_points, parse_share):
        outcome = read_or_fault(read, text)
        if isinstance(outcome, Fault):
            assert outcome.code in FAULTS
            assert all(len(fact) <= 60 for key, fact in outcome.facts.items() if key != "near")
        else:
            assert outcome.low <= outcome.value <= outcome.high
            assert read in {parse_completion, parse_share} or all(
                same(outcome, parse(to_text(outcome, lang))) for lang in LANGS
            )


@given(st.text(max_size=250) | st.lists(PIECES, max_size=12).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_text_is_a_quantity_or_a_fault(text: str) -> None:
    expect_fault_or_quantity(text)


@given(AMOUNTS, st.integers(0, 40), st.integers(0, 3), st.text(max_size=2) | PIECES)
@settings(max_examples=400, deadline=None)
def test_a_misprint_is_a_quantity_or_a_fault(printed: str, place: int, removed: int, inserted: str) -> None:
    expect_fault_or_quantity(printed[:place] + inserted + printed[place + removed :])


DIGITS = st.sampled_from(
    ["1", "36.7", "0", "0.50", "2500", "30,800", "123456789012345", "1234567890123456", "007", "４.2"]
)
WORDS = st.lists(PIECES | st.sampled_from(["，", "９", "人均", "左右", "以上", " mu", "m²", "%"]), max_size=3).map(
    "".join
)


@given(AMOUNTS | st.tuples(WORDS, DIGITS, WORDS).map("".join))
@settings(max_examples=300, deadline=None)
def test_a_known_form_reads_digits_as_the_whole_grammar_does(printed: str) -> None:
    """Compared as text, since equal Decimals can differ in their last zeros."""
    quick, thorough = (
        repr((outcome.code, outcome.facts) if isinstance(outcome, Fault) else outcome)
        for outcome in (read_or_fault(read, printed) for read in (parse, by_the_whole_grammar))
    )
    assert quick == thorough


def by_the_whole_grammar(text: str) -> Quantity:
    """What is read where no form is known."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quantity_parser, "_form", lambda *_: None)
        return parse(text)


def seconds(text: str) -> float:
    def once() -> float:
        start = time.perf_counter()
        for _ in range(200):
            with pytest.raises(Fault):
                parse(text)
        return time.perf_counter() - start

    return min(once() for _ in range(3))


# --- numbers in words, with known truth ------------------------------------------------------------------------------


_NUMERALS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """A Chinese numeral below ten thousand, as it is written in full: 一千零二十."""
    digits = f"{number:04}"
    words = "".join(
        _NUMERALS[int(digit)] + place if digit != "0" else "零" for digit, place in zip(digits, "千百十 ", strict=True)
    )
    return re.sub("零+", "零", words.replace(" ", "")).strip("零") or "零"


def last_place(number: int) -> int:
    """The place of the last digit that is not zero, up to a thousand."""
    return next(place for place in (1000, 100, 10, 1) if number % place == 0)


@given(st.integers(1, 9999), st.integers(1, 9999), st.booleans(), st.sampled_from(["亿", "万"]))
@settings(max_examples=200, deadline=None)
def test_numbers_in_two_sections(above: int, below: int, in_words: bool, large: str) -> None:
    """1亿2000万元 and 三万零二十元: exact to the last place that is written."""
    small, size = ("万", 10**8) if large == "亿" else ("", 10**4)
    step = last_place(below) if in_words else 1
    if in_words:
        digits = f"{numeral(above)}{large}{'零' * (below < 1000)}{numeral(below)}{small}"
    else:
        digits = f"{above}{large}{f'{below:04}' if not small and below >= 1000 else f'零{below}'}{small}"
    amount = parse(f"{digits}元")
    value, half = Decimal(above * size + below * (size // 10**4)), Decimal(step * (size // 10**4)) / 2
    assert (amount.value, amount.low, amount.high) == (value, value - half, value + half)


@given(
    st.integers(0, 10**6),
    st.integers(1, 10**6),
    st.sampled_from(["—", "-", "–", "～", "~", "至", "到", " to "]),
    st.sampled_from(["", "万", "亿", " million "]),
    st.sampled_from(["元", "家", "吨", "%", "元/人", "yuan"]),
    st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_ranges(  # noqa: PLR0917 - the parts of a range
    low: int, more: int, separator: str, size: str, unit: str, in_full: bool
) -> None:
    """Both ends as printed, the middle as the value, and words that are read as the same range."""
    amount = parse(f"{low}{(size + unit) * in_full}{separator}{low + more}{size}{unit}")
    ends = [parse(f"{end}{size}{unit}").value for end in (low, low + more)]
    assert [amount.low, amount.high, amount.value * 2] == [*ends, sum(ends)]
    assert amount.qualifier == "between"
    assert all(same(amount, parse(to_text(amount, lang))) for lang in LANGS)


@given(st.integers(1, 99), st.sampled_from(["", "约", "近", "超", "不足"]), st.sampled_from(["", "左右", "以上"]))
@settings(max_examples=100, deadline=None)
def test_percentages_in_words(number: int, before: str, after: str) -> None:
    words = numeral(number).removeprefix("一") if 10 <= number < 20 else numeral(number)
    spelled, digits = f"{before}百分之{words}{after}", f"{before}{number}%{after}"
    outcomes = [read_or_fault(parse, text) for text in (spelled, digits)]
    if isinstance(outcomes[1], Fault):
        assert isinstance(outcomes[0], Fault)
    else:
        assert same(*(outcome for outcome in outcomes if not isinstance(outcome, Fault)))


@given(st.integers(2, 9), st.integers(1, 8), st.sampled_from(LANGS))
@settings(max_examples=60, deadline=None)
def test_fractions(denominator: int, numerator: int, lang: Lang) -> None:
    text = f"{_NUMERALS[denominator]}分之{_NUMERALS[numerator]}"
    if numerator >= denominator:
        assert isinstance(read_or_fault(parse, text), Fault)
        return
    share = parse(text)
    assert abs(share.value - Decimal(numerator) / denominator) < Decimal("1e-20")
    assert (share.low, share.high) == (share.value - Decimal("0.05"), share.value + Decimal("0.05"))
    assert to_text(share, lang) == f"{numerator}/{denominator}"
    assert same(share, parse(to_text(share, lang)))


@given(st.integers(1, 9999), st.booleans(), st.sampled_from(["家", "人", "公里"]), st.sampled_from(["", "近", "超"]))
@settings(max_examples=100, deadline=None)
def test_a_change_is_the_amount_with_its_sign(number: int, down: bool, unit: str, qualifier: str) -> None:
    amount, change = (
        read(f"{verb}{qualifier}{number}{unit}")
        for read, verb in ((parse, ""), (parse_change, "减少" if down else "增加"))
    )
    ends = (-amount.high, -amount.low) if down else (amount.low, amount.high)
    assert (change.value, change.low, change.high) == (-amount.value if down else amount.value, *ends)


BAITS = [
    *("1-", "1至", "一", "一千", "三点", "成", "半", "百分之", "1亿", "1万零", "分之", "half ", "1 . ", "上", "翻"),
    *["1", ",", "1,", "1,111", "余", "千", "1.", "-", "约", "over ", " ", "每人", "一百", "per ", "万"],
]


@pytest.mark.parametrize("bait", BAITS)
def test_time_is_linear(bait: str) -> None:
    """Four times the bait takes about four times as long at most; beyond 200 characters it is refused at once."""
    short, long = (bait * (length // len(bait)) + "!" for length in (49, 196))
    assert seconds(long) < 10 * seconds(short) + 0.05  # quadratic would be 16
    assert seconds(bait * 100_000 + "!") < 1


def test_many_amounts_are_read_in_a_second() -> None:
    printed = [f"{n // 100}.{n % 100:02}亿元" for n in range(20_000)]
    start = time.process_time()
    for text in printed:
        parse(text)
    assert time.process_time() - start < 1  # usually a fifth of this
