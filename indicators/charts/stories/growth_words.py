"""Figures with growth → what is said of them together: how many grew, in one period, as far as intervals decide."""

from collections.abc import Collection, Iterable, Sequence

import pandas as pd

from indicators.frames import panels
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.model.subjects import TREES, Tree
from indicators.model.vocabulary import ALL
from indicators.phrasing.figures import signed
from indicators.phrasing.names import Names
from indicators.words import stories as words
from indicators.words import terms


def of_one_metric(grown: pd.DataFrame, names: Names) -> str:
    """In how many places, sectors or groups a metric grew, of the most figures that differ in nothing else."""
    if grown.empty:
        return ""
    tree, alike = panels.most_alike(grown)
    return counted([names.dataset.figures[key] for key in alike["figure"]], tree, names)


def of_several_metrics(grown: pd.DataFrame, names: Names) -> str:
    """How many metrics grew in one region and period: the one in which most are reported; each metric counts once."""
    alike = panels.most_metrics(grown)
    by_metric = _grouped((names.dataset.figures[key] for key in alike["figure"]), "metric")
    if len(by_metric) < 2:
        return names.of(words.GROWTH_OF_MANY)
    first = by_metric[0][0]
    facts = {
        "place": names.region(first.region),
        "period": first.period.label(names.lang),
        "all": names.count(words.INDICATORS, len(by_metric)),
    }
    return _sentence(by_metric, words.METRICS_GREW, facts, names)


def counted(alike: Sequence[Figure], tree: Tree, names: Names) -> str:
    """In how many of its regions, sectors or groups a metric grew; ``alike`` differ in nothing else.

    A whole beside several of its parts is not counted with them, and beside a single part it alone is told.
    """
    wholes = _wholes({getattr(figure, tree) for figure in alike}, tree, names.dataset)
    apart = [figure for figure in alike if getattr(figure, tree) not in wholes]
    by_entry = _grouped(apart, tree)
    if wholes and len(by_entry) < 2:
        by_entry = _grouped((figure for figure in alike if getattr(figure, tree) in wholes), tree)[:1]
    first = by_entry[0][0]
    period = first.period.label(names.lang)
    if len(by_entry) == 1:
        metric = names.metric_and_place(first.metric, first.place)
        return names.of(words.GROWTH_OF_ONE).format(metric=metric, period=period, change=signed(first, names))
    things = names.count(words.GROWTH_THINGS[tree], len(by_entry))
    facts = {"metric": of_what(first, tree, names), "period": period, "all": things}
    return names.of_nature(_sentence(by_entry, words.GREW, facts, names), first.nature)


def _wholes(keys: Collection[str], tree: Tree, dataset: Dataset) -> set[str]:
    """Those of some regions, sectors or groups that hold another of them."""
    return {whole for key in keys for whole in dataset.lies_in(tree, key)} & set(keys)


def of_what(figure: Figure, differing: Tree, names: Names) -> str:
    """The metric with what all the figures are of that differ in one tree: GDP (Industry); Revenue (Rizhao)."""
    shared = [tree for tree in TREES if tree != differing]
    telling = [tree for tree in shared if tree == "region" or getattr(figure.place, tree) != ALL]
    metric = names.of(names.dataset.metrics[figure.metric].name)
    if not telling:
        return metric
    entries = names.of(terms.JOIN).join(names.entry(tree, getattr(figure.place, tree)) for tree in telling)
    return names.of(words.OF_WHAT).format(metric=metric, what=entries)


def _grouped(figures: Iterable[Figure], key: str) -> list[list[Figure]]:
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        groups.setdefault(getattr(figure, key), []).append(figure)
    return list(groups.values())


def _sentence(
    groups: Collection[Sequence[Figure]], sentences: words.GrowthSentences, facts: dict[str, str], names: Names
) -> str:
    """How many groups grew, or fell where none grew: those all of whose rates do, however they were rounded."""
    rates = [[figure.growth for figure in group if figure.growth is not None] for group in groups]
    grew = sum(all(rate.low > 0 for rate in group) for group in rates)
    fell = sum(all(rate.high < 0 for rate in group) for group in rates)
    sentence = sentences.grew if grew else sentences.fell if fell else sentences.unknown
    return names.of(sentence).format(**facts, count=grew or fell)
