"""A dataset → the index that the search box looks through in the browser (see browser/search_words.js).

Names are there in both languages whatever the language of the page, in lower case and NFKC, and Chinese ones as pinyin
too. What a hit shows is in the language of the page. Each figure is a row of columns that refer to tables of names, so
that a name is there once however many figures have it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal

import numpy as np
import pandas as pd

from indicators.analysis import agreement
from indicators.frames import panels
from indicators.frames.tidy import compact
from indicators.loading.columnar.dataset import columns_of
from indicators.model.articles import Article, Figure
from indicators.model.dataset import Dataset
from indicators.model.subjects import NATURES, TREES, Tree
from indicators.model.vocabulary import ALL, Group, Metric, Region, Sector
from indicators.pages import pinyin
from indicators.pages.addresses import Addresses
from indicators.phrasing import figures as phrases
from indicators.phrasing.names import Names
from indicators.rules import place_names
from indicators.values.periods import Period
from indicators.values.text import LANGS, LocalText, plain_forms
from indicators.words import terms
from indicators.words import ui as ui_words
from indicators.words.pages import search as words

ID: Final = "_id_"
"""What stands for an id in an address of a kind of page."""
_Column = Literal["metric", Tree]
_COLUMNS: Final[Sequence[_Column]] = ("metric", *TREES)
"""The columns of figures whose entries have pages."""
_NUMBER: Final = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_DIGITS_OF_BARS: Final = 4
"""Significant digits of a value from which only the length of a bar is drawn."""


def of(names: Names, *, most: int | None = None) -> dict[str, Any]:
    """The index of all figures, metrics, places, sectors, groups and articles, for pages in the language of ``names``.

    Its figures are in the order in which they stand among equal hits: figures that were corrected last, those of the
    whole before those of a sector or group, the newest first. Of more than ``most`` figures it has the newest, and says
    so; what it says of metrics, places, sectors and groups is of all figures none the less.
    """
    dataset = names.dataset
    corrected = agreement.superseded(dataset)
    every = compact(columns_of(dataset))
    figures = sorted(_newest(dataset, every, most), key=lambda figure: _rank(figure, figure.id in corrected))
    periods = {figure.period.text: figure.period for figure in figures}
    articles = sorted(dataset.articles.values(), key=lambda article: article.published.end, reverse=True)
    rows: dict[str, Mapping[str, int]] = {column: _rows(_used(column, every, dataset)) for column in _COLUMNS}
    rows |= {"period": _rows(periods), "article": _rows(article.id for article in articles)}
    publishers = _rows(dataset.publishers)
    return {
        "lang": names.lang,
        "words": {**_words(names), "bound": _bound(len(figures), len(every), names)},
        "examples": list(_examples(figures, names)),
        "themes": [_searched(_both(theme.name)) for theme in dataset.themes.values()],
        **{column: _entries(column, rows[column], every, names) for column in _COLUMNS},
        "period": [_period(period, names) for period in periods.values()],
        "nature": [_searched(_both(terms.NATURES[nature])) for nature in NATURES],
        "publisher": [_searched(_both(publisher.name)) for publisher in dataset.publishers.values()],
        "article": [_article(article, publishers, names) for article in articles],
        "figures": {
            **_references(figures, rows, dataset),
            **_numbers(figures, names),
            "corrected": [row for row, figure in enumerate(figures) if figure.id in corrected],
        },
    }


def _newest(dataset: Dataset, every: pd.DataFrame, most: int | None) -> Iterable[Figure]:
    """All figures, or the newest of them."""
    if most is None or len(every) <= most:
        return dataset.figures.values()
    newest_first = np.argsort(-every["end"].to_numpy().astype("int64"), kind="stable")[:most]
    return (dataset.figures[key] for key in every["figure"].iloc[newest_first])


def _bound(indexed: int, every: int, names: Names) -> str:
    """That not all figures can be found; empty where all can."""
    facts = {"count": f"{indexed:,}", "all": f"{every:,}"}
    return names.of(words.BOUND).format(**facts) if indexed < every else ""


def addresses(pages: Addresses) -> dict[str, str]:
    """Where hits lead: the address of each kind of page, with ``_id_`` for the id."""
    kinds: dict[str, str] = {tree: pages.place(tree, ID) for tree in TREES}
    return kinds | {"figure": pages.figure(ID), "metric": pages.metric(ID), "article": pages.article(ID)}


def _rank(figure: Figure, corrected: bool) -> tuple[bool, int, int, bool]:
    specific = (figure.sector != ALL) + (figure.group != ALL)
    return corrected, specific, -figure.period.end.toordinal(), figure.nature != "actual"


def _rows(keys: Iterable[str]) -> dict[str, int]:
    """The row of each key in the table of which they are the keys."""
    return {key: row for row, key in enumerate(keys)}


def _words(names: Names) -> dict[str, Any]:
    """What the list of hits says."""
    return {
        **{key: names.of(text) for key, text in words.LIST.items()},
        "reasons": {key: names.of(text) for key, text in words.REASONS.items()},
        "natures": [names.of(terms.NATURES[nature]).lower() for nature in NATURES],
        "examples": names.of(words.EXAMPLES),
        "join": names.of(terms.JOIN),
        "comma": names.of(terms.COMMA),
    }


# --- names -----------------------------------------------------------------------------------------------------------


def _both(*texts: LocalText | None) -> list[str]:
    return [text.of(lang) for text in texts if text for lang in LANGS]


def _plain(texts: Iterable[str]) -> list[str]:
    """The names of one thing as they are searched, each once."""
    return list(dict.fromkeys(plain_forms(text).lower() for text in texts if text))


def _searched(texts: Iterable[str]) -> dict[str, list[str]]:
    """The names of one thing as they are searched, and the pinyin of the Chinese ones."""
    names = _plain(texts)
    spoken = list(dict.fromkeys(filter(None, map(pinyin.syllables, names))))
    return {"names": names, **({"pinyin": spoken} if spoken else {})}


def _table(column: _Column, dataset: Dataset) -> Mapping[str, Metric | Region | Sector | Group]:
    table: Mapping[str, Metric | Region | Sector | Group] = getattr(dataset, f"{column}s")
    return table


def _used(column: _Column, every: pd.DataFrame, dataset: Dataset) -> list[str]:
    """The ids that figures have in a column and those above them, as the dataset lists them; the whole is no group."""
    keys = set(every[column].unique())
    keys |= {above for key in keys for above in _above(column, key, dataset)}
    return [key for key in _table(column, dataset) if key in keys]


def _above(column: _Column, key: str, dataset: Dataset) -> list[str]:
    """What a sector or group is part of, without the whole: a search for transport finds railways.

    Of regions it is nothing: whoever asks for a city does not ask for each of its districts.
    """
    if column == "metric" or column == "region" or key == ALL:  # noqa: PLR1714  # mypy reads this form
        return []
    return [above for above in dataset.lies_in(column, key) if above != ALL]


def _entries(column: _Column, rows: Mapping[str, int], every: pd.DataFrame, names: Names) -> list[dict[str, Any]]:
    """The entries of a column; those that only stand above others have no figures."""
    table, themes = _table(column, names.dataset), list(names.dataset.themes)
    counts = Counter(panels.counts(every[column]))
    days = every.groupby(column, observed=True).agg({"start": "min", "end": "max"})
    years = {key: (first.year, last.year) for key, first, last in days.itertuples()}
    entries = []
    for key, entry in ((key, table[key]) for key in rows):
        facts = {"kind": names.of(words.KINDS[column]), "figures": names.count(terms.FIGURES, counts[key])}
        texts = place_names.names_of(entry) if isinstance(entry, Region) else _both(entry.short, entry.name)
        of_metric = {"theme": themes.index(entry.theme), "kind": entry.kind} if isinstance(entry, Metric) else {}
        above = [rows[other] for other in _above(column, key, names.dataset)]
        entries.append({
            "id": key,
            "label": names.of(entry.short or entry.name),
            "name": names.of(entry.name),
            "about": names.of(words.ENTRY).format(**facts, years=_span(years.get(key), names)),
            "count": counts[key],
            **of_metric,
            **({"whole": 1} if key == ALL else {}),
            **({"above": above} if above else {}),
            **_searched(texts),
        })  # fmt: skip
    return entries


def _span(years: tuple[int, int] | None, names: Names) -> str:
    """The years from the first to the last; empty where there are none."""
    if years is None:
        return ""
    first, last = years
    return str(first) if first == last else names.of(ui_words.YEARS).format(first=first, last=last)


def _period(period: Period, names: Names) -> dict[str, Any]:
    return {
        "label": period.label(names.lang),
        "names": _plain([period.text, *(period.label(lang) for lang in LANGS)]),
        "years": [period.start.year, period.end.year],
        "length": period.length,
    }


def _article(article: Article, publishers: Mapping[str, int], names: Names) -> dict[str, Any]:
    """An article; its headline has no pinyin, which would be half of a small index."""
    return {
        "id": article.id,
        "label": names.headline(article),
        "names": _plain(_both(article.headline)),
        "publisher": publishers[article.publisher],
        "outlet": names.publisher(article.publisher),
        "published": article.published.label(names.lang),
        "years": [article.published.start.year, article.published.end.year],
    }


# --- figures ---------------------------------------------------------------------------------------------------------


def _references(
    figures: Iterable[Figure], rows: Mapping[str, Mapping[str, int]], dataset: Dataset
) -> dict[str, list[Any]]:
    """What figures are about, as numbers of rows in the tables; -1 stands for no group."""
    columns: dict[str, list[Any]] = {column: [] for column in ("id", "nature", *rows)}
    for figure in figures:
        columns["id"].append(figure.id)
        columns["nature"].append(NATURES.index(figure.nature))
        columns["period"].append(rows["period"][figure.period.text])
        columns["article"].append(rows["article"][dataset.article_of[figure.id].id])
        for column in _COLUMNS:
            columns[column].append(rows[column].get(getattr(figure, column), -1))
    return columns


def _numbers(figures: Iterable[Figure], names: Names) -> dict[str, list[Any]]:
    """What a hit shows of a figure, the further digits by which it can be found, and the length of its bar.

    The nature is not said beside the number: it has a mark of its own.
    """
    other = Names(names.dataset, next(lang for lang in LANGS if lang != names.lang))
    columns: dict[str, list[Any]] = {"number": [], "growth": [], "digits": [], "value": []}
    for figure in figures:
        number, amount = phrases.bare_main_number(figure, names), figure.text
        growth = phrases.bare_growth(figure, names) or phrases.bare_change(figure, names) if amount else ""
        columns["number"].append(number)
        columns["growth"].append(growth)
        columns["digits"].append(_further_digits(figure, digits(f"{number} {growth}"), other))
        columns["value"].append(None if amount is None else float(f"{amount.value:.{_DIGITS_OF_BARS}g}"))
    return columns


def _further_digits(figure: Figure, shown: Sequence[str], other: Names) -> str:
    """The digits by which a figure can be found beside those that its hit shows.

    Those of its number in the ``other`` language come first, then those of its rates and changes behind a bar.
    """
    amounts = [run for run in digits(phrases.bare_main_number(figure, other)) if run not in shown]
    rates = (figure.growth, figure.change, figure.points, figure.completion, figure.share)
    behind = dict.fromkeys(run for rate in rates if rate for run in digits(rate.printed))
    further = " ".join(run for run in behind if run not in shown and run not in amounts)
    return f"{' '.join(amounts)}|{further}".rstrip("|")


def digits(text: str) -> list[str]:
    """The numbers in a text without separators of thousands: 5.692 and 1234 of ``¥5.692 bn, 1,234``."""
    return [run.replace(",", "") for run in _NUMBER.findall(plain_forms(text))]


# --- examples --------------------------------------------------------------------------------------------------------


def _examples(figures: Sequence[Figure], names: Names) -> Iterator[str]:
    """What one can type, made of what there is: a place and a metric, a number, and pinyin with a year and a theme."""
    dataset = names.dataset
    wholes = {dataset.regions[figure.region].part_of for figure in figures}
    inner = [figure for figure in figures if figure.region not in wholes] or figures
    regions = [key for key, _ in Counter(figure.region for figure in inner).most_common(2)]
    if not regions:
        return
    metrics = Counter(figure.metric for figure in inner if figure.region == regions[-1])
    metric = dataset.metrics[min(metrics, key=lambda key: (-metrics[key], key))]
    place, measured = dataset.regions[regions[-1]].name, metric.short or metric.name
    yield " ".join([*_first_words(names.of(place), 1), *_first_words(names.of(measured), 3)])
    printed = (run for figure in inner if figure.text for run in digits(figure.text.printed))
    yield from [run for run in printed if "." in run and not run.endswith("0")][:1]
    newest = next(figure for figure in inner if figure.region == regions[0])
    initials = "".join(syllable[0] for syllable in pinyin.syllables(dataset.regions[regions[0]].name.zh).split())
    theme = dataset.themes[dataset.metrics[newest.metric].theme]
    yield f"{initials[:2]} {newest.period.end.year} {theme.name.zh[:2]}".strip()


def _first_words(name: str, most: int) -> list[str]:
    """The first words of a name, without marks."""
    return re.findall(r"\w+", name.lower())[:most]
