"""Words of the site of plain files, and of the command that makes it."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText

SENTENCE: Final = LocalText(zh=" ", en=" ")
SECTIONS: Final[Mapping[str, LocalText]] = {
    "overview": LocalText(zh="概览", en="Overview"),
    "figures": LocalText(zh="数字", en="Figures"),
    "metrics": LocalText(zh="指标", en="Metrics"),
    "regions": LocalText(zh="地区", en="Regions"),
    "sectors": LocalText(zh="行业", en="Sectors"),
    "groups": LocalText(zh="分组", en="Groups"),
    "time": LocalText(zh="历年", en="Time"),
    "articles": LocalText(zh="报道", en="Articles"),
}
KINDS: Final[Mapping[str, LocalText]] = {
    "metric": LocalText(zh="指标", en="Metric"),
    "region": LocalText(zh="地区", en="Region"),
    "sector": LocalText(zh="行业", en="Sector"),
    "group": LocalText(zh="分组", en="Group"),
}
"""Folder of pages → what one of them is about."""
TRAIL: Final = LocalText(zh="所在位置", en="You are here")
SHEETS: Final = LocalText(zh="分页", en="Pages of the list")
SHEET: Final = LocalText(zh="{title}（第 {number} 页，共 {count} 页）", en="{title} (page {number} of {count})")
MODE: Final = LocalText(zh="明暗", en="Light or dark")
FEED: Final = LocalText(zh="新增和更改的数（Atom）", en="Added and changed figures (Atom)")
ALL_DATA: Final = LocalText(zh="全部数据：", en="All data: ")
EMBED: Final = LocalText(zh="可嵌入的单图", en="This chart on its own, for embedding")
CHART_TABLE: Final = LocalText(zh="图中各数", en="The figures in this chart")
ENTRY: Final = LocalText(zh="{name}：{figures}。", en="{name}: {figures}.")
TABLE: Final = LocalText(zh="全部数", en="All figures")
TABLE_NOTE: Final = LocalText(
    zh="{figures}。点数字，看它的原文和出处。", en="{figures}. Select a number to see its quote and its source."
)
LIES_IN: Final = LocalText(zh="属于：", en="Part of: ")
HOLDS: Final = LocalText(zh="包括：", en="Includes: ")
FIGURE_TITLE: Final = LocalText(zh="{name}：{number}", en="{name}: {number}")
CHANGED: Final = LocalText(zh="更改：{title}", en="Changed: {title}")

OUT: Final = LocalText(
    zh="网站的文件夹；没有变的文件不重写", en="folder of the site; unchanged files are not rewritten"
)
BASE: Final = LocalText(
    zh="网站将来的网址，如 https://data.example.org/rizhao/；给出后才有站点地图、规范网址和分享图片",
    en="address that the site will have, such as https://data.example.org/rizhao/; a sitemap, canonical addresses and "
    "social cards need it",
)
NO_CARDS: Final = LocalText(
    zh="不画分享图片（每页一张，未变的不重画；数或报道超过 {most} 的，其页面用所属指标或概览的图片）",
    en="draw no social cards (one picture a page, redrawn only when its content changes; with more than {most} figures "
    "or articles, their pages have the card of their metric, or of the overview)",
)
CARDS: Final = LocalText(
    zh="也画分享图片（要有 --base 和浏览器；每页一张，约十分之一秒，未变的不重画）",
    en="draw social cards, too (needs --base and a browser; one a page, a tenth of a second each, and again only where "
    "the content has changed)",
)
WITHOUT_CARDS: Final = LocalText(zh="网站没有分享图片：{reason}。", en="The site has no social cards: {reason}.")
LACKING: Final[Mapping[str, LocalText]] = {
    "extra": LocalText(
        zh="画图片要用 kaleido，请运行 pip install 'reported-indicators[export]'",
        en="cards are drawn with kaleido; run pip install 'reported-indicators[export]'",
    ),
    "browser": LocalText(
        zh="没有找到 Chromium 或 Chrome，请安装一个，或用环境变量 CHROMIUM 指明它的路径",
        en="no Chromium or Chrome was found; install one, or name its path in the environment variable CHROMIUM",
    ),
    "font": LocalText(
        zh="没有中文字体，请安装一种，例如 Debian 的 fonts-noto-cjk",
        en="no Chinese font was found; install one, such as Debian's fonts-noto-cjk",
    ),
}
"""Why no cards can be drawn here, by ``renderer.Missing``."""
CARD_FAILED: Final = LocalText(
    zh="浏览器没有画出分享图片（{reason}）；可以加 --no-cards",
    en="the browser did not draw a social card ({reason}); --no-cards makes the site without them",
)
MOVED: Final = LocalText(zh="此页的链接已改", en="The link to this page has changed")
NOT_OURS: Final = LocalText(
    zh="{path} 里有别的网站（index.html 不是本程序所做），请换一个文件夹",
    en="{path} contains another site (its index.html was not made by this program): choose another folder",
)
DONE: Final = LocalText(
    zh="{path}：{files}（{size} MB）；写入 {written}，未变 {unchanged}，删除 {removed}；{seconds} 秒。",
    en="{path}: {files} ({size} MB); written {written}, unchanged {unchanged}, removed {removed}; {seconds} seconds.",
)
NO_SITEMAP: Final = LocalText(
    zh="没有给出 --base，所以没有站点地图（sitemap.xml），各页没有规范网址和分享图片。",
    en="Without --base there is no sitemap.xml, and pages have no canonical addresses and no social cards.",
)
