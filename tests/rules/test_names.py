"""Names of a vocabulary: which look alike to a reader, and which do not."""

from pathlib import Path

import pytest

from tests.builders import GOOD, changed, load_text

EAST = "{id: east, name: {zh: 东区, en: East}"


def problems(folder: Path, zh: str, en: str, old: str = EAST, first: tuple[str, str] = ("全市", "City")) -> list[str]:
    """What is found of the names of two regions, the first of them that of the city."""
    text = changed((old, f"{{id: east, name: {{zh: '{zh}', en: '{en}'}}"), text=GOOD)
    text = changed(("zh: 全市, en: City", f"zh: '{first[0]}', en: '{first[1]}'"), text=text)
    alike = [problem for problem in load_text(folder, text).problems if problem.code == "name-alike"]
    for problem in alike:
        assert (problem.about, problem.facts["first"], problem.severity) == ("east", "city", "error")
    return [problem.facts["name"] for problem in alike]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("City", "City"),
        ("City", "CITY"),
        ("City", "Ｃｉｔｙ"),
        ("City", "C ity"),
        ("City", "Сity"),  # with the letter of Cyrillic
        ("City", "Cіty"),
        ("ΑΒ", "AB"),  # Greek
        ("Caf\u00e9", "Cafe\u0301"),
        ("Zone I", "Zone l"),
        ("Zone 1", "Zone I"),
        ("Zone 10", "Zone 1O"),
        ("Rizhao–Lanshan", "Rizhao-Lanshan"),
        ("A·B", "A•B"),
    ],
)
def test_names_that_look_alike_are_errors(tmp_path: Path, first: str, second: str) -> None:
    assert problems(tmp_path, "东区", second, first=("全市", first)) == [second]


@pytest.mark.parametrize(
    ("first", "second"), [("山海天", "⼭海天"), ("口", "囗"), ("二〇", "二○"), ("东区", "东\u3000区")]
)
def test_chinese_names_that_look_alike_are_errors(tmp_path: Path, first: str, second: str) -> None:
    assert problems(tmp_path, second, "East", first=(first, "City")) == [second]


@pytest.mark.parametrize(
    ("first", "second"),
    [("City", "Cities"), ("Zone 1", "Zone 2"), ("Zone II", "Zone III"), ("Lu", "Lü"), ("Ili", "Lili"), ("A+B", "A-B")],
)
def test_names_that_differ_are_fine(tmp_path: Path, first: str, second: str) -> None:
    assert problems(tmp_path, "东区", second, first=("全市", first)) == []


def test_short_names_too_and_each_vocabulary_by_itself(tmp_path: Path) -> None:
    short = changed(
        ("name: {zh: 全市, en: City}", "name: {zh: 全市, en: City}, short: {zh: 市, en: C}"),
        ("name: {zh: 东区, en: East}", "name: {zh: 东区, en: East}, short: {zh: 东, en: c}"),
    )
    (problem,) = load_text(tmp_path, short).problems
    assert (problem.code, problem.facts["name"]) == ("name-alike", "c")
    same = changed(("zh: 日报, en: Daily", "zh: 全市, en: City"), ("zh: 产出, en: Output", "zh: 全市, en: City"))
    assert load_text(tmp_path, same).problems == ()
