"""Small datasets made of figures, one line each, and what the rules find in them."""

import json
from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any, Final

from hypothesis import strategies as st

from indicators import rules
from indicators.reading import validate
from indicators.reading import yaml_source as source
from indicators.reading.corpus import Corpus
from indicators.values.problems import Problem

Entry = dict[str, Any]


def _name(key: str) -> Entry:
    return {"zh": f"名{key}", "en": key}


def _metric(key: str, unit: str = "CNY", kind: str = "flow", *, additive: bool = True, basis: bool = True) -> Entry:
    traits = {"additive": str(additive).lower(), "comparable_basis": str(basis).lower(), "better": "more"}
    return {"id": key, "theme": "economy", "name": _name(key), "unit": unit, "kind": kind, **traits}


def _place(key: str, level: str, whole: str | None = "city") -> Entry:
    return {"id": key, "name": _name(key), "level": level, "part_of": whole}


def _sector(key: str, whole: str | None = "all") -> Entry:
    return {"id": key, "name": _name(key), "part_of": whole}


VOCABULARY: Entry = {
    "dataset": {"id": "example", "title": _name("example"), "license": "CC0-1.0"},
    "themes": [{"id": "economy", "name": _name("economy")}],
    "publishers": [{"id": "daily", "name": _name("daily"), "kind": "newspaper"}],
    "regions": [
        _place("city", "prefecture", None),
        *(_place(key, "district") for key in ("east", "west", "north", "south")),
        _place("port", "development-zone", "east"),
    ],
    "sectors": [_sector("all", None), _sector("industry"), _sector("steel", "industry"), _sector("transport")],
    "metrics": [
        *(_metric(key) for key in ("revenue", "tax", "fees", "exports")),
        _metric("gdp", basis=False),
        _metric("income", kind="rate", additive=False),
        _metric("firms", "enterprises", "stock"),
        _metric("savings", "CNY", "stock"),
        _metric("jobs", "persons"),
        _metric("cargo", "t"),
        _metric("farmland", "mu", "stock"),
    ],
}


def figure(key: str, text: str | None = None, **more: Any) -> Entry:
    """A figure as it stands in a file; its quote is what is printed."""
    quote = text or next(more[key] for key in ("growth", "completion", "change", "points", "share") if key in more)
    return {"id": key, **({"text": text} if text else {}), **more, "quote": quote}


def article(*figures: Entry, key: str = "first", published: str = "2022-02", **more: Any) -> Entry:
    """An article on the city's revenue in 2021, so far as its figures do not say otherwise."""
    defaults = {"metric": "revenue", "region": "city", "sector": "all", "period": "2021"}
    where = {"publisher": "daily", "published": published, "url": f"https://www.daily.cn/{key}"}
    return {"id": key, **where, "defaults": defaults, "figures": list(figures), **more}


def corpus_of(articles: Sequence[Entry], **more: Sequence[Entry]) -> Corpus:
    """A corpus of the articles; what is wrong with an entry by itself is a failure of the test."""
    data = {**VOCABULARY, **more, "articles": articles}
    read = source.read(json.dumps(data, ensure_ascii=False).encode(), "data.yaml")
    document, problems = validate.document(read)
    assert document is not None, problems
    return Corpus([(document, read)])


def found_in(*articles: Entry) -> list[Problem]:
    """What the rules find, apart from vocabulary that is not used, and from rates without words."""
    left_out = {"unused-entry", "rate-without-words"}
    return [problem for problem in rules.check(corpus_of(articles)) if problem.code not in left_out]


def findings(*articles: Entry) -> list[tuple[str, str]]:
    """Code and entry of each finding."""
    return [(problem.code, problem.about) for problem in found_in(*articles)]


_SIZES: Final = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8)}
_WORDS: Final = {"": ROUND_HALF_UP, "约": ROUND_HALF_UP, "超": ROUND_FLOOR, "近": ROUND_CEILING}


@st.composite
def printed(draw: st.DrawFn, amount: int) -> str:
    """A true amount in 元 as a paper may print it: rounded to some digit, with or without a word before."""
    size = draw(st.sampled_from([size for size, factor in _SIZES.items() if amount >= factor] or [""]))
    step = Decimal(1).scaleb(-draw(st.integers(0, 3))) if size else Decimal(1)
    word = draw(st.sampled_from(list(_WORDS)))
    return f"{word}{(Decimal(amount) / _SIZES[size]).quantize(step, _WORDS[word])}{size}元"
