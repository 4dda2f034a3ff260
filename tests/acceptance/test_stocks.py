"""A stock at 2020-12, 2020-12-31 and 2020 is of one moment, wherever figures are put together."""

from pathlib import Path

import pytest

from indicators import study
from indicators.analysis import agreement
from indicators.analysis.derivations import Derivations
from indicators.charts import stories
from indicators.charts.stories import remarks
from indicators.phrasing.names import Names
from tests.builders import changed, codes_by_line, load_text, make_article, make_dataset, make_figure, make_reports

SPELLINGS = ("2020-12", "2020-12-31", "2020", "2020-S2", "2020-Q4")
FIRMS = {"metric": "firms", "region": "east", "text": "9家", "quote": "9家"}


def test_reports_of_one_moment_agree() -> None:
    dataset = make_reports(*({**FIRMS, "period": period} for period in SPELLINGS))
    (agreed,) = agreement.agreements(dataset)
    assert len(agreed.witnesses) == len(SPELLINGS)
    assert len(study.of(dataset).frame) == 1
    disputed = make_reports(
        {**FIRMS, "period": "2020"}, {**FIRMS, "period": "2020-12", "text": "12家", "quote": "12家"}
    )
    assert [one.verdict for one in agreement.agreements(disputed)] == ["conflict"]


def test_flows_that_end_together_are_different_things() -> None:
    dataset = make_reports({"period": "2020"}, {"period": "2020-12"})
    assert agreement.agreements(dataset) == ()


def test_they_are_not_added_up() -> None:
    """Reports that contradict each other are all drawn; three of 9, 9 and 11 enterprises are not 29."""
    reports = [{**FIRMS, "period": period} for period in ("2020-12", "2020")]
    dataset = make_reports(*reports, {**FIRMS, "period": "2020-12-31", "text": "11家", "quote": "11家"})
    names = Names(dataset, "en")
    frame = study.of(dataset).frame
    assert len(frame) == 3
    assert "add up" not in remarks.of_table(frame, names)
    assert [len(panel.rows) for panel in stories.levels(frame, "region", names).panels] == [3]


def test_regions_counted_on_one_day_stand_in_one_panel_and_add_up() -> None:
    figures = [
        make_figure(**{**FIRMS, "id": key, "region": key, "period": period})
        for key, period in {"east": "2020-12-31", "city": "2020"}.items()
    ]
    dataset = make_dataset(make_article(*figures))
    (panel,) = stories.levels(study.of(dataset).frame, "region", Names(dataset, "en")).panels
    assert [row.figure for row in panel.rows] == ["city", "east"]


def test_a_series_runs_from_moment_to_moment() -> None:
    counts = {"2020": "9家", "2021-06-30": "12家", "2021-12": "15家"}
    figures = [
        make_figure(**{**FIRMS, "id": f"f{period}", "period": period, "text": text, "quote": text})
        for period, text in counts.items()
    ]
    dataset = make_dataset(make_article(*figures))
    (panel,) = stories.over_time(study.of(dataset).frame, Names(dataset, "en")).panels
    assert [mark.end.isoformat() for mark in panel.marks] == ["2020-12-31", "2021-06-30", "2021-12-31"]
    assert panel.joined == ((0, 1, False), (1, 2, False))
    growth = {derived.inputs for of_figure in Derivations(dataset).values() for derived in of_figure}
    assert growth == {("f2021-06-30", "f2020"), ("f2021-12", "f2020")}


@pytest.mark.parametrize(("period", "codes"), [("2022-06-30", ["double-entry"]), ("2022-05-31", [])])
def test_one_moment_is_entered_once(tmp_path: Path, period: str, codes: list[str]) -> None:
    again = f"""        quote: 企业14家
      - {{id: again, metric: firms, region: east, period: {period}, text: 14家, quote: 有14家}}
"""
    loaded = load_text(tmp_path, changed(("        quote: 企业14家\n", again)))
    assert [code for _, code in codes_by_line(loaded)] == codes
