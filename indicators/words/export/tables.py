"""Words of exported data: their columns, files and formats."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText

FORMATS: Final[Mapping[str, LocalText]] = {
    "csv": LocalText(zh="CSV（可用 Excel 打开）", en="CSV (opens in Excel)"),
    "xlsx": LocalText(zh="XLSX（Excel）", en="XLSX (Excel)"),
    "parquet": LocalText(zh="Parquet", en="Parquet"),
    "json": LocalText(zh="JSON（无损）", en="JSON (lossless)"),
    "package": LocalText(zh="数据包（Data Package、CSVW、SDMX）", en="Data package (with CSVW and SDMX)"),
}
"""The formats in which a dataset is offered, by ``export.formats.FormatName``."""
TITLES: Final[Mapping[str, LocalText]] = {
    "figure": LocalText(zh="数的标识", en="Figure (id)"),
    "article": LocalText(zh="报道的标识", en="Article (id)"),
    "publisher": LocalText(zh="发布者的标识", en="Publisher (id)"),
    "published": LocalText(zh="发表日期", en="Published"),
    "url": LocalText(zh="原文网址", en="Address of the article"),
    "metric": LocalText(zh="指标的标识", en="Metric (id)"),
    "theme": LocalText(zh="主题的标识", en="Theme (id)"),
    "region": LocalText(zh="地区的标识", en="Region (id)"),
    "sector": LocalText(zh="行业的标识", en="Sector (id)"),
    "group": LocalText(zh="分组的标识", en="Group (id)"),
    "period": LocalText(zh="时期（SDMX）", en="Period (SDMX)"),
    "start": LocalText(zh="首日", en="First day"),
    "end": LocalText(zh="末日", en="Last day"),
    "nature": LocalText(zh="性质", en="Nature"),
    "value": LocalText(zh="数值（基本单位）", en="Value (base unit)"),
    "low": LocalText(zh="下限（基本单位）", en="Low (base unit)"),
    "high": LocalText(zh="上限（基本单位）", en="High (base unit)"),
    "unit": LocalText(zh="基本单位的标识", en="Base unit (id)"),
    "printed_unit": LocalText(zh="原文单位的标识", en="Printed unit (id)"),
    "given_unit": LocalText(zh="编者补上的单位", en="Unit given by the curator"),
    "qualifier": LocalText(zh="限定语", en="Qualifier"),
    "text": LocalText(zh="原文数字", en="As printed"),
    "growth": LocalText(zh="同比增长（%）", en="Year-on-year growth (%)"),
    "growth_from": LocalText(zh="增长所比的时期", en="Growth is against"),
    "change": LocalText(zh="增减（基本单位）", en="Change (base unit)"),
    "points": LocalText(zh="增减（百分点）", en="Change in percentage points"),
    "share": LocalText(zh="占整体（%）", en="Share of the whole (%)"),
    "completion": LocalText(zh="完成计划（%）", en="Share of the plan (%)"),
    "plan": LocalText(zh="计划", en="Plan"),
    "part_of": LocalText(zh="整体数的标识", en="Part of (id)"),
    "supersedes": LocalText(zh="所更正的数的标识", en="Corrects (id)"),
    "quote": LocalText(zh="原文短语", en="Quote"),
    "growth_quote": LocalText(zh="增速的原文", en="Quote of the growth"),
    "share_quote": LocalText(zh="占整体比重的原文", en="Quote of the share"),
    "completion_quote": LocalText(zh="完成比例的原文", en="Quote of the completion"),
    "license": LocalText(zh="许可", en="Licence"),
    "dataset": LocalText(zh="数据集的标识", en="Dataset (id)"),
    "version": LocalText(zh="数据版本", en="Version of the data"),
    "dated": LocalText(zh="数据日期", en="Date of the data"),
    "digest": LocalText(zh="内容校验值（SHA-256）", en="Digest of the content (SHA-256)"),
    "known_on": LocalText(zh="截至此日所知", en="As known on"),
    "program": LocalText(zh="程序版本", en="Version of the program"),
    "metric_name": LocalText(zh="指标", en="Metric"),
    "region_name": LocalText(zh="地区", en="Region"),
    "sector_name": LocalText(zh="行业", en="Sector"),
    "group_name": LocalText(zh="分组", en="Group"),
    "period_name": LocalText(zh="时期", en="Period"),
    "publisher_name": LocalText(zh="发布者", en="Publisher"),
    "unit_name": LocalText(zh="基本单位", en="Base unit"),
    "derived": LocalText(zh="推算数的标识", en="Derived figure (id)"),
    "formula": LocalText(zh="算法", en="Kind of formula"),
    "ratio": LocalText(zh="比值的标识", en="Ratio (id)"),
    "inputs": LocalText(zh="所用的数", en="Calculated from (ids)"),
    "label": LocalText(zh="推算的内容", en="What it is"),
    "working": LocalText(zh="算式", en="Formula"),
    "headline": LocalText(zh="标题", en="Headline"),
    "copies": LocalText(zh="转载网址", en="Addresses of reprints"),
    "permalink": LocalText(zh="此数的永久链接", en="Permanent link to the figure"),
    "figures": LocalText(zh="数的个数", en="Figures (number)"),
    "note": LocalText(zh="说明", en="Note"),
}
"""The title of each column in a sheet, with its unit."""

MEANINGS: Final[Mapping[str, LocalText]] = {
    "figure": LocalText(zh="数的标识，一经公开不再改", en="Id of the figure; it never changes, since links contain it"),
    "article": LocalText(zh="刊登此数的报道", en="The article that reports the figure"),
    "publisher": LocalText(zh="刊登此报道的发布者", en="Who published the article"),
    "published": LocalText(
        zh="发表日期，知道多细写多细（年、月或日）",
        en="Date of publication, as exactly as it is known: year, month or day",
    ),
    "url": LocalText(
        zh="确实见过此文的网址；空白表示没有可靠的网址",
        en="Address at which the article has been seen; empty where none is known",
    ),
    "metric": LocalText(zh="所说的指标", en="What is measured"),
    "theme": LocalText(zh="指标所属的主题", en="The theme of the metric"),
    "region": LocalText(zh="所说的地区", en="The place that the figure is about"),
    "sector": LocalText(zh="所说的行业；all 为全部行业", en="The sector of the economy; all means the whole economy"),
    "period": LocalText(
        zh="SDMX 时间格式的时期：2022、2022-S1、2022-Q2、2022-06、2024-01-01/P7M、2023-01-21/P7D",
        en="The period in an SDMX time format: 2022, 2022-S1, 2022-Q2, 2022-06, 2024-01-01/P7M, 2023-01-21/P7D",
    ),
    "start": LocalText(zh="时期的首日", en="First day of the period"),
    "end": LocalText(zh="时期的末日", en="Last day of the period"),
    "nature": LocalText(
        zh="actual 实际、target 目标、expected 预计",
        en="actual, target or expected",
    ),
    "value": LocalText(
        zh="以基本单位计的数值：元而不是亿元，亩而不是公顷；比率为小数（0.32 即 32%）",
        en="The amount in base units: yuan, not 亿; mu, not hectares; a rate as a fraction (0.32 for 32%)",
    ),
    "low": LocalText(
        zh="按印出的精度和限定语，数值至少是多少；-INF（单独的 CSV 中为 -inf）表示没有下限",
        en="The lowest value that the printed precision and the qualifier allow; -INF (-inf in plain CSV) if unlimited",
    ),
    "high": LocalText(
        zh="按印出的精度和限定语，数值至多是多少；INF（单独的 CSV 中为 inf）表示没有上限",
        en="The highest value that the printed precision and the qualifier allow; INF (inf in plain CSV) if unlimited",
    ),
    "unit": LocalText(
        zh="基本单位：value、low、high 和 change 都以它计", en="The base unit, which value, low, high and change are in"
    ),
    "printed_unit": LocalText(zh="原文数字的单位", en="The unit of the number as printed"),
    "given_unit": LocalText(
        zh="数旁没有印单位时，编者补上的单位，写标识或词；空白即单位印在数旁",
        en="The unit, as an id or in words, that the curator gave where none is printed beside the number; else empty",
    ),
    "qualifier": LocalText(
        zh="exact 如数、about 约、nearly 近、over 超过、under 不足、at-least 至少、at-most 至多，"
        "between 区间（value 取其中点）",
        en="exact, about, nearly, over, under, at-least, at-most, or between for a range, whose middle is the value",
    ),
    "text": LocalText(
        zh="照原文写的数和单位；编者补上的单位在 given_unit",
        en="The number with its unit, as printed; a unit that the curator gave is in given_unit",
    ),
    "growth": LocalText(
        zh="与上年同期相比的增长，小数（0.32 即 32%）",
        en="Growth against the same period a year earlier, a fraction (0.32 for 32%)",
    ),
    "group": LocalText(
        zh="所计的是指标的哪一部分；all 为全部", en="The part of what its metric counts; all for all of it"
    ),
    "growth_from": LocalText(
        zh="增长所比的时期；空白即上年同期",
        en="The period that growth is against; empty for the same period a year earlier",
    ),
    "change": LocalText(
        zh="与 growth_from（空白即上年同期）相比增减多少，用指标的基本单位",
        en="The change in amount against the same period as growth, in the base unit of the metric",
    ),
    "points": LocalText(
        zh="与同一时期相比，比率增减多少，小数（0.012 即 1.2 个百分点）",
        en="The change of a rate against the same period as growth, a fraction (0.012 for 1.2 percentage points)",
    ),
    "share": LocalText(
        zh="占其整体的比重，小数（0.129 即 12.9%）", en="Share of its whole, as printed, a fraction (0.129 for 12.9%)"
    ),
    "completion": LocalText(
        zh="完成计划的比例，小数（0.521 即 52.1%）", en="Share of the plan that is done, a fraction (0.521 for 52.1%)"
    ),
    "plan": LocalText(
        zh="annual（年度计划）或目标数的标识",
        en="annual for the plan of the year, or the id of the figure that is the target",
    ),
    "part_of": LocalText(zh="此数是其一部分的那个数", en="The figure that this is a part of"),
    "supersedes": LocalText(
        zh="此数所更正的、较早的那个数；那个数不再有效",
        en="The earlier figure that this corrects, which no longer stands",
    ),
    "quote": LocalText(zh="原文中含有此数的最短短语", en="The shortest phrase of the article that contains the number"),
    "growth_quote": LocalText(
        zh="原文中含有增速的最短短语；空白处由 quote 一并含有，或不知道",
        en="The shortest phrase that contains the growth; empty where the quote does, or where it is not known",
    ),
    "share_quote": LocalText(
        zh="原文中含有比重的最短短语；空白处由 quote 一并含有，或不知道",
        en="The shortest phrase that contains the share; empty where the quote does, or where it is not known",
    ),
    "completion_quote": LocalText(
        zh="原文中含有完成比例的最短短语；空白处由 quote 一并含有，或不知道",
        en="The shortest phrase that contains the completion; empty where the quote does, or where it is not known",
    ),
    "license": LocalText(zh="汇编的许可", en="Licence of the compilation"),
    "dataset": LocalText(zh="数据集的标识", en="Id of the dataset"),
    "version": LocalText(
        zh="数据的版本：数据日期，“+”后为内容校验值的前 12 位",
        en="Version of the data: its date and, after +, the beginning of its digest",
    ),
    "dated": LocalText(
        zh="数据的日期：所收报道中最后一篇发表的日期",
        en="Date of the data: the last day on which an article in it was published",
    ),
    "digest": LocalText(
        zh="数据文件内容的 SHA-256；相同即数据相同", en="SHA-256 of the data files: equal values mean equal data"
    ),
    "known_on": LocalText(
        zh="这是读者到这一天为止所能知道的数据；空白表示目前所知的全部",
        en="The day whose state of knowledge this is; empty for all that is known now",
    ),
    "program": LocalText(zh="写出此文件的程序版本", en="Version of the program that wrote this"),
    "metric_name": LocalText(zh="指标的名称", en="Name of the metric"),
    "region_name": LocalText(zh="地区的名称", en="Name of the region"),
    "sector_name": LocalText(zh="行业的名称", en="Name of the sector"),
    "group_name": LocalText(zh="分组的名称；没有分组的为总体", en="Name of the group; the whole where it has none"),
    "period_name": LocalText(zh="时期的名称", en="Name of the period"),
    "publisher_name": LocalText(zh="发布者的名称", en="Name of the publisher"),
    "unit_name": LocalText(zh="数值、下限和上限所用的单位", en="The unit of value, low and high"),
    "derived": LocalText(zh="推算数的标识", en="Id of the derived figure"),
    "formula": LocalText(
        zh="base 和 before 所比的时期、plan 全部计划、pace 进度与时间之比、achievement 与目标之比、share 占整体、"
        "remainder 未分列部分、growth 增长、difference 相减、ratio 比值、growth-within 其余时期的同比增长、"
        "contribution 和 rest-contribution 对整体增长的拉动",
        en="base and before (what growth and change are against), plan, pace, achievement, share, remainder, growth, "
        "difference, ratio, growth-within (growth on a year earlier of the rest of a period), contribution or "
        "rest-contribution (to the growth of the whole)",
    ),
    "ratio": LocalText(zh="属于哪一种比值", en="Which ratio it is, if it is a ratio"),
    "inputs": LocalText(
        zh="推算所用的数的标识，按算式中的先后，以空格分开",
        en="Ids of the figures that it is calculated from, in the order of the formula, separated by spaces",
    ),
    "position": LocalText(zh="在算式中的先后，从 1 起", en="Position of the input in the formula, counted from 1"),
    "label": LocalText(zh="推算出来的是什么", en="What was calculated"),
    "working": LocalText(zh="以原文数字写出的算式", en="The formula with the numbers as they were printed"),
    "headline": LocalText(zh="标题；另一种语言是我们的翻译", en="Headline; in the other language our translation"),
    "language": LocalText(zh="原标题的语言", en="Language of the printed headline"),
    "issuer": LocalText(zh="数字的发布机关", en="Who issued the numbers"),
    "name": LocalText(zh="名称", en="Name"),
    "copies": LocalText(
        zh="确实见过的转载的网址，以空格分开",
        en="Addresses at which reproductions of the article were seen, separated by spaces",
    ),
    "permalink": LocalText(
        zh="说明此数的网页；不以 http 开头时，前面加上看板或网站的网址",
        en="The page of the figure; unless it begins with http, put the address of the dashboard or the site before it",
    ),
    "figures": LocalText(zh="此报道刊登的数有多少", en="Number of figures from the article"),
    "note": LocalText(zh="读者需要知道的说明", en="What a reader should know about it"),
    "dimension": LocalText(
        zh="单位所量的是什么；同一种才能相加、相比",
        en="What the unit measures; only amounts of the same dimension can be compared",
    ),
    "scale": LocalText(
        zh="一个此单位等于多少基本单位：数值除以它，即为以此单位计的数",
        en="Base units per unit: value ÷ scale is the amount in this unit",
    ),
    "seen": LocalText(zh="查看日期", en="Date on which it was seen"),
    "latitude": LocalText(zh="纬度，度", en="Latitude in degrees north"),
    "longitude": LocalText(zh="经度，度", en="Longitude in degrees east"),
}
"""What each column contains."""

KNOWN_THEN: Final = LocalText(
    zh="这是截至 {day} 所知的数据：此后发表的报道不在其中。",
    en="This is what was known on {day}: nothing that was published later is included.",
)
PACKAGE_DESCRIPTION: Final = LocalText(
    zh="报纸和网站刊登的经济数字，逐条附原文短语与出处；derived 表中的数是推算的，没有报道印出。",
    en="Economic figures as newspapers and websites printed them, each with the printed words and its source. "
    "The figures in derived are calculated; no article printed them.",
)
UNGUARDED: Final = LocalText(
    zh="表中的文字照原样写出，供程序读取：以 = + - @ 开头的，电子表格会当作公式；用表格软件打开请用 CSV 或 XLSX 文件。",
    en="Texts in these tables are as they are, for programs: a spreadsheet would run those that begin with = + - or @. "
    "For a spreadsheet there are the plain CSV and the workbook.",
)
RESOURCES: Final[Mapping[str, LocalText]] = {
    "figures": LocalText(zh="刊登的数，一行一个", en="The reported figures, one per row"),
    "derived": LocalText(zh="由刊登的数推算出来的数", en="Figures calculated from the reported ones"),
    "derived-inputs": LocalText(zh="推算数与所用的数", en="The figures that each derived one is calculated from"),
    "articles": LocalText(zh="报道，一行一篇", en="The articles, one per row"),
    "copies": LocalText(zh="确实见过的转载", en="Reprints of articles that have been seen"),
    "themes": LocalText(zh="主题", en="Themes: groups of metrics"),
    "publishers": LocalText(zh="发布者", en="Publishers"),
    "regions": LocalText(zh="地区", en="Regions"),
    "sectors": LocalText(zh="行业", en="Sectors"),
    "groups": LocalText(zh="分组", en="Groups: parts of what metrics count"),
    "metrics": LocalText(zh="指标", en="Metrics"),
    "ratios": LocalText(zh="比值", en="Ratios"),
    "pipelines": LocalText(zh="流程", en="Pipelines: metrics that are steps of one process"),
    "events": LocalText(zh="事件：解释转折的事", en="Events: what happened that explains a turn"),
    "units": LocalText(zh="单位", en="Units"),
    "sdmx-data": LocalText(zh="刊登的数，SDMX-CSV 2.0", en="The reported figures as SDMX-CSV 2.0"),
    "sdmx-structure": LocalText(zh="数据结构，SDMX-ML 3.0", en="Their structure as SDMX-ML 3.0"),
    "csvw": LocalText(zh="各表的 CSVW 元数据", en="CSV on the Web metadata of the tables"),
}
"""What each file of the package contains."""

SDMX_NAMES: Final[Mapping[str, LocalText]] = {
    "METRIC": TITLES["metric_name"],
    "REGION": TITLES["region_name"],
    "SECTOR": TITLES["sector_name"],
    "GROUP": TITLES["group_name"],
    "NATURE": TITLES["nature"],
    "FIGURE": TITLES["figure"],
    "TIME_PERIOD": TITLES["period_name"],
    "OBS_VALUE": LocalText(zh="数值", en="Value"),
    "LOW": LocalText(zh="下限", en="Low"),
    "HIGH": LocalText(zh="上限", en="High"),
    "GROWTH": LocalText(zh="同比增长", en="Year-on-year growth"),
    "CHANGE": LocalText(zh="增减", en="Change"),
    "POINTS": TITLES["points"],
    "SHARE": LocalText(zh="占整体的比重", en="Share of the whole"),
    "COMPLETION": LocalText(zh="完成计划的比例", en="Share of the plan"),
    "UNIT_MEASURE": LocalText(zh="计量单位", en="Unit of measure"),
    "UNIT_MULT": LocalText(zh="单位乘数", en="Unit multiplier"),
    "OBS_STATUS": LocalText(zh="观测状态", en="Observation status"),
    "QUALIFIER": TITLES["qualifier"],
    "PRINTED": TITLES["text"],
    "PRINTED_UNIT": TITLES["printed_unit"],
    "GIVEN_UNIT": TITLES["given_unit"],
    "GROWTH_FROM": TITLES["growth_from"],
    "QUOTE": TITLES["quote"],
    "GROWTH_QUOTE": TITLES["growth_quote"],
    "COMPLETION_QUOTE": TITLES["completion_quote"],
    "SHARE_QUOTE": TITLES["share_quote"],
    "ARTICLE": TITLES["article"],
    "PUBLISHER": TITLES["publisher_name"],
    "PUBLISHED": TITLES["published"],
    "SOURCE_URL": TITLES["url"],
    "SUPERSEDES": TITLES["supersedes"],
    "SUPERSEDED_BY": LocalText(zh="更正它的数的标识", en="Corrected by (id)"),
    "LICENSE": TITLES["license"],
    "VERSION": TITLES["version"],
    "DATED": TITLES["dated"],
    "DIGEST": TITLES["digest"],
    "KNOWN_ON": TITLES["known_on"],
    "PROGRAM": TITLES["program"],
}
SDMX_MEANINGS: Final[Mapping[str, LocalText]] = {
    "OBS_VALUE": LocalText(
        zh="以 UNIT_MEASURE 计的数值，UNIT_MULT 总是 0；报道只说了增长或进度的没有数值",
        en="The amount in UNIT_MEASURE (UNIT_MULT is always 0); empty if an article gives only growth or progress",
    ),
    "LOW": LocalText(
        zh="按印出的精度和限定语，数值至少是多少；没有下限的空着",
        en="The lowest value that the printed precision and the qualifier allow; empty if there is no lower limit",
    ),
    "HIGH": LocalText(
        zh="按印出的精度和限定语，数值至多是多少；没有上限的空着",
        en="The highest value that the printed precision and the qualifier allow; empty if there is no upper limit",
    ),
    "GROUP": MEANINGS["group"],
    "GROWTH": MEANINGS["growth"],
    "GROWTH_FROM": MEANINGS["growth_from"],
    "CHANGE": MEANINGS["change"],
    "POINTS": MEANINGS["points"],
    "SHARE": MEANINGS["share"],
    "COMPLETION": MEANINGS["completion"],
    "PRINTED_UNIT": MEANINGS["printed_unit"],
    "GIVEN_UNIT": MEANINGS["given_unit"],
    "NATURE": MEANINGS["nature"],
    "FIGURE": MEANINGS["figure"],
    "VERSION": MEANINGS["version"],
    "DATED": MEANINGS["dated"],
    "KNOWN_ON": MEANINGS["known_on"],
    "QUALIFIER": MEANINGS["qualifier"],
}
SDMX_STATUS: Final = LocalText(zh="正常值", en="Normal value")
SDMX_UNITS: Final = LocalText(zh="个（不乘）", en="Units")
"""A of CL_OBS_STATUS and 0 of CL_UNIT_MULT, as the SDMX Cross-Domain Code Lists name them."""
SDMX_STRUCTURE: Final = LocalText(zh="报纸刊登的数", en="Figures as newspapers print them")
