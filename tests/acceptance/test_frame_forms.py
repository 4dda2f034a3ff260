"""A frame with categories and one with words give the same panels, stories and charts; neither is changed."""

import runpy
from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd
import pytest

from indicators import study
from indicators.charts import catalogue, stories
from indicators.charts.catalogue import Chart, ChartContext
from indicators.charts.plots.theme import LIGHT
from indicators.frames import panels, rows
from indicators.frames.tidy import tidy
from indicators.loading import loader
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.values.text import LANGS, Lang
from tests import ROOT

GENERATE = ROOT / "benchmarks" / "generate.py"


@pytest.fixture(scope="module", params=["shipped", "generated"])
def compact(shipped: Dataset, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Study:
    if request.param == "shipped":
        return study.of(shipped)
    path = tmp_path_factory.mktemp("generated") / "indicators.yaml"
    document = runpy.run_path(str(GENERATE))["document"]
    path.write_text(document(600), encoding="utf-8")
    dataset = loader.load(path).dataset
    assert dataset is not None
    return study.of(dataset)


@pytest.fixture(scope="module")
def plain(compact: Study) -> Study:
    every = tidy(compact.dataset)
    rows = every.set_index("figure", drop=False).loc[compact.frame["figure"]].set_axis(compact.frame.index)
    numbers = ["value", "low", "high", "growth", "completion"]
    return replace(compact, every=every, frame=rows.assign(**{name: compact.frame[name] for name in numbers}))


def test_the_forms_differ(plain: Study, compact: Study) -> None:
    """Else the tests below would prove nothing."""
    for name in ("metric", "region", "sector", "period", "nature", "publisher"):
        assert isinstance(compact.frame[name].dtype, pd.CategoricalDtype)
        assert not isinstance(plain.frame[name].dtype, pd.CategoricalDtype)


def drawn(shown: Study, lang: Lang) -> Mapping[str, Chart]:
    """Every chart of a dataset."""
    context = ChartContext(shown, Names(shown.dataset, lang), LIGHT, {})
    charts = catalogue.of_everything(shown.frame, context)
    for metric in dict.fromkeys(shown.frame["metric"]):
        rows = shown.frame[shown.frame["metric"] == metric]
        charts |= {f"{metric} {name}": chart for name, chart in catalogue.of_a_metric(rows, context).items()}
    return charts


@pytest.mark.slow
def test_every_drawing_is_the_same(plain: Study, compact: Study) -> None:
    lang: Lang = "zh" if len(plain.every) < 1_000 else "en"  # which words there are is no matter of frames
    before = compact.every.copy(deep=True), compact.frame.copy(deep=True)
    expected, charts = drawn(plain, lang), drawn(compact, lang)
    assert len(expected) > 40
    assert list(charts) == list(expected)
    for name, chart in expected.items():
        assert charts[name].spec == chart.spec, name
        assert repr(charts[name].story) == repr(chart.story), name
    pd.testing.assert_frame_equal(compact.every, before[0])
    pd.testing.assert_frame_equal(compact.frame, before[1])


@pytest.mark.slow
def test_drawings_of_a_frame_that_is_long_are_the_same(compact: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns of which only what is asked for is made."""
    expected = drawn(compact, "en")
    monkeypatch.setattr(rows, "AT_ONCE", 0)
    charts = drawn(compact, "en")
    assert {name: chart.spec for name, chart in charts.items()} == {
        name: chart.spec for name, chart in expected.items()
    }


CHOSEN: Mapping[str, Callable[[pd.DataFrame], object]] = {
    "headlines": lambda frame: panels.headlines(frame)["figure"].tolist(),
    "growth": lambda frame: panels.growth(frame)["figure"].tolist(),
    "progress": lambda frame: panels.progress(frame)["figure"].tolist(),
    "most reported": panels.most_reported,
    "counts": lambda frame: panels.counts(frame["region"]),
    "richest": lambda frame: panels.richest(frame, "region")["figure"].tolist(),
    "panels": lambda frame: [
        [group["figure"].tolist() for group in panels.alike(frame[frame["metric"] == metric], by)]
        for metric in dict.fromkeys(frame["metric"])
        for by in panels.OTHERS
    ],
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CHOSEN)
def test_the_same_rows_are_chosen(plain: Study, compact: Study, name: str) -> None:
    assert CHOSEN[name](compact.frame) == CHOSEN[name](plain.frame)


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_is_told_of_tables_and_of_what_was_earlier(plain: Study, compact: Study, lang: Lang) -> None:
    names = Names(plain.dataset, lang)
    all_notes = set()
    for metric in dict.fromkeys(plain.every["metric"]):
        notes = [stories.of_table(shown.every[shown.every["metric"] == metric], names) for shown in (plain, compact)]
        assert notes[0] == notes[1]
        all_notes.add(notes[0])
    assert any(all_notes)
    figures = list(plain.dataset.figures.values())[:100]
    earlier, again = (
        [panels.earlier(figure, shown.dataset, shown.every) for figure in figures] for shown in (plain, compact)
    )
    assert earlier == again
    assert any(earlier)
