"""Regions beside those that they lie in: codes, places on the map, and amounts."""

from typing import Any, Final

import pytest

from indicators import rules
from indicators.values.problems import Problem
from tests.figures import VOCABULARY, Entry, article, corpus_of, figure, findings, found_in


def with_regions(*regions: Entry) -> list[Problem]:
    """What the rules find in these regions, which are districts of the city if they do not say otherwise."""
    usual = {"level": "district", "part_of": "city"}
    every = [{"name": {"zh": f"名{region['id']}", "en": region["id"]}, **usual, **region} for region in regions]
    corpus = corpus_of([article(figure("a", "3亿元", region=regions[0]["id"]))], **{**VOCABULARY, "regions": every})
    return [problem for problem in rules.check(corpus) if problem.code not in {"unused-entry", "unknown-id"}]


CITY: Final[Entry] = {
    "id": "city",
    "level": "prefecture",
    "part_of": None,
    "gbt2260": "371100",
    "location": [35.4, 119.5],
}


@pytest.mark.parametrize(
    ("region", "code"),
    [
        ({"gbt2260": "371102"}, None),
        ({"gbt2260": "371122", "level": "county"}, None),
        ({"gbt2260": "371171", "level": "development-zone"}, None),
        ({"part_of": None, "level": "province", "gbt2260": "370000"}, None),
        ({"part_of": None, "level": "country", "gbt2260": "100000"}, None),
        ({"gbt2260": "371200"}, "region-code-form"),
        ({"gbt2260": "371202"}, "region-code-outside"),
        ({"gbt2260": "37110"}, "region-code-form"),
        ({"gbt2260": "37110A"}, "region-code-form"),
        ({"gbt2260": "371102001"}, "region-code-form"),
        ({"part_of": None, "level": "province", "gbt2260": "371000"}, "region-code-form"),
        ({"part_of": None, "level": "prefecture", "gbt2260": "371102"}, "region-code-form"),
        ({"part_of": None, "level": "prefecture", "gbt2260": "370000"}, "region-code-form"),
    ],
)
def test_codes(region: Entry, code: str | None) -> None:
    problems = with_regions(CITY, {"id": "inner", **region})
    codes = {problem.code for problem in problems}
    assert codes - {"region-code-outside"} == ({code} if code else set()) - {"region-code-outside"}
    assert code != "region-code-outside" or code in codes
    assert {problem.severity for problem in problems} <= {"error"}


def test_a_code_is_held_against_the_nearest_one_around() -> None:
    """A region between them may have no code."""
    middle = {"id": "middle", "level": "development-zone"}
    inner = {"id": "inner", "part_of": "middle", "gbt2260": "370902"}
    (problem,) = with_regions(CITY, middle, inner)
    assert (problem.code, problem.about) == ("region-code-outside", "inner")
    assert problem.facts == {"printed": "370902", "outer": "city", "outer_code": "371100", "start": "3711"}


def test_a_country_gives_no_beginning() -> None:
    country = {"id": "country", "level": "country", "part_of": None, "gbt2260": "156000"}
    assert with_regions(country, {**CITY, "part_of": "country"}) == []


def test_a_code_is_of_one_region() -> None:
    (problem,) = with_regions(CITY, {"id": "east", "gbt2260": "371102"}, {"id": "west", "gbt2260": "371102"})
    assert (problem.code, problem.about, problem.facts["first"]) == ("region-code-twice", "west", "east")


@pytest.mark.parametrize(
    ("place", "distance"),
    [
        ([35.58, 118.84], None),
        ([34.0, 119.5], None),
        ([53.4, 119.5], 2002),
        ([35.4, 19.5], 8593),
        ([35.4, 110.21], 840),
        ([-35.4, 119.5], 7873),
    ],
)
def test_places(place: list[float], distance: int | None) -> None:
    problems = with_regions(CITY, {"id": "inner", "location": place})
    assert [problem.code for problem in problems] == (["location-far"] if distance else [])
    for problem in problems:
        assert problem.severity == "warning"
        assert float(problem.facts["distance"]) == pytest.approx(distance, rel=0.01)


# --- amounts ---------------------------------------------------------------------------------------------------------

WHOLE: Final = figure("all", "10.0亿元")


def of(region: str, text: str, **more: Any) -> Entry:
    return figure(region, text, region=region, **more)


FINE: Final[dict[str, list[Entry]]] = {
    "less": [WHOLE, of("east", "6亿元"), of("west", "4亿元")],
    "rounded a little over": [WHOLE, of("east", "6.00亿元"), of("west", "4.04亿元")],
    "as much, rounded": [WHOLE, of("east", "10.04亿元")],
    "of another period": [WHOLE, of("east", "40亿元", period="2022-01")],
    "of another nature": [WHOLE, of("east", "40亿元", nature="target")],
    "of another sector": [WHOLE, of("east", "40亿元", sector="steel")],
    "of another metric": [WHOLE, of("east", "40亿元", metric="tax")],
    "what does not add up": [
        figure("all", "20000元", metric="income"),
        of("east", "30000元", metric="income"),
        of("west", "15000元", metric="income"),
    ],
    "one within another": [WHOLE, of("east", "8亿元"), of("port", "7亿元")],
    "losses": [WHOLE, of("east", "12亿元"), of("west", "-3亿元")],
    "growth alone": [WHOLE, figure("east", region="east", growth="5%")],
    "one side by side with another": [
        {**WHOLE, "complete_parts": "true"},
        of("east", "4.0亿元", part_of="all"),
        of("port", "6.0亿元", part_of="all"),
    ],
}


def firms(region: str, text: str, period: str) -> Entry:
    return figure(f"{region}-{period}".lower(), text, metric="firms", region=region, period=period)


MOMENTS: Final = ("2021", "2021-12", "2021-12-31", "2021-Q4")
"""Four ways to write the end of 2021, at which stocks are counted."""


@pytest.mark.parametrize("inner", MOMENTS)
@pytest.mark.parametrize("outer", MOMENTS)
def test_stocks_of_one_moment_are_compared_however_it_is_written(outer: str, inner: str) -> None:
    city = firms("city", "10家", outer)
    assert findings(article(city, firms("east", "11家", inner))) == [("region-exceeds", f"east-{inner}".lower())]
    together = article(city, firms("east", "6家", inner), firms("west", "6家", "2021-12"))
    assert findings(together) == [("regions-exceed", f"city-{outer}".lower())]
    assert findings(article(city, firms("east", "6家", inner), firms("west", "4家", "2021-12"))) == []


def test_stocks_of_another_moment_are_not_compared() -> None:
    assert findings(article(firms("city", "10家", "2021-12-31"), firms("east", "11家", "2021-12-30"))) == []


@pytest.mark.parametrize("name", FINE)
def test_amounts_are_fine(name: str) -> None:
    assert findings(article(*FINE[name])) == []


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        ([WHOLE, of("east", "11亿元"), of("west", "4亿元")], ("region-exceeds", "east")),
        ([WHOLE, of("port", "11亿元")], ("region-exceeds", "port")),
        ([WHOLE, of("east", "6亿元"), of("port", "8亿元")], ("region-exceeds", "port")),
        ([WHOLE, of("east", "6亿元"), of("west", "6亿元")], ("regions-exceed", "all")),
        ([WHOLE, of("port", "6亿元"), of("west", "6亿元")], ("regions-exceed", "all")),
        ([WHOLE, of("east", "6亿元", part_of="all"), of("west", "6亿元")], ("regions-exceed", "all")),
        ([WHOLE, of("east", "11亿元", part_of="all")], ("part-exceeds-whole", "east")),
    ],
)
def test_amounts_are_told(figures: list[Entry], found: tuple[str, str]) -> None:
    assert findings(article(*figures)) == [found]


def test_a_corrected_amount_counts_as_corrected() -> None:
    reason = {"zh": "更正", "en": "Corrected"}
    better = figure("better", "5亿元", region="east", supersedes="east", reason=reason)
    wrong = article(WHOLE, of("east", "11亿元"))
    assert findings(wrong) == [("region-exceeds", "east")]
    assert findings(wrong, article(better, key="second", published="2022-03")) == []


def test_what_is_told_of_amounts() -> None:
    (problem,) = found_in(article(WHOLE, *(of(region, "3.5亿元") for region in ("east", "west", "north"))))
    facts = {"id": "all", "printed": "10.0亿元", "sum": "10.35亿元", "regions": "east, west, north"}
    assert (problem.facts, problem.severity) == (facts, "warning")
