"""A data file as most people would model it: pydantic classes, amounts as floats, and nothing checked beyond types."""

import re
from collections.abc import Sequence
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator

_SIZES: Final = {"亿": 1e8, "万": 1e4, "billion": 1e9, "million": 1e6}


def _amount(text: str) -> float:
    """The number in ``约1.2万亩`` or ``CNY 3.67 billion``, in its base unit."""
    digits = re.search(r"[\d.,]+", text)
    if digits is None:
        raise ValueError(text)
    size = next((factor for word, factor in _SIZES.items() if word in text), 1.0)
    return float(digits[0].replace(",", "")) * size


def _share(text: Any) -> Any:
    return float(text.rstrip("%")) / 100 if isinstance(text, str) else text


Amount = Annotated[float, BeforeValidator(_amount)]
Share = Annotated[float, BeforeValidator(_share)]


class Figure(BaseModel):
    """One number of an article."""

    id: str
    metric: str
    sector: str
    text: Amount
    quote: str
    growth: Share | None = None
    completion: Share | None = None
    plan: str | None = None
    part_of: str | None = None
    note: dict[str, str] | None = None


class Article(BaseModel):
    """An article, with what all of its figures share."""

    id: str
    publisher: str
    headline: dict[str, str]
    url: str | None
    defaults: dict[str, Any]
    figures: list[Figure]


class Document(BaseModel):
    """A file: its articles; the vocabulary is taken as it is."""

    regions: list[dict[str, Any]] = []
    sectors: list[dict[str, Any]] = []
    metrics: list[dict[str, Any]] = []
    articles: list[Article] = []


def check(contents: Sequence[Any]) -> int:
    """The number of figures in the contents of files; raises pydantic.ValidationError where a type is wrong."""
    documents = [Document.model_validate(content) for content in contents]
    return sum(len(article.figures) for document in documents for article in document.articles)
