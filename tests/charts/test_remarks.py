"""Editor's notes under a chart, in both languages."""

from dataclasses import replace

import pandas as pd
import pytest

from indicators.analysis import derivations
from indicators.charts import stories
from indicators.charts.stories import remarks
from indicators.frames import panels
from indicators.frames import tidy as frames
from indicators.frames.rows import Rows
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.values.text import LocalText
from tests.builders import amended, make_article, make_dataset, make_figure


def test_ratios_share_a_scale_where_they_share_a_unit(shipped: Dataset, names: Names) -> None:
    story = stories.ratios(derivations.derive_all(shipped), names, most=20)
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
            "；日照市为 126.00亿元，其余 14.62亿元不在其中。",
            "全部行业 · 2024年上半年：所列 7 个地区合计 95.24亿元（推算，按印出的精度为 95.205亿元 至 95.275亿元）。",
            "功能区的数可能也计入所在区县，报道没有说明。",
            "分开画，各用各的标尺，因为2024年1—7月和2024年上半年长短不同，不能直接相比。",
        ],
        "en": [
            "Whole economy · January–July 2024: the 7 regions shown add up to ¥11.138 bn (derived; as printed, between "
            "¥11.1345 bn and ¥11.1415 bn); Rizhao is given as ¥12.6 bn, of which ¥1.462 bn is not among them.",
            "Whole economy · H1 2024: the 7 regions shown add up to ¥9.524 bn (derived; as printed, between "
            "¥9.5205 bn and ¥9.5275 bn).",
            "Districts may count the zones in them as their own; the articles do not say.",
            "Drawn apart and on scales of their own, since January–July 2024 and H1 2024 differ in length, so their "
            "amounts cannot be compared as they are.",
        ],
    }
    assert list(story.remarks) == said[names.lang]


def test_panels_that_cannot_be_compared_have_scales_of_their_own(frame: pd.DataFrame, names: Names) -> None:
    """Seven months are longer than a half-year: each panel's longest bar is as long as the chart is wide."""
    several = stories.levels(budget(frame), "region", names).panels
    assert [max(row.length for row in panel.rows) for panel in several] == [1.0, 1.0]
    alone = budget(frame)[budget(frame)["period"] == "2024-S1"]
    (panel,) = stories.levels(alone, "region", names).panels
    assert max(row.length for row in panel.rows) > 1e9


@pytest.fixture
def with_subdistrict(shipped: Dataset, names: Names) -> Names:
    """The shipped data with one subdistrict of Donggang, of which there is nothing else at that level."""
    region = shipped.regions["donggang"]
    name = LocalText(zh="石臼街道", en="Shijiu Subdistrict")
    inner = region.model_copy(update={"id": "shijiu", "name": name, "level": "town", "part_of": "donggang"})
    district = shipped.figures["donggang-budget-revenue-2024m01-07"]
    about = {"metric": district.metric, "region": "shijiu", "period": district.period.text}
    figure = make_figure(**about, id="shijiu", text="1.20亿元", quote="1.20亿元")
    dataset = replace(amended(shipped, {}, figure), regions={**shipped.regions, "shijiu": inner})
    return Names(dataset, names.lang)


def test_one_subdistrict_changes_neither_total_nor_headline(
    frame: pd.DataFrame, names: Names, with_subdistrict: Names
) -> None:
    """A total is over one level, and a lone part stands for nothing but itself."""
    before = stories.levels(budget(frame), "region", names)
    story = stories.levels(budget(frames.tidy(with_subdistrict.dataset)), "region", with_subdistrict)
    assert len(story.panels[0].rows) == len(before.panels[0].rows) + 1
    assert story.title == before.title
    total, rest = {
        "zh": ("同一级的 7 个地区合计 111.38亿元", "其余 14.62亿元不在其中"),
        "en": (
            "Whole economy · January–July 2024: the 7 regions of one level add up to ¥11.138 bn",
            "¥1.462 bn is not among",
        ),
    }[names.lang]
    assert total in story.remarks[0]
    assert rest in story.remarks[0]
    styles = {row.figure: row.style for row in story.panels[0].rows}
    assert [key for key, style in styles.items() if style == "whole"] == ["rizhao-budget-revenue-2024m01-07"]


def test_a_lone_part_leads_no_headline(frame: pd.DataFrame, names: Names) -> None:
    """Of a city and one of its districts, the city's number is what is told."""
    two = budget(frame)[budget(frame)["region"].isin(["rizhao", "wulian"])]
    story = stories.levels(two, "region", names)
    zh, en = (
        "2024年1—7月一般公共预算收入：日照市126.00亿元",
        "General public budget revenue, January–July 2024: Rizhao, ¥12.6 bn",
    )
    assert story.title == (zh if names.lang == "zh" else en)
    assert [row.style for row in story.panels[0].rows] == ["whole", "actual"]
    assert not [remark for remark in story.remarks if "¥" in remark or "亿" in remark]


def test_nobody_leads_where_the_numbers_leave_it_open() -> None:
    """Over 30,000 may be 40,000: 35,000 is not known to be more."""
    figures = [
        make_figure(id=key, region=key, text=text, quote=text)
        for key, text in (("east", "3.5万元"), ("city", "3万余元"))
    ]
    dataset = make_dataset(make_article(*figures))
    apart = dataset.regions["east"].model_copy(update={"part_of": None})
    dataset = replace(dataset, regions={**dataset.regions, "east": apart})
    story = stories.levels(frames.tidy(dataset), "region", Names(dataset, "en"))
    assert "highest" not in story.title


def test_no_remarks_where_there_is_nothing_to_add(frame: pd.DataFrame, names: Names) -> None:
    one = budget(frame)[budget(frame)["region"] == "wulian"].head(1)
    assert stories.levels(one, "region", names).remarks == ()
    assert remarks.total(Rows.of(one), "region", names) == ""
    assert remarks.apart(Rows.of(one), names) == ""


def test_a_total_of_what_fills_its_whole_leaves_nothing(frame: pd.DataFrame, names: Names) -> None:
    """17 = 4 + 1 + 1 + 1 + 4 + 6."""
    gazelles = frame[(frame["metric"] == "gazelle-enterprises") & (frame["period"] == "2020-12")]
    (group,) = panels.alike(gazelles, "region")
    note = remarks.total(Rows.of(group), "region", names)
    assert (
        note
        == {
            "zh": "所列 6 个地区合计 17家（推算）。",
            "en": "The 6 regions shown add up to 17 (derived).",
        }[names.lang]
    )
