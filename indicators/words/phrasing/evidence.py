"""Words of the evidence of a figure: what is said of its number, its article, and what is known beside it."""

from collections.abc import Mapping
from typing import Final

from indicators.analysis.links import LinkKind
from indicators.values.text import LocalText

VALUE: Final = LocalText(zh="数值", en="Value")
RANGE: Final = LocalText(zh="按印出的精度", en="Range as printed")
UNIT: Final = LocalText(zh="单位", en="Unit")
UNIT_GIVEN: Final = LocalText(
    zh="{unit}：数旁只印“{printed}”，单位由编者补上",
    en="{unit}: only “{printed}” is printed; the unit is the curator’s",
)
QUALIFIER: Final = LocalText(zh="原文限定", en="Qualifier")
GROWTH_LABEL: Final = LocalText(zh="同比增长", en="Year-on-year growth")
OTHER_GROWTH_LABEL: Final = LocalText(zh="增长", en="Growth")
GROWTH_FROM: Final = LocalText(zh="所比的时期", en="Against")
CHANGE_LABEL: Final = LocalText(zh="增减", en="Change")
SHARE_LABEL: Final = LocalText(zh="占整体", en="Share of the whole")
COMPLETION_LABEL: Final = LocalText(zh="完成计划", en="Share of plan")
SECOND_PLAN: Final = LocalText(zh="完成{name}", en="Share of the plan: {name}")
NATURE_LABEL: Final = LocalText(zh="性质", en="Nature")
MEASURED: Final = LocalText(zh="计量方式", en="Measured")
PART_OF: Final = LocalText(zh="属于", en="Part of")
TARGET: Final = LocalText(zh="对照的目标", en="Target")

AMOUNT_LABEL: Final = LocalText(zh="数额", en="Amount")

OPENING: Final = LocalText(zh="“……", en="“…")
CLOSING: Final = LocalText(zh="……”", en="…”")
AMOUNT_WITHOUT_WORDS: Final = LocalText(zh="只录入了数额，没有附原文。", en="The amount is entered; its words are not.")
GROWTH_WITHOUT_WORDS: Final = LocalText(zh="只录入了增速，没有附原文。", en="The growth is entered; its words are not.")
CHANGE_WITHOUT_WORDS: Final = LocalText(
    zh="只录入了增减数，没有附原文。", en="The change is entered; its words are not."
)
SHARE_WITHOUT_WORDS: Final = LocalText(
    zh="只录入了比重，没有附原文。", en="The share of the whole is entered; its words are not."
)
COMPLETION_WITHOUT_WORDS: Final = LocalText(
    zh="只录入了完成比例，没有附原文。", en="The share of the plan is entered; its words are not."
)
QUOTED: Final = LocalText(zh="“……{quote}……”", en="“…{quote}…”")
OF_NATURE: Final = LocalText(zh="{nature}：{quote}", en="{nature}: {quote}")
TEXT_IS_HELD: Final = LocalText(
    zh="全文由本站保存者提供，只供核对，不随数据发布。",
    en="From the article's text, which is kept here for checking only and is not published with the data.",
)

ISSUER: Final = LocalText(zh="数字由{issuer}发布", en="Numbers issued by {issuer}")
HEADLINE_IS_TRANSLATED: Final = LocalText(
    zh="标题是我们的翻译；原文：{headline}", en="Our translation of the headline; printed: {headline}"
)
ADDRESS_UNKNOWN: Final = LocalText(zh="这篇报道的网址不详。", en="The address of this article is not known.")
LINKS: Final[Mapping[LinkKind, LocalText]] = {
    "article": LocalText(zh="阅读报道（{host}）", en="Read the article ({host})"),
    "copy": LocalText(zh="阅读转载（{host}）", en="Read a reprint ({host})"),
    "archive": LocalText(zh="发布者的往期版面（{host}）", en="Publisher's archive ({host})"),
    "search": LocalText(zh="搜索标题（{host}）", en="Search the web for the headline ({host})"),
}
SOURCES: Final[Mapping[LinkKind, LocalText]] = {
    "article": LocalText(zh="报道（{host}）", en="Article ({host})"),
    "copy": LocalText(zh="转载（{host}）", en="Reprint ({host})"),
    "archive": LocalText(zh="往期版面（{host}）", en="Archive ({host})"),
    "search": LocalText(zh="搜索（{host}）", en="Web search ({host})"),
}
"""The same in the cell of a table: what an address leads to."""

WORKED_OUT: Final = LocalText(zh="由此推算", en="Calculated from it")
WORKING: Final = LocalText(zh="{value} = {formula}", en="{value} = {formula}")
WORKING_BETWEEN: Final = LocalText(zh="{value}（{interval}） = {formula}", en="{value} ({interval}) = {formula}")
FROM: Final = LocalText(zh="另据：", en="together with: ")

REPORTED_BY: Final = LocalText(zh="各家的报道：{verdict}", en="Who reports it: {verdict}")
CORRECTED: Final = LocalText(zh="此数后来已更正。{reason}", en="This number was corrected later. {reason}")
CORRECTS: Final = LocalText(
    zh="此数更正了先前的{number}。{reason}", en="This number corrects an earlier one, {number}. {reason}"
)
FINDING: Final = LocalText(zh="校核（{severity}）：{message}", en="Check ({severity}): {message}")
ACCEPTED: Final = LocalText(
    zh="{finding}已核实，照原样保留：{reason}", en="{finding} Reviewed and kept as it is: {reason}"
)

OF_THE_SAME: Final = LocalText(zh="同一报道的其他数", en="Also in this article")
NOT_LISTED: Final = LocalText(zh="另有 {count} 个没有列出", en="{count} more not listed")
