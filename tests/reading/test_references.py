"""Names where ids are expected: every name of every entry leads to its id, and the dataset holds ids only."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.loading.loader import load
from indicators.model import name_index
from indicators.model.name_index import NAMED_KINDS, NATURE, REFERRING, NameIndex
from indicators.model.subjects import Nature
from indicators.reading import references, validate, yaml_source
from indicators.words import terms
from tests import SAMPLE
from tests.builders import GOOD, changed, load_text, write

SHIPPED = SAMPLE.read_text("utf-8")


def names(text: str) -> NameIndex:
    return references.index_of([yaml_source.read(text.encode(), "data.yaml")])


NAMES = names(SHIPPED)
# A kind, a name that one entry has, and its id
CERTAIN = [
    (kind, name, NAMES.find(kind, name)[0])
    for kind in NAMED_KINDS
    for name in NAMES.names[kind]
    if len(NAMES.find(kind, name)) == 1
]


@given(
    st.sampled_from(CERTAIN), st.sampled_from([str, str.upper, str.lower, lambda name: name.replace(" ", "　") + " "])
)
def test_a_name_leads_to_its_id_whatever_its_case_width_and_spaces(named: tuple[str, str, str], form: object) -> None:
    kind, name, id_ = named
    assert callable(form)
    assert NAMES.find(kind, form(name)) == (id_,)


def test_the_names_in_files_and_those_of_a_dataset_are_the_same() -> None:
    dataset = load(SAMPLE).dataset
    assert dataset is not None
    index = name_index.of_dataset(dataset)
    assert (index.ids, index.names) == (NAMES.ids, NAMES.names)


def test_an_id_is_never_read_as_a_name() -> None:
    index = NameIndex()
    index.add("region", "city", ["east"])
    index.add("region", "east", ["East", "City"])
    assert index.find("region", "east") == ("east",)
    assert set(index.find("region", "City")) == {"city", "east"}


# A change of GOOD that puts names where ids are
NAMED = [
    ("{region: city, sector: all, period", "{region: 全市, sector: Whole economy, period"),
    ("metric: revenue\n", "metric: 收入\n"),
    ("region: east\n", "region: EAST\n        group: 总体\n        nature: 实际\n"),
    ("publisher: daily\n", "publisher: 日报\n    issuer: Daily\n"),
    ("part_of: city}", 'part_of: "全市"}'),
    ("{id: revenue, theme: output", "{id: revenue, theme: 产出"),
    ("copies: []", "copies: [{url: 'https://www.daily.cn/b.html', publisher: 日报}]"),
]
IDS = [
    ("copies: []", "copies: [{url: 'https://www.daily.cn/b.html', publisher: daily}]"),
    ("publisher: daily\n", "publisher: daily\n    issuer: daily\n"),
]


def test_the_dataset_holds_ids_only(tmp_path: Path) -> None:
    named, plain = load_text(tmp_path, changed(*NAMED)), load_text(tmp_path, changed(*IDS))
    assert named.dataset is not None
    assert named.dataset == plain.dataset
    assert not plain.problems
    assert {(problem.code, problem.severity) for problem in named.problems} == {("name-for-id", "information")}
    assert {problem.facts["id"] for problem in named.problems} == {
        "actual",
        "all",
        "city",
        "daily",
        "east",
        "output",
        "revenue",
    }


def test_names_are_known_to_all_files_of_a_folder(tmp_path: Path) -> None:
    head, articles = changed(("metric: revenue\n", "metric: 收入\n")).split("articles:\n")
    write(tmp_path, head, "b.yaml")
    write(tmp_path, f"articles:\n{articles}", "a.yaml")
    loaded = load(tmp_path)
    assert loaded.dataset is not None
    assert loaded.dataset.figures["city-revenue"].metric == "revenue"


def test_a_note_tells_an_id_once_a_file(tmp_path: Path) -> None:
    text = changed(("metric: revenue\n", "metric: 企业\n        nature: 目标\n"), ("metric: firms\n", "metric: 企业\n"))
    notes = [problem for problem in load_text(tmp_path, text).problems if problem.code == "name-for-id"]
    assert [(note.line, note.facts["name"]) for note in notes] == [(27, "企业"), (28, "目标")]


def test_a_name_of_two_entries_lists_their_ids(tmp_path: Path) -> None:
    text = changed(
        ("level: prefecture}", "level: prefecture, also: [开发区]}"),
        ("level: district, part_of: city}", "level: district, part_of: city, also: [开发区]}"),
        ("region: east\n", "region: 开发区\n"),
    )
    (problem,) = load_text(tmp_path, text).problems
    assert (problem.code, problem.about, problem.facts["ids"]) == ("name-ambiguous", "east-firms", "city, east")


def test_figures_and_articles_have_no_names() -> None:
    assert not {"plan", "part_of", "supersedes"} & set(REFERRING["figure"])
    assert set(REFERRING["figure"]) == {"metric", "region", "sector", "group", "nature"}


@pytest.mark.parametrize("nature", terms.NATURES)
def test_natures_go_by_the_words_that_readers_see(nature: Nature) -> None:
    words = terms.NATURES[nature]
    assert NameIndex().find(NATURE, words.zh) == NameIndex().find(NATURE, words.en) == (nature,)


JUNK = [
    "a",
    "[]",
    "{}",
    "null",
    "[a]",
    "[[a], {b: c}, null]",
    "{name: 3}",
    "[{id: [x], name: {zh: [], en: x}, also: y}]",
]


@given(st.lists(st.sampled_from(JUNK), min_size=6, max_size=6))
def test_junk_in_place_of_lists_stops_nothing(junk: list[str]) -> None:
    keys = ("regions", "metrics", "pipelines", "events", "articles", "groups")
    text = "".join(f"{key}: {value}\n" for key, value in zip(keys, junk, strict=True))
    references.resolve([yaml_source.read(text.encode(), "data.yaml")])


def test_what_is_known_is_left_alone() -> None:
    source = yaml_source.read(GOOD.encode(), "data.yaml")
    before = replace(source, data=source.data)
    assert references.resolve([source]) == []
    assert source.data == before.data == yaml_source.read(GOOD.encode(), "data.yaml").data


def test_unknown_ids_are_told_beside_a_value_that_keeps_the_rules_from_looking(tmp_path: Path) -> None:
    loaded = load_text(
        tmp_path, changed(("region: east\n", "region: esat\n"), ("period: 2022-06\n", "period: 2022年底\n"))
    )
    assert {problem.code for problem in loaded.problems} == {"unknown-id", "period-form"}
    alone = load_text(tmp_path, changed(("region: east\n", "region: esat\n")))
    assert [problem.code for problem in alone.problems if problem.severity == "error"] == ["unknown-id"]


def test_no_id_is_unknown_while_a_file_that_may_list_it_cannot_be_read() -> None:
    broken = yaml_source.read(b"regions: [", "a.yaml")
    other = yaml_source.read(changed(("region: east\n", "region: esat\n")).encode(), "b.yaml")
    _, problems = validate.documents([broken, other])
    assert "unknown-id" not in {problem.code for problem in problems}
