"""A number and what its paragraph tells before it → whether it is one of a plan: 到2027年,…。…达到300家."""

import re
from typing import Final

from indicators.curate.recognition.candidates.candidate import Candidate
from indicators.curate.recognition.context import chinese_dating
from indicators.curate.recognition.context.dating import DatedText
from indicators.curate.recognition.text.times import TimeExpression
from indicators.model.subjects import Nature
from indicators.values.periods import Period


def is_of_plan(candidate: Candidate, dates: DatedText) -> bool:
    """True of a number of a time to come, in a list of targets, and of the works that are begun."""
    place, end = candidate.number.start, candidate.number.end
    if dates.text[max(place - _NEAR, 0) : end].isascii():
        return False
    if _is_of_time_to_come(place, dates) or _is_of_years_to_come(place, dates):
        return True
    return _is_proposed(place, dates) or _is_of_works(dates.text, candidate)


def is_aimed_at(candidate: Candidate, dates: DatedText) -> bool:
    """True of what an English article of goals or of a new plan expects of a time to come, which is a goal, too."""
    place = candidate.number.start
    before = dates.text[max(place - _NEAR, 0) : place]
    if not before.isascii() or " have " in before or _OF_GOALS.search(dates.text, 0, _LONGEST) is None:
        return False
    time = _last_time(place, dates)
    return time is None or not dates.is_over(time)


def english_nature(candidate: Candidate, dates: DatedText) -> Nature:
    """What an English number is by what its sentence, or its paragraph of a plan, tells is to come before it.

    No verb since then may tell of a result, and no time that is over: is to grow 5%, trade 6% and jobs by 30,000.
    """
    place, end = candidate.number.start, candidate.number.end
    first = max(dates.paragraph(place), place - _LONGEST)
    if not dates.text[first:end].isascii():
        return "actual"
    sentence = max(first, candidate.sentence)
    cues = [*_PLANNED.finditer(dates.text, first, place), *_TO_COME.finditer(dates.text, sentence, place)]
    cue = max(cues, key=re.Match.end, default=None)
    if cue is None:
        return "actual"
    is_aside = _ASIDE.search(dates.text, max(cue.start() - _NEAR, 0), cue.start()) is not None
    if is_aside and "," in dates.text[cue.end() : place]:  # the plant, which will open in May, made 500 cars
        return "actual"
    clause = re.split(r"[,;\n]|\.(?![0-9])", dates.text[end : end + 2 * _NEAR])[0]
    over = any(dates.is_over(time) and time.start >= cue.end() and time.use != "base" for time in dates.before(place))
    if over or _TOLD.search(dates.text[cue.end() : end] + clause):
        return "actual"
    return "expected" if cue.lastgroup == "expected" else "target"


def _is_of_time_to_come(place: int, dates: DatedText) -> bool:
    """True where the last time that the paragraph names is still to come, and no word since then tells of a result."""
    time = _last_time(place, dates)
    if time is None or dates.published is None or not _is_to_come(time, dates.text, dates.published):
        return False
    return _RESULT.search(dates.text, max(time.end, place - _LONGEST), place) is None


def _last_time(place: int, dates: DatedText) -> TimeExpression | None:
    above = dates.paragraph(place)
    near = (time for time in reversed(dates.before(place)) if time.use != "base" and time.period)
    time = next(near, None)
    return time if time is not None and time.start >= above else None


def _is_to_come(time: TimeExpression, text: str, published: Period) -> bool:
    """True of a time that begins after the day of print or ends after its year, as a plan of five years does."""
    period = time.period
    if period is None or time.use in {"since", "open"}:
        return False
    if time.use == "deadline" or period.start > published.end:
        return period.end > published.end
    of_years = period.end.year > published.end.year and period.months > _A_YEAR
    return of_years and not text.startswith("以来", time.end)


def _is_of_years_to_come(place: int, dates: DatedText) -> bool:
    """True of a number of the next years, which no time that is named says: 今后3年每年新增岗位2万个以上."""
    cue = chinese_dating.next_years(dates, place)
    return cue > 0 and _RESULT.search(dates.text, cue, place) is None


def _is_proposed(place: int, dates: DatedText) -> bool:
    """True where a plan proposes what a time that is not over shall bring: 工作报告提出,2024年…增长8%."""
    first = max(dates.paragraph(place), place - _LONGEST)
    proposed = max(_PROPOSES.finditer(dates.text, first, place), key=re.Match.end, default=None)
    if proposed is None or _RESULT.search(dates.text, proposed.end(), place):
        return False
    time = _last_time(place, dates)
    period = time.period if time is not None and time.start >= proposed.end() else None
    if _FROM_THEN.search(dates.text, proposed.end(), place):
        return True
    return period is None or dates.published is None or period.end > dates.published.end


def _is_of_works(text: str, candidate: Candidate) -> bool:
    """True of what works will make that are named by it and not in operation: 年产40万吨羊绒衫项目开工."""
    number = candidate.number
    unit = number.quantity.unit if number.quantity else None
    if unit is None or candidate.role != "amount" or not (unit.dimension in _MEASURED or unit.id in _MADE):
        return False
    works = _WORKS.match(text, number.words_end)
    if works is None:
        return False
    if _IN_OPERATION.search(text, max(number.start - _A_FEW, 0), number.start):
        return False  # 新投产的年产30万吨板材项目
    clause = re.split("[,，;；。\n]", text[works.end() : works.end() + _NEAR])[0]
    return _IN_OPERATION.search(clause) is None


_NEAR: Final = 40
_A_FEW: Final = 8
_LONGEST: Final = 400
_A_YEAR: Final = 12
_PLANNED: Final = re.compile(
    r"\b(?:(?:is|are)(?: each| both| all)?(?: targeted| planned| scheduled)? to|should(?! have)|[Uu]nder the plan"
    r"|(?:aim|plan|hope|intend|want|seek|strive|pledge|vow)s? to|(?:has|have) set (?:itself|themselves)"
    r"|expects (?:its|their)|plan (?:provides|calls) for|(?:is|are|was|were) (?:set|targeted) at"
    r"|(?:goals|targets)(?: [a-z0-9]+){0,4} (?:include|are|of))\b"
)
"""How an English text tells of a plan."""
_TO_COME: Final = re.compile(
    r"\b(?:(?:will|shall|would(?! have)|aim(?:s|ed|ing)? (?:at|for|to)|plan(?:ned|ning)? to|target(?:s|ing)?)"
    r"|(?P<expected>(?:is|are|was|were) (?:expected|forecast|projected|estimated|likely|set|poised|predicted)(?: to|$)"
    r"|expects?(?! (?:its|their)\b)|forecasts|predicts))\b"
)
"""How an English sentence tells of what is to come."""
_ASIDE: Final = re.compile(", (?:which|who|that|whose [a-z ]{3,30}) $")
_OF_GOALS: Final = re.compile(
    r"\b(?:development|growth|economic) (?:goals|targets)\b|\bthe (?:goals|targets) are\b"
    r"|\b(?:drawn up|drew up|published|unveil(?:ed|s)|releas(?:ed|es)|adopt(?:ed|s)|approv(?:ed|es)) (?:its|a|the)"
    r" (?:[a-z]{1,20} ){0,5}(?:plan|blueprint)\b"
)
"""What an English article begins with that tells of what is aimed at."""
_TOLD: Final = re.compile(
    r"\b(?:has|(?<!will )(?<!to )(?<!should )have|had|was|were|is(?! to)|are(?! to| each to| both to)|rose|grew|fell"
    r"|came|saw|built|sold|made|took|spent|brought|went|kept|led|stood|now|since|said|last year|covers|boasts"
    r"|makes|produces|turns out|represents|employs|ranks|after|following|against|compared|accounts? for"
    r"|(?<!be )(?<!the )(?<! a )(?<! an )(?<!its )(?<!of )(?<!newly )(?<!with )"
    r"(?!designated|related|advanced|integrated|based|limited|fixed)[a-z]{3,}ed(?!-))\b"
)
"""What stands behind a plan where an English text tells of a result, of what there is or of what is expected."""
_RESULT: Final = re.compile(
    "同比|截[至止]|去年|上年|[已曾]|目前|以来|完成了|实现了|达到了|先后|比上|较上|[0-9]月|过去|现[有为]|[共拥]有|回顾"
)
"""What stands behind a time to come where a result is told of again."""
_PROPOSES: Final = re.compile(
    '(?:报告|会议|规划|纲要|方案|意见|计划|措施)[》”"]?(?:中|还)?(?:明确)?提出'
    "|(?:强调|指出|要求|表示)[,，:：](?:[^。\n]{0,40}[,，])?要(?=继续|坚持|聚焦|坚决|全力|打好|持续|加快|推动|推进|着力)"
    "|(?:新政|政策|办法|细则|意见|方案)[^,，。;；]{0,8}规定"
)
_FROM_THEN: Final = re.compile("从[^,，。;；]{2,8}(?:开始|起)")
"""What stands before what is proposed for years to come, though they may be over now: 提出从2011年开始,每年投入."""
_MEASURED: Final = frozenset({"mass", "power", "volume", "energy"})
_MADE: Final = frozenset({"pieces", "sets", "vehicles", "copies"})
"""Units in which is told how much works make in a year."""
_WORKS: Final = re.compile("[\u4e00-\u9fffA-Za-z0-9“”()]{0,14}?(?:项目|生产线)")
_IN_OPERATION: Final = re.compile("投产(?!后)|达产(?!后)|建成(?!后)|竣工(?!后)|投用(?!后)|运行")
