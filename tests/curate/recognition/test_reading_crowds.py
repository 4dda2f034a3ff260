"""Texts with more numbers than anybody reads one by one: all are counted, and none takes long."""

import re
import time
from collections.abc import Callable
from types import ModuleType
from typing import Final

import pytest

from indicators.analysis.printed_rates import rates
from indicators.curate.recognition.candidates import listed_nouns
from indicators.curate.recognition.context import places
from indicators.curate.recognition.text import crowds, page, times
from indicators.curate.recognition.text.crowds import MOST
from indicators.curate.recognition.text.folding import fold
from indicators.curate.tables import blocks, layout
from tests.curate.recognition.test_reading import reader

LONG: Final = 200_000
BAIT: Final = {
    "digits": "1" * LONG,
    "rates": "1%" * (LONG // 2),
    "list": "1、" * (LONG // 2),
    "rows": "111 " * (LONG // 4),
    "versions": "1." * (LONG // 2),
    "amounts": "5亿元，" * (LONG // 4),
    "years": "2022年" * (LONG // 5),
    "places": "日照" * (LONG // 2),
    "lines": "\n" * LONG,
    "growth": "增长" * (LONG // 2),
    "words": "abcd " * (LONG // 5) + "5%",
    "numerals": "一千" * (LONG // 2),
    "counts": "十项、" * (LONG // 3),
}
WITH_NOUNS: Final = {"nouns": "投资5亿元，" * (LONG // 6), "sentences": "投资增长5%。" * (LONG // 7)}


@pytest.mark.slow
@pytest.mark.parametrize("text", BAIT.values(), ids=BAIT)
def test_a_text_without_words_for_its_numbers_takes_no_time(text: str) -> None:
    start = time.process_time()
    reader().read(text)
    assert time.process_time() - start < 3  # it takes less than 1 where nothing else runs; the worst took 44


@pytest.mark.slow
@pytest.mark.parametrize("text", WITH_NOUNS.values(), ids=WITH_NOUNS)
def test_a_text_full_of_figures_is_read_before_the_process_is_ended(text: str) -> None:
    start = time.process_time()
    reader().read(text)
    assert time.process_time() - start < 5  # it takes about 2 where nothing else runs


def test_a_list_of_rates_is_looked_through_a_hundred_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = []
    pattern: re.Pattern[str] = listed_nouns.IN_A_LIST

    class Counting:
        def fullmatch(self, gap: str) -> re.Match[str] | None:
            looked_at.append(gap)
            return pattern.fullmatch(gap)

    monkeypatch.setattr(listed_nouns, "IN_A_LIST", Counting())
    reader().read("5 percent, " * 1_000)
    assert len(looked_at) <= 100 * 1_000  # it was 500 times each: 3,000 rates took four seconds


@pytest.mark.parametrize("unit", ["1", "一", "1,111", "1.1", "exceed", "exceed a "])
def test_the_time_of_digits_or_words_before_a_rate_grows_with_their_number_and_not_its_square(unit: str) -> None:
    short, long = (_fastest(unit * (count // len(unit)) + "x5%") for count in (8_000, 40_000))
    assert long <= 10 * short  # 5 times the text took 25 times as long: 10,000 digits seven seconds


@pytest.mark.parametrize("unit", ["高新区、", "全省、", "五莲县全省、"])
def test_the_time_of_places_that_others_say_which_they_are_grows_with_their_number_and_not_its_square(
    unit: str,
) -> None:
    short, long = (_fastest(unit * count, reader().gazetteer.mentions) for count in (400, 2_000))
    assert long <= 10 * short  # whether a text names a region was looked up in all of it, for each zone


@pytest.mark.parametrize(("module", "before"), [(places, "东港区、莒县、岚山区"), (times, "2021年、2022年、2023年")])
def test_numbers_behind_more_places_or_times_than_are_looked_at_are_counted_and_not_read(
    module: ModuleType, before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"五莲县投资2亿元。{before}、五莲县2024年投资5亿元。"
    assert len(reader().read(text)[0].figures) == 2
    monkeypatch.setattr(module, "MOST", 3)
    (article,) = reader().read(text)
    assert [figure.text for figure in article.figures] == ["2亿元"]
    assert [number.text for number in article.not_figures if number.why == "too-many"][-1] == "5"


def test_articles_far_apart_are_told_apart() -> None:
    article = "投资加快\n" + "\n" * 1_000 + "本报记者 王某\n上半年投资5亿元。\n"
    assert [found.start for found in page.articles(article * 2)] == [0, len(article)]


def test_many_forms_at_once_are_those_of_each_alone() -> None:
    text = "".join(map(chr, range(0x3000, 0x3400))) + "１２，\u200b５００\n亿元"
    assert fold(text).text == "".join(fold(char).text for char in text[:-3]) + "亿元"
    assert fold(text[-10:]).text == "12,500亿元"


def _fastest(text: str, work: Callable[[str], object] = rates) -> float:
    """The seconds of processor that the rates of a text take, or other work on it, of several times the least."""
    spent = []
    for _ in range(5):
        start = time.process_time()
        work(text)
        spent.append(time.process_time() - start)
    return min(spent)


@pytest.mark.parametrize(
    "text", ["1%" * 400, "1、" * 400, pytest.param("投资5亿元。" * (MOST + 300), marks=pytest.mark.slow)]
)
def test_numbers_of_which_there_are_too_many_are_counted_with_the_reason(text: str) -> None:
    (article,) = reader().read(text)
    left = [number for number in article.not_figures if number.why == "too-many"]
    spans = [(figure.start, figure.end) for figure in article.figures] + [(number.start, number.end) for number in left]
    covered = {place for start, end in spans for place in range(start, end)}
    assert left
    assert all(place in covered for place, char in enumerate(text) if char.isdecimal())


@pytest.mark.slow
def test_a_long_page_of_figures_is_read_whole() -> None:
    text = "".join(f"2022年，五莲县固定资产投资{number}.5亿元，同比增长8.1%。\n" for number in range(2, 702))
    (article,) = reader().read(text)
    assert sum(figure.growth is not None for figure in article.figures) == 700
    assert not [number for number in article.not_figures if number.why == "too-many"]


def test_a_short_list_of_rates_is_read_number_by_number() -> None:
    (article,) = reader().read("，".join(f"{number}.5%" for number in range(60)))
    assert not [number for number in article.not_figures if number.why == "too-many"]


NUMBERS_IN_WORDS: Final = ("百分之五", "三千五百万元", "一半", "三成", "三分之一", "翻番", "翻两番", "持平")


@pytest.mark.parametrize("number", NUMBERS_IN_WORDS)
def test_numbers_in_words_behind_those_that_are_read_are_counted_too(number: str) -> None:
    text = f"投资{number}。" * 40
    counted = [text[start:end] for start, end in crowds.crowded(text, 0)]
    assert crowds.limit_of(f"投资{number}。" * (MOST + 1)) < len(f"投资{number}。") * (MOST + 1)
    assert len(counted) == text.count(number)
    assert all(words in number for words in counted)


def test_rows_of_a_table_behind_those_that_are_read_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "MOST_CELLS", 30)
    text = "地区\t投资（亿元）\t增长（%）\n" + "五莲县\t12.5\t8.1\n" * 50
    (article,) = reader().read(text)
    left = [number for number in article.not_figures if number.why == "too-many"]
    assert len(article.figures) == 10
    assert len(left) == 2 * 40
    assert all(text[number.start : number.end] == number.text for number in left)


@pytest.mark.parametrize("row", ["五莲县\t12.5\t8.1\n", "|五莲县|12.5|8.1|\n"])
def test_rows_of_a_table_that_are_not_split_into_cells_are_counted(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_MOST_CELLS", 30)
    monkeypatch.setattr(blocks, "_FEWEST_ROWS", 5)
    head = row.replace("五莲县", "地区").replace("12.5", "投资（亿元）").replace("8.1", "增长（%）")
    text = head + row * 50
    (block,) = blocks.find(text)
    (article,) = reader().read(text)
    left = [number for number in article.not_figures if number.why == "too-many"]
    assert len(block.rows) < 20
    assert len(article.figures) == len(block.rows) - 1
    assert len(article.figures) + len(left) / 2 == 50
