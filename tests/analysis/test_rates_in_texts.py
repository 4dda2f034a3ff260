"""Rates that the text of an article does not bear out: nowhere near their figure, or those of another."""

import random
from typing import Any

import pytest

from indicators.analysis.quotes import Headlines, PrintedPage
from indicators.analysis.rates_in_texts import strays
from tests.builders import make_article, make_figure


def kinds(text: str, **figures: dict[str, Any]) -> dict[str, str]:
    """What is said of the rates of figures, by figure and name of the rate."""
    made = []
    for key, entry in figures.items():
        needed = {"completion": {"plan": "annual"}, "share": {"part_of": "whole"}}
        plan = {key: value for name in entry for key, value in needed.get(name, {}).items()}
        made.append(make_figure(**{"id": key.replace("_", "-"), "quote": entry.get("text"), **plan, **entry}))
    return {f"{stray.figure} {stray.name}": stray.kind for stray in strays(make_article(*made), PrintedPage(text))}


OUTPUT = {"text": "36.7亿元", "quote": "产值36.7亿元"}
TAX = {"text": "1.68亿元", "quote": "税收1.68亿元"}
LIST = "新招引项目7个，人才528人，实现产值36.7亿元，税收1.68亿元，同比分别增长32%、144%，效应显现。"
BESIDE = "上半年产值36.7亿元，占年度计划的52.1%，同比增长32%；税收1.68亿元，同比下降14.4%。"

# the text, growth of the output and of the tax, what is said of each ("": nothing)
TWO = [
    (LIST, "32%", "144%", "", ""),
    (LIST, "144%", "32%", "of-another", "of-another"),
    (LIST, "0.32%", "144%", "far", ""),
    (LIST, "32%", "32%", "", "of-another"),
    (LIST, "-32%", "144%", "far", ""),
    (LIST.replace("分别", ""), "144%", "32%", "of-another", "of-another"),  # a list of bare rates answers to a list
    (LIST.replace("32%、144%", "32%和\n144%"), "144%", "32%", "of-another", "of-another"),
    ("产值、税收分别达到产值36.7亿元、税收1.68亿元，增长32%、下降5%。", "32%", "-5%", "", ""),
    ("2022年1—6月，产值36.7亿元，税收1.68亿元，分别增长32%、144%。", "32%", "144%", "", ""),
    (BESIDE, "32%", "-14.4%", "", ""),
    (BESIDE, "32%", "14.4%", "", "far"),
    (BESIDE, "52.1%", "-14.4%", "far", ""),  # a share of the plan is no growth
    ("产值36.7亿元，增长32%，税收1.68亿元，增长144%。", "144%", "32%", "of-another", "of-another"),
    ("产值36.7亿元，增长32%，税收1.68亿元，增长144%。", "32%", "144%", "", ""),
    ("增长32%，实现产值36.7亿元。税收1.68亿元，增长144%。", "32%", "144%", "", ""),  # the rate before the number
    ("产值36.7亿元，税收1.68亿元。\n两者分别增长32%、144%。", "32%", "144%", "far", "far"),  # in another paragraph
    ("产值36.7亿\n\n元，增长32%。\n税收1.68亿元，增长144%。", "32%", "144%", "", ""),  # a page breaks its columns
    (f"产值36.7亿元，税收1.68亿元，增长144%{'，又' * 200}，增长32%。", "32%", "144%", "far", ""),
]


@pytest.mark.parametrize(("text", "output", "tax", "of_output", "of_tax"), TWO)
def test_growths(text: str, output: str, tax: str, of_output: str, of_tax: str) -> None:
    found = kinds(text, output={**OUTPUT, "growth": output}, tax={**TAX, "growth": tax})
    assert (found.get("output growth", ""), found.get("tax growth", "")) == (of_output, of_tax)


def test_completions_shares_and_points() -> None:
    text = "产值36.7亿元，占年度计划的52.1%，占全市的12.9%，比重提高1.2个百分点。"
    rates = {"completion": "52.1%", "share": "12.9%", "points": "1.2个百分点"}
    assert kinds(text, output={**OUTPUT, **rates}) == {}
    slips = {"completion": "5.21%", "share": "52.1%", "points": "-1.2个百分点"}
    assert kinds(text, output={**OUTPUT, **slips}) == {f"output {name}": "far" for name in slips}


def test_what_the_quote_holds_is_near() -> None:
    assert kinds("增长11%", output={"text": None, "growth": "11%", "quote": "增长11%"}) == {}


def test_of_a_quote_that_does_not_stand_in_the_text_nothing_is_said() -> None:
    assert kinds("产值36.8亿元", output={**OUTPUT, "growth": "32%"}) == {}


def test_words_that_are_given_are_near_in_the_headline() -> None:
    headline = {"zh": "全市产值增长8%", "en": "Output grows by 8%"}
    text = f"全市产值增长8%\n{'前言' * 200}。\n产值36.7亿元。"
    for growth_quote, kind in (("产值增长8%", {}), (None, {"f growth": "far"})):
        figure = make_figure(id="f", growth="8%", growth_quote=growth_quote, **OUTPUT)
        article = make_article(figure, headline=headline)
        page = PrintedPage(text, Headlines([article]))
        assert {f"{stray.figure} {stray.name}": stray.kind for stray in strays(article, page)} == kind


def test_random_articles_are_borne_out_and_their_slips_are_found() -> None:
    """Articles made of known growths: nothing is said of them as they are, and any two growths swapped are found."""
    chance = random.Random(13)  # noqa: S311
    for _ in range(60):
        count = chance.randint(2, 5)
        growths = chance.sample([number / 10 for number in range(-400, 900) if number % 10], count)
        printed = [f"{growth:.1f}%" for growth in growths]
        amounts = [f"{chance.randint(100, 999)}.{index}亿元" for index in range(count)]
        told = [f"{'下降' if growth < 0 else '增长'}{abs(growth):.1f}%" for growth in growths]
        quotes = [f"第{'甲乙丙丁戊'[index]}项{amount}" for index, amount in enumerate(amounts)]
        beside = "，".join(f"{quote}，同比{way}" for quote, way in zip(quotes, told, strict=True))
        several = "、".join(quotes)
        for text in (f"今年，{beside}。", f"2022年上半年，{several}，分别{'、'.join(told)}。"):
            entries = {
                f"f{index}": {
                    "text": amounts[index],
                    "quote": f"第{'甲乙丙丁戊'[index]}项{amounts[index]}",
                    "growth": rate,
                }
                for index, rate in enumerate(printed)
            }
            assert kinds(text, **entries) == {}
            one, other = chance.sample(range(count), 2)
            swapped = {f"f{one}": entries[f"f{other}"]["growth"], f"f{other}": entries[f"f{one}"]["growth"]}
            wrong = {key: {**entry, "growth": swapped.get(key, entry["growth"])} for key, entry in entries.items()}
            assert kinds(text, **wrong) == {f"{key} growth": "of-another" for key in swapped}
