"""A period that an article names without a year (上半年, 去年同期) → the one that its date or its defaults suggest."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from indicators.values import periods
from indicators.values.periods import Period
from indicators.values.problems import Fault

_YEAR_EARLIER: Final = re.compile("(去年|上年)?同期|(the )?same period (last year|a year (earlier|ago))", re.IGNORECASE)
_PLANNED: Final = frozenset({"target", "expected"})


def completion(text: object, data: Any, keys: tuple[str | int, ...]) -> dict[str, str]:
    """The facts ``suggestion`` and what it follows from: ``published``, or ``defaults`` of which it is a year earlier.

    ``data`` are those of a file, and ``keys`` lead to a period in one of its articles, of a figure or in the defaults.
    Nothing is suggested where it does not follow from them.
    """
    if not isinstance(text, str) or keys[0] != "articles":
        return {}
    article = data["articles"][keys[1]]
    defaults = _mapping(article.get("defaults"))
    figure = _mapping(article["figures"][keys[3]]) if len(keys) == 5 else {}
    nature = figure.get("nature", defaults.get("nature")) if "period" in figure else defaults.get("nature")
    if _YEAR_EARLIER.fullmatch(text.strip()):
        return _year_earlier(_read(defaults.get("period"), periods.parse))
    published = _read(article.get("published"), periods.parse_date)
    suggestion = periods.complete(text, published, planned=nature in _PLANNED) if published is not None else ""
    return {"suggestion": suggestion, "published": published.text} if suggestion and published is not None else {}


def _year_earlier(usual: Period | None) -> dict[str, str]:
    earlier = usual.year_earlier() if usual is not None else None
    return {"suggestion": earlier.text, "defaults": usual.text} if usual is not None and earlier is not None else {}


def _mapping(data: object) -> Mapping[str, object]:
    return data if isinstance(data, dict) else {}


def _read(text: object, parse: Callable[[str], Period]) -> Period | None:
    try:
        return parse(text) if isinstance(text, str) else None
    except Fault:
        return None
