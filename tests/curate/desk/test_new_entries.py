"""A region, a sector or a group that the dataset has not got → an entry in its section, once, and nothing else."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.cli.main import main
from indicators.curate.entry_proposals import LEVEL_ENDS, RANKS, level_of
from indicators.curate.insertion import FileSection, inserted, without
from indicators.loading import loader
from indicators.model.subjects import TREES
from indicators.model.vocabulary import Level
from indicators.words.curate import entries as entry_words
from tests import SAMPLE
from tests.curate.desk.desks import TEXT, accepted, answer, body, checked, desk, field, figures, load, review
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


# --- what is proposed ------------------------------------------------------------------------------------------------


def test_a_county_and_an_industry_that_nobody_knows_are_proposed_and_not_chosen() -> None:
    total, _, mining = figures(review(REPORT))
    region = field(total, "region")
    assert region["chosen"] is None
    first, *_ = region["choices"]
    assert (first["value"], first["name"]) == ("+", "新地区：丁县")
    assert first["new"] == {"zh": "丁县", "en": "", "level": "county", "part_of": ""}
    assert total["sure"] == "doubtful"
    sector = field(mining, "sector")
    assert (sector["chosen"], sector["choices"][0]["new"]["zh"]) == (None, "采矿业")
    assert field(total, "sector")["chosen"] == 0


def test_words_of_accepted_quotes_name_no_new_industry() -> None:
    for figure in desk().dataset.figures.values():
        region = desk().dataset.regions[figure.region].name.zh
        text = f"虚构\n本报日照讯 {region}{figure.period.label('zh')}，{figure.quote}。\n"
        drafts = [draft for article in desk().reader.read(text) for draft in article.figures]
        assert not any(draft.new_entries for draft in drafts), figure.quote


@pytest.mark.parametrize(
    ("words", "region"),
    [
        ("日照市丁县固定资产投资3.2亿元", ""),
        ("日照市甲乙区固定资产投资3.2亿元", ""),
        ("日照市东港区固定资产投资3.2亿元", "donggang"),
        ("日照市区固定资产投资3.2亿元", "rizhao"),
        ("莒县甲乙镇固定资产投资3.2亿元", ""),
        ("东港区甲乙街道固定资产投资3.2亿元", ""),
        ("莒县甲镇固定资产投资3.2亿元", ""),
        ("莒县古镇固定资产投资3.2亿元", "juxian"),
        ("莒县乡镇企业固定资产投资3.2亿元", "juxian"),
        ("莒县小城镇固定资产投资3.2亿元", "juxian"),
        ("日照市县域固定资产投资3.2亿元", "rizhao"),
        ("日照市重点区县固定资产投资3.2亿元", "rizhao"),
    ],
)
def test_a_county_that_nobody_knows_is_not_the_city_that_it_lies_in(words: str, region: str) -> None:
    (article,) = desk().reader.read(f"虚构\n本报讯 2022年上半年，{words}。\n")
    assert [figure.region for figure in article.figures] == [region]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trade\n\nJuye, a county in Heze city, saw exports of 3 billion yuan in 2024.", ["Juye County"]),
        ("Trade\n\nYIWU, Zhejiang -- Exports hit 300 billion yuan in 2024.", ["Yiwu"]),
        ("Trade\n\nKunshan, Jiangsu province, exported goods worth 300 billion yuan in 2024.", ["Kunshan"]),
        ("Trade\n\nExports of Guangdong were 6 trillion yuan in 2024.", ["Guangdong"]),
        (
            "Trade\n\nExports of Yiwu County were 3 billion yuan. In Hangzhou, they were 5 billion yuan.",
            ["Yiwu County", "Hangzhou"],
        ),
        ("投资\n\n2024年，丁县固定资产投资30亿元。戊己县固定资产投资20亿元。", ["丁县", "戊己县"]),
        (
            "Trade\n\nYiwu, a county-level city in East China's Zhejiang province, exported 3 million tons.",
            ["Yiwu City"],
        ),
        ("Trade\n\nJuye County, a county in Heze, exported goods worth 3 billion yuan.", ["Juye County"]),
        ("Trade\n\nCurrently, Qingdao exports goods worth 30 billion yuan.", ["Qingdao"]),
        ("Trade\n\nOn Monday, Guangdong's exports stood at 30 billion yuan.", ["Guangdong"]),
        ("投资\n\n丁县经济平稳。2024年，全县固定资产投资30亿元。", ["丁县"]),
        ("投资\n\n2024年，青岛甲乙区固定资产投资30亿元。", ["甲乙区"]),
        ("投资\n\n2024年，丁县戊己镇固定资产投资30亿元。", ["戊己镇"]),
        ("投资\n\n2024年，丁县固定资产投资30亿元。其中，戊己镇投资2亿元。", ["丁县", "戊己镇"]),
        ("Port\n\nIn January, Ningbo-Zhoushan Port handled 30 million tons.", ["Ningbo"]),
        ("投资\n\n2024年，11个县固定资产投资30亿元。", []),
        ("投资\n\n丁县经济平稳。今年，丁县打造3处样板区，完成市下达任务。会议由区长主持。投资30亿元。", ["丁县"] * 2),
        ("Trade\n\nIn 2024, West Coast New Area exported goods worth 3 billion yuan.", ["West Coast New Area"]),
        ("Trade\n\nIn 2024, Chinese city firms exported goods worth 3 billion yuan.", []),
        ("Trade\n\nChina's exports were 25 trillion yuan in 2024.", []),
        ("Trade\n\nRizhao's exports were 25 billion yuan in 2024.", []),
    ],
)
def test_the_place_that_a_number_is_of_is_proposed_where_nobody_knows_it(text: str, names: list[str]) -> None:
    figures = [figure for article in desk().reader.read(text) for figure in article.figures]
    assert all(figure.region == "" for figure in figures if figure.new_entries)
    assert [new.zh or new.en for figure in figures for new in figure.new_entries] == names


@pytest.mark.parametrize(
    ("place", "level"),
    [
        ("青岛", "prefecture"),
        ("青岛市", "prefecture"),
        ("江苏省", "province"),
        ("丁戊市", "county"),
        ("丁县", "county"),
    ],
)
def test_the_level_of_a_proposed_place_is_that_of_its_name_or_of_what_it_is(place: str, level: str) -> None:
    (article,) = desk().reader.read(f"投资\n\n2024年，{place}固定资产投资30亿元。")
    assert [(new.zh, new.level) for figure in article.figures for new in figure.new_entries] == [(place, level)]


@pytest.mark.parametrize(
    ("words", "industry"),
    [
        (
            "建筑业固定资产投资5.2亿元，电力、热力、燃气及水生产和供应业固定资产投资3.2亿元",
            "电力、热力、燃气及水生产和供应业",
        ),
        ("固定资产投资5.2亿元，完成采矿业固定资产投资3.2亿元", "采矿业"),
        ("固定资产投资5.2亿元，规上企业固定资产投资3.2亿元", ""),
        ("固定资产投资5.2亿元，支柱产业固定资产投资3.2亿元", ""),
        ("固定资产投资5.2亿元，第二产业固定资产投资3.2亿元", ""),
    ],
)
def test_an_industry_that_nobody_knows_is_none_of_its_sentence(words: str, industry: str) -> None:
    (article,) = desk().reader.read(f"虚构\n本报日照讯 2022年上半年，日照市{words}。\n")
    *_, last = article.figures
    assert [new.zh for new in last.new_entries] == [industry] * bool(industry)
    assert (last.sector == "", "sector" in last.why) == (bool(industry), bool(industry))


def test_what_is_open_is_not_entered_before_it_is_chosen() -> None:
    *_, mining = figures(review(REPORT))
    made = checked([accepted(mining, region="rizhao") | {"fields": {"region": "rizhao"}}], REPORT)
    assert (made["yaml"], made["passes"]) == ("", False)
    assert "行业还没有选。" in " ".join(errors(made))
    whole = checked([decided(mining, region=COUNTY, sector={"zh": "采矿业"})], REPORT)
    assert whole["passes"]
    assert "sector: cai-kuang-ye\n" in whole["yaml"]


def test_the_page_is_told_the_levels_and_what_a_place_of_each_lies_in() -> None:
    shown = review(TEXT)
    levels = {entry["id"]: entry for entry in shown["vocabulary"]["levels"]}
    assert [*levels] == [*get_args(Level)]
    assert "县" in levels["county"]["ends"]
    (article,) = shown["articles"]
    assert article["wholes"]["county"] == "rizhao"
    (elsewhere,) = review(REPORT)["articles"]
    assert elsewhere["wholes"]["county"] == ""


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("丁县", "county"),
        ("甲乙区", "district"),
        ("甲乙高新区", "development-zone"),
        ("甲乙经济开发区", "development-zone"),
        ("戊己镇", "town"),
        ("Ding County", "county"),
        ("甲乙市", "prefecture"),
        ("甲乙省", "province"),
    ],
)
def test_the_level_of_a_place_is_that_of_the_end_of_its_name(name: str, level: str) -> None:
    assert level_of(name) == level


def test_each_kind_of_entry_and_each_level_has_its_words() -> None:
    assert {*entry_words.KINDS} == {*entry_words.NEW} == {*entry_words.NAMED} == {*TREES}
    assert {*RANKS} == {*get_args(Level)} >= {*LEVEL_ENDS}


def test_a_draft_says_how_to_add_what_is_not_in_the_vocabulary(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "article.txt"
    text.write_text(REPORT, "utf-8")
    main(["draft", str(text), "--data", str(SAMPLE), "--lang", "en", "--published", "2022-08-01"])
    draft = capsys.readouterr().out
    assert draft.count("#   - {id: ding-xian, name: {zh: 丁县, en: TODO}, level: county}") == 1
    assert "#   - {id: cai-kuang-ye, name: {zh: 采矿业, en: TODO}}" in draft
    assert draft.count("region: TODO\n") == 3
    assert draft.count("sector: TODO\n") == 2
