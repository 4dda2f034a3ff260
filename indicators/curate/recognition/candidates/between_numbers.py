"""The words between two numbers → whether they name something new, and how the second number goes with the first."""

import re
from typing import Final

from indicators.curate.recognition.candidates.candidate import NumberRole

_MEANS: Final = (
    r"(?:was|is|are|were|has been|represent(?:s|ed)|mark(?:s|ed)|indicat(?:es|ed)|show(?:s|ed)|means|meant"
    r"|reflect(?:s|ed)|translat(?:es|ed) into|equate[sd] to|correspond(?:s|ed) to)"
)
_A_RISE_OF: Final = (
    r"(?:up |down |about |an? )?(?:year[- ]on[- ]year |yearly |annual )?"
    r"(?:(?:[a-z-]+ )?(?:increase|rise|growth|jump|surge|gain|decrease|decline|fall|drop) of )?"
)
THE_SAME: Final = re.compile(
    r"\s*(?:(?:[Tt]he|[Tt]his|[Tt]hat) (?:figure|value|number|total|volume|amount|output|reading)"
    r"(?:, [^,.;:0-9]{3,60},)?|[Ii]t|[Tt]his|[Tt]hat|[Tt]hey|These"
    r"|The sum|(?:The|This|That|Such)(?: [a-z-]+){0,2} (?P<noun>[a-z]{4,}))"
    r" (?:also )?(?:(?:(?:would|will|should) (?:be(?: equal to)?|equal|account for|make up)"
    rf"|{_MEANS}|made up|accounts? for|accounted for|equals|equall?ed|amount(?:s|ed) to|constitute[sd]"
    rf"|comprise[sd]|took up|contribute[sd]) {_A_RISE_OF}"
    r"|(?:ha[sd] )?(?:increased|rose|risen|grew|grown|climbed|surged|jumped|expanded"
    r"|decreased|declined|fell|fallen|dropped|shrank|went up|went down) (?:by )?"
    r"|(?:exceed|surpass|topp|outstripp)(?:ed|es|s) (?:[^,.;0-9]|(?:19|20)[0-9]{2}){2,60} by )"
    r"|\s*(?:Year[- ]on[- ]year |The )?(?:annual |year[- ]on[- ]year )?[Gg]rowth (?:rate )?"
    r"(?:was|stood at|reached|came to|hit) "
    r"|\s*[A-Z][^,.;:0-9]{3,100} (?:(?:was|were|has|have) )?(?:thus|therefore) (?:[a-z]+ ){0,2}(?:by )?"
)
"""What stands before a rate of the amount that the sentence before told of."""


def noun_behind(text: str, first: int, start: int, end: int) -> tuple[int, int] | None:
    """Where the noun stands behind an English growth: a rise of 5 percent in the number of, a 5-percent rise in the."""
    what = _OF_WHAT.match(text, end)
    says_rise = _RISE_OF.search(text, max(first, start - 40), start) or _OWN_NOUN.match(text, end)
    return what.span("noun") if what and says_rise else None


_OF_WHAT: Final = re.compile(
    r" (?:year[- ]on[- ]year |annual )?(?:(?:increase|growth|rise|decline|decrease|drop|fall|jump|surge) )?in "
    r"(?!the (?:first|second|third|fourth|last|same|period|previous|past|year|month|quarter|half|country|province|city"
    r"|region|county|district|area|world)(?![a-z]))"
    r"(?P<noun>(?:the|its|their) [^,.;0-9]{4,60}|added value|[A-Z]{3,}(?![a-z])"
    r"|(?!value|volume|terms|real|nominal|comparable|constant|dollar|yuan|each|all|recent|line|turn|which|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|part|current|previous|last|that|this)[a-z][a-z-]{2,}(?: [a-z&-]+){0,6})"
)
_RISE_OF: Final = re.compile(r"(?:increase|growth|rise|decline|decrease|drop|fall|jump|surge) of $")
_OWN_NOUN: Final = re.compile(
    r" (?:increase|growth|rise|decline|decrease|drop|fall|jump|surge|year[- ]on[- ]year|annual)(?![a-z])"
)
"""What a growth is of that stands before its noun: a 12.2 percent increase in the added value of."""


def is_rise_of_it(gap: str) -> bool:
    """True of words between an amount and its growth that names it again: 5 tons, a rise of 4 percent in output."""
    return _A_RISE_RIGHT_BEHIND.fullmatch(gap) is not None


_A_RISE_RIGHT_BEHIND: Final = re.compile(
    r",? an? (?:[a-z-]+ ){0,2}?(?:increase|rise|growth|gain|jump|surge|decline|decrease|drop|fall) of "
)


def is_of_both(gap: str) -> bool:
    """True of words between the second of two amounts and the growth of each: of ore, both up."""
    return _BOTH.search(gap) is not None


_BOTH: Final = re.compile(r", (?:both|each) (?:[a-z]+ ){1,3}$")


def is_next_clause(gap: str) -> bool:
    """True of words between a growth and another one with a noun of its own: while sales rose, and investment leapt."""
    return _AND_SOMETHING.fullmatch(gap) is not None


_AND_SOMETHING: Final = re.compile(
    r"(?: [a-z]+){0,8},? (?:and|while|whereas|but) "
    r"(?!(?:an?|it|they|this|that(?! (?:of|in|for))|these|those(?! (?:of|in|for))|which|what|growth|up|down"
    r"|by|year|[a-z]+(?:ed|ing)) )"
    r"[A-Za-z][^,.;:0-9]{2,80} "
)


def is_own_share(gap: str, *, is_money: bool) -> bool:
    """True of what calls the share that an amount has by how it is measured: 项目12个,个数占比30%."""
    return (_OF_MONEY if is_money else _OF_COUNTS).fullmatch(gap) is not None


_OF_MONEY: Final = re.compile("[,，(]?(?:投资额?|金额|总额|资金|产值|规模)占比(?:约?为|达到?|约)?")
_OF_COUNTS: Final = re.compile("[,，(]?(?:个数|数量|总数|户数|人数|家数|面积|规模)占比(?:约?为|达到?|约)?")


def tells_of_another(gap: str) -> bool:
    """True of English words before a share that name what has it: of which the new ones accounted for."""
    return _ANOTHER_ACCOUNTS_FOR.search(gap) is not None


def is_of_what_follows(gap: str, text: str, end: int) -> bool:
    """True of a Chinese share of the things behind it, which is none of the amount before: 产值2亿元,全县90%的乡镇."""
    return _NO_WHOLE.fullmatch(gap) is not None and _OF_WHAT_FOLLOWS.match(text, end) is not None


_NO_WHOLE: Final = re.compile("[,，、][^,，。;；占比达为0-9]{0,6}")
_OF_WHAT_FOLLOWS: Final = re.compile(
    "以?[上下]?的(?:[省市县区乡镇村]|乡镇|行政村|人口|农户|村民|群众|居民|家庭|企业|劳动力)"
)


def has_new_noun(gap: str, role: NumberRole) -> bool:
    """True where the words between an amount and a rate name something else that the rate is of."""
    if role == "share" and tells_of_another(gap):
        return True
    is_going_on = _PARTICIPLE.search(gap) or _SURPASSING.search(gap)
    if is_going_on and not _PART_BEFORE.search(gap):
        return False
    if role == "growth" and _IN_APPOSITION.fullmatch(gap):
        return False
    if own_noun := _OWN_NOUN_BEHIND.match(gap):
        gap = gap[own_noun.end() :]  # 果蔬产出57亿元产值,占种植业产值的33.9%
    if role == "points":
        gap = _OF_THE_RATE.sub("", gap)  # 比重为48.6%,占比较上年同期提高0.9个百分点
    if role == "share":
        gap = _ITS_SHARE.sub("", gap)
    if role == "share" and (whole := _WHOLE.search(gap)):
        return has_noun(gap[: whole.start()])
    return has_noun(_OF_A_WHOLE.sub("", gap) if role in {"share", "completion"} else gap)


_ANOTHER_ACCOUNTS_FOR: Final = re.compile(
    r"(?:, of which|, and|, while|,? with| and) (?!(?:it|they|this|that|which|these|those|also|now)(?![a-z]))"
    r"[A-Za-z][A-Za-z'’ -]{1,90} (?:account(?:s|ed|ing)? for|ma(?:de|kes?|king) up)(?: [a-z]+)? $"
    r"|, (?:covering|serving|benefiting|reaching) $"
    r"|, with (?!(?:an?|the|its|their) share)[A-Za-z][A-Za-z'’ -]{1,60} "
    r"(?:taking(?: up)?|contributing|representing)(?: an?)? $"
)
"""How the words end that tell of something else than the amount before them: of which the new ones accounted for."""
_OWN_NOUN_BEHIND: Final = re.compile("的?(?:产值|游客|投资|资金|收入|税收|贷款|订单|项目|企业|用户|岗位)(?=[,，])")
"""The noun of an amount that stands right behind it."""
_IN_APPOSITION: Final = re.compile(
    r"(?! and )[^,;:0-9]{0,120}, (?:(?:up|down)(?: by)? "
    r"|(?:(?:after|with|following) )?(?:an? (?:[a-z-]+ ){0,2}?|(?:year[- ]on[- ]year|annual) )?"
    r"(?:increase|rise|growth|gain|jump|surge|decline|decrease|drop|fall) of "
    r"|(?:(?:al)?though|but|and|while) (?:it|they|this|these) (?:(?!would|could|might)[a-z]+ ){1,3})?"
)
"""The words between an amount and its growth in the next clause: of steel, up; of sales, after growth of."""
_PARTICIPLE: Final = re.compile(
    r", (?:also |even |thus |[a-z]+ly )?(?!reaching|hitting|totall?ing|with|including)"
    r"(?:[a-z]{3,}ing(?: up| down| for)?|up|down)(?: by| about| around| nearly)? $"
)
"""How the words end that go on to tell of the amount before: were registered in May, skyrocketing 290 percent."""
_SURPASSING: Final = re.compile(
    r"(?:,|\)|,? and|,? which) (?:surpass|exceed|beat|topp?|outstripp?|outpac|overtak|overtook)[a-z]* [^,.;]{2,50} by $"
)
"""How they end where what is told before was less: yuan, surpassing last year's total by 5 percent."""
_PART_BEFORE: Final = re.compile(r", (?:with|of which|among which|while|whereas|but|and) |; |—|--|: ")
_OF_THE_RATE: Final = re.compile("占比|比重|比例|^[^0-9]{0,4}率")
_ITS_SHARE: Final = re.compile(
    r",? (?:and|with|while) (?:its|their|the|a) (?:[a-z]+ ){0,2}(?:share|proportion)[ a-z]{0,24}$"
)
"""What a share is called that an amount has of a whole: and their share rose to."""
_WHOLE: Final = re.compile("(?:在[^,，。;；]{1,24}[中里]所?)?占[^占,，。]{0,40}$")
"""What a number is a share of: 完成吞吐量 is another one's in 完成吞吐量占全国的81%, and no 外贸 in 在外贸中占45%."""
_OF_A_WHOLE: Final = re.compile(
    r"[^,，。]{0,8}完成率[^,，。]{0,4}$|(?:占|完成|达到?|实现|超额完成|超)[^,，。]{0,24}$|accounting for .*$"
    r"|[^,，]{0,12}(?:计划|任务|目标|预算)[^,，]{0,6}$"
)


def is_change_since(words: str) -> bool:
    """True where Chinese words before an amount say that something rose or fell by it since a time before."""
    return _CHANGED_SINCE.search(words) is not None


_CHANGED_SINCE: Final = re.compile(
    "(?:[比较](?:年初|[上去]年末?|[上去]年同期)|同比)(?:净?增加|减少|[增减][收支产])$|(?:存款|贷款)(?:余额)?新增$|(?:削减|压减|减排)了?$"
)


def tells_of_something(words: str) -> bool:
    """True of English words before the first number of a sentence that name anything at all: Lamps, however, rose."""
    return words.isascii() and _ANYTHING.search(_NOTHING.sub(" ", words)) is not None


_ANYTHING: Final = re.compile(r"[A-Za-z]{3}")
_NOTHING: Final = re.compile(
    r"\b(?:up|down|rose|ris(?:es?|en|ing)|gr[eo]w(?:n|th|ing|s)?|increas(?:e[sd]?|ing)|climb(?:ed|ing)?|jump(?:ed|ing)?"
    r"|surg(?:ed?|ing)|soar(?:ed|ing)|gain(?:ed|ing|s)?|expand(?:ed|ing)|fell|fall(?:s|en|ing)?|declin(?:e[sd]?|ing)"
    r"|decreas(?:e[sd]?|ing)|drop(?:s|ped|ping)?|slip(?:ped|ping)|dip(?:ped|ping)?|shr[aiu]nk|higher|lower|rate|figure"
    r"|which|that|this|these|those|number|value|volume|total|with|was|were|has|had|have|been|also|and|the|its|their|than"
    r"|from|over|for|but|while|they|it|however|meanwhile|representing|marking|respectively|year[- ]on[- ]year|annual"
    r"|same|period|last|previous|year|month|quarter|average|about|around|by|compared|in|of|on|an?|to|is|are)\b",
    re.IGNORECASE,
)


def has_noun(words: str) -> bool:
    """True where some words name something that a number may be of."""
    words = _WHAT_IT_IS_OF.sub("", _BRACKETS.sub("", words))
    if "增加值" in words and _VALUE_ADDED.search(words):
        return True
    rest = _CONNECTING.sub("", words)
    if (
        len(_CHINESE.findall(rest)) >= 2
        or _ACRONYM.search(rest)
        or _ELLIPTIC.search(words)
        or _GROWTH_WAS.search(words)
    ):
        return True
    if _WILL_RISE.search(words) or _WAS_UP.search(words) or _GROWTH_OF.search(words) or _WITH_RISING.search(words):
        return True
    return bool(_ENGLISH_NOUN.search(_ENGLISH_CONNECTING.sub("", words)))


_WHAT_IT_IS_OF: Final = re.compile(
    r"^ (?:(?:of|in|from|for|worth of|by|at|as of|since) [A-Za-z][^,.;:0-9]{2,60}"
    r"|[^,.;:0-9]{0,50}(?<![a-z])(?:were|was|been) [^,.;:0-9]{2,60})(?=, )"
)
"""What follows an English amount and is of it, up to a comma: 3 billion yuan in tourism revenue, up."""
_WAS_UP: Final = re.compile(
    r"(?<![a-z])(?!(?:which|that|this|these|those|both|all|figures?|numbers?|values?|volumes?|totals?) )"
    r"[a-z]{3,},?(?: however,)? (?:was|were|is|are) (?:up|down)(?: by)? $",
    re.IGNORECASE,
)
"""A noun that was up or down by a rate: while imports were down 3 percent."""
_WILL_RISE: Final = re.compile(
    r"(?<![a-z])(?!(?:which|that|this|these|those|both|all|it|they|figures?|numbers?|values?|volumes?|totals?) )"
    r"[a-z]{3,} (?:should|will|(?:(?:is|are) (?:[a-z]+ )?)?to) "
    r"(?:rise|grow|increase|climb|expand|gain|go up) (?:by )?$",
    re.IGNORECASE,
)
"""A noun that is to rise by a rate: and consumer prices are expected to rise 3 percent."""
_WITH_RISING: Final = re.compile(
    r"(?:, (?:with|of which|among which|including)| and)"
    r" (?!ma(?:de|kes|king) |t(?:ook|akes|aking) |an? |year"
    r"|annual|growth|(?:the|its|their) "
    r"(?:number|figure|total|value|volume|amount) )[a-zA-Z][^,.;0-9]{3,80} "
    r"(?:up|down|(?:ris|grow|climb|surg|soar|jump|increas|expand|add|gain|fall|declin|decreas|dropp|slipp|dipp|shrink|los"
    r"|shedd)ing)"
    r"(?: by)? $"
)
"""A part that rose by a rate of its own: grew 5 percent, with investment in manufacturing surging 21 percent."""
_GROWTH_OF: Final = re.compile(
    r"(?:^|[,:] (?:and )?)(?:the )?(?!an? |with |growth|increase|year[- ]on|annual|[a-z]+ing )"
    r"[A-Za-z][A-Za-z' -]{2,60} (?:growth|increase)(?: rate)? of $"
)
"""A noun before its growth: GDP growth of 5 percent; an increase of 5 percent is that of another one."""


_ELLIPTIC: Final = re.compile(
    r"(?<![a-z-])(?!(?:increas|decreas|gr[eo]w|ris|rose|declin|drop|fell|fall|expand|climb|jump|surg|up|down|year|month"
    r"|accelerat|slow|widen|narrow|edg|soar|gain|shr)[a-z-]*|[a-z-]*ly )[a-z-]{3,} by $",
    re.IGNORECASE,
)
"""A noun without its verb before what it grew by: joint-stock firms by 8.5 percent."""
_GROWTH_WAS: Final = re.compile(
    r"(?:[A-Z]{3,}|(?!year|annual)[a-z]{4,}) growth(?: rate)? [^.;0-9]{0,60}(?:was|is|stood at|came to|reached|hit) $"
    r"|growth rate of [a-z][^.;0-9]{3,80} (?:was|is|stood at|came to|reached|hit) $"
)
"""The noun of a growth that is the subject itself: the GDP growth for the first quarter was 6.4 percent."""
_BRACKETS: Final = re.compile(r"\([^()]{0,40}\)?")
_ACRONYM: Final = re.compile("(?<![A-Za-z])[A-Z]{2,6}(?![A-Za-z ])")
"""A noun of Chinese articles: CPI同比上涨."""
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_VALUE_ADDED: Final = re.compile("增加值(?!占)")
"""A noun with the word for a growth in it."""
_CONNECTING: Final = re.compile(
    r"[与和同比较][^,，]{0,10}(?:相比|比较)|按?(?:可比|不变|现行)?(?:价格?|口径|因素)(?:计算)?|(?:扣除|剔除|考虑)[^,，。;；0-9]{1,14}(?:因素|影响)(?:之?后)?|按?(?:自然|可比|同)?口径(?:计算)?|[比较与](?:上年|去年|年初|上月|前年|一季度|[0-9]{4}年)(?:同期|同月)?(?:相比)?"
    r"|同比|环比|可比价?|同口径|分别|实际|名义|累计|平均|预计|大幅|稳步|小幅|继续|年均|增速|增幅|涨幅|降幅|[增减][收支产利]|增长率?|下降|上升|上涨|回落|减少|削减|压减|增加|提高|提升|加快|扩大|改善|好转|回升|攀升|跃升|激增|猛增|收窄|增|降"
    r"|(?:首次|历史性|再次|成功)?(?:突破|迈上|跨[上过越]|站上)[^,，]{0,10}(?:大关|关口|台阶)|大关"
    r"|(?:资金|经济)?总[量额数]|创[^,，]{0,8}(?:新高|最高)|(?:[总产]量|规模|总产|面积)?(?:位?居|排名?)[^,，]{0,10}(?:第|前列|首位|前茅)"
    r"|去年|上年|由[^,，]{0,12}转|达到?|为|约|超过?|近|了|的|均|且|并|其中|也|又|再|已|占|完成|实现|年度|全年|计划|任务|目标|位居|全[国省市县区]"
    r"|[\s,，、:：;；(（)）“”\"']|第[一二三四五六七八九十0-9]+位?|[0-9.%]+"
)
_ENGLISH_NOUN: Final = re.compile(
    r"(?:[a-z]{4,}|(?-i:[A-Z]{3,})),?(?:\s+[a-z'-]+)*\s+(?:rose|grew|grow|climbed|fell|increas|decreas|declin|dropp|dipp|slipp|lost|shed|gain|adding|surg|jump|soar|expand|shrank|contract|advanc|rebound"
    r"|edged|went|saw|post|record|report|enjoy|witness|register|of|came to|reach|hit|total|stood|amount)"
    r"|, (?:of which|with) ",
    re.IGNORECASE,
)
_ENGLISH_CONNECTING: Final = re.compile(
    r"\ban? (?:[a-z-]+ ){0,3}(?:surge|jump|gain|climb|leap|fall|plunge|slump|expansion|contraction|hike) of\b|"
    r"\b(?:up|down|an?|the|increas(?:e|ing)|decreas(?:e|ing)|rise|rising|growth|growing|declin(?:e|ing)|drop(?:ping)?)\b"
    r"|\b(?:falling|surging|soaring|respectively|year[- ]on[- ]year|percent|of|by|in)\b"
    r"|\b(?:representing|reflecting|marking|registering|which|was|is|and|or|with)\b",
    re.IGNORECASE,
)


def is_of_a_plan(before: str, between: str) -> bool:
    """True of the words before a number, and between it and the next one, of a plan of which that is a part."""
    if _PLAN_BEHIND.fullmatch(between):
        return _DONE_OF_IT.search(before) is not None
    return between.strip() == "的" and _OF_A_PLAN.search(before) is not None


_PLAN_BEHIND: Final = re.compile("(?:年度|全年)?(?:目标任务|任务目标|目标|任务|计划)数?的")
_DONE_OF_IT: Final = re.compile("(?:完成|占)[^,，。;；0-9]{0,12}$")
"""What stands around an amount that is a plan by the words behind it: 完成市里下达9亿元目标任务的70%."""
_OF_A_PLAN: Final = re.compile(r"(?:完成|占|为|实现)[^,，]{0,10}(?:目标|任务|计划|指标|预算)(?:任务|数)?$")


def is_done_of_a_plan(plan: str, between: str) -> bool:
    """True of the words before a plan, and between a share of it and the amount behind, which is what was done of it.

    年度计划投资41亿元,已完成年度计划的50%,完成投资20亿元.
    """
    return _PLANNED.search(plan) is not None and _DONE_BEHIND.fullmatch(between) is not None


_PLANNED: Final = re.compile("(?:计划|目标|任务)[^,，。;；]{0,8}$")
_DONE_BEHIND: Final = re.compile("[,，](?:累计|实际|共)?完成[\u4e00-\u9fff]{0,6}")
