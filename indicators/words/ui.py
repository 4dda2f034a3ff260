"""Words of the dashboard's pages."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText

NAVIGATION: Final[Mapping[str, LocalText]] = {
    "overview": LocalText(zh="概览", en="Overview"),
    "figures": LocalText(zh="数字", en="Figures"),
    "places": LocalText(zh="地区", en="Places"),
    "sectors": LocalText(zh="行业", en="Sectors"),
    "time": LocalText(zh="历年", en="Time"),
    "compare": LocalText(zh="对比", en="Compare"),
    "explore": LocalText(zh="探索", en="Explore"),
    "sources": LocalText(zh="来源", en="Sources"),
    "checks": LocalText(zh="校核", en="Checks"),
    "curate": LocalText(zh="整理", en="Curate"),
    "claim": LocalText(zh="核稿", en="Check a draft"),
}

STANDFIRST: Final = LocalText(
    zh="{figures}，出自 {articles}，{years}。点任何一个数，看它的原文和出处。",
    en="{figures} from {articles}, {years}. Select any figure to see its source.",
)
YEARS: Final = LocalText(zh="{first}—{last}", en="{first}–{last}")
CHARTS: Final[Mapping[str, LocalText]] = {
    "region": LocalText(zh="按地区", en="By region"),
    "sector": LocalText(zh="按行业", en="By sector"),
    "group": LocalText(zh="按分组", en="By group"),
    "growth": LocalText(zh="同比增长", en="Year-on-year growth"),
    "progress": LocalText(zh="计划进度", en="Progress to plan"),
    "time": LocalText(zh="历年变化", en="Over time"),
    "parts": LocalText(zh="整体与部分", en="Parts of a whole"),
    "map": LocalText(zh="地图", en="Map"),
    "contributions": LocalText(zh="对增长的拉动", en="Contributions to growth"),
    "months": LocalText(zh="最后几个月", en="Last months alone"),
    "then": LocalText(zh="上年与今年", en="Then and now"),
    "ratios": LocalText(zh="相互对比", en="Ratios"),
    "reports": LocalText(zh="谁报了什么", en="Who reported what"),
    "pipelines": LocalText(zh="项目进程", en="Project pipeline"),
    "coverage": LocalText(zh="报道覆盖", en="Coverage"),
}
TAKE_DATA: Final = LocalText(zh="下载数据", en="Download the data")
TAKE_DATA_NOTE: Final = LocalText(
    zh="每一行都带有出处的网址、许可（{license}）和数据的版本。",
    en="Each row carries its source's address, the licence ({license}) and the version of the data.",
)
CANNOT: Final[Mapping[str, LocalText]] = {
    "time": LocalText(
        zh="所选各数没有两个时期的数额或增速，画不出变化。",
        en="No two of these figures have amounts or growth of different periods, so nothing can be drawn over time.",
    ),
    "parts": LocalText(zh="所选各数没有分列的部分。", en="None of these figures is broken down into parts."),
    "contributions": LocalText(
        zh="所选各数没有整体与各部分都报了数额和同比增速的，推不出各部分的拉动。",
        en="No whole and all of its parts were printed with amounts and growth on a year earlier.",
    ),
    "months": LocalText(
        zh="没有一篇报道同时刊登了同年两个累计时期的数额和增速，推不出最后几个月。",
        en="No article printed amounts and growth of two periods of one year that begin on the same day.",
    ),
    "growth": LocalText(zh="所选各数没有报道同比增速。", en="No growth is reported for these figures."),
    "progress": LocalText(
        zh="所选各数没有报道完成计划的比例。", en="No share of a plan is reported for these figures."
    ),
    "then": LocalText(
        zh="所选各数没有可以倒推上年的增速；按可比价格计算的增速不能用来倒推。",
        en="No growth rate gives last year's amount; growth at constant prices cannot be used.",
    ),
    "ratios": LocalText(
        zh="所选各数没有可以相除的另一个数：要同一地区、行业、时期，并且都是实际数。",
        en="There is no second figure to divide these by. Both must be actual results of the same region, sector and "
        "period.",
    ),
    "map": LocalText(
        zh="所选各数的地区没有标注位置，或没有数值。",
        en="These figures have no amounts, or their regions have no location.",
    ),
    "pipelines": LocalText(
        zh="同一地区、行业和时期都没有报道过项目进程的两个阶段。",
        en="No two steps of a pipeline are reported for the same place, sector and period.",
    ),
}
CAN: Final = LocalText(zh="可以看：{charts}。", en="Available: {charts}.")
MORE_FILTERS: Final = LocalText(zh="更多筛选", en="More filters")
NATURE: Final = LocalText(zh="性质", en="Nature")
PUBLISHER: Final = LocalText(zh="发布者", en="Publisher")
EVERY_NATURE: Final = LocalText(zh="全部性质", en="All natures")
EVERY_PUBLISHER: Final = LocalText(zh="全部发布者", en="All publishers")
SHARE: Final = LocalText(zh="分享", en="Share")
SHARE_LINK: Final = LocalText(
    zh="此页的链接（按读者的语言打开）", en="Link to this view (opens in the reader's language)"
)
SHARE_EMBED: Final = LocalText(zh="嵌入网页的代码", en="Code to embed it in a web page")

REPORTS_AS_CHARTS: Final = LocalText(zh="作为图表，可下载", en="As charts, to download")
CHECKS_FINE: Final = LocalText(
    zh="{figures}、{articles}通过了全部校核。", en="{figures} from {articles} passed every check."
)
CHECKS_FOUND: Final = LocalText(zh="发现 {problems}。", en="Found {problems}.")
NOTES: Final = LocalText(zh="提示", en="Notes of the checks")
KEPT: Final = LocalText(zh="照原样保留：{reason}", en="Kept as it is: {reason}")
ACCEPTED_FINDINGS: Final = LocalText(zh="已核实并保留的", en="Reviewed and kept as they are")
ACCEPTED_NOTE: Final = LocalText(
    zh="校核提示了以下各处；整理者已核实，照原样保留，并写明缘由。",
    en="The checks reported these. The curator reviewed each one and kept it as it is, for the reason given.",
)
AGREEMENT: Final = LocalText(zh="各家的报道是否相符", en="Do the reports agree?")
NO_AGREEMENT: Final = LocalText(
    zh="没有哪个数有两篇以上的报道，因此还谈不上相符或矛盾。",
    en="No number here is reported by more than one article yet, so nothing can agree or disagree.",
)
AGREEMENT_COUNTS: Final = LocalText(
    zh="有不止一次报道的数：{counts}。点各数，看各家的原文。",
    en="Numbers that are reported more than once: {counts}. Each number opens its report.",
)
VERIFICATION: Final = LocalText(zh="与原文核对", en="Quotes checked against the articles")
NO_TEXTS: Final = LocalText(
    zh="本站没有保存报道全文，引文没有逐字核对。把全文放进数据文件旁的 texts 文件夹（文件名为报道的标识加 .txt），"
    "就会逐条核对；全文不会随数据发布。",
    en="No full text of an article is stored here, so the quotes have not been checked against the articles. Put a "
    "text into the folder “texts” beside the data file, named after the id of its article with .txt, and each quote is "
    "looked up in it. Texts are never published with the data.",
)
TEXT_COUNTS: Final = LocalText(
    zh="{all} 篇报道中有 {held}的全文可供核对，引文：{counts}。",
    en="Full texts are stored of {held} of {all}. Their quotes: {counts}.",
)
ADDRESSES: Final = LocalText(zh="报道的网址", en="Web addresses of the articles")
ADDRESS_COUNTS: Final = LocalText(
    zh="{all} 篇报道：{article} 篇有网址，{copy} 篇只有转载，{neither} 篇都没有。",
    en="Articles: {all}. With an address: {article}; with a reprint only: {copy}; with neither: {neither}.",
)

NO_FIGURES: Final = LocalText(
    zh="这个数据集里还没有数。加上第一篇报道，保存后本页会自行更新。",
    en="There are no figures in this dataset yet. Add the first article and save; this page then updates by itself.",
)
TABLE: Final = LocalText(zh="所选各数", en="Figures in view")
TABLE_NOTE: Final = LocalText(
    zh="{figures}。选中一行，看它的原文和出处。", en="{figures}. Select a row to see its source."
)
EVIDENCE: Final = LocalText(zh="出处", en="Evidence")

METRIC: Final = LocalText(zh="指标", en="Metric")
METRIC_OPTION: Final = LocalText(zh="{theme} — {metric}（{count}）", en="{theme} — {metric} ({count})")
REGION: Final = LocalText(zh="地区", en="Region")
SECTOR: Final = LocalText(zh="行业", en="Sector")
GROUP: Final = LocalText(zh="分组", en="Group")
PERIOD: Final = LocalText(zh="时期", en="Period")
EVERY_REGION: Final = LocalText(zh="全部地区", en="All regions")
EVERY_SECTOR: Final = LocalText(zh="全部行业", en="All sectors")
EVERY_GROUP: Final = LocalText(zh="全部分组", en="All groups")
EVERY_PERIOD: Final = LocalText(zh="全部时期", en="All periods")

COLUMNS: Final[Mapping[str, LocalText]] = {
    "metric": METRIC,
    "region": REGION,
    "sector": SECTOR,
    "group": GROUP,
    "period": PERIOD,
    "number": LocalText(zh="数", en="Number"),
    "growth": LocalText(zh="同比", en="Growth"),
    "completion": LocalText(zh="完成计划", en="Share of plan"),
    "publisher": PUBLISHER,
}
WORKED_OUT_OF: Final = LocalText(zh="由这些数推算的数", en="Calculated from these figures")
WORKED_OUT_NOTE: Final = LocalText(
    zh="没有报道刊登过这些数：它们由程序推算，区间为印出的精度所容许的范围。选中一行，看所依据的报道。",
    en="No article printed these numbers: they are calculated, and the range is what the printed precision allows. "
    "Select a row to see the report behind it.",
)
WORKING_COLUMNS: Final[Mapping[str, LocalText]] = {
    "place": LocalText(zh="地区、行业、分组", en="Place, sector, group"),
    "period": PERIOD,
    "label": LocalText(zh="推算的是", en="What it is"),
    "value": LocalText(zh="数值", en="Value"),
    "interval": LocalText(zh="范围", en="Range"),
    "formula": LocalText(zh="算法", en="Calculation"),
}
AS_KNOWN: Final = LocalText(zh="截至哪天已知", en="As known on")
AS_KNOWN_NOW: Final = LocalText(zh="现在（全部）", en="Today (everything)")
KNOWN_THEN: Final = LocalText(
    zh="这是 {day} 时读者所知的情形：{figures}（现共 {all} 个）。此后的报道和更正都不在内。",
    en="This is what was known on {day}: {figures}, of {all} today. Later reports and corrections are left out.",
)
KNOWN_NOW: Final = LocalText(zh="回到现在", en="Back to today")

NOTHING_IN_VIEW: Final = LocalText(
    zh="没有报道符合这些条件。请减少筛选条件。", en="No reported figure matches these filters. Try fewer of them."
)
NO_COMPARISON: Final = LocalText(
    zh="所选各数没有可以按行业或地区比较的数值。",
    en="These figures have no amounts to compare by sector or region.",
)
LEFT_OUT: Final = LocalText(zh="另有 {count} 项没有画出", en="{count} more not drawn")
LIST: Final = LocalText(zh="、", en="; ")
SOURCE: Final = LocalText(zh="来源：{publishers}", en="Source: {publishers}")


FIGURE_RENAMED: Final = LocalText(
    zh="这个数的链接已改：标识 {former} 现为 {present}。旧链接仍可使用，地址栏里已换成新的。",
    en="This figure’s link has changed: its id {former} is now {present}. The old link goes on working; the address of "
    "this page has the new id.",
)
ENTRY_RENAMED: Final = LocalText(
    zh="链接里的标识 {former} 现为 {present}。旧链接仍可使用，地址栏里已换成新的。",
    en="The id {former} in the link is now {present}. The old link goes on working; the address of this page has the "
    "new id.",
)
UNKNOWN_IN_LINK: Final = LocalText(
    zh="链接里有此数据集没有的内容，已略过：{names}",
    en="The link names something that is not in this dataset, which was ignored: {names}",
)
STREAMLIT_CHANGED: Final = LocalText(
    zh="Streamlit {version} 里没有注册图表所用的内部接口（{lacking}）。请安装：pip install 'streamlit{tested}'",
    en="Streamlit {version} lacks what charts are registered with ({lacking}). Install a version with which the "
    "dashboard is tested: pip install 'streamlit{tested}'",
)
READING: Final = LocalText(zh="正在读取数据……", en="Reading the data …")
NOT_AN_ADDRESS: Final = LocalText(
    zh="环境变量 {variable} 应是本站的公开网址，例如 https://data.example.org/rizhao/，现在是 {address}。"
    "改正或去掉它，再重新启动。",
    en="The environment variable {variable} must be the public address of this dashboard, such as "
    "https://data.example.org/rizhao/, but it is {address}. Correct or remove it, and start again.",
)
MORE_PROBLEMS: Final = LocalText(zh="……另有 {count} 处。", en="… and {count} more.")
SOURCES_NOTE: Final = LocalText(zh="{articles}，按发表时间排列。", en="{articles}, newest first.")
