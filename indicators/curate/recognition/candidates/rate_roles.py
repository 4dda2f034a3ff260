"""A printed rate and the words around it → a growth, points, a share, an amount of its own, or no figure."""

import re
from collections.abc import Mapping
from typing import Final

from indicators.analysis.printed_rates import OF_A_PLAN_BEHIND, PrintedRate
from indicators.curate.recognition.candidates.candidate import FigureRole, NumberRole
from indicators.curate.recognition.candidates.clause import Clause
from indicators.curate.recognition.candidates.english import roles as english_roles
from indicators.curate.recognition.candidates.english.wholes_told import begins_a_clause, is_subject
from indicators.curate.recognition.candidates.levels import level_of
from indicators.curate.recognition.candidates.rates_of_others import is_of_others


def role_of_rate(rate: PrintedRate, clause: Clause) -> NumberRole:
    """What a rate is by its own words and those around it."""
    points = _POINTS.search(rate.words) is not None
    is_limit = english_roles.LIMIT.search(clause.before) is not None
    level = None if points else level_of(clause.window, clause.sentence, clause.before, clause.after)
    elsewhen = points and (rate.role == "plan" or _AGAINST_ANOTHER_TIME.search(clause.before))
    if is_limit or level or elsewhen or is_of_others(rate, clause.sentence, clause.before, clause.after):
        return "threshold" if is_limit else level or "comparator"
    if _is_growth(rate, clause):
        return "points" if points else "growth"
    if rate.role in _BY_ROLE:
        return "completion" if _PARTS_OF_A_PLAN.match(clause.after) else _BY_ROLE[rate.role]
    if points:
        return "comparator" if _AHEAD.search(clause.before) else "points"
    is_part = english_roles.is_part(rate.words, clause.after) or begins_a_clause(clause.sentence, clause.after)
    if _RATE_NOUN.search(clause.before) or not (is_part or _SHARE_AFTER.match(clause.after)):
        return "amount"
    return "share"


def _is_growth(rate: PrintedRate, clause: Clause) -> bool:
    """True of a rate that the words around it call a growth."""
    if english_roles.accounts_for(clause.before) or (rate.bare and is_subject(clause.after)):
        return False
    if "持平" in rate.words or rate.role == "growth" or english_roles.is_advance(clause.after):
        return True
    if rate.role:
        return False
    if english_roles.is_rise(clause.before, rate.words) or _WIDENED.search(clause.before):
        return True
    is_told = _GROWTHS.search(clause.sentence) or english_roles.is_growth_that_was(clause.long)
    is_told = is_told or _OVER_A_YEAR.match(clause.after) or english_roles.leads_to_an_amount(clause.after)
    return bool(is_told or english_roles.grew_by(clause.before, clause.after))


_OVER_A_YEAR: Final = re.compile(r" ?(?:year[- ](?:on|over)[- ]year|y-?o-?y)(?![a-z])", re.IGNORECASE)
_BY_ROLE: Final[Mapping[str, FigureRole]] = {"plan": "completion", "whole": "share"}
_PARTS_OF_A_PLAN: Final = re.compile(
    rf"(?:(?:,| and|, and) [0-9.]+ ?(?:%| ?per ?cent)){{0,9}}{OF_A_PLAN_BEHIND}", re.IGNORECASE
)
"""What stands after the first of several shares of plans: 39.3%, 35.8% and 38.2% of the annual plan."""
_WIDENED: Final = re.compile("^(?:同比)?(?:分别)?扩大$")
"""What stands before the growth of a surplus: 顺差25亿元,扩大38%."""
_GROWTHS: Final = re.compile(r"(?:增幅|增速|涨幅)[^。;]{0,6}(?:分别)?(?:[为是]|达到?)(?:[0-9.]+%[、和])?$")
_POINTS: Final = re.compile(r"百分点|points?|(?<![a-z])pp(?![a-z])", re.IGNORECASE)
_AHEAD: Final = re.compile(
    r"高于|低于|快于|好于|高出|领先|超过|比[^,，]{0,14}(?:目标|任务|计划|全[国省市]|平均)[^,，]{0,8}[高低快慢]"
)
_AGAINST_ANOTHER_TIME: Final = re.compile("[比较](?:上?[一二三四]季度|上个?月|上半年|年初|[0-9]{1,2} ?[月—-])")
"""What stands before the points by which a rate differs from that of another time than a year earlier."""
_RATE_NOUN: Final = re.compile(
    r"(?:[率比数度重额]|rate|ratio|index)(?:约?为|达到?|稳定在|保持在|控制在|是|of|was|at|:)? ?$"
)
_SHARE_AFTER: Final = re.compile(r"(?:(?:,| and|, and) [0-9.]{1,6} ?(?:%|per ?cent)?){0,9} of |的(?!比例|速度)")
