"""A heading of the page of a figure that states where it stands holds against a truth that is known."""

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Final

import pytest

from indicators import study
from indicators.model.dataset import Dataset
from indicators.phrasing import evidence, main_number
from indicators.phrasing.names import Names
from indicators.words.pages import figure as words
from tests import worlds
from tests.analysis.test_findings import LONGER, PLACES, SHORTER, TrueNumbers, dataset_with
from tests.builders import PUBLISHERS, make_article, make_dataset, make_figure

PERCENT: Final = Decimal("0.01")
SEEDS: Final = range(40)
SPREADS: Final = (Decimal("0.0001"), Decimal("0.02"), Decimal(3))
ORDINALS: Final = [word.en for word in words.ORDINALS]


def rank_in(heading: str) -> int | None:
    """The rank that a heading states, from the highest; None where it states none."""
    if heading.startswith("The highest"):
        return 1
    if heading.startswith("The lowest"):
        return int(re.findall(r"\d+", heading)[0])
    return ORDINALS.index(heading.split(maxsplit=1)[0]) + 1 if heading.split(maxsplit=1)[0] in ORDINALS else None


@pytest.mark.slow
def test_ranks_among_places_are_those_of_the_true_numbers(shipped: Dataset) -> None:
    stated = Counter[bool]()
    for seed in SEEDS:
        true = TrueNumbers(Random(seed))  # noqa: S311  # nothing is kept secret
        figures = [true.figure(place, time) for place in PLACES for time in (LONGER, SHORTER)]
        for time in (LONGER, SHORTER):
            known = study.of(dataset_with(shipped, *figures))
            names = Names(known.dataset, "en")
            for figure in (each for each in figures if each.period.text == time):
                heading = evidence.of(figure, names, known).rank
                stated[bool(heading)] += 1
                if heading:
                    amounts = sorted((true.sums(place, time)[1] for place in PLACES), reverse=True)
                    assert rank_in(heading) == 1 + amounts.index(true.sums(figure.region, time)[1]), heading
                    assert heading.endswith("of 7 places")
    assert stated[True] > 40, stated
    assert stated[False] > 2, stated


def test_the_highest_and_the_lowest_of_a_series_are_so_in_truth() -> None:
    stated = Counter[str]()
    for seed in SEEDS:
        dice = Random(seed)  # noqa: S311  # nothing is kept secret
        spread = dice.choice(SPREADS)
        years = range(2015, 2015 + dice.choice([2, 3, 6]))
        true = {year: Decimal(50) + spread * Decimal(dice.uniform(-1, 1)) for year in years}
        texts = {year: f"{amount.quantize(Decimal('0.01'))}亿元" for year, amount in true.items()}
        figures = [make_figure(id=f"f{year}", period=str(year), text=text, quote=text) for year, text in texts.items()]
        articles = [make_article(*figures)]
        if dice.random() < 0.5:  # another outlet prints something else of one year, and nobody corrects it
            year = dice.choice(years)
            text = f"{(true[year] * Decimal(dice.choice(['0.9', '1.002', '3']))).quantize(Decimal('0.01'))}亿元"
            wrong = make_figure(id="wrong", period=str(year), text=text, quote=text)
            articles.append(make_article(wrong, id="second", publisher="evening"))
        known = study.of(replace(make_dataset(*articles), publishers=PUBLISHERS))
        names = Names(known.dataset, "en")
        for year in years:
            series = evidence.of(known.dataset.figures[f"f{year}"], names, known).series
            assert series is not None
            if series.title == words.SERIES.en:
                stated["label"] += 1
                continue
            assert len(true) >= 3
            assert series.title.endswith(f"of {len(true)} reported years")
            extreme = max(true.values()) if series.title.startswith("The highest") else min(true.values())
            assert true[year] == extreme, (series.title, true)
            stated[series.title.split(" of ")[0]] += 1
    assert min(stated[kind] for kind in ("label", "The highest", "The lowest")) > 5, stated


def test_what_is_itemised_is_the_true_share_of_the_parts() -> None:
    seen = Counter[bool]()
    for seed in SEEDS:
        world = worlds.world(seed)
        names = Names(world.dataset, "en")
        for key in world.prints:
            figure = world.dataset.figures[key]
            share = main_number.itemised_share(figure, world.known.worked_out)
            fact = main_number.of(figure, world.known.worked_out, names).itemised
            assert (share is None) == (fact is None)
            if share is None or fact is None:
                continue
            ways = [way for way in world.known.worked_out.itemisations.of(figure) if way.split.by != "period"]
            truth = sum((world.amount(part.id) for part in ways[0].parts), Decimal(0)) / world.amount(key)
            slack = Decimal("1e-20")
            if ways[0].rest is not None:
                assert share[1].low - slack <= truth <= share[1].high + slack, key
            exact = re.fullmatch(r"(\d+)%", fact.value)
            seen[exact is not None] += 1
            if exact is not None and ways[0].rest is not None:
                assert Decimal(exact[1]) / 100 == truth.quantize(Decimal("0.01")), (fact, truth)
            if ways[0].rest is None:
                assert fact.value == "100%"
            ends = re.fullmatch(r"(\d+)% to (\d+)%", fact.value)
            assert (ends is not None) == (
                share[1].high.quantize(PERCENT) - share[1].low.quantize(PERCENT) > PERCENT * 2
            )
            if ends is not None:
                assert Decimal(ends[1]) - 1 <= truth * 100 <= Decimal(ends[2]) + 1, (fact, truth)
    assert min(seen[True], seen[False]) > 3, seen
