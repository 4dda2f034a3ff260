"""Words of a workbook beside those of its columns: sheets, and notes on what the data are."""

from collections.abc import Mapping
from typing import Final, Literal

from indicators.values.text import LocalText

Sheet = Literal["data", "derived", "sources", "notes"]
SHEETS: Final[Mapping[Sheet, LocalText]] = {
    "data": LocalText(zh="数据", en="Data"),
    "derived": LocalText(zh="推算", en="Derived"),
    "sources": LocalText(zh="出处", en="Sources"),
    "notes": LocalText(zh="说明", en="Notes"),
}
KNOWN_NOTE: Final = (
    LocalText(zh="截至此日所知", en="As known on"),
    LocalText(zh="{known_on}；此后发表的报道不在其中", en="{known_on}: nothing that was published later is included"),
)
"""The label and the text of the note in a workbook of a past day."""
EVENT: Final = LocalText(zh="事件", en="Event")
"""The label of a note that says what happened."""
NOTES_TITLES: Final = (
    LocalText(zh="工作表", en="Sheet"),
    LocalText(zh="列", en="Column"),
    LocalText(zh="含义", en="Meaning"),
)
NOTES: Final[tuple[tuple[LocalText, LocalText], ...]] = (
    (LocalText(zh="数据集", en="Dataset"), LocalText(zh="{title}（{dataset}）", en="{title} ({dataset})")),
    (LocalText(zh="许可", en="Licence"), LocalText(zh="{license}", en="{license}")),
    (
        LocalText(zh="版本", en="Edition"),
        LocalText(
            zh="数据版本 {version}，内容的 SHA-256 为 {digest}；由 Reported Indicators {program} 写出",
            en="Version {version} of the data, SHA-256 {digest}; written by Reported Indicators {program}",
        ),
    ),
    (
        LocalText(zh="范围", en="Extent"),
        LocalText(zh="{figures}，出自 {articles}", en="{figures} from {articles}"),
    ),
    (
        LocalText(zh="如何引用", en="How to cite"),
        LocalText(
            zh="引用一个数，请引刊登它的报道（见“出处”）。引用整个汇编：{title}，版本 {version}，{license}。",
            en="For one figure, cite the article that printed it (see Sources). "
            "For the compilation: {title}, version {version}, {license}.",
        ),
    ),
    (
        LocalText(zh="须知", en="Please note"),
        LocalText(
            zh="这些数是报纸和网站刊登的，照录原文，不是官方统计数据库。报道没有说的留空，空白不等于零。",
            en="These are figures as newspapers and websites printed them, not an official statistical database. "
            "What an article does not say is empty; empty does not mean zero.",
        ),
    ),
    (
        LocalText(zh="约数", en="Rounded numbers"),
        LocalText(
            zh="“超 3 万”不是 3 万：限定语、下限和上限说明印出的数可能是多少。",
            en="“Over 30,000” is not 30,000: qualifier, low and high show what the printed number can mean.",
        ),
    ),
    (
        LocalText(zh="推算", en="Derived figures"),
        LocalText(
            zh="“推算”表中的数没有报道印出，是由刊登的数算出来的；引用时请说明是推算。",
            en="No article printed the numbers in Derived: they are calculated from printed ones. Say so when using "
            "them.",
        ),
    ),
)
"""The label and the text of each line on the sheet of notes."""
