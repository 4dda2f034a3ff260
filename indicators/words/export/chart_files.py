"""Words in the files made of a chart, around them, and of the command that makes them."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText

COMPILED: Final = LocalText(zh="{title} · 数据汇编许可：{license}", en="{title} · compilation licensed {license}")
DATA: Final = LocalText(zh="图中的数据", en="The data in this chart")
SAVE: Final = LocalText(zh="保存为 {format}", en="Save as {format}")
COLUMNS: Final[Mapping[str, LocalText]] = {
    "panel": LocalText(zh="分组", en="Group"),
    "name": LocalText(zh="名称", en="Name"),
    "detail": LocalText(zh="说明", en="Detail"),
    "shown": LocalText(zh="图中所示", en="As shown"),
    "publisher": LocalText(zh="发布者", en="Publisher"),
    "quote": LocalText(zh="原文", en="As printed"),
    "source": LocalText(zh="出处", en="Source"),
}
"""The columns of the table below a chart in its web page; the CSV has more, named as in the tidy frame."""
TABLE: Final = LocalText(zh="表格", en="Table")
DOWNLOAD: Final = LocalText(zh="下载", en="Download")
FORMATS: Final[Mapping[str, LocalText]] = {
    "png": LocalText(zh="图片（PNG）", en="Image (PNG)"),
    "svg": LocalText(zh="矢量图（SVG）", en="Vector image (SVG)"),
    "pdf": LocalText(zh="文档（PDF）", en="Document (PDF)"),
    "html": LocalText(zh="网页（HTML，可离线）", en="Web page (HTML, works offline)"),
    "csv": LocalText(zh="图中的数据（CSV）", en="Data in this chart (CSV)"),
}
MISSING: Final[Mapping[str, LocalText]] = {
    "extra": LocalText(
        zh="在服务器上生成 PNG、SVG 和 PDF 需要 kaleido 和 vl-convert：pip install 'reported-indicators[export]'。",
        en="PNG, SVG and PDF from the server need kaleido and vl-convert: pip install 'reported-indicators[export]'.",
    ),
    "browser": LocalText(
        zh="在服务器上生成图片需要 Chromium 或 Chrome：安装一个，或用环境变量 CHROMIUM 指明它的路径。",
        en="Images from the server need Chromium or Chrome: install one, or name its path in the environment variable "
        "CHROMIUM.",
    ),
    "font": LocalText(
        zh="这台服务器没有中文字体，图片里的汉字会变成方框；请安装一种，例如 Debian 的 fonts-noto-cjk。",
        en="This server has no Chinese font, so Chinese text in an image would show as boxes; install one, such as "
        "Debian's fonts-noto-cjk.",
    ),
}
"""Why no image can be made here, and what to do about it, by ``renderer.Missing``."""
FAILED: Final = LocalText(zh="浏览器没有画出这张图（{reason}）。", en="The browser did not draw this chart ({reason}).")
BY_THE_PAGE: Final = LocalText(
    zh="PNG 和 SVG 不靠服务器也能保存：图下右侧就有按钮。",
    en="PNG and SVG need no server: use the buttons below the chart, at the right.",
)

CHINESE_DATES: Final[dict[str, object]] = {
    "days": ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
    "shortDays": ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
    "months": [f"{month}月" for month in ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")],
    "shortMonths": [f"{month}月" for month in range(1, 13)],
    "year": "%Y年",
    "month": "%Y年%-m月",
    "dayMonth": "%-m月%-d日",
    "dayMonthYear": "%Y年%-m月%-d日",
    "date": "%Y-%m-%d",
}
"""How Plotly writes dates on an axis, in place of its own locale file."""

EXPORT_VIEW: Final = LocalText(
    zh="要画的视图：看板的链接或其中 ? 之后的部分；可以重复；不写则画全部标准图表",
    en="a view to draw: a link to the dashboard, or the part after its ?; may be repeated (default: all charts)",
)
EXPORT_METRIC: Final = LocalText(zh="只画这个指标", en="draw only this metric")
EXPORT_SHOW: Final = LocalText(zh="只画这种图；可以重复", en="draw only this kind of chart; may be repeated")
EXPORT_FORMATS: Final = LocalText(
    zh="以逗号分隔的格式：{formats}（默认 html；png、svg、pdf 需要附加组件 export 和 Chromium）",
    en="comma-separated formats: {formats} (default html; png, svg and pdf need the extra export and Chromium)",
)
EXPORT_TO: Final = LocalText(zh="写到哪个文件夹（默认 {default}）", en="folder to write to (default {default})")
EXPORT_THEME: Final = LocalText(zh="图片和网页的底色", en="light or dark images and pages")
EXPORT_BASE: Final = LocalText(
    zh="看板的网址，写在图中的链接由它开头", en="address of the dashboard; links in charts begin with it"
)
NO_CHART: Final = LocalText(zh="所选的数画不出图表。", en="The chosen figures cannot be drawn as a chart.")
UNKNOWN_VIEW: Final = LocalText(
    zh="链接里有此数据集没有的内容：{names}", en="The view names things that are not in this dataset: {names}"
)
