"""An amount and the words beside it → whether it says which things are meant, as in 2000万元以上工业企业."""

import re
from typing import Final

from indicators.curate.recognition.candidates.english.roles import is_of_each


def says_which(printed: str, before: str, after: str) -> bool:
    """True of an amount that says which things are meant: 2000万元以上工业企业, projects worth 5 million yuan each."""
    at_least = (_AT_LEAST.match(printed) and _OF_IT.match(after)) or (
        (_MORE_THAN.match(printed) and _HOW_MANY.match(after)) or (printed.endswith("以上") and _OR_ABOVE.match(after))
    )
    if printed[-1:] in "万亿元" and _PROJECTS_OF_IT.match(after):
        return True
    if _BEYOND.match(printed) and (_KIND_OF_THING.match(after) or _SOME_OF_THEM.search(before)):
        return True
    if _BEYOND_IT.match(printed) and _COMES_TO.match(after):
        return True
    if is_of_each(printed, before):
        return True
    return bool(
        at_least or _THRESHOLD.match(after) or (printed[-1:] not in _COUNTED and _THRESHOLD_BEFORE.search(before))
    )


_THRESHOLD: Final = re.compile(
    r"(?:及?以上|及?以下|以内)(?:的?[\u4e00-\u9fff]|、[^,，。;；0-9]{2,24}[0-9])|级(?:以上|及)"
)
_AT_LEAST: Final = re.compile("不低于|不少于|不小于|不超过")
_MORE_THAN: Final = re.compile("超过?|不足|达到?|突破")
_HOW_MANY: Final = re.compile("的[\u4e00-\u9fff]{2,8}[有共达]?[0-9]")
"""What stands behind an amount by which things are counted: 年客流量超过6000万人次的机场有4个."""
_BEYOND: Final = re.compile("[超过逾]过?")
_KIND_OF_THING: Final = re.compile("元?(?:的|级)?(?:投资|工业|产业|重大|重点|大)?(?:项目|企业|镇|村)")
"""What stands behind an amount that all of some things exceed: 超亿元投资项目21个."""
_SOME_OF_THEM: Final = re.compile("(?:^|中,?)有[0-9]+[个家](?:项目|企业)?(?:总?投资|营收|营业收入|产值|年?销售)额?$")
"""What stands before what some of the things told of exceed: 20个项目中有5个总投资超过10亿元."""
_PROJECTS_OF_IT: Final = re.compile("(?:的|级)?(?:重大|重点|产业|工业|投资)?(?:大)?项目(?:有|共有?|达到?)?[0-9]")
"""What stands behind the size of some projects that are counted: 10亿元项目7个."""
_OR_ABOVE: Final = re.compile(
    "、[^,，。;；0-9]{2,24}[0-9.]+[^,，。;；0-9]{1,6}以上|[、和及与](?:[0-9.]+[万亿元]{1,2}以上|[^,，。;；0-9]){0,30}(?:项目|企业)"
)
"""What stands behind the first of two thresholds: 年收入30亿元以上、西部地区15亿元以上企业."""
_OF_IT: Final = re.compile("的[\u4e00-\u9fff]")
_BEYOND_IT: Final = re.compile("突破|超过?|破|迈上|跨[过上越]")
_COMES_TO: Final = re.compile("[,，]已?(?:达到?|升至|增至|为)[0-9]")
"""What stands behind what a number is beyond before itself: 首次突破5000万人次,达到5128万人次."""
_COUNTED: Final = frozenset("项个件")
_THRESHOLD_BEFORE: Final = re.compile(
    r"(?<![a-z])(?:mostly|mainly|generally|usually) $|的超过$|年主营业务收入$|(?:起步|起点|门槛|标准)为?$"
)
