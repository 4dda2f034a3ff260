"""An edition ⇄ JSON without loss: every number as it was printed, and as an exact decimal."""

import json
from typing import Any, Final

from indicators.analysis.formulas import Derived
from indicators.export.edition import Edition
from indicators.model import serial
from indicators.model.dataset import Dataset, join
from indicators.model.declared_units import declared_in, unit_table
from indicators.model.entries import Article, Document, Figure

FORMAT: Final = 1
"""Version of the layout; it rises when files of the earlier layout can no longer be read."""


def write(edition: Edition) -> bytes:
    """The whole vocabulary, the articles with the chosen figures, and the derived figures, in the file's order.

    Keys are those of the data file; ``known_on`` is there if the dataset is that of a past day. A quantity is an
    object with ``printed`` (what the article says) and ``value``, ``low``, ``high`` (exact decimals as strings, in the
    base unit, "Infinity" where an end is open), ``unit`` and ``qualifier``. Missing values are left out.
    """
    dataset = edition.dataset
    data = {
        "format": FORMAT,
        **{"id" if name == "dataset" else name: text for name, text in edition.stamp_texts.items()},
        "dataset": serial.exact(dataset.about),
        **serial.vocabulary(dataset, serial.exact),
        "articles": [_article(article, figures) for article, figures in edition.articles],
        "derived": [_derived(derived) for derived in edition.derived],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def read_json(content: bytes) -> Dataset:
    """The dataset that ``write`` wrote, parsed again from the printed numbers.

    Raises ValueError for other JSON, and if an exact value is not that of the number printed beside it.
    """
    data = json.loads(content)
    entries = {name: serial.as_in_file(data[name]) for name in Document.model_fields}
    document = Document.model_validate(entries, context=unit_table(declared_in([entries])))
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


def _derived(derived: Derived) -> Any:
    return {
        "id": derived.id,
        "formula": derived.formula,
        **({"ratio": derived.ratio} if derived.ratio else {}),
        "value": serial.decimal(derived.value),
        "low": serial.decimal(derived.low),
        "high": serial.decimal(derived.high),
        "unit": derived.unit,
        "qualifier": derived.qualifier,
        "period": derived.period.text,
        "inputs": list(derived.inputs),
    }
