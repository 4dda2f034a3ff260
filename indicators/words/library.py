"""Words for users of the library: why there is no chart."""

from typing import Final

from indicators.values.text import LocalText

UNKNOWN_CHART: Final = LocalText(
    zh="没有名为“{name}”的图表；可选：{known}。", en="There is no chart “{name}”; there are: {known}."
)
