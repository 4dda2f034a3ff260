"""What a browser is sent of charts: made once for all who look at the same, also while it is being made."""

from collections.abc import Mapping
from functools import partial

from indicators.charts import catalogue
from indicators.charts.catalogue import Chart
from indicators.ui.charts import sent_charts
from indicators.ui.session.visit import Visit
from tests.builders import make_article, make_dataset, make_figure
from tests.ui.session.test_visit import visit

REGIONS = ("city", "east")


def test_readers_who_come_together_have_one_drawing() -> None:
    figures = [make_figure(id=f"f-{key}", region=key) for key in REGIONS]
    everybody, drawn = visit(None, make_dataset(make_article(*figures))), []

    def draw(reader: Visit) -> Mapping[str, Chart]:
        drawn.append(reader)
        return catalogue.of_a_metric(everybody.study.frame, reader)

    sent = [sent_charts.of(lambda: draw(everybody), everybody, "?here") for _ in range(2)]
    contents = [{key: chart.content for key, chart in charts.items()} for charts in reversed(sent)]
    assert contents[0] == contents[1]
    assert contents[0]
    assert len(drawn) == 1


def test_another_view_is_drawn_for_itself() -> None:
    drawn: list[str] = []

    def draw(name: str) -> Mapping[str, Chart]:
        drawn.append(name)
        return {}

    kept = [sent_charts.of(partial(draw, name), visit(None), f"?{name}") for name in ("west", "east")]
    assert drawn == ["west", "east"]
    assert kept == [{}, {}]
