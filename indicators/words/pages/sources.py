"""Words of the page of sources: the articles, their publishers, and one article by itself."""

from typing import Final

from indicators.values.text import Counted, LocalText

TITLE: Final = LocalText(zh="来源", en="Sources")
LISTED: Final = LocalText(zh="{articles}，按发表时间排列。", en="{articles}, newest first.")
OF_PUBLISHER: Final = LocalText(
    zh="{publisher}：{articles}，按发表时间排列。", en="{publisher}: {articles}, newest first."
)
ALL_ARTICLES: Final = LocalText(zh="全部报道", en="All articles")
PUBLISHERS: Final = LocalText(zh="发布者", en="Outlets")
ALL_PUBLISHERS: Final = Counted(
    LocalText(zh="全部 1 家", en="The only one"), LocalText(zh="全部 {count} 家", en="All {count}")
)
MORE_ALIKE: Final = Counted(
    LocalText(zh="另有 1 条同类提示", en="1 more note of this kind"),
    LocalText(zh="另有 {count} 条同类提示", en="{count} more notes of this kind"),
)
COUNTED: Final = LocalText(zh="{publisher} {count}", en="{publisher} {count}")
EVERY: Final = LocalText(zh="不限", en="All")
SHEETS: Final = LocalText(zh="分页", en="Pages of the list")
REPRINTS: Final = LocalText(zh="转载", en="Reprints")
REPRINT: Final = LocalText(zh="转载（{host}）", en="Reprint ({host})")
REPRINT_BY: Final = LocalText(zh="{publisher}（{host}）", en="{publisher} ({host})")
SEEN: Final = LocalText(zh="{date}见于此", en="seen there on {date}")
FIGURES: Final = LocalText(zh="这篇报道的数", en="Figures of this article")
