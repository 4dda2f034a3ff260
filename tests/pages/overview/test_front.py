"""The overview: every dataset has a lead, and what its headings count is so."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest

from indicators import study
from indicators.analysis import growth_by_place
from indicators.analysis.growth_by_place import GrowthView, PlaceGrowth
from indicators.model.dataset import Dataset
from indicators.pages.context import PageContext
from indicators.pages.findings import bar_rows
from indicators.pages.findings.bar_rows import BarRow
from indicators.pages.overview import district_map, front, plan_progress, theme_ledger
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from indicators.values import periods
from indicators.values.intervals import Interval
from indicators.values.text import LANGS, Lang
from tests.builders import make_article, make_dataset, make_figure

TODAY = date(2026, 11, 26)


def context(dataset: Dataset, lang: Lang = "en") -> PageContext:
    return PageContext(study.of(dataset), Names(dataset, lang), QueryAddresses(lang, ""), TODAY)


def words(dataset: Dataset, lang: Lang = "en") -> str:
    return re.sub(r"<[^>]+>", " ", front.page(context(dataset, lang)))


# --- every dataset has a page ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_the_lead_comes_first_with_its_amounts(shipped: Dataset, lang: Lang) -> None:
    page = front.page(context(shipped, lang))
    places = [page.index(part) for part in ("<h1>", 'class="waterfall"', 'class="map"', 'class="ledger"')]
    assert places == sorted(places)
    assert all(number in page for number in ("−1.9", "+6.9", "+5.0", "+23.3%", "−2.7%"))


@pytest.mark.parametrize(
    ("figure", "headline"),
    [
        ({}, "¥5.692 bn"),
        ({"text": None, "growth": "11%", "quote": "增长11%"}, "+11%"),
        ({"nature": "target"}, "¥5.692 bn (target)"),
    ],
    ids=["an amount", "growth only", "a target"],
)
def test_where_nothing_stands_out_the_newest_figure_leads(figure: dict[str, str | None], headline: str) -> None:
    dataset = make_dataset(make_article(make_figure(**figure)))
    assert not study.of(dataset).findings
    page = front.page(context(dataset))
    assert headline in page[page.index("<h1>") : page.index("</h1>")]


def test_a_dataset_without_figures_has_a_page() -> None:
    dataset = replace(make_dataset(), articles={})
    assert f"<h1>{dataset.about.title.en}</h1>" in front.page(context(dataset))


# --- what headings count ---------------------------------------------------------------------------------------------


def test_the_map_counts_what_certainly_rose_or_fell(shipped: Dataset) -> None:
    dice, names = Random(3), Names(shipped, "en")  # noqa: S311  # nothing is kept secret
    for _ in range(50):
        places = []
        for _ in range(dice.randint(3, 7)):
            value, width = Decimal(dice.randint(-30, 30)) / 1000, Decimal(dice.choice([1, 20])) / 2000
            figure = make_figure(region="east", metric="budget-revenue")
            places.append(PlaceGrowth(figure, float(value), Interval(value - width, value + width)))
        view = GrowthView("budget-revenue", periods.parse("2024"), derived=True, places=tuple(places))
        title = district_map.title(view, names)
        numbers = [int(number) for number in re.findall(r"\d+", title)]
        rose, fell = (sum(place.interval.low > 0 for place in places), sum(place.interval.high < 0 for place in places))
        expected = {"rose in all": [len(places)], "fell in": [fell, len(places)]}
        if rose == len(places):
            assert numbers == expected["rose in all"]
        elif rose + fell == len(places):
            assert numbers == expected["fell in"]
        else:
            assert numbers == [rose, len(places), fell]
        assert all(("step" in district_map.colour(place)) == (place.way != 0) for place in places)


def test_the_periods_of_the_map(shipped: Dataset) -> None:
    views = growth_by_place.views(study.of(shipped).known)
    assert [(view.period.text, view.derived, len(view.places)) for view in views] == [
        ("2024-01-01/P7M", False, 7),
        ("2024-S1", False, 7),
        ("2024-07", True, 7),
    ]
    assert [view.count(-1) for view in views] == [2, 0, 2]
    assert views[2].count(0) == 1


def test_a_link_shows_the_last_month_alone_on_the_map(shipped: Dataset) -> None:
    january_to_july, july = (front.page(context(shipped), map_view=number) for number in (0, 2))
    assert 'sheet=3"><i class="mark derived">' in january_to_july
    assert july.count('hatched"') == 7
    tiles = july[july.index('class="tiles"') : july.index('class="steps"')]
    assert all(number in tiles for number in ("−13.5%", "+55.4%", "≈ 0"))
    assert "hatched" not in january_to_july


@pytest.mark.parametrize(
    ("shares", "title"),
    [
        (["52.1%", "67.2%"], "Two plans of H1 2022 ran ahead of the calendar"),
        (["52.1%", "41%"], "One of two plans of H1 2022 ran ahead of the calendar"),
        (["51%"], "One plan of H1 2022 ran ahead of the calendar"),
        (["50%"], "Progress to plans"),  # 49.5 to 50.5
    ],
)
def test_plans_ahead_are_certainly_ahead(shares: list[str], title: str) -> None:
    figures = [
        make_figure(id=f"f{number}", metric=metric, completion=share, plan="annual", text=None, quote=share)
        for number, (share, metric) in enumerate(zip(shares, ("revenue", "firms"), strict=False))
    ]
    dataset = make_dataset(make_article(*figures))
    several = list(plan_progress.plans(study.of(dataset).known))
    assert len(several) == len(shares)
    assert plan_progress.title([several], Names(dataset, "en")).replace("  ", " ") == title


def test_a_heading_of_plans_names_each_period() -> None:
    common = {"metric": "revenue", "plan": "annual", "text": None, "completion": "146%", "quote": "146%"}
    figures = [make_figure(id=f"f{year}", period=str(year), **common) for year in (2015, 2016)]
    dataset = make_dataset(make_article(*figures))
    assert "One plan of 2016 was exceeded; one plan of 2015 was exceeded" in words(dataset)


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("en", "Two plans of H1 2016 ran ahead of the calendar, and so did one plan of H1 2015"),
        ("zh", "2016年上半年2项计划快于时间进度，2015年上半年1项计划亦然"),
    ],
)
def test_a_heading_does_not_say_the_same_twice(lang: Lang, title: str) -> None:
    common = {"plan": "annual", "text": None, "completion": "60%", "quote": "60%"}
    figures = [
        make_figure(id=f"f{number}", period=f"{year}-S1", metric=metric, **common)
        for number, (year, metric) in enumerate(((2016, "revenue"), (2016, "firms"), (2015, "revenue")))
    ]
    groups = [figures[:2], figures[2:]]
    assert plan_progress.title(groups, Names(make_dataset(make_article(*figures)), lang)) == title


# --- small parts -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("end", "years"),
    [(date(2024, 7, 31), 2), (date(2022, 11, 26), 4), (date(2022, 11, 27), 3), (date(2026, 12, 31), 0)],
)
def test_an_age_is_in_whole_years(end: date, years: int) -> None:
    assert theme_ledger.age(end, TODAY) == years


def test_the_ledger_has_one_figure_a_theme_and_marks_old_ones(shipped: Dataset) -> None:
    shown = theme_ledger.figures(context(shipped))
    themes = [shipped.metrics[figure.metric].theme for figure in shown]
    assert len(set(themes)) == len(themes) > 5
    page = front.page(context(shipped))
    rows = re.findall(r'<a href="[^"]*figure=([\w-]+)"( class="old")?><span class="theme">', page)
    assert {key: bool(old) for key, old in rows} == {
        figure.id: theme_ledger.age(figure.period.end, TODAY) >= theme_ledger.OLD for figure in shown
    }


def test_bars_are_to_scale() -> None:
    dice = Random(5)  # noqa: S311  # nothing is kept secret
    rows = [BarRow("", dice.uniform(-1, 1), "", dice.uniform(-1, 1)) for _ in range(9)]
    span = bar_rows.scale(rows)
    for row in rows:
        markup = bar_rows.bar(row, span)
        left, width = (float(number) / 100 for number in re.findall(r":([\d.]+)%", markup))
        assert span[0] + left * (span[1] - span[0]) == pytest.approx(min(row.start, row.end), abs=1e-3)
        assert width * (span[1] - span[0]) == pytest.approx(abs(row.end - row.start), abs=1e-3)
        assert ("falls" in markup) == (row.end < row.start)


def test_every_square_of_the_coverage_leads_to_its_figures(shipped: Dataset) -> None:
    page = front.page(context(shipped))
    squares = re.findall(r'region=([\w-]+)&amp;sector=([\w-]+)" class="many-\d"[^>]*>([\d,]+)<', page)
    for region, sector, count in squares:
        figures = [figure for figure in shipped.figures.values() if (figure.region, figure.sector) == (region, sector)]
        assert len(figures) == int(count)
    assert sum(int(count) for *_, count in squares) == len(shipped.figures)
