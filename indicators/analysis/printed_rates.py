"""A phrase → the rates in it: where each stands, whether it rose or fell, and what it is a rate of."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from indicators.values import quantity_parser
from indicators.values.amount_grammar import ALL_BEFORE, WORDS_BEFORE
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.spelled_numbers import ENGLISH_FRACTION, ENGLISH_NUMERAL

RateName = Literal["growth", "points", "share", "completion"]
"""The numbers of a figure that are rates."""
Role = Literal["", "growth", "plan", "whole"]
"""What the words around a rate call it: a growth, a share of a plan or of a whole; empty where they do not say."""

_NUMERAL: Final = "[零一二两三四五六七八九十百]{1,20}"
_WHOLE_NUMERAL: Final = rf"(?<![零一二两三四五六七八九十百]){_NUMERAL}"
_NUMBER: Final = (
    r"(?:(?<![0-9])[0-9]{1,40}+(?:,[0-9]{3}){0,8}(?:\.[0-9]{1,40}+)?[余多]?"
    rf"|{_WHOLE_NUMERAL}(?:点[零一二三四五六七八九]{{1,4}})?)"
)
"""A number from its first digit on: bounded, so that a text of nothing but digits takes no longer than others."""
_UNIT: Final = (
    r"%|个?百分点|percent(?:age)? points?|percentage(?= and [0-9.]{1,9} percentage point)"
    r"|-?per ?cent(?:age points?)?(?![a-z]| ?points)|-?pct(?![a-z])|pp(?![a-z])|(?<= )points?(?![a-z])"
    r"|倍|成(?![为立功都])|-?fold|个(?=(?:[、和][0-9.]{1,7}个){0,4}[、和][0-9.]{1,7}个百分点)"
)
_ENGLISH_UNIT: Final = r"[ -]?(?:per ?cent(?:age points?)?|pct)(?![a-z]| ?points)"
_END: Final = r"[0-9]{1,3}(?:\.[0-9]{1,2})?"
_ENGLISH_RANGE: Final = (
    rf"(?:between {_END}(?: ?%| per ?cent)? and |(?<!from )(?<![0-9.,a-z-]){_END}(?:(?: ?%| per ?cent)?[-–—]| to ))"
    rf"{_END}(?:{_ENGLISH_UNIT}|%(?=[ ,.;)]))"
)
"""A rate that is told from one end to the other: 12-15 percent, 3 to 5 percent; from 3 to 5 percent it rose."""
_ELLIPTIC: Final = (
    rf"(?<![0-9.,a-z$¥€£-]){_END}(?=(?:, {_END}){{0,4}},? and {_END}[ -]?(?:%|per ?cent|pct)(?![a-z]| ?points))"
    rf"(?:(?<=\.[0-9])|(?<=\.[0-9][0-9])|(?=[^;:\n]{{0,120}}respectively))"
)
"""A number of a list whose last one has the unit: up 5.4 and 6.1 percent."""
_FIRSTS: Final = "".join(sorted({word[0] for word in ALL_BEFORE}))
_RATE: Final = re.compile(
    rf"(?=[0-9零一二两三四五六七八九十百+翻基持abdefhnoqstu{_FIRSTS}-])(?<![a-z](?=[a-z]))"
    rf"(?:(?:(?:{WORDS_BEFORE}) ?)?(?:{_ENGLISH_RANGE}|{_ELLIPTIC}|{ENGLISH_NUMERAL}{_ENGLISH_UNIT})"
    rf"|(?:(?:{WORDS_BEFORE}) ?)?(?:(?<![0-9a-z%])[-+])?{_NUMBER} ?(?:{_UNIT})(?:左右|上下|以上|以下|以内)?"
    rf"|(?:{WORDS_BEFORE})?百分之{_NUMBER}(?:左右|上下|以上|以下|以内)?"
    rf"|(?:{WORDS_BEFORE})?(?:{_WHOLE_NUMERAL}分之{_NUMERAL}|一半)"
    r"|翻了?[一两]?番|(?:基本|(?<![保维支坚]))持平(?!稳)"
    rf"|(?:(?:{WORDS_BEFORE}) )?(?:doubled|tripled|quadrupled|halved|flat|unchanged"
    rf"|(?<!and a )half(?! an? | as )(?!-| (?:year|hour|day|century))|{ENGLISH_FRACTION})(?![a-z]| of an? ))"
)
"""Most places of a text are passed by their first character alone."""
_SIGN: Final = re.compile(
    r"(?=[%％倍番半平之点ｐＰ成defhinopqstu])"
    r"(?:[%％倍番半平之点ｐＰ]|(?<!完)成|per ?c|pct|pp(?![a-z])|points?|fold|doubl|tripl|quadr|hal[fv]|third|fourth"
    r"|quarter|(?:in|of|every) (?:t[we]|thr|fo|fi|si|se|ei|ni)"
    r"|(?:fif|six|seven|eigh|nin|ten)th|flat|unchanged)",
)
"""Every rate in small letters has one of these: 持平, 三分之一, 百分点, percent, threefold, doubled, half."""

_DOWN: Final = (
    r"负增长|(?:浓度|指数|PM2\.5|PM10|二氧化[硫氮]|臭氧)[^,，。;；0-9]{0,8}改善|下降|下跌|下滑|减少|降低|回落|下挫|萎缩|缩减|收窄|[降减跌缩]"
    r"|(?<![a-z])(?:down|fell|falls?|falling|declin\w*|decreas\w*|drop\w*|slip\w*|dip(?:s|ped|ping)?(?![a-z])|slid|slump\w*|plung\w*|tumbl\w*|plummet\w*|lower\w*|reduc\w*|shr[aiu]nk\w*|contract\w*"
    r"|(?:minus|lost|losing|shed|shedding) $)"
)
_UP: Final = (
    r"增长|增加(?!值)|改善(?=[0-9.]{1,6}个百分点)|上升|上涨|提高|提升|回升|增(?!加值|值)|[升涨]"
    r"|(?<![a-z])(?:(?<!made )(?<!makes )(?<!making )(?<!make )(?<!took )(?<!takes )(?<!taking )up"
    r"|add(?:s|ed|ing) $"
    r"|rose|ris(?:e|es|en|ing)|gr[eo]w\w*|increas\w*|climb\w*|jump\w*|surg\w*|soar\w*|swell\w*|swollen|skyrocket\w*|balloon\w*"
    r"|leap\w*|spik\w*|shot up|gain\w*|higher|expand\w*|advanc\w*|rebound\w*)"
)
_WAY: Final = re.compile(rf"(?P<down>{_DOWN})|{_UP}")
_A_LEVEL: Final = (
    r" (?:last|the previous) (?:year|season)(?:['’]s)?(?![a-z])|"
    r" (?:the (?:levels?|figures?|totals?|numbers?|marks?)|that|those) (?:of|in|for|at|from) "
    r"(?:(?:the )?(?:first|second|third|fourth|same|last|previous|year|end)\b|a year|(?:19|20)[0-9]{2})"
)
"""What stands behind “above” where a number is told beside that of an earlier time."""
_WAY_AFTER: Final = re.compile(
    r"[- ]?(?:year[- ]on[- ]year |annual )?"
    r"(?:(?P<down>declin|decreas|drop|fall|reduc|lower|less|fewer|smaller|shorter|cheaper|weaker|contract|slump|plunge|slide(?![a-z])"
    r"|down(?=[,.;)]| (?:on|from|year|compared)\b)"
    rf"|below(?=(?:{_A_LEVEL})))"
    r"|ris|increas|gain|jump|surge|growth|higher|more|larger|bigger|greater|longer|heavier|stronger"
    r"|up(?=[,.;)]|$| (?:on|from|year|compared|over|against|in|than)\b)"
    rf"|above(?=(?:{_A_LEVEL})))"
)
_AND_THEN: Final = re.compile("(?:higher|lower|more|less|fewer|up|down|above|below) [^,;]{3,40} (?:but|and|or) $")
_AGAINST: Final = re.compile(r"同比|环比|比上年|较上年|比去年|较去年|year[- ]on[- ]year|from a year earlier")
_OF_A_PLAN: Final = re.compile(
    r"计划|任务|目标|预算(?!(?:支出|收入)(?:总额)?(?:的|比[重例]))|进度|完成率?[了约为达]*$"
    r"|(?:completed|fulfilled|achieved|reached) ?$"
)
OF_A_PLAN_BEHIND: Final = (
    r" of (?:\w+[- '’]){0,4}(?:plan|planned(?= for|[,.;]|$)|target|quota|task|estimate|goal"
    r"|budget(?! (?:revenue|expenditure|income|spending)))s?(?![a-z])"
)
"""What stands behind a rate of a plan, in small letters."""
_OF_A_PLAN_AFTER: Final = re.compile(OF_A_PLAN_BEHIND)
_BEYOND: Final = re.compile(
    r"超额(?:完成)?[^0-9,，;；]{0,12}$"
    r"|exceed\w{0,3} (?!that of|those of|last|the (?:same|previous|level))(?:\w{1,20} ){0,4}by ?$"
)
_OF_A_WHOLE: Final = re.compile(
    r"占|比重|份额|(?:account\w* for|ma(?:de|kes?|king) up|t(?:ook|akes?|aking) up"
    r"|constitut\w*|represent(?:s|ed|ing)?|equal to|equals|share of) ?$"
)
_OF_A_WHOLE_AFTER: Final = re.compile(r" of (?:the )?(?:total|whole|gdp|all)(?![a-z])")
_OF_ITS_WHOLE: Final = re.compile(" of (?!(?:year[- ]on[- ]year |annual )?(?:growth|increase|decrease|decline))")
_CLAUSE: Final = re.compile(r"[,，;；:：。!?！？\n]|\. ")
_LISTED: Final = re.compile(r" ?[、,，和及与] ?|,? ?and ")


@dataclass(frozen=True, slots=True)
class PrintedRate:
    """A rate in a text, from ``start`` to ``end``.

    ``words`` are its number and unit, which is % where only the last one of a list has it, ``ways`` the signs that it
    can have by the words around it, ``beyond`` says that it is what exceeds a plan, ``listed`` that it follows the rate
    before it in a list, ``bare`` that it does so without a word for a rise or a fall of its own: 32%、144%.
    """

    start: int
    end: int
    words: str
    ways: frozenset[int]
    role: Role
    beyond: bool
    listed: bool
    bare: bool = False

    def says(self, name: RateName, rate: Quantity) -> bool:
        """True where it is that number of a figure, and as exact; one that is qualified says the number itself, too."""
        if self.role not in _ROLES[name]:
            return False
        return any(_is_as_exact(reading, rate) for reading in self._readings(name))

    def _readings(self, name: RateName) -> Iterator[Quantity]:
        parse = _PARSERS[name]
        number = self.words
        verbs = ["超额"] if self.beyond else [""]
        if name in {"growth", "points"} and number[:1] not in {"-", "+"}:
            verbs = ["下降" * (way < 0) for way in self.ways]
        for verb in verbs:
            yield from _parsed(parse, verb + number)
        if name == "completion" and number.startswith("超"):  # 超14% can say what 超过14% means, or what 超额14% does
            for verb in ("超过", "超额"):
                yield from _parsed(parse, verb + number.lstrip("超过"))


_PARSERS: Final[Mapping[RateName, Callable[[str], Quantity]]] = {
    "growth": quantity_parser.parse_growth,
    "points": quantity_parser.parse_points,
    "share": quantity_parser.parse_share,
    "completion": quantity_parser.parse_completion,
}
_ROLES: Final[Mapping[RateName, frozenset[Role]]] = {
    "growth": frozenset({"", "growth"}),
    "points": frozenset({"", "growth"}),
    "share": frozenset({"", "whole"}),
    "completion": frozenset({"", "plan", "whole"}),  # 占年度计划的52.1%
}


def _parsed(parse: Callable[[str], Quantity], text: str) -> Iterator[Quantity]:
    try:
        yield parse(text)
    except Fault:
        return


def _is_as_exact(reading: Quantity, rate: Quantity) -> bool:
    if reading.value != rate.value or rate.qualifier not in {"exact", reading.qualifier}:
        return False
    return reading.qualifier != rate.qualifier or reading.interval.within(rate.interval)


def may_have_rates(text: str) -> bool:
    """False of a text that certainly has no rate in it; it takes a fraction of the time of ``rates``."""
    return _SIGN.search(text.lower()) is not None


def rates(text: str) -> list[PrintedRate]:
    """The rates in a text in plain forms (``values.text.plain_forms``), in their order."""
    lowered = text.lower()
    if len(lowered) != len(text):  # İ
        lowered = text
    several: list[PrintedRate] = []
    for match in _RATE.finditer(lowered):
        start, end = match.span()
        if _is_part_of_a_number(lowered, start):
            continue
        several.append(_rate(lowered, start, end, several[-1] if several else None))
        _tell_of_all(several)
    return several


def _tell_of_all(several: list[PrintedRate]) -> None:
    """Give the role and the way of the last rate of a list to those before it: 5 percent and 7 percent less."""
    last = several[-1]
    if not (last.bare and last.role):
        return
    for index in range(len(several) - 2, max(len(several) - 2 - _MOST_LISTED, -1), -1):
        if several[index].role or _POINTS.search(several[index].words + last.words):
            return
        several[index] = replace(several[index], role=last.role, ways=last.ways)
        if not several[index].listed:
            return


_MOST_LISTED: Final = 20
_POINTS: Final = re.compile("point|点|(?<![a-z])pp(?![a-z])")


def _is_part_of_a_number(text: str, start: int) -> bool:
    """True where what begins here is the end of a number: 5% in 1,56.5% or in 1 5%."""
    before = text[max(start - 2, 0) : start]
    if text[start : start + 1] in {"翻", "持", "基"} or not (text[start].isdecimal() or text[start] in _NUMERALS):
        return False
    return before[-1:].isdecimal() or before[-1:] in _NUMERALS or (before[-1:] in {".", ","} and before[:1].isdecimal())


_NUMERALS: Final = frozenset("零一二两三四五六七八九十百千万亿")


def _rate(text: str, start: int, end: int, before: PrintedRate | None) -> PrintedRate:
    """The rate between two places, after another."""
    gap = text[before.end if before else 0 : start]
    clause, after = _CLAUSE.split(gap)[-1], text[end : end + _AFTER]
    listed = before is not None and _LISTED.fullmatch(gap.replace("下降", "").replace("增长", "")) is not None
    words = text[start:end]
    if _WITHOUT_UNIT.fullmatch(words):
        words += "百分点" if words.endswith("个") else "%"
    if listed and before is not None and not _WAY.search(gap) and not (before.role == "growth" and after[:4] == " of "):
        role, way = before.role or _role("", after), _WAY_AFTER.match(after)
        signs = frozenset({-1}) if not before.role and way and way["down"] else before.ways
        return PrintedRate(start, end, words, signs, role, before.beyond, listed, bare=True)
    beyond = _BEYOND.search(clause) is not None
    signs = ways(text, before.end if before else 0, start, end)
    return PrintedRate(start, end, words, signs, _role(clause, after), beyond, listed)


def ways(text: str, floor: int, start: int, end: int) -> frozenset[int]:
    """The signs that a number in a text in small letters can have, by the words from ``floor`` on: 1, -1, or both."""
    gap = text[floor:start]
    way = _way(_CLAUSE.split(gap)[-1], text[end : end + _AFTER])
    if way is None and (gap.endswith(_BETTER) or any(earlier["down"] for earlier in _WAY.finditer(gap))):
        return frozenset({1, -1})  # 税收下降，幅度为2.7%, but also 税收下降，非税收入23.3%
    return frozenset({-1 if way and way["down"] else 1})


_WITHOUT_UNIT: Final = re.compile("[0-9.]+个?")
_BETTER: Final = "改善"
"""What stands before a rate that rose or fell by what it is of: a concentration fell, good days are more."""
_AFTER: Final = 40
"""Characters after a number that can say of what it is."""


def _way(clause: str, after: str) -> re.Match[str] | None:
    """The words that say whether a number rose or fell: the last before it in its clause, or those right after it."""
    behind = _WAY_AFTER.match(after)
    if behind and _AND_THEN.search(clause):
        return behind  # 3 percent lower than in May but 5 percent higher than a year ago
    return max(_WAY.finditer(clause), key=re.Match.end, default=None) or behind


def _role(clause: str, after: str) -> Role:
    """What a rate is of, by the words before it in its clause and after it."""
    if _OF_A_PLAN_AFTER.match(after) or _BEYOND.search(clause):
        return "plan"
    if _OF_ITS_WHOLE.match(after) and clause.endswith(" and "):
        return "whole"
    if _way(clause, after) is not None:
        return "growth"
    if _OF_A_PLAN.search(clause):
        return "plan"
    if _OF_A_WHOLE.search(clause) or _OF_A_WHOLE_AFTER.match(after):
        return "whole"
    return "growth" if _AGAINST.search(clause) else ""
