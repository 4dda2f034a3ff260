"""The places and industries that a text names and the dataset has not got → proposed as new ones, and not chosen."""

from pathlib import Path
from typing import get_args

import pytest

from indicators.cli.main import main
from indicators.curate.entry_proposals import LEVEL_ENDS, level_of
from indicators.curate.recognition.context.place_mentions import RANKS
from indicators.curate.rendering.json_text import spans
from indicators.model.subjects import TREES
from indicators.model.vocabulary import Level
from indicators.words.curate import entries as entry_words
from tests import SAMPLE
from tests.curate.desk.desks import TEXT, accepted, checked, desk, field, figures, review
from tests.curate.desk.test_new_entries import COUNTY, REPORT, decided, errors


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
        ("莒县经济开发区固定资产投资3.2亿元", ""),
        ("莒县工业园区固定资产投资3.2亿元", ""),
        ("莒县大洼村固定资产投资3.2亿元", ""),
        ("莒县城区固定资产投资3.2亿元", ""),
        ("莒县农村固定资产投资3.2亿元", "juxian"),
        ("莒县产业投资3.2亿元", "juxian"),
        ("莒县古镇固定资产投资3.2亿元", "juxian"),
        ("除莒县外，全市固定资产投资3.2亿元", ""),
        ("日照市固定资产投资3.2亿元（不含莒县）", ""),
        ("莒县除外资企业外固定资产投资3.2亿元", "juxian"),
        ("日照市固定资产投资3.2亿元，不含农户", "rizhao"),
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
        ("投资\n\n2024年，莒县经济开发区固定资产投资30亿元。", ["莒县经济开发区"]),
        ("投资\n\n2024年，莒县大洼村投资30亿元。", []),
        ("公报\n\n2017年末全国存款30亿元。", ["全国"]),
        ("晚报讯(记者/方镇山 通讯员/李乡)，丁县出口30亿元。", ["丁县"]),
        ("丝网\n\n河北丝网有名。今年，全县出口30亿元。", []),
        ("投资\n\n丁县项目开工。广西甲乙新能源科技有限责任公司投资54亿元。", ["丁县"]),
        (
            "Zone\n\nIn 2024, Ju County Economic Development Zone exported 3 million tons.",
            ["Ju County Economic Development Zone"],
        ),
        ("Town\n\nIn 2024, Jietou town of Ju County exported 3 million tons.", ["Jietou town"]),
        ("投资\n\n2024年，11个县固定资产投资30亿元。", []),
        ("投资\n\n丁县经济平稳。今年，丁县打造3处样板区，完成市下达任务。会议由区长主持。投资30亿元。", ["丁县"] * 2),
        ("Trade\n\nIn 2024, West Coast New Area exported goods worth 3 billion yuan.", ["West Coast New Area"]),
        ("Zone\n\nIn 2024, Hengqin counted 430 Macao-funded companies. They exported 3 million tons.", ["Hengqin"] * 2),
        ("Trade\n\nThe district of Dingji exported 3 million tons in 2024.", ["Dingji"]),
        ("Ya'an\n\nIn 2024, Ya'an city in Sichuan exported 3 million tons.", ["Ya'an"]),
        ("Trade\n\nDingji county, which lies in Wuxi and grows tea, exported 3 million tons.", ["Dingji county"]),
        (
            "Zone\n\nHefei drew 57 projects from Beijing and Tianjin. They exported 3 million tons.",
            ["Hefei"] * 2,
        ),
        ("Trade\n\nPorts in Jiangsu, including Nantong and Suzhou, exported 3 million tons.", ["Jiangsu"]),
        (
            "Trade\n\nIn 2024, Fujian grew. Ningde sold 3 million tons. The province's imports were 2 million tons.",
            ["Ningde", "Fujian"],
        ),
        ("Yiwu\n\nIn 2024, Yiwu exported goods worth 3 billion yuan.", ["Yiwu"]),
        (
            "Trade\n\nIn June, exports were 3 billion yuan. The east China city of Wuxi exported 1 billion.",
            ["Wuxi"] * 2,
        ),
        ("Trade\n\nWuxi in East China's Jiangsu province exported goods worth 3 billion yuan.", ["Wuxi"]),
        ("Trade\n\nDingji, a county-level city administered by Taizhou, exported 3 million tons.", ["Dingji City"]),
        ("Trade\n\nIn 2024, the district of Dingji exported 3 million tons.", ["Dingji"]),
        ("Trade\n\nIn 2024, Chinese city firms exported goods worth 3 billion yuan.", []),
        ("Trade\n\nChina's exports were 25 trillion yuan in 2024.", ["China"]),
        ("Trade of China\n\nBEIJING, Jan. 14 -- In 2024 exports were 25 trillion yuan.", ["China"]),
        ("统计公报\n\n2024年，全国固定资产投资50万亿元。", ["全国"]),
        ("Trade of Lower Saxony\n\nFirms in Lower Saxony exported goods worth 30 billion yuan.", ["Lower Saxony"]),
        (
            "Catalonia grows\n\nUnlike those of Spain, firms in Catalonia had exports of 3 billion yuan. Spain's fell.",
            ["Catalonia"],
        ),
        (
            "Xinghua\n\nXinghua, a county-level city under Taizhou in Jiangsu, invested 3 billion yuan.",
            ["Xinghua City"],
        ),
        (
            "Trade\n\nExports of firms in Dingji were 3 billion yuan. Dingji imported goods worth 2 billion yuan.",
            ["Dingji"] * 2,
        ),
        ("Zone\n\nBeijing's Dingji Development Zone exported goods worth 3 billion yuan.", ["Dingji Development Zone"]),
        (
            "Hefei high-tech zone exports more\n\nThe Hefei National High-tech Zone grew. Exports were 3 billion yuan.",
            ["Hefei National High-tech Zone"],
        ),
        (
            "Trade\n\nFirms in Dingji, a county-level city under Taizhou, exported goods worth 3 billion yuan.",
            ["Dingji City"],
        ),
        (
            "Johor clears projects\n\nFirms in Johor had exports of 3 billion yuan. The city had exports of 2 billion.",
            ["Johor"] * 2,
        ),
        ("Loans\n\nThe Hefei Branch of a bank said that exports of Lanzhou were 3 billion yuan.", ["Lanzhou"]),
        (
            "Jiangxi blooms\n\nIn Wuyuan, a county in Jiangxi, it is spring. Exports were 3 billion yuan.",
            ["Wuyuan County"],
        ),
        ("丁县外贸\n\n丁县对欧盟、香港出口3亿元。", ["丁县"]),
        ("丁县就业\n\n丁县稳岗。中国北方人才市场办起招聘会，出口3亿元。", ["丁县"]),
        ("丁县产煤\n\n丁县产煤，其中县属企业出口3亿元。丁县是种茶大镇，出口2亿元。", ["丁县"] * 2),
        ("Vietnam trades\n\nVietnam had exports of 3 billion yuan.", ["Vietnam"]),
        ("Exports rise\n\nExports were 3 billion yuan. Exports of tea were 1 billion.", []),
        ("Sanofi trades\n\nSanofi had exports of 3 billion yuan. Sanofi's plant had exports of 1 billion.", []),
        ("Investment in Renewable Energy\n\nExports of Renewable Energy were 3 billion yuan.", []),
        ("Changsha\n\nIn 2024, the capital of Hunan exported goods worth 3 billion yuan.", ["Changsha"]),
        ("Dingji grows\n\nTAIZHOU, May 2 -- Exports of Dingji county were 3 billion yuan in 2024.", ["Dingji county"]),
        ("Trade\n\nIn 2024, exports of Huawei Group were 3 billion yuan.", []),
        ("Exports rise\n\nIn January, exports to Vietnam rose to 3 billion yuan.", []),
        ("Trade\n\nIn Wulian, firms exported goods worth 3 billion yuan to Vietnam, a market of Vietnam's own.", []),
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


def test_an_article_is_of_the_place_whose_name_its_headline_has_within_another_name() -> None:
    text = "日照港突破4亿吨大关\n\n2019年，这是山东省港口改革的成果。货物吞吐量4.1亿吨。"
    (article,) = desk().reader.read(text)
    assert [figure.region for figure in article.figures if figure.text == "4.1亿吨"] == ["rizhao"]


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


def test_a_place_that_nobody_knows_is_marked_as_one_and_the_country_is_not() -> None:
    text = "投资\n\n2024年，丁县固定资产投资30亿元，莒县投资20亿元，全县增长5%，高于全国2个百分点。"
    (article,) = desk().reader.read(text)
    assert [text[start:end] for start, end, role in spans(article) if role == "place"] == ["丁县", "莒县", "全县"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("莒县甲乙镇固定资产投资3.2亿元", "它所说的地方，数据里没有"),
        ("莒县城区固定资产投资3.2亿元", "看不出说的是哪个地方"),
        ("固定资产投资3.2亿元", "文中没有数据认识的地名"),
    ],
)
def test_why_a_place_is_open_is_said_as_it_is(words: str, why: str) -> None:
    named = "莒县一般公共预算收入5.2亿元。" if words.startswith("莒县") else ""
    *_, last = figures(review(f"虚构\n本报讯 2022年上半年，{named}{words}。\n"))
    assert [each for each in last["why"] if "地" in each] == [why]


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


def test_a_country_whose_name_could_be_pinyin_is_a_country() -> None:
    text = "Kenya earns more\n\nIn Kenya, exports were 3 billion yuan in 2024."
    (article,) = desk().reader.read(text)
    assert [(new.en, new.level) for figure in article.figures for new in figure.new_entries] == [("Kenya", "country")]


def test_a_province_lies_in_no_city_of_the_places_that_its_article_names() -> None:
    text = "Capital\n\nIn 2024, Wulian County used capital. Guangdong came first, with exports of 3 billion yuan."
    (article,) = desk().reader.read(text)
    assert [(new.en, new.part_of) for figure in article.figures for new in figure.new_entries] == [("Guangdong", "")]


def test_a_year_that_is_the_time_of_a_figure_is_marked_as_one_before_it_is_no_figure() -> None:
    text = "Output grows\n\nThe output value of Wulian was 4.1 billion yuan in 2022."
    (article,) = desk().reader.read(text)
    year = (text.index("2022"), text.index("2022") + 4)
    assert [role for start, end, role in spans(article) if (start, end) == year] == ["period", "no-figure"]
