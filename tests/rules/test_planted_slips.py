"""What tired curators get wrong, planted one slip at a time: which rule finds it, and what no rule can find."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
import yaml

from indicators.loading.loader import load
from tests import ROOT
from tests.builders import load_text

BASE: Final = ROOT / "tests" / "rules" / "planted.yaml"


class Slip(NamedTuple):
    """A change of one entry: its id, keys with what is written under them by mistake (None: left out)."""

    id: str
    changes: Mapping[str, Any]


def slip(key: str, **changes: Any) -> Slip:
    return Slip(key, changes)


def misread(key: str, old: str, new: str) -> Slip:
    """A number that is wrong in ``text`` and in the quote alike, as one misreads or mistypes it twice."""
    (entry,) = (entry for entry in entries(read()) if entry["id"] == key)
    return Slip(key, {name: entry[name].replace(old, new) for name in ("text", "quote")})


def read() -> dict[str, Any]:
    """The file without a problem, each value as it is written."""
    data = yaml.load(BASE.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # it makes strings only
    assert isinstance(data, dict)
    return data


def entries(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    sections = [section for key, section in data.items() if key != "dataset"]
    outer = [entry for section in sections for entry in section]
    return [*outer, *(figure for article in data["articles"] for figure in article["figures"])]


def planted(where: Slip) -> str:
    """The file with the slip in it."""
    data = read()
    (entry,) = (entry for entry in entries(data) if entry["id"] == where.id)
    entry.update({key: value for key, value in where.changes.items() if key != "copied"})
    for key in [key for key, value in entry.items() if value is None]:
        del entry[key]
    if "copied" in where.changes:
        (holder,) = (items for items in _lists(data) if entry in items)
        holder.append({**entry, **where.changes["copied"]})
    return json.dumps(data, ensure_ascii=False)


def _lists(data: Mapping[str, Any]) -> list[list[dict[str, Any]]]:
    sections = [section for key, section in data.items() if key != "dataset"]
    return [*sections, *(article["figures"] for article in data["articles"])]


FOUND: Final[list[tuple[str, Slip, str]]] = [
    # numbers that are wrong in text and quote
    ("digits swapped in a part", misread("tax-2024", "82.00", "28.00"), "parts-do-not-fill"),
    ("a digit too high in a part", misread("non-tax-2024", "44.00", "45.00"), "parts-exceed-whole"),
    ("digits swapped in a whole", misread("revenue-2024", "126.00", "162.00"), "parts-do-not-fill"),
    ("the point misplaced in a whole", misread("revenue-2024", "126.00", "12.60"), "part-exceeds-whole"),
    ("digits swapped in a sector", misread("primary-2020", "171.33", "711.33"), "parts-exceed-whole"),
    ("the point misplaced in a sector", misread("secondary-2020", "844.20", "84.420"), "parts-do-not-fill"),
    ("the point misplaced in one of several parts", misread("railways-2022", "13.42", "134.2"), "part-exceeds-whole"),
    ("parts that are too much together", misread("railways-2022", "13.42", "48.42"), "parts-exceed-whole"),
    ("one more in a count", misread("lanshan-firms", "1家", "2家"), "parts-exceed-whole"),
    ("a nought too many in a count", misread("etdz-firms", "10", "100"), "part-exceeds-whole"),
    ("digits swapped in a count", misread("firms-2020", "17", "71"), "parts-do-not-fill"),
    ("January to July below the half-year", misread("donggang-july", "31.89", "13.89"), "flow-shrinks"),
    ("a half-year above January to July", misread("donggang-h1", "27.12", "72.12"), "flow-shrinks"),
    ("a first digit lost", misread("wulian-july", "10.18", "0.18"), "flow-shrinks"),
    ("a district above its city", misread("lanshan-july", "27.60", "276.0"), "region-exceeds"),
    ("districts together above their city", misread("juxian-july", "17.84", "71.84"), "regions-exceed"),
    ("digits swapped beside a plan", misread("investment-2022", "56.92", "59.62"), "completion-mismatch"),
    ("digits swapped in the plan", misread("investment-target", "109.3", "190.3"), "completion-mismatch"),
    ("digits swapped beside a quota", misread("capital-2022", "2.07", "2.70"), "completion-mismatch"),
    ("a nought too many in a series", misread("firms-2022", "25", "250"), "series-jump"),
    ("digits swapped in a second report", misread("revenue-again", "126", "162"), "conflict"),
    ("digits swapped in the year before", misread("revenue-2023", "120.00", "102.00"), "growth-mismatch"),
    ("万 for 亿 in a district", misread("wulian-h1", "亿", "万"), "magnitude"),
    ("万 for 亿 in a part", misread("tax-2024", "亿", "万"), "parts-do-not-fill"),
    ("亿 for 万 in a quota", misread("capital-target", "万", "亿"), "completion-mismatch"),
    ("元 for 吨", misread("cargo-2020", "吨", "元"), "unit-metric"),
    ("fewer than were counted before", misread("firms-2022", "25", "15"), "cumulative-falls"),
    ("more than there are", misread("started-2022-06", "54", "64"), "step-exceeds"),
    ("a point lost in a share", misread("on-time-2022-06", "86.5", "865"), "at-most-exceeded"),
    ("a digit too many in a grant", misread("transport-grant-2022", "10万", "10.3万"), "parts-exceed-whole"),
    ("a digit too low in a grant", misread("equipment-grant-2022", "5万", "4.9万"), "parts-do-not-fill"),
    # numbers that are wrong in one place
    ("digits swapped in text alone", slip("tax-2024", text="28.00亿元"), "quote-number"),
    ("a point lost in text alone", slip("output-2022", text="367亿元"), "quote-number"),
    ("万 for 亿 in text alone", slip("output-2022", text="36.7万元"), "quote-number"),
    ("exact where it was over", slip("output-2022", text="超36.7亿元"), "quote-number"),
    ("the quote of the next number", slip("tax-2024", quote="非税收入完成44.00亿元"), "quote-number"),
    ("a unit forgotten", slip("tax-2024", text="82.00亿"), "quantity-unit-missing"),
    ("a unit misspelt", slip("tax-2024", text="82.00亿圆"), "quantity-unit-unknown"),
    ("a range with its ends exchanged", slip("tax-2024", text="82—80亿元"), "quantity-range"),
    ("a number forgotten", slip("tax-2024", text=""), "quantity-empty"),
    ("no number at all", slip("wulian-gdp", text=None), "figure-empty"),
    # growth
    ("a growth ten times too high", slip("revenue-2024", growth="50%"), "growth-mismatch"),
    ("a growth of the wrong sign", slip("revenue-2024", growth="-5.0%"), "growth-mismatch"),
    ("a minus forgotten", slip("tax-2024", growth="2.7%"), "growth-mismatch"),
    ("digits swapped in the growth of a whole", slip("gdp-2020", growth="8.3%"), "growth-outside-parts"),
    ("the largest growth of a part too low", slip("secondary-2020", growth="0.5%"), "growth-outside-parts"),
    ("digits swapped in the growth of a part", slip("non-tax-2024", growth="32.3%"), "bases-do-not-fill"),
    ("a growth of January to July too high", slip("donggang-july", growth="22%"), "base-shrinks"),
    ("a growth of the half-year too low", slip("lanshan-h1", growth="-70%"), "base-shrinks"),
    ("a second report with another growth", slip("revenue-again", growth="15%"), "conflict"),
    ("more than all of it lost", slip("jobs-2020", growth="-120%"), "growth-below"),
    ("a growth without a base", slip("investment-2022", growth="125%"), "quote-number"),
    ("growths of two neighbours swapped", slip("output-2022", growth="144%"), "quote-number"),
    ("the point misplaced in a growth", slip("output-2022", growth="0.32%"), "quote-number"),
    ("the growth of one part too high", slip("primary-2020", growth="21%"), "quote-number"),
    ("points for a growth", slip("revenue-2024", growth="5个百分点"), "growth-points"),
    ("an amount for a growth", slip("revenue-2024", growth="5.0亿元"), "growth-unit"),
    # plans
    (
        "growth and completion swapped",
        slip("investment-2022", growth="52.1%", completion="152%"),
        "completion-mismatch",
    ),
    ("digits swapped in a completion", slip("investment-2022", completion="25.1%"), "completion-mismatch"),
    ("the point misplaced in a completion", slip("investment-2022", completion="5.21%"), "completion-mismatch"),
    ("beyond the plan read as of the plan", slip("capital-2022", completion="314%"), "completion-mismatch"),
    ("超 of a plan", slip("capital-2022", completion="超314%"), "completion-unclear"),
    ("a completion without its plan", slip("investment-2022", plan=None), "completion-without-plan"),
    ("a result for a plan", slip("investment-2022", plan="revenue-2023"), "plan-not-target"),
    ("the completion on the target", slip("investment-target", completion="52.1%", plan="annual"), "target-completion"),
    ("the plan of another", slip("investment-2022", plan="capital-target"), "completion-mismatch"),
    # periods
    ("the year for the half-year", slip("investment-2022", period="2022"), "period-unfinished"),
    ("the year of publication", slip("gdp-2020", period="2021"), "period-unfinished"),
    ("a year too late", slip("revenue-2024", period="2025-01-01/P7M"), "period-after-article"),
    ("ten years too early", slip("revenue-2024", period="2014-01-01/P7M"), "period-long-ago"),
    ("a year too early", slip("cargo-2020", period="2019"), "period-long-ago"),
    ("a month too long", slip("donggang-h1", period="2024-01-01/P8M"), "flow-shrinks"),
    ("two months too short", slip("lanshan-july", period="2024-01-01/P5M"), "flow-shrinks"),
    ("a stretch of time for a stock", slip("firms-2022", period="2022-S1"), "stock-period"),
    ("a part of another time", slip("railways-2022", period="2021-S2"), "part-period"),
    ("a half-year in another way", slip("donggang-h1", period="2024H1"), "period-form"),
    ("the 13th month", slip("firms-2022", period="2022-13"), "period-date"),
    ("a publication a year too late", slip("transport-2022", published="2023-08-05"), "period-long-ago"),
    ("a publication two months too early", slip("fiscal-2024", published="2024-07-11"), "period-unfinished"),
    ("a correction before what it corrects", slip("correction-2020", published="2021-02"), "supersedes-earlier"),
    # regions
    ("the district of the line above", slip("donggang-july", region="lanshan"), "double-entry"),
    ("a district left at the default", slip("donggang-h1", region=None), "quote-region"),
    ("a neighbour that has no such figure", slip("wulian-h1", region="etdz"), "quote-region"),
    ("a part beyond the region of its whole", slip("railways-2022", region="shandong"), "part-region"),
    ("a region misspelt", slip("wulian-h1", region="wulain"), "unknown-id"),
    ("the code of a neighbour", slip("lanshan", gbt2260="371102"), "region-code-twice"),
    ("a digit of a code", slip("lanshan", gbt2260="371203"), "region-code-outside"),
    ("a code cut short", slip("lanshan", gbt2260="37110"), "region-code-form"),
    ("the code of a city for a county", slip("juxian", gbt2260="371200"), "region-code-form"),
    ("longitude first", slip("lanshan", location=["119.32", "35.12"]), "location-range"),
    ("a digit of a longitude", slip("lanshan", location=["35.12", "110.32"]), "location-far"),
    ("digits swapped in a latitude", slip("lanshan", location=["53.12", "119.32"]), "location-far"),
    ("a region in itself", slip("rizhao", part_of="donggang"), "circle"),
    (
        "the defaults left at the city",
        slip("wulian-2015", defaults={"region": "rizhao", "sector": "all", "period": "2015"}),
        "region-unnamed",
    ),
    # sectors and metrics
    ("a part of another sector", slip("railways-2022", sector="equipment"), "part-sector"),
    ("the sector of the line above", slip("roads-2022", sector="railways"), "double-entry"),
    ("a metric left at the default", slip("tax-2024", metric=None), "double-entry"),
    ("a metric of another unit", slip("cargo-2020", metric="jobs"), "unit-metric"),
    ("a rate that is added", slip("income", additive="true"), "rate-additive"),
    ("a flow taken for a stock", slip("revenue", kind="stock"), "stock-period"),
    ("a stock that counts up taken for a flow", slip("firms", kind="flow"), "cumulative-kind"),
    ("a flow that counts up", slip("revenue", cumulative="true"), "cumulative-kind"),
    ("a bound of another kind", slip("on-time", at_most="100个"), "at-most-unit"),
    ("a bound for another metric", slip("projects", at_most="50个"), "at-most-exceeded"),
    ("the steps the other way round", slip("key-projects", steps=["projects-started", "projects"]), "step-exceeds"),
    ("a stock of each year that counts up", slip("projects", cumulative="true", kind="flow"), "cumulative-kind"),
    ("a metric in another unit", slip("cargo", unit="CNY"), "unit-metric"),
    ("a ratio in another unit", slip("tax-share", unit="CNY"), "ratio-unit"),
    ("a sector nobody needs", slip("roads", copied={"id": "ports"}), "unused-entry"),
    # natures
    ("an expectation as a result", slip("wulian-gdp", nature=None), "quote-nature"),
    ("a quota as a result", slip("capital-target", nature="actual"), "quote-nature"),
    ("a target as an expectation", slip("capital-target", nature="expected"), "plan-not-target"),
    ("a part of another nature", slip("railways-2022", nature="target"), "part-nature"),
    # quotes
    ("the quote of another district", slip("wulian-firms", quote="岚山1家"), "quote-region"),
    ("a number entered for two", slip("cargo-2020", copied={"id": "more", "region": "donggang"}), "quote-twice"),
    (
        "the defaults of the article above",
        slip("wulian-2015", defaults={"region": "juxian", "sector": "all", "period": "2015"}),
        "headline-region",
    ),
    ("a whole sentence", slip("tax-2024", quote="全市税收收入完成82.00亿元。"), "quote-sentence"),
    # what refers to what
    ("an id used twice", slip("tax-2024", id="revenue-2024"), "duplicate-id"),
    ("a whole misspelt", slip("tax-2024", part_of="revenue-2042"), "unknown-id"),
    ("a part of itself", slip("revenue-2024", part_of="revenue-2024"), "circle"),
    ("a part forgotten", slip("tax-2024", part_of=None), "parts-do-not-fill"),
    ("the whole of another article", slip("roads-2022", part_of="gdp-2020"), "part-period"),
    ("complete without parts", slip("revenue-again", complete_parts="true"), "parts-missing"),
    ("a correction of another", slip("jobs-2020-better", supersedes="cargo-2020"), "supersedes-other-key"),
    ("a correction without its reason", slip("jobs-2020-better", reason=None), "supersedes-without-reason"),
    ("a publisher misspelt", slip("second-paper", publisher="dayly"), "unknown-id"),
    ("an address without its scheme", slip("second-paper", url="www.daily.cn/again"), "url-scheme"),
    ("the address of another article", slip("second-paper", url="https://www.daily.cn/fiscal-2024"), "url-twice"),
    (
        "an article entered twice",
        slip("gazelles-2022", copied={"id": "more", "url": "https://www.daily.cn/more", "figures": []}),
        "article-twice",
    ),
    ("an article that nobody can look up", slip("second-paper", url=None), "no-address"),
    ("a key misspelt", slip("tax-2024", qoute="税收收入完成82.00亿元"), "unknown-key"),
]

NOT_FOUND: Final[list[tuple[str, Slip, str]]] = [
    (
        "digits swapped in one of several parts",
        misread("roads-2022", "10.96", "10.69"),
        "The parts are not all there, so every amount up to the rest is possible.",
    ),
    (
        "digits swapped in an amount that stands alone",
        misread("output-2022", "36.7", "37.6"),
        "No other figure says anything of it; only the text of the article can.",
    ),
    (
        "digits swapped in a district",
        misread("wulian-july", "10.18", "11.08"),
        "It is still more than the half-year's, and the districts together are still less than the city.",
    ),
    (
        "a stock misread within a factor of ten",
        misread("firms-2022", "25", "52"),
        "Stocks may well double or triple between two reports.",
    ),
    (
        "digits swapped in a step",
        misread("started-2022-06", "54", "45"),
        "It is still less than the step before.",
    ),
    (
        "digits swapped in a share",
        misread("on-time-2022-06", "86.5", "68.5"),
        "Every share up to 100% is possible.",
    ),
    (
        "万 where no other figure is of the kind",
        misread("wulian-income", "25160元", "25160万元"),
        "What is too much for a metric is only known from others of the metric.",
    ),
    (
        "a period too short",
        slip("donggang-h1", period="2024-Q1"),
        "As much could have come in by March; no other figure of the quarter says otherwise.",
    ),
    (
        "a region of which the quote says nothing",
        slip("cargo-2020", region="donggang"),
        "Neither quote nor another figure tells whose cargo it is.",
    ),
    (
        "a sector of which the quote says nothing",
        slip("cargo-2020", sector="secondary"),
        "Names of sectors are not how newspapers write, so quotes are not held against them.",
    ),
    (
        "a label that is a few kilometres off",
        slip("juxian", location=["35.85", "118.84"]),
        "It is still within the city, whose outline is not known.",
    ),
    (
        "a result as a target",
        slip("cargo-2020", nature="target"),
        "The words of a result are not different from those of many a plan.",
    ),
    (
        "a stock taken for a flow",
        slip("projects", kind="flow"),
        "A number of a month can be either.",
    ),
    (
        "a publisher mistaken for another",
        slip("second-paper", publisher="bureau"),
        "Only the article itself tells.",
    ),
    (
        "an address of something else",
        slip("second-paper", url="https://www.daily.cn/other"),
        "Nothing is fetched while a file is checked.",
    ),
    (
        "a day of publication misread",
        slip("second-paper", published="2024-09-02"),
        "Every day after the period is possible.",
    ),
    (
        "a qualifier that was not printed",
        misread("wulian-gdp", "221", "约221"),
        "The quote is what the curator says was printed.",
    ),
]


def test_the_file_has_no_problem() -> None:
    assert load(BASE).problems == ()


@pytest.mark.parametrize(("where", "code"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_found(where: Slip, code: str, tmp_path: Path) -> None:
    problems = load_text(tmp_path, planted(where)).problems
    assert code in {problem.code for problem in problems}


@pytest.mark.parametrize("where", [case[1] for case in NOT_FOUND], ids=[case[0] for case in NOT_FOUND])
def test_not_found(where: Slip, tmp_path: Path) -> None:
    """Whoever finds one of these moves it to the table above."""
    assert load_text(tmp_path, planted(where)).problems == ()


def test_how_many() -> None:
    """Four of five slips are found, of more than a hundred that differ."""
    slips = [case[1] for case in (*FOUND, *NOT_FOUND)]
    assert len({json.dumps(where, ensure_ascii=False) for where in slips}) == len(slips) >= 100
    assert len(FOUND) >= 0.8 * len(slips)
