"""Parts that several pages are made of."""

from indicators.pages import parts
from indicators.phrasing.aligned_amounts import AlignedAmount


def test_an_amount_reads_as_one_text() -> None:
    assert parts.amount(AlignedAmount("over", "¥12", ".600", "bn")).striptags() == "over ¥12.600 bn"
    assert parts.amount(AlignedAmount("", "96", "", "")).striptags() == "96"
