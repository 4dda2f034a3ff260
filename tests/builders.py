"""Entries, datasets and files with nothing wrong in them, of which a test changes what it is about."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from indicators.loading.loader import Loaded, load
from indicators.model.articles import Article, Figure
from indicators.model.dataset import Dataset
from indicators.model.events import Event
from indicators.model.vocabulary import Publisher

FILE = Path(__file__).with_name("good.yaml")
GROUPED = Path(__file__).with_name("groups.yaml")
"""A dataset with groups: urban and rural residents are all there are; newly begun and provincial projects overlap."""
GOOD = FILE.read_text("utf-8")
"""A small dataset without a problem, as it stands in a file."""

FIGURE = {
    "id": "city-revenue",
    "metric": "revenue",
    "region": "city",
    "sector": "all",
    "period": "2022-S1",
    "text": "56.92亿元",
    "quote": "收入56.92亿元",
}
ALL_RATES = {
    "growth": "5%",
    "growth_quote": "增长5%",
    "change": "增加1亿元",
    "points": "提高1.2个百分点",
    "share": "12.9%",
    "share_quote": "占12.9%",
    "completion": "52.1%",
    "completion_quote": "完成52.1%",
    "plan": "annual",
}
"""Everything that a figure can print beside its amount."""


def make_figure(**changes: Any) -> Figure:
    """A figure, each value as it would be printed in a file; None leaves a key out."""
    return Figure.model_validate({key: value for key, value in {**FIGURE, **changes}.items() if value is not None})


def make_article(*figures: Figure, **changes: Any) -> Article:
    """An article with these figures, or with one."""
    printed = {"id": "first", "publisher": "daily", "published": "2022-08-05", "figures": figures or (make_figure(),)}
    return Article.model_validate({**printed, **changes})


def make_event(**changes: Any) -> Event:
    """An event that the article of ``make_article`` reports, each value as it would be printed in a file."""
    usual = {"id": "mill", "date": "2022-03", "name": {"zh": "钢厂投产", "en": "The mill starts"}, "article": "first"}
    return Event.model_validate({**usual, **changes})


def make_dataset(*articles: Article) -> Dataset:
    """A dataset with the vocabulary of GOOD, and with these articles or with one."""
    good = load(FILE).dataset
    assert good is not None
    return replace(good, articles={article.id: article for article in articles or (make_article(),)})


PUBLISHERS = {
    key: Publisher.model_validate({"id": key, "name": {"zh": zh, "en": en}, "kind": kind})
    for key, zh, en, kind in (
        ("daily", "日报", "Daily", "newspaper"),
        ("evening", "晚报", "Evening News", "newspaper"),
        ("weekly", "周报", "Weekly", "newspaper"),
        ("bureau", "统计局", "Statistics Bureau", "office"),
    )
}


def make_reports(*reports: dict[str, Any]) -> Dataset:
    """Each report an article of one figure, with ids a1 and f1, a2 and f2 …; what an article knows goes to it.

    Publishers are those of PUBLISHERS. A report that does not say so is the Daily's of 2022-08-05.
    """
    articles = []
    for number, report in enumerate(reports, 1):
        outer = {key: value for key, value in report.items() if key in Article.model_fields}
        inner = {key: value for key, value in report.items() if key not in Article.model_fields}
        articles.append(make_article(make_figure(id=f"f{number}", **inner), id=f"a{number}", **outer))
    return replace(make_dataset(*articles), publishers=PUBLISHERS)


def amended(dataset: Dataset, changes: Mapping[str, Mapping[str, Any]], *added: Figure) -> Dataset:
    """The dataset with changed figures by their ids, and further ones in an article that comes last."""
    articles = {}
    for key, article in dataset.articles.items():
        figures = tuple(figure.model_copy(update=changes.get(figure.id, {})) for figure in article.figures)
        articles[key] = article.model_copy(update={"figures": figures})
    if added:
        articles["added"] = make_article(
            *added, id="added", published="2025-12", publisher=next(iter(dataset.publishers))
        )
    return replace(dataset, articles=articles)


def changed(*pairs: tuple[str, str], text: str = GOOD) -> str:
    """The text with each first of a pair, which stands in it once, replaced by the second."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def worded(words: str) -> str:
    """GOOD with these words as its title, and with a number behind them in every other text: names differ."""
    numbers = {"zh": count(1), "en": count(1)}

    def replaced(match: re.Match[str]) -> str:
        number = next(numbers[match[1]])
        return f"{match[1]}: {json.dumps(words if number == 1 else f'{words} {number}')}"

    return re.sub(r"(zh|en): [^,{}]+(?=[,}])", replaced, GOOD)


def write(folder: Path, text: str | bytes, name: str = "data.yaml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def load_text(folder: Path, text: str | bytes) -> Loaded:
    return load(write(folder, text))


def codes_by_line(loaded: Loaded) -> list[tuple[int, str]]:
    """Line and code of every problem, in order."""
    return sorted((problem.line, problem.code) for problem in loaded.problems)
