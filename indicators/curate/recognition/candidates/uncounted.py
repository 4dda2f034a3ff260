"""A Chinese number and the words around it → whether it counts what nobody keeps: measures, bodies, sizes of ships."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from indicators.curate.recognition.candidates.english import roles as english_roles
from indicators.values.quantities import Quantity

WhyUncounted = Literal["comparator", "list-of-things", "rank"]


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


def _is_of_a_government(before: str, after: str) -> bool:
    """True of a count of measures, of bodies of a government, of places in general, or of who came to a meeting."""
    return bool(_MEASURES.search(before) or _MEASURES_BEHIND.match(after) or _AT_A_MEETING.match(after))


_MEASURES: Final = re.compile(
    "(?:(?:推进|调度|专题|协调|碰头|动员|部署)会|(?:解决|化解|反映)[^,，。;；0-9]{0,8}(?:问题|困难|诉求)|党(?:组织|支部|小组)|实事|措施|政策|举措|新政|办法|细则|规定|条例|实施意见|制度)(?:共|有|等)?$"
)
_MEASURES_BEHIND: Final = re.compile(
    r"(?:[\u4e00-\u9fff“”]{0,10}(?:措施|政策|举措|细则|规定|标段|实事(?!项目))(?!性|资金|项目|贷款|支持)"
    r"|(?:[\u4e00-\u9fff]{0,6}(?:小组|专班|专项组|(?:工作|指导|督导|督查|督察|巡察|巡查|检查|调研|攻坚|服务)组|战区))"
    r"|(?:[县区市乡镇](?:\([县市区乡镇、]{1,9}\)|[、/]?[县区市镇])|省、(?=自治区|直辖市)|乡镇\(街道\)|镇街)"
    r"(?!级|[^,，。;；0-9]{0,6}(?:项目|企业|工程)))"
)
_AT_A_MEETING: Final = re.compile(
    "[^,，。;；0-9]{0,8}(?:参加|出席)了?(?:会议|座谈|仪式|论坛|活动)|[^,，。;；0-9]{0,8}(?:典型|交流|表态|大会)发言"
)


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


_RECOGNISED: Final = re.compile(
    "[^,，。;；0-9]{0,8}?(?:[还均也]|成功|新)*(?:被?(?:列[入为]|认定|评[为定]|命名|授予|确定|纳入)|入[选围库]|上榜|获[评批得认])"
)
"""What stands behind things of which some are named before their number: 等4个镇被列为示范镇."""


def why_uncounted(quantity: Quantity, before: str, after: str) -> WhyUncounted | None:
    """Why a count of things is no figure of an economy, by the words of its clause; None where it may be one."""
    value = quantity.value
    is_multiple = english_roles.is_multiple(quantity.unit, after)
    tenths = _TENTHS.search(quantity.printed)
    if is_multiple or (tenths and not _BY_HEAD.search(before) and not _FOR_EACH.match(after)):
        return "comparator"  # 回落0.2个和0.6个百分点
    if _LISTED.search(before) and _RECOGNISED.match(after):
        return None  # 河山镇等4个镇被列为示范镇
    no_things = (
        english_roles.is_where(before, after)
        or _NO_THINGS.match(after)
        or (value < _FEW and _NO_SMALL_THINGS.match(after))
    )
    if no_things or _is_of_a_government(before, after):
        return "list-of-things"
    these = _THESE.search(before) or (_ABOVE.search(before) and _OF_WHICH.match(after))
    few = value < _FEW_LISTED and _LISTED.search(before) and not _COUNTED_AFTER.match(after)
    if these or few or _OF_BRANCHES.search(before) or (value < _FEW and _WITH.search(before)):
        return "list-of-things"
    if _RANKED_AMONG.match(after) and _OF_ALL.search(before):
        return "rank"
    return "comparator" if _OF_THE_NATION.search(before) else None


_FEW: Final = 10
_FEW_LISTED: Final = 30
_WITH: Final = re.compile("随着(?:最后)?$")
_ABOVE: Final = re.compile("[的在这述]$")
_OF_WHICH: Final = re.compile("(?:[\u4e00-\u9fff]{0,4}(?:项目|企业))?(?:当|之)?中[,，]")
"""What stands behind the number of things that are told one by one: 上报的40个项目中,开工33个."""
_THESE: Final = re.compile("[这该其]$|其余$")
_OF_BRANCHES: Final = re.compile("(?:行业|产品|商品|品种|指标)[大中小]?类?中[,，]?有?$")
"""What stands before the number of branches that grew, or of goods: 31个大类行业中22个."""
_OF_ALL: Final = re.compile("(?:全[国省市县]|同类|上述|这|在)$")
_RANKED_AMONG: Final = re.compile("[^,，。;；]{0,14}中?(?:排名|排第|位[居列]|名列|居第|[居列]前|排在)")
"""What stands behind a number of others among which something is ranked: 在全国141个港口中排名."""
_BY_HEAD: Final = re.compile(
    "每[十百千万]*[人户名个]|(?<![0-9零一二三四五六七八九十])[千万]人|[人户]均|平均"
    "|(?<![a-z])(?:per|(?:for|in) (?:every|each)) (?:[0-9,]+|thousand|hundred|head|capita)"
    "|(?<![a-z])(?:[Aa]veraged?|[Oo]n average)(?![a-z])"
)
_FOR_EACH: Final = re.compile(
    r"[^,.;0-9]{0,40} (?:(?:per|(?:for|in|to) (?:every|each)) (?:[0-9,]+|thousand|hundred|head|capita|person|household)"
    r"|on average)(?![a-z])"
)
"""What stands before a count that can be a part of one: 每千人拥有病床6.87张."""
_TENTHS: Final = re.compile(r"\.[0-9]+(?:(?!thousand|illion)[^0-9万亿])*$")
_NO_THINGS: Final = re.compile(
    r"(?:(?:重点)?片区|(?:[省市县区]直)?部门|[工服]?业?务?业?大类|指标|[\u4e00-\u9fff]{0,3}省(?:份|区|\()|国家(?!级|重点|高新|实验|专精|工程|[0-9A])|(?:重点|主要)?(?:旅游)?城市|[0-9]?A级|[\u4e00-\u9fff]{0,2}行业(?!企业|协会|标准)|方面|问题|环节|阶段|步骤|议题|议程|节目|维度|层面|月|小时|角度|关键|难点|短板|诉求|梯队|档次)"
    r"|(?:重点)?(?:措施|意见|建议|原则)"
    r"|(?:[\u4e00-\u9fffA0-9]{0,8}(?:景[区点]|开发区|园区|乡镇|县区))(?:\([^()]{1,12}\))?(?:累计|合计)?共?(?:接待|完成|实现)"
    r"|(?:产业链?)?党建"
    r"| (?:aspects|ways|steps|stages|areas)"
)
_NO_SMALL_THINGS: Final = re.compile(
    r"(?:单位(?!入选)|部门|地方|领域|平台|机制|体系|方向|重点(?!项目|片区)|品牌|板块|专班|小组|工作组|镇|街道|驻地|乡镇)"
    r"|(?:区县|县区|城市|国家|季节|专题)"
)
_LISTED: Final = re.compile(r"等$")
_COUNTED_AFTER: Final = re.compile(r"[\u4e00-\u9fff]{0,4}(?:项目|企业)|单位入选|(?:企业)?签|战略")
