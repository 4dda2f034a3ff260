"""Words of ``indicators export data``: what is written where, and why it is not."""

from typing import Final

from indicators.values.text import Counted, LocalText

EXPORT_FORMAT: Final = LocalText(
    zh="一种或多种格式，以逗号分开：{formats}（默认 {default}）",
    en="one or more of {formats}, separated by commas (default: {default})",
)
EXPORT_OUT: Final = LocalText(
    zh="写到哪个文件夹（没有则新建）", en="the folder to write to; it is created if necessary"
)
EXPORT_BASE: Final = LocalText(
    zh="看板的网址，数的永久链接由它开头", en="address of the dashboard; permanent links to figures begin with it"
)
EXPORT_DAY: Final = LocalText(
    zh="只要截至这一天所知的数据，如 2023-06-30", en="only what was known on this day, such as 2023-06-30"
)
NOT_A_DAY: Final = LocalText(
    zh="“{value}”不是日期，请写成 2023-06-30", en="“{value}” is not a date; write it like 2023-06-30"
)
WRITTEN: Final = LocalText(zh="{path}，{size}", en="{path}, {size}")
NEEDS_EXTRA: Final = LocalText(
    zh="写 {format} 要用 {library}，尚未安装。请运行：pip install '{package}[export]'",
    en="{format} is written with {library}, which is not installed. Run: pip install '{package}[export]'",
)
TOO_MANY_ROWS: Final = LocalText(
    zh="{format} 的一张表放不下这么多行；可以写成 csv 或 parquet",
    en="there are too many rows for a sheet of {format}; use csv or parquet",
)
SIZES: Final = (
    Counted(LocalText(zh="1 字节", en="1 byte"), LocalText(zh="{count} 字节", en="{count} bytes")),
    Counted(LocalText(zh="1 KB", en="1 kB"), LocalText(zh="{count} KB", en="{count} kB")),
)
"""Sizes of files: below a thousand bytes, and above."""
