"""Words of the dashboard's pages."""

from collections.abc import Mapping
from typing import Final

from indicators.links import Kind as LinkKind
from indicators.text import LocalText

LANGUAGE: Final = LocalText(zh="语言", en="Language")
LANGUAGES: Final = {"zh": "中文", "en": "English"}
NAVIGATION: Final[Mapping[str, LocalText]] = {
    "overview": LocalText(zh="概览", en="Overview"),
    "explore": LocalText(zh="探索", en="Explore"),
    "sources": LocalText(zh="来源", en="Sources"),
    "checks": LocalText(zh="校核", en="Checks"),
}

STANDFIRST: Final = LocalText(
    zh="{figures}，出自 {articles}，{first}—{last}。点任何一个数，看它的原文和出处。",
    en="{figures} from {articles}, {first}–{last}. Choose any of them to read the words it was printed in, and where.",
)
CHARTS: Final[Mapping[str, LocalText]] = {
    "region": LocalText(zh="按地区", en="By region"),
    "sector": LocalText(zh="按行业", en="By sector"),
    "growth": LocalText(zh="同比增长", en="Growth against last year"),
    "progress": LocalText(zh="计划进度", en="Progress to plan"),
    "time": LocalText(zh="历年变化", en="Over time"),
    "parts": LocalText(zh="整体与部分", en="Parts of a whole"),
    "map": LocalText(zh="地图", en="Map"),
    "then": LocalText(zh="上年与今年", en="Then and now"),
    "pipelines": LocalText(zh="项目进程", en="The pipeline"),
    "coverage": LocalText(zh="报道覆盖", en="Coverage"),
}
NEWEST: Final = LocalText(zh="最新报道", en="Newest articles")
SHOW: Final = LocalText(zh="图表", en="Chart")
SHOW_ALL: Final = LocalText(zh="全部", en="All")
CANNOT: Final[Mapping[str, LocalText]] = {
    "sector": LocalText(
        zh="所选各数只涉及一个行业，不能按行业比较。",
        en="These figures are all of one sector, so there is nothing to compare by sector.",
    ),
    "region": LocalText(
        zh="所选各数只涉及一个地区，不能按地区比较。",
        en="These figures are all of one region, so there is nothing to compare by region.",
    ),
    "time": LocalText(
        zh="没有哪个地区和行业报道过两个同样长短的时期，画不出变化。",
        en="No region and sector has two periods of the same length, so there is no line to draw.",
    ),
    "parts": LocalText(zh="所选各数没有分列的部分。", en="None of these figures is itemised into parts."),
    "growth": LocalText(zh="所选各数没有报道同比增速。", en="No growth is reported for these figures."),
    "progress": LocalText(
        zh="所选各数没有报道完成计划的比例。", en="No share of a plan is reported for these figures."
    ),
    "map": LocalText(
        zh="所选各数的地区没有标注位置，或没有数值。", en="These figures have no amounts, or their regions no location."
    ),
}
CAN: Final = LocalText(zh="可以看：{charts}。", en="There is: {charts}.")
MORE_FILTERS: Final = LocalText(zh="更多筛选", en="More filters")
NATURE: Final = LocalText(zh="性质", en="Nature")
PUBLISHER: Final = LocalText(zh="发布者", en="Publisher")
EVERY_NATURE: Final = LocalText(zh="全部性质", en="All natures")
EVERY_PUBLISHER: Final = LocalText(zh="全部发布者", en="All publishers")
SHARE: Final = LocalText(zh="分享", en="Share")
SHARE_LINK: Final = LocalText(
    zh="此页的链接（按读者的语言打开）", en="Link to this view (opens in the reader's language)"
)
SHARE_EMBED: Final = LocalText(zh="嵌入网页的代码", en="Code that embeds it in a web page")
IN_CELL: Final = LocalText(zh="{region}，{sector}", en="{region}, {sector}")

CHECKS_FINE: Final = LocalText(
    zh="{figures}、{articles}通过了全部校核。", en="{figures} from {articles} passed every check."
)
CHECKS_FOUND: Final = LocalText(zh="发现 {problems}。", en="Found {problems}.")
CHECK_COLUMNS: Final[Mapping[str, LocalText]] = {
    "place": LocalText(zh="位置", en="Place"),
    "severity": LocalText(zh="程度", en="Severity"),
    "message": LocalText(zh="问题与做法", en="What is wrong, and what to do"),
    "code": LocalText(zh="代号", en="Code"),
}
ADDRESSES: Final = LocalText(zh="报道的网址", en="Addresses of the articles")
ADDRESSES_TOLD: Final = LocalText(
    zh="{all} 篇报道：{article} 篇有网址，{copy} 篇只有转载，{neither} 篇都没有。",
    en="Articles: {all}. With an address: {article}; with a copy only: {copy}; with neither: {neither}.",
)

NO_FIGURES: Final = LocalText(
    zh="这个数据集里还没有数。加上第一篇报道，保存后本页会自行更新。",
    en="There are no figures in this dataset yet. Add the first article and save; this page then shows it by itself.",
)
HEADLINES: Final = LocalText(zh="要闻数字", en="Headline figures")
TABLE: Final = LocalText(zh="所选各数", en="Figures in view")
TABLE_NOTE: Final = LocalText(
    zh="{figures}。选中一行，看它的原文和出处。", en="{figures}. Select a row to see its words and its source."
)
EVIDENCE: Final = LocalText(zh="出处", en="Evidence")
EVIDENCE_OF: Final = LocalText(zh="查看出处", en="See evidence")

METRIC: Final = LocalText(zh="指标", en="Metric")
METRIC_OPTION: Final = LocalText(zh="{theme} — {metric}（{count}）", en="{theme} — {metric} ({count})")
REGION: Final = LocalText(zh="地区", en="Region")
SECTOR: Final = LocalText(zh="行业", en="Sector")
PERIOD: Final = LocalText(zh="时期", en="Period")
EVERY_REGION: Final = LocalText(zh="全部地区", en="All regions")
EVERY_SECTOR: Final = LocalText(zh="全部行业", en="All sectors")
EVERY_PERIOD: Final = LocalText(zh="全部时期", en="All periods")

COLUMNS: Final[Mapping[str, LocalText]] = {
    "metric": LocalText(zh="指标", en="Metric"),
    "region": LocalText(zh="地区", en="Region"),
    "sector": LocalText(zh="行业", en="Sector"),
    "period": LocalText(zh="时期", en="Period"),
    "nature": LocalText(zh="性质", en="Nature"),
    "value": LocalText(zh="数值", en="Value"),
    "text": LocalText(zh="原文数字", en="As printed"),
    "growth": LocalText(zh="同比", en="Growth"),
    "completion": LocalText(zh="完成计划", en="Of plan"),
    "publisher": LocalText(zh="发布者", en="Publisher"),
    "link": LocalText(zh="链接", en="Link"),
}

NOTHING_IN_VIEW: Final = LocalText(
    zh="没有报道符合这些条件。请减少筛选条件。", en="Nothing was reported that fits these choices. Try fewer filters."
)
NOT_REPORTED: Final = LocalText(zh="未报道", en="not reported")
NO_COMPARISON: Final = LocalText(
    zh="所选各数没有可以按行业或地区比较的数值。",
    en="These figures hold no amounts that could be compared by sector or by region.",
)
LEFT_OUT: Final = LocalText(zh="另有 {count} 项没有画出", en="{count} more are not drawn here")
LIST: Final = LocalText(zh="、", en="; ")
SOURCE: Final = LocalText(zh="来源：{publishers}", en="Source: {publishers}")

VALUE: Final = LocalText(zh="数值", en="Value")
INTERVAL: Final = LocalText(zh="{low} 至 {high}", en="between {low} and {high}")
INTERVAL_OPEN: Final = LocalText(zh="{low} 以上", en="{low} or more")
BASE: Final = LocalText(zh="上年同期（推算）", en="A year earlier (derived)")
PLAN: Final = LocalText(zh="全部计划（推算）", en="The whole plan (derived)")
WORKED_OUT: Final = LocalText(zh="约 {value}（{interval}）", en="about {value} ({interval})")
RANGE: Final = LocalText(zh="按印出的精度", en="Range as printed")
QUALIFIER: Final = LocalText(zh="原文限定", en="Qualified as")
GROWTH_LABEL: Final = LocalText(zh="同比增长", en="Growth on the year")
COMPLETION_LABEL: Final = LocalText(zh="完成计划", en="Share of plan")
MEASURED: Final = LocalText(zh="计量方式", en="Measured")
NATURE_LABEL: Final = LocalText(zh="性质", en="Nature")
PART_OF: Final = LocalText(zh="属于", en="Part of")
ISSUER: Final = LocalText(zh="数字由{issuer}发布", en="Numbers issued by {issuer}")
OF_THE_SAME: Final = LocalText(zh="同一报道的其他数", en="Also in this article")
QUOTED: Final = LocalText(zh="“……{quote}……”", en="“…{quote}…”")
PERMANENT: Final = LocalText(zh="此数的固定链接", en="Permanent link to this figure")
BACK: Final = LocalText(zh="返回概览", en="Back to the overview")
HEADLINE_IS_TRANSLATED: Final = LocalText(zh="", en="Headline in our translation; printed: {headline}")
ADDRESS_UNKNOWN: Final = LocalText(zh="这篇报道的网址不详。", en="The address of this article is not known.")
LINKS: Final[Mapping[LinkKind, LocalText]] = {
    "article": LocalText(zh="阅读报道（{host}）", en="Read the article ({host})"),
    "copy": LocalText(zh="阅读转载（{host}）", en="Read a copy ({host})"),
    "archive": LocalText(zh="发布者的往期版面（{host}）", en="Publisher's archive ({host})"),
    "search": LocalText(zh="搜索标题（{host}）", en="Search the web for the headline ({host})"),
}

UNKNOWN_IN_LINK: Final = LocalText(
    zh="链接里有此数据集没有的内容，已略过：{names}",
    en="The link names what is not in this dataset, and was opened without: {names}",
)
BROKEN_FILE: Final = LocalText(
    zh="数据文件有 {errors}；仍显示上一次完好的数据。第一个：{place}：{message}",
    en="The data file has {errors}; the last good data is still shown. The first: {place}: {message}",
)
NO_DATASET: Final = LocalText(zh="数据文件还不能用", en="The data file cannot be used yet")
NO_DATASET_HINT: Final = LocalText(
    zh="改好以下各处并保存，本页会自行更新。", en="Mend these places and save; this page then shows the data by itself."
)
MORE_PROBLEMS: Final = LocalText(zh="……另有 {count} 处。", en="… and {count} more.")
SOURCES_NOTE: Final = LocalText(zh="{articles}，按发表时间排列。", en="{articles}, newest first.")
LICENSE: Final = LocalText(
    zh="数据汇编许可：{license}。引用请注明原报道。", en="Compilation licensed {license}. Cite the original articles."
)
