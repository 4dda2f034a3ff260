"""The words: both languages say the same things, and nothing is said that nobody needs."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import get_args

import pytest

from indicators import words
from indicators.model import kinds
from indicators.values import problems
from indicators.values.text import LocalText
from indicators.words.problems import NAMED, SENTENCES
from indicators.words.problems.around import SEVERITIES
from indicators.words.problems.files import ENCODINGS, HINTS
from indicators.words.problems.rules import KINDS

FOUND = list(pkgutil.walk_packages(words.__path__, "indicators.words."))
MODULES = [importlib.import_module(module.name) for module in FOUND]


def texts(value: object) -> Iterator[LocalText]:
    if isinstance(value, LocalText):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from texts(inner)


ALL = [
    (module.__name__, name, text) for module in MODULES for name, value in vars(module).items() for text in texts(value)
]


@pytest.mark.parametrize("module", [module.name for module in FOUND if not module.ispkg])
def test_a_module_of_words_has_some(module: str) -> None:
    assert any(name == module for name, _, _ in ALL)


def fields(sentence: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(sentence) if field}


def test_both_languages_have_the_same_places_for_facts() -> None:
    for module, name, text in ALL:
        if text.zh and text.en and text not in HINTS.values():  # a hint is no template: it shows braces
            assert fields(text.zh) == fields(text.en), (module, name)


def test_tables_are_complete() -> None:
    assert set(KINDS) == {kind.name for kind in kinds.KINDS}
    assert set(SEVERITIES) == set(get_args(problems.Severity))
    assert set(ENCODINGS) == {"GB18030", "UTF-16", "unknown"}


def test_facts_that_are_named_are_facts() -> None:
    assert set(NAMED) <= {field for text in SENTENCES.values() for field in fields(text.zh)}


def test_no_sentence_is_too_long() -> None:
    """They stand in a terminal, and on a page beside fifty others."""
    assert max(len(text.zh) for text in SENTENCES.values()) <= 100
    assert max(len(text.en) for text in SENTENCES.values()) <= 200
