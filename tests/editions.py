"""Editions to take away: of the shipped dataset, and of one whose texts are what spreadsheets stumble over."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from indicators import study
from indicators.export import edition
from indicators.export.edition import Edition
from indicators.model.dataset import Dataset
from indicators.values.text import LocalText
from tests.builders import ALL_RATES, make_article, make_dataset, make_figure

DIGEST = "5f" * 32

DAY = date(2021, 6, 30)
"""One on which some of the shipped figures were known, and many were not."""
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "＝1+1", "＋1", "－1", "＠A1")
"""What a spreadsheet would work out."""


def edition_of(dataset: Dataset, chosen: Collection[str] | None = None, day: date | None = None) -> Edition:
    """The dataset as it is given away, or was known on a day, worked out anew."""
    return edition.of(study.of(dataset, day), DIGEST, chosen, known_on=day)


def make_awkward() -> Dataset:
    """One figure for each of FORMULAS, which is its quote; metrics, regions and the headline are called so too."""
    figures = [
        make_figure(id=f"f{number}", quote=formula, growth=None if number else "-5.2%", note=_both(formula))
        for number, formula in enumerate(FORMULAS)
    ]
    open_ended = make_figure(id="open", text="至少14家", metric="firms", quote="至少14家")
    article = make_article(*figures, open_ended, headline=_both("=1+1"), url="https://www.daily.cn/a.html")
    dataset = make_dataset(article)
    metrics = {key: one.model_copy(update={"name": LocalText("=1+1", "=1+1")}) for key, one in dataset.metrics.items()}
    regions = {key: one.model_copy(update={"name": LocalText("@区", "@city")}) for key, one in dataset.regions.items()}
    return replace(dataset, metrics=metrics, regions=regions)


def _both(text: str) -> dict[str, str]:
    return {"zh": text, "en": text}


def make_full() -> Dataset:
    """A figure that has each key that a figure can have, beside its whole and the one that it corrects."""
    second = {"name": _both("=1+1"), "completion": "105%", "quote": "完成105%"}
    all_keys = make_figure(
        id="all-keys",
        text="3亿元",
        **ALL_RATES,
        growth_from="2020",
        second_plan=second,
        part_of="whole",
        supersedes="earlier",
        reason=_both("=1+1"),
        note=_both("@"),
        quote="3亿元",
    )
    return make_dataset(make_article(make_figure(id="earlier"), make_figure(id="whole"), all_keys))
