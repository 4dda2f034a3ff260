"""A dataset → JSON from which the same dataset can be made again: every number as printed, and exactly."""

import json
from typing import Any, Final

from indicators.analysis.formulas import Derived
from indicators.export.edition import Edition
from indicators.model import serial
from indicators.model.dataset import Dataset, join
from indicators.model.entries import Article, Document, Figure

FORMAT: Final = 1
"""Raised when what was written before can no longer be read."""


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
        "dataset": serial.exact(dataset.about),
        **serial.vocabulary(dataset, serial.exact),
        "articles": [_article(article, figures) for article, figures in edition.articles],
        "derived": [_derived(one) for one in edition.follow],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def read_json(content: bytes) -> Dataset:
    """The dataset that ``write`` wrote, worked out anew from what was printed.

    Raises ValueError for what is not such JSON, and for a number whose exact value is not the one that stands there.
    """
    data = json.loads(content)
    document = Document.model_validate({name: serial.as_in_file(data[name]) for name in Document.model_fields})
    if document.dataset is None:
        raise ValueError("dataset")
    again = [serial.exact(article) for article in document.articles]
    if again != data["articles"]:
        raise ValueError("articles")
    return join(document.dataset, [document])


def _article(article: Article, figures: tuple[Figure, ...]) -> Any:
    return serial.exact(article.model_copy(update={"figures": figures})) | {
        "figures": [serial.exact(figure) for figure in figures]
    }


def _derived(one: Derived) -> Any:
    exact = {"value": serial.decimal(one.value), "low": serial.decimal(one.low), "high": serial.decimal(one.high)}
    what = {"id": one.id, "formula": one.formula, **({"ratio": one.named} if one.named else {})}
    return (
        what
        | exact
        | {"unit": one.unit, "qualifier": one.qualifier, "period": one.period.text}
        | {"inputs": list(one.inputs)}
    )
