"""The index of the search box: small, the same each time, and true to the figures."""

import json
import zlib
from typing import Any

import pytest

from indicators.model.dataset import Dataset
from indicators.model.vocabulary import ALL
from indicators.pages import search_index
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from indicators.values.text import LANGS
from tests.builders import make_article, make_dataset, make_figure


@pytest.fixture(scope="module")
def index(shipped: Dataset) -> dict[str, Any]:
    return search_index.of(Names(shipped, "en"))


def row_of(figure: str, index: dict[str, Any]) -> dict[str, Any]:
    """What the columns say of a figure."""
    columns = index["figures"]
    row = columns["id"].index(figure)
    return {name: values[row] for name, values in columns.items() if name != "corrected"}


def test_it_refers_to_what_each_figure_is_about(shipped: Dataset, index: dict[str, Any]) -> None:
    columns = index["figures"]
    assert sorted(columns["id"]) == sorted(shipped.figures)
    for row, key in enumerate(columns["id"]):
        figure = shipped.figures[key]
        for column in ("metric", "region", "sector", "group"):
            entry = columns[column][row]
            assert (index[column][entry]["id"] if entry >= 0 else ALL) == getattr(figure, column)
        assert index["period"][columns["period"][row]]["label"] == figure.period.label("en")
        assert index["article"][columns["article"][row]]["id"] == shipped.article_of[key].id


def test_equal_hits_stand_from_the_whole_to_its_parts_and_from_the_newest(
    shipped: Dataset, index: dict[str, Any]
) -> None:
    figures = [shipped.figures[key] for key in index["figures"]["id"]]
    whole = [figure.period.end for figure in figures if figure.sector == figure.group == ALL]
    assert whole == sorted(whole, reverse=True)
    assert all(figure.sector == figure.group == ALL for figure in figures[: len(whole)])


def test_names_are_there_in_both_languages_and_as_they_are_read(index: dict[str, Any]) -> None:
    donggang = next(region for region in index["region"] if region["id"] == "donggang")
    assert donggang["label"] == "Donggang District"
    assert donggang["names"] == ["东港区", "donggang district", "东港", "donggang"]
    assert donggang["pinyin"] == ["dong gang qu", "dong gang"]


def test_a_number_is_found_by_the_digits_of_both_languages(index: dict[str, Any]) -> None:
    row = row_of("rizhao-transport-investment-2022s1", index)
    assert (row["number"], row["growth"], row["digits"]) == ("¥5.692 bn", "+152%", "56.92|52.1")
    assert row["value"] == pytest.approx(5.692e9)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("¥5.692 bn", ["5.692"]), ("1,234家", ["1234"]), ("５６．９２亿元", ["56.92"]), ("3–5 bn", ["3", "5"]), ("", [])],
)
def test_digits(text: str, numbers: list[str]) -> None:
    assert search_index.digits(text) == numbers


def test_a_corrected_figure_is_last_and_named() -> None:
    old = make_figure(id="old", period="2022")
    new = make_figure(id="new", period="2021", supersedes="old", reason={"zh": "更正", "en": "Corrected"})
    index = search_index.of(Names(make_dataset(make_article(old, new)), "en"))
    assert index["figures"]["id"] == ["new", "old"]
    assert index["figures"]["corrected"] == [1]


def test_entries_say_how_many_figures_they_have_and_of_which_years() -> None:
    figures = [make_figure(id=f"f{year}", period=str(year)) for year in (2019, 2021, 2022)]
    index = search_index.of(Names(make_dataset(make_article(*figures)), "zh"))
    (metric,) = index["metric"]
    assert (metric["count"], metric["about"]) == (3, "指标 · 3 个数，2019—2022")


def test_of_many_figures_only_the_newest_can_be_found_but_all_are_counted() -> None:
    figures = [make_figure(id=f"f{year}", period=str(year)) for year in (2021, 2019, 2022, 2020)]
    names = Names(make_dataset(make_article(*figures)), "en")
    index = search_index.of(names, most=2)
    assert index["figures"]["id"] == ["f2022", "f2021"]
    assert index["words"]["bound"] == "Searches the newest 2 of 4 figures."
    every = search_index.of(names, most=4)
    assert every == search_index.of(names)
    assert every["words"]["bound"] == ""
    assert [index[column] for column in ("metric", "region")] == [every[column] for column in ("metric", "region")]


def test_a_dataset_without_figures_has_an_index_without_examples() -> None:
    empty = make_dataset(make_article(figures=()))
    index = search_index.of(Names(empty, "en"))
    assert index["figures"]["id"] == index["examples"] == index["metric"] == []


def test_it_is_small_and_the_same_each_time(shipped: Dataset) -> None:
    for lang in LANGS:
        texts = {json.dumps(search_index.of(Names(shipped, lang)), ensure_ascii=False) for _ in range(2)}
        (text,) = texts
        assert len(zlib.compress(text.encode())) < 125 * len(shipped.figures) + 5_000


def test_addresses_have_a_place_for_the_id() -> None:
    addresses = search_index.addresses(QueryAddresses("zh", "2024-01-01"))
    assert addresses["figure"] == "?lang=zh&figure=_id_&day=2024-01-01"
    assert addresses["group"] == "?lang=zh&page=figures&group=_id_&day=2024-01-01"  # a group has no page
    assert all(address.count(search_index.ID) == 1 for address in addresses.values())
