"""Words of ``indicators verify``: where quotes stand in the texts of articles, and its help."""

from collections.abc import Mapping
from typing import Final

from indicators.analysis.quotes import Status
from indicators.values.text import Counted, LocalText

STATUSES: Final[Mapping[Status, LocalText]] = {
    "found": LocalText(zh="找到", en="found"),
    "moved": LocalText(zh="不在本文", en="moved"),
    "changed": LocalText(zh="有出入", en="changed"),
    "missing": LocalText(zh="没有找到", en="missing"),
}
SAME_AMOUNT: Final = LocalText(zh="{status}（数额相同）", en="{status} (the same amount)")
FINDING: Final = LocalText(zh="{place}: {status}：{figure}：“{quote}”", en="{place}: {status}: {figure}: “{quote}”")

QUOTES: Final = Counted(LocalText(zh="1 处引文", en="1 quote"), LocalText(zh="{count} 处引文", en="{count} quotes"))
TALLY: Final = LocalText(
    zh="{subject}：{quotes}，找到 {found} 处{more}", en="{subject}: {found} of {quotes} found{more}"
)
NOT_FOUND: Final[Mapping[Status, LocalText]] = {
    "moved": LocalText(zh="，{count} 处不在本文", en=", {count} moved"),
    "changed": LocalText(zh="，{count} 处有出入", en=", {count} changed"),
    "missing": LocalText(zh="，{count} 处没有找到", en=", {count} missing"),
}

ARTICLE: Final = LocalText(
    zh="报道的标识（默认：文件里有其标题的，或文件夹里有其原文的）",
    en="id of an article (default: all whose headline is in the file, or whose text is in the folder)",
)
TEXT: Final = LocalText(
    zh="原文（UTF-8）：一个文件，一篇报道或整版；或文件夹，每篇一个 ARTICLE-ID.txt（默认：数据旁边的 texts 文件夹）",
    en="the text, in UTF-8: a file with one article or a whole page, or a folder with one ARTICLE-ID.txt for each "
    "article (default: the folder texts beside the data)",
)
ALL: Final = LocalText(zh="找到的引文也逐条列出", en="also list the quotes that were found")

NO_SUCH_ARTICLE: Final = LocalText(zh="{path} 里没有报道“{id}”。", en="{path} has no article “{id}”.")
NO_HEADLINE: Final = LocalText(
    zh="{path} 里没有任何报道的标题，请写明是哪一篇", en="{path} has no headline of an article in it; name the article"
)
NO_TEXTS: Final = LocalText(
    zh="{path} 里没有报道的原文：以 ARTICLE-ID.txt 为名放进去，或用 --text 指明",
    en="there is no text of an article in {path}: put it there as ARTICLE-ID.txt, or give its path with --text",
)
