"""Words of the page “Is this number right?”: its head, the form for a draft, the counts, and what each rests on."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import Counted, LocalText

TITLE: Final = LocalText(zh="这个数对吗？", en="Is this number right?")
LEAD: Final = LocalText(
    zh="稿子里的每个数，与报纸印过的对照。这里只知道印过什么，不知道真相：没有报道过的数，不算错。",
    en="Every number of the draft beside what was printed. This page knows what was printed, not what is true: a number"
    " that nobody reported is not called wrong.",
)
NOT_OFFERED: Final = LocalText(zh="本站没有开放核稿。", en="This site does not check drafts.")

DRAFT: Final = LocalText(zh="稿子", en="The draft")
DRAFT_HINT: Final = LocalText(
    zh="把要核对的文字粘贴在这里，或把文本文件拖进来。", en="Paste the text here, or drop a text file."
)
PUBLISHED: Final = LocalText(zh="稿子的日期", en="Date of the draft")
PUBLISHED_HINT: Final = LocalText(
    zh="用来补全“上半年”等没有写明年份的时期；不填也行。",
    en="It completes periods without a year, such as “the first half”; it may be left empty.",
)
CHECK: Final = LocalText(zh="核对这些数", en="Check the numbers")
CHOOSE_FILE: Final = LocalText(zh="选一个文本文件…", en="Choose a text file…")
PRIVACY: Final = LocalText(
    zh="稿子只在这次会话里：送到运行本站的程序核对，不存盘，不记日志，不转给别人；关上页面就没有了。",
    en="The draft stays in this session: it is checked by the program behind this site, not stored, not logged, not"
    " passed on; close the page and it is gone.",
)
CHECKING: Final = LocalText(zh="正在核对…", en="Checking…")
EMPTY: Final = LocalText(zh="还没有稿子。请先粘贴要核对的文字。", en="There is no draft yet. Paste the text first.")
NOT_TEXT: Final = LocalText(
    zh="这个文件不是文字（UTF-8 或 GB 18030）。", en="This file is not text (UTF-8 or GB 18030)."
)
NO_ANSWER: Final = LocalText(
    zh="没有等到回答。稿子还在框里，请再试一次。",
    en="There was no answer. The text is still in the box; please try again.",
)

GROUPS: Final[Mapping[str, LocalText]] = {
    "agrees": LocalText(zh="相符", en="agree"),
    "differs": LocalText(zh="数不符", en="differ"),
    "otherwise": LocalText(zh="数对，说法不对", en="right number, wrong claim"),
    "superseded": LocalText(zh="后来改过", en="superseded since"),
    "disputed": LocalText(zh="各家说法不一", en="disputed"),
    "unknown": LocalText(zh="无从判断", en="cannot be told"),
}
"""The groups of verdicts, in the order of their counts."""
ONE_OF_GROUP: Final[Mapping[str, LocalText]] = {
    **GROUPS,
    "agrees": LocalText(zh="相符", en="agrees"),
    "differs": LocalText(zh="数不符", en="differs"),
}
"""The group of one number, behind it, for readers who do not see the mark."""
NUMBERS: Final = Counted(LocalText(zh="个数", en="number"), LocalText(zh="个数", en="numbers"))
"""What stands behind the count of all numbers."""
COUNTS: Final = LocalText(zh="判断，点一种只看它", en="Verdicts; choose one to see it alone")
SUMMARY: Final = LocalText(zh="核对完了：{counts}", en="Checked: {counts}")
COUNT: Final = LocalText(zh="{count} {name}", en="{count} {name}")
SEE: Final = LocalText(zh="看这个数", en="See the figure")
SAME_WORDS: Final = LocalText(zh="同上一句原文", en="the same words as above")
NO_WORDS: Final = LocalText(zh="原话没有录入", en="Its words were not recorded")
COLON: Final = LocalText(zh="：", en=": ")
MORE_REPORTS: Final = Counted(
    LocalText(zh="另有 1 处报道", en="1 more report"), LocalText(zh="另有 {count} 处报道", en="{count} more reports")
)
LEFT_OUT: Final = Counted(
    LocalText(zh="另有 1 个数不核对", en="1 other number was not looked at"),
    LocalText(zh="另有 {count} 个数不核对", en="{count} other numbers were not looked at"),
)
CUT: Final = LocalText(
    zh="只读了前 {limit} 字；其余 {rest} 字没有读。",
    en="Only the first {limit} characters were read; {rest} were not.",
)
COPY: Final = LocalText(zh="复制这份核对单", en="Copy this list")
COPIED: Final = LocalText(zh="已复制", en="Copied")
CHANGE: Final = LocalText(zh="改这篇稿子", en="Edit the draft")
ANOTHER: Final = LocalText(zh="换一篇稿子", en="Another draft")
CITATIONS: Final = LocalText(zh="出处：", en="Sources:")
CITATION: Final = LocalText(zh="[{number}] {citation}", en="[{number}] {citation}")
