"""The table of kinds: everything that a file and a dataset hold is in it, and has words in both languages."""

from dataclasses import fields

from indicators.model.articles import Article, Figure
from indicators.model.bases import Identified
from indicators.model.dataset import Dataset, join
from indicators.model.document import Document
from indicators.model.kinds import KINDS, VOCABULARY
from indicators.words.export.tables import RESOURCES
from indicators.words.problems import rules
from tests.builders import make_dataset


def test_the_sections_of_a_file_are_those_of_a_dataset_and_of_the_table() -> None:
    sections = [*(kind.section for kind in VOCABULARY), "articles"]
    assert sorted(Document.model_fields) == sorted(["dataset", *sections])
    assert sorted(field.name for field in fields(Dataset)) == sorted(["about", *sections])


def test_each_section_holds_entries_of_its_class() -> None:
    for kind in KINDS:
        holder = Article if kind.model is Figure else Document
        assert holder.model_fields[kind.section].annotation == tuple[kind.model, ...]  # type: ignore[name-defined]


def test_references_are_keys_under_which_an_id_stands() -> None:
    for kind in KINDS:
        assert set(kind.references) <= set(kind.model.model_fields)
        assert all(issubclass(target, Identified) for target in kind.references.values())


def test_every_kind_has_words_in_both_languages() -> None:
    assert set(rules.KINDS) == {kind.name for kind in KINDS}
    assert {kind.section for kind in KINDS} <= set(RESOURCES)
    for text in (*rules.KINDS.values(), *(RESOURCES[kind.section] for kind in KINDS)):
        assert text.zh
        assert text.en


def test_documents_are_joined_in_their_order() -> None:
    dataset = make_dataset()
    first = Document(themes=tuple(dataset.themes.values()), articles=tuple(dataset.articles.values()))
    rest = {kind.section: tuple(getattr(dataset, kind.section).values()) for kind in VOCABULARY[1:]}
    second = Document.model_validate(rest)
    assert join(dataset.about, [first, second]) == dataset
