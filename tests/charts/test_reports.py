"""Who reported what: findings that are exactly true, and rows that say how each report stands to the others."""

from collections.abc import Iterator, Sequence
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.analysis import agreement
from indicators.charts import stories
from indicators.charts.plots import ranges
from indicators.charts.plots.rows import Row
from indicators.charts.plots.theme import THEMES
from indicators.charts.stories import Reports
from indicators.model.dataset import Dataset
from indicators.model.numbers import NUMBERS
from indicators.phrasing.names import Names
from indicators.values.text import LANGS, Lang
from indicators.words.phrasing import agreement as words
from tests.analysis.reported import corrects, only, text
from tests.analysis.test_agreement import EVENING
from tests.builders import make_reports

WEEKLY: dict[str, Any] = {"publisher": "weekly"}
BUREAU: dict[str, Any] = {"issuer": "bureau"}


def told(*reports: dict[str, Any], lang: Lang = "en", **how: Any) -> Reports:
    dataset = make_reports(*reports)
    return stories.reports(agreement.about(dataset, dataset.figures["f1"]), Names(dataset, lang), **how)


def rows(story: Reports) -> list[Row]:
    return [row for scale in story.scales for row in scale.rows]


# --- the finding -----------------------------------------------------------------------------------------------------

TITLES: Sequence[tuple[Sequence[dict[str, Any]], str, str]] = [
    ([{}, EVENING], "2 个独立来源相符", "2 independent sources agree"),
    ([{}, {}, EVENING, WEEKLY], "3 个独立来源相符", "3 independent sources agree"),
    (  # the third prints growth only: it confirms nobody
        [{}, EVENING, WEEKLY | only(growth="5%")],
        "2 个独立来源相符",
        "2 independent sources agree",
    ),
    ([{}, {}, {}], "3 篇报道，同出一源", "3 reports, all from one source"),
    ([{}, EVENING | text("57.1亿元")], "2 个来源互相矛盾", "2 sources contradict each other"),
    (
        [{}, EVENING | text("57.1亿元"), WEEKLY | text("57.2亿元")],
        "3 个来源互相矛盾",
        "3 sources contradict each other",
    ),
    (
        [{}, EVENING | text("57.1亿元"), WEEKLY],
        "3 个来源中有 2 个相符，但与其余的矛盾",
        "2 of 3 sources agree, but not with the rest",
    ),
    (  # the evening's number is the bureau's, and so is the weekly's: they are one source
        [{}, EVENING | BUREAU | text("57.1亿元"), WEEKLY | BUREAU | text("57.1亿元")],
        "2 个来源互相矛盾",
        "2 sources contradict each other",
    ),
    ([{}, text("57.1亿元")], "2 篇报道互有矛盾，不可能都对", "2 reports that cannot all be right"),
    (
        [{}, EVENING, text("57.1亿元")],
        "3 篇报道互有矛盾，不可能都对",
        "3 reports that cannot all be right",
    ),
    (
        [text("57.1亿元"), corrects("f1")],
        "先报57.1亿元，后更正为56.92亿元",
        "first ¥5.71 bn, then corrected to ¥5.692 bn",
    ),
    (
        [text("57.2亿元"), corrects("f1", text="57.1亿元"), corrects("f2")],
        "先报57.2亿元，后更正为56.92亿元",
        "first ¥5.72 bn, then corrected to ¥5.692 bn",
    ),
    (
        [text("约60亿元", nature="expected"), corrects("f1")],
        "先报约60亿元（预计），后为56.92亿元",
        "first about ¥6 bn (expected), then reported as ¥5.692 bn",
    ),
    (
        [text("57.1亿元", growth="5%"), corrects("f1", **only(growth="5.3%"))],
        "先报+5%，后更正为+5.3%",
        "first +5%, then corrected to +5.3%",
    ),
    (
        [only(growth="5%"), corrects("f1")],
        "先报+5%，后更正为56.92亿元",
        "first +5%, then corrected to ¥5.692 bn",
    ),
    ([{}], "每个数只有一次报道", "no number was reported more than once"),
    ([{}, EVENING | only(growth="5%")], "每个数只有一次报道", "no number was reported more than once"),
]


@pytest.mark.parametrize(("reports", "zh", "en"), TITLES)
def test_titles(reports: Sequence[dict[str, Any]], zh: str, en: str) -> None:
    assert told(*reports, lang="zh").title == f"收入 · 全市 · 2022年上半年：{zh}"
    assert told(*reports, lang="en").title == f"Revenue · City · H1 2022: {en}"


def test_what_is_no_result_is_called_so() -> None:
    target = {"nature": "target"}
    assert told(target, target, lang="zh").title.startswith("收入 · 全市 · 2022年上半年（目标）：")
    assert told(target, target, lang="en").title.startswith("Revenue · City · H1 2022 (target): ")


# --- the rows --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reports", "states"),
    [
        ([{}, EVENING], [("standing", "5 August 2022"), ("standing", "5 August 2022")]),
        (
            [{"published": "2022-08-01"}, {}],
            [("standing", "1 August 2022"), ("repeated", "5 August 2022 · same source as Daily, 1 August 2022")],
        ),
        (
            [BUREAU, EVENING | BUREAU],
            [
                ("standing", "5 August 2022 · Numbers issued by Statistics Bureau"),
                (
                    "repeated",
                    "5 August 2022 · Numbers issued by Statistics Bureau · same source as Daily, 5 August 2022",
                ),
            ],
        ),
        (
            [{}, EVENING | text("57.1亿元"), WEEKLY | text("约57亿元")],
            [
                ("conflict", "5 August 2022 · contradicts Evening News"),
                ("conflict", "5 August 2022 · contradicts Daily"),
                ("standing", "5 August 2022"),
            ],
        ),
        (
            [{}, corrects("f1", text="57.1亿元", published="2022-09")],
            [
                ("superseded", "5 August 2022 · corrected by Daily, September 2022: Restated on a new basis"),
                ("standing", "September 2022 · stands"),
            ],
        ),
    ],
)
def test_states(reports: Sequence[dict[str, Any]], states: Sequence[tuple[str, str]]) -> None:
    assert [(row.style, row.detail) for row in rows(told(*reports))] == states


def test_states_in_chinese() -> None:
    story = told({}, corrects("f1", text="57.1亿元", published="2022-09"), EVENING, lang="zh")
    assert [row.detail for row in rows(story)] == [
        "2022年8月5日 · 2022年9月由日报更正：统计口径调整",
        "2022年8月5日 · 与日报矛盾",
        "2022年9月 · 与晚报矛盾",
    ]


def test_a_row_has_the_publisher_its_number_and_its_range() -> None:
    first, second = rows(told(text("约57亿元"), EVENING | text("超56亿元")))
    assert (first.figure, first.name, first.shown) == ("f1", "Daily", "about ¥5.7 bn")
    assert (first.length, first.low, first.high) == (5.7e9, 5.65e9, 5.75e9)
    assert (second.name, second.low, second.high) == ("Evening News", 5.6e9, 5.7e9)
    assert second.hover.startswith("over ¥5.6 bn\n")
    assert second.hover.endswith(" – Evening News, 5 August 2022")


def test_a_contradiction_names_three_outlets_and_counts_the_rest() -> None:
    others = [{"publisher": key, "text": "57.1亿元"} for key in ("evening", "weekly", "bureau")]
    assert rows(told({}, *others))[0].detail.endswith("contradicts Evening News, Weekly, Statistics Bureau")
    own = text("57.1亿元", published="2022-09-01")
    assert rows(told({}, *others, own))[0].detail.endswith(
        "contradicts Evening News, Weekly, Statistics Bureau and others, 4 in all"
    )


def test_a_long_reason_is_cut() -> None:
    long = {"zh": "因" * 500, "en": "so " * 300}
    first, _ = rows(told({}, corrects("f1", reason=long), lang="zh"))
    assert first.detail.endswith("因…")
    assert len(first.detail) < 160


def test_of_many_reports_the_newest_are_drawn() -> None:
    story = told(*({"published": f"2022-08-{day:02}"} for day in range(1, 29)), most=5)
    assert [row.figure for row in rows(story)] == ["f24", "f25", "f26", "f27", "f28"]
    assert story.left_out == 23
    assert story.title.endswith("28 reports, all from one source")


# --- the scales ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reports", "drawn"),
    [
        ([{}, EVENING], [("", ["f1", "f2"])]),
        ([{"growth": "5%"}, EVENING], [("", ["f1", "f2"])]),  # nothing to compare it with, and its amount is shown
        (
            [{"growth": "5%"}, EVENING | {"growth": "6%"}],
            [("Amount", ["f1", "f2"]), ("Year-on-year growth", ["f1", "f2"])],
        ),
        ([only(growth="5%"), EVENING | only(growth="6%")], [("", ["f1", "f2"])]),
        (
            [{}, only(growth="5%"), only(completion="50%")],
            [("Amount", ["f1"]), ("Year-on-year growth", ["f2"]), ("Share of the plan", ["f3"])],
        ),
        (
            [only(completion="50%"), only(completion="40%", plan="five-year")],
            [("Share of the plan", ["f1"]), ("Share of the plan", ["f2"])],
        ),
        ([{}, EVENING | text("14人")], [("Amount", ["f1"]), ("Amount", ["f2"])]),
    ],
)
def test_scales(reports: Sequence[dict[str, Any]], drawn: Sequence[tuple[str, list[str]]]) -> None:
    story = told(*reports)
    assert [(scale.heading, [row.figure for row in scale.rows]) for scale in story.scales] == drawn


@pytest.mark.parametrize(
    ("texts", "lang", "ticks"),
    [
        (["56.92亿元", "57.3亿元"], "zh", ["57亿元", "57.2亿元"]),
        (["56.92亿元", "57.3亿元"], "en", ["¥5.7 bn", "¥5.72 bn"]),
        (["14家", "14家"], "en", ["13", "14", "15"]),
        (["14家", "16家"], "zh", ["14家", "15家", "16家"]),
        (["14家", "1400家"], "en", ["0", "500", "1,000"]),
        (["5%", "5.2%"], "en", ["4.5%", "5%", "5.5%"]),
        (["5000元/人/月", "6000元/人/月"], "en", ["¥6,000 per person per month"]),  # two are too wide
    ],
)
def test_ticks(texts: Sequence[str], lang: Lang, ticks: Sequence[str]) -> None:
    (scale,) = told(*(text(label) for label in texts), lang=lang).scales
    assert [label for _, label in scale.ticks] == ticks


@pytest.mark.parametrize(
    ("reports", "band"),
    [
        ([{}, EVENING | text("约57亿元")], (5.6915e9, 5.6925e9)),
        ([{}, EVENING | text("57.1亿元")], None),
        ([{}], None),
        ([{}, corrects("f1", text="57.1亿元")], None),  # one that stands allows what it says
    ],
)
def test_band(reports: Sequence[dict[str, Any]], band: tuple[float, float] | None) -> None:
    assert told(*reports).scales[0].band == band


PRINTED = st.one_of(
    st.sampled_from(["", "约", "近", "超", "不足", "至少", "最多"]).flatmap(
        lambda word: st.builds(
            "{}{}{}".format,
            st.just(word),
            st.decimals(min_value="0.1", max_value=9999, places=1),
            st.sampled_from(["亿元", "万元"]),
        )
    ),
    st.integers(0, 9999).map("{}家".format),
    st.decimals(min_value=-50, max_value=50, places=1).map("{}%".format),
)


@pytest.mark.slow
@given(st.lists(PRINTED, min_size=1, max_size=6), st.sampled_from(LANGS))
def test_everything_stands_on_its_scale(texts: list[str], lang: Lang) -> None:
    story = told(*(text(said) for said in texts), lang=lang)
    assert sorted(row.figure for row in rows(story)) == sorted(f"f{number}" for number in range(1, len(texts) + 1))
    for scale in story.scales:
        low, high = scale.span
        assert low < high
        assert all(low < row.length < high for row in scale.rows)
        assert all(low <= at <= high for at, _ in scale.ticks)
        assert len({said for _, said in scale.ticks}) == len(scale.ticks) <= 6
        if scale.band:
            assert scale.band[0] <= high
            assert low <= scale.band[1]
    go.Figure(ranges.ranges(story.scales, theme=THEMES["dark"]))


# --- what is told beside ---------------------------------------------------------------------------------------------


def test_the_alternative_text_says_it_all() -> None:
    story = told({}, EVENING | text("57.1亿元"))
    assert story.alt == (
        "Chart of dots and ranges. Revenue · City · H1 2022: 2 sources contradict each other. "
        "Daily (5 August 2022 · contradicts Evening News): ¥5.692 bn; "
        "Evening News (5 August 2022 · contradicts Daily): ¥5.71 bn."
    )
    assert told(*[{}] * 15).alt.endswith("; and 3 more.")


def test_sources_are_named_once() -> None:
    assert told({}, EVENING, {}).sources == ("Daily", "Evening News")


def test_it_compares_where_there_are_two() -> None:
    assert told({}, EVENING).compares
    assert not told({}).compares
    assert not told({}, EVENING | only(growth="5%")).compares


# --- words -----------------------------------------------------------------------------------------------------------


def test_tables_of_words_are_complete() -> None:
    assert set(words.VERDICTS) == set(agreement.VERDICTS)
    assert set(words.NUMBERS) == set(NUMBERS)


# --- the shipped data ------------------------------------------------------------------------------------------------


def each(dataset: Dataset, names: Names) -> Iterator[Reports]:
    for figure in dataset.figures.values():
        yield stories.reports(agreement.about(dataset, figure), names)


@pytest.mark.slow
def test_every_shipped_figure_can_be_told(shipped: Dataset, names: Names) -> None:
    for story in each(shipped, names):
        assert rows(story)
        assert "{" not in story.title + story.alt
        go.Figure(ranges.ranges(story.scales, theme=THEMES["light"]))
