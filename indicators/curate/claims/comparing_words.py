"""The text of a draft → what it says of two amounts, or of one among others: 是五莲县的三倍, 占全市四成, 居全市第一."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Final, Literal, NamedTuple

from indicators.values import quantity_parser
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity

ComparisonKind = Literal["ratio", "share", "difference", "rank"]


class ToldComparison(NamedTuple):
    """What a text says of an amount beside another one.

    ``start`` is where its words begin, ``first`` to ``last`` the ``words`` that say how much. ``quantity`` is None of a
    rank, and of what cannot be read. ``other`` is what the amount is compared with, or the word for those that it is
    ranked among; it is empty of a share that names no whole. ``side`` is 1 where the amount is said to be the larger
    one, or the first from above, and -1 otherwise; ``rank`` is 1 of the first.
    """

    kind: ComparisonKind
    start: int
    first: int
    last: int
    words: str
    quantity: Quantity | None = None
    other: str = ""
    side: int = 1
    rank: int = 1

    @property
    def is_of_a_whole(self) -> bool:
        """True of a share of a whole; half of Donggang's may be told of a district beside it."""
        return self.kind == "share" and not self.other.startswith(" ")


_NEARLY: Final = r"(?:大?约|将?近|接近|超过?|逾|不[足到]|足足|整整)?"
_AMOUNT: Final = rf"{_NEARLY}[0-9][0-9,]{{0,12}}(?:\.[0-9]{{1,4}})?[多余]?[^\s0-9,，。；;、.!?！？()（）]{{1,6}}"
_SHARE: Final = (
    r"(?:[0-9]{1,2}(?:\.[0-9]{1,2})?[%％]|[一二三四五六七八九]成[多余半]?|[二三四五六七八九十]分之[一二两三四五六七八九]"
    r"|一半)"
)
_MARGIN: Final = (
    r"(?:(?:about|around|roughly|some|nearly|almost|just over|over|more than|just under|under|less than) )?"
)
_PLACE: Final = r"(?P<other>(?: [A-Z][\w’'-]{1,20}){1,4})"
_BEFORE: Final = r"(?P<other>[^\s,，。；;、：:]{0,23}[^\s,，。；;、：:0-9.])"
_SHORT_BEFORE: Final = r"(?P<other>[^\s,，。；;、：:]{0,23}?[^\s,，。；;、：:0-9.])"
_CHINESE: Final[tuple[tuple[ComparisonKind, re.Pattern[str], tuple[str, ...], re.Pattern[str]], ...]] = (
    (
        "ratio",
        re.compile(
            rf"的(?P<n>{_NEARLY}(?:(?:[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?|[一二两三四五六七八九十]{{1,3}})倍[多余]?|{_SHARE}))"
        ),
        ("是", "为", "有", "相当于", "达到", "不到", "不足", "超过"),
        re.compile(rf"(?:大?约)?{_BEFORE}"),
    ),
    (
        "share",
        re.compile(rf"(?P<n>{_NEARLY}{_SHARE})"),
        ("占",),
        re.compile(rf"(?:比重?|{_SHORT_BEFORE}(?:的?(?:比重|份额|比例))?)?(?:为|达到?|是|仅|的)?"),
    ),
    (
        "difference",
        re.compile(rf"(?:要|还|则|又)?(?P<side>[多高少低])(?:出|了)?(?P<n>{_AMOUNT})"),
        ("比",),
        re.compile(_BEFORE),
    ),
)
"""The words that say how much; the words of which the nearest before them begins a comparison; what is between."""
_BOUNDS: Final[Mapping[str, Literal["under", "over"]]] = {"不到": "under", "不足": "under", "超过": "over"}
"""Words before what an amount is compared with that say on which side of it the amount is: 不到东港区的三分之一."""
_FARTHEST: Final = 32
_CHINESE_RANKS: Final = (
    re.compile(
        r"(?:位?居|位?列|排名?|排在|稳居|高居)(?:在|于)?全(?P<other>[省市])(?:各个?(?:区县|县区)|所有区县)?的?"
        r"(?P<n>第[一二三四五六七]位?|首位|榜首|末位|倒数第[一二三]|最后一?位?)"
    ),
    re.compile(r"(?:[为是,，]|(?<=。))全(?P<other>[省市])(?:各个?(?:区县|县区))?(?P<n>最[高低多少快慢大小])"),
)
_ENGLISH_SHARE: Final = (
    r"(?:[0-9]{1,2}(?:\.[0-9]{1,2})?(?:%| percent| per cent)|(?:one |a )?(?:half|third|quarter|fifth)|two[- ]thirds"
    r"|three[- ]quarters)"
)
_ENGLISH: Final[tuple[tuple[ComparisonKind, re.Pattern[str]], ...]] = (
    (
        "ratio",
        re.compile(
            rf"\b(?P<n>{_MARGIN}(?:(?:[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?|two|three|four|five|six|seven|eight|nine|ten)"
            r" times|twice|double))"
            r"(?: as (?:large|big|much|many|high|great) as| the (?:size|amount|level|number|value) of)?"
            rf"(?: (?:that|those) (?:of|in))?{_PLACE}"
        ),
    ),
    (
        "difference",
        re.compile(
            rf"\b(?P<n>{_MARGIN}(?:CNY |RMB |¥)?[0-9][0-9,]{{0,12}}(?:\.[0-9]{{1,4}})?"
            r"(?: (?:thousand|million|billion|trillion))?(?: [a-z]{3,12}){0,2}?)"
            rf" (?P<side>more|higher|larger|less|fewer|lower|smaller) than(?: (?:that|those) (?:of|in)| in)?{_PLACE}"
        ),
    ),
)
_ENGLISH_SHARES: Final = re.compile(
    r"(?:\b(?:account(?:s|ed)|ma(?:de|kes)|represent(?:s|ed)|contribut(?:es|ed))(?: for| up)? )?"
    rf"\b(?P<n>{_MARGIN}{_ENGLISH_SHARE}) of (?P<other>[^.;,\n]{{1,60}})"
)
_LOWER: Final = frozenset({"少", "低", "less", "fewer", "lower", "smaller"})
_FROM_BELOW: Final = re.compile("末|倒数|最后|最[低少慢小]")
_ORDINALS: Final = "一二三四五六七"
_OPEN: Final[tuple[tuple[Literal["comparator", "rank"], re.Pattern[str]], ...]] = (
    (
        "comparator",
        re.compile(
            r"翻了?[一两二三四]?番多?|[0-9一二两三四五六七八九十]{1,3}倍[多余]?"
            r"|\b(?i:twice|(?:doubl|tripl|quadrupl|halv)(?:e[sd]?|ing)"
            r"|(?:two|three|four|five|six|ten|[0-9]{1,3}) times)\b"
        ),
    ),
    (
        "rank",
        re.compile(
            r"(?:位?居|位?列|排名?|排在|名列)[^\s,，。；;、0-9]{0,8}(?:第[一二三四五六七八九十]|首位|榜首|前列|末位|最后)"
            r"|全[国省市](?:各个?(?:区县|县区))?最[高低多少快慢大小]"
            r"|\b(?:the (?:most|highest|largest|biggest|fastest|lowest|least|smallest|slowest|fewest)\b"
            r"(?=[^.;,\n]{0,60}\b(?:of all|among|in the (?:city|province)|in Rizhao|than any))|rank(?:s|ed|ing)? "
            r"(?:first|second|third|last|top|number one|no\. 1))\b"
        ),
    ),
)
"""Words that compare, or that rank, of which nothing more is made out."""


def told_comparisons(text: str) -> Iterator[ToldComparison]:
    """What a text says of amounts beside others, in no order."""
    for pattern in _CHINESE_RANKS:
        yield from map(_rank, pattern.finditer(text))
    for kind, pattern in _ENGLISH:
        for match in pattern.finditer(text):
            yield _amount(kind, match, match.start(), match["other"])
    for match in _ENGLISH_SHARES.finditer(text):
        yield _amount("share", match, match.start(), f" {match['other']}")
    for kind, pattern, leads, between in _CHINESE:
        for match in pattern.finditer(text):
            since = max(match.start() - _FARTHEST, 0)
            places = ((text.rfind(word, since, match.start()), len(word)) for word in leads)
            start, length = max(((place + length, length) for place, length in places if place >= 0), default=(0, 0))
            other = between.fullmatch(text, start, match.start()) if start else None
            if other is not None:
                told = _amount(kind, match, start - length, other["other"] or "")
                yield _bounded(told, text[start - length : start])


def _bounded(told: ToldComparison, lead: str) -> ToldComparison:
    """A comparison with what the words before it say of its side: 不到东港区的三分之一."""
    quantity = told.quantity
    if quantity is None or quantity.qualifier != "exact" or lead not in _BOUNDS:
        return told
    if _BOUNDS[lead] == "under":
        return told._replace(quantity=quantity._replace(high=quantity.value, qualifier="under"))
    return told._replace(quantity=quantity._replace(low=quantity.value, qualifier="over"))


def open_words(text: str) -> Iterator[tuple[int, int, Literal["comparator", "rank"]]]:
    """Where words of a text compare or rank, and which."""
    for reason, pattern in _OPEN:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), reason


def _rank(match: re.Match[str]) -> ToldComparison:
    words = match["n"]
    side = -1 if _FROM_BELOW.search(words) else 1
    rank = next((index for index, digit in enumerate(_ORDINALS, 1) if f"第{digit}" in words), 1)
    start = match.start() + (match[0][0] in ",，")
    return ToldComparison("rank", start, match.start("n"), match.end("n"), words, None, match["other"], side, rank)


def _amount(kind: ComparisonKind, match: re.Match[str], start: int, other: str) -> ToldComparison:
    first, words = match.start("n"), match["n"]
    side = -1 if kind == "difference" and match["side"] in _LOWER else 1
    for length in range(len(words), max(len(words) - _LONGEST_UNIT, 0), -1):
        with suppress(Fault):
            quantity = _parsed(kind, words[:length])
            return ToldComparison(kind, start, first, first + length, words[:length], quantity, other, side)
        if kind != "difference":
            break
    return ToldComparison(kind, start, first, match.end("n"), words, None, other, side)


def _parsed(kind: ComparisonKind, words: str) -> Quantity:
    """What the words of a comparison say. Raises Fault where they cannot be read."""
    if kind == "share" or (kind == "ratio" and not _TIMES.search(words)):
        return quantity_parser.parse_share(words)
    quantity = quantity_parser.parse(_TWICE.sub("2 times", words))
    if kind == "ratio" and quantity.low == quantity.high:  # three times
        return quantity._replace(low=quantity.value - _HALF, high=quantity.value + _HALF)
    return quantity


_TIMES: Final = re.compile("倍|times|twice|double")
_TWICE: Final = re.compile("twice|double")
_HALF: Final = quantity_parser.parse("50%").value
_LONGEST_UNIT: Final = 6
