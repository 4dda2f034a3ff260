"""A Chinese number and the words around it → whether it counts what nobody keeps: measures, bodies, sizes of ships."""

import re
from collections.abc import Iterator
from typing import Final

from indicators.values.quantities import Quantity


def criteria(text: str) -> Iterator[tuple[int, int]]:
    """Where a text says what makes a thing of some kind, whose numbers are thresholds: 规上企业是指年收入2000万元…."""
    end = 0
    for match in _CRITERIA.finditer(text):
        if match.start() >= end:
            end = match.end()
            yield match.span()


_CRITERIA: Final = re.compile(
    r"(?:(?<!目标)(?<!任务)(?:是指|指的是)|所谓[^,，。\n]{2,16}[,，]指"
    r"|(?:申[报请]|认定|评[选定]|入选|准入)的?(?:条件|标准)(?:为|是|:|：)"
    r"|(?:应当?|须|需)(?:同时)?(?:满足|符合|具备))[^。!?\n]{0,300}"
)


def is_uncounted(before: str, after: str) -> bool:
    """True of a count of measures, of bodies of a government, of places in general, or of who came to a meeting."""
    return bool(_MEASURES.search(before) or _MEASURES_BEHIND.match(after) or _AT_A_MEETING.match(after))


_MEASURES: Final = re.compile("(?:措施|政策|举措|办法|细则|规定|条例|实施意见|制度)(?:共|有|等)?$")
_MEASURES_BEHIND: Final = re.compile(
    r"(?:[\u4e00-\u9fff“”]{0,10}(?:措施|政策|举措|细则|规定)(?!性|资金|项目|贷款|支持)"
    r"|(?:[\u4e00-\u9fff]{0,6}(?:小组|专班|专项组|(?:工作|指导|督导|督查|督察|巡察|巡查|检查|调研|攻坚|服务)组|战区))"
    r"|(?:[县区市乡镇](?:\([县市区乡镇、]{1,9}\)|[、/]?[县区市镇])|省(?:、|区、)|乡镇\(街道\)|镇街)(?!级))"
)
_AT_A_MEETING: Final = re.compile(
    "[^,，。;；0-9]{0,8}(?:参加|出席)了?(?:会议|座谈|仪式|论坛|活动)|[^,，。;；0-9]{0,8}(?:典型|交流|表态|大会)发言"
)


def is_of_the_nation(before: str) -> bool:
    """True of a count of the whole country, told beside that of a place: 全国共有4310个, 我市29个."""
    return _OF_THE_NATION.search(before) is not None


_OF_THE_NATION: Final = re.compile(
    "全国(?:(?:目前|现|已|共|累计|发现|认定|评选|确定|公布|入选|拥有|有|出|的|范围内)*"
    "|(?:目前|现|已)?(?:共|已)有[^,，。0-9]{2,10}|[^,，。0-9]{2,10}(?:总数|数量|个数)[^,，。]{0,24})$"
)


def is_size(quantity: Quantity | None, after: str) -> bool:
    """True of the mass that ships have for which a berth or a fairway is made: 3个5万吨液体散货泊位."""
    if quantity is None or quantity.unit.dimension != "mass" or quantity.value > _LARGEST_SHIP:
        return False
    return _OF_SHIPS.match(after) is not None


_LARGEST_SHIP: Final = 500_000
_OF_SHIPS: Final = re.compile("级|(?!的)[^,，。;；、0-9]{0,8}(?:泊位|码头|航道|[油货邮]轮|船舶?)")


def is_idiom(quantity: Quantity | None, before: str) -> bool:
    """True of numbers that are only said so: 最后一公里, 平均规模超过亿元."""
    if quantity is None:
        return False
    printed = quantity.printed
    last = quantity.unit.dimension == "length" and _LAST.search(before) and printed[:1] not in _DIGITS
    return bool(last or (_NO_DIGITS.fullmatch(printed) and _ON_AVERAGE.search(before)))


_DIGITS: Final = frozenset("0123456789")
_LAST: Final = re.compile('(?:最后|最先|最初|第)[“"]?$')
_NO_DIGITS: Final = re.compile("[超过近逾破上]{1,2}[百千]?[万亿]元?")
_ON_AVERAGE: Final = re.compile("平均")


def is_recognised(after: str) -> bool:
    """True of things of which some are named before their number, and that were recognised: 等4个镇被列为示范镇."""
    return _RECOGNISED.match(after) is not None


_RECOGNISED: Final = re.compile(
    "[^,，。;；0-9]{0,8}?(?:[还均也]|成功|新)*(?:被?(?:列[入为]|认定|评[为定]|命名|授予|确定|纳入)|入[选围库]|上榜|获[评批得认])"
)
