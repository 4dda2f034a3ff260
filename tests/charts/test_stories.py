"""A chart in words: it says what the figures say, in one language, and leaves nothing out in silence."""

import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from indicators.charts import stories
from indicators.charts.plots.rows import Row
from indicators.charts.stories import PANELS, PanelStory
from indicators.frames import panels
from indicators.frames import tidy as frames
from indicators.frames.panels import By
from indicators.model.dataset import Dataset
from indicators.phrasing.figures import printed
from indicators.phrasing.names import Names
from indicators.values.text import LANGS, Lang
from tests import builders

PLACES = ("r0", "r1", "r2", "east")
BOTH: tuple[By, ...] = ("sector", "region")


def names_of(folder: Path, *figures: str, lang: Lang = "en", text: str = builders.GOOD) -> Names:
    """The names of the dataset in builders.GOOD without its figures, and with these."""
    head = text[: text.index("    figures:\n") + len("    figures:\n")]
    entries = [f"      - {{id: f{number}, {figure}}}\n" for number, figure in enumerate(figures)]
    loaded = builders.load_text(folder, head + "".join(entries))
    assert loaded.dataset is not None, loaded.problems
    return Names(loaded.dataset, lang)


def tidy(names: Names) -> pd.DataFrame:
    return frames.tidy(names.dataset)


def rows(story: PanelStory) -> list[Row]:
    return [row for panel in story.panels for row in panel.rows]


Stories = Mapping[str, tuple[PanelStory, tuple[float, ...]]]


# --- the shipped data ------------------------------------------------------------------------------------------------


def test_every_story_has_words_and_sources(panel_stories: Stories, names: Names) -> None:
    assert len(panel_stories) > len(names.dataset.metrics)
    for name, (story, _) in panel_stories.items():
        assert story.title.strip(), name
        assert story.note.strip(), name
        assert story.title in story.alt, name
        assert story.sources, name
        assert all(source.strip() for source in story.sources), name
        assert all(row.name and row.shown and row.hover for row in rows(story)), name


FOREIGN = {
    "en": re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]"),  # Chinese characters and full-width forms
    "zh": re.compile(r"[A-Za-z]{2,}"),
}


def test_a_story_is_in_one_language(panel_stories: Stories, names: Names) -> None:
    for name, (story, _) in panel_stories.items():
        texts = [story.title, story.note, story.alt, *story.sources, *(panel.heading for panel in story.panels)]
        texts += [word for row in rows(story) for word in (row.name, row.detail, row.shown, row.hover)]
        texts = [re.sub("“.*”", "", text) for text in texts]  # printed words are in the language of the article
        assert not [text for text in texts if FOREIGN[names.lang].search(text)], name


def test_levels_hold_every_reported_value(frame: pd.DataFrame, names: Names) -> None:
    for metric in names.dataset.metrics:
        part = frame[(frame["metric"] == metric)]
        reported = part.loc[part["value"].notna(), "figure"]
        for by in BOTH:
            story = stories.levels(part, by, names, most=1000)
            assert sorted(row.figure for row in rows(story)) == sorted(reported)
            assert story.left_out == 0


def test_the_panels_that_are_not_drawn_are_counted(frame: pd.DataFrame, names: Names) -> None:
    part = frame[frame["metric"] == "budget-revenue"]
    groups = panels.alike(part, "sector")
    story = stories.levels(part, "sector", names)
    assert len(groups) > PANELS
    assert (len(story.panels), story.left_out) == (PANELS, len(groups) - PANELS)


def test_levels_are_shown_as_printed(frame: pd.DataFrame, shipped: Dataset) -> None:
    names = Names(shipped, "zh")
    for metric in shipped.metrics:
        for panel in stories.levels(frame[frame["metric"] == metric], "region", names).panels:
            scales = []
            for row in panel.rows:
                figure = shipped.figures[row.figure]
                text = figure.text
                assert text is not None
                nature = {"target": "（目标）", "expected": "（预计）"}.get(figure.nature, "")
                assert row.shown.split("  ")[0] == text.printed + nature
                scales.append(row.length / float(text.value))
            assert max(scales) == pytest.approx(min(scales))  # one scale in a panel


@pytest.mark.parametrize(
    ("lang", "by", "metric", "title"),
    [
        ("zh", "region", "budget-revenue", "2024年1—7月一般公共预算收入：日照市126.00亿元，其中东港区最多，31.89亿元"),
        (
            "en",
            "region",
            "budget-revenue",
            "General public budget revenue, January–July 2024: "
            "Donggang District is the largest part of Rizhao, ¥3.189 bn of ¥12.6 bn",
        ),
        (
            "zh",
            "sector",
            "project-investment",
            "日照市2022年上半年项目完成投资：交通运输56.92亿元",
        ),  # others have more
        ("en", "sector", "project-investment", "Completed project investment, Rizhao, H1 2022: Transport, ¥5.692 bn"),
        ("zh", "sector", "value-added", "日照市2020年增加值：第三产业居首，990.90亿元"),
        ("en", "sector", "value-added", "Value added, Rizhao, 2020: Tertiary sector highest at ¥99.09 bn"),
        ("zh", "region", "planted-area", "2022年8月种植面积（蓝莓种植）：日照市3万余亩"),
        ("en", "region", "planted-area", "Area planted (Blueberry growing), August 2022: Rizhao, over 30,000 mu"),
    ],
)
def test_titles_say_the_finding(shipped: Dataset, lang: Lang, by: By, metric: str, title: str) -> None:
    names = Names(shipped, lang)
    frame = tidy(names)
    assert stories.levels(frame[frame["metric"] == metric], by, names).title == title


def test_growth_of_the_shipped_data(frame: pd.DataFrame, names: Names) -> None:
    story = stories.growth(frame, names, most=12)
    changes = [row.length for row in rows(story)]
    assert rows(story)[0].shown == "+152%"
    assert changes == sorted(changes, reverse=True)
    assert len(changes) == 12
    assert story.left_out == len(panels.growth(frame)) - 12
    assert {row.style for row in rows(story) if row.length < 0} == {"fall"}
    assert {row.style for row in rows(story) if row.length > 0} == {"actual"}


def test_growth_shows_the_far_end_too(frame: pd.DataFrame, names: Names) -> None:
    """Where there is no room for all, the slowest four of twelve are the slowest there are."""
    every = [row.figure for row in rows(stories.growth(frame, names, most=1000))]
    some = [row.figure for row in rows(stories.growth(frame, names, most=12))]
    assert some == every[:8] + every[-4:]


def test_progress_of_the_shipped_data(frame: pd.DataFrame, names: Names) -> None:
    story, pace = stories.progress(frame, names)
    shares = {row.figure: (row.shown, gone) for row, gone in zip(rows(story), pace, strict=True)}
    assert shares["rizhao-transport-investment-2022s1"] == ("52.1%", 0.5)
    assert shares["wulian-industry-bureau-capital-2022s1"] == ("414%", 0.5)  # “超额314%”
    assert shares["wulian-large-projects-attracted-2015"] == ("150%", 1.0)


def test_the_frame_stays_as_it_was(frame: pd.DataFrame, names: Names) -> None:
    before = frame.copy(deep=True)
    for by in BOTH:
        stories.levels(frame[frame["metric"] == "budget-revenue"], by, names)
        stories.levels(panels.richest(frame, by), by, names, most=1)
    stories.growth(frame, names, most=12)
    stories.progress(frame, names)
    pd.testing.assert_frame_equal(frame, before)


# --- cases by themselves ---------------------------------------------------------------------------------------------

EAST = "metric: revenue, region: east"
CITY = "metric: revenue, region: city"


def test_nothing_in_view_is_an_empty_story(frame: pd.DataFrame, names: Names) -> None:
    nothing = frame[frame["metric"] == "no-such-metric"]
    for by in BOTH:
        story = stories.levels(nothing, by, names)
        assert story.empty
        assert not story.compares
    assert stories.growth(nothing, names, most=12).empty
    assert stories.progress(nothing, names)[0].empty


def test_a_figure_without_a_value_is_not_drawn_as_zero(tmp_path: Path) -> None:
    """faults.md B12."""
    names = names_of(
        tmp_path,
        f"{EAST}, text: 3亿元, quote: 3亿元",
        f"{CITY}, growth: 11%, quote: 增长11%",
    )
    story = stories.levels(tidy(names), "region", names)
    assert [row.figure for row in rows(story)] == ["f0"]
    assert [row.figure for row in rows(stories.growth(tidy(names), names, most=9))] == ["f1"]
    assert printed(names.dataset.figures["f1"], names) == "not reported"
    assert printed(names.dataset.figures["f1"], Names(names.dataset, "zh")) == "未报道"


@pytest.mark.parametrize(
    ("lang", "growth", "title"),
    [
        ("en", "11%", "Revenue · East: +11% on a year earlier, H1 2022"),
        ("en", "-2.7%", "Revenue · East: −2.7% on a year earlier, H1 2022"),
        ("zh", "11%", "2022年上半年，收入 · 东区同比 +11%"),
        ("zh", "-2.7%", "2022年上半年，收入 · 东区同比 −2.7%"),
    ],
)
def test_growth_of_one(tmp_path: Path, lang: Lang, growth: str, title: str) -> None:
    names = names_of(tmp_path, f"{EAST}, growth: {growth}, quote: 增长{growth}", lang=lang)
    assert stories.growth(tidy(names), names, most=9).title == title


@pytest.mark.parametrize(
    ("lang", "period", "share", "detail"),
    [
        ("en", "2022-S1", "52.1%", "H1 2022 · 2.1 points ahead of schedule"),
        ("en", "2022-S1", "50%", "H1 2022 · on schedule"),
        ("en", "2022-Q1", "20%", "Q1 2022 · 5 points behind schedule"),
        ("zh", "2022-S1", "52.1%", "2022年上半年 · 快于时间进度 2.1 个百分点"),
        ("zh", "2022-S1", "50%", "2022年上半年 · 与时间进度持平"),
        ("zh", "2022-Q1", "20%", "2022年第一季度 · 慢于时间进度 5 个百分点"),
    ],
)
def test_pace(tmp_path: Path, lang: Lang, period: str, share: str, detail: str) -> None:
    figure = f"{EAST}, period: {period}, text: 3亿元, completion: {share}, plan: annual, quote: 3亿元"
    names = names_of(tmp_path, figure, lang=lang)
    story, _ = stories.progress(tidy(names), names)
    (row,) = rows(story)
    assert row.detail == detail
    assert row.shown in story.title
    assert row.name in story.title


@pytest.mark.parametrize(
    ("period", "shares", "title"),
    [
        ("2022-S1", ("50%", "49%", "90%"), "Revenue: 1 of 3 plans ahead of the calendar, H1 2022"),  # 50% may be 49.5%
        ("2022-S1", ("51%", "49%", "90%"), "Revenue: 2 of 3 plans ahead of the calendar, H1 2022"),
        ("2022", ("100%", "101%", "90%"), "Revenue: 1 of 3 plans exceeded, 2022"),
    ],
)
def test_plans_ahead_of_the_calendar_are_counted(
    tmp_path: Path, period: str, shares: tuple[str, ...], title: str
) -> None:
    """Only those of one period, and as far as intervals decide."""
    regions = "\n".join(f"  - {{id: r{n}, name: {{zh: 区{n}, en: Region {n}}}, level: district}}" for n in range(3))
    figures = [
        f"metric: revenue, region: {place}, period: {when}, text: 3亿元, completion: {share}, plan: annual, "
        "quote: 3亿元"
        for place, when, share in zip(PLACES, (*[period] * 3, "2019"), (*shares, "150%"), strict=True)
    ]
    names = names_of(tmp_path, *figures, text=builders.changed(("\nsectors:\n", f"\n{regions}\nsectors:\n")))
    assert stories.progress(tidy(names), names)[0].title == title


@pytest.mark.parametrize(
    ("growths", "title"),
    [
        (("5%", "0%", "-1%"), "Revenue grew in 1 of 3 places, 2021"),  # 0% may be a rise or a fall
        (("0%", "0%", "-1%"), "Revenue fell in 1 of 3 places, 2021"),
        (("0%", "0%", "0.0%"), "Revenue: hardly any change in 3 places, 2021"),
        (("0.1%", "2%", "3%"), "Revenue grew in 3 of 3 places, 2021"),
    ],
)
def test_what_grew_is_counted_as_far_as_intervals_decide(tmp_path: Path, growths: tuple[str, ...], title: str) -> None:
    """Only in the period of which most is reported."""
    regions = "\n".join(f"  - {{id: r{n}, name: {{zh: 区{n}, en: Region {n}}}, level: district}}" for n in range(3))
    figures = [
        f"metric: revenue, region: {place}, period: {when}, text: 3亿元, growth: {growth}, quote: 3亿元{growth}"
        for place, when, growth in zip(PLACES, (*["2021"] * 3, "2020"), (*growths, "9%"), strict=True)
    ]
    names = names_of(tmp_path, *figures, text=builders.changed(("\nsectors:\n", f"\n{regions}\nsectors:\n")))
    assert stories.growth(tidy(names), names, most=9).title == title


@pytest.mark.parametrize(
    ("parts", "title"),
    [
        (2, "Revenue grew in 1 of 2 places, 2021"),
        (1, "Revenue · City: −2% on a year earlier, 2021"),
        (0, "Revenue · City: −2% on a year earlier, 2021"),
    ],
)
def test_a_whole_is_not_counted_with_its_parts(tmp_path: Path, parts: int, title: str) -> None:
    regions = "\n".join(
        f"  - {{id: r{n}, name: {{zh: 区{n}, en: Region {n}}}, level: district, part_of: city}}" for n in range(parts)
    )
    figures = [
        f"metric: revenue, region: {place}, period: 2021, text: 3亿元, growth: {growth}, quote: 3亿元{growth}"
        for place, growth in (("city", "-2%"), *zip(("r0", "r1")[:parts], ("5%", "-9%"), strict=False))
    ]
    names = names_of(tmp_path, *figures, text=builders.changed(("\nsectors:\n", f"\n{regions}\nsectors:\n")))
    assert stories.growth(tidy(names), names, most=9).title == title


def test_several_metrics_are_counted_once_each_in_one_place_and_period(frame: pd.DataFrame, shipped: Dataset) -> None:
    names = Names(shipped, "en")
    title = stories.growth(frame, names, most=9).title
    place, count, every = re.fullmatch(r"(.+), .+: (\d+) of (\d+) indicators grew on a year earlier", title).groups()  # type: ignore[union-attr]
    grown = panels.growth(frame)
    alike = grown[(grown["sector"] == "all") & (grown["group"] == "all")].groupby(["region", "period"])["metric"]
    assert int(every) == alike.nunique().max()
    assert int(count) <= int(every)
    assert place in {names.region(key) for key in shipped.regions}


def test_natures_have_panels_and_marks_of_their_own(tmp_path: Path) -> None:
    names = names_of(
        tmp_path,
        f"{EAST}, text: 3亿元, quote: 3亿元",
        f"{EAST}, nature: target, text: 4亿元, quote: 4亿元",
        f"{EAST}, nature: expected, text: 5亿元, quote: 5亿元",
    )
    story = stories.levels(tidy(names), "region", names)
    styles = {panel.heading: [row.style for row in panel.rows] for panel in story.panels}
    assert styles == {
        "Whole economy · H1 2022": ["actual"],
        "Whole economy · H1 2022 · Target": ["target"],
        "Whole economy · H1 2022 · Expected": ["expected"],
    }


def test_a_whole_looks_unlike_its_parts(tmp_path: Path) -> None:
    names = names_of(tmp_path, f"{EAST}, text: 3亿元, quote: 3亿元", f"{CITY}, text: 9亿元, quote: 9亿元")
    story = stories.levels(tidy(names), "region", names)
    assert [(row.name, row.style, row.depth) for row in rows(story)] == [("City", "whole", 0), ("East", "actual", 1)]


def test_one_of_several_that_are_compared_is_no_whole_because_its_part_was_printed(tmp_path: Path) -> None:
    text = builders.changed(
        (
            "\nsectors:\n",
            "\n  - {id: west, name: {zh: 西, en: West}, level: district, part_of: city}\n"
            "  - {id: town, name: {zh: 镇, en: Town}, level: town, part_of: east}\nsectors:\n",
        )
    )
    places = (EAST, EAST.replace("east", "west"), EAST.replace("east", "town"))
    figures = [f"{place}, text: {n}亿元, quote: {n}亿元" for place, n in zip(places, (7, 5, 2), strict=True)]
    names = names_of(tmp_path, *figures, text=text)
    story = stories.levels(tidy(names), "region", names)
    assert [(row.name, row.style) for row in rows(story)] == [
        ("East", "actual"),
        ("Town", "actual"),
        ("West", "actual"),
    ]


def test_more_rows_than_a_chart_holds_are_named_in_words(tmp_path: Path) -> None:
    figures = [f"{EAST}, period: {2000 + year}, growth: {year}%, quote: 增长{year}%" for year in range(1, 21)]
    regions = "\n".join(f"  - {{id: r{n}, name: {{zh: 区{n}, en: Region {n}}}, level: district}}" for n in range(1, 21))
    text = builders.changed(("\nsectors:\n", f"\n{regions}\nsectors:\n"))
    figures = [figure.replace("east", f"r{number}") for number, figure in enumerate(figures, 1)]
    names = names_of(tmp_path, *figures, text=text)
    story = stories.growth(tidy(names), names, most=15)
    assert story.alt.count("%") == 12 + story.title.count("%")
    assert story.alt.endswith("; and 3 more.")
    assert story.left_out == 5


@pytest.mark.parametrize(
    ("lang", "printed", "shown"),
    [
        ("zh", "250余万元", "250余万元"),
        ("en", "250余万元", "over ¥2.5 mn"),
        ("en", "约3亿元", "about ¥300 mn"),
        ("en", "近3亿元", "nearly ¥300 mn"),
        ("en", "不足3亿元", "under ¥300 mn"),
        ("en", "至少3亿元", "at least ¥300 mn"),
        ("en", "0元", "¥0"),
        ("zh", "0元", "0元"),
    ],
)
def test_qualifiers_are_never_lost(tmp_path: Path, lang: Lang, printed: str, shown: str) -> None:
    names = names_of(tmp_path, f"{EAST}, text: {printed}, quote: {printed}", lang=lang)
    assert [row.shown for row in rows(stories.levels(tidy(names), "region", names))] == [shown]


@pytest.mark.parametrize("lang", LANGS)
def test_names_are_taken_as_they_are(tmp_path: Path, lang: Lang) -> None:
    """Braces in a name are no places to fill in, and markup stays what it is: charts and pages escape it."""
    name = "{title} <b>{0}</b> $x$ :red[%s]"
    text = builders.changed(("{zh: 东区, en: East}", f"{{zh: '{name}', en: '{name}'}}"))
    names = names_of(tmp_path, f"{EAST}, text: 3亿元, growth: 1%, quote: 3亿元", lang=lang, text=text)
    for story in (stories.levels(tidy(names), "region", names), stories.growth(tidy(names), names, most=3)):
        assert name in story.title
        assert name in story.alt
        assert [row.name for row in rows(story)] == [name]
