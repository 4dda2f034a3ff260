"""A scanned number and the words around it → what it is: an amount, a rate of some kind, or no figure, and why not."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from indicators.curate.recognition.candidates.candidate import FIGURE_ROLES, NoFigureReason, NumberRole
from indicators.curate.recognition.candidates.clause import CLAUSE_END, Clause, clause_of
from indicators.curate.recognition.candidates.durations import is_duration
from indicators.curate.recognition.candidates.english import roles as english_roles
from indicators.curate.recognition.candidates.english.single import is_told_whole, why_single
from indicators.curate.recognition.candidates.levels import NOW, is_added_beside_more
from indicators.curate.recognition.candidates.rate_roles import role_of_rate
from indicators.curate.recognition.candidates.rates_of_others import (
    AS_MUCH_BY,
    IS_MORE_THAN_OTHERS,
    THAN_OTHERS,
)
from indicators.curate.recognition.candidates.things_meant import says_which
from indicators.curate.recognition.candidates.told_again import as_before, is_money, is_next_growth
from indicators.curate.recognition.candidates.uncounted import criteria, is_idiom, is_size, why_uncounted
from indicators.curate.recognition.text.scanned_number import ScannedNumber
from indicators.curate.recognition.text.times import TimeExpression
from indicators.values.unit_table import COUNTED


def roles(text: str, numbers: Sequence[ScannedNumber], times: Sequence[TimeExpression]) -> Iterator[NumberRole]:
    """The role of each number of a text, in their order."""
    index, before, last = 0, None, None
    meant = criteria(text)
    of_kinds = next(meant, _NOWHERE)
    for number in numbers:
        while of_kinds[1] <= number.core:
            of_kinds = next(meant, _NOWHERE)
        while index < len(times) and times[index].end <= number.core:
            index += 1
        in_time = index < len(times) and times[index].start <= number.core
        role = "date" if in_time else _role(number, clause_of(text, number))
        if role == "amount" and before and _AND.fullmatch(text, before.end, number.start):
            role = "base"  # 由3亿元和2亿元上升为5亿元和4亿元
        elif role == "amount" and last and last[1] == "change" and _AND.fullmatch(text, last[0].end, number.start):
            role = "change"  # 分别削减3013吨和1498吨
        elif role in {"growth", "points"} and _is_against_another_year(
            text, number, times[max(index - _MOST_NEAR, 0) : index]
        ):
            role = "comparator"
        elif last is not None:
            role = _by_the_one_before(text, last, role, number)
        if role in FIGURE_ROLES and of_kinds[0] <= number.core:
            role = "threshold"
        before = number if role == "base" else None
        last = last if role == "converted" else (number, role)
        yield role


def _by_the_one_before(
    text: str, last: tuple[ScannedNumber, NumberRole], role: NumberRole, number: ScannedNumber
) -> NumberRole:
    """The role of a number beside another one, of which the role is known: in A 5 percent and in B 6 percent."""
    before, role_before = last
    if role == "amount":
        role = as_before(text, before, role_before, number) or role
    if number.rate is None or before.rate is None or role not in {"amount", "growth", "share", "points"}:
        return role
    if role_before == "comparator":
        is_as_well = number.rate.bare or AS_MUCH_BY.fullmatch(text, before.end, number.start)
        return "comparator" if is_as_well else role  # 较2019年分别增长31%、12%
    is_next = role_before == "growth" and is_next_growth(text, before.end, number)
    return "growth" if is_next else role


_NOWHERE: Final = (sys.maxsize, sys.maxsize)


def _is_against_another_year(text: str, number: ScannedNumber, times: Sequence[TimeExpression]) -> bool:
    """True of a rate that is against a time more than a year earlier: 较2019年同期增长13.4%, told of 2021."""
    base = next(iter(reversed(times)), None)
    if base is None or base.use != "base" or base.period is None or base.period.kind == "day":
        return False
    if CLAUSE_END.search(text, base.end, number.start) or _OWN_BASE.match(text, number.end):
        return False
    own = next((time.period for time in reversed(times) if time.use != "base" and time.period), None)
    return own is not None and base.period.end.year < own.end.year - 1


_OWN_BASE: Final = re.compile(r" (?:more|less|higher|lower|up|down|fewer) (?:than|from|on|over) ")
_AND: Final = re.compile("[和、及与]")
_MOST_NEAR: Final = 12
"""So many expressions of time before a rate are looked at."""


def _role(number: ScannedNumber, clause: Clause) -> NumberRole:
    if number.rate is not None:
        return role_of_rate(number.rate, clause)
    before = (reason for pattern, reason in _BEFORE if pattern.search(clause.before))
    after = (reason for pattern, reason in _AFTER if pattern.match(clause.after))
    reason = _quoted(clause) or next(before, None) or next(after, None) or _of_one_thing(number, clause)
    if reason == "comparator" and _MORE_ADDED.search(clause.sentence):
        return "change"
    if reason is None:
        is_said = is_idiom(number.quantity, clause.before) or clause.window.endswith("No. ")
        reason = "in-words" if is_said else None
    if (reason == "duration" and number.unit) or (reason == "threshold" and is_told_whole(clause.before, clause.after)):
        reason = None  # a life expectancy of 81 years, an average cost of 14 million yuan each
    if reason == "date" and clause.after.startswith("号") and _STREET.search(clause.before):
        return "address"
    is_measured = number.quantity is not None and number.quantity.unit.dimension not in COUNTED
    if reason and not (reason == "name" and is_measured and _NO_NAME.search(clause.before)):
        return reason
    if number.form in _NO_AMOUNT:
        return "ordinal" if _CODE_BEHIND.match(clause.after) else _NO_AMOUNT[number.form]
    return _role_of_amount(number, clause)


_OPENS: Final = re.compile('[“"‘《]$')
_CLOSES: Final = re.compile('[”"’》]')


def _quoted(clause: Clause) -> NoFigureReason | None:
    """That a number begins a name in quotes, which English closes soon: “985” universities; no speech."""
    is_short = _CLOSES.search(clause.after) or not clause.after.isascii()
    return "name" if is_short and _OPENS.search(clause.before) else None


def _of_one_thing(number: ScannedNumber, clause: Clause) -> NoFigureReason | None:
    """Why a number is of one thing, a person or a day, as a size, a price and a temperature are; else None."""
    unit = number.quantity.unit if number.quantity else None
    printed = number.quantity.printed if number.quantity else ""
    is_english = _HAN.search(clause.before) is None
    if is_english and (why := why_single(number.quantity, clause.long.rpartition(";")[2], clause.after)):
        return why
    if _ONE_HOUSEHOLD.search(clause.sentence) or _PRICE.search(clause.before) or _PRICE_AFTER.match(clause.after):
        return "one-thing"
    is_hot = unit == "kWh" and printed.endswith("度") and "电" not in clause.sentence + clause.after[:8]
    if is_hot or english_roles.is_of_each_thing(printed, unit or "", clause.after):
        return "one-thing"  # 最高气温38.5度, a 300,000-ton berth
    dimension = unit.dimension if unit else ""
    has_size = dimension in _SIZES and unit != "km" and _SIZE.search(clause.before)
    if has_size or _WEATHER.search(clause.before) or is_size(number.quantity, clause.after):
        return "one-thing"
    if dimension in {"people", "visits"} and _AT_A_MEETING.match(clause.after) and _MEETING.search(clause.sentence):
        return "list-of-things"
    return "list-of-things" if unit == "copies" and _HANDED_OUT.search(clause.before) else None


_HAN: Final = re.compile("[\u4e00-\u9fff]")
_ONE_HOUSEHOLD: Final = re.compile(
    "(?:(?:(?<!其)他|她|我|咱)们?|自|老[\u4e00-\u9fff])家(?!企业|公司|电|具)|(?<![国大专人商厂独0-9])家里"
)
_PRICE: Final = re.compile(
    "每[0-9]*股派[^,，]{0,10}$|每(?:斤|公斤|千克|克|只|份|张|瓶|箱|盒|包|晚|株|棵|枚|条|度)[^,，]{0,4}$"
)
_PRICE_AFTER: Final = re.compile("(?:/|每|一)(?:斤|公斤|千克|克|只|份|张|瓶|箱|盒|包|晚|株|棵|枚|条)")
_WEATHER: Final = re.compile("(?:[气水地体室]温|温度|湿度|风[力速]|降[水雨]量|雨量|积雪|海拔|坡度)[^,，发]{0,3}$")
_SIZES: Final = frozenset({"length", "mass", "power"})
_SIZE: Final = re.compile(
    "(?:(?<![总全边专增延提升])[长宽高深厚重]|[长宽高深厚]度|直径|口径|(?<![机总])功率|(?:净|体|载)重|身高)[约达为超]?$"
)
_AT_A_MEETING: Final = re.compile("(?:参加|出席|参会|到会|与会|列席|参与|观看|聆听|现场)")
_MEETING: Final = re.compile("会议|大会|座谈|仪式|论坛|典礼|演练|比赛|培训班|观摩")
_HANDED_OUT: Final = re.compile("(?:材料|资料|传单|明白纸|手册|问卷|倡议书|宣传单|宣传册|宣传页)$")

_STREET: Final = re.compile("(?:[路街巷弄]|大道)$")
_CODE_BEHIND: Final = re.compile("[A-Z]{1,3}(?![A-Za-z])")
"""What stands behind a number that is no amount but a part of a name: 5G."""
_NO_NAME: Final = re.compile("[A-Z]{2,}$|(?<!the )(?<!its )top $")
"""What stands before an amount that is no part of a name: RM10 billion, cargo has come to top 10 million tonnes."""


_NO_AMOUNT: Final[Mapping[str, NoFigureReason]] = {"bare": "no-unit", "spelled": "in-words"}
_ORDINAL_BEFORE: Final = "[一二三四五六七八九十0-9]{0,3}"
_BEFORE: Final[tuple[tuple[re.Pattern[str], NoFigureReason], ...]] = (
    (
        re.compile(rf"(?:居|排名?|名?列|位[居列次]|[前后]移|上升|下降)[^,。]{{0,8}}(?:第|名次){_ORDINAL_BEFORE}$"),
        "rank",
    ),
    (re.compile(r"位(?:提升|上升|跃升|前移|攀升|升|下降|后移|退)[至到为]$"), "rank"),
    (re.compile(r"(?:前移|后移|前进|后退)了?$|(?:ranked|ranking) (?:\w+ )?$"), "rank"),
    (re.compile(r"(?:(?<![A-Za-z])[A-Z]{1,3}|#|No\.? ?|[〔\[(]20[0-9]{2}[〕\])])$"), "name"),
    (re.compile(rf"第{_ORDINAL_BEFORE}$"), "ordinal"),
    (re.compile(r"[0-9][+＋·./]$"), "name"),
    (re.compile(r"(?:电话|热线|邮编|号码|传真|QQ|微信|邮箱)[:： ]?$|[0-9]{3,4}-$"), "address"),
    (re.compile(r"[0-9](?:[万亿]{1,2}元?|[个家人元%])?[-~—–]$"), "unreadable"),
    (re.compile(r"[多少][增减](?:加|少|收)?了?$"), "comparator"),  # 同比多增359亿元
    (
        re.compile(r"(?:(?<!不)[高低]于|[高多低]出|少于|落后于)(?![,，])[^,，0-9]{1,10}$"),
        "comparator",
    ),  # 高出邻市200亿元
    (re.compile(r"几$"), "unreadable"),  # 几十家
    (re.compile("超过?了?(?:去年|上年|前年|20[0-9]{2}年)(?:全年|同期)?的?$"), "comparator"),  # 已超去年全年的90亿元
    (THAN_OTHERS, "comparator"),
    (
        re.compile(
            r"(?<![a-z])(?:equivalent to [^,.;0-9]{3,80} of|enough (?:for|to [a-z]+(?: [a-z]+)?)"
            r"(?: (?:about|some|over|around|nearly))*) $"
        ),
        "comparator",
    ),  # the yearly use of 3 million households
    (re.compile(r"\b(?:per|every) $"), "base"),
    (english_roles.LIMIT, "threshold"),
    (english_roles.BEATEN_BY, "comparator"),
    (re.compile(r"(?:距离?|相距|车程)[^,。]{0,12}$"), "distance"),
    (re.compile(r"(?<![A-Z])[A-Za-z]{3,}-$"), "name"),  # COVID-19
    (re.compile(r"(?<![a-z])[Tt]he first $"), "list-of-things"),
    (re.compile(r"[前末]$"), "rank"),
    (re.compile(r"(?:为期|历时|用时|连续|时长|最近|在近)$"), "duration"),
    (re.compile(r"(?:['’]s|\b[Tt]he) (?:leading|best|biggest|largest|strongest|richest) $"), "name"),
    (re.compile(r"(?:(?<!to )(?<!could )(?<!will )(?<!would )\b[Tt]op|Fortune(?: Global)?|Global) $"), "name"),
)
"""What stands before a number that is no figure."""
_TIMES: Final = "年|周年|个?月|个?季度|周|星期|分钟|秒"
_AFTER: Final[tuple[tuple[re.Pattern[str], NoFigureReason], ...]] = (
    (re.compile(r"年?(?:以来|来|间|内)?(?:新高|最[高好快])"), "rank"),
    (re.compile(rf"(?:{_TIMES})(?:来|间|内|以来|后|前|多|的|期|左右|[,，。、;时])"), "duration"),
    (re.compile(r" ?(?:years?(?![- ](?:on|over)[- ]year)|months?|weeks?|minutes?|hours?)(?![a-z])"), "duration"),
    (IS_MORE_THAN_OTHERS, "comparator"),
    (re.compile("(?:大关|关口|门槛)[,，](?:已?达到?|为|升至)"), "threshold"),  # 突破300万吨大关,达到311万吨
    (re.compile("全会|全体会议|常委会|代表大会|党代会"), "ordinal"),
    (re.compile("基点"), "comparator"),
    (re.compile("号(?:窗口|楼|院|门)"), "address"),
    (re.compile("号(?:车间|泊位|机组|厂房)"), "ordinal"),
    (re.compile(r"年|月|日|号(?![线召])|时许?|点[整半钟]?|分(?!之|别|公)"), "date"),
    (re.compile(r"期|届|次会|版|标段|号线|路(?!的)|楼|层|室|栋|单元|级(?!以上)"), "ordinal"),
    (re.compile(r"(?:st|nd|rd|th)(?![a-z])"), "ordinal"),
    (re.compile(r"[”’\"》]|[+＋:：/][0-9]|-[0-9]{5,}"), "name"),
    (
        re.compile(
            r"[\u4e00-\u9fff]{1,6}[”\"](?:活动|行动|竞赛|工程|计划|战略|机制|模式|大会|办公室|方案|要求|系列|专项)"
        ),
        "name",
    ),
    (
        re.compile(
            r",? (?:or|and) (?:more|above|over|higher)(?! than|[a-z])|(?: \([^()]{1,30}\))? (?:each|apiece)(?![a-z])"
        ),
        "threshold",
    ),
)
"""What stands after one."""


def _is_change(clause: Clause) -> bool:
    """True of a change in amount, but for what was added beside which is told how much more that is."""
    return _CHANGE.search(clause.before) is not None and not is_added_beside_more(clause.before, clause.after)


def _role_of_amount(number: ScannedNumber, clause: Clause) -> NumberRole:
    printed = number.quantity.printed if number.quantity else ""
    is_of_each = (
        number.quantity is not None and number.quantity.qualifier == "over" and _EACH_OF_THEM.search(clause.before)
    )
    if is_of_each or says_which(printed, clause.before, clause.after):
        return "threshold"
    is_range = number.quantity is not None and number.quantity.qualifier == "between"
    is_own = is_range or english_roles.is_against_another(clause.before, clause.after)
    is_before = _A_YEAR_BEFORE.search(clause.before) or _THE_LAST_TIME.search(clause.before)
    if (_BASE.search(clause.before) and not is_own) or is_before or _TIMES_OF.match(clause.after):
        return "base"
    unit = number.quantity.unit if number.quantity else None
    if unit is not None and not is_money(number) and _MEASURE_IN_BRACKETS.search(clause.before):
        return "converted"
    if number.quantity is not None and is_duration(number.quantity, number.unit, clause.sentence, clause.after):
        return "duration"
    if unit != "times" and (_is_change(clause) or english_roles.is_change(clause.before, clause.after)):
        return "change"
    counted = unit is not None and (unit.dimension == "count" or unit == "fold")
    why = why_uncounted(number.quantity, clause.before, clause.after) if counted and number.quantity else None
    return why or "amount"


_EACH_OF_THEM: Final = re.compile("全部$|全都$|(?<![平人户亩日月年])均$|(?<![首大])都$")
"""What stands before what each of some things has at least: 28个村集体收入全部超过10万元."""
_BASE: Final = re.compile(
    rf"[从由较比](?:(?:(?!{NOW})[^,，]){{0,12}}的|(?:去年|上年|前年|[0-9]{{4}}年)同期)?$"
    r"|(?:(?:[Ff]rom|than|compared (?:with|to)|close to|against)(?: the)?"
    r"|(?:^ ?|\b(?:just|only) )(?:behind|ahead of)(?: the)?"
    r"|\bwhen (?:it|they|the (?:figure|number|total|amount)) (?:was|were|stood at|came to|reached|totall?ed)"
    r"(?: (?:only|just))?"
    r"|had (?:[a-z]+ )?been(?: (?:only|just|about))?) $"
)
_A_YEAR_BEFORE: Final = re.compile("^而?(?:去年|上年|前年)同[期月](?!相?比)[^,，增减多少升降]{0,14}$")
"""What stands before the number of a year before: 去年同期为98亿元."""
_THE_LAST_TIME: Final = re.compile("继(?:上年|去年|前年|[0-9]{4}年)[^,，]{0,12}$")
"""What stands before a number of an earlier year that is told again: 这是继2007年突破百亿元后."""
_TIMES_OF: Final = re.compile("的[0-9.]{1,8}倍")
"""What stands behind a number of which another one is a multiple: 是“十五”时期20亿元的2.6倍."""
_MEASURE_IN_BRACKETS: Final = re.compile(
    r"(?<![a-z])per [a-z]+ ?\($|[0-9][0-9.,]* ?(?:[a-z-]+ ){0,2}[a-z²³]+ ?\((?:about |around |or )?$", re.IGNORECASE
)
_MORE_ADDED: Final = re.compile("(?:新增|净增|增加)[^,，。;；]{2,30}[,，](?:同比|[比较](?:上年|去年)同期)[多少]增加?$")
"""What stands before how much more was added than a year earlier: 新增贷款201亿元,同比多增173亿元."""
_CHANGE: Final = re.compile(
    r"(?:存款|贷款)(?:余额)?新增$|(?:削减|压减|减排)了?$|"
    r"(?:[比较](?:上年|去年|年初|同期|[0-9]{4}年)[^,，]{0,8}|同比|净)"
    r"(?:增加|减少|增长|下降|提高|提升|上升|降低|扩大|[增减][收产支利]|[增减多少])了?$"
    r"|(?:增加|减少|多出)了?$|^(?:[增减][收支利产]|净[增减]|[多少][收支]|提高|提升|扩大|缩小|上升|下降|降低)了?$"
    r"|(?:^[ (]?|[,(] ?|[0-9%] |\b(?:and|is|was|were|are|be|been|went|gone|going|edged|inched|moved|shot|also|still"
    r"|further|sharply|slightly|both|each|percent|cent|yuan|dollars|million|billion|tons|tonnes) )(?:up|down) $"
    r"|\b(?:(?:up|down) by|(?:increase|rise|gain|growth|decrease|decline|drop|fall|reduction) of"
    r"|(?:increas(?:ed|ing)|rose|risen|rising|gr[eo]w|grown|growing|decreas(?:ed|ing)"
    r"|expand(?:ed|ing)|climb(?:ed|ing)|jump(?:ed|ing)|surg(?:ed|ing)|shr[aiu]nk(?:ing)?|contract(?:ed|ing)"
    r"|narrow(?:ed|ing)|widen(?:ed|ing)|declin(?:ed|ing)|fell|fallen|falling|dropp(?:ed|ing)) by) $"
    r"|^ (?:adding|an addition of) (?:another )?$"
)
