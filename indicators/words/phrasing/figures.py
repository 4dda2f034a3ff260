"""Words for the number of one figure: its qualifier, its interval, and what was reported before."""

from typing import Final

from indicators.values.text import LocalText

NOT_REPORTED: Final = LocalText(zh="未报道", en="not reported")
EARLIER: Final = LocalText(zh="{period}为 {value}", en="{value} in {period}")
AGAINST: Final = LocalText(zh="{change}（比{period}）", en="{change} since {period}")
OF_PLAN: Final = LocalText(zh="完成计划的 {share}", en="{share} of the plan")
OF_WHOLE: Final = LocalText(zh="占整体的 {share}", en="{share} of the whole")
QUALIFIED: Final = LocalText(zh="{qualifier} {number}", en="{qualifier} {number}")
INTERVAL: Final = LocalText(zh="{low} 至 {high}", en="between {low} and {high}")
INTERVAL_OPEN: Final = LocalText(zh="{low} 以上", en="{low} or more")
INTERVAL_OPEN_BELOW: Final = LocalText(zh="{high} 以下", en="{high} or less")
PRINTED_BY: Final = LocalText(zh="“{quote}”——{printed_by}", en="“{quote}” – {printed_by}")
"""The words that hold a number, and who printed them when."""
