"""Words of the overview: headings, columns and notes."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import Counted, LocalText

KEPT: Final = LocalText(zh="{figures}，{articles}，最新一篇为{day}", en="{figures}, {articles}, the newest of {day}")
HOW: Final = LocalText(zh="如何算出", en="How it is worked out")
SAVE_CHART: Final = LocalText(zh="保存或嵌入这幅图", en="Save or embed this chart")
STEPS: Final = LocalText(zh="步骤与区间", en="Steps and intervals")
NEWEST_FIGURE: Final = LocalText(zh="{subject}：{number}", en="{subject}: {number}")

ON_A_YEAR_AGO: Final = LocalText(zh="同比", en="on a year ago")
CONTRIBUTION: Final = LocalText(zh="对增长的拉动，百分点", en="Contribution to growth, percentage points")
A_YEAR_EARLIER: Final = LocalText(zh="上年同期", en="A year earlier")

MAP_FELL: Final = LocalText(zh="{all}地中{fell}地{metric}下降", en="{metric} fell in {fell} of {all} places")
MAP_ROSE: Final = LocalText(zh="{all}地{metric}全部增长", en="{metric} rose in all {all} places")
MAP_UNCLEAR: Final = LocalText(
    zh="{all}地中{rose}地{metric}增长，{fell}地下降",
    en="{metric} rose in {rose} of {all} places and fell in {fell}",
)
MAP_NOTE: Final = LocalText(zh="比上年同期，{period}", en="On a year earlier, {period}")
MAP_ALONE: Final = LocalText(zh="仅看{period}", en="{period} alone")
MAP_VIEWS: Final = LocalText(zh="时期", en="Periods")
MAP_STEPS: Final[tuple[LocalText, ...]] = (
    LocalText(zh="−2% 以下", en="below −2%"),
    LocalText(zh="−2 至 0", en="−2 to 0"),
    LocalText(zh="0 至 2.5", en="0 to 2.5"),
    LocalText(zh="2.5 至 5", en="2.5 to 5"),
    LocalText(zh="5% 以上", en="above 5%"),
)
MAP_FOOT: Final = LocalText(
    zh="各地为大小相等的方格，置于其方位；功能区的数可能也计入所在区县。",
    en="Places as equal squares that keep their bearings; a zone may also be counted in its district.",
)
MAP_DERIVED: Final = LocalText(
    zh="推算：较长时期的数减去较短时期的，今年上年皆然。",
    en="Derived: the longer period less the shorter one, in both years.",
)

THEMES: Final = LocalText(zh="各主题数字一览", en="One figure of each theme")
ALL_FIGURES: Final = LocalText(zh="全部 {count} 个数", en="All {count} figures")
COLUMNS: Final[Mapping[str, LocalText]] = {
    "theme": LocalText(zh="主题", en="Theme"),
    "metric": LocalText(zh="指标和地区", en="Metric and place"),
    "value": LocalText(zh="数额", en="Number"),
    "change": LocalText(zh="增减", en="Change"),
    "mini": LocalText(zh="前、今 · 计划", en="Then, now · plan"),
    "period": LocalText(zh="时期", en="Period"),
    "outlet": LocalText(zh="报道", en="Outlet"),
    "age": LocalText(zh="距今", en="Age"),
}
AGE: Final = LocalText(zh="{years} 年", en="{years} y")
OUTLET: Final = LocalText(zh="{publisher}，{day}", en="{publisher}, {day}")

STANDS_OUT: Final = LocalText(zh="还有哪些值得注意", en="What else stands out")
FURTHER: Final = LocalText(zh="其余发现", en="Further findings")

COUNT_OF_PLANS: Final = Counted(
    LocalText(zh="1项计划", en="one plan"), LocalText(zh="{count}项计划", en="{count} plans")
)
SOME_OF_PLANS: Final = LocalText(zh="{all}项计划中{some}项", en="{some} of {all} plans")
PLANS_AHEAD: Final = LocalText(zh="{period}{plans}快于时间进度", en="{plans} of {period} ran ahead of the calendar")
PLANS_AS_WELL: Final = LocalText(zh="{before}，{period}{plans}亦然", en="{before}, and so did {plans} of {period}")
PLANS_EXCEEDED: Final = Counted(
    LocalText(zh="{period}{plans}超额完成", en="{plans} of {period} was exceeded"),
    LocalText(zh="{period}{plans}超额完成", en="{plans} of {period} were exceeded"),
)
PLANS: Final = LocalText(zh="计划进度", en="Progress to plans")
PLANS_NOTE: Final = LocalText(
    zh="完成年度计划的比例；竖线为当时一年已过去的比例。报纸多报成绩：没有人报道的计划不在这里。",
    en="Share of the annual plan done; the upright line is the share of the year gone. Newspapers print successes: "
    "plans that nobody reported are not here.",
)
YEAR_GONE: Final = LocalText(zh="一年已过 {gone}", en="{gone} of the year gone")
THE_PLAN: Final = LocalText(zh="计划", en="plan")
NEWEST_ARTICLES: Final = LocalText(zh="最新报道", en="Newest articles")
ALL_ARTICLES: Final = LocalText(zh="全部 {count} 篇报道", en="All {count} articles")
NO_HEADLINE: Final = LocalText(zh="标题未存：{figures}", en="Headline not kept: {figures}")
COVERAGE_NOTE: Final = LocalText(
    zh="方格里是数的个数；空白表示没有报道，不是零。",
    en="Squares show the number of figures and lead to them; a blank means not reported, which is not zero.",
)
COVERAGE_SQUARE: Final = LocalText(zh="{region}，{sector}：{count} 个数", en="{region}, {sector}: {count} figures")
