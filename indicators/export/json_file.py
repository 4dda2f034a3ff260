"""An edition ⇄ JSON without loss: every number as it was printed, and as a number in its base unit."""

import json
from typing import Any, Final

from indicators.analysis.formulas import Derived
from indicators.export.edition import Edition
from indicators.model import serial
from indicators.model.articles import Article, Figure
from indicators.model.dataset import Dataset, join
from indicators.model.declared_units import declared_in, unit_table
from indicators.model.document import Document
from indicators.values.text import LANGS

FORMAT: Final = 2
"""Version of the layout; it rises when files of the earlier layout can no longer be read."""


def write(edition: Edition) -> bytes:
    """The whole vocabulary, the articles with the chosen figures, their events, and the derived figures.

    All are in the file's order.

    Keys are those of the data file; ``known_on`` is there if the dataset is that of a past day. A quantity is an
    object with ``printed`` (what the article says), ``value``, ``low`` and ``high`` (numbers in the base unit ``unit``,
    null where an end is open), ``printed_unit`` and ``qualifier``. Missing values are left out.
    """
    dataset = edition.dataset
    data = {
        "format": FORMAT,
        **{"id" if name == "dataset" else name: text for name, text in edition.stamp_texts.items()},
        "dataset": serial.exact(dataset.about),
        **serial.vocabulary(dataset, serial.exact),
        "events": [serial.exact(event) for event in edition.events],
        "articles": [_article(article, figures, dataset) for article, figures in edition.articles],
        "derived": [_derived(derived, dataset) for derived in edition.derived],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def read_json(content: bytes) -> Dataset:
    """The dataset that ``write`` wrote, parsed again from the printed numbers.

    Raises ValueError for other JSON, and if a value is not that of the number printed beside it.
    """
    data = json.loads(content)
    entries = {name: serial.as_in_file(data[name]) for name in Document.model_fields}
    document = Document.model_validate(entries, context=unit_table(declared_in([entries])))
    if document.dataset is None:
        raise ValueError("dataset")
    dataset = join(document.dataset, [document])
    if [_article(article, article.figures, dataset) for article in document.articles] != data["articles"]:
        raise ValueError("articles")
    return dataset


def _article(article: Article, figures: tuple[Figure, ...], dataset: Dataset) -> Any:
    exact = serial.exact(article.model_copy(update={"figures": figures}))
    if article.headline is not None:  # what nobody has translated is there in its own language only
        headline = {lang: article.headline.of(lang) for lang in LANGS if article.headline_language(lang) == lang}
        exact["headline"] = headline
    return exact | {"figures": [_figure(figure, dataset) for figure in figures]}


def _figure(figure: Figure, dataset: Dataset) -> Any:
    """A figure whose number counts what its metric does, although 个 (items) may be printed for 家 (enterprises)."""
    exact = serial.exact(figure)
    if figure.text is not None and figure.metric in dataset.metrics:
        exact["text"]["unit"] = dataset.base_unit(dataset.metrics[figure.metric].unit).id
    return exact


def _derived(derived: Derived, dataset: Dataset) -> Any:
    return {
        "id": derived.id,
        "formula": derived.formula,
        **({"ratio": derived.ratio} if derived.ratio else {}),
        "value": serial.number(derived.value),
        "low": serial.number(derived.low),
        "high": serial.number(derived.high),
        "unit": dataset.base_unit(derived.unit).id,
        "qualifier": derived.qualifier,
        "period": derived.period.text,
        "inputs": list(derived.inputs),
    }
