"""Printed changes, points and shares beside what they are against: rounding is fine, a contradiction is told."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import rules
from tests.figures import VOCABULARY, Entry, article, corpus_of, figure


def before(text: str, **more: Any) -> Entry:
    return article(figure("before", text, **more))


def now(text: str | None, **more: Any) -> Entry:
    return article(figure("now", text, **{"period": "2022", **more}), key="second", published="2023-02")


def whole(text: str, part: Entry) -> Entry:
    return article(figure("whole", text), part)


def part(text: str | None, **more: Any) -> Entry:
    return figure("part", text, **{"metric": "tax", "part_of": "whole", **more})


FINE: Final[dict[str, list[Entry]]] = {
    "exact": [before("14家", metric="firms"), now("17家", metric="firms", change="增加3家")],
    "rounded": [before("50.1亿元"), now("56.92亿元", change="增加6.8亿元")],
    "a fall": [before("56.92亿元"), now("50.1亿元", change="减少6.8亿元")],
    "about": [before("50亿元"), now("57亿元", change="增加约6亿元")],
    "of a rate": [before("62.1%", metric="ratio"), now("63.3%", metric="ratio", points="提高1.2个百分点")],
    "against another year": [
        before("50亿元", period="2015"),
        now("57亿元", change="增加7亿元", growth="14%", growth_from="2015"),
    ],
    "of which the base is not reported": [now("57亿元", change="增加7亿元", growth="14%")],
    "at constant prices": [now("57亿元", change="增加7亿元", growth="5%", metric="gdp")],
    "one of two bases": [before("50亿元"), before("51亿元"), now("57亿元", change="增加6亿元")],
    "a share": [whole("126亿元", part("82.00亿元", share="65.1%"))],
    "a share alone": [whole("126亿元", part(None, share="65.1%"))],
    "all of it": [whole("126亿元", part("126亿元", share="100%"))],
    "of another unit": [whole("126亿元", part("3家", share="65.1%", metric="firms"))],
}
RATIO: Final = {
    "id": "ratio",
    "name": {"zh": "率", "en": "Ratio"},
    "better": "more",
    "theme": "economy",
    "unit": "percent",
    "kind": "rate",
    "additive": "false",
}
CODES: Final = {"change-mismatch", "change-growth", "share-mismatch", "points-metric", "unit-metric"}


def codes(entries: list[Entry]) -> list[str]:
    """What is found of changes and shares in the articles, whose ids are made unique."""
    unique = []
    for number, entry in enumerate(entries):
        figures = [{**item, "id": item["id"].replace("before", f"before{number}")} for item in entry["figures"]]
        address = f"https://www.daily.cn/{number}"
        unique.append({**entry, "id": f"article{number}", "url": address, "figures": figures})
    metrics = [*VOCABULARY["metrics"], RATIO]
    problems = rules.check(corpus_of(unique, metrics=metrics))
    return [problem.code for problem in problems if problem.code in CODES]


@pytest.mark.parametrize("name", FINE)
def test_fine(name: str) -> None:
    assert codes(FINE[name]) == []


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ([before("14家", metric="firms"), now("17家", metric="firms", change="增加4家")], "change-mismatch"),
        ([before("50.1亿元"), now("56.92亿元", change="减少6.8亿元")], "change-mismatch"),
        ([before("62.1%", metric="ratio"), now("63.3%", metric="ratio", points="提高2.1个百分点")], "change-mismatch"),
        ([before("50亿元", period="2015"), now("57亿元", change="增加9亿元", growth_from="2015")], "change-mismatch"),
        ([now("57亿元", change="增加7亿元", growth="5%")], "change-growth"),
        ([now("57亿元", change="增加7家")], "unit-metric"),
        ([now("57亿元", points="提高7个百分点")], "points-metric"),
        ([whole("126亿元", part("82.00亿元", share="56.1%"))], "share-mismatch"),
    ],
)
def test_told(entries: list[Entry], code: str) -> None:
    assert codes(entries) == [code]


amounts = st.integers(1_000, 10**7).map(lambda cents: Decimal(cents) / 100)


@settings(max_examples=40)
@given(base=amounts, later=amounts, places=st.integers(0, 2), slip=st.integers(3, 9))
def test_what_is_true_is_never_told_and_a_slip_always(base: Decimal, later: Decimal, places: int, slip: int) -> None:
    """Amounts and change are rounded each by itself from one truth; a change three units off cannot be it."""
    unit = Decimal(1).scaleb(-places)
    shown = [amount.quantize(unit, ROUND_HALF_UP) for amount in (base, later)]
    change = (later - base).quantize(unit, ROUND_HALF_UP)
    assert codes([before(f"{shown[0]}亿元"), now(f"{shown[1]}亿元", change=printed(change))]) == []
    off = printed(change + slip * unit)
    assert codes([before(f"{shown[0]}亿元"), now(f"{shown[1]}亿元", change=off)]) == ["change-mismatch"]


def printed(change: Decimal) -> str:
    return f"{'增加' if change >= 0 else '减少'}{abs(change)}亿元"
