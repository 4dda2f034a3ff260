"""Parts and wholes, growth and completion: what can be true together is fine, what cannot is told with its numbers."""

from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figures import Entry, article, figure, findings, found_in, printed

# --- parts and wholes ------------------------------------------------------------------------------------------------

REGIONS: Final = ("east", "west", "north", "south", "port", "city")


def whole(text: str, *parts: Entry, complete: bool = False, **more: Any) -> list[Entry]:
    return [figure("whole", text, complete_parts=str(complete).lower(), **more), *parts]


def part(key: str, text: str | None, **more: Any) -> Entry:
    return figure(key, text, part_of="whole", **more)


def by_region(*texts: str, **more: str) -> list[Entry]:
    return [part(region, text, region=region, **more) for region, text in zip(REGIONS, texts, strict=False)]


STOCK: Final[dict[str, Any]] = {"metric": "firms", "period": "2021-12"}
FINE_PARTS: Final[dict[str, list[Entry]]] = {
    "counts to the last one": whole(
        "17家", *by_region("4家", "1家", "1家", "1家", "10家", **STOCK), complete=True, **STOCK
    ),
    "two of the budget": whole("126.00亿元", *by_region("82.00亿元", "44.00亿元"), complete=True),
    "three sectors of GDP": whole(
        "2006.43亿元",
        part("primary", "171.33亿元", metric="tax", sector="industry"),
        part("secondary", "844.20亿元", metric="tax", sector="transport"),
        part("tertiary", "990.90亿元", metric="tax", sector="steel"),
        complete=True,
        metric="gdp",
    ),
    "rounded each by itself": whole("1.5亿元", *by_region("0.87亿元", "0.59亿元"), complete=True),
    "rounded a little over": whole("1.4亿元", *by_region("0.73亿元", "0.73亿元")),
    "not all are listed": whole("126.00亿元", *by_region("82.00亿元")),
    "over": whole("超126亿元", *by_region("82亿元", "44.8亿元"), complete=True),
    "about": whole("约130亿元", *by_region("82亿元", "44亿元"), complete=True),
    "at least": whole("10亿元以上", *by_region("82亿元", "44亿元"), complete=True),
    "nothing in it": whole("0家", *by_region("0家", "0家", **STOCK), complete=True, **STOCK),
    "complete by metric, districts are missing": whole(
        "126亿元",
        part("tax-part", "82亿元", metric="tax"),
        part("fees-part", "44亿元", metric="fees"),
        *by_region("31亿元", "27亿元"),
        complete=True,
    ),
    "complete by metric and by region": whole(
        "126亿元",
        part("tax-part", "82亿元", metric="tax"),
        part("fees-part", "44亿元", metric="fees"),
        *by_region("80亿元", "46亿元"),
        complete=True,
    ),
    "complete only all together": whole(
        "126亿元",
        part("tax-part", "82亿元", metric="tax"),
        part("rest", "44亿元", metric="fees", sector="industry"),
        complete=True,
    ),
    "by quarters": whole(
        "10亿元", *(part(f"q{n}", "2.5亿元", period=f"2021-Q{n}") for n in range(1, 5)), complete=True
    ),
    "a half-year and a quarter of it": whole(
        "10亿元", part("h", "8亿元", period="2021-S1"), part("q", "5亿元", period="2021-Q1")
    ),
    "a zone that lies in a listed district": whole(
        "10亿元", *by_region("6亿元", "4亿元"), part("p", "3亿元", region="port")
    ),
    "a sector that lies in a listed one": whole(
        "10亿元", part("i", "6亿元", sector="industry"), part("s", "5亿元", sector="steel"), complete=False
    ),
    "complete, and a zone of a district beside it": whole(
        "10亿元", *by_region("6亿元", "4亿元"), part("p", "3亿元", region="port"), complete=True
    ),
    "one part reported twice": whole("10亿元", *by_region("6亿元"), part("again", "6.0亿元", region="east")),
    "a part without its amount may be all the rest": whole(
        "10亿元", *by_region("6亿元"), part("rest", None, region="west", growth="3%"), complete=True
    ),
    "a loss": whole("2亿元", *by_region("5亿元", "-3亿元"), complete=True),
    "an average is no sum": whole(
        "5万元", *by_region("6万元", "4万元", metric="income"), metric="income", complete=True
    ),
    "stocks of other days": whole(
        "10亿元",
        *(part(f"m{n}", "8亿元", metric="savings", period=f"2021-0{n}") for n in (1, 2)),
        metric="savings",
        complete=True,
    ),
    "another multiplier": whole("1.68亿元", *by_region("16800万元"), complete=True),
}


MOMENTS: Final = ("2021", "2021-12", "2021-12-31")
"""Three ways to write the end of 2021, at which stocks are counted."""


@pytest.mark.parametrize("inner", MOMENTS)
@pytest.mark.parametrize("outer", MOMENTS)
def test_stocks_of_one_moment_add_up_however_it_is_written(outer: str, inner: str) -> None:
    def listed(east: str, west: str) -> list[tuple[str, str]]:
        eastern = part("e", east, region="east", **STOCK | {"period": inner})
        western = part("w", west, region="west", **STOCK)
        return findings(article(*whole("17家", eastern, western, complete=True, **STOCK | {"period": outer})))

    assert listed("9家", "8家") == []
    assert listed("9家", "9家") == [("parts-exceed-whole", "whole")]
    assert listed("8家", "8家") == [("parts-do-not-fill", "whole")]


@pytest.mark.parametrize("name", FINE_PARTS)
def test_parts_are_fine(name: str) -> None:
    assert [code for code, _ in findings(article(*FINE_PARTS[name])) if code != "double-entry"] == []


TOLD_PARTS: Final[list[tuple[list[Entry], str, str, dict[str, str]]]] = [
    (
        whole("10亿元", *by_region("10.6亿元")),
        "part-exceeds-whole",
        "east",
        {"whole": "whole", "whole_printed": "10亿元"},
    ),
    (whole("近10亿元", *by_region("10.1亿元")), "part-exceeds-whole", "east", {"printed": "10.1亿元"}),
    (whole("17家", *by_region("18家", **STOCK), **STOCK), "part-exceeds-whole", "east", {"printed": "18家"}),
    (
        whole("17家", *by_region("9家", "9家", **STOCK), **STOCK),
        "parts-exceed-whole",
        "whole",
        {"sum": "18家", "parts": "east, west"},
    ),
    (
        whole("CNY 1.7 billion", *by_region("CNY 0.9 billion", "CNY 900 million", "超1亿元")),
        "parts-exceed-whole",
        "whole",
        {"sum": "¥1.8495 bn", "printed": "CNY 1.7 billion"},
    ),
    (
        whole("10亿元", *by_region("8亿元", "7亿元"), part("p", "3亿元", region="port")),
        "parts-exceed-whole",
        "whole",
        {"parts": "east, west", "sum": "14亿元"},
    ),
    (
        whole("10亿元", *(part(f"s{n}", "6亿元", sector=name) for n, name in enumerate(("industry", "transport")))),
        "parts-exceed-whole",
        "whole",
        {"parts": "s0, s1"},
    ),
    (
        whole("17家", *by_region("4家", "1家", "1家", "1家", **STOCK), complete=True, **STOCK),
        "parts-do-not-fill",
        "whole",
        {"sum": "7家", "printed": "17家"},
    ),
    (
        whole("1.46亿元", *by_region("0.87亿元", "0.57亿元"), complete=True),
        "parts-do-not-fill",
        "whole",
        {"sum": "1.43亿元–1.45亿元"},
    ),
    (
        whole("2亿元", *by_region("5亿元", "-1亿元"), complete=True),
        "parts-do-not-fill",
        "whole",
        {"sum": "3亿元–5亿元"},
    ),
    (
        whole("10亿元", part("e", "10亿元", nature="target")),
        "part-nature",
        "e",
        {"nature": "target", "whole_nature": "actual"},
    ),
    (
        whole("10亿元", part("e", "8亿元", period="2022-01")),
        "part-period",
        "e",
        {"period": "2022-01", "whole_period": "2021"},
    ),
    (
        whole("10亿元", part("e", "8家", metric="firms")),
        "part-unit",
        "e",
        {"printed": "8家", "whole_printed": "10亿元"},
    ),
]


@pytest.mark.parametrize(("figures", "code", "about", "facts"), TOLD_PARTS, ids=range(len(TOLD_PARTS)))
def test_parts_are_told(figures: list[Entry], code: str, about: str, facts: dict[str, str]) -> None:
    (problem,) = found_in(article(*figures))
    assert (problem.code, problem.about) == (code, about)
    assert facts.items() <= problem.facts.items()
    severity = "warning" if code in {"part-nature", "part-period"} else "error"
    assert problem.severity == severity


def test_a_nature_of_its_own_does_not_add_up() -> None:
    """30亿元 are wanted of 10亿元 that there are: odd, but no sum."""
    figures = whole("10亿元", *by_region("30亿元", nature="target"), complete=True)
    assert findings(article(*figures)) == [("part-nature", "east")]


def test_parts_of_two_metrics_may_overlap() -> None:
    """The taxes of one district and the exports of another are no two parts of one sum, and the taxes of both are."""
    parts = [part("a", "4亿元", metric="tax", region="east"), part("b", "4亿元", metric="exports", region="west")]
    assert findings(article(*whole("5亿元", *parts))) == []
    parts[1] |= {"metric": "tax"}
    assert findings(article(*whole("5亿元", *parts))) == [("parts-exceed-whole", "whole")]


def test_many_parts_are_named_in_short() -> None:
    places = [(region, sector) for region in REGIONS[:4] for sector in ("industry", "transport")]
    parts = [part(f"{region}-{sector}", "3家", region=region, sector=sector, **STOCK) for region, sector in places]
    (problem,) = found_in(article(*whole("5家", *parts, **STOCK)))
    first = "east-industry, east-transport, west-industry, west-transport, north-industry, …"
    assert problem.facts == {"id": "whole", "printed": "5家", "sum": "24家", "parts": first}


def test_a_corrected_part_counts_as_corrected() -> None:
    reason = {"zh": "更正", "en": "Corrected"}
    figures = whole("10亿元", *by_region("9亿元", "4亿元"), complete=True)
    better = part("better", "6亿元", region="east", supersedes="east", reason=reason)
    late = article(better, key="second", published="2022-03")
    assert [code for code, _ in findings(article(*figures))] == ["parts-exceed-whole"]
    assert findings(article(*figures), late) == []


# --- where parts are, and how they grow ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outer", "inner", "code"),
    [
        ({}, {"region": "east", "sector": "steel"}, None),
        ({"region": "east"}, {"region": "port"}, None),
        ({"sector": "industry"}, {"sector": "steel"}, None),
        ({"region": "east"}, {}, "part-region"),
        ({"region": "east"}, {"region": "west"}, "part-region"),
        ({"sector": "industry"}, {"sector": "transport"}, "part-sector"),
        ({"sector": "steel"}, {"sector": "industry"}, "part-sector"),
    ],
)
def test_where_parts_are(outer: dict[str, Any], inner: dict[str, str], code: str | None) -> None:
    problems = found_in(article(*whole("10亿元", part("a", "1亿元", metric="tax", **inner), **outer)))
    severity = "error" if code == "part-region" else "warning"
    found = [(problem.code, problem.about, problem.severity) for problem in problems]
    assert found == ([(code, "a", severity)] if code else [])


def growing(growth: str, *parts: tuple[str, str | None], metric: str = "revenue") -> list[Entry]:
    """A whole of 10.00亿元 that is said to be complete, and its districts with their amounts and growths."""
    districts = [
        part(region, text, region=region, metric=metric, **({"growth": rate} if rate else {}))
        for region, (text, rate) in zip(REGIONS, parts, strict=False)
    ]
    return whole("10.00亿元", *districts, growth=growth, metric=metric, complete=True)


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        (growing("5.0%", ("6.00亿元", "7.0%"), ("4.00亿元", "2.1%")), None),
        (growing("2.0%", ("6.00亿元", "2.0%"), ("4.00亿元", "2.0%")), None),
        (growing("7.04%", ("6.00亿元", "7.0%"), ("4.00亿元", "7%")), None),
        (growing("9.0%", ("6.00亿元", "7.0%"), ("4.00亿元", None)), None),
        (growing("9.0%", ("6.00亿元", "7.0%"), ("4.00亿元", "2.0%")), "growth-outside-parts"),
        (growing("-1.0%", ("6.00亿元", "7.0%"), ("4.00亿元", "2.0%")), "growth-outside-parts"),
        (growing("6.5%", ("6.00亿元", "7.0%"), ("4.00亿元", "2.0%")), "bases-do-not-fill"),
        (growing("6.5%", ("6.00亿元", "7.0%"), ("4.00亿元", "2.0%"), metric="gdp"), None),
        (growing("9.0%", ("6.00亿元", "7.0%"), ("4.00亿元", "2.0%"), metric="gdp"), "growth-outside-parts"),
        (growing("6.5%", ("6亿元", "7%"), ("4亿元", "2%")), None),
    ],
)
def test_growth_of_complete_parts(figures: list[Entry], code: str | None) -> None:
    assert findings(article(*figures)) == ([(code, "whole")] if code else [])


def test_growth_is_compared_with_parts_that_fill_the_whole() -> None:
    """Parts by metric fill it; of its districts some are missing, which may have grown by any rate."""
    figures = growing("5.0%", ("6.00亿元", "1.0%"), ("1.00亿元", "2.0%"))
    metrics = [part("t", "7.00亿元", metric="tax", growth="6.0%"), part("f", "3.00亿元", metric="fees", growth="2.7%")]
    assert findings(article(*figures, *metrics)) == []


# --- true numbers are never reported ---------------------------------------------------------------------------------

AMOUNTS: Final = st.integers(1, 10**12)


@given(st.data(), st.lists(AMOUNTS, min_size=1, max_size=5), st.booleans())
def test_parts_of_a_true_whole_are_fine(data: st.DataObject, amounts: list[int], complete: bool) -> None:
    texts = [data.draw(printed(amount)) for amount in amounts]
    rest = 0 if complete else data.draw(AMOUNTS)
    figures = whole(data.draw(printed(sum(amounts) + rest)), *by_region(*texts), complete=complete)
    assert not [code for code, _ in findings(article(*figures)) if code.startswith("part")]
