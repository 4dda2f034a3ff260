"""Words in citations and around them."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText

CITE: Final = LocalText(zh="引用", en="Cite")
STYLES: Final[Mapping[str, LocalText]] = {
    "plain": LocalText(zh="文字", en="In words"),
    "gbt7714": LocalText(zh="GB/T 7714—2015", en="GB/T 7714—2015"),
    "apa": LocalText(zh="APA 第 7 版", en="APA, 7th edition"),
    "bibtex": LocalText(zh="BibTeX", en="BibTeX"),
    "csl": LocalText(zh="CSL-JSON（Zotero 等）", en="CSL-JSON (for Zotero and others)"),
}

UNTITLED: Final = LocalText(zh="[无标题]", en="[Untitled article]")
DATA_SET: Final = LocalText(zh="[数据集]", en="[Data set]")
VIEW_OF: Final = LocalText(zh="{dataset}：{view}", en="{dataset}: {view}")
VERSION: Final = LocalText(zh="版本 {version}", en="version {version}")
NO_DATE: Final = LocalText(zh="无日期", en="n.d.")

REPRINTED: Final = LocalText(zh="转载：{url}", en="Reprinted at {url}")
REPRINTED_BY: Final = LocalText(zh="{reprinter}转载：{url}", en="Reprinted by {reprinter} at {url}")
IS_REPRINT: Final = LocalText(zh="网址为转载页", en="The address is that of a reprint")
IS_REPRINT_BY: Final = LocalText(zh="网址为{reprinter}的转载页", en="The address is that of a reprint by {reprinter}")
ACCESSED: Final = LocalText(zh="{address} （{date}查看）", en="{address} (accessed {date})")
RETRIEVED: Final = LocalText(zh="{date}取自 {address}", en="Retrieved {date}, from {address}")

QUOTED: Final = LocalText(zh="《{title}》", en="“{title}”")
TRANSLATED: Final = LocalText(zh="《{title}》（译题：{translation}）", en="“{title}” [our translation: {translation}]")
TRANSLATION: Final = LocalText(zh="译题：{translation}", en="Headline in our translation: {translation}")
STOP: Final = LocalText(zh="。", en=". ")

CITED: Final = LocalText(zh="所引数字：{name}，{number}（“{quote}”）", en="Figure cited: {name}, {number} (“{quote}”)")
NAME: Final = LocalText(zh="{place}，{metric}，{period}", en="{metric}, {place}, {period}")
AMOUNT: Final = "{printed} [{number}]"
"""In English the printed number and its translation; in Chinese the printed one alone."""
GROWTH: Final = LocalText(zh="同比 {growth}", en="{growth} on the year")
CHANGE: Final = LocalText(zh="增减 {change}", en="a change of {change}")
SHARE: Final = LocalText(zh="占整体 {share}", en="{share} of the whole")
COMPLETION: Final = LocalText(zh="完成计划 {share}", en="{share} of the plan")
PERMANENT: Final = LocalText(zh="此数的固定链接：{link}", en="Permanent link to the figure: {link}")
LICENSED: Final = LocalText(zh="许可：{license}", en="Licence: {license}")
