"""Words for those who run the dashboard as a server, and for readers whom the server itself answers."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import LocalText

NOT_UNDERSTOOD: Final = LocalText(
    zh="环境变量 {variable} 的值“{value}”无法使用：应为{expected}。",
    en="The environment variable {variable} says “{value}”, which cannot be used: it has to be {expected}.",
)
EXPECTED: Final[Mapping[str, LocalText]] = {
    "INDICATORS_URL": LocalText(
        zh="面板的公开网址，例如 https://data.example.org/rizhao/",
        en="the public address of the dashboard, such as https://data.example.org/rizhao/",
    ),
    "INDICATORS_EMBED": LocalText(
        zh="none、all，或若干来源，例如 https://news.example.org",
        en="none, all, or origins such as https://news.example.org",
    ),
    "INDICATORS_HOSTS": LocalText(
        zh="若干主机名，例如 data.example.org 或 *.example.org，不带端口；* 表示任何主机名",
        en="host names such as data.example.org or *.example.org, without a port, or * for any",
    ),
    "INDICATORS_ROUTES": LocalText(zh="下列名称中的若干个：{names}", en="some of these names: {names}"),
    "INDICATORS_SITE": LocalText(zh="on 或 off", en="on or off"),
    "INDICATORS_CURATE": LocalText(zh="on、claim 或 off", en="on, claim or off"),
    "INDICATORS_LLM_URL": LocalText(
        zh="自己的语言模型的地址（OpenAI 接口），例如 http://127.0.0.1:11434/v1；本机和内网可用 http，其他须用 https，"
        "其中不带用户名、查询串和密钥",
        en="the address of your own language model with the interface of OpenAI, such as http://127.0.0.1:11434/v1; "
        "http for this machine and private networks, https for all others, without a user's name, query or key in it",
    ),
    "INDICATORS_LLM_MODEL": LocalText(zh="模型在该地址的名称", en="the name by which that address knows the model"),
    "INDICATORS_LLM_KEY": LocalText(
        zh="一个不含空格、由可打印的 ASCII 字符组成的密钥（这里不显示）",
        en="a key of printable ASCII characters without spaces (it is not shown here)",
    ),
}
FAILED: Final = LocalText(
    zh="出错了。请稍后再试；如果一再出现，请把编号 {reference} 告诉管理者。",
    en="Something went wrong. Please try again; if it stays, tell those who run this page the reference {reference}.",
)
NOT_FOUND: Final = LocalText(zh="这里没有页面。", en="There is no page here.")
TO_START: Final = LocalText(zh="回到首页", en="To the first page")
FOREIGN_HOST: Final = LocalText(
    zh="面板不认识这个主机名。管理者可以把它写入 INDICATORS_HOSTS 或 INDICATORS_URL。",
    en="The dashboard does not know this host name. Who runs it can name it in INDICATORS_HOSTS or INDICATORS_URL.",
)
FOREIGN_ORIGIN: Final = LocalText(
    zh="只有面板自己的页面才能连接。",
    en="Only pages of the dashboard itself may connect.",
)
NO_DATA_YET: Final = LocalText(zh="数据还没有读入。", en="The data have not been loaded yet.")
SITE_NOT_YET: Final = LocalText(
    zh="静态网站正在生成，请稍后再来。", en="The static site is being built. Please come back in a moment."
)
BUSY: Final = LocalText(zh="正忙，请稍后再试。", en="Too many ask at once. Please try again in a moment.")
NO_SCRIPTS: Final = LocalText(zh="这个面板需要 JavaScript。", en="This dashboard needs JavaScript.")
STATIC_SITE: Final = LocalText(zh="同样的内容，不需要 JavaScript", en="The same contents without JavaScript")
NO_OWN_PORT: Final = LocalText(
    zh="本机的第二个端口 {port} 没有应答，稿子只发往这个端口。经 SSH 转发的话，请一并转发（见 docs/curate.md）。",
    en="Port {port} of this machine, where texts go, does not answer. Over SSH, forward it too (see docs/curate.md).",
)
"""Said by a page on the curator's own machine; see server.own_port."""
