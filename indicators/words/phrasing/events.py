"""Words of events."""

from typing import Final

from indicators.values.text import LocalText

EVENT: Final = LocalText(zh="{date}，{name}", en="{name}, {date}")
LETTERED: Final = LocalText(zh="{letter}：{date}，{name}", en="{letter}: {name}, {date}")
REPORTED_BY: Final = LocalText(zh="（{article}）", en=" ({article})")
IN_CHART: Final = LocalText(zh="事件", en="Events")
"""The heading of events in the table of a chart."""
EVENTS: Final = LocalText(zh="报道的事件", en="Events that it reports")
"""The heading of the list on the page of an article."""
