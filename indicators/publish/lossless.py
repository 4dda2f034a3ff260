"""A dataset → JSON from which the same dataset can be made again: every number as printed, and exactly."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from pydantic import BaseModel

from indicators.derived import Derived
from indicators.model import Article, Dataset, Document, Figure
from indicators.periods import Period
from indicators.publish.edition import Edition
from indicators.quantities import Quantity
from indicators.text import LocalText

FORMAT: Final = 1
"""Raised when what was written before can no longer be read."""
_VOCABULARY: Final = ("themes", "publishers", "regions", "sectors", "metrics", "pipelines", "ratios")


def write(edition: Edition) -> bytes:
    """The whole vocabulary, the articles with the chosen figures, and what follows from these, in the file's order.

    Keys are those of the data file; ``known_on`` is there where it is the dataset of a past day. A quantity is an
    object with ``printed`` (what the article says) and ``value``, ``low``, ``high`` (exact decimals as strings, in the
    base unit, "Infinity" where an end is open), ``unit`` and ``qualifier``. What was not said is left out.
    """
    dataset = edition.dataset
    data = {
        "format": FORMAT,
        **{"id" if name == "dataset" else name: said for name, said in edition.said.items()},
        "dataset": _plain(dataset.about),
        **{name: [_plain(entry) for entry in getattr(dataset, name).values()] for name in _VOCABULARY},
        "articles": [_article(article, figures) for article, figures in edition.articles],
        "derived": [_derived(one) for one in edition.follow],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def read_json(content: bytes) -> Dataset:
    """The dataset that ``write`` wrote, worked out anew from what was printed.

    Raises ValueError for what is not such JSON, and for a number whose exact value is not the one that stands there.
    """
    data = json.loads(content)
    parts = ("dataset", *_VOCABULARY, "articles")
    document = Document.model_validate({name: _as_in_file(data[name]) for name in parts})
    if document.dataset is None:
        raise ValueError("dataset")
    entries = {name: {entry.id: entry for entry in getattr(document, name)} for name in (*_VOCABULARY, "articles")}
    again = [_plain(article) for article in document.articles]
    if again != data["articles"]:
        raise ValueError("articles")
    return Dataset(about=document.dataset, **entries)


def _article(article: Article, figures: tuple[Figure, ...]) -> Any:
    return _plain(article.model_copy(update={"figures": figures})) | {"figures": [_plain(figure) for figure in figures]}


def _derived(one: Derived) -> Any:
    exact = {"value": plain_decimal(one.value), "low": plain_decimal(one.low), "high": plain_decimal(one.high)}
    what = {"id": one.id, "formula": one.formula, **({"ratio": one.named} if one.named else {})}
    return (
        what
        | exact
        | {"unit": one.unit, "qualifier": one.qualifier, "period": one.period.text}
        | {"inputs": list(one.inputs)}
    )


def _plain(value: Any) -> Any:
    """What JSON can say of an entry, and nothing of what is not there."""
    match value:
        case BaseModel():
            said = {name: getattr(value, name) for name in type(value).model_fields}
            return {name: _plain(part) for name, part in said.items() if part is not None and part != ()}
        case Quantity():
            ends = {name: plain_decimal(getattr(value, name)) for name in ("value", "low", "high")}
            return {"printed": value.printed, **ends, "unit": value.unit, "qualifier": value.qualifier}
        case Period():
            return value.text
        case LocalText():
            return {"zh": value.zh, "en": value.en}
        case tuple():
            return [_plain(part) for part in value]
    return value


def plain_decimal(number: Decimal) -> str:
    """All digits of it, without an exponent: 3670000000; Infinity where it is infinite."""
    return format(number, "f")


def _as_in_file(value: Any) -> Any:
    """What the model reads: a file has nothing but texts."""
    match value:
        case {"printed": str(printed)}:
            return printed
        case Mapping():
            return {name: _as_in_file(part) for name, part in value.items()}
        case list():
            return [_as_in_file(part) for part in value]
        case bool():
            return str(value).lower()
        case int() | float():
            return format(Decimal(repr(value)), "f")
    return value
