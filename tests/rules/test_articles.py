"""Articles beside each other, and beside the periods that they report."""

from datetime import date
from typing import Any

import pytest

from indicators.rules import articles
from tests.figures import article, figure, findings, found_in


@pytest.mark.parametrize(
    ("url", "other", "codes"),
    [
        ("https://www.daily.cn/a", "https://www.daily.cn/b", []),
        ("https://www.daily.cn/a", "https://www.daily.cn/a", ["url-twice"]),
        ("https://www.daily.cn/a", "http://www.daily.cn/a/", ["url-twice"]),
        ("https://www.daily.cn/a?id=1", "https://www.daily.cn/a?id=2", []),
    ],
)
def test_addresses(url: str, other: str, codes: list[str]) -> None:
    problems = found_in(article(url=url), article(key="second", url=other))
    assert [problem.code for problem in problems] == codes
    assert all((problem.about, problem.facts["first"]) == ("second", "first") for problem in problems)


@pytest.mark.parametrize(
    ("published", "codes"),
    [
        *((day, []) for day in ("2026-11-27", "2026-11-28", "2026-11", "2026", "1999-01-01")),
        *((day, ["article-in-future"]) for day in ("2026-11-29", "2026-12", "2027", "2099-01-01")),
    ],
)
def test_no_article_is_of_a_day_to_come(monkeypatch: pytest.MonkeyPatch, published: str, codes: list[str]) -> None:
    """Tomorrow is today where the sun rises earlier."""
    monkeypatch.setattr(articles, "today", lambda: date(2026, 11, 27))
    problems = found_in(article(published=published))
    assert [(problem.code, problem.about, problem.severity) for problem in problems if "future" in problem.code] == [
        (code, "first", "warning") for code in codes
    ]


HEADLINE = {"zh": "港口建设加快", "en": "Port"}


@pytest.mark.parametrize(
    ("other", "codes"),
    [
        ({"headline": HEADLINE}, ["article-twice"]),
        ({"headline": {"zh": "港口建设 加快", "en": "Harbour"}}, ["article-twice"]),
        ({"headline": {"zh": "港口建设放缓", "en": "Port"}}, []),
        ({"headline": HEADLINE, "published": "2022-03"}, []),
        ({"headline": None}, []),
    ],
)
def test_headlines(other: dict[str, Any], codes: list[str]) -> None:
    problems = found_in(article(headline=HEADLINE), article(key="second", **other))
    assert [(problem.code, problem.severity) for problem in problems] == [(code, "warning") for code in codes]


@pytest.mark.parametrize(
    ("published", "period", "code"),
    [
        ("2022-02", "2021", None),
        ("2022-12-31", "2021", None),
        ("2023", "2021-06", "period-long-ago"),
        ("2022", "2021", None),
        ("2023-01-01", "2021", "period-long-ago"),
        ("2022-02-28", "2021-02-28", None),
        ("2022-08-05", "2012-S1", "period-long-ago"),
    ],
)
def test_old_periods(published: str, period: str, code: str | None) -> None:
    found = findings(article(figure("a", "3亿元", period=period), published=published))
    assert found == ([(code, "a")] if code else [])


def test_looking_back() -> None:
    """From 117亿元 in 2012 to 221亿元 in 2021."""
    old, new = figure("old", "117亿元", period="2012"), figure("new", "221亿元", period="2021")
    assert findings(article(old, new, published="2022-10")) == []
    assert findings(article(old, {**new, "region": "east"}, published="2022-10")) == [("period-long-ago", "old")]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"period": "2021-10-01/P7D"}, None),
        ({"period": "2022-01-31/P7D"}, None),
        ({"period": "2022-02-26/P7D"}, "period-unfinished"),
        ({"period": "2022-03-01/P7D"}, "period-after-article"),
        ({"period": "2022-02-26/P7D", "nature": "expected"}, None),
        ({"period": "2021-01-21/P7D"}, "period-long-ago"),
        ({"period": "2022-01-31/P7D", "metric": "savings"}, "stock-period"),
        ({"period": "2022-02-06", "metric": "savings"}, None),
    ],
)
def test_periods_of_days(changes: dict[str, str], code: str | None) -> None:
    problems = found_in(article(figure("a", "3亿元", **changes)))
    assert [problem.code for problem in problems] == ([code] if code else [])
    if code == "stock-period":
        assert problems[0].facts["end"] == "2022-02-06"


def test_what_flowed_in_a_week_has_flowed_in_its_year() -> None:
    week, year = figure("week", "4.0亿元", period="2021-10-01/P7D"), figure("year", "3.0亿元", period="2021")
    assert findings(article(week, year)) == [("flow-shrinks", "year")]
    assert findings(article(week, {**year, "text": "30亿元", "quote": "30亿元"})) == []
