"""Words for the number of one figure: its qualifier, its interval, and what was reported before."""

from collections.abc import Mapping
from typing import Final

from indicators.values.quantities import Qualifier
from indicators.values.text import LocalText

NOT_REPORTED: Final = LocalText(zh="未报道", en="not reported")
EARLIER: Final = LocalText(zh="{period}为 {value}", en="{value} in {period}")
QUALIFIED: Final[Mapping[Qualifier, LocalText]] = {
    "exact": LocalText(zh="{number}", en="{number}"),
    "about": LocalText(zh="约 {number}", en="about {number}"),
    "nearly": LocalText(zh="近 {number}", en="nearly {number}"),
    "over": LocalText(zh="超过 {number}", en="over {number}"),
    "under": LocalText(zh="不到 {number}", en="under {number}"),
    "at-least": LocalText(zh="至少 {number}", en="at least {number}"),
    "at-most": LocalText(zh="至多 {number}", en="up to {number}"),
}
"""How a number is qualified that does not stand as it was printed."""
INTERVAL: Final = LocalText(zh="{low} 至 {high}", en="between {low} and {high}")
INTERVAL_OPEN: Final = LocalText(zh="{low} 以上", en="{low} or more")
INTERVAL_OPEN_BELOW: Final = LocalText(zh="{high} 以下", en="{high} or less")
