"""Words of the pages of places and sectors, and of the lists of all of them."""

from collections.abc import Mapping
from typing import Final

from indicators.analysis.standing import NotCompared, StandingVerdict
from indicators.model.vocabulary import Level
from indicators.values.text import Counted, LocalText

LEVELS: Final[Mapping[Level, LocalText]] = {
    "country": LocalText(zh="国家", en="Country"),
    "province": LocalText(zh="省", en="Province"),
    "prefecture": LocalText(zh="地级市", en="Prefecture-level city"),
    "district": LocalText(zh="市辖区", en="District"),
    "county": LocalText(zh="县", en="County"),
    "development-zone": LocalText(zh="功能区", en="Development zone"),
    "town": LocalText(zh="乡镇", en="Town"),
}
SECTOR: Final = LocalText(zh="行业", en="Sector")
PART_OF: Final = LocalText(zh="属于", en="part of")
PARTS: Final = LocalText(zh="包括：{parts}。", en="It includes {parts}.")
EXTENT: Final = LocalText(zh="{figures}，出自 {articles}，{years}。", en="{figures} from {articles}, {years}.")
YEARS: Final = LocalText(zh="{first}—{last}年", en="{first} to {last}")
PEERS: Final = LocalText(
    zh="同它比较的，是{parent}的其他 {count} 个地方。", en="It is compared with the {count} other places of {parent}."
)
MAP: Final = LocalText(zh="{place}在{whole}各地之中的位置", en="Where {place} lies among the places of {whole}")
MAP_OF_PARTS: Final = LocalText(zh="{whole}各地的位置", en="Where the places of {whole} lie")

COPY: Final = LocalText(zh="复制为一段话", en="Copy as a paragraph")
COPIED: Final = LocalText(zh="已复制", en="Copied")
PRINT: Final = LocalText(zh="打印", en="Print")
ALL_FIGURES: Final = LocalText(zh="{place}的全部数", en="All figures of {place}")
COMPARE: Final = LocalText(zh="与……比较", en="Compare with…")

REPORTED: Final = LocalText(zh="报道了什么", en="What has been reported")
NOTHING: Final = LocalText(zh="这里还没有收到关于它的数。", en="This collection has no figure of it yet.")
METRIC: Final = LocalText(zh="指标", en="Metric")
NEWEST: Final = LocalText(zh="最新的数", en="Newest")
YEAR_AGO: Final = LocalText(zh="同比", en="On a year ago")
PERIOD: Final = LocalText(zh="时期", en="Period")
PLAN_OR_EARLIER: Final = LocalText(zh="计划或以往", en="Plan or earlier")
AMONG_PLACES: Final = LocalText(zh="在{parent}各地之间，由低到高", en="Among the places of {parent}, low to high")
AMONG_SECTORS: Final = LocalText(zh="在同一整体的各行业之间，由低到高", en="Among sectors of one whole, low to high")
OUTLET: Final = LocalText(zh="出处", en="Outlet")
OTHER_PLACE: Final = LocalText(zh="其他地方", en="another place")
OTHER_SECTOR: Final = LocalText(zh="其他行业", en="another sector")
YEAR_GONE: Final = LocalText(zh="一年已过的部分", en="share of the year gone")
MORE_ROWS: Final = LocalText(
    zh="这里只列最近的 {count} 项。", en="Only the {count} that were reported last are listed here."
)
ITS_GROWTH: Final = LocalText(zh="其增速", en="its growth")
GROWTH_OF: Final = LocalText(zh="{metric}的增速", en="{metric}, growth")
ALONE: Final = LocalText(zh="其中{period}的增速", en="{period} alone, growth")
SHARE_OF: Final = LocalText(zh="占{whole}的比重", en="share of {whole}")
OF_PLAN: Final = LocalText(zh="完成计划的 {share}", en="{share} of plan")
OF_TARGET: Final = LocalText(zh="完成目标的 {share}", en="{share} of target")
DISPUTED: Final = LocalText(zh="各报道说法不一", en="reports differ")
NUMBER_OF: Final = LocalText(zh="{name} {number}", en="{name} {number}")
LINE: Final = LocalText(zh="{period} {number}", en="{period}: {number}")
PLAN_BAR: Final = LocalText(zh="完成 {share}", en="{share} done")
PLAN_BAR_AND_YEAR: Final = LocalText(zh="完成 {share}，一年已过 {gone}", en="{share} done, {gone} of the year gone")
ABOUT_ZERO: Final = LocalText(zh="≈ 0", en="≈ 0")
DERIVED: Final = LocalText(zh="推算", en="derived")

RANK: Final = LocalText(zh="{count}个中第{rank}", en="{rank} of {count}")
SAME: Final = Counted(
    LocalText(zh="与 1 个相同", en="same as 1"), LocalText(zh="与 {count} 个相同", en="same as {count}")
)
VERDICTS: Final[Mapping[StandingVerdict, LocalText]] = {
    "higher": LocalText(zh="更高", en="higher"),
    "lower": LocalText(zh="更低", en="lower"),
    "between": LocalText(zh="居中", en="in between"),
    "unclear": LocalText(zh="分不出高低", en="cannot be told apart"),
}
HIGHER_THAN: Final = Counted(
    LocalText(zh="高于 1 个", en="higher than 1 other"),
    LocalText(zh="高于 {count} 个", en="higher than {count} others"),
)
LOWER_THAN: Final = Counted(
    LocalText(zh="低于 1 个", en="lower than 1 other"), LocalText(zh="低于 {count} 个", en="lower than {count} others")
)
SAME_AS: Final = Counted(
    LocalText(zh="与 1 个相同", en="the same as 1 other"),
    LocalText(zh="与 {count} 个相同", en="the same as {count} others"),
)
UNCLEAR: Final = Counted(
    LocalText(zh="与 1 个分不出高低", en="cannot be told apart from 1 other"),
    LocalText(zh="与 {count} 个分不出高低", en="cannot be told apart from {count} others"),
)
NOT_COMPARED: Final[Mapping[NotCompared, LocalText]] = {
    "target": LocalText(zh="不可比：目标", en="not comparable: a target"),
    "expected": LocalText(zh="不可比：预计", en="not comparable: an expectation"),
    "own-plan": LocalText(zh="不可比：各有各的计划", en="not comparable: a plan of its own"),
    "own-whole": LocalText(zh="不可比：各占各的整体", en="not comparable: a share of its own whole"),
    "alone": LocalText(zh="同期没有其他的数", en="no other for this period"),
}

GREW: Final = LocalText(
    zh="{period}，{place}{metric}同比增长{growth}，快于另外{others}地中的{below}地{than}。",
    en="{metric} of {place} grew {growth} in {period}, faster than in {below} of {others} other places{than}.",
)
GREW_MOST: Final = LocalText(
    zh="{period}，{place}{metric}同比增长{growth}，快于另外{others}地{than}。",
    en="{metric} of {place} grew {growth} in {period}, faster than in all {others} other places{than}.",
)
GREW_LEAST: Final = LocalText(
    zh="{period}，{place}{metric}同比增长{growth}，慢于另外{others}地{than}。",
    en="{metric} of {place} grew {growth} in {period}, more slowly than in all {others} other places{than}.",
)
FELL: Final = LocalText(
    zh="{period}，{place}{metric}同比下降{growth}，另外{others}地中有{above}地的增速更高{than}。",
    en="{metric} of {place} fell {growth} in {period}; the rate was higher in {above} of {others} other places{than}.",
)
FASTER_THAN_WHOLE: Final = LocalText(
    zh="，也快于{parent}（{rate}）", en=" and faster than in {parent} as a whole ({rate})"
)
WHOLE: Final = LocalText(zh="，{parent}为{rate}", en="; in {parent} as a whole it was {rate}")
RANK_AND_SHARE: Final = LocalText(
    zh="其数额 {amount}，由高到低在 {count} 地中居第 {rank}{share}。",
    en="At {amount} it is {rank} of {count}, counted from the highest{share}.",
)
RANKED: Final = LocalText(
    zh="{period}，{place}{metric}为 {amount}，由高到低在 {count} 地中居第 {rank}{share}。",
    en="{metric} of {place} was {amount} in {period}, {rank} of {count} places, counted from the highest{share}.",
)
AND_SHARE: Final = LocalText(zh="，占{whole}的{share}（推算）", en=", and {share} of {whole} (derived)")
METHOD_TITLE: Final = LocalText(zh="怎么算的", en="How it is worked out")
METHOD: Final = LocalText(
    zh="只比较印出同一时期、同一指标的地方，且印出的数所容许的区间互不重叠。",
    en="Compared are places that print the same metric for the same period, and the intervals that the printed digits "
    "leave open do not overlap.",
)
SOURCE: Final = LocalText(zh="来源：{byline}", en="Source: {byline}")

LACKING: Final = LocalText(zh="近年没有收到的", en="Not reported here in recent years")
LACKING_NOTE: Final = LocalText(
    zh="同级的两地以上近年有结果、而这里近年没有收到的。没有收到，不等于没有这个数。",
    en="Results that two or more like it have for recent years, and this collection has none for here.",
)
LACKING_NONE: Final = LocalText(
    zh="同级的两地以上近年有的，这里近年都有。",
    en="Nothing that two or more others like it have for recent years is missing.",
)
MORE_LACKING: Final = LocalText(zh="另有 {count} 项。", en="And {count} more.")

AND_OTHERS: Final = LocalText(zh="，另有 {count} 地", en=" and {count} more")

PARAGRAPH: Final = LocalText(zh="写成一段话", en="As a paragraph")
COPY_SHORT: Final = LocalText(zh="复制", en="Copy")

PLACES_NOTE: Final = LocalText(
    zh="{entries} 个地方有报道的数，各有一页，列出它最新的数和它在同级各地之间的位置。",
    en="{entries} places have reported figures. The page of each lists the newest, and where it stands among others.",
)
SECTORS_NOTE: Final = LocalText(
    zh="{entries} 个行业有报道的数，各有一页，列出它最新的数。",
    en="{entries} sectors have reported figures. The page of each lists its newest.",
)
LISTED: Final = LocalText(zh="{figures}，最新：{period}", en="{figures}, newest: {period}")
