"""Words around the sentence of a problem: how severe it is, which entry it is about, and what was probably meant."""

from collections.abc import Mapping
from typing import Final

from indicators.values.problems import Severity
from indicators.values.text import LocalText

DID_YOU_MEAN: Final = LocalText(zh="是否想写“{suggestion}”{reason}？", en=" Did you mean “{suggestion}”{reason}?")
COMPLETED_BY: Final = {
    "published": LocalText(zh="（报道发表于{period}）", en=" (the article is of {period})"),
    "defaults": LocalText(zh="（defaults 里是{period}）", en=" (its defaults are of {period})"),
}
"""What in an article says which year a period without one is of → the words for it."""
ABOUT: Final = LocalText(zh="{id}：{sentence}", en="{id}: {sentence}")
"""What is wrong with the entry of an id."""
SEVERITIES: Final[Mapping[Severity, LocalText]] = {
    "error": LocalText(zh="", en=""),
    "warning": LocalText(zh="注意：", en="warning: "),
    "information": LocalText(zh="提示：", en="note: "),
}

SEVERITY_NAMES: Final[Mapping[Severity, LocalText]] = {
    "error": LocalText(zh="错误", en="error"),
    "warning": LocalText(zh="注意", en="warning"),
    "information": LocalText(zh="提示", en="note"),
}
