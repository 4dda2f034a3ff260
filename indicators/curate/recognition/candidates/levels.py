"""A rate and the words around it → what it is of a rise from a level or to one: 由2016年的18.5%提高到2017年的93.97%."""

import re
from typing import Final, Literal

from indicators.curate.recognition.candidates.english import roles as english_roles
from indicators.curate.recognition.candidates.english.levels import is_level_of_rate

_LevelRole = Literal["base", "share", "amount"]


def level_of(window: str, sentence: str, before: str, after: str) -> _LevelRole | None:
    """What a rate is that rose from or to a level, or is one, by the words of its clause (``before``) and others."""
    if (_FROM.search(before) and ROSE_TO.match(after)) or _FROM_A_LEVEL.search(before):
        return "base"
    if english_roles.is_share(before, sentence, after):
        return "share"
    if _TO_A_LEVEL.search(before):
        return "share" if _SHARE_OF_IT.search(before) else "amount"
    if is_level_of_rate(before, after) or _PART_OF_ALL.search(before):
        return "amount"
    came_to = _CAME_TO.search(before) and _OF_A_RATE.search(window)
    return "amount" if came_to and not _OF_A_GROWTH.search(window) else None


_FROM: Final = re.compile("[从由](?:[^,，]{0,12}的)?$")
_FROM_A_LEVEL: Final = re.compile(r"(?<![a-z])from (?:about |around |just |only |less than |over )?$")
_ROSE_TO: Final = "(?:上升|上涨|跃升|攀升|增加|增长|提高|提升|扩大|发展|下降|减少|降低|回落|缩减|[升降增跃])[为到至]"
NOW: Final = "[到至](?:现在|如今|目前|今年|去年|[0-9]{4}年)的"
ROSE_TO: Final = re.compile(f"{_ROSE_TO}|{NOW}")
_THEN: Final = "(?:(?:[0-9]{4}年[底末]?|[今去]年[底末]?|目前|现在|如今|当前|现阶段)的?)?$"
_TO_A_LEVEL: Final = re.compile(f"[从由][^,，]{{2,24}}%{_ROSE_TO}{_THEN}")
_SHARE_OF_IT: Final = re.compile(f"(?<!占)占比[^,，占]{{0,8}}[从由][^,，占]{{2,24}}%{_ROSE_TO}{_THEN}")
"""What stands before the share to which one rose, where no words say of what it is a share."""
_PART_OF_ALL: Final = re.compile("(?:(?:增长|盈利|亏损|开工|覆盖|受益)面|存贷比|贡献率)(?:已?达到?|为|是)?$")
"""What stands before the share of things that grew, which is no growth: 28个行业增长,增长面为68%."""
_CAME_TO: Final = re.compile("(?:上升|提高|提升|走高|攀升|下降|降低|回落|走低|升|降)[为到至]" + _THEN)
_OF_A_RATE: Final = re.compile("(?<!增长)(?:率|比重|比例|占比)(?!先)")
_OF_A_GROWTH: Final = re.compile("增速|增幅|涨幅|降幅|增长率")


def is_added_beside_more(before: str, after: str) -> bool:
    """True of loans or deposits that were added, behind which is told how much more that was than a year earlier."""
    return _INCREASED.search(before) is not None and _MUCH_MORE.match(after) is not None


_INCREASED: Final = re.compile("[存贷]款(?:余额)?(?:净?增加|新增)$")
_MUCH_MORE: Final = re.compile("[,，]?(?:同比|[比较](?:上年|去年)(?:同期)?)[多少]增")
"""What stands behind what was added, before how much more that is: 增加962亿元,同比多增136亿元."""
