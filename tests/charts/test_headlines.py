"""The overview in words: how much there is, and one number for each theme."""

import pytest

from indicators import study
from indicators.charts import stories
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.values.text import LANGS, Lang
from tests.builders import make_article, make_dataset, make_figure


@pytest.mark.parametrize("lang", LANGS)
def test_a_theme_has_one_headline_in_the_order_of_the_file(shipped: Dataset, lang: Lang) -> None:
    known, names = study.of(shipped), Names(shipped, lang)
    shown = stories.headlines(known.frame, names)
    themes = [headline.theme for headline in shown]
    assert themes == [theme for theme in shipped.themes if theme in themes]
    assert len(set(themes)) == len(themes) > 3
    for headline in shown:
        figure = shipped.figures[headline.figure]
        assert (headline.metric, shipped.metrics[figure.metric].theme) == (figure.metric, headline.theme)
        assert headline.fell == bool(figure.growth and figure.growth.value < 0)


@pytest.mark.parametrize(
    ("growth", "fell"), [("32%", False), ("-2.7%", True), ("下降约2%", True), ("持平", False), (None, False)]
)
def test_a_fall_is_one_whatever_words_come_before_it(growth: str | None, fell: bool) -> None:
    dataset = make_dataset(make_article(make_figure(growth=growth, quote="36.7亿元")))
    known = study.of(dataset)
    (headline,) = stories.headlines(known.frame, Names(dataset, "en"))
    assert (headline.fell, bool(headline.change)) == (fell, growth is not None)


def test_a_dataset_without_figures_says_so() -> None:
    dataset = make_dataset(make_article()).without(["first"])
    known, names = study.of(dataset), Names(dataset, "en")
    assert stories.standfirst(known.every, names).startswith("There are no figures in this dataset yet.")
    assert stories.headlines(known.frame, names) == []


@pytest.mark.parametrize(
    ("published", "years"), [(["2022-08-05"], "2022"), (["2022-08-05", "2024-01-05"], "2022–2024")]
)
def test_a_year_is_no_span_of_years(published: list[str], years: str) -> None:
    articles = [make_article(make_figure(id=f"figure-{day}"), id=f"article-{day}", published=day) for day in published]
    dataset = make_dataset(*articles)
    assert f", {years}. " in stories.standfirst(study.of(dataset).every, Names(dataset, "en"))
