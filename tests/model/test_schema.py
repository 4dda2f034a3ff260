"""The JSON Schema: committed as it is generated, and of one mind with the program about what a file may hold."""

import json
import re
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from indicators.loading import loader
from indicators.model import schema
from tests import ROOT, SAMPLE
from tests.builders import GOOD, changed

DATA = ROOT / "data"
BAD = ROOT / "tests" / "bad"


class _AsAnEditorReads(yaml.SafeLoader):
    """YAML 1.2 by its core schema: no dates, only true and false are boolean, no numbers to the base of 60."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 - PyYAML's own way


for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    _AsAnEditorReads.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first))


def faults(text: str) -> list[str]:
    """Where an editor would underline, as paths."""
    document = yaml.load(text, Loader=_AsAnEditorReads)  # noqa: S506 - a SafeLoader
    validator = Draft202012Validator(json.loads(schema.render()))
    return sorted(error.json_path for error in validator.iter_errors(document))


def test_committed() -> None:
    path = DATA / "indicators.schema.json"
    assert path.read_text("utf-8") == schema.render(), "run: indicators schema > data/indicators.schema.json"


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(schema.render()))


def test_ids_of_a_dataset_are_offered_with_their_names_and_others_allowed() -> None:
    dataset = loader.load(SAMPLE).dataset
    assert dataset is not None
    offered = json.loads(schema.render(dataset))
    Draft202012Validator.check_schema(offered)
    for entry, key, id_, name in (
        ("Figure", "region", "wulian", "五莲县 · Wulian County"),
        ("Defaults", "metric", "output-value", "产值 · Output value"),
        ("Figure", "group", "all", "全部 · all"),
        ("Region", "part_of", "rizhao", "日照市 · Rizhao"),
        ("Article", "publisher", "dazhong-daily", "大众日报 · Dazhong Daily"),
        ("Metric", "theme", "investment", "投资 · Investment"),
    ):
        ids, names, *others = offered["$defs"][entry]["properties"][key]["anyOf"]
        assert dict(zip(ids["enum"], ids["enumDescriptions"], strict=True))[id_] == name
        for word in name.split(" · "):
            assert word == id_ or dict(zip(names["enum"], names["enumDescriptions"], strict=True))[word] == id_
        assert {"type": "string", "minLength": 1} in others
    text = yaml.load(SAMPLE.read_text("utf-8"), Loader=_AsAnEditorReads)  # noqa: S506 - a SafeLoader
    assert not list(Draft202012Validator(offered).iter_errors(text))


def test_the_reader_reads_as_an_editor() -> None:
    text = "{a: 2022-07-22, b: NO, c: 1:30, d: 36.70, e: 2022, f: true, g: ~, h: yes, i: 1_000, j: , k: 1e3}"
    assert yaml.load(text, Loader=_AsAnEditorReads) == {  # noqa: S506
        "a": "2022-07-22",
        "b": "NO",
        "c": "1:30",
        "d": 36.7,
        "e": 2022,
        "f": True,
        "g": None,
        "h": "yes",
        "i": "1_000",
        "j": None,
        "k": 1000.0,
    }


def test_shipped_file_is_valid() -> None:
    assert faults((DATA / "indicators.yaml").read_text("utf-8")) == []
    assert faults(GOOD) == []


def test_shipped_file_names_the_schema() -> None:
    first = (DATA / "indicators.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=indicators.schema.json"


# What an editor has to take, too
FINE = [
    ("period: 2022-06", "period: 2022"),
    ("text: 14家", "text: 14"),  # the program asks for the unit, the editor lets one go on typing
    ("url: https://www.daily.cn/a.html", "url: null"),
    ("headline: {zh: 标题, en: Headline}", "headline:"),
    ("headline: {zh: 标题, en: Headline}", "headline: {zh: 标题}"),
    ("level: prefecture", "level: prefecture, gbt2260: 371100, location: [35.42, 119]"),
    ("plan: annual", "plan: annual\n        complete_parts: true"),
    ("metric: firms", "metric: 企业数\n        nature: 预计"),
]
UNDERLINED = [
    ("kind: newspaper", "kind: paper", ["$.publishers[0].kind"]),
    (
        "additive: true, better: more}\n  - {id: firms",
        "additive: yes, better: more}\n  - {id: firms",
        ["$.metrics[0].additive"],
    ),
    ("unit: CNY", "unit: 元", ["$.metrics[0].unit"]),
    ("        quote: 企业14家\n", "", ["$.articles[0].figures[1]"]),
    ("text: 14家", "test: 14家", ["$.articles[0].figures[1]"]),
    ("{zh: 标题, en: Headline}", "{}", ["$.articles[0].headline"]),
    ("{zh: 标题, en: Headline}", "标题", ["$.articles[0].headline"]),
    ("id: first", "id: First", ["$.articles[0].id"]),
    ("copies: []", "copies: {}", ["$.articles[0].copies"]),
    ("level: prefecture", "level: prefecture, location: [35.42]", ["$.regions[0].location"]),
    ("license: CC-BY-4.0", "licence: CC-BY-4.0", ["$.dataset"]),
    ("themes:\n", "theme:\n", ["$"]),
    ("metric: firms", "metric: firms\n        nature: 大概", ["$.articles[0].figures[1].nature"]),
]


@pytest.mark.parametrize(("old", "new"), FINE)
def test_fine(old: str, new: str) -> None:
    assert faults(changed((old, new))) == []


@pytest.mark.parametrize(("old", "new", "paths"), UNDERLINED)
def test_underlined(old: str, new: str, paths: list[str]) -> None:
    assert faults(changed((old, new))) == paths


@pytest.mark.parametrize("name", ["article", "document", "figure", "vocabulary"])
def test_bad_files_fail(name: str) -> None:
    assert len(faults((BAD / f"{name}.yaml").read_text("utf-8"))) > 3


def test_what_a_figure_inherits_is_not_required() -> None:
    definitions = json.loads(schema.render())["$defs"]
    assert definitions["Figure"]["required"] == ["id", "quote"]
    assert definitions["Article"]["required"] == ["id", "publisher", "published", "figures"]


def test_every_key_is_explained_in_both_languages() -> None:
    """It is what an editor shows while one points at a key."""
    definitions = json.loads(schema.render())["$defs"]
    for name, definition in definitions.items():
        if name != "LocalText":
            for key, about in definition["properties"].items():
                english, chinese = about["description"].split("\n\n")
                assert english.isascii() or "，" not in english, (name, key)
                assert any("\u4e00" <= char <= "\u9fff" for char in chinese), (name, key)
