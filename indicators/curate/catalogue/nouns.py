"""The words beside a number of no known indicator → the noun that says what it counts, and what kind that is."""

import re
from typing import Final

from indicators.curate.catalogue import clauses
from indicators.model.vocabulary import MetricKind

LONGEST: Final = 20
"""So many characters of Chinese words are a name."""
_LEAD: Final = re.compile(
    r"^(?:[一二三四五六七八九]是|[0-9]{4}年(?:度|[底末])?|[0-9]{1,2}月份?[-—–~至到][0-9]{1,2}月份?|[0-9]{1,2}(?:[-—–~至][0-9]{1,2})?月份?(?:[底末])?|[0-9.]+[万亿]?[家个户名所条项]|前?[一二三四五六七八九十]{1,3}个?月|[0-9]{1,2}[日号]|[今去前本当同上]年|[上下]半年|[前一二三四]+季度|十[一二三四五]五"
    r"|期间|时期|以来|年[末底初]|[期月季]末|[末底](?=[全我本该])|截[至止]|全年|目前|现在|至此|每[年月日天]|平均每[年月日天]|前(?=全)"
    r"|[全我本该][国省市县区州旗镇乡盟]|全[港州旗域]|(?:各?地区?|境内|辖区)(?=..)|其中|此外|同时|另有?|以及|(?:并|且|还|又|也|已经?|现|共|将)(?=[\u4e00-\u9fff]{3})"
    r"|年产(?![值量能])|认定(?=..)|累计|合计|共计|总计|一共|[共现已]有|登记在册|各级各类|各类|实有|拥有|具有|现有|保有|建有|设有|有(?!效|线|色|机|限|轨)"
    r"|完成|实现|达到|接待|办理|受理|提供|投入|获得|取得|获|建成|实施|组织|开展|举办|召开|举行|保障|分别给予|给予|引领|兴建|安排|落实|筹集|支付|解决|通过|为"
    r"|推动|促进|带动|拉动|预计|预期|计划|力争|确保|努力|主要|全部|据?统计|数据显示|显示|的|了|对外(?=[,，])|新(?=..)(?!能|型|材|兴|建|增|设|登|开|闻|生|质|农|区|三|高|疆|旧|签|改|办|引|招|注|认|设|上|培|发|评|创|命|获|批|编|入))+"
)
"""Words before a noun that say when, where, or that something was done."""
_PREDICATE: Final = re.compile(
    r"(?:全部|全都|均|都|已|被|得到|实现|达到|参加|参与|进行|获得|获评|入选|列入|通过|出列|摘帽|的).*$"
)
_NO_NOUN_BEHIND: Final = re.compile(
    r"(?:以[上下内来]|左右|同比|环比|比|较|增|减|下降|上升|占|分别|和|及|与|其中|为|约|超|近|到|至|在|由|从|用于|以及|并"
    r"|来自|等|人次|多|余)"
)
_RUN_BEFORE: Final = re.compile(r"[\u4e00-\u9fffA-Za-z0-9&.]*[\u4e00-\u9fff][A-Za-z]{0,6}$")
_RUN_BEHIND: Final = re.compile(r"(?:[“\"][\u4e00-\u9fffA-Za-z0-9+]{1,10}[”\"])?[\u4e00-\u9fff]{2,12}")
_MORE: Final = re.compile("^(?:[、和及][0-9.]{1,9}[万亿]?元){1,6}")
"""More numbers of a list, behind whose last one the noun stands: 30万元、20万元的奖励."""
_EXAMPLES: Final = re.compile("(?:[\u4e00-\u9fff]{1,6}、){0,5}[\u4e00-\u9fff]{1,6}等(?=[\u4e00-\u9fff]{2})")
"""What stands before the noun behind a number and names some of the things: 5亿吨煤炭、粮食等重点物资."""
_GIVEN: Final = re.compile("^(?:发放|拨付|兑付|兑现|支付|落实)(?=[\u4e00-\u9fff]{3})")
"""The verb before what is given to some people: 为3.9万人发放失业补助金."""
_THINGS: Final = re.compile("已?(?P<noun>[^已]{0,18}?(?:项目|企业))(?!家|部|库|集团|化|群|主)")
"""The noun of what is counted before what became of it: 已在川投资项目增资扩产."""
_BORDER: Final = re.compile(r".*(?:的(?!士)|办理|实现|完成|达到|推动|促进|通过|开展|举办|实施|提供)(?=..)")
_FAR: Final = 120
_AMOUNT_BEFORE: Final = re.compile(r"(?<=[\u4e00-\u9fff])[0-9.]+[万亿]?余?[\u4e00-\u9fff]{1,3}$")
"""Another number at the end of the words before one: 去程4620列."""
_AMOUNT: Final = re.compile(r"[0-9.]+[\u4e00-\u9fff]{0,4}")
_OF_ANOTHER_NUMBER: Final = re.compile(r"[0-9][余多]?[万亿]?余?[\u4e00-\u9fff]{1,3}[,，;；] ?$")
"""The end of the clause before a number that begins one, whose noun is that of a number before it."""
_HAS: Final = re.compile(
    r".*(?:现有|共有|拥有|召开|举办|举行|(?<![所国含未享私公])有(?!效|线|色|机|限|轨|关|偿))(?=..)"
)
_OF_RATE: Final = re.compile(
    r"(?:率|占比|比重|比例|强度|密度|浓度|系数|均价|单价|指数|单产|亩产|价格)$|^(?:人均|户均|亩均|每[千万百]?[人户亩]|平均)"
)
_NEW: Final = re.compile(
    r"新[增建设登注认签开引改]|净增|发放|出栏|减少|增加|竣工|成交|销售|招生|死亡|出生|施用|造林|播种|种植(?!户|大户)|改造|改建|扩建|修建|硬化|整治"
)
_OF_STOCK: Final = re.compile(
    r"(?:人口|床位|存栏|里程|余额|总量|装机|装机容量|容量|规模|用户|保有量|拥有量|蓄积量|面积|企业|公司|学校|医院|机构|基站|主体|泊位|职工|人员|教师"
    r"|学生|在校生|医师|护士|户|家庭|户数|社区|村|镇|园区|基地|平台|中心|景区|公园|水库|电站|车辆|线路|公路|铁路|道路|管网|耕地|农田|参保人数|低保|人数|志愿者|资产|负债|债务|藏书|长度|能力|储备)$"
)
_HEAVY: Final = re.compile(
    r"现有|在册|存量|余额|总数|拥有|保有|共有|累计(?!拉动|带动|投入|发放|完成|实现|销售|接待|减免|配送|争取)|实有"
)


def before(own: str) -> str:
    """The noun at the end of the words before a number, in Chinese; empty where there is none."""
    own = clauses.BRACKETED.sub("", own[-_FAR:])
    if _OF_ANOTHER_NUMBER.search(own):
        return ""  # 发展合作社385家,1.2万户农户加入
    last = _AMOUNT_BEFORE.sub("", own.rstrip(" 、")).rpartition("、")[2].rpartition("分别")[2]
    clause = (clauses.clause_of(last)[0] if len(last) > 1 else "") or clauses.clause_of(own)[0]
    run = _RUN_BEFORE.search(clause)
    words = _LEAD.sub("", run[0]) if run else ""
    words = words[has.end() :] if (has := _HAS.match(words)) else words
    if len(words) > LONGEST and (border := _BORDER.match(words)):
        words = words[border.end() :]
    words = words[-LONGEST:]
    is_noun = len(words) > 1 and not words.endswith("等") and not _AMOUNT.fullmatch(words)  # 嘉禾粮油等
    return words if is_noun else ""


def behind(words: str) -> str:
    """The noun behind a count: 27件来信; empty where another thing follows."""
    rest = _MORE.sub("", words).removeprefix("的")
    rest = rest[examples.end() :] if (examples := _EXAMPLES.match(rest)) else rest
    rest = _GIVEN.sub("", rest)
    if _NO_NOUN_BEHIND.match(rest):
        return ""
    run = _RUN_BEHIND.match(rest)
    things = _THINGS.match(run[0]) if run else None
    noun = things["noun"] if things else _PREDICATE.sub("", run[0]) if run else ""
    return noun if len(noun) > 1 else ""


def recognised(own: str, words: str) -> str:
    """What some things are recognised as of which a few are named before their count: 等4个镇被列为“示范镇”."""
    kind = _RECOGNISED_AS.match(words) if own.rstrip().endswith("等") else None
    return kind["noun"] if kind else ""


_RECOGNISED_AS: Final = re.compile(
    '[^,，。;；0-9]{0,8}?(?:列[入为]|认定为?|评[为定]为?|命名为|授予|确定为|纳入|入[选围]|上榜|获[评批得])了?为?[“‘"]?'
    "(?P<noun>[\u4e00-\u9fff]{2,16})"
)


def is_cut_off(own: str) -> bool:
    """True where the words before a number end with a verb, whose object stands behind it: 发行4亿美元境外债券."""
    return _TRANSITIVE.search(own.rstrip()) is not None


_TRANSITIVE: Final = re.compile(
    r"(?:发行|发放|拨付|签订|引进|引入|下达|兑付|兑现|募集|偿还|处置|投放|减免|办理|新建|建成|改建|扩建|栽植|新栽|改造|流转|创建|建设|兴建|保障|给予|奖励)(?:了|的|各类|各项|最高|最多|一次性)*"
    "(?:[一两三四五六七八九十][座个条处家间栋])?$"
)


def is_new(words: str) -> bool:
    """True where words before a number tell of what was added or left in a time, and not of what there is."""
    return _NEW.search(words) is not None


def kind_of(noun: str, before_number: str, *, is_rate: bool) -> MetricKind:
    """Whether what a noun names is a flow, a stock or a rate."""
    if is_rate or _OF_RATE.search(noun):
        return "rate"
    if _NEW.search(noun) or _NEW.search(before_number[-len(noun) - 6 :]):
        return "flow"
    return "stock" if _OF_STOCK.search(noun) or _HEAVY.search(before_number) else "flow"
