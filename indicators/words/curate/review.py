"""Words of the page Curate that the server finds: why a number is what it is, and what speaks for and against it."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import Counted, LocalText

# --- why -------------------------------------------------------------------------------------------------------------

NAMED: Final = LocalText(zh="原文“{words}”就是它的名称", en="the text has its name, “{words}”")
QUOTED: Final = Counted(
    LocalText(zh="“{{words}}”与已采用的 1 条引文相同", en="“{{words}}” stands in 1 accepted quote of it"),
    LocalText(zh="“{{words}}”与已采用的 {count} 条引文相同", en="“{{words}}” stands in {count} accepted quotes of it"),
)
LIKE: Final = LocalText(zh="只有“{words}”相同", en="only “{words}” is the same")
ALIKE: Final = LocalText(zh="上下文与它的引文相近", en="the words around it are like those of its quotes")
TOLD_BEFORE: Final = LocalText(zh="前面的数说的就是它", en="a number before is of it")
UNIT: Final = LocalText(zh="单位是{unit}", en="its unit is {unit}")
STANDARD: Final = LocalText(zh="常用的统计指标，数据里还没有", en="a standard indicator that the data have not got yet")
NEW: Final = LocalText(zh="用原文的词拟的", en="made from the words beside the number")

DATELINE: Final = LocalText(zh="电头“{words}”", en="dateline “{words}”")
IN_SENTENCE: Final = LocalText(zh="句中“{words}”", en="“{words}” in the sentence")
IN_PARAGRAPH: Final = LocalText(zh="本段“{words}”", en="“{words}” in the paragraph")
ABOVE: Final = LocalText(zh="上文“{words}”", en="“{words}” above")
BELOW: Final = LocalText(zh="下文“{words}”", en="“{words}” below")
IN_ROW: Final = LocalText(zh="这一行的“{words}”", en="“{words}” in its row")
OF_TABLE: Final = LocalText(zh="表头或表题“{words}”", en="“{words}” in the head or the title of the table")
USUAL_REGION: Final = LocalText(
    zh="原文没有写，按这份数据最常见的地区", en="not in the text; the usual one of this dataset"
)
NAMED_HERE: Final = LocalText(zh="“{words}”", en="“{words}”")
OF_METRIC: Final = LocalText(zh="这个指标的数都属于它", en="all figures of this metric are of it")
NOT_NAMED: Final = LocalText(zh="没有写到行业", en="the text names no sector")
NO_GROUP_NAMED: Final = LocalText(zh="没有写到哪一部分", en="the text names no part")
TO_DATE: Final = LocalText(zh="“{words}”；流量是期内累计", en="“{words}”; a flow is counted up to then")
PERIOD_FROM_DATE: Final = LocalText(
    zh="原文没有写明时期，按刊登日期推定", en="not in the text; taken from the day of publication"
)
NO_PERIOD: Final = LocalText(zh="原文没有写明时期，请填", en="the text does not say; please fill in")
NO_MARK: Final = LocalText(zh="没有“计划”“预计”一类的词", en="no word such as “plan” or “expected”")
PLAN_OF_ITEM: Final = LocalText(zh="同文的计划数", en="the plan in the same article")
PLAN_REPORTED: Final = LocalText(zh="已收录的计划数", en="a target that is in the dataset")
PART_OF_ITEM: Final = LocalText(zh="{part}是{whole}的一部分", en="{part} is a part of {whole}")
SHARE_OF_ITEM: Final = LocalText(zh="按“{words}”算，正好相符", en="it fits “{words}”")

# --- choices ---------------------------------------------------------------------------------------------------------

NEW_METRIC: Final = LocalText(zh="新指标：{name}", en="New: {name}")
ANNUAL: Final = LocalText(zh="全年计划（未印数额）", en="the year's plan (amount not printed)")
NO_PLAN: Final = LocalText(zh="不对照计划", en="no plan")
NO_WHOLE: Final = LocalText(zh="不属于哪个合计", en="part of no total")
WHOLE_OF_METRIC: Final = LocalText(zh="全部", en="all of it")

# --- value -----------------------------------------------------------------------------------------------------------

AS_PRINTED: Final = LocalText(zh="{value} · 按印出的精度：{interval}", en="{value} · as printed: {interval}")
FROM_TO: Final = LocalText(zh="{low} 至 {high}", en="{low} to {high}")
AT_LEAST: Final = LocalText(zh="至少 {low}", en="at least {low}")
AT_MOST: Final = LocalText(zh="至多 {high}", en="at most {high}")
EXACT: Final = LocalText(zh="{value} · 确数", en="{value} · exact")
UNKNOWN_UNIT: Final = LocalText(zh="“{words}”的单位还不认识", en="the unit of “{words}” is not known")

# --- checks ----------------------------------------------------------------------------------------------------------

IN_TEXT: Final = LocalText(zh="原文中找得到“{quote}”。", en="The words are in the text: “{quote}”.")
UNIT_FITS: Final = LocalText(zh="单位“{unit}”与指标相符。", en="The unit, {unit}, fits the metric.")
NO_ADDRESS_AT_END: Final = LocalText(
    zh="这篇报道还没有网址，读者无处核对。可以这样写入，以后再补。",
    en="The article has no address yet, so readers cannot look it up. It can be written like this; add it later.",
)
NO_ADDRESS: Final = LocalText(
    zh="这篇报道还没有网址，读者无处核对。可以采用，写入前会再提醒一次。",
    en="The article has no address yet, so readers cannot look it up. It can be accepted; you will be reminded.",
)
NEEDS: Final[Mapping[str, LocalText]] = {
    "metric": LocalText(zh="指标还没有选。", en="No metric has been chosen."),
    "region": LocalText(zh="地区还没有选。", en="No region has been chosen."),
    "sector": LocalText(zh="没有这个行业。", en="There is no such sector."),
    "sector-open": LocalText(zh="行业还没有选。", en="No sector has been chosen."),
    "group": LocalText(zh="没有这个分组。", en="There is no such group."),
    "period": LocalText(zh="时期还没有填。", en="No period has been given."),
    "nature": LocalText(zh="性质不明。", en="It is not said whether it is a result."),
    "number": LocalText(zh="这个数读不出数值。", en="No amount can be read from this number."),
    "growth": LocalText(zh="这个增速不在原文里。", en="This growth does not stand in the text."),
    "change": LocalText(zh="这个增减数不在原文里。", en="This change does not stand in the text."),
    "points": LocalText(zh="这个百分点不在原文里。", en="These points do not stand in the text."),
    "share": LocalText(zh="这个占比不在原文里。", en="This share does not stand in the text."),
    "completion": LocalText(zh="这个完成比例不在原文里。", en="This share of the plan does not stand in the text."),
    "plan": LocalText(
        zh="所对照的计划没有采用，或者没有这个数。", en="The plan was not accepted, or there is no such figure."
    ),
    "part_of": LocalText(
        zh="所属的合计没有采用，或者没有这个数。", en="The total was not accepted, or there is no such figure."
    ),
    "share-whole": LocalText(
        zh="占比要写明属于哪个合计，否则不记。", en="A share needs the total that it is of, or it is not kept."
    ),
    "completion-plan": LocalText(zh="完成比例要写明对照哪个计划。", en="A share of a plan needs the plan."),
}
PERIOD_FORM: Final = LocalText(
    zh="“{words}”读不出时期；写法如 2022年上半年、2022-S1。",
    en="“{words}” is no period; write it as H1 2022 or 2022-S1.",
)
UNKNOWN_ITEM: Final = LocalText(
    zh="有一个决定说的数不在文中，没有算进去。",
    en="A decision is about a number that is not in the text; it was left out.",
)
NOT_A_DATE: Final = LocalText(
    zh="“{date}”不是日期；写法如 2022-08-08。", en="“{date}” is no date; write it as 2022-08-08."
)
NO_DATE: Final = LocalText(zh="还没有填刊登日期。", en="The day of publication is missing.")
NO_PUBLISHER: Final = LocalText(zh="还没有填发布者。", en="The publisher is missing.")
METRIC_NEEDS: Final[Mapping[str, LocalText]] = {
    "name": LocalText(zh="新指标还没有名称。", en="The new metric has no name."),
    "id": LocalText(
        zh="新指标的标识“{id}”已有，或者不合写法。", en="The id “{id}” of the new metric is taken or malformed."
    ),
    "theme": LocalText(zh="新指标没有主题。", en="The new metric has no theme."),
    "unit": LocalText(zh="新指标没有单位。", en="The new metric has no unit."),
}
METRIC_FINE: Final = LocalText(
    zh="新指标有两种语言的名称、认得的单位和没有用过的标识。",
    en="The new metric has a name in both languages, a unit that is known and an id that is free.",
)
METRIC_IN_ONE_LANGUAGE: Final = LocalText(
    zh="新指标还没有英文名，先用中文名代替；可以现在补，也可以以后补。",
    en="The new metric has its name in one language only, which stands for both; add the other now or later.",
)
METRIC_USED_ONCE: Final = LocalText(
    zh="只有这一个数会用到它；别的报道也会印，才值得添。",
    en="Only one figure would use it; a metric earns its place when other articles print it too.",
)

# --- two readings ----------------------------------------------------------------------------------------------------

OTHER_METRIC: Final = LocalText(zh="校核对它没有话说。", en="The checks have nothing against it.")
COMPLETION_OF: Final = LocalText(zh="完成任务的 {rate}", en="{rate} of the plan")
ABOVE_PLAN: Final = LocalText(zh="超出任务 {printed}。", en="{printed} above the plan.")
AS_COMPLETION: Final = LocalText(zh="把“超额”当“完成”。", en="“Above” is taken for “completed”.")
DIVIDED: Final = LocalText(zh="{amount} ÷ {rate} ＝ {plan}，{verdict}", en="{amount} ÷ {rate} = {plan}: {verdict}")
AGREES: Final = LocalText(zh="与计划 {target} 相符 ✓", en="agrees with the plan, {target} ✓")
DISAGREES: Final = LocalText(zh="与计划 {target} 不符 ✗", en="does not agree with the plan, {target} ✗")

# --- reported --------------------------------------------------------------------------------------------------------

REPORTED: Final = LocalText(zh="{name}：{number}（{source}）", en="{name}: {number} ({source})")
NEAREST: Final = LocalText(zh="相近的：{name} {number}（{source}）", en="Nearest: {name}, {number} ({source})")
NOT_REPORTED: Final = LocalText(zh="{name}：还没有别的报道。", en="{name}: nothing reported yet.")
NEW_NOT_REPORTED: Final = LocalText(zh="{name}：指标是新的，还没有报道。", en="{name}: nothing yet, the metric is new.")
ENTERED: Final = Counted(
    LocalText(
        zh="都已收录过：这 1 个数与“{{headline}}”相同。",
        en="All are in the dataset already: the figure equals that of “{{headline}}”.",
    ),
    LocalText(
        zh="都已收录过：这 {count} 个数与“{{headline}}”相同。",
        en="All are in the dataset already: the {count} figures equal those of “{{headline}}”.",
    ),
)

# --- the account of an article ---------------------------------------------------------------------------------------

NUMBERS: Final = Counted(
    LocalText(zh="全文 1 个数：", en="1 number in the text: "),
    LocalText(zh="全文 {count} 个数：", en="{count} numbers in the text: "),
)
AMOUNTS: Final = Counted(LocalText(zh="1 个数额", en="1 amount"), LocalText(zh="{count} 个数额", en="{count} amounts"))
FOLLOWING: Final = Counted(
    LocalText(zh="1 个随之而定（增速、占计划、时期）", en="1 that follows from them"),
    LocalText(zh="{count} 个随之而定（增速、占计划、时期）", en="{count} that follow from them"),
)
NO_FIGURES: Final = Counted(
    LocalText(zh="1 个看来不算指标", en="1 that looks like no figure"),
    LocalText(zh="{count} 个看来不算指标", en="{count} that look like no figures"),
)
ACCOUNT: Final = LocalText(zh="{total}{listed}。", en="{total}{listed}.")
NO_NUMBER: Final = LocalText(zh="这段文字里没有数。", en="There is no number in this text.")

# --- errors and outcomes ---------------------------------------------------------------------------------------------

ERRORS: Final[Mapping[str, LocalText]] = {
    "too-long": LocalText(
        zh="太长了：一次最多读 200,000 字。", en="Too long: at most 200,000 characters are read at once."
    ),
    "not-understood": LocalText(
        zh="没有看懂这个请求，请重新打开本页。", en="The request was not understood; please reload this page."
    ),
    "not-text": LocalText(zh="这不是文字。", en="This is not text."),
    "busy": LocalText(zh="正忙，请稍后再试。", en="Too many ask at once. Please try again in a moment."),
    "too-slow": LocalText(
        zh="五秒没有读完，停了。文章还在框里，请分段再试。",
        en="Stopped after five seconds. The text is still in the box; try it in parts.",
    ),
    "failed": LocalText(zh="没有读成。文章还在框里。", en="It could not be read. The text is still in the box."),
    "no-data": LocalText(
        zh="数据还没有读入，或者数据文件有错。", en="The data are not loaded, or the data file has errors."
    ),
    "not-here": LocalText(zh="本站没有开放整理。", en="This site does not offer Curate."),
    "foreign": LocalText(zh="只有面板自己的页面才能这样做。", en="Only pages of the dashboard itself may do this."),
    "method": LocalText(zh="这个地址只收 POST。", en="This address takes POST only."),
    "not-own": LocalText(zh="只有在您自己的电脑上才能写入文件。", en="Files are written on your own computer only."),
    "changed": LocalText(
        zh="数据文件在您核对时变了，改动已按新文件重做，请再看一眼。",
        en="The file changed meanwhile; the diff was made again, please look once more.",
    ),
    "nothing": LocalText(
        zh="没有采用任何一个，没有改动可写。", en="Nothing was accepted, so there is nothing to write."
    ),
    "disk": LocalText(
        zh="没有写成：磁盘不让写。改动在下面，可复制。", en="It could not be written; the diff below can be copied."
    ),
    "not-taken-back": LocalText(
        zh="写入以后文件又改过，没有动它。要撤回，请在文件里删去下面标 + 的几行。",
        en="The file was changed after it was written, so it was left alone. To take the entry back, delete the lines "
        "with + from the file.",
    ),
    "differs": LocalText(
        zh="文件里有这里读不懂的写法，没有动它；请把下面的条目自己贴进去。",
        en="The file is written in a way that cannot be added to safely; please paste the entry yourself.",
    ),
}
FAILING: Final = Counted(
    LocalText(zh="有 1 处通不过校核，没有写入。", en="One check fails; nothing was written."),
    LocalText(zh="有 {count} 处通不过校核，没有写入。", en="{count} checks fail; nothing was written."),
)
WRITTEN: Final = LocalText(
    zh="文件是 {file}；开着的面板一两秒内自己换上新数。",
    en="The file is {file}; open pages show it within two seconds.",
)
TAKEN_BACK: Final = LocalText(
    zh="已撤回：{file} 和写入之前一字不差。面板见数变少，会等一分钟才换。",
    en="Taken back: {file} is what it was before, to the letter. Pages that find fewer figures wait a minute.",
)
WRITTEN_SEALED: Final = LocalText(
    zh="文件是 {file}。数据有封条，它不再相符：请再运行 indicators seal，面板才会显示新数。",
    en="The file is {file}. The dataset is sealed, and the seal no longer matches: run indicators seal again, or the "
    "dashboard goes on showing the old figures.",
)
PARTS_FIT: Final = LocalText(
    zh="{parts} ＝ {total}，不超过合计 {whole}；其余 {rest} 文中没有分列。",
    en="{parts} = {total}, not above the total of {whole}; the rest, {rest}, is not broken down in the text.",
)
NO_NUMBER_MARKED: Final = LocalText(zh="划出的字里没有数。", en="There is no number in what you marked.")
NO_FIGURE_MARKED: Final = LocalText(zh="这个数读不成指标。", en="No figure can be made of this number.")
