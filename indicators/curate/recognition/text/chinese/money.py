"""Chinese numbers of which the words before say that they are money → their amounts in yuan: 投资突破60亿, 16.8个亿."""

import re
from typing import Final

_MONEY: Final = (
    "投资|投入|产值|收入|营收|税收|GDP|生产总值|增加值|总额|资金|利润|利税|贷款|存款|余额|市值|融资|消费|进出口"
    "|成交|交易额|销售额|支出|外资|内资"
)
_HUNDRED_MILLIONS: Final = re.compile(r"(?:[0-9十百千一二两三四五六七八九]|[余多])[余多]?(?:个亿|万?亿)[余多]?$")
_TOLD: Final = re.compile(rf"(?:{_MONEY})[^,，。;；:：、0-9]{{0,10}}$")
_ALONE: Final = re.compile(
    "$|[ ,，.。、;；:：!?)）\\n”]|大关|的|左右|以上|同比|[比较]上"
    "|开展|建设|打造|完成|实施|推进|兴建|新建|支持|助力|扶持|用于"
)
"""What stands behind an amount whose unit is left out, and no noun that it counts."""
_IN_A_LIST: Final = re.compile("(?:[、和及][0-9]{1,9}(?:\\.[0-9]{1,4})?[万亿]{0,2}){1,9}元")
"""What stands behind an amount of a list whose last one has the unit of all: 17.5亿、14.7亿元."""
_AND: Final = frozenset("、和及")
_LONGEST_LIST: Final = 120
_OF_MONEY: Final = re.compile(f"的[^,，。;；:：、0-9]{{0,8}}(?:{_MONEY})")
_NEAR: Final = 24


def is_money(text: str, start: int, core: int, end: int) -> bool:
    """True of a number without a unit from ``core`` to ``end``, with its words from ``start``, that is one of yuan."""
    is_listed = (
        text[end - 1] in "万亿" and text[end : end + 1] in _AND and text.find("元", end, end + _LONGEST_LIST) > 0
    )
    if is_listed and _IN_A_LIST.match(text, end):
        return True
    if _HUNDRED_MILLIONS.search(text, core, end) is None or _ALONE.match(text, end) is None:
        return False
    if text[end - 2 : end] == "个亿" or _OF_MONEY.match(text, end):
        return True
    return _TOLD.search(text, max(start - _NEAR, 0), start) is not None
