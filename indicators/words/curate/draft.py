"""Words of ``indicators draft``: the comments of a draft, why a number is no figure, and its help."""

from collections.abc import Mapping
from typing import Final

from indicators.model.subjects import Tree
from indicators.values.text import Counted, Lang, LocalText

DOUBTFUL: Final = LocalText(zh="拿不准，请核对", en="doubtful: please look")
DOUBTFUL_OF_MODEL: Final = LocalText(
    zh="只有模型认为这是指标，请核对", en="only the model calls this a figure: please look"
)
SECOND: Final = LocalText(zh="模型读作 {second}", en="the model reads {second}")
NEW_ENTRY: Final[Mapping[Tree, LocalText]] = {
    "region": LocalText(
        zh="数据里没有地区“{name}”。要新添，把下一行贴到 regions: 之下，补上 TODO，再把 region: 改成它的 id：",
        en="The data have no region “{name}”. To add it, paste the next line below regions:, fill in TODO, and make "
        "its id that of region:",
    ),
    "sector": LocalText(
        zh="数据里没有行业“{name}”。要新添，把下一行贴到 sectors: 之下，补上 TODO，再把 sector: 改成它的 id：",
        en="The data have no sector “{name}”. To add it, paste the next line below sectors:, fill in TODO, and make "
        "its id that of sector:",
    ),
}
NEW_METRIC: Final = LocalText(
    zh="没有合适的指标。要新添，把下一行贴到 metrics: 之下，补上 TODO，再把 metric: 改成它的 id：",
    en="No metric fits. To add one, paste the next line below metrics:, fill in TODO, and make its id that of metric:",
)
STANDARD: Final = LocalText(zh="新指标，见开头；也可能是 {others}", en="a new metric, see the head; it may be {others}")
NEW_METRICS: Final = Counted(
    LocalText(
        zh="数据还没有的指标 1 个，都已填好；把下面一行贴到 metrics: 之下（--write 会一并写入）：",
        en="1 metric that the data have not got, filled in; paste the line below metrics: (--write does that, too):",
    ),
    LocalText(
        zh="数据还没有的指标 {count} 个，都已填好；把下面几行贴到 metrics: 之下（--write 会一并写入）：",
        en="{count} metrics that the data have not got, filled in; paste the lines below metrics: "
        "(--write does that, too):",
    ),
)
LEFT_OPEN: Final = Counted(
    LocalText(zh="还有 1 处待填（TODO）", en="1 field is left to fill in (TODO)"),
    LocalText(zh="还有 {count} 处待填（TODO）", en="{count} fields are left to fill in (TODO)"),
)
METRIC: Final = LocalText(zh="指标请核对；也可能是 {others}", en="is this the metric? it may be {others}")
PUBLISHER: Final = LocalText(zh="请填发布者的标识", en="the id of the publisher, please")
PUBLISHED: Final = LocalText(zh="请填刊登日期，如 2022-08-08", en="the day of publication, please, such as 2022-08-08")
PERIOD: Final = LocalText(
    zh="原文没有写明时期，按刊登日期推定", en="not in the text; taken from the day of publication"
)
NO_PERIOD: Final = LocalText(zh="原文没有写明时期，请填", en="the text does not say; please fill in")
UNIT: Final = LocalText(zh="这个单位还不认识", en="this unit is not known")
SHARE: Final = LocalText(zh="占比要有 part_of（整体数的标识）", en="a share needs part_of, the id of its whole")
PLAN: Final = LocalText(
    zh="年度计划以外的计划，写目标数的标识", en="of another plan than the year's: the id of the target"
)

REASONS: Final[Mapping[str, LocalText]] = {
    "date": LocalText(zh="日期或时间", en="a date or a time"),
    "duration": LocalText(zh="时长", en="a length of time"),
    "distance": LocalText(zh="距离", en="a distance"),
    "ordinal": LocalText(zh="序数或型号", en="an ordinal or a model"),
    "name": LocalText(zh="名称的一部分", en="part of a name"),
    "address": LocalText(zh="电话或地址", en="a telephone or an address"),
    "threshold": LocalText(zh="界限，说的是哪一类", en="a threshold that says which are meant"),
    "comparator": LocalText(zh="别处的数，或与别处、别时相比", en="of another place or time, or compared with one"),
    "rank": LocalText(zh="名次", en="a rank"),
    "base": LocalText(zh="比较的基数", en="the base of a comparison"),
    "in-words": LocalText(zh="行文中的小数目", en="a small number in words"),
    "no-unit": LocalText(zh="没有单位", en="without a unit"),
    "too-many": LocalText(
        zh="数字太多（成串罗列或超出一页之量），没有逐个读", en="one of too many numbers, which are not read one by one"
    ),
    "list-of-things": LocalText(zh="列举的个数，不是经济指标", en="counts what is listed, not an economy"),
    "one-thing": LocalText(
        zh="一件东西、一户人家或天气的数，不是一地的指标",
        en="of one thing, one household or the weather, not of an economy",
    ),
    "unreadable": LocalText(zh="读不懂", en="cannot be read"),
    "converted": LocalText(zh="同一个数，换算成别的货币", en="the same amount in another currency"),
    "repeated": LocalText(zh="正文里还有同一个数", en="stands in the body again"),
}

NOT_CHECKED: Final = LocalText(
    zh="程序的草稿，还没有人核对过。", en="A draft by a program; nobody has checked this yet."
)
COUNT: Final = LocalText(
    zh="{numbers} 个数：{figures} 条指标，{others} 个不算指标。",
    en="Numbers: {numbers}. Figures proposed: {figures}; no figures: {others}.",
)
LEFT_OUT: Final = LocalText(zh="不算指标：{words}（{reason}）", en="no figure: {words} ({reason})")
UNREAD: Final = Counted(
    LocalText(
        zh="注意：有 1 个数没有读——数字太多，或成串罗列。请把后面的部分另作一次来读。",
        en="Note: 1 number was not read: it is one of too many, or of a list without words. Read the rest by itself.",
    ),
    LocalText(
        zh="注意：有 {count} 个数没有读——数字太多，或成串罗列。请把后面的部分另作一次来读。",
        en="Note: {count} numbers were not read: they are too many, or lists without words. Read the rest by itself.",
    ),
)
PROBLEMS: Final = Counted(
    LocalText(zh="校核提示 1 处：", en="1 finding of the checks:"),
    LocalText(zh="校核提示 {count} 处：", en="{count} findings of the checks:"),
)

TEXT: Final = LocalText(
    zh="文章的文本（UTF-8），一篇或整版；- 是标准输入",
    en="the text of an article or a page, in UTF-8; - is standard input",
)
PUBLISHED_HELP: Final = LocalText(zh="刊登日期，如 2022-08-08", en="the day of publication, such as 2022-08-08")
PUBLISHER_HELP: Final = LocalText(zh="发布者的标识或名称", en="the id or the name of the publisher")
REGION_HELP: Final = LocalText(
    zh="文中没有写明地名的数属于哪里：地区的标识或名称",
    en="where the numbers are of whose place the text does not name: the id or the name of a region",
)
URL_HELP: Final = LocalText(zh="文章的网址", en="the address of the article")
FORMAT_HELP: Final = LocalText(zh="yaml（默认）、json 或 html", en="yaml (the default), json or html")
WRITE_HELP: Final = LocalText(
    zh="先显示改动，校核通过才写入数据文件",
    en="show the change, and write it into the data file if it passes the checks",
)
ENTERED: Final = LocalText(
    zh="都已收录过：这 {count} 个数与“{id}”的相同",
    en="all are entered already: the {count} figures are those of “{id}”",
)
NO_NUMBER: Final = LocalText(zh="这段文字里没有数。", en="There is no number in this text.")
NO_FIGURE: Final = LocalText(zh="没有认出指标，没有写入。", en="No figure was found; nothing was written.")
NOT_A_DATE: Final = LocalText(
    zh="“{date}”不是日期；写法如 2022-08-08", en="“{date}” is no date; write it as 2022-08-08"
)
CUT: Final = LocalText(
    zh="只读了前 {limit} 字；其余 {rest} 字没有读。", en="Only the first {limit} characters were read; {rest} were not."
)
NO_SUCH_PUBLISHER: Final = LocalText(
    zh="数据里没有发布者“{id}”。要新添，就把这一条加到 publishers: 下，kind 在 {kinds} 里选一个：{entry}",
    en="the data have no publisher “{id}”. To add it, put this entry under publishers:, with one of {kinds} as kind: "
    "{entry}",
)
DOES_NOT_PASS: Final = Counted(
    LocalText(zh="有 1 处通不过校核，没有写入。", en="One error stands against it; nothing was written."),
    LocalText(zh="有 {count} 处通不过校核，没有写入。", en="{count} errors stand against it; nothing was written."),
)
WRITTEN: Final = LocalText(zh="已写入 {path}", en="written into {path}")
SEAL_AGAIN: Final = LocalText(
    zh="数据有清单，现在不相符了，看板不会显示新的内容；请运行 indicators seal {path}",
    en="the data are sealed and no longer match: dashboards show the change after indicators seal {path}",
)
PAGE: Final = LocalText(zh="从报道中认出的数", en="Numbers found in an article")
OFFLINE: Final = LocalText(
    zh="本页不连网，不含程序。要采用其中的数，请用 indicators draft --write。",
    en="This page needs no network and has no program in it. To take its figures over: indicators draft --write.",
)
ROLES: Final[Mapping[str, LocalText]] = {
    "amount": LocalText(zh="数额", en="amount"),
    "growth": LocalText(zh="增速", en="growth"),
    "change": LocalText(zh="增减", en="change"),
    "points": LocalText(zh="百分点", en="points"),
    "share": LocalText(zh="占比", en="share"),
    "completion": LocalText(zh="占计划", en="share of the plan"),
    "period": LocalText(zh="时期", en="period"),
    "place": LocalText(zh="地区", en="place"),
    "no-figure": LocalText(zh="不算指标", en="no figure"),
}
WHY: Final[Mapping[str, LocalText]] = {
    "unit": LocalText(zh="单位不认识", en="the unit is not known"),
    "metric": LocalText(zh="没有相近的指标", en="no metric is near"),
    "metric-standard": LocalText(zh="数据里还没有这个指标", en="the data have not got this metric yet"),
    "metric-near": LocalText(zh="还有一个指标也说得通", en="another metric is as near"),
    "period": LocalText(zh="没有写明时期", en="the period is not said"),
    "period-assumed": LocalText(
        zh="没有写明时期，取刊登的时候", en="the period is not said; that of publication was taken"
    ),
    "sector": LocalText(zh="数据里没有文中所写的行业", en="the industry that the text names is not in the data"),
    "region": LocalText(zh="文中没有数据认识的地名", en="the text names no place that the dataset knows"),
    "region-new": LocalText(zh="它所说的地方，数据里没有", en="the place that it is of is not in the data"),
    "region-open": LocalText(zh="看不出说的是哪个地方", en="which place it is of cannot be told"),
    "words": LocalText(zh="数前的话比指标说得多", en="the words before the number say more than the metric does"),
    "minus": LocalText(zh="“-”是当作负号读的", en="the “-” was read as a minus"),
    "model": LocalText(zh="只有模型认为这是指标", en="only the model calls this a figure"),
    "model-filled": LocalText(zh="规则没有认出，按模型所说填的", en="the model says it, the rules say nothing"),
    "model-differs": LocalText(zh="模型读得不同", en="the model reads it otherwise"),
}
NEW_NAMED: Final = LocalText(zh="新指标：{name}", en="new: {name}")
NO_METRIC: Final = LocalText(zh="指标待定", en="no metric yet")
NO_TIME: Final = LocalText(zh="时期待定", en="no period yet")


def counted(numbers: int, figures: int, others: int, lang: Lang) -> str:
    """How many numbers a text has, of which so many are in figures and the others in none."""
    return COUNT.of(lang).format(numbers=numbers, figures=figures, others=others)
