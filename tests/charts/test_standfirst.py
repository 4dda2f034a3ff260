"""A dataset in words: how much there is, and of which years."""

import pytest

from indicators import study
from indicators.charts import stories
from indicators.phrasing.names import Names
from tests.builders import make_article, make_dataset, make_figure


def test_a_dataset_without_figures_says_so() -> None:
    dataset = make_dataset(make_article()).without(["first"])
    known, names = study.of(dataset), Names(dataset, "en")
    assert stories.standfirst(known.every, names).startswith("There are no figures in this dataset yet.")


@pytest.mark.parametrize(
    ("published", "years"), [(["2022-08-05"], "2022"), (["2022-08-05", "2024-01-05"], "2022–2024")]
)
def test_a_year_is_no_span_of_years(published: list[str], years: str) -> None:
    articles = [make_article(make_figure(id=f"figure-{day}"), id=f"article-{day}", published=day) for day in published]
    dataset = make_dataset(*articles)
    assert f", {years}. " in stories.standfirst(study.of(dataset).every, Names(dataset, "en"))
