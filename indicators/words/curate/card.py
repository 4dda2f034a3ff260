"""Words of one card of the page Curate: its fields, what was decided, what the checks say, and the form of a metric."""

from collections.abc import Mapping
from typing import Any, Final

from indicators.values.text import Lang, LocalText

FIELDS: Final[Mapping[str, LocalText]] = {
    "metric": LocalText(zh="指标", en="Metric"),
    "region": LocalText(zh="地区", en="Region"),
    "sector": LocalText(zh="行业", en="Sector"),
    "group": LocalText(zh="分组", en="Group"),
    "period": LocalText(zh="时期", en="Period"),
    "nature": LocalText(zh="性质", en="Nature"),
    "plan": LocalText(zh="对照计划", en="Plan"),
    "part_of": LocalText(zh="属于", en="Part of"),
    "growth": LocalText(zh="增速", en="Growth"),
    "points": LocalText(zh="百分点", en="Points"),
    "change": LocalText(zh="增减", en="Change"),
    "share": LocalText(zh="占比", en="Share"),
    "completion": LocalText(zh="占计划", en="Of the plan"),
}
_SURE: Final[Mapping[str, LocalText]] = {
    "confident": LocalText(zh="有把握", en="confident"),
    "look": LocalText(zh="请看一眼", en="have a look"),
    "doubtful": LocalText(zh="拿不准", en="doubtful"),
}
_STATES: Final[Mapping[str, LocalText]] = {
    "accepted": LocalText(zh="已采用", en="Accepted"),
    "left-out": LocalText(zh="不收", en="Left out"),
    "no-figure": LocalText(zh="不算指标", en="Not a figure"),
}
_DECIDED: Final[Mapping[str, LocalText]] = {
    "accepted": LocalText(zh="已采用 {text}", en="Accepted {text}"),
    "left-out": LocalText(zh="不收 {text}", en="Left out {text}"),
    "no-figure": LocalText(zh="{text} 不算指标", en="{text} is not a figure"),
    "rest": LocalText(zh="都不算指标，已放下", en="None is a figure; laid aside"),
}
_CHECKS: Final[Mapping[str, LocalText]] = {
    "ok": LocalText(zh="通过", en="passed"),
    "warn": LocalText(zh="提示", en="note"),
    "bad": LocalText(zh="不符", en="failed"),
}
_METRIC: Final[Mapping[str, LocalText]] = {
    "newFor": LocalText(zh="为 {number} 新添的", en="added for {number}"),
    "newForm": LocalText(zh="新指标", en="The new metric"),
    "nameZh": LocalText(zh="中文名，取自原文", en="Name in Chinese, from the text"),
    "nameEn": LocalText(zh="英文名，可以后补", en="Name in English, now or later"),
    "nameEnHint": LocalText(zh="英文名", en="an English name"),
    "theme": LocalText(zh="主题", en="Theme"),
    "unit": LocalText(zh="单位", en="Unit"),
    "noEnglish": LocalText(zh="英文名后补", en="no English name yet"),
    "noChinese": LocalText(zh="中文名后补", en="no Chinese name yet"),
    "editMetric": LocalText(zh="改新指标…", en="change the new metric…"),
    "counts": LocalText(zh="计的是", en="Counts"),
    "additive": LocalText(zh="各地可否相加", en="Regions add up"),
    "yes": LocalText(zh="可以", en="yes"),
    "no": LocalText(zh="不可以", en="no"),
    "metricAdvice": LocalText(
        zh="只有这一个数会用到它；别的报道也会印，才值得添。",
        en="Only one figure would use it; a metric earns its place when other articles print it too.",
    ),
}
_KINDS: Final[Mapping[str, LocalText]] = {
    "flow": LocalText(zh="一段时期里的", en="over a period"),
    "stock": LocalText(zh="某一时点的", en="at a moment"),
    "rate": LocalText(zh="比率", en="a rate"),
}


def of(lang: Lang) -> dict[str, Any]:
    """All words in one language, by the names that browser/curate*.js has for them."""
    tables = {
        "fields": FIELDS,
        "sure": _SURE,
        "states": _STATES,
        "decidedAs": _DECIDED,
        "checkKinds": _CHECKS,
        "kinds": _KINDS,
    }
    by_table = {table: {name: words.of(lang) for name, words in entries.items()} for table, entries in tables.items()}
    return {**by_table, **{name: words.of(lang) for name, words in _METRIC.items()}}
