"""Words of the page of time: series of a place, figures at their periods, steps, and what was known when."""

from typing import Final

from indicators.values.text import Counted, LocalText

TITLE: Final = LocalText(zh="{place}历年", en="{place} over time")
SITE_TITLE: Final = LocalText(zh="历年", en="Over time")
DECK: Final = LocalText(
    zh="柱的宽度就是时期的长短，半年是一年的一半。没有报道的地方什么也不画。",
    en="Every column is as wide as its period: a half-year is half as wide as a year. Nothing is drawn where nothing "
    "was printed.",
)
PLACE: Final = LocalText(zh="地区", en="Place")
METRIC: Final = LocalText(zh="指标", en="Metric")
THEME: Final = LocalText(zh="主题", en="Theme")
EVERY_METRIC: Final = LocalText(zh="全部", en="all")
EVERY_THEME: Final = LocalText(zh="全部", en="all")
PLACE_OPTION: Final = LocalText(zh="{name}（{periods}）", en="{name} ({periods})")
PERIODS: Final = Counted(
    LocalText(zh="1 个时期", en="one period"), LocalText(zh="{count} 个时期", en="{count} periods")
)
NO_SERIES: Final = LocalText(
    zh="{place}没有一项指标有两个时期的数，画不出变化。",
    en="No metric of {place} has figures of two periods, so nothing can be drawn over time.",
)
MORE_SERIES: Final = LocalText(zh="其他有多个时期的指标", en="Other metrics with several periods")

STEPS: Final = LocalText(zh="{metric}，逐期看", en="{metric}, period by period")
STEP: Final = LocalText(zh="{period}（第 {number} 个时期，共 {count} 个）", en="{period} (period {number} of {count})")
EARLIER: Final = LocalText(zh="上一期", en="Earlier")
LATER: Final = LocalText(zh="下一期", en="Later")
PLAY: Final = LocalText(zh="播放", en="Play")
PAUSE: Final = LocalText(zh="暂停", en="Pause")
STEPS_NOTE: Final = LocalText(
    zh="按数额大小排列；一样长的时期共用一个标尺，不一样长的不能比高低。区间有重叠的，先后不定。",
    en="Largest first. Periods of one length share a scale; others do not compare. Where intervals overlap the order "
    "is not certain.",
)
TILES: Final = LocalText(zh="各地的位置，颜色为同比增速", en="The places at their bearings, coloured by growth")
COLOURS: Final = LocalText(zh="同比增速：", en="Growth on the year:")
WHOLE: Final = LocalText(zh="整体：{name}", en="Whole: {name}")

STRIP: Final = LocalText(zh="全部 {figures}，按时期和主题", en="All {figures} at their periods, by theme")
STRIP_IN: Final = LocalText(zh="{years}的 {figures}，按主题", en="{figures} of {years} at their periods, by theme")
STRIP_NOTE: Final = LocalText(
    zh="条的长短就是时期的长短，旁边是同一时期有几个数。在上面横拖选若干年，点年份只看那一年，点条看那些数。",
    en="A bar is as long as its period; the number counts figures of the same period. Drag over the strip to "
    "choose years; a year narrows it to itself, a bar opens its figures.",
)
STRIP_NOTE_FIXED: Final = LocalText(
    zh="条的长短就是时期的长短，旁边是同一时期有几个数。在上面横拖选若干年。",
    en="A bar is as long as its period; the number counts figures of the same period. Drag over the strip to choose "
    "years.",
)
LEFT_OUT: Final = Counted(
    LocalText(zh="更早的 1 个数没有画出。", en="One figure of an earlier period is not drawn."),
    LocalText(zh="更早的 {count} 个数没有画出。", en="{count} figures of earlier periods are not drawn."),
)
EVERY_YEAR: Final = LocalText(zh="全部年份", en="All years")
BRUSH: Final = LocalText(zh="显示哪些年", en="Years that are shown")
FROM: Final = LocalText(zh="从", en="From")
TO: Final = LocalText(zh="到", en="To")
SHOW_YEARS: Final = LocalText(zh="看{first}—{last}年", en="Show {first}–{last}")
SHOW_YEAR: Final = LocalText(zh="看{year}年", en="Show {year}")
YEARS: Final = LocalText(zh="年份", en="Years")
RANGE: Final = LocalText(zh="{first}—{last}年", en="{first}–{last}")
YEAR: Final = LocalText(zh="{year}年", en="{year}")
BAR: Final = LocalText(zh="{theme}，{period}：{figures}", en="{theme}, {period}: {figures}")

KNOWN: Final = LocalText(zh="知道的数，逐年增加", en="What was known, year by year")
KNOWN_NOW: Final = LocalText(zh="今天知道 {figures}。", en="Known today: {figures}.")
KNOWN_THEN: Final = LocalText(zh="{day}知道 {figures}，今天知道 {all}。", en="Known on {day}: {figures}; today: {all}.")
KNOWN_AT: Final = LocalText(zh="到{day}知道 {figures}", en="{figures} known on {day}")
DAY_BEFORE: Final = LocalText(zh="前一个发表日", en="Publication before")
DAY_AFTER: Final = LocalText(zh="后一个发表日", en="Publication after")
TODAY: Final = LocalText(zh="今天", en="today")
KNOWN_DAY: Final = LocalText(zh="看哪一天所知", en="As known on")
AS_KNOWN_ON: Final = LocalText(zh="{day}：知道 {known} 个数", en="{day}: {known} known")
KNOWN_NOTE_ON_PAGE: Final = LocalText(
    zh="每根柱是到那一年最后一个发表日为止知道的数；点它或拖动滑块，上面的图只留下那一天已经知道的数。",
    en="A column counts the figures that were known by the last publication of its year; a click on it, or the slider, "
    "leaves in the strip above what was known on that day.",
)
KNOWN_NOTE: Final = LocalText(
    zh="每根柱是到那一年最后一个发表日为止知道的数；点它，整个网站就回到那一天。",
    en="A column counts the figures that were known by the last publication of its year; it takes the whole site back "
    "to that day.",
)
