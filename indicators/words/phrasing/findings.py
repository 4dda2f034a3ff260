"""Words of findings: what stands out in the figures, how it was worked out, and where it was printed."""

from collections.abc import Mapping
from typing import Final

from indicators.analysis.findings.finding import FindingKind
from indicators.values.text import Counted, LocalText

SUBJECT: Final = LocalText(zh="{region}{metric}{aside}", en="{region}’s {metric}{aside}")
ASIDE: Final = LocalText(zh="（{place}）", en=" ({place})")
KICKER: Final = LocalText(zh="{theme} · {period}", en="{theme} · {period}")
ABOUT: Final = LocalText(zh="约{number}", en="about {number}")

OPPOSITE_PARTS: Final[Mapping[tuple[bool, bool], LocalText]] = {
    (True, True): LocalText(
        zh="{subject}的增长全部来自{lead}，{opposed}下降",
        en="All of the growth in {subject} came from {lead}; {opposed} fell",
    ),
    (True, False): LocalText(
        zh="{subject}的下降全部来自{lead}，{opposed}增长",
        en="All of the fall in {subject} came from {lead}; {opposed} rose",
    ),
    (False, True): LocalText(zh="{subject}增长，而{opposed}下降", en="{subject} rose although {opposed} fell"),
    (False, False): LocalText(zh="{subject}下降，而{opposed}增长", en="{subject} fell although {opposed} rose"),
}
"""Whether one part alone moved as the whole did, and whether the whole rose → the sentence."""
ROSE_TO: Final = LocalText(zh="{metric}同比增长{growth}，为{amount}", en="{metric} rose {growth} to {amount}")
FELL_TO: Final = LocalText(zh="{metric}同比下降{growth}，为{amount}", en="{metric} fell {growth} to {amount}")
PARTS_DECK: Final = LocalText(zh="{change}：{contributions}。", en="{change}. {contributions}.")
ADDED: Final = LocalText(zh="{name}拉动{points}个百分点", en="{name} added {points} points")
TOOK_AWAY: Final = LocalText(zh="{name}下拉{points}个百分点", en="{name} took away {points}")

INSIDE_BOTH: Final = LocalText(
    zh="仅看{period}，{fallen}{metric}同比下降{fall}，{risen}增长{rise}",
    en="In {period} alone {fallen}’s {metric} fell {fall}; {risen}’s rose {rise}",
)
INSIDE_FELL: Final = LocalText(
    zh="仅看{period}，{subject}同比下降{change}，此前{earlier}为{before}",
    en="In {period} alone {subject} fell {change}, after {before} in {earlier}",
)
INSIDE_ROSE: Final = LocalText(
    zh="仅看{period}，{subject}同比增长{change}，此前{earlier}为{before}",
    en="In {period} alone {subject} rose {change}, after {before} in {earlier}",
)
INSIDE_DECK: Final = LocalText(
    zh="{place}：{longer}{amount}（{growth}），其中{shorter}{earlier}（{before}）。",
    en="{place}: {amount} in {longer} ({growth}), of which {earlier} in {shorter} ({before}).",
)

FEW_FELL: Final = LocalText(
    zh="{few}{metric}下降，{parent}另外{count}地增长",
    en="{metric} fell in {few} and rose in {count} other places of {parent}",
)
FEW_ROSE: Final = LocalText(
    zh="{few}{metric}增长，{parent}另外{count}地下降",
    en="{metric} rose in {few} and fell in {count} other places of {parent}",
)
CHANGE_OF_PLACE: Final = LocalText(zh="{place}{change}", en="{place} {change}")

REVERSED_DOWN: Final = LocalText(
    zh="{subject}在{earlier}增长{before}之后，{period}下降{after}",
    en="{subject} fell {after} in {period}, after rising {before} in {earlier}",
)
REVERSED_UP: Final = LocalText(
    zh="{subject}在{earlier}下降{before}之后，{period}增长{after}",
    en="{subject} rose {after} in {period}, after falling {before} in {earlier}",
)
FROM_TO: Final[Mapping[bool, LocalText]] = {
    True: LocalText(
        zh="{subject}由{earlier}的{before}增至{period}的{after}",
        en="{subject} rose from {before} in {earlier} to {after} in {period}",
    ),
    False: LocalText(
        zh="{subject}由{earlier}的{before}降至{period}的{after}",
        en="{subject} fell from {before} in {earlier} to {after} in {period}",
    ),
}
"""Whether it rose → the sentence."""
GREW_TO: Final = LocalText(
    zh="{subject}同比增长{growth}，为{amount}", en="{subject} rose {growth} on a year earlier, to {amount}"
)
PLAN_DONE: Final = LocalText(
    zh="{subject}完成{year}计划的{share}", en="{subject} reached {share} of the plan for {year}"
)
PLAN_SO_FAR: Final = LocalText(
    zh="{period}，{subject}已完成全年计划的{share}", en="In {period} {subject} had reached {share} of the year’s plan"
)
PLAN_DECK: Final = LocalText(
    zh="当时一年已过去{gone}。这段时期：{amount}。", en="{gone} of the year had gone by then. The amount was {amount}."
)
PLAN_AMOUNT: Final = LocalText(zh="全年：{amount}。", en="The amount was {amount}.")
DISAGREE: Final = LocalText(
    zh="各报道所载的{subject}不一：{high}，{low}", en="Articles print different numbers for {subject}: {high} and {low}"
)

METHODS: Final[Mapping[FindingKind, LocalText]] = {
    "opposite-parts": LocalText(
        zh="各部分上年同期的数由所印的数额和增速推得；其增减除以整体上年同期的数。斜纹为推算。",
        en="Each amount of a year earlier follows from the printed amount and growth; the change is divided by the "
        "whole of a year earlier. Hatched means derived.",
    ),
    "months-inside": LocalText(
        zh="较长时期的数与上年同期数，各减去较短时期的。圆点为较短时期所印的增速。区间含零的写作 ≈ 0。",
        en="The longer period less the shorter one, in both years. The dot is the growth of the shorter one, as "
        "printed. ≈ 0 is where the interval holds zero.",
    ),
    "against-the-trend": LocalText(
        zh="各地同一时期的同比增速，照原文；只列有报道的地方。",
        en="Growth on a year earlier in one period, as printed; places that nobody reported are not counted.",
    ),
    "reversal": LocalText(zh="两个同样长的时期的同比增速，照原文。", en="Growth on a year earlier, as printed."),
    "multiple": LocalText(
        zh="两个数都照原文；其间没有报道的不作推断。",
        en="Both numbers are as printed; nothing is said of the time between them.",
    ),
    "pace": LocalText(
        zh="完成计划的比例照原文，与一年已过去的比例相比。",
        en="The share of the plan as printed, beside the share of the year that had gone.",
    ),
    "disagreement": LocalText(
        zh="按所印的精度，两个数不可能都对。", en="As exact as they are printed, not all of them can be right."
    ),
}
GROWTH_METHOD: Final = LocalText(
    zh="增速照原文；上年同期的数由此推得。",
    en="The growth is as printed; the amount of a year earlier follows from it. Hatched means derived.",
)
GROWTH_ONLY_METHOD: Final = LocalText(zh="增速照原文。", en="The growth is as printed.")
COUNT: Final = Counted(
    LocalText(zh="1 项发现", en="One finding"), LocalText(zh="{count} 项发现", en="{count} findings")
)
OF_THEME: Final = LocalText(zh="{theme}：{findings}", en="{theme}: {findings}")
ALL_FINDINGS: Final = Counted(
    LocalText(zh="这一项发现", en="The one finding"), LocalText(zh="全部 {count} 项发现", en="All {count} findings")
)
TITLE: Final = LocalText(zh="发现", en="Findings")
DECK: Final = LocalText(
    zh="由规则从所印的数里找出，最值得注意的在前。每一项在所印精度容许的任何数下都成立。",
    en="Found in the printed numbers by rules, the most newsworthy first. Each holds for every number that the printed "
    "digits allow.",
)
SINCE: Final = LocalText(
    zh="数据很多，发现、地图和计划只看最近的：{day}及以后结束的时期。",
    en="There are so many figures that findings, map and plans look only at the newest: those of periods that ended on "
    "{day} or later.",
)
"""What the overview and the list of findings say where these look at the newest figures only."""
EVERY_THEME: Final = LocalText(zh="全部主题", en="All themes")
SHEETS: Final = LocalText(zh="各页", en="Pages of the list")
BACK: Final = LocalText(zh="概览", en="Overview")
SOURCE: Final = LocalText(zh="来源：{articles} · {figures}", en="Source: {articles} · {figures}")
MORE_ARTICLES: Final = Counted(LocalText(zh="另 1 篇", en="one more"), LocalText(zh="另 {count} 篇", en="{count} more"))
