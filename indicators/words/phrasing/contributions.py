"""Words of contributions to growth: what each part added to its whole, in points, and the last months of a period."""

from typing import Final

from indicators.values.text import LocalText

NOT_ITEMISED: Final = LocalText(zh="未分列", en="Not itemised")
BY: Final = LocalText(zh="（按{tree}）", en=" (by {tree})")
IN_POINTS: Final = LocalText(zh="{points} 个百分点", en="{points} percentage points")
TITLE: Final = LocalText(
    zh="{period}，{subject}同比 {growth}，各部分的拉动",
    en="What each part added to the growth of {subject} ({growth}), {period}",
)
NOTE: Final = LocalText(
    zh="单位：百分点。每一步从上一步的末端开始。斜纹为推算，细线为所印精度留下的区间；实心为所印的增速。",
    en="In percentage points; each step begins where the one before ended. Hatched: derived, its interval as a thin "
    "line. Filled: the growth as printed.",
)

ALONE: Final = LocalText(zh="仅{period}", en="{period} alone")
MONTHS_TITLE: Final = LocalText(
    zh="仅{period}，{metric}的同比增长", en="{metric} in {period} alone: growth on a year earlier"
)
MONTHS_BEFORE: Final = LocalText(
    zh="{shorter} {growth}，{longer} {total}", en="{growth} in {shorter}, {total} in {longer}"
)
MONTHS_NOTE: Final = LocalText(
    zh="较长时期减去较短时期，今年上年皆然。斜纹为推算，细线为区间；深色竖线为较短时期所印的增速。",
    en="The longer period less the shorter one. Hatched: derived, its interval as a thin line. Dark tick: the growth "
    "before, as printed.",
)
