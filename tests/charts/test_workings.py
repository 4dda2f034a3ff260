"""Derived figures and editor's notes in words, in both languages."""

from typing import get_args

import pandas as pd
import pytest

from indicators.analysis import derivations as following
from indicators.analysis import formulas as derived
from indicators.charts import stories
from indicators.charts.stories import remarks
from indicators.charts.stories.workings import Working
from indicators.frames import panels
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.words.formulas import FORMULAS, LABELS, WORKED_OUT


@pytest.fixture(scope="module")
def follow(shipped: Dataset) -> dict[str, derived.Derived]:
    return {one.id: one for one in following.follow(shipped)}


SAID = {
    "rizhao-transport-investment-2022s1:base": (
        Working("上年同期（推算）", "约 22.59亿元", "22.54亿元 至 22.63亿元", "56.92亿元 ÷（1 + 152%）", ()),
        Working(
            "A year earlier (derived)",
            "about ¥2.259 bn",
            "between ¥2.254 bn and ¥2.263 bn",
            "¥5.692 bn ÷ (1 + 152%)",
            (),
        ),
    ),
    "rizhao-tax-revenue-2024m01-07:base": (
        Working("上年同期（推算）", "约 84.28亿元", "84.23亿元 至 84.32亿元", "82.00亿元 ÷（1 − 2.7%）", ()),
        Working("A year earlier (derived)", "about ¥8.428 bn", "between ¥8.423 bn and ¥8.432 bn",
                "¥8.2 bn ÷ (1 − 2.7%)", ()),
    ),
    "wulian-industry-bureau-capital-2022s1:pace": (
        Working("进度与时间之比（推算）", "约 828%", "827% 至 829%", "完成 414% ÷ 一年已过 50%", ()),
        Working("Progress against the calendar (derived)", "about 828%", "between 827% and 829%",
                "414% done ÷ 50% of the year gone", ()),
    ),
    "hitech-gazelles-2022-08:growth": (
        Working("比2020年12月（推算）", "约 66.67%", "", "10家 ÷ 6家 − 1", ()),
        Working("Since December 2020 (derived)", "about 66.67%", "", "10 ÷ 6 − 1", ()),
    ),
    "donggang-budget-revenue-2024m01-07:difference": (
        Working("2024年7月（推算）", "4.77亿元", "4.76亿元 至 4.78亿元",
                "2024年1—7月 31.89亿元 − 2024年上半年 27.12亿元", ()),
        Working("July 2024 (derived)", "¥477 mn", "between ¥476 mn and ¥478 mn",
                "¥3.189 bn (January–July 2024) − ¥2.712 bn (H1 2024)", ()),
    ),
    "commodity-rubber-cleared-2022-07-22:ratio:commodity-unit-price": (
        Working("大宗商品成交均价（推算）", "约 1.2万元/吨", "1.198万元/吨 至 1.203万元/吨",
                "大宗商品现货清算金额 242万元 ÷ 大宗商品现货交易量 201.6吨", ()),
        Working("Price of a tonne of commodities traded (derived)", "about ¥12,004 per tonne",
                "between ¥11,976 per tonne and ¥12,032 per tonne",
                "¥2.42 mn (Spot commodity payments cleared) ÷ 201.6 tonnes (Spot commodities traded)", ()),
    ),
}  # fmt: skip


@pytest.mark.parametrize("key", SAID)
def test_workings(follow: dict[str, derived.Derived], names: Names, key: str) -> None:
    told, expected = stories.working(follow[key], names), SAID[key][names.lang == "en"]
    assert (told.label, told.value, told.interval, told.formula) == (
        expected.label, expected.value, expected.interval, expected.formula,
    )  # fmt: skip
    assert told.inputs == follow[key].inputs


def test_every_working_is_told_in_one_language(follow: dict[str, derived.Derived], names: Names) -> None:
    for one in follow.values():
        told = stories.working(one, names)
        said = " ".join(filter(None, (told.label, told.value, told.interval, told.formula)))
        assert "{" not in said
        assert "  " not in said
        if names.lang == "en":
            assert not any("\u4e00" <= char <= "\u9fff" for char in said), said


def test_words_for_every_formula() -> None:
    assert set(FORMULAS) == set(LABELS) == set(get_args(derived.Formula))
    assert len(WORKED_OUT) == 7


def test_ratios_share_a_scale_where_they_share_a_unit(shipped: Dataset, names: Names) -> None:
    story = stories.ratios(following.follow(shipped), names, most=20)
    lengths = {row.name: row.length for panel in story.panels for row in panel.rows}
    assert all(row.style == ("derived" if row.length else "whole") for panel in story.panels for row in panel.rows)
    assert len(lengths) == len(shipped.ratios)
    percent = {"zh": "重点项目开工率", "en": "Key projects started"}[names.lang]
    assert lengths[percent] == pytest.approx(0.9)  # of 100%, not of the largest
    alone = names.of(shipped.ratios["commodity-unit-price"].name)
    assert lengths[alone] == 0  # nothing to compare it with
    assert "÷" in story.panels[0].rows[0].detail


def budget(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["metric"] == "budget-revenue"]


def test_remarks_under_a_chart_of_levels(frame: pd.DataFrame, names: Names) -> None:
    story = stories.levels(budget(frame), "region", names)
    said = {
        "zh": [
            "全部行业 · 2024年1—7月：所列 7 个地区合计 111.38亿元（推算，按印出的精度为 111.345亿元 至 111.415亿元）"
            "；日照市为 126.00亿元，其余 14.62亿元没有分列。",
            "全部行业 · 2024年上半年：所列 7 个地区合计 95.24亿元（推算，按印出的精度为 95.205亿元 至 95.275亿元）。",
            "功能区的数可能也计入所在区县，报道没有说明。",
            "分开画，因为2024年1—7月和2024年上半年长短不同，不能直接相比。",
        ],
        "en": [
            "Whole economy · January–July 2024: the 7 regions shown add up to ¥11.138 bn (derived; as printed, between "
            "¥11.1345 bn and ¥11.1415 bn); Rizhao is given as ¥12.6 bn, of which ¥1.462 bn is not itemised.",
            "Whole economy · H1 2024: the 7 regions shown add up to ¥9.524 bn (derived; as printed, between "
            "¥9.5205 bn and ¥9.5275 bn).",
            "Districts may count the zones in them as their own; the articles do not say.",
            "Drawn in separate panels, since January–July 2024 and H1 2024 differ in length, so their amounts cannot "
            "be compared as they are.",
        ],
    }
    assert list(story.remarks) == said[names.lang]


def test_no_remarks_where_there_is_nothing_to_add(frame: pd.DataFrame, names: Names) -> None:
    one = budget(frame)[budget(frame)["region"] == "wulian"].head(1)
    assert stories.levels(one, "region", names).remarks == ()
    assert remarks.total(one, "region", names) == ""
    assert remarks.apart(one, names) == ""


def test_a_total_of_what_fills_its_whole_leaves_nothing(frame: pd.DataFrame, names: Names) -> None:
    """17 = 4 + 1 + 1 + 1 + 4 + 6."""
    gazelles = frame[(frame["metric"] == "gazelle-enterprises") & (frame["period"] == "2020-12")]
    (group,) = panels.alike(gazelles, "region")
    note = remarks.total(group, "region", names)
    assert (
        note
        == {
            "zh": "所列 6 个地区合计 17家（推算）。",
            "en": "The 6 regions shown add up to 17 (derived).",
        }[names.lang]
    )
