"""Words of paragraphs about a place, which are copied with the numbers of their sources."""

from collections.abc import Mapping
from typing import Final, Literal

from indicators.model.subjects import Nature
from indicators.values.text import LocalText

Direction = Literal["up", "down", "other"]

OPENING: Final = LocalText(zh="据报道，{place}：", en="{place}, as reported: ")
SUBJECT: Final = LocalText(zh="{metric}（{detail}）", en="{metric} ({detail})")
DETAILS: Final = LocalText(zh="，", en=", ")
MARK: Final = LocalText(zh="[{number}]", en=" [{number}]")
SOURCE: Final = LocalText(zh="[{number}] {byline}", en="[{number}] {byline}")

AMOUNT: Final[Mapping[Nature, LocalText]] = {
    "actual": LocalText(
        zh="{when}，{subject}为{amount}{more}{mark}。", en="{subject} came to {amount} {when}{more}{mark}."
    ),
    "target": LocalText(
        zh="{period}的目标是{subject}{amount}{more}{mark}。",
        en="{subject}: the target for {period} was {amount}{more}{mark}.",
    ),
    "expected": LocalText(
        zh="{period}，预计{subject}为{amount}{more}{mark}。",
        en="{subject}: expected for {period} was {amount}{more}{mark}.",
    ),
}
GROWTH: Final[Mapping[Direction, LocalText]] = {
    "up": LocalText(
        zh="{when}，{subject}同比增长{rate}{mark}。", en="{subject} grew {rate} {when} on a year earlier{mark}."
    ),
    "down": LocalText(
        zh="{when}，{subject}同比下降{rate}{mark}。", en="{subject} fell {rate} {when} on a year earlier{mark}."
    ),
    "other": LocalText(
        zh="{when}，{subject}的同比增速为{rate}{mark}。",
        en="{subject} changed by {rate} {when} on a year earlier{mark}.",
    ),
}
PLANNED_GROWTH: Final[Mapping[Nature, LocalText]] = {
    "target": LocalText(
        zh="{period}的目标是{subject}同比增速{rate}{mark}。",
        en="{subject}: the target for {period} was a change of {rate} on a year earlier{mark}.",
    ),
    "expected": LocalText(
        zh="{period}，预计{subject}同比增速为{rate}{mark}。",
        en="{subject}: expected for {period} was a change of {rate} on a year earlier{mark}.",
    ),
}
OTHER: Final = LocalText(zh="{when}，{subject}：{number}{mark}。", en="{subject}, {when}: {number}{mark}.")

AND_GROWTH: Final[Mapping[Direction, LocalText]] = {
    "up": LocalText(zh="，同比增长{rate}", en=", up {rate} on a year earlier"),
    "down": LocalText(zh="，同比下降{rate}", en=", down {rate} on a year earlier"),
    "other": LocalText(zh="，同比增速{rate}", en=", a change of {rate} on a year earlier"),
}
AND_PLAN: Final = LocalText(zh="，完成年度计划的{share}", en=", {share} of the annual plan")
AND_TARGET: Final = LocalText(zh="，完成目标的{share}", en=", {share} of the target")

DURING: Final = LocalText(zh="{period}", en="in {period}")
OVER: Final = LocalText(zh="{period}", en="over {period}")
ON: Final = LocalText(zh="{period}", en="on {period}")
AT_END: Final = LocalText(zh="截至{period}末", en="at the end of {period}")
AS_OF: Final = LocalText(zh="截至{period}", en="as of {period}")
