"""What every page is made from: the units of columns of amounts."""

from datetime import date

from indicators import study
from indicators.pages.context import PageContext
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from tests.builders import make_article, make_dataset, make_figure


def test_the_figures_of_a_metric_share_the_unit_of_all_of_them_whatever_is_shown() -> None:
    texts = ("126.00亿元", "40亿元", "900万元")
    figures = [make_figure(id=f"f-{place}", text=text, quote=text) for place, text in enumerate(texts)]
    dataset = make_dataset(make_article(*figures))
    context = PageContext(study.of(dataset), Names(dataset, "en"), QueryAddresses(None, ""), date(2024, 1, 1))
    shown = [context.amount_units.aligned(dataset.figures[figure.id]) for figure in figures]
    assert [(amount.number, amount.unit) for amount in shown if amount] == [
        ("¥12.600", "bn"),
        ("¥4.0", "bn"),
        ("¥0.009", "bn"),
    ]
    assert context.amount_units.aligned(make_figure(text=None, growth="5%")) is None


def test_a_figure_alone_has_a_unit_of_its_own_whatever_others_of_its_metric_are_counted_in() -> None:
    texts = ("126.00亿元", "40亿元", "5262.05万元")
    figures = [make_figure(id=f"f-{place}", text=text, quote=text) for place, text in enumerate(texts)]
    dataset = make_dataset(make_article(*figures))
    units = PageContext(
        study.of(dataset), Names(dataset, "zh"), QueryAddresses(None, ""), date(2024, 1, 1)
    ).amount_units
    last = dataset.figures["f-2"]
    beside, alone = units.aligned(last), units.alone(last)
    assert beside is not None
    assert alone is not None
    assert [(amount.number, amount.unit) for amount in (beside, alone)] == [("0.526205", "亿元"), ("5262.05", "万元")]
    assert units.alone(make_figure(text=None, growth="5%")) is None
