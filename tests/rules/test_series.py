"""Figures beside others of their key, their series and their kind, and beside the article that prints them."""

import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from indicators.loading.loader import load
from indicators.rules.figure_index import FigureIndex, series_of
from indicators.values import quantity_parser
from tests import ROOT
from tests.figures import Entry, article, corpus_of, figure, findings, found_in

REASON: Final = {"zh": "更正", "en": "Corrected"}

# --- the article and its figures -------------------------------------------------------------------------------------

# published, period, metric, nature, code
PERIODS: Final = [
    ("2022-08-05", "2022-S1", "revenue", "actual", None),
    ("2022-08-05", "2022", "revenue", "actual", "period-unfinished"),
    ("2022-08-05", "2022", "firms", "actual", None),
    ("2022-08-05", "2022", "income", "actual", None),
    ("2022-08-05", "2022", "revenue", "target", None),
    ("2022-08-05", "2022", "revenue", "expected", None),
    ("2022-08-05", "2022-08", "revenue", "actual", None),
    ("2022-08-05", "2022-08-05", "revenue", "actual", None),
    ("2022-08-05", "2022-01-01/P8M", "revenue", "actual", "period-unfinished"),
    ("2022-08-05", "2022-Q3", "revenue", "actual", "period-unfinished"),
    ("2022-08-05", "2022-08-06", "firms", "actual", "period-after-article"),
    ("2022-08-05", "2022-09", "firms", "actual", "period-after-article"),
    ("2022-08-05", "2023", "firms", "actual", "period-after-article"),
    ("2022-08-05", "2023", "firms", "target", None),
    ("2022-08", "2022-08-31", "revenue", "actual", None),
    ("2022-08", "2022", "revenue", "actual", "period-unfinished"),
    ("2022", "2022", "revenue", "actual", None),
]


@pytest.mark.parametrize(("published", "period", "metric", "nature", "code"), PERIODS)
def test_results_are_of_the_past(published: str, period: str, metric: str, nature: str, code: str | None) -> None:
    text = "3家" if metric == "firms" else "3亿元"
    problems = found_in(article(figure("a", text, metric=metric, period=period, nature=nature), published=published))
    assert [problem.code for problem in problems] == ([code] if code else [])
    if code:
        assert problems[0].facts == {"id": "a", "period": period, "published": published}
        assert problems[0].severity == ("error" if code == "period-after-article" else "warning")


COPY: Final = {"url": "https://www.other.cn/"}


@pytest.mark.parametrize(
    ("more", "codes"),
    [({"url": None}, ["no-address"]), ({"url": None, "copies": [COPY]}, []), ({"url": "https://www.daily.cn/"}, [])],
)
def test_where_articles_can_be_read(more: dict[str, Any], codes: list[str]) -> None:
    problems = found_in(article(**more))
    assert [problem.code for problem in problems] == codes
    assert all((problem.severity, problem.about) == ("information", "first") for problem in problems)


@pytest.mark.parametrize(
    "other",
    [
        {"metric": "tax"},
        {"region": "east"},
        {"sector": "industry"},
        {"period": "2021-S1"},
        {"nature": "target"},
        {"supersedes": "a", "reason": REASON},
    ],
)
def test_figures_that_are_not_entered_twice(other: dict[str, Any]) -> None:
    assert findings(article(figure("a", "3亿元"), figure("b", "3亿元", **other))) == []


def test_figures_that_are_entered_twice() -> None:
    problems = found_in(
        article(figure("a", "3亿元"), figure("b", "4亿元"), figure("c", "4亿元", period="2021-01-01/P12M"))
    )
    assert [(problem.code, problem.about, problem.facts["first"]) for problem in problems] == [
        ("double-entry", "b", "a"),
        ("double-entry", "c", "a"),
    ]
    assert {problem.facts["place"] for problem in problems} == {"data.yaml:1"}


# --- reports on one subject -------------------------------------------------------------------------------------------


def reports(*printed: dict[str, Any]) -> list[Entry]:
    """An article for each report of one key, a month apart."""
    return [
        article(figure(f"r{n}", **report), key=f"article-{n}", published=f"2022-{n:02}")
        for n, report in enumerate(printed, 1)
    ]


AGREE: Final[list[list[dict[str, Any]]]] = [
    [{"text": "56.92亿元"}, {"text": "约57亿元"}, {"text": "56.9亿元"}],
    [{"text": "17家", "metric": "firms"}, {"text": "17家", "metric": "firms"}],
    [{"text": "56.92亿元"}, {"growth": "32%"}],
    [{"text": "56.92亿元"}, {"text": "60亿元", "nature": "target"}],
    [{"text": "56.92亿元"}, {"text": "60亿元", "supersedes": "r1", "reason": REASON}],
    [{"text": "56.92亿元"}, {"text": "57.92亿元", "supersedes": "r1", "reason": REASON}, {"text": "57.9亿元"}],
]


@pytest.mark.parametrize("printed", AGREE, ids=range(len(AGREE)))
def test_reports_that_agree(printed: list[dict[str, Any]]) -> None:
    assert findings(*reports(*printed)) == []


CONFLICTS: Final[list[tuple[list[dict[str, Any]], dict[str, str]]]] = [
    (
        [{"text": "56.92亿元"}, {"text": "57.92亿元"}],
        {"r2": "r1 56.92亿元 57.92亿元"},
    ),
    ([{"text": "56亿元"}, {"text": "56亿元"}, {"text": "57.92亿元"}], {"r3": "r1 56亿元 57.92亿元"}),
    (
        [{"text": "56亿元"}, {"text": "58亿元"}, {"text": "56亿元"}],
        {"r2": "r1 56亿元 58亿元", "r3": "r2 58亿元 56亿元"},
    ),
    ([{"text": "56亿元", "growth": "3%"}, {"growth": "5%"}], {"r2": "r1 3% 5%"}),
]


@pytest.mark.parametrize(("printed", "told_of"), CONFLICTS, ids=range(len(CONFLICTS)))
@pytest.mark.parametrize("backwards", [False, True])
def test_reports_in_conflict(printed: list[dict[str, Any]], told_of: dict[str, str], backwards: bool) -> None:
    """The order of publication counts, not that of the file."""
    articles = reports(*printed)
    problems = found_in(*(reversed(articles) if backwards else articles))
    assert {problem.code for problem in problems} == {"conflict"}
    kinds = {
        problem.about: " ".join(problem.facts[key] for key in ("other", "other_printed", "printed"))
        for problem in problems
    }
    assert kinds == told_of


def test_an_article_is_not_in_conflict_with_itself() -> None:
    assert findings(article(figure("a", "3亿元"), figure("b", "4亿元"))) == [("double-entry", "b")]


def test_many_reports_take_no_time() -> None:
    """Each is held against a few others only."""
    articles = [
        article(figure(f"f{n}", f"{n}.5亿元"), key=f"a{n}", published=f"2022-{n % 12 + 1:02}") for n in range(1, 400)
    ]
    assert len([code for code, _ in findings(*articles) if code == "conflict"]) == 398


# --- corrections -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "keys"),
    [
        ({}, {}, None),
        ({"nature": "expected"}, {}, None),
        ({"nature": "expected"}, {"nature": "target"}, None),
        ({}, {"nature": "expected"}, "nature"),
        ({}, {"metric": "tax"}, "metric"),
        ({}, {"region": "east", "sector": "steel"}, "region, sector"),
        ({"nature": "target"}, {"period": "2021-S1"}, "period, nature"),
        ({"metric": "firms", "text": "3家"}, {"metric": "firms", "text": "4家", "period": "2021-12-31"}, None),
        ({"metric": "firms", "text": "3家"}, {"metric": "firms", "text": "4家", "period": "2021-11"}, "period"),
    ],
)
def test_what_a_correction_corrects(old: dict[str, str], new: dict[str, str], keys: str | None) -> None:
    corrected = figure("old", **{"text": "3亿元", **old})
    correction = figure("new", **{"text": "4亿元", **new}, supersedes="old", reason=REASON)
    problems = found_in(article(corrected, key="a"), article(correction, published="2022-03"))
    assert [problem.facts for problem in problems] == ([{"id": "new", "other": "old", "keys": keys}] if keys else [])
    assert all(problem.code == "supersedes-other-key" for problem in problems)


@pytest.mark.parametrize(
    ("published", "before", "wrong"),
    [
        ("2022-03", "2022-04", True),
        ("2022-03-31", "2022-04-01", True),
        ("2022-03-01", "2022-03", False),
        ("2022-03", "2022-03-31", False),
        ("2022", "2022-03", False),
        ("2022-04", "2022-03", False),
    ],
)
def test_when_a_correction_comes(published: str, before: str, wrong: bool) -> None:
    correction = article(figure("new", "4亿元", supersedes="old", reason=REASON), key="a", published=published)
    problems = found_in(article(figure("old", "3亿元"), published=before), correction)
    dates = {"id": "new", "other": "old", "published": published, "other_published": before}
    assert [(problem.code, problem.facts) for problem in problems] == ([("supersedes-earlier", dates)] if wrong else [])


# --- series ----------------------------------------------------------------------------------------------------------


def over_time(**printed: str | None) -> Entry:
    """Figures of one series by their period: y2021_s1="3亿元" is of the first half of 2021."""
    periods = {key: key[1:].replace("_", "-").upper() for key in printed}
    year = max(int(period[:4]) for period in periods.values())
    rows = ((key.replace("_", "-"), text, periods[key]) for key, text in printed.items())
    return article(
        *(figure(key, text, period=period, **({} if text else {"growth": "3%"})) for key, text, period in rows),
        published=f"{year + 1}-02",
    )


@pytest.mark.parametrize(
    "printed",
    [
        {"y2019": "1亿元", "y2020": "10亿元", "y2021": "1亿元"},
        {"y2019": "1亿元", "y2020_s1": "20亿元", "y2021": "2亿元"},
        {"y2019": "0元", "y2020": "20亿元"},
        {"y2004": "1亿元", "y2019": "80亿元"},
        {"y2019": "-1亿元", "y2020": "20亿元"},
        {"y2019": "1亿元"},
    ],
)
def test_series_that_run_on(printed: dict[str, str]) -> None:
    assert findings(over_time(**printed)) == []


@pytest.mark.parametrize(
    ("printed", "about", "before"),
    [
        ({"y2019": "1亿元", "y2020": "10.1亿元"}, "y2020", "y2019 1亿元 2019"),
        ({"y2020": "1亿元", "y2019": "10.1亿元"}, "y2020", "y2019 10.1亿元 2019"),
        ({"y2014": "1亿元", "y2019": "20.1亿元"}, "y2019", "y2014 1亿元 2014"),
        ({"y2019": "1亿元", "y2020": None, "y2021": "11亿元"}, "y2021", "y2019 1亿元 2019"),
        ({"y2019_s1": "1亿元", "y2019": "2亿元", "y2020_s2": "11亿元"}, "y2020-s2", "y2019-s1 1亿元 2019-S1"),
    ],
)
def test_series_that_jump(printed: dict[str, str | None], about: str, before: str) -> None:
    (problem,) = found_in(over_time(**printed))
    assert (problem.code, problem.about, problem.severity) == ("series-jump", about, "warning")
    assert " ".join(problem.facts[key] for key in ("before", "before_printed", "before_period")) == before


def test_figures_of_a_series_and_a_period_are_those_of_a_key() -> None:
    figures = [
        figure(f"{region}-{n}", "3亿元", region=region, period=period)
        for region in ("east", "west")
        for n, period in enumerate(("2021", "2021-01-01/P12M", "2021-S1", "2021-01-01/P6M"))
    ]
    index = FigureIndex(corpus_of([article(*figures)]))
    groups = [reports for series in index.series.values() for reports in series.values()]
    assert [len({report.figure.subject for report in group}) for group in groups] == [1] * len(groups)
    assert len(groups) == len({report.figure.subject for report in index.reports})
    assert all(report in index.series[series_of(report.figure)][report.figure.period.text] for report in index.reports)


# --- magnitudes ------------------------------------------------------------------------------------------------------


def of_kind(*texts: str, **more: str) -> list[Entry]:
    """Figures of districts."""
    rows = zip(("east", "west", "north", "south"), texts, strict=False)
    return [figure(region, text, region=region, **more) for region, text in rows]


@pytest.mark.parametrize(
    "figures",
    [
        of_kind("3亿元", "4亿元", "5000万元", "2亿元"),
        of_kind("3亿元", "4亿元", "350亿元"),
        of_kind("3亿元", "4万元"),
        of_kind("3亿元", "4亿元", "3万元", "4万元"),
        of_kind("3亿元", "4亿元", "0元"),
        of_kind("3亿元", "4亿元", "-3万元"),
        of_kind("3亿元", "4亿元", "5000000亿元"),
        of_kind("3亿元", "3亿元", metric="savings"),
        [*of_kind("3亿元", "4亿元", "5亿元"), figure("city", "400亿元")],
        [*of_kind("3亿元", "4亿元", "5亿元"), figure("city", "50000亿元", metric="tax")],
    ],
)
def test_magnitudes_that_are_fine(figures: list[Entry]) -> None:
    assert findings(article(*figures)) == []


@pytest.mark.parametrize(
    ("figures", "about", "facts"),
    [
        (
            of_kind("3亿元", "4亿元", "3.5万元"),
            "north",
            {"printed": "3.5万元", "meant": "3.5亿元", "low": "3亿元", "high": "4亿元"},
        ),
        (of_kind("3万元", "4万元", "超3.5亿元"), "north", {"meant": "超3.5万元"}),
        (of_kind("3亿元", "4亿元", "约3元"), "north", {"meant": "约3亿元"}),
        (of_kind("CNY 3 million", "CNY 4 million", "CNY 40 billion"), "north", {"high": "CNY 4 million"}),
        ([*of_kind("3亿元", "4亿元"), figure("city", "5万元", sector="industry")], "city", {"meant": "5亿元"}),
        ([*of_kind("3亿元", "4亿元", "2亿元"), figure("city", "5万元", sector="industry")], "city", {"meant": "5亿元"}),
    ],
)
def test_magnitudes_that_are_told(figures: list[Entry], about: str, facts: dict[str, str]) -> None:
    (problem,) = found_in(article(*figures))
    assert (problem.code, problem.about, problem.severity) == ("magnitude", about, "warning")
    assert facts.items() <= problem.facts.items()
    printed, meant = (quantity_parser.parse(problem.facts[key]) for key in ("printed", "meant"))
    assert (meant.value / printed.value).adjusted() in {4, -4, 8}
    assert meant.qualifier == printed.qualifier


def test_a_slip_does_not_hide_another() -> None:
    slips = [figure(region, "3万元", region=region, period="2021-S1") for region in ("east", "west")]
    figures = [figure(f"{region}-year", "3亿元", region=region) for region in ("east", "west", "north")]
    assert findings(article(*slips, *figures)) == [("magnitude", "east"), ("magnitude", "west")]


def test_generated_figures_contradict_nothing(tmp_path: Path) -> None:
    """The benchmark measures a dataset as it should be: what its generator writes can be true together."""
    path = tmp_path / "data.yaml"
    program = ROOT / "benchmarks" / "check.py"
    subprocess.run([sys.executable, program, "--keep", path, "--figures", "4000"], check=True)
    loaded = load(path)
    assert loaded.dataset is not None
    assert {problem.code for problem in loaded.problems} <= {"no-address", "rate-without-words"}
