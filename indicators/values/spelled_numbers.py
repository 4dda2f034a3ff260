"""Numbers as newspapers spell them (1亿2000万, 三点五, 百分之三十, two-thirds, 169 . 3) → digits with a multiplier."""

import re
from typing import Final

from indicators.values.problems import Fault
from indicators.values.unit_table import PARTS

LONGEST: Final = 200
"""The most characters that an amount can have."""
DIGIT: Final = "[一二两三四五六七八九]"
HUNDRED: Final = "百(?!分)"  # not that of 百分点
THOUSAND: Final = "千(?![克米瓦])"  # not that of 千克, 千米 and 千瓦
_TENS: Final = f"{DIGIT}?十{DIGIT}?"
_HUNDREDS: Final = f"{DIGIT}{HUNDRED}(?:零{DIGIT}|{_TENS})?"
_THOUSANDS: Final = f"{DIGIT}{THOUSAND}(?:零{_TENS}|零{DIGIT}|{_HUNDREDS})?"
# 三百五 may be 350 or 305, and 三五 is three to five: neither is here.
NUMERAL: Final = f"{_THOUSANDS}|{_HUNDREDS}|{_TENS}|{DIGIT}|零"
"""A pattern for a Chinese numeral below ten thousand."""

_DIGITS: Final = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_PLACES: Final = {"十": 10, "百": 100, "千": 1000}


def stripped(text: str) -> str:
    """The text without white space around it; raises Fault where nothing is left, or too much."""
    printed = text.strip()
    if not printed:
        raise Fault("quantity-empty", text="")
    if len(printed) > LONGEST:
        raise Fault("quantity-digits", text=shortened(printed))
    return printed


def shortened(printed: str) -> str:
    """The text on one line of at most 60 characters, as a fact of a problem."""
    line = " ".join(printed[:LONGEST].split())
    return line if len(line) <= 60 else line[:59] + "…"


def count(numeral: str) -> int:
    """The integer of a Chinese numeral below ten thousand; 1 of an empty one, since 万余 is 1万余."""
    total, digit = 0, None
    for char in numeral:
        if char in _PLACES:
            total += _PLACES[char] * (digit or 1)
            digit = None
        else:
            digit = _DIGITS[char]
    return total + (digit or 0) if numeral else 1


_PLAIN: Final = re.compile(r"[0-9.,%+\-\u4e00-\u9fff]*")
_ASCII: Final[dict[int, int | str]] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    ord("￥"): "¥",
    ord("−"): "-",
}
_NO_SPACE: Final = r"(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])"  # compiled when the first space is met
_BROKEN: Final = r"(?<=[0-9])(?: ?\. ?(?=[0-9])| ?, ?(?=[0-9]{3}(?![0-9])))"  # 169 . 3, and 23, 286


def plain_amount(printed: str) -> str:
    """The text in half-width lower-case forms, single spaces between English words and none beside Chinese ones.

    What is spelled out is in digits: 1亿2000万 is 12000万, 百分之三十 is 三十%, two-thirds is 2/3. It is not in NFKC,
    which makes 1⁄2 of ½ and 1 of ①.
    """
    text = printed
    if not _PLAIN.fullmatch(printed):
        text = re.sub(_NO_SPACE, "", " ".join(printed.translate(_ASCII).lower().split()))
        if " " in text and (". " in text or " ." in text or ", " in text or " ," in text):
            text = re.sub(_BROKEN, lambda broken: broken[0].strip(), text)
    return _in_digits(text) if _SPELLED_OUT.search(text) else text


_SPELLED_OUT: Final = re.compile(
    r"[点半]|分之|[0-9一二两三四五六七八九十]成[0-9一二两三四五六七八九]"
    r"|[万亿](?:零|[0-9一二两三四五六七八九十])|half|third|quarter|(?:fif|six|seven|eigh|nin|ten)th"
    r"|\b(?:one|t(?:w[eo]|h[ir]|en)|fo[ur]|fi[vf]|six|seven|eigh|nin|eleven|an? [htmb])"
)
_WITH_POINT: Final = re.compile(rf"({NUMERAL})点([零一二三四五六七八九]+)")
_IN_HUNDREDTHS: Final = re.compile(rf"([百千])分之(百|[0-9][0-9.,]*|{NUMERAL})")
_IN_PARTS: Final = re.compile(f"([二三四五六七八九十])分之({DIGIT})")
_IN_TENTHS: Final = re.compile("([1-9]|[一二三四五六七八九])成([1-9]|[一二三四五六七八九])")
_HALF: Final = re.compile("(?:一半|半数|(?<=[过超近])半)(?=$|以上|以下|左右|多)")
_ONE_TO_NINE: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ENGLISH_PARTS: Final[dict[str, int]] = {word: number for number, word in enumerate((*PARTS, "tenth"), 2)}
_ENGLISH_DIGITS: Final[dict[str, int]] = {
    "a": 1,
    **{word: number for number, word in enumerate(_ONE_TO_NINE, 1)},
}
_TEENS: Final = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen")
_ENGLISH_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH_COUNTS: Final[dict[str, int]] = {
    **{word: number for number, word in enumerate((*_ONE_TO_NINE, *_TEENS, "nineteen"), 1)},
    **{word: 10 * number for number, word in enumerate(_ENGLISH_TENS, 2)},
}
_ENGLISH_SIZES: Final = "hundred|thousand|million|billion|trillion"
_BELOW_HUNDRED: Final = (
    rf"(?:(?:{'|'.join(_ENGLISH_TENS)})(?:[ -](?:{'|'.join(_ONE_TO_NINE)}))?|{'|'.join((*_TEENS, 'nineteen'))}"
    rf"|{'|'.join(_ONE_TO_NINE)})"
)
ENGLISH_NUMERAL: Final = (
    rf"(?<![a-z-])(?:half a(?= (?:[mbt]r?illion|thousand)(?![a-z]))"
    rf"|(?:{_BELOW_HUNDRED}|an?(?=[ -](?:{_ENGLISH_SIZES})(?![a-z-])))"
    rf"(?:[ -]hundred(?:(?: and|) {_BELOW_HUNDRED})?)?)(?![a-z])(?! and a half)"
    rf"(?![ -](?:hal[fv]|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth))"
)
"""A pattern for an English numeral below a thousand: six, twenty-five, a hundred, five hundred and twelve, half a."""
_ENGLISH_WORDS: Final = (*_ENGLISH_TENS, *_TEENS, "nineteen", *_ONE_TO_NINE, "half")
ENGLISH_BEGINS: Final = rf"(?:{'|'.join(sorted({word[:3] for word in _ENGLISH_WORDS}))}|an?[ -])"
"""How an English numeral begins, for patterns that pass most places of a text."""
_FIRST_IN_ENGLISH: Final = re.compile(rf"^([^0-9]*?)({ENGLISH_NUMERAL})")
_ONE_IN_FOUR: Final = (
    rf"(?:{'|'.join(_ONE_TO_NINE)}) (?:in|out of)(?: every)? (?:{'|'.join((*_ONE_TO_NINE[1:], 'ten'))})(?! percent)"
)
ENGLISH_FRACTION: Final = (
    rf"(?:(?:{'|'.join(_ONE_TO_NINE)})-(?:{'|'.join(_ENGLISH_PARTS)})s?|{_ONE_IN_FOUR}"
    rf"|(?:one|two)[ -]thirds?|three[ -]fourths"
    rf"|(?:(?<=by )|(?=[a-z]+ [a-z]+ of (?!an? |the (?:year|month)|this |last |[0-9])))"
    rf"(?<!first )(?<!last )(?<!past )"
    rf"(?:a|{'|'.join(_ONE_TO_NINE)}) (?:{'|'.join(_ENGLISH_PARTS)})s?)"
)
"""A pattern for an English part of a whole: two-thirds, a quarter of the total, by a third; no quarter of a year."""
_PART_OF_SOME: Final = re.compile(rf"\b{_ONE_IN_FOUR}\b")
_IN_ENGLISH: Final = re.compile(  # a third, but not third, which is a rank
    rf"(?<![0-9] )\b(?:({'|'.join(_ENGLISH_DIGITS)})[ -]({'|'.join(_ENGLISH_PARTS)})s?|(half)(?! an? ))\b"
)


def _in_digits(text: str) -> str:
    text = _WITH_POINT.sub(lambda number: f"{count(number[1])}.{_one_by_one(number[2])}", text)
    text = _IN_HUNDREDTHS.sub(lambda share: f"{_hundred(share[2])}{'%' if share[1] == '百' else '‰'}", text)
    text = _IN_PARTS.sub(_part, text)
    text = _IN_TENTHS.sub(lambda share: f"{_one_by_one(share[1])}{_one_by_one(share[2])}%", text)
    text = _HALF.sub("1/2", text)
    text = _IN_ENGLISH.sub(_english_part, text)
    text = _PART_OF_SOME.sub(_part_of_some, text)
    text = _FIRST_IN_ENGLISH.sub(lambda number: f"{number[1]}{_english_count(number[2])}", text)
    return _without_sections(text)


def _part(share: re.Match[str]) -> str:
    numerator, denominator = _DIGITS[share[2]], count(share[1])
    return f"{numerator}/{denominator}" if numerator < denominator else share[0]


def _english_part(share: re.Match[str]) -> str:
    return "1/2" if share[3] else f"{_ENGLISH_DIGITS[share[1]]}/{_ENGLISH_PARTS[share[2]]}"


def _part_of_some(share: re.Match[str]) -> str:
    numerator, *_, denominator = (_ENGLISH_COUNTS[word] for word in share[0].split() if word in _ENGLISH_COUNTS)
    return f"{numerator}/{denominator}" if numerator < denominator else share[0]


def _english_count(numeral: str) -> str:
    """The digits of an English numeral below a thousand."""
    if numeral == "half a":
        return "0.5"
    hundreds, hundred, rest = numeral.replace("-", " ").partition("hundred")
    count_of = [sum(_ENGLISH_COUNTS.get(word, 0) for word in words.split()) for words in (hundreds, rest)]
    return str((count_of[0] or 1) * 100 + count_of[1] if hundred else count_of[0] or 1)


def _hundred(numeral: str) -> str:
    return "100" if numeral == "百" else numeral


def _one_by_one(digits: str) -> str:
    return "".join(digit if digit.isdecimal() else str(_DIGITS[digit]) for digit in digits)


# --- 1亿2000万 and 二十三万五千 ---------------------------------------------------------------------------------------

_SECTION: Final = rf"[0-9]+(?:十|{HUNDRED}|{THOUSAND})?|{NUMERAL}"
_SECTIONS: Final = re.compile(
    rf"(?<![0-9.,])(?:(?P<yi>{_SECTION})亿)?(?:(?P<wan_gap>零?)(?P<wan>{_SECTION})(?P<more>[余多]?)万)?"
    rf"(?:(?P<gap>零?)(?P<ones>{_SECTION}))?(?![0-9.,零一二两三四五六七八九十])"
)
_FIRST_DIGIT: Final = re.compile(r"[0-9一二两三四五六七八九十]")
_SMALL: Final = {1: "", 10: "十", 100: "百", 1000: "千"}
_LARGE: Final = {1: "", 10**4: "万", 10**8: "亿"}


def _without_sections(text: str) -> str:
    """The text with a number of several sections in one: 1亿2000万 → 12000万; it stays where it could be misread."""
    first = _FIRST_DIGIT.search(text)
    match = _SECTIONS.match(text, first.start()) if first else None
    if match is None:
        return text
    sections = [(match[name], size) for name, size in (("yi", 10**8), ("wan", 10**4), ("ones", 1)) if match[name]]
    gaps = [match["wan_gap"] if match["yi"] else "", match["gap"]]
    if len(sections) < 2 or (match["more"] and match["ones"]):
        return text
    pairs = zip(sections[:-1], sections[1:], gaps[1 - len(sections) :], strict=True)
    if not all(_fits(*pair) for pair in pairs):
        return text
    total = sum(_value(section) * size for section, size in sections)
    last, size = sections[-1]
    place = _place(last)
    digits = f"{total // (place * size)}{match['more'] or ''}{_SMALL[place]}{_LARGE[size]}"
    return text[: match.start()] + digits + text[match.end() :]


def _fits(above: tuple[str, int], below: tuple[str, int], gap: str) -> bool:
    """True where a section can only be read in one way after the one above: 一亿两千 is mostly 120 million."""
    digits, room = below[0], above[1] // below[1]
    if _value(digits) == 0 or _value(digits) >= room:
        return False
    if digits.startswith("0"):
        return False
    # A multiplier or 零 leaves no doubt; without them no place may be left out: 三万五千, not 三万五 or 一亿两千.
    return bool(gap) or below[1] > 1 or _value(digits) * 10 >= room


def _value(section: str) -> int:
    if section.isdecimal():
        return int(section)
    if section[0].isdecimal():
        return int(section[:-1]) * _PLACES[section[-1]]
    return count(section)


def _place(section: str) -> int:
    """One unit of the last digit of a section: 1000 in 五千 and in 5千, 1 in 5000 and in 五千零二."""
    return _PLACES.get(section[-1], 1)
