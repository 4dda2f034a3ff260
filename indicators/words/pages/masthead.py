"""Words of the head and the foot of every page, of the dashboard and of the site."""

from collections.abc import Mapping
from typing import Final

from indicators.values.text import Lang, LocalText

BRAND: Final = LocalText(zh="报载指标", en="Reported Indicators")
"""What the program is called."""
LANGUAGES: Final[Mapping[Lang, str]] = {"zh": "中文", "en": "English"}
"""Each language by its own name."""
LANGUAGE_CODES: Final[Mapping[Lang, str]] = {"zh": "中文", "en": "EN"}
"""The same where there is little room."""
PAGES_LABEL: Final = LocalText(zh="页面", en="Pages")
SKIP: Final = LocalText(zh="跳到正文", en="Skip to the text")
TITLE: Final = LocalText(zh="{page} – {site}", en="{page} – {site}")
"""What the tab of a browser is called."""
EVERY_NUMBER: Final = LocalText(
    zh="每个数字都可以点开原文。空白表示没有报道，不是零。",
    en="Every number opens the words that were printed. Empty means not reported, never zero.",
)
COMPILATION: Final = LocalText(
    zh="数据汇编 {license}，引用请注明原报道", en="Compilation {license}; cite the original articles"
)
