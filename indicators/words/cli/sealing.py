"""Words of ``indicators seal``."""

from typing import Final

from indicators.values.text import LocalText

SEAL: Final = LocalText(
    zh="封存数据：写下清单，看板便只显示与它完全相符的数据",
    en="seal a complete dataset, so that a dashboard shows it only while every file is as it was sealed",
)
CHECK: Final = LocalText(
    zh="只核对：数据与清单不符时退出码为 1", en="write nothing; fail (exit code 1) where the data do not match the seal"
)
FEWER: Final = LocalText(
    zh="确认数的个数确实少了一半以上", en="confirm that there are less than half as many figures as were sealed before"
)
SEALED: Final = LocalText(zh="已封存 {files}、{figures}：{place}", en="Sealed {files}, {figures}: {place}")
SEALED_BEFORE: Final = LocalText(zh="原来有 {figures}。", en="There were {figures} before.")
MATCHES: Final = LocalText(
    zh="{path} 与清单相符：{files}，{figures}。", en="{path} matches its seal: {files}, {figures}."
)
NO_SEAL: Final = LocalText(
    zh="{path} 没有清单；请运行 indicators seal", en="{path} has no seal; write one with indicators seal"
)
SHRUNK: Final = LocalText(
    zh="{path} 有 {after}，清单里有 {before}，少了一半以上。如果确实如此，请加上 --fewer",
    en="{path} has {after}, where {before} were sealed: less than half. If this is meant, add --fewer",
)
