"""What has flowed by a day of the year beside what had flowed by an earlier one."""

from typing import Any

import pytest

from tests.figures import article, figure, findings, found_in


def reported(*rows: tuple[str, str], rates: tuple[str | None, ...] = (), **more: Any) -> list[tuple[str, str]]:
    """What is found in figures of these periods and amounts, and of these growths."""
    growths = [{"growth": rate} if rate else {} for rate in (*rates, *[None] * len(rows))]
    figures = [
        figure(f"p{period.lower().replace('/', '-')}", text, period=period, **growth, **more)
        for (period, text), growth in zip(rows, growths, strict=False)
    ]
    return findings(article(*figures, published="2022-02"))


H1, JULY, YEAR = "2021-S1", "2021-01-01/P7M", "2021"


@pytest.mark.parametrize(
    ("rows", "about"),
    [
        ([(H1, "3.0亿元"), (JULY, "3.4亿元"), (YEAR, "6亿元")], None),
        ([(H1, "3.0亿元"), (JULY, "3.0亿元")], None),
        ([(H1, "3.04亿元"), (JULY, "3.0亿元")], None),
        ([(H1, "超3亿元"), (JULY, "3.0亿元")], None),
        ([(H1, "3.0亿元"), (JULY, "2.8亿元")], "p2021-01-01-p7m"),
        ([(JULY, "2.8亿元"), (H1, "3.0亿元")], "p2021-01-01-p7m"),
        ([("2021-Q2", "4.0亿元"), (H1, "3.0亿元")], "p2021-s1"),
        ([("2021-05", "4.0亿元"), (YEAR, "3.0亿元")], "p2021"),
        ([("2021-Q1", "2.0亿元"), ("2021-Q2", "1.0亿元")], None),
        ([(H1, "3.0亿元"), ("2021-S2", "1.0亿元"), (YEAR, "4亿元")], None),
        ([("2021-S2", "9.0亿元"), (H1, "3.0亿元"), (YEAR, "7.0亿元")], "p2021"),
        ([("2021-S2", "3.0亿元"), ("2021-Q3", "1.0亿元")], None),
        ([("2021-S2", "1.0亿元"), ("2021-Q3", "3.0亿元")], "p2021-s2"),
        ([("2021-10", "0.5亿元"), ("2021-10-01/P7D", "1.0亿元")], "p2021-10"),
        ([("2021-10-05/P7D", "0.5亿元"), ("2021-10-01/P7D", "1.0亿元")], None),
        ([("2021-Q4", "0.5亿元"), ("2021-Q3", "1.0亿元"), ("2021-12", "0.2亿元")], None),
        ([(YEAR, "3.0亿元"), ("2022-01", "0.3亿元")], None),
    ],
)
def test_amounts(rows: list[tuple[str, str]], about: str | None) -> None:
    assert reported(*rows) == ([("flow-shrinks", about)] if about else [])


@pytest.mark.parametrize(("metric", "texts"), [("savings", ("3.0亿元", "2.0亿元")), ("income", ("30000元", "20000元"))])
def test_what_is_no_flow(metric: str, texts: tuple[str, str]) -> None:
    assert reported(("2021-Q1", texts[0]), (YEAR, texts[1]), metric=metric) == []


def test_flows_below_zero_can_shrink() -> None:
    figures = [figure("half", "3.0亿元", period=H1), figure("year", "2.0亿元")]
    assert findings(article(*figures)) == [("flow-shrinks", "year")]
    assert findings(article(*figures, figure("loss", "-1亿元", region="east"))) == []


@pytest.mark.parametrize("other", [{"region": "port"}, {"sector": "steel"}, {"metric": "tax"}, {"nature": "expected"}])
def test_what_is_compared_is_of_one_subject(other: dict[str, str]) -> None:
    assert findings(article(figure("half", "3.0亿元", period=H1), figure("year", "2.0亿元", **other))) == []


def test_corrected_amounts_count_as_corrected() -> None:
    better = figure("better", "5亿元", supersedes="year", reason={"zh": "更正", "en": "Corrected"})
    wrong = article(figure("half", "3.0亿元", period=H1), figure("year", "2.0亿元"))
    assert findings(wrong, article(better, key="second", published="2022-03")) == []


@pytest.mark.parametrize(
    ("rates", "metric", "code"),
    [
        (("10%", "10%"), "revenue", None),
        (("0.1%", "-2.2%"), "revenue", None),
        (("0%", "50%"), "revenue", "base-shrinks"),
        (("-50%", "0%"), "revenue", "base-shrinks"),
        (("0%", "50%"), "gdp", None),
        (("0%", None), "revenue", None),
        (("0%", "5%以上"), "revenue", None),
        (("0%", "50%以下"), "revenue", None),
    ],
)
def test_bases(rates: tuple[str | None, ...], metric: str, code: str | None) -> None:
    found = reported((H1, "3.0亿元"), (JULY, "3.2亿元"), rates=rates, metric=metric)
    assert found == ([(code, "p2021-01-01-p7m")] if code else [])


def test_what_is_told() -> None:
    half = figure("half", "3.0亿元", period=H1, growth="0%")
    (problem,) = found_in(article(half, figure("july", "3.2亿元", period=JULY, growth="50.0%")))
    assert problem.facts == {
        "id": "july",
        "base": "2.1674亿元",
        "other": "half",
        "other_base": "2.9353亿元",
        "other_period": "2021-S1",
    }
