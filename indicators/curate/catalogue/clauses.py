"""The words before a number → its own clause without what fills it up, and whether words before a name narrow it."""

import re
from typing import Final

_MARKS: Final = re.compile(r"[,，;；:：。!?！？\n]|(?<![了])了")
BRACKETED: Final = re.compile(r"[(（][^()（）]{0,40}[)）]")
"""What stands in brackets, with them."""
_SIGNS: Final = re.compile(r"[()（）“”\"'‘’《》、·\s]")
_LONGEST: Final = 120
"""So many characters before a number can name what it is of."""
_IN_ALL: Final = "累计"
_DONE: Final = re.compile(
    "(?<=[业额区县市])(?:累计)?(?:完成|实现)(?=(?:商品)?销售额|营业额|营业收入|增加值|总?产值|零售额)"
)
"""A verb between a branch and what is counted of it: 批发业完成销售额."""
_TAIL: Final = re.compile(
    r"(?:累计|合计|共计|总计|总共|一共|[共现已]有|[共已]|已经|分别|各自|大?约为?|近|超过?|突破|逾|[达到至]到?了?|[为是有]"
    r"|完成|实现|预计|预期|预期|预计|有望|将要?|(?<![谈展览协学工委介论布讲训运])会|(?:增长|增加|上升|提高|扩大|扩增|减少|下降|发展|恢复|调整)[到至为]?"
    r"|同比|环比|分别|[削压]减|[比较](?:上年|去年)(?:同期)?|上涨|下跌|回落|回升|降低|(?<![新净])增|(?<!起)降|升|实际|名义|均|仅|维持在|保持在|稳定在|的|数值|水平)+$"
)
"""What stands between a noun and its number."""
_FILLS: Final = re.compile(
    r"[0-9]{4}(?:年度?|[-—–~至][0-9]{4}年?)|[0-9]{1,2}(?:[-—–~至][0-9]{1,2})?月份?|[0-9]{1,2}[日号]|[今去前明本当同上]年|[上下]半年|[前一二三四]+季度|[“”\"]?十[一二三四五]五[“”\"]?"
    r"|时?期间?|以来|年[末底初]|[期月季]末|[末底]|截[至止]|全年|当[月日年]|目前|现在|今后|此前|至此|年均?|月均?|日均?|每[年月日天]|平均每[年月日天]"
    r"|[全我本该][国省市县区州旗镇乡盟]|[我本该][局行院校社园港]|地区|各地|境内|辖区|市域|区域内?|全域|城乡(?=公|道)|(?!新|城|净)[\u4e00-\u9fff]{1,5}(?<!城)[省市县州旗盟]|[\u4e00-\u9fff]{2,4}(?<![社景园山郊灌库矿林牧湖城片校厂小老市])区|平均|地级及以上城市"
    r"|其中|此外|同时|另外?|以及|及|和|与|并|且|还|也|又|对|在|从|由|于|把|将|使|让|按|以|中|里|内|上|等"
    r"|累计|合计|共计|总计|一共|[共现已]有|[共已]|新?登记|注册|各级各?类?|各类|实有|拥有|具有|现有|保有|在册|建有|设有|有|无"
    r"|完成|实现|达到?|接待|办理|受理|发放|提供|收购|生产|投入|获得|取得|建成|开工|竣工|实施|组织|开展|培育|引进|吸引|安排|落实|筹集|支付|支出(?=各)|发行"
    r"|推动|促进|带动|拉动|预计|预期|计划|力争|确保|目标|任务|主要|全部|全社会|社会|总体|整体|统计|数据显示|显示|据|当地|本地|的|了|是|为|总"
)
"""Words that say when, where or that something was done: they do not narrow what stands behind them."""


_FROM_A_LEVEL: Final = re.compile(
    r"(?:分别)?[由从][^,，。;；]{0,24}[0-9][^,，。;；]{0,12}"
    r"(?:上升|上涨|跃升|增加|增长|提高|提升|扩大|发展|下降|减少|降低|回落|缩减|[升降增减])[为到至][^,，。;；0-9]{0,6}$"
)
"""What stands between a noun and the level to which it rose from another one: 由2015年的31.2%提高到目前的."""


def clause_of(own: str) -> tuple[str, ...]:
    """The last clause of the words before a number, up to its noun: without brackets, and with what stands in them."""
    own = own[-_LONGEST:]
    forms = (BRACKETED.sub("", own), own) if "(" in own or "（" in own else (own,)
    several = []
    for form in forms:
        words = _DONE.sub("", _TAIL.sub("", _FROM_A_LEVEL.sub("", form.rstrip(" ,，:：、"))))
        several.append(_SIGNS.sub("", _MARKS.split(words)[-1]).replace(_IN_ALL, ""))
    return tuple(dict.fromkeys(several))


def plain(name: str) -> tuple[str, ...]:
    """A Chinese name as it is looked for: without signs, and with and without what stands in brackets."""
    without = name.replace(_IN_ALL, "")
    return tuple(dict.fromkeys((_SIGNS.sub("", BRACKETED.sub("", without)), _SIGNS.sub("", without))))


def narrows(words: str) -> bool:
    """True of words before a name that make it the name of something else: those of 城镇 in 城镇常住人口."""
    words = words.rpartition("分别")[2]
    return bool(_FILLS.sub("", words).strip("0123456789.%-—–~ "))
