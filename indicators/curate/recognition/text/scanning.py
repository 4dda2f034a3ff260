"""A folded text → every number in it, with its unit and the words that say how exact it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from indicators.analysis.printed_rates import PrintedRate, may_have_rates, rates
from indicators.curate.recognition.text.chinese.counts import counted_in_chinese, is_at_least
from indicators.curate.recognition.text.chinese.money import is_money
from indicators.curate.recognition.text.chinese.ranges import high_end, with_ranges
from indicators.curate.recognition.text.crowds import without as _without
from indicators.curate.recognition.text.english import numbers as english_numbers
from indicators.curate.recognition.text.english.counts import counted_noun, is_few_of_note
from indicators.curate.recognition.text.english.units_left_out import with_units
from indicators.curate.recognition.text.scanned_number import ScannedNumber, parsed_in
from indicators.curate.recognition.text.unit_ends import unit_end
from indicators.values import quantity_parser
from indicators.values.amount_grammar import (
    ALL_BEFORE,
    ALL_CURRENCIES,
    CURRENCIES_BEFORE,
    WORDS_AFTER,
    WORDS_BEFORE,
)
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.spelled_numbers import ENGLISH_BEGINS, ENGLISH_NUMERAL
from indicators.values.unit_table import PER_WORDS_ZH, UnitTable

_DIGITS: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18})(?:\.[0-9]{1,9})?"
_NUMERAL: Final = r"[零〇一二两三四五六七八九十百千]{1,9}(?:点[零一二三四五六七八九]{1,4})?"
_COUNTED: Final = "[余多]?[元美吨人家户亩件个斤公平立标辆]"
_CORE: Final = re.compile(
    rf"(?=(?-i:[0-9零〇一二两三四五六七八九十百千万亿aefhnostAEFHNOST]))(?<![0-9.])(?<![a-z](?=[a-z]))(?=[^a-z]|{ENGLISH_BEGINS})"
    rf"(?:(?P<english>{ENGLISH_NUMERAL})(?=[ -](?:[a-z]|[1-9][AG]))"
    rf"|(?P<digits>{_DIGITS})(?P<section>[余多]?(?:亿零?[0-9]{{1,4}}万))?|(?P<numeral>{_NUMERAL}(?:[万亿]{_NUMERAL}[万亿]?)?|(?<=[上近超逾过破])[万亿](?=亿?{_COUNTED})|(?<=[上数近超])[百千万](?=[余多家人])))"
    r"(?P<size>[ -]?(?:thousand|million|billion|trillion|lakh|crore|bn|mn|tn|mln|bln|trln)(?![a-z])"
    r"|[bkm](?![a-z0-9²³\u4e00-\u9fff])"
    r"|[余多]?(?:个亿(?!元?(?:以上|级|大))| ?[十百千]?(?:万亿|万|亿)|[十百千](?!克|米|瓦|分))?[余多]?)?",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"(?:每(?:{'|'.join(PER_WORDS_ZH)})|(?<![a-z](?=[a-z]))(?:{WORDS_BEFORE})|(?<![a-z])(?:{CURRENCIES_BEFORE})| )+$",
    re.IGNORECASE,
)
_ENDS_BEFORE: Final = frozenset(
    char
    for word in (" ", "\n", *PER_WORDS_ZH, *ALL_BEFORE, *ALL_CURRENCIES)
    for char in (word[-1].lower(), word[-1].upper())
)
"""The last characters of all these, of which one stands before a number that they say something of."""
_AFTER: Final = re.compile(rf" ?(?:{WORDS_AFTER})")
_PART_OF_A_WORD: Final[Mapping[str, str]] = {
    "近": "附最邻接将靠临亲远贴",
    "约": "节条合签大预制契公相特",
    "过": "通经不路度走见来去超越跑",
    "破": "打爆突攻侦",
    "超": "高反赶",
    "达": "到发表传抵直",
    "逾": "不",
    "上": "以之",
}
"""The words that qualify a number → the characters before them with which they are other words: 节约3亿元."""
_EXACT: Final = re.compile(r"^(?:达到|高达|达| )+")
_MEASURES: Final = frozenset("种款片块面门道部栋幢颗粒瓶箱盏根枚篇幅尾口圈层组队班节课栏笔席罐桶页")
"""Words that count things, of which the table of units has none: a candidate with a question mark."""
_SMALL_UNITS: Final = frozenset("个家项件套条次场种处位名座所批届支台辆艘架")


def scan(
    text: str, table: UnitTable, crowds: Sequence[tuple[int, int]] = (), limit: int | None = None
) -> list[ScannedNumber]:
    """The numbers of a folded text in its order, none inside another; from ``limit`` on and in crowds none is read."""
    if crowds:
        text = _without(text, crowds)
    found_rates = {rate.start: rate for rate in with_ranges(text, _rates(text[:limit]))}
    taken = sorted((rate.start, rate.end) for rate in found_rates.values())
    numbers = [*map(_of_rate, found_rates.values())]
    index = 0
    for match in _CORE.finditer(text):
        while index < len(taken) and taken[index][1] <= match.start():
            index += 1
        if index < len(taken) and taken[index][0] < match.end():
            continue
        if limit is not None and match.start() >= limit:
            break
        number = _number(text, match, table)
        words = "" if match["size"] else match["english"] or ""
        if number and (not words or _counts(text, number, words)):
            numbers.append(number)
    return [*with_units(text, [*_apart(numbers)], table, _start_with_words)]


def _counts(text: str, number: ScannedNumber, words: str) -> bool:
    """True of a number in English words that measures, or counts many things or a few of note."""
    is_few = words.lower() != "one" and is_few_of_note(text, number.start, number.words_end)
    return number.quantity is not None and (is_few or english_numbers.counts(words, number.quantity))


def _rates(text: str) -> Iterator[PrintedRate]:
    """The rates of a text, paragraph by paragraph: what a rate is of stands in its own."""
    start = 0
    for line in text.split("\n"):
        if may_have_rates(line):
            for rate in rates(line):
                places = (rate.start + start, rate.end + start)
                yield PrintedRate(
                    *places, rate.words, rate.ways, rate.role, beyond=rate.beyond, listed=rate.listed, bare=rate.bare
                )
        start += len(line) + 1


def _of_rate(rate: PrintedRate) -> ScannedNumber:
    lead = _EXACT.match(rate.words)
    digit = re.search(r"[0-9零一二两三四五六七八九十百翻持基]", rate.words)
    start = rate.start + (lead.end() if lead else 0)
    return ScannedNumber(start, rate.end, rate.start + (digit.start() if digit else 0), "rate", None, rate)


def _apart(numbers: list[ScannedNumber]) -> Iterator[ScannedNumber]:
    end = -1
    for number in sorted(numbers, key=lambda other: (other.start, -other.end)):
        if number.core >= end:
            yield number
            end = number.end


def _number(text: str, match: re.Match[str], table: UnitTable) -> ScannedNumber | None:
    core, behind = match.start(), match.end()
    in_yuan = _in_yuan(text, core, behind, table) if text[behind - 1] in "亿余多" else None
    between = _chinese_range(text, core, behind, table) if match["digits"] and not in_yuan else None
    return in_yuan or between or _printed(text, match, table)


def _in_yuan(text: str, core: int, behind: int, table: UnitTable) -> ScannedNumber | None:
    """An amount of Chinese money whose unit is left out: 投资突破60亿."""
    start = _start_with_words(text, core)
    for begin in dict.fromkeys((start, core)) if is_money(text, start, core, behind) else ():
        if quantity := parsed_in(text[begin:behind], "CNY", table):
            return ScannedNumber(begin, behind, core, "amount", quantity, unit="CNY")
    return None


def _printed(text: str, match: re.Match[str], table: UnitTable) -> ScannedNumber | None:
    """A number with the unit that stands behind it, if any."""
    spelled = match["numeral"] is not None
    core, behind = match.start(), match.end()
    if spelled and not _may_count(text, match):
        return None
    if number := _range(text, match, table):
        return number
    end_of_unit = unit_end(text, behind, table)
    start = _start_with_words(text, core)
    if start == core and _MINUS.search(text, max(core - 5, 0), core):
        start = core - 1
    if end_of_unit > behind or start < core:
        after = _AFTER.match(text, end_of_unit)
        ends = [after.end(), end_of_unit] if after and not _is_threshold(text, after) else [end_of_unit]
        whole = [(start, end) for end in (*ends, behind)]  # US$2.3-billion plant
        for begin, end in dict.fromkeys([*whole, *((core, end) for end in ends)]):
            if quantity := _parsed(text[begin:end], table):
                small = spelled and text[behind:end_of_unit] in _SMALL_UNITS and quantity.value < 10
                return ScannedNumber(begin, end, core, "spelled" if small else "amount", quantity)
    if spelled and not _TENS.match(match[0]):
        return None
    if text[behind : behind + 1] in _MEASURES and text[behind - 1 : behind] != ".":
        return ScannedNumber(core, behind + 1, core, "unknown-unit")
    return _counted(text, start, core, behind, table) or ScannedNumber(core, behind, core, "bare")


def _range(text: str, match: re.Match[str], table: UnitTable) -> ScannedNumber | None:
    """The English range that a number in digits begins: 3 to 5 billion yuan, between 3 and 5 million tourists."""
    low_end = unit_end(text, match.end(), table)
    joint = english_numbers.range_joint(text, match.start(), low_end) if match["digits"] else None
    high = _CORE.match(text, joint) if joint else None
    if high is None or not high["digits"]:
        return None
    core, behind = match.start(), high.end()
    end = unit_end(text, behind, table)
    noun = counted_noun(text, high.start(), behind) if end == behind else None
    for begin in dict.fromkeys((_start_with_words(text, english_numbers.between(text, core)), core)):
        words = text[begin:end]
        quantity = parsed_in(words, noun.unit, table) if noun else _parsed(words, table) if words.isascii() else None
        if quantity and quantity.qualifier == "between":
            unit, phrase_end = (noun.unit, noun.end) if noun else ("", 0)
            return ScannedNumber(begin, end, core, "amount", quantity, unit=unit, phrase_end=phrase_end)
    return None


def _chinese_range(text: str, core: int, behind: int, table: UnitTable) -> ScannedNumber | None:
    """The amount between a number, with its unit if it has one, and the one behind it: 3至5亿元."""
    if _TO.isdisjoint(text[behind : behind + _LONGEST_SHORT_UNIT]):
        return None
    end = unit_end(text, behind, table)
    if text[end : end + 1] not in _TO or (high := high_end(text, core, end)) == end:
        return None
    end_of_unit = unit_end(text, high, table)
    quantity = (
        _parsed(text[core:end_of_unit], table) if end_of_unit > high and not text[end_of_unit - 1].isascii() else None
    )
    is_between = quantity is not None and quantity.qualifier == "between"
    return ScannedNumber(core, end_of_unit, core, "amount", quantity) if is_between else None


_TO: Final = frozenset("至到—–~-")
_LONGEST_SHORT_UNIT: Final = 5


def _counted(text: str, start: int, core: int, behind: int, table: UnitTable) -> ScannedNumber | None:
    """A number that counts a noun of the economy: 45 provincial gazelle enterprises, 2.3万农户."""
    noun = counted_noun(text, core, behind) or counted_in_chinese(text, core, behind)
    if noun is None:
        return None
    for begin in dict.fromkeys((start, core)):
        if quantity := parsed_in(text[begin:behind], noun.unit, table):
            return ScannedNumber(begin, behind, core, "amount", quantity, unit=noun.unit, phrase_end=noun.end)
    return None


def _may_count(text: str, match: re.Match[str]) -> bool:
    """True where a number in words may count something: 三十家, 五千万元; not the 一 of 一般 or the 千 of 千方百计."""
    words = match[0]
    unit = text[match.end() : match.end() + 1]
    return unit in _AFTER_NUMERALS and words.strip("零〇") != ""


_TENS: Final = re.compile("[二三四五六七八九几数]?[十百千][余多]?$")
"""A number in words that counts things though they have no unit: 十余笔."""
_AFTER_NUMERALS: Final = frozenset("笔个家项件条次场种处位名座所批届支元人吨亩户公万亿台套辆艘架株头只天名美平立")


def _start_with_words(text: str, core: int) -> int:
    """Where the words before a number begin that say how exact it is, or what it is per; those that add nothing go."""
    window = max(core - 14, 0)
    before = _BEFORE.search(text, window, core) if text[core - 1 : core] in _ENDS_BEFORE else None
    if before is None:
        return core
    words = before[0]
    first = words.lstrip()[:1]
    if _ADDED.search(text, max(before.start() - 10, 0), before.start()) and words.lower().lstrip().startswith("up to "):
        return core  # added up to 128 million is no "at most"
    previous = text[before.start() - 1 : before.start()]
    if previous and previous in _PART_OF_A_WORD.get(first, ""):
        rest = _BEFORE.search(text, before.start() + 1, core)
        return _start_of(rest) if rest else core
    return _start_of(before)


_ADDED: Final = re.compile(
    r"(?:add(?:ed|s|ing)?|went|rose|risen|climbed|edged|moved|shot|jumped|soared|surged|rocketed|skyrocketed|ramped) ?$"
)
_MINUS: Final = re.compile(r"(?:^|[\s(:]|(?<![0-9])(?<![0-9][万亿千百多余])[\u4e00-\u9fff])-$")
"""A minus before a number, 净利润-3.5亿元; no dash of a range (8-12亿元, 8亿-12亿元) or of a name (K1-12)."""


def _start_of(before: re.Match[str]) -> int:
    lead = _EXACT.match(before[0])
    return before.start() + (lead.end() if lead else 0)


def _is_threshold(text: str, after: re.Match[str]) -> bool:
    """True where 以上 after a unit says which things are meant (2000万元以上工业企业), not how exact a number is."""
    is_followed = after[0].strip() in {"以上", "以下", "以内"} and _NOUN_FOLLOWS.match(text, after.end())
    return bool(is_followed) and not is_at_least(text, after.start())


_NOUN_FOLLOWS: Final = re.compile(r"的?(?![过超逾][0-9十百千万亿])[\u4e00-\u9fff]")


def _parsed(words: str, table: UnitTable) -> Quantity | None:
    try:
        return quantity_parser.parse(words.strip(), table)
    except Fault:
        return None
