"""Entries, datasets and files with nothing wrong in them, of which a test changes what it is about."""

from pathlib import Path
from typing import Any

from indicators.loader import Loaded, load
from indicators.model import Article, Dataset, Document, Figure

GOOD = """\
dataset:
  id: example
  title: {zh: 示例, en: Example}
  license: CC-BY-4.0
themes:
  - {id: output, name: {zh: 产出, en: Output}}
publishers:
  - {id: daily, name: {zh: 日报, en: Daily}, kind: newspaper, archive: https://paper.daily.cn/}
regions:
  - {id: city, name: {zh: 全市, en: City}, level: prefecture}
  - {id: east, name: {zh: 东区, en: East}, level: district, part_of: city}
sectors:
  - {id: all, name: {zh: 全部行业, en: Whole economy}}
metrics:
  - {id: revenue, theme: output, name: {zh: 收入, en: Revenue}, unit: CNY, kind: flow, additive: true, better: more}
  - {id: firms, theme: output, name: {zh: 企业, en: Firms}, unit: enterprises, kind: stock, additive: true, better: more}
articles:
  - id: first
    publisher: daily
    published: 2022-08-05
    headline: {zh: 标题, en: Headline}
    url: https://www.daily.cn/a.html
    copies: []
    defaults: {region: city, sector: all, period: 2022-S1}
    figures:
      - id: city-revenue
        metric: revenue
        text: 56.92亿元
        growth: 32%
        completion: 52.1%
        plan: annual
        quote: 收入56.92亿元
      - id: east-firms
        metric: firms
        region: east
        period: 2022-06
        text: 14家
        quote: 企业14家
"""
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


def make_figure(**changes: Any) -> Figure:
    """A figure, each value as it would be printed in a file; None leaves a key out."""
    return Figure.model_validate({key: value for key, value in {**FIGURE, **changes}.items() if value is not None})


def make_article(*figures: Figure, **changes: Any) -> Article:
    """An article with these figures, or with one."""
    printed = {"id": "first", "publisher": "daily", "published": "2022-08-05", "figures": figures or (make_figure(),)}
    return Article.model_validate({**printed, **changes})


def make_dataset(*articles: Article) -> Dataset:
    """A dataset with the vocabulary of GOOD, and with these articles or with one."""
    document = Document.model_validate(VOCABULARY)
    assert document.dataset is not None
    return Dataset(
        about=document.dataset,
        themes={entry.id: entry for entry in document.themes},
        publishers={entry.id: entry for entry in document.publishers},
        regions={entry.id: entry for entry in document.regions},
        sectors={entry.id: entry for entry in document.sectors},
        metrics={entry.id: entry for entry in document.metrics},
        articles={article.id: article for article in articles or (make_article(),)},
    )


def changed(*pairs: tuple[str, str], text: str = GOOD) -> str:
    """The text with each first of a pair, which stands in it once, replaced by the second."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def write(folder: Path, text: str | bytes, name: str = "data.yaml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def load_text(folder: Path, text: str | bytes) -> Loaded:
    return load(write(folder, text))


def found(loaded: Loaded) -> list[tuple[int, str]]:
    """Line and code of every problem, in order."""
    return sorted((problem.line, problem.code) for problem in loaded.problems)
