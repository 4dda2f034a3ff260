"""Words of the dashboard about how current its data are."""

from collections.abc import Mapping
from typing import Final, Literal

from indicators.values.text import Counted, LocalText

AgeUnit = Literal["moment", "minutes", "hours", "days"]
AGES: Final[Mapping[AgeUnit, Counted]] = {
    "moment": Counted(LocalText(zh="刚才", en="a moment ago"), LocalText(zh="刚才", en="a moment ago")),
    "minutes": Counted(
        LocalText(zh="1 分钟前", en="1 minute ago"), LocalText(zh="{count} 分钟前", en="{count} minutes ago")
    ),
    "hours": Counted(LocalText(zh="1 小时前", en="1 hour ago"), LocalText(zh="{count} 小时前", en="{count} hours ago")),
    "days": Counted(LocalText(zh="1 天前", en="1 day ago"), LocalText(zh="{count} 天前", en="{count} days ago")),
}
NOT_CURRENT: Final = LocalText(
    zh="显示的是截至{age}（世界时 {moment}）的数据；之后的新数据还不能用。{place}：{message}",
    en="These are the data as they were until {age} ({moment} UTC). What is newer cannot be used yet. "
    "{place}: {message}",
)
NOT_CURRENT_ERRORS: Final = LocalText(
    zh="显示的是截至{age}（世界时 {moment}）的数据；之后的新数据有 {errors}，还不能用。第一个：{place}：{message}",
    en="These are the data as they were until {age} ({moment} UTC). What is newer has {errors} and cannot be used yet. "
    "First error: {place}: {message}",
)
CHANGED: Final = LocalText(
    zh="数据刚刚更新：原有 {before}，现有 {after}。本页已换成新数据。",
    en="The data have just been updated: {before} before, {after} now. This page shows the new ones.",
)
CHANGED_INSIDE: Final = LocalText(
    zh="数据刚刚更新，仍是 {after}。本页已换成新数据。",
    en="The data have just been updated; there are still {after}. This page shows the new ones.",
)
NO_DATASET: Final = LocalText(zh="数据还不能用", en="The data cannot be used yet")
NO_DATASET_HINT: Final = LocalText(
    zh="请按下面所说处理；数据一旦可用，本页会自行显示，不必重新启动。",
    en="Do what is said below. As soon as the data can be used this page shows them by itself, without a restart.",
)
