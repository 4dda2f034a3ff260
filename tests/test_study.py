"""What is worked out once for all who look: each number once in charts, what follows under each of its inputs."""

from datetime import date

from indicators import study
from indicators.model.dataset import Dataset
from tests.builders import make_article, make_dataset, make_figure

REASON = {"zh": "更正", "en": "Corrected"}


def test_the_shipped_data_reports_each_number_once(shipped: Dataset) -> None:
    shown = study.of(shipped)
    assert shown.frame is shown.every
    assert shown.agreements == ()
    assert shown.reports == {}
    assert shown.dataset is shown.whole is shipped


def test_what_follows_stands_under_its_inputs(shipped: Dataset) -> None:
    derived_from = study.of(shipped).worked_out.about
    taxes = {derived.id for derived in derived_from("etdz-equipment-taxes-2022s1")}
    output = {derived.id for derived in derived_from("etdz-equipment-output-2022s1")}
    ratio = "etdz-equipment-taxes-2022s1:ratio:taxes-per-output"
    assert taxes & output == {ratio}
    assert derived_from("rizhao-gazelles-2020-12") == ()  # shares of it are told of its parts
    assert {derived.formula for derived in derived_from("hitech-gazelles-2020-12")} == {"share", "growth"}


def reported() -> Dataset:
    first = make_figure(text="约57亿元", growth="5%", quote="约57亿元")
    second = make_figure(id="second", text="56.92亿元")
    wrong = make_figure(id="wrong", region="east", text="9亿元", quote="9亿元")
    right = make_figure(id="right", region="east", text="8亿元", quote="8亿元", supersedes="wrong", reason=REASON)
    return make_dataset(
        make_article(first, wrong),
        make_article(second, right, id="later", publisher="daily", published="2022-09"),
    )


def test_charts_draw_each_number_once() -> None:
    shown = study.of(reported())
    assert list(shown.every["figure"]) == ["city-revenue", "wrong", "second", "right"]
    drawn = shown.frame.set_index("figure")
    assert list(drawn.index) == ["city-revenue", "second", "right"]
    assert drawn["value"].isna().to_list() == [True, False, False]  # the other article is more exact
    assert drawn.loc["city-revenue", "growth"] == 0.05  # and says nothing of growth
    assert drawn.loc["second", "value"] == 56.92e8
    assert set(shown.reports) == {"city-revenue", "second", "wrong", "right"}


def test_as_a_reader_of_that_day_knew_it() -> None:
    then = study.of(reported(), date(2022, 8, 31))
    assert list(then.frame["figure"]) == ["city-revenue", "wrong"]
    assert then.agreements == ()
    assert len(then.whole.figures) == 4


def test_parts_and_wholes_are_found_by_where_they_stand(shipped: Dataset) -> None:
    shown = study.of(shipped)
    keys = shown.every["figure"].to_numpy()
    expected = {(figure.id, figure.part_of) for figure in shipped.figures.values() if figure.part_of}
    parts, wholes = shown.parts
    assert len(expected) > 5
    assert set(zip(keys[parts], keys[wholes], strict=True)) == expected
    assert set(shown.every["figure"].iloc[shown.wholes]) == {whole for _, whole in expected}
