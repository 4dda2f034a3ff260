"""The parts of the page of time: what they say, how they look, and where their links lead."""

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from urllib.parse import parse_qs

import pytest

from indicators import study
from indicators.analysis.arrivals import Arrivals
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.pages.context import PageContext
from indicators.pages.query_addresses import QueryAddresses
from indicators.pages.time import around_charts, brush, figure_strip, known_days, period_steps
from indicators.pages.time.figure_strip import NARROW, WIDE
from indicators.phrasing.names import Names
from indicators.values.text import LANGS, Lang
from indicators.view import View
from tests.builders import make_article, make_dataset, make_figure
from tests.frames.test_comparisons import PLACES, with_vocabulary


def context_of(dataset: Dataset, lang: Lang = "en") -> PageContext:
    return PageContext(study.of(dataset), Names(dataset, lang), QueryAddresses(None, ""), date(2026, 1, 1))


def known(*figures: Figure, lang: Lang = "en") -> PageContext:
    return context_of(with_vocabulary(make_dataset(make_article(*figures))), lang)


def queries(page: str) -> list[dict[str, list[str]]]:
    return [parse_qs(unescape(address)) for address in re.findall(r'href="\?([^"]*)"', page)]


def in_places(period: str, *texts: str) -> list[Figure]:
    return [
        make_figure(id=f"{place}-{period}", region=place, period=period, text=text)
        for place, text in zip(PLACES, texts, strict=False)
    ]


SERIES = (
    make_figure(id="a", period="2019"),
    make_figure(id="b", period="2020"),
    make_figure(id="c", period="2020", region="east"),
    make_figure(id="d", metric="population", period="2019", text="5万人"),
    make_figure(id="e", metric="population", period="2021", text="6万人"),
    make_figure(id="f", metric="population", period="2022", text="7万人"),
)


def test_the_place_with_most_periods_and_its_longest_series_come_first() -> None:
    chosen = around_charts.choice(known(*SERIES), View(page="time"))
    assert (chosen.region, list(chosen.metrics), chosen.periods) == (
        "city",
        ["population", "revenue"],
        {"city": 4, "east": 1},
    )
    chosen = around_charts.choice(known(*SERIES), View(page="time", theme=("output",), region=("east",)))
    assert not chosen.metrics


@pytest.mark.parametrize("lang", LANGS)
def test_the_head_links_to_other_places_and_metrics(lang: Lang) -> None:
    context, view = known(*SERIES, lang=lang), View(page="time", region=("city",))
    page = around_charts.head(context, view, around_charts.choice(context, view))
    links = queries(page)
    assert ["east"] in [query.get("region") for query in links]
    assert ["population"] in [query.get("metric") for query in links]
    assert {"en": "City over time", "zh": "全市历年"}[lang] in page
    none = View(page="time", region=("east",))
    assert {"en": "No metric of East", "zh": "东区没有一项指标"}[lang] in unescape(
        around_charts.head(context, none, around_charts.choice(context, none))
    ).replace("east", {"en": "East", "zh": "东区"}[lang])


def test_one_step_is_shown_and_leads_to_those_beside_it() -> None:
    context = known(
        *in_places("2019", "3亿元", "2亿元"), *in_places("2020", "2亿元", "4亿元"), *in_places("2021", "1亿元", "1亿元")
    )
    page = period_steps.section(context, View(page="time", metric="revenue", period=("2020",)))
    assert page is not None
    steps = re.findall(r'<article class="step"( hidden)?>(.*?)</article>', page)
    assert [bool(hidden) for hidden, _ in steps] == [True, False, True]
    shown = steps[1][1]
    assert "2020 (period 2 of 3)" in shown
    assert [query["period"] for query in queries(shown) if "period" in query] == [["2019"], ["2021"]]
    assert re.findall(r'class="name">([^<]*)<', shown) == ["west", "east"]
    widths = re.findall(r'class="bar actual" style="width: ([\d.]+)%"', shown)
    assert widths == ["100.00", "50.00"]  # on the scale of all years
    assert '<button type="button" class="play" data-pause="Pause">' in page


def test_places_with_locations_are_tiles_in_the_colour_of_their_growth() -> None:
    grown = [
        make_figure(id=f"{place}-{year}", region=place, period=year, growth=growth)
        for year in ("2019", "2020")
        for place, growth in zip(PLACES, ("-2%", "5%", "5.1%"), strict=True)
    ]
    context = known(*grown)
    regions = {
        key: region.model_copy(update={"location": (35.0 + number / 10, 119.0)})
        for number, (key, region) in enumerate(context.names.dataset.regions.items())
    }
    located = context_of(replace(context.names.dataset, regions=regions))
    view = View(page="time")
    page = period_steps.section(located, view) or ""
    assert re.findall(r'class="step-(\d)" style="grid-area', page) == list("134134")
    assert 'class="tiles"' not in (period_steps.section(context, view) or "")  # nobody says where they lie


def test_a_place_of_which_reports_differ_has_one_tile_without_a_number() -> None:
    figures = [figure for year in ("2019", "2020") for figure in in_places(year, "3亿元", "2亿元", "1亿元")]
    other = make_article(make_figure(id="other", region="west", period="2020", text="9亿元"), id="other-article")
    dataset = with_vocabulary(make_dataset(make_article(*figures), other))
    located = {
        key: region.model_copy(update={"location": (35.0 + number / 10, 119.0)})
        for number, (key, region) in enumerate(dataset.regions.items())
    }
    page = period_steps.section(context_of(replace(dataset, regions=located)), View(page="time"))
    assert page is not None
    last = page[page.rindex('<article class="step"') :]
    tiles = re.findall(r'style="grid-area: [^"]*">(.*?)</a>', last)
    assert len(tiles) == len(PLACES)
    (disputed,) = [tile for tile in tiles if "west" in tile]
    assert re.sub(r"<[^>]*>", " ", disputed).split() == ["west", "reports", "differ"]
    assert len(re.findall(r'class="name">west · [^<]+<', last)) == 2


def test_nothing_to_step_through() -> None:
    assert period_steps.section(known(*in_places("2019", "3亿元", "2亿元")), View(page="time")) is None


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_no_bar_of_a_line_hides_another(shipped: Dataset, width: float) -> None:
    context = context_of(shipped)
    page = figure_strip.strip(context.study.every, context, View(page="time"))
    name = "lane" if width == WIDE else "narrow"
    for line in re.findall(r'<span class="bars".*?</span>', page):
        drawn = re.findall(rf"--left: ([\d.]+); --width: ([\d.]+);.*?--{name}: (\d+)", line)
        ends: dict[str, float] = {}
        for left, share, lane in drawn:
            start = float(left) * width
            assert ends.get(lane, 0.0) <= start + 0.1
            ends[lane] = start + max(9.0, float(share) * width)


def test_bars_lead_to_their_figures_and_years_narrow() -> None:
    context = known(*SERIES)
    page = figure_strip.strip(context.study.every, context, View(page="time"))
    links = queries(page)
    assert {"page": ["figures"], "theme": ["output"], "period": ["2020"], "nature": ["actual"]} in links
    assert {"figure": ["f"]} in links  # a bar of one figure leads to it
    years = [query["year"] for query in links if "year" in query]
    assert years == [["2019"], ["2020"], ["2021"], ["2022"], ["2019", "2022"]]  # the last is that of the sliders
    assert "All 6 figures" in page
    narrow = figure_strip.strip(context.study.every, context, View(page="time", year=("2020",)))
    assert "2 figures of 2020" in narrow
    assert [query.get("year") for query in queries(narrow) if query["page"] == ["time"]][:3] == [
        ["2019"],
        None,
        ["2021"],
    ]
    for year in ("0000", "1950"):  # no figure is of it
        assert "All 6 figures" in figure_strip.strip(context.study.every, context, View(page="time", year=(year,)))


def test_a_strip_is_bounded_and_says_what_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    context = known(*SERIES)
    monkeypatch.setattr(figure_strip, "MOST_BARS", 3)
    page = figure_strip.strip(context.study.every, context, View(page="time"))
    assert page.count('class="bar actual"') == 3
    assert "2 figures of earlier periods are not drawn." in page  # both of 2019
    assert "All 6 figures" in page


@pytest.mark.parametrize("lang", LANGS)
def test_days_on_which_something_became_known(lang: Lang) -> None:
    days = [date(2020, 1, 1), date(2020, 5, 1), date(2022, 3, 1)]
    arrivals, names = Arrivals(days, [2, 5, 6]), Names(make_dataset(), lang)
    page = known_days.section(arrivals, date(2020, 5, 1), names, lambda day: f"?day={day}")
    links = ["2020-01-01", "2022-03-01", "2020-05-01", "2020-05-01", "2022-03-01"]  # the third is that of the slider
    assert [query["day"][-1] for query in queries(page) if query] == links
    assert 'data-days="2020-01-01 2020-05-01 2022-03-01"' in page
    assert 'data-known="2 5 6"' in page
    assert {"en": "1 May 2020: 5 known", "zh": "2020年5月1日：知道 5 个数"}[lang] in page
    assert re.findall(r"height: ([\d.]+)%", page) == ["83.3", "100.0"]
    assert {
        "en": "Known on 1 May 2020: 5 figures; today: 6 figures.",
        "zh": "2020年5月1日知道 5 个数，今天知道 6 个数。",
    }[lang] in page
    now = known_days.section(arrivals, None, names, lambda day: f"?day={day}")
    assert {"en": "Known today: 6 figures.", "zh": "今天知道 6 个数。"}[lang] in now


def test_a_slider_has_not_a_day_too_many_and_always_the_last() -> None:
    days = [date(2020, 1, 1) + timedelta(days=number) for number in range(2 * brush.MOST_DAYS + 1)]
    names = Names(make_dataset(), "en")
    slider = brush.days(Arrivals(days, range(1, len(days) + 1)), None, "?page=time", names)
    kept = re.search('data-days="([^"]+)"', str(slider))
    assert kept is not None
    assert len(kept[1].split()) <= brush.MOST_DAYS
    assert kept[1].split()[-1] == days[-1].isoformat()
    assert brush.days(Arrivals(days[:1], [3]), None, "?page=time", names) is None
