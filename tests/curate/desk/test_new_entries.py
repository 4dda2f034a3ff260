"""A region, a sector or a group that the dataset has not got → an entry in its section, once, and nothing else."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.curate.insertion import FileSection, inserted, without
from indicators.loading import loader
from indicators.model.subjects import TREES
from tests import SAMPLE
from tests.curate.desk.desks import accepted, answer, body, checked, figures, load, review
from tests.curate.desk.test_safety import SMUGGLED

REPORT: Final = (
    "虚构：丁县上半年投资增长\n本报丁县讯 2022年上半年，丁县固定资产投资56.3亿元，同比增长8.1%。"
    "制造业固定资产投资12.3亿元，采矿业固定资产投资3.2亿元。\n"
)
"""A fictitious article about a county and an industry that the dataset has not got."""
COUNTY: Final = {"zh": "丁县", "en": "", "level": "county", "part_of": "rizhao"}
MINING: Final = {"zh": "采矿业", "en": "Mining", "level": "", "part_of": "all"}


def decided(item: Mapping[str, Any], **new: Any) -> dict[str, Any]:
    """The decision of a person who takes a card with new entries in some of its trees."""
    return {**accepted(item, **dict.fromkeys(new, "+")), "new_entries": new}


def of_total(**new: Any) -> dict[str, Any]:
    total, *_ = figures(review())
    return checked([decided(total, **new)])


def added(made: Mapping[str, Any], tree: str) -> list[dict[str, Any]]:
    """The entries of a tree that would be added."""
    return [*(yaml.safe_load(f"added:\n{made[f'{tree}s']}")["added"] or [])]


def errors(made: Mapping[str, Any]) -> list[str]:
    return [problem["sentence"] for problem in made["problems"] if problem["severity"] == "error"]


def written_into(data: Path, *decisions: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is sent to take back what was written, and what the page was shown."""
    at = load(data)
    asked = body(decisions=list(decisions))
    made = dict(answer("check", asked, at=at).content)
    reply = answer("write", {**asked, "version": made["version"], "seen": made["change"]}, at=at)
    assert reply.status == 200, reply.content
    keys = ("version", "yaml", "metrics", "publishers", "regions", "sectors", "groups")
    return {"lang": "zh", **{key: made[key] for key in keys}}, made


# --- what is written -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_new_entries_are_written_shown_and_taken_back_to_the_letter(tmp_path: Path, line_end: str) -> None:
    data = tmp_path / "data.yaml"
    data.write_bytes(SAMPLE.read_text("utf-8").replace("\n", line_end).encode())
    before = data.read_bytes()
    total, *_ = figures(review())
    group = {"zh": "重点税源企业", "en": "Key taxpayers"}
    asked, made = written_into(data, decided(total, region=COUNTY, sector=MINING, group=group))
    dataset = loader.load(data).dataset
    assert dataset is not None
    county, mining = dataset.regions["ding-xian"], dataset.sectors["mining"]
    assert (county.name.zh, county.name.en, county.level, county.part_of) == ("丁县", "丁县", "county", "rizhao")
    assert (mining.name.zh, mining.name.en, mining.part_of) == ("采矿业", "Mining", "all")
    assert dataset.groups["key-taxpayers"].name.zh == "重点税源企业"
    *_, figure = dataset.figures.values()
    assert figure.place == ("ding-xian", "mining", "key-taxpayers")
    for tree in TREES:
        line = made[f"{tree}s"].strip()
        assert line in [change["text"].strip() for change in made["change"] if change["kind"] == "+"]
        assert f"\n+  {line}" in made["patch"]
    assert answer("take-back", asked, at=load(data)).status == 200
    assert data.read_bytes() == before


def test_two_figures_share_a_new_entry_and_only_those_of_what_is_taken_are_added() -> None:
    first, second, *_ = figures(review())
    made = checked([decided(first, region=COUNTY), decided(second, region={**COUNTY, "zh": " “丁 县” "})])
    assert [entry["id"] for entry in added(made, "region")] == ["ding-xian"]
    assert made["yaml"].count("region: ding-xian\n") == 2
    one = checked([decided(first, region=COUNTY), {**decided(second, sector=MINING), "state": "left-out"}])
    assert (len(added(one, "region")), one["sectors"]) == (1, "")
    apart = checked([decided(first, region=COUNTY), decided(second, region={**COUNTY, "zh": "鼎县"})])
    assert [entry["id"] for entry in added(apart, "region")] == ["ding-xian", "ding-xian-2"]
    unlike = checked([decided(first, region=COUNTY), decided(second, region={**COUNTY, "level": "town"})])
    assert any("填得不一样" in sentence for sentence in errors(unlike))


@pytest.mark.parametrize("name", ["莒县", "ju county", " 莒 县 ", "juxian", "ＪＵ County"])
def test_a_name_that_is_known_is_not_added_again(name: str) -> None:
    made = of_total(region={"zh": name})
    assert (made["regions"], made["passes"]) == ("", True)
    assert "region: juxian\n" in made["yaml"]


@pytest.mark.parametrize(
    ("tree", "changed", "sentence"),
    [
        ("region", {"zh": ""}, "新添的地区还没有名称。"),
        ("region", {"zh": " \t—\n"}, "新添的地区还没有名称。"),
        ("region", {"level": ""}, "新添的地区还没有选级别。"),
        ("region", {"level": "county, part_of: x"}, "新添的地区还没有选级别。"),
        ("region", {"part_of": "elsewhere"}, "新添的地区所属的那一个，数据里没有。"),
        ("region", {"part_of": "rizhao}\n- {id: x"}, "新添的地区所属的那一个，数据里没有。"),
        ("sector", {"part_of": "rizhao"}, "新添的行业所属的那一个，数据里没有。"),
        ("region", {"zh": "丁县 www.made-up.cn"}, "地区的名称里不能有网址。"),
        ("region", {"zh": "莒县", "en": "Wulian County"}, "数据里有几个地区都叫这个名称，请在列表里选。"),
    ],
)
def test_what_is_missing_or_forged_is_said_and_nothing_is_added(
    tree: str, changed: dict[str, str], sentence: str
) -> None:
    made = of_total(**{tree: {**COUNTY, "part_of": "", **changed}})
    assert (made[f"{tree}s"], made["yaml"], made["passes"]) == ("", "", False)
    assert sentence in errors(made)


@pytest.mark.parametrize(
    ("order", "others"), [((0, 1, 2), "accepted"), ((2, 1, 0), "left-out"), ((1, 2, 0), "left-out")]
)
def test_a_new_place_lies_in_the_new_place_of_another_number_and_brings_it_along(
    order: tuple[int, ...], others: str
) -> None:
    items = [figures(review())[place] for place in order]
    city = {**COUNTY, "zh": "丁市", "level": "prefecture", "part_of": ""}
    county = {**COUNTY, "part_of": f"+{items[0]['id']}"}
    town = {**COUNTY, "zh": "戊镇", "level": "town", "part_of": f"+{items[1]['id']}"}
    *wholes, inner = [decided(item, region=new) for item, new in zip(items, (city, county, town), strict=True)]
    made = checked([*({**each, "state": others} for each in wholes), inner])
    lies_in = {entry["id"]: entry.get("part_of") for entry in added(made, "region")}
    assert lies_in == {"ding-shi": None, "ding-xian": "ding-shi", "wu-zhen": "ding-xian"}
    assert made["passes"]


@pytest.mark.parametrize("whole", ["own", "mutual", "gone", "unknown"])
def test_a_new_place_that_lies_in_none_is_said_to(whole: str) -> None:
    first, second, *_ = figures(review())
    wholes = {"own": first["id"], "mutual": second["id"], "gone": second["id"], "unknown": "9-9"}
    other = {**COUNTY, "zh": "戊县", "part_of": f"+{first['id']}"}
    decisions = [decided(first, region={**COUNTY, "part_of": f"+{wholes[whole]}"})]
    decisions.append(decided(second, region=other) if whole == "mutual" else accepted(second))
    made = checked(decisions)
    assert (made["regions"], made["passes"]) == ("", False)
    assert "新添的地区所属的那一个，数据里没有。" in errors(made)


def test_what_is_not_of_the_form_of_the_page_is_refused() -> None:
    total, *_ = figures(review())
    for new in ({"metric": COUNTY}, {"region": {"zh": 3}}, {"region": {"zh": "长" * 121}}, {"region": ["丁县"]}):
        asked = body(decisions=[{**accepted(total), "new_entries": new}])
        assert answer("check", asked).status == 400


def test_no_more_entries_are_added_than_a_person_could_make() -> None:
    text = "虚构\n本报讯 2022年，" + "，".join(f"莒县固定资产投资{number}.5亿元" for number in range(2, 80)) + "。\n"
    decisions = [
        decided(item, region={**COUNTY, "zh": f"第{index}县"}) for index, item in enumerate(figures(review(text)))
    ]
    made = checked(decisions, text)
    assert len(decisions) > 70
    assert len(added(made, "region")) == 60
    assert any("太多" in sentence for sentence in errors(made))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([*SMUGGLED, "丁", "Ding", "#", "{a: b}"]), st.text(max_size=8)), max_size=3))
def test_exactly_the_accepted_entries_stand_in_the_file_whatever_their_names_are(parts: list[tuple[str, str]]) -> None:
    name = "县" + "".join(a + b for a, b in parts).replace("\ud800", "")
    names = {"zh": name[:120], "en": "", "level": "county", "part_of": "rizhao"}
    total, *_ = figures(review())
    asked = body(decisions=[decided(total, region=names, sector={"zh": name[:120]})])
    try:
        reply = answer("check", asked)
    except UnicodeEncodeError:
        return
    made = reply.content
    if not made["passes"]:
        assert any("网址" in sentence for sentence in errors(made)) or not made["yaml"]
        return
    (region,), (sector,) = added(made, "region"), added(made, "sector")
    assert set(region) == {"id", "name", "level", "part_of"}
    assert set(sector) == {"id", "name"}
    assert region["name"]["zh"] == region["name"]["en"]
    assert "\n" not in region["name"]["zh"]
    assert made["regions"].count("\n") == 1


def test_a_file_with_hostile_names_has_one_entry_more_in_each_section(tmp_path: Path) -> None:
    data = Path(shutil.copy(SAMPLE, tmp_path / "data.yaml"))
    name = "".join(SMUGGLED[:6]).replace("\ud800", "")
    total, *_ = figures(review())
    _, made = written_into(data, decided(total, region={**COUNTY, "zh": name}, sector={"zh": name}))
    now, before = (yaml.safe_load(path.read_text("utf-8")) for path in (data, SAMPLE))
    assert [section for section in now if now[section] != before[section]] == ["regions", "sectors", "articles"]
    assert now["regions"] == [*before["regions"], *added(made, "region")]
    assert now["sectors"] == [*before["sectors"], *added(made, "sector")]


# --- forms of sections -----------------------------------------------------------------------------------------------

ENTRIES: Final = '  - {id: x, name: {zh: 丁县, en: "D]#"}, level: county}\n  - {id: y, name: {zh: 戊, en: E}}\n'
SECTIONS: Final = (
    *("[]", "[ ]", "[{id: a}]", "[{id: a}, {id: 'b]'}]  # c ]", "[{id: it's}]", '[{id: a},\n {id: "b]\\""}]', "[\n]"),
    *("[\n  {id: a},\n  {id: b}\n]", "[\n  {id: a},\n  {id: b},  # it's ]\n]", "[\n  {id: a}  # no comma\n  # more\n]"),
    *("\n  - {id: a}", "\n- id: a\n  name: b"),
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("behind", ["", "\n", "\narticles:\n  - id: a\n", "\n\nmetrics: [{id: q}]\n"])
def test_entries_stand_in_sections_of_all_forms_and_are_taken_out_to_the_letter(behind: str, line_end: str) -> None:
    for section in get_args(FileSection)[2:]:
        for form in (*(f"{section}: {form}" for form in SECTIONS), "x: 1"):
            text = f"title: a\n{form}{behind}".replace("\n", line_end)
            now = inserted(text, ENTRIES, section)
            held = yaml.safe_load(text)
            expected = {**held, section: [*(held.get(section) or []), *yaml.safe_load(f"all:\n{ENTRIES}")["all"]]}
            assert yaml.safe_load(now) == expected, now
            assert text in [*without(now, ENTRIES, section)], now
